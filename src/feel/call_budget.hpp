// SPDX-License-Identifier: Apache-2.0
//
// What one call may cost that evaluates again and again: each session is bounded, and so are all of
// them together.
//
//     CallBudget budget;                                  // one for the whole call
//     Session session{program, slots, budget.limits()};
//     …
//     budget.spend(session.steps_taken());
//     if (budget.is_spent()) …                            // what was evaluated last may be cut
//     short
//
// A search that spends it ends, and says so; what needs every evaluation fails with
// `limit.exceeded`.
#pragma once

#include "feel/fault.hpp"
#include "feel/limits.hpp"
#include "feel/messages.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>

namespace heng::detail::feel {

/// Of one call, in steps: two to three seconds.
inline constexpr std::int64_t call_steps = 30'000'000;
/// Of one that has no answer without every evaluation: three to four.
inline constexpr std::int64_t long_call_steps = 45'000'000;

/// The cost of arithmetic on numbers of so many bits together: as Budget::numbers counts it.
[[nodiscard]] constexpr std::int64_t steps_of_bits(std::size_t bits) {
    const auto words = static_cast<std::int64_t>(bits / 64);
    return words * words / 128;
}

/// Thrown where the caller asks that a call end: document/within_limits.hpp makes an Error of it.
struct CallCancelled {};

class CallBudget {
  public:
    explicit CallBudget(std::int64_t steps = call_steps) : left_{steps} {}
    /// The same, and `cancelled`, where it is one, is asked each time that so many steps were taken
    /// as take some ten milliseconds.
    CallBudget(std::int64_t steps, std::function<bool()> cancelled)
        : left_{steps},
          ask_at_{cancelled ? steps : std::numeric_limits<std::int64_t>::min()},
          cancelled_{std::move(cancelled)} {}

    /// Of the next session: what one may cost at most, and what is left.
    [[nodiscard]] SessionLimits limits(SessionLimits most = {}) const {
        most.steps = std::clamp<std::int64_t>(left_, 0, most.steps);
        return most;
    }

    /// A budget of its own for part of the call, which may be cancelled alike.
    [[nodiscard]] CallBudget part(std::int64_t steps) const { return {steps, cancelled_}; }

    /// Steps of a session, or other work that takes as long as so many.
    /// Throws CallCancelled.
    void spend(std::int64_t steps) {
        left_ -= steps;
        if (left_ < ask_at_) {
            ask();
        }
    }

    [[nodiscard]] bool is_spent() const { return left_ < 0; }
    [[nodiscard]] std::int64_t left() const { return left_; }

  private:
    void ask() {
        constexpr std::int64_t between = 100'000;
        ask_at_ = left_ - between;
        if (cancelled_()) {
            throw CallCancelled{};
        }
    }

    std::int64_t left_;
    std::int64_t ask_at_ = std::numeric_limits<std::int64_t>::min();
    std::function<bool()> cancelled_{};
};

/// That the evaluations of one call together take more than it may.
[[nodiscard]] inline Fault call_fault() {
    return make_fault(codes::limit, {}, say::call_limit, say::hint_limit);
}

} // namespace heng::detail::feel
