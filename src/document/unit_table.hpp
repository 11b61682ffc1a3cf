// SPDX-License-Identifier: Apache-2.0
//
// What each unit of a department cost it, as a table for people.
//
//     单位    权重    占比     失分  主要失分
//     本级     600  60.00%     0.5  采购政策效能 0.3、合同备案时效性 0.2
//     合计    1000             0.8
#pragma once

#include <heng/score/sheet.hpp>

#include <array>
#include <string>
#include <vector>

namespace heng::document {

struct UnitTable {
    std::string heading;
    /// Unit, weight, share of the weights, lost points, what by. Headings first, the sum last;
    /// empty where the sheet has no units.
    std::vector<std::array<std::string, 5>> rows;
};

/// In the rubric's language; what steers no terminal.
[[nodiscard]] UnitTable unit_table(const ScoreSheet& sheet);

/// In columns, after an empty line; nothing of an empty table.
void write_text(std::string& out, const UnitTable& table);

/// What Markdown would read as syntax is escaped.
void write_markdown(std::string& out, const UnitTable& table);

} // namespace heng::document
