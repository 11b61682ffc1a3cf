// SPDX-License-Identifier: Apache-2.0
//
// Failures of numbers: two kinds of failure, and one list of reasons.
//
//     heng::Decimal::parse("1.2.3").error();    // {not_a_number, offset 3}
//     heng::Ratio{1} / heng::Ratio{};           // throws NumberError{division_by_zero}
//
// A text that is no number is data: parse returns a ParseFault. An operator whose result passes a
// declared limit (limits.hpp), or whose divisor is zero, throws NumberError; test `is_zero()` first
// if a divisor comes from data. In a constant expression neither compiles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>

namespace heng {

/// The reasons why a text is no number or an operation has no result.
enum class NumberFault : std::uint8_t {
    empty,                 ///< no text at all
    not_a_number,          ///< not the grammar of Decimal::parse
    too_many_digits,       ///< more digits than NumberLimits::digits
    exponent_out_of_range, ///< past NumberLimits::exponent; a scale outside 0 … max_scale
    too_large,             ///< past max_integer_bits or max_scale
    division_by_zero,
};

/// Why a text is no number, and where: `offset` counts bytes from the start of the text.
struct ParseFault {
    NumberFault fault = NumberFault::empty;
    std::size_t offset = 0;

    friend bool operator==(const ParseFault&, const ParseFault&) = default;
};

/// Thrown by arithmetic that passes a declared limit or divides by zero.
class NumberError : public std::exception {
  public:
    explicit NumberError(NumberFault fault) noexcept : fault_{fault} {}

    [[nodiscard]] NumberFault fault() const noexcept { return fault_; }

    [[nodiscard]] const char* what() const noexcept override {
        switch (fault_) {
        case NumberFault::empty:
            return "heng: an empty text is not a number";
        case NumberFault::not_a_number:
            return "heng: the text is not a number";
        case NumberFault::too_many_digits:
            return "heng: the number has too many digits";
        case NumberFault::exponent_out_of_range:
            return "heng: the exponent is out of range";
        case NumberFault::too_large:
            return "heng: the number is too large";
        case NumberFault::division_by_zero:
            return "heng: division by zero";
        }
        return "heng: a number is wrong";
    }

  private:
    NumberFault fault_;
};

namespace detail {

/// Throws. Out of line, so that the paths which never fail stay short.
[[noreturn, gnu::cold]] inline void fail(NumberFault fault) {
    throw NumberError{fault};
}

} // namespace detail
} // namespace heng
