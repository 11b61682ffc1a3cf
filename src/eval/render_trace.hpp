// SPDX-License-Identifier: Apache-2.0
//
// A trace for people, and as JSON.
//
//     budget.executed / budget.annual = 0.9909342821… (10453773/10549411)
//     ├ budget.executed = 522688.65
//     └ budget.annual = 527470.55
//
//     {"text":"budget.executed / …","kind":"operation","type":"number","value":"0.99…",
//      "exact":"10453773/10549411","parts":[{"text":"budget.executed","kind":"input",…},…]}
//
// A line is cut where its text or value is long; a number whose decimals do not end shows ten of
// them, cut and not rounded, and then the fraction. In JSON a node whose value is long has
// "shortened", its beginning as text, instead of "value".
#pragma once

#include "feel/trace.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace heng::detail::eval {

/// The text that a source of the trace stands for: of an expression, or of a named value.
using TraceTexts = std::function<std::string_view(feel::ValueId)>;

/// A line a node, each with a newline.
[[nodiscard]] std::string trace_text(const feel::Trace& trace, const TraceTexts& texts);

/// One line.
[[nodiscard]] std::string trace_json(const feel::Trace& trace, const TraceTexts& texts);

/// A value as such a line shows it: 0.3333333333… (1/3), "优", null (a division by zero).
[[nodiscard]] std::string shown_value(const feel::Value& value);

} // namespace heng::detail::eval
