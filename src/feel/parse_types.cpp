// SPDX-License-Identifier: Apache-2.0
//
// What is written in words about values: the types of `instance of`, and functions as arguments.
#include "feel/builtin.hpp"
#include "feel/grammar.hpp"
#include "feel/limits.hpp"
#include "feel/messages.hpp"

#include <array>
#include <utility>

namespace heng::detail::feel {

namespace {

using Named = NamedType::Kind;

struct SimpleType {
    std::array<std::string_view, 4> words;
    Named kind;
};

/// Longer names first.
constexpr std::array simple_types = {
    SimpleType{{"years", "and", "months", "duration"}, Named::nothing},
    SimpleType{{"days", "and", "time", "duration"}, Named::duration},
    SimpleType{{"date", "and", "time"}, Named::nothing},
    SimpleType{{"time"}, Named::nothing},
    SimpleType{{"date"}, Named::date},
    SimpleType{{"number"}, Named::number},
    SimpleType{{"string"}, Named::text},
    SimpleType{{"boolean"}, Named::boolean},
    SimpleType{{"Any"}, Named::any},
    SimpleType{{"Null"}, Named::null}};

} // namespace

/// left, or left instance of TYPE.
AstId Parser::instance() {
    AstId value = binary(Binding::sum);
    while (cursor_.at_word("instance") && cursor_.peek(1).raw == "of") {
        cursor_.take();
        cursor_.take();
        ast_.types.push_back(type_name());
        AstNode made = node(AstKind::instance, ast_[value].span.offset);
        made.children = {value};
        made.type_name = static_cast<std::uint32_t>(ast_.types.size() - 1);
        value = add(std::move(made));
    }
    return value;
}

NamedType Parser::type_name() {
    if (++nesting_ > limits::nesting) {
        Cursor::refuse(codes::limit, cursor_.peek().span, say::type_nested);
    }
    NamedType type = any_type();
    --nesting_;
    return type;
}

NamedType Parser::any_type() {
    for (const SimpleType& type : simple_types) {
        std::size_t count = 0;
        while (count < type.words.size() && !type.words[count].empty() &&
               cursor_.peek(count).raw == type.words[count]) {
            ++count;
        }
        if (count == type.words.size() || type.words[count].empty()) {
            for (; count > 0; --count) {
                cursor_.take();
            }
            return {type.kind, {}, {}};
        }
    }
    const Token name = cursor_.peek();
    const bool list = cursor_.skip_word("list");
    if (list || cursor_.skip_word("range")) {
        expect(TokenKind::less, say::type_of_items);
        NamedType type{list ? Named::list : Named::range, {type_name()}, {}};
        expect(TokenKind::greater);
        return type;
    }
    if (cursor_.skip_word("context")) {
        return context_type();
    }
    if (cursor_.skip_word("function")) {
        return function_type();
    }
    Cursor::refuse(codes::unsupported, name.span, say::unknown_type(name.raw), say::hint_types);
}

/// <a: number, b: string>, which may be empty
NamedType Parser::context_type() {
    NamedType type{Named::context, {}, {}};
    if (skip_empty_brackets()) {
        return type;
    }
    expect(TokenKind::less, say::types_of_entries);
    do {
        const Cursor::Name name = cursor_.take(cursor_.new_name(TokenKind::colon, ""));
        if (name.tokens == 0) {
            cursor_.refuse(say::entry_name);
        }
        expect(TokenKind::colon);
        type.names.push_back(name.text);
        type.inner.push_back(type_name());
    } while (cursor_.skip(TokenKind::comma));
    expect(TokenKind::greater);
    return type;
}

/// <number, string> -> boolean: heng has no functions as values, so its parts do not matter.
NamedType Parser::function_type() {
    if (!skip_empty_brackets()) {
        expect(TokenKind::less, say::types_of_parameters);
        do {
            (void)type_name();
        } while (cursor_.skip(TokenKind::comma));
        expect(TokenKind::greater);
    }
    expect(TokenKind::minus, say::arrow);
    expect(TokenKind::greater, say::arrow);
    (void)type_name();
    return {Named::nothing, {}, {}};
}

/// "<>" is one token, or two.
bool Parser::skip_empty_brackets() {
    if (cursor_.at(TokenKind::odd) && cursor_.peek().raw == "<>") {
        cursor_.take();
        return true;
    }
    if (cursor_.at(TokenKind::less) && cursor_.peek(1).kind == TokenKind::greater) {
        cursor_.take();
        cursor_.take();
        return true;
    }
    return false;
}

/// function(x, y) EXPRESSION, which stands only where a built-in function is given it.
AstId Parser::function_literal() {
    const std::size_t start = here();
    const std::size_t locals = cursor_.local_count();
    cursor_.take();
    const Span open = cursor_.peek().span;
    expect(TokenKind::open_round, say::parameter_names);
    std::vector<std::string> names;
    do {
        if (names.empty() && cursor_.at(TokenKind::close_round)) {
            break;
        }
        const Cursor::Name last = cursor_.new_name(TokenKind::close_round, "");
        const Cursor::Name next = cursor_.new_name(TokenKind::comma, "");
        const Cursor::Name typed = cursor_.new_name(TokenKind::colon, "");
        if (typed.tokens > 0 && typed.tokens < last.tokens &&
            (next.tokens == 0 || typed.tokens < next.tokens)) {
            Cursor::refuse(codes::unsupported, typed.span, say::parameter_types,
                           say::hint_parameter_types);
        }
        const bool is_next = next.tokens > 0 && (last.tokens == 0 || next.tokens < last.tokens);
        const Cursor::Name name = cursor_.take(is_next ? next : last);
        if (name.tokens == 0 || names.size() == limits::iterators) {
            cursor_.refuse(say::parameter_name);
        }
        names.push_back(name.text);
    } while (cursor_.skip(TokenKind::comma));
    expect_close(TokenKind::close_round, open, true);
    for (const std::string& name : names) {
        cursor_.declare_local(name);
    }
    const AstId body = expression();
    cursor_.forget_locals(locals);
    AstNode made = node(AstKind::function, start);
    made.names = std::move(names);
    made.children = {body};
    return add(std::move(made));
}

/// An argument of a call; a function may be one of those that take one.
AstId Parser::argument(const AstNode& call) {
    const bool takes_function = call.text == "sort" || call.text == "list replace";
    if (takes_function && cursor_.known_name().tokens == 0 && cursor_.at_word("function")) {
        return function_literal();
    }
    return expression();
}

} // namespace heng::detail::feel
