// SPDX-License-Identifier: Apache-2.0
//
// What property.agreement compares: what the engine says of a document, and how often it was said.
//
//     Outcome outcome = scored(work, random.draw(0));
//     if (total != outcome.sheet->total) differ("the kernel", outcome, total.to_string());
#pragma once

#include "support/peer_random.hpp"

#include <heng/facts/facts.hpp>
#include <heng/score/sheet.hpp>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

namespace heng::test {

/// What the engine says of one document.
struct Outcome {
    PeerDocument document;
    std::optional<Facts> facts{};
    std::optional<ScoreSheet> sheet{};
    std::string line{}; ///< of a batch, without {"line":…,
};

struct Counts {
    std::size_t documents = 0;
    std::size_t refused = 0;
    std::size_t by_hand = 0;
    std::size_t by_kernel = 0;
    std::size_t by_columns = 0;
    std::size_t by_scorer = 0;
    std::size_t by_values = 0;
    std::size_t plain_asked = 0; ///< plain documents that the engine had to score, among such
};

[[noreturn]] inline void differ(const char* way, const Outcome& outcome, const std::string& said) {
    std::cerr << "agreement: " << way << " says\n"
              << said << "\nthe engine\n"
              << outcome.line << "\nof\n"
              << outcome.document.text << '\n';
    std::exit(1); // NOLINT(concurrency-mt-unsafe)
}

} // namespace heng::test
