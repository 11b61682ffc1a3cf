// SPDX-License-Identifier: Apache-2.0
//
// One way to show an exact number to people.
//
//     number_text(Ratio{3, 8})              // "0.375"
//     number_text(Ratio{9}, 2)              // "9.00": at least two places
//     number_text(Ratio{10, 9})             // "≈1.1111"
//     number_text(Ratio{-1, 300'000})       // "≈−0.0000033"
//     signed_text(Ratio{1, 5})              // "+0.2"
//
// The rule: a decimal that ends within twelve places is written in full. Any other value is rounded
// half-up to four places, or to as many as leave two digits behind the zeros it begins with, and is
// marked ≈. A minus is "−" (U+2212). Numbers for machines are not written here: JSON has p/q and
// CSV decimals, both with "-".
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>

#include <optional>
#include <span>
#include <string>

namespace heng::detail::base {

/// By the rule; what is written in full has at least `least` places.
[[nodiscard]] std::string number_text(const Ratio& value, int least = 0);
[[nodiscard]] inline std::string number_text(const Points& points, int least = 0) {
    return number_text(points.value(), least);
}

/// The same with a plus before what is above 0: "+0.2", "≈+0.3333".
[[nodiscard]] std::string signed_text(const Ratio& value);
[[nodiscard]] inline std::string signed_text(const Points& points) {
    return signed_text(points.value());
}

/// With all of its places, and "−" for "-".
[[nodiscard]] std::string decimal_text(const Decimal& value);

/// The decimal that is written in full; none where it does not end, or is too long.
[[nodiscard]] std::optional<Decimal> shown_exactly(const Ratio& value);

/// The text of a value that is not written in full, with as many places as tell it from each of
/// `edges`, and without a mark where those are all it has. None where a hundred would not tell.
[[nodiscard]] std::optional<std::string> near_text(const Ratio& value,
                                                   std::span<const Ratio> edges = {});

/// The value rounded half-up to `places`, or to as many more as leave it on its own side of each
/// edge; none where a hundred would not.
[[nodiscard]] std::optional<Decimal> told_apart(const Ratio& value, int places,
                                                std::span<const Ratio> edges);

} // namespace heng::detail::base
