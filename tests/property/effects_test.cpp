// SPDX-License-Identifier: Apache-2.0
//
// What a comparison says of facts that differ, on random rubrics with conditions: one that is said
// to have no effect changes no score, total or grade, neither alone in the old facts nor where it
// alone is left as it was in the new; one that is said to offset others does.
#include "random_claims.hpp"

#include <heng/diff/diff.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>

using namespace heng;
using namespace heng::test;

namespace {

/// `to` has the fact as `from` has it.
void take(const std::string& where, const ClaimFacts& from, ClaimFacts& to) {
    const std::size_t open = where.find('[');
    if (open != std::string::npos) {
        const std::size_t nth = std::stoul(where.substr(open + 1)) - 1;
        to.lists.at(where.substr(0, open)).at(nth) = from.lists.at(where.substr(0, open)).at(nth);
    } else if (to.lists.contains(where)) {
        to.lists[where] = from.lists.at(where);
    } else {
        to.values.at(where) = from.values.at(where);
    }
}

struct Scores {
    std::vector<std::pair<std::string, Points>> items;
    Points total{};
    std::string grade;
    bool operator==(const Scores&) const = default;
};

std::optional<Scores> scored(const RubricDocument& rubric, const ClaimFacts& facts) {
    const auto loaded = Facts::parse(rubric, facts.text());
    const auto sheet = loaded ? score(*loaded) : Failure{loaded.error()};
    if (!sheet) {
        return std::nullopt;
    }
    Scores scores;
    for (const Item& item : sheet->items) {
        scores.items.emplace_back(item.id, item.score);
    }
    scores.total = sheet->total;
    scores.grade = sheet->grade;
    return scores;
}

/// Whether the fact changes something alone, or left out.
bool has_effect(const RubricDocument& rubric, const ClaimFacts& old, const ClaimFacts& now,
                const std::string& where) {
    ClaimFacts with = old;
    take(where, now, with);
    ClaimFacts without = now;
    take(where, old, without);
    return scored(rubric, with) != scored(rubric, old) ||
           scored(rubric, without) != scored(rubric, now);
}

} // namespace

TEST_CASE("facts without effect change nothing, alone or left out") {
    const char* const wanted = std::getenv("HENG_PAIRS");
    const std::uint64_t pairs = wanted != nullptr ? std::stoull(wanted) : 300;
    std::size_t compared = 0;
    std::size_t without = 0;
    std::size_t offset = 0;
    std::size_t by_condition = 0;
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
        RandomClaims random{seed};
        if (random.has_units()) {
            continue; // whose facts are compared as they become one
        }
        const ClaimFacts now = random.others();
        const auto rubric = RubricDocument::parse(random.rubric());
        REQUIRE(rubric.has_value());
        const auto first = Facts::parse(*rubric, random.facts().text());
        const auto second = Facts::parse(*rubric, now.text());
        REQUIRE(first.has_value());
        REQUIRE(second.has_value());
        const auto gap = difference(*first, *second);
        if (!gap) {
            continue; // one of them can't be scored
        }
        INFO("seed " << seed << '\n'
                     << random.rubric() << '\n'
                     << random.facts().text() << '\n'
                     << now.text());
        ++compared;
        CHECK(gap->untried.empty());
        for (const Because& each : gap->without_effect) {
            INFO(each.where);
            CHECK_FALSE(has_effect(*rubric, random.facts(), now, each.where));
            ++without;
        }
        for (const Because& each : gap->offset) {
            INFO(each.where);
            CHECK(has_effect(*rubric, random.facts(), now, each.where));
            ++offset;
        }
        for (const ChangePart& part : gap->parts) {
            by_condition += part.kind == CauseKind::adjustment && part.because.size() > 1 ? 1U : 0U;
        }
    }
    MESSAGE("compared " << compared << ", without effect " << without << ", offset " << offset
                        << ", adjustments by a fact " << by_condition);
    CHECK(compared > pairs / 3);
    CHECK(without > compared);
    CHECK(by_condition > pairs / 50);
}
