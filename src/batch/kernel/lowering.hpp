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
#include <string_view>
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
    /// Some elements of a list: those for which all filters hold.
    struct Elements {
        std::size_t slot = 0;
        std::vector<ElementId> filters{};
    };
    /// Target records.
    [[nodiscard]] std::optional<Elements> records(Term term);

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
    enum class Kind : std::uint8_t { number, truth, text, date, other };

    /// A variable that is an element of the list of a slot.
    struct Variable {
        std::size_t slot = 0;
        std::uint32_t local = 0;
    };
    struct Field {
        ElementNode node{};
        Kind kind = Kind::other;
    };
    /// Elements, and what is taken of each.
    struct Mapped {
        Elements from{};
        std::optional<ElementId> value{};
    };

    /// Counts a node that is lowered; false where the limits are passed.
    bool count_node();
    [[nodiscard]] feel::NodeId root(Term term) const;
    /// Past references to named values, and to what unary tests test.
    [[nodiscard]] feel::NodeId behind_values(feel::NodeId id) const;
    [[nodiscard]] Kind kind_of(feel::NodeId id) const;
    [[nodiscard]] static Kind kind_of(document::InputType type);
    /// Whether it is a text that the rubric itself has.
    [[nodiscard]] bool is_known_text(feel::NodeId id) const;
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
    std::optional<Register> date(feel::NodeId id);
    /// A number, or a date as days.
    std::optional<Number> ordered(feel::NodeId id);
    std::optional<Register> same_text(feel::NodeId a, feel::NodeId b);
    std::optional<Register> tested(const feel::Node& let);
    std::optional<Number> days_between(const feel::Node& path);

    // lists: lowering_lists.cpp
    std::optional<Elements> elements(feel::NodeId id);
    std::optional<Field> field(feel::NodeId id, const Variable& of) const;
    [[nodiscard]] std::optional<Field> field_named(std::string_view name, std::size_t slot) const;
    [[nodiscard]] Kind element_kind(feel::NodeId id, const Variable& of) const;
    std::optional<ElementId> element(feel::NodeId id, const Variable& of, Kind wanted);
    std::optional<ElementId> element_pair(ElementOp op, const feel::Node& node, const Variable& of);
    std::optional<ElementId> element_within(const feel::Node& node, const Variable& of);
    std::optional<ElementId> element_tested(const feel::Node& let, const Variable& of);
    std::optional<ElementId> outer_element(feel::NodeId id, Kind kind);
    ElementId add_element(const ElementNode& node);
    std::optional<Mapped> mapped(feel::NodeId id);
    std::optional<Mapped> each_of(const feel::Node& node, Kind wanted);
    std::optional<Register> quantified(const feel::Node& node);
    std::optional<Number> aggregate(feel::Function function, feel::NodeId operand);
    Number add_aggregate(AggregateStep::Kind kind, Mapped of, std::int64_t nodes_before);
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
    std::int64_t element_nodes_ = 0;
    int in_value_ = 0; ///< results are those of a named value, which is worked out once
    std::map<std::uint32_t, feel::NodeId> tested_; ///< by variable, inside its unary tests
    std::map<feel::NodeId, Number> numbers_;       ///< of named values
    std::map<feel::NodeId, Register> truths_;      ///< of named values
    std::map<std::pair<std::int64_t, int>, Register> constants_;
    std::vector<Register> used_;
    std::vector<Register> free_;
};

} // namespace heng::detail::kernel
