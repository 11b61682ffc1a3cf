// SPDX-License-Identifier: Apache-2.0
//
// bands (分档计分): the first band that covers the measure gives the score, or the range of scores
// in which a person gives it (该档内由评审给分).
//
//     constexpr Band table[] = {{Interval::from(0.9_dec), Points{"2"}},
//                               {Interval::everything(), Points{"0"}}};
//     static_assert(score(table, Ratio{0.966_dec}) == Points{"2"});
//
//     constexpr Band late{.in = Interval::above(15_dec), .score = Points{"7"},
//                         .least = Points{"6"}};
//     static_assert(late.allows(Points{"6.5"}));
//
// Source: 岳阳市 部门整体支出绩效评价评分表, 预算调整率: =0 3分; 0-10%(含) 2分; 10-20%(含) 1分;
// 20-30%(含) 0.5分; >30% 0分. A special exact point before a band is a band of its own. Ranges of
// scores: 逾期 ≤15天 8; ＞15天，≤30天 7-6; ＞30天，≤45天 5-4.
//
// O(number of bands); the order is the document's.
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp), the bands being
// 0 → 3, (0..0.1] → 2, (0.1..0.2] → 1, (0.2..0.3] → 0.5, (0.3..0.4] → 0.2 to 0.4, above 0.4 → 0;
// given is the score that a person gives:
//   | measure | given   | score |
//   |---------|---------|-------|
//   | 0       |         | 3     |
//   | 1/1000  |         | 2     |
//   | 0.1     |         | 2     |
//   | 0.10001 |         | 1     |
//   | 0.2     |         | 1     |
//   | 0.3     |         | 0.5   |
//   | 0.3     | 0.4     | 0.5   |
//   | 0.30001 |         | none  |
//   | 0.30001 | 0.2     | 0.2   |
//   | 0.30001 | 0.19999 | none  |
//   | 0.4     | 0.40    | 0.4   |
//   | 0.4     | 0.40001 | none  |
//   | 0.40001 | 0.3     | 0     |
//   | -0.1    |         | none  |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/interval.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/beyond.hpp>
#include <heng/rule/contradictions.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace heng {

/// A range of measures and its score, in points: one, or any from `least` to `score` that a person
/// gives. Precondition: least <= score.
struct Band {
    Interval in;
    Points score;                  ///< the most, where a person gives it
    std::optional<Points> least{}; ///< empty where the band has one score

    /// Whether a person gives the score.
    [[nodiscard]] constexpr bool is_assessed() const { return least.has_value(); }
    /// The least that the band scores.
    [[nodiscard]] constexpr const Points& lowest() const { return least ? *least : score; }
    /// Whether the band scores `given`.
    [[nodiscard]] constexpr bool allows(const Points& given) const {
        return lowest() <= given && given <= score;
    }
    /// The score of the band that is nearest to `given`.
    [[nodiscard]] constexpr Points nearest(const Points& given) const {
        return min(max(lowest(), given), score);
    }
};

/// The parameters of a bands rule.
struct Bands {
    Decimal points;          ///< full marks
    std::vector<Band> bands; ///< tried in this order
    Beyond beyond{};
};

/// Returns the index of the first band that covers `measure`; empty if none does. O(bands).
[[nodiscard]] constexpr std::optional<std::size_t> band_of(std::span<const Band> bands,
                                                           const Ratio& measure) {
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (bands[i].in.contains(measure)) {
            return i;
        }
    }
    return std::nullopt;
}

/// Returns the score of the first band that covers `measure`; empty if none does or if a person
/// gives it, which is never the same as 0 points. O(bands).
[[nodiscard]] constexpr std::optional<Points> score(std::span<const Band> bands,
                                                    const Ratio& measure) {
    const auto band = band_of(bands, measure);
    return band && !bands[*band].is_assessed() ? std::optional{bands[*band].score} : std::nullopt;
}

/// Returns the same for a rule with its bands.
[[nodiscard]] constexpr std::optional<std::size_t> band_of(const Bands& rule,
                                                           const Ratio& measure) {
    return band_of(std::span<const Band>{rule.bands}, measure);
}

/// Returns the same for a rule with its bands.
[[nodiscard]] constexpr std::optional<Points> score(const Bands& rule, const Ratio& measure) {
    return score(std::span<const Band>{rule.bands}, measure);
}

namespace detail {

inline void check_rule(const Bands& rule, const std::string& at, Contradictions& found) {
    for (std::size_t i = 0; i < rule.bands.size(); ++i) {
        const Band& band = rule.bands[i];
        const std::string place = at + "/bands/" + std::to_string(i);
        found.check_score(band.score, rule.points, rule.beyond, place);
        if (band.least) {
            found.check_score(*band.least, rule.points, rule.beyond, place);
        }
        if (band.lowest() > band.score) {
            found.add(
                place, "rubric.rule",
                "a range of scores goes from the least to the most, found " +
                    band.lowest().to_string() + " to " + band.score.to_string(),
                "得分范围应从低到高，现为 " + band.lowest().to_string() + " 至 " +
                    band.score.to_string(),
                {"write [" + band.score.to_string() + ", " + band.lowest().to_string() + "]",
                 "请写成 [" + band.score.to_string() + ", " + band.lowest().to_string() + "]"});
        }
    }
    if (rule.bands.empty()) {
        found.add(at + "/bands", "rubric.rule", "a bands rule has at least one band",
                  "分档规则至少有一档");
    }
}

} // namespace detail
} // namespace heng
