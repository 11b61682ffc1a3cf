// SPDX-License-Identifier: Apache-2.0
//
// Mistaken claims and facts: what can't be used is refused with its code and place, and a formula
// that can't be computed is a finding at its place while the others go on.
#include <heng/reconcile/reconcile.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace heng;

namespace {

const std::string facts = R"--({"heng": "facts/1", "unit": "万元", "data": {
  "a": {"total": "10.50", "part": 4}, "name": "广州", "rate": "99.09%", "none": 0, "gone": null,
  "rows": [{"x": 1}, {"y": 2}]}})--";

/// DOCUMENT:LINE:COLUMN CODE of each error, or finding, a space between.
std::string told(const Result<Reconciliation>& found) {
    std::ostringstream out;
    if (found) {
        for (const Mismatch& each : found->findings) {
            out << name(each.document) << ':' << each.finding.place.line << ':'
                << each.finding.place.column << ' ' << each.finding.code << ' ';
        }
    } else {
        std::vector<Error> errors{found.error()};
        errors.insert(errors.end(), found.error().others.begin(), found.error().others.end());
        for (const Error& each : errors) {
            out << each.document << ':' << each.place.line << ':' << each.place.column << ' '
                << each.code << ' ';
        }
    }
    std::string text = out.str();
    return text.empty() ? text : text.substr(0, text.size() - 1);
}

std::string one(const std::string& members) {
    return "{\"heng\": \"claims/1\", \"claims\": [\n{" + members + "}]}";
}

struct Mistake {
    std::string claims;
    const char* told;
};

const std::vector<Mistake> mistakes{
    {"", "claims:1:1 json.empty"},
    {"{", "claims:1:2 json.syntax"},
    {"[]", "claims:1:1 claims.type"},
    {"{}", "claims:1:1 claims.heng"},
    {R"--({"heng": "facts/1"})--", "claims:1:10 claims.heng"},
    {R"--({"heng": "claims/1"})--", "claims:1:1 claims.missing-key"},
    {R"--({"heng": "claims/1", "claims": {}})--", "claims:1:32 claims.type"},
    {R"--({"heng": "claims/1", "claim": []})--", "claims:1:22 claims.unknown-key"},
    {R"--({"heng": "claims/1", "claims": [], "language": "fr"})--", "claims:1:48 claims.word"},
    {R"--({"heng": "claims/1", "claims": [1]})--", "claims:1:33 claims.type"},
    {R"--({"heng": "claims/1", "claims": [], "statement": []})--", "claims:1:49 claims.type"},
    {R"--({"heng": "claims/1", "claims": [], "statement": {"openin": "a.part"}})--",
     "claims:1:50 claims.unknown-key"},
    {R"--({"heng": "claims/1", "claims": [], "statement": {"opening": "a.par"}})--",
     "claims:1:61 claims.statement"},
    {R"--({"heng": "claims/1", "claims": [], "statement": {"opening": "name"}})--",
     "claims:1:61 claims.statement"},
    {one(R"--("text": "t", "formula": "1", "printed": "1")--"), "claims:2:1 claims.missing-key"},
    {one(R"--("id": "", "text": "t", "formula": "1", "printed": "1")--"),
     "claims:2:8 claims.empty"},
    {one(R"--("id": 7, "text": "t", "formula": "1", "printed": "1")--"), "claims:2:8 claims.type"},
    {one(R"--("id": "a", "formula": "1", "printed": "1")--"), "claims:2:1 claims.missing-key"},
    {one(R"--("id": "a", "text": "t", "printed": "1")--"), "claims:2:1 claims.missing-key"},
    {one(R"--("id": "a", "text": "t", "formula": 1, "printed": "1")--"), "claims:2:37 claims.type"},
    {one(R"--("id": "a", "text": "t", "formula": "", "printed": "1")--"),
     "claims:2:37 claims.empty"},
    {one(R"--("id": "a", "text": "t", "formula": "1")--"), "claims:2:1 claims.missing-key"},
    {one(R"--("id": "a", "text": "t", "formula": "1", "printed": 1)--"), "claims:2:53 claims.type"},
    {one(R"--("id": "a", "text": "t", "formula": "1", "printed": "99.8l%")--"),
     "claims:2:58 claims.printed"},
    {one(R"--("id": "a", "text": "t", "formula": "1", "printed": "4,65,202")--"),
     "claims:2:58 claims.printed"},
    {one(R"--("id": "a", "text": "t", "formula": "1", "printed": "1", "kind": "sum")--"),
     "claims:2:66 claims.word"},
    {one(R"--("id": "a", "text": "t", "formla": "1", "printed": "1")--"),
     "claims:2:26 claims.unknown-key"},
    {one(R"--("id": "a", "text": "t", "formula": "1", "printed": "1"},
{"id": "a", "text": "t", "formula": "1", "printed": "1")--"),
     "claims:3:8 claims.duplicate-id"},
    {one(R"--("id": "a", "id": "b")--"), "claims:2:13 json.duplicate-key"},
    // formulas: the others go on
    {one(R"--("id": "a", "text": "t", "formula": "a.totl", "printed": "1")--"),
     "claims:2:38 claim-not-computable"},
    {one(R"--("id": "a", "text": "t", "formula": "1 + b", "printed": "1")--"),
     "claims:2:42 claim-not-computable"},
    {one(R"--("id": "a", "text": "t", "formula": "1 +", "printed": "1")--"),
     "claims:2:41 claim-not-computable"},
    {one(R"--("id": "a", "text": "t", "formula": "name + 1", "printed": "1")--"),
     "claims:2:43 claim-not-computable"},
    {one(R"--("id": "a", "text": "t", "formula": "name", "printed": "1")--"),
     "claims:2:38 claim-not-computable"},
    {one(R"--("id": "a", "text": "t", "formula": "gone", "printed": "1")--"),
     "claims:2:37 claim-not-computable"},
    {one(R"--("id": "a", "text": "t", "formula": "rows[1].y", "printed": "1")--"),
     "claims:2:37 claim-not-computable"},
    {one(R"--("id": "a", "text": "t", "formula": "1", "kind": "identity")--"),
     "claims:2:37 claim-not-computable"},
    {one(R"--("id": "a", "text": "t", "formula": "a.part / none", "printed": "1"},
{"id": "b", "text": "t", "formula": "a.part", "printed": "4"},
{"id": "c", "text": "t", "formula": "a.part", "printed": "5")--"),
     "claims:2:37 zero-denominator claims:4:58 identity-mismatch"},
};

} // namespace

TEST_CASE("mistaken claims") {
    CHECK(mistakes.size() >= 25);
    for (const Mistake& each : mistakes) {
        CAPTURE(each.claims);
        CHECK(told(reconcile(each.claims, facts)) == each.told);
    }
}

TEST_CASE("every mistake of a document is told in one pass, with its place and advice") {
    const auto found =
        reconcile(one(R"--("id": "", "text": 1, "formula": "1", "printed": "x")--"), facts);
    CHECK(told(found) ==
          "claims:2:8 claims.empty claims:2:20 claims.type claims:2:51 claims.printed");
    const auto near =
        reconcile(one(R"--("id": "a", "text": "t", "formula": "a.totl", "printed": "1")--"), facts);
    REQUIRE(near.has_value());
    CHECK(near->findings[0].finding.pointer == "/claims/0/formula");
    CHECK(near->findings[0].finding.message.find("a.total") != std::string::npos);
}

TEST_CASE("mistaken facts") {
    const std::string claims = R"--({"heng": "claims/1", "claims": []})--";
    const std::vector<Mistake> table{
        {"{", "facts:1:2 json.syntax"},
        {"{}", "facts:1:1 facts.heng"},
        {R"--({"heng": "facts/1"})--", "facts:1:1 facts.missing"},
        {R"--({"heng": "facts/1", "data": 1})--", "facts:1:29 facts.type"},
        {R"--({"heng": "facts/1", "unit": "美元", "data": {}})--", "facts:1:29 facts.unit"},
        {R"--({"heng": "facts/1", "dat": {}})--", "facts:1:21 facts.unknown-key"},
        {R"--({"heng": "facts/1", "data": {}})--", ""},
        {R"--({"heng": "facts/1", "data": {"a.b": 1, "a": {"b": 2, "": 3}}})--", ""},
    };
    for (const Mistake& each : table) {
        CAPTURE(each.claims);
        CHECK(told(reconcile(claims, each.claims)) == each.told);
    }
    Limits few;
    few.rows = 2;
    CHECK(told(reconcile(claims, R"--({"heng": "facts/1", "data": {"a": 1, "b": 2, "c": 3}})--",
                         few)) == "facts:1:51 limit.rows");
}

TEST_CASE("the paths of figures are bounded together, whatever a long key stands for") {
    const std::string claims = one(R"--("id": "a", "text": "t", "formula": "1", "printed": "1")--");
    std::string figures;
    std::string sums;
    for (int i = 0; i < 100; ++i) {
        const std::string name =
            std::string{i == 0 ? "" : ", "} + "\"a" + std::to_string(i) + "\": ";
        figures += name + "1";
        sums += name + R"--({"total": 1, "parts": [{"amount": 1}]})--";
    }
    const auto facts_of = [](const std::string& key, const std::string& members) {
        return R"--({"heng": "facts/1", "data": {")--" + key + "\": {" + members + "}}}";
    };
    const std::string longest(100'000, 'k');
    for (const std::string& text :
         {facts_of(longest, figures), facts_of(longest, sums), facts_of(longest + ".k", figures),
          facts_of(longest + ".k", sums)}) {
        const auto found = reconcile(claims, text);
        REQUIRE_FALSE(found);
        CHECK(found.error().code == "limit.bytes");
        CHECK(found.error().status == Status::limit_exceeded);
        CHECK(found.error().document == "facts");
        CHECK(found.error().others.empty());
    }
    CHECK(told(reconcile(claims, facts_of(std::string(40'000, 'k'), figures))) == "");
}

TEST_CASE("money without a unit can't be compared with money") {
    const auto found =
        reconcile(one(R"--("id": "a", "text": "t", "formula": "b", "printed": "5 万元")--"),
                  R"--({"heng": "facts/1", "data": {"b": 5}})--");
    CHECK(told(found) == "claims:2:37 claim-not-computable");
}
