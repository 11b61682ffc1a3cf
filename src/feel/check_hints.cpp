// SPDX-License-Identifier: Apache-2.0
//
// What an author could write instead of what was refused, with the names that stand there:
//
//     when: "late"       hint: compare it, as in late > 0
//
// Used only once something has been refused.
#include "base/text/nearest.hpp"
#include "feel/checker.hpp"
#include "feel/messages.hpp"
#include "feel/operators.hpp"

#include <string>
#include <string_view>

namespace heng::detail::feel {

namespace {

constexpr std::size_t most_entries = 12; ///< listed in a hint

const TypeField* first_number(const Type& record) {
    for (const TypeField& field : record.fields()) {
        if (field.type.is_numeric()) {
            return &field;
        }
    }
    return nullptr;
}

} // namespace

std::string Checker::shown(AstId id) const {
    if (id == no_ast) {
        return "x";
    }
    const AstNode& node = ast_[id];
    if (node.kind == AstKind::name) {
        return node.text;
    }
    if (node.kind == AstKind::path) {
        const std::string base = shown(node.children[0]);
        return base == "x" ? base : base + '.' + node.text;
    }
    return "x";
}

text::Words Checker::hint_for(ExpectedType expected, AstId id) const {
    const Type& type = ast_[id].type;
    switch (expected) {
    case ExpectedType::boolean:
        return type.is_numeric()         ? say::hint_compare(shown(id))
               : type.is(TypeKind::text) ? say::hint_compare_text(shown(id))
               : type.is(TypeKind::date) ? say::hint_compare_date(shown(id))
               : type.is(TypeKind::list) ? hint_of_items(id)
                                         : text::Words{};
    case ExpectedType::number:
        return type.is(TypeKind::boolean)    ? say::hint_as_number()
               : type.is(TypeKind::list)     ? hint_of_list(id)
               : type.is(TypeKind::text)     ? say::hint_reads_number()
               : type.is(TypeKind::date)     ? say::hint_date_difference()
               : type.is(TypeKind::duration) ? say::hint_days_of()
                                             : text::Words{};
    case ExpectedType::text:
        return type.is(TypeKind::list) ? text::Words{} : say::hint_string();
    default:
        return {};
    }
}

text::Words Checker::hint_of_items(AstId list) const {
    const AstNode& node = ast_[list];
    const bool entry = node.kind == AstKind::path && shown(node.children[0]) != "x" &&
                       ast_[node.children[0]].type.is(TypeKind::list);
    return entry ? say::hint_some(shown(node.children[0]), node.text) : say::hint_number_of();
}

text::Words Checker::hint_of_list(AstId list) const {
    const Type element = ast_[list].type.element();
    const std::string name = shown(list) == "x" ? "…" : shown(list);
    if (element.is_open() || element.is_numeric()) {
        return say::hint_aggregate(name);
    }
    const TypeField* field = name == "…" ? nullptr : first_number(element);
    return field == nullptr ? say::hint_count(name)
                            : say::hint_count_or_sum(name, name + '.' + field->name);
}

text::Words Checker::hint_of_comparison(Op op, AstId left, const Type& left_type, AstId right,
                                        const Type& right_type) const {
    const auto either = [&](TypeKind kind) {
        return left_type.is(kind) || right_type.is(kind);
    };
    if (either(TypeKind::list)) {
        const AstId list = left_type.is(TypeKind::list) ? left : right;
        if (list == no_ast) {
            return {};
        }
        const AstNode& node = ast_[list];
        const bool entry = list == left && node.kind == AstKind::path &&
                           shown(node.children[0]) != "x" && left_type.element().is_numeric();
        return entry ? say::hint_items(shown(node.children[0]), node.text, row_of(op).word)
                     : hint_of_list(list);
    }
    if (either(TypeKind::boolean)) {
        return say::hint_boolean_alone;
    }
    if (either(TypeKind::date)) {
        return say::hint_date;
    }
    if (either(TypeKind::duration)) {
        return say::hint_duration_number;
    }
    if (left_type.is(TypeKind::text) != right_type.is(TypeKind::text)) {
        return say::hint_text_number;
    }
    return left_type.is_numeric() && right_type.is_numeric() ? say::hint_money_compare()
                                                             : text::Words{};
}

/// Of a sum or product that takes one side or the other.
text::Words Checker::hint_of_operand(const AstNode& node) const {
    const AstId left = node.children[0];
    const AstId other = ast_[left].type.is_numeric() ? node.children[1] : left;
    return ast_[other].type.is(TypeKind::boolean) ? say::hint_one_or_nothing()
                                                  : hint_for(ExpectedType::number, other);
}

text::Words Checker::hint_entry(const std::string& wanted, const Type& record) {
    text::Nearest nearest{wanted};
    std::string all;
    for (const TypeField& field : record.fields()) {
        nearest.consider(field.name);
        all += (all.empty() ? "" : ", ") + field.name;
    }
    if (!nearest.found().empty()) {
        return say::did_you_mean(nearest.found());
    }
    return record.fields().empty() || record.fields().size() > most_entries
               ? text::Words{}
               : say::hint_entries(all);
}

text::Words Checker::hint_part(const Type& base) {
    switch (base.kind()) {
    case TypeKind::date:
        return say::hint_parts("year, month, day, weekday");
    case TypeKind::duration:
        return say::hint_parts("days, hours, minutes, seconds");
    case TypeKind::range:
        return say::hint_parts("start, end, start included, end included");
    default:
        return {};
    }
}

/// For an aggregate that is given records: sum(contracts.amount).
text::Words Checker::hint_field(const AstNode& call, AstId list) const {
    const TypeField* field = first_number(ast_[list].type.element());
    const std::string name = shown(list);
    return field == nullptr || name == "x"
               ? text::Words{}
               : say::hint_field(call.text + '(' + name + '.' + field->name + ')');
}

} // namespace heng::detail::feel
