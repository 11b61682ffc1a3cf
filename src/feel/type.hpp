// SPDX-License-Identifier: Apache-2.0
//
// What the checker knows about a value before there is one.
//
//     Type contracts = Type::list_of(Type::record({{"signed_late", Type{TypeKind::boolean}}}));
//
// money, percent and count are numbers with a dimension: money ÷ money is a plain number, money +
// percent is refused. `any` defers to run time. Cheap to copy; immutable.
#pragma once

#include "base/text/messages.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::feel {

enum class TypeKind : std::uint8_t {
    any,
    null,
    boolean,
    number,
    money,
    percent,
    count,
    text,
    date,
    duration,
    list,
    context,
    range,
};

struct TypeField;

class Type {
  public:
    Type() = default; ///< any
    explicit Type(TypeKind kind) : kind_{kind} {}

    [[nodiscard]] static Type list_of(Type element);
    [[nodiscard]] static Type range_of(Type element);
    /// A context of exactly these entries.
    [[nodiscard]] static Type record(std::vector<TypeField> fields);

    [[nodiscard]] TypeKind kind() const { return kind_; }
    [[nodiscard]] bool is(TypeKind kind) const { return kind_ == kind; }
    [[nodiscard]] bool is_any() const { return kind_ == TypeKind::any; }
    /// any or null: nothing is known that could be refused.
    [[nodiscard]] bool is_open() const { return kind_ == TypeKind::any || kind_ == TypeKind::null; }
    /// number, money, percent or count
    [[nodiscard]] bool is_numeric() const {
        return kind_ >= TypeKind::number && kind_ <= TypeKind::count;
    }
    /// Of a list or range; any where it is not known.
    [[nodiscard]] Type element() const;
    /// Whether it is a context whose entries are all known.
    [[nodiscard]] bool is_record() const { return fields_ != nullptr; }
    /// The entries of a record; empty for everything else.
    [[nodiscard]] const std::vector<TypeField>& fields() const;
    [[nodiscard]] const TypeField* find(std::string_view name) const;

    /// The type of what is either this or that: any where they have nothing in common.
    [[nodiscard]] Type joined(const Type& other) const;

    /// "a number", "a list of money" … for sentences, in English with its article.
    [[nodiscard]] text::Words phrase() const;

    friend bool operator==(const Type& a, const Type& b);

  private:
    TypeKind kind_ = TypeKind::any;
    std::shared_ptr<const Type> element_;
    std::shared_ptr<const std::vector<TypeField>> fields_;
};

struct TypeField {
    std::string name;
    Type type;

    friend bool operator==(const TypeField& a, const TypeField& b);
};

/// What the place where an expression stands takes.
enum class ExpectedType : std::uint8_t {
    any,
    boolean,
    number, ///< number, money, percent or count
    text,
    date,
    list,
};

/// "a boolean", "a number" … for sentences.
[[nodiscard]] text::Words expected_phrase(ExpectedType expected);

/// Whether a value of `type` may stand where `expected` is due. any and null may stand everywhere.
[[nodiscard]] bool accepts(ExpectedType expected, const Type& type);

} // namespace heng::detail::feel
