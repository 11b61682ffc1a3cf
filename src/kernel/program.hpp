// SPDX-License-Identifier: Apache-2.0
//
// The compiled form of a rubric: flat steps over registers, each of which is a column of a block.
#pragma once

#include "kernel/kernel.hpp"

#include <vector>

namespace heng::kernel {

struct Program {
    std::vector<Kernel::Item> items;
    int scale = 0;
    std::optional<int> total_scale{};
};

} // namespace heng::kernel
