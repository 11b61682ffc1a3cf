// SPDX-License-Identifier: Apache-2.0
//
// A fact for a reader: percentages and money with their signs and units.
//
//     fact_text(slots[slot], rubric.inputs[slot], rubric.unit, Language::zh)     // "522688.65万元"
#pragma once

#include "base/text/appender.hpp"
#include "document/inputs.hpp"
#include "feel/value.hpp"

#include <heng/budget/money.hpp>
#include <heng/rubric/rubric.hpp>

#include <optional>
#include <string>

namespace heng::detail::scoring {

/// Exactly; a list by the number of its records, and what has no value as "null".
void write_fact(text::Appender& out, const feel::Value& value, const document::Input& input,
                std::optional<MoneyUnit> unit, Language language);
[[nodiscard]] std::string fact_text(const feel::Value& value, const document::Input& input,
                                    std::optional<MoneyUnit> unit, Language language);

} // namespace heng::detail::scoring
