// SPDX-License-Identifier: Apache-2.0
//
// sheet/1 as a document in memory: what to_json writes, which nobody has to parse.
#pragma once

#include "document/json/json.hpp"

#include <heng/document/facts.hpp>
#include <heng/score/sheet.hpp>

namespace heng::document {

/// The sheet of these facts. Linear in it.
[[nodiscard]] JsonDocument sheet_document(const ScoreSheet& sheet, const Facts& facts);

} // namespace heng::document
