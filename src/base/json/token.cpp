// SPDX-License-Identifier: Apache-2.0
#include "base/json/json.hpp"
#include "base/json/messages.hpp"
#include "base/json/token.hpp"
#include "base/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::detail::json {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || is_digit(c);
}

bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The ASCII character that a typographic or full-width one was meant to be.
std::optional<char> ascii_of(char32_t c) {
    constexpr std::array<std::pair<char32_t, char>, 10> table{{{U'“', '"'},
                                                               {U'”', '"'},
                                                               {U'„', '"'},
                                                               {U'‘', '"'},
                                                               {U'’', '"'},
                                                               {U'、', ','},
                                                               {U'《', '"'},
                                                               {U'》', '"'},
                                                               {U'【', '['},
                                                               {U'】', ']'}}};
    for (const auto& [typographic, ascii] : table) {
        if (c == typographic) {
            return ascii;
        }
    }
    return c > 0xFF00 && c < 0xFF5F ? std::optional{static_cast<char>(c - 0xFF00 + 0x20)}
                                    : std::nullopt;
}

} // namespace

bool JsonTokens::is_digit_at(std::size_t at) const {
    return is_digit(byte(at));
}

bool JsonTokens::is_word_at(std::size_t at) const {
    return is_word(byte(at));
}

JsonFault JsonTokens::fault(std::size_t at, text::Words message, text::Words hint) {
    return {"json.syntax", at, std::move(message), std::move(hint)};
}

std::size_t JsonTokens::skip_digits(std::size_t at) const {
    while (is_digit(byte(at))) {
        ++at;
    }
    return at;
}

std::string JsonTokens::word(std::size_t at) const {
    std::size_t end = at;
    while (!ended(end) && is_word(text_[end]) && end - at < 40) {
        ++end;
    }
    return std::string{text_.substr(at, end - at)};
}

text::Words JsonTokens::found(std::size_t at) const {
    const text::CodePoint point = text::decode(text_, at);
    if (point.value < 0x20 || point.value == 0x7F) {
        return say::control_character(text::code_point_name(point.value));
    }
    const std::string shown{text_.substr(at, point.length)};
    if (point.value >= 0x7F) {
        return say::in_quotes_named(shown, text::code_point_name(point.value));
    }
    return shown == "\"" ? say::double_quote() : say::in_quotes(shown);
}

JsonTokens::Fault JsonTokens::foreign(std::size_t at) const {
    const char c = byte(at);
    if (c == '\0') {
        return JsonFault{"json.nul", at, say::nul_byte, say::save_without_nul};
    }
    if (!text::decode(text_, at).valid) {
        return no_utf8(at);
    }
    if (c == '/' && (byte(at + 1) == '/' || byte(at + 1) == '*')) {
        return fault(at, say::no_comments, say::comment_as_key);
    }
    if (const auto ascii = ascii_of(text::decode(text_, at).value)) {
        return fault(at, say::no_character(found(at)),
                     *ascii == '"' ? say::ascii_quote()
                                   : say::ascii_character(std::string(1, *ascii)));
    }
    return std::nullopt;
}

JsonTokens::Fault JsonTokens::value(std::size_t at) const {
    switch (byte(at)) {
    case '"':
        return string(at);
    case '[':
    case '{':
        return std::nullopt;
    case 't':
        return literal(at, "true");
    case 'f':
        return literal(at, "false");
    case 'n':
        return literal(at, "null");
    default:
        break;
    }
    if (byte(at) == '-' || is_digit(byte(at))) {
        return number(at);
    }
    return no_value(at);
}

JsonFault JsonTokens::bad_word(std::size_t at) const {
    const std::string name = word(at);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> known{
        {{"True", "true"},
         {"TRUE", "true"},
         {"False", "false"},
         {"FALSE", "false"},
         {"None", "null"},
         {"NULL", "null"},
         {"Null", "null"},
         {"undefined", "null"}}};
    for (const auto& [written, meant] : known) {
        if (name == written) {
            return fault(at, say::no_such_word(name), say::write_word(meant));
        }
    }
    if (name == "NaN" || name == "Infinity" || name == "nan" || name == "Inf" || name == "inf") {
        return fault(at, say::no_such_word(name), say::write_decimal);
    }
    return fault(at, say::found_where(say::the_word(name), say::a_value),
                 say::quote_this_text(name));
}

JsonFault JsonTokens::no_value(std::size_t at) const {
    if (const Fault seen = foreign(at)) {
        return *seen;
    }
    const char c = byte(at);
    if (c == '\'') {
        return fault(at, say::found_where(say::single_quote, say::a_value), say::quote_text);
    }
    if (c == '+') {
        return fault(at, say::plus_sign, say::leave_plus);
    }
    if (c == '.') {
        return fault(at, say::begins_with_point, say::zero_before_point);
    }
    if (is_word(c)) {
        return bad_word(at);
    }
    const text::Sentence& hint = c == ','               ? say::value_before_comma
                                 : c == ']' || c == '}' ? say::value_or_no_comma
                                                        : say::what_values_are;
    return fault(at, say::found_where(found(at), say::a_value), hint);
}

JsonTokens::Fault JsonTokens::literal(std::size_t at, std::string_view name) const {
    std::size_t same = 0;
    while (same < name.size() && byte(at + same) == name[same]) {
        ++same;
    }
    if (same == name.size()) {
        return std::nullopt;
    }
    if (ended(at + same)) {
        return fault(text_.size(), say::ends_in_word(name), say::part_missing);
    }
    JsonFault wrong = bad_word(at);
    wrong.offset = at + same;
    if (name.starts_with(word(at))) {
        wrong.hint = say::write_word(name);
    }
    return wrong;
}

JsonFault JsonTokens::digit_needed(std::size_t at, const text::Words& after) const {
    if (ended(at)) {
        return fault(at, say::ends_in_number, say::part_missing);
    }
    return fault(at, say::digit_after(after, found(at)), say::number_such_as);
}

JsonTokens::Fault JsonTokens::number(std::size_t at) const {
    const bool negative = byte(at) == '-';
    std::size_t here = at + (negative ? 1U : 0U);
    if (negative && !is_digit(byte(here))) {
        return digit_needed(here, say::minus_sign);
    }
    // what begins with 0 ends there; digits behind it are found where a separator is expected
    here = byte(here) == '0' ? here + 1 : skip_digits(here);
    if (byte(here) == '.') {
        if (!is_digit(byte(++here))) {
            return digit_needed(here, say::decimal_point);
        }
        here = skip_digits(here);
    }
    if (byte(here) == 'e' || byte(here) == 'E') {
        here += byte(here + 1) == '+' || byte(here + 1) == '-' ? 2U : 1U;
        if (!is_digit(byte(here))) {
            return digit_needed(here, say::exponent_e);
        }
        // all that a parser can have against a number that is well written
        return JsonFault{"limit.exponent", at, say::exponent_limit, say::no_exponent};
    }
    return std::nullopt;
}

JsonTokens::Fault JsonTokens::string(std::size_t at) const {
    for (std::size_t here = at + 1; !ended(here);) {
        const char c = text_[here];
        if (c == '"') {
            return std::nullopt;
        }
        if (static_cast<unsigned char>(c) < 0x20) {
            return control(here);
        }
        if (c == '\\') {
            std::size_t next = here;
            if (Fault wrong = escape(here, next)) {
                return wrong;
            }
            here = next;
            continue;
        }
        const text::CodePoint point = text::decode(text_, here);
        if (!point.valid) {
            return foreign(here);
        }
        here += point.length;
    }
    const Place opened = PlaceCounter{text_}.at(at);
    return fault(text_.size(),
                 say::ends_in_string(std::to_string(opened.line), std::to_string(opened.column)),
                 say::close_string);
}

JsonFault JsonTokens::control(std::size_t at) const {
    switch (text_[at]) {
    case '\0':
        return *foreign(at);
    case '\n':
    case '\r':
        return fault(at, say::line_in_string, say::close_or_escape_line);
    case '\t':
        return fault(at, say::tab_in_string, say::write_tab);
    default:
        return fault(at, say::found_in_string(found(at)), say::write_escaped);
    }
}

/// Of four hexadecimal digits.
std::optional<unsigned> JsonTokens::hex_value(std::size_t at) const {
    unsigned value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        const char c = byte(i);
        if (!is_hex(c)) {
            return std::nullopt;
        }
        value = value * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return value;
}

/// `next` is set behind an escape that is right.
JsonTokens::Fault JsonTokens::escape(std::size_t at, std::size_t& next) const {
    next = at + 2;
    if (ended(at + 1)) {
        return std::nullopt; // the string is not closed
    }
    if (byte(at + 1) != 'u') {
        if (std::string_view{"\"\\/bfnrt"}.find(byte(at + 1)) != std::string_view::npos) {
            return std::nullopt;
        }
        return fault(at, say::no_escape, say::escapes);
    }
    const auto high = hex_value(at + 2);
    if (!high) {
        if (std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(at + 2), text_.end(), is_hex)) {
            next = text_.size();
            return std::nullopt; // the string is not closed
        }
        return fault(at, say::four_digits, say::such_as_4e07);
    }
    next = at + 6;
    if (*high < 0xD800 || *high > 0xDFFF) {
        return std::nullopt;
    }
    if (*high <= 0xDBFF && byte(next) == '\\' && byte(next + 1) == 'u') {
        const auto low = hex_value(next + 2);
        if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
            next = at + 12;
            return std::nullopt;
        }
    }
    return JsonFault{"json.utf8", at, say::half_surrogate, say::write_character};
}

} // namespace heng::detail::json
