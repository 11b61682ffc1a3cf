// SPDX-License-Identifier: Apache-2.0
//
// All expressions of a rubric, checked and compiled. Fill it once; then it is read-only, and any
// number of threads may evaluate a `const Program` at once, each in a Session of its own.
//
//     Program program;
//     for (const ValueFault& fault : program.compile_values(scope)) …
//     auto rate = program.compile("budget.executed / budget.annual", scope, ExpectedType::number);
//     auto band = program.compile_tests("[80..90)", scope, Type{TypeKind::number});
//
// Faults: feel.syntax, feel.unknown-name, feel.type, feel.unsupported, feel.cycle, limit.exceeded.
// Linear in the text, but for names that are not known: those are compared with every declared one.
#pragma once

#include "feel/code.hpp"
#include "feel/fault.hpp"
#include "feel/scope.hpp"
#include "feel/type.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace heng::detail::feel {

using ExpressionId = std::uint32_t;

struct ValueFault {
    ValueId value = 0;
    Fault fault;
};

class Program {
  public:
    explicit Program(Folding folding = Folding::on) : folding_{folding} {}

    /// Compiles all named values of the scope, which may refer to one another in any order. To be
    /// called before the other expressions, once, also where there are no values. The faults, in
    /// the order of declaration; a value with a fault evaluates to null.
    [[nodiscard]] std::vector<ValueFault> compile_values(const Scope& scope);

    /// Compiles one expression over the same scope.
    [[nodiscard]] tl::expected<ExpressionId, Fault>
    compile(std::string_view text, const Scope& scope, ExpectedType expected = ExpectedType::any);

    /// Compiles unary tests of an input of this type, for Session::evaluate_tests.
    [[nodiscard]] tl::expected<ExpressionId, Fault>
    compile_tests(std::string_view text, const Scope& scope, const Type& input = {});

    /// What the checker found the expression or value to be.
    [[nodiscard]] const Type& type_of(ExpressionId id) const { return code_.expressions[id].type; }
    [[nodiscard]] const Type& type_of_value(ValueId id) const { return value_types_[id]; }

    /// The inputs that evaluating it can read, itself or through named values; ascending.
    [[nodiscard]] std::vector<SlotId> static_reads(ExpressionId id) const;
    [[nodiscard]] std::vector<SlotId> static_reads_of_value(ValueId id) const;
    /// The named values that it refers to, itself or through other values; ascending.
    [[nodiscard]] std::vector<ValueId> static_values(ExpressionId id) const;
    /// The constants in it and in those values.
    [[nodiscard]] std::vector<Value> static_constants(ExpressionId id) const;

    /// For sessions.
    [[nodiscard]] const Code& code() const { return code_; }

  private:
    friend class ProgramBuilder;

    Folding folding_;
    Code code_;
    std::vector<Type> value_types_;
    std::vector<int> value_depths_;
    std::vector<int> value_levels_; ///< 1 + the greatest of the values it refers to
};

} // namespace heng::detail::feel
