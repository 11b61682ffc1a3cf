// SPDX-License-Identifier: Apache-2.0
//
// The sentences of lint, one a finding.
//
//     lints.add({"grade-gap", Severity::error}, "/grades", say::grade_gap(left, sample));
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::lint::say {

using text::Sentence;

inline constexpr Sentence band_outside{"the measure is never {0}: it lies in {1}",
                                       "指标值不会是{0}：它在{1}之内"};
inline constexpr Sentence band_covered{
    "the bands before it cover all of it, so that it never counts",
    "前面的各档已经覆盖了这一档，它永远不会被用到"};
inline constexpr Sentence band_overlap{
    "two bands cover {0}: {1} scores {2} by the first and would score {3} by this",
    "两档都覆盖{0}：{1}按前一档得{2}分，按这一档得{3}分"};
inline constexpr Sentence band_scores_overlap{
    "its range of scores and its neighbour's, {0} and {1}, overlap, so that the worse of the two "
    "bands can score more",
    "这一档的得分范围{0}分与相邻一档的{1}分有重叠，较差的一档可能得分更高"};
inline constexpr Sentence range{"{0} to {1}", "{0}至{1}"};
inline constexpr Sentence band_gap{"no band covers {0}: {1} scores nothing",
                                   "没有一档覆盖{0}：{1}没有得分"};
inline constexpr Sentence band_gap_open{
    "no band covers {0}, and it is not proved that the measure never lies there",
    "没有一档覆盖{0}，也未能证明指标值不会落在其中"};
inline constexpr Sentence not_monotone{"with a rising measure the score goes {0}, at {1}",
                                       "随着指标值上升，得分{0}，转折在{1}"};
inline constexpr Sentence down_then_up{"down and then up", "先降后升"};
inline constexpr Sentence up_then_down{"up and then down", "先升后降"};
inline constexpr Sentence rounding_merges{
    "its score and its neighbour's, {0} and {1}, are both {2} once rounded",
    "这一档{0}分与相邻的{1}分取整后都是{2}分"};
inline constexpr Sentence too_many_bands{"more bands than are compared with one another",
                                         "档数过多，未作检查"};
inline constexpr Sentence far_above_met{
    "a target that is no more than met loses points: it is passed by far only above 1 (100 %), "
    "found {0}",
    "刚好达到目标就会扣分：起点应大于 1（即 100%），现为 {0}"};
inline constexpr Sentence far_above_tenfold{
    "points are lost from {0} times the target on; for {0} % write \"{0}%\"",
    "达到目标值 {0} 倍才扣分；如果是 {0}%，请写 \"{0}%\""};
inline constexpr Sentence knot_outside{"the measure never comes near {0}: it lies in {1}",
                                       "指标值不会接近{0}：它在{1}之内"};

inline constexpr Sentence too_many_grades{"more than {0} grade{s} are not compared",
                                          "等级超过 {0} 个，未逐一比较"};
inline constexpr Sentence grade_unreachable{"no total earns the grade {0}", "没有总分能评为“{0}”"};
inline constexpr Sentence grade_overlap{"totals in {0} have two grades, {1} and {2}",
                                        "总分{0}同时属于“{1}”和“{2}”"};
inline constexpr Sentence grade_gap{"no grade covers {0}: a total of {1} has none",
                                    "总分{0}没有等级：如{1}分"};

inline constexpr Sentence set_above_points{
    "as little as {0} point{s} may be in play here where a part does not apply, and then {1} count "
    "as {0}",
    "部分指标不适用时，这里在计分的可能只有{0}分，{1}分会按{0}分计"};
inline constexpr Sentence adjustment_never{"this never holds, so that nothing is adjusted",
                                           "这个条件不可能成立，不会有调整"};
inline constexpr Sentence adjustment_always{"this always holds, so that every score is adjusted",
                                            "这个条件总是成立，每个得分都会被调整"};
inline constexpr Sentence adjustment_idle{
    "this changes no score: the most that can be scored is {0}",
    "这个调整改变不了得分：最多只能得{0}分"};
inline constexpr Sentence addition_idle{
    "this adds nothing: the score is at its most of {0} in any case",
    "这里加不了分：得分总已是最高的{0}分"};
inline constexpr Sentence deduction_idle{
    "this takes nothing off: the score is at its least of {0} in any case",
    "这里扣不了分：得分总已是最低的{0}分"};
inline constexpr Sentence bound_idle{
    "this bounds nothing: the adjustment comes to {0} point{s} at most",
    "这个上限不起作用：加扣分最多只有{0}分"};
inline constexpr Sentence amount_is_money{
    "{0} is money, and is counted as so many points: divide it by what a point stands for",
    "{0}是金额，会直接当作分数：请除以每1分对应的金额"};
inline constexpr Sentence amount_is_share{"{0} is a share, of which 100 % is a single point: "
                                          "multiply it with the points that it is worth",
                                          "{0}是比率，100%只相当于1分：请乘以对应的分数"};
inline constexpr Sentence negative_amount{
    "{0} can come to {1} point{s}, and an adjustment is 0 or more",
    "{0}可能算得{1}分，而加扣分不能为负"};
inline constexpr Sentence extra_unreachable{
    "no score reaches the {1} point{s} that this allows: {0} is the most",
    "加分上限用不满：最多可得{1}分，实际最多只能得{0}分"};
inline constexpr Sentence negative_floor_unreachable{
    "no score falls to the {1} that this allows: {0} is the least",
    "扣不到这个下限：下限为{1}分，实际最少也有{0}分"};
inline constexpr Sentence extra_cut{
    "this never counts: what is above it allows {0} point{s}, which are reached without it",
    "这里的加分不起作用：上级最多只计{0}分，没有加分也已达到"};
inline constexpr Sentence floor_cut{
    "this never counts: what is above it allows no less than {0}, and nothing else scores more",
    "这里的倒扣不起作用：上级最低只计{0}分，其他指标也没有得分可扣"};
inline constexpr Sentence grade_cap_idle{
    "this lowers no grade: no total earns a better one than {0}",
    "这项调整不起作用：没有总分能评为比“{0}”更高的等级"};
inline constexpr Sentence not_applicable_never{
    "this never holds, so that the exception is for nothing",
    "这个条件不可能成立，例外规定不起作用"};
inline constexpr Sentence not_applicable_always{
    "this always holds, so that the indicator never counts", "这个条件总是成立，指标永远不适用"};
inline constexpr Sentence rounded_above_points{
    "full marks of {0} point{s} would be rounded to {1}, and keep their places: no score passes "
    "its "
    "points",
    "满分{0}分取整会成为{1}分，超过分值，因此保留原有小数位数"};
inline constexpr Sentence nothing_in_play{
    "every indicator may be out of use at once, and then there is no total",
    "所有指标可能同时不适用，那样就没有总分"};

inline constexpr Sentence percent_as_whole{
    "the {0} {1} of a percentage is {2}; write \"{1}%\" if that is meant",
    "百分数的{0} {1} 即 {2}；如果是 {1}%，请写“{1}%”"};
inline constexpr Sentence a_default{"default", "默认值"};
inline constexpr Sentence a_maximum{"maximum", "上限"};
inline constexpr Sentence percent_no_maximum{
    "\"{0}\" is a percentage without a maximum: 60 instead of 60% would be scored as 6000%",
    "“{0}”是百分数，没有设上限（maximum）：60% 误写成 60 时会按 6000% 计分"};
inline constexpr Sentence unused_value{"\"{0}\" is named, and nothing uses it",
                                       "“{0}”有定义，但没有被用到"};
inline constexpr Sentence unused_input{"\"{0}\" is declared, and nothing reads it",
                                       "“{0}”有声明，但没有被用到"};
inline constexpr Sentence basis_missing{
    "neither the rubric nor each of its indicators says where it comes from (\"basis\")",
    "没有写明评分规则的依据（basis）"};

inline constexpr Sentence accept_unused{"there is no finding \"{0}\" to accept here",
                                        "这里没有“{0}”这样的问题，不需要接受"};

inline constexpr Sentence total_not_rounded{
    "nothing rounds the total, which may have any number of places, or be a fraction such as "
    "250/3: name \"total\", or every leaf, in \"rounding\": {\"at\"}",
    "总分没有取整，小数位数不限，甚至可能是250/3这样的分数：请在 rounding 的 at 中写明 "
    "total，或写明每个末级指标（leaf）"};
inline constexpr Sentence ceiling_passed{"rounding passes this: {0} is rounded to {1} point{s}{2}",
                                         "取整会超过这个限度：{0}分取整为{1}分{2}"};
inline constexpr Sentence earns_grade{", which earns the grade {0}", "，评为“{0}”"};
inline constexpr Sentence rounding_nowhere{"the rubric says how to round, and nowhere where",
                                           "规定了如何取整，却没有规定在哪里取整"};
inline constexpr Sentence level_too_deep{"the rubric has {0} level{s}, and rounds at {1}",
                                         "指标只有{0}级，却在{1}取整"};
inline constexpr Sentence no_rows_to_round{"the rubric rounds target rows, and has none",
                                           "在绩效目标行取整，却没有绩效目标"};

inline constexpr Sentence items_above_points{
    "the items are worth {0} together, and the indicator {1}", "各项合计{0}分，超过指标的{1}分"};
inline constexpr Sentence always_holds{"this always holds", "这个条件总是成立"};
inline constexpr Sentence never_holds{"this never holds", "这个条件不可能成立"};
inline constexpr Sentence above_points{
    " points, and the indicator has {0}: name a cap where that is meant",
    "分，超过指标的{0}分：如确需封顶，请写明 cap"};
inline constexpr Sentence below_zero{" points, which count as 0: name a floor where that is meant",
                                     "分，按0分计：如确需保底，请写明 floor"};
inline constexpr Sentence below_floor{
    " points, which count as {0}: name a floor where that is meant",
    "分，按{0}分计：如确需保底，请写明 floor"};
inline constexpr Sentence formula_open{
    "it is not proved that the formula stays within the points; more than they are is cut",
    "未能证明公式的得分不超过分值，超出部分会被截去"};
inline constexpr Sentence formula_gives{"the formula can give {0}{1}", "按公式可能得{0}{1}"};
inline constexpr Sentence takes_nothing{"this takes nothing off", "这里不会扣分"};
inline constexpr Sentence never_so_many{"there are never so many: {0} at most",
                                        "次数合计最多{0}次，达不到这个次数"};
inline constexpr Sentence gone_before{"so many take all points in any case",
                                      "达到这个次数时，分值本已扣完"};
inline constexpr Sentence negative_count{"{0} can be {1}, and a count is 0 or more",
                                         "{0}可能是{1}，次数不能为负"};
inline constexpr Sentence negative_open{"it is not proved that {0} is never below 0",
                                        "未能证明{0}不会为负"};
inline constexpr Sentence always_floor{"the deductions always take all points",
                                       "扣分总会扣完，不可能得分"};
inline constexpr Sentence never_floor{"the deductions never take all points: {0} are always left",
                                      "扣分扣不完：至少总剩{0}分"};
inline constexpr Sentence category_open{
    "the measure may be any text, and one without a category is refused",
    "指标值可以是任何文字，没有对应分值的文字会被拒绝"};
inline constexpr Sentence category_gap{"the measure can be \"{0}\", which has no category",
                                       "指标值可能是“{0}”，却没有对应的分值"};
inline constexpr Sentence category_never{"the measure is never \"{0}\"", "指标值不会是“{0}”"};
inline constexpr Sentence targets_open{"target records are refused when scored where there are "
                                       "none, or their points or rates do not fit",
                                       "绩效目标为空，或分值、完成程度不合规定时，评分会被拒绝"};
inline constexpr Sentence full_score_unreachable{"the best that can be scored is {0} of {1}",
                                                 "满分{1}分，最多只能得{0}分"};

inline constexpr Sentence share_with_whole{
    "a share is compared with {0}: 100 % of it is 1, so that {0} % would be {1}",
    "比率与{0}相比：100%是1，{0}%应写成{1}"};
inline constexpr Sentence share_as_percent{
    "the measure is a percentage, 100 % of it being 100, and is compared with {0} at most: that is "
    "{0} %; {1} % would be {1}",
    "指标值是百分数（100%即100），而标准中最大的数是{0}，即{0}%；{1}%应写成{1}"};

inline constexpr Sentence changes_nothing{"this changes no score", "这里不会改变得分"};
inline constexpr Sentence addition_cut{
    "the base and what is added come to {0}, and the indicator has {1} point{s}: what is above "
    "them "
    "is cut",
    "基础分加上最多可加的分共{0}分，超过指标的{1}分，超出部分不计"};
inline constexpr Sentence never_above_norm{"the measure is never above the norm",
                                           "指标值不会高于标准值"};
inline constexpr Sentence never_below_norm{"the measure is never below the norm",
                                           "指标值不会低于标准值"};
inline constexpr Sentence never_below{"the measure is never below it", "指标值不会低于这个数"};
inline constexpr Sentence never_above{"the measure is never above it", "指标值不会高于这个数"};

inline constexpr Sentence example{"for example where {0}", "例如：{0}"};
inline constexpr Sentence next_value{" and ", "，"};

inline constexpr Sentence zero_denominator{
    "{0} divides by zero for these facts, and nothing says what that is worth: add a "
    "not_applicable, or an if of its own",
    "{0}：分母为零时没有规定如何计分，请用 not_applicable 或 if 写明"};
inline constexpr Sentence zero_open{"it is not proved that {0} never divides by zero",
                                    "未能证明{0}的分母不会为零"};
inline constexpr Sentence missing_input{
    "{0} needs an optional input that these facts leave out: give it a default, or say what its "
    "absence is worth",
    "{0}：需要一个可以不填、又没有默认值的数据，请给出默认值或写明缺失时如何计分"};
inline constexpr Sentence missing_open{
    "it is not proved that {0} never needs an optional input that is absent",
    "未能证明{0}不会用到缺失的可选数据"};
inline constexpr Sentence no_value{"{0} has no value for these facts, where one is needed",
                                   "{0}：对这样的数据没有值，无法计分"};
inline constexpr Sentence no_value_open{"it is not proved that {0} always has a value",
                                        "未能证明{0}总有值"};

} // namespace heng::detail::lint::say
