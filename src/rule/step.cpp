// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

#include <algorithm>

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct StepKind {
    using Rule = Step;
    static constexpr bool deducts = true;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.measure(ExpectedType::number);
        form.leaf.rule = Step{form.leaf.points,
                              rule["norm"].percent().value_or(Decimal{}),
                              rule["side"].word<Side>().value_or(Side::above),
                              rule["every"].percent().value_or(Decimal{1}),
                              rule["deduct"].decimal().value_or(Decimal{}),
                              rule["part"].word<StepPart>().value_or(StepPart::exact),
                              form.leaf.beyond};
    }

    static void slips(Slips& rule) {
        const int places = std::max(rule.places_of("norm"), rule.places_of("every"));
        rule.number("norm", places);
        rule.words("side", {"above", "below"});
        // one in the last place would often be no width at all: 0.01 - 0.01
        rule.number("every", places + 1);
        rule.number("deduct", 0);
        rule.words("part", {"whole", "started", "exact"});
    }

    static std::vector<Compared> compared(const Step& rule, json::Json /*document*/) {
        return {{"/rule/norm", Ratio{rule.norm}},
                {"/rule/every", Ratio{rule.every}, Compared::As::width}};
    }

    static std::string words(const Step& rule, const Indicator& /*leaf*/, const Wording& say) {
        const bool above = rule.side == Side::above;
        const std::string every = say.distance(Ratio{rule.every});
        return say(above ? "按幅度扣分：标准值{norm}，每超{every}扣{deduct}分"
                         : "按幅度扣分：标准值{norm}，每低{every}扣{deduct}分",
                   above ? "each {every} above {norm} costs {deduct} point{s}"
                         : "each {every} below {norm} costs {deduct} point{s}",
                   {{"norm", say.amount(Ratio{rule.norm})},
                    {"every", every},
                    {"deduct", text_of(rule.deduct)}}) +
               floor_words(rule.beyond, say) + part_words(rule.part, false, every, say);
    }

    static void arithmetic(const Step& rule, Told& told) {
        const Ratio& measure = told.by<ByMeasure>().measure;
        told.measure(measure);
        const Ratio norm{rule.norm};
        const bool above = rule.side == Side::above;
        const Ratio excess = above ? measure - norm : norm - measure;
        const std::string norm_text = told.say.amount(norm);
        const std::string measured = told.say.amount(measure);
        if (excess.sign() <= 0) {
            told.line(above ? "{measure} ≤ {norm}，不扣分" : "{measure} ≥ {norm}，不扣分",
                      above ? "{measure} ≤ {norm}: nothing is deducted"
                            : "{measure} ≥ {norm}: nothing is deducted",
                      {{"measure", measured}, {"norm", norm_text}});
            return;
        }
        const Ratio counted = steps_past(rule, measure);
        told.stepped(above ? measured : norm_text, above ? norm_text : measured, excess,
                     Ratio{rule.every}, counted);
        told.deducted(Points{rule.deduct} * counted,
                      number_text(counted) + " × " + text_of(rule.deduct));
    }

    static Labels points(const Step& rule, const Indicator& /*leaf*/, const Say& say) {
        return {say("未越过基准", "within the norm"), say("扣分", "past the norm"),
                floor_label(rule.beyond, say)};
    }

    static Reached reached(const Step& rule, const Scored& scored) {
        const bool past = !steps_past(rule, scored.measure()).is_zero();
        const bool floor = score(rule, scored.measure()) == least_of(rule.beyond);
        return {past ? (floor ? 2U : 1U) : 0U};
    }

    static Numbers range(const Step& rule, const Values& values) {
        const Ratio norm{rule.norm};
        const Numbers excess = rule.side == Side::above
                                   ? line(values.measure.numbers, Ratio{1}, -norm)
                                   : line(values.measure.numbers, Ratio{-1}, norm);
        const Numbers steps = steps_in_range(greatest(excess, zero()), rule.every, rule.part);
        return greatest(line(steps, -Ratio{rule.deduct}, Ratio{rule.points}),
                        at(least_of(rule.beyond)));
    }

    static std::vector<Ratio> thresholds(const Step& rule) { return {Ratio{rule.norm}}; }

    static std::vector<Edges> edges(const Step& rule, const Constants& /*parts*/) {
        const Ratio norm{rule.norm};
        const Ratio every{rule.every};
        std::vector<Ratio> at{norm};
        for (const Decimal& room : rooms_below(rule.points, rule.beyond)) {
            const Ratio width =
                rule.deduct.is_zero() ? every : every * (Ratio{room} / Ratio{rule.deduct});
            at.insert(at.end(), {norm + width, norm - width});
        }
        return {{std::nullopt, std::move(at)}};
    }

    static bool gives_steps(const Step& rule, const IsOn& is_on) {
        return rule.part != StepPart::exact && is_on(Ratio{rule.deduct});
    }

    static std::string state(const Step& rule, const Item& item) {
        const auto* const by = std::get_if<ByMeasure>(&item.reason);
        return by != nullptr && rule.part != StepPart::exact
                   ? steps_past(rule, by->measure).to_string()
                   : "";
    }

    static void why(const Step& rule, Sentence& s) {
        const Ratio& value = s.by<ByMeasure>().measure;
        const Ratio steps = steps_past(rule, value);
        const Ratio norm{rule.norm};
        const Say say{s.language};
        const bool above = rule.side == Side::above;
        const bool past = above ? value > norm : value < norm;
        const Points lost = Points{rule.deduct} * steps;
        const base::Distance excess = s.distance(abs(value - norm));
        const base::Distance every = s.distance(Ratio{rule.every});
        const std::string part =
            part_words(rule.part, false, every, excess.value / every.value, say);
        const bool ended = Points{rule.points} - lost < least_of(rule.beyond);
        s.why(!past                         ? Phrase::step_within
              : steps.is_zero()             ? Phrase::step_short
              : !ended                      ? Phrase::step_past
              : rule.beyond.floor.is_zero() ? Phrase::step_floor
                                            : Phrase::step_floor_below,
              {{"subject", s.subject()},
               s.measured("measure", value, {&norm, 1}),
               {"past", above_or_below(above, say)},
               s.measured("norm", norm),
               {"excess", excess},
               {"way", above ? "超" : "低"},
               {"every", every},
               {"deduct", rule.deduct},
               {"part", part},
               {"lost", lost},
               {"points", s.item.points},
               {"score", s.score}});
        s.recover(rule.side == Side::above ? Phrase::recover_at_most : Phrase::recover_at_least,
                  {{"subject", s.subject()}, s.measured("norm", norm), {"lost", s.lost}});
    }
};

} // namespace

extern const Kind step_kind;
const Kind step_kind = kind<StepKind>();

} // namespace heng::detail::rule
