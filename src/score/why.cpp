// SPDX-License-Identifier: Apache-2.0
#include "score/phrases.hpp"
#include "score/why.hpp"
#include "score/words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng::document {
namespace {

std::string interval_text(const Interval& in, Language language) {
    if (!in.low && !in.high) {
        return language == Language::zh ? "其余" : "all the rest";
    }
    std::string text;
    if (!in.high) {
        text = in.low_closed ? ">= " : "> ";
        write_behind(text, *in.low);
    } else if (!in.low) {
        text = in.high_closed ? "<= " : "< ";
        write_behind(text, *in.high);
    } else if (*in.low == *in.high) {
        text = "= ";
        write_behind(text, *in.low);
    } else {
        text = in.low_closed ? "[" : "(";
        write_behind(text, *in.low);
        text += "..";
        write_behind(text, *in.high);
        text += in.high_closed ? ']' : ')';
    }
    return text;
}

/// The sentences of one item. Each pair of functions is one rule: what happened, and what helps.
class Explainer {
  public:
    Explainer(const Indicator& indicator, Item& item, const Won& won, Language language,
              const TermWords& terms, SheetText& text, Scratch& scratch)
        : indicator_(indicator),
          item_(item),
          score_(won.exact),
          lost_(won.lost),
          lost_any_(won.exact < item.points && lost_ > Points{}),
          none_left_(won.exact <= Points{}),
          adjusted_(won.adjusted),
          language_(language),
          measure_(indicator.measure ? terms(*indicator.measure) : TermWord{}),
          text_(text),
          why_(scratch.why),
          recover_(scratch.recover) {
        why_.clear();
        recover_.clear();
    }

    void run() {
        std::visit([this](const auto& reason) { because(reason); }, item_.reason);
        item_.why = text_.keep(why_.written());
        item_.recover = text_.keep(recover_.written());
    }

  private:
    void why(Phrase which, std::initializer_list<Filling> words) {
        write(why_, pattern(language_, which), words, language_);
    }
    void recover(Phrase which, std::initializer_list<Filling> words) {
        if (lost_any_) {
            write(recover_, pattern(language_, which), words, language_);
        }
    }
    /// Of what names a score, or a step towards one, as the rule alone gives it.
    void recover_by_rule(Phrase which, std::initializer_list<Filling> words) {
        if (!adjusted_) {
            recover(which, words);
        }
    }
    [[nodiscard]] bool chinese() const { return language_ == Language::zh; }

    /// What the measure is called: the fact, where it is one fact as it stands.
    [[nodiscard]] std::string_view subject() const {
        return !measure_.label.empty() ? measure_.label : chinese() ? "指标值" : "measure";
    }
    /// In as few places as tell it from each of `edges`.
    [[nodiscard]] Filling measured(std::string_view name, const Ratio& value,
                                   std::span<const Ratio> edges = {}) const {
        return measure_.percent ? Filling{name, Rate{value, edges}}
                                : Filling{name, Measure{value, measure_.ratio, edges}};
    }

    void because(const std::monostate&) {
        why(Phrase::branch, {{"score", score_}, {"points", item_.points}});
    }

    void because(const ByMeasure& reason) {
        if (const auto* rule = std::get_if<Proportional>(&indicator_.rule)) {
            explain_proportional(*rule, reason.measure);
        } else if (const auto* step = std::get_if<Step>(&indicator_.rule)) {
            explain_step(*step, reason.measure);
        } else if (const auto* tally = std::get_if<Tally>(&indicator_.rule)) {
            explain_tally(*tally, reason.measure);
        } else if (const auto* line = std::get_if<Interpolate>(&indicator_.rule)) {
            why(Phrase::interpolated,
                {{"subject", subject()}, measured("measure", reason.measure), {"score", score_}});
            const auto best =
                std::max_element(line->knots.begin(), line->knots.end(),
                                 [](const Knot& a, const Knot& b) { return a.score < b.score; });
            recover_by_rule(Phrase::recover_knot, {{"subject", subject()},
                                                   measured("measure", best->measure),
                                                   {"score", best->score}});
        } else {
            explain_formula(std::get<Formula>(indicator_.rule), reason.measure);
        }
    }

    void explain_tally(const Tally& rule, const Ratio& count) {
        const Points most = most_of(rule);
        why(score_ == Points{}                 ? Phrase::tally_none
            : Points{rule.each} * count > most ? Phrase::tally_most
                                               : Phrase::tally,
            {{"subject", subject()},
             measured("measure", count),
             {"each", rule.each},
             {"most", most},
             {"score", score_}});
        if (most == item_.points && rule.each.sign() > 0) {
            const Ratio all = Ratio{rule.points} / Ratio{rule.each};
            recover(Phrase::recover_at_least,
                    {{"subject", subject()}, measured("norm", all), {"lost", lost_}});
        }
    }

    void explain_formula(const Formula& rule, const Ratio& value) {
        const Points given{value};
        const Phrase which = given > Points{rule.cap.value_or(rule.points)} ? Phrase::formula_capped
                             : given < Points{rule.floor} ? Phrase::formula_floored
                                                          : Phrase::formula;
        why(which, {{"measure", given}, {"score", score_}});
    }

    void explain_proportional(const Proportional& rule, const Ratio& value) {
        const Ratio cap{rule.cap};
        const Ratio pass_mark{rule.pass.value_or(Decimal{})};
        const std::array<Ratio, 2> edges{cap, pass_mark};
        const Phrase which = rule.pass && value < pass_mark ? Phrase::proportional_failed
                             : value >= cap                 ? Phrase::proportional_capped
                             : value.sign() < 0             ? Phrase::proportional_negative
                                                            : Phrase::proportional;
        const Ratio rate = value / cap;
        why(which, {{"subject", subject()},
                    measured("measure", value, edges),
                    {"points", item_.points},
                    measured("cap", cap),
                    {"product", Product{item_.points.value(), rate}},
                    measured("pass", pass_mark)});
        recover(Phrase::recover_measure,
                {{"subject", subject()}, measured("cap", cap), {"lost", lost_}});
    }

    void explain_step(const Step& rule, const Ratio& value) {
        const Points steps{steps_past(rule, value)};
        const Ratio norm{rule.norm};
        const Ratio every{rule.every};
        const bool past = rule.side == Side::above ? value > norm : value < norm;
        const bool all_gone = Points{rule.deduct} * steps.value() > Points{rule.points};
        why(!past               ? Phrase::step_within
            : steps == Points{} ? Phrase::step_short
            : all_gone          ? Phrase::step_floor
                                : Phrase::step_past,
            {{"subject", subject()},
             measured("measure", value, {&norm, 1}),
             measured("norm", norm),
             {"steps", steps},
             measured("every", every),
             {"deduct", rule.deduct},
             {"points", item_.points},
             {"score", score_}});
        recover(rule.side == Side::above ? Phrase::recover_at_most : Phrase::recover_at_least,
                {{"subject", subject()}, measured("norm", norm), {"lost", lost_}});
    }

    void because(const ByNorm& reason) {
        const auto& rule = std::get<Steps>(indicator_.rule);
        const Ratio excess = reason.measure - reason.norm;
        const StepChange* const side = side_of(rule, excess);
        const Points steps{side == nullptr ? Ratio{}
                                           : steps_in(abs(excess), side->every, side->part)};
        const bool fails = !passes(rule, reason.measure);
        const Ratio every{side == nullptr ? Decimal{} : side->every};
        const bool none = side == nullptr || steps == Points{};
        why(fails  ? Phrase::steps_failed
            : none ? Phrase::steps_none
                   : Phrase::steps_past,
            {{"subject", subject()},
             measured("measure", reason.measure, {&reason.norm, 1}),
             measured("norm", reason.norm),
             {"steps", steps},
             measured("every", every)});
        if (!fails) {
            none ? why(Phrase::counts, {{"score", score_}})
                 : steps_changed(*side, steps, Points{rule.base});
        }
        recover_steps(rule, reason.norm);
    }

    /// What so many steps did to the base, and the score.
    void steps_changed(const StepChange& side, const Points& steps, const Points& base) {
        const Points change = change_of(side, steps.value());
        const bool bounded = change != Points{side.points} * steps.value();
        why(side.adds ? bounded ? Phrase::steps_added_most : Phrase::steps_added
            : bounded ? Phrase::steps_deducted_most
                      : Phrase::steps_deducted,
            {{"amount", side.points}, {"change", change}, {"base", base}});
        const Points exact = side.adds ? base + change : base - change;
        why(exact > score_   ? Phrase::steps_full
            : exact < score_ ? Phrase::steps_floor
                             : Phrase::counts,
            {{"points", item_.points}, {"score", score_}});
    }

    /// The norm itself, or as many steps beyond it as add up to all points.
    void recover_steps(const Steps& rule, const Ratio& norm) {
        const Ratio lacking{rule.points - rule.base};
        const auto full_at = [&](const std::optional<StepChange>& side, int sign) {
            Ratio at = norm;
            if (side && side->adds && !side->points.is_zero()) {
                const Ratio steps = lacking / Ratio{side->points};
                const Ratio counted = side->part == StepPart::exact ? steps : steps.ceiling();
                at = at + counted * Ratio{side->every} * Ratio{sign};
            }
            return at;
        };
        for (const Ratio& at : {full_at(rule.above, 1), full_at(rule.below, -1)}) {
            if (score(rule, at, norm) == Points{rule.points}) {
                return recover(Phrase::recover_measure,
                               {{"subject", subject()}, measured("cap", at), {"lost", lost_}});
            }
        }
    }

    void because(const ByBand& reason) {
        const auto& bands = std::get<Bands>(indicator_.rule).bands;
        const std::string band = interval_text(bands[reason.band].in, language_);
        std::vector<Ratio> edges;
        for (const Band& each : bands) {
            edges.push_back(each.in.low.value_or(Ratio{}));
            edges.push_back(each.in.high.value_or(Ratio{}));
        }
        why(Phrase::band, {{"subject", subject()},
                           measured("measure", reason.measure, edges),
                           {"band", band},
                           {"score", score_}});
        if (lost_any_) {
            const auto best =
                std::max_element(bands.begin(), bands.end(),
                                 [](const Band& a, const Band& b) { return a.score < b.score; });
            const std::string into = interval_text(best->in, language_);
            recover_by_rule(Phrase::recover_band,
                            {{"subject", subject()}, {"band", into}, {"score", best->score}});
        }
    }

    [[nodiscard]] std::string_view separator() const { return chinese() ? "；" : "; "; }

    void because(const ByCounts& reason) {
        const auto& rule = std::get<Occurrences>(indicator_.rule);
        const auto& kinds = rule.each;
        const bool none = reaches_none(rule, reason.counts);
        Points all;
        Points together;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const Points lost = deduction(kinds[i], reason.counts[i]);
            const Points count{reason.counts[i]};
            const bool bounded = lost != Points{kinds[i].deduct} * reason.counts[i];
            all += lost;
            together += count;
            why_.add(i == 0 ? std::string_view{} : separator());
            why(lost == Points{} ? Phrase::count_free
                : bounded        ? Phrase::count_bounded
                                 : Phrase::count,
                {{"label", label(i)},
                 {"count", count},
                 {"deduct", kinds[i].deduct},
                 {"lost", lost}});
        }
        const Decimal from = rule.none_from.value_or(Decimal{});
        why(none                 ? Phrase::counts_none
            : all > item_.points ? Phrase::counts_floor
                                 : Phrase::counts,
            {{"points", item_.points}, {"score", score_}, {"count", together}, {"from", from}});
        if (none && kinds.size() > 1 && !adjusted_) {
            recover(Phrase::recover_none_from, {{"from", from}});
        } else if (lost_any_ && !adjusted_) {
            recover_counts(rule, reason.counts);
        }
    }

    /// With one kind it is exact from which count on points come back.
    void recover_counts(const Occurrences& rule, const std::vector<Ratio>& counts) {
        const std::vector<Occurrence>& kinds = rule.each;
        const auto lasting = kinds.size() == 1 ? lasting_count(rule) : std::nullopt;
        if (none_left_ && lasting) {
            const Points from{max(Ratio{}, lasting->ceiling() - Ratio{1})};
            recover(from == Points{} ? Phrase::recover_none_left : Phrase::recover_fewer_floor,
                    {{"label", label(0)}, {"count", from}, {"lost", lost_}});
            return;
        }
        for (std::size_t i = 0; i < kinds.size() && !none_left_; ++i) {
            const bool bounded =
                kinds[i].at_most && deduction(kinds[i], counts[i]) == Points{*kinds[i].at_most};
            if (counts[i].sign() > 0 && !bounded && kinds[i].deduct.sign() > 0) {
                recover_.add(recover_.written().empty() ? std::string_view{} : separator());
                recover(Phrase::recover_fewer, {{"label", label(i)}, {"deduct", kinds[i].deduct}});
            }
        }
    }

    /// Of one kind: the least count that leaves nothing; none where no count does.
    static std::optional<Ratio> lasting_count(const Occurrences& rule) {
        const Occurrence& kind = rule.each.front();
        std::optional<Ratio> least;
        if (kind.deduct.sign() > 0 && !(kind.at_most && *kind.at_most < rule.points)) {
            least = Ratio{rule.points} / Ratio{kind.deduct};
        }
        if (rule.none_from && (!least || Ratio{*rule.none_from} < *least)) {
            least = Ratio{*rule.none_from};
        }
        return least;
    }

    void because(const ByItems& reason) {
        if (indicator_.parts.empty()) {
            const std::string_view condition =
                measure_.label.empty() ? measure_.text : measure_.label;
            why(reason.held[0] ? Phrase::condition_holds : Phrase::condition_fails,
                {{"condition", condition}, {"score", score_}, {"points", item_.points}});
            recover(Phrase::recover_condition, {{"condition", condition}, {"lost", lost_}});
            return;
        }
        std::string missing;
        for (std::size_t i = 0; i < reason.held.size(); ++i) {
            if (!reason.held[i]) {
                missing += missing.empty() ? "" : chinese() ? "、" : ", ";
                missing += label(i);
            }
        }
        why(missing.empty() ? Phrase::items_all : Phrase::items_missing,
            {{"items", missing}, {"score", score_}, {"points", item_.points}});
        recover(Phrase::recover_items, {{"items", missing}});
    }

    [[nodiscard]] const std::string& label(std::size_t part) const {
        const Part& named = indicator_.parts[part];
        return named.label.empty() ? named.id.empty() ? indicator_.name : named.id : named.label;
    }

    void because(const ByCategory& reason) {
        const auto& categories = std::get<Categories>(indicator_.rule).categories;
        why(Phrase::category, {{"category", reason.category}, {"score", score_}});
        const auto best = std::max_element(
            categories.begin(), categories.end(),
            [](const Category& a, const Category& b) { return a.score < b.score; });
        recover_by_rule(Phrase::recover_category,
                        {{"category", best->name}, {"score", best->score}});
    }

    void because(const ByRows& reason) {
        why(Phrase::rows, {{"rows", reason.rows}, {"met", reason.met}, {"score", score_}});
    }

    void because(const ByTarget& reason) {
        const auto& far = std::get<Targets>(indicator_.rule).far_above;
        const Decimal zero;
        const bool level = reason.row.numbers.direction == Direction::level;
        const bool all_gone = far && Points{far->deduct} > item_.points;
        const Phrase which = reason.far_above
                                 ? all_gone ? Phrase::target_far_floor : Phrase::target_far_above
                             : level                      ? Phrase::target_level
                             : reason.completion.met      ? Phrase::target_met
                             : !reason.completion.divided ? Phrase::target_no_divisor
                                                          : Phrase::target_missed;
        const std::string rate = rate_words(reason.completion.rate);
        why(which, {{"target", reason.row.target_text},
                    {"actual", reason.row.actual_text},
                    {"rate", rate},
                    {"deduct", far ? far->deduct : zero},
                    {"points", item_.points},
                    {"score", score_}});
        if (!level && !reason.far_above) {
            recover_target(reason.row);
        }
        read_by(reason);
    }

    /// With two places, marked where they are not all.
    static std::string rate_words(const Ratio& rate) {
        return ((rate * Ratio{100}).decimal_within(2) ? "" : "≈") + Percent::of(rate).to_string();
    }

    /// How far the actual value is from the target, in its own unit.
    void recover_target(const TargetRow& row) {
        const bool percent = row.target_text.ends_with('%') || row.actual_text.ends_with('%');
        const Ratio away = abs(row.numbers.target - row.numbers.actual);
        const Points gap{percent ? away * Ratio{100} : away};
        const std::string_view points = chinese() ? " 个百分点" : " points";
        const std::string own = row.unit.empty() ? "" : ' ' + row.unit;
        const std::string_view unit = percent ? points : std::string_view{own};
        recover(row.numbers.direction == Direction::at_most ? Phrase::recover_lower
                                                            : Phrase::recover_rows,
                {{"target", row.target_text}, {"gap", gap}, {"unit", unit}, {"lost", lost_}});
    }

    void read_by(const ByTarget& reason) {
        if (reason.row.numbers.direction != Direction::level) {
            item_.inputs = text_.keep({{"target", text_.keep(reason.row.target_text)},
                                       {"actual", text_.keep(reason.row.actual_text)}});
            return;
        }
        const InputRead level{"level", text_.keep(reason.row.actual_text)};
        if (!reason.row.numbers.rate) {
            item_.inputs = text_.keep({level});
            return;
        }
        const std::string rate = Percent::of(*reason.row.numbers.rate).to_string();
        item_.inputs = text_.keep({level, {"rate", text_.keep(rate)}});
    }

    void because(const ByAssessment& reason) {
        const Points short_by = item_.points - score_;
        why(lost_any_ ? Phrase::assessed_lost : Phrase::assessed,
            {{"score", score_},
             {"points", item_.points},
             {"lost", short_by},
             {"reason", reason.assessment.reason}});
        recover(Phrase::recover_assessed, {{"lost", lost_}});
    }

    void because(const ByZeroDenominator&) { why(Phrase::zero_denominator, {{"score", score_}}); }

    void because(const ByNotApplicable& reason) {
        const Phrase which = reason.treat_as == TreatAs::full   ? Phrase::not_applicable_full
                             : reason.treat_as == TreatAs::zero ? Phrase::not_applicable_zero
                                                                : Phrase::not_applicable_rescale;
        why(which, {{"points", item_.points}});
    }

    void because(const ByUnits& reason) {
        const auto left = static_cast<std::size_t>(
            std::count_if(reason.units.begin(), reason.units.end(), [](const UnitScore& each) {
                return each.standing == UnitStanding::left;
            }));
        const Phrase which = left == 0 ? Phrase::units_weighed : Phrase::units_weighed_left;
        why(which, {{"units", reason.units.size() - left}, {"left", left}, {"score", score_}});
    }

    const Indicator& indicator_;
    Item& item_;
    const Points& score_; ///< what its own rule gave, exactly
    Points lost_;
    bool lost_any_;
    bool none_left_;
    bool adjusted_;
    Language language_;
    TermWord measure_;
    SheetText& text_;
    text::Appender& why_; ///< written here first, so that it is kept no larger than it is
    text::Appender& recover_;
};

} // namespace

void explain_item(const Indicator& indicator, Item& item, const Won& won, Language language,
                  const TermWords& terms, SheetText& text, Scratch& scratch) {
    Explainer{indicator, item, won, language, terms, text, scratch}.run();
}

} // namespace heng::document
