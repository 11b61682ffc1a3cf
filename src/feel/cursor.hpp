// SPDX-License-Identifier: Apache-2.0
//
// The parser's view of the tokens: looking, taking, putting words together to names, and the
// sentence for what does not belong.
//
//     if (!cursor.skip(TokenKind::comma)) cursor.refuse("',' or ')'");
#pragma once

#include "feel/fault.hpp"
#include "feel/scope.hpp"
#include "feel/token.hpp"

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::feel {

/// How a fault leaves the recursion of the parser and of the checker; it is caught where they are
/// entered and never leaves this room.
class FaultFound : public std::exception {
  public:
    explicit FaultFound(Fault fault) : fault_{std::move(fault)} {}
    [[nodiscard]] Fault& fault() { return fault_; }
    [[nodiscard]] const char* what() const noexcept override { return "heng: a FEEL fault"; }

  private:
    Fault fault_;
};

class Cursor {
  public:
    Cursor(std::vector<Token> tokens, const Scope& scope)
        : tokens_{std::move(tokens)}, scope_{scope} {}

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
        return tokens_[at_ + ahead < tokens_.size() ? at_ + ahead : tokens_.size() - 1];
    }
    [[nodiscard]] bool at(TokenKind kind) const { return peek().kind == kind; }
    /// Whether the next word is `word` and no declared name starts here.
    [[nodiscard]] bool at_word(std::string_view word) const {
        return peek().kind == TokenKind::name && peek().raw == word;
    }
    Token take() {
        Token token = peek();
        if (at_ + 1 < tokens_.size()) {
            ++at_;
        }
        return token;
    }
    /// Takes the next token where it is of this kind, or is this word.
    bool skip(TokenKind kind) { return at(kind) && (take(), true); }
    bool skip_word(std::string_view word) { return at_word(word) && (take(), true); }
    /// The end of the token before the next, in bytes.
    [[nodiscard]] std::size_t previous_end() const {
        return at_ == 0 ? 0 : tokens_[at_ - 1].span.end();
    }

    /// A name put together from words: how many tokens it takes, 0 where there is none.
    struct Name {
        std::size_t tokens = 0;
        std::string text;
        Span span;
    };
    /// The longest name that starts at the next token and that is known: a local variable, the
    /// start of a declared path, inside a filter a member of a record, before `(` a function.
    [[nodiscard]] Name known_name() const;
    /// The longest known member of a record or path that starts at the next token, else one word.
    [[nodiscard]] Name member_name() const;
    /// All words and signs up to a token of this kind or this word, as a name that is declared
    /// here; no tokens where there is none within reach.
    [[nodiscard]] Name new_name(TokenKind end, std::string_view end_word) const;
    /// Takes the tokens of the name.
    Name take(Name name);

    void declare_local(std::string name) { locals_.push_back(std::move(name)); }
    [[nodiscard]] std::size_t local_count() const { return locals_.size(); }
    void forget_locals(std::size_t count) { locals_.resize(count); }
    void declare_member(std::string name) { members_.push_back(std::move(name)); }
    void enter_filter() { ++filters_; }
    void leave_filter() { --filters_; }

    /// Throws FaultFound: the next token was found where `expected` was expected.
    [[noreturn]] void refuse(const text::Words& expected) const;
    /// The same where everything has been read and should end.
    [[noreturn]] void refuse_rest(const text::Words& expected) const;
    /// The same where `close` should close the bracket `open` at `opened`.
    [[noreturn]] void refuse_close(const text::Words& expected, Span opened, std::string_view open,
                                   std::string_view close) const;
    /// Throws FaultFound at a place of one's own.
    [[noreturn]] static void refuse(std::string_view code, Span place, text::Words message,
                                    text::Words hint = {});
    /// Throws where the number that was just taken is the rest of one such as 1,000, which would
    /// be two arguments or two tests: no number begins with a 0 that is not alone.
    void refuse_separator() const;

  private:
    [[nodiscard]] bool is_head(const std::string& name, std::size_t tokens) const;
    [[nodiscard]] bool is_member(const std::string& name) const;
    template <class Known>
    [[nodiscard]] Name longest(Known known) const;
    [[nodiscard]] const Token& before(std::size_t tokens = 1) const {
        return tokens_[at_ - tokens];
    }
    [[nodiscard]] text::Words hint() const;
    [[nodiscard]] text::Words hint_at_name() const;
    [[nodiscard]] text::Words hint_at_comma() const;
    /// What begins with this bracket, or with the name before it: "sum(contracts.amount…".
    [[nodiscard]] std::string beginning(Span bracket) const;
    /// The number with the groups that come after it: 1 before ,000,000 is 1000000.
    [[nodiscard]] std::string with_groups(std::string whole) const;
    [[nodiscard]] bool in_call_of_if() const;

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    const Scope& scope_;
    std::vector<std::string> locals_;
    std::vector<std::string> members_;
    int filters_ = 0;
};

/// if, then, and, or, in … : words that are no names of their own.
[[nodiscard]] bool is_keyword(std::string_view word);

} // namespace heng::detail::feel
