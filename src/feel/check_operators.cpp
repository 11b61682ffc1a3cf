// SPDX-License-Identifier: Apache-2.0
//
// Which operands an operator takes, and what it makes of their dimensions.
//
//     money + money      money          money * number     money
//     money + number     refused        money * money      refused
//     money + 0          money          money / money      number
//     percent + number   number         money / number     money
//     money + percent    refused        number / money     refused
#include "feel/checker.hpp"
#include "feel/cursor.hpp"
#include "feel/operate.hpp"

#include <utility>

namespace heng::feel {

namespace {

bool is_ordering(Operator op) {
    return op == Operator::less || op == Operator::less_equal || op == Operator::greater ||
           op == Operator::greater_equal;
}

/// What a sum of two numbers without the dimension of money is.
Type plain_sum(Operator op, const Type& left, const Type& right) {
    const bool alike = left == right;
    if (alike && (left.is(TypeKind::percent) || op == Operator::add)) {
        return left;
    }
    return Type{TypeKind::number};
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
    return mismatch(node.span, "'-' stands before " + type.phrase() + " where a number is due");
}

Type Checker::check_binary(AstNode& node) {
    const Type left = check(node.children[0]);
    const Type right = check(node.children[1]);
    switch (node.op) {
    case Operator::both:
    case Operator::either: {
        const std::string where = "beside '" + std::string{spelling(node.op)} + "'";
        must_be_boolean(node.children[0], where);
        must_be_boolean(node.children[1], where);
        return Type{TypeKind::boolean};
    }
    case Operator::add:
    case Operator::subtract:
        return check_sum(node, left, right);
    case Operator::multiply:
    case Operator::divide:
        return check_product(node, left, right);
    case Operator::power:
        for (const Type& type : {left, right}) {
            if (!type.is_open() && (!type.is_numeric() || type.is(TypeKind::money))) {
                return mismatch(node.span,
                                "'**' stands beside " + type.phrase() + " where a number is due");
            }
        }
        if (const AstNode& exponent = ast_[node.children[1]];
            !scope_.is_open() && !is_exact_power(node)) {
            Cursor::refuse(codes::unsupported, exponent.span,
                           "heng does not evaluate powers whose exponent is not whole",
                           "their results are irrational, and heng's numbers are exact");
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
    if (node.kind != AstKind::binary || node.op != Operator::divide) {
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
    const auto is = [&](TypeKind a, TypeKind b) {
        return left.is(a) && right.is(b);
    };
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
    const bool add = node.op == Operator::add;
    if (add && is(TypeKind::text, TypeKind::text)) {
        return left;
    }
    if (is(TypeKind::duration, TypeKind::duration) ||
        (!add && is(TypeKind::date, TypeKind::date))) {
        return Type{TypeKind::duration};
    }
    if (is(TypeKind::date, TypeKind::duration) || (add && is(TypeKind::duration, TypeKind::date))) {
        return Type{TypeKind::date};
    }
    std::string hint;
    if (left.is(TypeKind::money) || right.is(TypeKind::money)) {
        hint = "money takes only money; multiply it by a rate, as in budget * 0.1";
    } else if (is(TypeKind::date, TypeKind::number) || is(TypeKind::date, TypeKind::count)) {
        hint = "write the days as a duration, such as @\"P30D\"";
    }
    return mismatch(node.span,
                    right.phrase() + " is " + (add ? "added to " : "subtracted from ") +
                        left.phrase(),
                    std::move(hint));
}

Type Checker::check_product(const AstNode& node, const Type& left, const Type& right) {
    if (left.is_open() || right.is_open()) {
        return Type{};
    }
    const auto is = [&](TypeKind a, TypeKind b) {
        return left.is(a) && right.is(b);
    };
    const bool multiply = node.op == Operator::multiply;
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
        return mismatch(node.span,
                        left.phrase() + (multiply ? " is multiplied by " : " is divided by ") +
                            right.phrase(),
                        multiply ? "one of the two must be a plain number or a rate"
                                 : "divide money by money for a rate");
    }
    if ((left.is(TypeKind::duration) && right.is_numeric()) ||
        (multiply && left.is_numeric() && right.is(TypeKind::duration))) {
        return Type{TypeKind::duration};
    }
    if (!multiply && is(TypeKind::duration, TypeKind::duration)) {
        return Type{TypeKind::number};
    }
    return mismatch(node.span, left.phrase() +
                                   (multiply ? " is multiplied by " : " is divided by ") +
                                   right.phrase());
}

void Checker::must_be_boolean(AstId id, std::string_view where) {
    const AstNode& node = ast_[id];
    if (node.type.is_open() || node.type.is(TypeKind::boolean)) {
        return;
    }
    mismatch(node.span,
             "this is " + node.type.phrase() + ' ' + std::string{where} +
                 ", where a boolean is due",
             node.type.is_numeric() ? "compare it, as in x > 0" : "");
}

void Checker::must_compare(const AstNode& node, Operator op, const Type& left, AstId left_id,
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
        if (ordered || !is_ordering(op)) {
            return;
        }
    }
    std::string hint;
    if (left.is(TypeKind::date) || right.is(TypeKind::date)) {
        hint = "write a date such as date(\"2024-01-31\")";
    } else if (left.is(TypeKind::text) != right.is(TypeKind::text)) {
        hint = "write a text in \"…\" and a number without";
    } else if (left.is_numeric() && right.is_numeric()) {
        hint = "divide the money by money first: a rate can be compared with a number";
    }
    mismatch(node.span, left.phrase() + " is compared with " + right.phrase(), std::move(hint));
}

Type Checker::check_between(AstNode& node) {
    const Type value = check(node.children[0]);
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
        const Type end = check(node.children[i]);
        must_compare(node, Operator::less, value, node.children[0], end, node.children[i]);
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
    const auto against = [&](AstId operand, Operator op, const Type& operand_type) {
        must_compare(test, op, input, no_ast, operand_type, operand);
    };
    if (test.kind == AstKind::test) {
        against(test.children[0], test.op, ast_[test.children[0]].type);
    } else if (test.kind == AstKind::range) {
        against(test.children[0], Operator::less, ast_[test.children[0]].type);
        against(test.children[1], Operator::less, ast_[test.children[1]].type);
    } else if (test.uses_input) {
        must_be_boolean(id, "in a test that uses '?'");
    } else if (type.is(TypeKind::list) || type.is(TypeKind::range)) {
        if (!input.is(TypeKind::list) && !type.element().is(TypeKind::range)) {
            // The items of a list that is written out may be plain numbers beside money.
            const bool plain = type.element().is_numeric() && input.is_numeric();
            if (!plain) {
                against(id, Operator::equal, type.element());
            }
        }
    } else {
        against(id, Operator::equal, type);
    }
}

Type Checker::common(AstId left, AstId right) {
    const Type& a = ast_[left].type;
    const Type& b = ast_[right].type;
    if (a.is_numeric() && b.is_numeric() && a.is(TypeKind::money) != b.is(TypeKind::money)) {
        if (is_literal(left)) {
            return b;
        }
        if (is_literal(right)) {
            return a;
        }
        return mismatch(Span::over(ast_[left].span, ast_[right].span),
                        "the one alternative is " + a.phrase() + ", the other " + b.phrase());
    }
    return a.joined(b);
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

} // namespace heng::feel
