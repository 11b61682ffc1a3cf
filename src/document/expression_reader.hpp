// SPDX-License-Identifier: Apache-2.0
//
// The expressions of a rubric document: compiled as they are read, and put where a fault stands.
//
//     ExpressionReader expressions{compiled};
//     expressions.declare(inputs, values);
//     const auto measure = expressions.term(reader, feel::ExpectedType::number);    // a Term
#pragma once

#include "base/json/reader.hpp"
#include "document/compiled_rubric.hpp"
#include "rule/kind.hpp"

#include <heng/number/interval.hpp>
#include <heng/rubric/term.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace heng::detail::document {

class ExpressionReader final : public rule::Terms {
  public:
    explicit ExpressionReader(CompiledRubric& compiled) : compiled_(compiled) {}

    /// Declares the inputs of the compiled rubric, and "values", an object from names to
    /// expressions.
    void declare(const json::Reader& inputs, const json::Reader& values);

    /// The expression in a text. Problem: expression, at the place in the text.
    [[nodiscard]] std::optional<Term> term(const json::Reader& text,
                                           feel::ExpectedType expected) override;

    /// The same of a number: an expression, or the number itself ("95%" is one) as the rubric
    /// writes it. Problems: expression, and those of Reader::percent.
    [[nodiscard]] std::optional<Term> number(const json::Reader& value) override;

    /// A condition that holds whatever the facts are.
    [[nodiscard]] Term always();

    /// Unary tests against constants, as intervals; at least one. Problem: expression.
    [[nodiscard]] std::optional<std::vector<Interval>> intervals(const json::Reader& text) override;

  private:
    [[nodiscard]] std::optional<Term> compiled(const json::Reader& place, std::string_view text,
                                               feel::ExpectedType expected);
    void report(const json::Reader& text, const feel::Fault& fault) const;
    void refuse_unreadable(const json::Reader& declared, std::string_view what);
    [[nodiscard]] bool is_declarable(const json::Reader& member, std::string_view what);

    CompiledRubric& compiled_;
};

} // namespace heng::detail::document
