// SPDX-License-Identifier: Apache-2.0
//
// What the kernel says of a row, as the engine's sheet would say it.
//
//     for (const ToldScore& each : told_scores(kernel, scores, row)) …    // "targets#2": "9.8"
#pragma once

#include "batch/kernel/kernel.hpp"

#include <heng/score/sheet.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng::test {

struct ToldScore {
    std::string id;
    Points score;
    std::string text;
};

/// The points of `units`, or of a fraction where these are none.
inline Points told_points(const detail::kernel::Kernel& kernel, std::int64_t units,
                          const std::optional<Ratio>& fraction) {
    return units != detail::kernel::no_units ? Points{Decimal{units, kernel.scale()}}
                                             : Points{fraction.value()};
}

inline std::optional<Ratio> told_fraction(const detail::kernel::Scores& scores,
                                          std::optional<std::uint32_t> at, std::size_t row) {
    return at ? std::optional{scores.fraction(*at, row)} : std::nullopt;
}

inline Points told_total(const detail::kernel::Kernel& kernel, const detail::kernel::Scores& scores,
                         std::size_t row) {
    return told_points(kernel, scores.totals[row],
                       told_fraction(scores, kernel.total_fraction(), row));
}

/// All items, in the sheet's order.
inline std::vector<ToldScore> told_scores(const detail::kernel::Kernel& kernel,
                                          const detail::kernel::Scores& scores, std::size_t row) {
    std::vector<ToldScore> all;
    const auto add = [&](std::string id, Points points, std::optional<int> places) {
        std::string text = text_of(points, places);
        all.push_back({std::move(id), std::move(points), std::move(text)});
    };
    for (std::size_t i = 0; i < kernel.items().size(); ++i) {
        const detail::kernel::Kernel::Item& item = kernel.items()[i];
        add(item.indicator->id,
            told_points(kernel, scores.items[i * detail::kernel::most_rows + row],
                        told_fraction(scores, item.fraction, row)),
            item.scale);
        if (!item.rows) {
            continue;
        }
        const detail::kernel::RowScores& rows = scores.rows[*item.rows];
        for (std::uint32_t k = 0; k < rows.counts[row]; ++k) {
            const std::uint32_t at = rows.begins[row] + k;
            add(item.indicator->id + '#' + std::to_string(k + 1),
                told_points(kernel, rows.units[at],
                            rows.shorts.empty() ? std::nullopt : std::optional{rows.fraction(at)}),
                item.row_scale);
        }
    }
    return all;
}

} // namespace heng::test
