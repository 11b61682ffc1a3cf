// SPDX-License-Identifier: Apache-2.0
//
// Tries every mutant of a rubric on its tests, all of which pass on the rubric itself.
//
//     MutationRun run{root, compiled, tests, facts, limits, work};
//     const auto mutants = run.run(mutations(root, compiled, most));
//
// A mutant is loaded once; facts are read anew only where the change may have to do with reading
// them. The test that noticed the last mutant is tried first.
#pragma once

#include "feel/call_budget.hpp"
#include "rubric_test/judge.hpp"
#include "rubric_test/mutations.hpp"
#include "rubric_test/tests_document.hpp"
#include "rubric_test/witness.hpp"

#include <heng/rubric_test/rubric_test.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::rubric_test {

class MutationRun {
  public:
    /// `facts` are those of the tests, read for the rubric.
    MutationRun(json::Json root, const document::CompiledRubric& compiled,
                const TestsDocument& tests, const std::vector<Result<Loaded>>& facts,
                const Limits& limits, feel::CallBudget work);

    /// The fate of each, in the same order; not yet which are accepted. The error limit.mutants
    /// where they cost more than TestOptions::most_work.
    [[nodiscard]] Result<std::vector<Mutant>> run(const std::vector<Mutation>& all);

  private:
    [[nodiscard]] Error too_much(std::size_t tried, std::size_t all) const;
    [[nodiscard]] Mutant try_one(const Mutation& mutation);
    [[nodiscard]] LoadedRubric load(const Mutation& mutation) const;
    [[nodiscard]] std::optional<std::string> noticed_by(const Mutation& mutation,
                                                        const document::CompiledRubric& mutant);
    void tell(const Mutation& mutation, const document::CompiledRubric& loaded, Mutant& mutant);
    [[nodiscard]] std::string in_general(const Telling& telling) const;

    const document::CompiledRubric& compiled_;
    const TestsDocument& tests_;
    const std::vector<Result<Loaded>>& facts_;
    Limits limits_;
    Tree rubric_; ///< without what is not scored
    feel::CallBudget work_;
    WitnessSearch witnesses_;
    std::size_t last_ = 0; ///< the test that noticed the last mutant
};

} // namespace heng::detail::rubric_test
