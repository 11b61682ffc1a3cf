// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "base/text/width.hpp"
#include "builtin/rubrics/embedded.hpp"
#include "document/messages.hpp"

#include <heng/document/builtin.hpp>

#include <string>

namespace heng {

std::vector<std::string_view> builtin_ids() {
    std::vector<std::string_view> ids;
    for (const EmbeddedRubric& rubric : embedded_rubrics()) {
        ids.push_back(rubric.id);
    }
    return ids;
}

Result<std::string_view> builtin_text(std::string_view id) {
    for (const EmbeddedRubric& rubric : embedded_rubrics()) {
        if (rubric.id == id) {
            return rubric.json;
        }
    }
    detail::text::Nearest nearest{id};
    const std::vector<std::string_view> known = builtin_ids();
    for (const std::string_view each : known) {
        nearest.consider(each);
    }
    return Failure{
        detail::text::error_of(Status::not_found, "rubric.not-found",
                               detail::document::say::no_builtin(detail::text::quoted(id)),
                               detail::document::say::nearest_or_all(nearest.found(), known))};
}

Result<RubricDocument> builtin(std::string_view id) {
    const auto text = builtin_text(id);
    if (!text) {
        return Failure{text.error()};
    }
    return RubricDocument::parse(*text);
}

} // namespace heng
