// SPDX-License-Identifier: Apache-2.0
#include "feel/intervals.hpp"
#include "number/interval_set.hpp"
#include "rule/kind.hpp"
#include "rule/messages.hpp"

#include <algorithm>

namespace heng::detail::rule {
namespace {

using feel::ExpectedType;

struct BandsKind {
    using Rule = Bands;

    static void read(Form& form) {
        const ObjectReader rule = form.keys();
        form.measure(ExpectedType::number);
        Bands bands{form.leaf.points, {}, form.leaf.beyond};
        for (const Reader element : rule["bands"].elements()) {
            read_band(form, element, bands);
        }
        form.leaf.rule = std::move(bands);
    }

    static void read_band(Form& form, const Reader& element, Bands& bands) {
        const ObjectReader band = element.object();
        if (!band.is_present()) {
            return;
        }
        if (band.has("score") == band.has("rate")) {
            element.problem("band", say::score_or_rate);
        }
        (void)band["label"].text(); // for people alone
        const auto in = form.terms.intervals(band["in"]);
        const auto score = band["score"].decimal();
        const auto rate = band["rate"].percent();
        if (!in || (!score && !rate)) {
            return;
        }
        const Points points = score ? Points{*score} : Points{bands.points} * Ratio{*rate};
        for (const Interval& interval : *in) {
            bands.bands.push_back({interval, points});
        }
    }

    static void slips(Slips& rule) {
        int places = 0;
        rule.each("bands", [&](Slips& band) { places = std::max(places, band.places_of("in")); });
        rule.each("bands", [&](Slips& band) {
            band.tests("in", places);
            band.number("score", 0);
            band.number("rate", places_of_a_rate);
        });
    }

    /// As the document has them: the intervals of one band's tests are bands of the rule.
    static std::vector<Compared> compared(const Bands& /*rule*/, json::Json document) {
        std::vector<Compared> ends;
        std::size_t index = 0;
        for (const json::Json band : document.find("bands").value_or(document).children()) {
            const auto in = band.find("in");
            const auto intervals = feel::constant_intervals(in ? in->text() : "-");
            const std::string at = "/rule/bands/" + std::to_string(index++) + "/in";
            for (const Interval& each : intervals.value_or(std::vector<Interval>{})) {
                for (const auto& end : {each.low, each.high}) {
                    if (end) {
                        ends.push_back({at, *end});
                    }
                }
            }
        }
        return ends;
    }

    static lowered::FirstOf lowered(const Bands& rule) { return {rule.bands}; }

    static std::string words(const Bands& rule, const Indicator& /*leaf*/, const Wording& say) {
        return say("分档计分：", "by bands: ") + listed(rule.bands, say, [&](const Band& band) {
                   return say(
                       "{band}得{score}分", "{band} → {score}",
                       {{"band", band_words(band.in, say)}, {"score", number_text(band.score)}});
               });
    }

    /// In a list, or behind a number: all the rest has no words of its own there.
    static std::string band_words(const Interval& in, const Wording& say) {
        return in.low || in.high ? interval_words(in, say.is_percent(), say)
                                 : say("其余", "all the rest");
    }

    static void arithmetic(const Bands& rule, Told& told) {
        const auto& reason = told.by<ByBand>();
        told.measure(reason.measure);
        told.line(
            "{band}：{score}分", "{band}: {score} points",
            {{"band", band_words(rule.bands[reason.band].in, told.say)}, {"score", told.scored()}});
    }

    static Labels points(const Bands& rule, const Indicator& /*leaf*/, const Say& /*say*/) {
        Labels labels;
        for (const Band& band : rule.bands) {
            labels.push_back(interval_text(band.in));
        }
        return labels;
    }

    static Reached reached(const Bands& /*rule*/, const Scored& scored) {
        return {scored.by<ByBand>()->band};
    }

    static Numbers range(const Bands& rule, const Values& values) {
        Numbers scores;
        Numbers left = values.measure.numbers;
        for (const Band& band : rule.bands) {
            if (!left.met(band.in).empty()) {
                scores = scores.joined(at(band.score));
                left = left.without(band.in);
            }
        }
        return scores;
    }

    static std::vector<Ratio> thresholds(const Bands& rule) {
        std::vector<Ratio> at;
        for (const Band& band : rule.bands) {
            for (const auto& end : {band.in.low, band.in.high}) {
                at.insert(at.end(), end ? 1 : 0, end.value_or(Ratio{}));
            }
        }
        return at;
    }

    static std::vector<Edges> edges(const Bands& rule, const Constants& /*parts*/) {
        return {{std::nullopt, thresholds(rule)}};
    }

    static bool gives_steps(const Bands& rule, const IsOn& is_on) {
        return std::all_of(rule.bands.begin(), rule.bands.end(),
                           [&](const Band& each) { return is_on(each.score.value()); });
    }

    static void why(const Bands& rule, Sentence& s) {
        const auto& reason = s.by<ByBand>();
        const auto& bands = rule.bands;
        const Say say{s.language};
        const Interval& in = bands[reason.band].in;
        const std::string band = interval_words(in, s.word.percent, say);
        std::vector<Ratio> edges;
        for (const Band& each : bands) {
            edges.push_back(each.in.low.value_or(Ratio{}));
            edges.push_back(each.in.high.value_or(Ratio{}));
        }
        const bool point = in.low && in.low == in.high;
        s.why(point ? Phrase::band_point : Phrase::band,
              {{"subject", s.subject()},
               s.measured("measure", reason.measure, edges),
               {"band", band},
               {"score", s.score}});
        if (s.lost_any) {
            const auto best =
                std::max_element(bands.begin(), bands.end(),
                                 [](const Band& a, const Band& b) { return a.score < b.score; });
            const std::string into = interval_words(best->in, s.word.percent, say);
            s.recover_by_rule(Phrase::recover_band,
                              {{"subject", s.subject()}, {"band", into}, {"score", best->score}});
        }
    }
};

} // namespace

extern const Kind bands_kind;
const Kind bands_kind = kind<BandsKind>();

} // namespace heng::detail::rule
