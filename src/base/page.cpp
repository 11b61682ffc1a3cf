// SPDX-License-Identifier: Apache-2.0
#include "base/page.hpp"

#include <algorithm>

namespace heng::detail::base {

Page& Page::add_lines(std::string_view text) {
    List list;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::size_t inset = std::min(text.find_first_not_of(' '), end);
        list.lines.push_back({std::string{text.substr(inset, end - inset)}, inset});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return add(std::move(list));
}

Page& Page::add_list(std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return *this;
    }
    add(Heading{2, std::string{heading}});
    List list;
    for (const std::string& each : lines) {
        list.lines.push_back({each});
    }
    return add(std::move(list));
}

} // namespace heng::detail::base
