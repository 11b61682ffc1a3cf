// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"

#include <heng/number/percent.hpp>

#include <algorithm>
#include <string_view>

namespace heng::detail::base {
namespace {

constexpr int most_exact_places = 6;
constexpr int near_places = 4;
constexpr int near_digits = 2;
constexpr int most_places = 100; ///< of a value near an edge
constexpr int more_places = 2;   ///< at a time
constexpr int plain_places = 10; ///< of CSV

constexpr std::string_view minus = "−";

/// The mark, the sign, and the size.
std::string marked(std::string_view sign, const std::string& size) {
    return "≈" + std::string{sign} + size;
}

bool is_small(const Ratio& size) {
    return size < Ratio{1, 1'000} && !size.is_zero();
}

/// Two digits of a value below a thousandth, which four places would show one of, or none.
std::string small_text(const Ratio& size) {
    std::string digits = size.significant(near_digits, Rounding::half_up);
    const std::size_t first = digits.find_first_of("123456789");
    digits += first + 1 == digits.size() ? "0" : ""; // significant() leaves it out of 0.00010
    return digits;
}

/// Not as a whole number: 0.99999 is no 1.
std::string size_text(const Ratio& size) {
    if (is_small(size)) {
        return small_text(size);
    }
    int places = near_places;
    Decimal shown = size.rounded(places);
    while (Ratio{shown}.is_whole() && !size.is_whole() && places < most_places) {
        places += more_places;
        shown = size.rounded(places);
    }
    return shown.to_string();
}

std::string number_text(const Ratio& value, int least, std::string_view sign) {
    const Ratio size = abs(value);
    if (const auto exact = shown_exactly(size)) {
        const Decimal shortest = exact->shortest();
        const bool padded = shortest.scale() < least;
        return std::string{sign} + (padded ? shortest.rounded(least) : shortest).to_string();
    }
    return marked(sign, size_text(size));
}

} // namespace

std::string number_text(const Ratio& value, int least) {
    return number_text(value, least, value.sign() < 0 ? minus : "");
}

std::string signed_text(const Ratio& value) {
    return number_text(value, 0, value.sign() < 0 ? minus : value.sign() > 0 ? "+" : "");
}

std::string decimal_text(const Decimal& value) {
    return with_minus(value.to_string());
}

std::string with_minus(std::string number) {
    return number.starts_with('-') ? number.replace(0, 1, minus) : number;
}

std::string percent_text(const Ratio& rate) {
    return with_minus(Percent::of(rate).to_string());
}

std::string plain_text(const Ratio& value, int least) {
    const auto exact = value.exact_decimal();
    const Decimal shown = exact ? exact->shortest() : value.rounded(plain_places);
    return (shown.scale() < least ? shown.rounded(least) : shown).to_string();
}

std::optional<Decimal> shown_exactly(const Ratio& value) {
    constexpr int usual = 2; // places of most
    auto decimal = value.decimal_within(usual);
    return decimal ? decimal : value.decimal_within(most_exact_places);
}

std::optional<std::string> near_text(const Ratio& value, std::span<const Ratio> edges) {
    if (edges.empty()) {
        return number_text(value);
    }
    const std::string usual = size_text(abs(value));
    const auto places = static_cast<int>(usual.size() - usual.find('.') - 1);
    const auto shown = told_apart(value, places, edges);
    if (!shown) {
        return std::nullopt;
    }
    const std::string_view sign = value.sign() < 0 ? minus : "";
    const bool all = Ratio{*shown} == value;
    return all ? decimal_text(shown->shortest()) : marked(sign, abs(*shown).to_string());
}

std::optional<Decimal> told_apart(const Ratio& value, int places, std::span<const Ratio> edges) {
    for (; places <= most_places; places += more_places) {
        Decimal shown = value.rounded(places);
        const bool apart = std::all_of(edges.begin(), edges.end(), [&](const Ratio& edge) {
            return value == edge || (value <=> edge) == (Ratio{shown} <=> edge);
        });
        if (apart) {
            return shown;
        }
    }
    return std::nullopt;
}

} // namespace heng::detail::base
