// SPDX-License-Identifier: Apache-2.0
//
// An entry of the library that takes facts, in the language that its caller asks for.
//
//     return spoken(facts, call, [&](const Facts& spoken) { … });
#pragma once

#include "document/within_limits.hpp"

#include <heng/facts/facts.hpp>

#include <utility>

namespace heng::detail::facts {

/// What `work` returns for the facts as they are told in the language of the call.
template <class Work>
[[nodiscard]] auto spoken(const Facts& facts, const CallOptions& call, Work work)
    -> decltype(work(facts)) {
    return document::as_call(call, [&]() -> decltype(work(facts)) {
        if (!call.language || *call.language == facts.rubric().rubric().language) {
            return work(facts);
        }
        const Result<Facts> spoken = facts.spoken_in(*call.language);
        return spoken ? work(*spoken) : decltype(work(facts)){Failure{spoken.error()}};
    });
}

} // namespace heng::detail::facts
