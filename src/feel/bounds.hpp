// SPDX-License-Identifier: Apache-2.0
//
// What a compiled expression can be, for all inputs in their domains at once (abstract
// interpretation): the proof that a measure never divides by zero, or never leaves [0, 1].
//
//     Bounds bounds{program, domains};                  // an Abstract for each input
//     bounds.open();                                    // what is assumed until close()
//     if (bounds.assume(*not_applicable, false)) {      // budget.annual = 0 does not hold
//         const Abstract rate = bounds.evaluate(*measure);   // (0..∞) below: never null
//     }
//     bounds.close();
//
// Sound: what evaluating gives for inputs inside their domains, all that is required being there,
// lies in the abstract value; limits apart (a number of thousands of digits, a list of a million
// elements), past which an evaluation ends. An assumption narrows every expression that is the same
// as one in it, and what that one is made of.
// Bounded: past a budget of steps everything may be anything. Operations that are not known here
// may give anything.
#pragma once

#include "feel/abstract.hpp"
#include "feel/program.hpp"
#include "feel/same_nodes.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace heng::detail::feel {

class Bounds {
  public:
    /// The program must outlive it.
    Bounds(const Program& program, std::vector<Abstract> slots, std::int64_t steps = 400'000);

    [[nodiscard]] Abstract evaluate(ExpressionId id) { return eval(code_->expressions[id].root); }

    /// Begins and ends what is assumed; one inside another.
    void open() { frames_.emplace_back(); }
    void close() { frames_.pop_back(); }
    /// From here on the condition is this boolean. False: it never is.
    bool assume(ExpressionId id, bool truth);

    /// Starts over, as if it were new, with an input that can be something else.
    void reset(SlotId slot, Abstract value, std::int64_t steps);

    /// What an input can be under what is assumed.
    [[nodiscard]] Abstract slot(SlotId slot) const;
    /// Whether the budget is spent: what is evaluated from here on may be anything.
    [[nodiscard]] bool exhausted() const { return steps_ < 0; }
    [[nodiscard]] std::int64_t steps_left() const { return steps_; }

    [[nodiscard]] Abstract evaluate_node(NodeId node) { return eval(node); }

  private:
    /// What a condition has to be: `not_true` is false or null, as of `if` without it.
    enum class Want : std::uint8_t { holds, fails, not_true };
    struct Frame {
        std::vector<std::pair<std::uint32_t, Abstract>> known; ///< by the number of an expression
        std::map<std::uint32_t, Abstract> memo;                ///< what was worked out already
        std::map<std::uint32_t, Abstract> locals;
        bool is_body = false;      ///< of a named value, where no variable from outside is seen
        std::uint64_t rebound = 0; ///< variables that mean something else from here on
    };

    [[nodiscard]] bool spend() { return --steps_ >= 0; }
    [[nodiscard]] Abstract eval(NodeId id);
    [[nodiscard]] Abstract eval_node(NodeId id);
    [[nodiscard]] Abstract eval_structure(const Node& node);
    [[nodiscard]] Abstract eval_item(const Node& node);
    [[nodiscard]] Abstract eval_value(ValueId id);
    [[nodiscard]] Abstract eval_local(std::uint32_t local) const;
    [[nodiscard]] Abstract eval_arithmetic(const Node& node);
    [[nodiscard]] Abstract eval_quotient(const Node& node, const Abstract& left,
                                         const Abstract& right);
    [[nodiscard]] Abstract eval_comparison(const Node& node);
    [[nodiscard]] Abstract eval_logic(const Node& node);
    [[nodiscard]] Abstract eval_within(const Node& node);
    [[nodiscard]] Abstract eval_condition(const Node& node);
    [[nodiscard]] Abstract eval_filter(const Node& node);
    [[nodiscard]] Abstract filtered(const Node& node, const std::vector<Abstract>& each);
    [[nodiscard]] Abstract eval_list(const Node& node);
    [[nodiscard]] Abstract eval_context(const Node& node);
    [[nodiscard]] Abstract eval_loop(const Node& node);
    [[nodiscard]] std::optional<std::vector<Abstract>> bodies(const Node& node);
    [[nodiscard]] static Abstract quantified(bool some, const std::vector<Abstract>& bodies);
    [[nodiscard]] Abstract eval_call(const Node& node);
    [[nodiscard]] Abstract eval_rounding(const Node& node, const Abstract& number, Rounding mode);
    [[nodiscard]] Abstract eval_text_call(const Node& node, const Abstract& operand);
    [[nodiscard]] Abstract eval_path(const Node& node);
    [[nodiscard]] static Numbers folded(Function function, const std::vector<Abstract>& each);
    [[nodiscard]] Abstract eval_fold(Function function, NodeId operand);
    [[nodiscard]] Abstract eval_quantified(const Node& node, const Abstract& body, bool nothing,
                                           bool something);
    /// Binds the variables of a loop to the elements of their domains; the lengths' product, and
    /// whether a domain may be wrong.
    struct Domains {
        Numbers length = Numbers::at(Ratio{1});
        std::uint8_t nulls = 0; ///< of a domain that is no list and no range
    };
    [[nodiscard]] Domains bind_domains(const Node& node);

    void bind(std::uint32_t local, Abstract value);
    void know(std::uint32_t number, Abstract value);
    [[nodiscard]] const Abstract* known(std::uint32_t number) const;
    [[nodiscard]] const Abstract* known_local(std::uint32_t local) const;

    /// Adds to the last frame what the condition being so tells. False: it can't be so.
    bool refine(NodeId id, Want want);
    bool refine_either(NodeId a, NodeId b, Want want);
    bool refine_equal(NodeId a, NodeId b, bool same, bool may_be_null);
    bool refine_order(const Node& node, Want want);
    bool refine_order_of(Op op, NodeId a, NodeId b, bool may_be_null);
    bool refine_within(const Node& node, Want want);
    bool refine_let(const Node& node, Want want);
    /// The expression is one of these values. False: it never is.
    bool narrow(NodeId id, const Abstract& to);
    void narrow_operands(const Node& node, const Abstract& now);

    /// Whether a is never above b, where both are numbers.
    [[nodiscard]] bool never_above(NodeId a, NodeId b, int depth = 6);
    [[nodiscard]] bool counts_part_of(const Node& a, const Node& b);
    [[nodiscard]] NodeId resolved(NodeId id) const;

    const Code* code_;
    std::vector<Abstract> slots_;
    SameNodes same_;
    std::vector<Frame> frames_;
    std::int64_t steps_;

    static constexpr std::uint32_t none = ~std::uint32_t{0};
    std::vector<std::uint32_t> slot_numbers_;              ///< by slot
    std::map<std::uint32_t, std::uint32_t> local_numbers_; ///< by variable
};

} // namespace heng::detail::feel
