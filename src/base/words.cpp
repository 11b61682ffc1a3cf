// SPDX-License-Identifier: Apache-2.0
#include "base/digits.hpp"
#include "base/number_text.hpp"
#include "base/text/plural.hpp"
#include "base/words.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::base {
namespace {

constexpr int rate_places = 2;
constexpr std::string_view below_zero = "−";
constexpr std::string_view near_sign = "≈";

void write_places(text::Appender& out, const Decimal& value, bool all_places) {
    Digits digits;
    if (value.sign() >= 0 && digits.write(value, all_places ? value.scale() : 0)) {
        out.add(digits.text());
    } else {
        out.add(base::decimal_text(all_places ? value : value.shortest()));
    }
}

std::vector<Ratio> times_hundred(std::span<const Ratio> edges) {
    std::vector<Ratio> hundredths;
    hundredths.reserve(edges.size());
    for (const Ratio& edge : edges) {
        hundredths.push_back(edge * Ratio{100});
    }
    return hundredths;
}

/// Whether number_text() writes it in full.
bool ends_soon(const Ratio& value) {
    constexpr int most = 6;
    const auto small = value.small();
    return (small && units_within(*small, most)) ||
           (!units_near(value, 0) && base::shown_exactly(value));
}

/// What number_text() writes behind the mark of a value that it does not write in full, and of
/// which units_near() is sure; false, and nothing is written, where that takes more than four
/// places.
bool write_near(text::Appender& out, const Ratio& value) {
    constexpr int places = 4;
    constexpr std::int64_t one = 10'000;
    const auto units = units_near(value, places);
    if (!units || *units % one == 0 || abs(value) < Ratio{1, 1'000}) {
        return false;
    }
    write_units(out, *units, places, places, below_zero);
    return true;
}

/// Whether the rate lies on the same side of every edge as `near` ÷ 10,000, to which it is rounded,
/// and which it is not. An edge with no more places than that parts them only where it is that.
bool is_apart(const Ratio& rate, std::int64_t near, std::span<const Ratio> edges) {
    constexpr int places = 4;
    constexpr std::int64_t one = 10'000;
    return std::all_of(edges.begin(), edges.end(), [&](const Ratio& edge) {
        const auto small = edge.small();
        if (const auto units = small ? units_within(*small, places) : std::nullopt) {
            return *units != near;
        }
        const auto side = rate <=> edge;
        return side == 0 || side == (Ratio{near, one} <=> edge);
    });
}

/// A value so near an edge that no digits would tell.
void write_beside(text::Appender& out, const Ratio& value, std::span<const Ratio> edges,
                  Language language) {
    const Ratio* const edge = std::min_element(
        edges.data(), edges.data() + edges.size(),
        [&](const Ratio& a, const Ratio& b) { return abs(a - value) < abs(b - value); });
    if (value != *edge) {
        const bool below = value < *edge;
        out.add(language == Language::zh ? (below ? "略低于" : "略高于")
                                         : (below ? "just below " : "just above "));
    }
    write(out, *edge);
}

} // namespace

void write(text::Appender& out, const Decimal& value) {
    write_places(out, value, false);
}

void write(text::Appender& out, const Ratio& value) {
    if (!write_short(out, value, "-")) {
        out.add(value.to_string());
    }
}

void write(text::Appender& out, const Points& points) {
    if (!write_short(out, points.value(), below_zero)) {
        out.add(base::number_text(points));
    }
}

void write(text::Appender& out, Measure measure, Language language) {
    if (write_short(out, measure.value, below_zero)) {
        return;
    }
    if (const auto exact = base::shown_exactly(measure.value)) {
        write(out, *exact);
    } else if (const auto near = base::near_text(measure.value, measure.edges)) {
        out.add(*near);
    } else {
        write_beside(out, measure.value, measure.edges, language);
    }
}

void write(text::Appender& out, Rate rate, Language language) {
    const Ratio hundredths = rate.value * Ratio{100};
    if (write_short(out, hundredths, below_zero)) {
        out.add('%');
        return;
    }
    if (const auto near = units_near(hundredths, rate_places)) {
        if (is_apart(rate.value, *near, rate.edges)) {
            out.add("≈");
            write_units(out, *near, rate_places, rate_places, below_zero);
            out.add('%');
            return;
        }
    }
    if (const auto exact = base::shown_exactly(hundredths)) {
        write(out, *exact);
    } else {
        const std::vector<Ratio> edges = times_hundred(rate.edges);
        if (const auto apart = base::told_apart(hundredths, rate_places, edges)) {
            out.add("≈");
            write_places(out, *apart, true);
        } else {
            write_beside(out, hundredths, edges, language);
        }
    }
    out.add('%');
}

void write(text::Appender& out, const Distance& distance, Language language) {
    const Ratio shown = distance.percent ? distance.value * Ratio{100} : distance.value;
    write(out, Measure{shown}, language);
    if (distance.percent) {
        out.add(language == Language::zh ? "个百分点"
                : shown == Ratio{1}      ? " percentage point"
                                         : " percentage points");
    }
}

void write(text::Appender& out, const Product& product) {
    const Ratio result = product.points * product.rate;
    const Ratio shown = product.percent ? product.rate * Ratio{100} : product.rate;
    const bool exact = ends_soon(result);
    const bool equal = exact && ends_soon(shown) && ends_soon(product.points);
    if (product.percent) {
        write(out, Rate{product.rate}, Language::zh); // the same in each
    } else {
        write(out, Points{shown});
    }
    out.add(equal ? " = " : " ≈ ");
    if (exact) {
        write(out, Points{result});
    } else if (!write_near(out, result)) {
        out.add(base::number_text(result).substr(near_sign.size()));
    }
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
    case Kind::exact:
        write(out, *static_cast<const Ratio*>(thing_));
        return;
    case Kind::measure:
        write(out, Measure{*static_cast<const Ratio*>(thing_), edges_}, language);
        return;
    case Kind::rate:
        write(out, Rate{*static_cast<const Ratio*>(thing_), edges_}, language);
        return;
    case Kind::distance:
        write(out, *static_cast<const Distance*>(thing_), language);
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

namespace {

/// Behind a letter or digit a number begins with a space.
void write_apart(text::Appender& out, const Filling& filling, Language language) {
    const std::size_t before = out.written().size();
    filling.write_to(out, language);
    const std::string_view written = out.written();
    if (runs_on(written.substr(0, before), written.substr(before))) {
        out.insert(before, ' ');
    }
}

} // namespace

void write(text::Appender& out, const Pattern& sentence, std::initializer_list<Filling> fillings,
           Language language) {
    constexpr std::uint64_t plural = key_of(text::plural_blank);
    for (const Pattern::Piece& piece : sentence.pieces()) {
        out.add(piece.text);
        if (piece.name == plural && !text::ends_with_one(out.written())) {
            out.add('s');
        }
        for (const Filling& filling : fillings) {
            if (filling.key() == piece.name) {
                runs_on(out.written(), "0") ? write_apart(out, filling, language)
                                            : filling.write_to(out, language);
                break;
            }
        }
    }
}

} // namespace heng::detail::base
