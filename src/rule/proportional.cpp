// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

#include <array>

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct ProportionalKind {
    using Rule = Proportional;
    static constexpr bool is_smooth = true;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.measure(ExpectedType::number);
        constexpr std::array worth{ZeroDenominator::full, ZeroDenominator::zero,
                                   ZeroDenominator::error}; // as the words stand
        const auto place = rule["if_zero_denominator"].word_place();
        form.leaf.rule =
            Proportional{form.leaf.points, rule["cap"].decimal().value_or(Decimal{1}),
                         rule["pass"].percent(), place ? worth[*place] : ZeroDenominator::error};
    }

    static void slips(Slips& rule) {
        rule.number("cap", places_of_a_rate, "1");
        rule.number("pass", places_of_a_rate);
        rule.words("if_zero_denominator", {"full", "zero", "error"}, rule.divides() ? "error" : "");
    }

    static std::vector<Compared> compared(const Proportional& rule, json::Json /*document*/) {
        return {{"/rule/cap", Ratio{rule.cap}}};
    }

    static lowered::Share lowered(const Proportional& rule) {
        return {rule.cap, rule.pass, score_of_zero_denominator(rule)};
    }

    static std::string words(const Proportional& rule, const Indicator& /*leaf*/,
                             const Wording& say) {
        const std::string cap = say.amount(Ratio{rule.cap});
        std::string words =
            rule.cap == Decimal{1}
                ? say("按比例计分：{points}分 × {subject}，最高按{cap}计",
                      "in proportion: {points} point{s} × {subject}, at most {cap}",
                      {{"points", text_of(rule.points)}, {"subject", say.subject()}, {"cap", cap}})
                : say("按比例计分：{points}分 × {subject} ÷ {cap}，最高按{cap}计",
                      "in proportion: {points} point{s} × {subject} ÷ {cap}, at most {cap}",
                      {{"points", text_of(rule.points)}, {"subject", say.subject()}, {"cap", cap}});
        if (rule.pass) {
            words += say("；低于{pass}不得分", "; below {pass} nothing",
                         {{"pass", say.amount(Ratio{*rule.pass})}});
        }
        return words;
    }

    static void arithmetic(const Proportional& rule, Told& told) {
        const Ratio& measure = told.by<ByMeasure>().measure;
        const std::string text = told.say.amount(measure);
        told.measure(measure);
        if (rule.pass && measure < Ratio{*rule.pass}) {
            told.line("{measure} < {pass}，不得分", "{measure} < {pass}: no points",
                      {{"measure", text}, {"pass", told.say.amount(Ratio{*rule.pass})}});
            return;
        }
        if (measure.sign() < 0) {
            told.line("{measure} < 0，不得分", "{measure} < 0: no points", {{"measure", text}});
            return;
        }
        const bool capped = measure > Ratio{rule.cap};
        const bool plain = rule.cap == Decimal{1};
        const std::string cap = told.say.amount(Ratio{rule.cap});
        if (capped) {
            told.line("{measure} > {cap}，按{cap}计", "{measure} > {cap}, which counts as {cap}",
                      {{"measure", text}, {"cap", cap}});
        }
        told.line(plain ? "{points}分 × {used} = {score}分"
                        : "{points}分 × {used} ÷ {cap} = {score}分",
                  plain ? "{points} × {used} = {score} point{s}"
                        : "{points} × {used} ÷ {cap} = {score} point{s}",
                  {{"points", told.points()},
                   {"used", capped ? cap : text},
                   {"cap", cap},
                   {"score", told.scored()}});
    }

    static Labels points(const Proportional& rule, const Indicator& /*leaf*/, const Say& say) {
        const std::string least = rule.pass ? rule.pass->to_string() : "0";
        const std::string cap = rule.cap.to_string();
        Labels labels{(rule.pass ? "< " : "<= ") + least,
                      (rule.pass ? '[' : '(') + least + ".." + cap + ')', ">= " + cap};
        if (rule.if_zero_denominator != ZeroDenominator::error) {
            labels.push_back(say("分母为零", "zero denominator"));
        }
        return labels;
    }

    static Reached reached(const Proportional& rule, const Scored& scored) {
        const auto* const by_measure = scored.by<ByMeasure>();
        if (by_measure == nullptr) {
            return {3};
        }
        return in_three(by_measure->measure, Ratio{rule.pass.value_or(Decimal{})}, !rule.pass,
                        Ratio{rule.cap});
    }

    static Numbers range(const Proportional& rule, const Values& values) {
        Numbers scores;
        Numbers earning = values.measure.numbers;
        if (rule.pass) {
            const Interval failed{{}, false, Ratio{*rule.pass}, false};
            scores = earning.met(failed).empty() ? scores : zero();
            earning = earning.without(failed);
        }
        const Ratio cap{rule.cap};
        const Numbers kept = least(greatest(earning, zero()), Numbers::at(cap));
        scores = scores.joined(line(kept, Ratio{rule.points} / cap, Ratio{}));
        if ((values.measure.nulls & feel::nulls::zero) != 0) {
            if (const auto points = score_of_zero_denominator(rule)) {
                scores = scores.joined(at(*points));
            }
        }
        return scores;
    }

    static std::vector<Edges> edges(const Proportional& rule, const Constants& /*parts*/) {
        std::vector<Ratio> at{Ratio{}, Ratio{rule.cap}};
        if (rule.pass) {
            at.emplace_back(*rule.pass);
        }
        return {{std::nullopt, std::move(at)}};
    }

    static std::vector<Ratio> thresholds(const Proportional& rule) {
        std::vector<Ratio> at{Ratio{rule.cap}};
        if (rule.pass) {
            at.emplace_back(*rule.pass);
        }
        return at;
    }

    static std::string state(const Proportional& rule, const Item& item) {
        const auto* const by = std::get_if<ByMeasure>(&item.reason);
        return by != nullptr && rule.pass && by->measure < Ratio{*rule.pass} ? "failed" : "";
    }

    static void why(const Proportional& rule, Sentence& s) {
        const auto* const by = std::get_if<ByMeasure>(&s.item.reason);
        if (by == nullptr) {
            return s.why(Phrase::zero_denominator, {{"subject", s.subject()}, {"score", s.score}});
        }
        const Ratio& value = by->measure;
        const Ratio cap{rule.cap};
        const Ratio pass_mark{rule.pass.value_or(Decimal{})};
        const std::array<Ratio, 2> edges{cap, pass_mark};
        const Phrase which = rule.pass && value < pass_mark ? Phrase::proportional_failed
                             : value >= cap                 ? Phrase::proportional_capped
                             : value.sign() < 0             ? Phrase::proportional_negative
                                                            : Phrase::proportional;
        const Ratio rate = value / cap;
        s.why(which, {{"subject", s.subject()},
                      s.measured("measure", value, edges),
                      {"points", s.item.points},
                      s.measured("cap", cap),
                      {"product", base::Product{s.item.points.value(), rate, s.word.percent}},
                      s.measured("pass", pass_mark)});
        s.recover(Phrase::recover_measure,
                  {{"subject", s.subject()}, s.measured("cap", cap), {"lost", s.lost}});
    }
};

} // namespace

extern const Kind proportional_kind;
const Kind proportional_kind = kind<ProportionalKind>();

} // namespace heng::detail::rule
