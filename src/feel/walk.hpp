// SPDX-License-Identifier: Apache-2.0
//
// The operands of a node, whatever it does.
//
//     for_each_operand(code, code.nodes[id], [&](NodeId operand) { … });
//
// A named value is no operand: its definition stands elsewhere.
#pragma once

#include "feel/code.hpp"

#include <cstddef>

namespace heng::feel {

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
    switch (node.op) {
    case Op::constant:
    case Op::slot:
    case Op::value:
    case Op::local:
        break;
    case Op::item:
        some(node.c);
        break;
    case Op::negate:
    case Op::negated:
    case Op::path:
        some(node.a);
        break;
    case Op::within:
    case Op::condition:
        some(node.a);
        some(node.b);
        some(node.c);
        break;
    case Op::list:
    case Op::call:
        many(1, 0);
        break;
    case Op::context:
        many(2, 1);
        break;
    case Op::loop:
    case Op::some:
    case Op::every:
        some(node.a);
        many(3, 1);
        many(3, 2);
        break;
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::power:
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::both:
    case Op::either:
    case Op::matches:
    case Op::let:
    case Op::filter:
    case Op::range:
        some(node.a);
        some(node.b);
        break;
    default: // what is not known has no operands that are known
        break;
    }
}

} // namespace heng::feel
