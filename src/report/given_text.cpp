// SPDX-License-Identifier: Apache-2.0
#include "base/json/json.hpp"
#include "base/text/utf8.hpp"
#include "report/given_text.hpp"
#include "report/messages.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace heng::detail::report {

Error unfit(std::string_view code, text::Words message, text::Words hint) {
    return text::error_of(Status::invalid_argument, code, std::move(message), std::move(hint));
}

std::optional<Error> unfit_text(std::string_view text, std::string_view code,
                                const Limits& limits) {
    if (text.size() > limits.bytes) {
        Error error =
            unfit("limit.bytes",
                  say::text_too_long(std::to_string(text.size()), std::to_string(limits.bytes)),
                  say::shorten_text);
        error.status = Status::limit_exceeded;
        return error;
    }
    const std::size_t nul = text.find('\0');
    const std::size_t invalid = text::first_invalid(text);
    const std::size_t at = std::min(nul, invalid);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    Error error = nul < invalid ? unfit(code, say::nul_byte, say::without_nul)
                                : unfit(code, say::not_utf8, say::as_utf8);
    error.place = json::PlaceCounter{text}.at(at);
    return error;
}

} // namespace heng::detail::report
