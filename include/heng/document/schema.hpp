// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schemas (draft-07) of the documents that people write, compiled in: editors complete and
// check a document with them as it is typed, and other programs before they hand it to heng.
//
//     Result<std::string_view> text = heng::schema("rubric/1");     // {"$schema": …
//     for (std::string_view kind : heng::schema_kinds()) {
//         std::cout << kind << '\n';                                // claims, facts, library, …
//     }
//     Result<std::string> page = heng::reference_page("plan");      // # plan/1 …
//
// A schema says the shape: keys, types, words, the form of numbers. A document that it refuses is
// refused by heng too, except for facts that the rubric does not read. The reverse does not hold:
// only heng checks that points add up, that names are known, that a day exists, that expressions
// are FEEL and that facts are those a rubric reads.
#pragma once

#include <heng/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// Returns the schema of a kind of document, "rubric" or as a document's "heng" names it,
/// "rubric/1"; empty if there is none. A zero byte stands behind the text, which lives as long as
/// the program.
[[nodiscard]] std::optional<std::string_view> find_schema(std::string_view kind) noexcept;

/// Returns the same. Error: `schema.not-found`, which names the nearest kind.
[[nodiscard]] Result<std::string_view> schema(std::string_view kind);

/// Returns a page of Markdown on the keys of such a document and their meaning. Error: the same.
[[nodiscard]] Result<std::string> reference_page(std::string_view kind);

/// Returns the kinds of documents that have a schema, in alphabetical order, as "rubric".
[[nodiscard]] std::vector<std::string_view> schema_kinds();

} // namespace heng
