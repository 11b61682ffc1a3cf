// SPDX-License-Identifier: Apache-2.0
#include "base/phrases.hpp"

namespace heng::detail::base {
namespace {

struct Sentence {
    std::string_view zh;
    std::string_view en;
};

constexpr Sentence measure_sentence(Phrase which) {
    switch (which) {
    case Phrase::proportional:
        return {"{subject}为{measure}，未达到{cap}，按比例得{points}分 × {product}分",
                "{subject} is {measure}, short of {cap}: {points} point{s} × {product}"};
    case Phrase::proportional_capped:
        return {"{subject}为{measure}，达到{cap}，得满分{points}分",
                "{subject} is {measure}, which reaches {cap}: all {points} point{s}"};
    case Phrase::proportional_failed:
        return {"{subject}为{measure}，低于及格线{pass}，不得分",
                "{subject} is {measure}, below the pass mark {pass}: no points"};
    case Phrase::proportional_negative:
        return {"{subject}为{measure}，低于零，不得分",
                "{subject} is {measure}, below 0: no points"};
    case Phrase::zero_denominator:
        return {"{subject}的分母为零，按标准计{score}分",
                "{subject} has a zero denominator, which the standard counts as {score} point{s}"};
    case Phrase::band:
        return {"{subject}为{measure}，{band}，计{score}分",
                "{subject} is {measure}, {band}: {score} point{s}"};
    case Phrase::band_point:
        return {"{subject}为{measure}，计{score}分", "{subject} is {measure}: {score} point{s}"};
    case Phrase::band_assessed:
        return {
            "{subject}为{measure}，{band}，该档{least}至{most}分，评定{score}分：{reason}",
            "{subject} is {measure}, {band}, which is worth {least} to {most} point{s}: assessed "
            "at {score}: {reason}"};
    case Phrase::band_point_assessed:
        return {"{subject}为{measure}，该档{least}至{most}分，评定{score}分：{reason}",
                "{subject} is {measure}, which is worth {least} to {most} point{s}: assessed at "
                "{score}: {reason}"};
    case Phrase::interpolated:
        return {"{subject}为{measure}，按线性插值计{score}分",
                "{subject} is {measure}: {score} point{s} by linear interpolation"};
    case Phrase::step_within:
        return {"{subject}为{measure}，未{past}标准值（{norm}），不扣分",
                "{subject} is {measure}, not {past} the norm of {norm}: nothing is deducted"};
    case Phrase::step_short:
        return {"{subject}为{measure}，{past}标准值（{norm}）{excess}，不足{every}，不扣分",
                "{subject} is {measure}, {excess} {past} the norm of {norm}, which is less than "
                "{every}: nothing is deducted"};
    case Phrase::step_past:
        return {"{subject}为{measure}，{past}标准值（{norm}）{excess}，每{way}{every}扣{deduct}分"
                "{part}，共扣{lost}分，得{score}分",
                "{subject} is {measure}, {excess} {past} the norm of {norm}; each {every} costs "
                "{deduct} point{s}{part}, {lost} together: {score} point{s}"};
    case Phrase::step_floor:
        return {"{subject}为{measure}，{past}标准值（{norm}）{excess}，每{way}{every}扣{deduct}分"
                "{part}，{points}分扣完为止，得{score}分",
                "{subject} is {measure}, {excess} {past} the norm of {norm}; each {every} costs "
                "{deduct} point{s}{part}, more than all {points} point{s}: {score} point{s}"};
    case Phrase::step_floor_below:
        return {"{subject}为{measure}，{past}标准值（{norm}）{excess}，每{way}{every}扣{deduct}分"
                "{part}，扣至下限为止，得{score}分",
                "{subject} is {measure}, {excess} {past} the norm of {norm}; each {every} costs "
                "{deduct} point{s}{part}, down to the floor: {score} point{s}"};
    case Phrase::formula_capped:
        return {"按公式计算为{measure}分，高于上限，计{score}分",
                "the formula gives {measure}, more than the most there is: {score} point{s}"};
    case Phrase::formula_floored:
        return {"按公式计算为{measure}分，低于下限，计{score}分",
                "the formula gives {measure}, less than the least there is: {score} point{s}"};
    case Phrase::formula:
        return {"按公式计算，计{score}分", "by its formula: {score} point{s}"};
    default:
        return {};
    }
}

constexpr Sentence steps_sentence(Phrase which) {
    switch (which) {
    case Phrase::steps_failed:
        return {"{subject}为{measure}，{past}{end}，不得分",
                "{subject} is {measure}, {past} {end}: no points"};
    case Phrase::steps_none:
        return {"{subject}为{measure}，对照标准值（{norm}）不加分、不扣分",
                "{subject} is {measure}, which against the norm of {norm} changes nothing"};
    case Phrase::steps_past:
        return {"{subject}为{measure}，{past}标准值（{norm}）{excess}，每{way}{every}",
                "{subject} is {measure}, {excess} {past} the norm of {norm}; each {every}"};
    case Phrase::steps_added:
        return {"加{amount}分{part}，在{base}分上加{change}分",
                " adds {amount} point{s}{part}, {change} on top of {base}"};
    case Phrase::steps_added_most:
        return {"加{amount}分{part}，最多加{change}分，在{base}分上加{change}分",
                " adds {amount} point{s}{part}, no more than {change}, on top of {base}"};
    case Phrase::steps_deducted:
        return {"扣{amount}分{part}，从{base}分中扣{change}分",
                " costs {amount} point{s}{part}, {change} off {base}"};
    case Phrase::steps_deducted_most:
        return {"扣{amount}分{part}，最多扣{change}分，从{base}分中扣{change}分",
                " costs {amount} point{s}{part}, no more than {change}, off {base}"};
    case Phrase::steps_full:
        return {"，不超过分值{points}分，得{score}分",
                ", more than all {points} point{s}: {score} point{s}"};
    case Phrase::steps_full_extra:
        return {"，不超过最高分，得{score}分", ", more than the most there is: {score} point{s}"};
    case Phrase::steps_floor_below:
        return {"，扣至下限为止，得{score}分", ", down to the floor: {score} point{s}"};
    case Phrase::steps_floor:
        return {"，扣完为止，得{score}分", ", which is below 0: {score} point{s}"};
    default:
        return {};
    }
}

constexpr Sentence rule_sentence(Phrase which) {
    switch (which) {
    case Phrase::tally:
        return {"{subject}为{measure}，每个得{each}分，得{score}分",
                "{subject} is {measure}, at {each} point{s} each: {score} point{s}"};
    case Phrase::tally_most:
        return {"{subject}为{measure}，每个得{each}分，最多得{most}分，得{score}分",
                "{subject} is {measure}, at {each} point{s} each, and no more than {most}: {score} "
                "point{s}"};
    case Phrase::tally_none:
        return {"{subject}为{measure}，不得分", "{subject} is {measure}: no points"};
    case Phrase::count:
        return {"{label}{count}次，每次扣{deduct}分，应扣{lost}分",
                "{label}: {count} at {deduct} point{s} each, −{lost}"};
    case Phrase::count_bounded:
        return {"{label}{count}次，每次扣{deduct}分，最多扣{lost}分，应扣{lost}分",
                "{label}: {count} at {deduct} point{s} each, and no more than {lost}, −{lost}"};
    case Phrase::count_free:
        return {"{label}{count}次，不扣分", "{label}: {count}, nothing is deducted"};
    case Phrase::counts:
        return {"，得{score}分", ": {score} point{s}"};
    case Phrase::counts_floor:
        return {"，{points}分扣完为止，得{score}分",
                ", more than all {points} point{s}: {score} point{s}"};
    case Phrase::counts_none:
        return {"，共{count}次，达到{from}次即不得分",
                "; {count} together, and from {from} on there are no points"};
    case Phrase::items_all:
        return {"各项要求均满足，得{score}分", "every item holds: {score} point{s}"};
    case Phrase::items_missing:
        return {"未满足：{items}，{points}分中得{score}分",
                "missing: {items}; {score} of {points} point{s}"};
    case Phrase::condition_holds:
        return {"符合“{condition}”的要求，得{score}分", "“{condition}” is met: {score} point{s}"};
    case Phrase::condition_fails:
        return {"不符合“{condition}”的要求，{points}分不得分",
                "“{condition}” is not met: none of {points} point{s}"};
    case Phrase::category:
        return {"属于“{category}”，计{score}分", "category “{category}”: {score} point{s}"};
    default:
        return {};
    }
}

constexpr Sentence target_sentence(Phrase which) {
    switch (which) {
    case Phrase::rows:
        return {"{rows}项目标中{met}项达到目标值，得{score}分",
                "{met} of {rows} target{s} met: {score} point{s}"};
    case Phrase::target_met:
        return {"目标值{target}，实际值{actual}，已达标，得满分{points}分",
                "target {target}, actual {actual}: met, all {points} point{s}"};
    case Phrase::target_missed:
        return {"目标值{target}，实际值{actual}，完成目标的{rate}，{points}分中得{score}分",
                "target {target}, actual {actual}: {rate} of it, {score} of {points} point{s}"};
    case Phrase::target_level:
        return {"定性目标按{rate}计，{points}分中得{score}分",
                "a qualitative target at {rate}: {score} of {points} point{s}"};
    case Phrase::target_far_above:
        return {"目标值{target}，实际值{actual}，远超目标值，扣{deduct}分，得{score}分",
                "target {target}, actual {actual}: far above, −{deduct}, {score} point{s}"};
    case Phrase::target_far_floor:
        return {"目标值{target}，实际值{actual}，远超目标值，扣{deduct}分，{points}分扣完为止，"
                "得{score}分",
                "target {target}, actual {actual}: far above, −{deduct}, more than all "
                "{points} point{s}: {score} point{s}"};
    case Phrase::target_no_divisor:
        return {"目标值{target}，实际值{actual}，除数不为正数，无法计算完成率，计0分",
                "target {target}, actual {actual}: the divisor is not above 0, so no rate can be "
                "worked out: 0 points"};
    default:
        return {};
    }
}

constexpr Sentence row_sentence(Phrase which) {
    switch (which) {
    case Phrase::target_far:
        return {"目标值{target}，实际值{actual}，{far}，得{score}分",
                "target {target}, actual {actual}: {far}, {score} point{s}"};
    case Phrase::target_all_missed:
        return {"目标值{target}，实际值{actual}，未达到目标，{points}分不得分",
                "target {target}, actual {actual}: missed, none of {points} point{s}"};
    case Phrase::target_failed:
        return {"目标值{target}，实际值{actual}，完成目标的{rate}，低于{least}，{points}分不得分",
                "target {target}, actual {actual}: {rate} of it, below {least}, none of {points} "
                "points"};
    case Phrase::target_points_lost:
        return {"目标值{target}，实际值{actual}，完成率{rate}，比100%低{short}个百分点，每低1个"
                "百分点扣{deduct}分{part}，{points}分中得{score}分",
                "target {target}, actual {actual}: {rate} of it, {short} percentage point{s} below "
                "100%; each costs {deduct} point{s}{part}, {score} of {points} point{s}"};
    case Phrase::target_points_floor:
        return {"目标值{target}，实际值{actual}，完成率{rate}，比100%低{short}个百分点，每低1个"
                "百分点扣{deduct}分{part}，{points}分扣完为止，得{score}分",
                "target {target}, actual {actual}: {rate} of it, {short} percentage point{s} below "
                "100%; each costs {deduct} point{s}{part}, more than all {points} point{s}: "
                "{score} point{s}"};
    case Phrase::target_on_time:
        return {"目标日期{target}，实际日期{actual}，按期完成，得满分{points}分",
                "due on {target}, done on {actual}: in time, all {points} point{s}"};
    case Phrase::target_late:
        return {"目标日期{target}，实际日期{actual}，比目标日期晚{days}，{points}分不得分",
                "due on {target}, done on {actual}: {days} late, none of {points} point{s}"};
    case Phrase::target_late_days:
        return {"目标日期{target}，实际日期{actual}，比目标日期晚{days}，每晚1天扣{deduct}分，"
                "{points}分中得{score}分",
                "due on {target}, done on {actual}: {days} late, each costs {deduct} point{s}, "
                "{score} of {points} point{s}"};
    case Phrase::target_late_floor:
        return {
            "目标日期{target}，实际日期{actual}，比目标日期晚{days}，每晚1天扣{deduct}分，"
            "{points}分扣完为止，得{score}分",
            "due on {target}, done on {actual}: {days} late, each costs {deduct} point{s}, more "
            "than the {points} point{s} there are: {score} point{s}"};
    case Phrase::target_level_met:
        return {"定性目标达成，得满分{points}分",
                "a qualitative target that is met: all {points} point{s}"};
    case Phrase::target_level_missed:
        return {"定性目标未全部达成，{points}分不得分",
                "a qualitative target that is not met: none of {points} point{s}"};
    case Phrase::target_least:
        return {"，不足该项最低分，计{score}分",
                ", less than the least of its row: {score} point{s}"};
    case Phrase::target_most:
        return {"，超过该项最高分，计{score}分",
                ", more than the most of its row: {score} point{s}"};
    default:
        return {};
    }
}

constexpr Sentence other_sentence(Phrase which) {
    switch (which) {
    case Phrase::assessed:
        return {"评审计{score}分：{reason}", "assessed at {score} point{s}: {reason}"};
    case Phrase::assessed_lost:
        return {"评审计{score}分，扣{lost}分：{reason}",
                "assessed at {score} point{s}, −{lost}: {reason}"};
    case Phrase::not_applicable_full:
        return {"不适用，按标准计满分{points}分",
                "not applicable, which the standard counts as all {points} point{s}"};
    case Phrase::not_applicable_zero:
        return {"不适用，按标准计0分", "not applicable, which the standard counts as 0 points"};
    case Phrase::not_applicable_rescale:
        return {"不适用，该指标不计分，其余指标折算为满分",
                "not applicable: it leaves, and the rest is scaled to the full points"};
    case Phrase::units_weighed:
        return {"{units}个单位各自计分，按资金加权平均得{score}分",
                "{units} unit{s} scored one by one and weighted by money: {score} point{s}"};
    case Phrase::units_weighed_left:
        return {"{units}个单位各自计分，按资金加权平均得{score}分（另有{left}个不适用）",
                "{units} unit{s} scored one by one and weighted by money: {score} point{s} ({left} "
                "more do not take part)"};
    case Phrase::adjusted:
        return {"{why}；调整：{reason}，{before}分改为{after}分",
                "{why}; adjusted ({reason}) from {before} to {after} point{s}"};
    case Phrase::bounded:
        return {"{why}，得分不超过在计分的{points}分",
                "{why}, and no more than the {points} point{s} in play"};
    case Phrase::bounded_extra:
        return {"{why}，连同加分不超过{points}分",
                "{why}, and no more than {points} point{s} with the bonus"};
    case Phrase::bounded_floor:
        return {"{why}，得分不低于{floor}分", "{why}, and no less than {floor} point{s}"};
    case Phrase::rounded:
        return {"{why}，取整为{score}分", "{why}, rounded to {score}"};
    case Phrase::rounding_bounded:
        return {"{why}，取整不超过分值，仍计{score}分",
                "{why}, and rounding goes no further than these {score} point{s}"};
    case Phrase::beyond_points:
        return {"，其中加分{extra}分", ", {extra} of them above the points"};
    case Phrase::beyond_zero:
        return {"，即倒扣{below}分", ", which is {below} below 0"};
    case Phrase::branch:
        return {"下级指标合计{score}分，满分{points}分",
                "its indicators have {score} of {points} point{s} together"};
    default:
        return {};
    }
}

constexpr Sentence recovery_sentence(Phrase which) {
    switch (which) {
    case Phrase::recover_measure:
        return {"{subject}达到{cap}可得回{lost}分", "{subject} at {cap} wins back {lost} point{s}"};
    case Phrase::recover_knot:
        return {"{subject}达到{measure}可计{score}分",
                "{subject} at {measure} scores {score} point{s}"};
    case Phrase::recover_at_least:
        return {"{subject}不低于{norm}可得回{lost}分",
                "{subject} of at least {norm} wins back {lost} point{s}"};
    case Phrase::recover_at_most:
        return {"{subject}不高于{norm}可得回{lost}分",
                "{subject} of at most {norm} wins back {lost} point{s}"};
    case Phrase::recover_band:
        return {"{subject}{band}可计{score}分", "with {subject} {band}: {score} point{s}"};
    case Phrase::recover_band_range:
        return {"{subject}{band}可由评审在{least}至{most}分内给分",
                "with {subject} {band}, {least} to {most} point{s} are a matter of assessment"};
    case Phrase::recover_in_band:
        return {"在该档内由评审决定，最多可得回{lost}分",
                "within its band a matter of assessment; up to {lost} point{s}"};
    case Phrase::recover_fewer:
        return {"{label}每减少1次可得回{deduct}分",
                "each fewer “{label}” wins back {deduct} point{s}"};
    case Phrase::recover_fewer_floor:
        return {"已扣完：{label}减少到{count}次才开始得分，减少到0次可得回{lost}分",
                "all points are gone: “{label}” scores again from {count} downwards, and none of "
                "it wins back {lost} point{s}"};
    case Phrase::recover_none_left:
        return {"已扣完：{label}减少到0次才得分，可得回{lost}分",
                "all points are gone: only without “{label}”, which wins back {lost} point{s}"};
    case Phrase::recover_none_from:
        return {"合计少于{from}次才得分", "only fewer than {from} together score any points"};
    case Phrase::recover_items:
        return {"满足以下各项可得回分值：{items}", "points are won back by: {items}"};
    case Phrase::recover_condition:
        return {"符合“{condition}”的要求可得回{lost}分", "“{condition}” wins back {lost} point{s}"};
    case Phrase::recover_category:
        return {"达到“{category}”可计{score}分", "“{category}” scores {score} point{s}"};
    case Phrase::recover_rows:
        return {"实际值再提高{gap}{unit}、达到目标值{target}，可得回{lost}分",
                "{gap}{unit} more, which reaches the target {target}, wins back {lost} point{s}"};
    case Phrase::recover_lower:
        return {"实际值再降低{gap}{unit}、降到目标值{target}，可得回{lost}分",
                "{gap}{unit} less, which is the target {target}, wins back {lost} point{s}"};
    case Phrase::recover_date:
        return {"实际日期再提前{days}、不晚于{target}，可得回{lost}分",
                "{days} earlier, which is {target}, wins back {lost} point{s}"};
    case Phrase::recover_assessed:
        return {"由评审决定，最多可得回{lost}分", "a matter of assessment; up to {lost} point{s}"};
    default:
        return {};
    }
}

constexpr Sentence diagnostic_sentence(Phrase which) {
    switch (which) {
    case Phrase::diagnostic_zero_divisor:
        return {"完成率的除数为零或负数，按0分计",
                "the divisor of the completion rate is zero or negative, which scores 0"};
    case Phrase::diagnostic_unread:
        return {"本标准不读取该数据", "the rubric does not read this fact"};
    case Phrase::diagnostic_unread_more:
        return {"还有更多数据未被本标准读取，未逐一列出",
                "the rubric does not read more facts than are listed"};
    case Phrase::diagnostic_unused_assessment:
        return {"所属的一档得分固定，未采用所给的评分",
                "its band has one score; the assessed score is not used"};
    case Phrase::diagnostic_units:
        return {"所属单位的数据未汇总，只按本部门数据计分",
                "the facts of the units are not aggregated; only the document's own are scored"};
    case Phrase::records:
        return {"{count}条", "{count} record{s}"};
    case Phrase::diagnostic_left_out:
        return {"筛选记录时，有记录缺少所筛的数据，没有计入；如应计入，请补上",
                "records that lack what a filter asks for were left out of it; give it where they "
                "belong in"};
    case Phrase::diagnostic_unlisted:
        return {"各项指标读取的数据合计过多，自此项起不再列出",
                "the indicators read so many facts together that from here on none are listed"};
    case Phrase::diagnostic_large_percent:
        return {"{label}写的是{found}，没有百分号，按{read}计；如果是{meant}，请写“{meant}”",
                "{label} is given as {found} without a percent sign and is taken as {read}; if "
                "{meant} is meant, write \"{meant}\""};
    case Phrase::diagnostic_printed_double:
        return {"{label}写的是{found}，像是软件按二进制浮点数输出的{meant}，已照写的数计；"
                "小数请用文本写：“{meant}”",
                "{label} is given as {found}, which looks like {meant} printed by binary floating "
                "point, and is taken as it is written; write decimals as strings: \"{meant}\""};
    case Phrase::diagnostic_unlike_percent:
        return {"{label}的单位是%，目标值与实际值的写法却差百倍：已把{found}照写的数计；"
                "如果是{meant}%，请写{meant}",
                "{label} counts in %, and target and actual are written a hundredfold apart: "
                "{found} is taken as it is written; if {meant}% is meant, write {meant}"};
    case Phrase::diagnostic_figures_more:
        return {"还有更多数字看来写法有误，未逐一列出",
                "more figures look wrongly written than are listed"};
    default:
        return {};
    }
}

constexpr Sentence sentence(Phrase which) {
    return which <= Phrase::formula             ? measure_sentence(which)
           : which <= Phrase::steps_floor       ? steps_sentence(which)
           : which <= Phrase::category          ? rule_sentence(which)
           : which <= Phrase::target_no_divisor ? target_sentence(which)
           : which <= Phrase::target_most       ? row_sentence(which)
           : which <= Phrase::adjusted          ? other_sentence(which)
           : which <= Phrase::recover_assessed  ? recovery_sentence(which)
                                                : diagnostic_sentence(which);
}

constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::diagnostic_left_out) + 1;

struct Patterns {
    Pattern zh;
    Pattern en;
};

constexpr std::array<Patterns, phrase_count> all_patterns = [] {
    std::array<Patterns, phrase_count> all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Sentence words = sentence(static_cast<Phrase>(i));
        all[i] = {Pattern{words.zh}, Pattern{words.en}};
    }
    return all;
}();

} // namespace

std::string_view phrase(Language language, Phrase which) {
    const Sentence words = sentence(which);
    return language == Language::zh ? words.zh : words.en;
}

const Pattern& pattern(Language language, Phrase which) {
    const Patterns& patterns = all_patterns[static_cast<std::size_t>(which)];
    return language == Language::zh ? patterns.zh : patterns.en;
}

} // namespace heng::detail::base
