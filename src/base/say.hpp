// SPDX-License-Identifier: Apache-2.0
//
// Sentences of an explanation, in two languages.
//
//     const Say say{Language::zh};
//     say("失 {lost} 分", "{lost} point{s} lost", {{"lost", "0.2034"}})
#pragma once

#include "base/number_text.hpp"
#include "base/phrases.hpp"

#include <heng/number/points.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

namespace heng::detail::base {

[[nodiscard]] inline std::string text_of(const Decimal& value) {
    return base::decimal_text(value.shortest());
}

/// A sentence in the rubric's language. A "=" of the sentence is "≈" where a number beside it is
/// marked, and what stands behind it has no mark then: "≈1.1111 × 0.9 ≈ 1".
class Say {
  public:
    explicit Say(Language language) : zh_(language == Language::zh) {}

    [[nodiscard]] std::string operator()(std::string_view zh, std::string_view en,
                                         std::initializer_list<base::Blank> blanks = {}) const;
    [[nodiscard]] bool chinese() const { return zh_; }
    [[nodiscard]] Language language() const { return zh_ ? Language::zh : Language::en; }

  private:
    bool zh_;
};

} // namespace heng::detail::base
