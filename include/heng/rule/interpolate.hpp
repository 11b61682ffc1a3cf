// SPDX-License-Identifier: Apache-2.0
//
// interpolate (线性插值): the score lies on the straight line between two knots.
//
//     constexpr Knot line[] = {{Ratio{0.6_dec}, Points{"0"}}, {Ratio{1}, Points{"10"}}};
//     static_assert(score(line, Ratio{0.8_dec}) == Points{"5"});
//
// Source: the linear interpolation (插值法) named by local scoring standards for indicators
// between a lower bound and full marks. Knots are inclusive; outside them the score is flat.
//
// O(number of knots).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp), the knots being
// (0.6, 0), (0.8, 6), (1, 10):
//   | measure | score |
//   |---------|-------|
//   | 0       | 0     |
//   | 0.6     | 0     |
//   | 0.7     | 3     |
//   | 0.8     | 6     |
//   | 5/6     | 20/3  |
//   | 0.9     | 8     |
//   | 1       | 10    |
//   | 1.5     | 10    |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/beyond.hpp>
#include <heng/rule/contradictions.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace heng {

/// A measure and its score, in points.
struct Knot {
    Ratio measure;
    Points score;
};

/// The parameters of an interpolate rule.
struct Interpolate {
    Decimal points;          ///< full marks
    std::vector<Knot> knots; ///< at least one, measures rising
    Beyond beyond{};
};

/// Returns the score at `measure`, from the first knot's score to the last one's. Precondition:
/// `knots` is not empty and its measures rise. O(knots).
[[nodiscard]] constexpr Points score(std::span<const Knot> knots, const Ratio& measure) {
    if (measure <= knots.front().measure) {
        return knots.front().score;
    }
    for (std::size_t i = 1; i < knots.size(); ++i) {
        const Knot& left = knots[i - 1];
        const Knot& right = knots[i];
        if (measure <= right.measure) {
            const Ratio part = (measure - left.measure) / (right.measure - left.measure);
            return left.score + (right.score - left.score) * part;
        }
    }
    return knots.back().score;
}

/// Returns the same for a rule with its knots.
[[nodiscard]] constexpr Points score(const Interpolate& rule, const Ratio& measure) {
    return score(std::span<const Knot>{rule.knots}, measure);
}

namespace detail {

inline void check_rule(const Interpolate& rule, const std::string& at, Contradictions& found) {
    for (std::size_t i = 0; i < rule.knots.size(); ++i) {
        const std::string knot = at + "/knots/" + std::to_string(i);
        found.check_score(rule.knots[i].score, rule.points, rule.beyond, knot);
        if (i > 0 && rule.knots[i].measure <= rule.knots[i - 1].measure) {
            found.add(knot, "rubric.rule",
                      "knots rise, but " + rule.knots[i].measure.to_string() + " follows " +
                          rule.knots[i - 1].measure.to_string(),
                      "节点应逐个增大，而 " + rule.knots[i - 1].measure.to_string() + " 之后是 " +
                          rule.knots[i].measure.to_string());
        }
    }
    if (rule.knots.empty()) {
        found.add(at + "/knots", "rubric.rule", "an interpolate rule has at least one knot",
                  "插值规则至少有一个节点");
    }
}

} // namespace detail
} // namespace heng
