// SPDX-License-Identifier: Apache-2.0
//
// A sheet for people: one page, for a terminal, in Markdown and in HTML.
#include "base/number_text.hpp"
#include "document/page_in.hpp"
#include "scoring/sheet_table.hpp"
#include "scoring/unit_table.hpp"

#include <heng/scoring/render.hpp>

#include <utility>

namespace heng {
namespace {

using detail::base::Align;
using detail::base::Heading;
using detail::base::Page;

enum class GradeIn { line, table };

std::string remark_on(const detail::scoring::TableRow& row, Language language) {
    return row.name + (language == Language::zh ? "：" : ": ") + row.why +
           (row.recover.empty() ? "" : " → " + row.recover);
}

Page page_of(const ScoreSheet& sheet, const Facts& facts, GradeIn grade) {
    const detail::scoring::SheetWords& words = detail::scoring::words(sheet.language);
    detail::base::Page page = detail::document::page_in(sheet.language);
    const std::string rubric = detail::document::title_of(sheet.rubric_title, sheet.rubric_id);
    if (!facts.subject_name().empty()) {
        page.add(Heading{1, std::string{facts.subject_name()}})
            .add(detail::base::Paragraph{rubric});
    } else {
        page.add(Heading{1, rubric});
    }
    detail::base::Table table{{{std::string{words.indicator}},
                               {std::string{words.points}, Align::right},
                               {std::string{words.score}, Align::right},
                               {std::string{words.rate}, Align::right},
                               {std::string{words.basis}}}};
    std::vector<std::string> remarks;
    for (detail::scoring::TableRow& row : detail::scoring::table_rows(sheet)) {
        if (!row.why.empty()) {
            remarks.push_back(remark_on(row, sheet.language));
        }
        table.add(detail::base::Cell{std::move(row.name), row.level - 1}, std::move(row.points),
                  std::move(row.score), std::move(row.rate), std::move(row.basis));
    }
    table.add(detail::base::Cell{words.total, 0, true},
              detail::base::number_text(sheet.points, sheet.scale),
              detail::base::Cell{detail::base::number_text(sheet.total, sheet.scale), 0, true},
              detail::base::with_minus(sheet.rate()),
              grade == GradeIn::table ? sheet.grade : std::string{});
    page.add(std::move(table));
    if (grade == GradeIn::line && !sheet.grade.empty()) {
        page.add(detail::base::Paragraph{std::string{words.grade} + ' ' + sheet.grade});
    }
    page.add_list(words.remarks, remarks);
    page.add_list(words.adjustments, detail::scoring::adjustment_lines(sheet));
    detail::scoring::add_units(page, sheet);
    page.add_list(words.facts, detail::scoring::remark_lines(sheet));
    page.add(detail::base::Note{std::string{words.note}});
    return page;
}

} // namespace

std::string to_text(const ScoreSheet& sheet, const Facts& facts) {
    return detail::base::to_text(page_of(sheet, facts, GradeIn::line));
}

std::string to_markdown(const ScoreSheet& sheet, const Facts& facts) {
    return detail::base::to_markdown(page_of(sheet, facts, GradeIn::table));
}

std::string to_html(const ScoreSheet& sheet, const Facts& facts) {
    return detail::base::to_html(page_of(sheet, facts, GradeIn::line));
}

} // namespace heng
