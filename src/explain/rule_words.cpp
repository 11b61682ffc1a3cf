// SPDX-License-Identifier: Apache-2.0
#include "explain/rule_words.hpp"
#include "rule/target_rows.hpp"

#include <utility>

namespace heng::detail::explain {
namespace {

/// What the rule itself did not decide; false where it did.
class Otherwise {
  public:
    explicit Otherwise(rule::Told& told) : told_(told) {}

    template <class ByRule>
    bool operator()(const ByRule& /*reason*/) {
        return false;
    }
    bool operator()(const std::monostate& /*branch*/) { return true; }

    bool operator()(const ByZeroDenominator& /*reason*/) {
        told_.line("分母为零，按标准计{score}分",
                   "a zero denominator, which counts as {score} point{s}",
                   {{"score", told_.scored()}});
        return true;
    }

    bool operator()(const ByNotApplicable& reason) {
        const bool leaves = reason.treat_as == TreatAs::rescale;
        told_.line(leaves ? "不适用，退出计分" : "不适用，计{score}分",
                   leaves ? "not applicable: it leaves" : "not applicable: {score} point{s}",
                   {{"score", told_.scored()}});
        return true;
    }

    bool operator()(const ByUnits& reason) {
        constexpr std::size_t most_shown = 30;
        std::string sum;
        Ratio weights;
        std::size_t shown = 0;
        for (const UnitScore& each : reason.units) {
            if (each.standing != UnitStanding::left) {
                weights = weights + each.weight;
                sum += ++shown > most_shown
                           ? ""
                           : (shown > 1 ? " + " : "") + base::number_text(each.weight) + " × " +
                                 base::number_text(each.score);
            }
        }
        sum += shown > most_shown ? " + …" : "";
        told_.line(
            "各单位权重 × 得分：（{sum}）÷ {weights} = {score}分",
            "weight × score of each unit: ({sum}) ÷ {weights} = {score} point{s}",
            {{"sum", sum}, {"weights", base::number_text(weights)}, {"score", told_.scored()}});
        return true;
    }

  private:
    rule::Told& told_;
};

} // namespace

std::string rule_words(const Indicator& indicator, const Item& item, const rule::Wording& say) {
    if (const auto* const row = std::get_if<ByTarget>(&item.reason)) {
        std::string own = rule::row_words(indicator, row->row.numbers, say);
        if (!own.empty()) {
            return own;
        }
    }
    return indicator.is_branch() ? say("下级指标得分之和", "the sum of the indicators below")
                                 : rule::kind_of(indicator.rule).words(indicator, say);
}

std::vector<std::string> arithmetic_of(const Indicator& leaf, const Item& item, const Points& score,
                                       const rule::Wording& say) {
    rule::Told told{leaf, item, score, say};
    if (!std::visit(Otherwise{told}, item.reason) && !leaf.is_branch()) {
        rule::kind_of(leaf.rule).arithmetic(told);
    }
    return std::move(told.lines);
}

} // namespace heng::detail::explain
