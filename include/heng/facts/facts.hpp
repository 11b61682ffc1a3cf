// SPDX-License-Identifier: Apache-2.0
//
// The facts of one department or project, read from a facts/1 document for a rubric.
//
//     Result<Facts> facts = Facts::parse(rubric, text);
//     if (!facts) std::cerr << in_document(facts.error(), "facts.json") << '\n';
//     Result<ScoreSheet> sheet = score(*facts);
//
// Facts carry the rubric that they were read for, so that no call can be given a rubric that does
// not match them. Figures that are no JSON are put into a FactsBuilder (facts_builder.hpp). Numbers
// are read as decimal text, exactly; money is converted exactly from the document's unit to the
// rubric's. Immutable and cheap to copy; any number of threads may use one at once.
#pragma once

#include <heng/document/rubric_document.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace heng {

namespace detail::json {
class JsonDocument;
}
namespace detail::facts {
struct LoadedFacts;
} // namespace detail::facts

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

    /// Returns the rubric that they were read for.
    [[nodiscard]] const RubricDocument& rubric() const { return rubric_; }

    /// Returns the name of the department or project, "" if the document gives none.
    [[nodiscard]] const std::string& subject_name() const;

    /// Reads the same document for another rubric, without limits, since it was read before.
    /// Errors: facts.*. Linear in the document.
    [[nodiscard]] Result<Facts> read_for(const RubricDocument& other) const;

    /// Returns the same facts, so that every sentence about them is in `language`. Linear in the
    /// document and the rubric; constant if that is the rubric's own language.
    [[nodiscard]] Result<Facts> spoken_in(Language language) const;

    /// Reads a document that is in memory. For the library itself.
    [[nodiscard]] static Result<Facts> of(const RubricDocument& rubric,
                                          const detail::json::JsonDocument& json,
                                          const Limits& limits = {},
                                          UnreadFacts unread = UnreadFacts::list);

    /// For the library itself.
    [[nodiscard]] const detail::facts::LoadedFacts& loaded() const { return *loaded_; }

  private:
    Facts(RubricDocument rubric, std::shared_ptr<const detail::facts::LoadedFacts> loaded)
        : rubric_(std::move(rubric)), loaded_(std::move(loaded)) {}

    RubricDocument rubric_;
    std::shared_ptr<const detail::facts::LoadedFacts> loaded_;
};

} // namespace heng
