// SPDX-License-Identifier: Apache-2.0
//
// From a rubric to a program: units, items in the sheet's order, and the steps of each node in the
// order of heng/score/score.hpp: children, rule, adjustments, rounding, what does not apply.
#include "batch/kernel/compile.hpp"
#include "batch/kernel/compiler.hpp"
#include "scoring/scoring.hpp"

#include <heng/score/score.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace heng::detail::kernel {
namespace {

constexpr int most_more_places = 4;
constexpr int greatest_scale = 9;

} // namespace

std::optional<std::int64_t> units_within(const Ratio& value, int scale) {
    const auto units = (value * Ratio{power_of_ten(scale)}).as_int64();
    return units && bits_of(*units) <= most_unit_bits ? units : std::nullopt;
}

Compiler::Compiler(const document::CompiledRubric& rubric, int scale)
    : rubric_(rubric.rubric), program_(rubric), lowering_(start(rubric, scale)) {}

std::optional<Program> Compiler::run() {
    Points sum;
    std::vector<Item> top;
    for (const Indicator& indicator : rubric_.indicators) {
        top.push_back(visit(indicator, 1));
        sum += Points{indicator.points};
    }
    const auto total = static_cast<Item>(program_.items.size());
    add_play(total, top, Points{rubric_.points}, false);
    add_sum(total, std::move(top));
    add_rescaling(total);
    add_adjustments(rubric_.adjustments, rubric_.beyond, total);
    const Bounds bounds{rubric_.points, rubric_.beyond};
    if (may_leave(rubric_.indicators, rubric_.adjustments)) {
        add_room(total, bounds);
    }
    if (rubric_.rounding.total) {
        add_round(total, bounds);
    }
    add_grades();
    covered_ = covered_ && lowering_.is_within_limits() && sum == Points{rubric_.points} &&
               sum != Points{};
    program_.most_elements = lowering_.most_elements();
    program_.most_steps =
        lowering_.most_steps() +
        scoring::item_steps * static_cast<std::int64_t>(program_.items.size()) +
        static_cast<std::int64_t>(program_.inputs.size()) / scoring::inputs_a_step;
    return covered_ ? std::optional{std::move(program_)} : std::nullopt;
}

Lowering Compiler::start(const document::CompiledRubric& rubric, int scale) {
    program_.scale = scale;
    program_.rounding_scale = rubric.rubric.rounding.scale;
    program_.rounding = rubric.rubric.rounding.mode;
    program_.registers = program_.layout.slots();
    for (std::size_t slot = 0; slot < rubric.inputs.size(); ++slot) {
        program_.inputs.push_back({slot, &rubric.inputs[slot]});
        add_fallback(rubric.inputs[slot], program_.inputs.back());
    }
    return Lowering{rubric, program_};
}

void Compiler::add_fallback(const document::Input& input, CheckedInput& checked) {
    if (!input.fallback) {
        return;
    }
    const feel::Value& value = *input.fallback;
    Decimal number;
    if (value.is_number()) {
        number = value.number().decimal_within(most_places).value_or(Decimal{}).shortest();
        if (Ratio{number} != value.number()) {
            return;
        }
    } else if (value.is_boolean() || value.is_date()) {
        number = Decimal{value.is_boolean() ? std::int64_t{value.is_true()} : value.date_days()};
    } else {
        return;
    }
    if (number.small_coefficient()) {
        checked.fallback = Constant{static_cast<Register>(program_.registers++),
                                    *number.small_coefficient(), number.scale()};
    }
}

std::int64_t Compiler::units(const Ratio& value) {
    const auto within = units_within(value, program_.scale);
    covered_ = covered_ && within;
    return within.value_or(0);
}

Compiler::Item Compiler::visit(const Indicator& indicator, int level) {
    const auto item = static_cast<Item>(program_.items.size());
    const ItemKind kind = indicator.is_branch() ? ItemKind::branch : ItemKind::leaf;
    const bool rounds = rubric_.rounding.at(kind, level);
    const Bounds bounds{indicator.points, indicator.beyond};
    program_.items.push_back(
        {&indicator, rounds ? std::optional{program_.rounding_scale} : std::nullopt});
    if (indicator.is_branch()) {
        std::vector<Item> children;
        for (const Indicator& child : indicator.indicators) {
            children.push_back(visit(child, level + 1));
        }
        const bool may_change = !indicator.adjustments.empty() || !indicator.beyond.is_none() ||
                                may_leave(indicator.indicators, {});
        add_play(item, children, Points{indicator.points}, may_change);
        add_sum(item, std::move(children));
    } else {
        if (indicator.not_applicable) {
            holds_ = found(lowering_.truth(indicator.not_applicable->when));
        }
        rounds_ = rounds;
        visit_leaf(indicator, item);
    }
    if (!adjusted_) {
        if (!indicator.points.is_zero() || !indicator.beyond.is_none()) {
            add_adjustments(indicator.adjustments, indicator.beyond, item);
        }
        if (may_pass_ || may_leave(indicator.indicators, indicator.adjustments)) {
            add_room(item, bounds);
        }
        if (rounds && !is_rounded_) {
            add_round(item, bounds);
        }
    }
    if (const auto play = plays_.find(item); play != plays_.end() && rounds) {
        add({.op = Op::keep_in_play,
             .out = item,
             .out2 = play->second,
             .extra = units(Ratio{indicator.beyond.extra})});
    }
    if (indicator.is_branch() && indicator.not_applicable) {
        holds_ = found(lowering_.truth(indicator.not_applicable->when));
    }
    add_not_applicable(indicator, item);
    may_pass_ = false;
    adjusted_ = false;
    is_rounded_ = false;
    lowering_.release();
    return item;
}

void Compiler::visit_leaf(const Indicator& leaf, Item item) {
    leaf_ = &leaf;
    item_ = item;
    const auto lower = rule::kind_of(leaf.rule).lowered;
    std::visit([this](const auto& lowered) { apply(lowered); },
               lower ? lower(leaf.rule) : rule::lowered::Rule{});
}

void Compiler::add_sum(Item item, std::vector<Item> children) {
    const bool exact = std::any_of(children.begin(), children.end(), [this](Item child) {
        return program_.items[child].fraction.has_value();
    });
    Step step{.op = exact ? Op::exact_sum : Op::sum,
              .out = item,
              .extra = keep(program_.children, std::move(children))};
    if (exact) {
        step.out2 = make_fractions(item);
    }
    add(step);
}

/// Where some of the points below may leave. What may bring the scores of a branch past its points
/// is the engine's in a row where they do.
void Compiler::add_play(Item item, const std::vector<Item>& children, const Points& points,
                        bool may_change) {
    std::vector<std::uint32_t> plays;
    Points others;
    for (const Item child : children) {
        if (const auto play = plays_.find(child); play != plays_.end()) {
            plays.push_back(play->second);
        } else {
            others += Points{program_.items[child].indicator->points};
        }
    }
    if (plays.empty()) {
        return;
    }
    const std::uint32_t play = plays_[item] = program_.plays++;
    add({.op = Op::play_sum,
         .out = play,
         .out2 = static_cast<Register>(keep(program_.children, std::move(plays))),
         .extra = units(others)});
    if (may_change) {
        add({.op = Op::ask_in_part, .out = play, .extra = units(points)});
    }
}

/// The points in play of an indicator that may not apply.
void Compiler::add_leaving(const Indicator& indicator, Item item) {
    const bool leaves = indicator.not_applicable->treat_as == TreatAs::rescale;
    const std::int64_t points = units(Ratio{indicator.points});
    auto play = plays_.find(item);
    if (play == plays_.end() && leaves) {
        play = plays_.emplace(item, program_.plays++).first;
        add({.op = Op::in_play, .out = play->second, .extra = points});
    }
    if (play != plays_.end()) {
        add({.op = Op::leave, .out = play->second, .a = holds_, .extra = leaves ? 0 : points});
    }
}

void Compiler::add_rescaling(Item total) {
    const auto play = plays_.find(total);
    if (play == plays_.end()) {
        return;
    }
    const bool exact = program_.total_fraction.has_value();
    const std::uint32_t fraction = exact ? *program_.total_fraction : make_fractions(total);
    add({.op = Op::rescale,
         .out = total,
         .out2 = fraction,
         .a = play->second,
         .b = exact ? 1U : 0U,
         .extra = units(Ratio{rubric_.points})});
}

/// Rounding passes only bounds that have more places than it leaves.
void Compiler::add_round(Item item, const Bounds& bounds) {
    if (const auto fraction = std::exchange(fraction_of(item), std::nullopt)) {
        add({.op = Op::exact_round, .out = item, .out2 = *fraction, .extra = room_of(bounds)});
        return;
    }
    if (program_.scale > program_.rounding_scale) {
        add({.op = Op::round, .out = item});
    }
    if (may_fall(bounds.beyond.floor)) {
        add_room(item, bounds);
    } else if (may_pass(bounds.most())) {
        add({.op = Op::bound, .out = item, .extra = units(Ratio{bounds.most()})});
    }
}

void Compiler::add_room(Item item, const Bounds& bounds) {
    const auto fraction = fraction_of(item);
    add({.op = fraction ? Op::exact_keep : Op::keep,
         .out = item,
         .out2 = fraction.value_or(0),
         .extra = room_of(bounds)});
}

std::int64_t Compiler::room_of(const Bounds& bounds) {
    return keep(program_.rooms,
                RoomStep{units(Ratio{bounds.beyond.floor}), units(Ratio{bounds.most()})});
}

void Compiler::add_adjustments(const std::vector<Adjustment>& adjustments, const Beyond& beyond,
                               Item item) {
    for (const Adjustment& each : adjustments) {
        const Register holds = found(lowering_.truth(each.when));
        if (each.kind == Adjustment::Kind::grade_at_most) {
            program_.grade_caps.push_back({holds, lowered_by(each, rubric_)});
            continue;
        }
        const Number amount = each.amount ? found(lowering_.quotient(*each.amount)) : Number{};
        if (const auto fraction = fraction_of(item)) {
            add({.op = Op::exact_adjust,
                 .out = item,
                 .out2 = *fraction,
                 .extra = keep(program_.exact_adjustments,
                               ExactAdjustment{&each, {holds, amount}, Points{beyond.floor}})});
            continue;
        }
        AdjustmentStep step{.kind = each.kind,
                            .value = units(Ratio{each.value}),
                            .floor = units(Ratio{beyond.floor}),
                            .computed = each.amount.has_value()};
        if (each.each_at_most) {
            step.at_most = units(Ratio{*each.each_at_most});
            step.value = std::min(step.value, step.at_most);
        }
        add({.op = Op::adjust,
             .out = item,
             .a = holds,
             .b = amount.num,
             .c = amount.den,
             .extra = keep(program_.adjustments, step)});
    }
}

/// After all else of the node, since all else of it is then of no account: of a branch, for each
/// item in it.
void Compiler::add_not_applicable(const Indicator& indicator, Item item) {
    if (!indicator.not_applicable) {
        return;
    }
    const TreatAs treat_as = indicator.not_applicable->treat_as;
    add_leaving(indicator, item);
    for (Item i = item; i < program_.items.size(); ++i) {
        const Kernel::Item& inside = program_.items[i];
        Points points{inside.indicator->points};
        if (inside.scale) {
            points = detail::rounded_within(points, {points, {}}, rubric_.rounding);
        }
        add({.op = inside.fraction ? Op::exact_replace : Op::replace,
             .out = i,
             .out2 = inside.fraction.value_or(0),
             .a = holds_,
             .extra = treat_as == TreatAs::full ? units(points) : 0});
        if (inside.rows) {
            add({.op = Op::no_rows, .a = holds_, .extra = *inside.rows});
        }
    }
}

void Compiler::add_grades() {
    const Ratio unit{power_of_ten(program_.scale)};
    for (std::size_t i = 0; i < rubric_.grades.size(); ++i) {
        for (const Interval& in : rubric_.grades[i].in) {
            GradeStep step{.grade = static_cast<std::int32_t>(i)};
            if (in.low) {
                const Ratio low = *in.low * unit;
                step.lowest =
                    found((in.low_closed ? low.ceiling() : low.floor() + Ratio{1}).as_int64());
            }
            if (in.high) {
                const Ratio high = *in.high * unit;
                step.highest =
                    found((in.high_closed ? high.floor() : high.ceiling() - Ratio{1}).as_int64());
            }
            program_.grades.push_back(step);
        }
    }
}

std::optional<Program> compile(const document::CompiledRubric& rubric) {
    const int least = rubric.rubric.rounding.scale;
    for (int scale = least; scale <= std::min(least + most_more_places, greatest_scale); ++scale) {
        try {
            if (auto program = Compiler{rubric, scale}.run()) {
                return program;
            }
        } catch (const NumberError&) { // a constant times 10^scale is past the limits of numbers
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace heng::detail::kernel
