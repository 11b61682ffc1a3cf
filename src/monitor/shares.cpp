// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "monitor/shares.hpp"
#include "plan/messages.hpp"

namespace heng::detail::monitor {
namespace {

constexpr int most_places = 6;
constexpr int places_of_money = 2;

} // namespace

std::optional<Ratio> read_factor(const json::Reader& factor) {
    const auto number = factor.percent();
    if (!number) {
        return std::nullopt;
    }
    if (number->sign() < 0) {
        factor.problem("percent", plan::say::below_zero(factor.subject()));
        return std::nullopt;
    }
    return Ratio{*number};
}

std::optional<Ratio> read_share(const json::Reader& share) {
    auto number = read_factor(share);
    if (number && *number > Ratio{1}) {
        share.problem("percent", plan::say::above_whole(share.subject()), plan::say::share_range);
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

} // namespace heng::detail::monitor
