// SPDX-License-Identifier: Apache-2.0
#include "scoring/unbounded.hpp"

#include <cstddef>
#include <variant>

namespace heng::detail::scoring {
namespace {

bool sums_up(const Item& item) {
    return item.status != ItemStatus::not_applicable &&
           (item.kind == ItemKind::branch || std::holds_alternative<ByRows>(item.reason));
}

} // namespace

std::vector<Unbounded> unbounded(const ScoreSheet& sheet) {
    const std::size_t total = sheet.items.size();
    std::vector<Points> sums(total + 1);
    Points in_play;
    for (const Item& item : sheet.items) {
        sums[item.parent.value_or(total)] += item.score;
        in_play += item.parent ? Points{} : item.points;
    }
    if (in_play != sheet.points && in_play != Points{}) {
        sums[total] = sums[total] * (sheet.points / in_play);
    }
    std::vector<Unbounded> scores;
    scores.reserve(total + 1);
    for (std::size_t i = 0; i <= total; ++i) {
        const Points& own = i == total || sums_up(sheet.items[i]) ? sums[i] : sheet.items[i].exact;
        scores.push_back({own, own});
    }
    std::vector<bool> adjusted(total + 1);
    for (const Adjusted& each : sheet.adjustments) {
        const std::size_t at = each.item.value_or(total);
        scores[at].own = adjusted[at] ? scores[at].own : each.before;
        scores[at].adjusted = each.after;
        adjusted[at] = true;
    }
    return scores;
}

} // namespace heng::detail::scoring
