// SPDX-License-Identifier: Apache-2.0
//
// The canonical form of a document: the same for every way to write the same JSON, so that a digest
// of it says whether two documents mean the same.
//
//     { "b": 1.50, "x-note": "…",            {"a":"\"","b":1.5}
//       "a": "\u0022" }                 →
//
// Without white space; members sorted by the bytes of their keys, without those that mean nothing
// (`$…`, `x-…`); strings with the escapes that must be, as JsonWriter writes them; numbers as the
// shortest plain decimal. "1.5" and 1.5 stay different, for a reader may tell them apart. Modelled
// on RFC 8785, whose numbers are binary.
#pragma once

#include "base/json/json.hpp"

#include <span>
#include <string>
#include <string_view>

namespace heng::detail::json {

/// Of an object without these of its members. O(n log n) in the members of one object, else linear
/// in the text.
[[nodiscard]] std::string canonical_of(Json value, std::span<const std::string_view> without = {});

} // namespace heng::detail::json
