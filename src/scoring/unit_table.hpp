// SPDX-License-Identifier: Apache-2.0
//
// What each unit of a department cost it, as a table for people.
//
//     单位    权重    占比     失分  主要失分
//     本级     600  60.00%     0.5  采购政策效能 0.3、合同备案时效性 0.2
//     合计    1000             0.8
#pragma once

#include "base/page.hpp"

#include <heng/score/sheet.hpp>

namespace heng::detail::scoring {

/// A section with the table: a unit a row, its weight, share of the weights, lost points, and what
/// by; the sum is last. In the rubric's language; nothing where the sheet has no units.
void add_units(base::Page& page, const ScoreSheet& sheet);

} // namespace heng::detail::scoring
