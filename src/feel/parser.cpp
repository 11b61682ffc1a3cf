// SPDX-License-Identifier: Apache-2.0
#include "feel/grammar.hpp"
#include "feel/lexer.hpp"
#include "feel/limits.hpp"
#include "feel/messages.hpp"
#include "feel/parser.hpp"

#include <algorithm>

namespace heng::detail::feel {

std::string_view spelling(TokenKind kind) {
    switch (kind) {
    case TokenKind::close_round:
        return ")";
    case TokenKind::close_square:
        return "]";
    case TokenKind::close_curly:
        return "}";
    case TokenKind::colon:
        return ":";
    case TokenKind::dots:
        return "..";
    case TokenKind::greater:
        return ">";
    default:
        return "";
    }
}

namespace {

/// Whether an expression can start with this token.
bool starts_expression(const Token& token) {
    switch (token.kind) {
    case TokenKind::number:
    case TokenKind::text:
    case TokenKind::odd:
    case TokenKind::minus:
    case TokenKind::at:
    case TokenKind::open_round:
    case TokenKind::open_square:
    case TokenKind::open_curly:
        return true;
    case TokenKind::name:
        return !is_keyword(token.raw) || token.raw == "if" || token.raw == "for" ||
               token.raw == "some" || token.raw == "every" || token.raw == "not" ||
               token.raw == "true" || token.raw == "false" || token.raw == "null";
    default:
        return false;
    }
}

} // namespace

Ast Parser::run_expression() {
    ast_.root = expression();
    if (!cursor_.at(TokenKind::end)) {
        cursor_.refuse_rest(say::operator_or_end);
    }
    return std::move(ast_);
}

Ast Parser::run_tests() {
    cursor_.declare_local("?");
    ast_.root = top_tests();
    if (!cursor_.at(TokenKind::end)) {
        cursor_.refuse_rest(say::comma_or_end);
    }
    return std::move(ast_);
}

AstId Parser::add(AstNode node) {
    for (const AstId child : node.children) {
        if (child != no_ast) {
            node.depth = std::max(node.depth, ast_[child].depth + 1);
        }
    }
    if (node.depth > limits::tree_depth) {
        Cursor::refuse(codes::limit, node.span, say::too_chained, say::hint_chain);
    }
    ast_.nodes.push_back(std::move(node));
    return static_cast<AstId>(ast_.nodes.size() - 1);
}

AstNode Parser::node(AstKind kind, std::size_t start) const {
    AstNode made;
    made.kind = kind;
    made.opens = start;
    made.span = {start, cursor_.previous_end() - start};
    return made;
}

AstId Parser::add(AstKind kind, std::size_t start, std::vector<AstId> children) {
    AstNode made = node(kind, start);
    made.children = std::move(children);
    return add(std::move(made));
}

AstId Parser::add(Op op, Span sign, AstId left, AstId right) {
    AstNode made = node(AstKind::binary, ast_[left].opens);
    made.op = op;
    made.part = sign;
    made.children = {left, right};
    return add(std::move(made));
}

std::size_t Parser::here() const {
    return cursor_.peek().span.offset;
}

void Parser::expect(TokenKind kind) {
    if (!cursor_.skip(kind)) {
        cursor_.refuse(say::word(spelling(kind)));
    }
}

void Parser::expect(TokenKind kind, const text::Sentence& expected) {
    if (!cursor_.skip(kind)) {
        cursor_.refuse(expected);
    }
}

void Parser::expect_close(TokenKind kind, Span open, bool listed) {
    if (cursor_.skip(kind)) {
        return;
    }
    const std::string_view close = spelling(kind);
    const std::string_view opened = kind == TokenKind::close_round    ? "("
                                    : kind == TokenKind::close_square ? "["
                                                                      : "{";
    cursor_.refuse_close(listed ? say::or_word(",", close) : say::word(close), open, opened, close);
}

void Parser::expect_word(std::string_view word) {
    if (!cursor_.skip_word(word)) {
        cursor_.refuse(say::word(word));
    }
}

AstId Parser::expression() {
    if (++nesting_ > limits::nesting) {
        Cursor::refuse(codes::limit, cursor_.peek().span, say::too_nested, say::hint_split);
    }
    const bool endpoint = std::exchange(endpoint_, false);
    const AstId result = any_form();
    endpoint_ = endpoint;
    --nesting_;
    return result;
}

AstId Parser::any_form() {
    const bool declared = cursor_.known_name().tokens > 0;
    if (!declared && cursor_.at_word("if")) {
        return condition();
    }
    if (!declared && cursor_.at_word("for")) {
        return loop();
    }
    if (!declared && (cursor_.at_word("some") || cursor_.at_word("every"))) {
        return quantified();
    }
    if (!declared && cursor_.at_word("function")) {
        Cursor::refuse(codes::unsupported, cursor_.peek().span, say::no_functions,
                       say::hint_no_functions);
    }
    return binary(Binding::either);
}

AstId Parser::binary(Binding binding) {
    if (binding == Binding::comparison) {
        return comparison();
    }
    const auto operand = [this, binding] {
        return binding == Binding::power
                   ? negation()
                   : binary(static_cast<Binding>(static_cast<int>(binding) + 1));
    };
    AstId left = operand();
    while (const auto op = operator_at(cursor_.peek(), binding)) {
        const Span sign = cursor_.take().span;
        left = add(*op, sign, left, operand());
    }
    return left;
}

AstId Parser::comparison() {
    AstId left = instance();
    if (cursor_.skip_word("between")) {
        const AstId low = binary(Binding::sum);
        expect_word("and");
        const AstId high = binary(Binding::sum);
        return add(AstKind::between, ast_[left].opens, {left, low, high});
    }
    if (cursor_.skip_word("in")) {
        const AstId tests = in_tests();
        return add(AstKind::in, ast_[left].opens, {left, tests});
    }
    if (const auto op = comparison_here()) {
        const Span sign = cursor_.take().span;
        left = add(*op, sign, left, instance());
        if (comparison_here()) {
            Cursor::refuse(codes::syntax, cursor_.peek().span, say::chained_comparison,
                           say::hint_chained);
        }
    }
    return left;
}

AstId Parser::negation() {
    std::vector<std::size_t> signs;
    while (cursor_.at(TokenKind::minus)) {
        signs.push_back(cursor_.take().span.offset);
    }
    AstId result = postfix();
    for (; !signs.empty(); signs.pop_back()) {
        result = add(AstKind::negate, signs.back(), {result});
    }
    return result;
}

AstId Parser::postfix() {
    AstId base = primary();
    while (true) {
        const std::size_t start = ast_[base].opens;
        if (cursor_.skip(TokenKind::dot)) {
            const Cursor::Name member = cursor_.take(cursor_.member_name());
            if (member.tokens == 0) {
                cursor_.refuse(say::name);
            }
            AstNode path = node(AstKind::path, start);
            path.text = member.text;
            path.part = member.span;
            path.children = {base};
            base = add(std::move(path));
        } else if (cursor_.at(TokenKind::open_square) && !closes_range()) {
            const Span open = cursor_.take().span;
            cursor_.enter_filter();
            const AstId condition = expression();
            cursor_.leave_filter();
            expect_close(TokenKind::close_square, open, false);
            base = add(AstKind::filter, start, {base, condition});
        } else if (cursor_.at(TokenKind::open_round)) {
            Cursor::refuse(codes::unsupported, cursor_.peek().span, say::only_built_in,
                           say::hint_operator);
        } else {
            return base;
        }
    }
}

bool Parser::closes_range() const {
    return endpoint_ && !starts_expression(cursor_.peek(1));
}

namespace {

tl::expected<Ast, Fault> run(std::string_view text, const Scope& scope, Ast (Parser::*rule)()) {
    auto tokens = tokenize(text);
    if (!tokens) {
        return tl::unexpected{std::move(tokens.error())};
    }
    try {
        Parser parser{std::move(*tokens), scope};
        return (parser.*rule)();
    } catch (FaultFound& found) {
        return tl::unexpected{std::move(found.fault())};
    }
}

} // namespace

tl::expected<Ast, Fault> parse_expression(std::string_view text, const Scope& scope) {
    return run(text, scope, &Parser::run_expression);
}

tl::expected<Ast, Fault> parse_tests(std::string_view text, const Scope& scope) {
    return run(text, scope, &Parser::run_tests);
}

} // namespace heng::detail::feel
