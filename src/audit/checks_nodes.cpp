// SPDX-License-Identifier: Apache-2.0
//
// Leaves and branches: a printed score that the facts do not give, and how it came about; printed
// rates; rates that nothing can be divided by.
#include "audit/checks.hpp"
#include "rule/kind.hpp"

#include <variant>

namespace heng::detail::audit {

void Checks::check_node(const Compared& node) {
    const LeafResult* const leaf =
        node.item.kind == ItemKind::leaf ? &exact_.leaves.at(node.item.indicator) : nullptr;
    const bool weighed = leaf != nullptr ? leaf->weighed : exact_.weighed;
    const bool no_rows =
        leaf != nullptr && leaf->error && leaf->leaf->points.sign() > 0 && node.points.is_zero();
    if (weighed && !no_rows && is_above(node)) {
        const auto measure = measure_of(node.item.indicator);
        const text::Words why = how(node, node.item.score.value(), measure);
        const Decimal& extra = node.item.beyond.extra;
        add("score-above-points", Severity::error, node.printed, node.most(),
            extra.is_zero()
                ? say::above_points(node.name, node.printed.text, shown(node.points), why)
                : say::above_extra(node.name, node.printed.text, shown(node.points),
                                   shown(Ratio{extra}), why));
        return;
    }
    if (!exact_.known[node.index]) {
        check_unknown(node, leaf);
        return;
    }
    if (leaf != nullptr && exact_.is_assumed(node.item.indicator)) {
        leave(node.printed, node.name, say::why_assumed);
        return;
    }
    compared(node.printed);
    if (is_right(node.item, node.printed)) {
        return;
    }
    if (leaf != nullptr && leaf->rows.empty()) {
        check_leaf(node);
    } else if (exact_.certain[node.index] && is_adjusted_otherwise(node.index, node.printed)) {
        const Ratio exact = node.item.score.value();
        add("score-mismatch", Severity::error, node.printed, exact,
            say::mismatch(node.name, node.printed.text, shown(node.points), shown(exact),
                          how(node, exact)));
    }
}

/// A score that can't be recomputed is compared with what its parts print, or with nothing.
void Checks::check_unknown(const Compared& node, const LeafResult* leaf) {
    if (sum_below(node.index) && !exact_.is_open(node.item.indicator)) {
        return; // check_breakdowns() compares it
    }
    if (leaf != nullptr && leaf->outside) {
        check_range(node, *leaf);
        return;
    }
    const Ratio least{node.item.beyond.floor};
    if (node.score < least) {
        add("score-below-floor", Severity::error, node.printed, least,
            say::below_floor(node.name, node.printed.text, shown(least)));
        return;
    }
    if (exact_.is_open(node.item.indicator)) {
        leave(node.printed, node.name, say::why_unsettled);
        return;
    }
    const bool units = leaf != nullptr && leaf->error && leaf->error->code == "audit.units";
    const bool levels = leaf != nullptr && !leaf->error;
    const text::Sentence& why = units ? say::why_units : levels ? say::why_level : say::why_no_data;
    leave(node.printed, node.name, why);
}

/// A person picks the score within a band: it is checked as a range.
void Checks::check_range(const Compared& node, const LeafResult& leaf) {
    compared(node.printed);
    const Ratio by = node.points / Ratio{leaf.leaf->points};
    const Ratio least = leaf.outside->least.value() * by;
    const Ratio most = leaf.outside->most.value() * by;
    Finding& found = add("score-mismatch", Severity::error, node.printed, least,
                         say::outside_band(node.name, node.printed.text, shown(node.points),
                                           shown(least), shown(most)));
    found.expected = shown(least) + "–" + shown(most);
}

void Checks::check_leaf(const Compared& leaf) {
    const Ratio exact = leaf.item.score.value();
    if (leaf.item.status == ItemStatus::assessed) {
        add("score-mismatch", Severity::error, leaf.printed, exact,
            say::assessed(leaf.name, leaf.printed.text, shown(exact)));
        return;
    }
    const auto measure = measure_of(leaf.item.indicator);
    if (measure && check_rounded_measure(leaf, *measure)) {
        return;
    }
    text::Words why = how(leaf, exact, measure);
    if (why.empty() && measure && !rule::kind_named(leaf.item.rule).is_share &&
        prints_so(leaf.points * max(Ratio{}, min(Ratio{1}, *measure)), leaf.printed.value,
                  scale())) {
        why = say::how_proportional;
    }
    add("score-mismatch", Severity::error, leaf.printed, exact,
        say::mismatch(leaf.name, leaf.printed.text, shown(leaf.points), shown(exact), why));
}

/// Whether the rule gives the printed score for the measure as rounded to 0, 1 or 2 places of a
/// percentage, or as the form prints it.
bool Checks::check_rounded_measure(const Compared& leaf, const Ratio& measure) {
    const auto gives = [&](const Ratio& rounded, const std::string& text) {
        const auto score = exact_.with_measure(leaf.item.indicator, rounded);
        const Decimal full = exact_.leaves.at(leaf.item.indicator).leaf->points;
        if (rounded == measure || !score || full.is_zero() ||
            !prints_so(*score / Points{full} * leaf.points, leaf.printed.value, scale())) {
            return false;
        }
        const Ratio exact = leaf.item.score.value();
        add("score-from-rounded-rate", Severity::error, leaf.printed, exact,
            say::rounded_rate(leaf.name, leaf.printed.text, text, shown(exact)));
        return true;
    };
    for (const int places : rate_places) {
        const Decimal percent = (measure * Ratio{100}).rounded(places);
        if (gives(Ratio{percent} / Ratio{100}, percent.to_string() + '%')) {
            return true;
        }
    }
    const auto printed = form_.rates.find(leaf.item.id);
    if (printed == form_.rates.end()) {
        return false;
    }
    const Printed& rate = printed->second;
    const bool hundredths = rate.in_percent || Ratio{rate.value} > Ratio{2};
    return gives(Ratio{rate.value} / Ratio{hundredths ? 100 : 1}, rate.text);
}

std::optional<Ratio> Checks::measure_of(std::size_t indicator) const {
    const auto leaf = exact_.leaves.find(indicator);
    if (leaf == exact_.leaves.end()) {
        return std::nullopt;
    }
    if (const auto* const by = std::get_if<ByMeasure>(&leaf->second.reason)) {
        return rule::kind_of(leaf->second.leaf->rule).is_score ? std::nullopt
                                                               : std::optional{by->measure};
    }
    if (const auto* const by = std::get_if<ByBand>(&leaf->second.reason)) {
        return by->measure;
    }
    return std::nullopt;
}

/// Where the rubric says what such a rate is worth it may be meant; else it has no score.
void Checks::check_zero_denominators() {
    for (const auto& [number, result] : exact_.leaves) {
        const bool by_rule = std::holds_alternative<ByZeroDenominator>(result.reason);
        const bool refused = result.error && result.error->code == "facts.zero-denominator";
        if (!by_rule && !refused) {
            continue;
        }
        Finding& found = add("zero-denominator", by_rule ? Severity::warning : Severity::error,
                             exact_.read_zero(number), say::zero_denominator(result.leaf->name));
        found.found = "0";
    }
}

/// A printed rate is that of the measure, or of the score to its points, at the places printed.
void Checks::check_rates() {
    for (std::size_t i = 0; i < exact_.sheet->items.size(); ++i) {
        const Item& item = exact_.sheet->items[i];
        auto rate = form_.rates.find(item.id);
        if (rate == form_.rates.end() && !exact_.is_ambiguous(item.name) &&
            !exact_.is_id(item.name)) {
            rate = form_.rates.find(item.name);
        }
        if (rate != form_.rates.end()) {
            check_rate(i, rate->second, item.name.empty() ? item.id : item.name);
        }
    }
}

/// Why nothing can be compared with the rate of an item; empty where something can.
text::Words Checks::why_no_rate(std::size_t index) const {
    const Item& item = exact_.sheet->items[index];
    if (item.status == ItemStatus::not_applicable) {
        return say::why_left_out;
    }
    if (std::holds_alternative<ByZeroDenominator>(item.reason)) {
        return say::why_no_measure;
    }
    if (item.kind == ItemKind::row && exact_.row_of(item).judged == Judged::by_numbers &&
        !completion(exact_.target_of(item).numbers).divided) {
        return say::why_no_measure;
    }
    if (item.kind == ItemKind::leaf) {
        const auto& error = exact_.leaves.at(item.indicator).error;
        if (error && error->code == "facts.zero-denominator") {
            return say::why_no_measure;
        }
    }
    if (!exact_.known[index] || item.points == Points{}) {
        return say::why_no_data;
    }
    if (!exact_.certain[index]) {
        return say::why_level;
    }
    return {};
}

void Checks::check_rate(std::size_t index, const Printed& printed, const std::string& name) {
    if (const text::Words why = why_no_rate(index); !why.empty()) {
        leave(printed, name, why);
        return;
    }
    compared(printed);
    const Item& item = exact_.sheet->items[index];
    const Ratio of_score = item.exact / item.points;
    const auto measure = item.kind == ItemKind::leaf ? measure_of(item.indicator) : std::nullopt;
    const Ratio exact = measure.value_or(of_score);
    const bool percent = printed.in_percent || Ratio{printed.value} > Ratio{2};
    const Ratio by{percent ? 100 : 1};
    const int places = printed.value.scale();
    const auto prints = [&](const Ratio& value) {
        return Ratio{(value * by).rounded(places)} == Ratio{printed.value};
    };
    if (prints(exact) || prints(of_score)) {
        return;
    }
    const std::string expected =
        (exact * by).rounded(places).to_string() + (printed.in_percent ? "%" : "");
    const bool of_rounded = prints(item.score / item.points);
    if (of_rounded && !measure) {
        return; // the rate of what is printed
    }
    text::Words why;
    if (is_swapped(exact * by, printed.value, places)) {
        why = say::how_swapped;
    }
    Finding& found =
        add("ratio-mismatch", of_rounded ? Severity::note : Severity::error, printed.place,
            of_rounded ? say::rate_of_rounded(name, printed.text, item.score_text(),
                                              shown(item.points.value()), expected)
                       : say::wrong_rate(name, printed.text, expected, why));
    found.expected = expected;
    found.found = printed.text;
}

} // namespace heng::detail::audit
