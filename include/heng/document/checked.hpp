// SPDX-License-Identifier: Apache-2.0
//
// How much of a document was checked, so that silence is not taken for success.
//
//     核对9项，有误2项，无法核对1项：“学校发展能力”
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace heng {

/// Counts of figures.
struct Checked {
    std::size_t compared = 0;     ///< figures that were compared
    std::size_t wrong = 0;        ///< the compared figures with an error or a warning
    std::size_t not_compared = 0; ///< figures that nothing could be compared with
    /// Names of the first ten figures that were not compared; empty if they have no names.
    std::vector<std::string> names{};

    friend bool operator==(const Checked&, const Checked&) = default;
};

} // namespace heng
