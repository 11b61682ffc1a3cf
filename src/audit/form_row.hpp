// SPDX-License-Identifier: Apache-2.0
//
// One target record of a published form, as it is printed: what can't be read as it should be is a
// finding, and the rest of the record is read all the same.
//
//     TargetRow row;
//     FormRow printed{record};
//     read_row(record, {language, dialects, limits}, findings, row, printed);
#pragma once

#include "audit/form.hpp"
#include "base/json/json.hpp"

#include <heng/limits.hpp>
#include <heng/rule/targets.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace heng::detail::audit {

inline constexpr std::size_t most_told = 500; ///< findings of one kind of place; nobody reads more

struct RowRules {
    Language language;
    const std::set<Dialect>& dialects; ///< of all the rules that the row may be scored by
    const Limits& limits;
};

/// Fills `row` for scoring and `printed` for comparing. O(record).
void read_row(json::Json record, const RowRules& rules, std::vector<Finding>& findings,
              TargetRow& row, FormRow& printed);

/// A value for a sentence, shortened.
[[nodiscard]] std::string shown(json::Json json);

} // namespace heng::detail::audit
