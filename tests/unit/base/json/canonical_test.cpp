// SPDX-License-Identifier: Apache-2.0
#include "base/digest.hpp"
#include "base/json/canonical.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace heng;

namespace {

std::string canonical(std::string_view text) {
    return detail::json::canonical_of(detail::json::JsonDocument::parse(text, Limits{})->root());
}

} // namespace

TEST_CASE("what does not change the meaning of a document does not change its canonical form") {
    const std::pair<std::string_view, std::string_view> same[] = {
        {R"({"a":1,"b":2})", "{ \"b\" : 2 ,\n\t\"a\" : 1 }"},
        {R"({"a":1})", R"({"a":1,"$schema":"x","x-note":["y"]})"},
        {R"({"a":1.5})", R"({"a":1.50})"},
        {R"({"a":100})", R"({"a":1e2})"},
        {R"({"a":0.001})", R"({"a":1E-3})"},
        {R"({"a":0})", R"({"a":-0.0})"},
        {R"({"a":"衡\""})", R"({"a":"\u8861\u0022"})"},
        {R"({"é":1,"z":2})", R"({"z":2,"é":1})"},
    };
    for (const auto& texts : same) {
        CAPTURE(texts.first);
        CHECK(canonical(texts.first) == canonical(texts.second));
    }
}

TEST_CASE("what may change the meaning does") {
    const std::pair<std::string_view, std::string_view> different[] = {
        {R"({"a":1.5})", R"({"a":"1.5"})"},
        {R"({"a":"1.5"})", R"({"a":"1.50"})"},
        {R"({"a":[1,2]})", R"({"a":[2,1]})"},
        {R"({"a":null})", R"({})"},
        {R"({"a":0.1})", R"({"a":0.10000000000000000000001})"},
        {R"({"a":{}})", R"({"a":[]})"},
    };
    for (const auto& texts : different) {
        CAPTURE(texts.first);
        CHECK(canonical(texts.first) != canonical(texts.second));
    }
}

TEST_CASE("the canonical form itself") {
    CHECK(canonical(R"({"b":[true,false,null],"a":{"y":-1.20,"x":"\n"}})") ==
          "{\"a\":{\"x\":\"\\n\",\"y\":-1.2},\"b\":[true,false,null]}");
    CHECK(canonical("1" + std::string(999, '0')) == "1" + std::string(999, '0'));
}

TEST_CASE("the digest is SHA-256 (FIPS 180-4, appendix B.1)") {
    CHECK(detail::base::digest_of("abc") ==
          "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
