// SPDX-License-Identifier: Apache-2.0
//
// Shares and amounts, read and said: 0.25 and "25%", and 35% of 1000万元.
//
//     read_share(object.required("at_least"))     // 1/4
//     share_text(Ratio{1, 3})                     // "≈33.3333%"
#pragma once

#include "base/json/reader.hpp"

#include <heng/number/ratio.hpp>

#include <optional>
#include <string>

namespace heng::detail::monitor {

/// A share from 0 to 1. Problems: type, percent, limit.*.
[[nodiscard]] std::optional<Ratio> read_share(const json::Reader& share);

/// The same without an upper bound.
[[nodiscard]] std::optional<Ratio> read_factor(const json::Reader& factor);

/// As base/number_text.hpp shows it: "35%", "≈33.3333%".
[[nodiscard]] std::string share_text(const Ratio& share);
/// In points of a hundred: 0.05 is "5".
[[nodiscard]] std::string points_text(const Ratio& share);
/// Exactly where it has few places, else rounded up, so that it is enough.
[[nodiscard]] std::string amount_text(const Ratio& amount);

} // namespace heng::detail::monitor
