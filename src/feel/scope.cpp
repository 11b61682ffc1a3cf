// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "feel/scope.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::feel {

namespace {

constexpr std::size_t least_beginning = 4; ///< bytes of a name that may be meant for a longer one

} // namespace

Scope Scope::open(const Value& context) {
    Scope scope;
    scope.open_ = true;
    if (context.is_context()) {
        for (const Field& field : context.fields()) {
            const auto slot = static_cast<SlotId>(scope.inputs_.size());
            scope.inputs_.push_back({field.name, Type{}});
            scope.paths_.insert_or_assign(field.name, Found{Meaning::slot, slot});
            scope.heads_.insert(field.name);
            scope.longest_name_ = std::max(scope.longest_name_, field.name.size());
            scope.add_members(field.value);
        }
    }
    return scope;
}

std::vector<Value> Scope::slots_of(const Value& context) {
    std::vector<Value> slots;
    if (context.is_context()) {
        for (const Field& field : context.fields()) {
            slots.push_back(field.value);
        }
    }
    return slots;
}

SlotId Scope::add_input(std::string path, Type type) {
    const auto slot = static_cast<SlotId>(inputs_.size());
    declare(path, {Meaning::slot, slot});
    add_members(type);
    inputs_.push_back({std::move(path), std::move(type)});
    return slot;
}

ValueId Scope::add_value(std::string name, std::string text) {
    const auto value = static_cast<ValueId>(values_.size());
    declare(name, {Meaning::value, value});
    values_.push_back({std::move(name), std::move(text)});
    return value;
}

void Scope::declare(std::string_view path, Found meaning) {
    Expects(find(path).meaning == Meaning::nothing || find(path).meaning == Meaning::group);
    std::size_t start = 0;
    for (std::size_t dot = path.find('.'); dot != std::string_view::npos;
         dot = path.find('.', start)) {
        paths_.try_emplace(std::string{path.substr(0, dot)}, Found{Meaning::group, 0});
        const std::string_view segment = path.substr(start, dot - start);
        if (start == 0) {
            heads_.emplace(segment);
            longest_name_ = std::max(longest_name_, segment.size());
        } else {
            add_member(segment);
        }
        start = dot + 1;
    }
    if (start == 0) {
        heads_.emplace(path);
        longest_name_ = std::max(longest_name_, path.size());
    } else {
        add_member(path.substr(start));
    }
    paths_.insert_or_assign(std::string{path}, meaning);
}

void Scope::add_member(std::string_view name) {
    members_.emplace(name);
    longest_name_ = std::max(longest_name_, name.size());
}

void Scope::add_members(const Type& type) {
    for (const TypeField& field : type.fields()) {
        add_member(field.name);
        add_members(field.type);
    }
    if (type.is(TypeKind::list)) {
        add_members(type.element());
    }
}

void Scope::add_members(const Value& value) {
    if (value.is_context()) {
        for (const Field& field : value.fields()) {
            add_member(field.name);
            add_members(field.value);
        }
    } else if (value.is_list()) {
        for (const Value& item : value.items()) {
            add_members(item);
        }
    }
}

Scope::Found Scope::find(std::string_view path) const {
    const auto found = paths_.find(path);
    return found == paths_.end() ? Found{} : found->second;
}

std::string Scope::first_below(std::string_view group) const {
    for (const Input& input : inputs_) {
        if (input.path.size() > group.size() && input.path.starts_with(group) &&
            input.path[group.size()] == '.') {
            return input.path;
        }
    }
    return std::string{group} + ".…";
}

std::vector<std::string_view> Scope::names() const {
    std::vector<std::string_view> names;
    for (const auto& [name, found] : paths_) {
        if (found.meaning != Meaning::group) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string Scope::nearest(std::string_view path) const {
    text::Nearest nearest{path};
    const std::vector<std::string_view> declared = names();
    for (const std::string_view name : declared) {
        nearest.consider(name);
    }
    if (!nearest.found().empty() || path.find('.') != std::string_view::npos) {
        return nearest.found();
    }
    // A last segment or a beginning alone: `executed` for budget.executed, `audit` for audited,
    // where there is only one such name.
    std::string only;
    for (const std::string_view name : declared) {
        const bool ends = name.size() > path.size() && name.ends_with(path) &&
                          name[name.size() - path.size() - 1] == '.';
        const bool begins = path.size() >= least_beginning && name.starts_with(path);
        if (ends || begins) {
            if (!only.empty()) {
                return {};
            }
            only = name;
        }
    }
    return only;
}

} // namespace heng::detail::feel
