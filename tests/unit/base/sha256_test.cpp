// SPDX-License-Identifier: Apache-2.0
//
// The SHA-256 of builds without libmd: the published vectors, and libmd's answers where it is
// there. That of the processor's own instructions is the same.
#include "base/sha256.hpp"
#include "base/sha256_x86.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#ifndef HENG_NO_LIBMD
#include <sha2.h>
#endif

using heng::detail::base::has_sha_instructions;
using heng::detail::base::sha256;
using heng::detail::base::sha256_x86;

namespace {

std::string hex_of(const std::array<std::uint8_t, 32>& bytes) {
    std::string hex;
    for (const std::uint8_t byte : bytes) {
        hex += "0123456789abcdef"[byte / 16];
        hex += "0123456789abcdef"[byte % 16];
    }
    return hex;
}

} // namespace

TEST_CASE("the hash of the published examples of FIPS 180-4") {
    CHECK(hex_of(sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex_of(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex_of(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex_of(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                        "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")) ==
          "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    CHECK(hex_of(sha256(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the hash of texts whose padding just fits a block, and just does not") {
    CHECK(hex_of(sha256(std::string(55, 'a'))) ==
          "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    CHECK(hex_of(sha256(std::string(56, 'a'))) ==
          "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    CHECK(hex_of(sha256(std::string(64, 'a'))) ==
          "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

TEST_CASE("the processor's instructions give the hash, for texts of every length") {
    if (!has_sha_instructions()) {
        MESSAGE("this processor has none");
        return;
    }
    std::mt19937_64 chance{2};
    std::string text;
    for (int length = 0; length <= 1'500; ++length) {
        REQUIRE(sha256_x86(text) == sha256(text));
        text += static_cast<char>(chance() % 256);
    }
    CHECK(hex_of(sha256_x86("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex_of(sha256_x86(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

#ifndef HENG_NO_LIBMD
TEST_CASE("the hash is libmd's for texts of every length") {
    std::mt19937_64 chance{1};
    std::string text;
    for (int length = 0; length <= 1'500; ++length) {
        std::array<char, SHA256_DIGEST_STRING_LENGTH> hex{};
        SHA256Data(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), hex.data());
        REQUIRE(hex_of(sha256(text)) == hex.data());
        text += static_cast<char>(chance() % 256);
    }
}
#endif
