// SPDX-License-Identifier: Apache-2.0
//
// A sheet for people: one page, for a terminal, in Markdown and in HTML.
#include "base/number_text.hpp"
#include "document/page_in.hpp"
#include "document/sheet_table.hpp"
#include "document/unit_table.hpp"

#include <heng/document/render.hpp>

#include <utility>

namespace heng {
namespace {

using base::Align;
using base::Heading;
using base::Page;

enum class GradeIn { line, table };

std::string remark_on(const document::TableRow& row, Language language) {
    return row.name + (language == Language::zh ? "：" : ": ") + row.why +
           (row.recover.empty() ? "" : " → " + row.recover);
}

Page page_of(const ScoreSheet& sheet, const Facts& facts, GradeIn grade) {
    const document::SheetWords& words = document::words(sheet.language);
    base::Page page = document::page_in(sheet.language);
    const std::string rubric = sheet.rubric_title + " (" + sheet.rubric_id + ")";
    if (!facts.subject_name().empty()) {
        page.add(Heading{1, std::string{facts.subject_name()}}).add(base::Paragraph{rubric});
    } else {
        page.add(Heading{1, rubric});
    }
    base::Table table{{{std::string{words.indicator}},
                       {std::string{words.points}, Align::right},
                       {std::string{words.score}, Align::right},
                       {std::string{words.rate}, Align::right},
                       {std::string{words.basis}}}};
    std::vector<std::string> remarks;
    for (document::TableRow& row : document::table_rows(sheet)) {
        if (!row.why.empty()) {
            remarks.push_back(remark_on(row, sheet.language));
        }
        table.add(base::Cell{std::move(row.name), row.level - 1}, std::move(row.points),
                  std::move(row.score), std::move(row.rate), std::move(row.basis));
    }
    table.add(base::Cell{words.total, 0, true}, base::number_text(sheet.points, sheet.scale),
              base::Cell{base::number_text(sheet.total, sheet.scale), 0, true}, sheet.rate(),
              grade == GradeIn::table ? sheet.grade : std::string{});
    page.add(std::move(table));
    if (grade == GradeIn::line && !sheet.grade.empty()) {
        page.add(base::Paragraph{std::string{words.grade} + ' ' + sheet.grade});
    }
    page.add_list(words.remarks, remarks);
    page.add_list(words.adjustments, document::adjustment_lines(sheet));
    document::add_units(page, sheet);
    page.add_list(words.facts, document::remark_lines(sheet));
    page.add(base::Note{std::string{words.note}});
    return page;
}

} // namespace

std::string to_text(const ScoreSheet& sheet, const Facts& facts) {
    return base::to_text(page_of(sheet, facts, GradeIn::line));
}

std::string to_markdown(const ScoreSheet& sheet, const Facts& facts) {
    return base::to_markdown(page_of(sheet, facts, GradeIn::table));
}

std::string to_html(const ScoreSheet& sheet, const Facts& facts) {
    return base::to_html(page_of(sheet, facts, GradeIn::table));
}

} // namespace heng
