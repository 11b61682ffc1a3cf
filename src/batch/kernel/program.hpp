// SPDX-License-Identifier: Apache-2.0
//
// The compiled form of a rubric: flat steps over registers, each of which is one column of a block.
//
//     budget.executed / budget.annual, proportional, 10 points:
//         proportional  item 3, num: column 1, den: column 0      (P = 1000, Q = 1)
//
// A number is two registers, num ÷ den; the den of what is whole or decimal is the constant 1. A
// register's values are coefficients × 10^-scale, where the scale is known when a block is run. A
// boolean is 0 or 1.
#pragma once

#include "batch/kernel/kernel.hpp"
#include "document/inputs.hpp"

#include <heng/number/points.hpp>
#include <heng/number/rounding.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace heng::detail::kernel {

/// First come the columns of the facts, in the order of their slots.
using Register = std::uint32_t;

/// num ÷ den, where den is above 0 and of scale 0.
struct Number {
    Register num = 0;
    Register den = 0;
};

enum class Op : std::uint8_t {
    // out ← a, b: decimal numbers, whose den is 1
    add,
    subtract,
    multiply,
    negate,
    absolute,
    least,
    greatest,
    // out/out2 ← a/b, c/d: any numbers
    add_fractions,
    subtract_fractions,
    multiply_fractions,
    divide_fractions, ///< by zero: asks
    // out ← whether a/b … c/d
    equal,
    less,
    less_equal,
    // out ← booleans a, b
    both,
    either,
    negated,
    same,
    select,           ///< out ← a ? b : c, which are booleans or decimal numbers
    select_fractions, ///< out/out2 ← e ? a/b : c/d
    aggregate,        ///< out, or out/out2, of a list; extra: of Program::aggregates
    // scores of the item `out`, by a ÷ b: decimal numbers, where b may be 0 or less
    proportional, ///< a/b; extra: of Program::proportional
    bands,        ///< a/b; extra: of Program::bands
    measured,     ///< a/b, the norm c/d where it has one; extra: of Program::measured
    // other scores of the item `out`
    targets,     ///< extra: of Program::targets
    assessed,    ///< a, within Program::rooms; extra: of them
    categories,  ///< of the text a; extra: of Program::categories
    occurrences, ///< extra: of Program::lists
    checklist,   ///< extra: of Program::lists
    condition,   ///< extra where a holds, else 0; in units
    sum,         ///< of the children; extra: of Program::children
    round,       ///< to Program::rounding_scale
    bound,       ///< at most extra, in units
    keep,        ///< extra: of Program::rooms
    adjust,      ///< where a holds, by b/c where it is computed; extra: of Program::adjustments
    replace,     ///< where a holds: by extra, in units
    // of the item `out`, whose scores are exact in Scores::fractions, at out2
    exact_sum,     ///< of the children; extra: of Program::children
    exact_keep,    ///< extra: of Program::rooms
    exact_adjust,  ///< extra: of Program::exact_adjustments
    exact_round,   ///< to Program::rounding_scale within Program::rooms; extra: of them
    exact_replace, ///< where a holds: by extra, in units
    // rows of a leaf that does not apply where a holds do not ask for what its rule lacks
    begin_rule,
    end_rule,
    // points in play, of Scores::play
    in_play,      ///< out ← extra
    play_sum,     ///< out ← extra and those of Program::children at out2
    leave,        ///< out ← extra where a holds
    ask_in_part,  ///< a row that has not all of extra asks
    keep_in_play, ///< the item `out` scores at most what is in play at out2, and extra
    rescale, ///< the total in Scores::fractions at out2: × extra ÷ what is in play at a; b: it
             ///< is a fraction before
    no_rows, ///< where a holds, the targets leaf has none; extra: of Scores::rows
};

struct Step {
    Op op = Op::add;
    std::uint32_t out = 0;
    Register out2 = 0;
    Register a = 0;
    Register b = 0;
    Register c = 0;
    Register d = 0;
    Register e = 0;
    std::int64_t extra = 0;
};

/// round(points × min(num ÷ den, cap) ÷ cap): num × `times` ÷ (den × `over`), in rounded units.
struct ProportionalStep {
    std::int64_t times = 0;
    std::int64_t over = 1;
    std::int64_t full = 0;                 ///< of the points, in rounded units
    std::int64_t pass_num = 0;             ///< below this measure nothing is earned
    std::int64_t pass_den = 0;             ///< 0: there is no such measure
    std::optional<std::int64_t> if_zero{}; ///< in rounded units; none: it asks
    std::int64_t unit = 1;                 ///< of a rounded unit, in units
};

/// The score of a band that a person scores, and of a measure in no band: the row asks.
inline constexpr std::int64_t band_asks = -1;

/// One band; its ends are × BandsStep::den.
struct BandStep {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool has_low = false;
    bool has_high = false;
    bool low_open = false;
    bool high_open = false;
    std::int64_t score = 0;
};

struct BandsStep {
    std::vector<BandStep> bands; ///< scores are `bias` more than they are, and so 0 or more
    std::int64_t den = 1;
    int bits = 0;          ///< of the greatest end or den
    std::int64_t bias = 0; ///< in units, >= 0
};

/// An adjustment of a leaf whose rule is asked row by row.
struct ComputedStep {
    Register holds = 0;
    Number amount{}; ///< of an adjustment that has one
};

/// A rule that is asked row by row, since it is rare or long: interpolate, step, steps, tally,
/// formula, and a proportional that is adjusted before it is rounded.
struct MeasuredStep {
    const Indicator* leaf = nullptr;
    /// As its own rule says, exactly: of rule::Kind.
    std::optional<Points> (*score)(const Rule&, const Ratio& measure, const Ratio& norm) = nullptr;
    bool has_norm = false;
    std::span<const Band> bands{};        ///< of a rule whose bands a person scores; else none
    Register given = 0;                   ///< the score that a person gives
    std::optional<Points> if_zero{};      ///< where the measure divides by zero; none: it asks
    std::vector<ComputedStep> adjusted{}; ///< one for each adjustment of the leaf
    bool rounded = false;                 ///< else its scores are fractions, at Step::out2
    std::optional<std::int64_t> least{};  ///< in units, where rounding could pass the floor
    std::optional<std::int64_t> most{};   ///< … the points and extra
};

/// Of Program::elements.
using ElementId = std::uint32_t;

enum class ElementOp : std::uint8_t {
    fact,   ///< a: the field, of Input::of
    target, ///< a: the TargetField
    outer,  ///< num ÷ den, the same for all elements of a row
    // a, b: of numbers
    add,
    subtract,
    multiply,
    divide,
    negate, ///< a
    // of truths
    both,
    either,
    negated, ///< a
    // of numbers, dates and texts
    equal,
    less,
    less_equal,
};

/// The fields of a target record, as expressions name them.
enum class TargetField : std::uint8_t {
    name,
    block,
    unit,
    reason,
    points,
    target,
    actual,
    rate,
    direction,
    level,
};

/// A node of an expression over the elements of a list.
struct ElementNode {
    ElementOp op = ElementOp::fact;
    ElementId a = 0;
    ElementId b = 0;
    Register num = 0;
    Register den = 0;
};

/// One value of the elements of a list for which all filters hold.
struct AggregateStep {
    enum class Kind : std::uint8_t { count, some, every, sum, least, greatest, mean };

    Kind kind = Kind::count;
    std::size_t slot = 0;
    std::vector<ElementId> filters{};
    std::optional<ElementId> value{}; ///< of each; of count none
    bool is_fraction = false;         ///< num ÷ den; else a decimal number or a truth
};

/// The rows of a targets leaf.
struct TargetsStep {
    const Indicator* leaf = nullptr;
    std::size_t slot = 0; ///< of the list
    std::vector<ElementId> filters{};
    std::uint32_t rows = 0;   ///< of Scores::rows
    bool rounds = false;      ///< each row
    bool exact = false;       ///< scores are fractions, at Step::out2
    std::int64_t points = 0;  ///< in units
    std::int64_t far_num = 0; ///< ÷ far_den: how often a target is reached that is passed by far
    std::int64_t far_den = 1;
};

struct CountedPart {
    Register given = 0;
    std::int64_t worth = 0;   ///< in units
    std::int64_t at_most = 0; ///< in units
};

struct ListStep {
    std::int64_t points = 0;
    std::vector<CountedPart> parts{};
    std::int64_t none_from = 0; ///< of occurrences: from so many on nothing is left; 0: never
    std::int64_t floor = 0;     ///< of occurrences: nothing is deducted below it
};

/// In units.
struct AdjustmentStep {
    Adjustment::Kind kind = Adjustment::Kind::at_most;
    std::int64_t value = 0;
    std::int64_t floor = 0; ///< below which nothing is deducted
    std::int64_t at_most = std::numeric_limits<std::int64_t>::max(); ///< of what is computed
    bool computed = false;                                           ///< the step has the amount
};

/// An adjustment of scores that are fractions.
struct ExactAdjustment {
    const Adjustment* by = nullptr;
    ComputedStep computed{};
    Points floor{};
};

/// The least and the most that a node may score, in units.
struct RoomStep {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

/// A ceiling of the grade: what each grade becomes where it holds.
struct GradeCap {
    Register holds = 0;
    std::vector<std::int32_t> lowered{};
};

/// A register that has the same value in all rows.
struct Constant {
    Register at = 0;
    std::int64_t coefficient = 0;
    int scale = 0;
};

/// An input whose values have bounds, for which out-of-range rows ask.
struct CheckedInput {
    std::size_t slot = 0;
    const document::Input* input = nullptr;
    bool is_read = false;               ///< by a step: a row that has no value asks
    std::optional<Constant> fallback{}; ///< … or has this one, and stands in the register of it
};

/// A list that is gone through: what the engine takes at most for each of its elements.
struct ListCost {
    std::size_t slot = 0;
    std::int64_t steps = 0;
    std::int64_t elements = 0;
    std::int64_t items = 0; ///< of the sheet
};

/// lowest … highest in units, both included.
struct GradeStep {
    std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    std::int32_t grade = -1;
};

struct Program {
    explicit Program(const document::CompiledRubric& of) : layout(of), rubric(&of.rubric) {}

    FactsLayout layout;
    const Rubric* rubric;
    std::vector<Step> steps;
    std::vector<CheckedInput> inputs; ///< in the order of the slots
    std::vector<Constant> constants;
    std::size_t registers = 0; ///< of inputs, constants and results
    std::vector<ProportionalStep> proportional;
    std::vector<BandsStep> bands;
    std::vector<MeasuredStep> measured;
    std::vector<TargetsStep> targets;
    std::vector<AggregateStep> aggregates;
    std::vector<ElementNode> elements;
    std::vector<std::vector<std::int64_t>> categories; ///< by text: units, or no_units
    std::vector<ListStep> lists;
    std::vector<AdjustmentStep> adjustments;
    std::vector<ExactAdjustment> exact_adjustments;
    std::vector<RoomStep> rooms;
    std::vector<std::vector<std::uint32_t>> children;
    std::vector<GradeStep> grades;
    std::vector<GradeCap> grade_caps; ///< in the order in which they lower it
    std::vector<Kernel::Item> items;  ///< the total is one more
    std::optional<std::uint32_t> total_fraction{};
    std::uint32_t plays = 0;     ///< columns of Scores::play
    std::uint32_t fractions = 0; ///< columns of Scores::fractions
    std::vector<ListCost> costs;
    std::int64_t most_steps = 0;    ///< of the engine, for a document that the kernel scores
    std::int64_t most_elements = 0; ///< of the engine's lists, likewise
    int scale = 0;                  ///< of units: 10^-scale points
    int rounding_scale = 0;
    Rounding rounding = Rounding::half_up;

    [[nodiscard]] std::uint32_t total() const { return static_cast<std::uint32_t>(items.size()); }
};

} // namespace heng::detail::kernel
