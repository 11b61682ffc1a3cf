// SPDX-License-Identifier: Apache-2.0
//
// The facts of one department or project, read from a facts/1 document for a rubric.
//
//     Result<Facts> facts = Facts::parse(rubric, text);
//     if (!facts) std::cerr << in_document(facts.error(), "facts.json") << '\n';
//     Result<ScoreSheet> sheet = score(rubric, *facts);
//
// Numbers are read as decimal text, exactly; money is converted exactly from the document's unit to
// the rubric's. Immutable and cheap to copy; any number of threads may use one at once.
#pragma once

#include <heng/document/limits.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/result.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace heng {

namespace document {
struct LoadedFacts;
}

/// The treatment of facts that the rubric does not read.
enum class UnreadFacts : std::uint8_t {
    list,   ///< they are listed in the sheet's diagnostics
    refuse, ///< they are errors (`heng score --strict`)
};

class Facts {
  public:
    /// Reads facts/1 for `rubric`. Errors: json.*, limit.*, facts.*; all that are found in one
    /// pass. A fact that is absent is an error only when scoring reads it. Linear in the text.
    [[nodiscard]] static Result<Facts> parse(const RubricDocument& rubric, std::string_view json,
                                             const Limits& limits = {},
                                             UnreadFacts unread = UnreadFacts::list);

    /// Returns the name of the department or project, "" if the document gives none.
    [[nodiscard]] const std::string& subject_name() const;

    /// For the library itself.
    [[nodiscard]] const document::LoadedFacts& loaded() const { return *loaded_; }

  private:
    explicit Facts(std::shared_ptr<const document::LoadedFacts> loaded)
        : loaded_(std::move(loaded)) {}
    static Result<Facts> parse_unguarded(const RubricDocument& rubric, std::string_view json,
                                         const Limits& limits, UnreadFacts unread);

    std::shared_ptr<const document::LoadedFacts> loaded_;
};

} // namespace heng
