// SPDX-License-Identifier: Apache-2.0
//
// facts/1
#include "base/json/declared_common.hpp"
#include "document/schema_text.hpp"

#include <array>

namespace heng::detail::declared {
namespace {

constexpr Value facts_heng = words_of("facts/1");
constexpr auto subject_fields = std::to_array<Field>(
    {{"name", &text, optional, "Name (名称)", "The department, unit or project."},
     {"year", &year, optional, "Year (年度)", "1 to 9999"}});
constexpr Value subject{.form = Form::object,
                        .name = "subject",
                        .title = "Subject (评价对象)",
                        .what = "a subject",
                        .fields = subject_fields};

// ---- target records

constexpr Value row_rule = words_of("ratio all pass per_point date");
constexpr Value by_pass = words_of("pass");
constexpr Value by_point = words_of("per_point");
constexpr Value by_date = words_of("date");
constexpr Value point_part = words_of("whole started exact");
constexpr auto figure_choices = std::to_array<const Value*>({&percent, &date});
constexpr Value figure{.form = Form::either, .choices = figure_choices};
constexpr auto target_fields = std::to_array<Field>(
    {{"name", &text, required, "Name (指标名称)"},
     {"block", &text, optional, "Block (指标类别)", "Such as 产出/数量."},
     {"points", &decimal, optional, "Points (分值)", "Its own; 0 or more."},
     {"direction", &text, required, "Direction (方向)",
      "What meets the target: >=, <= or =, or level for one without a number; ≥, 正向 and the like "
      "are read as well."},
     {"target", &figure, optional, "Target (目标值)", "A day where the rule is date."},
     {"actual", &figure, optional, "Actual value (实际完成值)", "The same."},
     {"unit", &text, optional, "Unit (计量单位)"},
     {"level", &text, optional, "Level (完成等级)",
      "Of a target by level: met, partly or not; 达成 and the like are read as well."},
     {"rate", &percent, optional, "Rate (完成率)", "Inside of the level; met is 100 % without it."},
     {"reason", &text, optional, "Reason (偏差原因)"},
     {"published", &any, optional, "Published (公开得分)", "For heng audit: the printed score."},
     {"rule", &row_rule, optional, "Rule (计分办法)",
      "How the completion becomes points: its share of them (ratio, where it is absent); all or "
      "none (all); none below a completion (pass); so many fewer for each percentage point that it "
      "lacks (per_point); a day that is met or late (date)."},
     {"least", &percent, optional, "Least (及格完成率)", "Of pass: from 0 to 100 %."},
     {"deduct", &decimal, optional, "Deduct (扣分)",
      "Of per_point: the points of each percentage point; of date: of each day, without which a "
      "late one has none."},
     {"part", &point_part, optional, "Part (不足1个百分点)",
      "Of per_point: only whole points, started ones too, or as it is (exact, where it is "
      "absent)."},
     {"floor", &decimal, optional, "Floor (最低分)", "The least that the row scores."},
     {"cap", &decimal, optional, "Cap (最高分)",
      "The most that it scores: from the floor to the row's points."}});
constexpr auto target_conditions = std::to_array<Condition>(
    {{.key = "rule", .is = &by_pass, .then = {.needs = "least"}, .otherwise = {.without = "least"}},
     {.key = "rule",
      .is = &by_point,
      .then = {.needs = "deduct"},
      .otherwise = {.without = "part"}},
     {.key = "rule", .is = &by_date, .then = {.needs = "direction"}}});

} // namespace

constexpr Value target_record{.form = Form::object,
                              .name = "target_record",
                              .title = "A target record (绩效目标)",
                              .meaning = "An element of an input that the rubric declares as a "
                                         "list of \"target\".",
                              .what = "a target record",
                              .fields = target_fields,
                              .conditions = target_conditions};

namespace {

constexpr auto lists_of = std::to_array<const Value*>({&target_record});
constexpr Value data{
    .form = Form::map,
    .name = "data",
    .title = "Data (数据)",
    .meaning = "The facts, in groups: \"budget\": {\"annual\": 100} is budget.annual. Which facts "
               "there are, and of what type, the rubric says in its \"inputs\"; what it does not "
               "read is skipped.",
    .beside = lists_of};

constexpr auto score_choices = std::to_array<const Value*>({&decimal, &unknown});
constexpr Value assessed_score{.form = Form::either, .choices = score_choices};
constexpr Value evidence = list_of(text);
constexpr auto assessment_fields = std::to_array<Field>(
    {{"score", &assessed_score, required, "Score (得分)",
      "From 0 to the indicator's points, or within the range of scores of the band that the facts "
      "are in; null or \"?\" where it is not known yet and facts may be "
      "partial."},
     {"reason", &some_text, optional, "Reason (评定理由)",
      "Why this score; it is written into the sheet."},
     {"evidence", &evidence, optional, "Evidence (佐证材料)", "What was looked at."}});
constexpr auto assessment_conditions =
    std::to_array<Condition>({{.key = "score", .is = &unknown, .otherwise = {.needs = "reason"}}});
constexpr Value assessment{.form = Form::object,
                           .name = "assessment",
                           .title = "An assessed score (评定得分)",
                           .what = "an assessment",
                           .fields = assessment_fields,
                           .conditions = assessment_conditions};
constexpr auto assessment_choices = std::to_array<const Value*>({&assessment, &unknown});
constexpr Value assessment_or_unknown{.form = Form::either, .choices = assessment_choices};
constexpr Value assessed{.form = Form::map,
                         .name = "assessed",
                         .title = "Assessed scores (评定得分)",
                         .meaning = "The scores that people give, by the id of the indicator; null "
                                    "or \"?\" where facts may be partial.",
                         .of = &assessment_or_unknown};

constexpr auto published_fields = std::to_array<Field>(
    {{"scores", &any, optional, "Scores (得分)", "By id."},
     {"points", &any, optional, "Points (分值)", "By id."},
     {"rates", &any, optional, "Rates (得分率)", "By id."},
     {"total", &any, optional, "Total (总分)"},
     {"full", &any, optional, "Full points (满分)"},
     {"complete", &any, optional, "Complete (完整)",
      "Whether the printed form has every indicator."},
     {"grade", &any, optional, "Grade (等级)",
      "As printed: it is compared with that of the total."},
     {"reasons", &any, optional, "Reasons (偏差原因)",
      "One paragraph for the whole form, where its rows have none of their own."}});
} // namespace

constexpr Value published{
    .form = Form::object, .what = "a published result", .fields = published_fields};

namespace {

constexpr auto part_fields = std::to_array<Field>(
    {{"subject", &subject},
     {"unit", &money_unit},
     {"data", &data, required},
     {"assessed", &assessed},
     {"units", &never, optional, "Units (下属单位)", "None: a unit has no units of its own."}});
constexpr Value part{.form = Form::object,
                     .name = "part",
                     .title = "A unit (下属单位)",
                     .what = "a unit",
                     .fields = part_fields};
constexpr Value parts = list_of(part);

constexpr auto facts_fields = std::to_array<Field>(
    {{"heng", &facts_heng, required, heng_title, heng_meaning},
     {"subject", &subject},
     {"unit", &money_unit},
     {"data", &data, required},
     {"assessed", &assessed},
     {"published", &published, optional, "Published result (公开结果)",
      "The figures that the subject's own report prints, for heng audit: scores, points and rates "
      "by id, total, full, grade, reasons, complete."},
     {"units", &parts, optional, "Units (下属单位)",
      "The parts of the subject that have facts of their own; its own facts are the first."}});

} // namespace

constexpr Value facts{
    .form = Form::object,
    .name = "facts",
    .title = "Facts of a subject (评价数据)",
    .meaning = "facts/1: what is known of one subject. Scored with: heng score -r RUBRIC",
    .what = "a facts document",
    .fields = facts_fields};

constexpr Format facts_format = format_of<facts>();

} // namespace heng::detail::declared
