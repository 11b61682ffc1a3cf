// SPDX-License-Identifier: Apache-2.0
#include "number/curve.hpp"

#include <utility>

namespace heng {

Curve::Curve(bool straight, Ratio p, Ratio q, Ratio r)
    : straight_(straight), p_(std::move(p)), q_(std::move(q)), r_(std::move(r)) {}

std::optional<Curve> Curve::through(const Point& a, const Point& b, const Point& c) {
    const Ratio slope = (b.y - a.y) / (b.x - a.x);
    if (slope == (c.y - b.y) / (c.x - b.x)) {
        return Curve{true, slope, a.y - slope * a.x, Ratio{}};
    }
    // p x − r y + q = x y at each point: one equation is subtracted from the other two
    const Ratio x1 = b.x - a.x;
    const Ratio x2 = c.x - a.x;
    const Ratio y1 = b.y - a.y;
    const Ratio y2 = c.y - a.y;
    const Ratio z1 = b.x * b.y - a.x * a.y;
    const Ratio z2 = c.x * c.y - a.x * a.y;
    const Ratio determinant = y1 * x2 - x1 * y2;
    if (determinant.is_zero()) {
        return std::nullopt;
    }
    const Ratio r = (x1 * z2 - x2 * z1) / determinant;
    const Ratio p = (z1 + r * y1) / x1;
    return Curve{false, p, a.x * a.y - p * a.x + r * a.y, r};
}

std::optional<Ratio> Curve::x_at(const Ratio& y) const {
    if (straight_) {
        return p_.is_zero() ? std::nullopt : std::optional{(y - q_) / p_};
    }
    return p_ == y ? std::nullopt : std::optional{(y * r_ - q_) / (p_ - y)};
}

} // namespace heng
