// SPDX-License-Identifier: Apache-2.0
//
// Scores of the kernel as text: what text_of() of heng/score/sheet.hpp writes of the same points.
//
//     char* end = put_score(buffer, 9425, 3, 2);         // "9.425": two places are not enough
//     char* end = put_score(buffer, 942500, 4, 2);       // "94.25"
#pragma once

#include "batch/kernel/wide.hpp"

#include <heng/number/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace heng::detail::batch {

/// `value` × 10^-scale with `places` decimal places, or where these are not enough or there are
/// none, with the fewest; 0 <= scale <= 18. Writes at most longest_score() bytes; gives their end.
char* put_score(char* to, std::int64_t value, int scale, std::optional<int> places);

/// 19 digits and a sign, a zero and a point before them, and zeros behind.
[[nodiscard]] constexpr std::size_t longest_score(std::optional<int> places) {
    return 40U + static_cast<std::size_t>(places.value_or(0));
}

/// The same of points that no power of ten may make whole: "p/q" where the decimal does not end.
/// Writes at most longest_fraction() bytes; gives their end.
char* put_fraction(char* to, const Ratio& points, std::optional<int> places);

char* put_fraction(char* to, const kernel::Wide& points, std::optional<int> places);
/// Of num ÷ den, where den is above 0.
char* put_fraction(char* to, std::int64_t num, std::int64_t den, std::optional<int> places);

[[nodiscard]] std::size_t longest_fraction(const Ratio& points, std::optional<int> places);
[[nodiscard]] std::size_t longest_fraction(const kernel::Wide& points, std::optional<int> places);

/// Of num ÷ den: at most 63 places, which Ratio writes.
inline constexpr std::size_t longest_short_fraction = 128;

/// The bytes of `text`; gives their end.
char* put(char* to, std::string_view text);
/// In decimal, at most 20 bytes; gives their end.
char* put(char* to, std::uint64_t number);

} // namespace heng::detail::batch
