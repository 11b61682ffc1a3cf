// SPDX-License-Identifier: Apache-2.0
//
// A fact that a rule of a policy read, for sentences and reports.
//
//     value_text(Value::number(Ratio{7, 20}))      // 0.35
//     value_text(Value::text("red"))               // "red"
#pragma once

#include "feel/value.hpp"

#include <string>

namespace heng::detail::monitor {

/// A number exactly, or with six digits where it does not end; a text in quotes; true, false, a
/// date, null.
[[nodiscard]] std::string value_text(const feel::Value& value);

} // namespace heng::detail::monitor
