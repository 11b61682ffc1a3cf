// SPDX-License-Identifier: Apache-2.0
//
// A nation's year from columns: the peer workload in arrays of int64, over and over, each total
// compared with what is expected. Prints one line of JSON.
//
//     columns_run --evaluations 15000000 --threads 2
//     {"evaluations":15000000,"threads":2,"wall_ms":…,"processor_ms":…}
//
// The columns have 250,000 rows (114 MB, so they come from memory): the 2,000 documents with both
// figures of each rate multiplied by a number of the row, which leaves its scores as they are.
#include "main.hpp"
#include "support/peer_workload.hpp"

#include <heng/batch/columns.hpp>

#include <charconv>
#include <chrono>
#include <ctime>

namespace heng::benchmarks {
namespace {

constexpr std::size_t rows = 250'000;

/// The facts of a rate by pairs; the others are single.
bool is_of_rate(std::size_t fact) {
    return fact <= test::targets_count || fact == test::carryover || fact == test::available ||
           fact == test::sme_spent || fact == test::sme_reserved ||
           fact == test::intent_published || fact == test::intent_due ||
           fact == test::assets_in_use || fact == test::assets_total || fact >= test::public_actual;
}

struct Nation {
    test::PeerWorkload peer;
    std::vector<std::vector<std::int64_t>> columns{test::peer_facts};
    std::vector<std::int64_t> totals; ///< expected, by document of the workload
    ColumnScorer scorer{peer.rubric};

    Nation() {
        if (!scorer.is_fast()) {
            refuse("the rubric is not for the kernel");
        }
        for (std::size_t i = 0; i < peer.size(); ++i) {
            const test::PeerCell total = test::peer_cell(peer.answer(i, "total"));
            totals.push_back(total.coefficient);
        }
        for (std::size_t fact = 0; fact < test::peer_facts; ++fact) {
            columns[fact].reserve(rows);
            for (std::size_t row = 0; row < rows; ++row) {
                const std::int64_t value = peer.columns[fact][row % peer.size()];
                const auto times = static_cast<std::int64_t>(1 + row / peer.size());
                columns[fact].push_back(is_of_rate(fact) ? value * times : value);
            }
        }
    }
};

/// Scores `evaluations` rows, pass after pass; false where a total is not what is expected.
bool score_rows(const Nation& nation, std::size_t evaluations, unsigned threads) {
    std::vector<Column> columns(test::peer_facts);
    for (std::size_t fact = 0; fact < test::peer_facts; ++fact) {
        columns[fact].input = nation.peer.paths[fact];
        columns[fact].values = nation.columns[fact].data();
        columns[fact].scale = test::in_hundredths(fact) ? 2 : 0;
    }
    std::vector<std::int64_t> totals(rows);
    std::vector<std::int32_t> statuses(rows);
    for (std::size_t done = 0; done < evaluations;) {
        const std::size_t count = std::min(rows, evaluations - done);
        ScoreColumns to;
        to.totals = std::span{totals}.first(count);
        to.statuses = std::span{statuses}.first(count);
        if (!nation.scorer.score(columns, count, to, threads)) {
            return false;
        }
        for (std::size_t row = 0; row < count; ++row) {
            if (statuses[row] != 0 || totals[row] != nation.totals[row % nation.totals.size()]) {
                return false;
            }
        }
        done += count;
    }
    return true;
}

int run(std::size_t evaluations, unsigned threads) {
    const Nation nation;
    const auto began = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    const bool right = score_rows(nation, evaluations, threads);
    const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - began);
    const std::clock_t used = (std::clock() - processor) * 1'000 / CLOCKS_PER_SEC;
    if (!right) {
        refuse("a total is not what is expected");
    }
    std::cout << "{\"evaluations\":" << evaluations << ",\"threads\":" << threads
              << ",\"wall_ms\":" << wall.count() << ",\"processor_ms\":" << used << "}\n";
    return 0;
}

} // namespace
} // namespace heng::benchmarks

int main(int argc, char** argv) {
    std::size_t evaluations = 1'000'000;
    std::size_t threads = 1;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i];
        const std::string_view text = i + 1 < argc ? argv[i + 1] : "";
        std::size_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec != std::errc{} || value == 0 ||
            (name != "--evaluations" && name != "--threads")) {
            std::cerr << "columns_run [--evaluations N] [--threads N]\n";
            return 2;
        }
        (name == "--threads" ? threads : evaluations) = value;
    }
    return heng::benchmarks::run(evaluations, static_cast<unsigned>(threads));
}
