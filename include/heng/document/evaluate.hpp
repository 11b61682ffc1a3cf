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
// to null is {"type":"null"}; an expression that does not parse, or passes a limit while it is
// evaluated, is {"type":"error","message"}.
//
// In a context numbers are read exactly, from JSON numbers; JSON strings are FEEL strings. JSON has
// no dates, so an object of exactly the keys "type" and "value" (and of a number, "exact") is a
// value as it is written here, and what heng wrote can be given again, but for ranges (and but for
// the digits after the 34th of a decimal that ends):
//
//     {"filed": {"type": "date", "value": "2024-01-31"},
//      "rate": {"type": "number", "value": "0.3333333333333333333333333333333333", "exact": "1/3"}}
//
// Types: those above, and of XML Schema decimal, integer, double, dayTimeDuration. "exact" is what
// counts. Such an object that can't be read is an error; one of any other type is a plain object.
// The public DMN conformance kit's forms mean the same, where all that is in them is tagged:
// {"null": true}, {"list": [{"type","value"}, …]}, {"context": {name: {"type","value"}, …}}.
#pragma once

#include <heng/document/limits.hpp>
#include <heng/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng {

struct Evaluation {
    std::string json; ///< one line, without a newline
    std::string type; ///< as in `json`; "error" where the expression could not be used
    std::string text; ///< as FEEL's string() gives it: "0.3333…", "2024-01-31", "[1, 2]"

    /// How it came about, where Explain::yes was asked for: a line a step, its parts below it. What
    /// was not evaluated is not there. Numbers as decimals, which are cut after ten places where
    /// they do not end, and then the fraction; of a loop the first ten rounds; at most 10,000
    /// lines.
    ///
    ///     budget.executed / budget.annual = 0.9909342821… (10453773/10549411)
    ///     ├ budget.executed = 522688.65
    ///     └ budget.annual = 527470.55
    ///
    /// `json` then has the same as its member "tree": {"text","kind","type","value",…,"parts":[…]},
    /// "kind" being operation, constant, input, iteration or test; "shortened" stands in place of
    /// "value" where that is longer than 500 bytes, and "omitted" says how many parts are left out.
    std::string explanation;

    /// Why the expression could not be used, with the place in it: a syntax error (feel.*), or a
    /// limit (limit.exceeded). `json` says the same, and is the only other member that is set.
    std::optional<Error> error;
};

/// Explaining takes about three times as long, and memory for each step that is told.
enum class Explain : std::uint8_t { no, yes };

/// `context` is a JSON object from names to values. Error: `context` can't be used (json.*,
/// limit.*, eval.*), with the place in it. Linear in the context; an evaluation takes at most
/// 10 million steps, 1 million list elements and 16 MiB of text.
[[nodiscard]] Result<Evaluation> evaluate(std::string_view expression,
                                          std::string_view context = "{}",
                                          const Limits& limits = {}, Explain explain = Explain::no);

/// The same for {"expression": "…", "context": {…}}, whose context may be left out. Error: the line
/// can't be used (json.*, limit.*, eval.*), with the place in it.
[[nodiscard]] Result<Evaluation> evaluate_line(std::string_view line, const Limits& limits = {},
                                               Explain explain = Explain::no);

/// {"type":"error","message":…} of an error.
[[nodiscard]] std::string evaluation_error(const Error& error);

} // namespace heng
