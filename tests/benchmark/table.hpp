// SPDX-License-Identifier: Apache-2.0
//
// What was measured, as a table: for each task the ways to do it, and how many times the first way
// costs what another does. Benchmarks are named "task/way".
//
//     execution rate
//       feel            34.2 ns  (    33.9 ns)
//       ratio            4.1 ns  (     3.9 ns)     8.3×
#pragma once

#include <benchmark/benchmark.h>
#include <cstdint>
#include <string>
#include <vector>

namespace heng::benchmarks {

class Table final : public benchmark::BenchmarkReporter {
  public:
    bool ReportContext(const Context& context) override;
    void ReportRuns(const std::vector<Run>& runs) override;
    void Finalize() override;

  private:
    struct Way {
        std::int64_t order = 0; ///< of its registration
        std::string task;
        std::string name;
        std::vector<double> times; ///< CPU ns of one evaluation, a repetition each
    };
    std::vector<Way> ways_;
};

} // namespace heng::benchmarks
