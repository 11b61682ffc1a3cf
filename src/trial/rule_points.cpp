// SPDX-License-Identifier: Apache-2.0
#include "trial/rule_points.hpp"

#include <array>
#include <optional>

namespace heng::trial {
namespace {

using Labels = std::vector<std::string>;
using Reached = std::vector<std::size_t>;

/// The rows of a targets leaf: each direction met and missed, and what else can be.
constexpr std::size_t level_rows = 6;
constexpr std::size_t no_divisor = 9;
constexpr std::size_t far_above = 10;

/// Names the points of each rule, in the order in which Reach counts them.
struct Name {
    const Indicator& leaf;
    const Words& words;

    Labels operator()(const std::monostate&) const { return {}; }

    Labels operator()(const Proportional& rule) const {
        const std::string least = rule.pass ? rule.pass->to_string() : "0";
        const std::string cap = rule.cap.to_string();
        Labels labels{(rule.pass ? "< " : "<= ") + least,
                      (rule.pass ? '[' : '(') + least + ".." + cap + ')', ">= " + cap};
        if (rule.if_zero_denominator != ZeroDenominator::error) {
            labels.push_back(words("分母为零", "zero denominator"));
        }
        return labels;
    }

    Labels operator()(const Bands& rule) const {
        Labels labels;
        for (const Band& band : rule.bands) {
            labels.push_back(interval_text(band.in));
        }
        return labels;
    }

    Labels operator()(const Interpolate& rule) const {
        Labels labels{"<= " + rule.knots.front().measure.to_string()};
        for (std::size_t i = 1; i < rule.knots.size(); ++i) {
            labels.push_back('(' + rule.knots[i - 1].measure.to_string() + ".." +
                             rule.knots[i].measure.to_string() + ']');
        }
        labels.push_back("> " + rule.knots.back().measure.to_string());
        return labels;
    }

    Labels operator()(const Step& /*rule*/) const {
        return {words("未越过基准", "within the norm"), words("扣分", "past the norm"),
                words("扣完", "down to 0")};
    }

    Labels operator()(const Occurrences& rule) const {
        Labels labels{words("扣完", "down to 0")};
        for (std::size_t i = 0; i < rule.each.size(); ++i) {
            const std::string& label = leaf.parts[i].label;
            const std::string kind = label.empty() ? std::to_string(i + 1) : label;
            labels.push_back(kind + words("：0 次", ": none"));
            labels.push_back(kind + words("：有", ": some"));
            labels.push_back(rule.each[i].at_most ? kind + words("：扣到上限", ": at its most")
                                                  : std::string{});
        }
        if (rule.none_from) {
            const std::string from = rule.none_from->to_string();
            labels.push_back(words("合计达到 " + from + " 次", from + " together"));
        }
        return labels;
    }

    Labels operator()(const Checklist& rule) const {
        Labels labels;
        for (std::size_t i = 0; i < rule.items.size(); ++i) {
            const Part& part = leaf.parts[i];
            const std::string& item = part.label.empty() ? part.id : part.label;
            labels.push_back(item + words("：是", ": yes"));
            labels.push_back(item + words("：否", ": no"));
        }
        return labels;
    }

    Labels operator()(const Condition& /*rule*/) const {
        return {words("是", "yes"), words("否", "no")};
    }

    Labels operator()(const Categories& rule) const {
        Labels labels;
        for (const Category& category : rule.categories) {
            labels.push_back(category.name);
        }
        return labels;
    }

    Labels operator()(const Targets& rule) const {
        const std::string met = words(" 达到", " met");
        const std::string missed = words(" 未达到", " missed");
        Labels labels{">=" + met,  ">=" + missed,
                      "<=" + met,  "<=" + missed,
                      "=" + met,   "=" + missed,
                      "level met", "level partly",
                      "level not", words("除数不为正", "no divisor")};
        if (rule.far_above) {
            labels.push_back(words("远超目标", "far above"));
        }
        return labels;
    }

    Labels operator()(const Assessed& /*rule*/) const { return {words("评审计分", "assessed")}; }

    Labels operator()(const Formula& rule) const {
        const std::string floor = rule.floor.to_string();
        const std::string cap = (rule.cap ? *rule.cap : rule.points).to_string();
        return {"<= " + floor, '(' + floor + ".." + cap + ')', ">= " + cap};
    }

    Labels operator()(const Tally& rule) const {
        return {words("不得分", "none"), words("得分", "some"),
                words("到上限", "at the most") + ' ' + most_of(rule).to_string()};
    }

    /// At the norm; each side, and its bound; what does not pass, below and above.
    Labels operator()(const Steps& rule) const {
        const auto side = [](const std::optional<StepChange>& given, const std::string& label) {
            return given ? label : std::string{};
        };
        const auto most = [&](const std::optional<StepChange>& given, const std::string& label) {
            return given && given->at_most ? label + words("：到上限", ": at its most")
                                           : std::string{};
        };
        const std::string above = words("高于标准值", "above the norm");
        const std::string below = words("低于标准值", "below the norm");
        return {words("不加不扣", "unchanged"),
                side(rule.above, above),
                most(rule.above, above),
                side(rule.below, below),
                most(rule.below, below),
                rule.least ? "< " + rule.least->to_string() : std::string{},
                rule.most ? "> " + rule.most->to_string() : std::string{}};
    }
};

Reached in_three(const Ratio& measure, const Ratio& least, bool least_is_below, const Ratio& most) {
    const bool below = least_is_below ? measure <= least : measure < least;
    return {below ? 0U : measure < most ? 1U : 2U};
}

/// Which points an item reached.
struct Reach {
    const ScoreSheet& sheet;
    std::size_t index;

    [[nodiscard]] const Item& item() const { return sheet.items[index]; }
    template <class By>
    [[nodiscard]] const By* by() const {
        return std::get_if<By>(&item().reason);
    }

    Reached operator()(const std::monostate&) const { return {}; }

    Reached operator()(const Proportional& rule) const {
        const auto* const by_measure = by<ByMeasure>();
        if (by_measure == nullptr) {
            return {3};
        }
        return in_three(by_measure->measure, Ratio{rule.pass.value_or(Decimal{})}, !rule.pass,
                        Ratio{rule.cap});
    }

    Reached operator()(const Bands& /*rule*/) const { return {by<ByBand>()->band}; }

    Reached operator()(const Interpolate& rule) const {
        std::size_t knot = 0;
        while (knot < rule.knots.size() && rule.knots[knot].measure < by<ByMeasure>()->measure) {
            ++knot;
        }
        return {knot};
    }

    Reached operator()(const Step& rule) const {
        const bool past = !steps_past(rule, by<ByMeasure>()->measure).is_zero();
        const bool floor = score(rule, by<ByMeasure>()->measure) == Points{};
        return {past ? (floor ? 2U : 1U) : 0U};
    }

    Reached operator()(const Occurrences& rule) const {
        const std::vector<Ratio>& counts = by<ByCounts>()->counts;
        Reached found;
        if (score(rule.points, rule.each, counts) == Points{}) {
            found.push_back(0);
        }
        for (std::size_t i = 0; i < counts.size(); ++i) {
            found.push_back(1 + 3 * i + (counts[i].is_zero() ? 0 : 1));
            const auto& most = rule.each[i].at_most;
            if (most && deduction(rule.each[i], counts[i]) == Points{*most}) {
                found.push_back(3 + 3 * i);
            }
        }
        if (reaches_none(rule, counts)) {
            found.push_back(1 + 3 * counts.size());
        }
        return found;
    }

    Reached operator()(const Checklist& /*rule*/) const { return held(); }
    Reached operator()(const Condition& /*rule*/) const { return held(); }

    [[nodiscard]] Reached held() const {
        Reached found;
        for (const bool each : by<ByItems>()->held) {
            found.push_back(2 * found.size() + (each ? 0 : 1));
        }
        return found;
    }

    Reached operator()(const Categories& rule) const {
        for (std::size_t i = 0; i < rule.categories.size(); ++i) {
            if (rule.categories[i].name == by<ByCategory>()->category) {
                return {i};
            }
        }
        return {};
    }

    Reached operator()(const Targets& /*rule*/) const {
        Reached found;
        for (std::size_t row = index + 1; row < sheet.items.size(); ++row) {
            const auto* const target = std::get_if<ByTarget>(&sheet.items[row].reason);
            if (target == nullptr) {
                break;
            }
            const Target& numbers = target->row.numbers;
            found.push_back(numbers.direction == Direction::level
                                ? level_rows + static_cast<std::size_t>(numbers.level)
                                : 2 * static_cast<std::size_t>(numbers.direction) +
                                      (target->completion.met ? 0 : 1));
            if (!target->completion.divided) {
                found.push_back(no_divisor);
            }
            if (target->far_above) {
                found.push_back(far_above);
            }
        }
        return found;
    }

    Reached operator()(const Assessed& /*rule*/) const { return {0}; }

    Reached operator()(const Formula& rule) const {
        return in_three(by<ByMeasure>()->measure, Ratio{rule.floor}, true,
                        Ratio{rule.cap ? *rule.cap : rule.points});
    }

    Reached operator()(const Tally& rule) const {
        const Points earned = score(rule, by<ByMeasure>()->measure);
        return {earned == Points{} ? 0U : earned < most_of(rule) ? 1U : 2U};
    }

    Reached operator()(const Steps& rule) const {
        const ByNorm& found = *by<ByNorm>();
        if (!passes(rule, found.measure)) {
            return {rule.least && found.measure < Ratio{*rule.least} ? 5U : 6U};
        }
        const Ratio excess = found.measure - found.norm;
        const StepChange* const side = side_of(rule, excess);
        const Ratio steps =
            side == nullptr ? Ratio{} : steps_in(abs(excess), side->every, side->part);
        if (steps.is_zero()) {
            return {0};
        }
        const std::size_t first = excess.sign() > 0 ? 1 : 3;
        const bool bounded = side->at_most && change_of(*side, steps) == Points{*side->at_most};
        return bounded ? Reached{first, first + 1} : Reached{first};
    }
};

} // namespace

std::string interval_text(const Interval& interval) {
    if (!interval.low && !interval.high) {
        return "-";
    }
    if (!interval.low) {
        return (interval.high_closed ? "<= " : "< ") + interval.high->to_string();
    }
    if (!interval.high) {
        return (interval.low_closed ? ">= " : "> ") + interval.low->to_string();
    }
    if (*interval.low == *interval.high) {
        return interval.low->to_string();
    }
    return (interval.low_closed ? '[' : '(') + interval.low->to_string() + ".." +
           interval.high->to_string() + (interval.high_closed ? ']' : ')');
}

std::vector<std::string> rule_points(const Indicator& leaf, const Words& words) {
    return std::visit(Name{leaf, words}, leaf.rule);
}

std::vector<std::size_t> reached(const Indicator& leaf, const ScoreSheet& sheet, std::size_t item) {
    if (std::holds_alternative<ByUnits>(sheet.items[item].reason)) {
        const bool assessed = std::holds_alternative<Assessed>(leaf.rule);
        return assessed ? Reached{0} : Reached{}; // each unit came its own way
    }
    return std::visit(Reach{sheet, item}, leaf.rule);
}

} // namespace heng::trial
