// SPDX-License-Identifier: Apache-2.0
//
// Which operands an operator takes, and what it makes of their dimensions.
//
//     money + money      money          money * number     money
//     money + number     refused        money * money      refused
//     money + 0          money          money / money      number
//     percent + number   number         money / number     money
//     money + percent    refused        number / money     refused
//
// There is money of one unit only: an input has no unit of its own, and all facts are converted to
// the rubric's before anything is computed (INTERFACES, facts). What is of unlike dimension is
// money beside money times or over something else: a + b * c where b and c are money. A number that
// is written out may be compared with money, and is in the rubric's unit.
//
// An entry of a record that is optional and absent is null, and a filter leaves out the records for
// which its condition is null: contracts[days > 30] is silent on a contract without days. That is
// FEEL, and no mistake of the expression; types do not tell which inputs are optional.
#include "feel/checker.hpp"
#include "feel/cursor.hpp"
#include "feel/messages.hpp"
#include "feel/operate.hpp"
#include "feel/operators.hpp"

#include <optional>
#include <utility>

namespace heng::detail::feel {

namespace {

/// The operator and what follows it: in a + b + rate, the last "+ rate".
Span from_sign(const AstNode& binary) {
    return {binary.part.offset, binary.span.end() - binary.part.offset};
}

/// What a sum of two numbers without the dimension of money is.
Type plain_sum(Op op, const Type& left, const Type& right) {
    const bool alike = left == right;
    if (alike && (left.is(TypeKind::percent) || op == Op::add)) {
        return left;
    }
    return Type{TypeKind::number};
}

/// The kind that operators know it as; null of what they do not take.
Kind kind_of(const Type& type) {
    switch (type.kind()) {
    case TypeKind::text:
        return Kind::text;
    case TypeKind::date:
        return Kind::date;
    case TypeKind::duration:
        return Kind::duration;
    default:
        return type.is_numeric() ? Kind::number : Kind::null;
    }
}

/// The result of arithmetic on two types; not on two numbers, which have dimensions.
std::optional<Type> result_beside_numbers(Op op, const Type& left, const Type& right) {
    if (left.is_numeric() && right.is_numeric()) {
        return std::nullopt;
    }
    const auto kind = result_of(op, kind_of(left), kind_of(right));
    return !kind                     ? std::nullopt
           : *kind == Kind::text     ? std::optional{Type{TypeKind::text}}
           : *kind == Kind::date     ? std::optional{Type{TypeKind::date}}
           : *kind == Kind::duration ? std::optional{Type{TypeKind::duration}}
                                     : std::optional{Type{TypeKind::number}};
}

} // namespace

bool Checker::is_literal(AstId id) const {
    if (id == no_ast) {
        return false;
    }
    const AstNode& node = ast_[id];
    return node.kind == AstKind::number ||
           (node.kind == AstKind::negate && is_literal(node.children[0]));
}

bool Checker::is_zero_literal(AstId id) const {
    return ast_[id].kind == AstKind::number && ast_[id].number.is_zero();
}

Type Checker::check_negate(AstNode& node) {
    const Type type = check(node.children[0]);
    if (type.is(TypeKind::count)) {
        return Type{TypeKind::number};
    }
    if (type.is_numeric() || type.is_open() || type.is(TypeKind::duration)) {
        return type;
    }
    return mismatch(node.span, say::negated(type.phrase()),
                    hint_for(ExpectedType::number, node.children[0]));
}

Type Checker::check_binary(AstNode& node) {
    const Type left = check(node.children[0]);
    const Type right = check(node.children[1]);
    switch (node.op) {
    case Op::both:
    case Op::either: {
        const text::Sentence& where = node.op == Op::both ? say::beside_and : say::beside_or;
        must_be_boolean(node.children[0], where);
        must_be_boolean(node.children[1], where);
        return Type{TypeKind::boolean};
    }
    case Op::add:
    case Op::subtract:
        return check_sum(node, left, right);
    case Op::multiply:
    case Op::divide:
        return check_product(node, left, right);
    case Op::power:
        for (const Type& type : {left, right}) {
            if (!type.is_open() && (!type.is_numeric() || type.is(TypeKind::money))) {
                return mismatch(node.part, say::powered(type.phrase()),
                                type.is(TypeKind::money) ? say::hint_money_compare()
                                                         : hint_of_operand(node));
            }
        }
        if (const AstNode& exponent = ast_[node.children[1]];
            !scope_.is_open() && !is_exact_power(node)) {
            Cursor::refuse(codes::unsupported, exponent.span, say::fractional_power,
                           say::hint_irrational);
        }
        return left.is_open() || right.is_open() ? Type{} : Type{TypeKind::number};
    default:
        must_compare(node, node.op, left, node.children[0], right, node.children[1]);
        return Type{TypeKind::boolean};
    }
}

/// Whether a power is known to be no irrational number before it is evaluated: its exponent is
/// whole or not written out, or both are written out and its value is rational.
bool Checker::is_exact_power(const AstNode& node) const {
    const auto base = written_number(node.children[0]);
    const auto exponent = written_number(node.children[1]);
    if (!exponent || exponent->is_whole()) {
        return true;
    }
    Budget budget{SessionLimits{}};
    return base &&
           !arithmetic(Op::power, Value::number(*base), Value::number(*exponent), budget).is_null();
}

/// A number that is written out, also with a sign, or as the quotient of two: 1/3.
std::optional<Ratio> Checker::written_number(AstId id) const {
    const AstNode& node = ast_[id];
    if (node.kind == AstKind::number) {
        return node.number;
    }
    if (node.kind == AstKind::negate) {
        const auto operand = written_number(node.children[0]);
        return operand ? std::optional{-*operand} : std::nullopt;
    }
    if (node.kind != AstKind::binary || node.op != Op::divide) {
        return std::nullopt;
    }
    const auto left = written_number(node.children[0]);
    const auto right = left ? written_number(node.children[1]) : std::nullopt;
    return right && !right->is_zero() ? std::optional{*left / *right} : std::nullopt;
}

Type Checker::check_sum(const AstNode& node, const Type& left, const Type& right) {
    if (left.is_open() || right.is_open()) {
        return Type{};
    }
    if (left.is_numeric() && right.is_numeric()) {
        const bool money = left.is(TypeKind::money) || right.is(TypeKind::money);
        if (!money) {
            return plain_sum(node.op, left, right);
        }
        if (left == right || is_zero_literal(node.children[0]) ||
            is_zero_literal(node.children[1])) {
            return Type{TypeKind::money};
        }
    }
    if (const auto result = result_beside_numbers(node.op, left, right)) {
        return *result;
    }
    const bool add = node.op == Op::add;
    return mismatch(from_sign(node),
                    add ? say::added(left.phrase(), right.phrase())
                        : say::subtracted(left.phrase(), right.phrase()),
                    hint_of_sum(node, left, right));
}

text::Words Checker::hint_of_sum(const AstNode& node, const Type& left, const Type& right) const {
    if (left.is(TypeKind::list) || right.is(TypeKind::list)) {
        return hint_of_operand(node);
    }
    if (left.is(TypeKind::money) || right.is(TypeKind::money)) {
        return say::hint_money_sum;
    }
    if (left.is(TypeKind::date) && right.is_numeric()) {
        return say::hint_days;
    }
    if (left.is(TypeKind::text) || right.is(TypeKind::text)) {
        return say::hint_text_number;
    }
    return hint_of_operand(node);
}

Type Checker::check_product(const AstNode& node, const Type& left, const Type& right) {
    if (left.is_open() || right.is_open()) {
        return Type{};
    }
    const bool multiply = node.op == Op::multiply;
    if (left.is_numeric() && right.is_numeric()) {
        const bool money_left = left.is(TypeKind::money);
        const bool money_right = right.is(TypeKind::money);
        if (!money_left && !money_right) {
            return Type{TypeKind::number};
        }
        if (money_left && money_right && !multiply) {
            return Type{TypeKind::number};
        }
        if (money_left != money_right && (multiply || money_left)) {
            return Type{TypeKind::money};
        }
        return mismatch(from_sign(node),
                        multiply ? say::multiplied(left.phrase(), right.phrase())
                                 : say::divided(left.phrase(), right.phrase()),
                        multiply ? say::hint_money_product : say::hint_money_quotient);
    }
    if (const auto result = result_beside_numbers(node.op, left, right)) {
        return *result;
    }
    return mismatch(from_sign(node),
                    multiply ? say::multiplied(left.phrase(), right.phrase())
                             : say::divided(left.phrase(), right.phrase()),
                    hint_of_operand(node));
}

void Checker::must_be_boolean(AstId id, const text::Sentence& where) {
    const AstNode& node = ast_[id];
    if (node.type.is_open() || node.type.is(TypeKind::boolean)) {
        return;
    }
    mismatch(node.span, say::boolean_due(node.type.phrase(), where),
             hint_for(ExpectedType::boolean, id));
}

void Checker::must_compare(const AstNode& node, Op op, const Type& left, AstId left_id,
                           const Type& right, AstId right_id) {
    if (left.is_open() || right.is_open()) {
        return;
    }
    if (left.is_numeric() && right.is_numeric()) {
        if (left.is(TypeKind::money) == right.is(TypeKind::money) || is_literal(left_id) ||
            is_literal(right_id)) {
            return;
        }
    } else if (left.kind() == right.kind()) {
        const bool ordered =
            left.is(TypeKind::text) || left.is(TypeKind::date) || left.is(TypeKind::duration);
        if (ordered || !is_order(op)) {
            return;
        }
    }
    const Span place = node.kind == AstKind::binary ? from_sign(node) : ast_[right_id].span;
    if (left.kind() == right.kind()) {
        const bool equality = left.is(TypeKind::boolean) || left.is(TypeKind::context);
        mismatch(place, say::no_order(left.phrase(), right.phrase()),
                 left.is(TypeKind::list) ? hint_of_list(left_id == no_ast ? right_id : left_id)
                 : equality              ? say::hint_equal()
                                         : text::Words{});
        return;
    }
    mismatch(place, say::compared(left.phrase(), right.phrase()),
             hint_of_comparison(op, left_id, left, right_id, right));
}

Type Checker::check_between(AstNode& node) {
    const Type value = check(node.children[0]);
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
        const Type end = check(node.children[i]);
        must_compare(node, Op::less, value, node.children[0], end, node.children[i]);
    }
    return Type{TypeKind::boolean};
}

Type Checker::check_in(AstNode& node) {
    const Type value = check(node.children[0]);
    node.local = add_local("?", value);
    check_each_test(ast_[node.children[1]], value);
    forget_local();
    return Type{TypeKind::boolean};
}

void Checker::check_each_test(AstNode& tests, const Type& input) {
    for (const AstId id : tests.children) {
        check_test(ast_[id], id, input);
    }
}

void Checker::check_test(AstNode& test, AstId id, const Type& input) {
    const bool used_before = std::exchange(locals_.back().used, false);
    const Type type = check(id);
    test.uses_input = locals_.back().used;
    locals_.back().used = used_before || test.uses_input;
    const auto against = [&](AstId operand, Op op, const Type& operand_type) {
        must_compare(test, op, input, no_ast, operand_type, operand);
    };
    if (test.kind == AstKind::test) {
        against(test.children[0], test.op, ast_[test.children[0]].type);
    } else if (test.kind == AstKind::range) {
        against(test.children[0], Op::less, ast_[test.children[0]].type);
        against(test.children[1], Op::less, ast_[test.children[1]].type);
    } else if (test.uses_input) {
        must_be_boolean(id, say::in_test);
    } else if (type.is(TypeKind::list) || type.is(TypeKind::range)) {
        if (!input.is(TypeKind::list) && !type.element().is(TypeKind::range)) {
            // The items of a list that is written out may be plain numbers beside money.
            const bool plain = type.element().is_numeric() && input.is_numeric();
            if (!plain) {
                against(id, Op::equal, type.element());
            }
        }
    } else {
        against(id, Op::equal, type);
    }
}

Type Checker::common(AstId left, AstId right) {
    const Type& a = ast_[left].type;
    const Type& b = ast_[right].type;
    if (a.is_open() || b.is_open()) {
        return a.joined(b);
    }
    const bool numbers = a.is_numeric() && b.is_numeric();
    if (numbers && a.is(TypeKind::money) != b.is(TypeKind::money)) {
        if (is_literal(left)) {
            return b;
        }
        if (is_literal(right)) {
            return a;
        }
    } else if (numbers || a.kind() == b.kind()) {
        return a.joined(b);
    }
    return mismatch(ast_[right].span, say::alternatives(a.phrase(), b.phrase()),
                    say::hint_alternatives);
}

Type Checker::joined_type(const std::vector<AstId>& nodes) const {
    Type type = ast_[nodes.front()].type;
    bool literal = is_literal(nodes.front());
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const Type& next = ast_[nodes[i]].type;
        const bool numbers = type.is_numeric() && next.is_numeric();
        if (numbers && is_literal(nodes[i])) {
            continue;
        }
        type = numbers && literal ? next : type.joined(next);
        literal = false;
    }
    return type;
}

} // namespace heng::detail::feel
