// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "base/text/utf8_scan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define HENG_SCANS_WITH_AVX2
#include <immintrin.h>
#endif

namespace heng::detail::text {
namespace {

/// By characters, and ASCII by words.
bool is_valid(std::string_view utf8) {
    constexpr std::uint64_t high = 0x8080'8080'8080'8080U;
    for (std::size_t at = 0; at < utf8.size();) {
        std::uint64_t word = 0;
        if (utf8.size() - at >= sizeof word) {
            std::memcpy(&word, utf8.data() + at, sizeof word);
            if ((word & high) == 0) {
                at += sizeof word;
                continue;
            }
        }
        const CodePoint point = decode(utf8, at);
        if (!point.valid) {
            return false;
        }
        at += point.length;
    }
    return true;
}

#ifdef HENG_SCANS_WITH_AVX2

constexpr std::size_t block = 32;
constexpr std::size_t before = 2; ///< bytes that a block is looked at with

[[gnu::target("avx2")]] inline __m256i all(int byte) {
    return _mm256_set1_epi8(static_cast<char>(byte));
}

[[gnu::target("avx2")]] inline __m256i load(const char* at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}

/// A vector that is zero where the block has nothing wrong and nothing odd, that is a first byte
/// after which not all continuations are valid (Table 3-7 of the Unicode standard).
[[gnu::target("avx2")]] inline __m256i faults_of(const char* at) {
    const __m256i bytes = load(at);
    const __m256i last = load(at - 1);
    const __m256i last_but_one = load(at - 2);
    const __m256i continues = _mm256_cmpgt_epi8(all(-64), bytes); // 0x80 … 0xBF, signed
    const __m256i owed = _mm256_or_si256(_mm256_subs_epu8(last, all(0xBF)),
                                         _mm256_subs_epu8(last_but_one, all(0xDF)));
    const __m256i free = _mm256_cmpeq_epi8(owed, _mm256_setzero_si256());
    const __m256i two = _mm256_cmpeq_epi8(_mm256_and_si256(bytes, all(0xFE)), all(0xC0));
    const __m256i three =
        _mm256_or_si256(_mm256_cmpeq_epi8(bytes, all(0xE0)), _mm256_cmpeq_epi8(bytes, all(0xED)));
    const __m256i four = _mm256_subs_epu8(bytes, all(0xEF));
    const __m256i odd = _mm256_or_si256(_mm256_or_si256(two, three), four);
    return _mm256_or_si256(odd, _mm256_cmpeq_epi8(continues, free));
}

/// The end of a text of a block or more is looked at with zeros behind it, its beginning with zeros
/// before it.
[[gnu::target("avx2")]] bool is_plain(std::string_view utf8) {
    std::array<char, before + block> edge{};
    std::memcpy(edge.data() + before, utf8.data(), block);
    __m256i faults = faults_of(edge.data() + before);
    std::size_t at = block;
    for (; utf8.size() - at >= 2 * block; at += 2 * block) {
        const char* const here = utf8.data() + at;
        faults = _mm256_or_si256(faults, _mm256_or_si256(faults_of(here), faults_of(here + block)));
    }
    if (utf8.size() - at >= block) {
        faults = _mm256_or_si256(faults, faults_of(utf8.data() + at));
        at += block;
    }
    edge.fill(0);
    std::memcpy(edge.data(), utf8.data() + at - before, before + utf8.size() - at);
    faults = _mm256_or_si256(faults, faults_of(edge.data() + before));
    return _mm256_testz_si256(faults, faults) != 0;
}

bool has_avx2() {
    static const bool found = [] {
        __builtin_cpu_init();
        return __builtin_cpu_supports("avx2") != 0;
    }();
    return found;
}

#endif

} // namespace

bool is_surely_valid(std::string_view utf8) {
#ifdef HENG_SCANS_WITH_AVX2
    if (utf8.size() >= block && has_avx2()) {
        return is_plain(utf8);
    }
#endif
    return is_valid(utf8);
}

} // namespace heng::detail::text
