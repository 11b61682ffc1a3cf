// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "base/text/utf8.hpp"
#include "document/checked_words.hpp"

#include <cstdint>

namespace heng::detail::document {
namespace {

constexpr text::Sentence all_counts{"checked {0}, wrong {1}, not checked {2}",
                                    "核对{0}项，有误{1}项，无法核对{2}项"};
constexpr text::Sentence linted{
    "checked {0} indicator{s}, wrong in {1} place{s}, not proved in {2}",
    "核对{0}个指标，有误{1}处，无法核对{2}处"};

std::string joined(const Checked& checked, Language language) {
    const bool chinese = language == Language::zh;
    std::string list;
    for (const std::string& name : checked.names) {
        list += list.empty() ? (chinese ? "：" : ": ") : (chinese ? "、" : ", ");
        list += "“" + text::shortened(name) + "”";
    }
    if (!checked.names.empty() && checked.names.size() < checked.not_compared) {
        list += chinese ? "等" : " and others";
    }
    return list;
}

std::string counts_text(const text::Sentence& sentence, const Checked& checked, Language language) {
    return spoken(sentence(std::to_string(checked.compared), std::to_string(checked.wrong),
                           std::to_string(checked.not_compared)),
                  language);
}

} // namespace

std::string checked_text(const Checked& checked, Language language) {
    return counts_text(all_counts, checked, language) + joined(checked, language);
}

std::string linted_text(const Checked& checked, Language language) {
    return counts_text(linted, checked, language); // the findings name the places
}

void add_checked(json::JsonWriter& json, const Checked& checked) {
    json.key("checked").begin_object();
    json.key("compared").whole(static_cast<std::int64_t>(checked.compared));
    json.key("wrong").whole(static_cast<std::int64_t>(checked.wrong));
    json.key("not_compared").whole(static_cast<std::int64_t>(checked.not_compared));
    json.key("names").begin_array();
    for (const std::string& name : checked.names) {
        json.text(name);
    }
    json.end_array().end_object();
}

} // namespace heng::detail::document
