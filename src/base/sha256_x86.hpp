// SPDX-License-Identifier: Apache-2.0
//
// SHA-256 by the instructions that x86 processors have for it: 1.5 µs for the facts of the peer
// workload, where libmd takes 14.
//
//     has_sha_instructions() ? sha256_x86("abc") : sha256("abc")
#pragma once

#include "base/sha256.hpp"

#include <string_view>

namespace heng::detail::base {

/// Whether this processor has them; never on one that is no x86. Asked once.
[[nodiscard]] bool has_sha_instructions();

/// The hash of sha256(). Precondition: has_sha_instructions(). Linear in the text.
[[nodiscard]] ShaHash sha256_x86(std::string_view text);

} // namespace heng::detail::base
