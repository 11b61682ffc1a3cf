// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct ConditionKind {
    using Rule = Condition;
    static constexpr std::string_view measure_at = "/rule/when";

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.no_measure();
        form.leaf.measure = form.terms.term(rule["when"], ExpectedType::boolean);
        form.leaf.rule = Condition{form.leaf.points};
    }

    static void slips(Slips& rule) { rule.condition("when"); }

    static lowered::Truth lowered(const Condition& /*rule*/) { return {}; }

    static std::string words(const Condition& rule, const Indicator& /*leaf*/, const Wording& say) {
        return say("符合要求得{points}分，否则不得分",
                   "{points} point{s} where it is met, else none",
                   {{"points", text_of(rule.points)}});
    }

    static void arithmetic(const Condition& /*rule*/, Told& told) {
        const bool holds = told.by<ByItems>().held[0];
        told.line(holds ? "符合要求：{score}分" : "不符合要求：{score}分",
                  holds ? "met: {score} point{s}" : "not met: {score} point{s}",
                  {{"score", told.scored()}});
    }

    static Labels points(const Condition& /*rule*/, const Indicator& /*leaf*/, const Say& say) {
        return {say("是", "yes"), say("否", "no")};
    }

    static Reached reached(const Condition& /*rule*/, const Scored& scored) {
        return reached_items(*scored.by<ByItems>());
    }

    static Numbers range(const Condition& rule, const Values& values) {
        const Numbers scores = values.measure.may_be_false ? zero() : Numbers{};
        return values.measure.may_be_true ? scores.joined(at(Points{rule.points})) : scores;
    }

    static bool gives_steps(const Condition& /*rule*/, const IsOn& /*is_on*/) { return true; }

    static void why(const Condition& /*rule*/, Sentence& s) {
        const auto& reason = s.by<ByItems>();
        const std::string_view condition = s.subject();
        s.why(reason.held[0] ? Phrase::condition_holds : Phrase::condition_fails,
              {{"condition", condition}, {"score", s.score}, {"points", s.item.points}});
        s.recover(Phrase::recover_condition, {{"condition", condition}, {"lost", s.lost}});
    }
};

} // namespace

extern const Kind condition_kind;
const Kind condition_kind = kind<ConditionKind>();

} // namespace heng::detail::rule
