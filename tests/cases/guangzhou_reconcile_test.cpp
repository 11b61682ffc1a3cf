// SPDX-License-Identifier: Apache-2.0
//
// The real report reconciled: exactly the figures that do not follow, and what holds, byte for
// byte.
#include "support/files.hpp"

#include <heng/reconcile/reconcile.hpp>

#include <doctest/doctest.h>

using namespace heng;

TEST_CASE("guangzhou: what heng reconcile says is what stands in guangzhou-reconcile.txt") {
    const auto found = reconcile(test::file("examples/guangzhou-2023/claims.json"),
                                 test::file("examples/guangzhou-2023/facts.json"));
    REQUIRE_MESSAGE(found.has_value(), found.error());
    CHECK(to_text(*found, "claims.json", "facts.json", true) ==
          test::file("tests/cases/guangzhou-reconcile.txt"));
    REQUIRE(found->findings.size() == 3);
    CHECK(found->findings[0].id == "progress");
    CHECK(found->findings[0].finding.expected == "99.09%");
    CHECK(found->findings[1].id == "progress.again");
    CHECK(found->findings[1].finding.code == "ratio-mismatch");
    CHECK(found->findings[2].id == "statement.unspent");
    CHECK(found->findings[2].finding.severity == Severity::warning);
    CHECK(found->confirmed.size() == 39);
}
