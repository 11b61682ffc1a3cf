// SPDX-License-Identifier: Apache-2.0
//
// The forms with words, if, for, some and every; and unary tests.
#include "feel/grammar.hpp"
#include "feel/limits.hpp"
#include "feel/messages.hpp"

namespace heng::detail::feel {

AstId Parser::condition() {
    const std::size_t start = here();
    expect_word("if");
    const AstId when = expression();
    expect_word("then");
    const AstId then = expression();
    if (cursor_.at(TokenKind::end) || cursor_.at(TokenKind::close_round)) {
        Cursor::refuse(codes::syntax, cursor_.peek().span, say::no_else, say::hint_else);
    }
    expect_word("else");
    const AstId otherwise = expression();
    return add(AstKind::condition, start, {when, then, otherwise});
}

void Parser::iterators(std::vector<std::string>& names, std::vector<AstId>& children) {
    do {
        const Cursor::Name name = cursor_.take(cursor_.new_name(TokenKind::end, "in"));
        if (name.tokens == 0) {
            cursor_.refuse(say::variable_in);
        }
        expect_word("in");
        children.push_back(expression());
        children.push_back(cursor_.skip(TokenKind::dots) ? expression() : no_ast);
        names.push_back(name.text);
        if (names.size() > limits::iterators) {
            Cursor::refuse(codes::limit, name.span, say::too_many_variables);
        }
        cursor_.declare_local(name.text);
    } while (cursor_.skip(TokenKind::comma));
}

AstId Parser::loop() {
    const std::size_t start = here();
    const std::size_t locals = cursor_.local_count();
    expect_word("for");
    std::vector<std::string> names;
    std::vector<AstId> children;
    iterators(names, children);
    expect_word("return");
    cursor_.declare_local("partial");
    children.push_back(expression());
    cursor_.forget_locals(locals);
    AstNode made = node(AstKind::loop, start);
    made.names = std::move(names);
    made.children = std::move(children);
    return add(std::move(made));
}

AstId Parser::quantified() {
    const std::size_t start = here();
    const std::size_t locals = cursor_.local_count();
    const AstKind kind = cursor_.take().raw == "some" ? AstKind::some : AstKind::every;
    std::vector<std::string> names;
    std::vector<AstId> children;
    iterators(names, children);
    expect_word("satisfies");
    children.push_back(expression());
    cursor_.forget_locals(locals);
    AstNode made = node(kind, start);
    made.names = std::move(names);
    made.children = std::move(children);
    return add(std::move(made));
}

AstId Parser::top_tests() {
    const std::size_t start = here();
    if (cursor_.at(TokenKind::minus) && cursor_.peek(1).kind == TokenKind::end) {
        cursor_.take();
        return add(AstKind::tests, start, {});
    }
    if (cursor_.at_word("not") && cursor_.peek(1).kind == TokenKind::open_round) {
        cursor_.take();
        const Span open = cursor_.take().span;
        const AstId tests = test_list(start);
        expect_close(TokenKind::close_round, open, true);
        ast_[tests].truth = true;
        return tests;
    }
    return test_list(start);
}

AstId Parser::test_list(std::size_t start) {
    std::vector<AstId> tests;
    do {
        tests.push_back(positive_test());
    } while (cursor_.skip(TokenKind::comma));
    return add(AstKind::tests, start, std::move(tests));
}

AstId Parser::positive_test() {
    const std::size_t start = here();
    const auto op = comparison_here();
    if (!op) {
        return expression();
    }
    cursor_.take();
    const AstId operand = binary(Binding::sum);
    AstNode made = node(AstKind::test, start);
    made.op = *op;
    made.children = {operand};
    return add(std::move(made));
}

AstId Parser::in_tests() {
    const std::size_t start = here();
    if (!cursor_.at(TokenKind::open_round)) {
        const AstId test = comparison_here() ? positive_test() : binary(Binding::sum);
        return add(AstKind::tests, start, {test});
    }
    const Span open = cursor_.take().span;
    const AstId first = positive_test();
    if (cursor_.at(TokenKind::dots)) {
        const AstId range = range_after(start, first, false);
        return add(AstKind::tests, start, {range});
    }
    std::vector<AstId> tests = {first};
    while (cursor_.skip(TokenKind::comma)) {
        tests.push_back(positive_test());
    }
    expect_close(TokenKind::close_round, open, true);
    return add(AstKind::tests, start, std::move(tests));
}

} // namespace heng::detail::feel
