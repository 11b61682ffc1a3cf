// SPDX-License-Identifier: Apache-2.0
//
// What stands on its own: literals, names, calls, brackets, lists, ranges, contexts.
#include "feel/grammar.hpp"
#include "feel/limits.hpp"
#include "feel/messages.hpp"

#include <algorithm>

namespace heng::detail::feel {

AstId Parser::primary() {
    const std::size_t start = here();
    const Cursor::Name name = cursor_.known_name();
    if (name.tokens > 0) {
        return named(name);
    }
    switch (cursor_.peek().kind) {
    case TokenKind::number:
        return number();
    case TokenKind::text: {
        std::string text = cursor_.take().text;
        AstNode made = node(AstKind::text, start);
        made.text = std::move(text);
        return add(std::move(made));
    }
    case TokenKind::at:
        return at_literal();
    case TokenKind::open_round:
        return round_bracket();
    case TokenKind::open_square:
        return square_bracket();
    case TokenKind::close_square:
        cursor_.take();
        return range_after(start, expression(), false);
    case TokenKind::open_curly:
        return context();
    case TokenKind::name:
        return word();
    default:
        cursor_.refuse(say::value);
    }
}

AstId Parser::word() {
    const std::size_t start = here();
    const std::string_view raw = cursor_.peek().raw;
    if (raw == "true" || raw == "false") {
        AstNode made = (cursor_.take(), node(AstKind::boolean, start));
        made.truth = raw == "true";
        return add(std::move(made));
    }
    if (raw == "null") {
        return add((cursor_.take(), node(AstKind::null, start)));
    }
    if (raw == "if" || raw == "for" || raw == "some" || raw == "every") {
        Cursor::refuse(codes::syntax, cursor_.peek().span, say::form_inside(raw),
                       say::hint_form(raw));
    }
    if (is_keyword(raw)) {
        cursor_.refuse(say::value);
    }
    return named({1, std::string{raw}, cursor_.peek().span});
}

AstId Parser::named(const Cursor::Name& name) {
    const std::size_t start = here();
    cursor_.take(name);
    AstNode made = node(AstKind::name, start);
    made.text = name.text;
    if (cursor_.at(TokenKind::open_round)) {
        made.kind = AstKind::call;
        made.part = name.span;
        arguments(made);
        made.span.length = cursor_.previous_end() - start;
    }
    return add(std::move(made));
}

void Parser::arguments(AstNode& call) {
    const Span open = cursor_.take().span;
    if (cursor_.skip(TokenKind::close_round)) {
        return;
    }
    do {
        const Cursor::Name name = cursor_.new_name(TokenKind::colon, "");
        bool is_named = name.tokens > 0;
        for (std::size_t i = 0; i < name.tokens; ++i) {
            is_named = is_named && cursor_.peek(i).kind == TokenKind::name;
        }
        if (!call.children.empty() && is_named == call.names.empty()) {
            cursor_.refuse(is_named ? say::unnamed_argument : say::named_argument);
        }
        if (is_named) {
            call.names.push_back(cursor_.take(name).text);
            cursor_.take();
        }
        call.children.push_back(argument(call));
    } while (cursor_.skip(TokenKind::comma));
    expect_close(TokenKind::close_round, open, true);
}

AstId Parser::number() {
    const Token token = cursor_.take();
    std::string text{token.raw};
    if (text.front() == '.') {
        text.insert(0, "0");
    }
    const auto decimal = Decimal::parse(text);
    if (!decimal) {
        const bool exponent = decimal.error().fault == NumberFault::exponent_out_of_range;
        Cursor::refuse(codes::limit, token.span,
                       exponent ? say::exponent_limit : say::digits_limit);
    }
    cursor_.refuse_separator();
    AstNode made = node(AstKind::number, token.span.offset);
    made.number = *decimal;
    return add(std::move(made));
}

AstId Parser::at_literal() {
    const std::size_t start = here();
    cursor_.take();
    if (!cursor_.at(TokenKind::text)) {
        cursor_.refuse(say::date_in_quotes);
    }
    std::string text = cursor_.take().text;
    AstNode made = node(AstKind::at_text, start);
    made.text = std::move(text);
    return add(std::move(made));
}

AstId Parser::round_bracket() {
    const std::size_t start = here();
    const Span open = cursor_.take().span;
    if (comparison_here()) {
        const AstId test = positive_test();
        expect_close(TokenKind::close_round, open, false);
        ast_[test].opens = start;
        return test;
    }
    const AstId inner = expression();
    if (cursor_.at(TokenKind::dots)) {
        return range_after(start, inner, false);
    }
    expect_close(TokenKind::close_round, open, false);
    ast_[inner].opens = start;
    return inner;
}

AstId Parser::square_bracket() {
    const std::size_t start = here();
    const Span open = cursor_.take().span;
    std::vector<AstId> items;
    if (!cursor_.at(TokenKind::close_square)) {
        items.push_back(expression());
        if (cursor_.at(TokenKind::dots)) {
            return range_after(start, items.front(), true);
        }
        while (cursor_.skip(TokenKind::comma)) {
            items.push_back(expression());
        }
    }
    expect_close(TokenKind::close_square, open, true);
    return add(AstKind::list, start, std::move(items));
}

AstId Parser::range_after(std::size_t start, AstId low, bool low_closed) {
    expect(TokenKind::dots);
    const bool outer = std::exchange(endpoint_, true);
    const AstId high = binary(Binding::sum);
    endpoint_ = outer;
    const TokenKind end = cursor_.peek().kind;
    if (end != TokenKind::close_square && end != TokenKind::close_round &&
        end != TokenKind::open_square) {
        cursor_.refuse(say::range_end);
    }
    cursor_.take();
    AstNode made = node(AstKind::range, start);
    made.children = {low, high};
    made.low_closed = low_closed;
    made.high_closed = end == TokenKind::close_square;
    return add(std::move(made));
}

AstId Parser::context() {
    const std::size_t start = here();
    const std::size_t locals = cursor_.local_count();
    const Span open = cursor_.take().span;
    std::vector<std::string> names;
    std::vector<AstId> values;
    while (!cursor_.at(TokenKind::close_curly)) {
        Token token = cursor_.peek();
        std::string key;
        if (cursor_.skip(TokenKind::text)) {
            key = std::move(token.text);
        } else {
            const Cursor::Name name = cursor_.take(cursor_.new_name(TokenKind::colon, ""));
            if (name.tokens == 0) {
                cursor_.refuse(say::entry_name);
            }
            key = name.text;
        }
        if (std::find(names.begin(), names.end(), key) != names.end()) {
            Cursor::refuse(codes::syntax, token.span, say::entry_twice(key));
        }
        expect(TokenKind::colon);
        values.push_back(expression());
        cursor_.declare_local(key);
        cursor_.declare_member(key);
        names.push_back(std::move(key));
        if (!cursor_.skip(TokenKind::comma)) {
            break;
        }
    }
    expect_close(TokenKind::close_curly, open, true);
    cursor_.forget_locals(locals);
    AstNode made = node(AstKind::context, start);
    made.names = std::move(names);
    made.children = std::move(values);
    return add(std::move(made));
}

} // namespace heng::detail::feel
