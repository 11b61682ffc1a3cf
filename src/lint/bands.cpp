// SPDX-License-Identifier: Apache-2.0
//
// Bands and knots on the measure's actual domain: gaps, overlaps, what is never reached, what goes
// up and then down, and what rounding makes the same.
#include "feel/intervals.hpp"
#include "lint/lints.hpp"
#include "lint/messages.hpp"
#include "lint/witness.hpp"
#include "number/interval_set.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::lint {
namespace {

constexpr std::size_t most_bands = 500; ///< that are compared with one another

/// The scores of a band or knot: one, or a range.
struct Scores {
    Points least;
    Points most;

    [[nodiscard]] bool is_range() const { return least != most; }
    /// Whether some scores of both lie between the ends of the other.
    [[nodiscard]] bool overlaps(const Scores& other) const {
        return least < other.most && other.least < most;
    }
    /// What both ends are, rounded as the rubric rounds; none where they differ then.
    [[nodiscard]] std::optional<Decimal> once_rounded(const RoundingPlaces& places) const {
        const Decimal low = least.rounded(places.scale, places.mode);
        return low == most.rounded(places.scale, places.mode) ? std::optional{low} : std::nullopt;
    }
    [[nodiscard]] Words words() const {
        return is_range() ? say::range(least.to_string(), most.to_string())
                          : text::same(most.to_string());
    }

    friend bool operator==(const Scores&, const Scores&) = default;
};

/// 1 where `b` is worth more than `a`, −1 where it is worth less; 0 where neither is sure.
int direction_of(const Scores& a, const Scores& b) {
    const bool up = b.least >= a.least && b.most >= a.most;
    const bool down = b.least <= a.least && b.most <= a.most;
    return up == down ? 0 : up ? 1 : -1;
}

/// A band as the document has it; its test may be of several intervals.
struct Entry {
    IntervalSet in;
    Scores score;
    IntervalSet reached{}; ///< of the domain, what no band before it covers
};

/// A stretch of measures with one score or range of scores, or a knot.
struct Stretch {
    Interval in;
    Scores score;
    std::string at;
};

/// The bands of the rule are the intervals of the document's bands, one after another.
std::vector<Entry> entries_of(Lints& lints, const Bands& rule, const std::string& at) {
    std::vector<Entry> entries;
    std::size_t next = 0;
    for (const json::Json element : lints.at(at).children()) {
        const auto in = element.find("in");
        const auto intervals = feel::constant_intervals(in ? in->text() : "-");
        const std::size_t count = intervals ? intervals->size() : 0;
        if (count == 0 || next + count > rule.bands.size()) {
            break;
        }
        const Band& band = rule.bands[next];
        entries.push_back({IntervalSet{*intervals}, {band.lowest(), band.score}});
        next += count;
    }
    return entries;
}

class BandCheck {
  public:
    BandCheck(Lints& lints, const Indicator& leaf, const std::string& at,
              std::vector<Entry> entries)
        : lints_{lints}, leaf_{leaf}, at_{at}, entries_{std::move(entries)} {}

    ScoreRange run(const IntervalSet& domain, bool rounded) {
        IntervalSet left = domain;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            Entry& entry = entries_[i];
            entry.reached = left.met(entry.in);
            if (entry.reached.empty()) {
                unreachable(domain, i);
            } else {
                overlap(domain, i);
            }
            left = left.without(entry.in);
        }
        if (!left.empty()) {
            gap(left);
        }
        order_and_rounding(rounded);
        return range();
    }

  private:
    [[nodiscard]] std::string entry_at(std::size_t i) const {
        return at_ + "/rule/bands/" + std::to_string(i);
    }

    void unreachable(const IntervalSet& domain, std::size_t i) {
        const bool outside = domain.met(entries_[i].in).empty();
        lints_.add({"band-unreachable"}, entry_at(i),
                   outside ? say::band_outside(entries_[i].in.text(), domain.text())
                           : say::band_covered());
    }

    /// Of two bands that share measures one may be the other's special case; else it is a mistake.
    void overlap(const IntervalSet& domain, std::size_t i) {
        const IntervalSet& own = entries_[i].in;
        for (std::size_t j = 0; j < i; ++j) {
            const IntervalSet& other = entries_[j].in;
            const IntervalSet both = domain.met(own).met(other);
            if (both.empty() || entries_[i].score == entries_[j].score ||
                own.without(other).empty() || other.without(own).empty()) {
                continue;
            }
            const std::string sample = both.sample().to_string();
            lints_.add({"band-overlap"}, entry_at(i),
                       say::band_overlap(both.text(), sample, entries_[j].score.words(),
                                         entries_[i].score.words()),
                       witness_of(both).value_or(Witness{}).shown);
            return;
        }
    }

    std::optional<Witness> witness_of(const IntervalSet& region, std::string_view error = "") {
        std::vector<Ratio> aims;
        for (const Interval& part : region.parts()) {
            aims.push_back(IntervalSet{part}.sample());
        }
        return find_witness(lints_, {*leaf_.measure, error,
                                     [&](const feel::Value& value) {
                                         return value.is_number() &&
                                                region.contains(value.number());
                                     },
                                     std::move(aims)});
    }

    void gap(const IntervalSet& left) {
        if (const auto witness = witness_of(left, "score.no-band")) {
            const std::string value = witness->value.number().to_string();
            lints_.add({"band-gap", Severity::error, true}, at_ + "/rule/bands",
                       say::band_gap(left.text(), value), witness->shown);
        } else {
            lints_.add({"band-gap", Severity::note, true}, at_ + "/rule/bands",
                       say::band_gap_open(left.text()));
        }
    }

    void order_and_rounding(bool rounded);

    [[nodiscard]] ScoreRange range() const {
        ScoreRange result = nothing_of(leaf_);
        for (const Entry& entry : entries_) {
            if (!entry.reached.empty()) {
                result.least = min(result.least, entry.score.least.value());
                result.most = max(result.most, entry.score.most.value());
            }
        }
        return result;
    }

    Lints& lints_;
    const Indicator& leaf_;
    const std::string& at_;
    std::vector<Entry> entries_;
};

/// Once up and once down is a deviation to both sides, or a mistake.
void check_order(Lints& lints, const std::vector<Stretch>& stretches, const std::string& at) {
    int direction = 0;
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        const int now = direction_of(stretches[i - 1].score, stretches[i].score);
        if (direction != 0 && now != 0 && now != direction) {
            const bool up = now > 0;
            lints.add({"not-monotone"}, at,
                      say::not_monotone(up ? say::down_then_up : say::up_then_down,
                                        interval_text(stretches[i].in)));
            return;
        }
        direction = now != 0 ? now : direction;
    }
}

void check_rounded(Lints& lints, const std::vector<Stretch>& stretches) {
    const RoundingPlaces& places = lints.rubric().rounding;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Scores& b = stretches[i].score;
        const Scores& a = i > 0 ? stretches[i - 1].score : b;
        const auto same = b.once_rounded(places);
        if (same && (b.is_range() || (a != b && a.once_rounded(places) == same))) {
            lints.add({"rounding-merges"}, stretches[i].at,
                      b.is_range() ? say::rounding_merges(b.most.to_string(), b.least.to_string(),
                                                          same->to_string())
                                   : say::rounding_merges(b.words(), a.words(), same->to_string()));
            return;
        }
    }
}

/// In a range a person may give any score, so that ranges which overlap turn their order around.
void check_ranges(Lints& lints, const std::vector<Stretch>& stretches) {
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        const Scores& a = stretches[i - 1].score;
        const Scores& b = stretches[i].score;
        if (stretches[i].at != stretches[i - 1].at && a.overlaps(b)) {
            lints.add({"band-scores-overlap"}, stretches[i].at,
                      say::band_scores_overlap(b.words(), a.words()));
            return;
        }
    }
}

void BandCheck::order_and_rounding(bool rounded) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        for (const Interval& part : entries_[i].reached.parts()) {
            stretches.push_back({part, entries_[i].score, entry_at(i)});
        }
    }
    std::stable_sort(stretches.begin(), stretches.end(),
                     [](const Stretch& a, const Stretch& b) { return a.in.begins_before(b.in); });
    check_order(lints_, stretches, at_ + "/rule/bands");
    check_ranges(lints_, stretches);
    if (rounded) {
        check_rounded(lints_, stretches);
    }
}

} // namespace

ScoreRange check_bands(Lints& lints, const Indicator& leaf, const Bands& rule,
                       const std::string& at, bool rounded) {
    const feel::Abstract measure =
        check_term(lints, *leaf.measure, at + "/measure", Wanted::number);
    const ScoreRange unknown = room_of(leaf);
    if (lints.is_explained(at) || measure.numbers.empty()) {
        lints.doubt(); // its bands are not looked at
        return unknown;
    }
    std::vector<Entry> entries = entries_of(lints, rule, at + "/rule/bands");
    if (entries.size() > most_bands) {
        lints.add({"band-gap", Severity::note, true}, at + "/rule/bands", say::too_many_bands);
        return unknown;
    }
    const ScoreRange range =
        BandCheck{lints, leaf, at, std::move(entries)}.run(measure.numbers.set(), rounded);
    check_best(lints, leaf, at, range.most);
    return range;
}

ScoreRange check_knots(Lints& lints, const Indicator& leaf, const Interpolate& rule,
                       const std::string& at, bool rounded) {
    const feel::Abstract measure =
        check_term(lints, *leaf.measure, at + "/measure", Wanted::number);
    if (lints.is_explained(at) || measure.numbers.empty() || rule.knots.size() > most_bands) {
        return room_of(leaf);
    }
    const IntervalSet domain = measure.numbers.set();
    const Interval hull = measure.numbers.hull();
    const auto& knots = rule.knots;
    std::vector<Stretch> stretches;
    ScoreRange range = nothing_of(leaf);
    const auto reach = [&range](const Points& score) {
        range.least = min(range.least, score.value());
        range.most = max(range.most, score.value());
    };
    for (std::size_t i = 0; i < knots.size(); ++i) {
        Interval near; // where the knot has a say
        if (i > 0) {
            near.low = knots[i - 1].measure;
        }
        if (i + 1 < knots.size()) {
            near.high = knots[i + 1].measure;
        }
        const std::string knot = at + "/rule/knots/" + std::to_string(i);
        const Interval point = Interval::at(knots[i].measure);
        if (domain.met(IntervalSet{near}).empty()) {
            lints.add({"knot-unreachable"}, knot,
                      say::knot_outside(knots[i].measure.to_string(), domain.text()));
        }
        if (hull.contains(knots[i].measure)) {
            reach(knots[i].score);
        }
        stretches.push_back({point, {knots[i].score, knots[i].score}, knot});
    }
    reach(hull.low ? score(rule, *hull.low) : knots.front().score);
    reach(hull.high ? score(rule, *hull.high) : knots.back().score);
    check_order(lints, stretches, at + "/rule/knots");
    if (rounded) {
        check_rounded(lints, stretches);
    }
    check_best(lints, leaf, at, range.most);
    return range;
}

} // namespace heng::detail::lint
