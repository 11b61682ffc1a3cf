// SPDX-License-Identifier: Apache-2.0
//
// Threads that work on jobs: the order in which jobs come back, and how many threads there are.
#include "base/threads.hpp"
#include "batch/workers.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <limits>
#include <memory>
#include <stdexcept>
#include <vector>

using heng::most_batch_threads;
using heng::detail::base::has_threads;
using heng::detail::batch::Spares;
using heng::detail::batch::Workers;

TEST_CASE("a caller who asks for all the threads in the world gets some") {
    const auto made = [](unsigned threads) {
        return Workers<int>{threads,
                            [](int&) {
                            }}
            .size();
    };
    CHECK(made(0) == 0); // the caller's own
    CHECK(made(1) == 0);
    CHECK(made(2) == (has_threads ? 2 : 0));
    CHECK(made(std::numeric_limits<unsigned>::max()) <= most_batch_threads);
}

TEST_CASE("jobs come back in the order in which they were given, and what one throws") {
    for (const unsigned threads : {1U, 3U}) {
        Workers<int> workers{threads, [](int& job) {
                                 if (job == 7) {
                                     throw std::runtime_error{"seven"};
                                 }
                                 job *= 2;
                             }};
        int taken = 0;
        for (int next = 0; next < 7 || !workers.empty();) {
            if (next < 7 && !workers.full()) {
                workers.give(next++);
            } else {
                CHECK(workers.take() == 2 * taken++);
            }
        }
        CHECK(taken == 7);
        if (workers.size() > 0) {
            workers.give(7);
            CHECK_THROWS_AS(workers.take(), std::runtime_error);
        } else {
            CHECK_THROWS_AS(workers.give(7), std::runtime_error);
        }
    }
}

TEST_CASE("jobs in work weigh no more than they may together, and one may weigh more") {
    const auto in_work = [](std::size_t weight) {
        Workers<int> workers{8, [](int& job) { ++job; }, 100};
        for (int i = 0; i < 300 || !workers.empty();) {
            if (i < 300 && !workers.full()) {
                workers.give(i++, weight);
            } else {
                (void)workers.take();
            }
        }
        return workers.most_in_work();
    };
    CHECK(in_work(101) == (has_threads ? 1 : 0));
    CHECK(in_work(51) == (has_threads ? 1 : 0));
    CHECK(in_work(50) <= 2);
    CHECK(in_work(0) <= 8);
}

TEST_CASE("spares are lent to one at a time, again and again") {
    int made = 0;
    Spares<int> spares{[&] {
        return std::make_unique<int>(made++);
    }};
    std::vector<int> lent;
    spares.lend([&](int& outer) { spares.lend([&](int& inner) { lent = {outer, inner}; }); });
    CHECK(lent == std::vector<int>{0, 1});
    for (int i = 0; i < 3; ++i) {
        spares.lend([&](int& again) { lent.push_back(again); });
    }
    CHECK(made == 2);
    CHECK_THROWS_AS(spares.lend([](int&) { throw std::runtime_error{"broken"}; }),
                    std::runtime_error); // in what state it is, nobody knows
    spares.lend([](int&) {});
    spares.lend([](int&) {});
    CHECK(made == 2);
    spares.lend([&](int&) { spares.lend([](int&) {}); });
    CHECK(made == 3);
}
