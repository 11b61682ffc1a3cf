// SPDX-License-Identifier: Apache-2.0
//
// The rule of its own that a target record may have.
//
//     {"name": "完工日期", "direction": "<=", "target": "2023-12-31", "actual": "2024-01-12",
//      "rule": "date", "deduct": "0.1", "floor": "2"}
#pragma once

#include "base/json/reader.hpp"

#include <heng/rule/targets.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::document {

/// The kind that the record names, `ratio` where it names none. Problem: target, at a word that is
/// none, and then nothing.
[[nodiscard]] std::optional<RowRule::Kind> read_row_kind(const json::ObjectReader& record);

/// The kind and the part that a word means; nothing where it is none.
[[nodiscard]] std::optional<RowRule::Kind> kind_from(std::string_view text);
[[nodiscard]] std::optional<StepPart> part_from(std::string_view text);

/// The rule of a record whose direction and kind are known. Problems: target, for a key that the
/// kind does not take or lacks, a number out of its range, and a kind that the direction does not
/// take; type, number, percent.
[[nodiscard]] RowRule read_row_rule(const json::ObjectReader& record, Direction direction,
                                    RowRule::Kind kind);

/// "ratio", "all", "pass", "per_point" or "date".
[[nodiscard]] std::string_view word_of(RowRule::Kind kind);

/// The rule as a record writes it, without quotes: "pass, least 0.6, cap 5"; "" of plain ratio.
[[nodiscard]] std::string text_of(const RowRule& rule);

} // namespace heng::detail::document
