// SPDX-License-Identifier: Apache-2.0
//
// Whether a text of the caller's, a template or an earlier draft, may become part of a draft.
//
//     if (auto error = unfit_text(pattern, "report.template", limits)) { … }
#pragma once

#include "base/text/messages.hpp"

#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <optional>
#include <string_view>

namespace heng::detail::report {

/// The error where it may not: limit.bytes; with `code`, where it is not UTF-8 or has a NUL.
[[nodiscard]] std::optional<Error> unfit_text(std::string_view text, std::string_view code,
                                              const Limits& limits);

/// An error of status invalid_argument.
[[nodiscard]] Error unfit(std::string_view code, text::Words message, text::Words hint);

} // namespace heng::detail::report
