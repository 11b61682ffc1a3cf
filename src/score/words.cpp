// SPDX-License-Identifier: Apache-2.0
#include "score/digits.hpp"
#include "score/words.hpp"

#include <optional>
#include <utility>

namespace heng::document {
namespace {

constexpr int shown_places = 6;

/// The exact decimal where it is short. Most have two places, which are tried first.
std::optional<Decimal> short_decimal(const Ratio& value) {
    constexpr int usual = 2;
    auto decimal = value.decimal_within(usual);
    return decimal ? std::move(decimal) : value.decimal_within(shown_places);
}

void write_places(text::Appender& out, const Decimal& value, bool all_places) {
    Digits digits;
    if (digits.write(value, all_places ? value.scale() : 0)) {
        out.add(digits.text());
    } else {
        out.add((all_places ? value : value.shortest()).to_string());
    }
}

} // namespace

void write(text::Appender& out, const Decimal& value) {
    write_places(out, value, false);
}

void write(text::Appender& out, const Ratio& value) {
    const auto decimal = short_decimal(value);
    decimal ? write(out, *decimal) : out.add(value.to_string());
}

void write(text::Appender& out, const Points& points) {
    if (const auto exact = short_decimal(points.value())) {
        write(out, *exact);
        return;
    }
    out.add("≈");
    write(out, points.rounded(4));
}

void write(text::Appender& out, Measure measure, Language language) {
    const auto exact = short_decimal(measure.value);
    const Decimal shown = exact ? *exact : measure.value.rounded(shown_places);
    if (!exact) {
        out.add("≈");
    }
    write(out, shown);
    if (exact && measure.value.is_whole()) {
        return;
    }
    language == Language::zh ? out.add("（") : out.add(" (");
    write_places(out, (measure.value * Ratio{100}).rounded(2), true);
    language == Language::zh ? out.add("%）") : out.add("%)");
}

void write(text::Appender& out, Rate rate) {
    const Ratio hundredths = rate.value * Ratio{100};
    if (const auto exact = short_decimal(hundredths)) {
        write(out, *exact);
    } else {
        out.add("≈");
        write_places(out, hundredths.rounded(2), true);
    }
    out.add('%');
}

void Filling::write_to(text::Appender& out, Language language) const {
    switch (kind_) {
    case Kind::text:
        out.add(std::string_view{static_cast<const char*>(thing_), size_});
        return;
    case Kind::points:
        write(out, *static_cast<const Points*>(thing_));
        return;
    case Kind::decimal:
        write(out, *static_cast<const Decimal*>(thing_));
        return;
    case Kind::measure:
        write(out, Measure{*static_cast<const Ratio*>(thing_)}, language);
        return;
    case Kind::rate:
        write(out, Rate{*static_cast<const Ratio*>(thing_)});
        return;
    case Kind::count: {
        Digits digits;
        digits.write(size_, 0, 0);
        out.add(digits.text());
        return;
    }
    }
}

void write(text::Appender& out, const Pattern& sentence, std::initializer_list<Filling> fillings,
           Language language) {
    for (const Pattern::Piece& piece : sentence.pieces()) {
        out.add(piece.text);
        for (const Filling& filling : fillings) {
            if (filling.key() == piece.name) {
                filling.write_to(out, language);
                break;
            }
        }
    }
}

} // namespace heng::document
