// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.hpp"

#include <bit>

namespace heng::detail::base {
namespace {

/// The big-endian word at this byte, whatever order the processor has.
std::uint32_t sha_word(const char* at) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        word = (word << 8U) | static_cast<std::uint8_t>(at[i]);
    }
    return word;
}

void sha_mix(ShaState& state, const char* block) {
    std::array<std::uint32_t, 64> w{};
    for (std::size_t t = 0; t < 16; ++t) {
        w[t] = sha_word(block + 4 * t);
    }
    for (std::size_t t = 16; t < 64; ++t) {
        const std::uint32_t early = w[t - 15];
        const std::uint32_t late = w[t - 2];
        w[t] = w[t - 16] + w[t - 7] + (std::rotr(early, 7) ^ std::rotr(early, 18) ^ (early >> 3U)) +
               (std::rotr(late, 17) ^ std::rotr(late, 19) ^ (late >> 10U));
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t t = 0; t < 64; ++t) {
        const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                    ((e & f) ^ (~e & g)) + sha_constants[t] + w[t];
        const std::uint32_t second =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const ShaState mixed = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i) {
        state[i] += mixed[i];
    }
}

void sha_mix_all(ShaState& state, const char* bytes, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        sha_mix(state, bytes + i * sha_block);
    }
}

} // namespace

ShaHash sha256(std::string_view text) {
    return sha256_by(sha_mix_all, text);
}

} // namespace heng::detail::base
