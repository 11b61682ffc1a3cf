// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct TallyKind {
    using Rule = Tally;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.measure(ExpectedType::number);
        form.leaf.rule = Tally{form.leaf.points, rule["each"].decimal().value_or(Decimal{}),
                               rule["at_most"].decimal(), form.leaf.beyond};
    }

    static void slips(Slips& rule) {
        rule.number("each", 0);
        rule.number("at_most", 0);
    }

    static std::string words(const Tally& rule, const Indicator& /*leaf*/, const Wording& say) {
        return say("计数得分：每个得{each}分，最多得{most}分",
                   "each counts {each} point{s}, at most {most}",
                   {{"each", text_of(rule.each)}, {"most", number_text(most_of(rule))}});
    }

    static void arithmetic(const Tally& rule, Told& told) {
        const Ratio& count = told.by<ByMeasure>().measure;
        told.measure(count);
        const Points all = Points{rule.each} * count;
        told.line("{count} × {each} = {all}分", "{count} × {each} = {all} point{s}",
                  {{"count", number_text(count)},
                   {"each", text_of(rule.each)},
                   {"all", number_text(all)}});
        if (all > told.score) {
            told.line("最多得{score}分", "at most {score} point{s}", {{"score", told.scored()}});
        } else if (all < told.score) {
            told.line("低于0，计{score}分", "below 0: {score} point{s}",
                      {{"score", told.scored()}});
        }
    }

    static Labels points(const Tally& rule, const Indicator& /*leaf*/, const Say& say) {
        return {say("不得分", "none"), say("得分", "some"),
                say("到上限", "at the most") + ' ' + most_of(rule).to_string()};
    }

    static Reached reached(const Tally& rule, const Scored& scored) {
        const Points earned = score(rule, scored.measure());
        return {earned == Points{} ? 0U : earned < most_of(rule) ? 1U : 2U};
    }

    static Numbers range(const Tally& rule, const Values& values) {
        const Numbers earned = line(values.measure.numbers, Ratio{rule.each}, Ratio{});
        return greatest(least(earned, at(most_of(rule))), zero());
    }

    static std::vector<Ratio> thresholds(const Tally& rule) {
        return rule.each.is_zero() ? std::vector<Ratio>{}
                                   : std::vector{most_of(rule).value() / Ratio{rule.each}};
    }

    static std::vector<Edges> edges(const Tally& rule, const Constants& /*parts*/) {
        std::vector<Ratio> at = thresholds(rule);
        at.emplace_back();
        return {{std::nullopt, std::move(at)}};
    }

    static void why(const Tally& rule, Sentence& s) {
        const Ratio& count = s.by<ByMeasure>().measure;
        const Points most = most_of(rule);
        s.why(s.score == Points{}                ? Phrase::tally_none
              : Points{rule.each} * count > most ? Phrase::tally_most
                                                 : Phrase::tally,
              {{"subject", s.subject()},
               s.measured("measure", count),
               {"each", rule.each},
               {"most", most},
               {"score", s.score}});
        if (most >= s.item.points && rule.each.sign() > 0) {
            const Ratio all = Ratio{rule.points} / Ratio{rule.each};
            s.recover(Phrase::recover_at_least,
                      {{"subject", s.subject()}, s.measured("norm", all), {"lost", s.lost}});
        }
    }
};

} // namespace

extern const Kind tally_kind;
const Kind tally_kind = kind<TallyKind>();

} // namespace heng::detail::rule
