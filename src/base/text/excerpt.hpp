// SPDX-License-Identifier: Apache-2.0
//
// The line in which a place stands, and a mark below it, for an error message:
//
//     "measure": "budget.anual / 2",
//                 ^~~~~~~~~~~~
//
// In cells of a terminal: a Chinese character is two wide (width.hpp).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heng::detail::text {

/// The cells that the line is cut to, with "…" where it is cut.
inline constexpr std::size_t excerpt_width = 76;

/// The line of `utf8` with byte `offset`, without its indentation and without what would steer a
/// terminal, a tab as one space; then a new line, and `^` below the place, followed by `~` up to
/// `length` bytes of it. "" where the line has nothing to show. A line ends at LF, CR LF or CR.
/// However long the text and the line are, only what may be shown is read.
[[nodiscard]] std::string excerpt(std::string_view utf8, std::size_t offset,
                                  std::size_t length = 0);

} // namespace heng::detail::text
