// SPDX-License-Identifier: Apache-2.0
//
// What the reports of monitoring and of decisions write alike.
//
//     write_head(json, progress, policy, as_of);     // "policy": {…}, "subject": {…}, "unit",
//     "as_of"
#pragma once

#include "base/json/writer.hpp"

#include <heng/monitor/policy.hpp>
#include <heng/monitor/progress.hpp>
#include <heng/number/ratio.hpp>

#include <optional>
#include <string_view>

namespace heng::detail::monitor {

void write_head(json::JsonWriter& json, const Progress& progress, const PolicyDocument& policy,
                std::string_view as_of);

/// The exact number as text under a key: "0.35", "1/3"; nothing where there is none.
void write_ratio(json::JsonWriter& json, std::string_view key, const std::optional<Ratio>& number);

} // namespace heng::detail::monitor
