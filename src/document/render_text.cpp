// SPDX-License-Identifier: Apache-2.0
#include "document/sheet_table.hpp"
#include "document/unit_table.hpp"
#include "text/width.hpp"

#include <heng/document/render.hpp>

#include <algorithm>
#include <array>

namespace heng {
namespace {

using document::TableRow;

constexpr std::size_t gap = 2;

using Line = std::array<std::string, 5>;

std::string indented(const TableRow& row) {
    return std::string(2 * static_cast<std::size_t>(row.level - 1), ' ') + row.name;
}

/// The name is flush left, numbers flush right, the basis left.
void write_line(std::string& out, const Line& line, const std::array<std::size_t, 5>& widths) {
    out += text::pad_right(line[0], widths[0]);
    for (std::size_t i = 1; i < 4; ++i) {
        out += std::string(gap, ' ') + text::pad_left(line[i], widths[i]);
    }
    if (!line[4].empty()) {
        out += std::string(gap, ' ') + line[4];
    }
    while (out.back() == ' ') {
        out.pop_back();
    }
    out += '\n';
}

void write_lines(std::string& out, std::string_view heading,
                 const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return;
    }
    out += '\n';
    out += heading;
    out += '\n';
    for (const std::string& line : lines) {
        out += "  " + line + '\n';
    }
}

} // namespace

std::string to_text(const ScoreSheet& sheet, const Facts& facts) {
    const document::SheetWords& words = document::words(sheet.language);
    const std::vector<TableRow> rows = document::table_rows(sheet);
    std::vector<Line> lines{{std::string{words.indicator}, std::string{words.points},
                             std::string{words.score}, std::string{words.rate},
                             std::string{words.basis}}};
    std::vector<std::string> remarks;
    for (const TableRow& row : rows) {
        lines.push_back({indented(row), row.points, row.score, row.rate, row.basis});
        if (!row.why.empty()) {
            remarks.push_back(row.name + (sheet.language == Language::zh ? "：" : ": ") + row.why +
                              (row.recover.empty() ? "" : " → " + row.recover));
        }
    }
    const std::string grade = ' ' + text::printable(sheet.grade);
    lines.push_back(
        {std::string{words.total}, sheet.points_text(), sheet.total_text(), sheet.rate(), {}});
    std::array<std::size_t, 5> widths{};
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], text::cells(line[i]));
        }
    }

    std::string out;
    if (!facts.subject_name().empty()) {
        out += text::printable(facts.subject_name()) + '\n';
    }
    out += text::printable(sheet.rubric_title + " (" + sheet.rubric_id + ")") + "\n\n";
    for (const Line& line : lines) {
        write_line(out, line, widths);
    }
    if (!sheet.grade.empty()) {
        out += std::string{words.grade} + grade + '\n';
    }
    write_lines(out, words.remarks, remarks);
    write_lines(out, words.adjustments, document::adjustment_lines(sheet));
    document::write_text(out, document::unit_table(sheet));
    write_lines(out, words.facts, document::remark_lines(sheet));
    out += '\n';
    out += words.note;
    out += '\n';
    return out;
}

} // namespace heng
