// SPDX-License-Identifier: Apache-2.0
//
// One way to show an exact number to people.
//
//     number_text(Ratio{3, 8})              // "0.375"
//     number_text(Ratio{9}, 2)              // "9.00": at least two places
//     number_text(Ratio{10, 9})             // "≈1.1111"
//     number_text(Ratio{-1, 300'000})       // "≈−0.0000033"
//     number_text(Ratio{299'999, 300'000})  // "≈0.999997": no whole number that it is not
//     signed_text(Ratio{1, 5})              // "+0.2"
//     percent_text(Ratio{-1, 3})            // "−33.33%"
//     plain_text(Ratio{-10, 9})             // "-1.1111111111": of CSV, for a spreadsheet
//
// The rule: a decimal that ends within six places is written in full. Any other value is rounded
// half-up to four places, or to as many as leave two digits behind the zeros it begins with, or to
// as many as tell it from every whole number, and is marked ≈. A minus is "−" (U+2212). For
// machines JSON has p/q and CSV decimals, both with "-".
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

/// The text of a number with "−" where it begins with "-".
[[nodiscard]] std::string with_minus(std::string number);

/// A rate as a percentage of two places, rounded half-up and without a mark, as tables have it.
[[nodiscard]] std::string percent_text(const Ratio& rate);

/// For a spreadsheet, which reads 10/9 as a day and "−1" as a text: a decimal with "-" for a minus
/// and at least `least` places, rounded half-up to ten where it does not end within a Decimal.
[[nodiscard]] std::string plain_text(const Ratio& value, int least = 0);

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
