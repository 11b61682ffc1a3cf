// SPDX-License-Identifier: Apache-2.0
//
// A page in the language of a rubric.
//
//     base::Page page = page_in(sheet.language);
#pragma once

#include "base/page.hpp"

#include <heng/rubric/rubric.hpp>

#include <string>
#include <string_view>

namespace heng::detail::document {

[[nodiscard]] inline base::Page page_in(Language language) {
    return base::Page{language == Language::zh ? "zh-CN" : "en"};
}

/// How a heading names a rubric: by its title, or its id where it has none.
[[nodiscard]] inline std::string title_of(std::string_view title, std::string_view id) {
    return std::string{title.empty() ? id : title};
}

} // namespace heng::detail::document
