// SPDX-License-Identifier: Apache-2.0
//
// The weight of a finding of lint, audit, reconcile or a check of plans.
#pragma once

#include <cstdint>
#include <string_view>

namespace heng {

/// The weights, the heaviest first.
enum class Severity : std::uint8_t {
    error,   ///< proven wrong
    warning, ///< proven, but maybe intended
    note,    ///< worth a look: nothing is proven
};

/// Returns "error", "warning" or "note".
[[nodiscard]] constexpr std::string_view name(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::note:
        break;
    }
    return "note";
}

} // namespace heng
