// SPDX-License-Identifier: Apache-2.0
#include "document/embedded.hpp"

#include <heng/document/builtin.hpp>

namespace heng {

std::vector<std::string_view> builtin_ids() {
    return detail::document::ids_of(embedded_rubrics());
}

Result<std::string_view> builtin_text(std::string_view id) {
    return detail::document::text_in(embedded_rubrics(), id, "rubric.not-found",
                                     detail::document::say::no_builtin);
}

Result<RubricDocument> builtin(std::string_view id) {
    const auto text = builtin_text(id);
    if (!text) {
        return Failure{text.error()};
    }
    return RubricDocument::parse(*text);
}

} // namespace heng
