// SPDX-License-Identifier: Apache-2.0
//
// For a document that was read before, under limits that are not known any more.
#pragma once

#include <heng/limits.hpp>

#include <limits>

namespace heng::detail::json {

[[nodiscard]] inline Limits no_limits() {
    Limits none;
    none.bytes = std::numeric_limits<std::size_t>::max();
    none.rows = none.bytes;
    none.depth = none.digits = none.exponent = std::numeric_limits<int>::max();
    return none;
}

} // namespace heng::detail::json
