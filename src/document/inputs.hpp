// SPDX-License-Identifier: Apache-2.0
//
// The inputs that a rubric declares: what facts it may read, and of what type.
//
//     "budget.annual": {"type": "money", "label": "全年预算数", "minimum": "0"}
#pragma once

#include "base/json/reader.hpp"
#include "feel/scope.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

#include <heng/number/decimal.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::document {

enum class InputType : std::uint8_t { number, money, percent, count, boolean, text, date, list };

/// How the facts of a department's units become one: see heng/score/units.hpp.
enum class Aggregate : std::uint8_t { none, own, sum, mean, all, any, concatenate };

struct Input {
    std::string path; ///< dotted, such as "budget.annual"
    InputType type = InputType::number;
    std::string label{}; ///< for people
    bool optional = false;
    bool fixed = false; ///< those whose fact it is can't change it, so that no advice says so
    std::optional<feel::Value> fallback{}; ///< what an absent optional input is worth
    std::optional<Decimal> minimum{};
    std::optional<Decimal> maximum{};
    bool of_targets = false;               ///< a list of target records
    std::vector<Input> of{};               ///< the fields of a list of other records
    Aggregate aggregate = Aggregate::none; ///< none: as `own`, but each unit must give its own
    std::optional<feel::SlotId> weight{};  ///< of a mean: the input that weighs it

    [[nodiscard]] const std::string& name() const { return label.empty() ? path : label; }
};

/// "number", "money" … as rubric/1 writes it.
[[nodiscard]] std::string_view type_name(InputType type);

/// Whether its value is made of all units'.
[[nodiscard]] inline bool is_aggregated(const Input& input) {
    return input.aggregate != Aggregate::none && input.aggregate != Aggregate::own;
}

/// Whether its values depend on a unit of money.
[[nodiscard]] bool has_money(const Input& input);

/// Reads one member of "inputs", which is an object from paths to declarations.
[[nodiscard]] std::optional<Input> read_input(const json::Reader& reader);

/// What the checker of expressions knows of it.
[[nodiscard]] feel::Type type_of(const Input& input);

} // namespace heng::detail::document
