// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "feel/lexer.hpp"
#include "feel/limits.hpp"
#include "feel/messages.hpp"
#include "feel/unicode.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace heng::detail::feel {

namespace {

struct Sign {
    std::string_view text;
    TokenKind kind;
};

// Longer signs first. The odd ones are other languages' operators: one token, for a good sentence.
constexpr std::array known_signs = {
    Sign{"==", TokenKind::odd},           Sign{"&&", TokenKind::odd},
    Sign{"||", TokenKind::odd},           Sign{"<>", TokenKind::odd},
    Sign{"=<", TokenKind::odd},           Sign{"=>", TokenKind::odd},
    Sign{"**", TokenKind::power},         Sign{"..", TokenKind::dots},
    Sign{"!=", TokenKind::not_equal},     Sign{"<=", TokenKind::less_equal},
    Sign{">=", TokenKind::greater_equal}, Sign{"+", TokenKind::plus},
    Sign{"-", TokenKind::minus},          Sign{"*", TokenKind::star},
    Sign{"/", TokenKind::slash},          Sign{"(", TokenKind::open_round},
    Sign{")", TokenKind::close_round},    Sign{"[", TokenKind::open_square},
    Sign{"]", TokenKind::close_square},   Sign{"{", TokenKind::open_curly},
    Sign{"}", TokenKind::close_curly},    Sign{",", TokenKind::comma},
    Sign{":", TokenKind::colon},          Sign{".", TokenKind::dot},
    Sign{"=", TokenKind::equal},          Sign{"<", TokenKind::less},
    Sign{">", TokenKind::greater},        Sign{"@", TokenKind::at}};

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_{text} {}

    tl::expected<std::vector<Token>, Fault> run() {
        if (const std::size_t nul = text_.find('\0'); nul != std::string_view::npos) {
            refuse({nul, 1}, say::nul, say::hint_nul);
        }
        while (!fault_) {
            const bool space = skip_space();
            if (fault_) {
                break;
            }
            const std::size_t start = at_;
            if (at_ == text_.size()) {
                tokens_.push_back({TokenKind::end, {start, 0}, {}, space, {}});
                return std::move(tokens_);
            }
            std::string decoded;
            const TokenKind kind = next(decoded);
            tokens_.push_back({kind,
                               {start, at_ - start},
                               text_.substr(start, at_ - start),
                               space,
                               std::move(decoded)});
        }
        return tl::unexpected{std::move(*fault_)};
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    void refuse(Span place, text::Words message, text::Words hint = {}) {
        fault_ = make_fault(codes::syntax, place, std::move(message), std::move(hint));
    }

    /// Skips white space and comments; whether there were any.
    bool skip_space() {
        const std::size_t start = at_;
        while (at_ < text_.size() && !fault_) {
            if (text_.substr(at_).starts_with("//")) {
                while (at_ < text_.size() && peek() != '\n') {
                    ++at_;
                }
            } else if (text_.substr(at_).starts_with("/*")) {
                const std::size_t end = text_.find("*/", at_ + 2);
                if (end == std::string_view::npos) {
                    refuse({at_, 2}, say::comment_open, say::write("*/"));
                    break;
                }
                at_ = end + 2;
            } else {
                const text::CodePoint c = text::decode(text_, at_);
                if (!is_space(c.value)) {
                    break;
                }
                at_ += c.length;
            }
        }
        return at_ != start;
    }

    TokenKind next(std::string& decoded) {
        if (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) {
            number();
            return TokenKind::number;
        }
        if (peek() == '"') {
            quoted(decoded);
            return TokenKind::text;
        }
        const text::CodePoint c = text::decode(text_, at_);
        if (!c.valid) {
            refuse({at_, 1}, say::not_utf8);
            return TokenKind::odd;
        }
        if (is_name_start(c.value)) {
            word();
            return TokenKind::name;
        }
        for (const Sign& sign : known_signs) {
            if (text_.substr(at_).starts_with(sign.text)) {
                at_ += sign.text.size();
                return sign.kind;
            }
        }
        at_ += c.length;
        return TokenKind::odd;
    }

    void word() {
        while (at_ < text_.size()) {
            const text::CodePoint c = text::decode(text_, at_);
            if (!c.valid || !is_name_part(c.value)) {
                return;
            }
            at_ += c.length;
        }
    }

    void digits() {
        while (is_digit(peek())) {
            ++at_;
        }
    }

    /// digits, .digits, digits.digits, each with an exponent; `1..n` is a number and two points.
    void number() {
        digits();
        if (peek() == '.' && is_digit(peek(1))) {
            ++at_;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (is_digit(peek(1 + sign))) {
                at_ += 1 + sign;
                digits();
            }
        }
    }

    void quoted(std::string& decoded) {
        const std::size_t start = at_++;
        while (peek() != '"') {
            const text::CodePoint c =
                at_ < text_.size() ? text::decode(text_, at_) : text::CodePoint{};
            if (at_ >= text_.size() || c.value == U'\n' || c.value == U'\r') {
                refuse({start, 1}, say::text_open, say::hint_text_open);
                return;
            }
            if (!c.valid) {
                refuse({at_, 1}, say::not_utf8);
                return;
            }
            if (c.value == U'\\') {
                escape(decoded);
                if (fault_) {
                    return;
                }
            } else {
                decoded.append(text_, at_, c.length);
                at_ += c.length;
            }
        }
        ++at_;
    }

    void escape(std::string& decoded) {
        const std::size_t start = at_;
        const char letter = peek(1);
        at_ += letter == '\0' ? 1 : 2;
        switch (letter) {
        case 'n':
            decoded += '\n';
            return;
        case 'r':
            decoded += '\r';
            return;
        case 't':
            decoded += '\t';
            return;
        case '"':
        case '\'':
        case '\\':
            decoded += letter;
            return;
        case 'u':
        case 'U':
            unicode_escape(decoded, start, letter == 'u' ? 4 : 6);
            return;
        default: // DMN 1.5, rule 35: before any other character the sign stands for itself
            decoded += '\\';
            at_ = start + 1;
        }
    }

    void unicode_escape(std::string& decoded, std::size_t start, std::size_t length) {
        std::optional<std::uint32_t> value = hexadecimal(length);
        if (value && *value >= 0xD800U && *value <= 0xDBFFU && peek() == '\\' && peek(1) == 'u') {
            at_ += 2; // a character past U+FFFF, written as two surrogates
            const std::optional<std::uint32_t> low = hexadecimal(4);
            value = low && *low >= 0xDC00U && *low <= 0xDFFFU
                        ? std::optional{0x10000U + ((*value - 0xD800U) << 10U) + (*low - 0xDC00U)}
                        : std::nullopt;
        }
        if (value == 0U) {
            refuse({start, at_ - start}, say::nul, say::hint_nul);
            return;
        }
        if (!value || *value > 0x10FFFFU || (*value >= 0xD800U && *value <= 0xDFFFU)) {
            const std::size_t end = at_ < text_.size() ? at_ : text_.size();
            refuse({start, end - start}, say::bad_escape, say::hint_escape);
            return;
        }
        text::append(decoded, *value);
    }

    std::optional<std::uint32_t> hexadecimal(std::size_t length) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i, ++at_) {
            const char c = peek();
            if (is_digit(c)) {
                value = value * 16 + static_cast<std::uint32_t>(c - '0');
            } else if ('a' <= c && c <= 'f') {
                value = value * 16 + static_cast<std::uint32_t>(c - 'a' + 10);
            } else if ('A' <= c && c <= 'F') {
                value = value * 16 + static_cast<std::uint32_t>(c - 'A' + 10);
            } else {
                return std::nullopt;
            }
        }
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    std::optional<Fault> fault_;
};

} // namespace

tl::expected<std::vector<Token>, Fault> tokenize(std::string_view text) {
    if (text.size() > limits::text_bytes) {
        return tl::unexpected{
            make_fault(codes::limit, {limits::text_bytes, 0}, say::too_long, say::hint_split)};
    }
    return Lexer{text}.run();
}

} // namespace heng::detail::feel
