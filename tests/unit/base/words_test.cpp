// SPDX-License-Identifier: Apache-2.0
//
// Numbers written into sentences.
#include "base/number_text.hpp"
#include "base/words.hpp"

#include <heng/number/decimal.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace heng;
using namespace heng::detail::base;
using namespace heng::literals;

namespace {

template <class... Value>
std::string written(const Value&... value) {
    std::string out;
    write_behind(out, value...);
    return out;
}

} // namespace

TEST_CASE("a decimal is written as its shortest text, a ratio as documents have it") {
    for (const char* text :
         {"0", "5", "-5", "0.5", "-0.05", "12.345", "100", "0.000001", "9223372036854775807",
          "-9223372036854775808", "92233720368.54775807", "123456789012345678901234567890.5",
          "0.0000000000000000000000000001"}) {
        std::string shown{text};
        shown.replace(0, shown.starts_with('-') ? 1 : 0, shown.starts_with('-') ? "−" : "");
        CHECK(written(*Decimal::parse(text)) == shown);
        CHECK(written(Ratio{*Decimal::parse(text)}) == text);
    }
    CHECK(written(2.50_dec) == "2.5");
    CHECK(written(3.00_dec) == "3");
    CHECK(written(Ratio{1, 3}) == "1/3");
    CHECK(written(Ratio{-2, 8}) == "-0.25");
}

TEST_CASE("points, measures and rates are exact where they are short, else marked") {
    CHECK(written(Points{0.7966_dec}) == "0.7966");
    CHECK(written(Points{Ratio{10, 9}}) == "≈1.1111");
    CHECK(written(Points{Ratio{-10, 9}}) == "≈−1.1111");
    CHECK(written(Measure{Ratio{3}}, Language::zh) == "3");
    CHECK(written(Measure{Ratio{35.5_dec}}, Language::zh) == "35.5"); // days are no percentage
    CHECK(written(Measure{Ratio{2, 3}}, Language::en) == "≈0.6667");
    CHECK(written(Rate{Ratio{0.7966_dec}}, Language::zh) == "79.66%");
    CHECK(written(Rate{Ratio{0.12345_dec}}, Language::zh) == "12.345%");
    CHECK(written(Rate{Ratio{1}}, Language::en) == "100%");
    CHECK(written(Rate{Ratio{2, 3}}, Language::en) == "≈66.67%");
    CHECK(written(Distance{Ratio{0.03_dec}, true}, Language::zh) == "3个百分点");
    CHECK(written(Distance{Ratio{0.01_dec}, true}, Language::en) == "1 percentage point");
    CHECK(written(Distance{Ratio{1, 30}, true}, Language::en) == "≈3.3333 percentage points");
    CHECK(written(Distance{Ratio{3}}, Language::zh) == "3");
}

TEST_CASE("a number beside an edge is told from it") {
    const std::vector<Ratio> edges{Ratio{0.9_dec}, Ratio{1, 3}};
    const Ratio below{2'699'999'999, 3'000'000'000};
    CHECK(written(Measure{below, edges}, Language::en) == "≈0.8999999997");
    CHECK(written(Measure{Ratio{1, 3}, edges}, Language::en) == "≈0.3333");
    CHECK(written(Rate{below, edges}, Language::zh) == "≈89.99999997%");
    CHECK(written(Rate{edges[0], edges}, Language::en) == "90%");
    const std::vector<Ratio> near{Ratio{0.6_dec}};
    CHECK(written(Measure{Ratio{0.5999999_dec}, near}, Language::en) == "0.5999999");
    const Ratio hair = power(Ratio{10}, -200);
    CHECK(written(Measure{edges[0] - hair, edges}, Language::en) == "just below 0.9");
    CHECK(written(Measure{edges[0] + hair, edges}, Language::zh) == "略高于0.9");
    CHECK(written(Rate{edges[0] - hair, edges}, Language::en) == "just below 90%");
}

TEST_CASE("a product has the sign of the numbers as they are shown") {
    const Ratio half{1, 2};
    const Ratio third{1, 3};
    const Ratio tiny{1, 300'000};
    CHECK(written(Product{Ratio{15}, half}) == "0.5 = 7.5");
    CHECK(written(Product{Ratio{15}, third}) == "≈0.3333 ≈ 5");
    CHECK(written(Product{Ratio{10}, third}) == "≈0.3333 ≈ 3.3333");
    CHECK(written(Product{Ratio{100}, tiny}) == "≈0.0000033 ≈ 0.00033");
    CHECK(written(Product{third, half}) == "0.5 ≈ 0.1667");
    CHECK(written(Product{Ratio{15}, half, true}) == "50% = 7.5");
    CHECK(written(Product{Ratio{15}, Ratio{8, 15}, true}) == "≈53.33% ≈ 8");
}

TEST_CASE("a sentence is filled") {
    const Points points{Ratio{5, 2}};
    const Decimal half = 0.50_dec;
    const auto filled = [&](std::string_view sentence) {
        std::string out = "> ";
        {
            detail::text::Appender to{out, 8};
            write(to, Pattern{sentence},
                  {{"points", points}, {"pass", half}, {"label", "逾期"}, {"n", std::size_t{12}}},
                  Language::zh);
        }
        return out;
    };
    CHECK(filled("") == "> ");
    CHECK(filled("{label} {n} 次，{points} − {pass}。") == "> 逾期 12 次，2.5 − 0.5。");
    CHECK(filled("{other}{label}") == "> 逾期");
    CHECK(filled("open {label") == "> open 逾期");
    // a number is not the end of a label
    CHECK(filled("{label}{n}次") == "> 逾期12次");
    CHECK(filled("k1{n}次，T{n}，{n}{label}") == "> k1 12次，T 12，12逾期");
    CHECK(fill("{a}{n}次{a}", {{"a", "k1"}, {"n", "3"}}) == "k1 3次k1");
}

namespace {

/// Fractions of every size, most of them near enough to a decimal or to an edge to be hard.
std::vector<Ratio> hard_numbers() {
    std::vector<Ratio> numbers;
    std::mt19937_64 chance{5};
    const auto below = [&](std::int64_t bound) {
        return static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(bound));
    };
    const std::vector<std::int64_t> dens{
        1,      2,         3,       7,         100,           1'000,
        10'000, 1'000'000, 999'983, 3'000'000, 1'000'000'000, 10'000'000'000'000'000};
    for (const std::int64_t den : dens) {
        for (int i = 0; i < 200; ++i) {
            const std::int64_t size = i % 4 == 0   ? std::numeric_limits<std::int64_t>::max()
                                      : i % 4 == 1 ? 2 * den
                                      : i % 4 == 2 ? 1'000'000
                                                   : 1'000'000'000'000;
            numbers.emplace_back(i % 3 == 0 ? -below(size) : below(size), den);
        }
    }
    for (const std::int64_t num :
         {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min() + 1}) {
        numbers.emplace_back(num, 1);
        numbers.emplace_back(num, 3);
        numbers.push_back(Ratio{num, 7} * Ratio{num});
        numbers.push_back(Ratio{num} * Ratio{num});
    }
    return numbers;
}

/// A rate as base/number_text.hpp has it.
std::string rate_text(const Ratio& rate, const std::vector<Ratio>& edges) {
    const Ratio hundredths = rate * Ratio{100};
    if (shown_exactly(hundredths)) {
        return number_text(hundredths) + "%";
    }
    std::vector<Ratio> far;
    for (const Ratio& edge : edges) {
        far.push_back(edge * Ratio{100});
    }
    const auto apart = told_apart(hundredths, 2, far);
    return apart ? "≈" + decimal_text(*apart) + "%" : "";
}

} // namespace

TEST_CASE("numbers are written as number_text() has them, whatever their size") {
    const std::vector<Ratio> numbers = hard_numbers();
    for (const Ratio& number : numbers) {
        INFO(number.to_string());
        REQUIRE(written(Points{number}) == number_text(number));
        REQUIRE(written(number) == number.to_string());
        REQUIRE(written(Measure{number}, Language::en) == number_text(number));
        const std::string product = written(Product{Ratio{3}, number, false});
        const bool equal = shown_exactly(number) && shown_exactly(Ratio{3} * number);
        const std::string result = number_text(Ratio{3} * number);
        REQUIRE(product == number_text(number) + (equal ? " = " : " ≈ ") +
                               (result.starts_with("≈") ? result.substr(3) : result));
    }
}

TEST_CASE("a rate is told from its edges, those that its two places would be") {
    const std::vector<Ratio> numbers = hard_numbers();
    const std::vector<Ratio> usual{Ratio{1}, Ratio{}, Ratio{95, 100}, Ratio{1, 3}};
    for (const Ratio& number : numbers) {
        INFO(number.to_string());
        REQUIRE(written(Rate{number}, Language::en) == rate_text(number, {}));
        std::vector<Ratio> edges = usual;
        edges.push_back(Ratio{number.rounded(4)});
        edges.push_back(Ratio{number.rounded(4)} + Ratio{1, 10'000});
        edges.push_back(Ratio{number.rounded(7)});
        const std::string expected = rate_text(number, edges);
        const bool told = !expected.empty();
        if (told) {
            REQUIRE(written(Rate{number, edges}, Language::en) == expected);
        }
    }
}
