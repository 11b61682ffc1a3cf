// SPDX-License-Identifier: Apache-2.0
//
// The limits of a document. Documents are untrusted: one that passes a limit is refused with
// `limit.bytes`, `limit.depth`, `limit.digits`, `limit.exponent` or `limit.rows`.
//
// Others follow from these, and rise with them: a document has at most as many values and keys as a
// quarter of the bytes allowed (`limit.values`; a million in any case); a rubric as many
// indicators, and the lists of targets of a document as many rows together, as one list has rows
// (`limit.indicators`, `limit.rows`); the other lists eight times as many records; a sheet twice as
// many items (`limit.items`).
//
// The same struct says in which language a document is spoken of: where none is given, in its own.
//
//     heng::Limits small;
//     small.bytes = 1 << 20;
//     small.language = heng::Language::en;
//     auto facts = heng::Facts::parse(rubric, text, small);
#pragma once

#include <heng/language.hpp>

#include <cstddef>
#include <optional>

namespace heng {

/// The limits of one document; each may be set by the caller.
struct Limits {
    std::size_t bytes = 64UL * 1024 * 1024; ///< the whole document
    int depth = 64;                         ///< lists and objects inside one another
    int digits = 1'000;                     ///< in one number
    int exponent = 1'000;                   ///< in one number, either sign
    std::size_t rows = 100'000;             ///< in one list
    /// The language of errors and of what is written about the document, in place of its own.
    std::optional<Language> language{};
};

} // namespace heng
