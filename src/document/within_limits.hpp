// SPDX-License-Identifier: Apache-2.0
//
// The one place where a number past its declared limit becomes an error.
//
//     return within_limits([&]() -> Result<ScoreSheet> { … });
//
// Arithmetic refuses what passes the limits of number/limits.hpp by an exception, which never
// leaves the library.
#pragma once

#include "document/messages.hpp"

#include <heng/number/fault.hpp>
#include <heng/result.hpp>

#include <utility>

namespace heng::document {

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

} // namespace heng::document
