// SPDX-License-Identifier: Apache-2.0
//
// tests/1
#include "document/declared_trials.hpp"
#include "document/schema_text.hpp"

namespace heng::detail::declared {
namespace {

constexpr Value tests_heng = words_of("tests/1");
constexpr auto tests_fields = std::to_array<Field>(
    {{"heng", &tests_heng, required, heng_title, heng_meaning},
     {"rubric", &text, required, "Rubric (指标体系)",
      "The id of a built-in rubric, or a path from this document."},
     {"tests", &test_list, required, test_list_title, test_list_meaning},
     {"equivalent", &equivalent_list, optional, equivalent_list_title, equivalent_list_meaning}});

} // namespace

constexpr Value tests{
    .form = Form::object,
    .name = "tests",
    .title = "Tests of a rubric (指标体系测试)",
    .meaning = "tests/1: facts, and the scores that a rubric must give them. Run with: heng test",
    .what = "a tests document",
    .fields = tests_fields};

constexpr Format tests_format = format_of<tests>();

} // namespace heng::detail::declared
