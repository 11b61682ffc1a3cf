// SPDX-License-Identifier: Apache-2.0
#include "cycle/loaded_policy.hpp"
#include "cycle/messages.hpp"
#include "document/json/problems.hpp"
#include "document/messages.hpp"
#include "document/within_limits.hpp"
#include "policies/embedded.hpp"
#include "text/nearest.hpp"
#include "text/width.hpp"

#include <heng/cycle/policy.hpp>

#include <limits>
#include <utility>

namespace heng {

bool goes_first(const DecisionRule& a, const DecisionRule& b) {
    constexpr int last = std::numeric_limits<int>::max();
    return a.priority.value_or(last) < b.priority.value_or(last);
}

Result<PolicyDocument> PolicyDocument::parse(std::string_view json, const Limits& limits) {
    return document::within_limits([&] { return parse_unguarded(json, limits); });
}

Result<PolicyDocument> PolicyDocument::parse_unguarded(std::string_view json,
                                                       const Limits& limits) {
    auto parsed = document::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    document::Problems problems{document::policy_document, limits};
    auto loaded = std::make_shared<cycle::LoadedPolicy>(*std::move(parsed));
    const document::Reader root{loaded->json.root(), problems};
    if (root.has_heng()) {
        cycle::read_policy(root, *loaded);
    }
    if (problems.empty()) {
        cycle::check_decisions(*loaded, problems);
    }
    if (!problems.empty()) {
        return Failure{problems.error()};
    }
    return PolicyDocument{std::move(loaded)};
}

const Policy& PolicyDocument::policy() const {
    return loaded_->policy;
}

const std::vector<Finding>& PolicyDocument::findings() const {
    return loaded_->findings;
}

std::string_view PolicyDocument::text() const {
    return loaded_->json.text();
}

std::vector<std::string_view> builtin_policy_ids() {
    std::vector<std::string_view> ids;
    for (const EmbeddedPolicy& policy : embedded_policies()) {
        ids.push_back(policy.id);
    }
    return ids;
}

Result<std::string_view> builtin_policy_text(std::string_view id) {
    text::Nearest nearest{id};
    std::vector<std::string_view> known;
    for (const EmbeddedPolicy& policy : embedded_policies()) {
        if (policy.id == id) {
            return policy.json;
        }
        nearest.consider(policy.id);
        known.push_back(policy.id);
    }
    return Failure{text::error_of(Status::not_found, "policy.not-found",
                                  cycle::say::no_policy(text::quoted(id)),
                                  document::say::nearest_or_all(nearest.found(), known))};
}

Result<PolicyDocument> builtin_policy(std::string_view id) {
    const auto text = builtin_policy_text(id);
    if (!text) {
        return Failure{text.error()};
    }
    return PolicyDocument::parse(*text);
}

} // namespace heng
