// SPDX-License-Identifier: Apache-2.0
#include "feel/instance.hpp"

#include <algorithm>
#include <cstddef>

namespace heng::detail::feel {

namespace {

bool fits(const Value& value, const NamedType& type, Budget& budget);

bool fits_inside(const Value& value, const NamedType& type, Budget& budget) {
    return value.is_null() || fits(value, type, budget);
}

bool fits_context(const Value& value, const NamedType& type, Budget& budget) {
    if (!value.is_context()) {
        return false;
    }
    for (std::size_t i = 0; i < type.names.size(); ++i) {
        const Value* entry =
            budget.compared(value.fields().size()) ? value.find(type.names[i]) : nullptr;
        if (entry == nullptr || !fits_inside(*entry, type.inner[i], budget)) {
            return false;
        }
    }
    return true;
}

bool fits(const Value& value, const NamedType& type, Budget& budget) {
    if (!budget.steps()) {
        return false;
    }
    switch (type.kind) {
    case NamedType::Kind::any:
        return !value.is_null();
    case NamedType::Kind::null:
        return value.is_null();
    case NamedType::Kind::number:
        return value.is_number();
    case NamedType::Kind::text:
        return value.is_text();
    case NamedType::Kind::boolean:
        return value.is_boolean();
    case NamedType::Kind::date:
        return value.is_date();
    case NamedType::Kind::duration:
        return value.is_duration();
    case NamedType::Kind::list:
        return value.is_list() &&
               std::all_of(value.items().begin(), value.items().end(), [&](const Value& item) {
                   return fits_inside(item, type.inner.front(), budget);
               });
    case NamedType::Kind::range:
        return value.is_range() && fits_inside(value.range().low, type.inner.front(), budget) &&
               fits_inside(value.range().high, type.inner.front(), budget);
    case NamedType::Kind::context:
        return fits_context(value, type, budget);
    case NamedType::Kind::nothing:
        break;
    }
    return false;
}

} // namespace

Value is_instance(const Value& value, const NamedType& type, Budget& budget) {
    const bool is = fits(value, type, budget);
    return budget.exhausted() ? Value::null(NullCause::limit) : Value::boolean(is);
}

} // namespace heng::detail::feel
