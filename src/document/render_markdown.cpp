// SPDX-License-Identifier: Apache-2.0
#include "document/sheet_table.hpp"
#include "document/unit_table.hpp"
#include "text/width.hpp"

#include <heng/document/render.hpp>

namespace heng {
namespace {

/// Text inside a table cell: what Markdown would read as syntax is escaped.
std::string cell(std::string_view words) {
    std::string out;
    for (const char c : text::printable(words)) {
        if (std::string_view{"|\\*_`<>[]#&~"}.find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

void write_row(std::string& out, std::initializer_list<std::string> cells) {
    out += '|';
    for (const std::string& text : cells) {
        out += ' ' + text + " |";
    }
    out += '\n';
}

void write_list(std::string& out, std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return;
    }
    out += "\n## " + std::string{heading} + "\n\n";
    for (const std::string& line : lines) {
        out += "- " + cell(line) + '\n';
    }
}

} // namespace

std::string to_markdown(const ScoreSheet& sheet, const Facts& facts) {
    const document::SheetWords& words = document::words(sheet.language);
    std::string out =
        "# " + cell(facts.subject_name().empty() ? sheet.rubric_title : facts.subject_name());
    out += "\n\n" + cell(sheet.rubric_title) + " (" + cell(sheet.rubric_id) + ")\n\n";
    write_row(out, {std::string{words.indicator}, std::string{words.points},
                    std::string{words.score}, std::string{words.rate}, std::string{words.basis}});
    out += "|---|--:|--:|--:|---|\n";
    std::vector<std::string> remarks;
    for (const document::TableRow& row : document::table_rows(sheet)) {
        std::string indent;
        for (int i = 1; i < row.level; ++i) {
            indent += "&emsp;";
        }
        write_row(out, {indent + cell(row.name), row.points, row.score, row.rate, row.basis});
        if (!row.why.empty()) {
            remarks.push_back(row.name + (sheet.language == Language::zh ? "：" : ": ") + row.why +
                              (row.recover.empty() ? "" : " → " + row.recover));
        }
    }
    write_row(out, {"**" + std::string{words.total} + "**", sheet.points_text(),
                    "**" + sheet.total_text() + "**", sheet.rate(), cell(sheet.grade)});
    write_list(out, words.remarks, remarks);
    write_list(out, words.adjustments, document::adjustment_lines(sheet));
    document::write_markdown(out, document::unit_table(sheet));
    write_list(out, words.facts, document::remark_lines(sheet));
    out += '\n' + std::string{words.note} + '\n';
    return out;
}

} // namespace heng
