// SPDX-License-Identifier: Apache-2.0
#include "explain/adjusted.hpp"
#include "explain/lost.hpp"

#include <gsl/assert>

#include <cstddef>
#include <optional>
#include <utility>

namespace heng::detail::explain {
namespace {

class Ledger {
  public:
    explicit Ledger(const ScoreSheet& sheet) : sheet_(sheet), adjusted_(sheet) {}

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
            add({LostPart::Kind::rule, i, item.points - own_score(i), {}});
        }
        enter_adjustments(i);
        add({LostPart::Kind::rounding, i, item.exact - item.score, {}});
    }

    /// Before the first adjustment.
    [[nodiscard]] Points own_score(std::size_t i) const {
        const auto& own = adjusted_.of(i);
        return own.empty() ? sheet_.items[i].exact : own.front()->before;
    }

    /// The last adjustment gives no more than the points in play allow.
    void enter_adjustments(std::optional<std::size_t> item) {
        std::vector<LostPart> parts;
        Points bounded;
        for (const Adjusted* const each : adjusted_.of(item)) {
            parts.push_back({LostPart::Kind::adjustment, item, each->before - each->after,
                             each->adjustment.reason});
            bounded = max(Points{}, each->after - points_of(item));
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            parts[i].lost += i + 1 == parts.size() ? bounded : Points{};
            add(std::move(parts[i]));
        }
    }

    [[nodiscard]] const Points& points_of(std::optional<std::size_t> item) const {
        return item ? sheet_.items[*item].points : sheet_.points;
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
    std::vector<LostPart> parts_;
};

} // namespace

std::vector<LostPart> lost_parts(const ScoreSheet& sheet) {
    return Ledger{sheet}.run();
}

} // namespace heng::detail::explain
