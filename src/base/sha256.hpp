// SPDX-License-Identifier: Apache-2.0
//
// SHA-256 in C++, for platforms that have neither libmd nor instructions for it; digest.cpp
// chooses. What each way to mix a block shares stands here too.
//
//     sha256("abc")     // ba 78 16 bf …
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heng::detail::base {

inline constexpr std::size_t sha_block = 64; ///< bytes

/// The first 32 bits of the fractions of the cube roots of the first 64 primes (section 4.2.2).
alignas(16) inline constexpr std::array<std::uint32_t, 64> sha_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using ShaState = std::array<std::uint32_t, 8>;
using ShaHash = std::array<std::uint8_t, 32>;

/// The hash of `text`, padded as section 5.1.1 has it; `mix(state, bytes, count)` mixes `count`
/// blocks into the state (section 6.2.2).
template <class Mix>
[[nodiscard]] ShaHash sha256_by(Mix mix, std::string_view text) {
    ShaState state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const std::uint64_t bits = std::uint64_t{text.size()} * 8;
    mix(state, text.data(), text.size() / sha_block);
    text.remove_prefix(text.size() / sha_block * sha_block);
    // the rest, a bit that is set, zeros, and in the last eight bytes the length in bits
    std::array<char, 2 * sha_block> end{};
    text.copy(end.data(), text.size());
    end[text.size()] = static_cast<char>(0x80);
    const std::size_t size = text.size() < sha_block - 8 ? sha_block : end.size();
    for (std::size_t i = 0; i < 8; ++i) {
        end[size - 1 - i] = static_cast<char>((bits >> (8 * i)) & 0xffU);
    }
    mix(state, end.data(), size / sha_block);
    ShaHash bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    }
    return bytes;
}

/// The 32 bytes of the hash, the first first. Source: FIPS 180-4, sections 5.1.1 and 6.2. Linear in
/// the text.
[[nodiscard]] ShaHash sha256(std::string_view text);

} // namespace heng::detail::base
