// SPDX-License-Identifier: Apache-2.0
//
// One attempt to compile a rubric, with units of 10^-scale points: compile.cpp has the tree,
// compile_rules.cpp the rules of leaves.
#pragma once

#include "batch/kernel/block.hpp"
#include "batch/kernel/bounds.hpp"
#include "batch/kernel/lowering.hpp"
#include "batch/kernel/program.hpp"
#include "rule/kind.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace heng::detail::kernel {

/// Goes through the tree once for each scale that is tried; the first that makes every constant
/// whole is it.
class Compiler {
  public:
    Compiler(const document::CompiledRubric& rubric, int scale);

    std::optional<Program> run();

    void apply(const std::monostate&);
    void apply(const rule::lowered::Share& rule);
    void apply(const rule::lowered::FirstOf& rule);
    void apply(const rule::lowered::Asked&);
    void apply(const rule::lowered::Counts& rule);
    void apply(const rule::lowered::Held& rule);
    void apply(const rule::lowered::Truth&);
    void apply(const rule::lowered::Named& rule);
    void apply(const rule::lowered::Given&);
    void apply(const rule::lowered::Rows& rule);

  private:
    using Item = std::uint32_t;

    /// Before lowering_ is made, which writes its first constant.
    Lowering start(const document::CompiledRubric& rubric, int scale);
    void add_fallback(const document::Input& input, CheckedInput& checked);

    /// A constant in units; 0 where it is none, and then the rubric is not covered.
    std::int64_t units(const Ratio& value);
    std::int64_t units(const Points& value) { return units(value.value()); }

    /// Gives what lowering found, or register 0, and then the rubric is not covered.
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

    Item visit(const Indicator& indicator, int level);
    void visit_leaf(const Indicator& leaf, Item item);
    void add_sum(Item item, std::vector<Item> children);
    void add_play(Item item, const std::vector<Item>& children, const Points& points,
                  bool may_change);
    void add_leaving(const Indicator& indicator, Item item);
    void add_rescaling(Item total);
    void add_round(Item item, const Bounds& bounds);
    void add_room(Item item, const Bounds& bounds);
    std::int64_t room_of(const Bounds& bounds);
    void add_adjustments(const std::vector<Adjustment>& adjustments, const Beyond& beyond,
                         Item item);
    void add_not_applicable(const Indicator& indicator, Item item);
    void add_grades();
    void add_rule(Step step);
    void add_measured(MeasuredStep step, const Number& measure, const Number& norm = {});
    void add_list(Op op, ListStep step);
    /// The slot that has the score which a person gives the leaf.
    [[nodiscard]] Register assessed_slot() const;

    /// Whether rounding the most that can be scored would give more.
    [[nodiscard]] bool may_pass(const Decimal& most) const {
        return most.rounded(program_.rounding_scale, program_.rounding) > most;
    }
    [[nodiscard]] bool may_fall(const Decimal& floor) const {
        return floor.rounded(program_.rounding_scale, program_.rounding) < floor;
    }

    // whether the scores of an item, or of the total, are fractions so far
    [[nodiscard]] std::optional<std::uint32_t>& fraction_of(Item item) {
        return item == program_.items.size() ? program_.total_fraction
                                             : program_.items[item].fraction;
    }
    /// Makes them so.
    std::uint32_t make_fractions(Item item) { return *(fraction_of(item) = program_.fractions++); }

    const Rubric& rubric_;
    Program program_;
    Lowering lowering_;
    bool covered_ = true;
    std::map<Item, std::uint32_t> plays_; ///< of items whose points may leave: of Scores::play
    // of the leaf that is visited
    const Indicator* leaf_ = nullptr;
    Item item_ = 0;
    Register holds_ = 0; ///< whether it does not apply
    bool rounds_ = false;
    bool is_rounded_ = false; ///< by its rule's step
    bool adjusted_ = false;   ///< by its rule's step, and rounded where the rubric rounds
    bool may_pass_ = false;   ///< its rule may give more than its points
};

inline constexpr int most_unit_bits = 40; ///< of a constant of the rubric, so that sums fit

/// value × 10^scale where it is whole and not too large.
[[nodiscard]] std::optional<std::int64_t> units_within(const Ratio& value, int scale);

} // namespace heng::detail::kernel
