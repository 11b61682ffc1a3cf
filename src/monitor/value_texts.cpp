// SPDX-License-Identifier: Apache-2.0
#include "feel/calendar.hpp"
#include "monitor/value_texts.hpp"

namespace heng::detail::monitor {

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

} // namespace heng::detail::monitor
