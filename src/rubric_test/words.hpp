// SPDX-License-Identifier: Apache-2.0
//
// Words for people, in the language of the rubric.
//
//     const Words words{rubric.language};
//     words("总分", "total")
#pragma once

#include <heng/rubric/rubric.hpp>

#include <string>
#include <utility>

namespace heng::detail::rubric_test {

struct Words {
    Language language = Language::zh;

    [[nodiscard]] std::string operator()(std::string zh, std::string en) const {
        return language == Language::zh ? std::move(zh) : std::move(en);
    }
};

} // namespace heng::detail::rubric_test
