// SPDX-License-Identifier: Apache-2.0
//
// Comparing what values can be: what a comparison of two can give, and what is left of one where it
// is known how it compares.
//
//     satisfying(Numbers::all(), Op::less, Numbers::at(Ratio{3}))     // < 3
#pragma once

#include "feel/abstract.hpp"
#include "feel/code.hpp"

namespace heng::detail::feel {

/// The numbers of x for which `x op y` holds for some y.
[[nodiscard]] Numbers satisfying(const Numbers& x, Op op, const Numbers& y);

/// Kinds that it may have, but for null: one bit each, in the order of Kind.
[[nodiscard]] unsigned kinds_of(const Abstract& value);
[[nodiscard]] bool has_more_than_one(unsigned kinds);
/// Those that have an order.
inline constexpr unsigned ordered_kinds = 2 | 4 | 8 | 16;

/// What `a = b` can give.
[[nodiscard]] Abstract equality(const Abstract& a, const Abstract& b);
/// Whether `a op b` holds for some of them.
[[nodiscard]] bool may_order(const Abstract& a, Op op, const Abstract& b);
/// `to` without what the single value `but` is.
[[nodiscard]] Abstract without(const Abstract& to, const Abstract& but);

} // namespace heng::detail::feel
