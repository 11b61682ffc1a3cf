// SPDX-License-Identifier: Apache-2.0
#include "base/text/speech.hpp"
#include "rubric_test/messages.hpp"
#include "rubric_test/mutation_run.hpp"
#include "rubric_test/same.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace heng::detail::rubric_test {
namespace {

constexpr std::int64_t share_of_witnesses = 4; ///< what finding them may cost besides

/// The texts for people, which a mutant need not read.
void strip(Tree* indicators) {
    if (indicators != nullptr) {
        for (Tree& each : indicators->children) {
            each.remove({"source"});
            strip(each.find("indicators"));
        }
    }
}

} // namespace

MutationRun::MutationRun(json::Json root, const document::CompiledRubric& compiled,
                         const TestsDocument& tests, const std::vector<Result<Loaded>>& facts,
                         const Limits& limits, feel::CallBudget work)
    : compiled_(compiled),
      tests_(tests),
      facts_(facts),
      limits_(limits),
      rubric_(Tree::of(root)),
      work_(std::move(work)),
      witnesses_(compiled, tests, facts, work_.part(work_.left() / share_of_witnesses)) {
    rubric_.remove({"tests"});
    rubric_.remove({"equivalent"});
    rubric_.remove({"source"});
    strip(rubric_.find("indicators"));
}

Result<std::vector<Mutant>> MutationRun::run(const std::vector<Mutation>& all) {
    std::vector<Mutant> mutants;
    const auto bytes = static_cast<std::int64_t>(rubric_.document().text().size());
    if (bytes > work_.left() / (static_cast<std::int64_t>(all.size()) + 1)) {
        return Failure{too_much(0, all.size())};
    }
    mutants.reserve(all.size());
    for (const Mutation& mutation : all) {
        work_.spend(bytes);
        mutants.push_back(try_one(mutation));
        if (work_.is_spent()) { // the last one may have been cut short
            return Failure{too_much(mutants.size() - 1, all.size())};
        }
    }
    return mutants;
}

Error MutationRun::too_much(std::size_t tried, std::size_t all) const {
    const std::string done = std::to_string(tried);
    const std::string mutants = std::to_string(all);
    const std::string tests = std::to_string(tests_.trials.size());
    return in_language(text::error_of(Status::limit_exceeded, "limit.mutants",
                                      say::too_much_work(mutants, tests, done), say::less_work),
                       compiled_.rubric.language);
}

Mutant MutationRun::try_one(const Mutation& mutation) {
    Mutant mutant{mutation.name, mutation.pointer};
    const LoadedRubric loaded = load(mutation);
    if (!loaded) {
        mutant.fate = MutantFate::stillborn;
    } else if (scores_the_same(mutation, compiled_.rubric, loaded->rubric)) {
        mutant.fate = MutantFate::same;
    } else if (auto test = noticed_by(mutation, *loaded)) {
        mutant.fate = MutantFate::killed;
        mutant.note = std::move(*test);
    } else {
        tell(mutation, *loaded, mutant);
    }
    return mutant;
}

LoadedRubric MutationRun::load(const Mutation& mutation) const {
    for (const std::vector<Edit>& edits : mutation.edits) {
        Tree changed = rubric_;
        for (const Edit& edit : edits) {
            changed.place(edit.path) = edit.value;
        }
        if (auto loaded = load_rubric(changed.document(), limits_)) {
            return *loaded;
        }
    }
    return nullptr;
}

std::optional<std::string> MutationRun::noticed_by(const Mutation& mutation,
                                                   const document::CompiledRubric& mutant) {
    const std::size_t count = tests_.trials.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t which = (last_ + i) % count;
        const Trial& trial = tests_.trials[which];
        if (work_.is_spent()) {
            break;
        }
        if (mutation.reads_facts_anew && trial.facts) {
            work_.spend(static_cast<std::int64_t>(trial.facts->text().size()));
        }
        const Outcome outcome =
            mutation.reads_facts_anew
                ? scored(mutant, load_facts(mutant, trial.facts, limits_), work_)
                : scored(mutant, facts_[which], work_);
        if (!differences(trial.expect, outcome).empty()) {
            last_ = which;
            return trial.name;
        }
    }
    return std::nullopt;
}

/// An example where one is found: the facts of a test with one change.
void MutationRun::tell(const Mutation& mutation, const document::CompiledRubric& loaded,
                       Mutant& mutant) {
    const text::Speech words{compiled_.rubric.language};
    const bool reading = mutation.pointer.starts_with("/inputs/"); // which values are never scored
    const auto found = reading ? std::nullopt : witnesses_.find(loaded, mutation.telling.constants);
    if (!found) {
        mutant.note = in_general(mutation.telling);
        return;
    }
    const std::string change = found->path + " = " + found->value;
    mutant.refuted = true;
    mutant.note = words(say::test_would_tell(found->test, change));
}

std::string MutationRun::in_general(const Telling& telling) const {
    const text::Speech words{compiled_.rubric.language};
    switch (telling.how) {
    case Telling::How::on_edge:
        return words(say::edge_would_tell);
    case Telling::How::between:
        return words(say::value_would_tell(telling.from, telling.to));
    case Telling::How::reach:
        return words(say::reach_would_tell);
    case Telling::How::other:
        break;
    }
    return {};
}

} // namespace heng::detail::rubric_test
