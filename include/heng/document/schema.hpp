// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schemas (draft-07) of the documents that people write, compiled in: editors complete and
// check a document with them as it is typed, and other programs before they hand it to heng.
//
//     Result<std::string_view> text = heng::schema("rubric/1");     // {"$schema": …
//     for (std::string_view kind : heng::schema_kinds()) …          // claims, facts, library, …
//     Result<std::string> page = heng::reference_page("plan");       // # plan/1 …
//
// A schema says the shape: keys, types, words, the form of numbers. What one refuses heng refuses
// too, but for facts that the rubric does not read. The reverse does not hold: that points add up,
// that names are known, that a day exists, that expressions are FEEL and that facts are those a
// rubric reads is the meaning of a document, which only heng checks.
#pragma once

#include <heng/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// The schema of a kind of document, "rubric" or as a document's "heng" names it: "rubric/1";
/// nothing where there is none. A zero byte stands behind the text, which lives as long as the
/// program.
[[nodiscard]] std::optional<std::string_view> find_schema(std::string_view kind) noexcept;

/// The same. Error: `schema.not-found`, which names the nearest kind.
[[nodiscard]] Result<std::string_view> schema(std::string_view kind);

/// What the keys of such a document are and mean, as a page of Markdown. Error: the same.
[[nodiscard]] Result<std::string> reference_page(std::string_view kind);

/// The kinds of documents that have a schema, in alphabetical order, as "rubric".
[[nodiscard]] std::vector<std::string_view> schema_kinds();

} // namespace heng
