// SPDX-License-Identifier: Apache-2.0
//
// sheet/1 as a document in memory: what to_json writes, which nobody has to parse.
#pragma once

#include "base/json/json.hpp"

#include <heng/facts/facts.hpp>
#include <heng/score/sheet.hpp>

namespace heng::detail::scoring {

/// The sheet of these facts. Linear in it.
[[nodiscard]] json::JsonDocument sheet_document(const ScoreSheet& sheet, const Facts& facts);

} // namespace heng::detail::scoring
