// SPDX-License-Identifier: Apache-2.0
//
// The origin of a rule, so that nothing recalled or inferred passes for official.
//
//     static_assert(name(Basis::recalled) == "recalled");
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heng {

/// How far a rule is from print.
enum class Basis : std::uint8_t {
    published,  ///< printed in a published document
    arithmetic, ///< follows by arithmetic from printed figures
    recalled,   ///< recalled by people in the field, not found in print
    inferred,   ///< inferred from what is printed
    local,      ///< made by the owner of the rubric
};

/// The words of rubric/1, in the order of the enumerators.
inline constexpr std::array<std::string_view, 5> basis_names{"published", "arithmetic", "recalled",
                                                             "inferred", "local"};

[[nodiscard]] constexpr std::string_view name(Basis basis) {
    return basis_names[static_cast<std::size_t>(basis)];
}

} // namespace heng
