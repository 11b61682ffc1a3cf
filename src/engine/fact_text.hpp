// SPDX-License-Identifier: Apache-2.0
//
// A fact for a reader: percentages and money with their signs and units.
//
//     fact_text(slots[slot], rubric.inputs[slot], rubric.unit, Language::zh)     // "522688.65万元"
#pragma once

#include "document/inputs.hpp"
#include "feel/value.hpp"
#include "text/appender.hpp"

#include <heng/budget/money.hpp>
#include <heng/rubric/rubric.hpp>

#include <optional>
#include <string>

namespace heng::document {

/// Exactly; a list by the number of its records, and what has no value as "null".
void write_fact(text::Appender& out, const feel::Value& value, const Input& input,
                std::optional<MoneyUnit> unit, Language language);
[[nodiscard]] std::string fact_text(const feel::Value& value, const Input& input,
                                    std::optional<MoneyUnit> unit, Language language);

} // namespace heng::document
