// SPDX-License-Identifier: Apache-2.0
#include "engine/fact_text.hpp"
#include "feel/calendar.hpp"
#include "score/phrases.hpp"
#include "score/words.hpp"

namespace heng::document {

void write_fact(std::string& out, const feel::Value& value, const Input& input,
                std::optional<MoneyUnit> unit, Language language) {
    switch (value.kind()) {
    case feel::Kind::number:
        if (input.type == InputType::percent) {
            write(out, value.number() * Ratio{100});
            out += '%';
            return;
        }
        write(out, value.number());
        if (input.type == InputType::money && unit) {
            out += name(*unit);
        }
        return;
    case feel::Kind::boolean:
        out += value.is_true() ? "true" : "false";
        return;
    case feel::Kind::text:
        out += value.text();
        return;
    case feel::Kind::date:
        out += feel::date_text(value.date_days());
        return;
    case feel::Kind::list:
        write(out, pattern(language, Phrase::records), {{"count", value.items().size()}}, language);
        return;
    default:
        out += "null";
    }
}

std::string fact_text(const feel::Value& value, const Input& input, std::optional<MoneyUnit> unit,
                      Language language) {
    std::string text;
    write_fact(text, value, input, unit, language);
    return text;
}

} // namespace heng::document
