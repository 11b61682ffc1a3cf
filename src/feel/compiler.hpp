// SPDX-License-Identifier: Apache-2.0
//
// The checked tree to nodes of the flat code, with constant parts computed.
//
//     Compiler{ast, code, Folding::on}.compile_expression()      // the root's node; code has grown
#pragma once

#include "feel/ast.hpp"
#include "feel/code.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace heng::detail::feel {

class Compiler {
  public:
    Compiler(const Ast& ast, Code& code, Folding folding)
        : ast_{ast}, code_{code}, folding_{folding} {}

    NodeId compile_expression() { return emit(ast_.root); }
    /// Unary tests of variable 0.
    NodeId compile_tests() { return place_tests(ast_.root, 0); }

  private:
    NodeId emit(AstId id);
    NodeId emit_node(const AstNode& node);
    [[nodiscard]] bool is_literal(const AstNode& node) const;
    NodeId emit_constant(Value value);
    NodeId emit_target(const AstNode& node);
    NodeId emit_binary(const AstNode& node);
    NodeId emit_test_value(const AstNode& node);
    NodeId emit_in(const AstNode& node);
    NodeId emit_tests(const AstNode& tests, std::uint32_t local);
    NodeId place_tests(AstId id, std::uint32_t local);
    NodeId emit_path(const AstNode& node);
    NodeId emit_test(AstId id, std::uint32_t local);
    NodeId emit_any(const std::vector<NodeId>& tests, std::size_t first, std::size_t last);
    NodeId emit_filter(const AstNode& node);
    NodeId emit_loop(const AstNode& node);
    NodeId emit_list(const std::vector<NodeId>& items);
    void place(NodeId id, Span span);
    NodeId emit_context(const AstNode& node);
    NodeId emit_range(const AstNode& node);
    NodeId emit_between(const AstNode& node);
    NodeId emit_instance(const AstNode& node);
    NodeId emit_call_with_function(const AstNode& node);
    NodeId emit_call(const AstNode& node);
    NodeId emit_at(const AstNode& node);

    NodeId add(Node node);
    NodeId add(Op op, NodeId a, NodeId b = 0, NodeId c = 0);
    /// The node itself, or the constant that it is.
    NodeId folded(NodeId id, const std::vector<NodeId>& operands);
    [[nodiscard]] bool is_constant(NodeId id) const { return code_.nodes[id].op == Op::constant; }
    std::uint32_t add_many(const std::vector<NodeId>& many);
    std::uint32_t add_name(std::string_view name);

    const Ast& ast_;
    Code& code_;
    Folding folding_;
};

} // namespace heng::detail::feel
