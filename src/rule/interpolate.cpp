// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"
#include "rule/messages.hpp"

#include <algorithm>

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct InterpolateKind {
    using Rule = Interpolate;
    static constexpr bool is_smooth = true;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.measure(ExpectedType::number);
        Interpolate line{form.leaf.points, {}, form.leaf.beyond};
        for (const Reader element : rule["knots"].elements()) {
            std::vector<Reader> pair;
            for (const Reader number : element.elements()) {
                pair.push_back(number);
            }
            if (pair.size() != 2) {
                element.problem("rule", say::knot_is_pair);
                continue;
            }
            const auto x = pair[0].percent();
            const auto y = pair[1].decimal();
            if (x && y) {
                line.knots.push_back({Ratio{*x}, Points{*y}});
            }
        }
        form.leaf.rule = std::move(line);
    }

    static void slips(Slips& rule) {
        int places = places_of_a_rate;
        rule.each("knots", [&](Slips& knot) { places = std::max(places, knot.places_of("0")); });
        rule.each("knots", [&](Slips& knot) {
            knot.number("0", places);
            knot.number("1", 0);
        });
    }

    static std::vector<Compared> compared(const Interpolate& rule, json::Json /*document*/) {
        std::vector<Compared> knots;
        for (std::size_t i = 0; i < rule.knots.size(); ++i) {
            knots.push_back({"/rule/knots/" + std::to_string(i), rule.knots[i].measure});
        }
        return knots;
    }

    static std::string words(const Interpolate& rule, const Indicator& /*leaf*/,
                             const Wording& say) {
        return say("线性插值：", "by linear interpolation: ") +
               listed(rule.knots, say, [&](const Knot& knot) {
                   return say(
                       "{measure}得{score}分", "{measure} → {score}",
                       {{"measure", say.amount(knot.measure)}, {"score", number_text(knot.score)}});
               });
    }

    static void arithmetic(const Interpolate& rule, Told& told) {
        const Ratio& measure = told.by<ByMeasure>().measure;
        told.measure(measure);
        for (std::size_t i = 1; i < rule.knots.size(); ++i) {
            const Knot& left = rule.knots[i - 1];
            const Knot& right = rule.knots[i];
            if (left.measure < measure && measure <= right.measure) {
                told.line("{y0} + ({y1} − {y0}) × ({x} − {x0}) ÷ ({x1} − {x0}) = {score}分",
                          "{y0} + ({y1} − {y0}) × ({x} − {x0}) ÷ ({x1} − {x0}) = {score} point{s}",
                          {{"y0", number_text(left.score)},
                           {"y1", number_text(right.score)},
                           {"x", told.say.amount(measure)},
                           {"x0", told.say.amount(left.measure)},
                           {"x1", told.say.amount(right.measure)},
                           {"score", told.scored()}});
                return;
            }
        }
        told.line("在两端之外，得{score}分", "outside the knots: {score} point{s}",
                  {{"score", told.scored()}});
    }

    static Labels points(const Interpolate& rule, const Indicator& /*leaf*/, const Say& /*say*/) {
        Labels labels{"<= " + rule.knots.front().measure.to_string()};
        for (std::size_t i = 1; i < rule.knots.size(); ++i) {
            labels.push_back('(' + rule.knots[i - 1].measure.to_string() + ".." +
                             rule.knots[i].measure.to_string() + ']');
        }
        labels.push_back("> " + rule.knots.back().measure.to_string());
        return labels;
    }

    static Reached reached(const Interpolate& rule, const Scored& scored) {
        std::size_t knot = 0;
        while (knot < rule.knots.size() && rule.knots[knot].measure < scored.measure()) {
            ++knot;
        }
        return {knot};
    }

    static Numbers range(const Interpolate& rule, const Values& values) {
        const Numbers& x = values.measure.numbers;
        const std::vector<Knot>& knots = rule.knots;
        Numbers scores;
        if (!x.met(Interval{{}, false, knots.front().measure, true}).empty()) {
            scores = scores.joined(at(knots.front().score));
        }
        if (!x.met(Interval{knots.back().measure, true, {}, false}).empty()) {
            scores = scores.joined(at(knots.back().score));
        }
        for (std::size_t i = 1; i < knots.size(); ++i) {
            const Knot& left = knots[i - 1];
            const Knot& right = knots[i];
            const Numbers part = x.met(Interval{left.measure, true, right.measure, true});
            if (!part.empty()) {
                const Ratio slope =
                    (right.score - left.score).value() / (right.measure - left.measure);
                scores =
                    scores.joined(line(part, slope, left.score.value() - slope * left.measure));
            }
        }
        return scores;
    }

    static std::vector<Ratio> thresholds(const Interpolate& rule) {
        std::vector<Ratio> at;
        for (const Knot& knot : rule.knots) {
            at.push_back(knot.measure);
        }
        return at;
    }

    static std::vector<Edges> edges(const Interpolate& rule, const Constants& /*parts*/) {
        return {{std::nullopt, thresholds(rule)}};
    }

    static void why(const Interpolate& rule, Sentence& s) {
        const Ratio& measure = s.by<ByMeasure>().measure;
        s.why(Phrase::interpolated,
              {{"subject", s.subject()}, s.measured("measure", measure), {"score", s.score}});
        const auto best =
            std::max_element(rule.knots.begin(), rule.knots.end(),
                             [](const Knot& a, const Knot& b) { return a.score < b.score; });
        s.recover_by_rule(Phrase::recover_knot, {{"subject", s.subject()},
                                                 s.measured("measure", best->measure),
                                                 {"score", best->score}});
    }
};

} // namespace

extern const Kind interpolate_kind;
const Kind interpolate_kind = kind<InterpolateKind>();

} // namespace heng::detail::rule
