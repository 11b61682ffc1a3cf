// SPDX-License-Identifier: Apache-2.0
//
// What the calls of the C ABI cost: the peer workload, one document after the other, one thread.
// Times are of one document.
//
//     doors_benchmark            a table (Google Benchmark's flags work: --benchmark_filter=scorer)
//     doors_benchmark --check    only that each way gives the expected totals, as CTest runs it
//
// Ways: load, heng_facts_load and freed; score, heng_score of facts that are loaded, and freed;
// total, from text to heng_sheet_total, and all freed; json, the same with heng_sheet_json; scorer,
// heng_scorer_score; mixed, the same on documents whose members are in an order of their own.
#include "peer_forms.hpp"

#include <heng.h>
#include <memory>
#include <string_view>

namespace heng::benchmarks {
namespace {

struct Free {
    void operator()(heng_rubric* object) const { heng_rubric_free(object); }
    void operator()(heng_facts* object) const { heng_facts_free(object); }
    void operator()(heng_sheet* object) const { heng_sheet_free(object); }
    void operator()(heng_scorer* object) const { heng_scorer_free(object); }
};

template <class T>
using Owned = std::unique_ptr<T, Free>;

void demand(heng_status status, const char* call) {
    if (status != HENG_OK) {
        refuse(std::string{call} + " failed");
    }
}

const heng_rubric* rubric() {
    static const Owned<heng_rubric> made = [] {
        const std::string_view text = peer().rubric.text();
        heng_rubric* loaded = nullptr;
        demand(heng_rubric_load(text.data(), text.size(), &loaded, nullptr), "heng_rubric_load");
        return Owned<heng_rubric>{loaded};
    }();
    return made.get();
}

Owned<heng_facts> load(const std::string& text) {
    heng_facts* facts = nullptr;
    demand(heng_facts_load(rubric(), text.data(), text.size(), &facts, nullptr), "heng_facts_load");
    return Owned<heng_facts>{facts};
}

Owned<heng_sheet> score_facts(const heng_facts* facts) {
    heng_sheet* sheet = nullptr;
    demand(heng_score(rubric(), facts, &sheet, nullptr), "heng_score");
    return Owned<heng_sheet>{sheet};
}

const std::vector<Owned<heng_facts>>& all_facts() {
    static const auto made = [] {
        std::vector<Owned<heng_facts>> facts;
        for (const std::string& text : peer().texts) {
            facts.push_back(load(text));
        }
        return facts;
    }();
    return made;
}

Owned<heng_scorer> scorer() {
    heng_scorer* made = nullptr;
    demand(heng_scorer_new(rubric(), nullptr, &made, nullptr), "heng_scorer_new");
    return Owned<heng_scorer>{made};
}

std::int64_t scored(heng_scorer* scorer, const std::string& text) {
    heng_total total{};
    total.struct_size = sizeof total;
    demand(heng_scorer_score(scorer, text.data(), text.size(), &total, nullptr),
           "heng_scorer_score");
    return total.total;
}

std::string total_of(const std::string& text) {
    const auto facts = load(text);
    const auto sheet = score_facts(facts.get());
    return heng_sheet_total(sheet.get());
}

std::size_t json_of(const std::string& text, std::string* kept = nullptr) {
    const auto facts = load(text);
    const auto sheet = score_facts(facts.get());
    std::size_t length = 0;
    const char* const json = heng_sheet_json(sheet.get(), &length);
    if (kept != nullptr) {
        *kept = json;
    }
    return length;
}

// ------------------------------------------------------------------ each gives what is expected

void expect(const char* way, std::size_t document, std::string_view total) {
    if (total != peer().answer(document, "total")) {
        refuse(std::string{way} + ": document " + std::to_string(document) + " has the total " +
               peer().answer(document, "total") + ", not " + std::string{total});
    }
}

void check() {
    const auto alike = scorer();
    const auto mixed = scorer();
    for (std::size_t i = 0; i < peer().size(); ++i) {
        expect("total", i, total_of(peer().texts[i]));
        expect("score", i, heng_sheet_total(score_facts(all_facts()[i].get()).get()));
        expect("scorer", i, test::hundredths_text(scored(alike.get(), peer().texts[i])));
        expect("scorer, mixed", i, test::hundredths_text(scored(mixed.get(), mixed_texts()[i])));
        std::string json;
        (void)json_of(peer().texts[i], &json);
        if (json.find("\"total\": \"" + peer().answer(i, "total") + '"') == std::string::npos) {
            expect("json", i, json);
        }
    }
}

/// The time is that of one document.
template <class Work>
void add_way(const char* name, const Work& work) {
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

void add() {
    add_way("c abi/load", [](std::size_t i) { return load(peer().texts[i]); });
    add_way("c abi/score", [](std::size_t i) { return score_facts(all_facts()[i].get()); });
    add_way("c abi/total", [](std::size_t i) { return total_of(peer().texts[i]); });
    add_way("c abi/json", [](std::size_t i) { return json_of(peer().texts[i]); });
    static const auto alike = scorer();
    static const auto mixed = scorer();
    add_way("c abi/scorer", [](std::size_t i) { return scored(alike.get(), peer().texts[i]); });
    add_way("c abi/scorer, mixed",
            [](std::size_t i) { return scored(mixed.get(), mixed_texts()[i]); });
}

} // namespace
} // namespace heng::benchmarks

int main(int argc, char** argv) {
    using namespace heng::benchmarks;
    return run_benchmarks(argc, argv, check, add);
}
