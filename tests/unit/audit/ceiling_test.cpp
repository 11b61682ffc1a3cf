// SPDX-License-Identifier: Apache-2.0
//
// Forms that print the plain sum where the rubric caps it.
#include <heng/audit/audit.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

/// a of 60 points by rate, b of 40 by q; below a rate of 90 % no more than 59 in all.
std::string capped(const std::string& of_branch, const std::string& of_total) {
    return R"({"heng": "rubric/1", "id": "r", "title": "r", "language": "en", "points": "100",
 "inputs": {"rate": {"type": "percent"}, "q": {"type": "percent"}}, )" +
           of_total + R"("indicators": [{"id": "B", "name": "B", "points": "100", )" + of_branch +
           R"("indicators": [
  {"id": "a", "name": "a", "points": "60", "measure": "rate", "rule": {"kind": "proportional"}},
  {"id": "b", "name": "b", "points": "40", "measure": "q", "rule": {"kind": "proportional"}}]}]})";
}

const std::string cap =
    R"("adjustments": [{"id": "cap", "when": "rate < 0.9", "at_most": "59", "reason": "r"}], )";

/// The findings of a form with this published: "code pointer expected".
std::vector<std::string> found(const std::string& rubric, const std::string& published,
                               const std::string& rate = "80%") {
    const auto read = RubricDocument::parse(rubric);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message));
    const auto report = audit(*read, R"({"heng": "facts/1", "data": {"rate": ")" + rate +
                                         R"(", "q": "100%"}, "published": )" + published + "}");
    REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().message));
    std::vector<std::string> lines;
    for (const Finding& each : report->findings) {
        lines.push_back(each.code + ' ' + each.pointer + " " + each.expected.value_or(""));
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("audit: the rubric caps the total, and the form prints the sum") {
    const std::string rubric = capped("", cap);
    CHECK(found(rubric, R"({"scores": {"a": "48", "b": "40"}, "total": "88"})") ==
          Lines{"total-mismatch /published/total 59"});
    CHECK(found(rubric, R"({"scores": {"a": "48", "b": "40"}, "total": "59"})").empty());
    CHECK(found(rubric, R"({"scores": {"a": "57", "b": "40"}, "total": "97"})", "95%").empty());
}

TEST_CASE("audit: a part is wrong, and what the rubric makes of the sum is right") {
    CHECK(
        found(capped(cap, ""), R"({"scores": {"a": "50", "b": "40", "B": "59"}, "total": "59"})") ==
        Lines{"score-mismatch /published/scores/a 48"});
    CHECK(found(capped("", cap), R"({"scores": {"a": "50", "b": "40"}, "total": "59"})") ==
          Lines{"score-mismatch /published/scores/a 48"});
    CHECK(found(capped("", cap), R"({"scores": {"a": "50", "b": "40"}, "total": "90"})") ==
          Lines{"score-mismatch /published/scores/a 48", "total-mismatch /published/total 59"});
}

TEST_CASE("audit: the rubric caps a branch, and the form prints the sum, or neither") {
    const std::string rubric = capped(cap, "");
    CHECK(found(rubric, R"({"scores": {"a": "48", "b": "40", "B": "59"}, "total": "59"})").empty());
    for (const std::string printed : {"88", "70"}) {
        CHECK(found(rubric, R"({"scores": {"a": "48", "b": "40", "B": ")" + printed +
                                R"("}, "total": ")" + printed + "\"}") ==
              Lines{"score-mismatch /published/scores/B 59"});
    }
}
