// SPDX-License-Identifier: Apache-2.0
//
// Evaluating one FEEL expression (OMG DMN), with the values of its names given as JSON.
//
//     Result<Evaluation> v = evaluate("spent / budget", R"({"spent": 171, "budget": 287})");
//     std::cout << v->json << '\n';
//     // {"type":"number","value":"0.5958188153310104529616724738675958","exact":"171/287"}
//
// A value is {"type","value"}: number (34 significant digits, half-even; "exact" if the decimal
// does not end), string, boolean, null, date, duration, list, context, range. The null of FEEL is
// {"type":"null"}; an expression that does not parse, or passes a limit while it is evaluated, is
// {"type":"error","message"}.
//
// In a context numbers are read exactly, from JSON numbers; JSON strings are FEEL strings. JSON has
// no dates, so an object with exactly the keys "type" and "value" (and "exact" for a number) is a
// value in the notation above, and values that heng wrote can be given again, except ranges (and
// except the digits after the 34th of a decimal that ends):
//
//     {"filed": {"type": "date", "value": "2024-01-31"},
//      "rate": {"type": "number", "value": "0.3333333333333333333333333333333333", "exact": "1/3"}}
//
// Types: those above, and decimal, integer, double, dayTimeDuration of XML Schema. "exact" counts.
// Such an object that can't be read is an error; one with any other type is a plain object. The
// forms of the public DMN conformance kit mean the same if everything in them is tagged: {"null":
// true}, {"list": [{"type","value"}, …]}, {"context": {name: {"type","value"}, …}}.
#pragma once

#include <heng/document/call.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng {

/// The result of an expression, in three forms.
struct Evaluation {
    std::string json; ///< one line, without a newline
    std::string type; ///< as in `json`; "error" if the expression could not be used
    std::string text; ///< as FEEL's string() gives it: "0.3333…", "2024-01-31", "[1, 2]"

    /// The steps of the evaluation, if Explain::yes was asked for: a line a step, its parts below
    /// it. Parts that were not evaluated are absent. Numbers are decimals; one that does not end is
    /// cut after ten places and followed by its fraction. A loop shows its first ten rounds. At
    /// most 10,000 lines.
    ///
    ///     budget.executed / budget.annual = 0.9909342821… (10453773/10549411)
    ///     ├ budget.executed = 522688.65
    ///     └ budget.annual = 527470.55
    ///
    /// `json` then has the same as its member "tree": {"text","kind","type","value",…,"parts":[…]},
    /// with "kind" operation, constant, input, iteration or test; "shortened" replaces "value" if
    /// that is longer than 500 bytes, and "omitted" counts the parts that are left out.
    std::string explanation;

    /// The reason why the expression could not be used, with the place in it: a syntax error
    /// (feel.*), or a limit (limit.exceeded). `json` says the same and `type` is "error";
    /// the other members are then empty.
    std::optional<Error> error;
};

/// Whether steps are told. Telling them takes about three times as long, and memory for each step.
enum class Explain : std::uint8_t { no, yes };

/// Evaluates `expression`. `context` is a JSON object from names to values. Error: `context` can't
/// be used (json.*, limit.*, eval.*), with the place in it. Linear in the context; an evaluation
/// takes at most 10 million steps (fewer if the call says so), 1 million list elements and 16 MiB
/// of text. Whether the call is cancelled is asked before it begins.
[[nodiscard]] Result<Evaluation> evaluate(std::string_view expression,
                                          std::string_view context = "{}",
                                          const Limits& limits = {}, Explain explain = Explain::no,
                                          const CallOptions& call = {});

/// Evaluates a line {"expression": "…", "context": {…}}, whose context may be absent. Error: the
/// line can't be used (json.*, limit.*, eval.*), with the place in it.
[[nodiscard]] Result<Evaluation> evaluate_line(std::string_view line, const Limits& limits = {},
                                               Explain explain = Explain::no);

/// Returns {"type":"error","message":…} for an error, on one line.
[[nodiscard]] std::string evaluation_error(const Error& error);

} // namespace heng
