// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>

namespace heng::benchmarks {

namespace {

double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const std::size_t half = times.size() / 2;
    return times.size() % 2 != 0 ? times[half] : (times[half - 1] + times[half]) / 2;
}

} // namespace

bool Table::ReportContext(const Context& context) {
    PrintBasicContext(&GetErrorStream(), context);
    return true;
}

void Table::ReportRuns(const std::vector<Run>& runs) {
    for (const Run& run : runs) {
        if (run.run_type != Run::RT_Iteration || run.error_occurred) {
            continue;
        }
        auto way = std::find_if(ways_.begin(), ways_.end(),
                                [&](const Way& each) { return each.order == run.family_index; });
        if (way == ways_.end()) {
            const std::string& name = run.run_name.function_name;
            const std::size_t slash = name.rfind('/');
            way = ways_.insert(
                way, {run.family_index, name.substr(0, slash), name.substr(slash + 1), {}});
        }
        way->times.push_back(run.GetAdjustedCPUTime());
    }
}

void Table::Finalize() {
    std::sort(ways_.begin(), ways_.end(),
              [](const Way& a, const Way& b) { return a.order < b.order; });
    std::ostream& out = GetOutputStream();
    out << "CPU time of one evaluation, median (least) of the repetitions; ×: the first over that "
           "way\n";
    out << std::fixed << std::setprecision(1);
    const Way* first = nullptr;
    for (const Way& way : ways_) {
        const bool is_first = first == nullptr || first->task != way.task;
        if (is_first) {
            out << way.task << '\n';
            first = &way;
        }
        out << "  " << std::left << std::setw(10) << way.name << std::right << std::setw(10)
            << median(way.times) << " ns  (" << std::setw(8)
            << *std::min_element(way.times.begin(), way.times.end()) << " ns)";
        if (!is_first) {
            out << std::setw(8) << median(first->times) / median(way.times) << "×";
        }
        out << '\n';
    }
}

} // namespace heng::benchmarks
