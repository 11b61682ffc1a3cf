// SPDX-License-Identifier: Apache-2.0
//
// Money: an amount in its unit (元, 万元, 亿元), exact.
//
//     using namespace heng::literals;
//     constexpr heng::WanYuan spent{522688.65_dec};
//     constexpr heng::WanYuan budget{527470.55_dec};
//     (spent / budget);                          // a Ratio: 支出进度
//     spent.in<heng::MoneyUnit::yuan>();         // 5226886500 元, exactly
//     // spent + heng::Yuan{1_dec};              // does not compile: unlike units
//
// The unit is part of the type. If it is only known at run time, as in a document, convert()
// changes one unit to another. Every conversion is exact and named.
#pragma once

#include <heng/number/ratio.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace heng {

/// The units in which Chinese budgets are printed.
enum class MoneyUnit : std::uint8_t {
    yuan,     ///< 元
    wan_yuan, ///< 万元, 10^4 元
    yi_yuan,  ///< 亿元, 10^8 元
};

namespace detail {

inline constexpr std::array<std::string_view, 3> money_unit_names = {"元", "万元", "亿元"};
inline constexpr std::array<std::int64_t, 3> yuan_in_unit = {1, 10'000, 100'000'000};

} // namespace detail

/// Returns "元", "万元" or "亿元".
constexpr std::string_view name(MoneyUnit unit) {
    return detail::money_unit_names[static_cast<std::size_t>(unit)];
}

/// Returns the unit with this name, exactly as name() gives it; empty if there is none.
constexpr std::optional<MoneyUnit> money_unit_from(std::string_view text) {
    for (std::size_t i = 0; i < detail::money_unit_names.size(); ++i) {
        if (detail::money_unit_names[i] == text) {
            return static_cast<MoneyUnit>(i);
        }
    }
    return std::nullopt;
}

/// Returns an amount of `from` in units of `to`, exactly: convert(1, yi_yuan, wan_yuan) is 10,000.
constexpr Ratio convert(const Ratio& amount, MoneyUnit from, MoneyUnit to) {
    return amount * Ratio{detail::yuan_in_unit[static_cast<std::size_t>(from)],
                          detail::yuan_in_unit[static_cast<std::size_t>(to)]};
}

/// An exact amount of money, of either sign, in `Unit`. The arithmetic is that of Ratio and throws
/// as it does; amounts in unlike units do not add up or compare.
template <MoneyUnit Unit>
class Money {
  public:
    static constexpr MoneyUnit unit = Unit;

    /// Zero.
    constexpr Money() = default;
    /// An amount in units: WanYuan{1.5_dec} is 1.5 万元.
    explicit constexpr Money(const Decimal& amount) : amount_{amount} {}
    explicit constexpr Money(Ratio amount) : amount_{std::move(amount)} {}

    /// Returns the number of units.
    [[nodiscard]] constexpr const Ratio& amount() const noexcept { return amount_; }

    /// Returns the same money in another unit, exactly.
    template <MoneyUnit Other>
    [[nodiscard]] constexpr Money<Other> in() const {
        return Money<Other>{convert(amount_, Unit, Other)};
    }

    /// Returns the amount with exactly `scale` decimal places, rounded once.
    [[nodiscard]] constexpr Decimal rounded(int scale, Rounding mode = Rounding::half_up) const {
        return amount_.rounded(scale, mode);
    }

    /// Returns the exact amount and the unit: "135.5万元".
    [[nodiscard]] std::string to_string() const { return amount_.to_string().append(name(Unit)); }

    friend constexpr Money operator-(const Money& a) { return Money{-a.amount_}; }
    friend constexpr Money operator+(const Money& a, const Money& b) {
        return Money{a.amount_ + b.amount_};
    }
    friend constexpr Money operator-(const Money& a, const Money& b) {
        return Money{a.amount_ - b.amount_};
    }
    friend constexpr Money operator*(const Money& a, const Ratio& by) {
        return Money{a.amount_ * by};
    }
    friend constexpr Money operator*(const Ratio& by, const Money& a) { return a * by; }
    friend constexpr Money operator/(const Money& a, const Ratio& by) {
        return Money{a.amount_ / by};
    }
    /// Returns money ÷ money, a rate. Throws NumberError{division_by_zero} if b is zero.
    friend constexpr Ratio operator/(const Money& a, const Money& b) {
        return a.amount_ / b.amount_;
    }

    constexpr Money& operator+=(const Money& other) { return *this = *this + other; }
    constexpr Money& operator-=(const Money& other) { return *this = *this - other; }

    friend constexpr bool operator==(const Money&, const Money&) = default;
    friend constexpr std::strong_ordering operator<=>(const Money&, const Money&) = default;

  private:
    Ratio amount_;
};

using Yuan = Money<MoneyUnit::yuan>;
using WanYuan = Money<MoneyUnit::wan_yuan>;
using YiYuan = Money<MoneyUnit::yi_yuan>;

} // namespace heng
