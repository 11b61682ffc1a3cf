// SPDX-License-Identifier: Apache-2.0
#include "base/phrases.hpp"
#include "base/words.hpp"
#include "feel/calendar.hpp"
#include "scoring/fact_text.hpp"

namespace heng::detail::scoring {

void write_fact(text::Appender& out, const feel::Value& value, const document::Input& input,
                std::optional<MoneyUnit> unit, Language language) {
    switch (value.kind()) {
    case feel::Kind::number:
        if (input.type == document::InputType::percent) {
            base::write(out, value.number() * Ratio{100});
            out.add('%');
            return;
        }
        base::write(out, value.number());
        if (input.type == document::InputType::money && unit) {
            out.add(name(*unit));
        }
        return;
    case feel::Kind::boolean:
        value.is_true() ? out.add("true") : out.add("false");
        return;
    case feel::Kind::text:
        out.add(std::string_view{value.text()});
        return;
    case feel::Kind::date:
        out.add(feel::date_text(value.date_days()));
        return;
    case feel::Kind::list:
        base::write(out, base::pattern(language, base::Phrase::records),
                    {{"count", value.items().size()}}, language);
        return;
    default:
        out.add("null");
    }
}

std::string fact_text(const feel::Value& value, const document::Input& input,
                      std::optional<MoneyUnit> unit, Language language) {
    constexpr std::size_t usual = 48;
    std::string text;
    {
        text::Appender out{text, usual};
        write_fact(out, value, input, unit, language);
    }
    return text;
}

} // namespace heng::detail::scoring
