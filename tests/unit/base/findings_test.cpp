// SPDX-License-Identifier: Apache-2.0
//
// What audit and reconcile write of what they found.
#include "base/findings.hpp"

#include <doctest/doctest.h>

#include <vector>

using heng::Finding;
using heng::Severity;
using heng::detail::base::PlaceKeys;
using heng::detail::json::JsonWriter;

namespace {

std::vector<Finding> two() {
    Finding first{"ratio-mismatch", Severity::error, "/claims/0/printed", "印 99.81%"};
    first.expected = "99.09%";
    first.found = "99.81%";
    first.place = {12, 24};
    return {first, Finding{"identity-mismatch", Severity::warning, "", "a\nb"}};
}

} // namespace

TEST_CASE("findings as JSON, with room for more members") {
    JsonWriter json{JsonWriter::Style::compact};
    json.begin_object().key("findings");
    heng::detail::base::add_findings(json, two(), PlaceKeys::pointer);
    json.member("more", "x").end_object();
    CHECK(json.take() ==
          R"({"findings":[{"code":"ratio-mismatch","severity":"error","message":"印 99.81%",)"
          R"("pointer":"/claims/0/printed","expected":"99.09%","found":"99.81%","line":12,)"
          R"("column":24},{"code":"identity-mismatch","severity":"warning","message":"a\nb",)"
          R"("pointer":""}],"more":"x"})");
}

TEST_CASE("where stands beside the pointer for readers of old") {
    JsonWriter json{JsonWriter::Style::compact};
    heng::detail::base::add_findings(json, std::vector{two()[1]}, PlaceKeys::pointer_and_where);
    CHECK(json.take() == R"([{"code":"identity-mismatch","severity":"warning","where":"",)"
                         R"("message":"a\nb","pointer":""}])");
}

TEST_CASE("findings as text are a line each") {
    CHECK(heng::to_text(two(), "claims.json") ==
          "claims.json:12:24: error: 印 99.81% [ratio-mismatch, at /claims/0/printed]\n"
          "claims.json: warning: a\uFFFDb [identity-mismatch]\n");
}

TEST_CASE("what a rubric accepts is told only when all is asked for") {
    std::vector<Finding> findings = two();
    findings[0].accepted = "as printed";
    CHECK(heng::to_text(findings, "r.json") == "r.json: warning: a\uFFFDb [identity-mismatch]\n");
    findings[1].witness = "{}";
    findings[1].example = "for example where a is 0";
    CHECK(heng::to_text(findings, "r.json", true) ==
          "r.json:12:24: error: 印 99.81% [ratio-mismatch, at /claims/0/printed]\n"
          "    accepted: as printed\n"
          "r.json: warning: a\uFFFDb [identity-mismatch]\n    for example where a is 0\n");
}
