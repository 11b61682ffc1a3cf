// SPDX-License-Identifier: Apache-2.0
//
// Files of tables, and the parts behind the zip: read within bounds, or refused; and as the form of
// a rubric, whose facts are JSON whatever the cells have.
#include "fuzz.hpp"
#include "unit/office/office_files.hpp"

#include <heng/office/form.hpp>

#include <algorithm>
#include <memory>

namespace {

using namespace heng::office;
using heng::fuzz::Input;

constexpr const char* row =
    "<row><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c s=\"1\"><v>45000.5</v></c>"
    "</row>";

std::string file_of(std::uint8_t part, const std::string& text) {
    switch (part % 6) {
    case 1:
        return xlsx_of(text);
    case 2:
        return workbook_of(text);
    case 3:
        return docx_of(text);
    case 4:
        return xlsx_of(row, {{"xl/styles.xml", text}, {"xl/sharedStrings.xml", text}});
    case 5:
        return xlsx_of(row, {{"xl/workbook.xml", text}, {"xl/_rels/workbook.xml.rels", text}});
    default:
        return text;
    }
}

void check_problems(const Problems& problems) {
    REQUIRE_SO(!problems.empty());
    for (const Problem& each : problems) {
        REQUIRE_SO(each.code.starts_with("office.") && !each.message.en.empty() &&
                   !each.message.zh.empty() && each.status != HENG_OK);
        (void)place_text(each.where, Language::zh);
    }
}

void check_table(const Table& table) {
    constexpr std::size_t looked_at = 60;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const Cell& cell = table.cells[i];
        REQUIRE_SO(cell.row >= 1 && cell.column >= 1 && cell.rows >= 1 && cell.columns >= 1);
        REQUIRE_SO(cell.row <= table.rows && cell.column <= table.columns);
        REQUIRE_SO(table.at(cell.row, cell.column) == &cell);
        REQUIRE_SO(table.at(cell.row + cell.rows - 1, cell.column + cell.columns - 1) == &cell);
    }
    for (std::size_t at = 1; at <= std::min(table.rows, looked_at); ++at) {
        (void)table.text_at(at, std::min(table.columns, looked_at));
    }
}

struct FreeRubric {
    void operator()(heng_rubric* rubric) const { heng_rubric_free(rubric); }
};

const heng_rubric* rubric() {
    static const std::unique_ptr<heng_rubric, FreeRubric> builtin = [] {
        heng_rubric* made = nullptr;
        REQUIRE_SO(heng_rubric_builtin("project-2020", &made, nullptr) == HENG_OK);
        return std::unique_ptr<heng_rubric, FreeRubric>{made};
    }();
    return builtin.get();
}

void check_facts(const FormFacts& form) {
    heng_facts* facts = nullptr;
    const heng_status status =
        heng_facts_load(rubric(), form.json.data(), form.json.size(), &facts, nullptr);
    heng_facts_free(facts);
    REQUIRE_SO(status == HENG_OK || status == HENG_INVALID_FACTS || status == HENG_LIMIT_EXCEEDED);
    (void)form.place_of("/data/budget/annual");
    if (!form.problems.empty()) {
        check_problems(form.problems);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    const std::uint8_t part = input.byte();
    const std::string bytes = file_of(part, std::string{input.rest()});
    Bounds bounds;
    bounds.unpacked = 1 << 20;
    bounds.cells = 5'000;
    bounds.merged = 20'000;
    bounds.tables = 200;
    const auto file = read_tables(bytes, bounds);
    if (!file) {
        check_problems(file.error());
        return 0;
    }
    for (const Table& table : file->tables) {
        check_table(table);
    }
    const auto form = read_facts(rubric(), bytes, bounds);
    form ? check_facts(*form) : check_problems(form.error());
    return 0;
}
