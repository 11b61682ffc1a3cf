// SPDX-License-Identifier: Apache-2.0
//
// What documents of the built-in rubrics cost, as departments send them: every fact that is read
// varies, a form has 9 to 40 target rows, and a tenth of them is not plain. One thread; times are
// of one document.
//
//     forms_benchmark            a table (Google Benchmark's flags work: --benchmark_filter=hunan)
//     forms_benchmark --check    only that each way says what the engine says, as CTest runs it
//
// Both print which share of the documents went to the engine. Ways: batch line, of all; plain, of
// those without the tenth; engine, read and scored without the kernel; sheet, with explanations.
#include "batch/line_scorer.hpp"
#include "batch/summary_line.hpp"
#include "form_documents.hpp"
#include "main.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/document/builtin.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <array>
#include <cstdio>
#include <cstring>

namespace heng::benchmarks {
namespace {

constexpr std::size_t documents = 1'000;

/// The documents of a rubric, and all of them as lines.
struct Forms {
    std::vector<std::string> texts{};
    std::string lines{};

    Forms(std::string_view rubric, std::int64_t odd_percent) {
        FormOptions options;
        options.odd_percent = odd_percent;
        FormDocuments forms{rubric, options};
        for (std::size_t i = 0; i < documents; ++i) {
            texts.push_back(forms.next().text);
            lines += texts.back() + '\n';
        }
    }
};

struct Work {
    std::string name;
    RubricDocument rubric;
    Forms mixed;
    Forms plain;

    explicit Work(std::string_view id)
        : name{id}, rubric{builtin(id).value()}, mixed{id, 10}, plain{id, 0} {}
};

const std::vector<Work>& works() {
    static const std::vector<Work> made{form_rubrics.begin(), form_rubrics.end()};
    return made;
}

/// Calls `take(line)` for what comes of each line.
template <class Take>
void score_text_lines(const RubricDocument& rubric, std::string_view text, const Take& take) {
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min(buffer.size(), text.size());
        std::memcpy(buffer.data(), text.data(), size);
        text.remove_prefix(size);
        return size;
    };
    const auto sink = [&](const BatchLine& line) {
        take(line);
        return true;
    };
    if (!score_lines(rubric, source, sink)) {
        refuse("a batch failed");
    }
}

/// How many of the documents the engine scores in a batch.
std::uint64_t by_engine(const RubricDocument& rubric, const Forms& forms) {
    const BatchOptions options;
    const detail::batch::BatchPlan plan{rubric, options};
    detail::batch::LineScorer scorer{plan};
    detail::batch::Block block;
    block.text = forms.lines;
    std::size_t begin = 0;
    for (const std::string& text : forms.texts) {
        block.lines.push_back({block.lines.size() + 1, begin, text.size(), false});
        begin += text.size() + 1;
    }
    detail::batch::LineResults results;
    scorer.score(block, results);
    return scorer.by_engine();
}

std::string percent_of(std::uint64_t count) {
    const std::uint64_t tenths = count * 1'000 / documents;
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " %";
}

void check_lines(const Work& work, const Forms& forms) {
    std::size_t told = 0;
    score_text_lines(work.rubric, forms.lines, [&](const BatchLine& line) {
        const auto wanted =
            detail::batch::summary_line(work.rubric, forms.texts.at(told), line.number, {});
        if (line.json != wanted.json) {
            std::cerr << line.json << '\n' << wanted.json << '\n';
            refuse(work.name + ": a line is not what the engine says");
        }
        ++told;
    });
    if (told != documents) {
        refuse(work.name + ": a line is missing");
    }
}

void check() {
    for (const Work& work : works()) {
        check_lines(work, work.mixed);
        check_lines(work, work.plain);
        std::cerr << work.name << ": " << percent_of(by_engine(work.rubric, work.mixed))
                  << " of the documents went to the engine, "
                  << percent_of(by_engine(work.rubric, work.plain)) << " of the plain ones\n";
    }
}

template <class Pass>
void each_pass(benchmark::State& state, const Pass& pass) {
    while (state.KeepRunningBatch(documents)) {
        pass();
    }
}

void batch_lines(benchmark::State& state, const Work& work, const Forms& forms) {
    each_pass(state, [&] {
        score_text_lines(work.rubric, forms.lines,
                         [](const BatchLine& line) { benchmark::DoNotOptimize(line.json.data()); });
    });
}

void engine_lines(benchmark::State& state, const Work& work) {
    each_pass(state, [&] {
        for (const std::string& text : work.mixed.texts) {
            auto line = detail::batch::summary_line(work.rubric, text, 1, {});
            benchmark::DoNotOptimize(line);
        }
    });
}

/// Documents that are refused have no sheet.
void sheets(benchmark::State& state, const Work& work) {
    each_pass(state, [&] {
        for (const std::string& text : work.plain.texts) {
            const Facts facts = Facts::parse(work.rubric, text).value();
            auto sheet = to_json(score(facts).value(), facts);
            benchmark::DoNotOptimize(sheet);
        }
    });
}

void add() {
    using benchmark::RegisterBenchmark;
    using benchmark::State;
    for (const Work& work : works()) {
        RegisterBenchmark((work.name + "/batch line").c_str(),
                          [&work](State& state) { batch_lines(state, work, work.mixed); });
        RegisterBenchmark((work.name + "/plain").c_str(),
                          [&work](State& state) { batch_lines(state, work, work.plain); });
        RegisterBenchmark((work.name + "/engine").c_str(),
                          [&work](State& state) { engine_lines(state, work); });
        RegisterBenchmark((work.name + "/sheet").c_str(),
                          [&work](State& state) { sheets(state, work); });
    }
}

} // namespace
} // namespace heng::benchmarks

int main(int argc, char** argv) {
    using namespace heng::benchmarks;
    return run_benchmarks(argc, argv, check, add);
}
