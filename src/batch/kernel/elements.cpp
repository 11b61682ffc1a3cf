// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/elements.hpp"

#include <heng/number/checked.hpp>
#include <heng/number/ratio_parts.hpp>

#include <algorithm>

namespace heng::detail::kernel {
namespace {

using Value = std::optional<RatioParts>;

RatioParts truth(bool holds) {
    return {holds ? 1 : 0, 1};
}

RatioParts decimal(std::int64_t coefficient, int scale) {
    return {coefficient, power_of_ten(scale)};
}

Value given(std::int64_t coefficient, std::int8_t scale) {
    return scale == no_number ? Value{} : Value{decimal(coefficient, scale)};
}

bool is_narrow(const RatioParts& value) {
    return detail::fits_int64(value.num) && detail::fits_int64(value.den);
}

/// Below 0, 0 or above: a and b as they compare.
int order(const RatioParts& a, const RatioParts& b) {
    if (is_narrow(a) && is_narrow(b)) {
        const Int128 left = a.num * b.den;
        const Int128 right = b.num * a.den;
        return (left > right) - (left < right);
    }
    const auto wide = detail::compare_wide(a, b);
    return wide < 0 ? -1 : wide > 0 ? 1 : 0;
}

bool add_up(const RatioParts& a, const RatioParts& b, bool subtract, RatioParts& sum) {
    if (a.den == b.den) {
        sum.den = a.den;
        return detail::checked_add(a.num, subtract ? -b.num : b.num, sum.num);
    }
    return detail::add_over_common(a, b, subtract, sum);
}

/// Combines two values that are both known.
Value joined(ElementOp op, const RatioParts& a, const RatioParts& b) {
    RatioParts result;
    switch (op) {
    case ElementOp::add:
    case ElementOp::subtract:
        return add_up(a, b, op == ElementOp::subtract, result) ? Value{result} : Value{};
    case ElementOp::multiply:
        return detail::multiply_straight(a, b, result) ? Value{result} : Value{};
    case ElementOp::divide: {
        const bool negative = b.num < 0;
        const RatioParts inverse{negative ? -b.den : b.den, negative ? -b.num : b.num};
        return b.num != 0 && detail::multiply_straight(a, inverse, result) ? Value{result}
                                                                           : Value{};
    }
    case ElementOp::equal:
        return truth(order(a, b) == 0);
    case ElementOp::less:
        return truth(order(a, b) < 0);
    case ElementOp::less_equal:
        return truth(order(a, b) <= 0);
    case ElementOp::both:
        return truth(a.num != 0 && b.num != 0);
    default: // either
        return truth(a.num != 0 || b.num != 0);
    }
}

/// Folds the elements of one row.
class Folding {
  public:
    Folding(const AggregateStep& rule, const Elements& elements)
        : rule_(rule), elements_(elements) {}

    Value of(std::size_t row) {
        all_ = {0, 1};
        count_ = 0;
        for (std::uint32_t i = elements_.first(row); i < elements_.end(row); ++i) {
            const auto passes = elements_.passes(rule_.filters, i, row);
            if (!passes) {
                return {};
            }
            if (!*passes) {
                continue;
            }
            ++count_;
            if (rule_.value && !add(elements_.value(*rule_.value, i, row))) {
                return {};
            }
        }
        return finished();
    }

  private:
    bool add(const Value& value) {
        if (!value) {
            return false;
        }
        switch (rule_.kind) {
        case AggregateStep::Kind::sum:
        case AggregateStep::Kind::mean:
            return count_ == 1 ? (all_ = *value, true)
                               : add_up(RatioParts{all_}, *value, false, all_);
        case AggregateStep::Kind::least:
            all_ = count_ == 1 || order(*value, all_) < 0 ? *value : all_;
            return true;
        case AggregateStep::Kind::greatest:
            all_ = count_ == 1 || order(*value, all_) > 0 ? *value : all_;
            return true;
        default:
            all_.num += value->num != 0 ? 1 : 0; // so many hold
            return true;
        }
    }

    /// An empty list has no sum in FEEL.
    [[nodiscard]] Value finished() const {
        switch (rule_.kind) {
        case AggregateStep::Kind::count:
            return RatioParts{count_, 1};
        case AggregateStep::Kind::some:
            return truth(all_.num > 0);
        case AggregateStep::Kind::every:
            return truth(all_.num == count_);
        case AggregateStep::Kind::mean: {
            RatioParts mean;
            const bool fits =
                count_ > 0 && detail::multiply_straight(all_, RatioParts{1, count_}, mean);
            return fits ? Value{mean} : Value{};
        }
        default:
            return count_ > 0 ? Value{all_} : Value{};
        }
    }

    const AggregateStep& rule_;
    const Elements& elements_;
    RatioParts all_{};
    std::int64_t count_ = 0;
};

} // namespace

Value Elements::fact(const ElementNode& node, std::uint32_t element) const {
    const Column& field = list_.fields[node.a];
    const bool known = field.given == nullptr || field.given[element] != 0;
    return known ? Value{decimal(field.coefficients[element], field.scale)} : Value{};
}

Value Elements::target(const ElementNode& node, std::uint32_t element) const {
    const TargetFact& row = list_.targets[element];
    const bool level = row.direction == Direction::level;
    const bool amounts = !level && row.rule != RowRule::Kind::date;
    const FactsLayout& layout = pass_.program.layout;
    switch (static_cast<TargetField>(node.a)) {
    case TargetField::name:
        return decimal(row.name, 0);
    case TargetField::block:
        return decimal(row.block, 0);
    case TargetField::unit:
        return decimal(row.unit, 0);
    case TargetField::reason:
        return decimal(row.reason, 0);
    case TargetField::points:
        return given(row.points, row.points_scale);
    case TargetField::target:
        return amounts ? Value{decimal(row.target, row.target_scale)} : Value{};
    case TargetField::actual:
        return amounts ? Value{decimal(row.actual, row.actual_scale)} : Value{};
    case TargetField::rate:
        return level ? given(row.rate, row.rate_scale) : Value{};
    case TargetField::direction:
        return decimal(layout.directions[static_cast<std::size_t>(row.direction)], 0);
    default:
        return level ? Value{decimal(layout.levels[static_cast<std::size_t>(row.level)], 0)}
                     : Value{};
    }
}

int Elements::scale_of(ElementId field) const {
    return list_.fields[pass_.program.elements[field].a].scale;
}

RatioParts Elements::outer(const ElementNode& node, std::size_t row) const {
    const View& num = pass_.view(node.num);
    return {num.values[row], Int128{pass_.view(node.den).values[row]} * power_of_ten(num.scale)};
}

Value Elements::value(ElementId id, std::uint32_t element, std::size_t row) const {
    const ElementNode& node = pass_.program.elements[id];
    switch (node.op) {
    case ElementOp::fact:
        return fact(node, element);
    case ElementOp::target:
        return target(node, element);
    case ElementOp::outer:
        return outer(node, row);
    case ElementOp::negate:
    case ElementOp::negated: {
        const Value a = value(node.a, element, row);
        return !a                             ? a
               : node.op == ElementOp::negate ? Value{RatioParts{-a->num, a->den}}
                                              : Value{truth(a->num == 0)};
    }
    default:
        break;
    }
    const Value a = value(node.a, element, row);
    const Value b = value(node.b, element, row);
    return a && b ? joined(node.op, *a, *b) : Value{};
}

std::optional<bool> Elements::passes(std::span<const ElementId> filters, std::uint32_t element,
                                     std::size_t row) const {
    for (const ElementId filter : filters) {
        const Value holds = value(filter, element, row);
        if (!holds || holds->num == 0) {
            return holds ? std::optional{false} : std::nullopt;
        }
    }
    return true;
}

void aggregate(const Pass& pass, const Step& step) {
    const AggregateStep& rule = pass.program.aggregates[static_cast<std::size_t>(step.extra)];
    std::int64_t* const num = pass.result(step.out);
    std::int64_t* const den = rule.is_fraction ? pass.result(step.out2) : nullptr;
    const bool known = pass.facts[rule.slot].list != nullptr; // else all rows ask
    std::optional<Folding> fold;
    std::optional<Elements> elements;
    if (known) {
        fold.emplace(rule, elements.emplace(pass, rule.slot));
    }
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        Value value = known && !pass.asks.has(row) ? fold->of(row) : Value{};
        bool fits = value && is_narrow(*value);
        if (value && !fits && rule.is_fraction) {
            value = detail::reduced(*value);
            fits = is_narrow(*value);
        }
        pass.asks.set(row, !fits);
        num[row] = fits ? static_cast<std::int64_t>(value->num) : 0;
        if (den != nullptr) {
            den[row] = fits ? static_cast<std::int64_t>(value->den) : 1;
        }
    }
    // of a decimal number all values of the field have its den
    const bool decimal =
        known && rule.value && !rule.is_fraction && rule.kind >= AggregateStep::Kind::sum;
    pass.done(step.out, decimal ? elements->scale_of(*rule.value) : 0);
    if (den != nullptr) {
        pass.done(step.out2, 0);
    }
}

} // namespace heng::detail::kernel
