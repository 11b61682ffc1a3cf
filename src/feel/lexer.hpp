// SPDX-License-Identifier: Apache-2.0
//
// Text to tokens: numbers, texts with their escapes, words, signs; comments are skipped.
//
//     tokenize("a >= .5 // half")      // name, greater_equal, number, end
//
// Linear in the text. The tokens refer to the text.
#pragma once

#include "feel/fault.hpp"
#include "feel/token.hpp"

#include <tl/expected.hpp>

#include <string_view>
#include <vector>

namespace heng::detail::feel {

/// The tokens of `text`, of which the last is `end`. Faults: feel.syntax for bytes that are not
/// UTF-8, NUL (U+0000) anywhere, also as an escape (texts go out NUL-terminated, and JSON documents
/// have none), a text or comment that does not end, an unknown escape; limit.exceeded for a text
/// that is too long.
[[nodiscard]] tl::expected<std::vector<Token>, Fault> tokenize(std::string_view text);

} // namespace heng::detail::feel
