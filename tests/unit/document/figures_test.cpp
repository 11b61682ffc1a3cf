// SPDX-License-Identifier: Apache-2.0
//
// Figures that are read as they are written, though they look otherwise: a percentage without its
// sign, a printed double. They score, and the sheet and the batch say so.
#include <heng/batch/json_lines.hpp>
#include <heng/facts/facts.hpp>
#include <heng/lint/lint.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace heng;

namespace {

RubricDocument rubric_of(const std::string& input, const std::string& measure = "x") {
    auto loaded = RubricDocument::parse(
        R"({"heng": "rubric/1", "id": "s", "title": "s", "unit": "万元", "points": "10",
            "language": "en", "basis": "local", "source": "s", "inputs": {"x": )" +
        input + R"(}, "indicators": [{"id": "a", "name": "A", "points": "10", "measure": ")" +
        measure + R"(", "rule": {"kind": "proportional"}}]})");
    REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
    return *loaded;
}

std::string facts_with(const std::string& value) {
    return R"({"heng": "facts/1", "unit": "万元", "data": {"x": )" + value + "}}";
}

/// "code where" of each diagnostic; the code of the error where it is refused.
std::vector<std::string> told(const RubricDocument& rubric, const std::string& facts_text) {
    const auto facts = Facts::parse(rubric, facts_text);
    if (!facts) {
        return {facts.error().code};
    }
    const auto sheet = score(*facts);
    REQUIRE(sheet.has_value());
    std::vector<std::string> codes;
    for (const Diagnostic& each : sheet->diagnostics) {
        CHECK(!each.message.empty());
        codes.push_back(each.code + " " + each.where);
    }
    return codes;
}

std::string batch_line(const RubricDocument& rubric, const std::string& line) {
    std::size_t at = 0;
    std::string told;
    const BatchSource source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min(buffer.size(), line.size() - at);
        std::copy_n(line.begin() + static_cast<std::ptrdiff_t>(at), size, buffer.begin());
        at += size;
        return size;
    };
    const BatchSink sink = [&](const BatchLine& result) {
        told = result.json;
        return true;
    };
    REQUIRE(score_lines(rubric, source, sink, {}).has_value());
    return told;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("a percentage of 2 or more without its sign is told, and scores as written") {
    const RubricDocument open = rubric_of(R"({"type": "percent"})");
    for (const std::string value : {"45", "79.66", "\"60\"", "2", "2e0", "-3.51", "\"-51.17\""}) {
        CAPTURE(value);
        CHECK(told(open, facts_with(value)) == Codes{"large-percent /data/x"});
        CHECK(batch_line(open, facts_with(value)).find("\"code\":\"large-percent\"") !=
              std::string::npos);
    }
    for (const std::string value : {"0.45", "1.99", "\"60%\"", "\"6000%\"", "-1.5", "0"}) {
        CAPTURE(value);
        CHECK(told(open, facts_with(value)).empty());
        CHECK(batch_line(open, facts_with(value)).find("diagnostics") == std::string::npos);
    }
    const auto facts = Facts::parse(open, facts_with("45"));
    CHECK(score(*facts)->total_text() == "10.00");
}

TEST_CASE("a maximum allows or refuses what is large") {
    CHECK(told(rubric_of(R"({"type": "percent", "maximum": "3"})"), facts_with("2.5")).empty());
    CHECK(told(rubric_of(R"({"type": "percent", "maximum": "1"})"), facts_with("45")) ==
          Codes{"facts.out-of-range"});
    CHECK(told(rubric_of(R"({"type": "percent", "minimum": "0"})"), facts_with("45")) ==
          Codes{"large-percent /data/x"});
    CHECK(told(rubric_of(R"({"type": "percent", "minimum": "-9"})"), facts_with("-4")).empty());
    CHECK(told(rubric_of(R"({"type": "number"})"), facts_with("45")).empty());
}

TEST_CASE("fields of records are looked at, and their places told") {
    const RubricDocument list =
        rubric_of(R"({"type": "list", "of": {"late": {"type": "percent"}}})", "sum(x.late)");
    CHECK(told(list,
               facts_with(R"([{"late": 0.5}, {"late": 30}, {"late": "0.94999999999999996"}])")) ==
          Codes{"large-percent /data/x/1/late", "printed-double /data/x/2/late"});
    std::string rows = "[";
    for (int i = 0; i < 1'500; ++i) {
        rows += std::string{i == 0 ? "" : ","} + R"({"late": 30})";
    }
    const Codes many = told(list, facts_with(rows + "]"));
    CHECK(many.size() == 1'001);
    CHECK(many.back() == "figures-unlisted /data");
}

TEST_CASE("a printed double is told with the short text, and scores as written") {
    const RubricDocument share = rubric_of(R"({"type": "percent"})");
    const std::string line = facts_with("0.94999999999999996");
    CHECK(told(share, line) == Codes{"printed-double /data/x"});
    const auto facts = Facts::parse(share, line);
    CHECK(score(*facts)->total_text() == "9.4999999999999996");
    CHECK(score(*facts)->diagnostics.front().message.find("\"0.95\"") != std::string::npos);
    CHECK(batch_line(share, line).find("printed-double") != std::string::npos);
    // few places, so that the kernel could take it
    const RubricDocument money = rubric_of(R"({"type": "money"})", "x / 100000000");
    CHECK(told(money, facts_with("12345678.949999999")) == Codes{"printed-double /data/x"});
    CHECK(batch_line(money, facts_with("12345678.949999999")).find("printed-double") !=
          std::string::npos);
    CHECK(told(money, facts_with("12345678.95")).empty());
    CHECK(told(money, facts_with("\"1234567890123456\"")).empty());
}

TEST_CASE("target records: printed doubles, and a share beside hundredths") {
    auto loaded = RubricDocument::parse(
        R"({"heng": "rubric/1", "id": "s", "title": "s", "points": "10", "language": "en",
            "basis": "local", "source": "s", "inputs": {"x": {"type": "list", "of": "target"}},
            "indicators": [{"id": "a", "name": "A", "points": "10",
                            "rule": {"kind": "targets", "rows": "x", "weights": "equal"}}]})");
    REQUIRE(loaded.has_value());
    const auto row = [](const std::string& target, const std::string& actual,
                        const std::string& unit) {
        return facts_with(R"([{"name": "r", "direction": ">=", "target": )" + target +
                          R"(, "actual": )" + actual + R"(, "unit": ")" + unit + "\"}]");
    };
    CHECK(told(*loaded, row("0.95", "0.94999999999999996", "")) ==
          Codes{"printed-double /data/x/0/actual"});
    CHECK(told(*loaded, row("\"90\"", "\"0.95\"", "%")) ==
          Codes{"unlike-percent /data/x/0/actual"});
    CHECK(told(*loaded, row("0.9", "95", "%")) == Codes{"unlike-percent /data/x/0/target"});
    CHECK(told(*loaded, row("90", "95", "%")).empty());
    CHECK(told(*loaded, row("\"90%\"", "\"0.95%\"", "%")).empty());
    CHECK(told(*loaded, row("90", "0.95", "家")).empty());
}

TEST_CASE("target records are refused with the direction and the unit that are written") {
    auto loaded = RubricDocument::parse(
        R"({"heng": "rubric/1", "id": "s", "title": "s", "points": "10",
            "basis": "local", "source": "s", "inputs": {"x": {"type": "list", "of": "target"}},
            "indicators": [{"id": "a", "name": "A", "points": "10",
                            "rule": {"kind": "targets", "rows": "x", "weights": "equal"}}]})");
    REQUIRE(loaded.has_value());
    const auto hint = [&](const std::string& members) {
        const auto facts = Facts::parse(*loaded, facts_with(R"([{"name": "r", )" + members + "}]"));
        return facts ? std::string{} : in_language(facts.error(), Language::en).hint;
    };
    const std::string least = R"("direction": ">=", )";
    CHECK(hint(R"("direction": "≥", "target": 1, "actual": 1)") == "");
    CHECK(hint(R"("direction": "正向", "target": 1, "actual": 1)") == "");
    CHECK(hint(R"("direction": "不低于", "target": 1, "actual": 1)") == "write \">=\"");
    CHECK(hint(R"("direction": "═", "target": 1, "actual": 1)") == "write \"=\"");
    CHECK(hint(least + R"("target": "≤95%", "actual": "96%")") ==
          "write \"95%\", and \"direction\": \"<=\"");
    CHECK(hint(least + R"("target": 30, "unit": "亩", "actual": "29.5亩")") == "write 29.5");
    CHECK(hint(least + R"("target": "1.2亿元", "actual": "9000万元")") ==
          "write 1.2, and \"unit\": \"亿元\"");
    CHECK(hint(least + R"("target": 1.2, "unit": "亿元", "actual": "9000万元")") == "write 0.9");
    CHECK(hint(least + R"("target": 8, "unit": "天", "actual": "1周")") == "write 7");
    CHECK(hint(least + R"("target": "1.2亿元", "actual": 9000)").find("write") ==
          std::string::npos);
    CHECK(hint(least + R"("target": 8, "unit": "天", "actual": "1个月")").find("write") ==
          std::string::npos);
    CHECK(hint(least + R"("target": 95, "actual": "≥95")").find("write") == std::string::npos);
}

TEST_CASE("lint: a percentage without a maximum is noted, one that was meant in hundredths told") {
    const auto found = [](const std::string& input) {
        const auto report = lint(
            R"({"heng": "rubric/1", "id": "s", "title": "s", "points": "10", "basis": "local",
                "source": "s", "inputs": {"x": )" +
            input + R"(}, "indicators": [{"id": "a", "name": "A", "points": "10",
                "measure": "x", "rule": {"kind": "proportional"}}]})");
        REQUIRE(report.has_value());
        Codes codes;
        for (const Finding& each : report->findings) {
            if (each.code.starts_with("percent-")) {
                codes.push_back(each.code + " " + each.pointer);
            }
        }
        return codes;
    };
    CHECK(found(R"({"type": "percent"})") == Codes{"percent-no-maximum /inputs/x"});
    CHECK(found(R"({"type": "percent", "maximum": "1"})").empty());
    CHECK(found(R"({"type": "percent", "maximum": "100"})") ==
          Codes{"percent-as-whole /inputs/x/maximum"});
    CHECK(found(R"({"type": "percent", "maximum": "100%"})").empty());
    CHECK(found(R"({"type": "percent", "optional": true, "default": 45})") ==
          Codes{"percent-no-maximum /inputs/x", "percent-as-whole /inputs/x/default"});
}
