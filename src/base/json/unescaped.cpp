// SPDX-License-Identifier: Apache-2.0
#include "base/json/unescaped.hpp"

#ifdef __SSE2__
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <emmintrin.h>
#else
#include "base/text/utf8.hpp"
#endif

namespace heng::detail::json {

#ifdef __SSE2__

namespace {

/// Bit i of these is byte i of the block.
unsigned bits_of(__m128i bytes) {
    return static_cast<unsigned>(_mm_movemask_epi8(bytes));
}

__m128i equal(__m128i bytes, int to) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(to)));
}

__m128i less(__m128i bytes, int than) { // as signed bytes: 0x80 … 0xFF are −128 … −1
    return _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(than)));
}

/// One block of a text; `owed` are the bytes at its start that must continue a character before
/// it, and becomes those that the next block owes. Of the characters past U+007F those of two and
/// three bytes are known, but for first bytes after which not all continuations are valid
/// (Table 3-7 of the Unicode standard).
bool block_is_plain(__m128i bytes, unsigned& owed) {
    const unsigned high = bits_of(bytes);
    const __m128i marks = _mm_or_si128(equal(bytes, '"'), equal(bytes, '\\'));
    if (bits_of(_mm_or_si128(less(bytes, 0x20), marks)) != high) {
        return false;
    }
    if ((high | owed) == 0) {
        return true;
    }
    const unsigned continued = bits_of(less(bytes, -64));                    // 0x80 … 0xBF
    const unsigned three = high & ~bits_of(less(bytes, -32));                // from 0xE0
    const __m128i four = _mm_andnot_si128(less(bytes, -16), less(bytes, 0)); // from 0xF0
    const __m128i two_odd = equal(_mm_and_si128(bytes, _mm_set1_epi8(-2)), 0xC0);
    const __m128i three_odd = _mm_or_si128(equal(bytes, 0xE0), equal(bytes, 0xED));
    if (bits_of(_mm_or_si128(four, _mm_or_si128(two_odd, three_odd))) != 0) {
        return false;
    }
    const unsigned expected = owed | (high & ~continued) << 1U | three << 2U;
    owed = expected >> 16U;
    return (expected & 0xFFFFU) == continued;
}

template <class Word>
std::uint64_t word_at(const char* text) {
    Word word;
    std::memcpy(&word, text, sizeof word);
    return word;
}

/// At most eight bytes as the low ones of a number, whose others are spaces. Where there are enough
/// bytes, two loads that overlap: bytes put together in memory would have to be waited for.
std::uint64_t padded_word(const char* text, std::size_t size) {
    constexpr std::uint64_t spaces = 0x2020202020202020U;
    if (size == 8) {
        return word_at<std::uint64_t>(text);
    }
    std::uint64_t word = spaces << 8 * size;
    if (size >= 4) {
        return word | word_at<std::uint32_t>(text) |
               word_at<std::uint32_t>(text + size - 4) << 8 * (size - 4);
    }
    for (std::size_t i = 0; i < size; ++i) {
        word |= word_at<std::uint8_t>(text + i) << 8 * i;
    }
    return word;
}

/// A text of less than a block, with spaces behind it.
__m128i padded(std::string_view text) {
    const std::size_t low = text.size() < 8 ? text.size() : 8;
    const std::uint64_t first = padded_word(text.data(), low);
    const std::uint64_t second = padded_word(text.data() + low, text.size() - low);
    return _mm_set_epi64x(static_cast<long long>(second), static_cast<long long>(first));
}

} // namespace

bool is_unescaped(std::string_view text) {
    constexpr std::size_t block = sizeof(__m128i);
    unsigned owed = 0;
    for (; text.size() >= block; text.remove_prefix(block)) {
        const auto* const bytes = reinterpret_cast<const __m128i*>(text.data());
        if (!block_is_plain(_mm_loadu_si128(bytes), owed)) {
            return false;
        }
    }
    return (text.empty() || block_is_plain(padded(text), owed)) && owed == 0;
}

#else

bool is_unescaped(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '"' || c == '\\') {
            return false;
        }
    }
    return text::first_invalid(text) == std::string_view::npos;
}

#endif

} // namespace heng::detail::json
