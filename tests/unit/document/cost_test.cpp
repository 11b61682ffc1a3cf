// SPDX-License-Identifier: Apache-2.0
//
// What scoring one document may cost: a named value is evaluated once for all indicators, and a
// rubric that would take for ever ends in an error.
#include "support/facts_text.hpp"

#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heng;

namespace {

/// A rubric of `count` indicators of a point each, which share the value `work`.
std::string rubric_text(std::string_view work, std::string_view measure, int count) {
    std::string indicators;
    for (int i = 0; i < count; ++i) {
        const std::string id = "i" + std::to_string(i);
        indicators += (i == 0 ? R"({"id": ")" : R"(, {"id": ")") + id + R"(", "name": ")" + id +
                      R"(", "points": "1", "measure": ")" + std::string{measure} +
                      R"(", "rule": {"kind": "proportional"}})";
    }
    return R"({"heng": "rubric/1", "id": "cost", "title": "cost", "unit": "万元", "points": ")" +
           std::to_string(count) + R"(", "language": "en",
 "inputs": {"n": {"type": "number"}}, "values": {"work": ")" +
           std::string{work} + R"("}, "indicators": [)" + indicators + "]}";
}

Result<ScoreSheet> scored(const std::string& text) {
    const auto rubric = RubricDocument::parse(text);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error().message);
    const auto facts = Facts::parse(*rubric, test::facts_text({{"n", "2"}}));
    REQUIRE(facts.has_value());
    return score(*facts);
}

} // namespace

TEST_CASE("a named value is evaluated once for a document") {
    // it makes more than half of the list elements that a document may
    const std::string_view work = "count((for i in 1..400000 return i)[item > n]) / 399998";
    const auto once = scored(rubric_text(work, "work", 12));
    REQUIRE_MESSAGE(once.has_value(), once.error().message);
    CHECK(once->total_text() == "12.00");
    const auto again = scored(rubric_text("1", work, 12));
    REQUIRE(!again.has_value());
    CHECK(again.error().code == "limit.exceeded");
}

TEST_CASE("a rubric that would take for ever ends in an error") {
    const std::string_view hostile[] = {
        "count(for i in 1..1000000000 return i * n)",                        // elements
        "if some i in 1..1000000000 satisfies i < n - 2 then 1 else 0",      // steps
        "string length(string(for i in 1..50 return if i = 1 then [n] else " // text
        "[partial[-1], partial[-1]])) * 1",
        "(n * 10 ** 999) ** 100", // digits
    };
    for (const std::string_view measure : hostile) {
        CAPTURE(measure);
        const auto sheet = scored(rubric_text("1", measure, 1));
        REQUIRE(!sheet.has_value());
        CHECK(sheet.error().status == Status::limit_exceeded);
        CHECK(sheet.error().code == "limit.exceeded");
    }
}

TEST_CASE("of what many indicators read no more is listed than a document may be long") {
    std::string text = rubric_text(R"(if n = \"y\" then 1 else 0)", "work", 100);
    text.replace(text.find(R"("type": "number")"), 16, R"("type": "text")");
    const auto rubric = RubricDocument::parse(text);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error().message);
    const auto with = [&](std::size_t length) {
        const auto facts = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {"n": ")" +
                                                     std::string(length, 'x') + "\"}}");
        REQUIRE(facts.has_value());
        return score(*facts).value();
    };
    const ScoreSheet small = with(1'000);
    CHECK(small.diagnostics.empty());
    CHECK(small.items.back().inputs.size() == 1);
    const ScoreSheet large = with(1'000'000);
    REQUIRE(large.diagnostics.size() == 1);
    CHECK(large.diagnostics[0].code == "unlisted-inputs");
    CHECK(large.diagnostics[0].where == "i67");
    CHECK(large.items.front().inputs.size() == 1);
    CHECK(large.items[66].inputs[0].value.data() == large.items[0].inputs[0].value.data());
    CHECK(large.items[67].inputs.empty());
    CHECK(large.items.back().inputs.empty());
    CHECK(large.total_text() == small.total_text());
}
