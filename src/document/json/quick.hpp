// SPDX-License-Identifier: Apache-2.0
//
// Building the tree of a text in which nothing is wrong or unusual, which is so of nearly all.
//
//     JsonStore store{text};
//     if (!read_quickly(store, limits)) …   // the parser proper reads it, or says what is wrong
//
// It takes less than all of JSON: no escapes, no exponents, nothing near a limit. What it takes is
// checked in full (RFC 8259, UTF-8, each key once), and gives the tree that the parser would.
#pragma once

#include "document/json/json.hpp"

#include <heng/document/limits.hpp>

namespace heng::document {

/// Containers that stand in each other, whatever the limits: the parser proper recurses.
inline constexpr int deepest_json = 1000;
inline constexpr std::uint32_t open_end = 0xFFFF'FFFF; ///< the link of a container while it is read
inline constexpr std::size_t few_members = 12; ///< up to here each key is compared with each

/// False where the text must be read by the parser proper; the store has no nodes then. O(text),
/// but for the keys of one object: O(n log n).
[[nodiscard]] bool read_quickly(JsonStore& store, const Limits& limits);

} // namespace heng::document
