// SPDX-License-Identifier: Apache-2.0
//
// Where the kernel is sure and where it asks, one rule or step after the other.
#include "batch/kernel/kernel.hpp"

#include <heng/document/builtin.hpp>
#include <heng/document/rubric_document.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

using namespace heng;

namespace {

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

/// A rubric of one leaf of 10 points over the numbers a and b, the count n and the boolean t.
std::string rubric_of(const std::string& leaf, const std::string& at = R"("leaf")",
                      const std::string& a = "") {
    return R"--({"heng": "rubric/1", "id": "r", "title": "r", "points": "10",
        "rounding": {"scale": 2, "mode": "half-up", "at": [)--" +
           at +
           R"--(]}, "grades": [{"in": ">= 5", "grade": "pass"}, {"in": "[0..5)", "grade": "no"}],
        "inputs": {"a": {"type": "number")--" +
           a + R"--(}, "b": {"type": "number"}, "n": {"type": "count"}, "t": {"type": "boolean"}},
        "indicators": [{"id": "l", "name": "l", "points": "10", )--" +
           leaf + "}]}";
}

struct Row {
    std::int64_t a = 0;
    std::int64_t b = 1;
    std::int64_t n = 0;
    std::int64_t t = 0;
};

struct Outcome {
    bool asks = false;
    std::int64_t total = 0; ///< in hundredths of a point
    std::int32_t grade = -1;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

const Outcome asked{true, 0, -1};

/// What the kernel says of one row; of other rows beside it, nothing changes.
Outcome outcome(const std::string& text, const Row& row, int scale = 0, std::size_t beside = 0) {
    const auto rubric = RubricDocument::parse(text);
    REQUIRE_MESSAGE(rubric.has_value(), (rubric ? "" : rubric.error().message));
    const auto kernel = detail::kernel::Kernel::of(rubric->compiled());
    REQUIRE(kernel != nullptr);
    std::vector<std::int64_t> values[4];
    for (std::size_t i = 0; i <= beside; ++i) {
        const bool last = i == beside;
        values[0].push_back(last ? row.a : static_cast<std::int64_t>(i));
        values[1].push_back(last ? row.b : 7);
        values[2].push_back(last ? row.n : 1);
        values[3].push_back(last ? row.t : 0);
    }
    std::vector<detail::kernel::Column> columns;
    for (std::size_t i = 0; i < 4; ++i) {
        columns.push_back({values[i].data(), nullptr, i < 2 ? scale : 0});
    }
    std::vector<std::uint8_t> asks(beside + 1);
    detail::kernel::Scores scores{*kernel};
    kernel->score(columns, asks, scores);
    const std::int64_t unit = kernel->scale() == 2 ? 1 : 10;
    REQUIRE(scores.totals[beside] % unit == 0);
    return asks[beside] != 0 ? asked
                             : Outcome{false, scores.totals[beside] / unit, scores.grades[beside]};
}

bool is_covered(const std::string& text) {
    const auto rubric = RubricDocument::parse(text);
    REQUIRE_MESSAGE(rubric.has_value(), (rubric ? "" : rubric.error().message));
    return detail::kernel::Kernel::of(rubric->compiled()) != nullptr;
}

const std::string ratio = R"("measure": "a / b", "rule": )";

} // namespace

TEST_CASE("proportional: the cap, zero and less, denominators of any sign") {
    const std::string rubric =
        rubric_of(ratio + R"({"kind": "proportional", "cap": "0.8", "pass": "0.5"})");
    CHECK(outcome(rubric, {2, 3}) == Outcome{false, 833, 0});
    CHECK(outcome(rubric, {-2, -3}) == Outcome{false, 833, 0});
    CHECK(outcome(rubric, {1, 2}) == Outcome{false, 625, 0});
    CHECK(outcome(rubric, {4999, 10'000}) == Outcome{false, 0, 1});
    CHECK(outcome(rubric, {9, 3}) == Outcome{false, 1000, 0});
    CHECK(outcome(rubric, {2, -3}) == Outcome{false, 0, 1});
    CHECK(outcome(rubric, {0, 3}) == Outcome{false, 0, 1});
    CHECK(outcome(rubric, {2, 0}) == asked);
    CHECK(outcome(rubric, {greatest, greatest}) == Outcome{false, 1000, 0});
    CHECK(outcome(rubric, {least, least}) == Outcome{false, 1000, 0});
    CHECK(outcome(rubric, {greatest / 2, greatest}) == Outcome{false, 0, 1}); // just below 0.5
    CHECK(outcome(rubric, {greatest / 2 + 1, greatest}) == Outcome{false, 625, 0});
    for (const std::size_t beside : {1UL, 50UL, detail::kernel::most_rows - 1}) {
        CHECK(outcome(rubric, {2, 3}, 2, beside) == Outcome{false, 833, 0});
        CHECK(outcome(rubric, {least, least}, 2, beside) == Outcome{false, 1000, 0});
    }
}

TEST_CASE("proportional: what a zero denominator is worth") {
    const auto rubric = [](const std::string& worth) {
        return rubric_of(ratio + R"({"kind": "proportional", "if_zero_denominator": ")" + worth +
                         "\"}");
    };
    CHECK(outcome(rubric("zero"), {2, 0}) == Outcome{false, 0, 1});
    CHECK(outcome(rubric("full"), {2, 0}) == Outcome{false, 1000, 0});
    CHECK(outcome(rubric("full"), {0, 0}) == Outcome{false, 1000, 0});
    CHECK(outcome(rubric("error"), {2, 0}) == asked);
}

TEST_CASE("bands: the first that covers the measure; a gap asks") {
    const std::string rubric = rubric_of(ratio + R"--({"kind": "bands", "bands": [
        {"in": ">= 0.9", "score": "10"}, {"in": "(0.6..0.9)", "score": "7.5"},
        {"in": "[0.3..0.6]", "score": "2.005"}, {"in": "< 0", "score": "0"}]})--");
    CHECK(outcome(rubric, {9, 10}) == Outcome{false, 1000, 0});
    CHECK(outcome(rubric, {89, 100}) == Outcome{false, 750, 0});
    CHECK(outcome(rubric, {6, 10}) == Outcome{false, 201, 1});
    CHECK(outcome(rubric, {3, 10}) == Outcome{false, 201, 1});
    CHECK(outcome(rubric, {-1, 10}) == Outcome{false, 0, 1});
    CHECK(outcome(rubric, {29, 100}) == asked);
    CHECK(outcome(rubric, {1, 0}) == asked);
    CHECK(outcome(rubric, {greatest, greatest}) == Outcome{false, 1000, 0});
    CHECK(outcome(rubric, {greatest - 1, least}) == Outcome{false, 0, 1});
}

TEST_CASE("bands: one in which a person gives the score asks, the others do not") {
    const std::string some = R"--({"in": ">= 0.9", "score": "10"}, {"in": "[0.6..0.9)",
        "score_range": ["4", "6"]}, {"in": "-", "score": "0"}]})--";
    for (const std::string& bands : // with ends on the same side, and on both
         {R"({"kind": "bands", "bands": [)" + some,
          R"({"kind": "bands", "bands": [{"in": ">= 0.9", "score": "10"}, {"in": ">= 0.6",
              "score_range": ["4", "6"]}, {"in": ">= 0", "score": "0"}]})" +
              std::string{}}) {
        const std::string rubric = rubric_of(ratio + bands);
        CHECK(outcome(rubric, {9, 10}) == Outcome{false, 1000, 0});
        CHECK(outcome(rubric, {89, 100}) == asked);
        CHECK(outcome(rubric, {6, 10}) == asked);
        CHECK(outcome(rubric, {59, 100}) == Outcome{false, 0, 1});
        for (const std::size_t beside : {1UL, detail::kernel::most_rows - 1}) {
            CHECK(outcome(rubric, {9, 10}, 2, beside) == Outcome{false, 1000, 0});
            CHECK(outcome(rubric, {7, 10}, 2, beside) == asked);
        }
    }
}

TEST_CASE("occurrences: each kind up to its most, and never below zero") {
    const std::string rubric = rubric_of(R"("rule": {"kind": "occurrences", "each": [
        {"count": "n", "deduct": "0.5", "at_most": "4", "label": "n"},
        {"count": "a", "deduct": "3", "label": "a"}]})");
    CHECK(outcome(rubric, {0, 1, 3}) == Outcome{false, 850, 0});
    CHECK(outcome(rubric, {0, 1, 100}) == Outcome{false, 600, 0});
    CHECK(outcome(rubric, {1, 1, 100}) == Outcome{false, 300, 1});
    CHECK(outcome(rubric, {greatest, 1, greatest}) == Outcome{false, 0, 1});
    CHECK(outcome(rubric, {-1, 1, 0}) == asked);
    CHECK(outcome(rubric, {0, 1, -1}) == asked);
    CHECK(outcome(rubric, {20, 1, 0}, 1) == Outcome{false, 400, 1}); // 2.0 of a
    CHECK(outcome(rubric, {25, 1, 0}, 1) == asked);                  // 2.5 of a
}

TEST_CASE("checklist and condition") {
    CHECK(outcome(rubric_of(R"("rule": {"kind": "checklist", "items": [
        {"id": "p", "label": "p", "when": "t", "score": "6"},
        {"id": "q", "label": "q", "when": "a > b", "score": "4"}]})"),
                  {2, 1, 0, 0}) == Outcome{false, 400, 1});
    const std::string rubric = rubric_of(R"--("rule": {"kind": "condition", "when": "not(t)"})--");
    CHECK(outcome(rubric, {0, 1, 0, 0}) == Outcome{false, 1000, 0});
    CHECK(outcome(rubric, {0, 1, 0, 1}) == Outcome{false, 0, 1});
    CHECK(outcome(rubric, {0, 1, 0, 2}) == asked); // no boolean
}

TEST_CASE("an input's bounds hold also where no rule reads it") {
    const std::string rule = R"("rule": {"kind": "condition", "when": "t"})";
    const auto bounded = [&](const std::string& bounds) {
        return rubric_of(rule, R"("leaf")", bounds);
    };
    const std::string rubric = bounded(R"(, "minimum": "-0.05", "maximum": "12.5")");
    CHECK(outcome(rubric, {-5, 1, 0, 1}, 2).total == 1000);
    CHECK(outcome(rubric, {-6, 1, 0, 1}, 2) == asked);
    CHECK(outcome(rubric, {-1, 1, 0, 1}) == asked);
    CHECK(outcome(rubric, {12, 1, 0, 1}).total == 1000);
    CHECK(outcome(rubric, {13, 1, 0, 1}) == asked);
    CHECK(outcome(rubric, {125, 1, 0, 1}, 1).total == 1000);
    const std::string huge = bounded(R"(, "minimum": "1e30")");
    CHECK(outcome(huge, {greatest, 1, 0, 1}) == asked);
    CHECK(outcome(bounded(R"(, "minimum": "-1e30")"), {least, 1, 0, 1}).total == 1000);
}

TEST_CASE("arithmetic past 64 bits asks") {
    const auto formula = [](const std::string& measure) {
        return rubric_of(R"("rule": {"kind": "formula", "score": ")" + measure + "\"}");
    };
    CHECK(outcome(formula("a + b"), {3, 4}).total == 700);
    CHECK(outcome(formula("a + b"), {greatest, 1}) == asked);
    CHECK(outcome(formula("a - b"), {least, 1}) == asked);
    CHECK(outcome(formula("a * b"), {3, 2}, 1).total == 6); // 0.3 × 0.2
    CHECK(outcome(formula("a * b"), {greatest, 2}) == asked);
    CHECK(outcome(formula("a * b"), {1, 1}, 10) == asked); // 20 places
    CHECK(outcome(formula("-a"), {-5}).total == 500);
    CHECK(outcome(formula("-a"), {least}) == asked);
    CHECK(outcome(formula("abs(a)"), {least}) == asked);
    CHECK(outcome(formula("a / b + b / a"), {1, 2}).total == 250);
    CHECK(outcome(formula("a / b + b / a"), {1, 0}) == asked);
    CHECK(outcome(formula("a / b + b / a"), {greatest, greatest - 1}) == asked);
    CHECK(outcome(formula("a / b * (b / a)"), {greatest, greatest - 1}).total == 100);
    CHECK(outcome(formula("if a > b then a / b else 2"), {9, 2}).total == 450);
    CHECK(outcome(formula("if a > b then a else b / 3"), {1, 2}).total == 67);
    CHECK(outcome(formula("max(a, b, 3)"), {1, 2}).total == 300);
}

TEST_CASE("points of which 64 bits do not hold the units are not the kernel's") {
    const auto rubric = [](const std::string& points) {
        std::string text = rubric_of(ratio + R"({"kind": "proportional"})", R"("leaf", "total")");
        const std::string ten = R"("points": "10")";
        for (int i = 0; i < 2; ++i) { // of the rubric and of its leaf
            text.replace(text.find(ten), ten.size(), R"( "points" : ")" + points + '"');
        }
        return text;
    };
    CHECK(is_covered(rubric("10")));
    CHECK(is_covered(rubric("10995116277.75"))); // in hundredths of 40 bits
    CHECK_FALSE(is_covered(rubric("10995116277.76")));
    CHECK_FALSE(is_covered(rubric("18446744073709551.62"))); // × 10 is 2^64 and a little
}

TEST_CASE("what may pass the limits of an evaluation is the engine's") {
    const auto rubric = [](int leaves) {
        std::string sum = "sum([a";
        for (int i = 1; i < 10'000; ++i) {
            sum += ",a";
        }
        sum += "])";
        std::string text = R"({"heng": "rubric/1", "id": "r", "title": "r", "points": ")" +
                           std::to_string(leaves) +
                           R"(", "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf"]},
                              "inputs": {"a": {"type": "number"}}, "indicators": [)";
        for (int i = 0; i < leaves; ++i) {
            text += i == 0 ? "" : ",";
            text += R"({"id": "l)" + std::to_string(i) + R"(", "name": "l", "points": "1", )" +
                    R"("rule": {"kind": "proportional"}, "measure": ")" + sum + "\"}";
        }
        return text + "]}";
    };
    CHECK(is_covered(rubric(3)));
    CHECK_FALSE(is_covered(rubric(60))); // 600,000 elements, of 1,000,000
}

TEST_CASE("what the kernel does not do") {
    const std::string rule = R"("rule": {"kind": "condition", "when": "t"})";
    CHECK(is_covered(rubric_of(rule)));
    CHECK_FALSE(is_covered(rubric_of(R"("rule": {"kind": "condition", "when": "a ** 2 > 1"})")));
    CHECK_FALSE(
        is_covered(rubric_of(R"--("rule": {"kind": "condition", "when": "string(a) = \"1\""})--")));
}

TEST_CASE("all built-in rubrics are the kernel's") {
    for (const std::string_view id : builtin_ids()) {
        CAPTURE(id);
        CHECK(detail::kernel::Kernel::of(builtin(id)->compiled()));
    }
}

TEST_CASE("numbers of a rubric that are as long as numbers can be") {
    Limits most;
    most.digits = 19'728;
    const std::string huge(19'728, '9');
    for (const std::string& leaf :
         {R"("rule": {"kind": "occurrences",
              "each": [{"count": "n", "deduct": ")" +
              huge + R"(", "label": "n"}]})",
          ratio + R"({"kind": "proportional", "cap": ")" + huge + R"("})",
          ratio + R"({"kind": "step", "side": "above", "every": "1", "deduct": "1",
                      "part": "whole", "norm": ")" +
              huge + R"("})"}) {
        const auto rubric = RubricDocument::parse(rubric_of(leaf), most);
        REQUIRE_MESSAGE(rubric.has_value(), (rubric ? "" : rubric.error().message));
        CHECK_NOTHROW((void)detail::kernel::Kernel::of(rubric->compiled()));
    }
}
