// SPDX-License-Identifier: Apache-2.0
//
// The operands of a node, whatever it does.
//
//     for_each_operand(code, code.nodes[id], [&](NodeId operand) { … });
//
// A named value is no operand: its definition stands elsewhere.
#pragma once

#include "feel/operators.hpp"

#include <cstddef>

namespace heng::detail::feel {

template <class Visit>
void for_each_operand(const Code& code, const Node& node, Visit visit) {
    const auto some = [&](NodeId id) {
        if (id != no_node) {
            visit(id);
        }
    };
    const auto many = [&](std::size_t stride, std::size_t which) {
        for (std::size_t i = 0; i < node.count; ++i) {
            some(code.many[node.b + i * stride + which]);
        }
    };
    switch (operands_of(node.op)) {
    case Operands::none:
        break;
    case Operands::a:
        some(node.a);
        break;
    case Operands::c:
        some(node.c);
        break;
    case Operands::a_b:
        some(node.a);
        some(node.b);
        break;
    case Operands::a_b_c:
        some(node.a);
        some(node.b);
        some(node.c);
        break;
    case Operands::a_and_many:
        some(node.a);
        [[fallthrough]];
    case Operands::many:
        many(1, 0);
        break;
    case Operands::entries:
        many(2, 1);
        break;
    case Operands::loop:
        some(node.a);
        many(3, 1);
        many(3, 2);
        break;
    }
}

} // namespace heng::detail::feel
