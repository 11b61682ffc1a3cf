// SPDX-License-Identifier: Apache-2.0
//
// Exact numbers as an explanation writes them, and sentences in two languages.
//
//     exact_text(Ratio{49, 45})          // "49/45 ≈ 1.0889"
//     const Say say{Language::zh};
//     say("失 {lost} 分", "{lost} points lost", {{"lost", "0.2034"}})
#pragma once

#include "score/phrases.hpp"

#include <heng/number/percent.hpp>
#include <heng/number/points.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace heng::what_if {

/// The exact decimal where it ends within 12 places; else the fraction, where that is short, and
/// four places.
[[nodiscard]] inline std::string exact_text(const Ratio& value) {
    if (value.sign() < 0) {
        return "−" + exact_text(-value);
    }
    constexpr int most_places = 12;
    constexpr std::size_t longest_fraction = 25;
    const std::optional<Decimal> exact = value.exact_decimal();
    if (exact && exact->rounded(most_places) == *exact) {
        return exact->shortest().to_string();
    }
    const std::string near = "≈ " + value.rounded(4).to_string();
    const std::string fraction = value.numerator() + '/' + value.denominator();
    return fraction.size() <= longest_fraction ? fraction + ' ' + near : near;
}

[[nodiscard]] inline std::string exact_text(const Points& points) {
    return exact_text(points.value());
}

/// Short, for sentences: exact within six places, else four and marked.
[[nodiscard]] inline std::string short_text(const Points& points) {
    if (points < Points{}) {
        const std::string size = short_text(-points);
        constexpr std::string_view near = "≈";
        return size.starts_with(near) ? "≈−" + size.substr(near.size()) : "−" + size;
    }
    const std::optional<Decimal> exact = points.value().exact_decimal();
    if (exact && exact->rounded(6) == *exact) {
        return exact->shortest().to_string();
    }
    const Decimal near = points.rounded(4);
    return near.is_zero() ? "≈" + points.value().significant(2) : "≈" + near.to_string();
}

/// With its sign: "+0.20", "−0.01", "0".
[[nodiscard]] inline std::string signed_text(const Points& points) {
    return (points > Points{} ? "+" : "") + short_text(points);
}

/// A rate or amount: with the percentage beside it where it is a fraction.
[[nodiscard]] inline std::string measure_text(const Ratio& value, Language language) {
    const std::string text = exact_text(value);
    if (value.is_whole()) {
        return text;
    }
    const std::string percent = Percent::of(value).to_string();
    return text + (language == Language::zh ? "（" + percent + "）" : " (" + percent + ")");
}

[[nodiscard]] inline std::string text_of(const Decimal& value) {
    return value.shortest().to_string();
}

/// A sentence in the rubric's language.
class Say {
  public:
    explicit Say(Language language) : zh_(language == Language::zh) {}

    [[nodiscard]] std::string operator()(std::string_view zh, std::string_view en,
                                         std::initializer_list<document::Blank> blanks = {}) const {
        return document::fill(zh_ ? zh : en, blanks);
    }
    [[nodiscard]] bool chinese() const { return zh_; }
    [[nodiscard]] Language language() const { return zh_ ? Language::zh : Language::en; }

  private:
    bool zh_;
};

} // namespace heng::what_if
