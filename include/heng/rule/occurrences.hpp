// SPDX-License-Identifier: Apache-2.0
//
// occurrences (按次扣分): each occurrence costs points, down to 0.
//
//     constexpr Occurrence late[] = {{.deduct = 1_dec}};
//     constexpr Ratio counts[] = {Ratio{4}};
//     static_assert(score(3_dec, late, counts) == Points{"0"});
//
// Source: 岳阳市 评分表, 支付进度 3: “每出现一个专项未按进度扣0.5”; 广州 2023,
// 采购合同签订时效性 (4 late contracts of 3 points leave 0, which a share could not).
//
// “缺一项扣1分，三项及以上不得分” is `none_from` 3.
//
// Meaning: points − Σ count × deduct, floor 0 or that of `beyond`; `at_most` bounds the deduction
// of its own entry; from `none_from` occurrences on, whatever their kinds, nothing is left.
// O(number of entries).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp), of 3 points, the first kind
// costing 1 each and the second 0.25 each, at most 0.5:
//   | first | second | none from | score |
//   |-------|--------|-----------|-------|
//   | 0     | 0      |           | 3     |
//   | 1     | 0      |           | 2     |
//   | 0     | 1      |           | 2.75  |
//   | 0     | 2      |           | 2.5   |
//   | 0     | 9      |           | 2.5   |
//   | 2     | 9      |           | 0.5   |
//   | 4     | 0      |           | 0     |
//   | 1     | 1      | 3         | 1.75  |
//   | 1     | 2      | 3         | 0     |
//   | 0     | 3      | 3         | 0     |
//   | 0     | 2.5    | 3         | 2.5   |
#pragma once

#include <heng/number/decimal.hpp>
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

/// A kind of occurrence and its cost.
struct Occurrence {
    Decimal deduct;                   ///< points lost each time, >= 0
    std::optional<Decimal> at_most{}; ///< the most that this kind can cost
};

/// The parameters of an occurrences rule.
struct Occurrences {
    Decimal points;                     ///< full marks
    std::vector<Occurrence> each;       ///< the kinds that are counted
    std::optional<Decimal> none_from{}; ///< from so many of all kinds on no points are left, > 0
    Beyond beyond{};
};

/// Returns the points that `count` occurrences (>= 0) of one kind cost. O(1).
[[nodiscard]] constexpr Points deduction(const Occurrence& kind, const Ratio& count) {
    const Points lost = Points{kind.deduct} * count;
    return kind.at_most ? min(lost, Points{*kind.at_most}) : lost;
}

/// Returns the points that are left, from 0 to `points`. Precondition: `counts` has as many entries
/// as `each`, all >= 0. O(kinds).
[[nodiscard]] constexpr Points score(const Decimal& points, std::span<const Occurrence> each,
                                     std::span<const Ratio> counts, const Points& floor = {}) {
    Points left{points};
    for (std::size_t i = 0; i < each.size(); ++i) {
        left = left - deduction(each[i], counts[i]);
    }
    return max(floor, left);
}

/// Returns whether the occurrences of all kinds together reach `none_from`. O(kinds).
[[nodiscard]] constexpr bool reaches_none(const Occurrences& rule, std::span<const Ratio> counts) {
    Ratio all;
    for (const Ratio& count : counts) {
        all = all + count;
    }
    return rule.none_from && all >= Ratio{*rule.none_from};
}

/// Returns the same for a rule with its kinds, and 0 if the counts reach `none_from`. O(kinds).
[[nodiscard]] constexpr Points score(const Occurrences& rule, std::span<const Ratio> counts) {
    const Points left =
        score(rule.points, std::span<const Occurrence>{rule.each}, counts, least_of(rule.beyond));
    return reaches_none(rule, counts) ? min(Points{}, left) : left;
}

namespace detail {

inline void check_rule(const Occurrences& rule, const std::string& at, Contradictions& found) {
    for (std::size_t i = 0; i < rule.each.size(); ++i) {
        const std::string entry = at + "/each/" + std::to_string(i);
        found.check_not_negative(rule.each[i].deduct, entry + "/deduct", {"a deduction", "扣分"});
        if (rule.each[i].at_most) {
            found.check_not_negative(*rule.each[i].at_most, entry + "/at_most",
                                     {"the most that is deducted", "扣分上限"});
        }
    }
    if (rule.none_from) {
        found.check_positive(*rule.none_from, at + "/none_from",
                             {"the number from which none is left", "不得分的次数"});
    }
    if (rule.each.empty()) {
        found.add(at + "/each", "rubric.rule", "an occurrences rule counts at least one thing",
                  "计次规则至少有一个计数项");
    }
}

} // namespace detail
} // namespace heng
