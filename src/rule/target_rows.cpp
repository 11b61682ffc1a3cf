// SPDX-License-Identifier: Apache-2.0
#include "rule/target_rows.hpp"

#include <heng/number/percent.hpp>

#include <string_view>
#include <utility>

namespace heng::detail::rule {
namespace {

using Own = RowRule::Kind;
using Takes = FarAbove::Takes;

std::string rate_words(const Ratio& rate) {
    std::string words;
    base::write_behind(words, base::Rate{rate}, Language::zh); // the same in each
    return words;
}

bool is_plain(const FarAbove& far) {
    return far.side == Direction::at_least && far.takes == Takes::points;
}

/// "12天", "1 day"
std::string days_words(const Ratio& days, const Say& say) {
    const std::string count = number_text(days);
    return say("{days}天", "{days} day{s}", {{"days", count}});
}

/// Whether the row says more than that its completion is its share.
bool has_own(const RowRule& rule) {
    return rule.kind != Own::ratio || rule.floor || rule.cap;
}

/// What a row lost far past its target: "远低于目标值，扣分值的20%即2分".
std::string far_words(const FarAbove& far, const ByTarget& reason, const Points& points,
                      const Say& say) {
    const Target& row = reason.row.numbers;
    const Points loss = far_above_loss(far, points, row);
    const std::string lead = row.direction == Direction::at_most ? say("远低于目标值", "far below")
                                                                 : say("远超目标值", "far above");
    const std::string lost = number_text(loss);
    std::string words;
    if (far.takes == Takes::share) {
        words = say("{lead}，扣分值的{share}即{lost}分", "{lead}, −{share} of its points, {lost}",
                    {{"lead", lead}, {"share", rate_words(Ratio{far.deduct})}, {"lost", lost}});
    } else if (const auto times = times_reached(row); far.takes == Takes::proportional && times) {
        words = say("{lead}，为{times}，超过{from}的部分按比例扣{lost}分",
                    "{lead} ({times}), what is past {from} off in proportion, −{lost}",
                    {{"lead", lead},
                     {"times", rate_words(*times)},
                     {"from", rate_words(Ratio{far.from})},
                     {"lost", lost}});
    } else {
        words = say("{lead}，扣{lost}分", "{lead}, −{lost}", {{"lead", lead}, {"lost", lost}});
    }
    const bool gone = loss > earned(points, row, reason.completion);
    return gone ? words + say("，扣完为止", ", more than there is") : words;
}

/// The sentence of a row that lost points, or none, by its own rule alone.
Phrase own_phrase(const ByTarget& reason, const Points& points) {
    const Target& row = reason.row.numbers;
    const RowRule& rule = row.rule;
    const Completion& done = reason.completion;
    const Points deduct{rule.deduct.value_or(Decimal{})};
    const auto passes = [&](const Ratio& times) {
        return deduct * times > points;
    };
    if (rule.kind == Own::date) {
        return done.met                          ? Phrase::target_on_time
               : !rule.deduct                    ? Phrase::target_late
               : passes(row.actual - row.target) ? Phrase::target_late_floor
                                                 : Phrase::target_late_days;
    }
    if (row.direction == Direction::level) {
        return rule.kind != Own::all ? Phrase::target_level
               : done.met            ? Phrase::target_level_met
                                     : Phrase::target_level_missed;
    }
    if (done.met || !done.divided) {
        return done.met ? Phrase::target_met : Phrase::target_no_divisor;
    }
    switch (rule.kind) {
    case Own::all:
        return Phrase::target_all_missed;
    case Own::pass:
        return done.rate < Ratio{rule.least} ? Phrase::target_failed : Phrase::target_missed;
    case Own::per_point:
        return passes(points_short(rule, done.rate)) ? Phrase::target_points_floor
                                                     : Phrase::target_points_lost;
    default:
        return Phrase::target_missed;
    }
}

/// How far the actual value is from the target, in its own unit, and what reaching it wins back.
void recover_target(const Targets& rule, const TargetRow& row, Sentence& s) {
    Target there = row.numbers;
    there.actual = there.target;
    const Points best = score(rule, s.item.points, there);
    if (best <= s.score) {
        return; // its floor is its cap, or reaching the target costs what it wins
    }
    const bool all = best == s.item.points;
    const Points won = all ? s.lost : best - s.score;
    const Ratio away = abs(row.numbers.target - row.numbers.actual);
    if (row.numbers.rule.kind == Own::date) {
        const std::string days = days_words(away, Say{s.language});
        all ? s.recover(Phrase::recover_date,
                        {{"target", row.target_text}, {"days", days}, {"lost", won}})
            : s.recover_by_rule(Phrase::recover_date,
                                {{"target", row.target_text}, {"days", days}, {"lost", won}});
        return;
    }
    const bool percent = row.target_text.ends_with('%') || row.actual_text.ends_with('%');
    const Points gap{percent ? away * Ratio{100} : away};
    const std::string_view points = s.chinese()               ? "个百分点"
                                    : gap.value() == Ratio{1} ? " percentage point"
                                                              : " percentage points";
    const std::string own = row.unit.empty() || s.chinese() ? row.unit : ' ' + row.unit;
    const bool in_points = percent || row.unit == "%" || row.unit == "％";
    const std::string_view unit = in_points ? points : std::string_view{own};
    const Phrase which =
        row.numbers.direction == Direction::at_most ? Phrase::recover_lower : Phrase::recover_rows;
    const std::initializer_list<Filling> words{
        {"target", row.target_text}, {"gap", gap}, {"unit", unit}, {"lost", won}};
    all ? s.recover(which, words) : s.recover_by_rule(which, words);
}

void read_by(const ByTarget& reason, Sentence& s) {
    if (reason.row.numbers.direction != Direction::level) {
        s.item.inputs = s.text.keep({{"target", s.text.keep(reason.row.target_text)},
                                     {"actual", s.text.keep(reason.row.actual_text)}});
        return;
    }
    const InputRead level{"level", s.text.keep(reason.row.actual_text)};
    if (!reason.row.numbers.rate) {
        s.item.inputs = s.text.keep({level});
        return;
    }
    const std::string rate = Percent::of(*reason.row.numbers.rate).to_string();
    s.item.inputs = s.text.keep({level, {"rate", s.text.keep(rate)}});
}

/// 92 ÷ 100 = 92 %, of a target that was missed.
void tell_rate(const ByTarget& reason, Told& told) {
    const bool most = reason.row.numbers.direction == Direction::at_most;
    told.line("{a} ÷ {b} = {rate}", "{a} ÷ {b} = {rate}",
              {{"a", most ? reason.row.target_text : reason.row.actual_text},
               {"b", most ? reason.row.actual_text : reason.row.target_text},
               {"rate", rate_words(reason.completion.rate)}});
}

/// points − times × deduct = left, and the floor where it is reached.
void tell_deducted(const RowRule& rule, const Ratio& times, Told& told) {
    const Points left = told.item.points - Points{rule.deduct.value_or(Decimal{})} * times;
    told.line("{points} − {times} × {deduct} = {left}", "{points} − {times} × {deduct} = {left}",
              {{"points", told.points()},
               {"times", number_text(times)},
               {"deduct", text_of(rule.deduct.value_or(Decimal{}))},
               {"left", number_text(left)}});
    if (left < Points{}) {
        told.line("低于0，扣完为止：0分", "below 0, where it ends: 0 points", {});
    }
}

void tell_days(const ByTarget& reason, Told& told) {
    const Target& row = reason.row.numbers;
    if (reason.completion.met) {
        told.line("{actual} ≤ {target}，按期，得{points}分",
                  "{actual} ≤ {target}, in time: {points} point{s}",
                  {{"actual", reason.row.actual_text},
                   {"target", reason.row.target_text},
                   {"points", told.points()}});
        return;
    }
    const Ratio late = row.actual - row.target;
    told.line("{actual} − {target} = {days}", "{actual} − {target} = {days}",
              {{"actual", reason.row.actual_text},
               {"target", reason.row.target_text},
               {"days", days_words(late, told.say)}});
    if (row.rule.deduct) {
        tell_deducted(row.rule, late, told);
    } else {
        told.line("逾期，不得分", "late: no points", {});
    }
}

/// What the row earned by its own rule.
void tell_earned(const ByTarget& reason, Told& told) {
    const RowRule& rule = reason.row.numbers.rule;
    const Completion& done = reason.completion;
    const bool missed = !done.met && done.divided;
    if (rule.kind == Own::all && !done.met) {
        told.line("未达到目标，不得分", "missed: no points", {});
    } else if (rule.kind == Own::pass && missed && done.rate < Ratio{rule.least}) {
        told.line("{rate} < {least}，不得分", "{rate} < {least}: no points",
                  {{"rate", rate_words(done.rate)}, {"least", rate_words(Ratio{rule.least})}});
    } else if (rule.kind == Own::per_point && missed) {
        const Ratio counted = points_short(rule, done.rate);
        told.line("100% − {rate} = {short}个百分点，计{counted}个",
                  "100% − {rate} = {short} percentage point{s}, counted as {counted}",
                  {{"rate", rate_words(done.rate)},
                   {"short", number_text((Ratio{1} - done.rate) * Ratio{100})},
                   {"counted", number_text(counted)}});
        tell_deducted(rule, counted, told);
    } else {
        const Ratio rate = rule.kind == Own::ratio || !done.met ? done.rate : Ratio{1};
        told.line("{points}分 × {rate} = {score}分", "{points} × {rate} = {score} point{s}",
                  {{"points", told.points()},
                   {"rate", rate_words(rate)},
                   {"score", number_text(told.item.points * rate)}});
    }
}

/// The floor or the cap, where the row's rule and what was taken off give less or more.
void tell_bounds(const Targets& rule, const Target& row, Told& told) {
    const Points open = score_unbounded(rule, told.item.points, row);
    const Points bounded = within(row.rule, open);
    if (bounded > open) {
        told.line("不足最低分，计{score}分", "below the least, which is {score} point{s}",
                  {{"score", number_text(bounded)}});
    } else if (bounded < open) {
        told.line("超过最高分，计{score}分", "above the most, which is {score} point{s}",
                  {{"score", number_text(bounded)}});
    }
}

/// Why a row scores so that has a rule of its own, or was passed by far in another way than most.
void say_own(const Targets& rule, Phrase which, Sentence& s) {
    const auto& reason = s.by<ByTarget>();
    const Target& row = reason.row.numbers;
    const Say say{s.language};
    const Points open = score_unbounded(rule, s.item.points, row);
    const Points bounded = within(row.rule, open);
    const bool far = which == Phrase::target_far;
    const Ratio lacks = (Ratio{1} - reason.completion.rate) * Ratio{100};
    const bool in_parts = row.rule.kind == Own::per_point && !lacks.is_whole();
    const std::string point = say("1个百分点", "1 percentage point");
    const std::string rate = rate_words(reason.completion.rate);
    const std::string least = rate_words(Ratio{row.rule.least});
    const std::string shown = number_text(lacks);
    const std::string days =
        row.rule.kind == Own::date ? days_words(row.actual - row.target, say) : "";
    const std::string part = in_parts ? part_words(row.rule.part, false, point, say) : "";
    const std::string passed = far ? far_words(*rule.far_above, reason, s.item.points, say) : "";
    const Decimal deduct =
        reason.far_above ? rule.far_above->deduct : row.rule.deduct.value_or(Decimal{});
    s.why(which, {{"target", reason.row.target_text},
                  {"actual", reason.row.actual_text},
                  {"rate", rate},
                  {"least", least},
                  {"short", shown},
                  {"days", days},
                  {"part", part},
                  {"far", passed},
                  {"deduct", deduct},
                  {"points", s.item.points},
                  {"score", bounded == open ? s.score : open}});
    if (bounded != open) {
        s.why(bounded > open ? Phrase::target_least : Phrase::target_most, {{"score", bounded}});
    }
}

/// What a completion earns by the rule of a row.
std::string earning_words(const RowRule& rule, const Say& say) {
    const std::string deduct = rule.deduct ? text_of(*rule.deduct) : "";
    switch (rule.kind) {
    case Own::all:
        return say("达到目标得满分，否则不得分", "all points if it is met, else none");
    case Own::pass:
        return say("完成率低于{least}不得分，其余按完成比例得分，达到目标得满分",
                   "its completion's share of the points, none below {least}",
                   {{"least", rate_words(Ratio{rule.least})}});
    case Own::per_point:
        return say("达到目标得满分，完成率每低1个百分点扣{deduct}分，扣完为止",
                   "each percentage point below 100% costs {deduct} point{s}, down to 0",
                   {{"deduct", deduct}}) +
               part_words(rule.part, false, say("1个百分点", "1 percentage point"), say);
    case Own::date:
        return rule.deduct
                   ? say("按期得满分，每晚1天扣{deduct}分，扣完为止",
                         "all points in time; each day late costs {deduct}, down to 0",
                         {{"deduct", deduct}})
                   : say("按期得满分，逾期不得分", "all points in time, none if it is late");
    case Own::ratio:
        break;
    }
    return say("达到目标得满分，未达到按完成比例得分", "its completion's share of the points");
}

} // namespace

std::string far_above_words(const FarAbove& far, const Say& say) {
    const std::string from = text_of(far.from);
    const bool most = far.side == Direction::at_most;
    const bool equal = far.side == Direction::equal;
    const std::string zh = most    ? "；反向指标的目标值达到实际值{from}倍以上"
                           : equal ? "；要求等于的指标达到目标值{from}倍以上"
                                   : "；达到目标值{from}倍以上";
    const std::string en = most    ? "; where less is better, a target of {from} times the actual "
                                     "value or more "
                           : equal ? "; of a target to be equalled, {from} times it or more "
                                   : "; from {from} times the target on it ";
    switch (far.takes) {
    case Takes::points:
        return say(zh + "扣{deduct}分", en + "costs {deduct}",
                   {{"from", from}, {"deduct", text_of(far.deduct)}});
    case Takes::share:
        return say(zh + "扣分值的{share}", en + "costs {share} of the points",
                   {{"from", from}, {"share", rate_words(Ratio{far.deduct})}});
    case Takes::proportional:
        break;
    }
    return say(zh + "的，超出部分按比例扣减分值", en + "costs what is past that, in proportion",
               {{"from", from}});
}

std::string row_words(const Indicator& leaf, const Target& row, const Say& say) {
    const auto& rule = std::get<Targets>(leaf.rule);
    if (!has_own(row.rule)) {
        return {};
    }
    std::string words = row.direction == Direction::level && row.rule.kind == Own::ratio
                            ? say("按等级的完成率得分", "the rate of its level")
                            : earning_words(row.rule, say);
    if (rule.far_above && rule.far_above->side == row.direction && row.rule.kind != Own::date) {
        words += far_above_words(*rule.far_above, say);
    }
    if (row.rule.floor) {
        words +=
            say("；最低{floor}分", "; at least {floor}", {{"floor", text_of(*row.rule.floor)}});
    }
    if (row.rule.cap) {
        words += say("；最高{cap}分", "; at most {cap}", {{"cap", text_of(*row.rule.cap)}});
    }
    return words;
}

void tell_row(const Targets& rule, Told& told) {
    const auto* const reason = std::get_if<ByTarget>(&told.item.reason);
    if (reason == nullptr) {
        return;
    }
    const Target& row = reason->row.numbers;
    if (row.rule.kind == Own::date) {
        tell_days(*reason, told);
    } else {
        if (row.direction != Direction::level && !reason->completion.met &&
            reason->completion.divided) {
            tell_rate(*reason, told);
        }
        tell_earned(*reason, told);
    }
    if (reason->far_above && is_plain(*rule.far_above) && !has_own(row.rule)) {
        told.line("远超目标值，扣后得{score}分", "far above the target, which leaves {score}",
                  {{"score", told.scored()}});
    } else if (reason->far_above) {
        const Points points = told.item.points;
        told.line("{far}：{left}分", "{far}: {left} point{s}",
                  {{"far", far_words(*rule.far_above, *reason, points, told.say)},
                   {"left", number_text(score_unbounded(rule, points, row))}});
    }
    tell_bounds(rule, row, told);
}

void say_why_of_row(const Targets& rule, Sentence& s) {
    const auto& reason = s.by<ByTarget>();
    const Target& row = reason.row.numbers;
    const auto& far = rule.far_above;
    const bool all_gone = far && Points{far->deduct} > s.item.points;
    const Phrase which = !reason.far_above ? own_phrase(reason, s.item.points)
                         : !is_plain(*far) ? Phrase::target_far
                         : all_gone        ? Phrase::target_far_floor
                                           : Phrase::target_far_above;
    if (has_own(row.rule) || which == Phrase::target_far) {
        say_own(rule, which, s);
    } else {
        const Decimal zero;
        const std::string rate = rate_words(reason.completion.rate);
        s.why(which, {{"target", reason.row.target_text},
                      {"actual", reason.row.actual_text},
                      {"rate", rate},
                      {"deduct", far ? far->deduct : zero},
                      {"points", s.item.points},
                      {"score", s.score}});
    }
    if (row.direction != Direction::level && !reason.far_above) {
        recover_target(rule, reason.row, s);
    }
    read_by(reason, s);
}

std::string state_of_row(const ByTarget& row) {
    const RowRule& rule = row.row.numbers.rule;
    const bool is_all = rule.kind == Own::all || (rule.kind == Own::date && !rule.deduct);
    const bool fails = is_all ? !row.completion.met
                              : rule.kind == Own::pass && !row.completion.met &&
                                    row.completion.rate < Ratio{rule.least};
    return std::string{row.far_above ? "far" : ""} + (fails ? "failed" : "");
}

} // namespace heng::detail::rule
