// SPDX-License-Identifier: Apache-2.0
#include "explain/adjusted.hpp"
#include "explain/lost.hpp"
#include "scoring/unbounded.hpp"

#include <heng/score/score.hpp>

#include <gsl/assert>

#include <cstddef>
#include <optional>
#include <utility>

namespace heng::detail::explain {
namespace {

class Ledger {
  public:
    explicit Ledger(const ScoreSheet& sheet)
        : sheet_(sheet), adjusted_(sheet), before_(scoring::unbounded(sheet)) {}

    std::vector<LostPart> run() {
        std::vector<bool> settled(sheet_.items.size()); // counted with a branch above
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) {
            const Item& item = sheet_.items[i];
            settled[i] = item.parent && (settled[*item.parent] || out_of_use(*item.parent));
            if (!settled[i]) {
                enter(i);
            }
        }
        enter_total();
        Points sum;
        for (const LostPart& part : parts_) {
            sum += part.lost;
        }
        Ensures(sum == sheet_.points - sheet_.total);
        return std::move(parts_);
    }

  private:
    [[nodiscard]] bool out_of_use(std::size_t item) const {
        return sheet_.items[item].status == ItemStatus::not_applicable;
    }

    void enter(std::size_t i) {
        const Item& item = sheet_.items[i];
        const bool sums_up =
            item.kind == ItemKind::branch || std::holds_alternative<ByRows>(item.reason);
        if (!sums_up || out_of_use(i)) {
            add({LostPart::Kind::rule, i, item.points - before_[i].own, {}});
        }
        enter_adjustments(i);
        add({LostPart::Kind::rounding, i, item.exact - item.score, {}});
    }

    /// What passes the bound belongs to the last adjustment where that alone brought it there: a
    /// `set` above the points in play. Else the bound is a part of its own.
    void enter_adjustments(std::optional<std::size_t> item) {
        std::vector<LostPart> parts;
        bool adds = false;
        for (const Adjusted* const each : adjusted_.of(item)) {
            const Adjustment& by = each->adjustment;
            adds = adds || by.kind == Adjustment::Kind::add;
            if (by.kind != Adjustment::Kind::grade_at_most) {
                parts.push_back(
                    {LostPart::Kind::adjustment, item, each->before - each->after, by.reason});
            }
        }
        const scoring::Unbounded& before = before_[item.value_or(sheet_.items.size())];
        const Points bounded = before.adjusted - (item ? sheet_.items[*item].exact : sheet_.exact);
        const detail::Room room = item
                                      ? Room{sheet_.items[*item].points, sheet_.items[*item].beyond}
                                      : Room{sheet_.points, sheet_.beyond};
        if (!parts.empty() && !adds && room.keep(before.own) == before.own) {
            parts.back().lost += bounded;
        } else {
            parts.push_back({LostPart::Kind::bound, item, bounded, {}});
        }
        for (LostPart& part : parts) {
            add(std::move(part));
        }
    }

    /// What is in play is scaled up, and so is what it lost.
    void enter_total() {
        Points lost;
        Points in_play;
        for (const Item& item : sheet_.items) {
            if (!item.parent) {
                lost += item.points - item.score;
                in_play += item.points;
            }
        }
        const Points scaled = lost * (sheet_.points / in_play);
        add({LostPart::Kind::rescaling, std::nullopt, scaled - lost, {}});
        enter_adjustments(std::nullopt);
        add({LostPart::Kind::rounding, std::nullopt, sheet_.exact - sheet_.total, {}});
    }

    void add(LostPart part) {
        if (part.lost != Points{}) {
            parts_.push_back(std::move(part));
        }
    }

    const ScoreSheet& sheet_;
    AdjustedOf adjusted_;
    std::vector<scoring::Unbounded> before_;
    std::vector<LostPart> parts_;
};

} // namespace

std::vector<LostPart> lost_parts(const ScoreSheet& sheet) {
    return Ledger{sheet}.run();
}

} // namespace heng::detail::explain
