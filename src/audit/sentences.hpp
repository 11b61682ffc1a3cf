// SPDX-License-Identifier: Apache-2.0
//
// What audit says, a sentence a finding, in both languages, and how a finding is made of it.
//
//     finding("total-mismatch", Severity::error, place, said(totals(…), language))
#pragma once

#include "document/json/json.hpp"
#include "document/spoken.hpp"
#include "text/words.hpp"

#include <heng/audit/finding.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace heng::form {

/// At a value of the document. Its place is counted later, of all findings in one pass: until then
/// place.line is an offset.
[[nodiscard]] inline FormFinding finding(std::string_view code, Severity severity,
                                         document::Json where, std::string message) {
    FormFinding found;
    found.code = code;
    found.severity = severity;
    found.where = where.pointer();
    found.message = std::move(message);
    found.place = {where.offset(), 0};
    return found;
}

using text::Sentence;

inline constexpr Sentence is_no_number{"“{0}” prints “{1}”, which is not a number and can't be "
                                       "recomputed",
                                       "“{0}”印的是“{1}”，不是数，无法核算"};
inline constexpr Sentence repeats_target{
    "“{0}” prints “{1}” as what was measured, which repeats the target “{2}” and is no measurement",
    "“{0}”的实际值印的是“{1}”，只是照抄目标“{2}”，不是测得的数"};
inline constexpr Sentence unlike_units{
    "“{0}” prints “{1}” against the target “{2}”: their units are not of one kind and can't be "
    "compared",
    "“{0}”的实际值印的是“{1}”，目标印的是“{2}”，单位不是一类，无法比较"};
inline constexpr Sentence unusable{"what stands here can't be used as a fact and is taken as "
                                   "missing: {0}",
                                   "这里的内容（{1}）不能用作事实，按没有给出处理"};
inline constexpr Sentence unknown_score{"the rubric has no indicator or row “{0}”",
                                        "评分标准里没有“{0}”这个指标或行"};

inline constexpr Sentence weights{
    "the points of the form add up to {0}, but its full marks are {1}",
    "各项分值合计{0}分，而表的满分是{1}分"};
inline constexpr Sentence total_of_sum{"the total prints {0}, but the printed scores add up to {1}",
                                       "总分印{0}，而印出的各项得分合计{1}"};
inline constexpr Sentence total_of_rule{"the total prints {0}, but it recomputes to {1}",
                                        "总分印{0}，而按规则重算是{1}"};
inline constexpr Sentence total_without{
    "the total prints {0}, but the printed scores add up to {1}: the total is the sum without "
    "“{2}”",
    "总分印{0}，而印出的各项得分合计{1}：总分恰是不含“{2}”的合计"};
inline constexpr Sentence breakdown{"“{0}” prints {1}, but its parts print {2} together",
                                    "“{0}”印{1}分，而它下面各项印出的得分合计{2}分"};

inline constexpr Sentence above_points{"“{0}” prints {1}, more than its {2} points",
                                       "“{0}”印{1}分，超过它的分值{2}分"};
inline constexpr Sentence mismatch{"“{0}” prints {1} of {2}, but it recomputes to {3}{4}",
                                   "“{0}”印{1}分（分值{2}），按规则应为{3}分{4}"};
inline constexpr Sentence rounded_rate{
    "“{0}” prints {1}, scored from the rate rounded to {2}; the exact rate gives {3}",
    "“{0}”印{1}分，是按取整后的{2}计的；按精确值应为{3}分"};
inline constexpr Sentence assessed{"“{0}” prints {1}, but was assessed at {2}",
                                   "“{0}”印{1}分，而评定的是{2}分"};
inline constexpr Sentence met_below{
    "“{0}” met its target ({1} against {2}) but prints {3} of {4}, and no reason is given{5}",
    "“{0}”达到目标（实际{1}，目标{2}），却只印{3}分（分值{4}），也没有说明原因{5}"};
inline constexpr Sentence met_below_reason{
    "“{0}” met its target ({1} against {2}) but prints {3} of {4}; the reason given is “{5}”",
    "“{0}”达到目标（实际{1}，目标{2}），却只印{3}分（分值{4}），说明的原因是“{5}”"};
inline constexpr Sentence missed{
    "“{0}” missed its target ({1} against {2}) and prints {3} of {4}; by the rule it is {5}{6}",
    "“{0}”没有达到目标（实际{1}，目标{2}），印{3}分（分值{4}），按规则应为{5}分{6}"};
inline constexpr Sentence below_full{"“{0}” prints {1} of {2}, and no reason is given",
                                     "“{0}”印{1}分（分值{2}），不是满分，没有说明原因"};
inline constexpr Sentence far_above{
    "“{0}” reached {1} against a target of {2} ({3}) with full marks and without a word: the "
    "target "
    "may have been too low",
    "“{0}”实际{1}，目标{2}，完成{3}，得满分而没有说明：目标值可能定得偏低"};
inline constexpr Sentence out_of_range{
    "“{0}” prints {1} of {2}, outside the {3} to {4} that its level allows",
    "“{0}”印{1}分（分值{2}），不在它的等次允许的{3}到{4}分之内"};
inline constexpr Sentence zero_denominator{
    "the rate of “{0}” can't be computed: what it is divided by is zero",
    "“{0}”的比率无法计算：除数为零"};
inline constexpr Sentence two_standards{
    "“{0}” ({1}) is scored in full against {2}, while the same {1} costs points in “{3}”",
    "“{0}”的{1}以{2}为目标得满分，同一个{1}在“{3}”中却被扣分：同一事实用了两个标准"};
inline constexpr Sentence wrong_rate{"“{0}” prints a rate of {1}, but it recomputes to {2}{3}",
                                     "“{0}”印的比率是{1}，按印出的数字应为{2}{3}"};

inline constexpr Sentence how_swapped{"; two digits are exchanged", "；是相邻两位数字写反了"};
inline constexpr Sentence how_half{"; half the points were given", "；给的恰是一半分值"};
inline constexpr Sentence how_full{"; full marks were given", "；给的是满分"};
inline constexpr Sentence how_proportional{"; it was scored in proportion, which is not the rule",
                                           "；是按比例计的，不是按规定的办法"};
inline constexpr Sentence no_reason{"; no reason is given", "；没有说明原因"};

} // namespace heng::form
