// SPDX-License-Identifier: Apache-2.0
//
// No score leaves [floor, points in play + extra]: random rubrics whose points have more places
// than scores are rounded to, with rows of equal and of own weights, adjustments on leaves,
// branches and the total, and parts that leave. The batch line says the same, and
// the CSV has no fraction in it.
#include "support/random_rubric.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

using namespace heng;
using namespace heng::test;

namespace {

/// How many, or as many as the environment says, for a longer run by hand.
int rounds(int usual) {
    const char* const asked = std::getenv("HENG_ROUNDS");
    return asked != nullptr ? std::atoi(asked) : usual;
}

/// Points in thousandths, as a rubric writes them.
std::string thousandths(int points) {
    const std::string digits = std::to_string(1'000 + points % 1'000).substr(1);
    return std::to_string(points / 1'000) + '.' + digits;
}

std::string adjustment(Random& random, int points) {
    if (random.chance(40)) {
        return R"("adjustments": [{"id": "x", )" + draw_action(random, points / 1'000) +
               R"(, "reason": "r"}], )";
    }
    return R"("adjustments": [{"id": "x", "when": ")" + draw_condition(random) + R"(", ")" +
           random.of({"at_most", "set", "set", "deduct"}) + R"(": )" +
           thousandths(random.whole(0, points)) + R"(, "reason": "r"}], )";
}

/// A leaf whose rule is drawn for whole points, and whose points are some thousandths more.
std::string leaf(Random& random, DrawnRubric& drawn, const std::string& id, int points) {
    std::string text = draw_leaf(random, drawn, id, points / 1'000);
    const std::string whole = R"("points": )" + std::to_string(points / 1'000) + ", ";
    text.replace(text.find(whole), whole.size(), R"("points": )" + thousandths(points) + ", ");
    return text;
}

/// Rubrics as draw_rubric makes them, with points in thousandths.
DrawnRubric uneven_rubric(Random& random) {
    DrawnRubric drawn;
    std::string branches;
    int total = 0;
    const int count = random.whole(1, 3);
    for (int i = 0; i < count; ++i) {
        const std::string branch = "b" + std::to_string(i);
        std::string leaves;
        int sum = 0;
        const int below = random.whole(1, 3);
        for (int j = 0; j < below; ++j) {
            const int points = random.whole(1'000, 6'999);
            sum += points;
            leaves += (j > 0 ? ",\n  " : "") +
                      leaf(random, drawn, branch + ".l" + std::to_string(j), points);
        }
        total += sum;
        branches += (i > 0 ? ",\n " : "") + (R"({"id": ")" + branch) + R"(", "name": ")" + branch +
                    R"(", "points": )" + thousandths(sum) + ", " + draw_beyond(random).text +
                    (random.chance(40) ? adjustment(random, sum) : "") + R"("indicators": [)" +
                    leaves + "]}";
    }
    std::string inputs;
    for (const auto& [path, declaration] : drawn_inputs()) {
        inputs += (inputs.empty() ? "" : ", ") + ('"' + path + "\": ") + declaration;
    }
    drawn.text =
        R"({"heng": "rubric/1", "id": "drawn", "title": "drawn", "language": "en",)"
        R"( "unit": "万元", "points": )" +
        thousandths(total) + ", " + draw_beyond(random).text + R"("rounding": {"scale": )" +
        std::to_string(random.whole(0, 2)) + R"(, "mode": ")" +
        random.of({"half-up", "half-even", "half-down", "up", "down", "ceiling", "floor"}) +
        R"(", "at": )" +
        random.of({"[]", R"(["leaf"])", R"(["level-1", "total"])", R"(["leaf", "level-1"])",
                   R"(["row", "total"])", R"(["row"])", R"(["row", "leaf", "level-1", "total"])"}) +
        "}, " + (random.chance(40) ? adjustment(random, total) : "") + R"("inputs": {)" + inputs +
        R"(}, "values": {"paid": "money.spent / money.budget"}, "indicators": [)" + branches + "]}";
    return drawn;
}

/// Whether a score lies in what a node of these points in play may score.
bool is_within(const Points& score, const Points& points, const Beyond& beyond) {
    return score >= least_of(beyond) && score <= points + Points{beyond.extra};
}

/// The one line that a batch of this document gives.
std::string batch_line(const RubricDocument& rubric, const std::string& facts) {
    std::string line;
    std::size_t at = 0;
    const auto done = score_lines(
        rubric,
        [&](std::span<char> buffer) -> std::optional<std::size_t> {
            const std::size_t size = std::min(buffer.size(), facts.size() - at);
            std::memcpy(buffer.data(), facts.data() + at, size);
            at += size;
            return size;
        },
        [&](const BatchLine& each) {
            line = each.json;
            return true;
        });
    REQUIRE(done);
    return line;
}

} // namespace

TEST_CASE("no score leaves its floor, the points in play and extra, on any path") {
    Random random{20260};
    const int pairs = rounds(10'000);
    int scored = 0;
    int full = 0;
    int bounded = 0;
    int above = 0;
    int below = 0;
    for (int i = 0; i < pairs; ++i) {
        const DrawnRubric drawn = uneven_rubric(random);
        const auto rubric = RubricDocument::parse(drawn.text);
        INFO(drawn.text);
        REQUIRE(rubric);
        const std::string text = text_of(draw_facts(random, drawn));
        INFO(text);
        const auto facts = Facts::parse(*rubric, text);
        REQUIRE(facts);
        const auto sheet = score(*facts);
        std::string flat = text;
        std::erase(flat, '\n');
        const std::string line = batch_line(*rubric, flat);
        if (!sheet) {
            CHECK(line.find("\"error\"") != std::string::npos);
            continue;
        }
        ++scored;
        bool within = is_within(sheet->total, sheet->points, rubric->rubric().beyond);
        bool same = line.find("\"total\":\"" + sheet->total_text() + '"') != std::string::npos;
        for (const Item& item : sheet->items) {
            within = within && is_within(item.score, item.points, item.beyond);
            above += item.score > item.points ? 1 : 0;
            below += item.score < Points{} ? 1 : 0;
            same = same && line.find('"' + item.id + "\":\"" + item.score_text() + '"') !=
                               std::string::npos;
            full += item.score == item.points ? 1 : 0;
            bounded += item.why.find("rounding goes no further") != std::string_view::npos ||
                               item.why.find("points in play") != std::string_view::npos
                           ? 1
                           : 0;
        }
        CHECK(within);
        CHECK(same);
        const std::string csv = to_csv(*sheet);
        INFO(csv);
        CHECK(csv.find('/') == std::string::npos);
    }
    MESSAGE(scored << " scored, " << full << " of full marks, " << bounded << " bounded, " << above
                   << " above their points, " << below << " below 0");
    CHECK(scored * 2 > pairs);
    CHECK(bounded * 20 > scored);
    CHECK(above * 20 > scored);
    CHECK(below * 20 > scored);
}
