// SPDX-License-Identifier: Apache-2.0
//
// How much memory things take, as malloc counts it (glibc). Prints a Markdown table of KiB.
//
//     memory_run
#include "batch/kernel/kernel.hpp"
#include "growth_rubric.hpp"
#include "main.hpp"
#include "support/peer_workload.hpp"

#include <heng/scoring/scoring.hpp>

#include <iomanip>
#include <malloc.h>
#include <optional>

namespace heng::benchmarks {
namespace {

/// KiB that are held after `make` and were not before; what it returns is held.
template <class Make>
auto measured(const Make& make, double& kib) {
    const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
    auto made = make();
    kib = static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd - before) / 1'024;
    return made;
}

void row(const std::string& name, const std::string& rubric_text, const std::string& facts_text) {
    std::array<double, 5> kib{};
    const auto rubric =
        measured([&] { return RubricDocument::parse(rubric_text).value(); }, kib[0]);
    const auto kernel =
        measured([&] { return detail::kernel::Kernel::of(rubric.compiled()); }, kib[1]);
    const auto memory = measured(
        [&] {
            return std::pair{
                std::make_unique<detail::kernel::FactRows>(rubric.compiled().inputs.size()),
                std::make_unique<detail::kernel::Scores>(*kernel)};
        },
        kib[2]);
    const auto facts = measured([&] { return Facts::parse(rubric, facts_text).value(); }, kib[3]);
    const auto sheet = measured([&] { return score(facts).value(); }, kib[4]);
    std::cout << "| " << name << " | ";
    for (const double each : kib) {
        std::cout << std::fixed << std::setprecision(each < 100 ? 1 : 0) << each << " | ";
    }
    std::cout << '\n';
}

void run() {
    std::cout << "| KiB | rubric | its kernel | a thread's block of rows | `Facts` | sheet |\n"
                 "|---|--:|--:|--:|--:|--:|\n";
    {
        const test::PeerWorkload peer;
        row("peer workload", std::string{peer.rubric.text()}, peer.texts[0]);
    }
    for (const std::size_t size : {10U, 100U, 1'000U, 10'000U}) {
        Chance chance;
        const std::string rubric = growth_rubric(size);
        row(std::to_string(size) + " indicators", rubric, growth_facts(size, chance));
    }
}

} // namespace
} // namespace heng::benchmarks

int main() {
    heng::benchmarks::run();
    return 0;
}
