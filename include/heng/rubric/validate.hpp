// SPDX-License-Identifier: Apache-2.0
//
// Finds what contradicts itself in a rubric: every contradiction, not only the first.
//
//     for (const Contradiction& c : validate(rubric)) {
//         std::cerr << c.where << ": " << c.message << '\n';   // /indicators/0/points: …
//     }
//
// `where` is a JSON Pointer into rubric/1, whose shape the structures mirror.
#pragma once

#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace heng {

/// One contradiction in a rubric.
struct Contradiction {
    std::string where;   ///< JSON Pointer of the place
    std::string code;    ///< such as "rubric.points-sum"
    std::string message; ///< what was found and what was expected
    std::string hint;    ///< what to write instead; empty if there is no advice
    std::string message_zh{};
    std::string hint_zh{};
};

namespace detail {

class RubricValidator {
  public:
    std::vector<Contradiction> run(const Rubric& rubric) {
        if (rubric.points.sign() <= 0) {
            add("/points", "rubric.points",
                "a rubric has points above 0, found " + rubric.points.to_string(),
                "评分标准的满分应大于 0，现为 " + rubric.points.to_string());
        }
        check_sum(rubric.points, rubric.indicators, "", {"the rubric", "评分标准"});
        check_all(rubric.indicators, "/indicators");
        check_adjustments(rubric.adjustments, rubric.points, "/adjustments");
        return std::move(found_);
    }

  private:
    /// In English and in Chinese.
    struct Named {
        std::string en;
        std::string zh;
    };

    void add(std::string where, std::string code, std::string message, std::string message_zh,
             Named hint = {}) {
        found_.push_back({std::move(where), std::move(code), std::move(message), std::move(hint.en),
                          std::move(message_zh), std::move(hint.zh)});
    }

    void check_all(const std::vector<Indicator>& indicators, const std::string& at) {
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            check(indicators[i], at + '/' + std::to_string(i));
        }
    }

    void check(const Indicator& indicator, const std::string& at) {
        const std::string& id = indicator.id;
        if (id.empty() || id.find('#') != std::string::npos || id.starts_with("x-") ||
            id.starts_with('$')) {
            add(at + "/id", "rubric.id",
                "an id is not empty, has no #, and does not begin with x- or $",
                "id 不能为空，不含 #，不以 x- 或 $ 开头",
                {"x#1 is the first row of x, and keys with x- or $ are notes",
                 "x#1 是 x 的第一行，以 x- 或 $ 开头的键是备注"});
        }
        const auto [first, is_new] = places_.try_emplace(indicator.id, at);
        if (!is_new) {
            add(at + "/id", "rubric.duplicate-id", "the id \"" + indicator.id + "\" is used twice",
                "id“" + indicator.id + "”用了两次",
                {"the first is at " + first->second, "前一个在 " + first->second});
        }
        if (indicator.points.sign() < 0) {
            add(at + "/points", "rubric.points",
                "points are 0 or more, found " + indicator.points.to_string(),
                "分值不小于 0，现为 " + indicator.points.to_string());
        }
        check_adjustments(indicator.adjustments, indicator.points, at + "/adjustments");
        if (indicator.is_branch()) {
            check_sum(indicator.points, indicator.indicators, at,
                      {'"' + indicator.id + '"', "“" + indicator.id + "”"});
            check_all(indicator.indicators, at + "/indicators");
        } else {
            std::visit([&](const auto& rule) { check_rule(rule, at + "/rule"); }, indicator.rule);
        }
    }

    /// Requires the points to add up at every level: 100 − 40 − 50 never leaves 10 points nobody
    /// can earn.
    void check_sum(const Decimal& points, const std::vector<Indicator>& children,
                   const std::string& at, const Named& who) {
        Decimal sum;
        for (const Indicator& child : children) {
            sum = sum + child.points;
        }
        if (sum != points) {
            add(at + "/points", "rubric.points-sum",
                who.en + " has " + points.to_string() + " points, but its indicators have " +
                    sum.to_string() + " together",
                who.zh + "为 " + points.to_string() + " 分，而其下各指标合计 " + sum.to_string() +
                    " 分");
        }
    }

    void check_adjustments(const std::vector<Adjustment>& adjustments, const Decimal& points,
                           const std::string& at) {
        for (std::size_t i = 0; i < adjustments.size(); ++i) {
            const Adjustment& adjustment = adjustments[i];
            const std::string place = at + '/' + std::to_string(i);
            if (adjustment.value.sign() < 0) {
                add(place, "rubric.adjustment",
                    "an adjustment is 0 or more points, found " + adjustment.value.to_string(),
                    "总分调整不小于 0 分，现为 " + adjustment.value.to_string(),
                    {"to take points away write \"deduct\" with a positive number",
                     "扣分请写 deduct 和正数"});
            }
            if (adjustment.kind == Adjustment::Kind::set && adjustment.value > points) {
                add(place, "rubric.adjustment",
                    "\"set\" is at most the " + points.to_string() + " points, found " +
                        adjustment.value.to_string(),
                    "set 不超过 " + points.to_string() + " 分，现为 " +
                        adjustment.value.to_string());
            }
        }
    }

    void check_score(const Points& score, const Decimal& points, const std::string& at) {
        if (score < Points{} || score > Points{points}) {
            add(at, "rubric.score-range",
                "a score of " + score.to_string() + " is outside 0 to the indicator's " +
                    points.to_string() + " points",
                "得分 " + score.to_string() + " 不在 0 至该指标的 " + points.to_string() +
                    " 分之间");
        }
    }

    void check_positive(const Decimal& value, const std::string& at, const Named& what) {
        if (value.sign() <= 0) {
            add(at, "rubric.rule", what.en + " is above 0, found " + value.to_string(),
                what.zh + "应大于 0，现为 " + value.to_string());
        }
    }

    void check_not_negative(const Decimal& value, const std::string& at, const Named& what) {
        if (value.sign() < 0) {
            add(at, "rubric.rule", what.en + " is 0 or more, found " + value.to_string(),
                what.zh + "不小于 0，现为 " + value.to_string());
        }
    }

    void check_rule(const std::monostate&, const std::string&) {}
    void check_rule(const Condition&, const std::string&) {}
    void check_rule(const Assessed&, const std::string&) {}

    void check_rule(const Proportional& rule, const std::string& at) {
        check_positive(rule.cap, at + "/cap", {"a cap", "上限"});
        if (rule.pass && (rule.pass->sign() < 0 || *rule.pass > rule.cap)) {
            add(at + "/pass", "rubric.rule",
                "a pass mark is between 0 and the cap, found " + rule.pass->to_string(),
                "及格线应在 0 与上限之间，现为 " + rule.pass->to_string());
        }
    }

    void check_rule(const Bands& rule, const std::string& at) {
        for (std::size_t i = 0; i < rule.bands.size(); ++i) {
            check_score(rule.bands[i].score, rule.points, at + "/bands/" + std::to_string(i));
        }
        if (rule.bands.empty()) {
            add(at + "/bands", "rubric.rule", "a bands rule has at least one band",
                "分档规则至少有一档");
        }
    }

    void check_rule(const Interpolate& rule, const std::string& at) {
        for (std::size_t i = 0; i < rule.knots.size(); ++i) {
            const std::string knot = at + "/knots/" + std::to_string(i);
            check_score(rule.knots[i].score, rule.points, knot);
            if (i > 0 && rule.knots[i].measure <= rule.knots[i - 1].measure) {
                add(knot, "rubric.rule",
                    "knots rise, but " + rule.knots[i].measure.to_string() + " follows " +
                        rule.knots[i - 1].measure.to_string(),
                    "节点应逐个增大，而 " + rule.knots[i - 1].measure.to_string() + " 之后是 " +
                        rule.knots[i].measure.to_string());
            }
        }
        if (rule.knots.empty()) {
            add(at + "/knots", "rubric.rule", "an interpolate rule has at least one knot",
                "插值规则至少有一个节点");
        }
    }

    void check_rule(const Step& rule, const std::string& at) {
        check_positive(rule.every, at + "/every", {"the width of a step", "步长"});
        check_not_negative(rule.deduct, at + "/deduct", {"a deduction", "扣分"});
    }

    void check_rule(const Occurrences& rule, const std::string& at) {
        for (std::size_t i = 0; i < rule.each.size(); ++i) {
            const std::string entry = at + "/each/" + std::to_string(i);
            check_not_negative(rule.each[i].deduct, entry + "/deduct", {"a deduction", "扣分"});
            if (rule.each[i].at_most) {
                check_not_negative(*rule.each[i].at_most, entry + "/at_most",
                                   {"the most that is deducted", "扣分上限"});
            }
        }
        if (rule.none_from) {
            check_positive(*rule.none_from, at + "/none_from",
                           {"the number from which none is left", "不得分的次数"});
        }
        if (rule.each.empty()) {
            add(at + "/each", "rubric.rule", "an occurrences rule counts at least one thing",
                "计次规则至少有一个计数项");
        }
    }

    void check_rule(const Checklist& rule, const std::string& at) {
        for (std::size_t i = 0; i < rule.items.size(); ++i) {
            check_not_negative(rule.items[i], at + "/items/" + std::to_string(i) + "/score",
                               {"the score of an item", "清单项的得分"});
        }
        if (rule.items.empty()) {
            add(at + "/items", "rubric.rule", "a checklist has at least one item",
                "清单至少有一项");
        }
    }

    void check_rule(const Categories& rule, const std::string& at) {
        for (const Category& category : rule.categories) {
            check_score(category.score, rule.points, at + "/scores");
        }
        if (rule.categories.empty()) {
            add(at + "/scores", "rubric.rule", "a categories rule has at least one category",
                "分类规则至少有一类");
        }
    }

    void check_rule(const Targets& rule, const std::string& at) {
        if (rule.far_above) {
            check_positive(rule.far_above->from, at + "/far_above/from",
                           {"the rate it begins at", "起算的完成率"});
            check_not_negative(rule.far_above->deduct, at + "/far_above/deduct",
                               {"a deduction", "扣分"});
        }
    }

    void check_rule(const Steps& rule, const std::string& at) {
        if (rule.base.sign() < 0 || rule.base > rule.points) {
            add(at + "/base", "rubric.rule",
                "a base is from 0 to the " + rule.points.to_string() + " points, found " +
                    rule.base.to_string(),
                "base 应在 0 至 " + rule.points.to_string() + " 分之间，现为 " +
                    rule.base.to_string());
        }
        check_side(rule.above, at + "/above");
        check_side(rule.below, at + "/below");
        if (!rule.above && !rule.below) {
            add(at, "rubric.rule", "a steps rule has a side, \"above\" or \"below\"",
                "steps 规则应有 above 或 below 一侧");
        }
        if (rule.least && rule.most && *rule.least > *rule.most) {
            add(at + "/pass", "rubric.rule",
                "\"least\" is at most \"most\", found " + rule.least->to_string() + " and " +
                    rule.most->to_string(),
                "least 不应大于 most，现为 " + rule.least->to_string() + " 和 " +
                    rule.most->to_string());
        }
    }

    void check_side(const std::optional<StepChange>& side, const std::string& at) {
        if (side) {
            check_positive(side->every, at + "/every", {"the width of a step", "步长"});
            check_not_negative(side->points, at + (side->adds ? "/add" : "/deduct"),
                               side->adds ? Named{"what is added", "加分"}
                                          : Named{"a deduction", "扣分"});
            check_not_negative(side->at_most.value_or(Decimal{}), at + "/at_most",
                               {"the most that a side changes", "一侧加减分的上限"});
        }
    }

    void check_rule(const Tally& rule, const std::string& at) {
        check_not_negative(rule.each, at + "/each", {"what each earns", "每个的得分"});
        check_score(most_of(rule), rule.points, at + "/at_most");
    }

    void check_rule(const Formula& rule, const std::string& at) {
        const Decimal& cap = rule.cap ? *rule.cap : rule.points;
        if (rule.floor.sign() < 0 || rule.floor > cap || cap > rule.points) {
            add(at, "rubric.rule",
                "a formula has 0 <= floor <= cap <= points, found floor " + rule.floor.to_string() +
                    ", cap " + cap.to_string() + ", points " + rule.points.to_string(),
                "公式应满足 0 ≤ floor ≤ cap ≤ 分值，现为 floor " + rule.floor.to_string() +
                    "、cap " + cap.to_string() + "、分值 " + rule.points.to_string());
        }
    }

    std::vector<Contradiction> found_;
    std::unordered_map<std::string, std::string> places_;
};

} // namespace detail

/// Returns every contradiction of `rubric`, in document order: points that do not add up at some
/// level, an id used twice, scores outside 0..points, rules whose parameters exclude each other.
/// Empty if the rubric is valid. O(size of the rubric).
[[nodiscard]] inline std::vector<Contradiction> validate(const Rubric& rubric) {
    return detail::RubricValidator{}.run(rubric);
}

} // namespace heng
