// SPDX-License-Identifier: Apache-2.0
//
// What stands on its own: literals, names, calls, brackets, lists, ranges, contexts.
#include "feel/grammar.hpp"
#include "feel/limits.hpp"

#include <algorithm>

namespace heng::feel {

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
        cursor_.refuse("a value");
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
        Cursor::refuse(codes::syntax, cursor_.peek().span,
                       "'" + std::string{raw} + "' stands inside an operation",
                       "put the whole '" + std::string{raw} + " …' in brackets ( )");
    }
    if (is_keyword(raw)) {
        cursor_.refuse("a value");
    }
    return named({1, std::string{raw}, cursor_.peek().span});
}

AstId Parser::named(const Cursor::Name& name) {
    const std::size_t start = here();
    cursor_.take(name);
    AstNode made = node(AstKind::name, start);
    made.text = name.text;
    if (cursor_.skip(TokenKind::open_round)) {
        made.kind = AstKind::call;
        arguments(made);
        made.span.length = cursor_.previous_end() - start;
    }
    return add(std::move(made));
}

void Parser::arguments(AstNode& call) {
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
            cursor_.refuse(is_named ? "a value: either all arguments are named or none"
                                    : "a name and ':': either all arguments are named or none");
        }
        if (is_named) {
            call.names.push_back(cursor_.take(name).text);
            cursor_.take();
        }
        call.children.push_back(argument(call));
    } while (cursor_.skip(TokenKind::comma));
    expect(TokenKind::close_round, "',' or ')'");
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
                       exponent ? "the exponent of the number is past 1,000"
                                : "the number has more than 1,000 digits");
    }
    AstNode made = node(AstKind::number, token.span.offset);
    made.number = *decimal;
    return add(std::move(made));
}

AstId Parser::at_literal() {
    const std::size_t start = here();
    cursor_.take();
    if (!cursor_.at(TokenKind::text)) {
        cursor_.refuse("a date or duration in \"…\"");
    }
    std::string text = cursor_.take().text;
    AstNode made = node(AstKind::at_text, start);
    made.text = std::move(text);
    return add(std::move(made));
}

AstId Parser::round_bracket() {
    const std::size_t start = here();
    cursor_.take();
    if (comparison_of(cursor_.peek().kind)) {
        const AstId test = positive_test();
        expect(TokenKind::close_round, "')'");
        ast_[test].opens = start;
        return test;
    }
    const AstId inner = expression();
    if (cursor_.at(TokenKind::dots)) {
        return range_after(start, inner, false);
    }
    expect(TokenKind::close_round, "')'");
    ast_[inner].opens = start;
    return inner;
}

AstId Parser::square_bracket() {
    const std::size_t start = here();
    cursor_.take();
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
    expect(TokenKind::close_square, "',' or ']'");
    return add(AstKind::list, start, std::move(items));
}

AstId Parser::range_after(std::size_t start, AstId low, bool low_closed) {
    expect(TokenKind::dots, "'..'");
    const bool outer = std::exchange(endpoint_, true);
    const AstId high = sum();
    endpoint_ = outer;
    const TokenKind end = cursor_.peek().kind;
    if (end != TokenKind::close_square && end != TokenKind::close_round &&
        end != TokenKind::open_square) {
        cursor_.refuse("']', ')' or '[' (the end of the range)");
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
    cursor_.take();
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
                cursor_.refuse("the name of an entry, then ':'");
            }
            key = name.text;
        }
        if (std::find(names.begin(), names.end(), key) != names.end()) {
            Cursor::refuse(codes::syntax, token.span,
                           "the entry " + key + " stands in the context twice");
        }
        expect(TokenKind::colon, "':'");
        values.push_back(expression());
        cursor_.declare_local(key);
        cursor_.declare_member(key);
        names.push_back(std::move(key));
        if (!cursor_.skip(TokenKind::comma)) {
            break;
        }
    }
    expect(TokenKind::close_curly, "',' or '}'");
    cursor_.forget_locals(locals);
    AstNode made = node(AstKind::context, start);
    made.names = std::move(names);
    made.children = std::move(values);
    return add(std::move(made));
}

} // namespace heng::feel
