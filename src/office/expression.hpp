// SPDX-License-Identifier: Apache-2.0
//
// The part of FEEL that a spreadsheet can say exactly enough: arithmetic, comparisons, and, or,
// not, if. Everything else is none, and stays with heng.
//
//     const auto tree = parse_expression("budget.executed / budget.annual");
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::office {

/// An expression as a tree. `sign` is "number", "name", one of + - * / < <= > >= = != and or not
/// if, or a function among min max sum abs; `text` is that of a number or name.
struct Expression {
    std::string sign{};
    std::string text{};
    std::vector<Expression> parts{};
};

/// Nothing where the text has more than that, or is nested deeper than 64.
[[nodiscard]] std::optional<Expression> parse_expression(std::string_view text);

} // namespace heng::office
