// SPDX-License-Identifier: Apache-2.0
//
// What a document costs: the workload that other engines were measured on (30 indicators in 9
// groups, 2,000 documents), one thread. items_per_second counts documents.
//
//     score_benchmark --benchmark_repetitions=5
#include "support/facts_text.hpp"
#include "support/files.hpp"

#include <heng/document/render.hpp>
#include <heng/document/scoring.hpp>

#include <benchmark/benchmark.h>
#include <map>
#include <string>
#include <vector>

namespace heng::benchmarks {
namespace {

const RubricDocument& rubric() {
    static const RubricDocument loaded =
        RubricDocument::parse(test::file("tests/cases/peer-workload/rubric.json")).value();
    return loaded;
}

const std::vector<std::string>& texts() {
    static const std::vector<std::string> made = [] {
        const auto rows = test::comma_separated("tests/cases/peer-workload/facts.csv");
        std::vector<std::string> documents;
        for (std::size_t row = 1; row < rows.size(); ++row) {
            std::map<std::string, std::string> facts;
            for (std::size_t i = 2; i < rows[0].size(); ++i) {
                facts[rows[0][i]] = rows[row][i];
            }
            documents.push_back(test::facts_text(facts));
        }
        return documents;
    }();
    return made;
}

const std::vector<Facts>& documents() {
    static const std::vector<Facts> read = [] {
        std::vector<Facts> facts;
        for (const std::string& text : texts()) {
            facts.push_back(Facts::parse(rubric(), text).value());
        }
        return facts;
    }();
    return read;
}

/// Runs `work` on one document after the other.
template <class Work>
void each_document(benchmark::State& state, const Work& work) {
    std::size_t at = 0;
    documents();
    for (auto _ : state) { // NOLINT(clang-analyzer-deadcode.DeadStores)
        work(at);
        at = at + 1 < texts().size() ? at + 1 : 0;
    }
    state.SetItemsProcessed(state.iterations());
}

void score_with_sentences(benchmark::State& state) {
    each_document(state, [](std::size_t at) {
        benchmark::DoNotOptimize(score(rubric(), documents()[at]).value().total);
    });
}

void text_to_facts(benchmark::State& state) {
    each_document(state, [](std::size_t at) {
        benchmark::DoNotOptimize(Facts::parse(rubric(), texts()[at]).value());
    });
}

void text_to_sheet_json(benchmark::State& state) {
    each_document(state, [](std::size_t at) {
        const Facts facts = Facts::parse(rubric(), texts()[at]).value();
        benchmark::DoNotOptimize(to_json(score(rubric(), facts).value(), rubric(), facts));
    });
}

BENCHMARK(score_with_sentences);
BENCHMARK(text_to_facts);
BENCHMARK(text_to_sheet_json);

} // namespace
} // namespace heng::benchmarks

BENCHMARK_MAIN();
