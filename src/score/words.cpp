// SPDX-License-Identifier: Apache-2.0
#include "score/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

namespace heng::document {
namespace {

constexpr int shown_places = 6;

/// `units` ÷ 10^`places`, without zeros at the end of the fraction unless they are asked for.
void write_digits(std::string& out, std::uint64_t units, int places, bool all_places) {
    for (; !all_places && places > 0 && units % 10 == 0; --places) {
        units /= 10;
    }
    std::array<char, 20> digits;
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), units).ptr;
    const auto size = static_cast<std::size_t>(end - digits.data());
    const auto fraction = static_cast<std::size_t>(places);
    if (size > fraction) {
        out.append(digits.data(), size - fraction);
    } else {
        out += '0';
    }
    if (fraction > 0) {
        out += '.';
        out.append(fraction > size ? fraction - size : 0, '0');
        out.append(end - std::min(size, fraction), end);
    }
}

/// The exact decimal where it is short. Most have two places, which are tried first.
std::optional<Decimal> short_decimal(const Ratio& value) {
    constexpr int usual = 2;
    auto decimal = value.decimal_within(usual);
    return decimal ? std::move(decimal) : value.decimal_within(shown_places);
}

void write_places(std::string& out, const Decimal& value, bool all_places) {
    const auto units = value.small_coefficient();
    if (!units || *units == std::numeric_limits<std::int64_t>::min()) {
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

void write(std::string& out, std::string_view sentence, std::initializer_list<Filling> fillings,
           Language language) {
    while (!sentence.empty()) {
        const std::size_t open = sentence.find('{');
        out += sentence.substr(0, open);
        if (open == std::string_view::npos) {
            return;
        }
        std::size_t close = open + 1; // a name is short
        while (close < sentence.size() && sentence[close] != '}') {
            ++close;
        }
        const std::uint64_t key = key_of(sentence.substr(open + 1, close - open - 1));
        for (const Filling& filling : fillings) {
            if (filling.key() == key) {
                filling.write_to(out, language);
                break;
            }
        }
        sentence.remove_prefix(std::min(close + 1, sentence.size()));
    }
}

} // namespace heng::document
