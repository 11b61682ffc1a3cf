// SPDX-License-Identifier: Apache-2.0
//
// A fact in a sentence, by its label and as forms write it.
//
//     fact_words(input, Value::number(Ratio{0}), unit)     // "编制数 is 0", 编制数为0
//     value_words(input, Value::boolean(true), unit)       // yes, 是
#pragma once

#include "base/text/messages.hpp"
#include "document/inputs.hpp"
#include "feel/value.hpp"

#include <heng/budget/money.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::document {

/// A number as base/number_text.hpp shows it, with its % or its unit of money; a text in quotes; a
/// list by the number of its records.
[[nodiscard]] text::Words value_words(const Input& input, const feel::Value& value,
                                      std::optional<MoneyUnit> unit);

/// `name` is that of a fact or of a field; of a null it is said that it is not given.
[[nodiscard]] text::Words fact_words(const text::Words& name, const Input& input,
                                     const feel::Value& value, std::optional<MoneyUnit> unit);
[[nodiscard]] inline text::Words fact_words(const Input& input, const feel::Value& value,
                                            std::optional<MoneyUnit> unit) {
    return fact_words(text::same(input.name()), input, value, unit);
}

/// The field of a record of a list, counted from 0: "X of record 2 of LIST", LIST第2条的X; with the
/// title that the record has: LIST第2条（TITLE）的X.
[[nodiscard]] text::Words field_words(const std::string& list, std::size_t record,
                                      const text::Words& field, std::string_view title = {});

} // namespace heng::detail::document
