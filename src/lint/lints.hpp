// SPDX-License-Identifier: Apache-2.0
//
// What every check of a rubric works with: the rubric, what its expressions can be under what is
// assumed at the place, and the findings so far.
//
//     lints.add({"grade-gap", Severity::error}, "/grades", {"no grade covers …", "…没有等级"});
#pragma once

#include "base/json/json.hpp"
#include "base/text/messages.hpp"
#include "document/compiled_rubric.hpp"
#include "feel/bounds.hpp"
#include "feel/call_budget.hpp"
#include "lint/sample_facts.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/lint/lint.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::lint {

using text::Words;

struct Kind {
    std::string_view code;
    Severity severity = Severity::warning;
    bool may_fail = false;
    bool at_key = false; ///< the place is the member's key
};

/// A condition that holds or fails wherever an expression is evaluated.
struct Assumption {
    Term term{};
    bool truth = false;
};

/// Facts that show a finding.
struct Shown {
    std::string facts{}; ///< a facts/1 document, in one line
    Words example{};     ///< the values of it that matter, by their labels
};

/// What a score can be.
struct ScoreRange {
    Ratio least{};
    Ratio most{};
};

/// What the score of an indicator is kept in.
[[nodiscard]] inline ScoreRange room_of(const Indicator& node) {
    return {Ratio{node.beyond.floor}, most_of(node.points, node.beyond).value()};
}

/// The other way round, to be widened by each score.
[[nodiscard]] inline ScoreRange nothing_of(const Indicator& node) {
    const ScoreRange room = room_of(node);
    return {room.most, room.least};
}

class Lints {
  public:
    Lints(const RubricDocument& rubric, const json::JsonDocument& json, feel::CallBudget budget);

    [[nodiscard]] const document::CompiledRubric& compiled() const { return document_.compiled(); }
    [[nodiscard]] const Rubric& rubric() const { return compiled().rubric; }
    [[nodiscard]] feel::ExpressionId id_of(Term term) const {
        return compiled().expression(term).id;
    }
    [[nodiscard]] const std::string& text_of(Term term) const {
        return compiled().expression(term).text;
    }
    [[nodiscard]] feel::Bounds& bounds() { return bounds_; }
    [[nodiscard]] feel::Abstract evaluate(Term term) { return bounds_.evaluate(id_of(term)); }

    void add(const Kind& kind, std::string pointer, const Words& words, Shown shown = {});

    /// Assumes a condition for what is checked until release().
    bool assume(Term term, bool truth);
    void release();
    [[nodiscard]] const std::vector<Assumption>& assumptions() const { return assumptions_; }

    /// The JSON value at a pointer, or the nearest one above it.
    [[nodiscard]] json::Json at(std::string_view pointer) const;
    /// In the rubric's language.
    [[nodiscard]] const std::string& said(const Words& words) const {
        return text::spoken(words, rubric().language);
    }
    /// Whether something else was said about this place, so that what follows from it is not.
    [[nodiscard]] bool is_explained(const std::string& pointer) const {
        return explained_.contains(pointer);
    }
    void explain(std::string pointer) { explained_.insert(std::move(pointer)); }

    /// What could not be checked may fail.
    void doubt() { may_fail_ = true; }

    /// How many more facts may be tried in search of witnesses.
    std::size_t tries_left = 60'000;
    /// What all of these searches together may cost.
    [[nodiscard]] feel::CallBudget& budget() { return budget_; }
    [[nodiscard]] const feel::CallBudget& budget() const { return budget_; }
    [[nodiscard]] const SampleFacts& samples() const { return samples_; }
    /// Whether no finding is kept any more, so that its witness is of no use.
    [[nodiscard]] bool is_full() const;

    /// In the order of the document, with their places.
    [[nodiscard]] std::vector<Finding> take();
    /// Whether some finding says that scoring may fail, also one past those that are kept.
    [[nodiscard]] bool may_fail() const { return may_fail_; }

  private:
    const RubricDocument& document_;
    const json::JsonDocument& json_;
    feel::Bounds bounds_;
    std::vector<Assumption> assumptions_;
    std::vector<Finding> findings_;
    std::vector<std::size_t> offsets_; ///< of findings_
    bool may_fail_ = false;
    std::set<std::string> explained_;
    SampleFacts samples_;
    feel::CallBudget budget_;
};

// The checks, each of what its name says; the pointer is that of the thing checked.

void check_inputs(Lints& lints);   // inputs.cpp
void check_basis(Lints& lints);    // inputs.cpp
void check_rounding(Lints& lints); // rounding.cpp
/// Says that rounding passes a ceiling, or a score that is set: `rounded` where it stands.
void check_ceiling(Lints& lints, const Decimal& value, const std::string& at,
                   bool of_total); // rounding.cpp
/// Whether the total always has as few places as the rubric rounds to.
[[nodiscard]] bool is_total_on_steps(const document::CompiledRubric& rubric); // rounding.cpp
void check_grades(Lints& lints, const ScoreRange& total);                     // grades.cpp
void check_scales(Lints& lints);                                              // scales.cpp
[[nodiscard]] ScoreRange check_indicators(Lints& lints);                      // indicators.cpp
void check_nothing_in_play(Lints& lints);                                     // indicators.cpp
/// Whether some indicator may leave, so that the total is scaled.
[[nodiscard]] bool may_rescale(const Rubric& rubric); // indicators.cpp
/// What the rule can give; the points where that is not known.
[[nodiscard]] ScoreRange check_rule(Lints& lints, const Indicator& leaf, const std::string& at,
                                    int level); // rules.cpp
[[nodiscard]] ScoreRange check_bands(Lints& lints, const Indicator& leaf, const Bands& rule,
                                     const std::string& at, bool rounded); // bands.cpp
[[nodiscard]] ScoreRange check_knots(Lints& lints, const Indicator& leaf, const Interpolate& rule,
                                     const std::string& at, bool rounded); // bands.cpp
[[nodiscard]] ScoreRange check_steps(Lints& lints, const Indicator& leaf, const Steps& rule,
                                     const std::string& at); // steps.cpp
/// Says that the best score is below the points, where it is.
void check_best(Lints& lints, const Indicator& leaf, const std::string& at,
                const Ratio& most); // rules.cpp

/// What a term is asked for.
enum class Wanted : std::uint8_t { number, boolean, text, rows };

/// Finds facts for which the term has no value, and says so; then assumes that it has one.
/// `zero_is_scored`: the rule says what a zero denominator is worth.
[[nodiscard]] feel::Abstract check_term(Lints& lints, Term term, const std::string& at,
                                        Wanted wanted,
                                        bool zero_is_scored = false); // terms.cpp
/// The same of a condition; then whether it can be true, and false.
struct Truths {
    bool may_hold = true;
    bool may_fail = true;
};
[[nodiscard]] Truths check_condition(Lints& lints, Term term, const std::string& at); // terms.cpp

} // namespace heng::detail::lint
