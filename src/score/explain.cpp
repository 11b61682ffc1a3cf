// SPDX-License-Identifier: Apache-2.0
#include "score/explain.hpp"
#include "score/phrases.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace heng::document {
namespace {

constexpr int shown_places = 6;

/// A measure for a reader: the exact decimal where it is short, else rounded and marked so; with
/// the percentage beside it where it is not a whole number.
std::string measure_text(const Ratio& measure, Language language) {
    if (measure.is_whole()) {
        return measure.to_string();
    }
    const std::optional<Decimal> exact = measure.exact_decimal();
    const bool is_short = exact && exact->rounded(shown_places) == *exact;
    const Decimal shown = measure.rounded(shown_places);
    const std::string percent = Percent::of(measure).to_string();
    const std::string sign = is_short ? "" : "≈";
    return language == Language::zh ? sign + shown.shortest().to_string() + "（" + percent + "）"
                                    : sign + shown.shortest().to_string() + " (" + percent + ")";
}

/// Points for a reader: exact where they are a short decimal, else rounded and marked so.
std::string points_text(const Points& points) {
    const std::optional<Decimal> exact = points.value().exact_decimal();
    if (exact && exact->rounded(shown_places) == *exact) {
        return exact->shortest().to_string();
    }
    return "≈" + points.rounded(4).shortest().to_string();
}

std::string interval_text(const Interval& in, Language language) {
    if (!in.low && !in.high) {
        return language == Language::zh ? "其余" : "all the rest";
    }
    if (!in.high) {
        return (in.low_closed ? ">= " : "> ") + in.low->to_string();
    }
    if (!in.low) {
        return (in.high_closed ? "<= " : "< ") + in.high->to_string();
    }
    if (*in.low == *in.high) {
        return "= " + in.low->to_string();
    }
    return (in.low_closed ? "[" : "(") + in.low->to_string() + ".." + in.high->to_string() +
           (in.high_closed ? "]" : ")");
}

/// The sentences of one item. Each pair of functions is one rule: what happened, and what helps.
class Explainer {
  public:
    Explainer(const Indicator& indicator, Item& item, Language language, const TermText& term_text)
        : indicator_(indicator), item_(item), language_(language), term_text_(term_text) {}

    void run() {
        std::visit([this](const auto& reason) { because(reason); }, item_.reason);
        if (item_.lost() <= Points{}) {
            item_.recover.clear();
        }
    }

  private:
    void why(Phrase which, std::initializer_list<Blank> blanks) {
        item_.why = fill(phrase(language_, which), blanks);
    }
    void recover(Phrase which, std::initializer_list<Blank> blanks) {
        item_.recover = fill(phrase(language_, which), blanks);
    }
    [[nodiscard]] std::string measure(const Ratio& value) const {
        return measure_text(value, language_);
    }
    [[nodiscard]] std::string score() const { return points_text(item_.score); }
    [[nodiscard]] std::string points() const { return points_text(item_.points); }
    [[nodiscard]] std::string lost() const { return points_text(item_.lost()); }

    void because(const std::monostate&) {
        why(Phrase::branch, {{"score", score()}, {"points", points()}});
    }

    void because(const ByMeasure& reason) {
        if (const auto* rule = std::get_if<Proportional>(&indicator_.rule)) {
            explain_proportional(*rule, reason.measure);
        } else if (const auto* step = std::get_if<Step>(&indicator_.rule)) {
            explain_step(*step, reason.measure);
        } else if (const auto* line = std::get_if<Interpolate>(&indicator_.rule)) {
            why(Phrase::interpolated, {{"measure", measure(reason.measure)}, {"score", score()}});
            const auto best =
                std::max_element(line->knots.begin(), line->knots.end(),
                                 [](const Knot& a, const Knot& b) { return a.score < b.score; });
            recover(Phrase::recover_knot,
                    {{"measure", measure(best->measure)}, {"score", points_text(best->score)}});
        } else {
            why(Phrase::formula, {{"measure", measure(reason.measure)}, {"score", score()}});
        }
    }

    void explain_proportional(const Proportional& rule, const Ratio& value) {
        const Decimal pass = rule.pass ? *rule.pass : Decimal{};
        const bool failed = value < Ratio{pass};
        const Phrase which = failed                     ? Phrase::proportional_failed
                             : value >= Ratio{rule.cap} ? Phrase::proportional_capped
                                                        : Phrase::proportional;
        const std::string cap = rule.cap.shortest().to_string();
        why(which, {{"measure", measure(value)},
                    {"points", points()},
                    {"cap", cap},
                    {"rate", points_text(Points{value / Ratio{rule.cap}})},
                    {"pass", pass.shortest().to_string()},
                    {"score", score()}});
        recover(Phrase::recover_measure, {{"cap", measure(Ratio{rule.cap})}, {"lost", lost()}});
    }

    void explain_step(const Step& rule, const Ratio& value) {
        const Ratio steps = steps_past(rule, value);
        why(steps.is_zero() ? Phrase::step_within : Phrase::step_past,
            {{"measure", measure(value)},
             {"norm", measure(Ratio{rule.norm})},
             {"steps", points_text(Points{steps})},
             {"every", rule.every.shortest().to_string()},
             {"deduct", rule.deduct.shortest().to_string()},
             {"score", score()}});
        recover(rule.side == Side::above ? Phrase::recover_at_most : Phrase::recover_at_least,
                {{"norm", measure(Ratio{rule.norm})}, {"lost", lost()}});
    }

    void because(const ByBand& reason) {
        const auto& bands = std::get<Bands>(indicator_.rule).bands;
        why(Phrase::band, {{"measure", measure(reason.measure)},
                           {"band", interval_text(bands[reason.band].in, language_)},
                           {"score", score()}});
        const auto best =
            std::max_element(bands.begin(), bands.end(),
                             [](const Band& a, const Band& b) { return a.score < b.score; });
        recover(Phrase::recover_band, {{"band", interval_text(best->in, language_)},
                                       {"score", points_text(best->score)}});
    }

    void because(const ByCounts& reason) {
        const auto& kinds = std::get<Occurrences>(indicator_.rule).each;
        std::string counts;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            counts += counts.empty() ? "" : language_ == Language::zh ? "；" : "; ";
            counts += fill(phrase(language_, Phrase::count),
                           {{"label", label(i)},
                            {"count", reason.counts[i].to_string()},
                            {"deduct", kinds[i].deduct.shortest().to_string()},
                            {"lost", points_text(deduction(kinds[i], reason.counts[i]))}});
        }
        why(Phrase::counts, {{"counts", counts}, {"score", score()}});
        recover_counts(kinds, reason.counts);
    }

    /// With one kind it is exact from which count on points come back.
    void recover_counts(const std::vector<Occurrence>& kinds, const std::vector<Ratio>& counts) {
        if (kinds.size() == 1 && item_.score == Points{} && kinds[0].deduct.sign() > 0) {
            const Ratio lasting = Ratio{indicator_.points} / Ratio{kinds[0].deduct};
            const Ratio from = lasting.ceiling() - Ratio{1};
            recover(Phrase::recover_fewer_floor,
                    {{"label", label(0)}, {"count", max(Ratio{}, from).to_string()}});
            return;
        }
        std::string advice;
        for (std::size_t i = 0; i < kinds.size() && item_.score > Points{}; ++i) {
            const bool bounded =
                kinds[i].at_most && deduction(kinds[i], counts[i]) == Points{*kinds[i].at_most};
            if (counts[i].sign() > 0 && !bounded) {
                advice += advice.empty() ? "" : language_ == Language::zh ? "；" : "; ";
                advice +=
                    fill(phrase(language_, Phrase::recover_fewer),
                         {{"label", label(i)}, {"deduct", kinds[i].deduct.shortest().to_string()}});
            }
        }
        item_.recover = advice;
    }

    void because(const ByItems& reason) {
        if (indicator_.parts.empty()) {
            const std::string condition{term_text_(*indicator_.measure)};
            why(reason.held[0] ? Phrase::condition_holds : Phrase::condition_fails,
                {{"condition", condition}, {"score", score()}});
            recover(Phrase::recover_condition, {{"condition", condition}, {"lost", lost()}});
            return;
        }
        std::string missing;
        for (std::size_t i = 0; i < reason.held.size(); ++i) {
            if (!reason.held[i]) {
                missing += missing.empty() ? "" : language_ == Language::zh ? "、" : ", ";
                missing += label(i);
            }
        }
        why(missing.empty() ? Phrase::items_all : Phrase::items_missing,
            {{"items", missing}, {"score", score()}});
        recover(Phrase::recover_items, {{"items", missing}});
    }

    [[nodiscard]] std::string label(std::size_t part) const {
        const Part& named = indicator_.parts[part];
        return named.label.empty() ? named.id.empty() ? indicator_.name : named.id : named.label;
    }

    void because(const ByCategory& reason) {
        const auto& categories = std::get<Categories>(indicator_.rule).categories;
        why(Phrase::category, {{"category", reason.category}, {"score", score()}});
        const auto best = std::max_element(
            categories.begin(), categories.end(),
            [](const Category& a, const Category& b) { return a.score < b.score; });
        recover(Phrase::recover_category,
                {{"category", best->name}, {"score", points_text(best->score)}});
    }

    void because(const ByRows& reason) {
        why(Phrase::rows, {{"rows", std::to_string(reason.rows)},
                           {"met", std::to_string(reason.met)},
                           {"score", score()}});
    }

    void because(const ByTarget& reason) {
        const auto& far = std::get<Targets>(indicator_.rule).far_above;
        const bool level = reason.row.numbers.direction == Direction::level;
        const Phrase which = reason.far_above             ? Phrase::target_far_above
                             : level                      ? Phrase::target_level
                             : reason.completion.met      ? Phrase::target_met
                             : !reason.completion.divided ? Phrase::target_no_divisor
                                                          : Phrase::target_missed;
        why(which, {{"target", reason.row.target_text},
                    {"actual", reason.row.actual_text},
                    {"rate", Percent::of(reason.completion.rate).to_string()},
                    {"deduct", far ? far->deduct.shortest().to_string() : ""},
                    {"points", points()},
                    {"score", score()}});
        if (!level && !reason.far_above) {
            recover(Phrase::recover_rows, {{"target", reason.row.target_text}, {"lost", lost()}});
        }
        read_by(reason);
    }

    void read_by(const ByTarget& reason) {
        if (reason.row.numbers.direction != Direction::level) {
            item_.inputs = {{"target", reason.row.target_text}, {"actual", reason.row.actual_text}};
            return;
        }
        item_.inputs = {{"level", reason.row.actual_text}};
        if (reason.row.numbers.rate) {
            item_.inputs.push_back({"rate", Percent::of(*reason.row.numbers.rate).to_string()});
        }
    }

    void because(const ByAssessment& reason) {
        why(Phrase::assessed, {{"score", score()}, {"reason", reason.assessment.reason}});
        recover(Phrase::recover_assessed, {});
    }

    void because(const ByZeroDenominator&) { why(Phrase::zero_denominator, {{"score", score()}}); }

    void because(const ByNotApplicable& reason) {
        const Phrase which = reason.treat_as == TreatAs::full   ? Phrase::not_applicable_full
                             : reason.treat_as == TreatAs::zero ? Phrase::not_applicable_zero
                                                                : Phrase::not_applicable_rescale;
        why(which, {{"points", points()}});
    }

    const Indicator& indicator_;
    Item& item_;
    Language language_;
    const TermText& term_text_;
};

void flatten(const std::vector<Indicator>& indicators, std::vector<const Indicator*>& flat) {
    for (const Indicator& indicator : indicators) {
        flat.push_back(&indicator);
        flatten(indicator.indicators, flat);
    }
}

} // namespace

void explain(ScoreSheet& sheet, const Rubric& rubric, const TermText& term_text) {
    std::vector<const Indicator*> flat;
    flatten(rubric.indicators, flat);
    std::vector<std::vector<const Adjusted*>> adjusted(sheet.items.size());
    for (const Adjusted& each : sheet.adjustments) {
        if (each.item && each.before != each.after) {
            adjusted[*each.item].push_back(&each);
        }
    }
    for (std::size_t i = 0; i < sheet.items.size(); ++i) {
        Item& item = sheet.items[i];
        const Points shown = item.score;
        if (!adjusted[i].empty()) {
            item.score = adjusted[i].front()->before; // what its own rule gave
        }
        Explainer{*flat[item.indicator], item, rubric.language, term_text}.run();
        item.score = shown;
        for (const Adjusted* each : adjusted[i]) {
            item.why = fill(phrase(rubric.language, Phrase::adjusted),
                            {{"why", item.why},
                             {"reason", each->adjustment.reason},
                             {"before", points_text(each->before)},
                             {"after", points_text(each->after)}});
            item.recover.clear(); // it is the adjustment that must go
        }
    }
    for (Diagnostic& diagnostic : sheet.diagnostics) {
        if (diagnostic.code == "zero-divisor") {
            diagnostic.message = phrase(rubric.language, Phrase::diagnostic_zero_divisor);
        }
    }
}

} // namespace heng::document
