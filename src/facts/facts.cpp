// SPDX-License-Identifier: Apache-2.0
#include "base/json/no_limits.hpp"
#include "document/compiled_rubric.hpp"
#include "document/within_limits.hpp"
#include "facts/facts_reader.hpp"

#include <heng/facts/facts.hpp>

#include <memory>
#include <utility>

namespace heng {

Result<Facts> Facts::parse(const RubricDocument& rubric, std::string_view json,
                           const Limits& limits, UnreadFacts unread) {
    auto parsed = detail::json::JsonDocument::parse(json, limits);
    return parsed ? of(rubric, *parsed, limits, unread)
                  : Failure{in_language(std::move(parsed.error()), rubric.rubric().language)};
}

Result<Facts> Facts::of(const RubricDocument& rubric, const detail::json::JsonDocument& json,
                        const Limits& limits, UnreadFacts unread) {
    return detail::document::within_limits([&]() -> Result<Facts> {
        auto loaded = detail::facts::loaded_facts(rubric.compiled(), json, limits, unread);
        if (!loaded) {
            return Failure{std::move(loaded.error())};
        }
        return Facts{rubric,
                     std::make_shared<const detail::facts::LoadedFacts>(*std::move(loaded))};
    });
}

Result<Facts> Facts::read_for(const RubricDocument& other) const {
    return of(other, loaded_->json, detail::json::no_limits());
}

Result<Facts> Facts::spoken_in(Language language) const {
    return language == rubric_.rubric().language ? *this : read_for(rubric_.spoken_in(language));
}

const std::string& Facts::subject_name() const {
    return loaded_->subject_name;
}

} // namespace heng
