// SPDX-License-Identifier: Apache-2.0
//
// heng_sheet: the total, and what is made and written of the rest when it is asked for.
#pragma once

#include "given_facts.hpp"
#include "heng.h"
#include "lazy.hpp"
#include "texts.hpp"

#include <heng/facts/facts.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace heng::capi {

/// The items as the C ABI has them.
struct SheetItems {
    explicit SheetItems(const ScoreSheet& sheet);

    Texts texts;
    std::vector<heng_item> list;
    std::unordered_map<std::string_view, std::size_t> index_of; ///< by id
};

/// A sheet with all that can be asked of it, in the language of its facts.
struct ExplainedSheet {
    ExplainedSheet(ScoreSheet made, Facts scored)
        : sheet(std::move(made)), facts(std::move(scored)) {}

    ScoreSheet sheet;
    Facts facts; ///< that were scored
    Lazy<std::unique_ptr<const SheetItems>> items{};
    Lazy<std::string> json{};
    Lazy<std::string> text{};
};

} // namespace heng::capi

struct heng_sheet {
    using Explained = heng::capi::ExplainedSheet;

    /// For facts that are not plain.
    explicit heng_sheet(std::unique_ptr<const Explained> made)
        : total(made->sheet.total_text()),
          rate(made->sheet.rate()),
          grade(made->sheet.grade.c_str()),
          explained_(std::move(made)) {}
    /// For plain facts; the rest of it is in `wanted`, where that is another language than theirs.
    heng_sheet(std::shared_ptr<const heng::capi::GivenFacts> scored,
               std::optional<heng::Language> wanted)
        : total(scored->plain()->total_text(scored->score())),
          rate(scored->plain()->rate_text(scored->score())),
          grade(scored->plain()->grade_text(scored->score())),
          given_(std::move(scored)),
          language_(wanted) {}

    /// The sheet in full: of plain facts the engine makes it the first time. Throws std::bad_alloc.
    [[nodiscard]] const Explained& explained() const;
    /// How many items it has.
    [[nodiscard]] std::size_t count() const {
        return given_ ? given_->score().items : explained().sheet.items.size();
    }

    std::string total;
    std::string rate;
    const char* grade; ///< of the rubric, or of the sheet in full

  private:
    std::shared_ptr<const heng::capi::GivenFacts> given_{}; ///< null where they are not plain
    std::optional<heng::Language> language_{};
    heng::capi::Lazy<std::unique_ptr<const Explained>> explained_{};
};
