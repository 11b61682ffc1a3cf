// SPDX-License-Identifier: Apache-2.0
//
// Random values through the one display of a number, against texts that Boost's whole numbers give:
// exact where a decimal ends within six places, else marked, with as many digits as decide; and the
// same text in every format for people. HENG_ROUNDS in the environment tries another number of
// values, 1000000 by hand.
#include "base/number_text.hpp"
#include "base/page.hpp"
#include "number_samples.hpp"

#include <heng/scoring/render.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <span>
#include <vector>

using namespace heng;
using namespace heng::test;
using namespace heng::detail;

namespace {

std::uint64_t rounds() {
    const char* const asked = std::getenv("HENG_ROUNDS");
    return asked != nullptr ? std::stoull(asked) : 20'000;
}

using Random = std::mt19937_64;

std::int64_t below(Random& random, std::int64_t end) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(end));
}

struct Sample {
    Ratio value;
    Rational exact;
};

Sample sample_of(const Integer& numerator, const Integer& denominator) {
    return {*Decimal::parse(numerator.str()) / *Decimal::parse(denominator.str()),
            Rational{numerator, denominator}};
}

/// A quotient, a decimal of up to fifteen places, what is beside a whole number, a small number, or
/// a large one.
Sample sample(Random& random) {
    const Integer sign = below(random, 2) == 0 ? 1 : -1;
    const Integer ten = power_of_ten(static_cast<int>(below(random, 16)));
    switch (below(random, 5)) {
    case 0:
        return sample_of(sign * below(random, 200'000), 1 + below(random, 10'000));
    case 1:
        return sample_of(sign * below(random, 1'000'000'000), ten);
    case 2: {
        const Integer part = (1 + below(random, 1'000)) * ten;
        const Integer beside = part * below(random, 200) + (below(random, 2) == 0 ? 1 : -1);
        return sample_of(sign * beside, part);
    }
    case 3:
        return sample_of(sign * (1 + below(random, 1'000)), (1 + below(random, 1'000)) * ten * ten);
    default:
        return sample_of(sign * below(random, 1'000'000'000) * ten, 1 + below(random, 1'000));
    }
}

bool is_whole(const Rational& value) {
    return denominator(value) == 1;
}

/// value × 10^places, rounded half-up; the value is not below zero.
Integer rounded(const Rational& value, int places) {
    const Integer num = numerator(value) * power_of_ten(places) * 2 + denominator(value);
    return num / (denominator(value) * 2);
}

std::string without_end_zeros(std::string text) {
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.find_last_not_of('.') + 1);
    }
    return text;
}

/// The places of what does not end: four, or more where these would be a whole number's, or two
/// digits of what is below a thousandth.
int first_places(const Rational& size) {
    if (size * 1'000 >= 1) {
        int places = 4;
        while (!is_whole(size) && rounded(size, places) % power_of_ten(places) == 0) {
            places += 2;
        }
        return places;
    }
    int zeros = 0;
    while (size * Rational{power_of_ten(zeros + 1)} < 1) {
        ++zeros;
    }
    const bool carried = rounded(size, zeros + 2) >= 100;
    return zeros + (carried ? 1 : 2);
}

bool ends_within_six(const Rational& value) {
    return is_whole(value * Rational{power_of_ten(6)});
}

std::string expected(const Rational& value, const std::string& plus) {
    const Rational size = abs(value);
    const std::string sign = value < 0 ? "−" : value > 0 ? plus : "";
    return ends_within_six(value)
               ? sign + without_end_zeros(decimal_text(rounded(size, 6), 6))
               : "≈" + sign + decimal_text(rounded(size, first_places(size)), first_places(size));
}

/// With as many places as put the text on the value's side of each edge.
std::string expected_beside(const Rational& value, std::span<const Rational> edges) {
    const Rational size = abs(value);
    for (int places = first_places(size);; places += 2) {
        const Integer digits = value < 0 ? Integer{-rounded(size, places)} : rounded(size, places);
        const Rational shown{digits, power_of_ten(places)};
        const bool apart = std::all_of(edges.begin(), edges.end(), [&](const Rational& edge) {
            return value == edge || ((value < edge) == (shown < edge) && shown != edge);
        });
        if (apart) {
            const std::string text = decimal_text(abs(digits), places);
            const std::string sign = value < 0 ? "−" : "";
            return shown == value ? sign + without_end_zeros(text) : "≈" + sign + text;
        }
    }
}

std::string without_escapes(std::string text) {
    std::erase(text, '\\');
    return text;
}

/// Whether each writer of a page for people has just this text in the cell.
bool all_formats_have(const std::string& text) {
    base::Table table{{{"n"}, {"x", base::Align::right}}};
    table.add("a", text);
    base::Page page{"en"};
    page.add(table);
    return base::to_text(page).find("  " + text + "\n") != std::string::npos &&
           without_escapes(base::to_markdown(page)).find("| " + text + " |") != std::string::npos &&
           base::to_html(page).find(">" + text + "<") != std::string::npos;
}

/// The number that CSV has in the place of a value: no fraction, no sign but "-".
void check_plain(const std::string& text, const Rational& exact) {
    CHECK(text.find_first_not_of("-.0123456789") == std::string::npos);
    const auto read = Decimal::parse(text);
    REQUIRE(read.has_value());
    const Rational off = abs(rational_of(Ratio{*read}) - exact);
    CHECK(off * Rational{power_of_ten(10)} * 2 <= 1);
    CHECK((text.front() == '-') == (exact < 0 && read->sign() != 0));
}

} // namespace

TEST_CASE("a number is shown by one rule, and alike in every format") {
    Random random{2026};
    std::uint64_t exact = 0;
    const std::uint64_t count = rounds();
    for (std::uint64_t i = 0; i < count; ++i) {
        const Sample each = sample(random);
        const std::string text = base::number_text(each.value);
        INFO(each.value.to_string() << " -> " << text);
        REQUIRE(text == expected(each.exact, ""));
        REQUIRE(base::signed_text(each.value) == expected(each.exact, "+"));
        REQUIRE(all_formats_have(text));
        check_plain(base::plain_text(each.value), each.exact);
        exact += ends_within_six(each.exact) ? 1U : 0U;
    }
    MESSAGE(count << " values, " << exact << " exact");
    CHECK(exact * 20 > count);
}

TEST_CASE("the digits of a number decide on which side of an edge it lies") {
    Random random{2027};
    std::uint64_t marked = 0;
    const std::uint64_t count = rounds() / 4 + 1;
    for (std::uint64_t i = 0; i < count; ++i) {
        const Sample each = sample(random);
        std::vector<Ratio> edges;
        std::vector<Rational> same;
        for (const int places : {0, 2}) {
            const Integer digits = rounded(abs(each.exact), places);
            const Sample edge =
                sample_of(each.exact < 0 ? Integer{-digits} : digits, power_of_ten(places));
            edges.push_back(edge.value);
            same.push_back(edge.exact);
        }
        const auto text = base::near_text(each.value, edges);
        INFO(each.value.to_string() << " -> " << text.value_or("none"));
        REQUIRE(text == expected_beside(each.exact, same));
        marked += text->starts_with("≈") ? 1U : 0U;
    }
    CHECK(marked * 5 > count);
}

TEST_CASE("a sheet's CSV has the plain text of its scores, and its grade apart") {
    Random random{2028};
    for (std::uint64_t i = 0; i < rounds() / 100 + 1; ++i) {
        const Sample each = sample(random);
        ScoreSheet sheet;
        sheet.points = Points{Ratio{100}};
        sheet.total = Points{each.value};
        sheet.grade = "良";
        const std::string csv = to_csv(sheet);
        INFO(csv);
        CHECK(csv.find(",100.00," + base::plain_text(each.value, 2) + ',') != std::string::npos);
        CHECK(csv.find('/') == std::string::npos);
        CHECK(csv.ends_with(",良\r\n"));
        CHECK(to_csv(sheet, true) == "\xEF\xBB\xBF" + csv);
    }
}
