// SPDX-License-Identifier: Apache-2.0
//
// A score sheet as rows of words, for the formats that people read.
#pragma once

#include <heng/facts/facts.hpp>
#include <heng/score/sheet.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::scoring {

/// Words of a sheet in the rubric's language.
struct SheetWords {
    std::string_view indicator, points, score, rate, basis, total, grade, adjustments, remarks,
        facts, note;
};

[[nodiscard]] const SheetWords& words(Language language);

/// The word that marks where a rule was taken from, such as 推断 for inferred.
[[nodiscard]] std::string_view basis_word(Basis basis, Language language);

struct TableRow {
    int level = 1;
    ItemKind kind = ItemKind::branch;
    std::string name, points, score, rate, basis;
    std::string why; ///< of a leaf or row that lost points or was not scored by its rule
    std::string recover;
};

/// A row an item, in the sheet's order; numbers as base/number_text.hpp shows them.
[[nodiscard]] std::vector<TableRow> table_rows(const ScoreSheet& sheet);

/// What was adjusted, a sentence each.
[[nodiscard]] std::vector<std::string> adjustment_lines(const ScoreSheet& sheet);

/// What a reader should know, a sentence each; unread facts are gathered in one.
[[nodiscard]] std::vector<std::string> remark_lines(const ScoreSheet& sheet);

} // namespace heng::detail::scoring
