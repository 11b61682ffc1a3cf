// SPDX-License-Identifier: Apache-2.0
//
// What scoring costs, beside the same rubric written by hand: the workload that other engines were
// measured on (30 indicators in 9 groups, 2,000 documents), one thread. Times are of one document.
//
//     peer_benchmark            a table (Google Benchmark's flags work: --benchmark_filter=slots)
//     peer_benchmark --check    only that each way gives the expected answers, as CTest runs it
//
// Tasks: slots, facts as documents hold them to totals; columns, the same from arrays; json, JSON
// text to totals, to lines with every score, to sheets; load, a rubric with all of its checks.
#include "batch/plain_facts.hpp"
#include "facts/loaded_facts.hpp"
#include "peer_forms.hpp"
#include "scan.hpp"
#include "scoring/scoring.hpp"

#include <heng/batch/columns.hpp>
#include <heng/batch/json_lines.hpp>
#include <heng/lint/lint.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <cstring>
#include <functional>

namespace heng::benchmarks {
namespace {

using test::PeerScores;
using test::by_hand::Divide;

/// Runs `pass` over all documents; the time is that of one.
template <class Pass>
void each_pass(benchmark::State& state, const Pass& pass) {
    const auto documents = static_cast<benchmark::IterationCount>(peer().size());
    while (state.KeepRunningBatch(documents)) {
        pass();
    }
    state.SetItemsProcessed(state.iterations());
}

template <class T>
void keep(T& value) {
    benchmark::DoNotOptimize(&value);
    benchmark::ClobberMemory();
}

// ------------------------------------------------------------------ slots

/// Calls `take(document, total in hundredths, sure)` for each.
template <Divide divide, class Take>
void slots_by_hand(const Take& take) {
    for (std::size_t i = 0; i < peer().size(); ++i) {
        PeerScores scores;
        const bool sure = test::score_by_hand<divide>(peer().rows[i], scores);
        keep(scores);
        take(i, scores.total, sure);
    }
}

template <class Take>
void slots_in_double(const Take& take) {
    for (std::size_t i = 0; i < peer().size(); ++i) {
        DoubleScores scores;
        score_in_double(double_rows()[i], scores);
        keep(scores);
        take(i, scores.total);
    }
}

struct KernelMemory {
    detail::kernel::FactRows rows{test::peer_facts};
    detail::kernel::Scores scores{*kernel_of_peer()};
};

void gather(const test::PeerCells& cells, detail::kernel::FactRows& rows) {
    rows.set_all(rows.add(), std::span<const test::PeerCell>{cells});
}

/// Slots row by row, gathered into blocks.
template <class Take>
void slots_kernel(KernelMemory& memory, const Take& take) {
    for (std::size_t first = 0; first < peer().size(); first += detail::kernel::most_rows) {
        memory.rows.clear();
        const std::size_t end = std::min(first + detail::kernel::most_rows, peer().size());
        for (std::size_t i = first; i < end; ++i) {
            gather(peer().cells[i], memory.rows);
        }
        kernel_of_peer()->score(memory.rows.columns(), memory.rows.asks(), memory.scores);
        for (std::size_t i = first; i < end; ++i) {
            take(i, memory.scores.totals[i - first], memory.rows.asks()[i - first] == 0);
        }
        keep(memory);
    }
}

const std::vector<Facts>& loaded_facts() {
    static const std::vector<Facts> read = [] {
        std::vector<Facts> facts;
        for (const std::string& text : peer().texts) {
            facts.push_back(Facts::parse(peer().rubric, text).value());
        }
        return facts;
    }();
    return read;
}

template <class Take>
void slots_engine(const Take& take) {
    for (std::size_t i = 0; i < peer().size(); ++i) {
        take(i, detail::scoring::score_unexplained(peer().rubric.compiled(),
                                                   loaded_facts()[i].loaded())
                    .value());
    }
}

// ------------------------------------------------------------------ columns

template <Divide divide, class Take>
void columns_by_hand(const Take& take) {
    std::array<const std::int64_t*, test::peer_facts> columns{};
    for (std::size_t fact = 0; fact < test::peer_facts; ++fact) {
        columns[fact] = peer().columns[fact].data();
    }
    for (std::size_t i = 0; i < peer().size(); ++i) {
        PeerScores scores;
        const bool sure =
            test::score_by_hand<divide>(test::ColumnsByHand{columns.data(), i}, scores);
        keep(scores);
        take(i, scores.total, sure);
    }
}

template <class Take>
void columns_kernel(KernelMemory& memory, const Take& take) {
    std::array<detail::kernel::Column, test::peer_facts> columns{};
    std::array<std::uint8_t, detail::kernel::most_rows> asks{};
    for (std::size_t first = 0; first < peer().size(); first += detail::kernel::most_rows) {
        const std::size_t size = std::min(detail::kernel::most_rows, peer().size() - first);
        for (std::size_t fact = 0; fact < test::peer_facts; ++fact) {
            columns[fact] = {peer().columns[fact].data() + first, nullptr,
                             test::in_hundredths(fact) ? 2 : 0};
        }
        asks = {};
        kernel_of_peer()->score(columns, std::span{asks}.first(size), memory.scores);
        for (std::size_t row = 0; row < size; ++row) {
            take(first + row, memory.scores.totals[row], asks[row] == 0);
        }
        keep(memory);
    }
}

template <class Take>
void columns_call(ColumnsMemory& memory, const Take& take) {
    ScoreColumns to;
    to.totals = memory.totals;
    to.statuses = memory.statuses;
    if (!column_scorer().score(memory.columns, peer().size(), to)) {
        refuse("columns are refused");
    }
    keep(memory);
    for (std::size_t i = 0; i < peer().size(); ++i) {
        take(i, memory.totals[i], memory.statuses[i] == 0);
    }
}

// ------------------------------------------------------------------ JSON

/// Calls `take(line)` for what comes of each line of `text`.
template <class Take>
void score_text_lines(std::string_view text, const Take& take) {
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
    if (!score_lines(peer().rubric, source, sink)) {
        refuse("a batch failed");
    }
}

void json_lines(benchmark::State& state, const std::string& text) {
    each_pass(state, [&] { score_text_lines(text, [](const BatchLine& line) { keep(line); }); });
    state.SetBytesProcessed(state.iterations() *
                            static_cast<std::int64_t>(text.size() / peer().size()));
}

/// Text to facts to totals, without a line of JSON for each: what a program does that only ranks.
template <class Take>
void json_totals(detail::batch::PlainFacts& plain, KernelMemory& memory,
                 const std::vector<std::string>& texts, const Take& take) {
    detail::batch::PlainSubject subject;
    for (std::size_t first = 0; first < texts.size(); first += detail::kernel::most_rows) {
        memory.rows.clear();
        const std::size_t end = std::min(first + detail::kernel::most_rows, texts.size());
        for (std::size_t i = first; i < end; ++i) {
            const std::size_t row = memory.rows.add();
            if (!plain.read(texts[i], {memory.rows, row, subject})) {
                memory.rows.ask(row);
            }
        }
        kernel_of_peer()->score(memory.rows.columns(), memory.rows.asks(), memory.scores);
        for (std::size_t i = first; i < end; ++i) {
            take(i, memory.scores.totals[i - first], memory.rows.asks()[i - first] == 0);
        }
    }
}

detail::batch::PlainFacts plain_facts() {
    return {peer().rubric.compiled(), Limits{}, UnreadFacts::list};
}

void json_total(benchmark::State& state, const std::vector<std::string>& texts) {
    KernelMemory memory;
    detail::batch::PlainFacts plain = plain_facts();
    each_pass(state, [&] {
        json_totals(plain, memory, texts,
                    [](std::size_t, auto total, bool) { benchmark::DoNotOptimize(total); });
    });
}

void json_scan(benchmark::State& state) {
    Scan scan;
    each_pass(state, [&] {
        for (const std::string& text : peer().texts) {
            std::size_t values = scan.values(text);
            benchmark::DoNotOptimize(values);
        }
    });
}

void json_facts(benchmark::State& state) {
    each_pass(state, [] {
        for (const std::string& text : peer().texts) {
            auto facts = Facts::parse(peer().rubric, text);
            benchmark::DoNotOptimize(facts);
        }
    });
}

std::string sheet_text(const std::string& text) {
    const Facts facts = Facts::parse(peer().rubric, text).value();
    return to_json(score(facts).value(), facts);
}

void json_sheet(benchmark::State& state) {
    each_pass(state, [] {
        for (const std::string& text : peer().texts) {
            std::string sheet = sheet_text(text);
            benchmark::DoNotOptimize(sheet);
        }
    });
}

// ------------------------------------------------------------------ loading

void load_rubric(benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) {
        auto rubric = RubricDocument::parse(peer().rubric.text());
        benchmark::DoNotOptimize(rubric);
    }
}

void load_lint(benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) {
        auto report = lint(peer().rubric.text());
        benchmark::DoNotOptimize(report);
    }
}

void load_kernel(benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) {
        auto kernel = detail::kernel::Kernel::of(peer().rubric.compiled());
        benchmark::DoNotOptimize(kernel);
    }
}

// ------------------------------------------------------------------ each gives what is expected

/// Takes totals in hundredths, and refuses one that is not expected.
class Expected {
  public:
    explicit Expected(std::string way) : way_{std::move(way)} {}

    void operator()(std::size_t document, std::int64_t total, bool sure = true) {
        text(document, sure ? test::hundredths_text(total) : "no total");
    }
    void text(std::size_t document, std::string_view total) {
        if (total != peer().answer(document, "total")) {
            refuse(way_ + ": document " + std::to_string(document) + " has the total " +
                   peer().answer(document, "total") + ", not " + std::string{total});
        }
        ++taken_;
    }
    void end() const {
        if (taken_ != peer().size()) {
            refuse(way_ + ": " + std::to_string(taken_) + " documents came out");
        }
    }

  private:
    std::string way_;
    std::size_t taken_ = 0;
};

template <class Way>
void expect(const std::string& name, const Way& way) {
    Expected expected{name};
    way(expected);
    expected.end();
}

void check_leaves_by_hand() {
    for (std::size_t i = 0; i < peer().size(); ++i) {
        PeerScores scores;
        test::score_by_hand(peer().rows[i], scores);
        for (std::size_t leaf = 0; leaf < scores.leaves.size(); ++leaf) {
            const std::string number = std::to_string(leaf + 1);
            const std::string& wanted = peer().answer(i, (leaf + 1 < 10 ? "I0" : "I") + number);
            if (!wanted.empty() && wanted != test::hundredths_text(scores.leaves[leaf])) {
                refuse("by hand: I" + number + " is wrong");
            }
        }
        if (peer().answer(i, "grade") !=
            test::peer_grades.at(static_cast<std::size_t>(scores.grade))) {
            refuse("by hand: a grade is wrong");
        }
    }
}

/// How many totals of a half of the documents double gets wrong.
void count_wrong() {
    std::array<std::size_t, 2> wrong{};
    slots_in_double([&](std::size_t i, double total) {
        const auto hundredths = static_cast<std::int64_t>(std::llround(total * 100));
        if (test::hundredths_text(hundredths) != peer().answer(i, "total")) {
            ++wrong.at(peer().answer(i, "set") == "ties" ? 1 : 0);
        }
    });
    std::cerr << "double gets " << wrong[0] << " of 1000 random totals wrong, and " << wrong[1]
              << " of 1000 ties\n";
    if (wrong[0] > 100 || wrong[1] == 0) { // a mistake of translation, or the tests are not ties
        refuse("double: so many wrong totals are not its own");
    }
}

void check_lines(const std::string& name, const std::string& text) {
    expect(name, [&](Expected& expected) {
        score_text_lines(text, [&](const BatchLine& line) {
            const std::string wanted = "\"total\":\"" + peer().answer(line.number - 1, "total") +
                                       "\",\"grade\":\"" + peer().answer(line.number - 1, "grade") +
                                       '"';
            const bool same = line.json.find(wanted) != std::string_view::npos;
            expected.text(line.number - 1,
                          same ? peer().answer(line.number - 1, "total") : line.json);
        });
    });
}

void check() {
    for (std::size_t i = 0; i < test::peer_facts; ++i) {
        if (peer().rubric.compiled().inputs[i].path != peer().paths[i]) {
            refuse("the facts are in another order than the rubric's inputs");
        }
    }
    check_leaves_by_hand();
    count_wrong();
    expect("slots/floor",
           [](Expected& expected) { slots_by_hand<Divide::narrow>(std::ref(expected)); });
    expect("slots/floor, 128 bits",
           [](Expected& expected) { slots_by_hand<Divide::wide>(std::ref(expected)); });
    expect("columns/floor",
           [](Expected& expected) { columns_by_hand<Divide::narrow>(std::ref(expected)); });
    expect("columns/floor, 128 bits",
           [](Expected& expected) { columns_by_hand<Divide::wide>(std::ref(expected)); });
    expect("slots/engine", [](Expected& expected) {
        slots_engine(
            [&](std::size_t i, const ScoreSheet& sheet) { expected.text(i, sheet.total_text()); });
    });
    if (kernel_of_peer() == nullptr) {
        refuse("the rubric is not for the kernel");
    }
    KernelMemory memory;
    expect("slots/kernel", [&](Expected& expected) { slots_kernel(memory, std::ref(expected)); });
    expect("columns/kernel",
           [&](Expected& expected) { columns_kernel(memory, std::ref(expected)); });
    ColumnsMemory whole{ColumnsMemory::Form::whole};
    expect("columns/int64", [&](Expected& expected) { columns_call(whole, std::ref(expected)); });
    ColumnsMemory text{ColumnsMemory::Form::text};
    expect("columns/text", [&](Expected& expected) { columns_call(text, std::ref(expected)); });
    detail::batch::PlainFacts plain = plain_facts();
    expect("json/total", [&](Expected& expected) {
        json_totals(plain, memory, peer().texts, std::ref(expected));
    });
    expect("json/total, mixed", [&](Expected& expected) {
        json_totals(plain, memory, mixed_texts(), std::ref(expected));
    });
    check_lines("json/summary line", peer_lines());
    check_lines("json/summary line, mixed", mixed_lines());
    expect("json/sheet", [](Expected& expected) {
        for (std::size_t i = 0; i < peer().size(); ++i) {
            const std::string wanted = "\"total\": \"" + peer().answer(i, "total") + '"';
            const std::string sheet = sheet_text(peer().texts[i]);
            const bool same = sheet.find(wanted) != std::string::npos;
            expected.text(i, same ? peer().answer(i, "total") : sheet);
        }
    });
    Scan scan;
    if (scan.values(peer().texts[0]) == 0) {
        refuse("the parser does not read the texts");
    }
}

/// A way whose documents end in `take(…)`, which keeps them.
constexpr auto kept = [](std::size_t, auto total, auto...) {
    benchmark::DoNotOptimize(total);
};

void add_slots_and_columns() {
    using benchmark::RegisterBenchmark;
    using benchmark::State;
    RegisterBenchmark("slots/kernel", [](State& state) {
        KernelMemory memory;
        each_pass(state, [&] { slots_kernel(memory, kept); });
    });
    RegisterBenchmark("slots/engine", [](State& state) {
        each_pass(state, [] {
            slots_engine([](std::size_t, auto sheet) { benchmark::DoNotOptimize(sheet); });
        });
    });
    RegisterBenchmark("slots/floor", [](State& state) {
        each_pass(state, [] { slots_by_hand<Divide::narrow>(kept); });
    });
    RegisterBenchmark("slots/floor, 128 bits", [](State& state) {
        each_pass(state, [] { slots_by_hand<Divide::wide>(kept); });
    });
    RegisterBenchmark("slots/double",
                      [](State& state) { each_pass(state, [] { slots_in_double(kept); }); });
    RegisterBenchmark("columns/int64", [](State& state) {
        ColumnsMemory memory{ColumnsMemory::Form::whole};
        each_pass(state, [&] { columns_call(memory, kept); });
    });
    RegisterBenchmark("columns/text", [](State& state) {
        ColumnsMemory memory{ColumnsMemory::Form::text};
        each_pass(state, [&] { columns_call(memory, kept); });
    });
    RegisterBenchmark("columns/kernel", [](State& state) {
        KernelMemory memory;
        each_pass(state, [&] { columns_kernel(memory, kept); });
    });
    RegisterBenchmark("columns/floor", [](State& state) {
        each_pass(state, [] { columns_by_hand<Divide::narrow>(kept); });
    });
    RegisterBenchmark("columns/floor, 128 bits", [](State& state) {
        each_pass(state, [] { columns_by_hand<Divide::wide>(kept); });
    });
}

void add() {
    using benchmark::RegisterBenchmark;
    using benchmark::State;
    add_slots_and_columns();
    RegisterBenchmark("json/total", [](State& state) { json_total(state, peer().texts); });
    RegisterBenchmark("json/total, mixed", [](State& state) { json_total(state, mixed_texts()); });
    RegisterBenchmark("json/summary line", [](State& state) { json_lines(state, peer_lines()); });
    RegisterBenchmark("json/summary line, mixed",
                      [](State& state) { json_lines(state, mixed_lines()); });
    RegisterBenchmark("json/sheet", json_sheet);
    RegisterBenchmark("json/facts", json_facts);
    RegisterBenchmark("json/scan", json_scan);
    RegisterBenchmark("load/rubric", load_rubric);
    RegisterBenchmark("load/lint", load_lint);
    RegisterBenchmark("load/kernel", load_kernel);
}

} // namespace
} // namespace heng::benchmarks

int main(int argc, char** argv) {
    using namespace heng::benchmarks;
    return run_benchmarks(argc, argv, check, add);
}
