// SPDX-License-Identifier: Apache-2.0
//
// Evaluating one FEEL expression (OMG DMN), with the values of its names given as JSON.
//
//     Result<Evaluation> v = evaluate("spent / budget", R"({"spent": 171, "budget": 287})");
//     std::cout << v->json << '\n';
//     // {"type":"number","value":"0.5958188153310104529616724738675958","exact":"171/287"}
//
// A value is {"type","value"}: number (34 significant digits, half-even; "exact" where the decimal
// does not end), string, boolean, null, date, duration, list, context, range. What FEEL evaluates
// to null is {"type":"null"}; an expression that does not parse is {"type":"error","message"}.
// Numbers of the context are read exactly, from JSON numbers; JSON strings are FEEL strings.
#pragma once

#include <heng/document/limits.hpp>
#include <heng/result.hpp>

#include <string>
#include <string_view>

namespace heng {

struct Evaluation {
    std::string json;      ///< one line, without a newline
    bool is_error = false; ///< the expression could not be used; `json` says why
};

/// `context` is a JSON object from names to values. Error: `context` can't be used (json.*,
/// limit.*, eval.*), with the place in it.
[[nodiscard]] Result<Evaluation>
evaluate(std::string_view expression, std::string_view context = "{}", const Limits& limits = {});

/// The same for {"expression": "…", "context": {…}}, whose context may be left out. Error: the line
/// can't be used (json.*, limit.*, eval.*), with the place in it.
[[nodiscard]] Result<Evaluation> evaluate_line(std::string_view line, const Limits& limits = {});

/// {"type":"error","message":…} of an error.
[[nodiscard]] std::string evaluation_error(const Error& error);

} // namespace heng
