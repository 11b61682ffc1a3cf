// SPDX-License-Identifier: Apache-2.0
//
// The tree of a plain text in one pass, without a parser's events: most documents are plain, and
// of what scoring one takes, reading it was a fourth.
//
//     JsonStore store{.text = R"({"spent": 12.5})"};
//     if (!read_plain_tree(store, limits)) {
//         store.nodes.clear();            // JsonDocument::parse asks Boost.JSON what it is
//     }
#pragma once

#include "base/json/json.hpp"

#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <optional>

namespace heng::detail::json {

/// Fills the nodes of `store` from its text. True: the text is RFC 8259 within the limits, and the
/// nodes are those that JsonDocument::parse makes. False: it may still be so, and the nodes are not
/// to be used; strings with escapes, numbers with exponents, and depth past 32 are never plain.
/// O(text), but for the keys of one object: O(n log n).
[[nodiscard]] bool read_plain_tree(JsonStore& store, const Limits& limits);

/// The same of any text, by Boost.JSON, and what is wrong with it. Precondition: the store has no
/// nodes.
[[nodiscard]] std::optional<Error> read_tree(JsonStore& store, const Limits& limits);

} // namespace heng::detail::json
