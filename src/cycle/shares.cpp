// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "cycle/messages.hpp"
#include "cycle/shares.hpp"

namespace heng::cycle {
namespace {

constexpr int most_places = 6;
constexpr int places_of_money = 2;

} // namespace

std::optional<Ratio> read_factor(const document::Reader& factor) {
    const auto number = factor.percent();
    if (!number) {
        return std::nullopt;
    }
    if (number->sign() < 0) {
        factor.problem("percent", say::below_zero(factor.subject()));
        return std::nullopt;
    }
    return Ratio{*number};
}

std::optional<Ratio> read_share(const document::Reader& share) {
    auto number = read_factor(share);
    if (number && *number > Ratio{1}) {
        share.problem("percent", say::above_whole(share.subject()), say::share_range);
        return std::nullopt;
    }
    return number;
}

std::string points_text(const Ratio& share) {
    return base::number_text(share * Ratio{100});
}

std::string share_text(const Ratio& share) {
    return points_text(share) + '%';
}

std::string amount_text(const Ratio& amount) {
    const auto exact = amount.decimal_within(most_places);
    return base::decimal_text(
        (exact ? *exact : amount.rounded(places_of_money, Rounding::ceiling)).shortest());
}

} // namespace heng::cycle
