// SPDX-License-Identifier: Apache-2.0
//
// Sums of printed amounts: when they hold, and remedies that make them hold.
#include "base/json/json.hpp"

#include <heng/audit/audit.hpp>
#include <heng/document/builtin.hpp>
#include <heng/reconcile/reconcile.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

const std::string no_claims = R"({"heng": "claims/1", "language": "en", "claims": []})";

std::string facts(const std::string& total, const std::vector<std::string>& parts) {
    std::string list;
    for (const std::string& part : parts) {
        list += (list.empty() ? "{\"amount\": \"" : ", {\"amount\": \"") + part + "\"}";
    }
    return R"({"heng": "facts/1", "data": {"x": {"total": ")" + total + "\", \"parts\": [" + list +
           "]}}}";
}

Reconciliation found(const std::string& text) {
    auto result = reconcile(no_claims, text);
    REQUIRE_MESSAGE(result.has_value(), text);
    return *result;
}

struct Row {
    std::string total;
    std::vector<std::string> parts;
    std::string severity; ///< "" where it holds
};

const std::vector<Row> rows{
    {"67", {"33.3", "33.3"}, ""},
    {"66", {"33.3", "33.3"}, "error"},
    {"100", {"60", "40.4"}, ""},
    {"100", {"60", "40.5"}, "warning"},
    {"527471", {"465066.65", "62403.90"}, ""},
    {"527470.55", {"465066.65", "62403.90"}, ""},
    // three figures with one place, and their sum: 0.2 is the edge that rounding does not reach
    {"3.2", {"1.0", "1.0", "1.0"}, "error"},
    {"2.8", {"1.0", "1.0", "1.0"}, "error"},
    {"3.1", {"1.0", "1.0", "1.0"}, "warning"},
    {"3.19", {"1.0", "1.0", "1.0"}, "error"},
    {"-3.2", {"-1.0", "-1.0", "-1.0"}, "error"},
    {"20000.00", {"0", "0", "0"}, "error"},
    {"5.0", {"2.0", "—", "3.0"}, ""},
};

} // namespace

TEST_CASE("a sum holds where it prints as the total, and a tail is what rounding can leave") {
    for (const Row& each : rows) {
        CAPTURE(each.total);
        CAPTURE(each.parts.front());
        const Reconciliation result = found(facts(each.total, each.parts));
        REQUIRE(result.findings.size() == (each.severity.empty() ? 0U : 1U));
        CHECK(result.checked().compared == 1);
        if (!each.severity.empty()) {
            CHECK(name(result.findings.front().finding.severity) == each.severity);
        }
    }
}

TEST_CASE("each remedy makes the sum hold, and asks for no figure that is printed already") {
    for (const Row& each : rows) {
        const Reconciliation result = found(facts(each.total, each.parts));
        for (const Mismatch& mismatch : result.findings) {
            CHECK_FALSE(mismatch.remedies.empty());
            for (const Remedy& remedy : mismatch.remedies) {
                CAPTURE(remedy.figure);
                CAPTURE(remedy.needed);
                CHECK(remedy.needed != remedy.printed);
                Row mended = each;
                if (remedy.figure == "x.total") {
                    mended.total = remedy.needed;
                } else {
                    const std::size_t at = std::stoul(remedy.figure.substr(8)) - 1;
                    mended.parts.at(at) = remedy.needed;
                }
                CHECK(found(facts(mended.total, mended.parts)).findings.empty());
            }
        }
    }
}

TEST_CASE("what can't be added up is counted, and nothing at all is no success") {
    const Reconciliation open = found(facts("6", {"2", "约4"}));
    CHECK(open.findings.empty());
    CHECK(open.checked() == Checked{0, 0, 1, {"x"}});
    CHECK_FALSE(open.is_clean());
    CHECK(to_text(open, "c", "f") == "checked 0, wrong 0, not checked 1: “x”\n");
    CHECK_FALSE(found(R"({"heng": "facts/1", "data": {}})").is_clean());
}

TEST_CASE("audit adds up the sources of funds") {
    const auto report =
        audit(*builtin("project-2020"), R"({"heng": "facts/1", "unit": "万元", "data":
        {"sources": {"annual": {"total": "100", "parts": {"财政": "60", "其他": "30"}},
                     "executed": {"total": "90", "parts": {"财政": "60", "其他": "30", "自筹": "/"}},
                     "open": {"total": "1", "parts": {"a": "很多"}}}}})");
    REQUIRE(report.has_value());
    REQUIRE(report->findings.size() == 3);
    CHECK(report->findings[0].code == "not-checked");
    CHECK(report->findings[1].code == "breakdown-mismatch");
    CHECK(report->findings[1].pointer == "/data/sources/annual/total");
    CHECK(report->findings[1].expected == "90");
    CHECK(report->findings[2].pointer == "/data/sources/open/total");
    CHECK(report->checked == Checked{2, 1, 1, {"sources.open"}});
}
