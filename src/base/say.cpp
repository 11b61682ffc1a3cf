// SPDX-License-Identifier: Apache-2.0
#include "base/say.hpp"
#include "base/text/plural.hpp"

#include <algorithm>

namespace heng::detail::base {
namespace {

constexpr std::string_view near_mark = "≈";

/// Whether a number is marked in the part of the sentence that the text ends with.
bool ends_approximately(std::string_view text) {
    std::size_t begin = 0;
    for (const std::string_view end : {"，", "：", "；", "。", ", ", ": ", "; ", ". "}) {
        const std::size_t at = text.rfind(end);
        begin = at == std::string_view::npos ? begin : std::max(begin, at + end.size());
    }
    return text.find(near_mark, begin) != std::string_view::npos;
}

} // namespace

std::string Say::operator()(std::string_view zh, std::string_view en,
                            std::initializer_list<base::Blank> blanks) const {
    constexpr std::string_view equals = " = ";
    std::string_view sentence = zh_ ? zh : en;
    std::string text;
    for (std::size_t at = sentence.find(equals); at != std::string_view::npos;
         at = sentence.find(equals)) {
        text += base::fill(sentence.substr(0, at), blanks);
        text += ends_approximately(text) ? " ≈ " : equals;
        sentence.remove_prefix(at + equals.size());
    }
    text += base::fill(sentence, blanks);
    for (const std::string_view both : {"= ≈", "≈ ≈"}) {
        for (std::size_t at = text.find(both); at != std::string::npos; at = text.find(both)) {
            text.replace(at, both.size(), "≈ ");
        }
    }
    return text;
}

std::string fill(std::string_view sentence, std::initializer_list<Blank> blanks) {
    std::string filled;
    while (!sentence.empty()) {
        const std::size_t open = sentence.find('{');
        const std::size_t close = sentence.find('}', open);
        filled += sentence.substr(0, open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            return filled;
        }
        const std::string_view name = sentence.substr(open + 1, close - open - 1);
        if (name == text::plural_blank && !text::ends_with_one(filled)) {
            filled += 's';
        }
        for (const Blank& blank : blanks) {
            if (blank.first == name) {
                (filled += runs_on(filled, blank.second) ? " " : "") += blank.second;
            }
        }
        sentence.remove_prefix(close + 1);
    }
    return filled;
}

} // namespace heng::detail::base
