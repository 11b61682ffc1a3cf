// SPDX-License-Identifier: Apache-2.0
//
// What names mean to an expression: declared inputs by dotted path, and named values.
//
//     Scope scope;
//     scope.add_input("budget.annual", Type{TypeKind::money});        // slot 0
//     scope.add_input("budget.executed", Type{TypeKind::money});      // slot 1
//     scope.add_value("execution_rate", "budget.executed / budget.annual");
//
// Names may be in any script, and have spaces or signs where they are declared so: the longest
// declared name wins. An open scope is for `heng eval`: the entries of a context are inputs of
// unknown type, and what would be refused for its type is null at run time, as FEEL has it.
#pragma once

#include "feel/type.hpp"
#include "feel/value.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heng::detail::feel {

/// A named value of a scope, numbered from 0 in the order of declaration.
using ValueId = std::uint32_t;

class Scope {
  public:
    /// What a dotted path stands for.
    enum class Meaning : std::uint8_t {
        nothing,
        slot,
        value,
        group, ///< inputs are declared below it: `budget` where there is `budget.annual`
    };
    struct Found {
        Meaning meaning = Meaning::nothing;
        std::uint32_t index = 0; ///< the slot or value
    };

    Scope() = default;

    /// The entries of `context` as inputs of unknown type; slots_of(context) are their values. With
    /// a value that is no context the scope is open and empty.
    [[nodiscard]] static Scope open(const Value& context);
    [[nodiscard]] static std::vector<Value> slots_of(const Value& context);

    /// Declares an input or a named value. The path must not be declared yet (see find).
    SlotId add_input(std::string path, Type type);
    ValueId add_value(std::string name, std::string text);

    [[nodiscard]] bool is_open() const { return open_; }
    [[nodiscard]] std::size_t slot_count() const { return inputs_.size(); }
    [[nodiscard]] const std::string& slot_path(SlotId slot) const { return inputs_[slot].path; }
    [[nodiscard]] const Type& slot_type(SlotId slot) const { return inputs_[slot].type; }
    [[nodiscard]] std::size_t value_count() const { return values_.size(); }
    [[nodiscard]] const std::string& value_name(ValueId value) const { return values_[value].name; }
    [[nodiscard]] const std::string& value_text(ValueId value) const { return values_[value].text; }

    [[nodiscard]] Found find(std::string_view path) const;

    /// Whether a declared path starts with this segment; whether it stands after a point, in a path
    /// or in a record.
    [[nodiscard]] bool is_head(std::string_view name) const { return heads_.contains(name); }
    [[nodiscard]] bool is_member(std::string_view name) const { return members_.contains(name); }
    /// The length in bytes of the longest head or member.
    [[nodiscard]] std::size_t longest_name() const { return longest_name_; }

    /// The first input below a group: budget.annual of budget.
    [[nodiscard]] std::string first_below(std::string_view group) const;

    /// The declared path or value nearest to `path`, "" where none is near.
    [[nodiscard]] std::string nearest(std::string_view path) const;

  private:
    /// What is declared, but for groups, in the order of the alphabet.
    [[nodiscard]] std::vector<std::string_view> names() const;

    struct Input {
        std::string path;
        Type type;
    };
    struct Named {
        std::string name;
        std::string text;
    };

    void declare(std::string_view path, Found meaning);
    void add_members(const Type& type);
    void add_members(const Value& value);
    void add_member(std::string_view name);

    bool open_ = false;
    std::vector<Input> inputs_;
    std::vector<Named> values_;
    struct TextHash {
        using is_transparent = void; // a path is looked up without being copied
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::unordered_map<std::string, Found, TextHash, std::equal_to<>> paths_;
    std::set<std::string, std::less<>> heads_;
    std::set<std::string, std::less<>> members_;
    std::size_t longest_name_ = 0;
};

} // namespace heng::detail::feel
