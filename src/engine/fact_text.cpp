// SPDX-License-Identifier: Apache-2.0
#include "engine/fact_text.hpp"
#include "feel/calendar.hpp"
#include "score/phrases.hpp"

namespace heng::document {

std::string fact_text(const feel::Value& value, const Input& input, std::optional<MoneyUnit> unit,
                      Language language) {
    switch (value.kind()) {
    case feel::Kind::number:
        if (input.type == InputType::percent) {
            const Ratio hundredths = value.number() * Ratio{100};
            return hundredths.to_string() + '%';
        }
        return value.number().to_string() +
               (input.type == InputType::money && unit ? std::string{name(*unit)} : "");
    case feel::Kind::boolean:
        return value.is_true() ? "true" : "false";
    case feel::Kind::text:
        return value.text();
    case feel::Kind::date:
        return feel::date_text(value.date_days());
    case feel::Kind::list:
        return fill(phrase(language, Phrase::records),
                    {{"count", std::to_string(value.items().size())}});
    default:
        return "null";
    }
}

} // namespace heng::document
