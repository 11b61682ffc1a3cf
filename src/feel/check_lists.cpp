// SPDX-License-Identifier: Apache-2.0
//
// Calls of functions on lists: what a list may hold, and what is made of it.
//
//     sum(contracts.amount)           money
//     sum(contracts), sum(late)       refused
//     sum(budget.annual, rate)        refused
#include "feel/checker.hpp"
#include "feel/messages.hpp"

namespace heng::detail::feel {

namespace {

/// Whether values of this type have a natural order, or may have one.
bool is_ordered(const Type& type) {
    return type.is_open() || type.is_numeric() || type.is(TypeKind::text) ||
           type.is(TypeKind::date) || type.is(TypeKind::duration);
}

} // namespace

/// What the list holds that an aggregate is given: of one list its items, else the arguments.
Type Checker::element_of(const AstNode& node) {
    const AstId only = node.children.front();
    const Type& first = ast_[only].type;
    if (node.children.size() > 1) {
        return joined_type(node.children);
    }
    return first.is(TypeKind::list) ? first.element() : first;
}

/// A list function of one value, such as count(late), is a list forgotten, although FEEL takes the
/// value for a list of one (DMN 1.5, 10.3.2.9.4).
void Checker::must_be_list(const AstNode& node, const Builtin& function) {
    const AstNode& given = ast_[node.children.front()];
    const bool whole = function.gather == Gather::nothing || function.gather == Gather::rest ||
                       node.children.size() == 1;
    const bool single = given.type.is_numeric() || given.type.is(TypeKind::text) ||
                        given.type.is(TypeKind::boolean) || given.type.is(TypeKind::date) ||
                        given.type.is(TypeKind::duration) || given.type.is(TypeKind::context);
    if (whole && single) {
        mismatch(given.span, say::given(node.text, given.type.phrase(), say::a_list),
                 say::hint_whole_list(node.text));
    }
}

/// Refuses what an aggregate can't make one of: sum(budget.annual, rate). Numbers that are written
/// out may be compared with money, and only 0 added to it.
void Checker::must_be_alike(const AstNode& node, Function function) {
    const AstNode& only = ast_[node.children.front()];
    const bool written = node.children.size() == 1 && only.kind == AstKind::list;
    const std::vector<AstId>& items = written ? only.children : node.children;
    const bool adds = function != Function::min && function != Function::max;
    AstId first = no_ast;
    for (const AstId id : items) {
        const Type& type = ast_[id].type;
        if (type.is_open() || (is_literal(id) && (!adds || is_zero_literal(id)))) {
            continue;
        }
        if (first == no_ast) {
            first = id;
        }
        const Type& before = ast_[first].type;
        const bool numbers = type.is_numeric() && before.is_numeric();
        if (numbers ? type.is(TypeKind::money) != before.is(TypeKind::money)
                    : type.kind() != before.kind()) {
            mismatch(ast_[id].span, say::given_mixed(node.text, type.phrase(), before.phrase()),
                     !numbers ? text::Words{}
                     : adds   ? say::hint_money_sum()
                              : say::hint_money_compare());
            return;
        }
    }
}

void Checker::must_hold(const AstNode& node, const Type& element, bool fits,
                        const text::Sentence& due) {
    if (element.is_open() || fits) {
        return;
    }
    const AstId given = node.children.front();
    const bool list = ast_[given].type.is(TypeKind::list);
    mismatch(list ? ast_[given].span : node.span,
             say::given_many(node.text, list ? ast_[given].type.phrase() : element.phrase(), due),
             element.is_record() ? hint_field(node, given) : text::Words{});
}

/// What a list holds in which this item replaces some: a number that is written out takes any
/// dimension.
Type Checker::common_item(const Type& list, AstId item) const {
    const Type element = list.is(TypeKind::list) ? list.element() : list;
    return element.is_numeric() && is_literal(item) ? element : element.joined(ast_[item].type);
}

Type Checker::list_result(const AstNode& node, const Builtin& function) {
    must_be_list(node, function);
    const Type first = ast_[node.children.front()].type;
    const Type element = element_of(node);
    if (function.gather == Gather::all && function.function != Function::count) {
        must_be_alike(node, function.function);
    }
    const auto must_add_up = [&] {
        must_hold(node, element, element.is_numeric(), say::numbers);
    };
    switch (function.function) {
    case Function::count:
        return Type{TypeKind::count};
    case Function::all:
    case Function::any:
        must_hold(node, element, element.is(TypeKind::boolean), say::booleans);
        return Type{TypeKind::boolean};
    case Function::sum:
        must_add_up();
        return element;
    case Function::mean:
    case Function::median:
        must_add_up();
        return element.is(TypeKind::count) ? Type{TypeKind::number} : element;
    case Function::mode:
        must_add_up();
        return Type::list_of(element);
    case Function::product:
        must_add_up();
        return element.is(TypeKind::money)
                   ? mismatch(node.span, say::multiplied(say::money, say::money),
                              say::hint_money_product)
                   : Type{TypeKind::number};
    case Function::min:
    case Function::max:
        must_hold(node, element, !element.is(TypeKind::context) && !element.is(TypeKind::boolean),
                  say::numbers);
        return element;
    case Function::list_contains:
        return Type{TypeKind::boolean};
    case Function::index_of:
        return Type::list_of(Type{TypeKind::count});
    case Function::sort:
    case Function::sort_by:
        if (!is_ordered(element) && function.function == Function::sort) {
            const AstNode& given = ast_[node.children.front()];
            mismatch(given.span, say::given_many(node.text, given.type.phrase(), say::ordered),
                     say::hint_sort);
        }
        return first.is(TypeKind::list) ? first : Type::list_of(first);
    case Function::list_replace:
    case Function::list_match:
        if (function.function == Function::list_replace) {
            must_be_numeric(node, 1);
        }
        return Type::list_of(common_item(first, node.children[2]));
    case Function::sublist:
    case Function::remove:
        must_be_numeric(node, 1);
        [[fallthrough]];
    case Function::reverse:
    case Function::distinct_values:
        return first.is(TypeKind::list) ? first : Type::list_of(first);
    default:
        return Type::list_of(Type{}); // append, concatenate, union, insert before, flatten
    }
}

} // namespace heng::detail::feel
