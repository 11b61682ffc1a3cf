// SPDX-License-Identifier: Apache-2.0
#include "number/root.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace heng {

namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr std::size_t significant_digits = 34;
constexpr std::int64_t root_size = 120; ///< bits of an irrational root: at least 36 digits

struct Exponent {
    int p = 0;
    unsigned q = 1;
};

std::size_t bits(const Integer& value) {
    return value == 0 ? 0 : msb(value) + 1;
}

std::size_t part_bits(const Ratio& base) {
    if (base.big_bits() != 0) {
        return base.big_bits();
    }
    return (base.numerator().size() + base.denominator().size()) * 10 / 3; // digits to bits
}

Exponent parts_of(const Ratio& exponent) {
    constexpr std::int64_t greatest_p = max_integer_bits;
    const auto q = exponent.denominator();
    const auto p = exponent.numerator();
    if (q.size() > 4 || p.size() > 6 || std::stoll(q) > max_root_degree ||
        std::stoll(p) > greatest_p || std::stoll(p) < -greatest_p) {
        throw NumberError{NumberFault::too_large};
    }
    return {std::stoi(p), static_cast<unsigned>(std::stoul(q))};
}

/// The greatest integer whose q-th power is at most `value`, which is above zero.
Integer integer_root(const Integer& value, unsigned q) {
    const std::size_t size = (bits(value) + q - 1) / q; // the root is below 2^size
    // Half of its bits from the value's upper bits, then Newton from above, which falls until it
    // has reached the root. Where there are few bits they are tried, the highest first.
    const std::size_t spare = bits(Integer{q}) + 2;
    if (size <= 2 * spare) {
        Integer root = 0;
        for (std::size_t bit = size; bit-- > 0;) {
            bit_set(root, static_cast<unsigned>(bit));
            if (pow(root, q) > value) {
                bit_unset(root, static_cast<unsigned>(bit));
            }
        }
        return root;
    }
    const std::size_t dropped = (size - spare) / 2;
    Integer root = integer_root(value >> (dropped * q), q) + 1;
    root <<= dropped;
    while (true) {
        Integer next = (root * (q - 1) + value / pow(root, q - 1)) / q;
        if (next >= root) {
            return root;
        }
        root = std::move(next);
    }
}

/// The q-th root of the value where it is an integer.
std::optional<Integer> exact_root(const Integer& value, unsigned q) {
    if (value <= 1) {
        return value;
    }
    if (bits(value) <= q) {
        return std::nullopt; // it lies between 1 and 2
    }
    Integer root = integer_root(value, q);
    return pow(root, q) == value ? std::optional{std::move(root)} : std::nullopt;
}

Ratio ratio_of(const Integer& num, const Integer& den) {
    const auto whole = [](const Integer& value) {
        const auto decimal = Decimal::parse(value.str(), {.digits = max_scale, .exponent = 0});
        if (!decimal) {
            throw NumberError{NumberFault::too_large};
        }
        return Ratio{*decimal};
    };
    return whole(num) / whole(den);
}

/// The decimal of 34 digits nearest to the q-th root of num ÷ den, which is irrational.
Ratio rounded_root(const Integer& num, const Integer& den, unsigned q) {
    // 2^(size - 1) < num ÷ den; 30103/100000 is the logarithm of 2 to the base of 10.
    const auto size = static_cast<std::int64_t>(bits(num)) - static_cast<std::int64_t>(bits(den));
    const std::int64_t missing = (root_size + 1) * q - (size - 1);
    const std::int64_t scale = missing * 30'103 / (std::int64_t{100'000} * q) + 1;
    const Integer shift = pow(Integer{10}, static_cast<unsigned>(scale < 0 ? -scale : scale) * q);
    const Integer radicand = scale < 0 ? Integer{num / (den * shift)} : Integer{num * shift / den};
    std::string digits = integer_root(radicand, q).str();
    const std::size_t cut = digits.size() - significant_digits;
    const bool up = digits[significant_digits] >= '5';
    digits.resize(significant_digits);
    const Integer rounded = Integer{digits} + (up ? 1 : 0);
    const auto decimal =
        Decimal::parse(rounded.str() + 'e' + std::to_string(static_cast<std::int64_t>(cut) - scale),
                       {.digits = max_scale, .exponent = max_scale});
    if (!decimal) {
        throw NumberError{NumberFault::too_large};
    }
    return Ratio{*decimal};
}

} // namespace

std::size_t root_bits(const Ratio& base, const Ratio& exponent) {
    const Exponent power = parts_of(exponent);
    const auto p = static_cast<std::size_t>(power.p < 0 ? -power.p : power.p);
    return part_bits(base) * p + root_size * power.q;
}

FractionalPower fractional_power(const Ratio& base, const Ratio& exponent) {
    const Exponent to = parts_of(exponent);
    if (base.is_zero()) {
        return {Ratio{}, true};
    }
    const auto num = exact_root(Integer{base.numerator()}, to.q);
    const auto den = num ? exact_root(Integer{base.denominator()}, to.q) : std::nullopt;
    if (num && den) {
        return {power(ratio_of(*num, *den), to.p), true};
    }
    const Ratio radicand = power(base, to.p);
    return {rounded_root(Integer{radicand.numerator()}, Integer{radicand.denominator()}, to.q),
            false};
}

} // namespace heng
