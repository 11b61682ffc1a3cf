// SPDX-License-Identifier: Apache-2.0
//
// An input: a fact that a rubric, a library's definition or a policy's decision reads.
#pragma once

#include "base/json/declared_common.hpp"

#include <array>

namespace heng::detail::declared {

extern const Value input;

/// The keys of inputs: budget.annual.
inline constexpr std::string_view path_pattern = "^(\\$|x-)|^[^.]+(\\.[^.]+)*$";

inline constexpr Value input_type = words_of("number money percent count boolean text date list");
inline constexpr Value aggregate = words_of("own sum mean all any concatenate");

// what the records of a list hold
inline constexpr Value target_records = words_of("target");
inline constexpr auto record_fields =
    std::to_array<Field>({{"aggregate", &never}, {"weight", &never}});
inline constexpr Value record_field{.form = Form::narrowed, .of = &input, .fields = record_fields};
inline constexpr Value record_inputs{
    .form = Form::map, .title = "Fields (字段)", .of = &record_field};
inline constexpr auto record_choices =
    std::to_array<const Value*>({&target_records, &record_inputs});
inline constexpr Value records{.form = Form::either, .choices = record_choices};

inline constexpr auto input_fields = std::to_array<Field>(
    {{"type", &input_type, required, "Type (类型)",
      "number; money, in the document's unit; percent; count, a whole number from 0; boolean; "
      "text; date; or a list of records."},
     {"label", &text, optional, "Label (名称)", "What people call it."},
     {"optional", &boolean, optional, "Optional (可缺)"},
     {"fixed", &boolean, optional, "Fixed (不可变动)",
      "Whether those whose fact it is cannot change it: advice never says that they should."},
     {"default", &any, optional, "Default (缺省值)", "Of an optional input that is absent."},
     {"minimum", &percent, optional, "Minimum (最小值)"},
     {"maximum", &percent, optional, "Maximum (最大值)"},
     {"of", &records, optional, "Of (记录)",
      "What the records of a list hold: inputs by name, or \"target\" for target records."},
     {"aggregate", &aggregate, optional, "Aggregate (汇总方式)",
      "How a department's fact is made from its units'; own where it is absent."},
     {"weight", &text, optional, "Weight (权数)", "Of a mean: the path of an input of money."}});

// ---- what holds of one type alone

inline constexpr Value is_list = words_of("list");
inline constexpr Value is_measured = words_of("number money");
inline constexpr Value is_count = words_of("count");
inline constexpr Value is_percent = words_of("percent");
inline constexpr Value is_boolean = words_of("boolean");
inline constexpr Value is_text = words_of("text");
inline constexpr Value is_date = words_of("date");
inline constexpr Value is_unmeasured = words_of("boolean text date");

inline constexpr Value from_zero{.form = Form::whole, .least = 0};
inline constexpr Value sum_or_mean = words_of("sum mean own");
inline constexpr Value only_mean = words_of("mean");
inline constexpr Value mean_or_own = words_of("mean own");
inline constexpr Value sum_or_own = words_of("sum own");
inline constexpr Value all_or_any = words_of("all any own");
inline constexpr Value all_records = words_of("concatenate own");
inline constexpr Value only_own = words_of("own");

inline constexpr auto optional_is_true = std::to_array<Field>({{"optional", &truth}});
inline constexpr auto of_measured = std::to_array<Field>({{"default", &decimal},
                                                          {"minimum", &decimal},
                                                          {"maximum", &decimal},
                                                          {"aggregate", &sum_or_mean}});
inline constexpr auto of_counts = std::to_array<Field>({{"default", &from_zero},
                                                        {"minimum", &decimal},
                                                        {"maximum", &decimal},
                                                        {"aggregate", &sum_or_own}});
inline constexpr auto of_percents =
    std::to_array<Field>({{"default", &percent}, {"aggregate", &mean_or_own}});
inline constexpr auto of_booleans =
    std::to_array<Field>({{"default", &boolean}, {"aggregate", &all_or_any}});
inline constexpr auto of_texts =
    std::to_array<Field>({{"default", &text}, {"aggregate", &only_own}});
inline constexpr auto of_dates =
    std::to_array<Field>({{"default", &date}, {"aggregate", &only_own}});
inline constexpr auto of_lists = std::to_array<Field>({{"aggregate", &all_records}});
inline constexpr auto of_means = std::to_array<Field>({{"aggregate", &only_mean}});

inline constexpr auto input_conditions = std::to_array<Condition>(
    {{.key = "default", .then = {.needs = "optional", .are = optional_is_true}},
     {.key = "type",
      .is = &is_list,
      .then = {.needs = "of", .without = "default minimum maximum", .are = of_lists},
      .otherwise = {.without = "of"}},
     {.key = "type", .is = &is_measured, .then = {.are = of_measured}},
     {.key = "type", .is = &is_count, .then = {.are = of_counts}},
     {.key = "type", .is = &is_percent, .then = {.are = of_percents}},
     {.key = "type", .is = &is_boolean, .then = {.are = of_booleans}},
     {.key = "type", .is = &is_text, .then = {.are = of_texts}},
     {.key = "type", .is = &is_date, .then = {.are = of_dates}},
     {.key = "type", .is = &is_unmeasured, .then = {.without = "minimum maximum"}},
     {.key = "weight", .then = {.needs = "aggregate", .are = of_means}}});

inline constexpr Value input{.form = Form::object,
                             .name = "input",
                             .title = "An input (数据项)",
                             .what = "an input",
                             .fields = input_fields,
                             .conditions = input_conditions};
inline constexpr Value inputs{.form = Form::map, .pattern = path_pattern, .of = &input};

} // namespace heng::detail::declared
