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
    auto parsed = document::JsonDocument::parse(json, limits);
    return parsed ? of(*parsed, limits) : Failure{std::move(parsed.error())};
}

Result<RubricDocument> RubricDocument::of(const document::JsonDocument& json,
                                          const Limits& limits) {
    return document::within_limits([&]() -> Result<RubricDocument> {
        auto compiled = document::compiled(json, limits);
        if (!compiled) {
            return Failure{std::move(compiled.error())};
        }
        document::note_ratios(**compiled);
        (*compiled)->json = json;
        (*compiled)->digest = document::digest_of(document::canonical_of(json.root(), not_scored));
        return RubricDocument{*std::move(compiled)};
    });
}

RubricDocument RubricDocument::spoken_in(Language language) const {
    if (language == compiled_->rubric.language) {
        return *this;
    }
    auto spoken = std::make_shared<document::CompiledRubric>(*compiled_);
    spoken->rubric.language = language;
    return RubricDocument{std::move(spoken)};
}

const Rubric& RubricDocument::rubric() const {
    return compiled_->rubric;
}

std::string_view RubricDocument::text() const {
    return compiled_->json->text();
}

const std::string& RubricDocument::digest() const {
    return compiled_->digest;
}

} // namespace heng
