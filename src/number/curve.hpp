// SPDX-License-Identifier: Apache-2.0
//
// A hyperbola or a straight line: a formula of + − × ÷ as a function of one figure that it reads
// once. Three of its points determine it, and tell exactly where it has a given value.
//
//     const auto curve = Curve::through({1, 12}, {2, 6}, {4, 3});   // 12 ÷ x
//     curve->x_at(Ratio{5})                                         // 12/5
#pragma once

#include <heng/number/ratio.hpp>

#include <optional>

namespace heng {

class Curve {
  public:
    struct Point {
        Ratio x;
        Ratio y;
    };

    /// The curve through three points of three different x; none where there is no such curve.
    /// Throws NumberError past the limits of numbers.
    [[nodiscard]] static std::optional<Curve> through(const Point& a, const Point& b,
                                                      const Point& c);

    /// Where it has the value `y`; none where it is nowhere so, or everywhere.
    [[nodiscard]] std::optional<Ratio> x_at(const Ratio& y) const;

  private:
    Curve(bool straight, Ratio p, Ratio q, Ratio r);

    // (p x + q) ÷ (x + r), or p x + q where it is straight
    bool straight_;
    Ratio p_, q_, r_;
};

} // namespace heng
