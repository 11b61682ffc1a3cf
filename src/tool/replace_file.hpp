// SPDX-License-Identifier: Apache-2.0
//
// A result in a file.
//
//     return replace_file("report.md", draft);
#pragma once

#include "tool.hpp"

#include <string>
#include <string_view>

namespace heng::tool {

/// Writes `text` to the file, whole or not at all: to a new file beside it, under a name that
/// nobody has, which then takes its place with its owner and permissions. A link stays, and what it
/// points to is replaced; a device or a pipe is written to. "-" is standard output.
[[nodiscard]] Exit replace_file(const std::string& path, std::string_view text);

} // namespace heng::tool
