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

/// `","id#`
std::string row_begin(const Indicator& indicator) {
    std::string text;
    json::append_json_string(text, indicator.id);
    text.pop_back();
    return "\"," + text + '#';
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
    : total_fraction_(kernel.total_fraction()),
      total_scale_(kernel.total_scale()),
      scale_(kernel.scale()),
      has_more_(total_fraction_.has_value()),
      longest_(longest_frame) {
    longest_ += longest_score(total_scale_);
    for (const kernel::Kernel::Item& item : kernel.items()) {
        const std::string before = items_.empty() ? "" : "\",";
        items_.push_back({before + member_begin(*item.indicator),
                          item.scale,
                          item.fraction,
                          item.rows,
                          {},
                          item.row_scale});
        if (item.rows) {
            items_.back().before_row = row_begin(*item.indicator);
        }
        has_more_ = has_more_ || item.fraction || item.rows;
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
    const auto put_points = [&](std::int64_t units, std::optional<std::uint32_t> fraction,
                                std::optional<int> places) {
        if (units != kernel::no_units) {
            return put_score(to, units, scale_, places);
        }
        const kernel::Wide* const wide = scores.wide_at(*fraction, row);
        return wide != nullptr
                   ? put_fraction(to, *wide, places)
                   : put_fraction(to, scores.fractions[*fraction * scores.stride + row],
                                  places);
    };
    to = put_points(scores.totals[row], total_fraction_, total_scale_);
    const std::int32_t grade = scores.grades[row];
    to = batch::put(to, grade < 0 ? grades_.back() : grades_[static_cast<std::size_t>(grade)]);
    const std::int64_t* score = scores.items.data() + row;
    for (const Item& item : items_) {
        to = batch::put(to, item.before);
        to = put_points(*score, item.fraction, item.scale);
        score += scores.stride;
        if (item.rows) {
            to = put_rows(to, item, scores.rows[*item.rows], row);
        }
    }
    return batch::put(to, items_.empty() ? "}}" : "\"}}");
}

char* SummaryText::put_rows(char* to, const Item& item, const kernel::RowScores& rows,
                            std::size_t row) const {
    const std::uint32_t begin = rows.begins[row];
    for (std::uint32_t i = 0; i < rows.counts[row]; ++i) {
        to = batch::put(to, item.before_row);
        to = batch::put(to, std::uint64_t{i} + 1);
        to = batch::put(to, "\":\"");
        const std::int64_t units = rows.units[begin + i];
        if (units != kernel::no_units) {
            to = put_score(to, units, scale_, item.row_scale);
        } else if (const kernel::ShortFraction& own = rows.shorts[begin + i]; own.den != 0) {
            to = put_fraction(to, own.num, own.den, item.row_scale);
        } else {
            to = put_fraction(to, rows.fractions[begin + i], item.row_scale);
        }
    }
    return to;
}

std::size_t SummaryText::longest_of(const kernel::Scores& scores, std::size_t row) const {
    const auto of = [&](std::uint32_t fraction, std::optional<int> places) {
        const kernel::Wide* const wide = scores.wide_at(fraction, row);
        return wide != nullptr
                   ? longest_fraction(*wide, places)
                   : longest_fraction(scores.fractions[fraction * scores.stride + row], places);
    };
    std::size_t longest = total_fraction_ ? of(*total_fraction_, total_scale_) : 0;
    for (const Item& item : items_) {
        if (item.fraction) {
            longest += of(*item.fraction, item.scale);
        }
        if (!item.rows) {
            continue;
        }
        const kernel::RowScores& rows = scores.rows[*item.rows];
        const std::size_t frame = item.before_row.size() + 24 + longest_score(item.row_scale);
        longest += rows.counts[row] * frame;
        for (std::uint32_t i = 0; !rows.shorts.empty() && i < rows.counts[row]; ++i) {
            const std::uint32_t at = rows.begins[row] + i;
            longest += rows.shorts[at].den != 0
                           ? longest_short_fraction
                           : longest_fraction(rows.fractions[at], item.row_scale);
        }
    }
    return longest;
}

} // namespace heng::detail::batch
