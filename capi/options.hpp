// SPDX-License-Identifier: Apache-2.0
//
// heng_options as the C++ API takes them.
//
//     const auto options = options_of(given_options);      // Result<Options>; NULL is the defaults
//     if (!options) return Failure{options.error()};
#pragma once

#include "heng.h"

#include <heng/document/call.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstdint>

namespace heng::capi {

struct Options {
    CallOptions call{};
    Limits limits{};
    unsigned threads = 1;
    std::int32_t places = 0;
};

/// Whether a call can be told how many steps it may take.
enum class Steps : std::uint8_t { are_counted, are_not };

/// Errors: argument.struct-size; argument.language of another language than zh and en;
/// argument.option of places or threads that are none, and of steps that the call does not count;
/// call.cancelled where the caller does not want the call any more.
[[nodiscard]] Result<Options> options_of(const heng_options* options,
                                         Steps steps = Steps::are_counted);

/// The caller ended the call.
[[nodiscard]] Error cancelled();

/// The rubric as it speaks in the language of the call.
[[nodiscard]] inline RubricDocument spoken(const RubricDocument& rubric, const Options& options) {
    return options.call.language ? rubric.spoken_in(*options.call.language) : rubric;
}

} // namespace heng::capi
