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
        if (band.has("score") + band.has("rate") + band.has("score_range") != 1) {
            element.problem("band", say::score_or_rate);
        }
        (void)band["label"].text(); // for people alone
        const auto in = form.terms.intervals(band["in"]);
        const auto score = band["score"].decimal();
        const auto rate = band["rate"].percent();
        const auto range = read_range(band["score_range"]);
        if (!in || (!score && !rate && !range)) {
            return;
        }
        Band read;
        read.score = score  ? Points{*score}
                     : rate ? Points{bands.points} * Ratio{*rate}
                            : range->most;
        if (!score && !rate) {
            read.least = range->least;
        }
        for (const Interval& interval : *in) {
            read.in = interval;
            bands.bands.push_back(read);
        }
    }

    static std::optional<AssessedRange> read_range(const Reader& range) {
        if (!range.is_present()) {
            return std::nullopt;
        }
        std::vector<std::optional<Decimal>> ends;
        for (const Reader end : range.elements()) {
            ends.push_back(end.decimal());
        }
        if (ends.size() != 2) {
            range.problem("rule", say::range_is_pair);
            return std::nullopt;
        }
        if (!ends[0] || !ends[1]) {
            return std::nullopt;
        }
        return AssessedRange{Points{*ends[0]}, Points{*ends[1]}};
    }

    static void slips(Slips& rule) {
        int places = 0;
        rule.each("bands", [&](Slips& band) { places = std::max(places, band.places_of("in")); });
        rule.each("bands", [&](Slips& band) {
            band.tests("in", places);
            band.number("score", 0);
            band.number("rate", places_of_a_rate);
            band.number("score_range/0", 0);
            band.number("score_range/1", 0);
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
                   return say("{band}得{score}分", "{band} → {score}",
                              {{"band", band_words(band.in, say)}, {"score", scores(band, say)}});
               });
    }

    /// One score, or "6至7".
    static std::string scores(const Band& band, const Say& say) {
        return band.is_assessed()
                   ? say("{least}至{most}", "{least} to {most}",
                         {{"least", number_text(*band.least)}, {"most", number_text(band.score)}})
                   : number_text(band.score);
    }

    /// In a list, or behind a number: all the rest has no words of its own there.
    static std::string band_words(const Interval& in, const Wording& say) {
        return in.low || in.high ? interval_words(in, say.is_percent(), say)
                                 : say("其余", "all the rest");
    }

    static void arithmetic(const Bands& rule, Told& told) {
        const auto& reason = told.by<ByBand>();
        const Band& band = rule.bands[reason.band];
        told.measure(reason.measure);
        told.line("{band}：{score}分", "{band}: {score} point{s}",
                  {{"band", band_words(band.in, told.say)}, {"score", scores(band, told.say)}});
        if (reason.assessment) {
            told.line("由评审在该档内计{score}分（{reason}）",
                      "assessed within the band at {score} point{s} ({reason})",
                      {{"score", told.scored()}, {"reason", reason.assessment->reason}});
        }
    }

    /// Each band; behind one that a person scores also the ends of its range.
    static Labels points(const Bands& rule, const Indicator& /*leaf*/, const Say& say) {
        Labels labels;
        for (const Band& band : rule.bands) {
            labels.push_back(interval_text(band.in));
            if (band.is_assessed()) {
                for (const Points& end : {*band.least, band.score}) {
                    labels.push_back(
                        say("{band}，评定{score}分", "{band}, assessed at {score}",
                            {{"band", interval_text(band.in)}, {"score", number_text(end)}}));
                }
            }
        }
        return labels;
    }

    static Reached reached(const Bands& rule, const Scored& scored) {
        const ByBand& by = *scored.by<ByBand>();
        std::size_t label = by.band;
        for (std::size_t i = 0; i < by.band; ++i) {
            label += rule.bands[i].is_assessed() ? 2U : 0U;
        }
        Reached labels{label};
        if (by.assessment) {
            const Points given{by.assessment->score};
            const Band& band = rule.bands[by.band];
            labels.insert(labels.end(), given == *band.least ? 1 : 0, label + 1);
            labels.insert(labels.end(), given == band.score ? 1 : 0, label + 2);
        }
        return labels;
    }

    static Numbers range(const Bands& rule, const Values& values) {
        Numbers scores;
        Numbers left = values.measure.numbers;
        for (const Band& band : rule.bands) {
            if (!left.met(band.in).empty()) {
                scores = scores.joined(image(band, values.assessed));
                left = left.without(band.in);
            }
        }
        return scores;
    }

    static std::optional<AssessedRange> assessed(const Bands& rule, Numbers left) {
        std::optional<AssessedRange> range;
        for (const Band& band : rule.bands) {
            if (left.met(band.in).empty()) {
                continue;
            }
            left = left.without(band.in);
            if (band.is_assessed()) {
                range = {range ? min(range->least, *band.least) : *band.least,
                         range ? max(range->most, band.score) : band.score};
            }
        }
        return range;
    }

    /// The scores that a band can give.
    static Numbers image(const Band& band, const std::optional<Values::Assessed>& given) {
        if (!band.is_assessed()) {
            return at(band.score);
        }
        if (!given) {
            return Numbers::of({band.least->value(), true, band.score.value(), true});
        }
        const Points near = band.nearest(given->score);
        return given->follows || near == given->score ? at(near) : Numbers{};
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
        return std::all_of(rule.bands.begin(), rule.bands.end(), [&](const Band& each) {
            return is_on(each.score.value()) && is_on(each.lowest().value());
        });
    }

    static void why(const Bands& rule, Sentence& s) {
        const auto& reason = s.by<ByBand>();
        const auto& bands = rule.bands;
        const Band& held = bands[reason.band];
        const std::string_view band = s.interval(held.in);
        std::vector<Ratio>& edges = s.edges;
        edges.clear();
        for (const Band& each : bands) {
            for (const auto* const end : {&each.in.low, &each.in.high}) {
                edges.push_back(end->value_or(Ratio{}));
            }
        }
        const bool point = held.in.low && held.in.low == held.in.high;
        if (reason.assessment) {
            s.why(point ? Phrase::band_point_assessed : Phrase::band_assessed,
                  {{"subject", s.subject()},
                   s.measured("measure", reason.measure, edges),
                   {"band", band},
                   {"least", *held.least},
                   {"most", held.score},
                   {"score", s.score},
                   {"reason", reason.assessment->reason}});
        } else {
            s.why(point ? Phrase::band_point : Phrase::band,
                  {{"subject", s.subject()},
                   s.measured("measure", reason.measure, edges),
                   {"band", band},
                   {"score", s.score}});
        }
        if (s.lost_any) {
            recover(rule, held, s);
        }
    }

    /// A person may still give more within the band; another band is worth more.
    static void recover(const Bands& rule, const Band& held, Sentence& s) {
        const auto& bands = rule.bands;
        const auto best =
            std::max_element(bands.begin(), bands.end(),
                             [](const Band& a, const Band& b) { return a.score < b.score; });
        const bool assessed = held.is_assessed();
        const Points room = held.score - s.score;
        if (assessed && room > Points{}) {
            s.recover_by_rule(Phrase::recover_in_band, {{"lost", room}});
        }
        if (assessed && best->score <= held.score) {
            return;
        }
        if (!s.recover_text.written().empty()) {
            s.recover_text.add(s.separator());
        }
        const std::string_view into = s.interval(best->in);
        if (best->is_assessed()) {
            s.recover_by_rule(Phrase::recover_band_range, {{"subject", s.subject()},
                                                           {"band", into},
                                                           {"least", *best->least},
                                                           {"most", best->score}});
        } else {
            s.recover_by_rule(Phrase::recover_band,
                              {{"subject", s.subject()}, {"band", into}, {"score", best->score}});
        }
    }
};

} // namespace

extern const Kind bands_kind;
const Kind bands_kind = kind<BandsKind>();

} // namespace heng::detail::rule
