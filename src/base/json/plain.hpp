// SPDX-License-Identifier: Apache-2.0
//
// JSON read token by token, where speed is all; numbers have at most 18 digits and 9 decimal
// places, and no exponent.
//
//     PlainJson json{R"({"spent": 12.50})"};
//     json.take('{') && json.key(key) && json.number(number)    // 1250, 2 places
//
// It is sure or it is not: what it takes is RFC 8259 and means what JsonDocument::parse makes of
// it; what it does not take may still be sound, and JsonDocument::parse is to be asked. So it has
// no errors and needs none of the library's parser: that it agrees with it, property.facts tries.
#pragma once

#include "base/text/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace heng::detail::json {

/// coefficient × 10^-places
struct PlainNumber {
    static constexpr int most_digits = 18;
    static constexpr int most_places = 9;

    std::int64_t coefficient = 0;
    int places = 0;
};

/// What stands between the quotes of a string.
struct PlainString {
    std::string_view text{}; ///< as it is written
    bool escaped = false;    ///< it has escapes, which are sound
};

/// The text that is meant. `out` is replaced; it may be used again and again.
void decode(const PlainString& string, std::string& out);

/// Eight bytes, as the machine orders them.
inline std::uint64_t word_at(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Whether two texts of some ten bytes are the same: faster than a call of memcmp.
inline bool same_bytes(const char* a, const char* b, std::size_t size) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    if (size < step) {
        std::size_t i = 0;
        while (i < size && a[i] == b[i]) {
            ++i;
        }
        return i == size;
    }
    for (std::size_t i = 0; i + step < size; i += step) {
        if (word_at(a + i) != word_at(b + i)) {
            return false;
        }
    }
    return word_at(a + size - step) == word_at(b + size - step);
}

class PlainJson {
  public:
    explicit PlainJson(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    [[nodiscard]] const char* at() const { return at_; }
    [[nodiscard]] bool ended() const { return at_ == end_; }

    void skip_space() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) {
            ++at_;
        }
    }

    /// Whether `c` comes next.
    [[nodiscard]] bool sees(char c) const { return at_ != end_ && *at_ == c; }

    /// `c`, if it comes next.
    bool take(char c) {
        const bool found = sees(c);
        at_ += found ? 1 : 0;
        return found;
    }

    /// Exactly these bytes.
    bool take(const char* bytes, std::size_t size) {
        if (left() < size) {
            return false;
        }
        if (!same_bytes(at_, bytes, size)) {
            return false;
        }
        at_ += size;
        return true;
    }
    bool take(std::string_view bytes) { return take(bytes.data(), bytes.size()); }

    /// What a string holds, from behind its first quote to before its last.
    bool inside_string(PlainString& inside) {
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

    /// A key and all up to its value.
    bool key(PlainString& key) {
        skip_space();
        if (!take('"') || !inside_string(key)) {
            return false;
        }
        ++at_;
        skip_space();
        if (!take(':')) {
            return false;
        }
        skip_space();
        return true;
    }

    /// JSON's grammar of numbers, without exponents. What stands behind is not looked at.
    bool number(PlainNumber& number) {
        const char* at = at_;
        const bool negative = at != end_ && *at == '-';
        at += negative ? 1 : 0;
        const char* const first = at;
        std::uint64_t value = 0;
        for (; at != end_ && is_digit(*at); ++at) {
            value = value * 10 + digit(*at);
        }
        const std::ptrdiff_t whole = at - first;
        if (whole == 0 || (whole > 1 && *first == '0')) {
            return false;
        }
        std::ptrdiff_t places = 0;
        if (at != end_ && *at == '.') {
            const char* const point = ++at;
            for (; at != end_ && is_digit(*at); ++at) {
                value = value * 10 + digit(*at);
            }
            places = at - point;
            if (places == 0 || places > PlainNumber::most_places) {
                return false;
            }
        }
        if (whole + places > PlainNumber::most_digits) {
            return false;
        }
        const auto units = static_cast<std::int64_t>(value);
        number = {negative ? -units : units, static_cast<int>(places)};
        at_ = at;
        return true;
    }

    bool truth(bool& value) {
        value = sees('t');
        return take(value ? std::string_view{"true"} : std::string_view{"false"});
    }

  private:
    /// What a byte means in a string.
    enum class Class : std::uint8_t { plain, quote, escape, beyond_ascii, control };

    static constexpr std::array<Class, 256> classes() {
        std::array<Class, 256> table{};
        for (unsigned byte = 0; byte < 256; ++byte) {
            table[byte] = byte >= 0x80   ? Class::beyond_ascii
                          : byte == '"'  ? Class::quote
                          : byte == '\\' ? Class::escape
                          : byte < 0x20  ? Class::control
                                         : Class::plain;
        }
        return table;
    }

    static Class class_of(char c) {
        static constexpr std::array<Class, 256> table = classes();
        return table[static_cast<unsigned char>(c)];
    }

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static std::uint64_t digit(char c) { return static_cast<std::uint64_t>(c - '0'); }

    [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    /// A code point past U+007F. Most are Chinese: U+1000 … U+CFFF can't be encoded wrongly.
    bool take_code_point() {
        const auto byte = [this](int i) {
            return static_cast<unsigned>(static_cast<unsigned char>(at_[i]));
        };
        if (left() >= 3 && byte(0) - 0xE1U <= 0x0BU && (byte(1) & 0xC0U) == 0x80U &&
            (byte(2) & 0xC0U) == 0x80U) {
            at_ += 3;
            return true;
        }
        const text::CodePoint point = text::decode({at_, left()}, 0);
        at_ += point.length;
        return point.valid;
    }

    bool take_escape();
    bool take_hex(std::uint32_t& unit);

    const char* at_;
    const char* end_;
};

} // namespace heng::detail::json
