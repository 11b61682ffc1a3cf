// SPDX-License-Identifier: Apache-2.0
//
// The grammar, a function for each rule: what they have in common and in which order they bind. The
// operators are in parser.cpp, what stands on its own in parse_primary.cpp, and the forms with
// words and unary tests in parse_forms.cpp. Source: DMN 1.5, 10.3.1.2.
#pragma once

#include "feel/ast.hpp"
#include "feel/cursor.hpp"
#include "feel/operators.hpp"
#include "feel/token.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::feel {

/// "]", ".." … of a kind that is always written the same.
[[nodiscard]] std::string_view spelling(TokenKind kind);

/// Parses one text. What does not belong leaves as FaultFound.
class Parser {
  public:
    Parser(std::vector<Token> tokens, const Scope& scope) : cursor_{std::move(tokens), scope} {}
    Ast run_expression();
    Ast run_tests();

  private:
    // nodes
    AstId add(AstNode node);
    AstNode node(AstKind kind, std::size_t start) const;
    AstId add(AstKind kind, std::size_t start, std::vector<AstId> children);
    AstId add(Op op, Span sign, AstId left, AstId right);
    [[nodiscard]] std::size_t here() const;
    void expect(TokenKind kind);
    void expect(TokenKind kind, const text::Sentence& expected);
    /// The bracket that closes the one at `open`; `listed` where `,` might go on instead.
    void expect_close(TokenKind kind, Span open, bool listed);
    void expect_word(std::string_view word);

    // expressions, loosest binding first
    /// One more level of brackets, `if`, `for` …; brackets inside an endpoint are their own.
    AstId expression();
    AstId any_form();
    /// Operators that bind so or tighter, from the left. Powers bind weaker than the sign:
    /// 2 ** 3 ** 2 is 64 and -3 ** 2 is 9.
    AstId binary(Binding binding);
    AstId comparison();
    /// The comparison that comes next, if one does.
    [[nodiscard]] std::optional<Op> comparison_here() const {
        return operator_at(cursor_.peek(), Binding::comparison);
    }
    AstId negation();
    AstId postfix();
    /// Whether `[` ends a range such as [1..5[ rather than starts a filter.
    [[nodiscard]] bool closes_range() const;

    // the forms with words
    AstId condition();
    /// NAME in DOMAIN [.. END], …; appends the names and two children for each.
    void iterators(std::vector<std::string>& names, std::vector<AstId>& children);
    AstId loop();
    AstId quantified();

    // types and functions (parse_types.cpp)
    AstId instance();
    NamedType type_name();
    NamedType any_type();
    NamedType context_type();
    NamedType function_type();
    bool skip_empty_brackets();
    AstId function_literal();
    AstId argument(const AstNode& call);

    // what stands on its own
    AstId primary();
    AstId word();
    AstId named(const Cursor::Name& name);
    void arguments(AstNode& call);
    AstId number();
    AstId at_literal();
    /// (expression), (low..high, (< 10)
    AstId round_bracket();
    /// [a, b, c], [low..high
    AstId square_bracket();
    /// The rest of a range whose low end has been read: ..high] or ..high) or ..high[
    AstId range_after(std::size_t start, AstId low, bool low_closed);
    AstId context();

    // unary tests
    AstId top_tests();
    AstId test_list(std::size_t start);
    AstId positive_test();
    /// After `in`: one test, or tests in brackets. ( starts a range as well: (1..5].
    AstId in_tests();

    Cursor cursor_;
    Ast ast_;
    int nesting_ = 0;
    bool endpoint_ = false; ///< reading the high end of a range, outside brackets
};

} // namespace heng::detail::feel
