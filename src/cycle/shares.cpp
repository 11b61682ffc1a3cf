// SPDX-License-Identifier: Apache-2.0
#include "cycle/shares.hpp"

namespace heng::cycle {
namespace {

constexpr int most_places = 6;
constexpr int places_of_share = 4;

std::string few_places(const Ratio& value, int places, Rounding mode) {
    const auto exact = value.decimal_within(most_places);
    return (exact ? *exact : value.rounded(places, mode)).shortest().to_string();
}

} // namespace

std::optional<Ratio> read_factor(const document::Reader& factor) {
    const auto number = factor.percent();
    if (!number) {
        return std::nullopt;
    }
    if (number->sign() < 0) {
        factor.problem("percent", factor.subject() + " must not be below zero");
        return std::nullopt;
    }
    return Ratio{*number};
}

std::optional<Ratio> read_share(const document::Reader& share) {
    auto number = read_factor(share);
    if (number && *number > Ratio{1}) {
        share.problem("percent", share.subject() + " is above 100%",
                      "a share is between 0 and 1, or 0% and 100%");
        return std::nullopt;
    }
    return number;
}

std::string points_text(const Ratio& share) {
    return few_places(share * Ratio{100}, places_of_share, Rounding::half_up);
}

std::string share_text(const Ratio& share) {
    return points_text(share) + '%';
}

std::string amount_text(const Ratio& amount) {
    return few_places(amount, 2, Rounding::ceiling);
}

} // namespace heng::cycle
