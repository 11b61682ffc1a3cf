// SPDX-License-Identifier: Apache-2.0
//
// An explanation as headed lines of words, for the formats that people read.
#pragma once

#include <heng/document/explanation.hpp>

#include <string>
#include <vector>

namespace heng::what_if {

/// "计算：1 分 × 0.7966 = 0.7966 分"
struct Line {
    std::string label; ///< "" where the line goes on with what stands above
    std::string text;
};

/// An item, a block of the total, or the list of what was lost.
struct Block {
    std::string heading;
    std::vector<Line> lines;
};

/// A part of what was lost, and how much, for a table.
struct Loss {
    std::string what;
    std::string points;
};

struct Report {
    std::string subject; ///< may be empty
    std::string title;
    std::string summary;
    std::string losses_heading;
    std::vector<Loss> losses; ///< the last is the sum; empty where one item was asked for
    std::vector<Block> items;
    std::vector<Block> total;
};

/// What steers no terminal, in the rubric's language.
[[nodiscard]] Report report_of(const Explanation& explanation);

} // namespace heng::what_if
