// SPDX-License-Identifier: Apache-2.0
#include "document/messages.hpp"
#include "rubrics/embedded.hpp"
#include "text/nearest.hpp"
#include "text/width.hpp"

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
    text::Nearest nearest{id};
    const std::vector<std::string_view> known = builtin_ids();
    for (const std::string_view each : known) {
        nearest.consider(each);
    }
    return Failure{text::error_of(Status::not_found, "rubric.not-found",
                                  document::say::no_builtin(text::quoted(id)),
                                  document::say::nearest_or_all(nearest.found(), known))};
}

Result<RubricDocument> builtin(std::string_view id) {
    const auto text = builtin_text(id);
    if (!text) {
        return Failure{text.error()};
    }
    return RubricDocument::parse(*text);
}

} // namespace heng
