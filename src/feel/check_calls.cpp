// SPDX-License-Identifier: Apache-2.0
//
// Calls of built-in functions: which one is meant, in which order its arguments come, what it may
// be given and what it gives.
#include "base/text/nearest.hpp"
#include "feel/calendar.hpp"
#include "feel/checker.hpp"
#include "feel/cursor.hpp"
#include "feel/messages.hpp"
#include "feel/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::detail::feel {

namespace {

/// "round up(n, scale)"
std::string signature_text(const Builtin& function) {
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

/// How other programs call what is here.
struct Synonym {
    std::string_view other;
    std::string_view here;
};

constexpr std::array synonyms = {Synonym{"average", "mean"},
                                 Synonym{"avg", "mean"},
                                 Synonym{"len", "string length"},
                                 Synonym{"length", "count"},
                                 Synonym{"size", "count"},
                                 Synonym{"concat", "concatenate"},
                                 Synonym{"round", "round half up(n, scale)"},
                                 Synonym{"trunc", "round down(n, scale)"},
                                 Synonym{"roundup", "round up(n, scale)"},
                                 Synonym{"rounddown", "round down(n, scale)"},
                                 Synonym{"countif", "count(list[condition])"},
                                 Synonym{"sumif", "sum(list[condition].entry)"},
                                 Synonym{"if", "if … then … else …"},
                                 Synonym{"and", "a and b"},
                                 Synonym{"or", "a or b"},
                                 Synonym{"isnull", "x = null"}};

std::string_view name_here(std::string_view name) {
    std::string lower{name};
    for (char& c : lower) {
        c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    for (const Synonym& synonym : synonyms) {
        if (synonym.other == lower) {
            return synonym.here;
        }
    }
    return {};
}

/// Whether its second argument is a function.
bool takes_function(const Builtin& function) {
    return function.function == Function::sort_by || function.function == Function::list_match;
}

/// How many arguments it has at least. `is` may be given either by name alone, and the other is
/// null (as the DMN conformance kit has it).
std::size_t least_of(const Builtin& function, bool named) {
    return named && function.function == Function::is ? 1 : function.least;
}

} // namespace

void Checker::check_call_names(AstNode& node) const {
    if (!functions_named(node.text).empty()) {
        return;
    }
    if (const auto reason = refusal(node.text)) {
        Cursor::refuse(codes::unsupported, node.part, say::refused_function(node.text), *reason);
    }
    if (is_local(node.text) || scope_.find(node.text).meaning != Scope::Meaning::nothing) {
        Cursor::refuse(codes::syntax, node.part, say::not_a_function(node.text),
                       say::hint_not_a_function);
    }
    text::Nearest nearest{node.text};
    for (const Builtin& function : builtins()) {
        nearest.consider(function.name);
    }
    const std::string_view other = name_here(node.text);
    Cursor::refuse(codes::unknown_name, node.part, say::unknown_function(node.text),
                   !other.empty()            ? say::write(other)
                   : nearest.found().empty() ? text::Words{}
                                             : say::did_you_mean(nearest.found()));
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
        if (names_fit && node.children.size() >= least_of(function, !node.names.empty()) &&
            node.children.size() <= function.most && (!with_function || takes_function(function))) {
            return function;
        }
    }
    const std::size_t given = node.children.size();
    Cursor::refuse(codes::type, node.span,
                   !node.names.empty() ? say::argument_names(node.text)
                   : given == 1        ? say::one_argument(node.text)
                                       : say::arguments(node.text, std::to_string(given)),
                   candidates.size() > 1 ? say::write_or(signature_text(candidates.front()),
                                                         signature_text(candidates.back()))
                                         : say::write(signature_text(candidates.front())));
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
            if (placed.size() < function.least && function.function != Function::is) {
                Cursor::refuse(codes::type, node.span, say::argument_missing(parameter),
                               say::write(signature_text(function)));
            }
            placed.push_back(no_ast);
        } else {
            placed.push_back(node.children[static_cast<std::size_t>(name - node.names.begin())]);
            ++used;
        }
    }
    if (used != node.names.size()) {
        Cursor::refuse(codes::type, node.span, say::argument_twice,
                       say::write(signature_text(function)));
    }
    placed.resize(std::max(placed.size(), std::size_t{function.least}), no_ast);
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
        return mismatch(
            ast_[node.children[1]].span,
            say::given(node.text, ast_[node.children[1]].type.phrase(), say::a_function),
            say::hint_function);
    }
    return result_type(node, function);
}

/// sort's function(x, y) of two items, and list replace's function(item, newItem).
void Checker::check_function(const AstNode& call, const Builtin& function, std::size_t argument) {
    AstNode& literal = ast_[call.children[argument]];
    if (!takes_function(function) || argument != 1) {
        Cursor::refuse(codes::unsupported, literal.span, say::no_functions, say::hint_functions);
    }
    if (literal.names.size() != 2) {
        Cursor::refuse(codes::type, literal.span,
                       say::parameter_count(std::to_string(literal.names.size())),
                       function.function == Function::sort_by ? say::hint_sort_function
                                                              : say::hint_replace_function);
    }
    const Type list = ast_[call.children[0]].type;
    const Type element = list.is(TypeKind::list) ? list.element() : list;
    const std::size_t outer = locals_.size();
    literal.local = add_local(literal.names[0], element);
    add_local(literal.names[1],
              function.function == Function::sort_by ? element : ast_[call.children[2]].type);
    check(literal.children[0]);
    must_be_boolean(literal.children[0], say::in_function);
    locals_.resize(outer);
}

void Checker::must_be_numeric(const AstNode& node, std::size_t argument) {
    if (argument >= node.children.size() || node.children[argument] == no_ast) {
        return;
    }
    const AstNode& given = ast_[node.children[argument]];
    if (!given.type.is_open() && !given.type.is_numeric()) {
        mismatch(given.span, say::given(node.text, given.type.phrase(), say::a_number),
                 hint_for(ExpectedType::number, node.children[argument]));
    }
}

void Checker::must_be(const AstNode& node, std::size_t argument, TypeKind kind) {
    if (argument >= node.children.size() || node.children[argument] == no_ast) {
        return;
    }
    const AstNode& given = ast_[node.children[argument]];
    if (!given.type.is_open() && !given.type.is(kind)) {
        mismatch(given.span, say::given(node.text, given.type.phrase(), Type{kind}.phrase()),
                 kind == TypeKind::text   ? hint_for(ExpectedType::text, node.children[argument])
                 : kind == TypeKind::date ? say::hint_date()
                                          : text::Words{});
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

/// A text that is written out as a date or duration.
void Checker::check_date_text(const AstNode& given, bool date) const {
    const bool wrong =
        given.kind == AstKind::text &&
        !(date ? parse_date(given.text).has_value() : parse_duration(given.text).has_value());
    if (wrong && is_time_text(given.text)) {
        Cursor::refuse(codes::unsupported, given.span, say::no_times, say::hint_times);
    }
    if (wrong) {
        mismatch(given.span,
                 date ? say::no_date(quoted_text(given.text))
                      : say::no_duration(quoted_text(given.text)),
                 date ? say::hint_date_text : say::hint_duration_text);
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
        must_be_boolean(node.children[0], say::in_not);
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

} // namespace heng::detail::feel
