// SPDX-License-Identifier: Apache-2.0
//
// Target records (绩效目标) of a facts document.
//
//     {"name": "技术合同成交额", "direction": ">=", "target": "100%", "actual": "98%"}
//
// For expressions a record is a context; scoring takes the row itself, which the context points to,
// so that a filter over records (targets[block = "产出"]) keeps every word of them.
#pragma once

#include "base/json/reader.hpp"
#include "base/text/messages.hpp"
#include "document/input_value.hpp"
#include "feel/value.hpp"

#include <heng/score/answers.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::detail::document {

/// The entry of a record's context that says which row it is. No expression can name it.
inline constexpr std::string_view row_entry = "#";
/// Others of that sort: the rule of a row that has one of its own, as text; the days of a row by
/// date, of which "target" and "actual" are null, so that both are numbers wherever they are not.
inline constexpr std::string_view rule_entry = "#rule";
inline constexpr std::string_view target_day_entry = "#target";
inline constexpr std::string_view actual_day_entry = "#actual";

/// The key of a record whose value such an entry holds; any other name as it is.
[[nodiscard]] inline std::string_view key_of_entry(std::string_view entry) {
    return entry.size() > row_entry.size() && entry.starts_with(row_entry)
               ? entry.substr(row_entry.size())
               : entry;
}

/// What the context of a record says of a key; null where there is nothing.
[[nodiscard]] const feel::Value* value_of_key(const feel::Value& record, std::string_view key);

/// The values of a target record that are not known: Value::missing(0) in its context, and to be
/// set there and in the row before that is scored.
struct OpenTarget {
    bool target = false;
    bool actual = false;
    bool level = false;
    bool rate = false;
};

/// Reads a list of target records; the rows are put behind `rows`. Of a rule by date target and
/// actual are days, as feel::parse_date counts them. Problems: type, target, unknown-key. With
/// `unknowns` a target, an actual value and a level may be absent, null or "?", and so may the rate
/// of a level, but that of `met`, which counts as 100 %, where it is absent. Of figures that are
/// read as they are written though they look otherwise, `notes` are made where somebody asks.
[[nodiscard]] std::optional<feel::Value> read_targets(const json::Reader& list,
                                                      std::vector<TargetRow>& rows,
                                                      bool unknowns = false,
                                                      FigureNotes* notes = nullptr);

/// The label of a member of a record, by its key: 实际值 for "actual"; the key in English.
[[nodiscard]] text::Words label_of_target(std::string_view key);

/// The direction and the level that a record means by a word, its own or one that forms print;
/// nothing where it is none.
[[nodiscard]] std::optional<Direction> direction_from(std::string_view text);
[[nodiscard]] std::optional<Level> level_from(std::string_view text);

/// ">=", "<=", "=" or "level".
[[nodiscard]] std::string_view word_of(Direction direction);

/// "met", "partly" or "not".
[[nodiscard]] std::string_view word_of(Level level);

/// The same in a sentence: 部分达成 for "partly" in Chinese.
[[nodiscard]] text::Words level_words(Level level);

/// What expressions see of the row with this index.
[[nodiscard]] feel::Value target_context(const TargetRow& row, std::size_t index,
                                         const OpenTarget& open);
/// The same, of a row whose actual value alone may be unknown.
[[nodiscard]] inline feel::Value target_context(const TargetRow& row, std::size_t index,
                                                bool unknown = false) {
    return target_context(row, index, OpenTarget{.actual = unknown});
}

} // namespace heng::detail::document
