// SPDX-License-Identifier: Apache-2.0
//
// rubric/1
#include "document/declared_input.hpp"
#include "document/declared_trials.hpp"
#include "document/schema_text.hpp"
#include "rule/declared_rules.hpp"

#include <heng/document/lint_codes.hpp>

namespace heng::detail::declared {

extern const Value indicator;

namespace {

constexpr Value rubric_heng = words_of("rubric/1");
constexpr auto effective_fields = std::to_array<Field>(
    {{"from", &date, optional, "From (起)"}, {"to", &date, optional, "To (止)"}});
constexpr Value effective{
    .form = Form::object, .what = "\"effective\"", .fields = effective_fields};

constexpr Value rounding_scale = whole_in(0, 100);
constexpr Value rounding_mode = words_of("half-up half-even half-down up down ceiling floor");
constexpr Value rounding_place{.form = Form::text,
                               .pattern = "^(row|leaf|total|level-([1-9]|[1-5][0-9]|6[0-4]))$",
                               .examples = "leaf level-1 level-2 row total"};
constexpr Value rounding_places = list_of(rounding_place);
constexpr auto rounding_fields = std::to_array<Field>(
    {{"scale", &rounding_scale, required, "Places (小数位数)", "0 to 100"},
     {"mode", &rounding_mode, required, "Mode (方式)",
      "half-up is 四舍五入: away from zero on a tie."},
     {"at", &rounding_places, required, "Where (位置)",
      "row, leaf, level-1, level-2, … or total; elsewhere values stay exact."}});
constexpr Value rounding{.form = Form::object, .what = "\"rounding\"", .fields = rounding_fields};

constexpr auto grade_fields =
    std::to_array<Field>({{"in", &unary_tests, required, "In (区间)", "The totals of the grade."},
                          {"grade", &text, required, "Grade (等级)"}});
constexpr Value grade{
    .form = Form::object, .title = "A grade (等级)", .what = "a grade", .fields = grade_fields};
constexpr Value grades = list_of(grade);
constexpr Value named_values{.form = Form::map, .pattern = path_pattern, .of = &expression};

constexpr Value units_score = words_of("aggregate-then-score score-then-weight");
constexpr Value units_treat_as = words_of("leave full zero");
constexpr auto unit_rule_fields = std::to_array<Field>(
    {{"weight", &text, optional, "Weight (权数)",
      "The path of the input of money that means and scores are weighted by."},
     {"score", &units_score, optional, "Score (评分顺序)",
      "The department's facts are scored, or each unit's and the scores are weighted."},
     {"treat_as", &units_treat_as, optional, "Treat as (处理)",
      "What a unit counts for which the indicator does not apply, where units are scored one by "
      "one."}});
constexpr Value unit_rule{.form = Form::object,
                          .name = "unit_rule",
                          .title = "Units (下属单位)",
                          .what = "\"units\"",
                          .fields = unit_rule_fields};

constexpr Value accepted_code{.form = Form::text, .codes = lint_codes};
constexpr auto accepted_fields = std::to_array<Field>(
    {{"finding", &accepted_code, required, "Finding (提示)", "A code of heng lint."},
     {"reason", &text, required, "Reason (理由)", "Why it is meant."}});
constexpr Value accepted{.form = Form::object,
                         .name = "accepted",
                         .title = "An accepted finding (已接受的提示)",
                         .what = "an accepted finding",
                         .fields = accepted_fields};
constexpr Value accepted_list = list_of(accepted);
constexpr Value accepted_by_rubric{.form = Form::list, .most = 1'000, .of = &accepted};
constexpr std::string_view accept_title = "Accepted findings (已接受的提示)";
constexpr std::string_view accept_meaning = "Findings of heng lint that are meant.";

constexpr Value treat_as = words_of("full zero rescale");
constexpr auto not_applicable_fields = std::to_array<Field>(
    {{"when", &expression, required, "When (条件)"},
     {"treat_as", &treat_as, required, "Treat as (处理)",
      "All points, none, or the indicator leaves and the rest is scaled to the full points."}});
constexpr Value not_applicable{.form = Form::object,
                               .name = "not_applicable",
                               .title = "Not applicable (不适用)",
                               .what = "\"not_applicable\"",
                               .fields = not_applicable_fields};

constexpr auto amount_choices = std::to_array<const Value*>({&decimal, &expression});
constexpr Value amount{.form = Form::either, .choices = amount_choices};
constexpr auto adjustment_fields = std::to_array<Field>(
    {{"id", &text, optional, "Id (编号)"},
     {"when", &expression, optional, "When (条件)",
      "Always where it is absent, which an expression that is deducted or added may be."},
     {"at_most", &amount, optional, "At most (最高分)",
      "The score is at most this: points, or an expression that gives them."},
     {"set", &amount, optional, "Set (定为)", "The score is this."},
     {"deduct", &amount, optional, "Deduct (扣分)", "This is taken off, down to the floor."},
     {"add", &amount, optional, "Add (加分)", "This is added, up to the points and extra."},
     {"grade_at_most", &text, optional, "Grade at most (最高等级)",
      "Of the total: its grade is no better than this one; its score stays."},
     {"each_at_most", &decimal, optional, "Each at most (加扣分上限)",
      "The most that this adjustment deducts or adds."},
     {"reason", &text, optional, "Reason (理由)"}});
constexpr auto adjustment_conditions = std::to_array<Condition>(
    {{.key = "at_most", .then = {.needs = "when"}},
     {.key = "set", .then = {.needs = "when"}},
     {.key = "grade_at_most", .then = {.needs = "when"}},
     {.key = "deduct", .is = &decimal, .then = {.needs = "when"}},
     {.key = "add", .is = &decimal, .then = {.needs = "when"}},
     {.key = "each_at_most", .then = {.without = "at_most set grade_at_most"}}});
constexpr Value adjustment{.form = Form::object,
                           .name = "adjustment",
                           .title = "An adjustment (调整)",
                           .what = "an adjustment",
                           .fields = adjustment_fields,
                           .one_of = "at_most set deduct add grade_at_most",
                           .conditions = adjustment_conditions};
constexpr Value adjustments = list_of(adjustment);

constexpr std::string_view extra_title = "Extra (加分)";
constexpr std::string_view extra_meaning = "Points that can be scored above the points; 0 where it "
                                           "is absent. Rates and grades still refer "
                                           "to the points.";
constexpr std::string_view floor_title = "Floor (倒扣下限)";
constexpr std::string_view floor_meaning =
    "The least score, 0 or less, such as -5; 0 where it is absent.";

constexpr Value indicator_id{.form = Form::text, .pattern = "^(?!x-|\\$)[^#]+$"};
constexpr Value indicators = list_of(indicator);
constexpr Value top_indicators = list_of(indicator, 1);
constexpr auto indicator_fields = std::to_array<Field>(
    {{"id", &indicator_id, required, "Id (编号)",
      "Of its own in the rubric; no #, and not beginning with x- or $."},
     {"name", &text, required, "Name (名称)"},
     {"points", &decimal, required, "Points (分值)",
      "0 or more; of a branch, the sum of its children's."},
     {"extra", &decimal, optional, extra_title, extra_meaning},
     {"floor", &decimal, optional, floor_title, floor_meaning},
     {"indicators", &indicators, optional, "Indicators (下级指标)",
      "Of a branch; then there is no rule."},
     {"measure", &expression, optional, "Measure (计量值)", "What the rule is applied to."},
     {"rule", &rule},
     {"not_applicable", &not_applicable},
     {"adjustments", &adjustments, optional, "Adjustments (调整)", "Applied in the order written."},
     {"basis", &basis},
     {"source", &text, optional, "Source (出处)"},
     {"accept", &accepted_list, optional, accept_title, accept_meaning},
     {"units", &unit_rule}});
constexpr auto measured_fields = std::to_array<Field>({{"kind", &measured_kind, required}});
constexpr Value measured_rule{.form = Form::some_keys, .fields = measured_fields};
constexpr auto indicator_conditions =
    std::to_array<Condition>({{.key = "rule",
                               .is = &measured_rule,
                               .then = {.needs = "measure"},
                               .otherwise = {.without = "measure"}}});

constexpr auto rubric_fields = std::to_array<Field>(
    {{"heng", &rubric_heng, required, heng_title, heng_meaning},
     {"id", &text, required, "Id (编号)"},
     {"title", &text, required, "Title (标题)"},
     {"basis", &basis},
     {"source", &text, optional, "Source (出处)"},
     {"effective", &effective, optional, "In force (有效期)",
      "The days on which the rubric is in force, \"to\" not before \"from\"; either may be left "
      "out. Facts of a year outside them are scored, with the diagnostic outside-effective."},
     {"language", &language, optional, language_title, language_meaning},
     {"unit", &money_unit},
     {"points", &decimal, required, "Points (满分)", "Above 0; the sum of the top level's."},
     {"extra", &decimal, optional, extra_title, extra_meaning},
     {"floor", &decimal, optional, floor_title, floor_meaning},
     {"rounding", &rounding, optional, "Rounding (舍入)"},
     {"grades", &grades, optional, "Grades (等级)"},
     {"inputs", &inputs, optional, "Inputs (数据项)",
      "The facts that the rubric reads, by path: budget.annual"},
     {"values", &named_values, optional, "Named values (中间值)",
      "Expressions with a name, which others may use."},
     {"indicators", &top_indicators, required, "Indicators (指标)", "The top level."},
     {"adjustments", &adjustments, optional, "Adjustments (调整)",
      "Of the total, applied in the order written."},
     {"accept", &accepted_by_rubric, optional, accept_title, accept_meaning},
     {"units", &unit_rule},
     {"tests", &test_list, optional, test_list_title, test_list_meaning}, // these are for trial
     {"equivalent", &equivalent_list, optional, equivalent_list_title, equivalent_list_meaning}});

} // namespace

constexpr Value indicator{.form = Form::object,
                          .name = "indicator",
                          .title = "An indicator (指标)",
                          .what = "an indicator",
                          .fields = indicator_fields,
                          .one_of = "rule indicators",
                          .conditions = indicator_conditions};
constexpr Value rubric{.form = Form::object,
                       .name = "rubric",
                       .title = "A rubric (指标体系)",
                       .meaning = "rubric/1: a scoring standard as data. Checked with: heng lint",
                       .what = "a rubric",
                       .fields = rubric_fields};

constexpr Format rubric_format = format_of<rubric>();

} // namespace heng::detail::declared
