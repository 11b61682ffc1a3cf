// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "base/text/plural.hpp"

#include <heng/result.hpp>

#include <cstddef>

namespace heng::detail::text {

namespace {

template <class Of>
std::string fill(std::string_view pattern, std::size_t count, Of blank) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool numbered =
            pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        const std::size_t which =
            numbered ? static_cast<unsigned char>(pattern[at + 1]) - std::size_t{'0'} : count;
        if (which < count) {
            text += blank(which);
            at += 2;
        } else if (numbered && pattern[at + 1] == plural_blank.front()) {
            text += ends_with_one(text) ? "" : "s";
            at += 2;
        } else {
            text += pattern[at];
        }
    }
    return text;
}

} // namespace

Words Sentence::filled(std::initializer_list<Blank> blanks) const {
    const auto english = [&](std::size_t which) {
        return blanks.begin()[which].en;
    };
    const auto chinese = [&](std::size_t which) {
        return blanks.begin()[which].zh;
    };
    return {fill(en, blanks.size(), english), fill(zh, blanks.size(), chinese)};
}

Error error_of(Status status, std::string_view code, Words message, Words hint) {
    Error error;
    error.status = status;
    error.code = code;
    error.message = std::move(message.en);
    error.hint = std::move(hint.en);
    error.other_message = std::move(message.zh);
    error.other_hint = std::move(hint.zh);
    return error;
}

namespace {

Words both(const Error& error, const std::string& said, const std::string& other) {
    const std::string& second = error.other_message.empty() ? said : other;
    return error.language == Language::zh ? Words{second, said} : Words{said, second};
}

} // namespace

Words message_of(const Error& error) {
    return both(error, error.message, error.other_message);
}

Words hint_of(const Error& error) {
    return both(error, error.hint, error.other_hint);
}

void set_message(Error& error, Words message) {
    const bool zh = error.language == Language::zh;
    error.message = std::move(zh ? message.zh : message.en);
    error.other_message = std::move(zh ? message.en : message.zh);
}

} // namespace heng::detail::text
