// SPDX-License-Identifier: Apache-2.0
#include "score/words.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace heng::document {
namespace {

constexpr int shown_places = 6;
constexpr int most_places = 18; ///< that write_digits() takes

constexpr std::array<char, 200> make_pairs() {
    std::array<char, 200> pairs{};
    for (std::size_t i = 0; i < 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}

/// "00", "01", … "99": a sheet shows five hundred numbers, so two digits are made in one step.
constexpr std::array<char, 200> digit_pairs = make_pairs();

/// Digits from the last to the first, in front of what is there.
class DigitsBackwards {
  public:
    /// The last `count` digits of `units`, which it loses.
    void digits(std::uint64_t& units, int count) {
        for (; count >= 2; count -= 2) {
            pair(units);
        }
        if (count > 0) {
            character(static_cast<char>('0' + units % 10));
            units /= 10;
        }
    }
    /// All digits of `units`, at least one.
    void all_digits(std::uint64_t units) {
        while (units >= 100) {
            pair(units);
        }
        digits(units, units >= 10 ? 2 : 1);
    }
    void character(char c) { *--begin_ = c; }

    [[nodiscard]] std::string_view text() const {
        return {begin_, static_cast<std::size_t>(digits_.data() + digits_.size() - begin_)};
    }

  private:
    void pair(std::uint64_t& units) {
        const char* const two = digit_pairs.data() + 2 * (units % 100);
        units /= 100;
        begin_ -= 2;
        begin_[0] = two[0];
        begin_[1] = two[1];
    }

    std::array<char, 40> digits_; ///< 20 digits, a point, and 18 zeros at most
    char* begin_ = digits_.data() + digits_.size();
};

/// `units` ÷ 10^`places` (at most most_places), without zeros at the end of the fraction unless
/// they are asked for.
void write_digits(std::string& out, std::uint64_t units, int places, bool all_places) {
    for (; !all_places && places > 0 && units % 10 == 0; --places) {
        units /= 10;
    }
    DigitsBackwards digits;
    if (places > 0) {
        digits.digits(units, places);
        digits.character('.');
    }
    digits.all_digits(units);
    out += digits.text();
}

/// The exact decimal where it is short. Most have two places, which are tried first.
std::optional<Decimal> short_decimal(const Ratio& value) {
    constexpr int usual = 2;
    auto decimal = value.decimal_within(usual);
    return decimal ? std::move(decimal) : value.decimal_within(shown_places);
}

void write_places(std::string& out, const Decimal& value, bool all_places) {
    const auto units = value.small_coefficient();
    if (!units || *units == std::numeric_limits<std::int64_t>::min() ||
        value.scale() > most_places) {
        out += (all_places ? value : value.shortest()).to_string();
        return;
    }
    if (*units < 0) {
        out += '-';
    }
    write_digits(out, static_cast<std::uint64_t>(*units < 0 ? -*units : *units), value.scale(),
                 all_places);
}

} // namespace

void write(std::string& out, const Decimal& value) {
    write_places(out, value, false);
}

void write(std::string& out, const Ratio& value) {
    const auto decimal = short_decimal(value);
    decimal ? write(out, *decimal) : void(out += value.to_string());
}

void write(std::string& out, const Points& points) {
    if (const auto exact = short_decimal(points.value())) {
        write(out, *exact);
        return;
    }
    out += "≈";
    write(out, points.rounded(4));
}

void write(std::string& out, Measure measure, Language language) {
    const auto exact = short_decimal(measure.value);
    const Decimal shown = exact ? *exact : measure.value.rounded(shown_places);
    out += exact ? "" : "≈";
    write(out, shown);
    if (exact && measure.value.is_whole()) {
        return;
    }
    out += language == Language::zh ? "（" : " (";
    write_places(out, (measure.value * Ratio{100}).rounded(2), true);
    out += language == Language::zh ? "%）" : "%)";
}

void write(std::string& out, Rate rate) {
    const Ratio hundredths = rate.value * Ratio{100};
    if (const auto exact = short_decimal(hundredths)) {
        write(out, *exact);
    } else {
        out += "≈";
        write_places(out, hundredths.rounded(2), true);
    }
    out += '%';
}

void Filling::write_to(std::string& out, Language language) const {
    switch (kind_) {
    case Kind::text:
        out.append(static_cast<const char*>(thing_), size_);
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
    case Kind::count:
        write_digits(out, size_, 0, false);
        return;
    }
}

void write(std::string& out, const Pattern& sentence, std::initializer_list<Filling> fillings,
           Language language) {
    for (const Pattern::Piece& piece : sentence.pieces()) {
        out += piece.text;
        for (const Filling& filling : fillings) {
            if (filling.key() == piece.name) {
                filling.write_to(out, language);
                break;
            }
        }
    }
}

} // namespace heng::document
