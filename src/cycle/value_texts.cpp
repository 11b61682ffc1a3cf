// SPDX-License-Identifier: Apache-2.0
#include "cycle/value_texts.hpp"
#include "feel/calendar.hpp"

namespace heng::cycle {

std::string value_text(const feel::Value& value) {
    constexpr int digits = 6;
    switch (value.kind()) {
    case feel::Kind::boolean:
        return value.is_true() ? "true" : "false";
    case feel::Kind::number: {
        const auto exact = value.number().exact_decimal();
        return exact ? exact->to_string() : value.number().significant(digits);
    }
    case feel::Kind::text:
        return '"' + value.text() + '"';
    case feel::Kind::date:
        return feel::date_text(value.date_days());
    default:
        return "null";
    }
}

} // namespace heng::cycle
