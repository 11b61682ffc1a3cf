// SPDX-License-Identifier: Apache-2.0
//
// The compiled form of expressions: one flat array of nodes that refer to one another by index.
// Nothing in it changes after compiling, so any number of sessions may read it at once.
#pragma once

#include "feel/builtin.hpp"
#include "feel/instance.hpp"
#include "feel/scope.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace heng::detail::feel {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = std::numeric_limits<NodeId>::max();

/// What a node does; a, b, c are its operands, which are nodes unless it says otherwise. "many" are
/// `count` entries of Code::many, from b on.
enum class Op : std::uint8_t {
    constant, ///< a: of Code::constants
    slot,     ///< a: the input
    value,    ///< a: the named value
    local,    ///< a: the variable
    item,     ///< the entry called names[b] of the context in variable a, else node c
    add,
    subtract,
    multiply,
    divide,
    power,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    both,    ///< and
    either,  ///< or
    negate,  ///< -a
    within,  ///< a lies in the range b .. c; flags: which ends are closed
    matches, ///< a equals b, or lies in it, or is among it
    let,     ///< variable c is a while b is evaluated
    negated, ///< not(a), of unary tests
    condition,
    path,    ///< entry or property names[b] of a
    filter,  ///< the items of a for which b holds; variable c is the item; flags: filter_*
    list,    ///< many
    context, ///< many pairs: a name, a node; the entries are variables from c on
    range,   ///< a .. b; flags: which ends are closed; c: the RangeForm
    loop,    ///< a: body; many triples: a variable, a domain, an end or no_node; c: `partial`
    some,    ///< a: body; many triples
    every,
    call,     ///< a: the Function; many
    instance, ///< a is of the type `types[b]`
    sort,     ///< a, sorted so that b holds for its neighbours, which are the variables c and c + 1
    replace,  ///< many: a list, a new item, which stands where a holds; variables c, c + 1 are them
};

namespace flags {
inline constexpr std::uint8_t low_closed = 1;
inline constexpr std::uint8_t high_closed = 2;
inline constexpr std::uint8_t filter_by_index = 1;   ///< the condition is known to be a number
inline constexpr std::uint8_t filter_by_boolean = 2; ///< … a boolean
} // namespace flags

struct Node {
    Op op = Op::constant;
    std::uint8_t flags = 0;
    std::uint16_t reserved = 0;
    NodeId a = 0;
    NodeId b = 0;
    NodeId c = 0;
    std::uint32_t count = 0;
};

/// Whether constant parts are computed while compiling. Where an evaluation is to be explained step
/// by step they are not.
enum class Folding : std::uint8_t { off, on };

/// Where a node stands in the text of its expression or named value, for the trace. A node that the
/// author did not write, or that is its own value, has no place.
struct NodePlace {
    std::uint32_t offset = 0; ///< in bytes; a text has at most limits::text_bytes
    std::uint32_t length = 0;
    std::uint32_t names = 0; ///< of a loop: its variables are names[names], names[names + 1], …
    bool is_test = false;    ///< a unary test: `< 60`, `[80..90)`
};

/// A compiled expression.
struct Entry {
    NodeId root = 0;
    int depth = 0;           ///< of its tree, with the trees of the values it refers to
    std::uint32_t input = 0; ///< of unary tests: the variable that holds what is tested
    Type type;
};

struct Code {
    std::vector<Node> nodes;
    std::vector<NodePlace> places; ///< one for each node
    std::vector<NodeId> many;
    std::vector<Value> constants;
    std::vector<std::string> names;
    std::vector<NamedType> types;
    std::vector<Entry> expressions;
    std::vector<NodeId> values; ///< the roots of the named values
    std::size_t slot_count = 0;
    bool may_round = false; ///< of an open scope: see Budget
};

} // namespace heng::detail::feel
