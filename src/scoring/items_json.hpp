// SPDX-License-Identifier: Apache-2.0
//
// The items of a sheet as the indented JsonWriter would write them, key by key. They are all but
// all of a sheet, so what is the same in each sheet of the rubric is copied as it is laid out, and
// what stands between two values is one constant text.
//
//     ItemsJson items{out, sheet, rubric.layout};
//     for (const Item& item : sheet.items) items.write(item);
#pragma once

#include "base/text/appender.hpp"
#include "document/sheet_layout.hpp"

#include <heng/score/sheet.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::scoring {

constexpr std::size_t bytes_an_item = 640; ///< about

class ItemsJson {
  public:
    /// All three must outlive it.
    ItemsJson(std::string& out, const ScoreSheet& sheet, const document::SheetLayout& layout)
        : sheet_{sheet},
          layout_{layout},
          out_{out, bytes_an_item * sheet.items.size() + bytes_an_item} {}

    /// The next of the sheet's items, with the comma before it. Linear in its text; allocates
    /// nothing but a longer text, and where a number or a text is not plain.
    void write(const Item& item);

  private:
    void head(const Item& item, std::string_view parent);
    template <std::size_t size>
    void member(const char (&before)[size], std::string_view value);
    void or_null(std::string_view text);
    void beyond(const Beyond& beyond);
    void points(const Points& points, std::optional<int> scale);
    void rate(const Item& item);
    void inputs(const Item& item);

    const ScoreSheet& sheet_;
    const document::SheetLayout& layout_;
    text::Appender out_;
};

} // namespace heng::detail::scoring
