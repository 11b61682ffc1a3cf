// SPDX-License-Identifier: Apache-2.0
#include "document/json/json.hpp"
#include "report/given_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace heng::drafting {

Error unfit(std::string_view code, std::string message, std::string hint) {
    Error error;
    error.status = Status::invalid_argument;
    error.code = code;
    error.message = std::move(message);
    error.hint = std::move(hint);
    return error;
}

std::optional<Error> unfit_text(std::string_view text, std::string_view code,
                                const Limits& limits) {
    if (text.size() > limits.bytes) {
        Error error = unfit("limit.bytes",
                            "the text has " + std::to_string(text.size()) + " bytes, more than " +
                                std::to_string(limits.bytes),
                            "shorten it, or raise the limit");
        error.status = Status::limit_exceeded;
        return error;
    }
    const std::size_t nul = text.find('\0');
    const std::size_t invalid = text::first_invalid(text);
    const std::size_t at = std::min(nul, invalid);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    Error error = nul < invalid ? unfit(code, "the text has a NUL byte (U+0000)",
                                        "save it as UTF-8 text, without NUL")
                                : unfit(code, "the text is not UTF-8 here",
                                        "save it as UTF-8 (not as GBK, GB 18030 or UTF-16)");
    error.place = document::PlaceCounter{text}.at(at);
    return error;
}

} // namespace heng::drafting
