// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "feel/lexer.hpp"
#include "feel/operators.hpp"
#include "feel/parser.hpp"
#include "rubric_test/expression_changes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::detail::rubric_test {
namespace {

using feel::Ast;
using feel::AstId;
using feel::AstKind;
using feel::AstNode;
using feel::Op;
using feel::Span;
using feel::Token;

constexpr std::size_t most_numbers = 8; ///< of a text, that are kept

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> functions{
    {{"min", "max"},
     {"max", "min"},
     {"floor", "ceiling"},
     {"ceiling", "floor"},
     {"all", "any"},
     {"any", "all"}}};

std::optional<Ast> parsed(std::string_view text, const feel::Scope& scope, TextKind kind) {
    auto ast = kind == TextKind::tests ? feel::parse_tests(text, scope)
                                       : feel::parse_expression(text, scope);
    return ast ? std::optional{std::move(*ast)} : std::nullopt;
}

/// A number as it is written, such as .5 or 1e2.
std::optional<Decimal> constant_at(std::string_view text, Span span) {
    std::string written{text.substr(span.offset, span.length)};
    if (written.starts_with('.')) {
        written.insert(0, "0");
    }
    const auto number = Decimal::parse(written);
    return number ? std::optional{*number} : std::nullopt;
}

class Changes {
  public:
    Changes(std::string_view text, const Ast& ast, int scale)
        : text_(text), ast_(ast), step_(1, scale) {
        if (auto tokens = feel::tokenize(text)) {
            tokens_ = std::move(*tokens);
        }
    }

    std::vector<TextChange> run() {
        for (const AstNode& node : ast_.nodes) {
            visit(node);
        }
        for (TextChange& change : changes_) {
            if (!change.constant) {
                change.numbers = numbers_;
            }
        }
        std::stable_sort(
            changes_.begin(), changes_.end(),
            [](const TextChange& a, const TextChange& b) { return a.offset < b.offset; });
        return std::move(changes_);
    }

  private:
    void add(Span span, std::string to) {
        changes_.push_back(
            {span.offset, std::string{text_.substr(span.offset, span.length)}, std::move(to)});
    }

    void visit(const AstNode& node) {
        switch (node.kind) {
        case AstKind::number:
            move(node.span);
            break;
        case AstKind::binary:
            mistake(node.op, ast_[node.children[0]].span.end(), ast_[node.children[1]].span.offset);
            break;
        case AstKind::test:
            mistake(node.op, node.span.offset, ast_[node.children[0]].span.offset);
            break;
        case AstKind::range:
            open_or_close(node);
            break;
        case AstKind::condition:
            negate(ast_[node.children[0]].span);
            break;
        case AstKind::call:
            rename(node);
            break;
        case AstKind::some:
            add({node.span.offset, 4}, "every");
            break;
        case AstKind::every:
            add({node.span.offset, 5}, "some");
            break;
        default:
            break;
        }
    }

    void move(Span span) {
        const auto number = constant_at(text_, span);
        if (!number) {
            return;
        }
        if (numbers_.size() < most_numbers) {
            numbers_.push_back(*number);
        }
        for (const Decimal& moved : {*number + step_, *number - step_}) {
            add(span, moved.to_string());
            changes_.back().constant = true;
            changes_.back().numbers = {(*number + moved) * Decimal{5, 1}, *number, moved};
        }
    }

    /// The operator's word between two places, where only brackets stand beside it.
    void mistake(Op op, std::size_t from, std::size_t to) {
        const feel::OperatorRow& row = feel::row_of(op);
        if (row.mistaken_for == op) {
            return;
        }
        for (const Token& token : tokens_) {
            if (token.span.offset >= from && token.span.offset < to && token.raw == row.word) {
                add(token.span, std::string{feel::row_of(row.mistaken_for).word});
                changes_.back().edge = feel::is_order(op);
                return;
            }
        }
    }

    /// A range of a loop has no brackets.
    void open_or_close(const AstNode& range) {
        const Span low{range.span.offset, 1};
        const Span high{range.span.end() - 1, 1};
        if (text_.substr(low.offset, 1).find_first_of("[(]") != std::string_view::npos) {
            add(low, range.low_closed ? "(" : "[");
            changes_.back().edge = true;
        }
        if (text_.substr(high.offset, 1).find_first_of("])[") != std::string_view::npos) {
            add(high, range.high_closed ? ")" : "]");
            changes_.back().edge = true;
        }
    }

    void negate(Span condition) {
        add(condition,
            "not(" + std::string{text_.substr(condition.offset, condition.length)} + ')');
    }

    void rename(const AstNode& call) {
        for (const auto& [name, instead] : functions) {
            if (call.text == name && text_.substr(call.span.offset).starts_with(name)) {
                add({call.span.offset, name.size()}, std::string{instead});
            }
        }
    }

    std::string_view text_;
    const Ast& ast_;
    Decimal step_;
    std::vector<Decimal> numbers_; ///< the constants of the text
    std::vector<Token> tokens_;
    std::vector<TextChange> changes_;
};

int finest_in(std::string_view text, const Ast& ast) {
    int finest = 0;
    for (const AstNode& node : ast.nodes) {
        const auto number =
            node.kind == AstKind::number ? constant_at(text, node.span) : std::nullopt;
        finest = std::max(finest, number ? number->scale() : 0);
    }
    return finest;
}

} // namespace

std::string TextChange::applied(std::string_view text) const {
    std::string changed{text.substr(0, offset)};
    changed += to;
    changed += text.substr(offset + from.size());
    return changed;
}

std::string TextChange::name(std::string_view text) const {
    return std::to_string(text::count(text.substr(0, offset)) + 1) + ": " + from + " -> " + to;
}

std::vector<TextChange> expression_changes(std::string_view text, const feel::Scope& scope,
                                           TextKind kind, int scale) {
    const auto ast = parsed(text, scope, kind);
    if (!ast) {
        return {};
    }
    return Changes{text, *ast, std::max(scale, finest_in(text, *ast))}.run();
}

int finest_scale(std::string_view text, const feel::Scope& scope, TextKind kind) {
    const auto ast = parsed(text, scope, kind);
    return ast ? finest_in(text, *ast) : 0;
}

bool divides(std::string_view text, const feel::Scope& scope) {
    const auto ast = parsed(text, scope, TextKind::expression);
    return ast && std::any_of(ast->nodes.begin(), ast->nodes.end(), [](const AstNode& node) {
               return node.kind == AstKind::binary && node.op == Op::divide;
           });
}

} // namespace heng::detail::rubric_test
