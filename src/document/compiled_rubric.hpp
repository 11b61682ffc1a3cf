// SPDX-License-Identifier: Apache-2.0
//
// What a rubric document is compiled to: the tree, and the expressions that answer its terms.
#pragma once

#include "document/inputs.hpp"
#include "feel/program.hpp"
#include "feel/scope.hpp"

#include <heng/budget/money.hpp>
#include <heng/rubric/rubric.hpp>

#include <optional>
#include <string>
#include <vector>

namespace heng::document {

/// An expression of the rubric; its Term is its index.
struct Expression {
    std::string text;
    feel::ExpressionId id = 0;
    std::optional<feel::SlotId> input{}; ///< where it is nothing but the name of one
};

/// A finding of lint that the rubric accepts, for an indicator or (where `at` is "") for all.
struct AcceptedFinding {
    std::string at;    ///< JSON Pointer of the indicator
    std::string entry; ///< JSON Pointer of the entry itself
    std::string code;
    std::string reason;
};

struct CompiledRubric {
    std::string text;   ///< the document, byte for byte
    std::string digest; ///< "sha256:…" of its canonical form
    Rubric rubric;
    std::optional<MoneyUnit> unit; ///< of money; none: that of the facts
    std::vector<Input> inputs;     ///< an input's index is its slot
    feel::Scope scope;
    feel::Program program;
    std::vector<Expression> expressions;
    std::vector<AcceptedFinding> accepted;

    [[nodiscard]] const Expression& expression(Term term) const {
        return expressions[static_cast<std::size_t>(term)];
    }
};

} // namespace heng::document
