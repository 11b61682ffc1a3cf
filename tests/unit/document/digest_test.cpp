// SPDX-License-Identifier: Apache-2.0
#include "document/digest.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <random>
#include <sha2.h>
#include <string>
#include <string_view>

using heng::document::digest_of;

namespace {

std::string of_libmd(std::string_view text) {
    std::array<char, SHA256_DIGEST_STRING_LENGTH> hex{};
    SHA256Data(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), hex.data());
    return "sha256:" + std::string{hex.data()};
}

} // namespace

TEST_CASE("digests are those of FIPS 180-4") {
    CHECK(digest_of("abc") ==
          "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(digest_of("") ==
          "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(digest_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(digest_of(std::string(1'000'000, 'a')) ==
          "sha256:cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("digests are libmd's, whatever the processor has, of texts of every length") {
    std::mt19937_64 chance{1};
    std::string text;
    for (int length = 0; length <= 1'500; ++length) {
        REQUIRE(digest_of(text) == of_libmd(text));
        text += static_cast<char>(chance() % 256);
    }
}
