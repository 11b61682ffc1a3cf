// SPDX-License-Identifier: Apache-2.0
//
// Values as text, as FEEL's string() gives it: 34 significant digits, half-even.
//
//     value_text(Value::number(Ratio{1, 3}))      // 0.3333333333333333333333333333333333
//     value_text(Value::date(0))                  // 1970-01-01
//     value_text(Value::list({Value::text("a")})) // ["a"]
//
// A text on its own is given as it is, and in quotes inside a list, context or range.
#pragma once

#include "feel/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace heng::detail::feel {

/// As text. Lists share their items, so a small value can have a long text: it is cut after
/// `most_bytes`, and then the result is longer than that.
[[nodiscard]] std::string value_text(const Value& value, std::size_t most_bytes = 1U << 24U);

/// A number as `string()` and `heng eval` give it.
[[nodiscard]] std::string number_text(const Ratio& number);

/// The text in quotes, with FEEL's escapes.
[[nodiscard]] std::string quoted_text(std::string_view text);

} // namespace heng::detail::feel
