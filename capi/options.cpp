// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"
#include "options.hpp"
#include "structs.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace heng::capi {
namespace {

constexpr std::int32_t most_places = 9;

Error option_error(std::string code, std::string message, std::string hint) {
    Error error;
    error.status = Status::invalid_argument;
    error.code = std::move(code);
    error.message = std::move(message);
    error.hint = std::move(hint);
    return error;
}

/// The Language of a code; none of another.
std::optional<Language> language_of(std::string_view code) {
    return code == "zh"   ? std::optional{Language::zh}
           : code == "en" ? std::optional{Language::en}
                          : std::nullopt;
}

Result<void> check_numbers(const heng_options& given, Steps steps) {
    if (given.places < 0 || given.places > most_places) {
        return Failure{option_error(
            "argument.option", "options->places is " + std::to_string(given.places), "0 to 9")};
    }
    if (given.threads < 0) {
        return Failure{option_error("argument.option",
                                    "options->threads is " + std::to_string(given.threads),
                                    "0 is one thread")};
    }
    if (given.max_steps != 0 && steps == Steps::are_not) {
        return Failure{option_error("argument.option",
                                    "options->max_steps is set, and this call counts no steps",
                                    "leave it 0, or cancel the call")};
    }
    return {};
}

template <class To>
To at_most(std::uint64_t value) {
    return static_cast<To>(
        std::min(value, static_cast<std::uint64_t>(std::numeric_limits<To>::max())));
}

} // namespace

Error cancelled() {
    Error error;
    error.status = Status::cancelled;
    error.code = "call.cancelled";
    error.message = "the caller ended the call";
    error.other_message = "调用方终止了本次调用";
    return error;
}

Result<Options> options_of(const heng_options* options, Steps steps) {
    const auto known = given(options, "options");
    if (!known) {
        return Failure{known.error()};
    }
    if (auto fine = check_numbers(*known, steps); !fine) {
        return Failure{std::move(fine.error())};
    }
    Options made;
    if (known->language != nullptr) {
        made.call.language = language_of(known->language);
        if (!made.call.language) {
            return Failure{option_error("argument.language",
                                        "options->language is none that heng speaks",
                                        "\"zh\" or \"en\"")};
        }
    }
    if (known->cancelled != nullptr) {
        made.call.cancelled = [ask = known->cancelled, user = known->user] {
            return ask(user) != 0;
        };
        if (made.call.cancelled()) {
            return Failure{cancelled()};
        }
    }
    made.call.most_steps = at_most<std::int64_t>(known->max_steps);
    if (known->max_bytes != 0) {
        made.limits.bytes = at_most<std::size_t>(known->max_bytes);
    }
    made.threads = static_cast<unsigned>(std::max<std::int32_t>(known->threads, 1));
    made.places = known->places;
    return made;
}

} // namespace heng::capi
