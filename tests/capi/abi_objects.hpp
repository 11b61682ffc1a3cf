// SPDX-License-Identifier: Apache-2.0
//
// The objects of heng.h by one name each: what an object looks like from outside, and its release.
//
//     REQUIRE(shown(sheet) == shown(again));
//     release(sheet);
#pragma once

#include <heng.h>
#include <string_view>

namespace heng::test {

inline std::string_view seen(const char* text) {
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

inline std::string_view shown(const heng_text* text) {
    return seen(heng_text_data(text, nullptr));
}
inline std::string_view shown(const heng_report* report) {
    return seen(heng_report_json(report, nullptr));
}
inline std::string_view shown(const heng_sheet* sheet) {
    return seen(heng_sheet_json(sheet, nullptr));
}
inline std::string_view shown(const heng_value* value) {
    return seen(heng_value_json(value, nullptr));
}
inline std::string_view shown(const heng_rubric* rubric) {
    return seen(heng_rubric_json(rubric, nullptr));
}
inline std::string_view shown(const heng_facts* /*facts*/) {
    return {};
}

inline std::string_view shown(const heng_facts_builder* /*builder*/) {
    return {};
}

inline void release(heng_text* text) {
    heng_text_free(text);
}
inline void release(heng_report* report) {
    heng_report_free(report);
}
inline void release(heng_sheet* sheet) {
    heng_sheet_free(sheet);
}
inline void release(heng_value* value) {
    heng_value_free(value);
}
inline void release(heng_rubric* rubric) {
    heng_rubric_free(rubric);
}
inline void release(heng_facts* facts) {
    heng_facts_free(facts);
}
inline void release(heng_facts_builder* builder) {
    heng_facts_builder_free(builder);
}

} // namespace heng::test
