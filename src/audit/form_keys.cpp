// SPDX-License-Identifier: Apache-2.0
#include "audit/form_keys.hpp"
#include "audit/messages.hpp"
#include "base/json/reader.hpp"
#include "base/text/nearest.hpp"
#include "base/text/utf8.hpp"

#include <algorithm>

namespace heng::detail::audit {

using json::Json;

std::string meant_in(std::string_view hint) {
    constexpr std::string_view question = "did you mean \"";
    if (!hint.starts_with(question)) {
        return {};
    }
    hint.remove_prefix(question.size());
    return std::string{hint.substr(0, hint.find('"'))};
}

Finding unknown_key(Json member, const std::string& meant, Language language) {
    const std::string key = text::shortened(member.key());
    const text::Words said = meant.empty() ? say::key_unread(key) : say::key_misspelt(key, meant);
    Finding found = finding("unknown-key", Severity::error, member, text::spoken(said, language));
    found.found = std::string{member.key()};
    if (!meant.empty()) {
        found.expected = meant;
    }
    return found;
}

void tell_unknown_keys(Json object, std::span<const std::string_view> known, Language language,
                       std::vector<Finding>& findings, std::size_t most) {
    for (const Json member : object.children()) {
        const bool is_known = json::is_ignored_key(member.key()) ||
                              std::find(known.begin(), known.end(), member.key()) != known.end();
        if (!is_known && findings.size() < most) {
            findings.push_back(unknown_key(member, text::nearest(member.key(), known), language));
        }
    }
}

} // namespace heng::detail::audit
