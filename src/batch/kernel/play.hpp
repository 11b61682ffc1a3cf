// SPDX-License-Identifier: Apache-2.0
//
// The passes of points in play, where an indicator that does not apply leaves and the total is
// scaled up to the full points.
#pragma once

#include "batch/kernel/arithmetic.hpp"

namespace heng::detail::kernel {

/// A step from Op::in_play to Op::rescale.
void play(const Pass& pass, const Step& step);

} // namespace heng::detail::kernel
