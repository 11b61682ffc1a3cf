// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"
#include "messages.hpp"
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

/// The Language of a code; none of another.
std::optional<Language> language_of(std::string_view code) {
    return code == "zh"   ? std::optional{Language::zh}
           : code == "en" ? std::optional{Language::en}
                          : std::nullopt;
}

Result<void> check_numbers(const heng_options& given, Steps steps) {
    const auto refused = [](detail::text::Words message, const detail::text::Sentence& hint) {
        return Failure{bad_argument("argument.option", std::move(message), hint)};
    };
    if (given.places < 0 || given.places > most_places) {
        return refused(say::option_is("places", std::to_string(given.places)), say::places_range);
    }
    if (given.threads < 0) {
        return refused(say::option_is("threads", std::to_string(given.threads)),
                       say::threads_range);
    }
    if (given.max_steps != 0 && steps == Steps::are_not) {
        return refused(say::counts_no_steps, say::leave_steps);
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
    return detail::text::error_of(Status::cancelled, "call.cancelled", say::call_ended);
}

Result<Options> options_of(const heng_options* options, Steps steps) {
    const auto known = given(options, "options");
    if (!known) {
        return Failure{known.error()};
    }
    Options made;
    auto& language = made.call.language;
    if (known->language != nullptr) {
        language = language_of(known->language);
        if (!language) {
            return Failure{bad_argument("argument.language", say::no_language, say::languages)};
        }
    }
    if (auto fine = check_numbers(*known, steps); !fine) {
        return Failure{spoken(std::move(fine.error()), language)};
    }
    if (known->cancelled != nullptr) {
        made.call.cancelled = [ask = known->cancelled, user = known->user] {
            return ask(user) != 0;
        };
        if (made.call.cancelled()) {
            return Failure{spoken(cancelled(), language)};
        }
    }
    made.call.most_steps = at_most<std::int64_t>(known->max_steps);
    made.limits.language = language;
    if (known->max_bytes != 0) {
        made.limits.bytes = at_most<std::size_t>(known->max_bytes);
    }
    made.threads = static_cast<unsigned>(std::max<std::int32_t>(known->threads, 1));
    made.places = known->places;
    return made;
}

} // namespace heng::capi
