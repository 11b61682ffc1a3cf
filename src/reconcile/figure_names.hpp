// SPDX-License-Identifier: Apache-2.0
//
// Names of the figures of a budget statement, for people who do not read paths.
//
//     named("budget.executed / budget.annual")    // "executed ÷ budget", 全年执行数 ÷ 全年预算数
#pragma once

#include "base/text/messages.hpp"

#include <string_view>

namespace heng::detail::reconcile {

/// The formula with each known path replaced by its name, and × and ÷ for * and /; as it is where
/// it has a text in quotes. O(length).
[[nodiscard]] text::Words named(std::string_view formula);

} // namespace heng::detail::reconcile
