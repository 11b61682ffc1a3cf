// SPDX-License-Identifier: Apache-2.0
//
// Decimal and text: the parser, the literal and the formatter.
//
//     heng::Decimal::parse("-12.50");    // -12.50, scale 2
//     heng::Decimal::parse("1e5x");      // ParseFault{not_a_number, 3}
//     using namespace heng::literals;
//     constexpr auto points = 2.50_dec;  // read by the compiler; 1'000.5_dec too
//
// Digits are converted here and nowhere else: Boost's cpp_int reads "012" as octal. No locale is
// read. Included by decimal.hpp.
#pragma once

#include <heng/number/decimal.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace heng {
namespace detail {

/// The parts of a written number, before anything is converted. A literal type, which tl::expected
/// is not.
struct DecimalText {
    bool failed = false;
    ParseFault fault;
    bool negative = false;
    std::string_view digits; ///< from the first digit that is not a leading zero; may hold a point
    /// how many of them are digits, including the leading zeros of a fraction
    std::size_t count = 0;
    std::uint64_t value = 0; ///< their value, modulo 2^64
    int fraction = 0;        ///< digits after the point
    int exponent = 0;

    constexpr DecimalText& fail(NumberFault why, std::size_t offset) {
        failed = true;
        fault = {.fault = why, .offset = offset};
        return *this;
    }

    [[nodiscard]] constexpr Decimal decimal();
};

constexpr unsigned digit_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(text[i])) - unsigned{'0'};
}

/// Reads `[+-]?digits` from `i` to the end of the text.
constexpr void read_exponent(std::string_view text, std::size_t i, int limit, DecimalText& read) {
    const std::size_t start = i;
    const bool negative = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) {
        ++i;
    }
    const std::size_t first = i;
    std::int64_t exponent = 0;
    for (; i < text.size() && digit_at(text, i) <= 9; ++i) {
        exponent = exponent <= limit ? exponent * 10 + digit_at(text, i) : exponent;
    }
    if (i == first || i != text.size()) {
        read.fail(NumberFault::not_a_number, i);
    } else if (exponent > limit) {
        read.fail(NumberFault::exponent_out_of_range, start);
    } else {
        read.exponent = static_cast<int>(negative ? -exponent : exponent);
    }
}

/// Reads the grammar of Decimal::parse. Looks at each byte once.
constexpr DecimalText read_decimal(std::string_view text, NumberLimits limits) {
    DecimalText read;
    const std::size_t size = text.size();
    if (size == 0) {
        return read.fail(NumberFault::empty, 0);
    }
    read.negative = text[0] == '-';
    std::size_t i = read.negative ? 1 : 0;
    const std::size_t start = i;
    while (i < size && text[i] == '0') {
        ++i;
    }
    const std::size_t first = i;
    std::uint64_t value = 0;
    for (; i < size && digit_at(text, i) <= 9; ++i) {
        value = value * 10 + digit_at(text, i);
    }
    if (i == start) {
        return read.fail(NumberFault::not_a_number, i);
    }
    const std::size_t whole = i - first;
    std::size_t fraction = 0;
    if (i < size && text[i] == '.') {
        const std::size_t point = i++;
        for (; i < size && digit_at(text, i) <= 9; ++i) {
            value = value * 10 + digit_at(text, i);
        }
        fraction = i - point - 1;
        if (fraction == 0) {
            return read.fail(NumberFault::not_a_number, i);
        }
    }
    const auto limit = static_cast<std::size_t>(limits.digits);
    if (whole + fraction > limit) {
        return read.fail(NumberFault::too_many_digits, first + limit + (whole > limit ? 0 : 1));
    }
    read.digits = text.substr(first, i - first);
    read.count = whole + fraction;
    read.value = value;
    read.fraction = static_cast<int>(fraction);
    if (i < size) {
        if (text[i] != 'e' && text[i] != 'E') {
            return read.fail(NumberFault::not_a_number, i);
        }
        read_exponent(text, i + 1, limits.exponent, read);
    }
    return read;
}

constexpr Decimal DecimalText::decimal() {
    const std::int64_t places = std::int64_t{fraction} - exponent;
    const bool over = places > max_scale;
    const std::int64_t zeros = places < 0 ? -places : 0;
    const int scale = over || places < 0 ? 0 : static_cast<int>(places);
    if (over) {
        fail(NumberFault::too_large, 0);
        return {};
    }
    if (count <= 18 && zeros == 0) [[likely]] {
        const auto units = static_cast<std::int64_t>(value);
        return Decimal{negative ? -units : units, scale};
    }
    while (count > 0 && (digits.front() == '0' || digits.front() == '.')) {
        count -= digits.front() == '0' ? 1U : 0U; // zeros after the point: 0.0001
        digits.remove_prefix(1);
    }
    if (count == 0) {
        return Decimal{0, scale};
    }
    if (zeros > max_scale || count + static_cast<std::size_t>(zeros) > std::size_t{max_scale}) {
        fail(NumberFault::too_large, 0);
        return {};
    }
    if (count + static_cast<std::size_t>(zeros) > 38) {
        return Decimal{DecimalBig::from_digits(digits, negative, static_cast<int>(zeros), scale)};
    }
    Int128 whole = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        whole = digits[i] == '.' ? whole : whole * 10 + digit_at(digits, i);
    }
    whole *= powers_of_ten_128[static_cast<std::size_t>(zeros)];
    return Decimal::from_int128(negative ? -whole : whole, scale);
}

/// Returns the text of `digits` × 10^−scale. Precondition: `digits` is "0" or has no leading zero.
inline std::string place_point(std::string_view digits, bool negative, int scale) {
    std::string text;
    const auto places = static_cast<std::size_t>(scale);
    text.reserve(digits.size() + places + 3);
    if (negative) {
        text += '-';
    }
    if (digits.size() > places) {
        text += digits.substr(0, digits.size() - places);
        digits.remove_prefix(digits.size() - places);
    } else {
        text += '0';
    }
    if (places > 0) {
        text += '.';
        text.append(places - digits.size(), '0');
        text += digits;
    }
    return text;
}

} // namespace detail

inline tl::expected<Decimal, ParseFault> Decimal::parse(std::string_view text,
                                                        NumberLimits limits) {
    detail::DecimalText read = detail::read_decimal(text, limits);
    if (read.failed) [[unlikely]] {
        return tl::unexpected(read.fault);
    }
    Decimal value = read.decimal();
    if (read.failed) [[unlikely]] {
        return tl::unexpected(read.fault);
    }
    return value;
}

inline std::string Decimal::to_string() const {
    if (big()) [[unlikely]] {
        return detail::place_point(detail::DecimalBig::digits(parts_), sign() < 0, parts_.scale);
    }
    std::array<char, 20> buffer{}; // 2^63 has 19 digits
    const auto units = static_cast<std::uint64_t>(detail::magnitude(parts_.units));
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), units).ptr;
    const std::string_view digits{buffer.data(), static_cast<std::size_t>(end - buffer.data())};
    return detail::place_point(digits, parts_.units < 0, parts_.scale);
}

namespace detail {

/// Returns a number in the program's own text. Throws on any fault, so that a faulty constant does
/// not compile.
constexpr Decimal decimal_constant(std::string_view text) {
    DecimalText read = read_decimal(text, {});
    Decimal value = read.failed ? Decimal{} : read.decimal();
    if (read.failed) {
        fail(read.fault.fault);
    }
    return value;
}

/// A number in the program's own text, checked by the compiler. A separate type since clang 14
/// can't compile a consteval constructor of a class with a destructor.
class NumberLiteral {
  public:
    consteval NumberLiteral(const char* text) // NOLINT(google-explicit-constructor)
        : text_{text} {
        (void)decimal_constant(text_);
    }

    [[nodiscard]] constexpr Decimal decimal() const { return decimal_constant(text_); }

  private:
    std::string_view text_;
};

} // namespace detail

inline namespace literals {

/// Returns the literal as a Decimal: 2.50_dec is 2.50 with scale 2. A literal outside the grammar
/// of Decimal::parse does not compile.
consteval Decimal operator""_dec(const char* text) {
    std::array<char, 128> plain{}; // without the separators of 1'000'000
    std::size_t size = 0;
    for (; *text != '\0'; ++text) {
        if (*text != '\'') {
            plain.at(size++) = *text;
        }
    }
    return detail::decimal_constant({plain.data(), size});
}

} // namespace literals
} // namespace heng
