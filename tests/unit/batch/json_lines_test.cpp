// SPDX-License-Identifier: Apache-2.0
//
// A batch of lines gives what scoring each line alone gives, in order, whatever the pieces in which
// the text comes and the number of threads.
#include "support/facts_text.hpp"
#include "support/files.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/document/builtin.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

using namespace heng;

namespace {

constexpr const char* use_rubric = R"({"heng": "rubric/1", "id": "use", "title": "Use",
    "basis": "local", "source": "a test", "language": "en", "unit": "万元", "points": "10",
    "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf"]},
    "inputs": {"spent": {"type": "money"}, "budget": {"type": "money"}},
    "indicators": [{"id": "use", "name": "Use", "points": "10", "basis": "local", "source": "t",
                    "measure": "spent / budget", "rule": {"kind": "proportional"}}]})";

std::string facts(int spent) {
    return R"({"heng": "facts/1", "subject": {"name": "A", "year": 2023}, "unit": "万元", )"
           R"("data": {"spent": )" +
           std::to_string(spent) + R"(, "budget": 100}})";
}

/// A text that is handed out in pieces of this many bytes.
BatchSource pieces(const std::string& text, std::size_t bytes, std::size_t& at) {
    return [&text, bytes, &at](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min({bytes, buffer.size(), text.size() - at});
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), size, buffer.begin());
        at += size;
        return size;
    };
}

struct Outcome {
    std::vector<std::string> lines{};
    std::vector<std::uint64_t> numbers{};
    BatchSummary summary{};
};

Outcome run(const RubricDocument& rubric, const std::string& text, const BatchOptions& options,
            std::size_t bytes = 1U << 20) {
    Outcome outcome;
    std::size_t at = 0;
    const auto sink = [&](const BatchLine& line) {
        outcome.lines.emplace_back(line.json);
        outcome.numbers.push_back(line.number);
        return true;
    };
    outcome.summary = score_lines(rubric, pieces(text, bytes, at), sink, options).value();
    return outcome;
}

BatchOptions threads(unsigned count) {
    BatchOptions options;
    options.threads = count;
    return options;
}

} // namespace

TEST_CASE("a summary or an error for each line, in order") {
    const auto rubric = RubricDocument::parse(use_rubric).value();
    const std::string text = facts(50) + "\n\n" + "{\"heng\": }\r\n" + facts(33) + "\r\n  \n" +
                             R"({"heng": "facts/1", "unit": "万元", "data": {"spent": 1}})" + '\n' +
                             facts(100);
    const Outcome outcome = run(rubric, text, threads(1));
    REQUIRE(outcome.lines.size() == 5);
    CHECK(outcome.lines[0] == R"({"line":1,"subject":{"name":"A","year":2023},"total":"5.00",)"
                              R"("grade":null,"scores":{"use":"5.00"}})");
    CHECK(outcome.lines[1].starts_with(R"({"line":3,"error":{"code":"json.)"));
    CHECK(outcome.lines[1].find(R"("column":10)") != std::string::npos);
    CHECK(outcome.lines[2].starts_with(R"({"line":4,)"));
    CHECK(outcome.lines[3].starts_with(R"({"line":6,"error":{"code":"facts.missing")"));
    CHECK(outcome.lines[4].find(R"("total":"10.00")") != std::string::npos);
    CHECK(outcome.numbers == std::vector<std::uint64_t>{1, 3, 4, 6, 7});
    CHECK(outcome.summary.documents == 5);
    CHECK(outcome.summary.failed == 2);
    CHECK_FALSE(outcome.summary.cancelled);
}

TEST_CASE("a year in which the rubric is not in force is told in its line") {
    std::string text = use_rubric;
    text.insert(text.find("\"points\""), R"("effective": {"from": "2023-07-01"}, )");
    const auto rubric = RubricDocument::parse(text).value();
    std::string other = facts(50);
    other.replace(other.find("2023"), 4, "2022");
    const std::string diagnostics =
        R"(,"diagnostics":[{"code":"outside-effective","where":"/subject/year",)"
        R"("message":"the facts are of 2022, and the rubric is in force from 2023-07-01 on"}]})";
    const std::string lines = facts(50) + '\n' + other + '\n' + facts(33) + '\n' + other;
    const Outcome outcome = run(rubric, lines, threads(1));
    REQUIRE(outcome.lines.size() == 4);
    CHECK(outcome.summary.failed == 0);
    CHECK(outcome.lines[0].ends_with(R"("scores":{"use":"5.00"}})"));
    CHECK(outcome.lines[1].ends_with(R"("scores":{"use":"5.00"})" + diagnostics));
    CHECK(outcome.lines[2].ends_with(R"("scores":{"use":"3.30"}})"));
    CHECK(outcome.lines[3].ends_with(R"("scores":{"use":"5.00"})" + diagnostics));
}

TEST_CASE("a score that is too long to be written is an error of its line, and of the document") {
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "long", "title": "L",
        "basis": "local", "language": "en", "points": "10", "inputs": {"a": {"type": "number"}},
        "indicators": [{"id": "x", "name": "X", "points": "10", "rule":
            {"kind": "formula", "score": "9 + (a ** 1000) ** 19 * a ** 728"}}]})")
                            .value();
    const auto document = [](const char* a) {
        return R"({"heng": "facts/1", "data": {"a": ")" + std::string{a} + R"("}})";
    };
    const std::string text = document("1") + '\n' + document("0.2") + '\n' + document("0");
    for (const unsigned count : {1U, 2U}) {
        const Outcome outcome = run(rubric, text, threads(count));
        REQUIRE(outcome.lines.size() == 3);
        CHECK(outcome.lines[0].find(R"("total":"10.00")") != std::string::npos);
        CHECK(outcome.lines[1].starts_with(R"({"line":2,"error":{"code":"limit.number")"));
        CHECK(outcome.lines[2].find(R"("total":"9.00")") != std::string::npos);
    }
    const auto sheet = score(Facts::parse(rubric, document("0.2")).value());
    REQUIRE_FALSE(sheet.has_value());
    CHECK(sheet.error().code == "limit.number");
}

TEST_CASE("neither the pieces nor the threads are seen in what comes out") {
    const auto rubric = RubricDocument::parse(use_rubric).value();
    std::string text;
    for (int i = 0; i < 600; ++i) {
        text += facts(i % 120) + (i % 7 == 0 ? "\n\n" : "\n");
    }
    const Outcome whole = run(rubric, text, threads(1));
    CHECK(whole.lines.size() == 600);
    for (const std::size_t bytes : {1U, 7U, 4'096U}) {
        CHECK(run(rubric, text, threads(1), bytes).lines == whole.lines);
    }
    for (const unsigned count : {0U, 2U, 3U, 8U}) {
        CHECK(run(rubric, text, threads(count)).lines == whole.lines);
    }
    CHECK(run(rubric, "", threads(2)).lines.empty());
    CHECK(run(rubric, "\n \t\n\r\r\n\r", threads(2)).lines.empty());
}

TEST_CASE("the workload of the peers, as scoring each document alone") {
    const auto rubric =
        RubricDocument::parse(test::file("tests/cases/peer-workload/rubric.json")).value();
    const auto rows = test::comma_separated("tests/cases/peer-workload/facts.csv");
    std::string text;
    std::vector<std::string> totals;
    for (std::size_t row = 1; row < std::min<std::size_t>(rows.size(), 201); ++row) {
        std::map<std::string, std::string> values;
        for (std::size_t i = 2; i < rows[0].size(); ++i) {
            values[rows[0][i]] = rows[row][i];
        }
        const std::string line = test::facts_text(values);
        const auto sheet = score(Facts::parse(rubric, line).value()).value();
        std::string expected = R"("total":")" + sheet.total_text() + R"(","grade":")" +
                               sheet.grade + R"(","scores":{)";
        for (const Item& item : sheet.items) {
            expected += (expected.ends_with('{') ? "\"" : ",\"") + item.id + R"(":")" +
                        item.score_text() + '"';
        }
        totals.push_back(expected + "}}");
        text += line + '\n';
    }
    const Outcome outcome = run(rubric, text, threads(2));
    REQUIRE(outcome.lines.size() == totals.size());
    for (std::size_t i = 0; i < totals.size(); ++i) {
        CHECK(outcome.lines[i].ends_with(totals[i]));
    }
}

TEST_CASE("a line that is too long is an error, and the next is read") {
    const auto rubric = RubricDocument::parse(use_rubric).value();
    BatchOptions options = threads(2);
    options.limits.bytes = 200;
    const std::string text = facts(1) + '\n' + std::string(700'000, 'x') + '\n' + facts(2) + '\n' +
                             std::string(300, 'y') + '\n' + facts(3) + '\n' +
                             std::string(600'000, 'z');
    for (const std::size_t bytes : {1'000U, 1U << 20}) {
        const Outcome outcome = run(rubric, text, options, bytes);
        REQUIRE(outcome.lines.size() == 6);
        CHECK(outcome.numbers == std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6});
        for (const std::size_t i : {1U, 3U, 5U}) {
            CHECK(outcome.lines[i].find(R"("code":"limit.bytes")") != std::string::npos);
        }
        CHECK(outcome.lines[4].find(R"("total":"0.30")") != std::string::npos);
        CHECK(outcome.summary.failed == 3);
    }
}

TEST_CASE("cancelled by the sink; ended by the source; left by an exception") {
    const auto rubric = RubricDocument::parse(use_rubric).value();
    std::string text;
    for (int i = 0; i < 8'000; ++i) {
        text += facts(i % 100) + '\n';
    }
    for (const unsigned count : {1U, 3U}) {
        std::size_t at = 0;
        std::size_t told = 0;
        const auto sink = [&](const BatchLine& /*line*/) {
            return ++told < 10;
        };
        const auto done =
            score_lines(rubric, pieces(text, 1U << 15, at), sink, threads(count)).value();
        CHECK(done.cancelled);
        CHECK(told == 10);
        CHECK(done.documents == 10);
        CHECK(at < text.size());

        const auto broken = [](std::span<char> /*buffer*/) -> std::optional<std::size_t> {
            return std::nullopt;
        };
        const auto any = [](const BatchLine& /*line*/) {
            return true;
        };
        CHECK(score_lines(rubric, broken, any, threads(count)).error().code == "batch.unreadable");

        at = 0;
        const auto throwing = [](const BatchLine& /*line*/) -> bool {
            throw std::runtime_error{"the sink"};
        };
        CHECK_THROWS_AS(
            (void)score_lines(rubric, pieces(text, 1U << 15, at), throwing, threads(count)),
            std::runtime_error);
    }
}
