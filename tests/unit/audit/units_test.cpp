// SPDX-License-Identifier: Apache-2.0
//
// A department whose units are scored one by one: its form is not accused of heng's own scores.
#include "support/files.hpp"

#include <heng/audit/audit.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heng;

namespace {

/// The example's facts with what they are scored at as what was printed; one score as given.
std::string published(const ScoreSheet& sheet, const std::string& id, const std::string& printed) {
    std::string scores;
    for (const Item& item : sheet.items) {
        scores += scores.empty() ? "" : ", ";
        scores += '"' + item.id + "\": \"" + (item.id == id ? printed : item.score_text()) + '"';
    }
    std::string facts = test::file("examples/units/facts.json");
    return facts.insert(facts.find("\"subject\""), R"("published": {"scores": {)" + scores +
                                                       R"(}, "total": ")" + sheet.total_text() +
                                                       "\"},");
}

} // namespace

TEST_CASE("audit: what is scored unit by unit is not recomputed, and the rest is") {
    const auto rubric = RubricDocument::parse(test::file("examples/units/rubric.json"));
    REQUIRE(rubric.has_value());
    const auto facts = Facts::parse(*rubric, test::file("examples/units/facts.json"));
    REQUIRE(facts.has_value());
    const auto sheet = score(*facts);
    REQUIRE(sheet.has_value());
    const auto right = audit(*rubric, published(*sheet, "", ""));
    REQUIRE_MESSAGE(right.has_value(), (right ? "" : right.error().message));
    for (const Finding& each : right->findings) {
        CHECK(each.code == "not-checked");
    }
    CHECK(right->checked.not_compared == right->findings.size());
    std::size_t found = 0;
    for (const Item& item : sheet->items) {
        if (item.kind == ItemKind::leaf && !std::holds_alternative<ByUnits>(item.reason)) {
            const auto wrong = audit(*rubric, published(*sheet, item.id, "0.01"));
            REQUIRE(wrong.has_value());
            found += wrong->checked.wrong > 0 ? 1U : 0U;
        }
    }
    CHECK(found > 0);
}
