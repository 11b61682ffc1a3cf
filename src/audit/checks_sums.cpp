// SPDX-License-Identifier: Apache-2.0
//
// What adds up: the weights, the total, and printed sums of printed parts.
#include "audit/checks.hpp"
#include "base/text/nearest.hpp"

#include <heng/score/score.hpp>

#include <algorithm>
#include <set>
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
        } else if (!has_parts && items[i].points != Points{}) {
            printed.all = false;
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
    const Ratio most = exact_.sheet->points.value(); // no score passes the points
    const bool open = !exact_.total_certain && close && !rounds_below(std::nullopt);
    const bool fits = by_rule || prints(due, total) || open ||
                      (close && due > most && prints(most, total)) ||
                      (exact_.unsettled && prints(printed.sum, total));
    if (!fits && !(passes_points() && prints(sum, total))) {
        tell_total(printed, due);
    }
}

/// Whether it is told already that the scores or the weights are too many: a total that adds them
/// up is no second defect.
bool Checks::passes_points() const {
    const std::vector<Item>& items = exact_.sheet->items;
    return exact_.weights.value() > full_marks() ||
           std::any_of(items.begin(), items.end(), [&](const Item& item) {
               const Printed* const own = exact_.printed(item);
               return own != nullptr && Ratio{own->value} > item.points.value();
           });
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
    const Ratio rest = max(Ratio{}, full_marks() - printed.points);
    const Ratio most = printed.weighed && printed.count > 0
                           ? min(full_marks(), printed.sum + rest) + printed.slack
                           : full_marks();
    const bool may_fall =
        exact_.unsettled || !exact_.sheet->adjustments.empty() || exact_.rescaled != Ratio{1};
    const Ratio least = may_fall ? Ratio{} : printed.sum - printed.slack;
    const bool above_all = printed.sum > most; // told of the scores themselves
    if (value < least || (value > most && !above_all) || value > full_marks() + printed.slack) {
        const Ratio nearest = value < least ? printed.sum : most - printed.slack;
        add("total-mismatch", Severity::error, total, nearest,
            say::total_impossible(total.text, shown(may_fall ? Ratio{} : printed.sum),
                                  shown(min(full_marks(), printed.sum + rest))));
    } else {
        leave(total, said(say::label_total), why_total_open());
    }
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
        const bool bounded =
            close && *sum > item.points.value() && prints(item.points.value(), *own);
        const bool only_printed = close && !exact_.known[i] && !rounds_below(i);
        if (prints(*sum, *own) || bounded || only_printed || is_adjusted(i) ||
            (exact_.known[i] && is_right(item, *own))) {
            continue; // what is not rounded by the rubric adds up before it is printed
        }
        add("breakdown-mismatch", Severity::error, *own, *sum,
            say::breakdown(item.name.empty() ? item.id : item.name, own->text, shown(*sum)));
    }
}

/// Printed points of a branch, and of rows together.
void Checks::check_points() {
    for (const Item& item : exact_.sheet->items) {
        auto printed = form_.points.find(item.id);
        if (printed == form_.points.end() || item.points == Points{}) {
            continue;
        }
        compared(printed->second);
        if (exact_.weighed && item.status != ItemStatus::not_applicable &&
            exact_.rescaled == Ratio{1} && item.points.value() != Ratio{printed->second.value}) {
            add("breakdown-mismatch", Severity::error, printed->second, item.points.value(),
                say::points_differ(item.name.empty() ? item.id : item.name, printed->second.text,
                                   shown(item.points.value())));
        }
    }
}

/// A name that is no item's may be that of a block of rows, such as 产出, with its subtotal.
void Checks::check_names() {
    std::set<std::string_view> names;
    for (const Item& item : exact_.sheet->items) {
        names.insert(item.id);
        names.insert(item.name);
    }
    const auto blocks = subtotals();
    std::size_t comparisons = 0;
    for (const auto* const group : {&form_.scores, &form_.points, &form_.rates}) {
        for (const auto& [name, printed] : *group) {
            if (names.count(name) != 0) {
                if (exact_.is_ambiguous(name)) {
                    leave(printed, name, say::why_several);
                }
                continue;
            }
            const auto block = blocks.find(name);
            if (block != blocks.end()) {
                check_block(name, printed, group == &form_.scores, block->second);
                continue;
            }
            constexpr std::size_t most_comparisons = 1'000'000;
            comparisons += names.size();
            const std::string meant =
                comparisons <= most_comparisons ? text::nearest(name, names) : std::string{};
            add("unusable-fact", Severity::warning, printed.place,
                meant.empty() ? say::unknown_score(name) : say::not_known_but_near(name, meant));
        }
    }
}

/// A printed subtotal of a block against what its rows print; other figures of it are left.
void Checks::check_block(const std::string& name, const Printed& printed, bool is_score,
                         const Subtotal& rows) {
    if (!is_score || !rows.sum) {
        leave(printed, name, say::why_no_data);
        return;
    }
    compared(printed);
    const bool close =
        abs(*rows.sum - Ratio{printed.value}) <= rows.slack + slack_of(printed.value);
    if (!prints(*rows.sum, printed) && !(close && !rubric_.rubric.rounding.rows)) {
        add("breakdown-mismatch", Severity::error, printed, *rows.sum,
            say::breakdown(name, printed.text, shown(*rows.sum)));
    }
}

/// What the rows of each block, and of what stands before its "/", print together.
std::map<std::string_view, Checks::Subtotal> Checks::subtotals() const {
    std::map<std::string_view, Subtotal> sums;
    for (const Item& item : exact_.sheet->items) {
        if (item.kind != ItemKind::row) {
            continue;
        }
        const Printed* const score = exact_.printed(item);
        const auto add_to = [&](std::string_view block) {
            Subtotal& rows = sums.try_emplace(block, Subtotal{Ratio{}, Ratio{}}).first->second;
            if (score == nullptr) {
                rows.sum.reset();
            } else if (rows.sum) {
                rows.sum = *rows.sum + Ratio{score->value};
                rows.slack = rows.slack + slack_of(score->value);
            }
        };
        const std::string_view own = exact_.target_of(item).block;
        const std::string_view first = own.substr(0, own.find('/'));
        add_to(own);
        if (first != own) {
            add_to(first);
        }
    }
    return sums;
}

} // namespace heng::detail::audit
