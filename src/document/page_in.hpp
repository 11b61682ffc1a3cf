// SPDX-License-Identifier: Apache-2.0
//
// A page in the language of a rubric.
//
//     base::Page page = page_in(sheet.language);
#pragma once

#include "base/page.hpp"

#include <heng/rubric/rubric.hpp>

namespace heng::detail::document {

[[nodiscard]] inline base::Page page_in(Language language) {
    return base::Page{language == Language::zh ? "zh-CN" : "en"};
}

} // namespace heng::detail::document
