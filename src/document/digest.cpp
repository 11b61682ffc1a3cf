// SPDX-License-Identifier: Apache-2.0
#include "document/digest.hpp"

#include <array>
#include <cstdint>
#include <sha2.h>

namespace heng::document {

std::string digest_of(std::string_view text) {
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> bytes{};
    SHA256Final(bytes.data(), &context);
    std::string hex = "sha256:";
    for (const std::uint8_t byte : bytes) {
        constexpr std::string_view digits = "0123456789abcdef";
        hex += digits[byte / 16];
        hex += digits[byte % 16];
    }
    return hex;
}

} // namespace heng::document
