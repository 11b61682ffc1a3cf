// SPDX-License-Identifier: Apache-2.0
#include "feel/grammar.hpp"
#include "feel/lexer.hpp"
#include "feel/limits.hpp"
#include "feel/parser.hpp"

#include <algorithm>

namespace heng::feel {

std::string_view spelling(Operator op) {
    switch (op) {
    case Operator::add:
        return "+";
    case Operator::subtract:
        return "-";
    case Operator::multiply:
        return "*";
    case Operator::divide:
        return "/";
    case Operator::power:
        return "**";
    case Operator::equal:
        return "=";
    case Operator::not_equal:
        return "!=";
    case Operator::less:
        return "<";
    case Operator::less_equal:
        return "<=";
    case Operator::greater:
        return ">";
    case Operator::greater_equal:
        return ">=";
    case Operator::both:
        return "and";
    case Operator::either:
        return "or";
    }
    return "";
}

std::optional<Operator> comparison_of(TokenKind kind) {
    switch (kind) {
    case TokenKind::equal:
        return Operator::equal;
    case TokenKind::not_equal:
        return Operator::not_equal;
    case TokenKind::less:
        return Operator::less;
    case TokenKind::less_equal:
        return Operator::less_equal;
    case TokenKind::greater:
        return Operator::greater;
    case TokenKind::greater_equal:
        return Operator::greater_equal;
    default:
        return std::nullopt;
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
        cursor_.refuse("an operator or the end of the expression");
    }
    return std::move(ast_);
}

Ast Parser::run_tests() {
    cursor_.declare_local("?");
    ast_.root = top_tests();
    if (!cursor_.at(TokenKind::end)) {
        cursor_.refuse("',' or the end of the tests");
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
        Cursor::refuse(codes::limit, node.span,
                       "the expression nests or chains more than 256 operations",
                       "split it with named values, or write sum([…])");
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

AstId Parser::add(Operator op, AstId left, AstId right) {
    AstNode made = node(AstKind::binary, ast_[left].opens);
    made.op = op;
    made.children = {left, right};
    return add(std::move(made));
}

std::size_t Parser::here() const {
    return cursor_.peek().span.offset;
}

void Parser::expect(TokenKind kind, std::string_view expected) {
    if (!cursor_.skip(kind)) {
        cursor_.refuse(expected);
    }
}

void Parser::expect_word(std::string_view word) {
    if (!cursor_.skip_word(word)) {
        cursor_.refuse("'" + std::string{word} + "'");
    }
}

AstId Parser::expression() {
    if (++nesting_ > limits::nesting) {
        Cursor::refuse(codes::limit, cursor_.peek().span,
                       "the expression is nested more than 64 levels deep",
                       "split it with named values");
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
        Cursor::refuse(codes::unsupported, cursor_.peek().span, "heng has no functions as values",
                       "write the expression itself, or a named value");
    }
    return disjunction();
}

AstId Parser::disjunction() {
    AstId left = conjunction();
    while (cursor_.skip_word("or")) {
        left = add(Operator::either, left, conjunction());
    }
    return left;
}

AstId Parser::conjunction() {
    AstId left = comparison();
    while (cursor_.skip_word("and")) {
        left = add(Operator::both, left, comparison());
    }
    return left;
}

AstId Parser::comparison() {
    AstId left = instance();
    if (cursor_.skip_word("between")) {
        const AstId low = sum();
        expect_word("and");
        const AstId high = sum();
        return add(AstKind::between, ast_[left].opens, {left, low, high});
    }
    if (cursor_.skip_word("in")) {
        const AstId tests = in_tests();
        return add(AstKind::in, ast_[left].opens, {left, tests});
    }
    if (const auto op = comparison_of(cursor_.peek().kind)) {
        cursor_.take();
        left = add(*op, left, instance());
        if (comparison_of(cursor_.peek().kind)) {
            Cursor::refuse(codes::syntax, cursor_.peek().span,
                           "a comparison stands after a comparison",
                           "write a < b and b < c, or b between a and c");
        }
    }
    return left;
}

AstId Parser::sum() {
    AstId left = term();
    while (cursor_.at(TokenKind::plus) || cursor_.at(TokenKind::minus)) {
        const bool plus = cursor_.take().kind == TokenKind::plus;
        left = add(plus ? Operator::add : Operator::subtract, left, term());
    }
    return left;
}

AstId Parser::term() {
    AstId left = powers();
    while (cursor_.at(TokenKind::star) || cursor_.at(TokenKind::slash)) {
        const bool star = cursor_.take().kind == TokenKind::star;
        left = add(star ? Operator::multiply : Operator::divide, left, powers());
    }
    return left;
}

AstId Parser::powers() {
    AstId left = negation();
    while (cursor_.skip(TokenKind::power)) {
        left = add(Operator::power, left, negation());
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
                cursor_.refuse("a name");
            }
            AstNode path = node(AstKind::path, start);
            path.text = member.text;
            path.children = {base};
            base = add(std::move(path));
        } else if (cursor_.at(TokenKind::open_square) && !closes_range()) {
            cursor_.take();
            cursor_.enter_filter();
            const AstId condition = expression();
            cursor_.leave_filter();
            expect(TokenKind::close_square, "']'");
            base = add(AstKind::filter, start, {base, condition});
        } else if (cursor_.at(TokenKind::open_round)) {
            Cursor::refuse(codes::unsupported, cursor_.peek().span,
                           "only built-in functions can be called",
                           "write an operator between the value and '('");
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

} // namespace heng::feel
