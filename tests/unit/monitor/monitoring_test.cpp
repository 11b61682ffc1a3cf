// SPDX-License-Identifier: Apache-2.0
//
// Monitoring: the edge of every threshold on both sides, leap years, and documents in disorder.
#include <heng/monitor/monitor.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

ProgressDocument progress_of(const std::string& projects, const std::string& year = "2023") {
    auto progress =
        ProgressDocument::parse(R"({"heng": "progress/1", "subject": {"name": "A", "year": )" +
                                year + R"(}, "unit": "万元", "projects": [)" + projects + "]}");
    REQUIRE_MESSAGE(progress.has_value(), progress.error());
    return *std::move(progress);
}

PolicyDocument policy_of(const std::string& monitoring) {
    auto policy = PolicyDocument::parse(
        R"({"heng": "policy/1", "id": "t", "title": "T", "basis": "local", "source": "test",
            "language": "en", "monitoring": {)" +
        monitoring + "}}");
    REQUIRE_MESSAGE(policy.has_value(), policy.error());
    return *std::move(policy);
}

/// A project of a budget of 1000.
std::string project(const std::string& entries, const std::string& more = "") {
    return R"({"id": "p", "name": "P", "budget": "1000", )" + more + R"("entries": [)" + entries +
           "]}";
}

std::string entry(const std::string& date, const std::string& spent,
                  const std::string& goals = "") {
    return R"({"date": ")" + date + R"(", "spent": ")" + spent + '"' +
           (goals.empty() ? "" : R"(, "goal_progress": ")" + goals + '"') + "}";
}

MonitoringReport monitored(const ProgressDocument& progress, const PolicyDocument& policy,
                           const std::string& as_of = "") {
    auto report = monitor(progress, policy, {as_of});
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *std::move(report);
}

/// "spending red 0.1, gap yellow 50": kind, level, and the amount that clears it.
std::string warnings_of(const MonitoringReport& report, std::size_t i = 0) {
    std::string list;
    for (const Warning& warning : report.projects[i].warnings) {
        list += list.empty() ? "" : ", ";
        list += std::string{name(warning.kind)} + ' ' + std::string{name(warning.level)} + ' ';
        list += warning.money        ? warning.money->to_string()
                : warning.goal_share ? warning.goal_share->to_string()
                                     : "never";
    }
    return list;
}

std::string codes_of(const MonitoringReport& report) {
    std::string list;
    for (const Finding& finding : report.findings) {
        list += list.empty() ? "" : " ";
        list += finding.code + '@' + std::to_string(finding.place.column);
    }
    return list;
}

const std::string thresholds =
    R"("spending": [{"by": "04-30", "at_least": "25%"}, {"by": "06-30", "at_least": "40%"}])";

} // namespace

TEST_CASE("monitoring: sequential progress counts the days of the year") {
    const auto exact = [](std::string_view date) {
        return calendar_progress(date)->to_string();
    };
    CHECK(exact("2023-01-01") == "1/365");
    CHECK(exact("2023-06-30") == "181/365");
    CHECK(exact("2024-06-30") == "91/183"); // 182/366
    CHECK(exact("2024-02-29") == "10/61");  // 60/366
    CHECK(exact("2023-12-31") == "1");
    CHECK(exact("2024-12-31") == "1");
    CHECK(exact("1900-03-01") == "12/73"); // no leap year: 60/365
    CHECK(exact("2000-03-01") == "1/6");   // one: 61/366
    CHECK_FALSE(calendar_progress("2023-02-29").has_value());
    CHECK_FALSE(calendar_progress("").has_value());
}

TEST_CASE("monitoring: a curve is linear between its points") {
    const std::vector<CurvePoint> curve{{"2023-06-30", Ratio{2, 5}}, {"2023-10-31", Ratio{9, 10}}};
    const auto at = [&](std::string_view date) {
        return curve_progress(curve, date).to_string();
    };
    CHECK(at("2023-01-01") == "2/905"); // 0.4 ÷ 181
    CHECK(at("2023-06-29") == "72/181");
    CHECK(at("2023-06-30") == "0.4");
    CHECK(at("2023-07-01") == "497/1230"); // 0.4 + 0.5 ÷ 123
    CHECK(at("2023-10-31") == "0.9");
    CHECK(at("2023-12-31") == "0.9");
    CHECK(curve_progress({}, "2023-06-30").is_zero());
}

TEST_CASE("monitoring: levels at their edges") {
    const std::optional<Ratio> near{Ratio{1, 20}};
    CHECK(level_of(Ratio{2499, 10000}, Ratio{1, 4}, {}) == WarningLevel::red);
    CHECK(level_of(Ratio{1, 4}, Ratio{1, 4}, {}) == WarningLevel::green);
    CHECK(level_of(Ratio{1, 4}, Ratio{1, 4}, near) == WarningLevel::yellow);
    CHECK(level_of(Ratio{2999, 10000}, Ratio{1, 4}, near) == WarningLevel::yellow);
    CHECK(level_of(Ratio{3, 10}, Ratio{1, 4}, near) == WarningLevel::green);
    CHECK(level_of(Ratio{1}, Ratio{1}, near) == WarningLevel::green); // there is no more to spend
    CHECK(level_of(Ratio{9999, 10000}, Ratio{1}, near) == WarningLevel::red);
    CHECK(level_of_gap(Ratio{1, 10}, Ratio{1, 10}, {}) == WarningLevel::green);
    CHECK(level_of_gap(Ratio{1001, 10000}, Ratio{1, 10}, {}) == WarningLevel::red);
    CHECK(level_of_gap(Ratio{1, 20}, Ratio{1, 10}, near) == WarningLevel::green);
    CHECK(level_of_gap(Ratio{501, 10000}, Ratio{1, 10}, near) == WarningLevel::yellow);
    CHECK(level_of_gap(Ratio{}, Ratio{1, 100}, near) == WarningLevel::green);
    CHECK(level_of_gap(Ratio{1, 1000}, Ratio{1, 100}, near) == WarningLevel::yellow);
}

TEST_CASE("monitoring: a checkpoint is due on its day, and not before") {
    const PolicyDocument policy = policy_of(thresholds);
    const auto at = [&](const std::string& day, const std::string& spent) {
        return warnings_of(monitored(progress_of(project(entry(day, spent))), policy));
    };
    CHECK(at("2023-04-29", "0") == "");
    CHECK(at("2023-04-30", "0") == "spending red 250");
    CHECK(at("2023-04-30", "249.99") == "spending red 0.01");
    CHECK(at("2023-04-30", "250") == "");
    CHECK(at("2023-06-29", "250") == "");
    CHECK(at("2023-06-30", "250") == "spending red 150");
    CHECK(at("2023-12-31", "399.999") == "spending red 0.001");
    CHECK(at("2023-12-31", "400") == "");
}

TEST_CASE("monitoring: every built-in checkpoint of the province, on both sides") {
    const auto policy = builtin_policy("province-thresholds");
    REQUIRE_MESSAGE(policy.has_value(), policy.error());
    const std::vector<std::vector<std::string>> table{{"04-30", "250", "249.999"},
                                                      {"06-30", "400", "399.999"},
                                                      {"08-31", "600", "599.999"},
                                                      {"10-31", "800", "799.999"}};
    for (const auto& row : table) {
        INFO(row[0]);
        const auto report = [&](const std::string& spent) {
            return monitored(progress_of(project(entry("2023-" + row[0], spent))), *policy);
        };
        CHECK(warnings_of(report(row[1])) == "");
        const MonitoringReport late = report(row[2]);
        CHECK(warnings_of(late) == "spending red 0.001");
        CHECK(late.projects[0].level == WarningLevel::red);
        CHECK(late.whole.red == 1);
        CHECK_FALSE(late.clean);
    }
    // the gap of ten points, either way
    const auto gap = [&](const std::string& spent, const std::string& goals) {
        return warnings_of(
            monitored(progress_of(project(entry("2023-04-30", spent, goals))), *policy));
    };
    CHECK(gap("300", "40%") == "");
    CHECK(gap("300", "40.01%") == "gap red 0.1");
    CHECK(gap("300", "20%") == "");
    CHECK(gap("300", "19.99%") == "gap red 0.0001");
}

TEST_CASE("monitoring: behind sequential progress, by the calendar or a curve") {
    const PolicyDocument policy = policy_of(R"("behind": {"spending": "10%", "goals": "20%"})");
    // on 2023-03-14 exactly 73 of 365 days are over: 20 %, less 10 % is 100
    const auto at = [&](const std::string& spent, const std::string& goals) {
        return warnings_of(
            monitored(progress_of(project(entry("2023-03-14", spent, goals))), policy));
    };
    CHECK(at("100", "0%") == "");
    CHECK(at("99.99", "0%") == "spending red 0.01");
    const auto later = [&](const std::string& goals) {
        return warnings_of(
            monitored(progress_of(project(entry("2023-12-31", "1000", goals))), policy));
    };
    CHECK(later("80%") == "");
    CHECK(later("79.9%") == "goals red 0.001");
    const PolicyDocument curve =
        policy_of(R"("behind": {"spending": "0%"}, "sequential": "curve")");
    const auto planned = [&](const std::string& spent) {
        const std::string points = R"("curve": [{"by": "03-14", "share": "5%"}], )";
        return monitored(progress_of(project(entry("2023-03-14", spent), points)), curve);
    };
    CHECK(warnings_of(planned("50")) == "");
    CHECK(warnings_of(planned("49")) == "spending red 1");
    CHECK(planned("49").projects[0].warnings[0].rule == "/monitoring/behind/spending");
    CHECK(planned("49").projects[0].sequential.to_string() == "0.05");
}

TEST_CASE("monitoring: yellow, and what is watched closely") {
    const PolicyDocument policy =
        policy_of(thresholds + R"(, "gap": "20%", "near": "5%", "watched": {"gap": "10%"})");
    const auto at = [&](const std::string& spent, const std::string& goals, bool watched) {
        const std::string closely = watched ? R"("watched": true, )" : "";
        return monitored(progress_of(project(entry("2023-04-30", spent, goals), closely)), policy);
    };
    CHECK(warnings_of(at("299.99", "35%", false)) == "spending yellow 0.01");
    CHECK(warnings_of(at("300", "35%", false)) == "");
    CHECK(warnings_of(at("300", "45%", false)) == "");
    CHECK(warnings_of(at("300", "45.1%", false)) == "gap yellow 1");
    CHECK(warnings_of(at("300", "50%", false)) == "gap yellow 50");
    CHECK(warnings_of(at("300", "35%", true)) == "");
    CHECK(warnings_of(at("300", "40%", true)) == "gap yellow 50");
    const MonitoringReport red = at("300", "41%", true);
    CHECK(warnings_of(red) == "gap red 60");
    CHECK(red.projects[0].warnings[0].rule == "/monitoring/watched/gap");
    CHECK(at("300", "51%", false).projects[0].warnings[0].rule == "/monitoring/gap");
    CHECK(red.whole.watched == 1);
    const PolicyDocument only = policy_of(thresholds + R"(, "daily": "watched")");
    const MonitoringReport none = monitored(progress_of(project(entry("2023-04-30", "0"))), only);
    CHECK(warnings_of(none) == "");
    CHECK_FALSE(none.projects[0].monitored);
}

TEST_CASE("monitoring: a warning names the goals that alone would clear it") {
    const PolicyDocument policy = policy_of(R"("goals": [{"by": "06-30", "at_least": "60%"}])");
    const ProgressDocument progress = progress_of(
        R"({"id": "p", "name": "P", "budget": "1000", "goals": [
            {"id": "a", "name": "A", "direction": ">=", "target": "200"},
            {"id": "b", "name": "B", "direction": "<=", "target": "10"}],
            "entries": [{"date": "2023-12-31", "goals": {"a": "50", "b": "12.5"}}]})");
    const MonitoringReport report = monitored(progress, policy);
    // (0.25 + 0.8) ÷ 2 = 0.525; 0.075 short, so one goal alone must rise by 0.15
    REQUIRE(warnings_of(report) == "goals red 0.075");
    const Warning& warning = report.projects[0].warnings[0];
    REQUIRE(warning.one_of.size() == 2);
    CHECK(warning.one_of[0].needed.to_string() == "80"); // 0.4 of 200
    CHECK(warning.one_of[0].actual->to_string() == "50");
    CHECK(warning.one_of[1].needed.to_string() == "200/19"); // 10 ÷ 0.95
    CHECK(warning.reason == "52.5% of the goals is reached, below the 60% due from 2023-06-30 on; "
                            "7.5 more points of the goals would clear it, such as 80 of \"A\"");
}

TEST_CASE("monitoring: documents in disorder are findings") {
    const PolicyDocument policy = policy_of(R"("spending": [{"by": "04-30", "at_least": "25%"}])");
    const auto run = [&](const std::string& entries, const std::string& as_of) {
        return monitored(progress_of(R"({"id": "p", "name": "P", "budget": "100", "entries": [)" +
                                     entries + "]}"),
                         policy, as_of);
    };
    struct Case {
        std::string entries;
        std::string codes;
        std::string spent;
    };
    const std::vector<Case> table{
        {entry("2023-05-01", "30", "30%") + "," + entry("2023-04-01", "20", "20%"), "out-of-order",
         "30"},
        {entry("2023-05-01", "30", "30%") + "," + entry("2023-05-01", "40", "30%"),
         "duplicate-date", "40"},
        {entry("2023-04-01", "30", "30%") + "," + entry("2023-05-01", "25", "30%"),
         "spending-falls", "25"},
        {entry("2023-05-01", "100.01", "90%"), "spent-above-budget", "100.01"},
        {entry("2022-12-31", "99", "90%") + "," + entry("2023-05-01", "30", "30%"), "outside-year",
         "30"},
        {entry("2023-05-01", "30", "30%") + "," + entry("2023-07-01", "40", "40%"), "after-as-of",
         "30"},
        {entry("2023-07-01", "40", "40%"), "no-entries after-as-of", ""},
        {entry("2023-05-01", "30"), "no-goals", "30"},
        {R"({"date": "2023-05-01", "goal_progress": "30%"})", "no-spending", ""},
        {"", "no-entries", ""},
    };
    for (const Case& row : table) {
        INFO(row.entries);
        const MonitoringReport report = run(row.entries, "2023-06-30");
        std::string codes;
        for (const Finding& finding : report.findings) {
            codes += codes.empty() ? "" : " ";
            codes += finding.code;
            CHECK(finding.place.line == 1);
            CHECK(finding.place.column > 1);
            CHECK_FALSE(finding.message.empty());
        }
        CHECK(codes == row.codes);
        const auto& spent = report.projects[0].spent;
        CHECK((spent ? spent->to_string() : "") == row.spent);
    }
}

TEST_CASE("monitoring: a budget of 0, goals that fall, and what is stale") {
    const PolicyDocument policy = policy_of(thresholds + R"(, "gap": "1%", "stale_after": 30)");
    const MonitoringReport zero =
        monitored(progress_of(R"({"id": "p", "name": "P", "budget": 0, "entries": [)" +
                              entry("2023-06-30", "0", "50%") + "]}"),
                  policy);
    CHECK(warnings_of(zero) == "");
    CHECK(zero.projects[0].level == WarningLevel::no_data);
    CHECK(codes_of(zero).starts_with("zero-budget@"));
    CHECK_FALSE(zero.projects[0].spending.has_value());
    CHECK_FALSE(zero.whole.execution.mean.has_value());
    const MonitoringReport falls =
        monitored(progress_of(
                      R"({"id": "p", "name": "P", "budget": "9", "goals": [
                {"id": "a", "name": "A", "direction": ">=", "target": "9"}], "entries": [
                {"date": "2023-01-31", "goals": {"a": 5}},
                {"date": "2023-02-28", "goals": {"a": 4}}]})"),
                  policy);
    CHECK(codes_of(falls).find("goal-falls@") != std::string::npos);
    CHECK(falls.projects[0].goals->to_string() == "4/9");
    const auto late = [&](const std::string& day) {
        return codes_of(
            monitored(progress_of(project(entry("2023-01-01", "900", "90%"))), policy, day));
    };
    CHECK(late("2023-01-31") == ""); // 30 days
    CHECK(late("2023-02-01").starts_with("stale@"));
    // of a policy that says nothing of it, a note after a quarter
    const auto silent = [&](const std::string& day) {
        return monitored(progress_of(project(entry("2023-01-01", "900", "90%"))),
                         policy_of(R"("gap": "1%")"), day);
    };
    CHECK(silent("2023-04-03").findings.empty());
    REQUIRE(silent("2023-04-04").findings.size() == 1);
    CHECK(silent("2023-04-04").findings[0].code == "stale");
    CHECK(silent("2023-04-04").clean);
}

namespace {

std::string level_of_one(const std::string& project_text, const std::string& monitoring,
                         const std::string& as_of) {
    const MonitoringReport report =
        monitored(progress_of(project_text), policy_of(monitoring), as_of);
    const ProjectStatus& status = report.projects[0];
    std::string text{name(status.level)};
    for (const WarningKind kind : status.unknown) {
        text += ' ' + std::string{name(kind)};
    }
    CHECK(report.clean == (status.level == WarningLevel::green));
    CHECK(report.whole.no_data == (status.level == WarningLevel::no_data ? 1U : 0U));
    return text;
}

} // namespace

TEST_CASE("monitoring: a project of which nothing is known is not green") {
    const std::string gap = thresholds + R"(, "gap": "10%")";
    const std::string goals = R"("goals": [{"id": "a", "name": "A", "direction": ">=",
                                            "target": "9"}], )";
    CHECK(level_of_one(project(""), gap, "2023-07-01") == "no-data spending goals gap");
    CHECK(level_of_one(project(""), thresholds, "2023-01-31") == "no-data spending");
    CHECK(level_of_one(project(""), "", "2023-07-01") == "no-data spending");
    CHECK(level_of_one(project(entry("2023-07-02", "500")), thresholds, "2023-07-01") ==
          "no-data spending");
    CHECK(level_of_one(project(R"({"date": "2023-06-30", "goal_progress": "40%"})"), gap,
                       "2023-06-30") == "no-data spending gap");
    CHECK(level_of_one(project(entry("2023-06-30", "500"), goals), gap, "2023-06-30") ==
          "no-data goals gap");
    CHECK(level_of_one(project(entry("2023-06-30", "100"), goals), gap, "2023-06-30") ==
          "red goals gap");
    // goals that are not declared are not asked for
    CHECK(level_of_one(project(entry("2023-06-30", "500")), gap, "2023-06-30") == "green");
    const MonitoringReport none =
        monitored(progress_of(project("")), policy_of(thresholds), "2023-07-01");
    CHECK(to_text(none, progress_of(project("")), policy_of(thresholds), "d")
              .find("green 0, without data 1") != std::string::npos);
    const MonitoringReport empty = monitored(progress_of(""), policy_of(thresholds), "2023-07-01");
    CHECK(codes_of(empty).starts_with("no-projects@"));
    CHECK_FALSE(empty.clean);
}

TEST_CASE("monitoring: what is to stay below a target is reached at the end of the year") {
    const PolicyDocument policy = policy_of(R"("goals": [{"by": "01-31", "at_least": "10%"}])");
    const auto run = [&](const std::string& goal, const std::string& actual,
                         const std::string& day) {
        const MonitoringReport report = monitored(
            progress_of(
                project(R"({"date": ")" + day + R"(", "spent": 1, "goals": {"a": )" + actual + "}}",
                        R"("goals": [{"id": "a", "name": "A", )" + goal + "}], ")),
            policy, day);
        std::string text;
        for (const Finding& each : report.findings) {
            text += each.code + ' ';
        }
        const ProjectStatus& status = report.projects[0];
        return text + std::string{name(status.level)} + ' ' +
               (status.goals ? status.goals->to_string() : "none");
    };
    const std::string at_most = R"("direction": "<=", "target": "3")";
    CHECK(run(at_most, "1", "2023-02-01") == "goals-at-year-end green none");
    CHECK(run(at_most, "4", "2023-02-01") == "goal-passed goals-at-year-end green none");
    CHECK(run(at_most, "1", "2023-12-30") == "goals-at-year-end green none");
    CHECK(run(at_most, "1", "2023-12-31") == "green 1");
    CHECK(run(at_most, "4", "2023-12-31") == "green 0.75");
    const std::string none = R"("direction": "=", "target": "0")";
    CHECK(run(none, "0", "2023-02-01") == "goals-at-year-end green none");
    CHECK(run(none, "3", "2023-02-01") == "goal-passed goals-at-year-end green none");
    CHECK(run(none, "3", "2023-12-31") == "goal-passed green 1");
    CHECK(run(R"("direction": ">=", "target": "3")", "1", "2023-02-01") == "green 1/3");
    // one that adds up beside it counts alone
    const MonitoringReport two = monitored(
        progress_of(project(R"({"date": "2023-02-01", "spent": 1, "goals": {"a": 1, "b": 1}})",
                            R"("goals": [{"id": "a", "name": "A", "direction": "<=", "target": 3},
                                {"id": "b", "name": "B", "direction": ">=", "target": 4}], )")),
        policy);
    CHECK(two.projects[0].goals->to_string() == "0.25");
}

TEST_CASE("monitoring: the average execution rate over quarter ends") {
    const std::string entries = entry("2023-03-31", "90") + "," + entry("2023-06-30", "362") + "," +
                                entry("2023-12-31", "1000");
    const auto rate = [&](const std::string& rules, const std::string& as_of) {
        return monitored(progress_of(R"({"id": "p", "name": "P", "budget": "365", "entries": [)" +
                                     entries + "]}"),
                         policy_of(rules), as_of)
            .projects[0]
            .execution;
    };
    CHECK_FALSE(rate("", "2023-03-30").mean.has_value());
    CHECK(rate("", "2023-03-31").mean->to_string() == "1");
    CHECK(rate("", "2023-06-30").mean->to_string() == "1.5"); // 1 and 362 ÷ 181 = 2
    CHECK(rate("", "2023-06-30").capped->to_string() == "1.5");
    CHECK(rate(R"("execution": {"cap": "100%"})", "2023-06-30").capped->to_string() == "1");
    CHECK(rate(R"("execution": {"cap_each": "1.5"})", "2023-06-30").mean->to_string() == "1.25");
    CHECK(rate(R"("execution": {"at": ["06-30"]})", "2023-12-31").mean->to_string() == "2");
    // what was known in June stands in September
    CHECK(rate("", "2023-09-30").points[2].spending == Ratio{362, 365});
    const auto late = monitored(progress_of(project(entry("2023-06-30", "1"))), policy_of(""));
    CHECK_FALSE(late.projects[0].execution.mean.has_value()); // nothing is known of March
}

TEST_CASE("monitoring: as of which day") {
    const ProgressDocument progress = progress_of(project(entry("2024-02-29", "1")), "2024");
    CHECK(monitored(progress, policy_of("")).as_of == "2024-02-29");
    for (const std::string day : {"2023-12-31", "2025-01-01", "2024-02-30", "02-29", "x"}) {
        INFO(day);
        const auto report = monitor(progress, policy_of(""), {day});
        REQUIRE_FALSE(report.has_value());
        CHECK(report.error().code == "progress.as-of");
    }
    CHECK_FALSE(monitor(progress_of(project("")), policy_of("")).has_value());
}
