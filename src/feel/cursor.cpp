// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "base/text/utf8.hpp"
#include "feel/builtin.hpp"
#include "feel/cursor.hpp"
#include "feel/messages.hpp"
#include "feel/unicode.hpp"

#include <heng/number/ratio.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace heng::detail::feel {

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

text::Words found_phrase(const Token& token) {
    const std::string raw = text::shortened(token.raw, 60);
    switch (token.kind) {
    case TokenKind::number:
        return say::number_found(raw);
    case TokenKind::text:
        return say::text_found(raw);
    case TokenKind::name:
        return say::word_found(raw);
    default:
        return say::sign_found(raw);
    }
}

struct Advice {
    std::string_view found;
    text::Sentence write;
};

constexpr std::array advices = {Advice{"==", {"write '='", "请写 ="}},
                                Advice{"&&", {"write 'and'", "请写 and"}},
                                Advice{"||", {"write 'or'", "请写 or"}},
                                Advice{"<>", {"write '!='", "请写 !="}},
                                Advice{"=<", {"write '<='", "请写 <="}},
                                Advice{"=>", {"write '>='", "请写 >="}},
                                Advice{"&", {"write 'and'", "请写 and"}},
                                Advice{"|", {"write 'or'", "请写 or"}},
                                Advice{"!", {"write 'not(…)'", "请写 not(…)"}},
                                Advice{"^", {"write '**'", "请写 **"}},
                                Advice{";", {"write ','", "请写 ,"}},
                                Advice{"#", say::comment},
                                Advice{"%", say::no_percent_sign},
                                Advice{"％", say::no_percent_sign}};

/// Words that are meant as words of the language.
constexpr std::array word_advices = {
    Advice{"equals", {"write '='", "请写 ="}}, Advice{"且", {"write 'and'", "请写 and"}},
    Advice{"并且", {"write 'and'", "请写 and"}}, Advice{"或", {"write 'or'", "请写 or"}},
    Advice{"或者", {"write 'or'", "请写 or"}}};

bool closes(const Token& token) {
    return token.kind == TokenKind::close_round || token.kind == TokenKind::close_square ||
           token.kind == TokenKind::close_curly;
}

bool is_foreign_quote(const Token& token) {
    return token.kind == TokenKind::odd &&
           (token.raw == "'" || token.raw == "“" || token.raw == "”" || token.raw == "‘" ||
            token.raw == "’" || token.raw == "＂" || token.raw == "「");
}

bool is_operator(const Token& token) {
    return (token.kind >= TokenKind::plus && token.kind <= TokenKind::slash) ||
           (token.kind >= TokenKind::equal && token.kind <= TokenKind::greater_equal) ||
           (token.kind == TokenKind::name && is_keyword(token.raw));
}

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

text::Words Cursor::hint() const {
    const Token& token = peek();
    const bool after_number = at_ > 0 && before().kind == TokenKind::number;
    if ((token.raw == "%" || token.raw == "％") && after_number) {
        const std::string written{before().raw};
        const auto number = Decimal::parse(written.front() == '.' ? '0' + written : written);
        if (number) {
            return say::write((Ratio{*number} / Ratio{100}).to_string());
        }
    }
    switch (token.kind) {
    case TokenKind::end:
        return at_ > 0 && is_operator(before()) ? say::after_operator(before().raw) : text::Words{};
    case TokenKind::comma:
        return hint_at_comma();
    case TokenKind::plus:
        return say::no_plus;
    case TokenKind::dots:
        return after_number && peek(1).kind == TokenKind::number
                   ? say::range_brackets(before().raw, peek(1).raw)
                   : text::Words{};
    case TokenKind::name:
        return hint_at_name();
    case TokenKind::odd:
        break;
    default:
        return is_operator(token) ? say::before_operator(token.raw) : text::Words{};
    }
    if (token.raw == ";" && peek(1).kind == TokenKind::end) {
        return say::leave_out;
    }
    for (const Advice& advice : advices) {
        if (token.raw == advice.found) {
            return advice.write;
        }
    }
    const char32_t sign = text::decode(token.raw, 0).value;
    const auto ascii = ascii_spelling(sign);
    if (after_number && peek(1).kind == TokenKind::number && (sign == U'~' || sign == U'～')) {
        return say::range_brackets(before().raw, peek(1).raw);
    }
    return ascii ? say::write_ascii(*ascii) : text::Words{};
}

text::Words Cursor::hint_at_name() const {
    const Token& token = peek();
    for (const Advice& advice : word_advices) {
        if (token.raw == advice.found) {
            return advice.write;
        }
    }
    if (token.raw == "is") {
        return say::write(peek(1).raw == "not" ? "!= null" : "= null");
    }
    if (token.raw == "not") {
        return say::not_brackets;
    }
    if (is_keyword(token.raw)) {
        const bool as_value = at_ == 0 || is_operator(before());
        return as_value ? say::is_keyword(token.raw) : text::Words{};
    }
    const std::string lower = lower_ascii(token.raw);
    if (is_keyword(lower)) {
        return say::write_word(lower);
    }
    if (at_ > 0 && before().kind == TokenKind::name && !is_keyword(before().raw)) {
        text::Nearest function{std::string{before().raw} + ' ' + std::string{token.raw}};
        for (const Builtin& builtin : builtins()) {
            function.consider(builtin.name);
        }
        return function.found().empty() ? say::between_names()
                                        : say::did_you_mean(function.found());
    }
    return {};
}

/// 1,000 and 0,9, and the calls of other programs: if(a, b, c).
text::Words Cursor::hint_at_comma() const {
    const Token& next = peek(1);
    if (at_ > 0 && before().kind == TokenKind::number && next.kind == TokenKind::number &&
        !next.space_before) {
        std::string whole{before().raw};
        if (next.raw.size() != 3 || whole.size() > 3 || whole == "0") {
            return say::decimal_point(whole + '.' + std::string{next.raw});
        }
        return say::no_thousands(with_groups(std::move(whole)));
    }
    return in_call_of_if() ? say::write("if … then … else …") : text::Words{};
}

std::string Cursor::beginning(Span bracket) const {
    constexpr std::size_t most_shown = 5; ///< tokens
    const auto open = std::find_if(tokens_.begin(), tokens_.end(),
                                   [&](const Token& token) { return token.span == bracket; });
    auto token = open;
    const bool called =
        open != tokens_.begin() && !open->space_before && std::prev(open)->kind == TokenKind::name;
    token -= called ? 1 : 0;
    std::string text;
    for (std::size_t i = 0; i < most_shown && token->kind != TokenKind::end; ++i, ++token) {
        text.append(i > 0 && token->space_before ? " " : "").append(token->raw);
    }
    return text::shortened(text) + (token->kind == TokenKind::end ? "" : "…");
}

std::string Cursor::with_groups(std::string whole) const {
    for (std::size_t i = 0; peek(i).kind == TokenKind::comma && peek(i + 1).raw.size() == 3 &&
                            peek(i + 1).kind == TokenKind::number;
         i += 2) {
        whole += peek(i + 1).raw;
    }
    return whole;
}

bool Cursor::in_call_of_if() const {
    int open = 0;
    for (std::size_t i = at_; i-- > 1;) {
        const TokenKind kind = tokens_[i].kind;
        open += kind == TokenKind::open_round ? 1 : kind == TokenKind::close_round ? -1 : 0;
        if (open == 1) {
            return tokens_[i - 1].raw == "if";
        }
    }
    return false;
}

void Cursor::refuse_separator() const {
    if (scope_.is_open() || at_ < 3 || before().raw.size() != 3 || before().raw.front() != '0') {
        return;
    }
    const Token& comma = before(2);
    const Token& whole = before(3);
    if (comma.kind == TokenKind::comma && whole.kind == TokenKind::number &&
        !before().space_before && !comma.space_before) {
        const std::string begun{whole.raw};
        const std::string group{before().raw};
        refuse(codes::syntax, comma.span, say::separated(begun + ',' + group),
               say::write(with_groups(begun + group)));
    }
}

void Cursor::refuse(const text::Words& expected) const {
    const Token& token = peek();
    if (tokens_.size() == 1) {
        refuse(codes::syntax, token.span, say::empty, say::hint_empty);
    }
    if (is_foreign_quote(token)) {
        refuse(codes::syntax, token.span, say::foreign_quote(token.raw), say::double_quotes);
    }
    text::Words advice = hint();
    const bool foreign = token.kind == TokenKind::odd && !advice.empty();
    refuse(codes::syntax, token.span,
           token.kind == TokenKind::end ? say::ends(expected)
           : foreign                    ? say::foreign(token.raw)
                                        : say::stands(found_phrase(token), expected),
           std::move(advice));
}

void Cursor::refuse_close(const text::Words& expected, Span opened, std::string_view open,
                          std::string_view close) const {
    const Token& token = peek();
    if (token.kind == TokenKind::end) {
        refuse(codes::syntax, token.span, say::ends(expected),
               say::hint_close(beginning(opened), open));
    }
    if (closes(token)) {
        const bool pair = open == "[" && at_ == 4 && before().kind == TokenKind::number &&
                          before(2).kind == TokenKind::comma && before(3).kind == TokenKind::number;
        refuse(codes::syntax, token.span, say::stands(found_phrase(token), expected),
               pair ? say::range_brackets(before(3).raw, before().raw)
                    : say::hint_close_first(open, close));
    }
    refuse(expected);
}

void Cursor::refuse_rest(const text::Words& expected) const {
    const Token& token = peek();
    if (closes(token)) {
        const std::string_view open = token.kind == TokenKind::close_round    ? "("
                                      : token.kind == TokenKind::close_square ? "["
                                                                              : "{";
        refuse(codes::syntax, token.span, say::closes_nothing(token.raw), say::hint_surplus(open));
    }
    if (token.raw == "and" || token.raw == "or") {
        refuse(codes::syntax, token.span, say::stands(found_phrase(token), expected),
               say::hint_both_tests);
    }
    refuse(expected);
}

void Cursor::refuse(std::string_view code, Span place, text::Words message, text::Words hint) {
    throw FaultFound{make_fault(code, place, std::move(message), std::move(hint))};
}

} // namespace heng::detail::feel
