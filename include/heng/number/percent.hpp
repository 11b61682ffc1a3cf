// SPDX-License-Identifier: Apache-2.0
//
// Percent: a rate that people read in hundredths, such as 支出进度 99.09 %.
//
//     const auto rate = heng::Percent::of(522688.65_dec / 527470.55_dec);
//     rate.to_string();                        // "99.09%"
//     heng::Percent::parse("96.60%")->ratio(); // 0.966 exactly
//
// The ratio inside is exact; only the text is rounded.
#pragma once

#include <heng/number/ratio.hpp>

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace heng {

class Percent {
  public:
    /// 0 %.
    constexpr Percent() = default;

    /// Returns the rate as a percentage: of(1/2) is 50 %.
    [[nodiscard]] static constexpr Percent of(Ratio rate) { return Percent{std::move(rate)}; }

    /// Reads a number as Decimal::parse does, followed by '%'. Returns a ParseFault for other
    /// texts.
    [[nodiscard]] static tl::expected<Percent, ParseFault> parse(std::string_view text,
                                                                 NumberLimits limits = {}) {
        if (text.empty()) {
            return tl::unexpected(ParseFault{NumberFault::empty, 0});
        }
        if (text.back() != '%') {
            return tl::unexpected(ParseFault{NumberFault::not_a_number, text.size()});
        }
        text.remove_suffix(1);
        const auto hundredths = Decimal::parse(text, limits);
        if (!hundredths) {
            return tl::unexpected(hundredths.error());
        }
        return Percent{*hundredths / Decimal{100}};
    }

    /// Returns the rate: 0.9909… for 99.09… %.
    [[nodiscard]] constexpr const Ratio& ratio() const noexcept { return rate_; }

    /// Returns text such as "99.09%", rounded to `places` decimal places of the hundredths.
    [[nodiscard]] std::string to_string(int places = 2, Rounding mode = Rounding::half_up) const {
        return (rate_ * Ratio{100}).rounded(places, mode).to_string() + '%';
    }

    friend constexpr bool operator==(const Percent&, const Percent&) = default;
    friend constexpr std::strong_ordering operator<=>(const Percent&, const Percent&) = default;

  private:
    explicit constexpr Percent(Ratio rate) : rate_{std::move(rate)} {}

    Ratio rate_;
};

} // namespace heng
