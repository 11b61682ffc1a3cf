// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/block.hpp"
#include "batch/kernel/wide.hpp"

#include <heng/number/int128.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <numeric>

namespace heng::detail::kernel {
namespace {

constexpr unsigned half = 32;
constexpr std::uint64_t low_half = (std::uint64_t{1} << half) - 1;

/// (rest × 2^64 + limb) ÷ by, and the remainder in `rest`. Precondition: rest < by. A short divisor
/// takes two 64-bit divisions, which are faster than one of 128 bits.
std::uint64_t divide_limb(std::uint64_t& rest, std::uint64_t limb, std::uint64_t by) {
    if (by <= low_half) {
        const std::uint64_t upper = rest << half | limb >> half;
        const std::uint64_t lower = (upper % by) << half | (limb & low_half);
        rest = lower % by;
        return upper / by << half | lower / by;
    }
    const UInt128 whole = UInt128{rest} << 64U | limb;
    rest = static_cast<std::uint64_t>(whole % by);
    return static_cast<std::uint64_t>(whole / by);
}

} // namespace

void WideInteger::trim() {
    while (size_ > 0 && limbs_[size_ - 1] == 0) {
        --size_;
    }
}

bool WideInteger::multiply(std::uint64_t by, std::uint64_t more) {
    std::uint64_t carry = more;
    for (std::uint32_t i = 0; i < size_; ++i) {
        const UInt128 product = UInt128{limbs_[i]} * by + carry;
        limbs_[i] = static_cast<std::uint64_t>(product);
        carry = static_cast<std::uint64_t>(product >> 64U);
    }
    if (carry != 0) {
        if (size_ == most) {
            return false;
        }
        limbs_[size_++] = carry;
    }
    trim();
    return true;
}

bool WideInteger::add(const WideInteger& other) {
    const std::uint32_t size = std::max(size_, other.size_);
    std::uint64_t carry = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
        const UInt128 sum =
            UInt128{i < size_ ? limbs_[i] : 0} + (i < other.size_ ? other.limbs_[i] : 0) + carry;
        limbs_[i] = static_cast<std::uint64_t>(sum);
        carry = static_cast<std::uint64_t>(sum >> 64U);
    }
    size_ = size;
    if (carry != 0) {
        if (size_ == most) {
            return false;
        }
        limbs_[size_++] = carry;
    }
    return true;
}

void WideInteger::subtract(const WideInteger& other) {
    std::uint64_t borrow = 0;
    for (std::uint32_t i = 0; i < size_; ++i) {
        const std::uint64_t less = i < other.size_ ? other.limbs_[i] : 0;
        const std::uint64_t from = limbs_[i];
        limbs_[i] = from - less - borrow;
        borrow = from < less || (from == less && borrow != 0) ? 1 : 0;
    }
    trim();
}

std::uint64_t WideInteger::divide(std::uint64_t by) {
    std::uint64_t rest = 0;
    for (std::uint32_t i = size_; i-- > 0;) {
        limbs_[i] = divide_limb(rest, limbs_[i], by);
    }
    trim();
    return rest;
}

std::uint64_t WideInteger::remainder(std::uint64_t by) const {
    std::uint64_t rest = 0;
    for (std::uint32_t i = size_; i-- > 0;) {
        (void)divide_limb(rest, limbs_[i], by);
    }
    return rest;
}

int WideInteger::compare(const WideInteger& other) const {
    if (size_ != other.size_) {
        return size_ < other.size_ ? -1 : 1;
    }
    for (std::uint32_t i = size_; i-- > 0;) {
        if (limbs_[i] != other.limbs_[i]) {
            return limbs_[i] < other.limbs_[i] ? -1 : 1;
        }
    }
    return 0;
}

std::uint64_t WideInteger::top(int& below) const {
    if (size_ == 0) {
        below = 0;
        return 0;
    }
    const int zeros = std::countl_zero(limbs_[size_ - 1]);
    const std::uint64_t next = size_ > 1 ? limbs_[size_ - 2] : 0;
    below = static_cast<int>(size_ - 1) * 64 - zeros;
    return zeros == 0 ? limbs_[size_ - 1] : limbs_[size_ - 1] << zeros | next >> (64 - zeros);
}

/// From the highest bits of both a quotient is estimated that is never too great; what is left
/// falls by about 2^30 each time.
std::uint64_t WideInteger::divide(const WideInteger& by) {
    constexpr int kept = 32; // of the divisor's bits, so that the estimate is short
    int by_below = 0;
    const std::uint64_t by_top = (by.top(by_below) >> kept) + 1;
    std::uint64_t quotient = 0;
    while (compare(by) >= 0) {
        int below = 0;
        std::uint64_t estimate = top(below) / by_top;
        const int shift = below - by_below - kept;
        estimate = shift >= 0 ? estimate << shift : shift > -64 ? estimate >> -shift : 0;
        estimate = std::max<std::uint64_t>(estimate, 1);
        WideInteger product = by;
        (void)product.multiply(estimate); // it is not greater than *this, which fits
        subtract(product);
        quotient += estimate;
    }
    return quotient;
}

char* WideInteger::put(char* to) const {
    constexpr std::uint64_t base = 1'000'000'000; // a short divisor
    constexpr std::size_t digits = 9;
    std::array<std::uint32_t, most * 64 / 29 + 1> parts{};
    std::size_t count = 0;
    WideInteger rest = *this;
    do {
        parts[count++] = static_cast<std::uint32_t>(rest.divide(base));
    } while (!rest.is_zero());
    to = std::to_chars(to, to + digits, parts[count - 1]).ptr;
    for (std::size_t i = count - 1; i-- > 0;) {
        std::uint32_t part = parts[i];
        for (std::size_t k = digits; k-- > 0; part /= 10) {
            to[k] = static_cast<char>('0' + part % 10);
        }
        to += digits;
    }
    return to;
}

Ratio WideInteger::ratio() const {
    const Ratio base{std::int64_t{1} << half};
    Ratio value;
    for (std::uint32_t i = size_; i-- > 0;) {
        value = value * base + Ratio{static_cast<std::int64_t>(limbs_[i] >> half)};
        value = value * base + Ratio{static_cast<std::int64_t>(limbs_[i] & low_half)};
    }
    return value;
}

bool Wide::add_factor(std::uint64_t factor) {
    if (factor == 1) {
        return true;
    }
    if (count_ == most_factors || !den_.multiply(factor)) {
        return false;
    }
    factors_[count_++] = factor;
    return true;
}

/// Over the least common denominator.
bool Wide::add(std::int64_t num, std::int64_t den) {
    const std::int64_t shared = std::gcd(num, den);
    const auto n = static_cast<std::uint64_t>(num / shared);
    const auto d = static_cast<std::uint64_t>(den / shared);
    const std::uint64_t common = d == 1 ? 1 : std::gcd(d, den_.remainder(d));
    WideInteger more = den_;
    if (common != 1) {
        (void)more.divide(common);
    }
    const std::uint64_t factor = d / common;
    return num_.multiply(factor) && more.multiply(n) && num_.add(more) && add_factor(factor);
}

bool Wide::multiply(std::int64_t num, std::int64_t den) {
    return num_.multiply(static_cast<std::uint64_t>(num)) &&
           add_factor(static_cast<std::uint64_t>(den));
}

/// A prime of both parts is one of a factor.
void Wide::reduce() {
    for (std::size_t i = 0; i < count_; ++i) {
        std::uint64_t& factor = factors_[i];
        while (factor != 1) {
            const std::uint64_t common = std::gcd(num_.remainder(factor), factor);
            if (common == 1) {
                break;
            }
            (void)num_.divide(common);
            (void)den_.divide(common);
            factor /= common;
        }
    }
}

std::optional<std::int64_t> Wide::rounded(int scale, Rounding mode) const {
    WideInteger rest = num_;
    if (!rest.multiply(static_cast<std::uint64_t>(power_of_ten(scale)))) {
        return std::nullopt;
    }
    WideInteger bound = den_;
    if (!bound.multiply(std::uint64_t{1} << 62U) || rest.compare(bound) >= 0) {
        return std::nullopt;
    }
    const std::uint64_t quotient = rest.divide(den_);
    WideInteger twice = rest;
    if (!twice.multiply(2)) {
        return std::nullopt;
    }
    // as much of a half as the rest is: 0 none, 1 less, 2 one half, 3 more, of 4
    const int order = twice.compare(den_);
    const std::uint64_t quarters = rest.is_zero() ? 0 : order < 0 ? 1 : order == 0 ? 2 : 3;
    const bool away =
        detail::rounds_away(mode, false, quotient % 2 != 0, quarters, std::uint64_t{4});
    return static_cast<std::int64_t>(quotient + (away ? 1 : 0));
}

bool Wide::is_within(std::int64_t units, int scale) const {
    WideInteger left = num_;
    WideInteger right = den_;
    return units >= 0 && left.multiply(static_cast<std::uint64_t>(power_of_ten(scale))) &&
           right.multiply(static_cast<std::uint64_t>(units)) && left.compare(right) <= 0;
}

Ratio Wide::ratio() const {
    return is_narrow()
               ? Ratio{static_cast<std::int64_t>(num_.low()), static_cast<std::int64_t>(den_.low())}
               : num_.ratio() / den_.ratio();
}

bool Wide::is_decimal() const {
    for (std::size_t i = 0; i < count_; ++i) {
        std::uint64_t factor = factors_[i];
        for (const std::uint64_t prime : {std::uint64_t{2}, std::uint64_t{5}}) {
            while (factor % prime == 0) {
                factor /= prime;
            }
        }
        if (factor != 1) {
            return false;
        }
    }
    return true;
}

} // namespace heng::detail::kernel
