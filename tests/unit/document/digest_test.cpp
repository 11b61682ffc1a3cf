// SPDX-License-Identifier: Apache-2.0
//
// A rubric's digest is made when it is asked for: once, whoever asks.
#include "base/digest.hpp"
#include "base/json/canonical.hpp"
#include "base/threads.hpp"

#include <heng/document/builtin.hpp>

#include <doctest/doctest.h>

#include <array>
#include <deque>
#include <string>

using namespace heng;

TEST_CASE("a rubric's digest is that of its canonical form without its tests") {
    const RubricDocument rubric = builtin("project-2020").value();
    const auto json = detail::json::JsonDocument::parse(rubric.text(), Limits{}).value();
    constexpr std::array<std::string_view, 2> without{"tests", "equivalent"};
    const std::string& digest = rubric.digest();
    CHECK(digest == detail::base::digest_of(detail::json::canonical_of(json.root(), without)));
    CHECK(&rubric.digest() == &digest);
    CHECK(rubric.spoken_in(Language::en).digest() == digest);
}

TEST_CASE("threads that ask for a digest at once get the same") {
    const RubricDocument rubric = builtin("hunan-unit-2018").value();
    const RubricDocument spoken = rubric.spoken_in(Language::en); // of the same document
    constexpr std::size_t count = detail::base::has_threads ? 8 : 0;
    std::array<const std::string*, 8> found{};
    std::deque<detail::base::Thread> threads;
    for (std::size_t i = 0; i < count; ++i) {
        threads.emplace_back([&, i] { found[i] = &(i % 2 == 0 ? rubric : spoken).digest(); });
    }
    for (detail::base::Thread& thread : threads) {
        thread.join();
    }
    for (std::size_t i = 0; i < count; ++i) {
        CHECK(found[i] == &rubric.digest());
    }
}
