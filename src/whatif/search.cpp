// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"
#include "whatif/search.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <queue>
#include <utility>

namespace heng::detail::whatif {
namespace {

constexpr std::size_t most_thresholds = 64;
constexpr std::int64_t most_single = 128; ///< steps that are all tried, one by one
constexpr int most_ranges = 2'000;        ///< that are bounded for one question
constexpr int most_asked = 400;           ///< scores of which it is asked whether they count
constexpr int most_climbed = 32;          ///< of them, before the fact is probed instead

class Search {
  public:
    Search(Rescoring& again, const Node& node, const Lever& lever, const Ceiling& ceiling,
           const facts::LoadedFacts& facts, const Points& now, const Accepts& accepts)
        : again_(again),
          node_(node),
          lever_(lever),
          ceiling_(ceiling),
          facts_(facts),
          now_(now),
          accepts_(accepts) {}

    Searched run(std::span<const Ratio> thresholds) {
        (void)at(0);
        if (is_small()) {
            try_all();
        } else if (!ceiling_ || !climb()) {
            proven_ = false;
            probe(1, lever_.highest);
            probe(-1, -lever_.lowest);
            probe_row();
            probe_edges(thresholds);
        }
        Searched searched{goals(), false};
        const auto ends_far = [](const Found& each) {
            return std::abs(each.steps) == farthest;
        };
        const bool far = std::any_of(searched.found.begin(), searched.found.end(), ends_far);
        searched.proven = proven_ && !again_.exhausted() && !far && // it rises on and on
                          asked_ <= most_asked;
        move(0);
        return searched;
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
        auto outcome = again_.of(node_);
        if (outcome && accepts_ && outcome->score > now_ && !counts(steps, outcome->score)) {
            outcome.reset();
        }
        return probes_.emplace(steps, std::move(outcome)).first->second;
    }

    [[nodiscard]] bool counts(Steps steps, const Points& score) {
        return ++asked_ <= most_asked && accepts_(steps, score);
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

    [[nodiscard]] bool is_small() const {
        return !lever_.is_ordered() || lever_.highest - lever_.lowest <= most_single;
    }

    void try_all() {
        proven_ = lever_.highest - lever_.lowest <= most_single;
        for (Steps steps = lever_.lowest; steps <= std::min(lever_.highest, most_single); ++steps) {
            (void)at(steps);
        }
    }

    /// Steps from `near` to `far` away from none, in one direction.
    struct Range {
        Steps direction = 1;
        Steps near = 1;
        Steps far = 1;
        Most most{};
    };

    /// Where it is cut: numbers grow by doubling, so that a wide range has its middle near its
    /// near end.
    [[nodiscard]] static Steps middle_of(const Range& range) {
        constexpr Steps wide = 4;
        if (range.far / range.near < wide) {
            return range.near + (range.far - range.near) / 2;
        }
        const auto width = [](Steps steps) {
            return std::bit_width(static_cast<std::uint64_t>(steps));
        };
        return range.near << ((width(range.far) - width(range.near)) / 2);
    }

    /// The range with its bound; none where nothing in it can be scored.
    [[nodiscard]] std::optional<Range> bounded(Steps direction, Steps near, Steps far) {
        if (near > far || again_.exhausted()) {
            return std::nullopt;
        }
        ++ranges_;
        Range range{direction, near, far, {}};
        range.most = direction > 0 ? ceiling_(near, far) : ceiling_(-far, -near);
        return range.most.none ? std::nullopt : std::optional{std::move(range)};
    }

    [[nodiscard]] static bool may_reach(const Range& range, const Points& score, bool beyond) {
        return !range.most.known ||
               (beyond ? Points{*range.most.score} > score : Points{*range.most.score} >= score);
    }

    /// The most promising first; of equals the nearest.
    struct Worse {
        bool operator()(const Range& a, const Range& b) const {
            if (a.most.known != b.most.known) {
                return a.most.known;
            }
            if (a.most.known && *a.most.score != *b.most.score) {
                return *a.most.score < *b.most.score;
            }
            return a.near > b.near;
        }
    };

    /// Finds the best score. False: too many ranges can't be ruled out.
    bool climb() {
        std::priority_queue<Range, std::vector<Range>, Worse> open;
        Points most = now_;
        const auto add = [&](Steps direction, Steps near, Steps far) {
            auto range = bounded(direction, near, far);
            if (range && may_reach(*range, most, true)) {
                open.push(std::move(*range));
            }
        };
        const auto look = [&](Steps steps) {
            if (const auto& outcome = at(steps)) {
                most = max(most, outcome->score);
            }
        };
        add(1, 1, lever_.highest);
        add(-1, 1, -lever_.lowest);
        constexpr int most_unknown = 64;
        int unknown = 0;
        ranges_ = 0;
        while (!open.empty() && may_reach(open.top(), most, true)) {
            const Range range = open.top();
            open.pop();
            unknown += range.most.known ? 0 : 1;
            if (ranges_ > most_ranges || unknown > most_unknown || asked_ > most_climbed ||
                again_.exhausted()) {
                return false;
            }
            const Steps middle = middle_of(range);
            look(range.direction * middle);
            add(range.direction, range.near, middle - 1);
            add(range.direction, middle + 1, range.far);
        }
        return true;
    }

    /// The nearest steps in the range that do it, ruling out what can't.
    template <class Does>
    std::optional<Steps> first(const Range& range, const Points& score, bool beyond, Does does) {
        if (!may_reach(range, score, beyond) || ranges_ > most_ranges) {
            return std::nullopt;
        }
        if (range.near == range.far) {
            const Steps steps = range.direction * range.near;
            return does(at(steps)) ? std::optional{steps} : std::nullopt;
        }
        const Steps middle = middle_of(range);
        const auto part = [&](Steps near, Steps far) -> std::optional<Steps> {
            const auto inner = bounded(range.direction, near, far);
            return inner ? first(*inner, score, beyond, does) : std::nullopt;
        };
        const auto found = part(range.near, std::max(middle - 1, range.near));
        return found ? found : part(std::max(middle, range.near + 1), range.far);
    }

    /// In doubling steps up to the end of the domain; a limit that was passed once is passed
    /// farther out as well.
    void probe(Steps direction, Steps end) {
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

    /// Around the actual value, or the day, of a target row that is the target itself.
    void probe_row() {
        const bool day = lever_.kind == Lever::Kind::actual_day;
        if (!day && lever_.kind != Lever::Kind::actual) {
            return;
        }
        const Ratio value = day ? Ratio{lever_.day} : value_at(lever_, 0);
        const Ratio step = day ? Ratio{1} : value_at(lever_, 1) - value;
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
            all = least(most, false);
            if (best() == most) {
                break;
            }
        }
        if (!all) {
            proven_ = false;
            return found;
        }
        found.push_back({WhatIf::Goal::all, *all, probes_[*all]->score});
        const auto next = least(now_, true);
        if (lever_.is_ordered() && next && *next != *all) {
            found.push_back({WhatIf::Goal::next, *next, probes_[*next]->score});
        }
        return found;
    }

    /// The least number of steps that scores so much, or beyond it.
    std::optional<Steps> least(const Points& score, bool beyond) {
        const auto does = [&](const std::optional<Outcome>& outcome) {
            return outcome && (beyond ? outcome->score > score : outcome->score >= score);
        };
        (void)(lever_.highest > 0 ? at(1) : at(0));
        (void)(lever_.lowest < 0 ? at(-1) : at(0));
        auto found = nearer_of(towards(1, does), towards(-1, does));
        if (!found || !proven_ || is_small() || std::abs(*found) == 1) {
            return found;
        }
        ranges_ = 0;
        for (const Steps direction : {Steps{1}, Steps{-1}}) {
            // as far is no better, but up is said before down
            const Steps end = direction > 0 ? lever_.highest : -lever_.lowest;
            const Steps far =
                *found * direction > 0 || direction > 0 ? std::abs(*found) : std::abs(*found) - 1;
            if (const auto range = bounded(direction, 1, std::min(end, far))) {
                const auto nearer = first(*range, score, beyond, does);
                found = nearer ? nearer : found;
            }
        }
        if (ranges_ > most_ranges) {
            proven_ = false;
            return nearer_of(towards(1, does), towards(-1, does));
        }
        return found;
    }

    static std::optional<Steps> nearer_of(std::optional<Steps> up, std::optional<Steps> down) {
        return up && (!down || *up <= -*down) ? up : down;
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
                return is_small() || proven_ ? std::optional{steps} : nearest(before, steps, does);
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
    const Ceiling& ceiling_;
    const facts::LoadedFacts& facts_;
    Points now_;
    const Accepts& accepts_;
    Probes probes_;
    int asked_ = 0;
    int ranges_ = 0; ///< bounded so far, for one question
    bool proven_ = true;
};

} // namespace

Searched search(Rescoring& again, const Node& node, const Lever& lever, const Ceiling& ceiling,
                std::span<const Ratio> thresholds, const facts::LoadedFacts& facts,
                const Points& now, const Accepts& accepts) {
    return Search{again, node, lever, ceiling, facts, now, accepts}.run(thresholds);
}

std::vector<Ratio> thresholds_of(const Rule& rule) {
    const auto thresholds = rule::kind_of(rule).thresholds;
    return thresholds != nullptr ? thresholds(rule) : std::vector<Ratio>{};
}

} // namespace heng::detail::whatif
