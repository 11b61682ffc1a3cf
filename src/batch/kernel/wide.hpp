// SPDX-License-Identifier: Apache-2.0
//
// Fractions of up to 512 bits above and below, which sums of rates come to where no rubric rounds
// them: 97/113 + 1402/1999 + … They are kept in lowest terms by 64-bit divisions alone, since each
// denominator that is added is short.
//
//     Wide sum;
//     sum.add(97, 113) && sum.add(1402, 1999) && sum.multiply(10, 12);
//     sum.reduce();                                // for its text
//     sum.rounded(2, Rounding::half_up)            // in hundredths
#pragma once

#include <heng/number/ratio.hpp>
#include <heng/number/rounding.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace heng::detail::kernel {

/// An integer of 0 or more.
class WideInteger {
  public:
    static constexpr std::size_t most = 8; ///< limbs of 64 bits

    WideInteger() = default;
    explicit WideInteger(std::uint64_t value) : limbs_{value}, size_(value != 0 ? 1U : 0U) {}

    [[nodiscard]] bool is_zero() const { return size_ == 0; }
    /// Whether it fits 63 bits.
    [[nodiscard]] bool is_narrow() const {
        return size_ == 0 || (size_ == 1 && limbs_[0] >> 63U == 0);
    }
    [[nodiscard]] std::uint64_t low() const { return limbs_[0]; }

    /// × by + more; false where it does not fit.
    [[nodiscard]] bool multiply(std::uint64_t by, std::uint64_t more = 0);
    [[nodiscard]] bool add(const WideInteger& other);
    /// Precondition: other is not greater.
    void subtract(const WideInteger& other);
    /// Returns the remainder. Precondition: by is not 0.
    std::uint64_t divide(std::uint64_t by);
    [[nodiscard]] std::uint64_t remainder(std::uint64_t by) const;
    /// Below 0, 0 or above.
    [[nodiscard]] int compare(const WideInteger& other) const;
    /// The quotient, and in *this the remainder. Precondition: the quotient fits 62 bits.
    std::uint64_t divide(const WideInteger& by);

    /// Writes its digits, at most 155; gives their end.
    char* put(char* to) const;
    [[nodiscard]] Ratio ratio() const;

  private:
    void trim();
    /// Its highest 64 bits, and how many are below them; below 0: it has less.
    [[nodiscard]] std::uint64_t top(int& below) const;

    std::array<std::uint64_t, most> limbs_{}; ///< the least first
    std::uint32_t size_ = 0;
};

/// A fraction of 0 or more.
class Wide {
  public:
    Wide() : den_(1) {}

    /// Adds num ÷ den; false where the sum does not fit. Precondition: num >= 0, den > 0.
    [[nodiscard]] bool add(std::int64_t num, std::int64_t den);
    [[nodiscard]] bool multiply(std::int64_t num, std::int64_t den);
    /// To lowest terms.
    void reduce();

    /// The value × 10^scale rounded to an integer; nothing where that passes 62 bits.
    [[nodiscard]] std::optional<std::int64_t> rounded(int scale, Rounding mode) const;
    /// Whether it is at most units × 10^-scale.
    [[nodiscard]] bool is_within(std::int64_t units, int scale) const;

    /// Whether both parts fit 63 bits.
    [[nodiscard]] bool is_narrow() const { return num_.is_narrow() && den_.is_narrow(); }
    [[nodiscard]] Ratio ratio() const;
    /// Whether its decimal ends. Precondition: it is reduced.
    [[nodiscard]] bool is_decimal() const;

    [[nodiscard]] const WideInteger& num() const { return num_; }
    [[nodiscard]] const WideInteger& den() const { return den_; }

  private:
    static constexpr std::size_t most_factors = 40;

    [[nodiscard]] bool add_factor(std::uint64_t factor);

    WideInteger num_{};
    WideInteger den_{};
    std::array<std::uint64_t, most_factors> factors_{}; ///< of den_, which is their product
    std::size_t count_ = 0;
};

} // namespace heng::detail::kernel
