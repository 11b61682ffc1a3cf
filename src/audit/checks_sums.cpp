// SPDX-License-Identifier: Apache-2.0
//
// What adds up: the weights, the total, and printed sums of printed parts.
#include "audit/checks.hpp"

#include <heng/score/score.hpp>

#include <algorithm>
#include <utility>

namespace heng::detail::audit {

Ratio Checks::full_marks() const {
    return form_.full ? Ratio{form_.full->value} : Ratio{rubric_.rubric.points};
}

/// What the children of an item print together, where each prints something.
std::optional<Ratio> Checks::sum_below(std::size_t index) const {
    Ratio sum;
    bool any = false;
    const std::vector<Item>& items = exact_.sheet->items;
    for (std::size_t i = index + 1; i < items.size() && items[i].level > items[index].level; ++i) {
        if (items[i].parent != index) {
            continue;
        }
        const auto part = printed_sum(i);
        if (!part) {
            return std::nullopt;
        }
        sum = sum + *part;
        any = true;
    }
    return any ? std::optional{sum} : std::nullopt;
}

/// What an item prints, or its children together.
std::optional<Ratio> Checks::printed_sum(std::size_t index) const {
    if (const Printed* const own = exact_.printed(exact_.sheet->items[index])) {
        return Ratio{own->value};
    }
    return sum_below(index);
}

/// Whether an item may score anything: a bonus that is known to be none is no gap in a form.
bool Checks::may_score(std::size_t index) const {
    const Item& item = exact_.sheet->items[index];
    return item.points != Points{} ||
           (!item.beyond.is_none() && !(exact_.known[index] && item.score == Points{}));
}

Checks::PrintedSum Checks::printed_in_all() const {
    PrintedSum printed;
    const std::vector<Item>& items = exact_.sheet->items;
    std::size_t skip_below = 0; ///< the level whose parts have been counted with it
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (skip_below != 0 && items[i].level > static_cast<int>(skip_below)) {
            continue;
        }
        skip_below = 0;
        const Printed* const own = exact_.printed(items[i]);
        const bool has_parts = i + 1 < items.size() && items[i + 1].level > items[i].level;
        if (own != nullptr) {
            printed.sum = printed.sum + Ratio{own->value};
            printed.points = printed.points + items[i].points.value();
            printed.slack = printed.slack + slack_of(own->value);
            ++printed.count;
            printed.weighed = printed.weighed && (items[i].kind != ItemKind::row ||
                                                  exact_.row_of(items[i]).has_points ||
                                                  exact_.leaves.at(items[i].indicator).weighed);
            skip_below = static_cast<std::size_t>(items[i].level);
        } else if (!has_parts && may_score(i)) {
            printed.all = false;
            printed.extra = printed.extra + Ratio{items[i].beyond.extra};
            printed.floor = printed.floor + Ratio{items[i].beyond.floor};
        }
    }
    return printed;
}

/// Said by the form; or its points are below its full marks, and it prints no total, or one that
/// what it does not print explains.
bool Checks::is_cut(const PrintedSum& printed) const {
    if (form_.complete) {
        return !*form_.complete;
    }
    if ((full_marks() - exact_.weights.value()).sign() <= 0) {
        return false;
    }
    if (!form_.total || !exact_.sheet) {
        return true;
    }
    const Ratio more = Ratio{form_.total->value} - printed.sum;
    return more.sign() > 0 && more <= full_marks() - printed.points;
}

json::Json Checks::target_lists() const {
    for (std::size_t slot = 0; slot < rubric_.inputs.size(); ++slot) {
        if (rubric_.inputs[slot].of_targets && form_.facts.places[slot]) {
            return *form_.facts.places[slot];
        }
    }
    return form_.facts.json.root();
}

void Checks::check_weights() {
    const Ratio full = full_marks();
    if (!exact_.weighed || !form_.has_data || exact_.weights.value() == full ||
        is_cut(exact_.sheet ? printed_in_all() : PrintedSum{})) {
        return;
    }
    Finding& found = add("weights-not-100", Severity::error, target_lists(),
                         say::weights(shown(exact_.weights.value()), shown(full)));
    found.expected = shown(full);
    found.found = shown(exact_.weights.value());
}

/// Half a unit of the last place, or all of it where the rubric rounds in one direction.
Ratio Checks::slack_of(const Decimal& printed) const {
    const Rounding mode = rubric_.rubric.rounding.mode;
    const bool nearest =
        mode == Rounding::half_up || mode == Rounding::half_even || mode == Rounding::half_down;
    const int places = printed.scale() > 0 ? printed.scale() : scale();
    return Ratio{1, nearest ? 2 : 1} * power(Ratio{1, 10}, places);
}

/// The same of the children of an item together.
Ratio Checks::slack_below(std::size_t index) const {
    Ratio slack;
    const std::vector<Item>& items = exact_.sheet->items;
    for (std::size_t i = index + 1; i < items.size() && items[i].level > items[index].level; ++i) {
        const Printed* const own = exact_.printed(items[i]);
        slack = own == nullptr ? slack : slack + slack_of(own->value);
    }
    return slack;
}

bool Checks::rounds_below(std::optional<std::size_t> item) const {
    const std::vector<Item>& items = exact_.sheet->items;
    const std::size_t first = item ? *item + 1 : 0;
    const int above = item ? items[*item].level : 0;
    for (std::size_t i = first; i < items.size() && items[i].level > above; ++i) {
        if (items[i].parent == item && !rubric_.rubric.rounding.at(items[i].kind, items[i].level)) {
            return false;
        }
    }
    return true;
}

/// What the adjustments that are in force on an item, or on the total, make of a printed sum.
Ratio Checks::adjusted(std::optional<std::size_t> item, const Ratio& sum) const {
    const ScoreSheet& sheet = *exact_.sheet;
    const Beyond& beyond = item ? sheet.items[*item].beyond : sheet.beyond;
    Points score{sum};
    for (const Adjusted& each : sheet.adjustments) {
        score = each.item == item ? detail::after(each, score, beyond) : score;
    }
    if (!exact_.weighed) {
        return score.value(); // rows without points bound nothing
    }
    return detail::Room{item ? sheet.items[*item].points : sheet.points, beyond}
        .keep(score)
        .value();
}

bool Checks::is_adjusted(std::size_t item) const {
    const std::vector<Adjusted>& all = exact_.sheet->adjustments;
    return std::any_of(all.begin(), all.end(),
                       [item](const Adjusted& each) { return each.item == item; });
}

/// Whether a printed score of what has parts is another than its adjustments make of their sum.
bool Checks::is_adjusted_otherwise(std::size_t item, const Printed& printed) const {
    const auto sum = sum_below(item);
    return !sum || (is_adjusted(item) && !prints_so(adjusted(item, *sum), printed.value, scale()));
}

void Checks::check_total() {
    if (!form_.total) {
        return;
    }
    const Printed& total = *form_.total;
    if (!exact_.sheet) {
        leave(total, said(say::label_total), say::why_no_data);
        return;
    }
    const PrintedSum printed = printed_in_all();
    if (is_cut(printed) || (!printed.all && !exact_.total_certain)) {
        check_cut_total(printed);
        return;
    }
    compared(total);
    const Ratio recomputed = exact_.sheet->total.value();
    if (!printed.all) {
        if (!prints(recomputed, total) && !prints(exact_.sheet->exact.value(), total)) {
            add("total-mismatch", Severity::error, total, recomputed,
                say::total_of_rule(total.text, shown(recomputed)));
        }
        return;
    }
    const Ratio sum = printed.sum * exact_.rescaled;
    const bool close = abs(sum - Ratio{total.value}) <= printed.slack * exact_.rescaled;
    const bool by_rule = exact_.total_known && prints(recomputed, total) &&
                         (exact_.adjusted || rubric_.rubric.rounding.total || close);
    const Ratio due = adjusted(std::nullopt, sum);
    const Ratio most = (exact_.sheet->points + Points{exact_.sheet->beyond.extra}).value();
    const bool open = !exact_.total_certain && close && !rounds_below(std::nullopt);
    const bool fits = by_rule || prints(due, total) || open ||
                      (close && due > most && prints(most, total)) ||
                      (exact_.unsettled && prints(printed.sum, total));
    if (fits || (passes_points() && prints(sum, total))) {
        return;
    }
    if (may_be_adjusted(printed)) {
        leave(total, said(say::label_total), say::why_unsettled);
        return;
    }
    tell_total(printed, due);
}

/// Whether it is told already that the scores or the weights are too many: a total that adds them
/// up is no second defect.
bool Checks::passes_points() const {
    const std::vector<Item>& items = exact_.sheet->items;
    return exact_.weights.value() > full_marks() ||
           std::any_of(items.begin(), items.end(), [&](const Item& item) {
               const Printed* const own = exact_.printed(item);
               return own != nullptr &&
                      Ratio{own->value} > item.points.value() + Ratio{item.beyond.extra};
           });
}

/// Whether adjustments that can't be told may lead from the printed sum to the printed total: one
/// that counts by what the form does not give, or adds.
bool Checks::may_be_adjusted(const PrintedSum& printed) const {
    const std::vector<Adjustment>& open = exact_.open_adjustments();
    if (std::none_of(open.begin(), open.end(), counts)) {
        return false;
    }
    const ScoreSheet& sheet = *exact_.sheet;
    const Room room{sheet.points, sheet.beyond};
    const Points sum{adjusted(std::nullopt, printed.sum * exact_.rescaled)};
    Points least = sum;
    Points most = sum;
    for (const Adjustment& each : open) {
        const auto bound = each.each_at_most ? each.each_at_most
                           : each.amount     ? std::nullopt
                                             : std::optional{each.value};
        switch (each.kind) {
        case Adjustment::Kind::deduct:
            least = bound ? least - Points{*bound} : room.least;
            break;
        case Adjustment::Kind::add:
            most = bound ? most + Points{*bound} : room.most;
            break;
        case Adjustment::Kind::set:
            most = bound ? max(most, Points{*bound}) : room.most;
            [[fallthrough]];
        case Adjustment::Kind::at_most:
            least = min(least, bound ? Points{*bound} : room.least);
            break;
        case Adjustment::Kind::grade_at_most:
            break;
        }
    }
    const Ratio total{form_.total->value};
    const Ratio slack = printed.slack * exact_.rescaled;
    return room.keep(least).value() - slack <= total && total <= room.keep(most).value() + slack;
}

/// How a wrong total came about.
void Checks::tell_total(const PrintedSum& printed, const Ratio& due) {
    const Printed& total = *form_.total;
    const Ratio& sum = printed.sum;
    if (exact_.rescaled != Ratio{1} && prints(adjusted(std::nullopt, sum), total)) {
        add("total-mismatch", Severity::error, total, due,
            say::total_unscaled(total.text, shown(due)));
        return;
    }
    if (due != sum && exact_.total_certain) {
        add("total-mismatch", Severity::error, total, due,
            say::total_of_rule(total.text, shown(due)));
        return;
    }
    const std::vector<Item>& items = exact_.sheet->items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto part = items[i].parent ? std::nullopt : printed_sum(i);
        if (part && !part->is_zero() && prints(sum - *part, total)) {
            add("total-mismatch", Severity::error, total, sum,
                say::total_without(total.text, shown(sum), items[i].name));
            return;
        }
    }
    const bool close = abs(sum - Ratio{total.value}) <= printed.slack;
    const auto exact = close && exact_.total_certain ? exact_.unrounded_total() : std::nullopt;
    if (exact && prints(*exact, total)) {
        add("total-mismatch", Severity::note, total, sum, say::total_exact(total.text, shown(sum)));
        return;
    }
    const Ratio& told = exact_.rescaled == Ratio{1} ? sum : due; // not what bounds make of it
    add("total-mismatch", Severity::error, total, due, say::total_of_sum(total.text, shown(told)));
}

/// Why no more can be said of a total than its bounds.
text::Words Checks::why_total_open() const {
    const Ratio have = exact_.weights.value();
    if (form_.complete && !*form_.complete) {
        return say::why_cut;
    }
    return have < full_marks() ? say::why_below(shown(have), shown(full_marks()))
                               : say::why_unprinted;
}

/// Bounds the total of a form that does not print every score: the total itself can't be told.
void Checks::check_cut_total(const PrintedSum& printed) {
    const Printed& total = *form_.total;
    const Ratio value{total.value};
    const Beyond& beyond = exact_.sheet->beyond;
    const Ratio best = full_marks() + Ratio{beyond.extra};
    const Ratio rest = max(Ratio{}, full_marks() - printed.points) + printed.extra;
    const Ratio all = min(best, printed.sum + rest);
    const std::vector<Adjustment>& open = exact_.open_adjustments();
    const auto adds = [](const Adjustment& each) {
        return each.kind == Adjustment::Kind::add;
    };
    const bool may_rise =
        std::any_of(open.begin(), open.end(), adds) ||
        std::any_of(exact_.sheet->adjustments.begin(), exact_.sheet->adjustments.end(),
                    [&](const Adjusted& each) { return adds(each.adjustment); });
    const Ratio most =
        printed.weighed && printed.count > 0 && !may_rise ? all + printed.slack : best;
    const bool may_fall =
        exact_.unsettled || !exact_.sheet->adjustments.empty() || exact_.rescaled != Ratio{1};
    const Ratio lowest = may_fall ? Ratio{beyond.floor} : printed.sum + printed.floor;
    const Ratio least = may_fall ? lowest : lowest - printed.slack;
    const bool above_all = printed.sum > most; // told of the scores themselves
    if (value < least || (value > most && !above_all) || value > best + printed.slack) {
        const Ratio nearest = value < least ? (may_fall ? printed.sum : lowest)
                                            : (may_rise ? best : most - printed.slack);
        add("total-mismatch", Severity::error, total, nearest,
            say::total_impossible(total.text, shown(lowest), shown(may_rise ? best : all)));
    } else {
        leave(total, said(say::label_total), why_total_open());
    }
}

/// Whether a part of an item may leave 0 … points: then their sum may pass the item's own bound.
bool Checks::bonus_below(std::size_t index) const {
    const std::vector<Item>& items = exact_.sheet->items;
    for (std::size_t i = index + 1; i < items.size() && items[i].level > items[index].level; ++i) {
        if (!items[i].beyond.is_none()) {
            return true;
        }
    }
    return false;
}

void Checks::check_breakdowns() {
    for (std::size_t i = 0; i < exact_.sheet->items.size(); ++i) {
        const Item& item = exact_.sheet->items[i];
        const Printed* const own = exact_.printed(item);
        const auto sum = own != nullptr ? sum_below(i) : std::nullopt;
        if (!sum) {
            continue;
        }
        compared(*own);
        const Ratio slack = slack_below(i) + slack_of(own->value);
        const bool close = abs(*sum - Ratio{own->value}) <= slack;
        const Room room{item.points, item.beyond};
        const Ratio kept = room.keep(Points{*sum}).value();
        const bool bounded = kept != *sum && prints(kept, *own) && (close || bonus_below(i));
        const bool only_printed = close && !exact_.known[i] && !rounds_below(i);
        if (prints(*sum, *own) || bounded || only_printed || is_adjusted(i) ||
            exact_.is_open(item.indicator) || (exact_.known[i] && is_right(item, *own))) {
            continue; // what is not rounded by the rubric adds up before it is printed
        }
        add("breakdown-mismatch", Severity::error, *own, *sum,
            say::breakdown(item.name.empty() ? item.id : item.name, own->text, shown(*sum)));
    }
}

} // namespace heng::detail::audit
