// SPDX-License-Identifier: Apache-2.0
//
// Says Words in one language, for text that is written in it throughout.
//
//     const Speech words{report.language};
//     page.add(Paragraph{words(say::tests(passed, failed))});
#pragma once

#include "base/text/messages.hpp"

#include <string>

namespace heng::detail::text {

struct Speech {
    Language language = Language::zh;

    [[nodiscard]] std::string operator()(const Words& words) const {
        return spoken(words, language);
    }
};

} // namespace heng::detail::text
