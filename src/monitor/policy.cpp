// SPDX-License-Identifier: Apache-2.0
#include "base/json/problems.hpp"
#include "document/embedded.hpp"
#include "document/within_limits.hpp"
#include "monitor/loaded_policy.hpp"
#include "plan/messages.hpp"

#include <heng/monitor/policy.hpp>

#include <limits>
#include <utility>

namespace heng {

bool goes_first(const DecisionRule& a, const DecisionRule& b) {
    constexpr int last = std::numeric_limits<int>::max();
    return a.priority.value_or(last) < b.priority.value_or(last);
}

Result<PolicyDocument> PolicyDocument::parse(std::string_view json, const Limits& limits,
                                             const CallOptions& call) {
    return detail::document::as_call(call, [&] { return parse_unguarded(json, limits, call); });
}

Result<PolicyDocument> PolicyDocument::parse_unguarded(std::string_view json, const Limits& limits,
                                                       const CallOptions& call) {
    auto parsed = detail::json::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    detail::json::Problems problems{detail::json::policy_document, limits};
    auto loaded = std::make_shared<detail::monitor::LoadedPolicy>(*std::move(parsed));
    const detail::json::Reader root{loaded->json.root(), problems};
    if (root.has_heng()) {
        detail::monitor::read_policy(root, *loaded);
    }
    if (problems.empty()) {
        detail::monitor::check_decisions(*loaded, problems, detail::document::budget_of(call));
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
    return detail::document::ids_of(embedded_policies());
}

Result<std::string_view> builtin_policy_text(std::string_view id) {
    return detail::document::text_in(embedded_policies(), id, "policy.not-found",
                                     detail::plan::say::no_policy);
}

Result<PolicyDocument> builtin_policy(std::string_view id) {
    const auto text = builtin_policy_text(id);
    if (!text) {
        return Failure{text.error()};
    }
    return PolicyDocument::parse(*text);
}

} // namespace heng
