// SPDX-License-Identifier: Apache-2.0
//
// Lists the inputs that a rubric declares, for whoever fills in a form or maps columns.
//
//     for (const RubricInput& each : inputs_of(rubric)) {
//         std::cout << each.path << ' ' << each.type << ' ' << each.unit << '\n';
//     }
//     // budget.annual money 万元
//     // contracts list
//     // contracts[].signed_late boolean
#pragma once

#include <heng/document/rubric_document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace heng {

struct RubricInput {
    std::string path;      ///< "budget.annual"; a field of a list's records: "contracts[].days"
    std::string_view type; ///< "number", "money", "percent", "count", "boolean", "text", "date",
                           ///< "list", or "targets" of a list of target records
    std::string label;     ///< for people; the path where the rubric has no words for it
    std::string_view unit; ///< of money the rubric's, such as "万元"; else ""
    bool optional = false; ///< whether it may be absent
};

/// The inputs in the order of the rubric, the fields of records behind their list. Linear.
[[nodiscard]] std::vector<RubricInput> inputs_of(const RubricDocument& rubric);

} // namespace heng
