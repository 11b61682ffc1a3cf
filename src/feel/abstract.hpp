// SPDX-License-Identifier: Apache-2.0
//
// What a value can be before there are facts: every kind that it can have, and of each kind which
// values; and whether it can be null, and why.
//
//     Abstract rate = Abstract::number(Numbers::of({Ratio{0}, true, Ratio{1}, true}));
//     rate.nulls = nulls::zero;                       // or null, for a division by zero
//     rate.contains(Value::number(Ratio{1, 2}));      // true
//
// An abstract value is never smaller than what it stands for: what it does not contain can't be.
#pragma once

#include "feel/numbers.hpp"
#include "feel/value.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::feel {

/// Why it can be null: flags.
namespace nulls {
inline constexpr std::uint8_t plain = 1; ///< it was written, or an optional fact is absent
inline constexpr std::uint8_t zero = 2;  ///< a division by zero
inline constexpr std::uint8_t other = 4; ///< every other cause
inline constexpr std::uint8_t all = 7;

[[nodiscard]] constexpr std::uint8_t when(bool may_be, std::uint8_t why) {
    return may_be ? why : std::uint8_t{0};
}
} // namespace nulls

/// Some texts, or any.
struct Texts {
    bool any = false;
    std::vector<std::string> some{}; ///< sorted; used unless `any`

    [[nodiscard]] bool empty() const { return !any && some.empty(); }
    [[nodiscard]] bool contains(std::string_view text) const;
};

struct AbstractList;
struct AbstractContext;

struct Abstract {
    bool open = false; ///< it may be anything at all; the rest says so too
    std::uint8_t nulls = 0;
    bool may_be_true = false;
    bool may_be_false = false;
    bool may_be_range = false;
    Numbers numbers{};
    Numbers dates{};     ///< in days
    Numbers durations{}; ///< in seconds
    Texts texts{};
    std::shared_ptr<const AbstractList> list{};       ///< none: it is never a list
    std::shared_ptr<const AbstractContext> context{}; ///< none: it is never a context

    [[nodiscard]] static Abstract any();
    [[nodiscard]] static Abstract null(std::uint8_t why);
    [[nodiscard]] static Abstract boolean(bool may_be_true, bool may_be_false);
    [[nodiscard]] static Abstract number(Numbers numbers);
    [[nodiscard]] static Abstract any_text();
    [[nodiscard]] static Abstract list_of(Abstract element, Numbers length = Numbers::counts());
    /// Just these elements, in order.
    [[nodiscard]] static Abstract list_of_each(std::vector<Abstract> each);
    [[nodiscard]] static Abstract record(std::vector<std::pair<std::string, Abstract>> fields);
    /// Exactly this value.
    [[nodiscard]] static Abstract of(const Value& value);

    /// Nothing at all: the place is never reached.
    [[nodiscard]] bool empty() const;
    [[nodiscard]] bool may_be_null() const { return nulls != 0; }
    [[nodiscard]] bool may_be_boolean() const { return may_be_true || may_be_false; }
    [[nodiscard]] bool is_number() const; ///< and nothing else
    [[nodiscard]] bool is_text() const;
    [[nodiscard]] bool is_boolean() const;
    /// Whether it may be something that is neither null nor a number (a boolean, a text, a list).
    [[nodiscard]] bool may_be_other_than_number() const;
    [[nodiscard]] bool may_be_other_than_boolean() const;
    [[nodiscard]] bool may_be_other_than_text() const;
    [[nodiscard]] bool may_be_other_than_list() const;

    [[nodiscard]] Abstract joined(const Abstract& other) const;
    [[nodiscard]] Abstract met(const Abstract& other) const;
    [[nodiscard]] bool contains(const Value& value) const;

    /// As a list; the elements of what may be anything may be anything.
    [[nodiscard]] std::optional<AbstractList> as_list() const;
    /// The entry of a context, which is part of what this may be. What it has not is null.
    [[nodiscard]] Abstract field(std::string_view name) const;
};

struct AbstractList {
    Numbers length = Numbers::counts();
    Abstract element{};
    /// The elements one by one and in order, where the list has just these; else none.
    std::vector<Abstract> each{};

    /// At most so many elements are kept apart.
    static constexpr std::size_t most_each = 64;
};

struct AbstractContext {
    bool open = false; ///< it may have any entries
    std::vector<std::pair<std::string, Abstract>> fields{};
};

} // namespace heng::detail::feel
