// SPDX-License-Identifier: Apache-2.0
//
// Every code of an error or finding: its cause, its cure, and what raises it.
//
//     for (const Code* each : entries_of("rubric.points-sum")) {
//         each->cause.zh;      // 分值不等于下级指标分值之和
//     }
//
// An entry "*.word" is that of "rubric.word", "plan.word" and the same of each kind of document
// that has no entry of its own. A code that two commands find, of two things, has two entries.
#pragma once

#include "base/page.hpp"
#include "base/text/messages.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::document {

struct Code {
    std::string_view code;
    text::Sentence cause;
    text::Sentence cure;
    std::string_view input; ///< raises it, as a part of a document or a call; or ""
};

// The tables, each sorted by code.

std::span<const Code> lint_codes();       ///< findings of lint
std::span<const Code> form_codes();       ///< findings of audit and reconcile
std::span<const Code> cycle_codes();      ///< findings of plans, libraries, policies and progress
std::span<const Code> diagnostic_codes(); ///< what a sheet says of its facts
std::span<const Code> document_codes();   ///< errors of documents, and of scoring them
std::span<const Code> call_codes();       ///< errors of JSON, FEEL, limits, files and calls

/// Every entry, in the order above.
[[nodiscard]] std::vector<const Code*> all_codes();

/// The entries of a code; empty where it is not known. O(entries).
[[nodiscard]] std::vector<const Code*> entries_of(std::string_view code);

/// The known code that is nearest to a mistyped one, or "".
[[nodiscard]] std::string nearest_code(std::string_view code);

/// For people: the entries, each under its code or under `code`, which "" leaves to the entry.
[[nodiscard]] base::Page code_page(std::span<const Code* const> entries, std::string_view code,
                                   Language language);

/// JSON: [{"code", "cause": {"en", "zh"}, "cure": {"en", "zh"}, "input"}].
[[nodiscard]] std::string to_json(std::span<const Code* const> entries);

} // namespace heng::detail::document
