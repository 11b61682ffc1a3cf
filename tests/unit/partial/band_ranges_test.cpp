// SPDX-License-Identifier: Apache-2.0
//
// What unknown facts and unknown assessments leave open where a person gives a score within a band.
#include "support/late_report.hpp"

#include <heng/partial/partial.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heng;

namespace {

/// "[least, most] with" the facts of both ends, and what is unknown.
std::string open(const std::string& facts) {
    const auto rubric = RubricDocument::parse(test::late_rubric());
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto sheet = score_partial(*rubric, facts);
    if (!sheet) {
        return sheet.error().code;
    }
    const PartialItem& late = sheet->items.front();
    const auto end = [](const PartialEnd& each) {
        std::string text = (each.attained ? "" : "~") + text_of(each.score, {});
        for (const CompletedFact& fact : each.witness) {
            text += ' ' + fact.path + '=' + fact.value;
        }
        return text;
    };
    std::string text = '[' + end(late.least) + ", " + end(late.most) + ']';
    for (const UnknownFact& each : sheet->unknown) {
        text += ' ' + each.where + ":" + text_of(each.swing, {});
    }
    return text;
}

} // namespace

TEST_CASE("ranges, partial: an assessment that is not given is anywhere in the band") {
    CHECK(open(test::late_facts("20", "")) ==
          "[6 assessed.late=6, 7 assessed.late=7] assessed.late:1");
    CHECK(open(test::late_facts("45", "")) ==
          "[4 assessed.late=4, 5 assessed.late=5] assessed.late:1");
    CHECK(open(test::late_facts("20", "6.5")) == "[6.5, 6.5]");
    // the band has one score: nobody is asked
    CHECK(open(test::late_facts("15", "")) == "[8, 8]");
    CHECK(open(test::late_facts("46", "")) == "[0, 0]");
    // and "?" is as good as none
    CHECK(open(test::late_facts("20", "", R"(, "assessed": {"late": {"score": "?"}})")) ==
          "[6 assessed.late=6, 7 assessed.late=7] assessed.late:1");
}

TEST_CASE("ranges, partial: an unknown measure leaves the bands open that can hold") {
    const auto days = [](const std::string& facts) {
        const std::string text = open(facts);
        return text.substr(0, text.find(']') + 1);
    };
    CHECK(days(test::late_facts("\"?\"", "")) == "[0 days=400, 8 days=0]");
    // a score that was given holds in its band, and in bands that need none
    CHECK(days(test::late_facts("\"?\"", "6.5")) == "[0 days=400, 8 days=0]");
    CHECK(open(test::late_facts("20", "8")) == "facts.assessed");
}
