// SPDX-License-Identifier: Apache-2.0
//
// What identifies a document: the SHA-256 of its canonical form (canonical.hpp).
//
//     digest_of("")     // "sha256:e3b0c442…"
#pragma once

#include <string>
#include <string_view>

namespace heng::detail::base {

/// "sha256:" and 64 hexadecimal digits. Source: FIPS 180-4. Linear in the text.
[[nodiscard]] std::string digest_of(std::string_view text);

} // namespace heng::detail::base
