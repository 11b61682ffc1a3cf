// SPDX-License-Identifier: Apache-2.0
//
// Calls of built-in functions: which one is meant, in which order its arguments come, what it may
// be given and what it gives.
#include "feel/calendar.hpp"
#include "feel/checker.hpp"
#include "feel/cursor.hpp"
#include "feel/text.hpp"
#include "text/nearest.hpp"

#include <algorithm>
#include <utility>

namespace heng::feel {

namespace {

/// "round up(n, scale)"
std::string shown(const Builtin& function) {
    std::string text{function.name};
    text += '(';
    for (const std::string_view parameter : function.parameters) {
        if (!parameter.empty()) {
            text += text.ends_with('(') ? "" : ", ";
            text += parameter;
        }
    }
    return text + (function.most == 255 ? ", …)" : ")");
}

/// Whether values of this type have a natural order, or may have one.
bool is_ordered(const Type& type) {
    return type.is_open() || type.is_numeric() || type.is(TypeKind::text) ||
           type.is(TypeKind::date) || type.is(TypeKind::duration);
}

/// Whether its second argument is a function.
bool takes_function(const Builtin& function) {
    return function.function == Function::sort_by || function.function == Function::list_match;
}

} // namespace

void Checker::check_call_names(AstNode& node) const {
    if (!functions_named(node.text).empty()) {
        return;
    }
    if (const auto reason = refusal(node.text)) {
        Cursor::refuse(codes::unsupported, node.span,
                       "heng does not evaluate the function " + node.text, std::string{*reason});
    }
    if (is_local(node.text) || scope_.find(node.text).meaning != Scope::Meaning::nothing) {
        Cursor::refuse(codes::syntax, node.span, node.text + " is a value and can't be called",
                       "write an operator between it and '('");
    }
    text::Nearest nearest{node.text};
    for (const Builtin& function : builtins()) {
        nearest.consider(function.name);
    }
    Cursor::refuse(codes::unknown_name, node.span, "there is no function named " + node.text,
                   nearest.question());
}

/// The signature that fits the number of the arguments, and their names where they have names.
const Builtin& Checker::signature(const AstNode& node) const {
    const auto candidates = functions_named(node.text);
    const bool with_function =
        std::any_of(node.children.begin(), node.children.end(),
                    [&](AstId argument) { return ast_[argument].kind == AstKind::function; });
    for (const Builtin& function : candidates) {
        const bool names_fit =
            std::all_of(node.names.begin(), node.names.end(), [&](const std::string& name) {
                return std::find(function.parameters.begin(), function.parameters.end(), name) !=
                       function.parameters.end();
            });
        if (names_fit && node.children.size() >= function.least &&
            node.children.size() <= function.most && (!with_function || takes_function(function))) {
            return function;
        }
    }
    std::string hint = "write " + shown(candidates.front());
    if (candidates.size() > 1) {
        hint += " or " + shown(candidates.back());
    }
    const std::size_t given = node.children.size();
    Cursor::refuse(codes::type, node.span,
                   node.text + " does not take " +
                       (node.names.empty()
                            ? std::to_string(given) + (given == 1 ? " argument" : " arguments")
                            : "arguments of these names"),
                   std::move(hint));
}

/// Puts named arguments in the order of the parameters, with null for those left out in between.
void Checker::place_arguments(AstNode& node, const Builtin& function) {
    if (node.names.empty()) {
        return;
    }
    std::vector<AstId> placed;
    std::size_t used = 0;
    for (const std::string_view parameter : function.parameters) {
        const auto name = std::find(node.names.begin(), node.names.end(), parameter);
        if (parameter.empty() || used == node.names.size()) {
            break;
        }
        if (name == node.names.end()) {
            if (placed.size() < function.least) {
                Cursor::refuse(codes::type, node.span,
                               "the argument " + std::string{parameter} + " is missing",
                               "write " + shown(function));
            }
            placed.push_back(no_ast);
        } else {
            placed.push_back(node.children[static_cast<std::size_t>(name - node.names.begin())]);
            ++used;
        }
    }
    if (used != node.names.size()) {
        Cursor::refuse(codes::type, node.span, "an argument is given twice",
                       "write " + shown(function));
    }
    node.children = std::move(placed);
}

Type Checker::check_call(AstNode& node) {
    check_call_names(node);
    const Builtin& function = signature(node);
    place_arguments(node, function);
    node.function = static_cast<std::uint32_t>(&function - builtins().data());
    for (const AstId argument : node.children) {
        if (argument != no_ast && ast_[argument].kind != AstKind::function) {
            check(argument);
        }
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const AstId argument = node.children[i];
        if (argument != no_ast && ast_[argument].kind == AstKind::function) {
            check_function(node, function, i);
        }
    }
    if (takes_function(function) && ast_[node.children[1]].kind != AstKind::function) {
        return mismatch(ast_[node.children[1]].span,
                        node.text + " is given " + ast_[node.children[1]].type.phrase() +
                            " where a function is due",
                        "write function(x, y) and a condition, such as x < y");
    }
    return result_type(node, function);
}

/// sort's function(x, y) of two items, and list replace's function(item, newItem).
void Checker::check_function(const AstNode& call, const Builtin& function, std::size_t argument) {
    AstNode& literal = ast_[call.children[argument]];
    if (!takes_function(function) || argument != 1) {
        Cursor::refuse(codes::unsupported, literal.span, "heng has no functions as values",
                       "only sort and list replace are given a function, as the second argument");
    }
    if (literal.names.size() != 2) {
        Cursor::refuse(codes::type, literal.span,
                       "the function has " + std::to_string(literal.names.size()) +
                           " parameters where two are due",
                       function.function == Function::sort_by
                           ? "write function(x, y) and when x comes before y"
                           : "write function(item, newItem) and when the item is replaced");
    }
    const Type list = ast_[call.children[0]].type;
    const Type element = list.is(TypeKind::list) ? list.element() : list;
    const std::size_t outer = locals_.size();
    literal.local = add_local(literal.names[0], element);
    add_local(literal.names[1],
              function.function == Function::sort_by ? element : ast_[call.children[2]].type);
    check(literal.children[0]);
    must_be_boolean(literal.children[0], "in the function that " + call.text + " is given");
    locals_.resize(outer);
}

void Checker::must_be_numeric(const AstNode& node, std::size_t argument) {
    if (argument >= node.children.size() || node.children[argument] == no_ast) {
        return;
    }
    const AstNode& given = ast_[node.children[argument]];
    if (!given.type.is_open() && !given.type.is_numeric()) {
        mismatch(given.span,
                 node.text + " is given " + given.type.phrase() + " where a number is due");
    }
}

void Checker::must_be(const AstNode& node, std::size_t argument, TypeKind kind) {
    if (argument >= node.children.size() || node.children[argument] == no_ast) {
        return;
    }
    const AstNode& given = ast_[node.children[argument]];
    if (!given.type.is_open() && !given.type.is(kind)) {
        mismatch(given.span, node.text + " is given " + given.type.phrase() + " where " +
                                 Type{kind}.phrase() + " is due");
    }
}

/// A date, or a text that may be one.
void Checker::must_be_day(const AstNode& node) {
    const AstNode& given = ast_[node.children[0]];
    if (given.type.is(TypeKind::text) && given.kind != AstKind::text) {
        return;
    }
    if (given.kind == AstKind::text && (parse_date(given.text) || parse_local_day(given.text))) {
        return;
    }
    must_be(node, 0, TypeKind::date);
}

/// What the list holds that an aggregate is given: of one list its items, else the arguments.
Type Checker::element_of(const AstNode& node) {
    const Type& first = ast_[node.children.front()].type;
    if (node.children.size() == 1) {
        return first.is(TypeKind::list) ? first.element() : first;
    }
    return joined_type(node.children);
}

Type Checker::number_result(const AstNode& node, const Builtin& function) {
    const Type given = ast_[node.children.front()].type;
    switch (function.function) {
    case Function::even:
    case Function::odd:
        must_be_numeric(node, 0);
        return Type{TypeKind::boolean};
    case Function::abs:
        if (given.is(TypeKind::duration)) {
            return given;
        }
        break;
    case Function::number:
        must_be(node, 0, TypeKind::text);
        return Type{TypeKind::number};
    default:
        break;
    }
    must_be_numeric(node, 0);
    must_be_numeric(node, 1);
    return given.is_numeric() ? given : Type{};
}

/// What a list holds in which this item replaces some: a number that is written out takes any
/// dimension.
Type Checker::common_item(const Type& list, AstId item) const {
    const Type element = list.is(TypeKind::list) ? list.element() : list;
    return element.is_numeric() && is_literal(item) ? element : element.joined(ast_[item].type);
}

Type Checker::list_result(const AstNode& node, const Builtin& function) {
    const Type first = ast_[node.children.front()].type;
    const Type element = element_of(node);
    const auto must_add_up = [&] {
        if (!element.is_open() && !element.is_numeric()) {
            mismatch(node.span,
                     node.text + " is given " + element.phrase() + " where numbers are due");
        }
    };
    switch (function.function) {
    case Function::count:
        return Type{TypeKind::count};
    case Function::all:
    case Function::any:
        if (!element.is_open() && !element.is(TypeKind::boolean)) {
            mismatch(node.span,
                     node.text + " is given " + element.phrase() + " where booleans are due");
        }
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
                   ? mismatch(node.span, "money is multiplied by money",
                              "one of the two must be a plain number or a rate")
                   : Type{TypeKind::number};
    case Function::min:
    case Function::max:
        return element;
    case Function::list_contains:
        return Type{TypeKind::boolean};
    case Function::index_of:
        return Type::list_of(Type{TypeKind::count});
    case Function::sort:
    case Function::sort_by:
        if (!is_ordered(element) && function.function == Function::sort) {
            mismatch(node.span,
                     node.text + " is given " + element.phrase() +
                         " where numbers, texts, dates or durations are due",
                     "write the order as well: sort(list, function(x, y) x.amount < y.amount)");
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

/// A text that is written out as a date or duration.
void Checker::check_date_text(const AstNode& given, bool date) const {
    const bool wrong =
        given.kind == AstKind::text &&
        !(date ? parse_date(given.text).has_value() : parse_duration(given.text).has_value());
    if (wrong && is_time_text(given.text)) {
        Cursor::refuse(codes::unsupported, given.span,
                       "heng does not evaluate times, zones and durations of months",
                       "write a date such as \"2024-01-31\" or days such as \"P30D\"");
    }
    if (wrong) {
        mismatch(given.span,
                 "the text " + quoted_text(given.text) + (date ? " is no date" : " is no duration"),
                 date ? "write year, month and day, such as \"2024-01-31\""
                      : "write days, such as \"P30D\"");
    }
}

Type Checker::result_type(const AstNode& node, const Builtin& function) {
    if (function.function <= Function::number) {
        return number_result(node, function);
    }
    if (Function::count <= function.function && function.function <= Function::flatten) {
        return list_result(node, function);
    }
    switch (function.function) {
    case Function::negation:
        must_be_boolean(node.children[0], "in 'not'");
        return Type{TypeKind::boolean};
    case Function::is:
        return Type{TypeKind::boolean};
    case Function::string:
        return Type{TypeKind::text};
    case Function::string_length:
        must_be(node, 0, TypeKind::text);
        return Type{TypeKind::count};
    case Function::contains:
    case Function::starts_with:
    case Function::ends_with:
        must_be(node, 0, TypeKind::text);
        must_be(node, 1, TypeKind::text);
        return Type{TypeKind::boolean};
    case Function::upper_case:
    case Function::lower_case:
    case Function::substring:
    case Function::substring_before:
    case Function::substring_after:
        must_be(node, 0, TypeKind::text);
        return Type{TypeKind::text};
    case Function::string_join:
        return Type{TypeKind::text};
    case Function::get_entries:
        return Type::list_of(Type{});
    case Function::context:
        return Type{TypeKind::context};
    case Function::date_from:
        check_date_text(ast_[node.children[0]], true);
        return Type{TypeKind::date};
    case Function::date_of:
        return Type{TypeKind::date};
    case Function::duration:
        check_date_text(ast_[node.children[0]], false);
        return Type{TypeKind::duration};
    case Function::day_of_year:
    case Function::week_of_year:
        must_be_day(node);
        return Type{TypeKind::number};
    case Function::day_of_week:
    case Function::month_of_year:
        must_be_day(node);
        return Type{TypeKind::text};
    case Function::range_from:
        must_be(node, 0, TypeKind::text);
        return Type{TypeKind::range};
    case Function::context_merge:
        return Type{TypeKind::context};
    case Function::context_put:
    case Function::context_put_key:
        must_be(node, 0, TypeKind::context);
        return Type{TypeKind::context};
    default:
        return Type{};
    }
}

} // namespace heng::feel
