// SPDX-License-Identifier: Apache-2.0
//
// What audit and reconcile write of what they found.
#include "audit/findings.hpp"

#include <doctest/doctest.h>

#include <vector>

using heng::FormFinding;
using heng::Severity;
using heng::document::JsonWriter;

namespace {

std::vector<FormFinding> two() {
    FormFinding first{"ratio-mismatch", Severity::error, "/claims/0/printed", "印 99.81%"};
    first.expected = "99.09%";
    first.found = "99.81%";
    first.place = {12, 24};
    return {first, FormFinding{"identity-mismatch", Severity::warning, "", "a\nb"}};
}

} // namespace

TEST_CASE("findings as JSON, with room for more members") {
    JsonWriter json{JsonWriter::Style::compact};
    json.begin_object().key("findings");
    heng::form::add_findings(json, two());
    json.member("more", "x").end_object();
    CHECK(json.take() ==
          R"({"findings":[{"code":"ratio-mismatch","severity":"error","where":"/claims/0/printed",)"
          R"("message":"印 99.81%","expected":"99.09%","found":"99.81%","line":12,"column":24},)"
          R"({"code":"identity-mismatch","severity":"warning","where":"","message":"a\nb"}],)"
          R"("more":"x"})");
}

TEST_CASE("findings as text are a line each") {
    CHECK(heng::form::findings_text(two(), "claims.json") ==
          "claims.json:12:24: error: 印 99.81% [ratio-mismatch, at /claims/0/printed]\n"
          "claims.json: warning: a\uFFFDb [identity-mismatch]\n");
}
