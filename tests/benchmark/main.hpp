// SPDX-License-Identifier: Apache-2.0
//
// The main() of a program of benchmarks: with --check it only checks that the ways it compares come
// to the same; else it prints a Table. What is checked is checked before it is measured, too.
#pragma once

#include "table.hpp"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace heng::benchmarks {

[[noreturn]] inline void refuse(std::string_view why) {
    std::cerr << "benchmark: " << why << '\n';
    std::exit(1); // NOLINT(concurrency-mt-unsafe)
}

/// `check` refuses what is not right; `add` registers "task/way".
inline int run_benchmarks(int argc, char** argv, void (*check)(), void (*add)()) {
    check();
    if (argc == 2 && std::string_view{argv[1]} == "--check") {
        return 0;
    }
    // repetitions in turn, so that what else the machine does falls on all of them
    std::vector<std::string> texts = {argv[0], "--benchmark_repetitions=9",
                                      "--benchmark_enable_random_interleaving=true",
                                      "--benchmark_min_time=0.1"};
    texts.insert(texts.end(), argv + 1, argv + argc);
    std::vector<char*> arguments;
    std::transform(texts.begin(), texts.end(), std::back_inserter(arguments),
                   [](std::string& text) { return text.data(); });
    int count = static_cast<int>(arguments.size());
    add();
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) {
        return 2;
    }
    Table table;
    benchmark::RunSpecifiedBenchmarks(&table);
    benchmark::Shutdown();
    return 0;
}

} // namespace heng::benchmarks
