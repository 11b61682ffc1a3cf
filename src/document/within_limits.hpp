// SPDX-License-Identifier: Apache-2.0
//
// The one place where a number past its declared limit becomes an error.
//
//     return within_limits([&]() -> Result<ScoreSheet> { … });
//
// Arithmetic refuses what passes the limits of number/limits.hpp by an exception, which never
// leaves the library.
#pragma once

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
        return Failure{Error{.status = Status::limit_exceeded,
                             .code = "limit.number",
                             .message = "a result has more digits than numbers may have",
                             .hint = "shorten the numbers that go into it"}};
    }
}

} // namespace heng::document
