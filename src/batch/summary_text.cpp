// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"
#include "batch/score_text.hpp"
#include "batch/summary_text.hpp"

#include <algorithm>

namespace heng::detail::batch {
namespace {

constexpr std::size_t longest_frame = 128; ///< all but the name, the grade and the scores

/// `"id":"`
std::string member_begin(const Indicator& indicator) {
    std::string text;
    json::append_json_string(text, indicator.id);
    return text + ":\"";
}

/// As a string of JSON; the escapes of its text are written as heng writes them.
char* put_name(char* to, const json::PlainString& name) {
    if (name.escaped) {
        std::string meant;
        std::string json;
        json::decode(name, meant);
        json::append_json_string(json, meant);
        return put(to, json);
    }
    *to++ = '"';
    to = put(to, name.text);
    *to++ = '"';
    return to;
}

} // namespace

SummaryText::SummaryText(const Rubric& rubric, const kernel::Kernel& kernel)
    : total_scale_(kernel.total_scale()), scale_(kernel.scale()), longest_(longest_frame) {
    longest_ += longest_score(total_scale_);
    for (const kernel::Kernel::Item& item : kernel.items()) {
        const std::string before = items_.empty() ? "" : "\",";
        items_.push_back({before + member_begin(*item.indicator), item.scale});
        longest_ += items_.back().before.size() + longest_score(item.scale);
    }
    std::size_t longest_grade = 0;
    const auto add_grade = [&](const std::string& json) {
        grades_.push_back("\",\"grade\":" + json + ",\"scores\":{");
        longest_grade = std::max(longest_grade, grades_.back().size());
    };
    for (const Grade& grade : rubric.grades) {
        std::string json;
        json::append_json_string(json, grade.grade);
        add_grade(grade.grade.empty() ? "null" : json);
    }
    add_grade("null");
    longest_ += longest_grade;
}

char* SummaryText::put(char* to, std::uint64_t number, const PlainSubject& subject,
                       const kernel::Scores& scores, std::size_t row) const {
    to = batch::put(to, R"({"line":)");
    to = batch::put(to, number);
    to = batch::put(to, R"(,"subject":{)");
    const bool has_name = !subject.name.text.empty();
    if (has_name) {
        to = batch::put(to, R"("name":)");
        to = put_name(to, subject.name);
    }
    if (subject.year != 0) {
        to = batch::put(to, has_name ? R"(,"year":)" : R"("year":)");
        to = batch::put(to, static_cast<std::uint64_t>(subject.year));
    }
    to = batch::put(to, R"(},"total":")");
    to = put_score(to, scores.totals[row], scale_, total_scale_);
    const std::int32_t grade = scores.grades[row];
    to = batch::put(to, grade < 0 ? grades_.back() : grades_[static_cast<std::size_t>(grade)]);
    const std::int64_t* score = scores.items.data() + row;
    for (const Item& item : items_) {
        to = batch::put(to, item.before);
        to = put_score(to, *score, scale_, item.scale);
        score += kernel::most_rows;
    }
    return batch::put(to, items_.empty() ? "}}" : "\"}}");
}

} // namespace heng::detail::batch
