// SPDX-License-Identifier: Apache-2.0
//
// How an evaluation came to its value: what was evaluated, in order, each with its value. A session
// writes it while it evaluates, so it can't differ from what was computed.
//
//     Program program{Folding::off};                  // else 1/3 * 3 is the constant 1
//     …
//     Trace trace;
//     Value rate = session.evaluate(*expression, trace);
//     for (const TraceNode& node : trace.nodes()) …   // parents before children
//
//     budget.executed / budget.annual                 operation, nodes [1, 3) are its parts
//       budget.executed                               input
//       budget.annual                                 input
//
// What was not evaluated is not there: the branch of `if` that was not taken, the operand that did
// not matter. A named value has its own expression below it where it was evaluated, and only there.
// `for`, filters and quantifiers have an iteration for each value of the variable, the first ten of
// them. a + b + c is one step with three parts. Literals, variables and the middle of a path are
// not there: the text around them says them.
#pragma once

#include "feel/code.hpp"
#include "feel/fault.hpp"
#include "feel/scope.hpp"
#include "feel/value.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace heng::detail::feel {

namespace limits {

inline constexpr std::size_t trace_nodes = 10'000;
inline constexpr std::size_t trace_depth = 64;
inline constexpr std::size_t trace_iterations = 10; ///< of one loop

} // namespace limits

enum class TraceKind : std::uint8_t {
    operation,
    constant,  ///< a part that was computed while compiling
    input,     ///< a declared input, or a path in one
    named,     ///< a named value
    iteration, ///< a variable and the value it has; its parts are what was evaluated with it
    test,      ///< a unary test, as in `rate in (< 60, [80..90))`
};

struct TraceNode {
    TraceKind kind = TraceKind::operation;
    Op op = Op::constant;
    bool repeated = false; ///< of a named value: its parts are where it is first mentioned
    Span place;            ///< in the text of `source`; of the whole expression: length 0
    ValueId source = 0;    ///< the named value whose text it is, or Trace::expression
    std::string_view name; ///< of an iteration: the variable. Lives as long as the program
    Value value;
    std::size_t end = 0;     ///< its parts and theirs are the nodes from the next one up to here
    std::size_t omitted = 0; ///< of its parts that are past a limit
    std::size_t iterations = 0;
};

class Trace {
  public:
    /// The source of a node that stands in the expression itself.
    static constexpr ValueId expression = std::numeric_limits<ValueId>::max();

    /// The first one is the expression. Empty where the steps ran out before it.
    [[nodiscard]] const std::vector<TraceNode>& nodes() const { return nodes_; }

    // For sessions. What opens a node gives what closes it.
    using Mark = std::size_t;
    [[nodiscard]] Mark open(const Code& code, NodeId node);
    [[nodiscard]] Mark open_iteration(std::string_view variable, const Value& value);
    void close(Mark mark, const Value& value);
    void close_iteration(Mark mark);
    /// It was no iteration: the parts stay.
    void dissolve_iteration(Mark mark);
    /// What is opened from now on stands in the text of this value; returns where it stood before.
    ValueId enter(ValueId source);

  private:
    static constexpr Mark hidden = std::numeric_limits<Mark>::max();
    static constexpr Mark suppressed = hidden - 1;

    [[nodiscard]] bool continues_chain(Op op) const;
    [[nodiscard]] bool has_room();
    [[nodiscard]] bool first_mention(ValueId value);
    Mark push(TraceNode node);

    std::vector<TraceNode> nodes_;
    std::vector<std::size_t> open_;
    std::vector<bool> mentioned_; ///< of each named value: whether it is there
    ValueId source_ = expression;
    std::size_t suppressed_ = 0; ///< iterations that are not shown and are being run
};

} // namespace heng::detail::feel
