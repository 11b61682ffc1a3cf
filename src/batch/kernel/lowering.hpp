// SPDX-License-Identifier: Apache-2.0
//
// From the compiled expressions of a rubric to steps.
//
//     Lowering lowering{rubric, program};
//     const auto measure = lowering.quotient(*leaf.measure);     // nothing: the kernel can't
//     program.steps.push_back({.op = Op::bands, .a = measure->num, …});
//     lowering.release();                                        // what it needed may be reused
#pragma once

#include "batch/kernel/program.hpp"
#include "document/compiled_rubric.hpp"
#include "feel/code.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::kernel {

/// An integer's text as 64 bits, where they are enough.
[[nodiscard]] std::optional<std::int64_t> small_integer(const std::string& text);

class Lowering {
  public:
    Lowering(const document::CompiledRubric& rubric, Program& program);

    /// A number, as num ÷ den of decimal numbers where den may be 0 or less: the measure of a rule.
    [[nodiscard]] std::optional<Number> quotient(Term term);
    /// A number whose den is 1.
    [[nodiscard]] std::optional<Register> decimal(Term term);
    [[nodiscard]] std::optional<Register> truth(Term term);
    /// A text, as its index in FactsLayout::texts.
    [[nodiscard]] std::optional<Register> text(Term term);
    /// The slot of a list of target records, all of which are meant.
    [[nodiscard]] std::optional<std::size_t> records(Term term);

    /// Whether the engine surely evaluates all that was lowered, and does not refuse the document
    /// for what it costs.
    [[nodiscard]] bool is_within_limits() const;
    /// The most steps that the engine takes for all that was lowered.
    [[nodiscard]] std::int64_t most_steps() const;
    /// The most elements of lists, likewise.
    [[nodiscard]] std::int64_t most_elements() const;

    /// Registers of the results since the last call may be written again, but for named values.
    void release();

  private:
    enum class Kind : std::uint8_t { number, truth, text, other };

    /// Counts a node that is lowered; false where the limits are passed.
    bool count_node();
    [[nodiscard]] feel::NodeId root(Term term) const;
    /// Past references to named values.
    [[nodiscard]] feel::NodeId behind_values(feel::NodeId id) const;
    [[nodiscard]] Kind kind_of(feel::NodeId id) const;
    [[nodiscard]] std::span<const feel::NodeId> list(feel::NodeId id) const;

    std::optional<Number> number(feel::NodeId id);
    std::optional<Number> number_of_value(feel::NodeId id);
    std::optional<Number> constant(const feel::Value& value);
    std::optional<Number> arithmetic(const feel::Node& node);
    std::optional<Number> condition(const feel::Node& node);
    std::optional<Number> call(const feel::Node& node);
    std::optional<Register> truth(feel::NodeId id);
    std::optional<Register> truth_of_value(feel::NodeId id);
    std::optional<Register> comparison(const feel::Node& node);
    std::optional<Register> within(const feel::Node& node);
    std::optional<Register> logic(Op op, feel::NodeId a, feel::NodeId b);
    std::optional<Register> text(feel::NodeId id);
    std::optional<Register> choice(const feel::Node& node);

    Number read(feel::SlotId slot);
    Register fixed(std::int64_t coefficient, int scale);
    Register result();
    Number decimal_step(Op op, Register a, Register b);
    Number fraction_step(Op op, const Number& a, const Number& b, Register e = 0);
    Register truth_step(Op op, const Number& a, const Number& b);
    [[nodiscard]] bool is_decimal(const Number& number) const { return number.den == one_; }

    const document::CompiledRubric& rubric_;
    const feel::Code& code_;
    Program& program_;
    Register one_;
    std::int64_t nodes_ = 0;    ///< that were lowered, as often as they were
    std::int64_t elements_ = 0; ///< of lists, likewise
    int in_value_ = 0;          ///< results are those of a named value, which is worked out once
    std::map<feel::NodeId, Number> numbers_;  ///< of named values
    std::map<feel::NodeId, Register> truths_; ///< of named values
    std::map<std::pair<std::int64_t, int>, Register> constants_;
    std::vector<Register> used_;
    std::vector<Register> free_;
};

} // namespace heng::detail::kernel
