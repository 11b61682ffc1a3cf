// SPDX-License-Identifier: Apache-2.0
//
// Answers of a rubric's terms from tables, for tests of scoring alone.
//
//     TableAnswers table;
//     table.numbers[Term{0}] = Ratio{1, 3};
#pragma once

#include <heng/score/answers.hpp>

#include <map>
#include <string>
#include <vector>

namespace heng::test {

/// Terms are answered from tables; what stands in none is an error.
struct TableAnswers {
    std::map<Term, Ratio> numbers;
    std::map<Term, bool> truths;
    std::map<Term, std::string> texts;
    std::vector<TargetRow> targets;
    std::map<std::string, Assessment> assessments;
    bool zero_denominator = false;

    static std::string words_of(Term term) {
        return "term " + std::to_string(static_cast<unsigned>(term));
    }
    static std::string words_of(const std::string& id) { return id; }

    template <class Table, class Key>
    auto find(const Table& table, const Key& key) const -> Answer<typename Table::mapped_type> {
        const auto found = table.find(key);
        if (found == table.end()) {
            Unanswered missing;
            missing.why =
                zero_denominator ? Unanswered::Why::zero_denominator : Unanswered::Why::error;
            missing.error.code = "test.missing";
            missing.error.message = words_of(key);
            return tl::unexpected{missing};
        }
        return found->second;
    }
    Answer<Ratio> number(Term term) { return find(numbers, term); }
    Answer<bool> holds(Term term) { return find(truths, term); }
    Answer<std::string> text(Term term) { return find(texts, term); }
    Answer<std::vector<TargetRow>> rows(Term) { return targets; }
    Answer<Assessment> assessment(const Indicator& indicator) {
        return find(assessments, indicator.id);
    }
};

} // namespace heng::test
