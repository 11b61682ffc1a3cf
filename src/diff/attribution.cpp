// SPDX-License-Identifier: Apache-2.0
#include "diff/attribution.hpp"
#include "diff/unit_changes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <utility>

namespace heng::diff {
namespace {

class Attribution {
  public:
    Attribution(const LeafProbe& probe, const FactChanges& changes, feel::CallBudget& budget)
        : probe_(probe), changes_(changes), budget_(budget), players_(relevant(probe, changes)) {}

    std::vector<ChangePart> run() {
        const bool few = players_.size() <= most_averaged &&
                         (players_.size() < 2 || changes_.records() <= most_averaged_records);
        if (!few || !averaged()) {
            one_by_one();
        }
        return std::move(parts_);
    }

  private:
    void add(std::span<const std::size_t> players, const Points& change) {
        if (change == Points{}) {
            return;
        }
        ChangePart part{CauseKind::fact, probe_.leaf().id, probe_.leaf().name, {}, change};
        for (const std::size_t player : players) {
            part.because.push_back(changes_.all()[player].because);
        }
        const bool alike =
            std::all_of(part.because.begin(), part.because.end(), [&](const Because& each) {
                return each.kind == part.because.front().kind;
            });
        part.kind = alike ? part.because.front().kind : CauseKind::several;
        parts_.push_back(std::move(part));
    }

    /// What the leaf scores with the players in `made` changed, a bit each.
    [[nodiscard]] std::optional<Points> value(unsigned made) {
        std::vector<std::size_t> members;
        for (std::size_t i = 0; i < players_.size(); ++i) {
            if ((made >> i & 1U) != 0) {
                members.push_back(players_[i]);
            }
        }
        return score(members);
    }

    [[nodiscard]] std::optional<Points> score(std::span<const std::size_t> players) {
        if (budget_.is_spent()) {
            return std::nullopt;
        }
        constexpr std::size_t copied_a_step = 4;
        const std::size_t copied = changes_.records() + probe_.compiled().inputs.size();
        budget_.spend(static_cast<std::int64_t>(copied / copied_a_step));
        return probe_.score(changes_.mixture(players), budget_);
    }

    /// The mean over all orders: of n players, one that joins s others is in s!(n-s-1)! of n!
    /// orders at that place. False where some mixture can't be scored.
    bool averaged() {
        const auto n = static_cast<unsigned>(players_.size());
        std::vector<Points> values;
        for (unsigned made = 0; made < 1U << n; ++made) {
            auto points = value(made);
            if (!points) {
                return false;
            }
            values.push_back(std::move(*points));
        }
        constexpr std::array<std::int64_t, most_averaged + 1> factorial{1, 1, 2, 6, 24, 120, 720};
        for (unsigned player = 0; player < n; ++player) {
            Points share;
            for (unsigned made = 0; made < 1U << n; ++made) {
                const unsigned others = static_cast<unsigned>(std::popcount(made));
                if ((made >> player & 1U) == 0) {
                    const Ratio weight{factorial[others] * factorial[n - others - 1], factorial[n]};
                    share += (values[made | 1U << player] - values[made]) * weight;
                }
            }
            add({&players_[player], 1}, share);
        }
        return true;
    }

    /// Those whose mixture can't be scored are made together with the next.
    void one_by_one() {
        Points before = score({}).value_or(Points{});
        std::size_t first = 0;
        for (std::size_t i = 0; i < players_.size(); ++i) {
            const auto after = score(std::span{players_}.subspan(0, i + 1));
            if (after) {
                add(std::span{players_}.subspan(first, i + 1 - first), *after - before);
                before = *after;
                first = i + 1;
            }
        }
    }

    const LeafProbe& probe_;
    const FactChanges& changes_;
    feel::CallBudget& budget_;
    std::vector<std::size_t> players_;
    std::vector<ChangePart> parts_;
};

} // namespace

std::vector<std::size_t> relevant(const LeafProbe& probe, const FactChanges& changes) {
    std::vector<std::size_t> players;
    const auto add = [&players](const std::vector<std::size_t>& more) {
        players.insert(players.end(), more.begin(), more.end());
    };
    for (const feel::SlotId slot : probe.reads()) {
        add(changes.of_slot(slot));
    }
    if (std::holds_alternative<Assessed>(probe.leaf().rule)) {
        add(changes.of_leaf(probe.leaf().id));
    }
    if (!changes.of_units().empty() && is_weighed(probe.compiled(), probe.leaf())) {
        add(changes.of_units());
    }
    std::sort(players.begin(), players.end()); // in the order of the changes
    return players;
}

std::vector<ChangePart> attributed(const LeafProbe& probe, const FactChanges& changes,
                                   feel::CallBudget& budget) {
    return Attribution{probe, changes, budget}.run();
}

} // namespace heng::diff
