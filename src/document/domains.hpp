// SPDX-License-Identifier: Apache-2.0
//
// What the inputs of a rubric can be, as their declarations say.
//
//     {"type": "count"}                          // 0, 1, 2 …
//     {"type": "money", "minimum": "0"}          // [0..∞)
//     {"type": "number", "optional": true}       // any number, or null
#pragma once

#include "document/inputs.hpp"
#include "feel/abstract.hpp"

#include <cstdint>
#include <vector>

namespace heng::detail::document {

/// The days that documents can name: 0001-01-01 and 9999-12-31, since 1970-01-01.
[[nodiscard]] std::int64_t first_day();
[[nodiscard]] std::int64_t last_day();

/// All that it can be: null as well where it is optional without a default.
[[nodiscard]] feel::Abstract domain_of(const Input& input);
[[nodiscard]] std::vector<feel::Abstract> domains_of(const std::vector<Input>& inputs);

/// Whether a number is one that the declaration of the input, which is of numbers, allows.
[[nodiscard]] bool allows(const Input& input, const Ratio& number);

} // namespace heng::detail::document
