// SPDX-License-Identifier: Apache-2.0
#include "feel/type.hpp"

#include <utility>

namespace heng::feel {

Type Type::list_of(Type element) {
    Type type{TypeKind::list};
    type.element_ = std::make_shared<const Type>(std::move(element));
    return type;
}

Type Type::range_of(Type element) {
    Type type{TypeKind::range};
    type.element_ = std::make_shared<const Type>(std::move(element));
    return type;
}

Type Type::record(std::vector<TypeField> fields) {
    Type type{TypeKind::context};
    type.fields_ = std::make_shared<const std::vector<TypeField>>(std::move(fields));
    return type;
}

Type Type::element() const {
    return element_ ? *element_ : Type{};
}

const std::vector<TypeField>& Type::fields() const {
    static const std::vector<TypeField> none;
    return fields_ ? *fields_ : none;
}

const TypeField* Type::find(std::string_view name) const {
    for (const TypeField& field : fields()) {
        if (field.name == name) {
            return &field;
        }
    }
    return nullptr;
}

Type Type::joined(const Type& other) const {
    if (is(TypeKind::null) || *this == other) {
        return other;
    }
    if (other.is(TypeKind::null)) {
        return *this;
    }
    const auto plain = [](const Type& type) {
        return type.is_numeric() && !type.is(TypeKind::money);
    };
    if (plain(*this) && plain(other)) {
        return Type{TypeKind::number};
    }
    if (kind_ == other.kind_ && (is(TypeKind::list) || is(TypeKind::range))) {
        const Type inner = element().joined(other.element());
        return is(TypeKind::list) ? list_of(inner) : range_of(inner);
    }
    return kind_ == other.kind_ ? Type{kind_} : Type{};
}

std::string Type::phrase() const {
    switch (kind_) {
    case TypeKind::any:
        return "a value";
    case TypeKind::null:
        return "null";
    case TypeKind::boolean:
        return "a boolean";
    case TypeKind::number:
        return "a number";
    case TypeKind::money:
        return "money";
    case TypeKind::percent:
        return "a percentage";
    case TypeKind::count:
        return "a count";
    case TypeKind::text:
        return "a text";
    case TypeKind::date:
        return "a date";
    case TypeKind::duration:
        return "a duration";
    case TypeKind::list:
        return "a list";
    case TypeKind::context:
        return is_record() ? "a record" : "a context";
    case TypeKind::range:
        return "a range";
    }
    return "a value";
}

bool operator==(const Type& a, const Type& b) {
    if (a.kind_ != b.kind_ || a.is_record() != b.is_record()) {
        return false;
    }
    if (a.is_record()) {
        return a.fields() == b.fields();
    }
    if ((a.element_ == nullptr) != (b.element_ == nullptr)) {
        return false;
    }
    return a.element_ == b.element_ || *a.element_ == *b.element_;
}

bool operator==(const TypeField& a, const TypeField& b) {
    return a.name == b.name && a.type == b.type;
}

std::string_view expected_phrase(ExpectedType expected) {
    switch (expected) {
    case ExpectedType::any:
        return "a value";
    case ExpectedType::boolean:
        return "a boolean";
    case ExpectedType::number:
        return "a number";
    case ExpectedType::text:
        return "a text";
    case ExpectedType::date:
        return "a date";
    case ExpectedType::list:
        return "a list";
    }
    return "a value";
}

bool accepts(ExpectedType expected, const Type& type) {
    if (type.is_open()) {
        return true;
    }
    switch (expected) {
    case ExpectedType::any:
        return true;
    case ExpectedType::boolean:
        return type.is(TypeKind::boolean);
    case ExpectedType::number:
        return type.is_numeric();
    case ExpectedType::text:
        return type.is(TypeKind::text);
    case ExpectedType::date:
        return type.is(TypeKind::date);
    case ExpectedType::list:
        return type.is(TypeKind::list);
    }
    return false;
}

} // namespace heng::feel
