// SPDX-License-Identifier: Apache-2.0
//
// The unknown facts of a document, and facts in which they have values.
//
//     const std::vector<Unknown> unknowns = unknowns_of(compiled, loaded);
//     complete(facts, unknowns[0], Candidate{Value::number(Ratio{3})});
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/abstract.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace heng::detail::partial {

struct Unknown {
    /// Of a target record: its target, its actual value, its level (with the rate, where that is
    /// not known either), or the rate of a level that is known.
    enum class Kind : std::uint8_t { input, field, target, actual, level, rate, assessment };

    Kind kind = Kind::input;
    std::string where;
    std::string label;
    feel::SlotId slot = 0;           ///< but of an assessment
    std::size_t record = 0;          ///< of what stands in a record: from 0
    std::string field{};             ///< of a record
    bool alone = true;               ///< of a level: the rate is known
    document::Input declared{};      ///< what it is declared to be
    const Indicator* leaf = nullptr; ///< of an assessment
    bool in_band = false;            ///< of one that is given within the band that holds
};

/// A value that an unknown fact can have; of a list of targets the rows, of a level its row.
struct Candidate {
    feel::Value value{};
    std::vector<TargetRow> rows{};
};

/// Puts a row behind the targets of a form that was cut short, where a leaf that alone scores them
/// by their points has more points than they: what is left, its actual value unknown.
void complete_cut_forms(const document::CompiledRubric& rubric, facts::LoadedFacts& facts);

/// In the order of the rubric's inputs, then of its assessed leaves.
[[nodiscard]] std::vector<Unknown> unknowns_of(const document::CompiledRubric& rubric,
                                               const facts::LoadedFacts& facts);

/// Whether some term of the rubric's tree reads a fact.
class ReadByRubric {
  public:
    explicit ReadByRubric(const document::CompiledRubric& rubric);
    [[nodiscard]] bool operator()(const Unknown& unknown) const {
        return unknown.kind == Unknown::Kind::assessment || read_[unknown.slot];
    }

  private:
    std::vector<bool> read_; ///< by slot
};

/// What each input can be: what it is where it is known, else its domain.
[[nodiscard]] std::vector<feel::Abstract> slots_of(const document::CompiledRubric& rubric,
                                                   const facts::LoadedFacts& facts,
                                                   const std::vector<Unknown>& unknowns);

void complete(facts::LoadedFacts& facts, const Unknown& unknown, const Candidate& value);

/// All of them: `values` has one for each. Linear in the facts.
void complete(facts::LoadedFacts& facts, const std::vector<Unknown>& unknowns,
              const std::vector<const Candidate*>& values);

/// How many records the lists of the facts have.
[[nodiscard]] std::size_t records_of(const facts::LoadedFacts& facts);

/// What copying the facts costs, in steps of FEEL.
[[nodiscard]] std::int64_t steps_of_copy(const facts::LoadedFacts& facts);

/// A value as the witness of an end has it.
[[nodiscard]] std::string text_of(const Candidate& candidate);

} // namespace heng::detail::partial
