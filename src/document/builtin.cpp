// SPDX-License-Identifier: Apache-2.0
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
    std::string known;
    for (const std::string_view each : builtin_ids()) {
        nearest.consider(each);
        known += (known.empty() ? "one of: " : ", ") + std::string{each};
    }
    return Failure{Error{.status = Status::not_found,
                         .code = "rubric.not-found",
                         .message = "there is no built-in rubric " + text::quoted(id),
                         .hint = nearest.found().empty() ? known : nearest.question()}};
}

Result<RubricDocument> builtin(std::string_view id) {
    const auto text = builtin_text(id);
    if (!text) {
        return Failure{text.error()};
    }
    return RubricDocument::parse(*text);
}

} // namespace heng
