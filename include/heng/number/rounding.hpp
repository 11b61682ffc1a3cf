// SPDX-License-Identifier: Apache-2.0
//
// The seven ways to round, by name. There is no global mode: each rounding names its own, and every
// rounding in heng, in every tier, is decided by rounds_away() below.
//
//     (171_dec / 287_dec * 10_dec).rounded(2, heng::Rounding::half_up);    // 5.96
//
// Rounding works on magnitudes: `up` is away from zero and `down` towards it, as in the General
// Decimal Arithmetic specification; half_up takes a tie away from zero, as the 四舍五入 of budget forms
// does.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace heng {

/// The ways to round; half_up, half_even and half_down differ only in a tie.
enum class Rounding : std::uint8_t { half_up, half_even, half_down, up, down, ceiling, floor };

namespace detail {

inline constexpr std::array<std::string_view, 7> rounding_names = {
    "half-up", "half-even", "half-down", "up", "down", "ceiling", "floor"};

/// Returns whether the magnitude `q + r/d` (0 <= r < d) rounds to `q + 1` rather than to `q`.
/// `negative` is the sign of the value, `odd` whether q is odd. Compares r with d − r, since 2r
/// could overflow.
template <class Unsigned>
constexpr bool rounds_away(Rounding mode, bool negative, bool odd, const Unsigned& r,
                           const Unsigned& d) {
    const Unsigned rest = d - r;
    switch (mode) {
    case Rounding::half_up:
        return r >= rest;
    case Rounding::half_even:
        return r > rest || (odd && r == rest);
    case Rounding::half_down:
        return r > rest;
    case Rounding::up:
        return r != 0;
    case Rounding::down:
        return false;
    case Rounding::ceiling:
        return r != 0 && !negative;
    case Rounding::floor:
        return r != 0 && negative;
    }
    return false;
}

} // namespace detail

/// Returns the mode as documents spell it: "half-up", "half-even", "half-down", "up", "down",
/// "ceiling", "floor".
constexpr std::string_view name(Rounding mode) {
    return detail::rounding_names[static_cast<std::size_t>(mode)];
}

/// Returns the mode with this name, exactly as name() gives it; empty if there is none.
constexpr std::optional<Rounding> rounding_from(std::string_view text) {
    for (std::size_t i = 0; i < detail::rounding_names.size(); ++i) {
        if (detail::rounding_names[i] == text) {
            return static_cast<Rounding>(i);
        }
    }
    return std::nullopt;
}

} // namespace heng
