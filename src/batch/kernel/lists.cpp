// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/lists.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace heng::detail::kernel {
namespace {

/// Counts that are whole numbers >= 0 and times whose worth fits; the others ask, and count as 0.
void deduct_with_care(const Pass& pass, const CountedPart& part, std::int64_t floor,
                      std::int64_t* out) {
    const View& count = pass.view(part.given);
    const std::int64_t one = power_of_ten(count.scale);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        const std::int64_t times = std::max(count.values[row], std::int64_t{0});
        const Int128 lost = Int128{times / one} * part.worth;
        const Int128 left = out[row] - (lost < part.at_most ? lost : Int128{part.at_most});
        out[row] = left < floor ? floor : static_cast<std::int64_t>(left);
        pass.asks.set(row, count.values[row] < 0 || times % one != 0);
    }
}

/// Leaves nothing, or what is below 0, where there are so many of all kinds; rows that ask are of
/// no account.
void count_out(const Pass& pass, const ListStep& rule, std::int64_t* out) {
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        Int128 all = 0;
        for (const CountedPart& part : rule.parts) {
            const View& count = pass.view(part.given);
            all += count.values[row] / power_of_ten(count.scale);
        }
        out[row] = all >= rule.none_from ? std::min(out[row], std::int64_t{0}) : out[row];
    }
}

} // namespace

void occurrences(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const ListStep& rule = pass.program.lists[static_cast<std::size_t>(step.extra)];
    std::int64_t* const out = pass.item(step.out);
    std::fill_n(out, rows, rule.points);
    for (const CountedPart& part : rule.parts) {
        const View& count = pass.view(part.given);
        if (count.scale != 0 || count.negative || count.bits + bits_of(part.worth) >= safe_bits) {
            deduct_with_care(pass, part, rule.floor, out);
            continue;
        }
        const Deduction by{part.worth, part.at_most, rule.floor};
        pass.lanes.deduct(out, count.values, by, rows);
    }
    if (rule.none_from > 0) {
        count_out(pass, rule, out);
    }
}

void checklist(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const ListStep& rule = pass.program.lists[static_cast<std::size_t>(step.extra)];
    std::int64_t* out = pass.item(step.out);
    std::fill_n(out, rows, 0);
    for (const CountedPart& part : rule.parts) {
        pass.lanes.earn(out, pass.view(part.given).values, part.worth, rows);
    }
    pass.lanes.keep(out, {std::numeric_limits<std::int64_t>::min(), rule.points}, rows);
}

} // namespace heng::detail::kernel
