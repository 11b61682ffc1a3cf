// SPDX-License-Identifier: Apache-2.0
//
// "units" of sheet/1 and explanation/1: what each unit of a department cost it.
//
//     "units": [{"name": "", "weight": "600", "lost": "1/3",
//                "parts": [{"item": "a.b", "lost": "1/3", "weight": "600", "score": "8.5",
//                           "standing": "scored"}]}]
//
// "weight", "score" and "standing" of a part are those of a leaf that is scored unit by unit;
// "item" is null of what the total lost beyond its parts. Numbers are exact text.
#pragma once

#include "base/json/writer.hpp"

#include <heng/score/sheet.hpp>

namespace heng::detail::scoring {

/// The list alone; its key stands before it.
void write_units(json::JsonWriter& json, const ScoreSheet& sheet);

} // namespace heng::detail::scoring
