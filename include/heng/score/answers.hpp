// SPDX-License-Identifier: Apache-2.0
//
// The questions that a rubric asks while it is scored, and the types that answer them.
//
//     struct MyAnswers {                                   // a header-only program
//         Answer<Ratio> number(Term) { return 522688.65_dec / 527470.55_dec; }
//         Answer<bool> holds(Term) { return true; }
//         Answer<std::string> text(Term) { return "无结余"; }
//         Answer<std::vector<TargetRow>> rows(Term) { return std::vector<TargetRow>{}; }
//         Answer<Assessment> assessment(const Indicator&) { return Assessment{2_dec, "按制度执行"}; }
//     };
//     MyAnswers my_answers;
//     Result<ScoreSheet> sheet = score(rubric, my_answers);
//
// The same scoring runs on C++ callables and on the compiled expressions of a rubric file.
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>
#include <heng/result.hpp>
#include <heng/rubric/indicator.hpp>
#include <heng/rubric/term.hpp>
#include <heng/rule/targets.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng {

/// The reason why a term has no value. A zero denominator is not always an error: the rule may say
/// what it is worth.
struct Unanswered {
    enum class Why : std::uint8_t { error, zero_denominator };

    Why why = Why::error;
    Error error;
};

/// The answer to a term: its value, or the reason why it has none.
template <class T>
using Answer = tl::expected<T, Unanswered>;

/// A target record (绩效目标): its numbers, and its words for the sheet.
struct TargetRow {
    std::string name;
    std::string block{};             ///< such as 产出/数量; may be empty
    std::string unit{};              ///< may be empty
    std::string target_text{};       ///< as written
    std::string actual_text{};       ///< as written
    std::string reason{};            ///< why the target was missed; may be empty
    std::optional<Decimal> points{}; ///< its own points, if the record gives them
    Target numbers{};
};

/// A score that a person gave, and the reason.
struct Assessment {
    Decimal score;
    std::string reason;
    std::vector<std::string> evidence{};
};

/// `assessment` gives the score of an assessed indicator, or of one whose band has a range of
/// scores. Answers that need to know the band for it also have
/// `Answer<Assessment> assessment(leaf, band, measure)`, which is asked of such a band instead.
///
/// Answers with units (units.hpp) also have `bool weighs_units(leaf)`, whether the leaf is scored
/// unit by unit, and for such a leaf `Answer<ByUnits> by_units(leaf)`.
template <class A>
concept Answers = requires(A& answers, Term term, const Indicator& indicator) {
    { answers.number(term) } -> std::same_as<Answer<Ratio>>;
    { answers.holds(term) } -> std::same_as<Answer<bool>>;
    { answers.text(term) } -> std::same_as<Answer<std::string>>;
    { answers.rows(term) } -> std::same_as<Answer<std::vector<TargetRow>>>;
    { answers.assessment(indicator) } -> std::same_as<Answer<Assessment>>;
};

} // namespace heng
