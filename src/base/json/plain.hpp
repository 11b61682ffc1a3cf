// SPDX-License-Identifier: Apache-2.0
//
// JSON read token by token, where speed is all; numbers have at most 18 digits and 9 decimal
// places, also where an exponent says so.
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
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

    [[nodiscard]] bool sees_digit() const { return at_ != end_ && is_digit(*at_); }

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

    /// A literal that is compared again and again.
    struct Literal {
        const char* bytes; ///< `padding` more bytes behind it may be read
        std::size_t size;
        std::uint32_t mask; ///< mask_of(size)
    };
    static constexpr std::size_t padding = 32;
    static constexpr std::uint32_t mask_of(std::size_t size) {
        return size < padding ? (std::uint32_t{1} << size) - 1 : ~std::uint32_t{0};
    }

    bool take(const Literal& literal) {
#ifdef __SSE2__
        if (literal.size <= padding && left() >= padding) {
            const unsigned first = bits_of(_mm_cmpeq_epi8(block_at(at_), block_at(literal.bytes)));
            const unsigned second =
                bits_of(_mm_cmpeq_epi8(block_at(at_ + block), block_at(literal.bytes + block)));
            at_ += literal.size;
            return ((first | second << block) & literal.mask) == literal.mask;
        }
#endif
        return take(literal.bytes, literal.size);
    }

    /// Goes back to where `at()` was.
    void go_to(const char* at) {
        at_ = at;
    }

    /// What a string holds, from behind its first quote to before its last.
    bool inside_string(PlainString& inside);

    /// The same in a text that is UTF-8, where that is known.
    bool inside_valid_string(PlainString& inside) {
        const char* const begin = at_;
        if (skip_to_quote()) {
            inside = {{begin, static_cast<std::size_t>(at_ - begin)}, false};
            return true;
        }
        PlainJson copy{begin, end_}; // which leaves this one in registers
        const bool sound = copy.inside_string(inside);
        at_ = copy.at_;
        return sound;
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

    /// A number of at most eight digits, where more text follows; of every other one it is not
    /// sure, and takes nothing. Of one with an exponent it takes what stands before that.
    bool short_number(PlainNumber& number);

    /// JSON's grammar of numbers. What stands behind is not looked at.
    bool number(PlainNumber& number);

    bool truth(bool& value) {
        value = sees('t');
        return take(value ? std::string_view{"true"} : std::string_view{"false"});
    }

  private:
    PlainJson(const char* at, const char* end) : at_(at), end_(end) {}

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

    static bool is_digit(char c) {
        return c >= '0' && c <= '9';
    }

#ifdef __SSE2__
    static constexpr std::size_t block = 16;

    static __m128i block_at(const char* at) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    }
    static __m128i all(int byte) {
        return _mm_set1_epi8(static_cast<char>(byte));
    }
    /// Bit i is byte i of the block.
    static unsigned bits_of(__m128i bytes) {
        return static_cast<unsigned>(_mm_movemask_epi8(bytes));
    }

    /// Where a byte is no plain part of a string: a quote, a backslash, a control character.
    static __m128i ends_plain(__m128i bytes) {
        const __m128i quotes = _mm_cmpeq_epi8(bytes, all('"'));
        const __m128i escapes = _mm_cmpeq_epi8(bytes, all('\\'));
        const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, all(0x1F)), bytes);
        return _mm_or_si128(_mm_or_si128(quotes, escapes), controls);
    }

    /// Over what a string holds to its last quote; false where it has escapes or ends nowhere.
    bool skip_to_quote() {
        for (; left() >= 2 * block; at_ += 2 * block) {
            const unsigned marks = bits_of(ends_plain(block_at(at_))) |
                                   bits_of(ends_plain(block_at(at_ + block))) << block;
            if (marks != 0) {
                at_ += std::countr_zero(marks);
                return *at_ == '"';
            }
        }
        return false;
    }

    /// Eight digits, of which the first may be zero bytes.
    static std::uint64_t digits_in(std::uint64_t word) {
        word = (word & 0x0F0F'0F0F'0F0F'0F0FU) * 2561 >> 8U;
        word = (word & 0x00FF'00FF'00FF'00FFU) * 6'553'601 >> 16U;
        return (word & 0x0000'FFFF'0000'FFFFU) * 42'949'672'960'001U >> 32U;
    }
#else
    bool skip_to_quote() {
        return false;
    }
#endif

    [[nodiscard]] std::size_t left() const {
        return static_cast<std::size_t>(end_ - at_);
    }

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

    bool take_exponent(PlainNumber& number);
    bool take_escape();
    bool take_hex(std::uint32_t& unit);

    const char* at_;
    const char* end_;
};

#ifdef __SSE2__
[[gnu::always_inline]] inline bool PlainJson::short_number(PlainNumber& number) {
    if (left() < 2 * block) {
        return false;
    }
    const bool negative = *at_ == '-';
    const char* const first = at_ + (negative ? 1 : 0);
    const __m128i bytes = block_at(first);
    const __m128i values = _mm_sub_epi8(bytes, all('0'));
    // behind the block there is an end at the latest
    const unsigned ends =
        bits_of(_mm_cmpeq_epi8(_mm_max_epu8(values, all(10)), values)) | 3U << block;
    const auto whole = static_cast<unsigned>(std::countr_zero(ends));
    const auto next = static_cast<unsigned>(std::countr_zero(ends & (ends - 1)));
    const unsigned point = bits_of(_mm_cmpeq_epi8(bytes, all('.'))) >> whole & 1U;
    const unsigned size = whole + ((next - whole) & (0U - point)); // no predictor knows the point
    const unsigned digits = size - point;
    const unsigned places = digits - whole;
    const bool zeros = *first == '0' && whole > 1;
    if (whole == 0 || digits > 8 || places < point || zeros) {
        return false;
    }
    // without the point, and with the last digit last
    const std::uint64_t before = ~std::uint64_t{0} >> (64 - 8 * whole);
    const std::uint64_t word = (word_at(first) & before) | (word_at(first + point) & ~before);
    const auto value = static_cast<std::int64_t>(digits_in(word << (64 - 8 * digits)));
    number = {negative ? -value : value, static_cast<int>(places)};
    at_ = first + size;
    return true;
}
#else
inline bool PlainJson::short_number(PlainNumber&) {
    return false;
}
#endif

} // namespace heng::detail::json
