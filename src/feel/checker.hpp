// SPDX-License-Identifier: Apache-2.0
//
// Finds out what each name means and what type each part has, and refuses what can't be meant:
// unknown names, money + percent, a date compared with a number, a text where a boolean is due.
//
// In an open scope (`heng eval`) types are not known before run time, and what would be refused for
// its type is null when it is evaluated, as FEEL has it; names and functions are checked all the
// same.
#pragma once

#include "feel/ast.hpp"
#include "feel/builtin.hpp"
#include "feel/fault.hpp"
#include "feel/scope.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::feel {

/// Who knows the types of named values: the program, which compiles them on demand.
class ValueTypes {
  public:
    /// Throws FaultFound with feel.cycle where the value is being checked already.
    virtual Type type_of(ValueId value, Span place) = 0;

  protected:
    ~ValueTypes() = default;
};

class Checker {
  public:
    Checker(Ast& ast, const Scope& scope, ValueTypes& values)
        : ast_{ast}, scope_{scope}, values_{values} {}

    /// Checks the tree, in place. Throws FaultFound.
    Type check_expression(ExpectedType expected);
    /// The same for unary tests of an input of this type, which is variable 0.
    void check_tests(const Type& input);

  private:
    /// A name that is not the scope's.
    struct Local {
        std::string name;
        std::uint32_t index = 0;
        Type type;
        bool is_item = false; ///< the item of a filter: its entries are names, and `item` is itself
        bool used = false;
    };

    Type check(AstId id);
    Type check_kind(AstNode& node, AstId id);

    // names
    Type check_name(AstNode& node);
    Type check_path(AstNode& node, AstId id);
    bool check_declared_path(AstNode& node, AstId id);
    Type member_type(const AstNode& node, const Type& base);
    Type use(AstNode& node, Scope::Found found);
    bool is_local(const std::string& name) const;
    [[noreturn]] void unknown_name(const std::string& name, Span place) const;

    // forms
    Type check_filter(AstNode& node);
    Type check_condition(AstNode& node);
    Type check_loop(AstNode& node);
    Type check_quantified(AstNode& node);
    void check_iterators(AstNode& node);
    Type check_list(AstNode& node);
    Type check_context(AstNode& node);
    Type check_range(AstNode& node);
    Type check_at(AstNode& node);

    // operators (check_operators.cpp)
    Type check_binary(AstNode& node);
    Type check_sum(const AstNode& node, const Type& left, const Type& right);
    Type check_product(const AstNode& node, const Type& left, const Type& right);
    bool is_exact_power(const AstNode& node) const;
    std::optional<Ratio> written_number(AstId id) const;
    Type check_negate(AstNode& node);
    Type check_between(AstNode& node);
    Type check_in(AstNode& node);
    void check_each_test(AstNode& tests, const Type& input);
    void check_test(AstNode& test, AstId id, const Type& input);
    void must_compare(const AstNode& node, Op op, const Type& left, AstId left_id,
                      const Type& right, AstId right_id);
    void must_be_boolean(AstId id, const text::Sentence& where);
    /// What two alternatives have in common; a number that is written out takes any dimension.
    Type common(AstId left, AstId right);
    /// The same of many, but any where they have nothing in common.
    Type joined_type(const std::vector<AstId>& nodes) const;

    // calls (check_calls.cpp)
    Type check_call(AstNode& node);
    void check_call_names(AstNode& node) const;
    const Builtin& signature(const AstNode& node) const;
    void place_arguments(AstNode& node, const Builtin& function);
    Type result_type(const AstNode& node, const Builtin& function);
    Type number_result(const AstNode& node, const Builtin& function);
    Type list_result(const AstNode& node, const Builtin& function);
    Type element_of(const AstNode& node);
    void must_be_list(const AstNode& node, const Builtin& function);
    void must_be_alike(const AstNode& node, Function function);
    void must_hold(const AstNode& node, const Type& element, bool fits, const text::Sentence& due);
    Type common_item(const Type& list, AstId item) const;
    void check_function(const AstNode& call, const Builtin& function, std::size_t argument);
    void must_be_day(const AstNode& node);
    void check_date_text(const AstNode& given, bool date) const;
    void must_be_numeric(const AstNode& node, std::size_t argument);
    void must_be(const AstNode& node, std::size_t argument, TypeKind kind);

    // what to write instead (check_hints.cpp)
    /// Of what stands at `id`, which is not what is expected there.
    text::Words hint_for(ExpectedType expected, AstId id) const;
    text::Words hint_of_list(AstId list) const;
    text::Words hint_of_items(AstId list) const;
    text::Words hint_of_operand(const AstNode& node) const;
    text::Words hint_of_comparison(Op op, AstId left, const Type& left_type, AstId right,
                                   const Type& right_type) const;
    text::Words hint_of_sum(const AstNode& node, const Type& left, const Type& right) const;
    static text::Words hint_entry(const std::string& wanted, const Type& record);
    static text::Words hint_part(const Type& base);
    text::Words hint_field(const AstNode& call, AstId list) const;
    /// A name or path as it was written, "x" for everything else.
    std::string shown(AstId id) const;

    [[nodiscard]] bool is_literal(AstId id) const;
    [[nodiscard]] bool is_zero_literal(AstId id) const;
    /// Refuses, or in an open scope gives any.
    Type mismatch(Span place, text::Words message, text::Words hint = {}) const;
    std::uint32_t add_local(std::string name, Type type, bool is_item = false);
    void forget_local() { locals_.pop_back(); }

    Ast& ast_;
    const Scope& scope_;
    ValueTypes& values_;
    std::vector<Local> locals_;
    std::uint32_t next_local_ = 0;
};

} // namespace heng::detail::feel
