// SPDX-License-Identifier: Apache-2.0
#include "feel/operators.hpp"
#include "feel/same_nodes.hpp"

#include <utility>

namespace heng::detail::feel {

SameNodes::SameNodes(const Code& code) {
    numbers_.reserve(code.nodes.size());
    for (NodeId id = 0; id < code.nodes.size(); ++id) { // operands come before what uses them
        numbers_.push_back(number_of(code, id));
    }
}

std::uint32_t SameNodes::number_of(const Code& code, NodeId id) {
    const Node& node = code.nodes[id];
    if (node.op == Op::value && code.values[node.a] < id) {
        return numbers_[code.values[node.a]];
    }
    std::uint64_t locals = 0;
    const auto fresh = static_cast<std::uint32_t>(locals_.size());
    auto shape = shape_of(code, id, locals);
    if (shape) {
        const auto [found, is_new] = known_.try_emplace(*std::move(shape), fresh);
        if (!is_new) {
            return found->second;
        }
    }
    locals_.push_back(shape ? locals : ~std::uint64_t{0});
    return fresh;
}

/// False where the operand is not numbered yet.
bool SameNodes::add(Shape& shape, NodeId child, std::uint64_t& locals) const {
    if (child >= numbers_.size()) {
        return false;
    }
    shape.push_back(numbers_[child]);
    locals |= locals_[numbers_[child]];
    return true;
}

/// Constants that are written alike are alike; 0 stands for those that are not compared.
std::uint64_t SameNodes::constant(const Value& value) {
    std::string text;
    switch (value.kind()) {
    case Kind::null:
        text = "null" + std::to_string(static_cast<int>(value.cause()));
        break;
    case Kind::boolean:
        text = value.is_true() ? "true" : "false";
        break;
    case Kind::number:
        text = '#' + value.number().to_string();
        break;
    case Kind::text:
        text = '"' + value.text();
        break;
    case Kind::date:
        text = '@' + std::to_string(value.date_days());
        break;
    default:
        return 0;
    }
    return texts_.try_emplace(std::move(text), texts_.size() + 1).first->second;
}

/// What makes two nodes the same; nothing for those of which it is not known.
std::optional<SameNodes::Shape> SameNodes::shape_of(const Code& code, NodeId id,
                                                    std::uint64_t& locals) {
    const Node& node = code.nodes[id];
    Shape shape{static_cast<std::uint64_t>(node.op), node.flags};
    const auto operands = [&](std::initializer_list<NodeId> nodes) {
        bool known = true;
        for (const NodeId each : nodes) {
            known = known && add(shape, each, locals);
        }
        return known ? std::optional{shape} : std::nullopt;
    };
    const auto name = [&](std::uint32_t index) {
        return texts_.try_emplace('.' + code.names[index], texts_.size() + 1).first->second;
    };
    switch (node.op) {
    case Op::constant:
        shape.push_back(constant(code.constants[node.a]));
        return shape.back() == 0 ? std::nullopt : std::optional{std::move(shape)};
    case Op::slot:
        shape.push_back(node.a);
        return shape;
    case Op::local:
        shape.push_back(node.a);
        locals |= bit(node.a);
        return shape;
    case Op::item:
        shape.push_back(node.a);
        shape.push_back(name(node.b));
        locals |= bit(node.a);
        return node.c == no_node ? std::optional{std::move(shape)} : operands({node.c});
    case Op::negate:
    case Op::negated:
        return operands({node.a});
    case Op::path:
        shape.push_back(name(node.b));
        return operands({node.a});
    case Op::within:
    case Op::condition:
        return operands({node.a, node.b, node.c});
    case Op::filter:
    case Op::let:
        shape.push_back(node.c);
        return operands({node.a, node.b});
    case Op::call:
        shape.push_back(node.a);
        [[fallthrough]];
    case Op::list:
        for (std::uint32_t i = 0; i < node.count; ++i) {
            if (!add(shape, code.many[node.b + i], locals)) {
                return std::nullopt;
            }
        }
        return shape;
    default:
        return is_operator(node.op) || node.op == Op::matches ? operands({node.a, node.b})
                                                              : std::nullopt;
    }
}

} // namespace heng::detail::feel
