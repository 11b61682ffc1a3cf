// SPDX-License-Identifier: Apache-2.0
#include "base/json/plain.hpp"

#include <algorithm>

namespace heng::detail::json {
namespace {

constexpr std::string_view short_escapes = "\"\\/bfnrt";
constexpr std::string_view short_meanings = "\"\\/\b\f\n\r\t";

constexpr std::int64_t most_units = 999'999'999'999'999'999; ///< of most_digits

bool is_high(std::uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(std::uint32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// 16: it is no digit.
std::uint32_t hex_digit(char c) {
    return c >= '0' && c <= '9'   ? static_cast<std::uint32_t>(c - '0')
           : c >= 'a' && c <= 'f' ? static_cast<std::uint32_t>(c - 'a') + 10
           : c >= 'A' && c <= 'F' ? static_cast<std::uint32_t>(c - 'A') + 10
                                  : 16;
}

/// The four digits from `at` on, which are there.
std::uint32_t hex_at(std::string_view text, std::size_t at) {
    std::uint32_t unit = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        unit = unit * 16 + hex_digit(text[i]);
    }
    return unit;
}

} // namespace

bool PlainJson::inside_string(PlainString& inside) {
    const char* const begin = at_;
    inside.escaped = false;
    for (;;) {
        while (at_ != end_ && class_of(*at_) == Class::plain) {
            ++at_;
        }
        if (at_ == end_ || class_of(*at_) == Class::control) {
            return false;
        }
        if (*at_ == '"') {
            inside.text = {begin, static_cast<std::size_t>(at_ - begin)};
            return true;
        }
        const bool escape = *at_ == '\\';
        inside.escaped = inside.escaped || escape;
        if (!(escape ? take_escape() : take_code_point())) {
            return false;
        }
    }
}

bool PlainJson::number(PlainNumber& number) {
    const char* at = at_;
    const bool negative = at != end_ && *at == '-';
    at += negative ? 1 : 0;
    const char* const first = at;
    std::uint64_t value = 0;
    const auto take_digits = [&] {
        for (; at != end_ && is_digit(*at); ++at) {
            value = value * 10 + static_cast<std::uint64_t>(*at - '0');
        }
    };
    take_digits();
    const std::ptrdiff_t whole = at - first;
    if (whole == 0 || (whole > 1 && *first == '0')) {
        return false;
    }
    std::ptrdiff_t places = 0;
    if (at != end_ && *at == '.') {
        const char* const point = ++at;
        take_digits();
        places = at - point;
        if (places == 0) {
            return false;
        }
    }
    if (whole + places > PlainNumber::most_digits) {
        return false;
    }
    const auto units = static_cast<std::int64_t>(value);
    number = {negative ? -units : units, static_cast<int>(places)};
    at_ = at;
    return take_exponent(number) && number.places <= PlainNumber::most_places;
}

/// The exponent of a number that is taken, where it has one of one digit.
bool PlainJson::take_exponent(PlainNumber& number) {
    if (!take('e') && !take('E')) {
        return true;
    }
    const bool negative = sees('-');
    at_ += negative || sees('+') ? 1 : 0;
    if (at_ == end_ || !is_digit(*at_)) {
        return false;
    }
    const int exponent = *at_++ - '0';
    if (at_ != end_ && is_digit(*at_)) {
        return false;
    }
    number.places += negative ? exponent : -exponent;
    for (; number.places < 0; ++number.places) {
        if (number.coefficient > most_units / 10 || number.coefficient < -most_units / 10) {
            return false;
        }
        number.coefficient *= 10;
    }
    return true;
}

bool PlainJson::take_hex(std::uint32_t& unit) {
    unit = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
        const std::uint32_t digit = at_ == end_ ? 16 : hex_digit(*at_);
        if (digit == 16) {
            return false;
        }
        unit = unit * 16 + digit;
    }
    return true;
}

/// NUL is none, nor is half of a surrogate pair.
bool PlainJson::take_escape() {
    ++at_;
    if (!take('u')) {
        const bool sound = at_ != end_ && short_escapes.find(*at_) != std::string_view::npos;
        at_ += sound ? 1 : 0;
        return sound;
    }
    std::uint32_t unit = 0;
    if (!take_hex(unit) || unit == 0 || is_low(unit)) {
        return false;
    }
    return !is_high(unit) || (take("\\u") && take_hex(unit) && is_low(unit));
}

void decode(const PlainString& string, std::string& out) {
    out.clear();
    const std::string_view text = string.text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t escape = std::min(text.find('\\', at), text.size());
        out += text.substr(at, escape - at);
        at = escape;
        if (at == text.size()) {
            return;
        }
        const char kind = text[at + 1];
        if (kind != 'u') {
            out += short_meanings[short_escapes.find(kind)];
            at += 2;
            continue;
        }
        std::uint32_t point = hex_at(text, at + 2);
        at += 6;
        if (is_high(point)) {
            point = 0x10000 + ((point - 0xD800) << 10U) + (hex_at(text, at + 2) - 0xDC00);
            at += 6;
        }
        text::append(out, point);
    }
}

} // namespace heng::detail::json
