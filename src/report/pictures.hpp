// SPDX-License-Identifier: Apache-2.0
//
// Pictures of a sheet as inline SVG. Lengths are whole numbers, worked out exactly from the points.
//
//     waterfall(sheet)       // "<svg …>…</svg>": from the full points down to the total
#pragma once

#include <heng/score/sheet.hpp>

#include <string>

namespace heng::detail::report {

/// One bar for each lost point's cause and for each bonus, from the full points to the total; ""
/// where there is none. What does not fit 20 bars is gathered in the last.
[[nodiscard]] std::string waterfall(const ScoreSheet& sheet);

/// A bar for each item of the second level, or of the first where it has nothing below: the share
/// of its points that it scored, at most all of the bar; of an item without points, of its extra.
[[nodiscard]] std::string bars(const ScoreSheet& sheet);

/// "0.2034", "≈0.0222": the points that the item lost, for a reader.
[[nodiscard]] std::string lost_text(const Item& item);

} // namespace heng::detail::report
