// SPDX-License-Identifier: Apache-2.0
//
// The sentences of audit, one a finding.
//
//     add("weights-mismatch", Severity::error, place, say::weights(sum, full));
#pragma once

#include "base/text/messages.hpp"

#include <array>

namespace heng::detail::audit::say {

using text::Sentence;

inline constexpr Sentence is_no_number{"“{0}” prints “{1}”, which is not a number and can't be "
                                       "recomputed",
                                       "“{0}”填的是“{1}”，不是数，无法核算"};
inline constexpr Sentence repeats_target{
    "“{0}” prints “{1}” as what was measured, which repeats the target “{2}” and is no measurement",
    "“{0}”的实际值填的是“{1}”，只是照抄目标“{2}”，不是测得的数"};
inline constexpr Sentence unlike_units{
    "“{0}” prints “{1}” against the target “{2}”: their units are not of one kind and can't be "
    "compared",
    "“{0}”的实际值填的是“{1}”，目标填的是“{2}”，单位不是一类，无法比较"};
inline constexpr Sentence unusable{
    "what stands here ({1}) can't be used as a fact and is taken as missing: {0}",
    "这里的内容（{1}）不能用作事实，按没有给出处理：{0}"};
inline constexpr Sentence is_no_day{
    "“{0}” prints “{1}”, which is no exact day and can't be recomputed: write it as 2023-12-31",
    "“{0}”填的是“{1}”，不是确切的日期，无法核算：请写作 2023-12-31"};
inline constexpr Sentence row_rule_unusable{
    "its rule does not say how the row is scored: heng score tells what is wrong with it",
    "没有写清这一行怎样计分，heng score 会指出错在哪里"};
inline constexpr Sentence records_are_objects{"a target record is an object",
                                              "绩效目标记录应为对象"};
inline constexpr Sentence score_is_number{"a score is a number", "得分应为数"};
inline constexpr Sentence points_are_numbers{"points are a number that is 0 or more",
                                             "分值应为不小于 0 的数"};
inline constexpr Sentence directions_are{"a direction is one of >=, <=, = and level",
                                         "direction 应为 >=、<=、=、level 之一"};
inline constexpr Sentence title_of_year{"{0}, {1}: the form checked", "{0}{1}年度自评表核对"};
inline constexpr Sentence title_of_form{"{0}: the form checked", "{0}：自评表核对"};
inline constexpr Sentence by_rubric{"by: {0}", "评分标准：{0}"};
inline constexpr Sentence column_finding{"Finding", "问题"};
inline constexpr Sentence column_weight{"Weight", "程度"};
inline constexpr Sentence column_line{"Line", "行号"};
/// In the order of Severity.
inline constexpr std::array<Sentence, 3> severity_words{
    {{"error", "错误"}, {"warning", "可疑"}, {"note", "提示"}}};

inline constexpr Sentence levels_are{"a level is one of met, partly and not",
                                     "达成情况应为达成、部分达成、未达成之一"};
inline constexpr Sentence rate_is_percentage{"a rate is a percentage", "rate 应为百分数"};
inline constexpr Sentence records_are_list{"target records are a list", "绩效目标记录应为列表"};
inline constexpr Sentence wants_truth{"true or false", "应为 true 或 false"};
inline constexpr Sentence wants_text{"a text", "应为文本"};
inline constexpr Sentence wants_figures{"an object from ids to figures", "应为由 id 到数的对象"};
inline constexpr Sentence unknown_score{"the rubric has no indicator or row “{0}”",
                                        "评分标准里没有“{0}”这个指标或行"};

inline constexpr Sentence not_known_but_near{
    "the rubric has no indicator or row “{0}”; did you mean “{1}”?",
    "评分标准里没有“{0}”这个指标或行；应当是“{1}”吧？"};
inline constexpr Sentence key_unread{"“{0}” is no key that may stand here, and was not read",
                                     "“{0}”不是这里能有的键，没有读"};
inline constexpr Sentence key_misspelt{
    "“{0}” is no key that may stand here, and was not read; did you mean “{1}”?",
    "“{0}”不是这里能有的键，没有读；应当是“{1}”吧？"};

inline constexpr Sentence no_data{
    "the form gives no data: only printed figures are compared, with one another",
    "没有 data，只能核对填报的数相互是否一致"};
inline constexpr Sentence nothing_printed{
    "nothing is printed that could be checked: no score, rate, total or grade in “published”",
    "没有填报的得分、比率、总分或等级（published），没有可核对的"};
inline constexpr Sentence units_not_checked{
    "the rubric does not say how units are put together: they were not checked",
    "评分标准没有写明下属单位怎样汇总，各单位没有核对"};
inline constexpr Sentence label_total{"total", "总分"};
inline constexpr Sentence label_grade{"grade", "等级"};
inline constexpr Sentence not_checked{"“{0}” prints {1}, which can't be checked: {2}",
                                      "“{0}”填{1}，无法核对：{2}"};
inline constexpr Sentence why_no_points{"its row has no points", "这一行没有分值"};
inline constexpr Sentence why_no_data{"the data that it follows from is missing or can't be used",
                                      "所依据的数据没有给出，或者不能用"};
inline constexpr Sentence why_assumed{
    "the data give none of its facts, and what is assumed proves nothing",
    "数据里没有它的任何事实，按默认值算不能作为核对"};
inline constexpr Sentence why_no_target{
    "target and actual value are no figures that can be compared", "目标值和实际值不是能比较的数"};
inline constexpr Sentence why_no_level{"the row gives no level", "这一行没有写明完成等次"};
inline constexpr Sentence why_level{"what its level is worth is the evaluator's choice",
                                    "这个等次给多少分由评价人定"};
inline constexpr Sentence why_units{"it is scored unit by unit", "它按各单位分别计分"};
inline constexpr Sentence why_no_measure{"it has no rate: what it is divided by is zero",
                                         "除数为零，没有比率"};
inline constexpr Sentence why_left_out{"it does not apply", "它不适用"};
inline constexpr Sentence why_several{"several rows are called so", "有几行同名"};
inline constexpr Sentence why_negative{"a share of a negative figure has no meaning",
                                       "与负数相比，比例没有意义"};
inline constexpr Sentence why_none_wanted{
    "none was wanted, and by “=” more is full marks; write “<=” where none is best",
    "目标是0，按“=”超过也得满分；如果越少越好，方向应写“<=”"};
inline constexpr Sentence why_no_parts{"its parts are no figures that add up",
                                       "它的各部分不全是数"};
inline constexpr Sentence why_cut{"the form is cut", "表不完整"};
inline constexpr Sentence why_below{
    "the rows have {0} of {1} point{s}: rows are left out, or the form is cut",
    "各行分值合计{0}分，少于满分{1}分：可能漏录了行，或者表不完整"};
inline constexpr Sentence why_unprinted{"not every score is printed", "有的得分没有填写"};
inline constexpr Sentence why_no_grades{"the rubric has no grades", "评分标准没有分等级"};
inline constexpr Sentence why_no_total{"no total is known", "没有总分可依"};

inline constexpr Sentence left_out{
    "“{0}” counts records by a filter, and records that lack what it asks for were left out",
    "“{0}”按条件筛选记录，有记录缺少所筛的数据，没有计入"};
inline constexpr Sentence no_actual{
    "“{0}” prints {1} of {2}, and no actual value: nothing shows what was done",
    "“{0}”填{1}分（分值{2}），却没有实际完成值，看不出完成了什么"};
inline constexpr Sentence printed_twice{"“{0}” is printed twice: {1} here and {2} elsewhere",
                                        "“{0}”填了两次：这里是{1}，另一处是{2}"};
inline constexpr Sentence row_twice{"“{0}” stands in the form twice, with the same figures",
                                    "“{0}”在表里列了两次，数字完全相同"};
inline constexpr Sentence wrong_grade{"the grade prints “{0}”, but a total of {1} is “{2}”",
                                      "等级填“{0}”，而总分{1}是“{2}”"};
inline constexpr Sentence grade_of_total{
    "the grade “{0}” is that of the printed total; by the total recomputed ({1}) it is “{2}”",
    "等级“{0}”与填报的总分相符，而按重算的总分{1}是“{2}”"};

inline constexpr Sentence held_grade{"the grade prints “{0}”, but it is “{1}” at most: {2}",
                                     "等级填“{0}”，而因“{2}”，等级不高于“{1}”"};
inline constexpr Sentence why_grade_open{
    "whether an adjustment lowers the grade can't be told from the data",
    "等级是否受限，所依据的数据没有给出"};
inline constexpr Sentence why_unsettled{
    "the data that an adjustment counts by are missing or can't be used",
    "加减分所依据的数据没有给出，或者不能用"};

inline constexpr Sentence weights{
    "the points of the form add up to {0}, but its full marks are {1}",
    "各项分值合计{0}分，而表的满分是{1}分"};
inline constexpr Sentence total_of_sum{"the total prints {0}, but the printed scores add up to {1}",
                                       "总分填{0}，而填报的各项得分合计{1}"};
inline constexpr Sentence total_of_rule{"the total prints {0}, but it recomputes to {1}",
                                        "总分填{0}，而按规则重算是{1}"};
inline constexpr Sentence total_without{
    "the total prints {0}, but the printed scores add up to {1}: the total is the sum without "
    "“{2}”",
    "总分填{0}，而填报的各项得分合计{1}：总分恰是不含“{2}”的合计"};
inline constexpr Sentence total_impossible{
    "the total prints {0}, but the printed scores leave {1} to {2} only",
    "总分填{0}，而按填报的各项得分只能在{1}到{2}之间"};
inline constexpr Sentence total_unscaled{
    "the total prints {0}, the sum of the scores; what does not apply has left, and the sum "
    "scaled to the full marks is {1}",
    "总分填{0}，只是各项得分之和；不适用的指标已经去掉，折算到满分应为{1}"};
inline constexpr Sentence total_exact{
    "the total prints {0}, the sum before rounding; the scores as the rubric rounds them add up "
    "to {1}",
    "总分填{0}，是取整前的合计；按评分标准取整后各项合计是{1}"};
inline constexpr Sentence breakdown{"“{0}” prints {1}, but its parts print {2} together",
                                    "“{0}”填{1}分，而它下面各项填报的得分合计{2}分"};
inline constexpr Sentence points_differ{
    "“{0}” prints {1} point{s}, but what is below it has {2} together",
    "“{0}”分值填{1}，而它下面各项分值合计{2}"};

inline constexpr Sentence above_points{"“{0}” prints {1}, more than its {2} point{s}{3}",
                                       "“{0}”填{1}分，超过它的分值{2}分{3}"};
inline constexpr Sentence above_extra{
    "“{0}” prints {1}, more than its {2} point{s} and {3} point{s} of bonus{4}",
    "“{0}”填{1}分，超过它的分值{2}分和加分上限{3}分之和{4}"};
inline constexpr Sentence below_floor{"“{0}” prints {1}, but nothing scores it below {2}",
                                      "“{0}”填{1}分，而它最低只能得{2}分"};
inline constexpr Sentence mismatch{"“{0}” prints {1} of {2}, but it recomputes to {3}{4}",
                                   "“{0}”填{1}分（分值{2}），按规则应为{3}分{4}"};
inline constexpr Sentence rounded_rate{
    "“{0}” prints {1}, scored from the rate rounded to {2}; the exact rate gives {3}",
    "“{0}”填{1}分，是按取整后的{2}计的；按精确值应为{3}分"};
inline constexpr Sentence assessed{"“{0}” prints {1}, but was assessed at {2}",
                                   "“{0}”填{1}分，而评定的是{2}分"};
inline constexpr Sentence outside_band{
    "“{0}” prints {1} of {2}, outside the {3} to {4} of the band that its data are in",
    "“{0}”填{1}分（分值{2}），按数据所在的一档应在{3}到{4}分之间"};
inline constexpr Sentence met_below{
    "“{0}” met its target ({1} against {2}) but prints {3} of {4}, and no reason is given{5}",
    "“{0}”达到目标（实际{1}，目标{2}），却只填{3}分（分值{4}），也没有说明原因{5}"};
inline constexpr Sentence met_below_reason{
    "“{0}” met its target ({1} against {2}) but prints {3} of {4}; the reason given is “{5}”",
    "“{0}”达到目标（实际{1}，目标{2}），却只填{3}分（分值{4}），说明的原因是“{5}”"};
inline constexpr Sentence missed{
    "“{0}” missed its target ({1} against {2}) and prints {3} of {4}; by the rule it is {5}{6}",
    "“{0}”没有达到目标（实际{1}，目标{2}），填{3}分（分值{4}），按规则应为{5}分{6}"};
inline constexpr Sentence below_full{"“{0}” prints {1} of {2}, and no reason is given",
                                     "“{0}”填{1}分（分值{2}），不是满分，没有说明原因"};
inline constexpr Sentence far_above{
    "“{0}” reached {1} against a target of {2} ({3}) with full marks and without a word: the "
    "target "
    "may have been too low",
    "“{0}”实际{1}，目标{2}，完成{3}，得满分而没有说明：目标值可能定得偏低"};
inline constexpr Sentence far_below{
    "“{0}” reached {1} against at most {2} with full marks and without a word: the target may "
    "have been too high",
    "“{0}”实际{1}，目标不超过{2}，得满分而没有说明：目标值可能定得偏高"};
inline constexpr Sentence above_zero{
    "“{0}” reached {1} against a target of {2} with full marks and without a word: a target of "
    "zero asks for nothing",
    "“{0}”实际{1}，目标{2}，得满分而没有说明：目标为零等于没有要求"};
inline constexpr Sentence none_wanted{
    "“{0}” wanted {2} and had {1}, and has full marks: by “=” more is full marks; write “<=” "
    "where none is best",
    "“{0}”目标是{2}，实际{1}，却得满分：按“=”超过也得满分；如果越少越好，方向应写“<=”"};
inline constexpr Sentence no_reasons{
    "{0} row{s} below full marks, and no row gives a reason; where the form has one paragraph of "
    "reasons, write it as “reasons” in “published”",
    "有{0}行不是满分，表里没有一行写原因；如果表末有一段总的原因说明，请写入 published 的 reasons"};
inline constexpr Sentence fact_twice{
    "“{0}” ({1} against {2}) repeats the figures that “{3}” is scored by: one fact is scored twice",
    "“{0}”（实际{1}，目标{2}）就是“{3}”所用的数：同一事实计了两次分"};
inline constexpr Sentence two_targets{
    "“{0}” and “{3}” both report {1}, one against {2} and one against {4}: it may be one fact with "
    "two targets",
    "“{0}”与“{3}”的实际值同为{1}，目标却分别是{2}和{4}：可能是同一事实用了两个目标"};
inline constexpr Sentence rate_of_rounded{
    "“{0}” prints a rate of {1}, that of its rounded score {2} of {3}; the exact rate is {4}",
    "“{0}”填的比率{1}是按取整后的得分{2}除以分值{3}算的；按精确值是{4}"};
inline constexpr Sentence out_of_range{
    "“{0}” prints {1} of {2}, outside the {3} to {4} that its level allows",
    "“{0}”填{1}分（分值{2}），不在它的等次允许的{3}到{4}分之内"};
inline constexpr Sentence rate_outside{
    "“{0}” has the rate {1}, outside what the level “{2}” allows",
    "“{0}”的完成率写的是{1}，不在等次“{2}”允许的范围之内"};
inline constexpr Sentence zero_denominator{
    "the rate of “{0}” can't be computed: what it is divided by is zero",
    "“{0}”的比率无法计算：除数为零"};
inline constexpr Sentence two_standards{
    "“{0}” ({1}) is scored in full against {2}, while the same {1} costs points in “{3}”",
    "“{0}”的{1}以{2}为目标得满分，同一个{1}在“{3}”中却被扣分：同一事实用了两个标准"};
inline constexpr Sentence wrong_rate{"“{0}” prints a rate of {1}, but it recomputes to {2}{3}",
                                     "“{0}”填的比率是{1}，按填报的数字应为{2}{3}"};

inline constexpr Sentence how_swapped{"; two digits are exchanged", "；是相邻两位数字写反了"};
inline constexpr Sentence how_half{"; half the points were given", "；给的恰是一半分值"};
inline constexpr Sentence how_full{"; full marks were given", "；给的是满分"};
inline constexpr Sentence how_proportional{"; it was scored in proportion, which is not the rule",
                                           "；是按比例计的，不是按规定的办法"};
inline constexpr Sentence how_uncapped{"; {0} × {1} is {2}: it was not capped",
                                       "；{0}×{1}＝{2}，没有封顶"};
inline constexpr Sentence how_twice{"; the rate was multiplied twice", "；比率乘了两次"};
inline constexpr Sentence how_weight_twice{"; the points were multiplied twice", "；分值乘了两次"};
inline constexpr Sentence how_whole{"; it was rounded to whole points", "；是取整到整数分"};
inline constexpr Sentence no_reason{"; no reason is given", "；没有说明原因"};

} // namespace heng::detail::audit::say
