// SPDX-License-Identifier: Apache-2.0
#include "feel/calendar.hpp"
#include "feel/compiler.hpp"
#include "feel/operators.hpp"
#include "feel/session.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace heng::detail::feel {

namespace {

/// What computing a constant part may cost; a part that costs more is left for evaluation.
constexpr SessionLimits folding_limits{1'000, 1'000, 4'096};

std::uint8_t end_flags(const AstNode& node) {
    return static_cast<std::uint8_t>((node.low_closed ? flags::low_closed : 0) |
                                     (node.high_closed ? flags::high_closed : 0));
}

} // namespace

NodeId Compiler::add(Node node) {
    code_.nodes.push_back(node);
    code_.places.emplace_back();
    return static_cast<NodeId>(code_.nodes.size() - 1);
}

NodeId Compiler::add(Op op, NodeId a, NodeId b, NodeId c) {
    Node node;
    node.op = op;
    node.a = a;
    node.b = b;
    node.c = c;
    return add(node);
}

std::uint32_t Compiler::add_many(const std::vector<NodeId>& many) {
    const auto at = static_cast<std::uint32_t>(code_.many.size());
    code_.many.insert(code_.many.end(), many.begin(), many.end());
    return at;
}

std::uint32_t Compiler::add_name(std::string_view name) {
    code_.names.emplace_back(name);
    return static_cast<std::uint32_t>(code_.names.size() - 1);
}

NodeId Compiler::emit_constant(Value value) {
    code_.constants.push_back(std::move(value));
    return add(Op::constant, static_cast<NodeId>(code_.constants.size() - 1));
}

NodeId Compiler::folded(NodeId id, const std::vector<NodeId>& operands) {
    const bool literal = code_.nodes[id].op == Op::negate; // -5
    if ((folding_ == Folding::off && !literal) ||
        !std::all_of(operands.begin(), operands.end(),
                     [this](NodeId operand) { return is_constant(operand); })) {
        return id;
    }
    Session session{code_, folding_limits, Session::Constants{}};
    Value value = session.evaluate_constant(id);
    return session.fault() ? id : emit_constant(std::move(value));
}

/// A literal shows its value itself and gets no place: a trace would only say 1 = 1.
NodeId Compiler::emit(AstId id) {
    const AstNode& node = ast_[id];
    const NodeId result = emit_node(node);
    if (!is_literal(node)) {
        place(result, node.span);
    }
    return result;
}

/// Whether its text is its value: -5, "优", [1, 2], {a: 1}.
bool Compiler::is_literal(const AstNode& node) const {
    switch (node.kind) {
    case AstKind::number:
    case AstKind::text:
    case AstKind::boolean:
    case AstKind::null:
    case AstKind::at_text:
        return true;
    case AstKind::negate:
        return ast_[node.children[0]].kind == AstKind::number;
    case AstKind::list:
    case AstKind::context:
    case AstKind::range:
        return std::all_of(node.children.begin(), node.children.end(),
                           [this](AstId child) { return is_literal(ast_[child]); });
    default:
        return false;
    }
}

void Compiler::place(NodeId id, Span span) {
    code_.places[id].offset = static_cast<std::uint32_t>(span.offset);
    code_.places[id].length = static_cast<std::uint32_t>(span.length);
}

NodeId Compiler::emit_node(const AstNode& node) {
    switch (node.kind) {
    case AstKind::number:
        return emit_constant(Value::number(node.number));
    case AstKind::text:
        return emit_constant(Value::text(node.text));
    case AstKind::boolean:
        return emit_constant(Value::boolean(node.truth));
    case AstKind::null:
        return emit_constant(Value{});
    case AstKind::at_text:
        return emit_at(node);
    case AstKind::name:
        return emit_target(node);
    case AstKind::path:
        return node.target.base != Target::Base::nothing ? emit_target(node) : emit_path(node);
    case AstKind::filter:
        return emit_filter(node);
    case AstKind::call:
        return emit_call(node);
    case AstKind::negate: {
        const NodeId operand = emit(node.children[0]);
        return folded(add(Op::negate, operand), {operand});
    }
    case AstKind::binary:
        return emit_binary(node);
    case AstKind::between:
        return emit_between(node);
    case AstKind::in:
        return emit_in(node);
    case AstKind::test:
        return emit_test_value(node);
    case AstKind::condition: {
        const NodeId when = emit(node.children[0]);
        const NodeId then = emit(node.children[1]);
        return add(Op::condition, when, then, emit(node.children[2]));
    }
    case AstKind::loop:
    case AstKind::some:
    case AstKind::every:
        return emit_loop(node);
    case AstKind::list: {
        std::vector<NodeId> items;
        for (const AstId item : node.children) {
            items.push_back(emit(item));
        }
        return emit_list(items);
    }
    case AstKind::context:
        return emit_context(node);
    case AstKind::range:
        return emit_range(node);
    case AstKind::instance:
        return emit_instance(node);
    case AstKind::function:
    case AstKind::tests:
        break; // only in a call; only below `in` and at the top
    }
    return emit_constant(Value{});
}

NodeId Compiler::emit_between(const AstNode& node) {
    const NodeId value = emit(node.children[0]);
    const NodeId low = emit(node.children[1]);
    const NodeId high = emit(node.children[2]);
    const NodeId within = add(Op::within, value, low, high);
    code_.nodes[within].flags = flags::low_closed | flags::high_closed;
    return folded(within, {value, low, high});
}

NodeId Compiler::emit_instance(const AstNode& node) {
    const NodeId value = emit(node.children[0]);
    code_.types.push_back(ast_.types[node.type_name]);
    const auto type = static_cast<NodeId>(code_.types.size() - 1);
    return folded(add(Op::instance, value, type), {value});
}

/// In a path only the whole is shown: for a.b.c neither a nor a.b.
NodeId Compiler::emit_path(const AstNode& node) {
    const NodeId base = emit(node.children[0]);
    const Op op = code_.nodes[base].op;
    if (op == Op::slot || op == Op::local || op == Op::item || op == Op::path) {
        place(base, {});
    }
    return folded(add(Op::path, base, add_name(node.text)), {base});
}

NodeId Compiler::emit_at(const AstNode& node) {
    if (const auto days = parse_date(node.text)) {
        return emit_constant(Value::date(*days));
    }
    return emit_constant(Value::duration(parse_duration(node.text).value_or(Ratio{})));
}

NodeId Compiler::emit_target(const AstNode& node) {
    const Target& target = node.target;
    NodeId result = no_node;
    switch (target.base) {
    case Target::Base::nothing:
        break;
    case Target::Base::local:
        result = add(Op::local, target.index);
        break;
    case Target::Base::slot:
        result = add(Op::slot, target.index);
        break;
    case Target::Base::value:
        result = add(Op::value, target.index);
        break;
    }
    const std::uint32_t name = target.items.empty() ? 0 : add_name(node.text);
    for (auto item = target.items.rbegin(); item != target.items.rend(); ++item) {
        result = add(Op::item, *item, name, result);
    }
    return result;
}

NodeId Compiler::emit_binary(const AstNode& node) {
    const NodeId left = emit(node.children[0]);
    const NodeId right = emit(node.children[1]);
    return folded(add(node.op, left, right), {left, right});
}

/// A unary test as a value: (< 10).
NodeId Compiler::emit_test_value(const AstNode& node) {
    const NodeId operand = emit(node.children[0]);
    const NodeId range =
        add(Op::range, operand, operand, static_cast<NodeId>(row_of(node.op).form));
    return folded(range, {operand});
}

NodeId Compiler::emit_in(const AstNode& node) {
    const NodeId value = emit(node.children[0]);
    const NodeId tests = emit_tests(ast_[node.children[1]], node.local);
    return add(Op::let, value, tests, node.local);
}

NodeId Compiler::emit_tests(const AstNode& tests, std::uint32_t local) {
    std::vector<NodeId> each;
    for (const AstId test : tests.children) {
        each.push_back(emit_test(test, local));
    }
    const NodeId any =
        each.empty() ? emit_constant(Value::boolean(true)) : emit_any(each, 0, each.size());
    return tests.truth ? add(Op::negated, any) : any;
}

/// The unary tests as a whole, as evaluate_tests() is asked for them.
NodeId Compiler::place_tests(AstId id, std::uint32_t local) {
    const NodeId tests = emit_tests(ast_[id], local);
    place(tests, ast_[id].span);
    code_.places[tests].is_test = true;
    return tests;
}

/// One `or` of all, halved again and again so that the code stays shallow.
NodeId Compiler::emit_any(const std::vector<NodeId>& tests, std::size_t first, std::size_t last) {
    if (last - first == 1) {
        return tests[first];
    }
    const std::size_t middle = first + (last - first) / 2;
    const NodeId left = emit_any(tests, first, middle);
    return add(Op::either, left, emit_any(tests, middle, last));
}

/// What is tested is shown once, beside the tests.
NodeId Compiler::emit_test(AstId id, std::uint32_t local) {
    const AstNode& test = ast_[id];
    const auto as_test = [this, &test](NodeId node) {
        place(node, test.span);
        code_.places[node].is_test = true;
        return node;
    };
    if (test.kind == AstKind::test) {
        const NodeId operand = emit(test.children[0]);
        return as_test(add(test.op, add(Op::local, local), operand));
    }
    if (test.kind == AstKind::range) {
        const NodeId low = emit(test.children[0]);
        const NodeId high = emit(test.children[1]);
        const NodeId within = add(Op::within, add(Op::local, local), low, high);
        code_.nodes[within].flags = end_flags(test);
        return as_test(within);
    }
    const NodeId value = emit(id);
    if (!test.uses_input) {
        return as_test(add(Op::matches, add(Op::local, local), value));
    }
    // What is no boolean holds neither way: `or false` makes it null.
    return test.type.is(TypeKind::boolean)
               ? value
               : add(Op::either, value, emit_constant(Value::boolean(false)));
}

NodeId Compiler::emit_filter(const AstNode& node) {
    const NodeId base = emit(node.children[0]);
    const NodeId condition = emit(node.children[1]);
    const NodeId filter = add(Op::filter, base, condition, node.local);
    const Type& type = ast_[node.children[1]].type;
    if (type.is_numeric()) {
        code_.nodes[filter].flags = flags::filter_by_index;
    } else if (type.is(TypeKind::boolean)) {
        code_.nodes[filter].flags = flags::filter_by_boolean;
    }
    return filter;
}

NodeId Compiler::emit_loop(const AstNode& node) {
    std::vector<NodeId> triples;
    for (std::uint32_t i = 0; i < node.names.size(); ++i) {
        const AstId end = node.children[2 * i + 1];
        triples.push_back(node.local + i);
        triples.push_back(emit(node.children[2 * i]));
        triples.push_back(end == no_ast ? no_node : emit(end));
    }
    const NodeId body = emit(node.children.back());
    const auto first_name = static_cast<std::uint32_t>(code_.names.size());
    code_.names.insert(code_.names.end(), node.names.begin(), node.names.end());
    Node loop;
    loop.op = node.kind == AstKind::loop   ? Op::loop
              : node.kind == AstKind::some ? Op::some
                                           : Op::every;
    loop.a = body;
    loop.b = add_many(triples);
    loop.c = node.kind == AstKind::loop && node.uses_partial ? node.target.index : no_node;
    loop.count = static_cast<std::uint32_t>(node.names.size());
    const NodeId result = add(loop);
    code_.places[result].names = first_name;
    return result;
}

NodeId Compiler::emit_list(const std::vector<NodeId>& items) {
    Node list;
    list.op = Op::list;
    list.b = add_many(items);
    list.count = static_cast<std::uint32_t>(items.size());
    return folded(add(list), items);
}

NodeId Compiler::emit_context(const AstNode& node) {
    std::vector<NodeId> pairs;
    for (std::size_t i = 0; i < node.names.size(); ++i) {
        const NodeId value = emit(node.children[i]);
        pairs.push_back(add_name(node.names[i]));
        pairs.push_back(value);
    }
    Node context;
    context.op = Op::context;
    context.b = add_many(pairs);
    context.c = node.local;
    context.count = static_cast<std::uint32_t>(node.names.size());
    return add(context);
}

NodeId Compiler::emit_range(const AstNode& node) {
    const NodeId low = emit(node.children[0]);
    const NodeId high = emit(node.children[1]);
    const NodeId range = add(Op::range, low, high, static_cast<NodeId>(RangeForm::interval));
    code_.nodes[range].flags = end_flags(node);
    return folded(range, {low, high});
}

/// sort(list, function(x, y) …) and list replace(list, function(item, newItem) …, newItem)
NodeId Compiler::emit_call_with_function(const AstNode& node) {
    const NodeId list = emit(node.children[0]);
    const AstNode& function = ast_[node.children[1]];
    if (function.kind != AstKind::function) {
        return emit_constant(Value::null(NullCause::wrong_type));
    }
    const NodeId body = emit(function.children[0]);
    if (node.children.size() == 2) {
        return add(Op::sort, list, body, function.local);
    }
    Node replace;
    replace.op = Op::replace;
    replace.a = body;
    replace.b = add_many({list, emit(node.children[2])});
    replace.c = function.local;
    replace.count = 2;
    return add(replace);
}

NodeId Compiler::emit_call(const AstNode& node) {
    const Builtin& function = builtins()[node.function];
    if (function.function == Function::sort_by || function.function == Function::list_match) {
        return emit_call_with_function(node);
    }
    std::vector<NodeId> operands;
    for (const AstId argument : node.children) {
        operands.push_back(argument == no_ast ? emit_constant(Value{}) : emit(argument));
    }
    const bool gather_all = function.gather == Gather::always ||
                            (function.gather == Gather::all && operands.size() > 1);
    if (gather_all) {
        operands = {emit_list(operands)};
    } else if (function.gather == Gather::rest) {
        operands = {operands[0], emit_list({operands.begin() + 1, operands.end()})};
    }
    Node call;
    call.op = Op::call;
    call.a = static_cast<NodeId>(function.function);
    call.b = add_many(operands);
    call.count = static_cast<std::uint32_t>(operands.size());
    return folded(add(call), operands);
}

} // namespace heng::detail::feel
