// SPDX-License-Identifier: Apache-2.0
//
// Where the functions of a file begin and end, by their braces: near enough to hold them to a
// length.
//
//     functions_of(file)   →  {{"constexpr Points score(const Step& rule, …)", 58, 75}, …}
#pragma once

#include "source_tree.hpp"

namespace heng::tidy {

struct Function {
    std::string head;  ///< what stands before the opening brace, on one line
    std::size_t first; ///< index of the line on which the head begins
    std::size_t last;  ///< index of the line of the closing brace

    std::size_t length() const { return last - first + 1; }
};

/// Functions that are not inside another one; lambdas count towards the function around them.
std::vector<Function> functions_of(const SourceFile& file);

} // namespace heng::tidy
