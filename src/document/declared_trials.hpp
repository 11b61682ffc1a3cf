// SPDX-License-Identifier: Apache-2.0
//
// A test of a rubric, and a mutant that no test can notice: of tests/1, and of rubric/1, which may
// hold tests of its own.
#pragma once

#include "base/json/declared_common.hpp"

#include <array>

namespace heng::detail::declared {

inline constexpr Value ratio{.form = Form::number,
                             .name = "ratio",
                             .title = "An exact number (精确值)",
                             .meaning = "A decimal, or a fraction of two: \"1/3\".",
                             .pattern = "^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?"
                                        "(/-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?)?$"};
inline constexpr Value numbers_by_id = map_of(ratio);
inline constexpr Value item_status = words_of("scored not-applicable assessed");
inline constexpr Value status_by_id = map_of(item_status);
inline constexpr Value text_list = list_of(text);
inline constexpr auto expectation_fields = std::to_array<Field>(
    {{"total", &ratio, optional, "Total (总分)",
      "The total score; exact, or a fraction of two numbers."},
     {"grade", &text, optional, "Grade (等级)", "A grade of the rubric, or \"\" for none."},
     {"scores", &numbers_by_id, optional, "Scores (得分)",
      "The score of each id; \"targets#3\" is the third row of \"targets\"."},
     {"points", &numbers_by_id, optional, "Points in play (分值)",
      "The points of each id, after indicators that do not apply have left."},
     {"status", &status_by_id, optional, "Status (状态)", "The status of each id."},
     {"adjusted", &text_list, optional, "Adjustments (调整)",
      "The ids of the adjustments that took effect, in order."},
     {"error", &text, optional, "Error (错误)",
      "The code of the error that is expected, such as facts.missing, or the path of the fact that "
      "is missing. Alone."}});
inline constexpr auto expectation_conditions = std::to_array<Condition>(
    {{.key = "error", .then = {.without = "total grade scores points status adjusted"}}});
inline constexpr Value expectation{.form = Form::object,
                                   .name = "expectation",
                                   .title = "What a test expects (期望结果)",
                                   .what = "an expectation",
                                   .fields = expectation_fields,
                                   .some_of = "total grade adjusted error scores points status",
                                   .filled = true,
                                   .conditions = expectation_conditions};

inline constexpr Value changed_facts{.form = Form::map, .most = 1'000};
inline constexpr auto test_fields = std::to_array<Field>(
    {{"name", &text, required, "Name (名称)", "Of its own among the tests."},
     {"like", &text, optional, "Like (参照)",
      "The name of a test before this one, whose facts are changed by \"facts\"."},
     {"facts", &changed_facts, optional, "Facts (数据)",
      "The \"data\" of a facts document; a key may be a path such as budget.annual, and null takes "
      "a fact away. Free in form, as tests of wrong facts are tests too."},
     {"facts_file", &text, optional, "File of facts (数据文件)",
      "A facts/1 document, by its path from the tests."},
     {"unit", &any, optional, "Unit of money (金额单位)", "As in a facts document."},
     {"subject", &any, optional, "Subject (评价对象)", "As in a facts document."},
     {"assessed", &any, optional, "Assessed scores (评定得分)", "As in a facts document."},
     {"expect", &expectation, required}});
inline constexpr auto test_conditions =
    std::to_array<Condition>({{.key = "facts_file", .then = {.without = "facts like"}}});
inline constexpr Value test{.form = Form::object,
                            .name = "test",
                            .title = "A test (测试)",
                            .what = "a test",
                            .fields = test_fields,
                            .some_of = "facts facts_file like",
                            .conditions = test_conditions};
inline constexpr Value test_list = list_of(test, 1);
inline constexpr std::string_view test_list_title = "Tests (测试)";
inline constexpr std::string_view test_list_meaning =
    "Read in order; a later one can be like an earlier one.";

inline constexpr auto equivalent_fields = std::to_array<Field>(
    {{"mutant", &text, required, "Mutant (变异)", "Its name, as heng test --mutate writes it."},
     {"reason", &some_text, required, "Reason (理由)", "Why no test can notice it."}});
inline constexpr Value equivalent{.form = Form::object,
                                  .name = "equivalent",
                                  .title = "An equivalent mutant (等价变异)",
                                  .what = "an equivalent mutant",
                                  .fields = equivalent_fields};
inline constexpr Value equivalent_list = list_of(equivalent);
inline constexpr std::string_view equivalent_list_title = "Equivalent mutants (等价变异)";
inline constexpr std::string_view equivalent_list_meaning =
    "Mutants that no test can notice, each with its reason.";

} // namespace heng::detail::declared
