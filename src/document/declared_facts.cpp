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
constexpr Value data{
    .form = Form::map,
    .name = "data",
    .title = "Data (数据)",
    .meaning = "The facts, in groups: \"budget\": {\"annual\": 100} is budget.annual. Which facts "
               "there are, and of what type, the rubric says in its \"inputs\"; what it does not "
               "read is skipped."};

constexpr auto score_choices = std::to_array<const Value*>({&decimal, &unknown});
constexpr Value assessed_score{.form = Form::either, .choices = score_choices};
constexpr Value evidence = list_of(text);
constexpr auto assessment_fields = std::to_array<Field>(
    {{"score", &assessed_score, required, "Score (得分)",
      "From 0 to the indicator's points; null or \"?\" where it is not known yet and facts may be "
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
