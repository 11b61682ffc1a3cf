// SPDX-License-Identifier: Apache-2.0
#include "feel/messages.hpp"
#include "feel/type.hpp"

#include <utility>

namespace heng::detail::feel {

namespace {

/// What a list of these is a list of; nothing where they are not known.
const text::Sentence* plural(const Type& element) {
    switch (element.kind()) {
    case TypeKind::any:
    case TypeKind::null:
        return nullptr;
    case TypeKind::boolean:
        return &say::booleans;
    case TypeKind::number:
        return &say::plain_numbers;
    case TypeKind::money:
        return &say::money;
    case TypeKind::percent:
        return &say::percentages;
    case TypeKind::count:
        return &say::counts;
    case TypeKind::text:
        return &say::texts;
    case TypeKind::date:
        return &say::dates;
    case TypeKind::duration:
        return &say::durations;
    case TypeKind::list:
        return &say::lists;
    case TypeKind::context:
        return &say::records;
    case TypeKind::range:
        return &say::ranges;
    }
    return nullptr;
}

} // namespace

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

text::Words Type::phrase() const {
    switch (kind_) {
    case TypeKind::any:
        return say::any;
    case TypeKind::null:
        return say::null;
    case TypeKind::boolean:
        return say::a_boolean;
    case TypeKind::number:
        return say::a_number;
    case TypeKind::money:
        return say::money;
    case TypeKind::percent:
        return say::a_percentage;
    case TypeKind::count:
        return say::a_count;
    case TypeKind::text:
        return say::a_text;
    case TypeKind::date:
        return say::a_date;
    case TypeKind::duration:
        return say::a_duration;
    case TypeKind::list: {
        const text::Sentence* items = plural(element());
        return items != nullptr ? say::a_list_of((*items)()) : say::a_list();
    }
    case TypeKind::context:
        return is_record() ? say::a_record : say::a_context;
    case TypeKind::range:
        return say::a_range;
    }
    return say::any;
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

text::Words expected_phrase(ExpectedType expected) {
    switch (expected) {
    case ExpectedType::any:
        break;
    case ExpectedType::boolean:
        return say::a_boolean;
    case ExpectedType::number:
        return say::a_number;
    case ExpectedType::text:
        return say::a_text;
    case ExpectedType::date:
        return say::a_date;
    case ExpectedType::list:
        return say::a_list;
    }
    return say::any;
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

} // namespace heng::detail::feel
