// SPDX-License-Identifier: Apache-2.0
//
// Every operator in one row: how it is written and binds, and what stands for its other sides; and
// which fields of a node are its operands.
//
//     operator_at(token, Binding::sum)        // Op::add for +
//     row_of(Op::less).opposite               // Op::greater_equal
//     operands_of(Op::within)                 // Operands::a_b_c
//     result_of(Op::subtract, Kind::date, Kind::date)    // Kind::duration
//
// Source: DMN 1.5, 10.3.1.2 (how they are written and bind).
#pragma once

#include "feel/code.hpp"
#include "feel/token.hpp"
#include "feel/value.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace heng::detail::feel {

/// How tightly an operator binds, the loosest first. All bind from the left; one comparison is not
/// followed by another.
enum class Binding : std::uint8_t { either, both, comparison, sum, product, power };

struct OperatorRow {
    Op op;
    std::string_view word; ///< as it is written
    TokenKind token;       ///< `name` where it is a word
    Binding binding;
    Op mirrored;     ///< a op b is b mirrored a; of what is no comparison, itself
    Op opposite;     ///< a op b is not (a opposite b); likewise
    Op mistaken_for; ///< what is written by mistake in its place; itself where nothing is
    RangeForm form;  ///< of a unary test; `interval` where it begins none
};

// clang-format off
inline constexpr std::array<OperatorRow, 13> operators{{ // in the order of Op
    {Op::add, "+", TokenKind::plus, Binding::sum,
     Op::add, Op::add, Op::subtract, RangeForm::interval},
    {Op::subtract, "-", TokenKind::minus, Binding::sum,
     Op::subtract, Op::subtract, Op::add, RangeForm::interval},
    {Op::multiply, "*", TokenKind::star, Binding::product,
     Op::multiply, Op::multiply, Op::divide, RangeForm::interval},
    {Op::divide, "/", TokenKind::slash, Binding::product,
     Op::divide, Op::divide, Op::multiply, RangeForm::interval},
    {Op::power, "**", TokenKind::power, Binding::power,
     Op::power, Op::power, Op::power, RangeForm::interval},
    {Op::equal, "=", TokenKind::equal, Binding::comparison,
     Op::equal, Op::not_equal, Op::not_equal, RangeForm::equal},
    {Op::not_equal, "!=", TokenKind::not_equal, Binding::comparison,
     Op::not_equal, Op::equal, Op::equal, RangeForm::not_equal},
    {Op::less, "<", TokenKind::less, Binding::comparison,
     Op::greater, Op::greater_equal, Op::less_equal, RangeForm::less},
    {Op::less_equal, "<=", TokenKind::less_equal, Binding::comparison,
     Op::greater_equal, Op::greater, Op::less, RangeForm::less_equal},
    {Op::greater, ">", TokenKind::greater, Binding::comparison,
     Op::less, Op::less_equal, Op::greater_equal, RangeForm::greater},
    {Op::greater_equal, ">=", TokenKind::greater_equal, Binding::comparison,
     Op::less_equal, Op::less, Op::greater, RangeForm::greater_equal},
    {Op::both, "and", TokenKind::name, Binding::both,
     Op::both, Op::both, Op::either, RangeForm::interval},
    {Op::either, "or", TokenKind::name, Binding::either,
     Op::either, Op::either, Op::both, RangeForm::interval},
}};
// clang-format on

/// Whether it is one of them: what is written between two operands.
[[nodiscard]] constexpr bool is_operator(Op op) {
    return op >= Op::add && op <= Op::either;
}

/// Requires: is_operator(op).
[[nodiscard]] constexpr const OperatorRow& row_of(Op op) {
    return operators[static_cast<std::size_t>(op) - static_cast<std::size_t>(Op::add)];
}

static_assert([] {
    for (const OperatorRow& row : operators) {
        if (&row_of(row.op) != &row || row_of(row.mirrored).mirrored != row.op ||
            row_of(row.opposite).opposite != row.op) {
            return false;
        }
    }
    return true;
}());

/// The operator that a token stands for, of those that bind so.
[[nodiscard]] constexpr std::optional<Op> operator_at(const Token& token, Binding binding) {
    for (const OperatorRow& row : operators) {
        if (row.binding == binding && row.token == token.kind &&
            (row.token != TokenKind::name || row.word == token.raw)) {
            return row.op;
        }
    }
    return std::nullopt;
}

/// One of <, <=, >, >=.
[[nodiscard]] constexpr bool is_order(Op op) {
    return op >= Op::less && op <= Op::greater_equal;
}

/// The result of arithmetic on two kinds; it joins texts, and works on amounts otherwise: a date
/// stands for the seconds since 1970 at which it begins, a duration for its seconds.
struct Signature {
    Op op;
    Kind left;
    Kind right;
    Kind result;
};

// Source: DMN 1.5, tables 50 and 51, without times.
inline constexpr std::array signatures{
    Signature{Op::add, Kind::number, Kind::number, Kind::number},
    Signature{Op::add, Kind::text, Kind::text, Kind::text},
    Signature{Op::add, Kind::date, Kind::duration, Kind::date},
    Signature{Op::add, Kind::duration, Kind::date, Kind::date},
    Signature{Op::add, Kind::duration, Kind::duration, Kind::duration},
    Signature{Op::subtract, Kind::number, Kind::number, Kind::number},
    Signature{Op::subtract, Kind::date, Kind::date, Kind::duration},
    Signature{Op::subtract, Kind::date, Kind::duration, Kind::date},
    Signature{Op::subtract, Kind::duration, Kind::duration, Kind::duration},
    Signature{Op::multiply, Kind::number, Kind::number, Kind::number},
    Signature{Op::multiply, Kind::duration, Kind::number, Kind::duration},
    Signature{Op::multiply, Kind::number, Kind::duration, Kind::duration},
    Signature{Op::divide, Kind::number, Kind::number, Kind::number},
    Signature{Op::divide, Kind::duration, Kind::number, Kind::duration},
    Signature{Op::divide, Kind::duration, Kind::duration, Kind::number},
    Signature{Op::power, Kind::number, Kind::number, Kind::number},
};

/// The kind of what arithmetic makes of these; none where FEEL has no result for them.
[[nodiscard]] constexpr std::optional<Kind> result_of(Op op, Kind left, Kind right) {
    for (const Signature& each : signatures) {
        if (each.op == op && each.left == left && each.right == right) {
            return each.result;
        }
    }
    return std::nullopt;
}

/// Which fields of a node are nodes, in the order in which they are written.
enum class Operands : std::uint8_t {
    none,
    a,
    c, ///< where it is there
    a_b,
    a_b_c,
    many,       ///< each of `many`
    a_and_many, ///< a, and each of them
    entries,    ///< the second of each pair
    loop,       ///< a, and of each triple the second, and the third where it is there
};

[[nodiscard]] constexpr Operands operands_of(Op op) {
    switch (op) {
    case Op::constant:
    case Op::slot:
    case Op::value:
    case Op::local:
        return Operands::none;
    case Op::item:
        return Operands::c;
    case Op::negate:
    case Op::negated:
    case Op::path:
    case Op::instance:
        return Operands::a;
    case Op::within:
    case Op::condition:
        return Operands::a_b_c;
    case Op::list:
    case Op::call:
        return Operands::many;
    case Op::replace:
        return Operands::a_and_many;
    case Op::context:
        return Operands::entries;
    case Op::loop:
    case Op::some:
    case Op::every:
        return Operands::loop;
    default:
        return Operands::a_b;
    }
}

} // namespace heng::detail::feel
