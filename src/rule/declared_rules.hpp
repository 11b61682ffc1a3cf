// SPDX-License-Identifier: Apache-2.0
//
// The kinds of rules of rubric/1.
#pragma once

#include "base/json/declared_common.hpp"

#include <array>

namespace heng::detail::declared {

inline constexpr std::string_view kind_title = "Kind (类型)";
inline constexpr std::string_view a_rule_of_this_kind = "a rule of this kind";
inline constexpr Value unary_tests{.form = Form::text,
                                   .name = "unary_tests",
                                   .title = "Unary tests (区间)",
                                   .meaning = "FEEL unary tests with constant numbers: \">= 90\", "
                                              "\"[80..90)\", \"< 60\"; \"-\" is "
                                              "anything.",
                                   .least = 1};

// ---- proportional

inline constexpr Value is_proportional = words_of("proportional");
inline constexpr Value zero_denominator = words_of("full zero error");
inline constexpr auto proportional_fields = std::to_array<Field>(
    {{"kind", &is_proportional, required, kind_title},
     {"cap", &decimal, optional, "Cap (封顶值)",
      "The measure that earns all points; 1 where it is absent. Above 0."},
     {"pass", &percent, optional, "Pass mark (及格线)",
      "Below it the score is 0; from 0 to the cap."},
     {"if_zero_denominator", &zero_denominator, optional, "Zero denominator (分母为零)",
      "What a measure that divides by zero earns; error where it is absent."}});
inline constexpr Value rule_proportional{.form = Form::object,
                                         .name = "rule_proportional",
                                         .title = "proportional (按比例)",
                                         .meaning = "points × min(measure, cap) ÷ cap, at least 0.",
                                         .what = a_rule_of_this_kind,
                                         .fields = proportional_fields};

// ---- bands

inline constexpr auto range_ends = std::to_array<const Value*>({&decimal, &decimal});
inline constexpr Value score_range{.form = Form::pair,
                                   .title = "A range of scores (得分范围)",
                                   .meaning = "[least, most], in points",
                                   .choices = range_ends};
inline constexpr auto band_fields = std::to_array<Field>(
    {{"in", &unary_tests, required, "In (区间)", "The measures of the band."},
     {"score", &decimal, optional, "Score (得分)", "In points."},
     {"rate", &percent, optional, "Rate (得分率)", "Of the points."},
     {"score_range", &score_range, optional, "Range of scores (得分范围)",
      "The least and the most points; a person gives the score within it, in \"assessed\" of the "
      "facts."},
     {"label", &text, optional, "Label (说明)"}});
inline constexpr Value band{.form = Form::object,
                            .name = "band",
                            .title = "A band (档)",
                            .what = "a band",
                            .fields = band_fields,
                            .one_of = "score rate score_range"};
inline constexpr Value is_bands = words_of("bands");
inline constexpr Value some_bands = list_of(band, 1);
inline constexpr auto bands_fields = std::to_array<Field>(
    {{"kind", &is_bands, required, kind_title}, {"bands", &some_bands, required, "Bands (档)"}});
inline constexpr Value rule_bands{.form = Form::object,
                                  .name = "rule_bands",
                                  .title = "bands (分档)",
                                  .meaning = "The first band that holds gives the score.",
                                  .what = a_rule_of_this_kind,
                                  .fields = bands_fields};

// ---- interpolate

inline constexpr auto knot_numbers = std::to_array<const Value*>({&percent, &decimal});
inline constexpr Value knot{.form = Form::pair,
                            .title = "A knot (节点)",
                            .meaning = "[measure, score]",
                            .choices = knot_numbers};
inline constexpr Value knots = list_of(knot, 1);
inline constexpr Value is_interpolate = words_of("interpolate");
inline constexpr auto interpolate_fields = std::to_array<Field>(
    {{"kind", &is_interpolate, required, kind_title},
     {"knots", &knots, required, "Knots (节点)", "[measure, score], the measure rising."}});
inline constexpr Value rule_interpolate{.form = Form::object,
                                        .name = "rule_interpolate",
                                        .title = "interpolate (插值)",
                                        .meaning = "Linear between the knots, flat outside.",
                                        .what = a_rule_of_this_kind,
                                        .fields = interpolate_fields};

// ---- step

inline constexpr Value is_step = words_of("step");
inline constexpr Value side_of_norm = words_of("above below");
inline constexpr Value step_part = words_of("whole started exact");
inline constexpr std::string_view step_part_title = "Part of a step (不足一段)";
inline constexpr std::string_view step_part_meaning =
    "Only complete steps, started ones too, or as it is.";
inline constexpr auto step_fields = std::to_array<Field>(
    {{"kind", &is_step, required, kind_title},
     {"norm", &percent, required, "Norm (标准值)", "Up to here nothing is deducted."},
     {"side", &side_of_norm, required, "Side (方向)", "On which side of the norm points are lost."},
     {"every", &percent, required, "Every (每)", "The width of a step; above 0."},
     {"deduct", &decimal, required, "Deduct (扣分)", "The points of each step."},
     {"part", &step_part, required, step_part_title, step_part_meaning}});
inline constexpr Value rule_step{.form = Form::object,
                                 .name = "rule_step",
                                 .title = "step (分段扣分)",
                                 .meaning = "points − steps × deduct, at least 0.",
                                 .what = a_rule_of_this_kind,
                                 .fields = step_fields};

// ---- occurrences

inline constexpr auto counted_fields = std::to_array<Field>(
    {{"id", &text, optional, "Id (编号)"},
     {"count", &expression, required, "Count (次数)"},
     {"deduct", &decimal, required, "Deduct (扣分)", "The points of each."},
     {"at_most", &decimal, optional, "At most (最多扣分)", "The most that is deducted for it."},
     {"label", &text, optional, "Label (说明)"}});
inline constexpr Value counted{.form = Form::object,
                               .name = "counted",
                               .title = "What is counted (计数项)",
                               .what = "what is counted",
                               .fields = counted_fields};
inline constexpr Value is_occurrences = words_of("occurrences");
inline constexpr Value some_counted = list_of(counted, 1);
inline constexpr auto occurrences_fields =
    std::to_array<Field>({{"kind", &is_occurrences, required, kind_title},
                          {"each", &some_counted, required, "What is counted (计数项)"},
                          {"none_from", &decimal, optional, "None from (不得分的次数)",
                           "From so many of all kinds together on no points are left; above "
                           "0."}});
inline constexpr Value rule_occurrences{.form = Form::object,
                                        .name = "rule_occurrences",
                                        .title = "occurrences (按次扣分)",
                                        .meaning =
                                            "points − Σ count × deduct, at least 0; 0 where the "
                                            "counts together reach none_from.",
                                        .what = a_rule_of_this_kind,
                                        .fields = occurrences_fields};

// ---- checklist

inline constexpr auto item_fields =
    std::to_array<Field>({{"id", &text, optional, "Id (编号)"},
                          {"label", &text, optional, "Label (说明)"},
                          {"when", &expression, required, "When (条件)"},
                          {"score", &decimal, required, "Score (得分)"}});
inline constexpr Value item{.form = Form::object,
                            .name = "item",
                            .title = "An item of a checklist (检查项)",
                            .what = "an item of a checklist",
                            .fields = item_fields};
inline constexpr Value is_checklist = words_of("checklist");
inline constexpr Value some_items = list_of(item, 1);
inline constexpr auto checklist_fields =
    std::to_array<Field>({{"kind", &is_checklist, required, kind_title},
                          {"items", &some_items, required, "Items (项)"}});
inline constexpr Value rule_checklist{.form = Form::object,
                                      .name = "rule_checklist",
                                      .title = "checklist (逐项给分)",
                                      .meaning =
                                          "The sum of the items that hold, at most the points.",
                                      .what = a_rule_of_this_kind,
                                      .fields = checklist_fields};

// ---- condition

inline constexpr Value is_condition = words_of("condition");
inline constexpr auto condition_fields =
    std::to_array<Field>({{"kind", &is_condition, required, kind_title},
                          {"when", &expression, required, "When (条件)"}});
inline constexpr Value rule_condition{.form = Form::object,
                                      .name = "rule_condition",
                                      .title = "condition (是否)",
                                      .meaning = "All points, or none.",
                                      .what = a_rule_of_this_kind,
                                      .fields = condition_fields};

// ---- categories

inline constexpr Value is_categories = words_of("categories");
inline constexpr Value score_by_text{.form = Form::map, .least = 1, .of = &decimal};
inline constexpr auto categories_fields = std::to_array<Field>(
    {{"kind", &is_categories, required, kind_title},
     {"scores", &score_by_text, required, "Scores (得分)", "The score of each text."}});
inline constexpr Value rule_categories{.form = Form::object,
                                       .name = "rule_categories",
                                       .title = "categories (分类给分)",
                                       .meaning = "The measure is a text; each text has its score.",
                                       .what = a_rule_of_this_kind,
                                       .fields = categories_fields};

// ---- targets

inline constexpr Value is_targets = words_of("targets");
inline constexpr Value row_weights = words_of("equal points");
inline constexpr Value dialect = words_of("80-60 80-50");
inline constexpr Value far_side = words_of(">= <= =");
inline constexpr auto far_above_fields = std::to_array<Field>(
    {{"from", &percent, required, "From (起点)",
      "How often the target was reached, from which it is too far: actual ÷ target, or target ÷ "
      "actual on the side <=."},
     {"side", &far_side, optional, "Side (适用方向)",
      "The direction of the targets that lose points; >= where it is absent."},
     {"deduct", &decimal, optional, "Deduct (扣分)", "In points."},
     {"share", &percent, optional, "Share (扣减比例)", "Of the row's points, from 0 to 1."},
     {"proportional", &truth, optional, "Proportional (按偏离度)",
      "The row loses the share of its points by which the target was reached more often than "
      "from."}});
inline constexpr Value far_above{.form = Form::object,
                                 .what = "\"far_above\"",
                                 .fields = far_above_fields,
                                 .one_of = "deduct share proportional"};
inline constexpr auto targets_fields = std::to_array<Field>(
    {{"kind", &is_targets, required, kind_title},
     {"rows", &expression, required, "Rows (指标行)", "A list of target records."},
     {"weights", &row_weights, required, "Weights (权重)",
      "Each row alike, or by the points of its record."},
     {"dialect", &dialect, optional, "Dialect (定性口径)",
      "Of qualitative levels: partly met begins at 60 % or at 50 %."},
     {"far_above", &far_above, optional, "Far above (偏离过大)"}});
inline constexpr Value rule_targets{.form = Form::object,
                                    .name = "rule_targets",
                                    .title = "targets (绩效指标完成情况)",
                                    .meaning = "One row per target record.",
                                    .what = a_rule_of_this_kind,
                                    .fields = targets_fields};

// ---- assessed, formula

inline constexpr Value is_assessed = words_of("assessed");
inline constexpr auto assessed_fields =
    std::to_array<Field>({{"kind", &is_assessed, required, kind_title}});
inline constexpr Value rule_assessed{.form = Form::object,
                                     .name = "rule_assessed",
                                     .title = "assessed (人工评定)",
                                     .meaning = "The score stands in the facts, with a reason.",
                                     .what = a_rule_of_this_kind,
                                     .fields = assessed_fields};

inline constexpr Value is_formula = words_of("formula");
inline constexpr auto formula_fields = std::to_array<Field>(
    {{"kind", &is_formula, required, kind_title},
     {"score", &expression, required, "Score (得分)"},
     {"floor", &decimal, optional, "Floor (下限)", "0 where it is absent."},
     {"cap", &decimal, optional, "Cap (上限)", "The points where it is absent."}});
inline constexpr Value rule_formula{.form = Form::object,
                                    .name = "rule_formula",
                                    .title = "formula (公式)",
                                    .meaning = "A score in points, by an expression.",
                                    .what = a_rule_of_this_kind,
                                    .fields = formula_fields};

// ---- steps

inline constexpr auto steps_side_fields = std::to_array<Field>(
    {{"every", &percent, required, "Every (每)", "The width of a step; above 0."},
     {"add", &decimal, optional, "Add (加分)", "The points that each step wins."},
     {"deduct", &decimal, optional, "Deduct (扣分)", "The points that each step costs."},
     {"part", &step_part, required, step_part_title, step_part_meaning},
     {"at_most", &decimal, optional, "At most (上限)", "The most points that this side changes."}});
inline constexpr Value steps_side{.form = Form::object,
                                  .name = "steps_side",
                                  .title = "A side of the norm (标准值的一侧)",
                                  .what = "a side of the norm",
                                  .fields = steps_side_fields,
                                  .one_of = "add deduct"};
inline constexpr auto norm_choices = std::to_array<const Value*>({&percent, &expression});
inline constexpr Value steps_norm{.form = Form::either, .choices = norm_choices};
inline constexpr auto steps_pass_fields = std::to_array<Field>(
    {{"least", &percent, optional, "Least (下限)", "Below it the score is 0."},
     {"most", &percent, optional, "Most (上限)", "Above it the score is 0; at least the least."}});
inline constexpr Value steps_pass{
    .form = Form::object, .what = "\"pass\"", .fields = steps_pass_fields, .some_of = "least most"};
inline constexpr Value is_steps = words_of("steps");
inline constexpr auto steps_fields = std::to_array<Field>(
    {{"kind", &is_steps, required, kind_title},
     {"base", &decimal, optional, "Base (基础分)",
      "The score at the norm; the points where it is absent. From 0 to the points."},
     {"norm", &steps_norm, required, "Norm (标准值)", "An expression, or the number itself."},
     {"above", &steps_side, optional, "Above the norm (高于标准值)"},
     {"below", &steps_side, optional, "Below the norm (低于标准值)"},
     {"pass", &steps_pass, optional, "Pass (得分范围)",
      "The measures for which there are points at all."}});
inline constexpr Value rule_steps{
    .form = Form::object,
    .name = "rule_steps",
    .title = "steps (按幅度加减分)",
    .meaning = "The base, changed by each step on the side of the norm where the measure lies; 0 "
               "outside of pass; from 0 to the points.",
    .what = a_rule_of_this_kind,
    .fields = steps_fields,
    .some_of = "above below"};

// ---- tally

inline constexpr Value is_tally = words_of("tally");
inline constexpr auto tally_fields = std::to_array<Field>(
    {{"kind", &is_tally, required, kind_title},
     {"each", &decimal, required, "Each (每个)", "The points of each thing; 0 or more."},
     {"at_most", &decimal, optional, "At most (上限)",
      "The most that all together earn; the points where it is absent. At most the points."}});
inline constexpr Value rule_tally{
    .form = Form::object,
    .name = "rule_tally",
    .title = "tally (计数得分)",
    .meaning = "min(measure × each, at_most), at least 0; the measure is the count.",
    .what = a_rule_of_this_kind,
    .fields = tally_fields};

// ---- all of them

inline constexpr Value rule_kind = words_of("proportional bands interpolate step occurrences "
                                            "checklist condition categories targets assessed "
                                            "formula steps tally");
inline constexpr auto rule_fields =
    std::to_array<Field>({{"kind", &rule_kind, required, kind_title}});
/// In the order of `rule_kind`.
inline constexpr auto rules = std::to_array<const Value*>(
    {&rule_proportional, &rule_bands, &rule_interpolate, &rule_step, &rule_occurrences,
     &rule_checklist, &rule_condition, &rule_categories, &rule_targets, &rule_assessed,
     &rule_formula, &rule_steps, &rule_tally});
inline constexpr Value rule{.form = Form::kinds,
                            .name = "rule",
                            .title = "Rule (评分规则)",
                            .meaning = "How the measure becomes a score.",
                            .what = "a rule",
                            .choices = rules,
                            .fields = rule_fields};
/// What the measure that these kinds are applied to stands beside.
inline constexpr Value measured_kind =
    words_of("proportional bands interpolate step categories steps tally");

} // namespace heng::detail::declared
