// SPDX-License-Identifier: Apache-2.0
#include "base/digest.hpp"
#include "base/sha256_x86.hpp"

#ifndef HENG_NO_LIBMD
#include <sha2.h>
#endif

namespace heng::detail::base {
namespace {

ShaHash hash(std::string_view text) {
    if (has_sha_instructions()) {
        return sha256_x86(text);
    }
#ifndef HENG_NO_LIBMD
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    ShaHash bytes{};
    SHA256Final(bytes.data(), &context);
    return bytes;
#else
    return base::sha256(text);
#endif
}

} // namespace

std::string digest_of(std::string_view text) {
    std::string hex = "sha256:";
    for (const std::uint8_t byte : hash(text)) {
        constexpr std::string_view digits = "0123456789abcdef";
        hex += digits[byte / 16];
        hex += digits[byte % 16];
    }
    return hex;
}

} // namespace heng::detail::base
