// SPDX-License-Identifier: Apache-2.0
//
// The parts of a change: the addends of two totals, one from the other.
//
//     difference.parts = changes(taken_apart(from), taken_apart(to));
#pragma once

#include "diff/flat_sheet.hpp"

#include <heng/diff/diff.hpp>

#include <string>
#include <vector>

namespace heng::detail::diff {

/// An addend of `to` less the same of `from`; what only one of them has is 0 in the other. None is
/// 0, and Σ is the change of the total.
[[nodiscard]] std::vector<ChangePart> changes(const std::vector<Amount>& from,
                                              const std::vector<Amount>& to);

/// A text that is equal for equal causes, and for no others.
[[nodiscard]] std::string key_of(const Because& because);

/// Σ of the parts.
[[nodiscard]] Points sum(const std::vector<ChangePart>& parts);

} // namespace heng::detail::diff
