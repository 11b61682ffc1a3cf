// SPDX-License-Identifier: Apache-2.0
//
// What the passes of a block share: magnitudes, powers of ten, and rows that ask.
//
//     const Magnitude of = magnitude_of(lanes.fold(values, rows));     // |value| <= 2^of.bits
//     if (of.bits + bits_of(1'000) <= safe_bits) …                    // value × 1000 fits
#pragma once

#include "batch/kernel/kernel.hpp"
#include "batch/kernel/lanes.hpp"

#include <heng/number/checked.hpp>
#include <heng/number/int128.hpp>
#include <heng/number/ratio.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace heng::detail::kernel {

/// A magnitude of 2^62 at most leaves room for one addition.
inline constexpr int safe_bits = 62;

/// So that |value| <= 2^bits.
[[nodiscard]] constexpr int bits_of(std::int64_t value) {
    return 64 - std::countl_zero(static_cast<std::uint64_t>(value ^ (value >> 63)));
}

/// What is known of all values of a column: |value| <= 2^bits, and whether one is below 0.
struct Magnitude {
    int bits = 0;
    bool negative = false;
};

[[nodiscard]] inline Magnitude magnitude_of(const Fold& fold) {
    return {bits_of(fold.folded), fold.any < 0};
}

/// 10^places for places <= most_places.
[[nodiscard]] inline std::int64_t power_of_ten(int places) {
    return detail::powers_of_ten_64[static_cast<unsigned>(places)];
}

/// The score in 10^-scale points; no_units where it is no whole number of them that fits.
[[nodiscard]] inline std::int64_t units_of(const Ratio& points, int scale) {
    const auto decimal = points.decimal_within(scale);
    const auto units =
        decimal ? decimal->rounded(scale).small_coefficient() : std::optional<std::int64_t>{};
    return units.value_or(no_units);
}

/// The rows of a block that ask, while it is run.
class Asks {
  public:
    explicit Asks(std::span<std::uint8_t> rows) : rows_{rows} {}

    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    void set(std::size_t row, bool asks) { rows_[row] |= static_cast<std::uint8_t>(asks); }
    [[nodiscard]] bool has(std::size_t row) const { return rows_[row] != 0; }
    [[nodiscard]] std::span<std::uint8_t> all() const { return rows_; }
    void set_all() {
        for (std::uint8_t& row : rows_) {
            row = 1;
        }
    }

    /// The value where it fits 64 bits, else 0, and the row asks.
    [[nodiscard]] std::int64_t fitting(std::size_t row, Int128 value) {
        const bool fits = detail::fits_int64(value);
        set(row, !fits);
        return fits ? static_cast<std::int64_t>(value) : 0;
    }

  private:
    std::span<std::uint8_t> rows_;
};

} // namespace heng::detail::kernel
