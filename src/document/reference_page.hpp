// SPDX-License-Identifier: Apache-2.0
//
// What a format's documents hold, as a page of Markdown: a table of keys for each object.
//
//     reference_page(declared::claims)     // "# claims/1\n\nFigures that a report prints …
#pragma once

#include "base/json/declared.hpp"

#include <string>

namespace heng::detail::document {

[[nodiscard]] std::string reference_page(const declared::Value& root);

} // namespace heng::detail::document
