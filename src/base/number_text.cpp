// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"

#include <algorithm>
#include <string_view>

namespace heng::detail::base {
namespace {

constexpr int most_exact_places = 12;
constexpr int near_places = 4;
constexpr int near_digits = 2;
constexpr int most_places = 100; ///< of a value near an edge

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

int places_of(const std::string& small) {
    return static_cast<int>(small.size() - std::string_view{"0."}.size());
}

std::string number_text(const Ratio& value, int least, std::string_view sign) {
    const Ratio size = abs(value);
    if (const auto exact = shown_exactly(size)) {
        const Decimal shortest = exact->shortest();
        const bool padded = shortest.scale() < least;
        return std::string{sign} + (padded ? shortest.rounded(least) : shortest).to_string();
    }
    return marked(sign, is_small(size) ? small_text(size) : size.rounded(near_places).to_string());
}

} // namespace

std::string number_text(const Ratio& value, int least) {
    return number_text(value, least, value.sign() < 0 ? minus : "");
}

std::string signed_text(const Ratio& value) {
    return number_text(value, 0, value.sign() < 0 ? minus : value.sign() > 0 ? "+" : "");
}

std::string decimal_text(const Decimal& value) {
    return value.sign() < 0 ? std::string{minus} + (-value).to_string() : value.to_string();
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
    const Ratio size = abs(value);
    const int places = is_small(size) ? places_of(small_text(size)) : near_places;
    const auto shown = told_apart(value, places, edges);
    if (!shown) {
        return std::nullopt;
    }
    const std::string_view sign = value.sign() < 0 ? minus : "";
    const bool all = Ratio{*shown} == value;
    return all ? decimal_text(*shown) : marked(sign, abs(*shown).to_string());
}

std::optional<Decimal> told_apart(const Ratio& value, int places, std::span<const Ratio> edges) {
    constexpr int more = 2;
    for (; places <= most_places; places += more) {
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
