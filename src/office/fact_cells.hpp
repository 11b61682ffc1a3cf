// SPDX-License-Identifier: Apache-2.0
//
// The value of a fact in a cell.
//
//     if (auto json = json_of(table.at(7, 2), field, where, problems)) data.set(field.path, *json);
#pragma once

#include "office/form_plan.hpp"

#include <heng/office/tables.hpp>

#include <optional>
#include <string>

namespace heng::office {

/// The value as JSON; nothing where the cell is blank (`cell` is nullptr, or its text stands for
/// nothing), and where it can't be read, which is added to the problems. A text that is no value of
/// the type is passed on as it is: heng says what is wrong with it.
[[nodiscard]] std::optional<std::string> json_of(const Cell* cell, const Field& field,
                                                 const Where& where, Problems& problems);

} // namespace heng::office
