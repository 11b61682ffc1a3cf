// SPDX-License-Identifier: Apache-2.0
#include "diff/attribution.hpp"
#include "diff/unit_changes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <utility>

namespace heng::detail::diff {
namespace {

class Attribution {
  public:
    Attribution(const LeafProbe& probe, const FactChanges& changes, Mixture& mixture,
                const Ends& ends, feel::CallBudget& budget)
        : probe_(probe),
          changes_(changes),
          mixture_(mixture),
          ends_(ends),
          budget_(budget),
          players_(relevant(probe, changes)) {}

    std::vector<ChangePart> run() {
        if (players_.size() < 2) { // its change is that of the leaf
            add(players_, players_.empty() ? Points{} : ends_.after - ends_.before);
            return std::move(parts_);
        }
        const bool few =
            players_.size() <= most_averaged && changes_.records() <= most_averaged_records;
        if (!few || !averaged()) {
            mixture_.take_back(players_);
            one_by_one();
        }
        mixture_.take_back(players_);
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

    /// The score of the leaf with the players in `made` changed, a bit each; `before` were so far.
    [[nodiscard]] std::optional<Points> value(unsigned made, unsigned before) {
        if (budget_.is_spent()) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < players_.size(); ++i) {
            const bool is_made = (made >> i & 1U) != 0;
            if (is_made != ((before >> i & 1U) != 0)) {
                mixture_.set(players_[i], is_made);
            }
        }
        return mixture_.score(probe_);
    }

    /// The mean over all orders: of n players, one that joins s others is in s!(n-s-1)! of n!
    /// orders at that place. False where some mixture can't be scored.
    bool averaged() {
        const auto n = static_cast<unsigned>(players_.size());
        std::vector<Points> values;
        const unsigned all = (1U << n) - 1;
        for (unsigned made = 0; made <= all; ++made) {
            auto points = made == 0     ? std::optional{ends_.before}
                          : made == all ? std::optional{ends_.after}
                                        : value(made, made - 1);
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
        Points before = ends_.before;
        std::size_t first = 0;
        for (std::size_t i = 0; i < players_.size() && !budget_.is_spent(); ++i) {
            mixture_.set(players_[i], true);
            const auto after = mixture_.score(probe_);
            if (after) {
                add(std::span{players_}.subspan(first, i + 1 - first), *after - before);
                before = *after;
                first = i + 1;
            }
        }
    }

    const LeafProbe& probe_;
    const FactChanges& changes_;
    Mixture& mixture_;
    Ends ends_;
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
    if (assessed_range(probe.leaf().rule)) {
        add(changes.of_leaf(probe.leaf().id));
    }
    if (!changes.of_units().empty() && is_weighed(probe.compiled(), probe.leaf())) {
        add(changes.of_units());
    }
    std::sort(players.begin(), players.end()); // in the order of the changes
    return players;
}

std::vector<ChangePart> attributed(const LeafProbe& probe, const FactChanges& changes,
                                   Mixture& mixture, const Ends& ends, feel::CallBudget& budget) {
    return Attribution{probe, changes, mixture, ends, budget}.run();
}

} // namespace heng::detail::diff
