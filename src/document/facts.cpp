// SPDX-License-Identifier: Apache-2.0
#include "document/compiled_rubric.hpp"
#include "document/facts_reader.hpp"
#include "document/within_limits.hpp"

#include <heng/document/facts.hpp>

#include <utility>

namespace heng {

Result<Facts> Facts::parse(const RubricDocument& rubric, std::string_view json,
                           const Limits& limits, UnreadFacts unread) {
    return document::within_limits([&] { return parse_unguarded(rubric, json, limits, unread); });
}

Result<Facts> Facts::parse_unguarded(const RubricDocument& rubric, std::string_view json,
                                     const Limits& limits, UnreadFacts unread) {
    auto parsed = document::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{in_language(std::move(parsed.error()), rubric.rubric().language)};
    }
    document::Problems problems{document::facts_document, limits};
    const document::Reader root{parsed->root(), problems};
    auto facts = std::make_shared<document::LoadedFacts>(*parsed);
    if (root.has_heng()) {
        document::read_facts(root, rubric.compiled(), unread, *facts);
    }
    if (!problems.empty()) {
        return Failure{in_language(problems.error(), rubric.rubric().language)};
    }
    facts->rubric_digest = rubric.digest();
    return Facts{std::move(facts)};
}

const std::string& Facts::subject_name() const {
    return loaded_->subject_name;
}

} // namespace heng
