// SPDX-License-Identifier: Apache-2.0
//
// Facts that would tell a surviving mutant from the rubric, looked for among those of the tests
// with one value changed: a count of one more, a rate at a threshold or between two, a flag turned.
//
//     WitnessSearch search{compiled, tests, facts, work};
//     search.find(mutant, {Ratio{0.1_dec}, Ratio{0.11_dec}})
//     // {"base", "budget.added", "105 万元"}: the test with this fact in the place of its own
//
// What is found is a proof, since both were scored; where nothing is, there may be some all the
// same. How many scorings a search may make is bounded, and those of all searches together.
#pragma once

#include "feel/call_budget.hpp"
#include "rubric_test/judge.hpp"
#include "rubric_test/tests_document.hpp"

#include <heng/number/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::rubric_test {

struct Witness {
    std::string test;
    std::string path;
    std::string value;
};

class WitnessSearch {
  public:
    WitnessSearch(const document::CompiledRubric& compiled, const TestsDocument& tests,
                  const std::vector<Result<Loaded>>& facts, feel::CallBudget work)
        : compiled_(compiled), tests_(tests), facts_(facts), work_(std::move(work)) {}

    /// `constants` are values at which the two may differ.
    [[nodiscard]] std::optional<Witness> find(const document::CompiledRubric& mutant,
                                              const std::vector<Ratio>& constants);

  private:
    [[nodiscard]] std::optional<Witness> find_in(std::size_t test,
                                                 const document::CompiledRubric& mutant,
                                                 const std::vector<Ratio>& constants);
    [[nodiscard]] std::optional<Witness> find_assessed(std::size_t test,
                                                       const facts::LoadedFacts& facts,
                                                       const document::CompiledRubric& mutant,
                                                       const std::vector<Ratio>& constants);
    [[nodiscard]] std::vector<feel::Value> candidates(const facts::LoadedFacts& facts,
                                                      std::size_t slot,
                                                      const std::vector<Ratio>& constants) const;
    [[nodiscard]] std::string shown(const feel::Value& value, std::size_t slot) const;

    const document::CompiledRubric& compiled_;
    const TestsDocument& tests_;
    const std::vector<Result<Loaded>>& facts_;
    feel::CallBudget work_; ///< of all searches
    std::size_t spent_ = 0; ///< scorings
    std::size_t most_ = 0;  ///< at which this search ends
};

} // namespace heng::detail::rubric_test
