// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "feel/calendar.hpp"
#include "feel/checker.hpp"
#include "feel/cursor.hpp"
#include "feel/messages.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::detail::feel {

Type Checker::check_expression(ExpectedType expected) {
    Type type = check(ast_.root);
    if (!scope_.is_open() && !accepts(expected, type)) {
        mismatch(ast_[ast_.root].span, say::due(type.phrase(), expected_phrase(expected)),
                 hint_for(expected, ast_.root));
    }
    return type;
}

void Checker::check_tests(const Type& input) {
    add_local("?", input);
    check_each_test(ast_[ast_.root], input);
}

Type Checker::mismatch(Span place, text::Words message, text::Words hint) const {
    if (!scope_.is_open()) {
        Cursor::refuse(codes::type, place, std::move(message), std::move(hint));
    }
    return Type{};
}

std::uint32_t Checker::add_local(std::string name, Type type, bool is_item) {
    const std::uint32_t index = next_local_++;
    locals_.push_back({std::move(name), index, std::move(type), is_item, false});
    return index;
}

Type Checker::check(AstId id) {
    Type type = check_kind(ast_[id], id);
    ast_[id].type = type;
    return type;
}

Type Checker::check_kind(AstNode& node, AstId id) {
    switch (node.kind) {
    case AstKind::number:
        return Type{TypeKind::number};
    case AstKind::text:
        return Type{TypeKind::text};
    case AstKind::boolean:
        return Type{TypeKind::boolean};
    case AstKind::null:
        return Type{TypeKind::null};
    case AstKind::at_text:
        return check_at(node);
    case AstKind::name:
        return check_name(node);
    case AstKind::path:
        return check_path(node, id);
    case AstKind::filter:
        return check_filter(node);
    case AstKind::call:
        return check_call(node);
    case AstKind::negate:
        return check_negate(node);
    case AstKind::binary:
        return check_binary(node);
    case AstKind::between:
        return check_between(node);
    case AstKind::in:
        return check_in(node);
    case AstKind::test:
        return Type::range_of(check(node.children[0]));
    case AstKind::condition:
        return check_condition(node);
    case AstKind::loop:
        return check_loop(node);
    case AstKind::some:
    case AstKind::every:
        return check_quantified(node);
    case AstKind::list:
        return check_list(node);
    case AstKind::context:
        return check_context(node);
    case AstKind::range:
        return check_range(node);
    case AstKind::instance:
        check(node.children[0]);
        return Type{TypeKind::boolean};
    case AstKind::function:
    case AstKind::tests:
        break; // only in a call; only below `in` and at the top
    }
    return Type{};
}

// --- names -------------------------------------------------------------------------------------

Type Checker::use(AstNode& node, Scope::Found found) {
    node.target.index = found.index;
    if (found.meaning == Scope::Meaning::slot) {
        node.target.base = Target::Base::slot;
        return scope_.slot_type(found.index);
    }
    node.target.base = Target::Base::value;
    return values_.type_of(found.index, node.span);
}

bool Checker::is_local(const std::string& name) const {
    return std::any_of(locals_.begin(), locals_.end(), [&](const Local& local) {
        return local.is_item ? name == "item" || local.type.find(name) != nullptr
                             : local.name == name;
    });
}

Type Checker::check_name(AstNode& node) {
    for (auto local = locals_.rbegin(); local != locals_.rend(); ++local) {
        if (!local->is_item ? local->name == node.text
                            : node.text == "item" && local->type.find("item") == nullptr) {
            local->used = true;
            node.target.base = Target::Base::local;
            node.target.index = local->index;
            return node.target.items.empty() ? local->type : Type{};
        }
        if (local->is_item && local->type.is_record()) {
            if (const TypeField* field = local->type.find(node.text)) {
                node.target.items.push_back(local->index);
                return node.target.items.size() == 1 ? field->type : Type{};
            }
            if (scope_.is_open()) {
                node.target.items.push_back(local->index); // no such entry: null, as FEEL has it
            }
        } else if (local->is_item && (local->type.is_any() || local->type.is(TypeKind::context))) {
            node.target.items.push_back(local->index);
        }
    }
    const Scope::Found found = scope_.find(node.text);
    if (found.meaning == Scope::Meaning::slot || found.meaning == Scope::Meaning::value) {
        const Type type = use(node, found);
        return node.target.items.empty() ? type : Type{};
    }
    if (node.target.items.empty()) {
        unknown_name(node.text, node.span);
    }
    return Type{};
}

void Checker::unknown_name(const std::string& name, Span place) const {
    if (scope_.find(name).meaning == Scope::Meaning::group) {
        Cursor::refuse(codes::unknown_name, place, say::a_group(name),
                       say::hint_group(scope_.first_below(name)));
    }
    text::Nearest nearest{name};
    const Type* record = nullptr;
    for (auto local = locals_.rbegin(); local != locals_.rend(); ++local) {
        for (const TypeField& field : local->type.fields()) {
            if (local->is_item) {
                nearest.consider(field.name);
            }
        }
        nearest.consider(local->name);
        record =
            record == nullptr && local->is_item && local->type.is_record() ? &local->type : record;
    }
    // The scope also knows the path that ends in this name, which may look quite different.
    const std::string path = scope_.nearest(name);
    nearest.consider(path);
    for (const std::string_view word : {"true", "false", "null"}) {
        nearest.consider(word);
    }
    const std::string& meant = nearest.found().empty() ? path : nearest.found();
    const bool declares = !scope_.is_open() && scope_.slot_count() + scope_.value_count() > 0;
    Cursor::refuse(codes::unknown_name, place,
                   record != nullptr ? say::unknown_entry_or_name(name) : say::unknown_name(name),
                   !meant.empty()      ? say::did_you_mean(meant)
                   : record != nullptr ? hint_entry(name, *record)
                   : declares          ? say::hint_declare()
                                       : text::Words{});
}

/// Resolves a chain of names such as budget.annual that is declared as a whole.
bool Checker::check_declared_path(AstNode& node, AstId id) {
    std::vector<std::string_view> segments;
    AstId at = id;
    for (; ast_[at].kind == AstKind::path; at = ast_[at].children[0]) {
        segments.push_back(ast_[at].text);
    }
    if (ast_[at].kind != AstKind::name || is_local(ast_[at].text)) {
        return false;
    }
    std::string path = ast_[at].text;
    const bool group = scope_.find(path).meaning == Scope::Meaning::group;
    bool starts = scope_.find(path).meaning != Scope::Meaning::nothing && !group;
    for (auto segment = segments.rbegin(); segment != segments.rend(); ++segment) {
        path += '.';
        path += *segment;
        const Scope::Meaning meaning = scope_.find(path).meaning;
        starts = starts || meaning == Scope::Meaning::slot || meaning == Scope::Meaning::value;
    }
    const Scope::Found found = scope_.find(path);
    if (found.meaning == Scope::Meaning::slot || found.meaning == Scope::Meaning::value) {
        node.type = use(node, found);
        return true;
    }
    if (found.meaning == Scope::Meaning::group || (group && !starts)) {
        unknown_name(path, node.span);
    }
    return false;
}

Type Checker::check_path(AstNode& node, AstId id) {
    if (check_declared_path(node, id)) {
        return node.type;
    }
    return member_type(node, check(node.children[0]));
}

Type Checker::member_type(const AstNode& node, const Type& base) {
    const auto among = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), node.text) != names.end();
    };
    if (base.is(TypeKind::list)) {
        return Type::list_of(member_type(node, base.element()));
    }
    if (base.is_record()) {
        if (const TypeField* field = base.find(node.text)) {
            return field->type;
        }
        if (scope_.is_open()) {
            return Type{};
        }
        Cursor::refuse(codes::unknown_name, node.part, say::unknown_entry(node.text),
                       hint_entry(node.text, base));
    }
    if (base.is_open() || base.is(TypeKind::context)) {
        return Type{};
    }
    if (base.is(TypeKind::date) && among({"year", "month", "day", "weekday"})) {
        return Type{TypeKind::number};
    }
    if (base.is(TypeKind::duration) && among({"days", "hours", "minutes", "seconds"})) {
        return Type{TypeKind::number};
    }
    if (base.is(TypeKind::range) && among({"start", "end"})) {
        return base.element();
    }
    if (base.is(TypeKind::range) && among({"start included", "end included"})) {
        return Type{TypeKind::boolean};
    }
    return mismatch(node.part, say::no_entries(base.phrase(), node.text), hint_part(base));
}

// --- forms -------------------------------------------------------------------------------------

Type Checker::check_filter(AstNode& node) {
    const Type base = check(node.children[0]);
    const Type element = base.is(TypeKind::list) ? base.element() : base;
    node.local = add_local("", element, true);
    const Type condition = check(node.children[1]);
    forget_local();
    const Span place = ast_[node.children[1]].span;
    if (condition.is(TypeKind::boolean)) {
        return Type::list_of(element);
    }
    if (condition.is_numeric() && !condition.is(TypeKind::money)) {
        return element;
    }
    if (condition.is_open()) {
        return Type{};
    }
    return mismatch(place, say::condition_due(condition.phrase()),
                    hint_for(ExpectedType::boolean, node.children[1]));
}

Type Checker::check_condition(AstNode& node) {
    check(node.children[0]);
    must_be_boolean(node.children[0], say::after_if);
    check(node.children[1]);
    check(node.children[2]);
    return common(node.children[1], node.children[2]);
}

void Checker::check_iterators(AstNode& node) {
    // Variables get neighbouring numbers, although a domain may use some of its own.
    const auto count = static_cast<std::uint32_t>(node.names.size());
    node.local = next_local_;
    next_local_ += count;
    for (std::uint32_t i = 0; i < count; ++i) {
        const AstId domain = node.children[2 * i];
        const AstId end = node.children[2 * i + 1];
        Type type = check(domain);
        if (end != no_ast) {
            const Type last = check(end);
            for (const AstId id : {domain, end}) {
                const Type& each = ast_[id].type;
                const bool fits = each.is_open() || each.is(TypeKind::date) ||
                                  (each.is_numeric() && !each.is(TypeKind::money));
                if (!fits) {
                    mismatch(ast_[id].span, say::whole_or_date_due(each.phrase()));
                }
            }
            type = type.joined(last);
        } else if (type.is(TypeKind::list) || type.is(TypeKind::range)) {
            type = type.element();
        } else if (!type.is_open()) {
            type = mismatch(ast_[domain].span, say::list_due(type.phrase()));
        }
        locals_.push_back({node.names[i], node.local + i, std::move(type), false, false});
    }
}

Type Checker::check_loop(AstNode& node) {
    const std::size_t outer = locals_.size();
    check_iterators(node);
    const std::uint32_t partial = add_local("partial", Type::list_of(Type{}));
    Expects(partial >= node.local);
    const Type body = check(node.children.back());
    node.uses_partial = locals_.back().used;
    node.target.index = partial;
    locals_.resize(outer);
    return Type::list_of(body);
}

Type Checker::check_quantified(AstNode& node) {
    const std::size_t outer = locals_.size();
    check_iterators(node);
    check(node.children.back());
    must_be_boolean(node.children.back(), say::after_satisfies);
    locals_.resize(outer);
    return Type{TypeKind::boolean};
}

Type Checker::check_list(AstNode& node) {
    for (const AstId child : node.children) {
        check(child);
    }
    return Type::list_of(node.children.empty() ? Type{} : joined_type(node.children));
}

Type Checker::check_context(AstNode& node) {
    const std::size_t outer = locals_.size();
    node.local = next_local_;
    next_local_ += static_cast<std::uint32_t>(node.names.size());
    std::vector<TypeField> fields;
    for (std::uint32_t i = 0; i < node.names.size(); ++i) {
        Type type = check(node.children[i]);
        locals_.push_back({node.names[i], node.local + i, type, false, false});
        fields.push_back({node.names[i], std::move(type)});
    }
    locals_.resize(outer);
    return Type::record(std::move(fields));
}

Type Checker::check_range(AstNode& node) {
    const Type low = check(node.children[0]);
    const Type high = check(node.children[1]);
    must_compare(node, Op::less, low, node.children[0], high, node.children[1]);
    return Type::range_of(low.is_open() ? high : low);
}

Type Checker::check_at(AstNode& node) {
    if (parse_date(node.text)) {
        return Type{TypeKind::date};
    }
    if (parse_duration(node.text)) {
        return Type{TypeKind::duration};
    }
    if (is_time_text(node.text)) {
        Cursor::refuse(codes::unsupported, node.span, say::no_times, say::hint_at);
    }
    Cursor::refuse(codes::syntax, node.span, say::no_date_or_duration, say::hint_at);
}

} // namespace heng::detail::feel
