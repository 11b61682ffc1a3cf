// SPDX-License-Identifier: Apache-2.0
//
// What the explained sheet of a document costs, part by part: the peer workload, one thread. Times
// are of one document.
//
//     sheet_benchmark            a table (Google Benchmark's flags work: --benchmark_filter=facts)
//     sheet_benchmark --check    only that the sheets have the expected totals, as CTest runs it
//
// Each way goes further than the one before, since what a step finds in the cache is what the step
// before has left there: tree, the JSON text as a tree; facts, what it says of the rubric's inputs;
// scores, by the engine; sentences, the sheet with them and with what each item read; digest, the
// SHA-256 of the facts' canonical form, too; written, sheet/1 with that digest.
#include "base/digest.hpp"
#include "base/json/canonical.hpp"
#include "facts/loaded_facts.hpp"
#include "peer_forms.hpp"
#include "scoring/scoring.hpp"

#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

namespace heng::benchmarks {
namespace {

/// Runs `work(i)` for all documents; the time is that of one.
template <class Work>
void add(const char* name, const Work& work) {
    benchmark::RegisterBenchmark(name, [work](benchmark::State& state) {
        const auto documents = static_cast<benchmark::IterationCount>(peer().size());
        while (state.KeepRunningBatch(documents)) {
            for (std::size_t i = 0; i < peer().size(); ++i) {
                auto made = work(i);
                benchmark::DoNotOptimize(made);
            }
        }
    });
}

Facts facts_of(std::size_t i) {
    return Facts::parse(peer().rubric, peer().texts[i]).value();
}

std::string sheet_of(std::size_t i) {
    const Facts facts = facts_of(i);
    return to_json(score(facts).value(), facts);
}

void check() {
    for (std::size_t i = 0; i < peer().size(); ++i) {
        const std::string wanted = "\n  \"total\": \"" + peer().answer(i, "total") + "\",";
        if (sheet_of(i).find(wanted) == std::string::npos) {
            refuse("sheet " + std::to_string(i) + " has another total");
        }
    }
}

std::string digest_of(const Facts& facts) {
    return detail::base::digest_of(detail::json::canonical_of(facts.loaded().json.root()));
}

void add_all() {
    add("sheet/tree",
        [](std::size_t i) { return detail::json::JsonDocument::parse(peer().texts[i], Limits{}); });
    add("sheet/facts", facts_of);
    add("sheet/scores", [](std::size_t i) {
        const Facts facts = facts_of(i);
        return detail::scoring::score_unexplained(peer().rubric.compiled(), facts.loaded());
    });
    add("sheet/sentences", [](std::size_t i) {
        const Facts facts = facts_of(i);
        return score(facts);
    });
    add("sheet/digest", [](std::size_t i) {
        const Facts facts = facts_of(i);
        const auto sheet = score(facts);
        return digest_of(facts);
    });
    add("sheet/written", sheet_of);
}

} // namespace
} // namespace heng::benchmarks

int main(int argc, char** argv) {
    return heng::benchmarks::run_benchmarks(argc, argv, heng::benchmarks::check,
                                            heng::benchmarks::add_all);
}
