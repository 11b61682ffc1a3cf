// SPDX-License-Identifier: Apache-2.0
//
// Facts made up for a rubric: values to try for each input, the facts of a choice, and the facts/1
// document that would be read as those.
//
//     SampleFacts sample{compiled, json};
//     sample.candidates(slot, domain, {Ratio{1, 2}})      // 0, 1, 0.5, 2, 100 … inside the domain
//     sample.facts(slots)                                 // to be scored
//     sample.document(slots)                              // {"heng":"facts/1", …}
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/abstract.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace heng::detail::lint {

class SampleFacts {
  public:
    /// `json` is a document of any kind, for the places of errors that nobody asks for.
    SampleFacts(const document::CompiledRubric& compiled, const json::JsonDocument& json);

    /// Small values of an input that lie in `domain`, the simplest first; `near` are numbers around
    /// which something changes, `texts` and `days` constants that it is compared with.
    [[nodiscard]] std::vector<feel::Value> candidates(feel::SlotId slot,
                                                      const feel::Abstract& domain,
                                                      std::span<const feel::Value> near) const;
    /// An ordinary value for every input.
    [[nodiscard]] const std::vector<feel::Value>& ordinary() const { return ordinary_; }
    /// Facts with these values, and every assessment given.
    [[nodiscard]] facts::LoadedFacts facts(std::span<const feel::Value> slots) const;
    /// The facts/1 document that says the same, in one line.
    [[nodiscard]] json::JsonDocument document(std::span<const feel::Value> slots) const;

  private:
    [[nodiscard]] feel::Value ordinary_value(const document::Input& input, feel::SlotId slot) const;
    [[nodiscard]] std::vector<feel::Value> records(const document::Input& list,
                                                   std::span<const feel::Value> near) const;
    [[nodiscard]] TargetRow target_row(feel::SlotId slot) const;
    [[nodiscard]] std::optional<std::string> assessed(const Indicator& leaf,
                                                      std::span<const feel::Value> slots) const;

    const document::CompiledRubric& compiled_;
    facts::LoadedFacts base_; ///< without values
    std::vector<feel::Value> ordinary_;
};

} // namespace heng::detail::lint
