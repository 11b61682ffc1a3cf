// SPDX-License-Identifier: Apache-2.0
//
// The inputs that a rubric declares: what facts it may read, and of what type.
//
//     "budget.annual": {"type": "money", "label": "全年预算数", "minimum": "0"}
#pragma once

#include "document/json/reader.hpp"
#include "feel/scope.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

#include <heng/number/decimal.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng::document {

enum class InputType : std::uint8_t { number, money, percent, count, boolean, text, date, list };

struct Input {
    std::string path; ///< dotted, such as "budget.annual"
    InputType type = InputType::number;
    std::string label{}; ///< for people
    bool optional = false;
    std::optional<feel::Value> fallback{}; ///< what an absent optional input is worth
    std::optional<Decimal> minimum{};
    std::optional<Decimal> maximum{};
    bool of_targets = false; ///< a list of target records
    std::vector<Input> of{}; ///< the fields of a list of other records

    [[nodiscard]] const std::string& name() const { return label.empty() ? path : label; }
};

/// Whether its values depend on a unit of money.
[[nodiscard]] bool has_money(const Input& input);

/// Reads one member of "inputs", which is an object from paths to declarations.
[[nodiscard]] std::optional<Input> read_input(const Reader& declared);

/// What the checker of expressions knows of it.
[[nodiscard]] feel::Type type_of(const Input& input);

} // namespace heng::document
