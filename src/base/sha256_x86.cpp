// SPDX-License-Identifier: Apache-2.0
//
// Source of the steps: Intel, "Intel SHA Extensions" (2013). sha256rnds2 takes the state as two
// vectors, A B E F and C D G H, and does two rounds; sha256msg1 and sha256msg2 make the next four
// words of the schedule of the sixteen before.
#include "base/sha256_x86.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace heng::detail::base {

#if defined(__x86_64__) && defined(__GNUC__)

namespace {

bool processor_has_sha() {
    constexpr unsigned sha = 1U << 29U;
    constexpr unsigned ssse3 = 1U << 9U;
    constexpr unsigned sse41 = 1U << 19U;
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & ssse3) == 0 || (c & sse41) == 0) {
        return false;
    }
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & sha) != 0;
}

[[gnu::target("sha,sse4.1,ssse3")]] void mix_x86(ShaState& state, const char* bytes,
                                                 std::size_t count) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    auto* const words = reinterpret_cast<__m128i*>(state.data());
    const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(words), 0xB1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(words + 1), 0x1B);
    __m128i abef = _mm_alignr_epi8(badc, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, badc, 0xF0);
    for (; count > 0; --count, bytes += sha_block) {
        const __m128i abef_before = abef;
        const __m128i cdgh_before = cdgh;
        __m128i w[4];
#pragma GCC unroll 16
        for (unsigned i = 0; i < 16; ++i) { // four rounds
            __m128i& next = w[i % 4];
            if (i < 4) {
                const auto* const block = reinterpret_cast<const __m128i*>(bytes);
                next = _mm_shuffle_epi8(_mm_loadu_si128(block + i), big_endian);
            } else {
                const __m128i last = w[(i + 3) % 4];
                const __m128i seven = _mm_alignr_epi8(last, w[(i + 2) % 4], 4);
                next = _mm_add_epi32(_mm_sha256msg1_epu32(next, w[(i + 1) % 4]), seven);
                next = _mm_sha256msg2_epu32(next, last);
            }
            const auto* const constants = reinterpret_cast<const __m128i*>(sha_constants.data());
            const __m128i added = _mm_add_epi32(next, _mm_load_si128(constants + i));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(added, 0x0E));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128(words, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128(words + 1, _mm_alignr_epi8(dchg, feba, 8));
}

} // namespace

bool has_sha_instructions() {
    static const bool has = processor_has_sha(); // asking leaves a virtual machine: microseconds
    return has;
}

ShaHash sha256_x86(std::string_view text) {
    return sha256_by(mix_x86, text);
}

#else

bool has_sha_instructions() {
    return false;
}

ShaHash sha256_x86(std::string_view text) {
    return sha256(text);
}

#endif

} // namespace heng::detail::base
