// SPDX-License-Identifier: Apache-2.0
#include "trial/same.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::trial {
namespace {

constexpr std::size_t most_ends = 400; ///< of what is compared at each of them

void add_ends(const Interval& interval, std::vector<Ratio>& ends) {
    for (const auto& end : {interval.low, interval.high}) {
        if (end) {
            ends.push_back(*end);
        }
    }
}

/// Every end, a point between each two, and one on either side of all.
std::vector<Ratio> samples(std::vector<Ratio> ends) {
    std::sort(ends.begin(), ends.end());
    std::vector<Ratio> points{ends.empty() ? Ratio{} : ends.front() - Ratio{1}};
    for (std::size_t i = 0; i < ends.size(); ++i) {
        points.push_back(ends[i]);
        points.push_back(i + 1 < ends.size() ? (ends[i] + ends[i + 1]) / Ratio{2}
                                             : ends[i] + Ratio{1});
    }
    return points;
}

bool same_bands(const Bands& a, const Bands& b) {
    std::vector<Ratio> ends;
    for (const Bands* bands : {&a, &b}) {
        for (const Band& band : bands->bands) {
            add_ends(band.in, ends);
        }
    }
    if (ends.size() > most_ends) {
        return false;
    }
    const std::vector<Ratio> points = samples(std::move(ends));
    return std::all_of(points.begin(), points.end(),
                       [&](const Ratio& x) { return score(a, x) == score(b, x); });
}

bool same_grades(const Rubric& a, const Rubric& b) {
    std::vector<Ratio> ends;
    for (const Rubric* rubric : {&a, &b}) {
        for (const Grade& grade : rubric->grades) {
            for (const Interval& in : grade.in) {
                add_ends(in, ends);
            }
        }
    }
    if (ends.size() > most_ends) {
        return false;
    }
    // a total is never below 0
    std::vector<Ratio> points = samples(std::move(ends));
    std::erase_if(points, [](const Ratio& x) { return x.sign() < 0; });
    return std::all_of(points.begin(), points.end(), [&](const Ratio& x) {
        return a.grade_of(Points{x}) == b.grade_of(Points{x});
    });
}

/// Whether the same nodes are rounded.
bool same_places(const std::vector<Indicator>& indicators, int level, const RoundingPlaces& a,
                 const RoundingPlaces& b) {
    return std::all_of(indicators.begin(), indicators.end(), [&](const Indicator& each) {
        const ItemKind kind = each.is_branch() ? ItemKind::branch : ItemKind::leaf;
        const bool rows = std::holds_alternative<Targets>(each.rule) && a.rows != b.rows;
        return !rows && a.at(kind, level) == b.at(kind, level) &&
               same_places(each.indicators, level + 1, a, b);
    });
}

bool same_rounding(const Rubric& a, const Rubric& b) {
    return a.rounding.scale == b.rounding.scale && a.rounding.mode == b.rounding.mode &&
           a.rounding.total == b.rounding.total &&
           same_places(a.indicators, 1, a.rounding, b.rounding);
}

/// The indicator with this number, counted parents first.
const Indicator* find(const std::vector<Indicator>& indicators, std::size_t& index) {
    for (const Indicator& each : indicators) {
        if (index-- == 0) {
            return &each;
        }
        if (const Indicator* const found = find(each.indicators, index)) {
            return found;
        }
    }
    return nullptr;
}

const Bands* bands_of(const Rubric& rubric, std::size_t index) {
    const Indicator* const leaf = find(rubric.indicators, index);
    return leaf == nullptr ? nullptr : std::get_if<Bands>(&leaf->rule);
}

} // namespace

bool scores_the_same(const Mutation& mutation, const Rubric& original, const Rubric& mutant) {
    if (mutation.leaf) {
        const Bands* const a = bands_of(original, *mutation.leaf);
        const Bands* const b = bands_of(mutant, *mutation.leaf);
        return a != nullptr && b != nullptr && same_bands(*a, *b);
    }
    if (mutation.pointer.starts_with("/grades/")) {
        return same_grades(original, mutant);
    }
    return mutation.pointer == "/rounding/at" && same_rounding(original, mutant);
}

} // namespace heng::trial
