// SPDX-License-Identifier: Apache-2.0
//
// What the documents of the cycle have in common: ids that name one thing, texts that say
// something, categories, targets that may be no number.
//
//     Ids ids{"project"};
//     const std::string id = ids.read(object.required("id"));     // duplicate-id, empty
#pragma once

#include "base/json/reader.hpp"

#include <heng/plan/plan.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace heng::detail::plan {

/// The language of sentences: what the limits ask for, else what is written, else Chinese.
[[nodiscard]] Language read_language(const json::Reader& language);

/// A text, "" where it is absent or none.
[[nodiscard]] std::string text_of(const json::Reader& text);

/// A text with more in it than white space. Problem: empty.
[[nodiscard]] std::string said_text(const json::Reader& text);

/// A number, a percentage, or a text that is neither; "" where it is absent. Problems: type,
/// limit.*.
[[nodiscard]] PlannedTarget read_planned(const json::Reader& value);

/// An amount of money, or something measured like it, not below zero. Problems: type, number,
/// limit.*.
[[nodiscard]] std::optional<Decimal> amount_of(const json::Reader& amount);

/// An amount of money in the document's unit, not below zero; of what is no number the advice has
/// the amount in that unit. Problems: type, number, limit.*.
[[nodiscard]] std::optional<Decimal> money_of(const json::Reader& amount,
                                              std::optional<MoneyUnit> unit);

/// 元, 万元 or 亿元. Problems: type, unit.
[[nodiscard]] std::optional<MoneyUnit> read_money_unit(const json::Reader& unit);

/// The ids of one kind of thing.
class Ids {
  public:
    /// For messages, `what` is the thing, and `key` what names it: "project", "id".
    explicit Ids(std::string_view what, std::string_view key = "id") : what_{what}, key_{key} {}

    /// Problems: empty, duplicate-id.
    [[nodiscard]] std::string read(const json::Reader& id);

  private:
    std::string_view what_;
    std::string_view key_;
    std::set<std::string, std::less<>> seen_{};
};

} // namespace heng::detail::plan
