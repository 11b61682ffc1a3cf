// SPDX-License-Identifier: Apache-2.0
//
// The rows of targets: met and marked down, missed and not scored by the rule, outside the range of
// a level. Whether and how far a target was met is said by heng/rule/targets.hpp.
#include "audit/checks.hpp"

#include <algorithm>

namespace heng::form {

void Checks::check_row(const Compared& row) {
    const FormRow& form = exact_.row_of(row.item);
    const TargetRow& target = exact_.target_of(row.item);
    const LeafResult& leaf = exact_.leaves.at(row.item.indicator);
    if (!form.has_points && !leaf.weighed) {
        return; // nothing is known to compare it with
    }
    if (is_above(row)) {
        add("score-above-points", Severity::error, row.printed, row.points,
            above_points(row.name, row.printed.text, shown(row.points)));
        return;
    }
    switch (form.judged) {
    case Judged::by_level:
        return check_level(row, target);
    case Judged::by_rate:
        if (!is_right(row.item, row.printed)) {
            const Ratio exact = row.item.score.value();
            add("score-mismatch", Severity::error, row.printed, exact,
                mismatch(row.name, row.printed.text, shown(row.points), shown(exact),
                         how(row, exact)));
        }
        return;
    case Judged::by_numbers:
        return completion(target.numbers).met ? check_met(row, form, target)
                                              : check_missed(row, form, target);
    case Judged::not_at_all:
        break;
    }
    if (row.score < row.points && !is_full(row) && !form.has_reason) {
        add("below-full-without-reason", Severity::warning, row.printed, row.points,
            below_full(row.name, row.printed.text, shown(row.points)));
    }
}

/// The evaluator picks inside the range: a score is wrong only where nothing in it prints so.
void Checks::check_level(const Compared& row, const TargetRow& target) {
    const auto& rule = std::get<Targets>(exact_.leaves.at(row.item.indicator).leaf->rule);
    const Interval range = range_of(target.numbers.level, rule.dialect);
    const int places = row.printed.value.scale() > 0 ? row.printed.value.scale() : scale();
    const Ratio half = Ratio{1, 2} * power(Ratio{1, 10}, places);
    const Ratio low = range.low.value_or(Ratio{}) * row.points;
    const Ratio high = range.high.value_or(Ratio{1}) * row.points;
    const bool below = row.score + half <= low;
    const bool above = range.high_closed ? row.score - half > high : row.score - half >= high;
    if (below || above) {
        FormFinding& found = add(
            "level-out-of-range", Severity::error, row.printed, low,
            out_of_range(row.name, row.printed.text, shown(row.points), shown(low), shown(high)));
        found.expected = shown(low) + "–" + shown(high);
    }
}

void Checks::check_met(const Compared& row, const FormRow& form, const TargetRow& target) {
    const Ratio exact = row.item.score.value();
    if (is_right(row.item, row.printed)) {
        return is_full(row) ? check_far_above(row, form, target) : void();
    }
    if (form.has_reason) {
        add("met-but-below-full", Severity::warning, row.printed, exact,
            met_below_reason(row.name, target.actual_text, target.target_text, row.printed.text,
                             shown(row.points), target.reason));
        return;
    }
    add("met-but-below-full", Severity::error, row.printed, exact,
        met_below(row.name, target.actual_text, target.target_text, row.printed.text,
                  shown(row.points), how(row, exact)));
}

void Checks::check_missed(const Compared& row, const FormRow& form, const TargetRow& target) {
    const Ratio exact = row.item.score.value();
    if (is_right(row.item, row.printed)) {
        if (row.score < row.points && !is_full(row) && !form.has_reason) {
            add("below-full-without-reason", Severity::warning, row.printed, row.points,
                below_full(row.name, row.printed.text, shown(row.points)));
        }
        return;
    }
    if (check_rounded(row, completion(target.numbers).rate)) {
        return;
    }
    text::Words why = how(row, exact);
    if (why.empty() && row.score < exact && !form.has_reason) {
        why = no_reason;
    }
    add("missed-not-by-rule", Severity::error, row.printed, exact,
        missed(row.name, target.actual_text, target.target_text, row.printed.text,
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
                rounded_rate(at.name, at.printed.text, percent.to_string() + '%', shown(exact)));
            return true;
        }
    }
    return false;
}

/// A target that is reached through a division by nothing.
void Checks::check_divisor(const Item& item) {
    const FormRow& form = exact_.row_of(item);
    const TargetRow& target = exact_.target_of(item);
    if (form.judged == Judged::by_numbers && !completion(target.numbers).divided) {
        add("zero-denominator", Severity::error, form.target.value_or(form.place),
            zero_denominator(item.name));
    }
}

Ratio Checks::far_above_from(const Item& row) const {
    const auto& rule = std::get<Targets>(exact_.leaves.at(row.indicator).leaf->rule);
    return rule.far_above ? Ratio{rule.far_above->from} : Ratio{13, 10};
}

/// 财预〔2020〕10号: far above because the target was set too low should cost points; that it was
/// is not proven by the number.
void Checks::check_far_above(const Compared& row, const FormRow& form, const TargetRow& target) {
    const Target& numbers = target.numbers;
    if (form.has_reason || numbers.direction != Direction::at_least || numbers.target.sign() <= 0 ||
        numbers.actual / numbers.target < far_above_from(row.item)) {
        return;
    }
    const std::string rate = Percent::of(numbers.actual / numbers.target).to_string(0);
    add("far-above-target", Severity::note, form.actual.value_or(form.place),
        far_above(row.name, target.actual_text, target.target_text, rate));
}

} // namespace heng::form
