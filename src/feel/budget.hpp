// SPDX-License-Identifier: Apache-2.0
//
// What a session may still spend, and which limit was passed first.
#pragma once

#include "feel/limits.hpp"

#include <heng/number/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace heng::detail::feel {

enum class Passed : std::uint8_t {
    nothing,
    steps,
    elements,
    text,
    depth,
    number,      ///< a number past the limits of the number room; the session goes on
    unsupported, ///< FEEL that heng does not evaluate was met; the session goes on
};

class Budget {
  public:
    /// `may_round`: whether an irrational power is rounded; in a rubric nothing is unasked.
    explicit Budget(SessionLimits limits, bool may_round = false)
        : left_{limits}, may_round_{may_round} {}

    [[nodiscard]] bool may_round() const { return may_round_; }

    /// Each returns whether it was there to be spent; once something was not, nothing more is.
    bool steps(std::int64_t count = 1) { return spend(left_.steps, count, Passed::steps); }
    bool elements(std::size_t count) {
        return steps(static_cast<std::int64_t>(count)) &&
               spend(left_.elements, static_cast<std::int64_t>(count), Passed::elements);
    }
    bool text(std::size_t bytes) {
        return spend(left_.text_bytes, static_cast<std::int64_t>(bytes), Passed::text);
    }
    /// Arithmetic on these numbers: nothing where they are small, else quadratic in their bits, so
    /// that a step stays about as long as a step.
    bool numbers(const Ratio& a, const Ratio& b, std::int64_t times = 1) {
        const std::size_t bits = a.big_bits() + b.big_bits();
        if (bits == 0) [[likely]] {
            return true;
        }
        const auto words = static_cast<std::int64_t>(bits / 64);
        return steps(times * (words * words / 128));
    }
    /// Comparing or searching this much text.
    bool compared(std::size_t bytes) { return steps(static_cast<std::int64_t>(bytes / 64)); }
    void pass(Passed limit) {
        if (passed_ == Passed::nothing) {
            passed_ = limit;
        }
        if (limit != Passed::number && limit != Passed::unsupported) {
            left_.steps = -1;
        }
    }
    /// Forgets what was passed, unless nothing is left; returns what it was.
    Passed forget() { return exhausted() ? passed_ : std::exchange(passed_, Passed::nothing); }

    [[nodiscard]] bool exhausted() const { return left_.steps < 0; }
    [[nodiscard]] std::int64_t steps_left() const { return left_.steps; }
    [[nodiscard]] Passed passed() const { return passed_; }

  private:
    bool spend(std::int64_t& left, std::int64_t count, Passed limit) {
        left -= count;
        if (left < 0) [[unlikely]] {
            pass(limit);
            return false;
        }
        return true;
    }

    SessionLimits left_;
    Passed passed_ = Passed::nothing;
    bool may_round_;
};

} // namespace heng::detail::feel
