// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

using namespace heng::detail::text;

namespace {

/// The definition of optimal string alignment, without bounds: what `distance` must agree with.
std::size_t defined_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                                d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

std::vector<std::u32string> all_texts(std::size_t longest) {
    std::vector<std::u32string> texts{U""};
    for (std::size_t from = 0, length = 1; length <= longest; ++length) {
        const std::size_t end = texts.size();
        for (; from < end; ++from) {
            for (const char32_t c : U"ab预") {
                if (c != 0) {
                    texts.push_back(texts[from] + c);
                }
            }
        }
    }
    return texts;
}

} // namespace

TEST_CASE("the bounded distance is the distance, up to its bound") {
    const std::vector<std::u32string> texts = all_texts(5);
    REQUIRE(texts.size() == 364);
    for (const std::u32string& a : texts) {
        for (const std::u32string& b : texts) {
            const std::size_t exact = defined_distance(a, b);
            for (const std::size_t bound : {0U, 1U, 2U, 3U}) {
                if (distance(a, b, bound) != std::min(exact, bound + 1)) {
                    FAIL("distance of texts with ", a.size(), " and ", b.size(), " characters");
                }
            }
        }
    }
}

TEST_CASE("the nearest name") {
    constexpr std::array<std::string_view, 6> keys{"title",        "points",  "budget.annual",
                                                   "proportional", "half-up", "预算执行率"};
    CHECK(nearest("titel", keys) == "title");
    CHECK(nearest("TITLE", keys) == "title");
    CHECK(nearest("budget.anual", keys) == "budget.annual");
    CHECK(nearest("proportionate", keys) == "proportional");
    CHECK(nearest("half_up", keys) == "half-up");
    CHECK(nearest("预算执行律", keys) == "预算执行率");
    CHECK(nearest("weight", keys) == "");
    CHECK(nearest("预算", keys) == "");
    CHECK(nearest("", keys) == "");
    CHECK(nearest("t", keys) == "");
}

TEST_CASE("the nearer one wins, then the one that was shown first") {
    CHECK(nearest("signed_latte", std::array{"signed_later", "signed_late"}) == "signed_late");
    CHECK(nearest("cat", std::array{"bat", "hat"}) == "bat");
    CHECK(nearest("cat", std::array{"hat", "bat"}) == "hat");
}

TEST_CASE("very long names are not compared") {
    const std::string name(1'000'000, 'a');
    CHECK(nearest(name, std::array{name + "b"}) == "");
    CHECK(nearest("aaaaaaaaa", std::array{name}) == "");
}
