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
#include <heng/rule/contradictions.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace heng {
namespace detail {

class RubricValidator {
  public:
    std::vector<Contradiction> run(const Rubric& rubric) {
        if (rubric.points.sign() <= 0) {
            found_.add("/points", "rubric.points",
                       "a rubric has points above 0, found " + rubric.points.to_string(),
                       "评分标准的满分应大于 0，现为 " + rubric.points.to_string());
        }
        check_sum(rubric.points, rubric.indicators, "", {"the rubric", "评分标准"});
        check_all(rubric.indicators, "/indicators");
        check_beyond(rubric.beyond, "");
        check_adjustments(rubric.adjustments, most_of(rubric.points, rubric.beyond),
                          "/adjustments");
        check_grades(rubric);
        return found_.take();
    }

  private:
    using Named = Contradictions::Named;

    void check_all(const std::vector<Indicator>& indicators, const std::string& at) {
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            check(indicators[i], at + '/' + std::to_string(i));
        }
    }

    void check(const Indicator& indicator, const std::string& at) {
        const std::string& id = indicator.id;
        if (id.empty() || id.find('#') != std::string::npos || id.starts_with("x-") ||
            id.starts_with('$')) {
            found_.add(at + "/id", "rubric.id",
                       "an id is not empty, has no #, and does not begin with x- or $",
                       "id 不能为空，不含 #，不以 x- 或 $ 开头",
                       {"x#1 is the first row of x, and keys with x- or $ are notes",
                        "x#1 是 x 的第一行，以 x- 或 $ 开头的键是备注"});
        }
        const auto [first, is_new] = places_.try_emplace(indicator.id, at);
        if (!is_new) {
            found_.add(at + "/id", "rubric.duplicate-id",
                       "the id \"" + indicator.id + "\" is used twice",
                       "id“" + indicator.id + "”用了两次",
                       {"the first is at " + first->second, "前一个在 " + first->second});
        }
        if (indicator.points.sign() < 0) {
            found_.add(at + "/points", "rubric.points",
                       "points are 0 or more, found " + indicator.points.to_string(),
                       "分值不小于 0，现为 " + indicator.points.to_string());
        }
        check_beyond(indicator.beyond, at);
        check_adjustments(indicator.adjustments, most_of(indicator.points, indicator.beyond),
                          at + "/adjustments");
        check_no_grades(indicator.adjustments, at + "/adjustments");
        if (indicator.is_branch()) {
            check_sum(indicator.points, indicator.indicators, at,
                      {'"' + indicator.id + '"', "“" + indicator.id + "”"});
            check_all(indicator.indicators, at + "/indicators");
        } else {
            std::visit(
                [&](const auto& rule) {
                    if constexpr (requires { check_rule(rule, at, found_); }) {
                        check_rule(rule, at + "/rule", found_);
                    }
                },
                indicator.rule);
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
            found_.add(at + "/points", "rubric.points-sum",
                       who.en + " has " + points_text(points) + ", but its indicators have " +
                           sum.to_string() + " together",
                       who.zh + "为 " + points.to_string() + " 分，而其下各指标合计 " +
                           sum.to_string() + " 分");
        }
    }

    void check_beyond(const Beyond& beyond, const std::string& at) {
        found_.check_not_negative(beyond.extra, at + "/extra",
                                  {"what is scored above the points", "加分的上限"});
        if (beyond.floor.sign() > 0) {
            found_.add(at + "/floor", "rubric.rule",
                       "a floor is 0 or less, found " + beyond.floor.to_string(),
                       "倒扣的下限不大于 0，现为 " + beyond.floor.to_string(),
                       {"-5 lets a score fall to 5 below 0", "-5 即最多倒扣 5 分"});
        }
    }

    /// Requires a grade that an adjustment leaves at most to be one of the rubric's.
    void check_grades(const Rubric& rubric) {
        for (std::size_t i = 0; i < rubric.adjustments.size(); ++i) {
            const Adjustment& adjustment = rubric.adjustments[i];
            if (adjustment.kind != Adjustment::Kind::grade_at_most ||
                rubric.grade_named(adjustment.grade)) {
                continue;
            }
            Named known;
            for (const Grade& each : rubric.grades) {
                known.en += (known.en.empty() ? "one of: " : ", ") + each.grade;
                known.zh += (known.zh.empty() ? "可写：" : "、") + each.grade;
            }
            found_.add("/adjustments/" + std::to_string(i) + "/grade_at_most", "rubric.adjustment",
                       "the rubric has no grade \"" + adjustment.grade + '"',
                       "评分标准没有“" + adjustment.grade + "”这一等级", std::move(known));
        }
    }

    void check_no_grades(const std::vector<Adjustment>& adjustments, const std::string& at) {
        for (std::size_t i = 0; i < adjustments.size(); ++i) {
            if (adjustments[i].kind == Adjustment::Kind::grade_at_most) {
                found_.add(at + '/' + std::to_string(i) + "/grade_at_most", "rubric.adjustment",
                           "an indicator has no grade, only the total has",
                           "指标没有等级，只有总分有等级",
                           {"write it among the adjustments of the rubric",
                            "请写在评分标准的 adjustments 中"});
            }
        }
    }

    void check_adjustments(const std::vector<Adjustment>& adjustments, const Points& most,
                           const std::string& at) {
        for (std::size_t i = 0; i < adjustments.size(); ++i) {
            const Adjustment& adjustment = adjustments[i];
            const std::string place = at + '/' + std::to_string(i);
            check_bound(adjustment, place);
            if (adjustment.value.sign() < 0) {
                found_.add(place, "rubric.adjustment",
                           "an adjustment is 0 or more points, found " +
                               adjustment.value.to_string(),
                           "总分调整不小于 0 分，现为 " + adjustment.value.to_string(),
                           {"to take points away write \"deduct\" with a positive number",
                            "扣分请写 deduct 和正数"});
            }
            if (adjustment.kind == Adjustment::Kind::set && Points{adjustment.value} > most) {
                found_.add(place, "rubric.adjustment",
                           "\"set\" is at most the " + points_text(most) + ", found " +
                               adjustment.value.to_string(),
                           "set 不超过 " + most.to_string() + " 分，现为 " +
                               adjustment.value.to_string());
            }
        }
    }

    void check_bound(const Adjustment& adjustment, const std::string& place) {
        if (!adjustment.each_at_most) {
            return;
        }
        found_.check_not_negative(*adjustment.each_at_most, place + "/each_at_most",
                                  {"the most that an adjustment changes", "加扣分的上限"});
        if (adjustment.kind != Adjustment::Kind::deduct &&
            adjustment.kind != Adjustment::Kind::add) {
            found_.add(place + "/each_at_most", "rubric.adjustment",
                       "\"each_at_most\" bounds \"deduct\" or \"add\"",
                       "each_at_most 只用于 deduct 或 add");
        }
    }

    Contradictions found_;
    std::unordered_map<std::string, std::string> places_;
};

} // namespace detail

/// Returns every contradiction of `rubric`, in document order: points that do not add up at some
/// level, an id used twice, scores outside floor..points + extra, rules whose parameters exclude
/// each other. Empty if the rubric is valid. O(size of the rubric).
[[nodiscard]] inline std::vector<Contradiction> validate(const Rubric& rubric) {
    return detail::RubricValidator{}.run(rubric);
}

} // namespace heng
