// SPDX-License-Identifier: Apache-2.0
//
// How cost grows with a rubric, from 10 to 10,000 indicators, and with a document: facts that the
// rubric does not read, elements of a list, target rows. Times are of one document, or of one load.
//
//     growth_benchmark             a table
//     growth_benchmark --check     only that the rubrics of each size load and give the same totals
#include "batch/kernel/kernel.hpp"
#include "facts/loaded_facts.hpp"
#include "growth_rubric.hpp"
#include "main.hpp"
#include "scoring/scoring.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/lint/lint.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <optional>

namespace heng::benchmarks {
namespace {

constexpr std::array<std::size_t, 4> sizes{10, 100, 1'000, 10'000};
constexpr std::size_t documents = 16;
constexpr std::size_t lines_in_batch = detail::kernel::most_rows; ///< the documents over and over

RubricDocument loaded(const std::string& text) {
    auto rubric = RubricDocument::parse(text);
    if (!rubric) {
        std::cerr << rubric.error() << '\n';
        refuse("a rubric does not load");
    }
    return *std::move(rubric);
}

Facts facts_of(const RubricDocument& rubric, const std::string& text) {
    auto facts = Facts::parse(rubric, text);
    if (!facts) {
        std::cerr << facts.error() << '\n';
        refuse("facts do not load");
    }
    return *std::move(facts);
}

/// A rubric, and documents for it in each form.
struct Sized {
    RubricDocument rubric;
    std::vector<std::string> texts;
    std::string lines;
    std::vector<Facts> facts;
    std::unique_ptr<const detail::kernel::Kernel> kernel;

    Sized(const std::string& rubric_text, std::vector<std::string> documents_text)
        : rubric{loaded(rubric_text)},
          texts{std::move(documents_text)},
          kernel{detail::kernel::Kernel::of(rubric.compiled())} {
        for (const std::string& text : texts) {
            facts.push_back(facts_of(rubric, text));
        }
        for (std::size_t i = 0; i < lines_in_batch; ++i) {
            lines += texts[i % documents] + '\n';
        }
    }
};

const Sized& sized(std::size_t indicators) {
    static std::map<std::size_t, std::unique_ptr<Sized>> made;
    std::unique_ptr<Sized>& own = made[indicators];
    if (!own) {
        std::vector<std::string> texts;
        Chance chance;
        for (std::size_t i = 0; i < documents; ++i) {
            texts.push_back(growth_facts(indicators, chance));
        }
        own = std::make_unique<Sized>(growth_rubric(indicators), std::move(texts));
    }
    return *own;
}

/// 10 indicators, and as many facts that the rubric does not read.
const Sized& unread(std::size_t facts) {
    static std::map<std::size_t, std::unique_ptr<Sized>> made;
    std::unique_ptr<Sized>& own = made[facts];
    if (!own) {
        std::string more;
        for (std::size_t i = 0; i < facts; ++i) {
            more += (i == 0 ? R"(,"other":{"k)" : R"(,"k)") + std::to_string(i) +
                    "\":" + std::to_string(i * 37 % 10'007) + ".25";
        }
        more += facts == 0 ? "" : "}";
        std::vector<std::string> texts;
        Chance chance;
        for (std::size_t i = 0; i < documents; ++i) {
            texts.push_back(growth_facts(10, chance, more));
        }
        own = std::make_unique<Sized>(growth_rubric(10), std::move(texts));
    }
    return *own;
}

const Sized& listed(std::size_t rows) {
    static std::map<std::size_t, std::unique_ptr<Sized>> made;
    std::unique_ptr<Sized>& own = made[rows];
    if (!own) {
        std::vector<std::string> texts;
        Chance chance;
        for (std::size_t i = 0; i < documents; ++i) {
            texts.push_back(growth_list(rows, chance));
        }
        own = std::make_unique<Sized>(std::string{list_rubric}, std::move(texts));
    }
    return *own;
}

/// One indicator of many target rows, as a form has them.
const Sized& targeted(std::size_t rows) {
    static std::map<std::size_t, std::unique_ptr<Sized>> made;
    std::unique_ptr<Sized>& own = made[rows];
    if (!own) {
        std::vector<std::string> texts;
        Chance chance;
        for (std::size_t i = 0; i < documents; ++i) {
            texts.push_back(growth_targets(rows, chance));
        }
        own = std::make_unique<Sized>(std::string{targets_rubric}, std::move(texts));
    }
    return *own;
}

/// One indicator of many bands, and measures that fall into any of them.
const Sized& banded(std::size_t bands) {
    static std::map<std::size_t, std::unique_ptr<Sized>> made;
    std::unique_ptr<Sized>& own = made[bands];
    if (!own) {
        std::string rubric = R"({"heng": "rubric/1", "id": "bands", "title": "bands",
            "basis": "local", "source": "made", "points": "10",
            "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf"]},
            "inputs": {"x": {"type": "number"}}, "indicators": [{"id": "i", "name": "i",
            "points": "10", "measure": "x", "rule": {"kind": "bands", "bands": [)";
        for (std::size_t i = bands - 1; i > 0; --i) {
            rubric += R"({"in": ">= )" + std::to_string(i) + R"(", "score": )" +
                      std::to_string(i % 11) + "}, ";
        }
        std::vector<std::string> texts;
        Chance chance;
        for (std::size_t i = 0; i < documents; ++i) {
            const auto most = static_cast<std::int64_t>(bands);
            texts.push_back(R"({"heng":"facts/1","data":{"x":)" +
                            std::to_string(chance.up_to(most)) + "}}");
        }
        own = std::make_unique<Sized>(rubric + R"({"in": "-", "score": 0}]}}]})", std::move(texts));
    }
    return *own;
}

// ------------------------------------------------------------------ ways

/// Calls `take(line)` for each.
template <class Take>
void score_text_lines(const Sized& work, const Take& take) {
    std::string_view rest = work.lines;
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min(buffer.size(), rest.size());
        std::memcpy(buffer.data(), rest.data(), size);
        rest.remove_prefix(size);
        return size;
    };
    const auto sink = [&](const BatchLine& line) {
        take(line);
        return true;
    };
    if (!score_lines(work.rubric, source, sink)) {
        refuse("a batch failed");
    }
}

/// A block of the same facts over and over, as many rows as the kernel takes.
void fill(const Sized& work, detail::kernel::FactRows& rows) {
    while (!rows.full()) {
        const auto& slots = work.facts[rows.size() % documents].loaded().slots;
        const std::size_t row = rows.add();
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
            const detail::feel::Value& value = slots[slot];
            if (value.is_boolean()) {
                rows.set(slot, row, value.is_true() ? 1 : 0, 0);
            } else {
                const Decimal decimal = value.number().exact_decimal().value();
                rows.set(slot, row, decimal.small_coefficient().value(), decimal.scale());
            }
        }
    }
}

template <class Pass>
void each_pass(benchmark::State& state, std::size_t size, const Pass& pass) {
    while (state.KeepRunningBatch(static_cast<benchmark::IterationCount>(size))) {
        pass();
    }
}

void by_kernel(benchmark::State& state, const Sized& work) {
    detail::kernel::FactRows rows{work.rubric.compiled().inputs.size()};
    detail::kernel::Scores scores{*work.kernel};
    fill(work, rows);
    const auto columns = rows.columns();
    each_pass(state, detail::kernel::most_rows, [&] {
        work.kernel->score(columns, rows.asks(), scores);
        benchmark::DoNotOptimize(scores.totals.data());
        benchmark::ClobberMemory();
    });
}

void by_engine(benchmark::State& state, const Sized& work) {
    each_pass(state, documents, [&] {
        for (const Facts& facts : work.facts) {
            auto sheet = detail::scoring::score_unexplained(work.rubric.compiled(), facts.loaded());
            benchmark::DoNotOptimize(sheet);
        }
    });
}

void batch_line(benchmark::State& state, const Sized& work) {
    each_pass(state, lines_in_batch, [&] {
        score_text_lines(work,
                         [](const BatchLine& line) { benchmark::DoNotOptimize(line.json.data()); });
    });
}

void read_facts(benchmark::State& state, const Sized& work) {
    each_pass(state, documents, [&] {
        for (const std::string& text : work.texts) {
            auto facts = Facts::parse(work.rubric, text);
            benchmark::DoNotOptimize(facts);
        }
    });
}

void whole_sheet(benchmark::State& state, const Sized& work) {
    each_pass(state, documents, [&] {
        for (const std::string& text : work.texts) {
            const Facts facts = Facts::parse(work.rubric, text).value();
            auto sheet = to_json(score(facts).value(), facts);
            benchmark::DoNotOptimize(sheet);
        }
    });
}

void load(benchmark::State& state, const Sized& work) {
    for ([[maybe_unused]] auto _ : state) {
        auto rubric = RubricDocument::parse(work.rubric.text());
        benchmark::DoNotOptimize(rubric);
    }
}

void load_kernel(benchmark::State& state, const Sized& work) {
    for ([[maybe_unused]] auto _ : state) {
        auto kernel = detail::kernel::Kernel::of(work.rubric.compiled());
        benchmark::DoNotOptimize(kernel);
    }
}

void prove(benchmark::State& state, const Sized& work) {
    for ([[maybe_unused]] auto _ : state) {
        auto report = lint(work.rubric.text());
        benchmark::DoNotOptimize(report);
    }
}

// ------------------------------------------------------------------ all ways come to the same

void check_lines(const Sized& work) {
    std::size_t told = 0;
    score_text_lines(work, [&](const BatchLine& line) {
        const Facts& facts = work.facts.at(told++ % documents);
        const auto sheet = score(facts);
        if (!sheet ||
            line.json.find("\"total\":\"" + sheet->total_text() + '"') == std::string_view::npos) {
            std::cerr << line.json.substr(0, 200) << '\n';
            refuse("a line is not what the engine says");
        }
    });
    if (told != lines_in_batch) {
        refuse("a line is missing");
    }
}

void check_kernel(const Sized& work) {
    detail::kernel::FactRows rows{work.rubric.compiled().inputs.size()};
    detail::kernel::Scores scores{*work.kernel};
    fill(work, rows);
    work.kernel->score(rows.columns(), rows.asks(), scores);
    for (std::size_t row = 0; row < documents; ++row) {
        const auto sheet = score(work.facts[row]).value();
        const Points total{Decimal{scores.totals[row], work.kernel->scale()}};
        if (rows.asks()[row] != 0 || total != sheet.total) {
            refuse("the kernel gives " + total.to_string() + ", the engine " + sheet.total_text());
        }
    }
}

void check() {
    for (const std::size_t size : {std::size_t{10}, std::size_t{1'000}}) {
        if (!sized(size).kernel) {
            refuse("the rubric is not for the kernel");
        }
        check_kernel(sized(size));
        check_kernel(banded(size));
        check_lines(sized(size));
        check_lines(unread(size));
        check_lines(listed(size));
        check_lines(targeted(size));
    }
}

using Way = void (*)(benchmark::State&, const Sized&);
using Work = const Sized& (*)(std::size_t);

void add_sizes(const std::string& task, Way way, Work work) {
    for (const std::size_t size : sizes) {
        benchmark::RegisterBenchmark((task + '/' + std::to_string(size)).c_str(),
                                     [=](benchmark::State& state) { way(state, work(size)); });
    }
}

void add() {
    add_sizes("indicators: kernel", by_kernel, sized);
    add_sizes("indicators: engine", by_engine, sized);
    add_sizes("indicators: batch line", batch_line, sized);
    add_sizes("indicators: facts", read_facts, sized);
    add_sizes("indicators: sheet", whole_sheet, sized);
    add_sizes("indicators: load", load, sized);
    add_sizes("indicators: lint", prove, sized);
    add_sizes("indicators: compile for the kernel", load_kernel, sized);
    add_sizes("bands of an indicator: kernel", by_kernel, banded);
    add_sizes("bands of an indicator: engine", by_engine, banded);
    add_sizes("bands of an indicator: load", load, banded);
    add_sizes("unread facts: batch line", batch_line, unread);
    add_sizes("unread facts: facts", read_facts, unread);
    add_sizes("elements of a list: batch line", batch_line, listed);
    add_sizes("elements of a list: facts", read_facts, listed);
    add_sizes("elements of a list: engine", by_engine, listed);
    add_sizes("elements of a list: sheet", whole_sheet, listed);
    add_sizes("target rows: batch line", batch_line, targeted);
    add_sizes("target rows: facts", read_facts, targeted);
    add_sizes("target rows: engine", by_engine, targeted);
    add_sizes("target rows: sheet", whole_sheet, targeted);
}

} // namespace
} // namespace heng::benchmarks

int main(int argc, char** argv) {
    using namespace heng::benchmarks;
    return run_benchmarks(argc, argv, check, add);
}
