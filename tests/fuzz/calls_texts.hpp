// SPDX-License-Identifier: Apache-2.0
//
// What the target of calls gives to the C ABI: sound documents of each kind, and some that are not.
// A list ends with what is wrong, so that most choices are sound.
#pragma once

#include "support/small_documents.hpp"

#include <array>
#include <string_view>

namespace heng::fuzz {

inline constexpr std::array<std::string_view, 7> rubric_texts{
    test::execution_rubric,
    R"({"heng":"rubric/1","id":"a","title":"A","points":"10","inputs":{"x":{"type":"number"},
        "y":{"type":"number"}},"indicators":[{"id":"i","name":"i","points":"10",
        "measure":"x / y","rule":{"kind":"proportional"}}]})",
    R"({"heng":"rubric/1","id":"b","title":"B","language":"en","points":"5",
        "rounding":{"scale":1,"mode":"half-up","at":["leaf"]},"inputs":{"x":{"type":"count"}},
        "indicators":[{"id":"i","name":"i","points":"5","rule":{"kind":"occurrences",
        "each":[{"count":"x","deduct":"1","label":"l"}]}}]})",
    R"({"heng":"rubric/1","id":"c","title":"C","points":"3","inputs":{"l":{"type":"list",
        "of":"target"}},"indicators":[{"id":"i","name":"i","points":"3","rule":{"kind":"targets",
        "rows":"l","weights":"equal"}}]})",
    R"({"heng":"rubric/1"})",
    "{",
    ""};

inline constexpr std::array<std::string_view, 8> facts_texts{
    test::half_spent,
    test::published_form,
    test::quarter,
    R"({"heng":"facts/1","data":{"x":2}})",
    R"({"heng":"facts/1","data":{"x":0,"y":0,"l":[{"name":"t","direction":">=","target":"3",
        "actual":"2"}]}})",
    R"({"heng":"facts/1","data":{"x":-1,"y":"1e3"}})",
    "[]",
    ""};

inline constexpr std::array<std::string_view, 6> expression_texts{
    "x / y",
    "count(for i in 1..9 return x ** i) + y",
    "[x, {b: y}, @\"2024-02-29\", \"x\"]",
    "x +",
    "x between 1 and",
    ""};
inline constexpr std::array<std::string_view, 4> context_texts{R"({"x":1,"y":3})", "", "{",
                                                               R"({"x":[1,null]})"};

inline constexpr std::array<std::string_view, 3> plan_texts{test::plan, test::library, "{}"};
inline constexpr std::array<std::string_view, 3> library_texts{test::library, "", test::plan};
inline constexpr std::array<std::string_view, 2> progress_texts{test::progress, test::policy};
inline constexpr std::array<std::string_view, 2> policy_texts{test::policy, test::progress};
inline constexpr std::array<std::string_view, 3> score_texts{test::scores, "", "[]"};
inline constexpr std::array<std::string_view, 3> claim_texts{test::claims, "", test::quarter};
inline constexpr std::array<std::string_view, 2> test_texts{test::execution_tests, "{}"};
inline constexpr std::array<std::string_view, 4> pattern_texts{
    "", "{{title}} {{#scores}}x{{/scores}}", "{{#scores}}", "{{"};
inline constexpr std::array<std::string_view, 3> previous_texts{
    "", "<!-- heng:keep a -->\nkept\n<!-- /heng:keep -->", "<!-- heng:keep a -->"};

/// NUL-terminated, or NULL where the header allows that: days, and ids of what is built in.
inline constexpr std::array<const char*, 5> days{nullptr, "2024-06-30", "09-30", "2024-02-30", ""};
inline constexpr std::array<const char*, 5> ids{"common-indicators", "province-thresholds",
                                                "project-2020", "", "use"};
inline constexpr std::array<const char*, 5> paths{"spent", "budget", "x", "y", ""};

} // namespace heng::fuzz
