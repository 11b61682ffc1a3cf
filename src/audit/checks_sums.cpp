// SPDX-License-Identifier: Apache-2.0
//
// What adds up: the weights, the total, and printed sums of printed parts.
#include "audit/checks.hpp"

#include <heng/score/score.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace heng::form {

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

std::pair<Ratio, bool> Checks::printed_in_all() const {
    Ratio sum;
    bool all = true;
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
            sum = sum + Ratio{own->value};
            skip_below = static_cast<std::size_t>(items[i].level);
        } else if (!has_parts && items[i].points != Points{}) {
            all = false;
        }
    }
    return {sum, all};
}

/// Said by the form; or its points are below its full marks, and it prints no total, or one that
/// the missing points explain.
bool Checks::is_cut() const {
    if (form_.complete) {
        return !*form_.complete;
    }
    const Ratio missing = full_marks() - exact_.weights.value();
    if (missing.sign() <= 0) {
        return false;
    }
    if (!form_.total || !exact_.sheet) {
        return true;
    }
    const Ratio more = Ratio{form_.total->value} - printed_in_all().first;
    return more.sign() > 0 && more <= missing;
}

void Checks::check_weights() {
    const Ratio full = full_marks();
    if (!exact_.weighed || !form_.has_data || exact_.weights.value() == full || is_cut()) {
        return;
    }
    std::optional<document::Json> where;
    for (std::size_t slot = 0; slot < rubric_.inputs.size(); ++slot) {
        if (rubric_.inputs[slot].of_targets && form_.facts.places[slot] && !where) {
            where = form_.facts.places[slot];
        }
    }
    const document::Json root = form_.facts.json.root();
    FormFinding& found = add("weights-not-100", Severity::error, where.value_or(root),
                             weights(shown(exact_.weights.value()), shown(full)));
    found.expected = shown(full);
    found.found = shown(exact_.weights.value());
}

/// How far a sum of `count` figures may be off where each was rounded only to be printed.
Ratio Checks::slack(std::size_t count) const {
    return Ratio{static_cast<std::int64_t>(count)} * Ratio{1, 2} * power(Ratio{1, 10}, scale());
}

/// What the adjustments that are in force on an item, or on the total, make of a printed sum.
Ratio Checks::adjusted(std::optional<std::size_t> item, const Ratio& sum) const {
    Points score{sum};
    for (const Adjusted& each : exact_.sheet->adjustments) {
        score = each.item == item ? detail::after(each.adjustment, score) : score;
    }
    return score.value();
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
    if (!form_.total || !exact_.sheet || is_cut()) {
        return;
    }
    const Printed& total = *form_.total;
    const auto prints = [&](const Ratio& value) {
        return prints_so(value, total.value, scale());
    };
    const Ratio recomputed = exact_.sheet->total.value();
    const auto [sum, all] = printed_in_all();
    const bool close = abs(sum - Ratio{total.value}) <= slack(exact_.sheet->items.size());
    const bool by_rule = exact_.total_known && prints(recomputed) &&
                         (exact_.adjusted || rubric_.rubric.rounding.total || close);
    if (!all) {
        if (exact_.total_certain && !prints(recomputed) && !prints(exact_.sheet->exact.value())) {
            add("total-mismatch", Severity::error, total, recomputed,
                total_of_rule(total.text, shown(recomputed)));
        }
        return;
    }
    const Ratio due = adjusted(std::nullopt, sum);
    if (by_rule || prints(due) || (prints(sum) && !exact_.total_certain)) {
        return;
    }
    if (due != sum && exact_.total_certain) {
        add("total-mismatch", Severity::error, total, due, total_of_rule(total.text, shown(due)));
        return;
    }
    const std::vector<Item>& items = exact_.sheet->items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto part = items[i].parent ? std::nullopt : printed_sum(i);
        if (part && !part->is_zero() && prints(sum - *part)) {
            add("total-mismatch", Severity::error, total, sum,
                total_without(total.text, shown(sum), items[i].name));
            return;
        }
    }
    add("total-mismatch", Severity::error, total, sum, total_of_sum(total.text, shown(sum)));
}

void Checks::check_breakdowns() {
    for (std::size_t i = 0; i < exact_.sheet->items.size(); ++i) {
        const Item& item = exact_.sheet->items[i];
        const Printed* const own = exact_.printed(item);
        const auto sum = own != nullptr ? sum_below(i) : std::nullopt;
        if (!sum || prints_so(*sum, own->value, scale())) {
            continue;
        }
        if (exact_.known[i] && is_right(item, *own)) {
            continue; // what is not rounded by the rubric adds up before it is printed
        }
        if (!is_adjusted(i)) {
            add("breakdown-mismatch", Severity::error, *own, *sum,
                breakdown(item.name.empty() ? item.id : item.name, own->text, shown(*sum)));
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
    for (const auto* const group : {&form_.scores, &form_.points, &form_.rates}) {
        for (const auto& [name, printed] : *group) {
            if (names.count(name) != 0) {
                continue;
            }
            const auto block = blocks.find(name);
            if (block == blocks.end()) {
                add("unusable-fact", Severity::warning, printed.place, unknown_score(name));
            } else if (group == &form_.scores && block->second &&
                       !prints_so(*block->second, printed.value, scale())) {
                add("breakdown-mismatch", Severity::error, printed, *block->second,
                    breakdown(name, printed.text, shown(*block->second)));
            }
        }
    }
}

/// What the rows of each block, and of what stands before its "/", print together.
std::map<std::string_view, std::optional<Ratio>> Checks::subtotals() const {
    std::map<std::string_view, std::optional<Ratio>> sums;
    for (const Item& item : exact_.sheet->items) {
        if (item.kind != ItemKind::row) {
            continue;
        }
        const Printed* const score = exact_.printed(item);
        const auto add_to = [&](std::string_view block) {
            std::optional<Ratio>& sum = sums.try_emplace(block, Ratio{}).first->second;
            if (score == nullptr) {
                sum.reset();
            } else if (sum) {
                sum = *sum + Ratio{score->value};
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

} // namespace heng::form
