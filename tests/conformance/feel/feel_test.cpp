// SPDX-License-Identifier: Apache-2.0
//
// The FEEL cases of the public DMN conformance kit, read where they are.
#include "kit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace heng::test;

namespace {

std::size_t count(const std::vector<Outcome>& outcomes, Verdict verdict) {
    return static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(),
                      [verdict](const Outcome& outcome) { return outcome.verdict == verdict; }));
}

/// Cases whose value does not follow from their line: in the kit their decision has a declared
/// type, which the file leaves out, and what is expected is the value coerced to it
/// (DMN 1.5, 10.3.2.9.4). The text "foo" on its own is to be an error in these, and the list [10]
/// the number 10.
const std::set<std::string>& coerced() {
    static const std::set<std::string> cases = {
        "0082-feel-coercion/decision_003",        // [1,2,"foo"]
        "0082-feel-coercion/decision_005",        // {name: "foo"}
        "0082-feel-coercion/decision_006_a",      // "foo"
        "0082-feel-coercion/decision_007_a",      // [1]
        "0082-feel-coercion/literal_002",         // "foo"
        "0082-feel-coercion/literal_004",         // "foo"
        "0082-feel-coercion/literal_005",         // [10]
        "0082-feel-coercion/literal_006",         // ["foo"]
        "0082-feel-coercion/decisionService_001", // 1000
        "0082-feel-coercion/decisionService_002", // an input that is 10
    };
    return cases;
}

/// Of two lines with the same expression and inputs only one can be right. `sublist` gives a list,
/// and the type that one of them coerces it to is not in the file; nor is that of the context.
const std::set<std::string>& contradicted() {
    static const std::set<std::string> cases = {"0021-singleton-list/001",
                                                "0082-feel-coercion/decision_context_03"};
    return cases;
}

} // namespace

TEST_CASE("core: every case whose value follows from its line") {
    const std::vector<Outcome> outcomes = run_kit("feel-core-open.jsonl");
    REQUIRE(outcomes.size() >= 900);
    std::set<std::string> wrong_coerced;
    std::set<std::string> wrong_contradicted;
    for (const Outcome& outcome : outcomes) {
        if (outcome.verdict == Verdict::right) {
            continue;
        }
        if (outcome.contradicted && contradicted().contains(outcome.name)) {
            wrong_contradicted.insert(outcome.name);
        } else if (coerced().contains(outcome.name)) {
            wrong_coerced.insert(outcome.name);
        } else {
            FAIL_CHECK(outcome.str());
        }
    }
    // neither list hides a case that is right, or lacks
    CHECK(wrong_coerced == coerced());
    CHECK(wrong_contradicted == contradicted());
    MESSAGE(count(outcomes, Verdict::right) << " of " << outcomes.size() << " right");
    CHECK(count(outcomes, Verdict::right) + coerced().size() + contradicted().size() ==
          outcomes.size());
}

TEST_CASE("extended: each case is right, or says what heng does not have") {
    const std::vector<Outcome> outcomes = run_kit("feel-extended-open.jsonl");
    REQUIRE(outcomes.size() >= 1'000);
    for (const Outcome& outcome : outcomes) {
        if (outcome.verdict == Verdict::wrong) {
            FAIL_CHECK(outcome.str());
        }
    }
    MESSAGE(count(outcomes, Verdict::right)
            << " right, " << count(outcomes, Verdict::unsupported) << " not supported");
    // what is right is not to be lost behind "not supported"
    CHECK(count(outcomes, Verdict::right) >= 600);
}
