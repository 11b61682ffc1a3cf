// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/arithmetic.hpp"
#include "batch/kernel/exact.hpp"
#include "batch/kernel/rules.hpp"
#include "batch/kernel/run.hpp"
#include "feel/limits.hpp"

#include <algorithm>
#include <optional>

namespace heng::detail::kernel {
namespace {

/// The coefficients that lie in the input's bounds at this scale.
struct Range {
    std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    std::int64_t highest = std::numeric_limits<std::int64_t>::max();
};

/// end × 10^scale, where that is whole and fits: no fraction is made for each block.
std::optional<std::int64_t> whole_end(const Decimal& end, int scale) {
    const auto coefficient = end.small_coefficient();
    std::int64_t whole = 0;
    const bool fits =
        coefficient && end.scale() <= scale &&
        !__builtin_mul_overflow(*coefficient, power_of_ten(scale - end.scale()), &whole);
    return fits ? std::optional{whole} : std::nullopt;
}

Range range_of(const document::Input& input, int scale) {
    Range range;
    const Ratio unit{power_of_ten(scale)};
    const bool count = input.type == document::InputType::count;
    if (count || input.type == document::InputType::boolean) {
        range.lowest = 0;
    }
    if (input.type == document::InputType::boolean) {
        range.highest = 1;
    }
    const Range none{1, 0};
    if (const auto whole = input.minimum ? whole_end(*input.minimum, scale) : std::nullopt) {
        range.lowest = std::max(range.lowest, *whole);
    } else if (input.minimum) {
        const Ratio least = (Ratio{*input.minimum} * unit).ceiling();
        const auto small = least.as_int64();
        if (!small && least.sign() > 0) {
            return none;
        }
        range.lowest = std::max(range.lowest, small.value_or(range.lowest));
    }
    if (const auto whole = input.maximum ? whole_end(*input.maximum, scale) : std::nullopt) {
        range.highest = std::min(range.highest, *whole);
    } else if (input.maximum) {
        const Ratio most = (Ratio{*input.maximum} * unit).floor();
        const auto small = most.as_int64();
        if (!small && most.sign() < 0) {
            return none;
        }
        range.highest = std::min(range.highest, small.value_or(range.highest));
    }
    return range;
}

/// A value that is out of its input's bounds asks.
void check_range(const CheckedInput& checked, const Column& column, Asks& asks) {
    const std::uint8_t* given = column.given;
    const bool whole = checked.input->type == document::InputType::count && column.scale > 0;
    const Range range = range_of(*checked.input, column.scale);
    const std::int64_t one = power_of_ten(column.scale);
    for (std::size_t row = 0; row < asks.rows(); ++row) {
        const std::int64_t value = column.coefficients[row];
        const bool in_range = value >= range.lowest && value <= range.highest;
        const bool fits = in_range && (!whole || value % one == 0);
        asks.set(row, !fits && (given == nullptr || given[row] != 0));
    }
}

/// Whether the magnitude of all values says that they lie in the input's bounds.
bool is_surely_in_range(const CheckedInput& checked, const Column& column, Magnitude magnitude) {
    const bool from_zero = checked.input->minimum && checked.input->minimum->sign() <= 0;
    if (checked.input->maximum || (checked.input->minimum && !(from_zero && !magnitude.negative))) {
        return false;
    }
    switch (checked.input->type) {
    case document::InputType::boolean:
        return !magnitude.negative && magnitude.bits <= 1;
    case document::InputType::count:
        return !magnitude.negative && column.scale == 0;
    default:
        return true;
    }
}

/// The column with its input's fallback where it is absent.
View filled(const Pass& pass, const Column& column, const Constant& fallback) {
    const int scale = std::max(column.scale, fallback.scale);
    const std::int64_t unit = power_of_ten(scale - column.scale);
    const Int128 instead = Int128{fallback.coefficient} * power_of_ten(scale - fallback.scale);
    std::int64_t* out = pass.result(fallback.at);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        const bool given =
            column.coefficients != nullptr && (column.given == nullptr || column.given[row] != 0);
        const Int128 value = given ? Int128{column.coefficients[row]} * unit : instead;
        out[row] = pass.asks.fitting(row, value);
    }
    pass.done(fallback.at, scale);
    return pass.view(fallback.at);
}

/// What a list has is for those who go through it; one that is absent and read asks.
void read_list(const Pass& pass, const CheckedInput& input, const Column& column) {
    pass.scores.views[input.slot] = {pass.scores.results.data()}; // zeros
    if (input.is_read && column.list == nullptr) {
        return pass.asks.set_all();
    }
    for (std::size_t row = 0; input.is_read && column.given != nullptr && row < pass.rows();
         ++row) {
        pass.asks.set(row, column.given[row] == 0);
    }
}

/// Scores that a person gives; who reads one that is absent asks.
void read_assessed(const Pass& pass) {
    const FactsLayout& layout = pass.program.layout;
    for (std::size_t slot = layout.inputs; slot < layout.slots(); ++slot) {
        View& view = pass.scores.views[slot];
        view = {pass.scores.results.data()};
        if (slot < pass.facts.size() && pass.facts[slot].coefficients != nullptr) {
            view.values = pass.facts[slot].coefficients;
            view.scale = pass.facts[slot].scale;
        }
    }
}

/// A row that may take the engine more than is allowed asks.
void check_costs(const Pass& pass) {
    const Program& program = pass.program;
    constexpr feel::SessionLimits session;
    const std::int64_t most_steps =
        pass.scores.most_steps > 0 ? pass.scores.most_steps : session.steps;
    for (std::size_t row = 0; !program.costs.empty() && row < pass.rows(); ++row) {
        std::int64_t steps = program.most_steps;
        std::int64_t elements = program.most_elements;
        auto items = static_cast<std::int64_t>(program.items.size());
        for (const ListCost& cost : program.costs) {
            const ListColumn* const list = pass.facts[cost.slot].list;
            const std::int64_t size =
                list == nullptr ? 0 : list->offsets[row + 1] - list->offsets[row];
            steps += size * cost.steps;
            elements += size * cost.elements;
            items += size * cost.items;
        }
        pass.asks.set(row, steps > most_steps || elements > session.elements ||
                               items > static_cast<std::int64_t>(pass.scores.most_items));
    }
}

/// Checks an input and makes its register. What is absent and read asks.
void read(const Pass& pass, const CheckedInput& input, Column column) {
    if (input.input->type == document::InputType::list) {
        return read_list(pass, input, column);
    }
    View& view = pass.scores.views[input.slot];
    if (input.input->type == document::InputType::boolean) {
        column.scale = 0; // it is 0 or 1 whatever the column's scale, and so is its fallback
    }
    if (column.coefficients == nullptr) {
        view = {pass.scores.results.data()}; // zeros
    } else {
        const Magnitude magnitude = pass.magnitude(column.coefficients);
        view = {column.coefficients, column.scale, magnitude.bits, magnitude.negative};
        if (!is_surely_in_range(input, column, magnitude)) {
            check_range(input, column, pass.asks);
        }
    }
    if (!input.is_read || (column.coefficients != nullptr && column.given == nullptr)) {
        return;
    }
    if (input.fallback) {
        view = filled(pass, column, *input.fallback);
    } else if (column.coefficients == nullptr) {
        pass.asks.set_all();
    } else {
        for (std::size_t row = 0; row < pass.rows(); ++row) {
            pass.asks.set(row, column.given[row] == 0);
        }
    }
}

void grade(const Pass& pass) {
    const std::vector<GradeStep>& steps = pass.program.grades;
    pass.lanes.grade(pass.scores.grades.data(), pass.scores.totals.data(), steps.data(),
                     steps.size(), pass.rows());
}

/// Grades totals that are no whole number of units.
void grade_fractions(const Pass& pass) {
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        if (pass.scores.totals[row] == no_units) {
            const auto grade = pass.program.rubric->grade_index(
                Points{pass.scores.fraction(*pass.program.total_fraction, row)});
            pass.scores.grades[row] = grade ? static_cast<std::int32_t>(*grade) : -1;
        }
    }
}

void lower_grades(const Pass& pass) {
    for (const GradeCap& cap : pass.program.grade_caps) {
        const std::int64_t* holds = pass.view(cap.holds).values;
        for (std::size_t row = 0; row < pass.rows(); ++row) {
            std::int32_t& grade = pass.scores.grades[row];
            if (holds[row] != 0 && grade >= 0) {
                grade = cap.lowered[static_cast<std::size_t>(grade)];
            }
        }
    }
}

} // namespace

void run(const Program& program, std::span<const Column> facts, std::span<std::uint8_t> rows,
         Scores& scores) {
    Asks asks{rows};
    scores.wides.clear();
    // a block that fills no vector is done sooner without
    const bool is_small = rows.size() < least_of_lanes;
    const Pass pass{program, asks, scores, facts, is_small ? plain_lanes() : *scores.lanes};
    for (const CheckedInput& input : program.inputs) {
        read(pass, input, facts[input.slot]);
    }
    read_assessed(pass);
    check_costs(pass);
    for (const Step& step : program.steps) {
        if (step.op < Op::proportional) {
            work_out(pass, step);
        } else {
            score(pass, step);
        }
    }
    settle_fractions(pass);
    grade(pass);
    if (program.total_fraction) {
        grade_fractions(pass);
    }
    lower_grades(pass);
}

} // namespace heng::detail::kernel
