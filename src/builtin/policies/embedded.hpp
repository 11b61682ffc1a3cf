// SPDX-License-Identifier: Apache-2.0
//
// The built-in policies, as they stand in src/builtin/policies/*.json, compiled in by
// cmake/EmbedRubrics.cmake.
//
//     for (const EmbeddedPolicy& policy : embedded_policies()) use(policy.id, policy.json);
//
// Sorted by id, which is the file's name without ".json" and the "id" inside it. The text is
// policy/1 and is loaded like any other document. Never fails; O(1).
#pragma once

#include <span>
#include <string_view>

namespace heng {

struct EmbeddedPolicy {
    std::string_view id;
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedPolicy> embedded_policies() noexcept;

} // namespace heng
