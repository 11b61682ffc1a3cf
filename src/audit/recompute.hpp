// SPDX-License-Identifier: Apache-2.0
//
// What a form should have printed, as far as its facts go: every leaf scored by the engine on its
// own, then the whole, with the form's own weights in place of the rubric's.
//
//     Recomputed exact{rubric, form};
//     exact.sheet->items[i].exact      // of what exact.known(i) says can be told
#pragma once

#include "audit/form.hpp"
#include "document/compiled_rubric.hpp"
#include "scoring/fact_answers.hpp"
#include "scoring/scoring.hpp"

#include <heng/score/answers.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::audit {

/// A score as a form prints it, for a person's within a range.
struct PrintedScore {
    Decimal printed;
    int scale = 0;  ///< to which the rubric rounds
    Ratio points{}; ///< of the form, for one of the rubric's

    /// The score in the rubric's points that is printed so; none where none of the band is.
    [[nodiscard]] std::optional<Decimal> within(const Band& band) const;
};

/// The facts' answers, but for leaves whose score or measure is given.
class FormAnswers {
  public:
    FormAnswers(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                feel::SessionLimits limits)
        : facts_(rubric, facts, limits) {}

    /// From here on asking for a number in the leaf `indicator` gives `value`.
    void give(std::size_t indicator, Ratio value) { given_[indicator] = std::move(value); }
    void take_back(std::size_t indicator) { given_.erase(indicator); }
    /// The score that a person gave the leaf, where the facts do not tell.
    void give_printed(std::size_t indicator, PrintedScore score) {
        printed_.insert_or_assign(indicator, std::move(score));
    }

    Answer<Ratio> number(Term term) {
        const auto given = current_ ? given_.find(*current_) : given_.end();
        return given != given_.end() ? Answer<Ratio>{given->second} : facts_.number(term);
    }
    Answer<bool> holds(Term term) { return facts_.holds(term); }
    Answer<std::string> text(Term term) { return facts_.text(term); }
    Answer<std::vector<TargetRow>> rows(Term term) { return facts_.rows(term); }
    Answer<Assessment> assessment(const Indicator& leaf) { return facts_.assessment(leaf); }
    /// Within a band what the form prints, if it is of the band.
    Answer<Assessment> assessment(const Indicator& leaf, const Band& band, const Ratio& measure) {
        auto given = facts_.assessment(leaf, band, measure);
        const auto printed = current_ && !given ? printed_.find(*current_) : printed_.end();
        if (printed != printed_.end()) {
            if (auto score = printed->second.within(band)) {
                return Assessment{*std::move(score), {}};
            }
            outside_ = AssessedRange{band.lowest(), band.score};
        }
        return given;
    }
    /// The range of the last leaf's band that what the form prints is outside of, where it is.
    [[nodiscard]] std::optional<AssessedRange> take_outside() {
        return std::exchange(outside_, std::nullopt);
    }
    /// Of a department with units: such a leaf is scored in each of them, which a form does not
    /// print.
    [[nodiscard]] bool is_of_units(const Indicator& leaf) const {
        return facts_.weighs_units(leaf);
    }
    void enter(std::optional<std::size_t> indicator) {
        current_ = indicator;
        facts_.enter(indicator);
    }
    void locate(Error& error) { facts_.locate(error); }
    [[nodiscard]] bool leaves_out(std::size_t indicator) const {
        return facts_.leaves_out(indicator);
    }
    [[nodiscard]] std::vector<feel::SlotId> reads_of(std::size_t indicator) const {
        return facts_.reads_of(indicator);
    }
    [[nodiscard]] std::vector<std::size_t> row_numbers(std::size_t indicator) const {
        const auto rows = facts_.row_numbers(indicator);
        return {rows.begin(), rows.end()};
    }

    /// For all expressions, and for the rows that were asked for.
    [[nodiscard]] std::int64_t steps() const {
        return static_cast<std::int64_t>(facts_.steps()) +
               scoring::row_steps * static_cast<std::int64_t>(facts_.rows_asked());
    }

  private:
    scoring::FactAnswers facts_;
    std::optional<std::size_t> current_{};
    std::map<std::size_t, Ratio> given_{};
    std::map<std::size_t, PrintedScore> printed_{};
    std::optional<AssessedRange> outside_{};
};

/// A leaf, scored on its own.
struct LeafResult {
    const Indicator* leaf = nullptr; ///< of the rubric
    std::optional<Error> error{};    ///< why it has no score
    Points points{};                 ///< what it is worth in this form
    Points score{};                  ///< of the rubric's points, before any rounding
    Reason reason{};
    /// The range of a band, in the rubric's points, outside of which the form prints a score.
    std::optional<AssessedRange> outside{};
    std::vector<std::size_t> rows{}; ///< of a targets leaf, in Form::rows
    bool not_applicable = false;
    bool weighed = true; ///< false: not all of its rows have points
};

/// Whether an adjustment changes a score by more than points that are written once: then what it
/// makes of a printed sum can't be guessed from the rubric alone.
[[nodiscard]] bool counts(const Adjustment& adjustment);

/// Whether the score of a missed target would be a share of a negative number, which says nothing.
[[nodiscard]] bool divides_by_negative(const Target& target);

/// Whether `=` wanted none and there was some: full marks by the rule, and seldom by what is meant.
[[nodiscard]] bool wants_none(const Target& target);

class Recomputed {
  public:
    Recomputed(const document::CompiledRubric& rubric, const Form& form,
               feel::SessionLimits limits);

    /// The leaf's score with another measure, of the rubric's points; none where it has no measure.
    [[nodiscard]] std::optional<Points> with_measure(std::size_t indicator, const Ratio& measure);

    /// The steps taken up to now, as CallOptions counts them.
    [[nodiscard]] std::int64_t steps() const {
        return answers_.steps() + scoring::item_steps * scored_;
    }

    /// The total were nothing rounded; none where it can't be scored.
    [[nodiscard]] std::optional<Ratio> unrounded_total();

    /// Where the first fact that a leaf reads stands, else the data.
    [[nodiscard]] json::Json first_read(std::size_t indicator) const;

    /// The zero that a leaf reads, or where one would stand.
    [[nodiscard]] json::Json read_zero(std::size_t indicator);

    /// What the form prints of an item: of a row in its record, or in `published`.
    [[nodiscard]] const Printed* printed(const Item& item) const;
    /// The row of a row's item.
    [[nodiscard]] const FormRow& row_of(const Item& item) const;
    [[nodiscard]] const TargetRow& target_of(const Item& item) const;
    /// Whether several items have this name, and none this id.
    [[nodiscard]] bool is_ambiguous(std::string_view name) const;
    [[nodiscard]] bool is_id(std::string_view name) const { return ids_.count(name) != 0; }
    /// Whether a leaf reads inputs, and the form gives none of them: it is scored by their
    /// defaults.
    [[nodiscard]] bool is_assumed(std::size_t indicator) const;
    /// Whether a filter of the leaf left out records which lack what it asks.
    [[nodiscard]] bool leaves_out(std::size_t indicator) const {
        return answers_.leaves_out(indicator);
    }
    /// The amounts of money that a leaf reads, in the rubric's unit.
    [[nodiscard]] std::vector<Ratio> amounts_of(std::size_t indicator) const;
    /// The adjustments of the total that can't be told, in their order among all.
    [[nodiscard]] const std::vector<Adjustment>& open_adjustments() const { return open_; }
    /// Whether the points by which an adjustment changes an indicator can't be told.
    [[nodiscard]] bool is_open(std::size_t indicator) const { return counts_open_[indicator]; }

    std::map<std::size_t, LeafResult> leaves{}; ///< by the indicator's number
    std::optional<ScoreSheet> sheet{};
    std::vector<bool> known{};   ///< by item: its score can be told
    std::vector<bool> certain{}; ///< by item: and is one value, not a range
    bool total_known = false;
    bool total_certain = false;
    bool adjusted = false;  ///< the rubric changes the total, or rescales
    bool unsettled = false; ///< whether an adjustment or exception holds can't be told
    Ratio rescaled{1};      ///< what the sum of the scores is multiplied with
    Points weights{};       ///< of all leaves, in this form
    bool weighed = true;

  private:
    void score_leaf(const Indicator& leaf, std::size_t index);
    void give_printed(const Indicator& leaf, std::size_t index);
    void weigh_rows(LeafResult& result, const Targets& rule);
    void weigh_leaves();
    void take_rest(LeafResult& result, const Ratio& full);
    [[nodiscard]] std::vector<Indicator> adapted(const std::vector<Indicator>& from,
                                                 std::size_t& index);
    [[nodiscard]] bool is_answered(const Adjustment& adjustment);
    std::vector<Adjustment> drop_unanswered(std::vector<Adjustment>& adjustments);
    [[nodiscard]] Rubric own_rubric();
    void score_all();
    void spread();
    [[nodiscard]] const Printed* by_name(const std::string& id, const std::string& name) const;
    [[nodiscard]] std::size_t row_index(const Item& item) const;

    const document::CompiledRubric& rubric_;
    const Form& form_;
    FormAnswers answers_;
    std::vector<bool> broken_{};      ///< by indicator: an adjustment of it can't be told
    std::vector<bool> counts_open_{}; ///< and it adds, or comes to what an expression gives
    std::vector<Adjustment> open_{};
    bool total_broken_ = false;
    std::int64_t scored_ = 0;                         ///< items, as often as they were
    std::map<std::string, int, std::less<>> names_{}; ///< how many items are called so
    std::set<std::string, std::less<>> ids_{};
};

} // namespace heng::detail::audit
