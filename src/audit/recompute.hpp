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
#include "engine/fact_answers.hpp"

#include <heng/score/answers.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::form {

/// The facts' answers, but for leaves whose score or measure is given.
class FormAnswers {
  public:
    FormAnswers(const document::CompiledRubric& rubric, const document::LoadedFacts& facts)
        : facts_(rubric, facts) {}

    /// From here on asking for a number in the leaf `indicator` gives `value`.
    void give(std::size_t indicator, Ratio value) { given_[indicator] = std::move(value); }
    void take_back(std::size_t indicator) { given_.erase(indicator); }

    Answer<Ratio> number(Term term) {
        const auto given = current_ ? given_.find(*current_) : given_.end();
        return given != given_.end() ? Answer<Ratio>{given->second} : facts_.number(term);
    }
    Answer<bool> holds(Term term) { return facts_.holds(term); }
    Answer<std::string> text(Term term) { return facts_.text(term); }
    Answer<std::vector<TargetRow>> rows(Term term) { return facts_.rows(term); }
    Answer<Assessment> assessment(const Indicator& leaf) { return facts_.assessment(leaf); }
    /// Of a department with units: such a leaf is scored in each of them, which a form does not
    /// print.
    [[nodiscard]] bool is_of_units(const Indicator& leaf) const {
        return facts_.weighs_units(leaf);
    }
    void enter(std::optional<std::size_t> indicator) {
        current_ = indicator;
        facts_.enter(indicator);
    }
    void locate(Error& error) const { facts_.locate(error); }
    [[nodiscard]] std::vector<feel::SlotId> reads_of(std::size_t indicator) const {
        return facts_.reads_of(indicator);
    }
    [[nodiscard]] std::vector<std::size_t> row_numbers(std::size_t indicator) const {
        const auto rows = facts_.row_numbers(indicator);
        return {rows.begin(), rows.end()};
    }

  private:
    document::FactAnswers facts_;
    std::optional<std::size_t> current_{};
    std::map<std::size_t, Ratio> given_{};
};

/// A leaf, scored on its own.
struct LeafResult {
    const Indicator* leaf = nullptr; ///< of the rubric
    std::optional<Error> error{};    ///< why it has no score
    Points points{};                 ///< what it is worth in this form
    Points score{};                  ///< of the rubric's points, before any rounding
    Reason reason{};
    std::vector<std::size_t> rows{}; ///< of a targets leaf, in Form::rows
    bool not_applicable = false;
    bool weighed = true; ///< false: not all of its rows have points
};

class Recomputed {
  public:
    Recomputed(const document::CompiledRubric& rubric, const Form& form);

    /// The leaf's score with another measure, of the rubric's points; none where it has no measure.
    [[nodiscard]] std::optional<Points> with_measure(std::size_t indicator, const Ratio& measure);

    /// The zero that a leaf reads, or where one would stand.
    [[nodiscard]] document::Json read_zero(std::size_t indicator);

    /// What the form prints of an item: of a row in its record, or in `published`.
    [[nodiscard]] const Printed* printed(const Item& item) const;
    /// The row of a row's item.
    [[nodiscard]] const FormRow& row_of(const Item& item) const;
    [[nodiscard]] const TargetRow& target_of(const Item& item) const;

    std::map<std::size_t, LeafResult> leaves{}; ///< by the indicator's number
    std::optional<ScoreSheet> sheet{};
    std::vector<bool> known{};   ///< by item: its score can be told
    std::vector<bool> certain{}; ///< by item: and is one value, not a range
    bool total_known = false;
    bool total_certain = false;
    bool adjusted = false; ///< the rubric changes the total, or rescales
    Points weights{};      ///< of all leaves, in this form
    bool weighed = true;

  private:
    void probe(const std::vector<Indicator>& indicators);
    void probe_leaf(const Indicator& leaf, std::size_t index);
    void weigh_rows(LeafResult& result, const Targets& rule);
    void weigh_leaves();
    void take_rest(LeafResult& result, const Ratio& full);
    [[nodiscard]] std::vector<Indicator> adapted(const std::vector<Indicator>& from,
                                                 std::size_t& index);
    void drop_unanswered(std::vector<Adjustment>& adjustments, bool& dropped);
    void score_all();
    void spread();
    [[nodiscard]] const Printed* by_name(const std::string& id, const std::string& name) const;
    [[nodiscard]] std::size_t row_index(const Item& item) const;

    const document::CompiledRubric& rubric_;
    const Form& form_;
    FormAnswers answers_;
    std::size_t next_ = 0;
    std::vector<bool> broken_{}; ///< by indicator: an adjustment of it can't be told
    bool total_broken_ = false;
    std::map<std::string, int, std::less<>> names_{}; ///< how many items are called so
};

} // namespace heng::form
