// SPDX-License-Identifier: Apache-2.0
//
// A sentence in the language of a rubric.
//
//     spoken(fault.message, rubric.language)
#pragma once

#include "text/words.hpp"

#include <heng/rubric/rubric.hpp>

#include <string>

namespace heng::document {

[[nodiscard]] inline const std::string& spoken(const text::Words& words, Language language) {
    return language == Language::zh ? words.zh : words.en;
}

} // namespace heng::document
