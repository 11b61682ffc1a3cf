// SPDX-License-Identifier: Apache-2.0
//
// heng_options as the C++ API takes them.
//
//     return make_with(given_options, out, error,                  // NULL is the defaults
//                      [&](const Options& options) -> Made<heng_rubric> { … });
#pragma once

#include "error.hpp"
#include "heng.h"

#include <heng/document/call.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstdint>
#include <memory>
#include <utility>

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
/// call.cancelled where the caller does not want the call any more. Limits speak the same language.
[[nodiscard]] Result<Options> options_of(const heng_options* options,
                                         Steps steps = Steps::are_counted);

/// The caller ended the call.
[[nodiscard]] Error cancelled();

/// Whatever came of a call, an error in the language of the call.
template <class T>
[[nodiscard]] Result<T> spoken(Result<T> made, const Options& options) {
    return made ? std::move(made) : Failure{spoken(std::move(made.error()), options.call.language)};
}

/// As make() of error.hpp, for a call with options: `body` takes them, and its errors speak their
/// language.
template <class T, class Body>
heng_status make_with(const heng_options* given, Steps steps, T** out, heng_error** error,
                      Body body) noexcept {
    return make(out, error, [&]() -> Made<T> {
        const auto options = options_of(given, steps);
        if (!options) {
            return Failure{options.error()};
        }
        return spoken(body(*options), *options);
    });
}
template <class T, class Body>
heng_status make_with(const heng_options* given, T** out, heng_error** error, Body body) noexcept {
    return make_with(given, Steps::are_counted, out, error, std::move(body));
}

/// The rubric as it speaks in the language of the call.
[[nodiscard]] inline RubricDocument spoken(const RubricDocument& rubric, const Options& options) {
    return options.call.language ? rubric.spoken_in(*options.call.language) : rubric;
}

} // namespace heng::capi
