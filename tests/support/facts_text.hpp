// SPDX-License-Identifier: Apache-2.0
//
// A facts document from dotted paths and the JSON of their values.
//
//     facts_text({{"budget.annual", "100"}, {"done", "true"}})
#pragma once

#include <map>
#include <string>
#include <utility>

namespace heng::test {

/// The object with these members, "a.b" being member b of member a.
inline std::string object_text(const std::map<std::string, std::string>& values) {
    std::map<std::string, std::map<std::string, std::string>> groups;
    std::string members;
    const auto add = [&](const std::string& key, const std::string& value) {
        members += (members.empty() ? "\"" : ", \"") + key + "\": " + value;
    };
    for (const auto& [path, value] : values) {
        const std::size_t dot = path.find('.');
        if (dot == std::string::npos) {
            add(path, value);
        } else {
            groups[path.substr(0, dot)][path.substr(dot + 1)] = value;
        }
    }
    for (const auto& [key, group] : groups) {
        add(key, object_text(group));
    }
    return '{' + members + '}';
}

/// facts/1 in 万元.
inline std::string facts_text(const std::map<std::string, std::string>& values) {
    return R"({"heng": "facts/1", "unit": "万元", "data": )" + object_text(values) + '}';
}

} // namespace heng::test
