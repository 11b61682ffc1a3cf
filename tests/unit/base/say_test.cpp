// SPDX-License-Identifier: Apache-2.0
#include "base/say.hpp"

#include <doctest/doctest.h>

using namespace heng;
using namespace heng::detail::base;

TEST_CASE("say: an equals sign is true of the numbers as they are shown") {
    const Say say{Language::en};
    const auto product = [&](const std::string& rate, const std::string& result) {
        return say("", "{a} × {b} = {c} points", {{"a", "10"}, {"b", rate}, {"c", result}});
    };
    CHECK(product("0.5", "5") == "10 × 0.5 = 5 points");
    CHECK(product("≈0.3333", "≈3.3333") == "10 × ≈0.3333 ≈ 3.3333 points");
    CHECK(product("≈0.3333", "3") == "10 × ≈0.3333 ≈ 3 points");
    // each part of a sentence has an equals sign of its own
    CHECK(say("", "measure = {a}, norm = {b}", {{"a", "≈1.1111"}, {"b", "1"}}) ==
          "measure ≈ 1.1111, norm = 1");
    CHECK(Say{Language::zh}("{a} ÷ {b} = {c}，计 {d}", "",
                            {{"a", "≈1.1111"}, {"b", "2"}, {"c", "0.5"}, {"d", "1"}}) ==
          "≈1.1111 ÷ 2 ≈ 0.5，计 1");
    // what a rubric writes stays as it is
    CHECK(say("", "{a} holds: {b}", {{"a", "≈1"}, {"b", "x = 0"}}) == "≈1 holds: x = 0");
}
