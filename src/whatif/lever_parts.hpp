// SPDX-License-Identifier: Apache-2.0
//
// Helpers that the makers of levers share.
#pragma once

#include "whatif/lever.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace heng::detail::whatif {

/// The digits that a JSON number or text writes, and whether a % follows.
[[nodiscard]] std::optional<std::pair<Decimal, bool>> digits_of(std::string_view text);

/// The greatest whole number of steps that is not above `room` ÷ `step`, as far as we go.
[[nodiscard]] std::int64_t steps_within(const Ratio& room, const Ratio& step);

/// How far the lever of a number may be moved.
void bound(Lever& lever, const std::optional<Ratio>& least, const std::optional<Ratio>& most);

/// The same of the lever of a date, which is written as `day`.
void bound_days(Lever& lever, std::int64_t day);

} // namespace heng::detail::whatif
