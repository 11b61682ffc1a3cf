// SPDX-License-Identifier: Apache-2.0
//
// The small changes of an expression or of unary tests that a slip could make: each comparison,
// edge, operator, constant and condition.
//
//     expression_changes("budget.annual = 0", scope, TextKind::expression)
//         // @15: = -> !=;  @17: 0 -> 1;  @17: 0 -> -1
//     expression_changes("(0..0.10]", {}, TextKind::tests)
//         // @1: ( -> [;  @2: 0 -> 0.01; …
#pragma once

#include "feel/scope.hpp"

#include <heng/number/decimal.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::rubric_test {

enum class TextKind : std::uint8_t { expression, tests };

struct TextChange {
    std::size_t offset = 0; ///< in bytes
    std::string from;
    std::string to;
    bool constant = false; ///< it is a number that moves
    std::vector<Decimal>
        numbers{};     ///< it, where it moves to, and a point between; or all there are
    bool edge = false; ///< it says whether an end belongs to a range or comparison

    /// `text` with the change made.
    [[nodiscard]] std::string applied(std::string_view text) const;
    /// "15: = -> !=", the column counted in characters from 1.
    [[nodiscard]] std::string name(std::string_view text) const;
};

/// None for a text that does not parse. Constants move by one in the last place of the most exact
/// constant of the text, or of `scale` places.
[[nodiscard]] std::vector<TextChange>
expression_changes(std::string_view text, const feel::Scope& scope, TextKind kind, int scale = 0);

/// The decimal places of the most exact constant of a text; 0 where it has none.
[[nodiscard]] int finest_scale(std::string_view text, const feel::Scope& scope, TextKind kind);

/// Whether a division stands in the expression.
[[nodiscard]] bool divides(std::string_view text, const feel::Scope& scope);

} // namespace heng::detail::rubric_test
