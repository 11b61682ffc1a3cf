// SPDX-License-Identifier: Apache-2.0
//
// What a format's documents hold, as a page of Markdown: a table of keys for each object.
//
//     reference_page(declared::claims)     // "# claims/1\n\nFigures that a report prints …
#pragma once

#include "document/declared.hpp"

#include <string>

namespace heng::document {

[[nodiscard]] std::string reference_page(const declared::Value& root);

} // namespace heng::document
