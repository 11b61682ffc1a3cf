// SPDX-License-Identifier: Apache-2.0
//
// The facts of a document, as the answers to what a rubric document asks: its compiled expressions,
// evaluated on the slots.
#pragma once

#include "base/text/messages.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/session.hpp"
#include "scoring/listed_inputs.hpp"

#include <heng/score/answers.hpp>
#include <heng/score/reason.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::scoring {

class UnitScores;

inline constexpr std::string_view zero_denominator = "facts.zero-denominator";

class FactAnswers {
  public:
    /// `limits`: of all that is evaluated, but for units, which have theirs.
    FactAnswers(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                feel::SessionLimits limits = {});
    FactAnswers(const FactAnswers&) = delete;
    FactAnswers& operator=(const FactAnswers&) = delete;
    ~FactAnswers();

    Answer<Ratio> number(Term term);
    Answer<bool> holds(Term term);
    Answer<std::string> text(Term term);
    Answer<std::vector<TargetRow>> rows(Term term);
    Answer<Assessment> assessment(const Indicator& indicator);
    /// Within the range of the band that holds.
    Answer<Assessment> assessment(const Indicator& indicator, const Band& band,
                                  const Ratio& measure);

    /// Whether the facts have units, and the rubric scores the leaf unit by unit; those scores.
    [[nodiscard]] bool weighs_units(const Indicator& leaf) const {
        return facts_.units != nullptr && scores_units(leaf);
    }
    Answer<ByUnits> by_units(const Indicator& leaf);

    /// Of facts that have units: each of them, as it scores alone.
    [[nodiscard]] UnitScores& units();

    /// How many items a sheet may have.
    [[nodiscard]] std::size_t most_items() const { return facts_.most_items; }

    /// Counts arithmetic of the scoring on numbers of so many bits together; the error where it is
    /// more than all that is evaluated may take.
    std::optional<Error> charge(std::size_t bits);

    /// Starts over for another tree of the rubric's terms: forgets who read what, not what the
    /// named values are.
    void forget();
    /// The same where this fact has another value than before: O(named values).
    void changed(feel::SlotId slot);

    /// From here on the indicator with this number asks, or the total.
    void enter(std::optional<std::size_t> indicator);

    /// Words an error about a zero denominator, and gives one that scoring found the place of the
    /// first fact that was read for it.
    void locate(Error& error);

    /// What an indicator read, or the total, in the order of declaration.
    [[nodiscard]] std::vector<feel::SlotId> reads_of(std::optional<std::size_t> indicator) const;

    /// Of a targets leaf: which of LoadedFacts::rows it was scored by, in their order.
    [[nodiscard]] std::span<const std::size_t> row_numbers(std::size_t indicator) const;

    /// How many rows were asked for.
    [[nodiscard]] std::size_t rows_asked() const;

    /// What an indicator read for a reader.
    [[nodiscard]] std::span<const InputRead> inputs_of(std::size_t indicator, ListedInputs& listed);

    /// Whether a filter that the indicator asked for left out records which lack what it asks.
    [[nodiscard]] bool leaves_out(std::size_t indicator) const {
        return leaves_out_.contains(1 + indicator);
    }

    /// What was evaluated so far, in nodes; of units as well.
    [[nodiscard]] std::size_t steps() const;

  private:
    /// A part of kept_.
    struct Kept {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };

    void keep_reads();
    [[nodiscard]] std::span<const feel::SlotId> kept_by(std::size_t who) const;
    [[nodiscard]] bool scores_units(const Indicator& leaf) const;
    /// The value of a term, or the error that it has none.
    Answer<feel::Value> evaluate(Term term, const text::Sentence& wanted);
    [[nodiscard]] Unanswered why_null(Term term, const feel::Value& null,
                                      const text::Sentence& wanted);
    [[nodiscard]] Unanswered missing(const std::vector<feel::SlotId>& slots) const;
    [[nodiscard]] const facts::LoadedFacts& lacking(feel::SlotId slot) const;
    [[nodiscard]] Error missing_input(feel::SlotId slot) const;
    [[nodiscard]] Unanswered divided_by_zero(Term term);
    void tell_zero(Error& error);
    [[nodiscard]] std::optional<Unanswered> null_element(Term term);
    [[nodiscard]] text::Words asking_name() const;
    [[nodiscard]] std::optional<feel::SlotId> absent_cause(Term term);
    [[nodiscard]] bool has_value_with(Term term, const std::vector<feel::SlotId>& given);
    [[nodiscard]] bool has_value_of(Term term, const std::vector<feel::Value>& slots);
    void place_at(Error& error, json::Json where, std::size_t offset) const;
    /// The error that a score is not given, or not so; at the document where there is no place.
    [[nodiscard]] tl::unexpected<Unanswered> not_assessed(text::Words message, text::Words hint,
                                                          std::optional<json::Json> where) const;

    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    feel::SessionLimits limits_;
    feel::Session session_;
    std::int64_t steps_before_ = 0;       ///< until a fact changed
    std::vector<std::uint64_t> required_; ///< the required facts that are absent
    std::vector<std::uint64_t> reads_;    ///< what is read by who asks, as bits, and
    feel::WordRange range_{};             ///< where those are
    std::vector<feel::SlotId> kept_;      ///< what the others read, one after the other, and
    std::vector<Kept> kept_of_;           ///< whose it is: of the total, then of each indicator
    std::size_t current_ = 0;             ///< who asks, in kept_of_
    std::map<std::size_t, std::vector<std::size_t>> row_numbers_; ///< by who, in kept_of_
    std::set<std::size_t> leaves_out_;                            ///< in kept_of_
    std::optional<Term> zero_{};                                  ///< divided by zero last
    std::optional<std::size_t> asking_{};                         ///< the indicator that asks
    std::unique_ptr<UnitScores> units_;                           ///< made when asked for
};

} // namespace heng::detail::scoring
