// SPDX-License-Identifier: Apache-2.0
//
// Tokens to the syntax tree, by recursive descent.
//
//     parse_expression("budget.executed / budget.annual", scope)
//     parse_tests("[80..90), >= 95", scope)
//
// The scope is asked only where a name ends ("Monthly Salary" is one name where it is declared);
// whether names exist is for the checker. Depth is bounded (limits.hpp), so no text can exhaust the
// stack of the parser or of anything that walks the tree.
#pragma once

#include "feel/ast.hpp"
#include "feel/fault.hpp"
#include "feel/scope.hpp"

#include <tl/expected.hpp>

#include <string_view>

namespace heng::detail::feel {

/// Faults: feel.syntax, feel.unsupported (functions as values, unknown types), limit.exceeded.
[[nodiscard]] tl::expected<Ast, Fault> parse_expression(std::string_view text, const Scope& scope);

/// Unary tests: `-`, or tests with commas between them, or not(tests). The root is AstKind::tests.
[[nodiscard]] tl::expected<Ast, Fault> parse_tests(std::string_view text, const Scope& scope);

} // namespace heng::detail::feel
