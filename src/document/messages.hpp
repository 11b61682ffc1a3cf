// SPDX-License-Identifier: Apache-2.0
//
// What is said of rubrics and facts that can't be used: what was found and what is due, without a
// full stop, and as a hint what to write.
//
//     unit.problem("unit", say::unknown_money_unit(*written), say::money_units);
#pragma once

#include "base/text/messages.hpp"

#include <string>

namespace heng::detail::document::say {

using text::Sentence;

// --- what several documents have -----------------------------------------------------------------

inline constexpr Sentence unknown_money_unit{"unknown unit of money \"{0}\"",
                                             "不认识金额单位“{0}”"};
inline constexpr Sentence money_units{"one of: 元, 万元, 亿元", "可选：元、万元、亿元"};
inline constexpr Sentence one_of_these{"one of: {0}", "可选：{0}"};
inline constexpr Sentence call_ended{"the caller ended the call", "调用方终止了本次调用"};
inline constexpr Sentence result_too_long{"a result has more digits than numbers may have",
                                          "计算结果的位数超过上限"};
inline constexpr Sentence shorten_numbers{"shorten the numbers that go into it",
                                          "请减少参与计算的数的位数"};
inline constexpr Sentence no_builtin{"there is no built-in rubric {0}", "没有内置的评分标准 {0}"};
inline constexpr Sentence no_schema{"there is no schema of \"{0}\"", "没有“{0}”的模式（schema）"};

// --- rubrics -------------------------------------------------------------------------------------

inline constexpr Sentence rubric_without_unit{"the rubric reads money, and has no \"unit\"",
                                              "评分标准读取金额，却没有写 unit"};
inline constexpr Sentence too_many_indicators{"the rubric has more than {0} indicator{s}",
                                              "评分标准的指标超过 {0} 个"};
inline constexpr Sentence several_rubrics{"make several rubrics of it, or raise the limit of rows",
                                          "请拆成几份评分标准，或调高行数上限"};
inline constexpr Sentence ends_before_start{
    "the rubric is in force to {0}, which is before its first day, {1}",
    "评分标准的有效期到 {0} 为止，早于起始日 {1}"};
inline constexpr Sentence exchange_days{"exchange \"from\" and \"to\", or correct the year",
                                        "请对调 from 和 to，或改正年份"};
inline constexpr Sentence unknown_place{"unknown place to round \"{0}\"", "不认识取整的位置“{0}”"};
inline constexpr Sentence rounding_places{"one of: row, leaf, level-1, level-2, …, total",
                                          "可选：row、leaf、level-1、level-2、…、total"};
inline constexpr Sentence most_accepted{"a rubric accepts at most 1,000 findings",
                                        "一份评分标准最多接受 1000 个问题"};
inline constexpr Sentence no_such_finding{"no finding has the code \"{0}\"",
                                          "没有代码为“{0}”的问题"};
inline constexpr Sentence rule_or_indicators{"an indicator has either a \"rule\" or \"indicators\"",
                                             "指标要么有 rule，要么有 indicators"};
inline constexpr Sentence measure_of_rule{"a \"measure\" belongs to an indicator with a rule",
                                          "measure 只写在有 rule 的指标上"};
inline constexpr Sentence one_action{
    "an adjustment has exactly one of \"at_most\", \"set\", \"deduct\", \"add\", "
    "\"grade_at_most\"",
    "调整须有 at_most、set、deduct、add、grade_at_most 中的一个，且只有一个"};
inline constexpr Sentence no_kind{"the rule has no \"kind\"", "规则没有写 kind"};
inline constexpr Sentence only_numbers_bounded{"only numbers have a minimum or maximum",
                                               "只有数才有 minimum 和 maximum"};
inline constexpr Sentence maximum_below{
    "the maximum is below the minimum, so that no fact could be given",
    "maximum 小于 minimum，任何值都不能填"};
inline constexpr Sentence only_optional_default{"only an optional input has a default",
                                                "只有可选的输入项才有 default"};
inline constexpr Sentence add_optional{"add \"optional\": true", "请加上 \"optional\": true"};
inline constexpr Sentence list_no_default{"a list has no default", "列表没有 default"};
inline constexpr Sentence of_list{"\"of\" belongs to a list", "of 只写在列表上"};

inline constexpr Sentence only_mean_weight{"only a mean has a weight", "只有 mean 才有 weight"};
inline constexpr Sentence add_mean{"add \"aggregate\": \"mean\", or leave the weight out",
                                   "请加上 \"aggregate\": \"mean\"，或删去 weight"};
inline constexpr Sentence mean_without_weight{"a mean is weighted by money, and no weight is named",
                                              "mean 按金额加权，却没有指明 weight"};
inline constexpr Sentence add_weight_here{
    "add \"weight\": the path of a money input, here or once in the rubric's \"units\"",
    "请在此处或评分标准的 units 中写 weight：某个金额输入项的路径"};
inline constexpr Sentence aggregate_unfit{"\"{0}\" does not fit \"{1}\", which is of the type {2}",
                                          "“{0}”不适用于“{1}”，它的类型是 {2}"};
inline constexpr Sentence field_not_aggregated{"a field of a record is not aggregated",
                                               "记录的字段不汇总"};
inline constexpr Sentence aggregate_of_list{"\"aggregate\" belongs to the list",
                                            "aggregate 写在列表上"};
inline constexpr Sentence weight_is_money{
    "a weight is the path of an input of money, found \"{0}\"",
    "weight 应为某个金额输入项的路径，现为“{0}”"};
inline constexpr Sentence treat_as_of_units{
    "\"treat_as\" is about units that are scored one by one", "treat_as 只用于逐个单位评分"};
inline constexpr Sentence add_score_then_weight{
    "add \"score\": \"score-then-weight\", or leave it out",
    "请加上 \"score\": \"score-then-weight\"，或删去它"};
inline constexpr Sentence scores_without_weight{
    "scores are weighted by money, and no weight is named", "得分按金额加权，却没有指明 weight"};
inline constexpr Sentence add_weight{"add \"weight\": the path of a money input",
                                     "请写 weight：某个金额输入项的路径"};

// --- facts ---------------------------------------------------------------------------------------

inline constexpr Sentence no_nested_units{"a unit has no units of its own",
                                          "单位之下不能再有 units"};
inline constexpr Sentence units_side_by_side{
    "list them side by side, the department's own facts being the first",
    "请并列写出各单位，部门本级的事实在最前"};
inline constexpr Sentence partial_units{"facts that may be unknown are not aggregated over units",
                                        "可能未知的事实不按单位汇总"};
inline constexpr Sentence no_partial{"leave --partial out, or give the department's facts alone",
                                     "请不用 --partial，或只给部门的事实"};
inline constexpr Sentence path_not_key{"\"{0}\" is a path, not a key", "“{0}”是路径，不是键"};
inline constexpr Sentence group_each_point{
    "write a group for each point: {\"a\": {\"b\": …}} for a.b",
    "每个点写一层，如 a.b 写作 {\"a\": {\"b\": …}}"};
inline constexpr Sentence facts_without_unit{"money needs a unit, and the document has none",
                                             "金额须有单位，而文件没有写 unit"};
inline constexpr Sentence add_unit{"add \"unit\": \"{0}\"", "请加上 \"unit\": \"{0}\""};
inline constexpr Sentence rows_of_targets{
    "with \"{0}\" the lists of targets have {1} row{s} together, and at most {2} are read",
    "加上“{0}”，绩效目标列表共有 {1} 行，最多读 {2} 行"};
inline constexpr Sentence rows_of_records{
    "with \"{0}\" the lists of records have {1} row{s} together, and at most {2} are read",
    "加上“{0}”，记录列表共有 {1} 行，最多读 {2} 行"};
inline constexpr Sentence split_facts{"split the document, or raise the limit",
                                      "请拆分文件，或调高上限"};
inline constexpr Sentence misspelt{"the rubric reads no \"{0}\", and \"{1}\" is absent",
                                   "评分标准不读“{0}”，而“{1}”没有给出"};
inline constexpr Sentence unread{"the rubric does not read \"{0}\"", "评分标准不读“{0}”"};
inline constexpr Sentence scored_by_rule{"the rubric scores \"{0}\" by its rule",
                                         "“{0}”由规则评分"};
inline constexpr Sentence leave_assessed{"leave the assessed score out, and give the facts",
                                         "请不写人工评分，改给事实"};
inline constexpr Sentence not_assessed{"the rubric has no assessed indicator \"{0}\"",
                                       "评分标准没有人工评分的指标“{0}”"};
inline constexpr Sentence assessed_range{
    "an assessed score is between {0} and the indicator's {1} point{s}, found {2}",
    "人工评分应在 {0} 与该指标的 {1} 分之间，现为 {2}"};
inline constexpr Sentence assessed_score{"assessed score", "评分"};
inline constexpr Sentence assessed_reason{"reason", "评分理由"};
inline constexpr Sentence assessed_evidence{"evidence", "佐证材料"};
inline constexpr Sentence needs_reason{"an assessed score needs a reason", "人工评分须写理由"};
inline constexpr Sentence at_least{"{0} is at least {1}, found {2}", "{0}不小于 {1}，现为 {2}"};
inline constexpr Sentence at_most{"{0} is at most {1}, found {2}", "{0}不大于 {1}，现为 {2}"};
inline constexpr Sentence not_a_number{"{0} \"{1}\" is not a number", "{0}“{1}”不是数"};
inline constexpr Sentence no_truth{"{0} must be yes or no, and is \"{1}\"",
                                   "{0}应为是或否，现为“{1}”"};
inline constexpr Sentence write_truth{"write true or false; 是, 否, √ and × are read, too",
                                      "请写“是”或“否”（也可写 true、false、√、×）"};
inline constexpr Sentence time_target{
    "a target of time is met or not: write \"direction\": \"level\" with its level, or count days",
    "时间目标不是数：请写 \"direction\": \"level\" 和等级（达成、部分达成、未达成），或改写成天数"};
inline constexpr Sentence absent_fields{
    "the records lack more than 5,000,000 optional fields altogether",
    "各条记录缺少的可选字段合计超过 5000000 个"};

inline constexpr Sentence other_without_unit{
    "the other value has no unit: give both in one unit, which stands in \"unit\"",
    "另一个值没有单位：请用同一单位写两个值，单位写在 unit 中"};
inline constexpr Sentence and_unit{"{0}, and \"unit\": \"{1}\"", "{0}，并写 \"unit\": \"{1}\""};
inline constexpr Sentence target_list{"targets", "绩效目标"};
inline constexpr Sentence no_word_of{"{1} can't be \"{0}\"", "{1}不能是“{0}”"};
inline constexpr Sentence level_words{"one of: met, partly, not", "可选：达成、部分达成、未达成"};
inline constexpr Sentence write_sign{"write \"{0}\"", "请写 \"{0}\""};
inline constexpr Sentence where_in_level{
    "a level is a range; say where in it the target stands, such as \"70%\"",
    "等级是一个范围，请写明完成率，如 \"70%\""};
inline constexpr Sentence one_percentage{
    "one of target and actual is a percentage and the other is not",
    "目标值和实际值一个是百分数，另一个不是"};
inline constexpr Sentence both_percent{"write both with %, or both without", "请都写 %，或都不写"};
inline constexpr Sentence level_rate{"the rate of a level is from 0 to 100 %",
                                     "等级的完成率应在 0 至 100% 之间"};
inline constexpr Sentence level_needs_rate{"the level \"{0}\" needs a \"rate\"",
                                           "“{0}”须写明完成率（rate）"};
inline constexpr Sentence rate_outside_level{"the rate {0} is outside the level \"{1}\"",
                                             "完成率 {0} 不在“{1}”的范围内"};
inline constexpr Sentence level_ranges{"met is 100–80 %, partly below 80 %, not below 60 %",
                                       "达成为 100%–80%，部分达成低于 80%，未达成低于 60%"};
inline constexpr Sentence level_met{"met", "达成"};
inline constexpr Sentence level_partly{"partly", "部分达成"};
inline constexpr Sentence level_not{"not", "未达成"};
inline constexpr Sentence target_points{"the points of a target are 0 or more, found {0}",
                                        "绩效目标的分值不小于 0，现为 {0}"};
inline constexpr Sentence of_level{"\"{0}\" belongs to a target by level",
                                   "“{0}”只用于按等级的目标"};
inline constexpr Sentence direction_level{"write \"direction\": \"level\", or leave it out",
                                          "请写 \"direction\": \"level\"，或删去它"};

inline constexpr Sentence key_of_row_rule{"\"{0}\" belongs to a target with the rule {1}",
                                          "“{0}”只用于 rule 为 {1} 的目标"};
inline constexpr Sentence write_row_rule{"write \"rule\": \"{0}\", or leave it out",
                                         "请写 \"rule\": \"{0}\"，或删去它"};
inline constexpr Sentence row_rule_needs{"the rule \"{0}\" needs \"{1}\"",
                                         "rule 为“{0}”时须写 {1}"};
inline constexpr Sentence add_key{"add \"{0}\": \"{1}\", or what the standard says",
                                  "请加上 \"{0}\": \"{1}\"，数字以标准为准"};
inline constexpr Sentence row_points_negative{"\"{0}\" is 0 points or more, found {1}",
                                              "{0} 不小于 0 分，现为 {1}"};
inline constexpr Sentence least_is_share{"\"least\" is a completion from 0 to 100 %, found {0}",
                                         "least 是完成率，应在 0 至 100% 之间，现为 {0}"};
inline constexpr Sentence write_share{"write 0.6 or \"60%\" for 60 %", "60% 请写作 0.6 或 \"60%\""};
inline constexpr Sentence cap_below_floor{"the cap of {0} point{s} is below the floor of {1}",
                                          "最高分 {0} 分低于最低分 {1} 分"};
inline constexpr Sentence level_takes_no_rule{"a target by level has no rule \"{0}\"",
                                              "定性目标不能用 rule“{0}”"};
inline constexpr Sentence level_takes_rules{
    "leave the rule out for the rate of its level, or write \"all\": met is full, else nothing",
    "按等级的完成率计分请删去 rule；达成得满分、否则不得分请写 \"all\""};
inline constexpr Sentence date_is_at_most{
    "a date is met on its day or earlier, so that its direction is \"<=\"",
    "日期目标在当天或之前完成为达到，方向应为“<=”"};
inline constexpr Sentence add_direction{"add \"direction\": \"<=\"",
                                        "请加上 \"direction\": \"<=\""};
inline constexpr Sentence no_row_date{"\"{0}\" is not a date", "“{0}”不是日期"};

inline constexpr Sentence unit_needs_name{"a unit needs a name", "单位须有名称"};
inline constexpr Sentence add_subject{"add \"subject\": {\"name\": \"…\"}",
                                      "请加上 \"subject\": {\"name\": \"…\"}"};
inline constexpr Sentence two_units{"two units have the name \"{0}\"", "有两个单位名为“{0}”"};
inline constexpr Sentence name_once{"name each unit once", "每个单位请只写一次"};
inline constexpr Sentence own_part{"the department's own part", "部门本级"};
inline constexpr Sentence the_unit{"the unit \"{0}\"", "单位“{0}”"};
inline constexpr Sentence no_weight{"{0} has no weight: \"{1}\" is missing",
                                    "{0}没有权重：缺少“{1}”"};
inline constexpr Sentence add_to_unit{"add it to the unit's \"data\"", "请补到该单位的 data 中"};
inline constexpr Sentence negative_weight{"a weight is 0 or more, found {0} for {1}",
                                          "权重不小于 0，{1}的现为 {0}"};
inline constexpr Sentence weights_zero{
    "the weights of all units, \"{0}\", are zero together, so that nothing can be weighed",
    "各单位的权重“{0}”合计为 0，无法加权"};
inline constexpr Sentence sum_at_least{"{0} is at least {1}, and the units' add up to {2}",
                                       "{0}不小于 {1}，各单位合计为 {2}"};
inline constexpr Sentence sum_at_most{"{0} is at most {1}, and the units' add up to {2}",
                                      "{0}不大于 {1}，各单位合计为 {2}"};
inline constexpr Sentence mean_of_nothing{
    "the units that give \"{0}\" weigh nothing together, so that it has no mean",
    "给出“{0}”的单位权重合计为 0，没有平均值"};
inline constexpr Sentence units_records{
    "the units' \"{0}\" has {1} record{s} together, more than {2}",
    "各单位的“{0}”共有 {1} 条记录，超过 {2} 条"};
inline constexpr Sentence too_many_units{
    "a department has at most {0} unit{s} for this rubric, found {1}",
    "用这份评分标准时，一个部门最多 {0} 个单位，现为 {1} 个"};

// --- contexts of expressions ---------------------------------------------------------------------

inline constexpr Sentence no_context{"a context is an object, found {0}",
                                     "上下文应为对象，现为{0}"};
inline constexpr Sentence write_context{R"(write {"name": value, …})", R"(请写 {"名称": 值, …})"};
inline constexpr Sentence typed_value{
    "a value with its type is {\"type\",\"value\"}; only {\"type\":\"null\"} has none",
    "带类型的值写作 {\"type\",\"value\"}；只有 {\"type\":\"null\"} 没有值"};
inline constexpr Sentence own_type{
    "a context that has a \"type\" of its own has another key as well",
    "自有 type 键的上下文须另有别的键"};
inline constexpr Sentence fraction{R"("p/q" or a decimal)", "“p/q”或小数"};
inline constexpr Sentence a_day{"a day as YYYY-MM-DD", "形如 YYYY-MM-DD 的日期"};
inline constexpr Sentence a_duration{"a duration of days and seconds, as PnDTnHnMnS",
                                     "形如 PnDTnHnMnS 的时长"};
inline constexpr Sentence no_times{"heng has dates and day durations, no times of day",
                                   "只有日期和按天计的时长，没有时刻"};
inline constexpr Sentence time_as_text{"give it as a string, or as a number of hours",
                                       "请写成字符串，或小时数"};
inline constexpr Sentence no_range{"a range can't be given in a context", "上下文中不能写区间"};
inline constexpr Sentence range_in_expression{"write it in the expression, as in x in [1..5]",
                                              "请写在表达式中，如 x in [1..5]"};
inline constexpr Sentence not_evaluated{"this is FEEL that heng does not evaluate",
                                        "不支持 FEEL 的这一部分"};
inline constexpr Sentence limit_passed{"a limit was passed", "超过了上限"};
inline constexpr Sentence value_too_long{"the value is longer than 16 MiB", "值超过 16 MiB"};
inline constexpr Sentence expected_found{"expected {0}, found {1}", "应为{0}，现为{1}"};

// --- codes ---------------------------------------------------------------------------------------

inline constexpr Sentence codes_title{
    "Codes of errors and findings: cause, cure, and what raises them",
    "错误和问题的代码：原因、改法和会引起它的写法"};
inline constexpr Sentence code_cause{"Cause: {0}", "原因：{0}"};
inline constexpr Sentence code_cure{"Cure: {0}", "改法：{0}"};
inline constexpr Sentence code_input{"For example: {0}", "例如：{0}"};

/// What to write instead of a name that is not known: the one that was meant, or any.
template <class Names>
[[nodiscard]] text::Words nearest_or_all(const std::string& nearest, const Names& known) {
    return nearest.empty() ? one_of_these(text::listed(known)) : text::question(nearest);
}

} // namespace heng::detail::document::say
