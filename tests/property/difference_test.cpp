// SPDX-License-Identifier: Apache-2.0
//
// Whatever two facts documents and two rubrics are, the parts of the change sum to it, and the
// sheets alone give the same items.
#include "support/random_rubric.hpp"

#include <heng/diff/diff.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace heng;
using namespace heng::test;

namespace {

struct Scored {
    std::optional<RubricDocument> rubric;
    std::optional<Facts> facts;
    std::string sheet;
};

Scored scored(const DrawnRubric& drawn, const DrawnFacts& facts) {
    Scored result;
    const auto rubric = RubricDocument::parse(drawn.text);
    REQUIRE_MESSAGE(rubric.has_value(), drawn.text << '\n' << rubric.error().message);
    const auto read = Facts::parse(*rubric, text_of(facts));
    REQUIRE_MESSAGE(read.has_value(), text_of(facts) << '\n' << read.error().message);
    const auto sheet = score(*read);
    if (sheet) {
        result.rubric = *rubric;
        result.facts = *read;
        result.sheet = to_json(*sheet, *read);
    }
    return result;
}

Points sum(const Difference& difference) {
    Points total;
    for (const ChangePart& part : difference.parts) {
        CHECK(part.change != Points{});
        total += part.change;
    }
    return total;
}

void check(const Scored& one, const Scored& other, std::set<CauseKind>& kinds) {
    const auto gap = difference(*one.facts, *other.facts);
    REQUIRE(gap.has_value());
    CHECK(sum(*gap) == gap->change());
    for (const ChangePart& part : gap->parts) {
        kinds.insert(part.kind);
        CHECK(part.kind != CauseKind::unknown);
        CHECK(part.kind != CauseKind::unexplained);
    }
    const auto sheets = difference(one.sheet, other.sheet);
    REQUIRE(sheets.has_value());
    CHECK(sum(*sheets) == sheets->change());
    CHECK(sheets->change() == gap->change());
    CHECK(sheets->items.size() == gap->items.size());
    for (const ChangePart& part : sheets->parts) {
        CHECK(part.kind != CauseKind::unexplained);
    }
}

} // namespace

TEST_CASE("facts against facts: the parts sum to the change") {
    Random random{20230401};
    std::set<CauseKind> kinds;
    int compared = 0;
    for (int i = 0; i < 450; ++i) { // some draw no rubric
        const DrawnRubric drawn = draw_rubric(random);
        const Scored one = scored(drawn, draw_facts(random, drawn));
        for (int j = 0; j < 5 && one.rubric; ++j) {
            DrawnFacts facts = draw_facts(random, drawn);
            const Scored other = scored(drawn, facts);
            if (other.rubric) {
                INFO(drawn.text << text_of(facts));
                check(one, other, kinds);
                ++compared;
            }
        }
    }
    CHECK(compared >= 1'900);
    for (const CauseKind kind : {CauseKind::fact, CauseKind::assessment, CauseKind::adjustment,
                                 CauseKind::rounding, CauseKind::rescaling}) {
        INFO(std::string{name(kind)});
        CHECK(kinds.contains(kind));
    }
}

TEST_CASE("a rubric against another: the parts sum to the change") {
    Random random{20240401};
    std::set<CauseKind> kinds;
    int compared = 0;
    for (int i = 0; i < 1'800; ++i) {
        const DrawnRubric drawn = draw_rubric(random);
        const DrawnRubric other_drawn = draw_rubric(random);
        const Scored one = scored(drawn, draw_facts(random, drawn));
        const Scored other = scored(other_drawn, draw_facts(random, other_drawn));
        if (one.rubric && other.rubric) {
            INFO(drawn.text << other_drawn.text);
            check(one, other, kinds);
            ++compared;
        }
    }
    CHECK(compared >= 1'400);
    for (const CauseKind kind : {CauseKind::fact, CauseKind::rule, CauseKind::points,
                                 CauseKind::added, CauseKind::removed, CauseKind::rounding}) {
        INFO(std::string{name(kind)});
        CHECK(kinds.contains(kind));
    }
}
