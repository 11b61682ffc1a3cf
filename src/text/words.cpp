// SPDX-License-Identifier: Apache-2.0
#include "text/words.hpp"

#include <cstddef>

namespace heng::text {

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

} // namespace heng::text
