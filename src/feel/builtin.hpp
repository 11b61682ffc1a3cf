// SPDX-License-Identifier: Apache-2.0
//
// The built-in functions of FEEL: their names and parameters, and which of them heng refuses.
//
//     functions_named("round up")     // {round up(n, scale)}
//     refusal("sqrt")                 // "its results are irrational, and heng's numbers are exact"
//
// Source: DMN 1.5, tables 70-80. What a call gives is in call_*.cpp, what it may be given in
// check_calls.cpp.
#pragma once

#include "base/text/messages.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace heng::detail::feel {

enum class Function : std::uint8_t {
    // numbers
    abs,
    floor,
    ceiling,
    round_up,
    round_down,
    round_half_up,
    round_half_down,
    round_half_even,
    modulo,
    even,
    odd,
    number,
    // logic
    negation,
    is,
    // texts
    string,
    string_length,
    contains,
    starts_with,
    ends_with,
    upper_case,
    lower_case,
    substring,
    substring_before,
    substring_after,
    string_join,
    // lists
    count,
    sum,
    min,
    max,
    mean,
    median,
    mode,
    product,
    all,
    any,
    list_contains,
    sublist,
    append,
    concatenate,
    insert_before,
    remove,
    reverse,
    index_of,
    union_of,
    distinct_values,
    sort,         ///< in the natural order
    sort_by,      ///< by a function; evaluated by the session, as list_match is
    list_replace, ///< at a position
    list_match,   ///< where a function holds
    flatten,
    // contexts
    get_value,
    get_entries,
    context_put, ///< at a key or along keys
    context_put_key,
    context_merge,
    context,
    // ranges
    range_from,
    // dates
    date_from,
    date_of,
    duration,
    day_of_year,
    day_of_week,
    month_of_year,
    week_of_year,
};

/// How the arguments become the operands of the evaluator.
enum class Gather : std::uint8_t {
    nothing, ///< one operand each
    all,     ///< unless there is exactly one argument, all of them become one list
    always,  ///< all of them become one list
    rest,    ///< those after the first become one list
};

struct Builtin {
    std::string_view name;
    Function function;
    std::uint8_t least; ///< arguments
    std::uint8_t most;  ///< arguments; 255 is any number
    Gather gather;
    std::array<std::string_view, 3> parameters; ///< "" past the last
};

/// All signatures.
[[nodiscard]] std::span<const Builtin> builtins();

/// The signatures of that name, at most two; empty where there is none.
[[nodiscard]] std::span<const Builtin> functions_named(std::string_view name);

/// Why heng does not evaluate this function of FEEL; nothing for every other name.
[[nodiscard]] std::optional<text::Sentence> refusal(std::string_view name);

/// Whether FEEL has a function of this name, supported or not.
[[nodiscard]] bool is_function(std::string_view name);

/// The length in bytes of the longest name of a function.
inline constexpr std::size_t longest_function_name = 25;

} // namespace heng::detail::feel
