// SPDX-License-Identifier: Apache-2.0
//
// The unknown facts of a document, and facts in which they have values.
//
//     const std::vector<Unknown> unknowns = unknowns_of(compiled, loaded);
//     complete(facts, unknowns[0], Candidate{Value::number(Ratio{3})});
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"
#include "feel/abstract.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace heng::partial {

struct Unknown {
    enum class Kind : std::uint8_t { input, field, actual, assessment };

    Kind kind = Kind::input;
    std::string where;
    std::string label;
    feel::SlotId slot = 0;           ///< but of an assessment
    std::size_t record = 0;          ///< of a field or an actual value: from 0
    std::string field{};             ///< of a field
    document::Input declared{};      ///< what it is declared to be
    const Indicator* leaf = nullptr; ///< of an assessment
};

/// A value that an unknown fact can have; of a list of targets the rows.
struct Candidate {
    feel::Value value{};
    std::vector<TargetRow> rows{};
};

/// In the order of the rubric's inputs, then of its assessed leaves.
[[nodiscard]] std::vector<Unknown> unknowns_of(const document::CompiledRubric& rubric,
                                               const document::LoadedFacts& facts);

/// What each input can be: what it is where it is known, else its domain.
[[nodiscard]] std::vector<feel::Abstract> slots_of(const document::CompiledRubric& rubric,
                                                   const document::LoadedFacts& facts,
                                                   const std::vector<Unknown>& unknowns);

void complete(document::LoadedFacts& facts, const Unknown& unknown, const Candidate& value);

/// All of them: `values` has one for each. Linear in the facts.
void complete(document::LoadedFacts& facts, const std::vector<Unknown>& unknowns,
              const std::vector<const Candidate*>& values);

/// How many records the lists of the facts have.
[[nodiscard]] std::size_t records_of(const document::LoadedFacts& facts);

/// What copying the facts costs, in steps of FEEL.
[[nodiscard]] std::int64_t steps_of_copy(const document::LoadedFacts& facts);

/// A value as the witness of an end has it.
[[nodiscard]] std::string text_of(const Candidate& candidate);

} // namespace heng::partial
