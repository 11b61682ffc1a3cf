// SPDX-License-Identifier: Apache-2.0
//
// What the built-in functions give. Source: DMN 1.5, tables 70-80.
//
//     call(Function::round_half_up, {value, two}, budget)
//
// Arguments that do not fit, in kind or in range, give null with its cause; nothing throws but
// std::bad_alloc.
#pragma once

#include "feel/budget.hpp"
#include "feel/builtin.hpp"
#include "feel/value.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace heng::detail::feel {

/// The operands have been gathered (see Gather): an aggregate has one, a list or a single value.
[[nodiscard]] Value call(Function function, std::span<const Value> operands, Budget& budget);

/// What `for` runs through in a range: whole numbers or days, upwards or downwards.
struct Steps {
    std::int64_t first = 0;
    std::int64_t by = 1;
    std::int64_t count = 0;
    bool dates = false;
};
/// Nothing where the ends are not both whole numbers or both dates, or too far apart to count.
[[nodiscard]] std::optional<Steps> steps_of(const Range& range);

// The parts of call(), by what they work on.
[[nodiscard]] Value call_number(Function function, std::span<const Value> operands, Budget& budget);
[[nodiscard]] Value call_text(Function function, std::span<const Value> operands, Budget& budget);
[[nodiscard]] Value call_aggregate(Function function, const Value& operand, Budget& budget);
[[nodiscard]] Value call_list(Function function, std::span<const Value> operands, Budget& budget);
[[nodiscard]] Value call_date(Function function, std::span<const Value> operands, Budget& budget);
/// The range that a text holds, such as "[1..5)": range(from).
[[nodiscard]] Value range_of_text(const Value& text, Budget& budget);
[[nodiscard]] Value call_context(Function function, std::span<const Value> operands,
                                 Budget& budget);

} // namespace heng::detail::feel
