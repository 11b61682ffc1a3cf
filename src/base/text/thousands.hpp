// SPDX-License-Identifier: Apache-2.0
//
// Thousands separators in a decimal's text.
//
//     with_separators("465202.15")     // "465,202.15"
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace heng::detail::text {

[[nodiscard]] inline std::string with_separators(std::string number) {
    constexpr std::size_t group = 3;
    const std::size_t first = number.starts_with('-') ? 1 : 0;
    for (std::size_t at = std::min(number.find('.'), number.size()); at > first + group;) {
        at -= group;
        number.insert(at, ",");
    }
    return number;
}

} // namespace heng::detail::text
