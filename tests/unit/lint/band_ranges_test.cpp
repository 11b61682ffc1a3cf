// SPDX-License-Identifier: Apache-2.0
//
// Lint of bands in which a person gives the score: tests/cases/unsound.json has the findings.
#include "support/late_report.hpp"

#include <heng/lint/lint.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

std::string found(std::string_view bands) {
    const auto report = lint(test::late_rubric_of(bands));
    REQUIRE_MESSAGE(report.has_value(), report.error());
    std::string codes;
    for (const Finding& each : report->findings) {
        codes += (codes.empty() ? "" : " ") + each.code;
    }
    return codes;
}

} // namespace

TEST_CASE("ranges, lint: what meets is sound, what overlaps is not") {
    CHECK(found(test::late_bands).empty());
    // 8-6, 6-4: they share an end, and no worse band scores more
    CHECK(found(R"({"in": "<= 15", "score_range": ["6", "8"]},
                   {"in": "> 15", "score_range": ["4", "6"]})")
              .empty());
    CHECK(found(R"({"in": "<= 15", "score_range": ["6", "8"]},
                   {"in": "> 15", "score_range": ["4", "6.01"]})") == "band-scores-overlap");
    CHECK(found(R"({"in": "<= 15", "score": "8"}, {"in": "> 15", "score_range": ["0", "8"]})")
              .empty());
    CHECK(found(R"({"in": "<= 15", "score": "7.99"}, {"in": "> 15", "score_range": ["0", "8"]})") ==
          "band-scores-overlap");
    // the best that can be given is the points, or not
    CHECK(found(R"({"in": "-", "score_range": ["0", "8"]})").empty());
    CHECK(found(R"({"in": "-", "score_range": ["0", "7.99"]})") == "full-score-unreachable");
    // two bands with the same test in part, and other ranges
    CHECK(found(R"({"in": "<= 15", "score_range": ["6", "8"]},
                   {"in": "[10..400]", "score_range": ["4", "6"]})") == "band-overlap");
}

TEST_CASE("ranges, lint: a witness is a document that has the scores that its bands need") {
    const std::string rubric = test::late_rubric_of(
        R"({"in": "<= 15", "score": "8"}, {"in": "(15..30]", "score_range": ["6", "7"]})",
        R"--( "values": {"half": "1 / (if days = 20 then 0 else 1)"},
            "adjustments": [{"id": "a", "when": "half > 0", "deduct": 1, "reason": "r"}],)--");
    const auto report = lint(rubric);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    bool zero = false;
    for (const Finding& each : report->findings) {
        if (each.code == "zero-denominator") {
            zero = true;
            const auto facts = Facts::parse(*RubricDocument::parse(rubric), each.witness);
            REQUIRE_MESSAGE(facts.has_value(), facts.error());
            const auto sheet = score(*facts);
            REQUIRE_FALSE(sheet.has_value());
            CHECK(sheet.error().code == "facts.zero-denominator");
            CHECK(sheet.error().others.empty());
            CHECK(each.witness.find(R"("score":"6")") != std::string::npos);
        }
    }
    CHECK(zero);
}
