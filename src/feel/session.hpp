// SPDX-License-Identifier: Apache-2.0
//
// One evaluation of a program over the facts in the slots.
//
//     Session session{program, slots};
//     Value rate = session.evaluate(*rate_expression);
//     if (rate.is_null() && rate.cause() == NullCause::zero_denominator) …
//     session.reads()       // the inputs that were read, for the explanation
//     session.missing()     // those of them that are absent though required
//
// Numbers are exact, logic has three values, and what FEEL has no result for is null with its
// cause; nothing throws but std::bad_alloc. A named value is evaluated at most once for the facts.
// The steps, list elements and text of all evaluations together are bounded: past that everything
// is null, and fault() says so. Not for two threads at once; make one each, or reset() one.
#pragma once

#include "feel/budget.hpp"
#include "feel/code.hpp"
#include "feel/fault.hpp"
#include "feel/limits.hpp"
#include "feel/program.hpp"
#include "feel/trace.hpp"
#include "feel/value.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace heng::detail::feel {

/// The words first … end - 1.
struct WordRange {
    std::size_t first = 0;
    std::size_t end = 0;

    void add(WordRange other) {
        if (other.first < other.end) {
            first = end == 0 ? other.first : std::min(first, other.first);
            end = std::max(end, other.end);
        }
    }
};

class Session {
  public:
    /// The slots are read in place: they and the program must outlive the session. One for each
    /// input of the scope; a required fact that is absent is Value::missing(slot), an optional one
    /// is its default or Value::null().
    Session(const Program& program, std::span<const Value> slots, SessionLimits limits = {});
    /// For the compiler: a session for nodes that read no slot, value or variable.
    struct Constants {};
    Session(const Code& code, SessionLimits limits, Constants /*tag*/);

    /// Starts over with other facts, as if it were new, but reuses its memory.
    void reset(std::span<const Value> slots);
    /// The same, with other limits from here on.
    void reset(std::span<const Value> slots, SessionLimits limits) {
        limits_ = limits;
        reset(slots);
    }

    /// Each step is written to `trace`, where one is given: an empty one.
    [[nodiscard]] Value evaluate(ExpressionId id, Trace* trace = nullptr);
    /// Whether the tests hold for the input: true, false or null.
    [[nodiscard]] Value evaluate_tests(ExpressionId id, Value input, Trace* trace = nullptr);
    /// A named value on its own.
    [[nodiscard]] Value evaluate_value(ValueId id);

    /// Of the last evaluate…(): the inputs it read, also through a value computed before;
    /// ascending.
    [[nodiscard]] std::vector<SlotId> reads() const;
    /// Those of reads() whose slot is_missing().
    [[nodiscard]] std::vector<SlotId> missing() const;
    /// Of the last evaluate…(): whether a filter left out a record for which its condition has no
    /// value, such as one that lacks an optional entry.
    [[nodiscard]] bool left_out_null() const { return left_out_null_; }
    /// What all evaluations have taken so far, of SessionLimits::steps.
    [[nodiscard]] std::int64_t steps_taken() const { return limits_.steps - budget_.steps_left(); }
    /// What may still be taken.
    [[nodiscard]] std::int64_t steps_left() const { return budget_.steps_left(); }
    /// Counts steps that were taken beside it for the same purpose.
    void charge(std::int64_t steps) { budget_.steps(steps); }
    /// reads() as bits: slot 64 × i + j is bit j of word i.
    [[nodiscard]] std::span<const std::uint64_t> read_bits() const {
        return {read_sets_.data(), words_};
    }
    /// The words of read_bits() outside of which there are no bits: of many inputs an expression
    /// mostly reads a few that stand together.
    [[nodiscard]] WordRange read_range() const { return range_; }
    /// Of the last evaluate…(), or of a value that it read: the limit that was passed, or that FEEL
    /// was met which heng does not evaluate (feel.unsupported). The result is not to be used then.
    [[nodiscard]] std::optional<Fault> fault() const;

    [[nodiscard]] Value evaluate_constant(NodeId node) { return eval(node); }

  private:
    using Words = std::uint64_t;
    struct ValueState {
        bool done = false;
        Passed passed = Passed::nothing; ///< while it was evaluated
        WordRange range{};               ///< where its reads are
    };

    [[nodiscard]] Value start(NodeId root, Trace* trace);
    [[nodiscard]] Value eval(NodeId id);
    [[nodiscard]] Value perform(const Node& node);
    [[nodiscard]] Value traced(NodeId id);
    [[nodiscard]] Value traced_operand(NodeId id);
    [[nodiscard]] const Value& operand(NodeId id, Value& scratch);
    [[nodiscard]] Value eval_arithmetic(const Node& node);
    [[nodiscard]] Value eval_comparison(const Node& node);
    [[nodiscard]] Value eval_logic(const Node& node);
    [[nodiscard]] Value eval_structure(const Node& node);
    [[nodiscard]] Value eval_item(const Node& node);
    [[nodiscard]] Value eval_within(const Node& node);
    [[nodiscard]] Value eval_filter(const Node& node);
    [[nodiscard]] Value eval_list(const Node& node);
    [[nodiscard]] Value eval_context(const Node& node);
    [[nodiscard]] Value eval_range(const Node& node);
    [[nodiscard]] Value eval_loop(const Node& node);
    [[nodiscard]] Value eval_quantified(const Node& node);
    [[nodiscard]] Value eval_sort(const Node& node);
    [[nodiscard]] Value eval_replace(const Node& node);
    [[nodiscard]] Value eval_call(const Node& node);
    template <class Body>
    bool iterate(const Node& node, std::uint32_t which, Value& wrong, Body& body);
    template <class Body>
    bool iterate_with(const Node& node, std::uint32_t which, Value item, Value& wrong, Body& body);
    [[nodiscard]] Value filter_item(const Node& node, const Value& item);
    const Value& value(ValueId id);
    void set_local(std::uint32_t local, Value value);
    void forget_reads();
    void mark_read(SlotId slot) {
        const std::size_t word = slot / 64;
        read_sets_[reads_at_ + word] |= Words{1} << slot % 64;
        range_.add({word, word + 1});
    }

    const Code* code_;
    std::span<const Value> slots_;
    SessionLimits limits_;
    Budget budget_;
    std::vector<Value> values_;
    std::vector<ValueState> value_states_;
    std::vector<Value> locals_;
    std::size_t words_;            ///< in a set of slots
    std::vector<Words> read_sets_; ///< of the last evaluation, then of each value
    std::size_t reads_at_ = 0;     ///< where the set starts that is being filled
    WordRange range_{};            ///< of the words that are not 0 in it
    bool left_out_null_ = false;
    Trace* trace_ = nullptr; ///< where the steps are written
};

} // namespace heng::detail::feel
