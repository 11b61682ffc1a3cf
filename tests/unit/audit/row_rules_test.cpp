// SPDX-License-Identifier: Apache-2.0
//
// Printed forms whose rows have rules of their own: each is recomputed by its rule.
#include <heng/audit/audit.hpp>
#include <heng/document/builtin.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

/// A form of a row of 45 points and one of 45 that is in order.
AuditReport audited(const std::string& record, const std::string& far = "") {
    const std::string rubric_text =
        R"({"heng": "rubric/1", "id": "r", "title": "t", "basis": "local", "source": "s",
 "points": "90", "inputs": {"goals": {"type": "list", "of": "target"}},
 "indicators": [{"id": "x", "name": "产出", "points": "90", "rule": {"kind": "targets",
  "rows": "goals", "weights": "points")" +
        far + "}}]}";
    const auto rubric = RubricDocument::parse(rubric_text);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    auto report = audit(*rubric, R"({"heng": "facts/1", "data": {"goals": [
 {"name": "甲", "points": "45", )" + record +
                                     R"(},
 {"name": "乙", "points": "45", "direction": ">=", "target": "10", "actual": "10",
  "published": "45"}]}})");
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *std::move(report);
}

using Lines = std::vector<std::string>;

Lines found(const std::string& record, const std::string& far = "") {
    Lines lines;
    for (const Finding& each : audited(record, far).findings) {
        lines.push_back(std::string{name(each.severity)} + ' ' + each.code + ' ' + each.pointer);
    }
    return lines;
}

std::string at_least(const std::string& actual, const std::string& printed,
                     const std::string& more) {
    return R"("direction": ">=", "target": "100", "actual": ")" + actual + R"(", "published": ")" +
           printed + R"(", "reason": "受疫情影响", )" + more;
}

std::string due(const std::string& actual, const std::string& printed,
                const std::string& more = "") {
    return R"("rule": "date", "target": "2023年12月31日", "actual": ")" + actual +
           R"(", "published": ")" + printed + R"(", "reason": "受疫情影响")" + more;
}

const std::string printed_score = "/data/goals/0/published";

} // namespace

TEST_CASE("audit rows: none of all or nothing is right, and a share of it is not") {
    CHECK(found(at_least("90", "0", R"("rule": "all")")).empty());
    CHECK(found(at_least("90", "40.5", R"("rule": "all")")) ==
          Lines{"error missed-not-by-rule " + printed_score});
    const AuditReport report = audited(at_least("90", "40.5", R"("rule": "all")"));
    CHECK(
        report.findings.front().message ==
        "“甲”没有达到目标（实际90，目标≥100），填40.5分（分值45），按规则应为0分；是按比例计的，不是"
        "按规定的办法");
    CHECK(found(R"("direction": ">=", "target": "100", "actual": "90", "published": "0",
                   "rule": "all")") == Lines{"warning below-full-without-reason " + printed_score});
}

TEST_CASE("audit rows: a mark to pass, and percentage points") {
    const std::string pass = R"("rule": "pass", "least": "60%")";
    CHECK(found(at_least("60", "27", pass)).empty());
    CHECK(found(at_least("59", "0", pass)).empty());
    CHECK(found(at_least("59", "26.55", pass)) ==
          Lines{"error missed-not-by-rule " + printed_score});
    const std::string points = R"("rule": "per_point", "deduct": "1")";
    CHECK(found(at_least("92", "37", points)).empty());
    CHECK(found(at_least("92", "41.4", points)) ==
          Lines{"error missed-not-by-rule " + printed_score});
    // 26.7 of a rate that is rounded to whole percentages, which is no rule of this row
    CHECK(found(at_least("92.4", "37.4", points)).empty());
}

TEST_CASE("audit rows: dates as they are printed, and none that is not exact") {
    CHECK(found(due("2023年12月31日", "45")).empty());
    CHECK(found(due("2023-12-31", "45")).empty());
    CHECK(found(due("2024/1/12", "0")).empty());
    CHECK(found(due("2024.1.12", "39", R"(, "deduct": "0.5")")).empty());
    CHECK(found(due("2024年1月12日", "45")) == Lines{"error missed-not-by-rule " + printed_score});
    for (const char* const vague :
         {"2023年12月底前", "12月31日", "2023年13月1日", "按期", "2023"}) {
        CAPTURE(vague);
        CHECK(found(due(vague, "45")) == Lines{"warning actual-not-a-number /data/goals/0/actual"});
    }
    // days far before their target are in time, and not far above it
    CHECK(found(R"("rule": "date", "direction": "<=", "target": "2023-12-31",
                   "actual": "2001-01-01", "published": "45")")
              .empty());
}

TEST_CASE("audit rows: a cap is full, and needs no reason") {
    const std::string met = R"("direction": ">=", "target": "100", "actual": "100", "cap": "40",
                               "published": ")";
    CHECK(found(met + "40\"").empty());
    CHECK(found(met + "45\"") == Lines{"error score-mismatch " + printed_score});
    CHECK(found(met + "39\"") == Lines{"error met-but-below-full " + printed_score});
    CHECK(found(at_least("10", "9", R"("floor": "9")")).empty());
    CHECK(found(at_least("10", "4.5", R"("floor": "9")")) ==
          Lines{"error missed-not-by-rule " + printed_score});
}

TEST_CASE("audit rows: a level that is met or not has one score") {
    const auto level = [](const std::string& word, const std::string& printed) {
        return found(R"("direction": "level", "rule": "all", "reason": "r", "level": ")" + word +
                     R"(", "published": ")" + printed + '"');
    };
    CHECK(level("达成", "45").empty());
    CHECK(level("部分达成", "0").empty());
    CHECK(level("部分达成", "30") == Lines{"error score-mismatch " + printed_score});
    CHECK(level("达成", "40") == Lines{"error score-mismatch " + printed_score});
}

TEST_CASE("audit rows: far above by the rubric's own rule") {
    const std::string share = R"(, "far_above": {"from": "1.3", "share": "20%"})";
    CHECK(found(at_least("150", "36", R"("unit": "个")"), share).empty());
    CHECK(found(at_least("150", "45", R"("unit": "个")"), share) ==
          Lines{"error score-mismatch " + printed_score});
    const std::string less = R"(, "far_above": {"from": "1.3", "deduct": "5", "side": "<="})";
    CHECK(found(R"("direction": "<=", "target": "13", "actual": "10", "published": "40")", less)
              .empty());
}

TEST_CASE("audit rows: a rule that can't be used is told, and the row is left") {
    CHECK(found(at_least("90", "40", R"("rule": "half")")) ==
          Lines{"warning unusable-fact /data/goals/0"});
    CHECK(found(at_least("90", "40", R"("least": "60%")")) ==
          Lines{"warning unusable-fact /data/goals/0"});
}
