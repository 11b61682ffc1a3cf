// SPDX-License-Identifier: Apache-2.0
//
// The one place where a number past its declared limit, and a call that is cancelled, become
// errors.
//
//     return within_limits([&]() -> Result<ScoreSheet> { … });
//     return as_call(call, [&]() -> Result<Explanation> {          // an entry of the library
//         feel::CallBudget budget = budget_of(call);
//         …
//     });
//
// Arithmetic refuses what passes the limits of number/limits.hpp by an exception, and a budget that
// is told to end throws one; neither leaves the library.
#pragma once

#include "document/messages.hpp"
#include "feel/call_budget.hpp"

#include <heng/document/call.hpp>
#include <heng/number/fault.hpp>
#include <heng/result.hpp>

#include <utility>

namespace heng::detail::document {

/// What `work` returns, or `limit.number`.
template <class Work>
[[nodiscard]] auto within_limits(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const NumberError&) {
        return Failure{text::error_of(Status::limit_exceeded, "limit.number", say::result_too_long,
                                      say::shorten_numbers)};
    }
}

/// The caller asked the call to end.
[[nodiscard]] inline Error call_cancelled() {
    return text::error_of(Status::cancelled, "call.cancelled", say::call_ended);
}

/// What a call may take: what it declares, where its caller says nothing else.
[[nodiscard]] inline feel::CallBudget budget_of(const CallOptions& call,
                                                std::int64_t declared = feel::call_steps) {
    return {call.most_steps > 0 ? call.most_steps : declared, call.cancelled};
}

/// For work that no budget counts. Throws CallCancelled.
inline void ask(const CallOptions& call) {
    if (call.cancelled && call.cancelled()) {
        throw feel::CallCancelled{};
    }
}

/// What `work` returns, or `limit.number` or `call.cancelled`. Asked once before it begins.
template <class Work>
[[nodiscard]] auto as_call(const CallOptions& call, Work work) -> decltype(work()) {
    try {
        ask(call);
        return within_limits(std::move(work));
    } catch (const feel::CallCancelled&) {
        return Failure{call_cancelled()};
    }
}

} // namespace heng::detail::document
