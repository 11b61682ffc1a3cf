// SPDX-License-Identifier: Apache-2.0
#include "reconcile/blank.hpp"

#include <algorithm>
#include <array>

namespace heng::detail::reconcile {
namespace {

constexpr std::array<std::string_view, 8> blanks{"", "-", "—", "——", "/", "－", "无", "?"};
constexpr std::array<std::string_view, 3> spaces{" ", "\t", "　"};

} // namespace

std::string_view trimmed(std::string_view text) {
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view space : spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                more = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                more = true;
            }
        }
    }
    return text;
}

bool is_blank(json::Json json) {
    if (json.is(json::JsonKind::null)) {
        return true;
    }
    const std::string_view text = trimmed(json.text());
    return json.is(json::JsonKind::string) &&
           std::find(blanks.begin(), blanks.end(), text) != blanks.end();
}

} // namespace heng::detail::reconcile
