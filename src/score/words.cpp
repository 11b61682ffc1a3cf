// SPDX-License-Identifier: Apache-2.0
#include "score/digits.hpp"
#include "score/words.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::document {
namespace {

constexpr int shown_places = 6;
constexpr int rate_places = 2;
constexpr int most_places = 100; ///< of a value near an edge

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

/// The value rounded to `places`, or to as many more as leave it on its own side of each edge; none
/// where a hundred would not.
std::optional<Decimal> told_apart(const Ratio& value, int places, std::span<const Ratio> edges) {
    for (int more = places; more <= most_places; more += more) {
        Decimal shown = value.rounded(more);
        const bool apart = std::all_of(edges.begin(), edges.end(), [&](const Ratio& edge) {
            return (value <=> edge) == (Ratio{shown} <=> edge);
        });
        if (apart) {
            return shown;
        }
    }
    return std::nullopt;
}

std::vector<Ratio> times_hundred(std::span<const Ratio> edges) {
    std::vector<Ratio> hundredths;
    hundredths.reserve(edges.size());
    for (const Ratio& edge : edges) {
        hundredths.push_back(edge * Ratio{100});
    }
    return hundredths;
}

/// A value so near an edge that no digits would tell.
void write_beside(text::Appender& out, const Ratio& value, std::span<const Ratio> edges,
                  Language language) {
    const Ratio* const edge = std::min_element(
        edges.data(), edges.data() + edges.size(),
        [&](const Ratio& a, const Ratio& b) { return abs(a - value) < abs(b - value); });
    if (value == *edge) {
        return write(out, *edge);
    }
    const bool below = value < *edge;
    out.add(language == Language::zh ? (below ? "略低于 " : "略高于 ")
                                     : (below ? "just below " : "just above "));
    write(out, *edge);
}

/// Rounded to so many places, or digits where those would leave fewer.
std::string few_digits(const Ratio& value, int digits) {
    const bool small = abs(value) < Ratio{1, 10};
    return small ? value.significant(digits) : value.rounded(digits).shortest().to_string();
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
    const auto shown = exact ? exact : told_apart(measure.value, shown_places, measure.edges);
    if (!shown) {
        return write_beside(out, measure.value, measure.edges, language);
    }
    if (Ratio{*shown} != measure.value) {
        out.add("≈");
    }
    write(out, *shown);
    if (!measure.ratio || (exact && measure.value.is_whole())) {
        return;
    }
    language == Language::zh ? out.add("（") : out.add(" (");
    const Ratio hundredths = measure.value * Ratio{100};
    const std::vector<Ratio> edges = times_hundred(measure.edges);
    const Decimal percent = told_apart(hundredths, rate_places, edges)
                                .value_or((Ratio{*shown} * Ratio{100}).rounded(most_places));
    if (exact && Ratio{percent} != hundredths) {
        out.add("≈");
    }
    write_places(out, percent, true);
    language == Language::zh ? out.add("%）") : out.add("%)");
}

void write(text::Appender& out, Rate rate) {
    const Ratio hundredths = rate.value * Ratio{100};
    if (const auto exact = short_decimal(hundredths)) {
        write(out, *exact);
    } else {
        const std::vector<Ratio> edges = times_hundred(rate.edges);
        const auto shown = told_apart(hundredths, rate_places, edges);
        out.add("≈");
        shown ? write_places(out, *shown, true) : write(out, hundredths);
    }
    out.add('%');
}

void write(text::Appender& out, const Product& product) {
    constexpr int places = 4;
    const Ratio result = product.points * product.rate;
    const auto rate = short_decimal(product.rate);
    const auto exact = short_decimal(result);
    const bool equal = rate && exact && short_decimal(product.points);
    if (rate) {
        write(out, *rate);
    } else {
        out.add("≈");
        out.add(few_digits(product.rate, places));
    }
    out.add(equal ? " = " : " ≈ ");
    exact ? write(out, *exact) : out.add(few_digits(result, places));
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
    case Kind::ratio:
        write(out, Measure{*static_cast<const Ratio*>(thing_), kind_ == Kind::ratio, edges_},
              language);
        return;
    case Kind::rate:
        write(out, Rate{*static_cast<const Ratio*>(thing_), edges_});
        return;
    case Kind::product:
        write(out, *static_cast<const Product*>(thing_));
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
