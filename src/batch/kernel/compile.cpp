// SPDX-License-Identifier: Apache-2.0
//
// From a rubric to a program: units, items in the sheet's order, and the steps of each node in the
// order of heng/score/score.hpp: children, rule, adjustments, rounding, what does not apply.
#include "batch/kernel/block.hpp"
#include "batch/kernel/bounds.hpp"
#include "batch/kernel/compile.hpp"
#include "batch/kernel/lowering.hpp"
#include "rule/kind.hpp"
#include "scoring/scoring.hpp"

#include <heng/score/score.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace heng::detail::kernel {
namespace {

constexpr int most_unit_bits = 40; ///< of a constant of the rubric, so that sums fit
constexpr int most_more_places = 4;
constexpr int greatest_scale = 9;

/// value × 10^scale where it is whole and not too large.
std::optional<std::int64_t> units_of(const Ratio& value, int scale) {
    const auto units = (value * Ratio{power_of_ten(scale)}).as_int64();
    return units && bits_of(*units) <= most_unit_bits ? units : std::nullopt;
}

/// Goes through the tree once for each scale that is tried; the first that makes every constant
/// whole is it.
class Compiler {
  public:
    Compiler(const document::CompiledRubric& rubric, int scale)
        : rubric_(rubric.rubric), lowering_(start(rubric, scale)) {}

    std::optional<Program> run() {
        Points sum;
        std::vector<std::uint32_t> top;
        for (const Indicator& indicator : rubric_.indicators) {
            top.push_back(visit(indicator, 1));
            sum += Points{indicator.points};
        }
        const std::uint32_t total = static_cast<std::uint32_t>(program_.items.size());
        add_sum(total, std::move(top));
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
        program_.most_steps =
            lowering_.most_steps() +
            scoring::item_steps * static_cast<std::int64_t>(program_.items.size()) +
            static_cast<std::int64_t>(program_.inputs.size()) / scoring::inputs_a_step;
        return covered_ ? std::optional{std::move(program_)} : std::nullopt;
    }

  private:
    /// Before lowering_ is made, which writes its first constant.
    Lowering start(const document::CompiledRubric& rubric, int scale) {
        program_.scale = scale;
        program_.rounding_scale = rubric.rubric.rounding.scale;
        program_.rounding = rubric.rubric.rounding.mode;
        program_.registers = rubric.inputs.size();
        for (std::size_t slot = 0; slot < rubric.inputs.size(); ++slot) {
            program_.inputs.push_back({slot, &rubric.inputs[slot]});
            add_fallback(rubric.inputs[slot], program_.inputs.back());
        }
        return Lowering{rubric, program_};
    }

    void add_fallback(const document::Input& input, CheckedInput& checked) {
        if (!input.fallback || !(input.fallback->is_number() || input.fallback->is_boolean())) {
            return;
        }
        const bool truth = input.fallback->is_boolean();
        const Decimal value = truth ? Decimal{input.fallback->is_true() ? 1 : 0}
                                    : input.fallback->number()
                                          .decimal_within(most_places)
                                          .value_or(Decimal{})
                                          .shortest();
        const bool exact = truth || Ratio{value} == input.fallback->number();
        if (exact && value.small_coefficient()) {
            checked.fallback = Constant{static_cast<Register>(program_.registers++),
                                        *value.small_coefficient(), value.scale()};
        }
    }

    /// A constant in units; 0 where it is none, and then the rubric is not covered.
    std::int64_t units(const Ratio& value) {
        const auto found = units_of(value, program_.scale);
        covered_ = covered_ && found;
        return found.value_or(0);
    }
    std::int64_t units(const Points& value) { return units(value.value()); }

    /// What lowering found, or register 0, and then the rubric is not covered.
    template <class T>
    T found(const std::optional<T>& value) {
        covered_ = covered_ && value;
        return value.value_or(T{});
    }

    void add(Step step) { program_.steps.push_back(step); }

    template <class T>
    std::int64_t keep(std::vector<T>& table, T entry) {
        table.push_back(std::move(entry));
        return static_cast<std::int64_t>(table.size() - 1);
    }

    std::uint32_t visit(const Indicator& indicator, int level) {
        const auto item = static_cast<std::uint32_t>(program_.items.size());
        const ItemKind kind = indicator.is_branch() ? ItemKind::branch : ItemKind::leaf;
        const bool rounds = rubric_.rounding.at(kind, level);
        const Bounds bounds{indicator.points, indicator.beyond};
        const bool in_play = !indicator.points.is_zero() || !indicator.beyond.is_none();
        program_.items.push_back(
            {&indicator, rounds ? std::optional{program_.rounding_scale} : std::nullopt});
        if (indicator.is_branch()) {
            std::vector<std::uint32_t> children;
            for (const Indicator& child : indicator.indicators) {
                children.push_back(visit(child, level + 1));
            }
            add_sum(item, std::move(children));
        } else {
            rounds_ = rounds;
            leaf_ = &indicator;
            item_ = item;
            const auto lower = rule::kind_of(indicator.rule).lowered;
            std::visit([this](const auto& lowered) { apply(lowered); },
                       lower ? lower(indicator.rule) : rule::lowered::Rule{});
        }
        if (!adjusted_) {
            if (in_play) {
                add_adjustments(indicator.adjustments, indicator.beyond, item);
            }
            if (may_leave(indicator.indicators, indicator.adjustments)) {
                add_room(item, bounds);
            }
        }
        if (rounds && !(adjusted_ || is_rounded_)) {
            add_round(item, bounds);
        }
        adjusted_ = false;
        is_rounded_ = false;
        add_not_applicable(indicator, item);
        lowering_.release();
        return item;
    }

    void add_sum(std::uint32_t item, std::vector<std::uint32_t> children) {
        add({.op = Op::sum, .out = item, .extra = keep(program_.children, std::move(children))});
    }

    /// Rounding passes only bounds that have more places than it leaves.
    void add_round(std::uint32_t item, const Bounds& bounds) {
        if (program_.scale > program_.rounding_scale) {
            add({.op = Op::round, .out = item});
        }
        if (may_fall(bounds.beyond.floor)) {
            add_room(item, bounds);
        } else if (may_pass(bounds.most())) {
            add({.op = Op::bound, .out = item, .extra = units(Ratio{bounds.most()})});
        }
    }

    void add_room(std::uint32_t item, const Bounds& bounds) {
        const RoomStep room{units(Ratio{bounds.beyond.floor}), units(Ratio{bounds.most()})};
        add({.op = Op::keep, .out = item, .extra = keep(program_.rooms, room)});
    }

    /// Whether rounding the most that can be scored would give more.
    [[nodiscard]] bool may_pass(const Decimal& most) const {
        return most.rounded(program_.rounding_scale, program_.rounding) > most;
    }
    [[nodiscard]] bool may_fall(const Decimal& floor) const {
        return floor.rounded(program_.rounding_scale, program_.rounding) < floor;
    }

    void add_adjustments(const std::vector<Adjustment>& adjustments, const Beyond& beyond,
                         std::uint32_t item) {
        for (const Adjustment& each : adjustments) {
            const Register holds = found(lowering_.truth(each.when));
            if (each.kind == Adjustment::Kind::grade_at_most) {
                program_.grade_caps.push_back({holds, lowered_by(each, rubric_)});
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
            const Number amount = each.amount ? found(lowering_.quotient(*each.amount)) : Number{};
            add({.op = Op::adjust,
                 .out = item,
                 .a = holds,
                 .b = amount.num,
                 .c = amount.den,
                 .extra = keep(program_.adjustments, step)});
        }
    }

    /// After all else of the node, since all else of it is then of no account: of a branch, for
    /// each item in it.
    void add_not_applicable(const Indicator& indicator, std::uint32_t item) {
        if (!indicator.not_applicable) {
            return;
        }
        const Register holds = found(lowering_.truth(indicator.not_applicable->when));
        const TreatAs treat_as = indicator.not_applicable->treat_as;
        if (treat_as == TreatAs::rescale) {
            add({.op = Op::refuse, .a = holds});
            return;
        }
        for (std::size_t i = item; i < program_.items.size(); ++i) {
            const Kernel::Item& inside = program_.items[i];
            Points points{inside.indicator->points};
            if (inside.scale) {
                points = detail::rounded_within(points, {points, {}}, rubric_.rounding);
            }
            add({.op = Op::replace,
                 .out = static_cast<std::uint32_t>(i),
                 .a = holds,
                 .extra = treat_as == TreatAs::full ? units(points) : 0});
        }
    }

    void add_grades() {
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
                    step.highest = found(
                        (in.high_closed ? high.floor() : high.ceiling() - Ratio{1}).as_int64());
                }
                program_.grades.push_back(step);
            }
        }
    }

    void apply(const std::monostate&) {
        covered_ = false; // categories, targets, assessed
    }

    void apply(const rule::lowered::Share& rule) {
        const Decimal& points = leaf_->points;
        const Number measure = found(lowering_.quotient(*leaf_->measure));
        if (!leaf_->adjustments.empty() || !rounds_ || may_pass(points)) {
            return add_measured(measure);
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
        covered_ = covered_ && units_of(Ratio{step.full}, more_places);
        is_rounded_ = true;
        add({.op = Op::proportional,
             .out = item_,
             .a = measure.num,
             .b = measure.den,
             .extra = keep(program_.proportional, step)});
    }

    void apply(const rule::lowered::FirstOf& rule) {
        const Number measure = found(lowering_.quotient(*leaf_->measure));
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
            step.bias = band.is_assessed() ? step.bias : std::max(step.bias, -units(band.score));
        }
        for (const Band& band : rule.bands) {
            BandStep each{.has_low = band.in.low.has_value(),
                          .has_high = band.in.high.has_value(),
                          .low_open = !band.in.low_closed,
                          .high_open = !band.in.high_closed,
                          .score = band.is_assessed() ? band_asks
                                                      : units(band.score) + step.bias};
            if (band.in.low) {
                each.low = found((*band.in.low * den).as_int64());
            }
            if (band.in.high) {
                each.high = found((*band.in.high * den).as_int64());
            }
            step.bits = std::max({step.bits, bits_of(each.low), bits_of(each.high)});
            step.bands.push_back(each);
        }
        add({.op = Op::bands,
             .out = item_,
             .a = measure.num,
             .b = measure.den,
             .extra = keep(program_.bands, std::move(step))});
    }

    void apply(const rule::lowered::Asked&) {
        const Number measure = found(lowering_.quotient(*leaf_->measure));
        const bool has_norm = !leaf_->parts.empty();
        add_measured(measure,
                     has_norm ? found(lowering_.quotient(leaf_->parts.front().term)) : Number{},
                     has_norm);
    }

    /// A rule that works with fractions: it is rounded, or asks where it has too many places.
    void add_measured(const Number& measure, const Number& norm = {}, bool has_norm = false) {
        MeasuredStep step{.leaf = leaf_,
                          .score = rule::kind_of(leaf_->rule).score,
                          .has_norm = has_norm,
                          .rounded = rounds_};
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
        covered_ = covered_ && rounds_;
        adjusted_ = true;
        add({.op = Op::measured,
             .out = item_,
             .a = measure.num,
             .b = measure.den,
             .c = norm.num,
             .d = norm.den,
             .extra = keep(program_.measured, std::move(step))});
    }

    void apply(const rule::lowered::Counts& rule) {
        ListStep step{.points = units(Ratio{leaf_->points}),
                      .floor = units(Ratio{leaf_->beyond.floor})};
        for (std::size_t i = 0; i < rule.each.size(); ++i) {
            const Occurrence& kind = rule.each[i];
            step.parts.push_back({.given = found(lowering_.decimal(leaf_->parts[i].term)),
                                  .worth = units(Ratio{kind.deduct}),
                                  .at_most = kind.at_most
                                                 ? units(Ratio{*kind.at_most})
                                                 : std::numeric_limits<std::int64_t>::max()});
        }
        if (rule.none_from) { // counts that are not whole ask
            step.none_from = found(Ratio{*rule.none_from}.ceiling().as_int64());
        }
        add_list(Op::occurrences, std::move(step));
    }

    void apply(const rule::lowered::Held& rule) {
        ListStep step{.points = units(Ratio{leaf_->points + leaf_->beyond.extra})};
        for (std::size_t i = 0; i < rule.worth.size(); ++i) {
            step.parts.push_back({.given = found(lowering_.truth(leaf_->parts[i].term)),
                                  .worth = units(Ratio{rule.worth[i]})});
        }
        add_list(Op::checklist, std::move(step));
    }

    void add_list(Op op, ListStep step) {
        add({.op = op, .out = item_, .extra = keep(program_.lists, std::move(step))});
    }

    void apply(const rule::lowered::Truth&) {
        add({.op = Op::condition,
             .out = item_,
             .a = found(lowering_.truth(*leaf_->measure)),
             .extra = units(Ratio{leaf_->points})});
    }

    const Rubric& rubric_;
    Program program_;
    Lowering lowering_;
    bool covered_ = true;
    // of the leaf that is visited
    const Indicator* leaf_ = nullptr;
    std::uint32_t item_ = 0;
    bool rounds_ = false;
    bool is_rounded_ = false; ///< by its rule's step
    bool adjusted_ = false;   ///< and rounded by its rule's step
};

} // namespace

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
