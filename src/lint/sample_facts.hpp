// SPDX-License-Identifier: Apache-2.0
//
// Facts made up for a rubric: values to try for each input, and the facts/1 document of a choice.
//
//     SampleFacts sample{compiled};
//     sample.candidates(slot, domain, {Ratio{1, 2}})      // 0, 1, 0.5, 2, 100 … inside the domain
//     sample.document(slots)                              // {"heng":"facts/1", …}
#pragma once

#include "document/compiled_rubric.hpp"
#include "feel/abstract.hpp"

#include <span>
#include <string>
#include <vector>

namespace heng::linting {

class SampleFacts {
  public:
    explicit SampleFacts(const document::CompiledRubric& compiled);

    /// Small values of an input that lie in `domain`, the simplest first; `near` are numbers around
    /// which something changes, `texts` and `days` constants that it is compared with.
    [[nodiscard]] std::vector<feel::Value> candidates(feel::SlotId slot,
                                                      const feel::Abstract& domain,
                                                      std::span<const feel::Value> near) const;
    /// An ordinary value for every input.
    [[nodiscard]] const std::vector<feel::Value>& ordinary() const { return ordinary_; }
    /// The facts/1 document with these values, in one line, with every assessment given.
    [[nodiscard]] std::string document(std::span<const feel::Value> slots) const;

  private:
    [[nodiscard]] feel::Value ordinary_value(const document::Input& input, feel::SlotId slot) const;
    [[nodiscard]] std::vector<feel::Value> records(const document::Input& list,
                                                   std::span<const feel::Value> near) const;
    [[nodiscard]] std::string target_points(feel::SlotId slot) const;

    const document::CompiledRubric& compiled_;
    std::vector<feel::Value> ordinary_;
};

} // namespace heng::linting
