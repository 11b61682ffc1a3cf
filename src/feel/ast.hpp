// SPDX-License-Identifier: Apache-2.0
//
// The syntax tree of an expression: nodes in one array, each with its place in the text. The parser
// builds it; the checker adds types and what names mean; the compiler reads it.
#pragma once

#include "feel/code.hpp"
#include "feel/fault.hpp"
#include "feel/instance.hpp"
#include "feel/type.hpp"

#include <heng/number/ratio.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::feel {

using AstId = std::uint32_t;
inline constexpr AstId no_ast = std::numeric_limits<AstId>::max();

enum class AstKind : std::uint8_t {
    number,
    text,
    boolean,
    null,
    at_text,   ///< @"2024-01-01"
    name,      ///< text
    path,      ///< [base], text is the member
    filter,    ///< [base, condition]
    call,      ///< text is the function; the arguments; names are theirs where they are named
    negate,    ///< [operand]
    binary,    ///< [left, right]
    between,   ///< [value, low, high]
    in,        ///< [value, tests]
    tests,     ///< unary tests, none for `-`; truth: they stand in not(…)
    test,      ///< [operand] of `op`, as in >= 90
    condition, ///< if: [condition, then, else]
    loop,      ///< for: [domain, end or no_ast, …, body]; names are the variables
    some,
    every,
    list,
    context,  ///< the values; names are the keys
    range,    ///< [low, high]
    instance, ///< [value] instance of the type `type_name`
    function, ///< [body]; names are the parameters; only an argument
};

/// What a name means, found by the checker.
struct Target {
    enum class Base : std::uint8_t { nothing, local, slot, value };
    /// Items of filters whose entries are not known before run time, innermost first: the first
    /// that has an entry of this name gives it, and only then the base.
    std::vector<std::uint32_t> items;
    Base base = Base::nothing;
    std::uint32_t index = 0;
};

struct AstNode {
    AstKind kind = AstKind::null;
    Op op = Op::add; ///< of a binary and a test: the operator
    Span span;
    Span part;             ///< of a path its member, of a call its name, of a binary its operator
    std::size_t opens = 0; ///< where it begins, with the brackets around it
    std::vector<AstId> children;
    std::string text;
    std::vector<std::string> names;
    Ratio number;
    bool truth = false;
    bool low_closed = true;
    bool high_closed = true;
    int depth = 1;               ///< of the tree below, itself included
    std::uint32_t type_name = 0; ///< of an instance: its place in Ast::types

    // the checker's
    Type type;
    Target target;
    std::uint32_t local = 0;    ///< first of the local variables that it declares
    std::uint32_t function = 0; ///< of a call: its place in builtins()
    bool uses_partial = false;  ///< a loop: its body does
    bool uses_input = false;    ///< a test: it does, as `?`
};

struct Ast {
    std::vector<AstNode> nodes;
    std::vector<NamedType> types;
    AstId root = no_ast;

    [[nodiscard]] AstNode& operator[](AstId id) { return nodes[id]; }
    [[nodiscard]] const AstNode& operator[](AstId id) const { return nodes[id]; }
};

} // namespace heng::detail::feel
