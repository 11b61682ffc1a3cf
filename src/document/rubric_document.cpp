// SPDX-License-Identifier: Apache-2.0
#include "document/canonical.hpp"
#include "document/compiled_rubric.hpp"
#include "document/digest.hpp"
#include "document/rubric_reader.hpp"
#include "document/scales.hpp"
#include "document/within_limits.hpp"

#include <heng/document/rubric_document.hpp>

#include <array>
#include <utility>

namespace heng {
namespace {

/// A rubric with one test more gives the same scores, and is the same rubric.
constexpr std::array<std::string_view, 2> not_scored{"tests", "equivalent"};

} // namespace

Result<RubricDocument> RubricDocument::parse(std::string_view json, const Limits& limits) {
    return document::within_limits([&] { return parse_unguarded(json, limits); });
}

Result<RubricDocument> RubricDocument::parse_unguarded(std::string_view json,
                                                       const Limits& limits) {
    auto parsed = document::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    document::Problems problems{document::rubric_document, limits};
    const document::Reader root{parsed->root(), problems};
    auto compiled = std::make_shared<document::CompiledRubric>();
    if (!root.has_heng()) {
        return Failure{problems.error()};
    }
    document::read_rubric(root, *compiled);
    if (!problems.empty()) {
        return Failure{in_language(problems.error(), compiled->rubric.language)};
    }
    document::note_ratios(*compiled);
    compiled->text = json;
    compiled->digest = document::digest_of(document::canonical_of(parsed->root(), not_scored));
    return RubricDocument{std::move(compiled)};
}

const Rubric& RubricDocument::rubric() const {
    return compiled_->rubric;
}

const std::string& RubricDocument::text() const {
    return compiled_->text;
}

const std::string& RubricDocument::digest() const {
    return compiled_->digest;
}

} // namespace heng
