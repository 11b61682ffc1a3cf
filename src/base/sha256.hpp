// SPDX-License-Identifier: Apache-2.0
//
// SHA-256 for builds without libmd; document/digest.cpp chooses.
//
//     sha256("abc")     // ba 78 16 bf …
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace heng::detail::base {

/// The 32 bytes of the hash, the first first. Source: FIPS 180-4, sections 5.1.1 and 6.2. Linear in
/// the text.
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view text);

} // namespace heng::detail::base
