// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct FormulaKind {
    using Rule = Formula;
    static constexpr std::string_view measure_at = "/rule/score";
    static constexpr bool is_smooth = true;
    static constexpr bool is_score = true;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.no_measure();
        form.leaf.measure = form.terms.term(rule["score"], ExpectedType::number);
        form.leaf.rule = Formula{form.leaf.points, rule["floor"].decimal(), rule["cap"].decimal(),
                                 form.leaf.beyond};
    }

    static void slips(Slips& rule) {
        rule.expression("score");
        rule.number("floor", 0);
        rule.number("cap", 0);
    }

    static std::string words(const Formula& rule, const Indicator& /*leaf*/, const Wording& say) {
        return say("按公式计分，不低于{floor}分、不高于{cap}分",
                   "by a formula, from {floor} to {cap} point{s}",
                   {{"floor", number_text(least_of(rule))}, {"cap", number_text(most_of(rule))}});
    }

    static void arithmetic(const Formula& rule, Told& told) {
        told.line("按公式计算为{measure}分", "the formula gives {measure}",
                  {{"measure", number_text(told.by<ByMeasure>().measure)}});
        told.line("在{floor}与{cap}之间取值：{score}分", "kept from {floor} to {cap}: {score}",
                  {{"floor", number_text(least_of(rule))},
                   {"cap", number_text(most_of(rule))},
                   {"score", told.scored()}});
    }

    static Labels points(const Formula& rule, const Indicator& /*leaf*/, const Say& /*say*/) {
        const std::string floor = least_of(rule).to_string();
        const std::string cap = most_of(rule).to_string();
        return {"<= " + floor, '(' + floor + ".." + cap + ')', ">= " + cap};
    }

    static Reached reached(const Formula& rule, const Scored& scored) {
        return in_three(scored.measure(), least_of(rule).value(), true, most_of(rule).value());
    }

    static Numbers range(const Formula& rule, const Values& values) {
        return greatest(least(values.measure.numbers, at(most_of(rule))), at(least_of(rule)));
    }

    static std::vector<Edges> edges(const Formula& rule, const Constants& /*parts*/) {
        return {{std::nullopt, {least_of(rule).value(), most_of(rule).value()}}};
    }

    static void why(const Formula& rule, Sentence& s) {
        const Ratio& value = s.by<ByMeasure>().measure;
        const Points given{value};
        const Phrase which = given > most_of(rule)    ? Phrase::formula_capped
                             : given < least_of(rule) ? Phrase::formula_floored
                                                      : Phrase::formula;
        s.why(which, {{"measure", given}, {"score", s.score}});
    }
};

} // namespace

extern const Kind formula_kind;
const Kind formula_kind = kind<FormulaKind>();

} // namespace heng::detail::rule
