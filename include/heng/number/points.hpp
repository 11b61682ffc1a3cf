// SPDX-License-Identifier: Apache-2.0
//
// Points: a score or the points of an indicator (分), exact until a rule rounds it.
//
//     constexpr heng::Points full{"25"};
//     static_assert(round(full * heng::Ratio{8998, 9000}, 2) == heng::Points{"24.99"});
//
// Points add up, scale by a ratio, and divide into a ratio (得分率); points times points do not
// compile.
#pragma once

#include <heng/number/ratio.hpp>

#include <compare>
#include <string>
#include <utility>

namespace heng {

class Points {
  public:
    /// 0 points.
    constexpr Points() = default;
    /// Points of any value, also below 0.
    explicit constexpr Points(const Decimal& value) : value_{value} {}
    explicit constexpr Points(Ratio value) : value_{std::move(value)} {}

    /// A number in the program's own text; one outside the grammar of Decimal::parse does not
    /// compile.
    explicit constexpr Points(detail::NumberLiteral literal) : value_{literal.decimal()} {}

    [[nodiscard]] constexpr const Ratio& value() const noexcept { return value_; }

    /// Returns the value with exactly `scale` decimal places: 3.00.
    [[nodiscard]] constexpr Decimal rounded(int scale, Rounding mode = Rounding::half_up) const {
        return value_.rounded(scale, mode);
    }

    /// Returns the exact value: "0.7966", or "100/3" if no decimal is exact.
    [[nodiscard]] std::string to_string() const { return value_.to_string(); }

    friend constexpr Points operator-(const Points& a) { return Points{-a.value_}; }
    friend constexpr Points operator+(const Points& a, const Points& b) {
        return Points{a.value_ + b.value_};
    }
    friend constexpr Points operator-(const Points& a, const Points& b) {
        return Points{a.value_ - b.value_};
    }
    friend constexpr Points operator*(const Points& a, const Ratio& by) {
        return Points{a.value_ * by};
    }
    friend constexpr Points operator*(const Ratio& by, const Points& a) { return a * by; }
    friend constexpr Points operator/(const Points& a, const Ratio& by) {
        return Points{a.value_ / by};
    }
    friend constexpr Ratio operator/(const Points& a, const Points& b) {
        return a.value_ / b.value_;
    }

    constexpr Points& operator+=(const Points& other) { return *this = *this + other; }
    constexpr Points& operator-=(const Points& other) { return *this = *this - other; }

    [[gnu::always_inline]] friend constexpr bool operator==(const Points& a, const Points& b) {
        return (a.value_ <=> b.value_) == 0;
    }
    [[gnu::always_inline]] friend constexpr std::strong_ordering operator<=>(const Points& a,
                                                                             const Points& b) {
        return a.value_ <=> b.value_;
    }

  private:
    Ratio value_;
};

/// Returns the points rounded once to `scale` decimal places.
constexpr Points round(const Points& points, int scale, Rounding mode = Rounding::half_up) {
    return Points{points.rounded(scale, mode)};
}

/// Returns |points|.
constexpr Points abs(const Points& points) {
    return Points{abs(points.value())};
}
/// Returns the smaller of the two.
constexpr Points min(const Points& a, const Points& b) {
    return b < a ? b : a;
}
/// Returns the larger of the two.
constexpr Points max(const Points& a, const Points& b) {
    return a < b ? b : a;
}

} // namespace heng
