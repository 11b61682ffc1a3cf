// SPDX-License-Identifier: Apache-2.0
//
// The steps of the rules of leaves.
#include "batch/kernel/compiler.hpp"
#include "scoring/scoring.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace heng::detail::kernel {

void Compiler::apply(const std::monostate&) {
    covered_ = false;
}

void Compiler::apply(const rule::lowered::Share& rule) {
    const Decimal& points = leaf_->points;
    const Number measure = found(lowering_.quotient(*leaf_->measure));
    if (!leaf_->adjustments.empty() || !rounds_ || may_pass(points)) {
        return add_measured({.if_zero = rule.if_zero}, measure);
    }
    const Ratio unit{power_of_ten(program_.rounding_scale)};
    const Ratio slope = Ratio{points} * unit / Ratio{rule.cap};
    ProportionalStep step;
    step.times = found(small_integer(slope.numerator()));
    step.over = found(small_integer(slope.denominator()));
    step.full =
        found(points.rounded(program_.rounding_scale, program_.rounding).small_coefficient());
    if (rule.pass && rule.pass->sign() > 0) {
        const Ratio pass{*rule.pass};
        step.pass_num = found(small_integer(pass.numerator()));
        step.pass_den = found(small_integer(pass.denominator()));
    }
    if (rule.if_zero) {
        step.if_zero = *rule.if_zero == Points{} ? 0 : step.full;
    }
    const int more_places = program_.scale - program_.rounding_scale;
    step.unit = power_of_ten(more_places);
    covered_ = covered_ && units_within(Ratio{step.full}, more_places);
    is_rounded_ = true;
    add_rule({.op = Op::proportional,
              .out = item_,
              .a = measure.num,
              .b = measure.den,
              .extra = keep(program_.proportional, step)});
}

void Compiler::apply(const rule::lowered::FirstOf& rule) {
    const Number measure = found(lowering_.quotient(*leaf_->measure));
    if (std::any_of(rule.bands.begin(), rule.bands.end(),
                    [](const Band& band) { return band.is_assessed(); })) {
        return add_measured({.bands = rule.bands, .given = assessed_slot()}, measure);
    }
    BandsStep step;
    Ratio den{1};
    for (const Band& band : rule.bands) {
        for (const auto& end : {band.in.low, band.in.high}) {
            if (end && !(*end * den).is_whole()) {
                den = den * Ratio{found(small_integer((*end * den).denominator()))};
            }
        }
    }
    step.den = found(den.as_int64());
    covered_ = covered_ && !rule.bands.empty();
    step.bits = bits_of(step.den);
    for (const Band& band : rule.bands) {
        step.bias = std::max(step.bias, -units(band.score));
    }
    for (const Band& band : rule.bands) {
        BandStep each{.has_low = band.in.low.has_value(),
                      .has_high = band.in.high.has_value(),
                      .low_open = !band.in.low_closed,
                      .high_open = !band.in.high_closed,
                      .score = units(band.score) + step.bias};
        if (band.in.low) {
            each.low = found((*band.in.low * den).as_int64());
        }
        if (band.in.high) {
            each.high = found((*band.in.high * den).as_int64());
        }
        step.bits = std::max({step.bits, bits_of(each.low), bits_of(each.high)});
        step.bands.push_back(each);
    }
    add_rule({.op = Op::bands,
              .out = item_,
              .a = measure.num,
              .b = measure.den,
              .extra = keep(program_.bands, std::move(step))});
}

void Compiler::apply(const rule::lowered::Asked&) {
    const Number measure = found(lowering_.quotient(*leaf_->measure));
    const bool has_norm = !leaf_->parts.empty();
    add_measured({.has_norm = has_norm}, measure,
                 has_norm ? found(lowering_.quotient(leaf_->parts.front().term)) : Number{});
}

/// A rule that works with fractions, which are rounded or stay what they are.
void Compiler::add_measured(MeasuredStep step, const Number& measure, const Number& norm) {
    step.leaf = leaf_;
    step.score = rule::kind_of(leaf_->rule).score;
    step.rounded = rounds_;
    if (!leaf_->points.is_zero() || !leaf_->beyond.is_none()) {
        for (const Adjustment& each : leaf_->adjustments) {
            step.adjusted.push_back(
                {found(lowering_.truth(each.when)),
                 each.amount ? found(lowering_.quotient(*each.amount)) : Number{}});
        }
    }
    const Bounds bounds{leaf_->points, leaf_->beyond};
    if (may_pass(bounds.most())) {
        step.most = units(Ratio{bounds.most()});
    }
    if (may_fall(leaf_->beyond.floor)) {
        step.least = units(Ratio{leaf_->beyond.floor});
    }
    adjusted_ = true;
    add_rule({.op = Op::measured,
              .out = item_,
              .out2 = rounds_ ? 0 : make_fractions(item_),
              .a = measure.num,
              .b = measure.den,
              .c = norm.num,
              .d = norm.den,
              .extra = keep(program_.measured, std::move(step))});
}

void Compiler::apply(const rule::lowered::Counts& rule) {
    ListStep step{.points = units(Ratio{leaf_->points}),
                  .floor = units(Ratio{leaf_->beyond.floor})};
    for (std::size_t i = 0; i < rule.each.size(); ++i) {
        const Occurrence& kind = rule.each[i];
        step.parts.push_back({.given = found(lowering_.decimal(leaf_->parts[i].term)),
                              .worth = units(Ratio{kind.deduct}),
                              .at_most = kind.at_most ? units(Ratio{*kind.at_most})
                                                      : std::numeric_limits<std::int64_t>::max()});
    }
    if (rule.none_from) { // counts that are not whole ask
        step.none_from = found(Ratio{*rule.none_from}.ceiling().as_int64());
    }
    add_list(Op::occurrences, std::move(step));
}

void Compiler::apply(const rule::lowered::Held& rule) {
    ListStep step{.points = units(Ratio{leaf_->points + leaf_->beyond.extra})};
    for (std::size_t i = 0; i < rule.worth.size(); ++i) {
        step.parts.push_back({.given = found(lowering_.truth(leaf_->parts[i].term)),
                              .worth = units(Ratio{rule.worth[i]})});
    }
    add_list(Op::checklist, std::move(step));
}

void Compiler::add_list(Op op, ListStep step) {
    add_rule({.op = op, .out = item_, .extra = keep(program_.lists, std::move(step))});
}

void Compiler::apply(const rule::lowered::Truth&) {
    add_rule({.op = Op::condition,
              .out = item_,
              .a = found(lowering_.truth(*leaf_->measure)),
              .extra = units(Ratio{leaf_->points})});
}

void Compiler::apply(const rule::lowered::Named& rule) {
    std::vector<std::int64_t> scores(program_.layout.texts.size(), no_units);
    for (auto each = rule.each.rbegin(); each != rule.each.rend();
         ++each) { // the first is set last
        scores[program_.layout.texts.index_of(each->name)] = units(each->score);
    }
    add_rule({.op = Op::categories,
              .out = item_,
              .a = found(lowering_.text(*leaf_->measure)),
              .extra = keep(program_.categories, std::move(scores))});
}

void Compiler::apply(const rule::lowered::Given&) {
    add_rule({.op = Op::assessed,
              .out = item_,
              .a = assessed_slot(),
              .extra = room_of({leaf_->points, leaf_->beyond})});
}

Register Compiler::assessed_slot() const {
    const auto& leaves = program_.layout.assessed;
    const auto found = std::find(leaves.begin(), leaves.end(), leaf_);
    return static_cast<Register>(program_.layout.inputs +
                                 static_cast<std::size_t>(found - leaves.begin()));
}

/// Rows that are rounded in units where each has points of its own; else a row may be a share of
/// the points that no unit divides.
void Compiler::apply(const rule::lowered::Rows& rule) {
    const Lowering::Elements records = found(lowering_.records(*leaf_->measure));
    TargetsStep step{.leaf = leaf_,
                     .slot = records.slot,
                     .filters = records.filters,
                     .rows = static_cast<std::uint32_t>(program_.targets.size()),
                     .rounds = rubric_.rounding.rows,
                     .exact = rule.equal || !rubric_.rounding.rows,
                     .points = units(Ratio{leaf_->points})};
    if (rule.far_above != nullptr) {
        step.far_num = found(rule.far_above->from.small_coefficient());
        step.far_den = power_of_ten(std::min(rule.far_above->from.scale(), most_places));
        covered_ = covered_ && rule.far_above->from.scale() <= most_places;
    }
    Kernel::Item& item = program_.items[item_];
    item.rows = step.rows;
    item.row_scale = step.rounds ? std::optional{program_.rounding_scale} : std::nullopt;
    program_.costs.push_back(
        {.slot = step.slot, .steps = scoring::row_steps, .elements = 0, .items = 1});
    may_pass_ = step.rounds; // up
    add_rule({.op = Op::targets,
              .out = item_,
              .out2 = step.exact ? make_fractions(item_) : 0,
              .extra = keep(program_.targets, step)});
}

/// A lack of the rule is of no account where the leaf does not apply.
void Compiler::add_rule(Step step) {
    if (!leaf_->not_applicable) {
        return add(step);
    }
    add({.op = Op::begin_rule});
    add(step);
    add({.op = Op::end_rule, .a = holds_});
}

} // namespace heng::detail::kernel
