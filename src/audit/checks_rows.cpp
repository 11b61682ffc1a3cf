// SPDX-License-Identifier: Apache-2.0
//
// The rows of targets: met and marked down, missed and not scored by the rule, outside the range of
// a level. Whether and how far a target was met is said by heng/rule/targets.hpp.
#include "audit/checks.hpp"
#include "base/text/utf8.hpp"
#include "base/words.hpp"

#include <algorithm>

namespace heng::detail::audit {
namespace {

/// The target as a form prints it, with its direction where the text does not begin with one:
/// "≤12 days" of a ceiling.
std::string wanted(const TargetRow& row) {
    const Direction way = row.numbers.direction;
    const bool bare = !row.target_text.empty() && row.target_text.front() >= '0' &&
                      row.target_text.front() <= '9';
    const bool day = row.numbers.rule.kind == RowRule::Kind::date;
    const bool bound = way == Direction::at_least || way == Direction::at_most;
    return (bare && bound && !day ? (way == Direction::at_least ? "≥" : "≤") : "") +
           row.target_text;
}

} // namespace

void Checks::check_row(const Compared& row) {
    const FormRow& form = exact_.row_of(row.item);
    const TargetRow& target = exact_.target_of(row.item);
    const LeafResult& leaf = exact_.leaves.at(row.item.indicator);
    if (!form.has_points && !leaf.weighed) {
        leave(row.printed, row.name, say::why_no_points); // nothing is known to compare it with
        return;
    }
    if (is_above(row)) {
        add("score-above-points", Severity::error, row.printed, row.points,
            say::above_points(row.name, row.printed.text, shown(row.points),
                              how_row(row, target, row.item.score.value())));
        return;
    }
    if (form.judged == Judged::not_at_all) {
        check_unjudged(row, form, target);
        return;
    }
    compared(row.printed);
    const Ratio exact = row.item.score.value();
    switch (form.judged) {
    case Judged::by_level:
        return check_level(row, target);
    case Judged::by_rate:
        if (!is_right(row.item, row.printed)) {
            add("score-mismatch", Severity::error, row.printed, exact,
                say::mismatch(row.name, row.printed.text, shown(row.points), shown(exact),
                              how_row(row, target, exact)));
        } else {
            check_reason(row, form);
        }
        return;
    case Judged::by_numbers:
        return completion(target.numbers).met ? check_met(row, form, target)
                                              : check_missed(row, form, target);
    case Judged::not_at_all:
        break;
    }
}

/// A row whose completion can't be told: points for nothing that is shown, or points taken off
/// without a word.
void Checks::check_unjudged(const Compared& row, const FormRow& form, const TargetRow& target) {
    const bool level = target.numbers.direction == Direction::level;
    if (!form.actual && row.score.sign() > 0 && !form.told) {
        add("points-without-actual", Severity::warning, row.printed, Ratio{},
            say::no_actual(row.name, row.printed.text, shown(row.points)))
            .expected.reset();
        return;
    }
    check_reason(row, form);
    if (form.told) {
        ledger.left(row.printed.place.offset(), row.name); // a finding says why
    } else {
        leave(row.printed, row.name, level ? say::why_no_level : say::why_no_target);
    }
}

void Checks::check_reason(const Compared& row, const FormRow& form) {
    const auto& cap = exact_.target_of(row.item).numbers.rule.cap;
    const bool at_most = cap && prints(Ratio{*cap}, row.printed); // no reason is needed
    if (row.score < row.points && !is_full(row) && !at_most && !has_reason(form)) {
        unexplained_.push_back({&row.printed, row.name, row.points});
    }
}

/// A form of which no row gives a reason may give all of them in one paragraph.
void Checks::tell_reasons() {
    if (unexplained_.size() > 1 && !any_reason_) {
        add("below-full-without-reason", Severity::note, target_lists(),
            say::no_reasons(std::to_string(unexplained_.size())));
        return;
    }
    for (const Unexplained& each : unexplained_) {
        add("below-full-without-reason", Severity::warning, *each.printed, each.points,
            say::below_full(each.name, each.printed->text, shown(each.points)));
    }
}

/// How a wrong score of a row came about, by the numbers of its target.
text::Words Checks::how_row(const Compared& row, const TargetRow& target,
                            const Ratio& exact) const {
    const Target& numbers = target.numbers;
    const RowRule::Kind kind = numbers.rule.kind;
    std::optional<Ratio> rate;
    if (kind != RowRule::Kind::ratio && numbers.direction != Direction::level) {
        const Ratio share = completion(numbers).rate * row.points;
        const bool divides = kind != RowRule::Kind::date && share.sign() > 0;
        return divides && share < row.points && prints(share, row.printed) ? say::how_proportional()
                                                                           : how(row, exact);
    }
    if (exact_.row_of(row.item).judged == Judged::by_numbers) {
        const bool most = numbers.direction == Direction::at_most;
        const Ratio& part = most ? numbers.target : numbers.actual;
        const Ratio& whole = most ? numbers.actual : numbers.target;
        rate = whole.sign() > 0 ? std::optional{part / whole} : std::nullopt;
    } else if (numbers.direction == Direction::level && kind == RowRule::Kind::ratio) {
        rate = numbers.rate;
    }
    return how(row, exact, rate);
}

/// The evaluator picks inside the range: a score is wrong only where nothing in it prints so.
void Checks::check_level(const Compared& row, const TargetRow& target) {
    if (is_right(row.item, row.printed)) {
        check_reason(row, exact_.row_of(row.item));
        return;
    }
    const auto& rule = std::get<Targets>(exact_.leaves.at(row.item.indicator).leaf->rule);
    const Interval range = range_of(target.numbers.level, rule.dialect);
    const Ratio half = slack_of(row.printed.value);
    const auto kept = [&](const Ratio& score) {
        return within(target.numbers.rule, Points{score}).value();
    };
    const Ratio end = range.high.value_or(Ratio{1}) * row.points;
    const Ratio low = kept(range.low.value_or(Ratio{}) * row.points);
    const Ratio high = kept(end);
    const bool closed = range.high_closed || high != end; // a floor or a cap is reached
    const bool below = row.score + half <= low;
    const bool above = closed ? row.score - half > high : row.score - half >= high;
    if (below || above) {
        Finding& found = add("level-out-of-range", Severity::error, row.printed, low,
                             say::out_of_range(row.name, row.printed.text, shown(row.points),
                                               shown(low), shown(high)));
        found.expected = shown(low) + "–" + shown(high);
        return;
    }
    check_reason(row, exact_.row_of(row.item));
}

void Checks::check_met(const Compared& row, const FormRow& form, const TargetRow& target) {
    const Ratio exact = row.item.score.value();
    if (wants_none(target.numbers)) {
        check_none_wanted(row, form, target);
        return;
    }
    if (is_right(row.item, row.printed)) {
        return is_full(row) ? check_far_above(row, form, target) : void();
    }
    if (row.score > exact) { // its cap, or what is taken off far above
        add("score-mismatch", Severity::error, row.printed, exact,
            say::mismatch(row.name, row.printed.text, shown(row.points), shown(exact),
                          how_row(row, target, exact)));
        return;
    }
    if (has_reason(form)) {
        const std::string reason = form.has_reason ? target.reason : text::shortened(form_.reasons);
        add("met-but-below-full", Severity::warning, row.printed, exact,
            say::met_below_reason(row.name, target.actual_text, wanted(target), row.printed.text,
                                  shown(row.points), reason));
        return;
    }
    add("met-but-below-full", Severity::error, row.printed, exact,
        say::met_below(row.name, target.actual_text, wanted(target), row.printed.text,
                       shown(row.points), how_row(row, target, exact)));
}

/// `=` is met by more than is wanted, also where none is; what a form means by it can't be told.
void Checks::check_none_wanted(const Compared& row, const FormRow& form, const TargetRow& target) {
    const bool capped = target.numbers.rule.cap && is_right(row.item, row.printed);
    if (!is_full(row) && !capped) {
        check_reason(row, form);
        leave(row.printed, row.name, say::why_none_wanted);
    } else if (!has_reason(form)) {
        add("far-above-target", Severity::warning, form.actual.value_or(form.place),
            say::none_wanted(row.name, target.actual_text, target.target_text));
    }
}

void Checks::check_missed(const Compared& row, const FormRow& form, const TargetRow& target) {
    const Ratio exact = row.item.score.value();
    if (is_right(row.item, row.printed)) {
        check_reason(row, form);
        return;
    }
    if (divides_by_negative(target.numbers) && !is_full(row)) {
        ledger.uncompared(row.printed.place.offset());
        leave(row.printed, row.name, say::why_negative);
        return;
    }
    const bool by_rate = target.numbers.rule.kind == RowRule::Kind::ratio;
    if (by_rate && check_rounded(row, completion(target.numbers).rate)) {
        return;
    }
    text::Words why = how_row(row, target, exact);
    if (why.empty() && row.score < exact && !has_reason(form)) {
        why = say::no_reason;
    }
    add("missed-not-by-rule", Severity::error, row.printed, exact,
        say::missed(row.name, target.actual_text, wanted(target), row.printed.text,
                    shown(row.points), shown(exact), why));
}

/// Whether the score follows from the rate as it is rounded to 0, 1 or 2 places of a percentage.
bool Checks::check_rounded(const Compared& at, const Ratio& rate) {
    for (const int places : rate_places) {
        const Decimal percent = (rate * Ratio{100}).rounded(places);
        const Ratio rounded = Ratio{percent} / Ratio{100};
        if (rounded != rate && prints_so(rounded * at.points, at.printed.value, scale())) {
            const Ratio exact = at.item.score.value();
            add("score-from-rounded-rate", Severity::error, at.printed, exact,
                say::rounded_rate(at.name, at.printed.text, percent.to_string() + '%',
                                  shown(exact)));
            return true;
        }
    }
    return false;
}

/// A target that is reached through a division by nothing.
void Checks::check_divisor(const Item& item) {
    const FormRow& form = exact_.row_of(item);
    const TargetRow& target = exact_.target_of(item);
    if (form.judged == Judged::by_numbers && !completion(target.numbers).divided &&
        !divides_by_negative(target.numbers)) {
        add("zero-denominator", Severity::error, form.target.value_or(form.place),
            say::zero_denominator(item.name));
    }
}

Ratio Checks::far_above_from(const Item& row) const {
    const auto& rule = std::get<Targets>(exact_.leaves.at(row.indicator).leaf->rule);
    return rule.far_above ? Ratio{rule.far_above->from} : Ratio{13, 10};
}

namespace {

/// "200%", "≈133.33%".
std::string share_text(const Ratio& rate) {
    std::string text;
    base::write_behind(text, base::Rate{rate}, Language::zh); // the same in each
    return text;
}

} // namespace

/// 财预〔2020〕10号: far above because the target was set too low should cost points; that it was
/// is not proven by the number. Of a target that is a ceiling, as far below it is the same; where
/// none is left of what it bounds, that says nothing of the target.
void Checks::check_far_above(const Compared& row, const FormRow& form, const TargetRow& target) {
    const Target& numbers = target.numbers;
    const json::Json place = form.actual.value_or(form.place);
    const Ratio beyond = far_above_from(row.item) - Ratio{1};
    if (has_reason(form) || numbers.rule.kind == RowRule::Kind::date ||
        numbers.actual.sign() <= 0 || numbers.target.sign() < 0) {
        return;
    }
    if (numbers.target.is_zero()) {
        add("far-above-target", Severity::note, place,
            say::above_zero(row.name, target.actual_text, target.target_text));
        return;
    }
    const Ratio rate = numbers.actual / numbers.target;
    if (numbers.direction == Direction::at_most && rate <= Ratio{1} - beyond) {
        add("far-above-target", Severity::note, place,
            say::far_below(row.name, target.actual_text, target.target_text));
    } else if (numbers.direction != Direction::at_most && rate >= Ratio{1} + beyond) {
        add("far-above-target", Severity::note, place,
            say::far_above(row.name, target.actual_text, target.target_text, share_text(rate)));
    }
}

} // namespace heng::detail::audit
