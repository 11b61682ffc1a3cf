// SPDX-License-Identifier: Apache-2.0
#include "feel/builtin.hpp"
#include "feel/cursor.hpp"
#include "feel/unicode.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

#include <heng/number/ratio.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace heng::feel {

namespace {

/// A name is put together from at most so many tokens.
constexpr std::size_t most_tokens = 32;

constexpr std::array<std::string_view, 17> keywords = {
    "if",  "then", "else", "for",     "in",       "return", "some",  "every", "satisfies",
    "and", "or",   "not",  "between", "function", "true",   "false", "null"};

std::string lower_ascii(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) {
        if ('A' <= c && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return lower;
}

std::string found_phrase(const Token& token) {
    const std::string raw{token.raw.substr(0, 60)};
    switch (token.kind) {
    case TokenKind::end:
        return "the expression ends";
    case TokenKind::number:
        return "the number " + raw + " stands";
    case TokenKind::text:
        return "the text " + std::string{token.raw.substr(0, 60)} + " stands";
    case TokenKind::name:
        return "the word '" + raw + "' stands";
    default:
        return "'" + raw + "' stands";
    }
}

struct Advice {
    std::string_view found;
    std::string_view write;
};

constexpr std::array advices = {Advice{"==", "write '='"},
                                Advice{"&&", "write 'and'"},
                                Advice{"||", "write 'or'"},
                                Advice{"<>", "write '!='"},
                                Advice{"=<", "write '<='"},
                                Advice{"=>", "write '>='"},
                                Advice{"&", "write 'and'"},
                                Advice{"|", "write 'or'"},
                                Advice{"!", "write 'not(…)'"},
                                Advice{"^", "write '**'"},
                                Advice{";", "write ','"},
                                Advice{"'", "write the text in \"…\""},
                                Advice{"%", "write the rate as a decimal, 0.9 for 90 percent"}};

} // namespace

bool is_keyword(std::string_view word) {
    return std::find(keywords.begin(), keywords.end(), word) != keywords.end();
}

template <class Known>
Cursor::Name Cursor::longest(Known known) const {
    Name best;
    std::string joined;
    const std::size_t start = peek().span.offset;
    for (std::size_t count = 1; count <= most_tokens; ++count) {
        const Token& token = peek(count - 1);
        if (token.kind == TokenKind::end || token.kind == TokenKind::text) {
            break;
        }
        if (count > 1 && token.space_before) {
            joined += ' ';
        }
        joined += token.raw;
        if (known(joined, count)) {
            best = {count, joined, {start, token.span.end() - start}};
        }
    }
    return best;
}

bool Cursor::is_member(const std::string& name) const {
    const bool property = name == "start included" || name == "end included" ||
                          name == "time offset"; // of ranges and times
    return property || scope_.is_member(name) ||
           std::find(members_.begin(), members_.end(), name) != members_.end();
}

bool Cursor::is_head(const std::string& name, std::size_t tokens) const {
    if (std::find(locals_.begin(), locals_.end(), name) != locals_.end() || scope_.is_head(name)) {
        return true;
    }
    if (filters_ > 0 && is_member(name)) {
        return true;
    }
    return peek(tokens).kind == TokenKind::open_round && is_function(name);
}

Cursor::Name Cursor::known_name() const {
    Name name = longest(
        [this](const std::string& joined, std::size_t tokens) { return is_head(joined, tokens); });
    if (name.tokens == 1 && is_keyword(name.text) && name.text != "not") {
        return {};
    }
    return name;
}

Cursor::Name Cursor::member_name() const {
    Name name =
        longest([this](const std::string& joined, std::size_t) { return is_member(joined); });
    if (name.tokens == 0 && at(TokenKind::name)) {
        name = {1, std::string{peek().raw}, peek().span};
    }
    return name;
}

Cursor::Name Cursor::new_name(TokenKind end, std::string_view end_word) const {
    const auto ends = [&](const Token& token) {
        return end_word.empty() ? token.kind == end
                                : token.kind == TokenKind::name && token.raw == end_word;
    };
    if (!at(TokenKind::name) && !at(TokenKind::odd)) {
        return {};
    }
    return longest([&](const std::string&, std::size_t tokens) {
        for (std::size_t i = 1; i < tokens; ++i) {
            if (ends(peek(i))) {
                return false;
            }
        }
        return ends(peek(tokens));
    });
}

Cursor::Name Cursor::take(Name name) {
    for (std::size_t i = 0; i < name.tokens; ++i) {
        take();
    }
    return name;
}

std::string Cursor::hint() const {
    const Token& token = peek();
    if (token.raw == "%" && at_ > 0 && tokens_[at_ - 1].kind == TokenKind::number) {
        const std::string before{tokens_[at_ - 1].raw};
        const auto number = Decimal::parse(before.front() == '.' ? '0' + before : before);
        if (number) {
            return "write " + (Ratio{*number} / Ratio{100}).to_string();
        }
    }
    for (const Advice& advice : advices) {
        if (token.kind == TokenKind::odd && token.raw == advice.found) {
            return std::string{advice.write};
        }
    }
    if (token.kind == TokenKind::odd) {
        const auto ascii = ascii_spelling(text::decode(token.raw, 0).value);
        if (ascii) {
            return "write the ASCII character " + std::string{*ascii};
        }
    }
    if (token.kind == TokenKind::name) {
        const std::string lower = lower_ascii(token.raw);
        if (lower != token.raw && is_keyword(lower)) {
            return "write '" + lower + "'";
        }
        if (at_ > 0 && tokens_[at_ - 1].kind == TokenKind::name && !is_keyword(token.raw) &&
            !is_keyword(tokens_[at_ - 1].raw)) {
            text::Nearest function{std::string{tokens_[at_ - 1].raw} + ' ' +
                                   std::string{token.raw}};
            for (const Builtin& builtin : builtins()) {
                function.consider(builtin.name);
            }
            if (!function.found().empty()) {
                return function.question();
            }
            return "a name with a space in it must be declared with it; "
                   "between two names there must be an operator";
        }
    }
    return {};
}

void Cursor::refuse(std::string_view expected) const {
    const Token& token = peek();
    refuse(codes::syntax, token.span,
           found_phrase(token) + " where " + std::string{expected} + " is expected", hint());
}

void Cursor::refuse(std::string_view code, Span place, std::string message, std::string hint) {
    throw FaultFound{make_fault(code, place, std::move(message), std::move(hint))};
}

} // namespace heng::feel
