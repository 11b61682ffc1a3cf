// SPDX-License-Identifier: Apache-2.0
//
// categories (分类计分): the name of the category gives the score.
//
//     const Categories balance{.points = 3_dec, .categories = {{"无结余", Points{"3"}},
//                                                              {"未超过上年", Points{"2"}}}};
//     score(balance, "未超过上年");    // 2 points
//
// Source: 岳阳市 评分表, 资金结余 3: 无结余 3; 有结余但不超过上年结转 2; 结余超过上年结转 0.
//
// Names are compared as they are written, byte for byte. O(number of categories).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp), the categories being
// 无结余 → 3, 未超过上年 → 2, 超过上年 → 0:
//   | text       | score |
//   |------------|-------|
//   | 无结余     | 3     |
//   | 未超过上年 | 2     |
//   | 超过上年   | 0     |
//   | 其他       | none  |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/rule/beyond.hpp>
#include <heng/rule/contradictions.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// A category and its score, in points.
struct Category {
    std::string name;
    Points score;
};

/// The parameters of a categories rule.
struct Categories {
    Decimal points; ///< full marks
    std::vector<Category> categories;
    Beyond beyond{};
};

/// Returns the score of the category with this name; empty if there is none. O(categories).
[[nodiscard]] constexpr std::optional<Points> score(const Categories& rule, std::string_view name) {
    for (const Category& category : rule.categories) {
        if (category.name == name) {
            return category.score;
        }
    }
    return std::nullopt;
}

namespace detail {

inline void check_rule(const Categories& rule, const std::string& at, Contradictions& found) {
    for (const Category& category : rule.categories) {
        found.check_score(category.score, rule.points, rule.beyond, at + "/scores");
    }
    if (rule.categories.empty()) {
        found.add(at + "/scores", "rubric.rule", "a categories rule has at least one category",
                  "分类规则至少有一类");
    }
}

} // namespace detail
} // namespace heng
