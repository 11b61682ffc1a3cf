// SPDX-License-Identifier: Apache-2.0
//
// A rubric read from a rubric/1 document: the tree of indicators and its compiled expressions,
// checked against the declared inputs.
//
//     Result<RubricDocument> rubric = RubricDocument::parse(text);
//     if (!rubric) std::cerr << rubric.error() << '\n';     // every contradiction, with its place
//
// Immutable and cheap to copy (copies share); any number of threads may use one at once.
#pragma once

#include <heng/limits.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace heng {

namespace detail::json {
class JsonDocument;
}
namespace detail::document {
struct CompiledRubric;
} // namespace detail::document

class RubricDocument {
  public:
    /// Reads rubric/1. Errors: json.*, limit.*, rubric.*, feel.*; all that are found in one pass.
    /// Linear in the text.
    [[nodiscard]] static Result<RubricDocument> parse(std::string_view json,
                                                      const Limits& limits = {});

    /// Returns the tree, without the expressions.
    [[nodiscard]] const Rubric& rubric() const;

    /// Returns the document's text as it was read.
    [[nodiscard]] std::string_view text() const;

    /// Returns the rubric's identity: "sha256:" and the digest of its canonical form. White space,
    /// the order of keys, the spelling of numbers, keys with `$` or `x-`, and its own tests
    /// (rubric_test.hpp), which scoring does not read, do not change it. Linear in the text at the
    /// first call, which may come from any thread; constant after it.
    [[nodiscard]] const std::string& digest() const;

    /// Returns the same rubric, so that every sentence about it is in `language`. Its text, digest
    /// and own words stay. Linear in the rubric; constant if it has that language.
    [[nodiscard]] RubricDocument spoken_in(Language language) const;

    /// Reads a document that is in memory. For the library itself.
    [[nodiscard]] static Result<RubricDocument> of(const detail::json::JsonDocument& json,
                                                   const Limits& limits = {});

    /// For the library itself.
    [[nodiscard]] const detail::document::CompiledRubric& compiled() const { return *compiled_; }

  private:
    explicit RubricDocument(std::shared_ptr<const detail::document::CompiledRubric> compiled)
        : compiled_(std::move(compiled)) {}

    std::shared_ptr<const detail::document::CompiledRubric> compiled_;
};

} // namespace heng
