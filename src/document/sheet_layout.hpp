// SPDX-License-Identifier: Apache-2.0
//
// The part of a sheet's JSON that is the same in every sheet of a rubric, escaped and laid out
// once, when the rubric is loaded: of an item all up to its points, and all between its status and
// its sentence.
//
//     const SheetLayout layout{rubric.indicators};
//     layout.head(7)      // \n    {\n      "id": "I07", … "points": "
//     layout.middle(7)    // ",\n      "basis": "local",\n      "why": "
#pragma once

#include <heng/rubric/indicator.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::document {

class SheetLayout {
  public:
    /// Of no rubric: nothing is laid out.
    SheetLayout() = default;
    /// O(indicators).
    explicit SheetLayout(const std::vector<Indicator>& indicators);

    /// Whether the item is the indicator of its number, in all that is laid out; `parent` is the id
    /// of the item above it, "" at the top. Not of the rows of targets.
    [[nodiscard]] bool fits(const Item& item, std::string_view parent) const {
        if (item.indicator >= entries_.size() || item.kind == ItemKind::row) {
            return false;
        }
        const Entry& entry = entries_[item.indicator];
        return item.id == text(entry.id) && item.name == text(entry.name) &&
               parent == text(entry.parent) && item.level == entry.level &&
               item.kind == entry.kind && item.rule == entry.rule && item.basis == entry.basis;
    }

    [[nodiscard]] std::string_view head(std::size_t indicator) const {
        return text(entries_[indicator].head);
    }
    [[nodiscard]] std::string_view middle(std::size_t indicator) const {
        return text(entries_[indicator].middle);
    }

  private:
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Entry {
        Range id{};
        Range name{};
        Range parent{};
        Range head{};
        Range middle{};
        std::string_view rule{};
        int level = 1;
        ItemKind kind = ItemKind::leaf;
        Basis basis = Basis::local;
    };

    [[nodiscard]] std::string_view text(Range range) const {
        return std::string_view{text_}.substr(range.begin, range.size);
    }
    Range keep(std::string_view text);
    void add(const Indicator& indicator, int level, Range parent);

    std::string text_;
    std::vector<Entry> entries_; ///< by the indicator's number
};

} // namespace heng::detail::document
