// SPDX-License-Identifier: Apache-2.0
#include "explain/search.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace heng::what_if {
namespace {

constexpr std::size_t most_thresholds = 64;
constexpr std::int64_t most_choices = 100;

class Search {
  public:
    Search(Rescoring& again, const Node& node, const Lever& lever,
           const document::LoadedFacts& facts, const Points& now)
        : again_(again), node_(node), lever_(lever), facts_(facts), now_(now) {}

    std::vector<Found> run(std::span<const Ratio> thresholds) {
        (void)at(0);
        probe(1, lever_.highest);
        if (lever_.is_ordered()) {
            probe(-1, -lever_.lowest);
            probe_row();
            probe_edges(thresholds);
        }
        std::vector<Found> found = goals();
        move(0);
        return found;
    }

  private:
    using Steps = std::int64_t;
    using Probes = std::map<Steps, std::optional<Outcome>>;

    const std::optional<Outcome>& at(Steps steps) {
        const auto known = probes_.find(steps);
        if (known != probes_.end()) {
            return known->second;
        }
        if (again_.exhausted()) {
            return probes_.emplace(steps, std::nullopt).first->second;
        }
        move(steps);
        return probes_.emplace(steps, again_.of(node_)).first->second;
    }

    void move(Steps steps) {
        if (node_.row) {
            apply_to_numbers(lever_, steps, facts_, again_.facts());
            return;
        }
        apply(lever_, steps, facts_, again_.facts());
        const feel::Value& changed = facts_.slots[lever_.slot];
        again_.charge(changed.is_list() ? changed.items().size() : 0);
    }

    /// In doubling steps up to the end of the domain; a limit that was passed once is passed
    /// farther out as well.
    void probe(Steps direction, Steps end) {
        if (!lever_.is_ordered()) {
            for (Steps i = 1; i <= end && i <= most_choices; ++i) {
                (void)at(i);
            }
            return;
        }
        for (Steps steps = 1; steps < end; steps *= 2) {
            (void)at(direction * steps);
            if (again_.passed_limit() || again_.exhausted()) {
                return;
            }
        }
        if (end > 0) {
            (void)at(direction * end);
        }
    }

    /// Around the actual value of a target row that is the target itself.
    void probe_row() {
        if (lever_.kind != Lever::Kind::actual) {
            return;
        }
        const Ratio value = value_at(lever_, 0);
        const Ratio step = value_at(lever_, 1) - value;
        const Ratio away = (facts_.rows[lever_.row].numbers.target - value) / step;
        for (const Ratio& near : {away.floor(), away.ceiling()}) {
            const auto steps = near.as_int64();
            if (steps && *steps >= lever_.lowest && *steps <= lever_.highest) {
                (void)at(*steps);
            }
        }
    }

    /// Both sides of each threshold that the measure crosses between two probes, and of where
    /// scoring begins to fail.
    void probe_edges(std::span<const Ratio> thresholds) {
        const Probes outline = probes_;
        for (auto right = std::next(outline.begin()); right != outline.end(); ++right) {
            const auto left = std::prev(right);
            if (left->second.has_value() != right->second.has_value()) {
                const bool scored = left->second.has_value();
                narrow(left->first, right->first,
                       [&](const std::optional<Outcome>& at) { return at.has_value() == scored; });
            }
            if (!left->second || !right->second || !left->second->measure ||
                !right->second->measure) {
                continue;
            }
            for (const Ratio& threshold :
                 thresholds.first(std::min(thresholds.size(), most_thresholds))) {
                const auto side = [&](const std::optional<Outcome>& at) {
                    return at && at->measure ? (*at->measure - threshold).sign() : -2;
                };
                const int here = side(left->second);
                if (here != side(right->second)) {
                    narrow(left->first, right->first,
                           [&](const std::optional<Outcome>& at) { return side(at) == here; });
                }
            }
        }
    }

    /// Probes the last step on the left that is like `left`, and the first that is not.
    template <class Like>
    void narrow(Steps left, Steps right, Like like) {
        while (right - left > 1 && !again_.exhausted()) {
            const Steps middle = left + (right - left) / 2;
            (like(at(middle)) ? left : right) = middle;
        }
    }

    [[nodiscard]] Points best() const {
        Points most = now_;
        for (const auto& [steps, outcome] : probes_) {
            if (outcome) {
                most = max(most, outcome->score);
            }
        }
        return most;
    }

    std::vector<Found> goals() {
        std::vector<Found> found;
        constexpr int most_rounds = 4; // what is found on the way may be better still
        Points most = best();
        if (most <= now_) {
            return found;
        }
        std::optional<Steps> all;
        for (int round = 0; round < most_rounds; ++round) {
            most = best();
            all = least([&](const Points& score) { return score >= most; });
            if (best() == most) {
                break;
            }
        }
        if (!all) {
            return found;
        }
        found.push_back({WhatIf::Goal::all, *all, probes_[*all]->score});
        const auto next = least([&](const Points& score) { return score > now_; });
        if (lever_.is_ordered() && next && *next != *all) {
            found.push_back({WhatIf::Goal::next, *next, probes_[*next]->score});
        }
        return found;
    }

    /// The least number of steps that does it, where one step fewer does not.
    template <class Enough>
    std::optional<Steps> least(Enough enough) {
        const auto does = [&](const std::optional<Outcome>& outcome) {
            return outcome && enough(outcome->score);
        };
        const auto up = towards(1, does);
        const auto down = towards(-1, does);
        if (up && down) {
            return *up <= -*down ? up : down;
        }
        return up ? up : down;
    }

    template <class Does>
    std::optional<Steps> towards(Steps direction, Does does) {
        Steps before = 0;
        std::vector<Steps> outwards;
        for (const auto& [steps, outcome] : probes_) {
            if (steps * direction > 0) {
                outwards.push_back(steps);
            }
        }
        if (direction < 0) {
            std::reverse(outwards.begin(), outwards.end());
        }
        for (const Steps steps : outwards) {
            if (does(probes_[steps])) {
                return lever_.is_ordered() ? nearest(before, steps, does) : std::optional{steps};
            }
            before = steps;
        }
        return std::nullopt;
    }

    /// Halves the distance between what does not do it and what does.
    template <class Does>
    std::optional<Steps> nearest(Steps without, Steps with, Does does) {
        while (with - without > 1 || without - with > 1) {
            const Steps middle = without + (with - without) / 2;
            const bool done = does(at(middle));
            if (again_.exhausted()) {
                return std::nullopt;
            }
            (done ? with : without) = middle;
        }
        return with;
    }

    Rescoring& again_;
    const Node& node_;
    const Lever& lever_;
    const document::LoadedFacts& facts_;
    Points now_;
    Probes probes_;
};

} // namespace

std::vector<Found> search(Rescoring& again, const Node& node, const Lever& lever,
                          std::span<const Ratio> thresholds, const document::LoadedFacts& facts,
                          const Points& now) {
    return Search{again, node, lever, facts, now}.run(thresholds);
}

std::vector<Ratio> thresholds_of(const Rule& rule) {
    std::vector<Ratio> thresholds;
    if (const auto* proportional = std::get_if<Proportional>(&rule)) {
        thresholds.emplace_back(proportional->cap);
        if (proportional->pass) {
            thresholds.emplace_back(*proportional->pass);
        }
    } else if (const auto* bands = std::get_if<Bands>(&rule)) {
        for (const Band& band : bands->bands) {
            for (const auto& edge : {band.in.low, band.in.high}) {
                if (edge) {
                    thresholds.push_back(*edge);
                }
            }
        }
    } else if (const auto* line = std::get_if<Interpolate>(&rule)) {
        for (const Knot& knot : line->knots) {
            thresholds.push_back(knot.measure);
        }
    } else if (const auto* step = std::get_if<Step>(&rule)) {
        thresholds.emplace_back(step->norm);
    }
    return thresholds;
}

} // namespace heng::what_if
