// SPDX-License-Identifier: Apache-2.0
#include "reconcile/figure_names.hpp"
#include "reconcile/messages.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace heng::detail::reconcile {
namespace {

/// Whether a name or path goes on: a letter of any script, a digit, a dot or an underscore.
bool is_of_path(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

text::Words name_of_figure(std::string_view path) {
    const auto known = std::find_if(say::figure_names.begin(), say::figure_names.end(),
                                    [&](const auto& each) { return each.first == path; });
    return known == say::figure_names.end() ? text::same(std::string{path}) : known->second;
}

} // namespace

text::Words named(std::string_view formula) {
    if (formula.find('"') != std::string_view::npos) {
        return text::same(std::string{formula});
    }
    text::Words words;
    for (std::size_t at = 0; at < formula.size();) {
        std::size_t end = at;
        while (end < formula.size() && is_of_path(formula[end])) {
            ++end;
        }
        if (end > at) {
            words += name_of_figure(formula.substr(at, end - at));
            at = end;
            continue;
        }
        const bool power = formula.substr(at, 2) == "**";
        const std::string_view sign = power                ? "**"
                                      : formula[at] == '*' ? "×"
                                      : formula[at] == '/' ? "÷"
                                                           : formula.substr(at, 1);
        words += text::same(std::string{sign});
        at += power ? 2 : 1;
    }
    return words;
}

} // namespace heng::detail::reconcile
