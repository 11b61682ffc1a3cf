// SPDX-License-Identifier: Apache-2.0
//
// What a policy document is read into: the policy, its rules compiled over the facts that it may
// read, and where things stand.
//
//     loaded.whens[2]                   // the Term of decisions[2].when
//     loaded.compiled.program           // evaluated in a feel::Session over slots
#pragma once

#include "base/json/json.hpp"
#include "base/json/reader.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/monitor/policy.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::monitor {

struct LoadedPolicy {
    explicit LoadedPolicy(json::JsonDocument document) : json{std::move(document)} {}

    json::JsonDocument json;
    Policy policy{};
    /// The facts of policy_facts.hpp, then the policy's own inputs; no rubric.
    document::CompiledRubric compiled;
    std::vector<std::optional<Term>> whens{}; ///< by rule; none only where it was refused
    std::vector<json::Json> rules{};          ///< by rule
    std::vector<json::Json> own_inputs{};     ///< by own input
    std::vector<Finding> findings{};
};

/// Reads a policy document whose kind is right; what is wrong is added to the reader's
/// problems (policy.*).
void read_policy(const json::Reader& root, LoadedPolicy& loaded);

/// "monitoring", which may be absent.
[[nodiscard]] MonitoringRules read_monitoring(const json::Reader& reader, Basis basis);

/// policy.conflict among the rules that were read, and the findings about them.
void check_decisions(LoadedPolicy& loaded, json::Problems& problems, feel::CallBudget budget);

} // namespace heng::detail::monitor
