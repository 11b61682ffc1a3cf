// SPDX-License-Identifier: Apache-2.0
//
// A rubric made ready for plain documents: what it says of a score is what the sheet says, and
// threads that score at once do not meet.
#include "base/threads.hpp"
#include "batch/plain_rubric.hpp"
#include "support/bonus_rubric.hpp"
#include "support/peer_workload.hpp"

#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace heng;
using detail::batch::PlainRubric;

namespace {

/// Whether the text is plain; then its score reads as on the sheet.
bool reads_as_sheet(const PlainRubric& plain, std::string_view text) {
    const auto score = plain.score(text);
    if (!score) {
        return false;
    }
    const ScoreSheet sheet = heng::score(Facts::parse(plain.rubric(), text).value()).value();
    CHECK(plain.total_text(*score) == sheet.total_text());
    CHECK(plain.rate_text(*score) == sheet.rate());
    CHECK(plain.grade_text(*score) == sheet.grade);
    CHECK(score->items == sheet.items.size());
    return true;
}

} // namespace

TEST_CASE("a plain document has the total, rate and grade of its sheet") {
    const test::PeerWorkload work;
    const PlainRubric plain{work.rubric};
    for (std::size_t i = 0; i < work.size(); i += 50) {
        CHECK(reads_as_sheet(plain, work.texts[i]));
    }
}

TEST_CASE("totals past the points, below 0 and held to a lower grade read as on the sheet") {
    const PlainRubric plain{test::bonus_rubric()};
    CHECK(reads_as_sheet(plain, test::BonusFacts{.done = "1.5", .awards = 2}.text()));
    CHECK(reads_as_sheet(plain, test::BonusFacts{.done = "1.12", .problems = 3}.text()));
    CHECK(reads_as_sheet(plain, test::BonusFacts{.done = "0.5", .problems = 9, .late = 9}.text()));
    CHECK(reads_as_sheet(plain, test::BonusFacts{.veto = 1}.text()));
    const auto least =
        plain.score(test::BonusFacts{.done = "0.1", .problems = 9, .late = 9, .spent = "0"}.text());
    REQUIRE(least);
    CHECK(least->total < 0);
    CHECK(plain.rate_text(*least).front() == '-');
}

TEST_CASE("a total whose decimals do not end reads as on the sheet") {
    const std::string text = R"({"heng": "facts/1", "data": {"a": 1, "b": 3}})";
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "r", "title": "r",
        "points": "10", "inputs": {"a": {"type": "number"}, "b": {"type": "number"}},
        "indicators": [{"id": "x", "name": "x", "points": "10", "measure": "a / b",
                        "rule": {"kind": "proportional"}}]})");
    REQUIRE_MESSAGE(rubric, rubric.error());
    const PlainRubric third{*rubric};
    CHECK(reads_as_sheet(third, text));
    const auto score = third.score(text);
    CHECK(third.total_text(score.value()) == "10/3");
}

TEST_CASE("what is not plain is left to the engine") {
    const test::PeerWorkload work;
    const PlainRubric plain{work.rubric};
    CHECK_FALSE(plain.score("{"));
    CHECK_FALSE(plain.score(R"({"heng": "facts/1", "data": {}})")); // facts are missing
    CHECK(plain.score(work.texts[0])); // and after it what is plain is plain
    const auto other = RubricDocument::parse(R"({"heng": "rubric/1", "id": "r", "title": "r",
        "points": "10", "inputs": {"names": {"type": "text"}},
        "indicators": [{"id": "x", "name": "x", "points": "10",
                        "measure": "string length(upper case(names)) / 10",
                        "rule": {"kind": "proportional"}}]})");
    REQUIRE_MESSAGE(other, other.error());
    const PlainRubric none{*other};
    CHECK_FALSE(none.score(R"({"heng": "facts/1", "data": {"names": "abc"}})"));
}

TEST_CASE("threads that score at once score alike") {
    if (!detail::base::has_threads) {
        return;
    }
    const test::PeerWorkload work;
    const PlainRubric plain{work.rubric}; // compiled by whoever comes first
    constexpr std::size_t count = 6;
    std::array<std::vector<std::int64_t>, count> totals;
    std::vector<detail::base::Thread> threads;
    for (std::size_t i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            for (std::size_t document = 0; document < 200; ++document) {
                const auto score = plain.score(work.texts[(document + 31 * i) % 200]);
                totals.at(i).push_back(score ? score->total : -1);
            }
        });
    }
    for (detail::base::Thread& thread : threads) {
        thread.join();
    }
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t document = 0; document < 200; ++document) {
            const std::string& wanted = work.answer((document + 31 * i) % 200, "total");
            CHECK(test::hundredths_text(totals.at(i).at(document)) == wanted);
        }
    }
}
