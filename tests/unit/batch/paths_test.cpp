// SPDX-License-Identifier: Apache-2.0
//
// Whether a line goes to the kernel or to the engine is not seen in what comes out: a file with
// every kind of line gives the bytes that summary_line() gives for each line alone.
#include "batch/line_scorer.hpp"
#include "batch/summary_line.hpp"
#include "support/facts_text.hpp"
#include "support/files.hpp"
#include "support/random_facts.hpp"

#include <heng/batch/json_lines.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace heng;

namespace {

constexpr std::size_t longest = 4'000;

const RubricDocument& peer_rubric() {
    static const RubricDocument rubric =
        RubricDocument::parse(test::file("tests/cases/peer-workload/rubric.json")).value();
    return rubric;
}

/// The peers' documents, with subjects, and between them lines that are odd, broken or no facts.
std::vector<std::string> every_kind(std::size_t count) {
    const auto rows = test::comma_separated("tests/cases/peer-workload/facts.csv");
    std::vector<test::RandomInput> inputs;
    for (const detail::document::Input& input : peer_rubric().compiled().inputs) {
        inputs.push_back(
            {input.path, input.type == detail::document::InputType::boolean ? 'b' : 'c'});
    }
    test::RandomFacts random{5, inputs};
    std::vector<std::string> lines;
    for (std::size_t row = 1; row < std::min(rows.size(), count + 1); ++row) {
        std::map<std::string, std::string> values;
        for (std::size_t i = 2; i < rows[0].size(); ++i) {
            values[rows[0][i]] = rows[row][i];
        }
        const std::string plain = test::facts_text(values);
        lines.push_back(R"({"heng": "facts/1", "subject": {"name": "甲局", "year": 2023},)" +
                        plain.substr(plain.find(',') + 1));
        lines.push_back(plain);
        lines.push_back(
            R"({"heng": "facts/1", "subject": {"name": "\u7532\/\"\n\u0001\ud83d\ude00"},)" +
            plain.substr(plain.find(',') + 1));
        values.erase("budget.executed"); // its rule needs it
        lines.push_back(test::facts_text(values));
        const std::string odd = random.odd();
        for (std::string each : {odd, random.broken(plain), std::string{" "}}) {
            std::replace_if(
                each.begin(), each.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
            lines.push_back(each);
        }
        if (row % 50 == 0) {
            lines.push_back(std::string(longest + 1, ' ') + '{');
            lines.push_back("");
            lines.push_back(plain + '\r');
            lines.push_back("{");
        }
    }
    return lines;
}

struct Told {
    std::vector<std::string> lines{};
    std::size_t failed = 0;
};

Told batch_of(const RubricDocument& rubric, const std::string& text, const BatchOptions& options) {
    Told told;
    std::size_t at = 0;
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min(buffer.size(), text.size() - at);
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), size, buffer.begin());
        at += size;
        return size;
    };
    const auto sink = [&](const BatchLine& line) {
        told.lines.emplace_back(line.json);
        told.failed += line.failed ? 1 : 0;
        return true;
    };
    REQUIRE(score_lines(rubric, source, sink, options).has_value());
    return told;
}

/// What summary_line() gives for each line alone.
Told alone(const RubricDocument& rubric, const std::vector<std::string>& lines,
           const BatchOptions& options) {
    Told told;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view line = lines[i];
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.find_first_not_of(" \t") == std::string_view::npos) {
            continue;
        }
        const auto result = line.size() > options.limits.bytes
                                ? detail::batch::too_long(i + 1, options.limits)
                                : detail::batch::summary_line(rubric, line, i + 1, options);
        told.lines.push_back(result.json);
        told.failed += result.failed ? 1 : 0;
    }
    return told;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line + '\n';
    }
    return text;
}

void compare(const RubricDocument& rubric, const std::vector<std::string>& lines) {
    BatchOptions options;
    options.limits.bytes = longest;
    for (const UnreadFacts unread : {UnreadFacts::list, UnreadFacts::refuse}) {
        options.unread = unread;
        const Told expected = alone(rubric, lines, options);
        CHECK(expected.failed > 0);
        CHECK(expected.failed < expected.lines.size());
        for (const unsigned threads : {1U, 3U}) {
            options.threads = threads;
            const Told told = batch_of(rubric, joined(lines), options);
            CHECK(told.failed == expected.failed);
            REQUIRE(told.lines.size() == expected.lines.size());
            for (std::size_t i = 0; i < told.lines.size(); ++i) {
                CHECK(told.lines[i] == expected.lines[i]);
            }
        }
    }
}

std::string rubric_text(const std::string& more, const std::string& rule) {
    return R"({"heng": "rubric/1", "id": "use", "title": "Use", "basis": "local",)"
           R"("source": "a test", "language": "en", "unit": "万元", "points": "10", )" +
           more +
           R"("inputs": {"spent": {"type": "money", "minimum": "0", "maximum": "1000"},)"
           R"("budget": {"type": "money"}}, "indicators": [{"id": "u\"se", "name": "Use",)"
           R"("points": "10", "basis": "local", "source": "t",)"
           R"("measure": "spent / budget", "rule": )" +
           rule + "}]}";
}

/// Numbers of few and of many digits, in and out of their range, over zero, in every unit.
std::vector<std::string> quotients() {
    std::vector<std::string> lines;
    for (const char* unit : {"元", "万元", "亿元", "美元"}) {
        for (const char* budget : {"100", "3", "0", "0.7", "123456789.123456789"}) {
            for (const char* spent : {"50", "2.99", "-1", "1001", "0.000000001", "1e1", "\"3\""}) {
                lines.push_back(std::string{R"({"heng": "facts/1", "unit": ")"} + unit +
                                R"(", "data": {"spent": )" + spent + R"(, "budget": )" + budget +
                                "}}");
            }
        }
    }
    return lines;
}

} // namespace

TEST_CASE("the peers' workload with every kind of line") {
    const BatchOptions options;
    const detail::batch::BatchPlan plan{peer_rubric(), options};
    CHECK(plan.kernel != nullptr); // else nothing is compared
    compare(peer_rubric(), every_kind(400));
}

TEST_CASE("scores that are rounded, that end and that do not, with and without grades") {
    const std::string rounded = R"("rounding": {"scale": 2, "mode": "half-up", "at": ["leaf"]}, )";
    const std::string graded = R"("grades": [{"in": ">= 5", "grade": "\"A\""}], )";
    const std::string bands = R"({"kind": "bands", "bands": [{"in": "< 0.5", "score": "1.5"},)"
                              R"( {"in": "-", "rate": "1"}]})";
    for (const std::string& rubric :
         {rubric_text(rounded, R"({"kind": "proportional"})"),
          rubric_text(rounded + graded, R"({"kind": "proportional"})"),
          rubric_text("", R"({"kind": "proportional"})"), rubric_text(graded, bands)}) {
        INFO(rubric);
        compare(RubricDocument::parse(rubric).value(), quotients());
    }
}

TEST_CASE("a branch keeps its bonus where a part that may leave stays") {
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "r", "title": "r",
        "points": 5, "rounding": {"scale": 2, "mode": "half-up", "at": ["level-1", "total"]},
        "inputs": {"n": {"type": "count"}, "bonus": {"type": "count"}},
        "indicators": [{"id": "b", "name": "b", "points": 2, "extra": 2, "indicators": [
            {"id": "a", "name": "a", "points": 2,
             "not_applicable": {"when": "n = 0", "treat_as": "rescale"},
             "rule": {"kind": "condition", "when": "n > 1"}},
            {"id": "c", "name": "c", "points": 0, "extra": 2, "measure": "bonus",
             "rule": {"kind": "tally", "each": 1}}]},
        {"id": "d", "name": "d", "points": 3, "rule": {"kind": "condition", "when": "n < 9"}}]})");
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error().message);
    std::vector<std::string> lines;
    for (const char* const n : {"0", "1", "2", "9"}) {
        for (const char* const bonus : {"0", "1", "2", "3"}) {
            lines.push_back(test::facts_text({{"n", n}, {"bonus", bonus}}));
        }
    }
    const Told expected = alone(*rubric, lines, {});
    CHECK(expected.lines[9].find(R"("b":"3.00")") != std::string::npos); // n 2, bonus 1
    CHECK(batch_of(*rubric, joined(lines), {}).lines == expected.lines);
}
