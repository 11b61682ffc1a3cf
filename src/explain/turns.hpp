// SPDX-License-Identifier: Apache-2.0
//
// The order in which facts are advised: what is done comes before what it is measured by. Somebody
// who is told how to win points back can spend more of a budget, and hardly lowers a budget that
// is approved; so it is with every rate and every standard.
//
//     const std::map<feel::SlotId, Turn> turns = turns_of(rubric, {{*leaf.measure}});
//     // executed / budget: executed first, budget last
#pragma once

#include "document/compiled_rubric.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace heng::detail::explain {

enum class Turn : std::uint8_t {
    first,   ///< what is done: 执行数, a number of things, a date
    whole,   ///< counted, and also what something is measured by: b of (a − b) ÷ b
    measure, ///< nothing but what something is measured by: b of a ÷ b and of a >= b
};

/// A term, and whether it is the standard that another is held against, such as the norm of steps.
struct AskedTerm {
    Term term;
    bool is_standard = false;
};

/// The turn of each input that the terms read, themselves or by named values. To be compared with a
/// constant (b = 0, where b is what divides) says nothing about an input. O(nodes of the terms).
[[nodiscard]] std::map<feel::SlotId, Turn> turns_of(const document::CompiledRubric& rubric,
                                                    const std::vector<AskedTerm>& terms);

} // namespace heng::detail::explain
