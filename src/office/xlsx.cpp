// SPDX-License-Identifier: Apache-2.0
#include "office/messages.hpp"
#include "office/numbers.hpp"
#include "office/readers.hpp"
#include "office/table_builder.hpp"
#include "office/xlsx_parts.hpp"

#include <charconv>
#include <heng.h>
#include <map>
#include <optional>
#include <utility>

namespace heng::office {
namespace {

Problem broken(const Words& message, const Where& where = {}) {
    return problem(HENG_SYNTAX_ERROR, "office.broken", message, where, say::save_again);
}

/// One sheet's cells.
class SheetReader {
  public:
    SheetReader(const WorkbookParts& parts, TableBuilder& builder)
        : parts_(parts), builder_(builder) {}

    [[nodiscard]] std::optional<Problem> run(Element sheet) {
        if (auto why = read_merges(child(sheet, "mergeCells"))) {
            return why;
        }
        std::size_t row_before = 0;
        for (const Element row : child(sheet, "sheetData").children()) {
            if (!is(row, "row")) {
                continue;
            }
            std::size_t number = row_before + 1;
            if (const std::string_view written = attribute(row, "r"); !written.empty()) {
                number = place_of_reference("A" + std::string{written}).row;
            }
            if (number == 0 || number > most_rows) {
                return broken(say::wrong_reference(attribute(row, "r")), where(0, 0));
            }
            if (auto why = read_row(row, number)) {
                return why;
            }
            row_before = number;
        }
        return std::nullopt;
    }

  private:
    struct Span {
        std::size_t rows, columns;
    };

    [[nodiscard]] Where where(std::size_t row, std::size_t column) const {
        return builder_.table().where(row, column);
    }

    std::optional<Problem> read_merges(Element merges) {
        for (const Element merge : merges.children()) {
            const std::string_view reference = attribute(merge, "ref");
            const std::size_t colon = reference.find(':');
            const CellPlace from = place_of_reference(reference.substr(0, colon));
            const CellPlace to = colon == std::string_view::npos
                                     ? from
                                     : place_of_reference(reference.substr(colon + 1));
            if (from.row == 0 || to.row < from.row || to.column < from.column) {
                return broken(say::wrong_reference(reference), where(0, 0));
            }
            merges_[{from.row, from.column}] = {to.row - from.row + 1, to.column - from.column + 1};
        }
        return std::nullopt;
    }

    std::optional<Problem> read_row(Element row, std::size_t number) {
        std::size_t column_before = 0;
        for (const Element element : row.children()) {
            if (!is(element, "c")) {
                continue;
            }
            CellPlace place{number, column_before + 1};
            if (const std::string_view reference = attribute(element, "r"); !reference.empty()) {
                place = place_of_reference(reference);
                if (place.row != number) {
                    return broken(say::wrong_reference(reference), where(0, 0));
                }
            }
            if (place.column > most_columns) {
                return broken(say::wrong_reference("c"), where(number, column_before));
            }
            column_before = place.column;
            if (auto why = read_cell(element, place)) {
                return why;
            }
        }
        return std::nullopt;
    }

    std::optional<Problem> read_cell(Element element, CellPlace place) {
        Cell cell{.row = place.row, .column = place.column};
        if (const auto span = merges_.find({place.row, place.column}); span != merges_.end()) {
            cell.rows = span->second.rows;
            cell.columns = span->second.columns;
        }
        const Element formula = child(element, "f");
        if (formula) {
            cell.formula = formula.text().get();
            if (cell.formula.empty()) {
                cell.formula = "…"; // it shares that of another cell
            }
        }
        if (auto why = read_value(element, cell)) {
            return why;
        }
        cell.no_result = formula && cell.text.empty() && !child(element, "v");
        return builder_.add(std::move(cell));
    }

    std::optional<Problem> read_value(Element element, Cell& cell) {
        const std::string_view type = attribute(element, "t");
        const std::string_view value = child(element, "v").text().get();
        if (type == "inlineStr") {
            cell.text = tidy_text(text_of(child(element, "is")));
        } else if (type == "s") {
            std::size_t index = 0;
            const auto read = std::from_chars(value.data(), value.data() + value.size(), index);
            if (read.ec != std::errc{} || index >= parts_.texts.size()) {
                return broken(say::no_string(value), where(cell.row, cell.column));
            }
            cell.text = tidy_text(parts_.texts[index]);
        } else if (type == "str") {
            cell.text = tidy_text(unescaped_text(value));
        } else if (type == "b") {
            cell.kind = CellKind::boolean;
            cell.text = value == "1" || value == "true" ? "true" : "false";
        } else if (type == "e") {
            cell.kind = CellKind::error;
            cell.text = value;
        } else if (type == "d") {
            cell.kind = CellKind::date;
            cell.text = value;
        } else if (!value.empty()) {
            return read_number(element, value, cell);
        }
        return std::nullopt;
    }

    std::optional<Problem> read_number(Element element, std::string_view value, Cell& cell) {
        const auto number = rounded_number(value);
        if (!number) {
            return broken(say::no_number(value), where(cell.row, cell.column));
        }
        std::size_t style = 0;
        const std::string_view written = attribute(element, "s");
        std::from_chars(written.data(), written.data() + written.size(), style);
        const Shows shows = style < parts_.styles.size() ? parts_.styles[style] : Shows::number;
        if (shows != Shows::date) {
            cell.kind = CellKind::number;
            cell.text = *number;
            cell.percent = shows == Shows::percent;
            return std::nullopt;
        }
        const auto date = serial_date(value, parts_.from_1904);
        cell.kind = date ? CellKind::date : CellKind::error; // Excel shows ###### for it
        cell.text = date.value_or("######");
        return std::nullopt;
    }

    const WorkbookParts& parts_;
    TableBuilder& builder_;
    std::map<std::pair<std::size_t, std::size_t>, Span> merges_{};
};

Expected<Table> read_sheet(Zip& zip, const std::string& part, Table table,
                           const WorkbookParts& parts, const Bounds& bounds, CellsLeft& left) {
    const auto xml = read_xml(zip, part, bounds);
    if (!xml) {
        return tl::unexpected<Problems>{xml.error()};
    }
    TableBuilder builder{std::move(table), bounds, left};
    if (auto why = SheetReader{parts, builder}.run(xml->root())) {
        return refused(*std::move(why));
    }
    return std::move(builder).finish();
}

/// The workbook's part, by the relation that leads to it from the file.
Expected<std::string> workbook_part(Zip& zip, const Bounds& bounds) {
    const auto relations = Relations::read(zip, "", bounds);
    if (!relations) {
        return tl::unexpected<Problems>{relations.error()};
    }
    const std::string part = relations->by_type("/officeDocument");
    return part.empty() ? "xl/workbook.xml" : part;
}

Expected<WorkbookParts> read_parts(Zip& zip, const Relations& relations, const Bounds& bounds) {
    WorkbookParts parts;
    auto texts = read_texts(zip, relations.by_type("/sharedStrings"), bounds);
    if (!texts) {
        return tl::unexpected<Problems>{std::move(texts.error())};
    }
    parts.texts = *std::move(texts);
    auto styles = read_styles(zip, relations.by_type("/styles"), bounds);
    if (!styles) {
        return tl::unexpected<Problems>{std::move(styles.error())};
    }
    parts.styles = *std::move(styles);
    return parts;
}

} // namespace

Expected<File> read_xlsx(std::string_view bytes, const Bounds& bounds) {
    auto zip = Zip::open(bytes, bounds);
    if (!zip) {
        return tl::unexpected<Problems>{std::move(zip.error())};
    }
    if (zip->has_any("vbaproject.bin")) {
        return refused(
            problem(HENG_SYNTAX_ERROR, "office.active", say::macros, {}, say::without_macros));
    }
    const auto part = workbook_part(*zip, bounds);
    if (!part) {
        return tl::unexpected<Problems>{part.error()};
    }
    const auto workbook = read_xml(*zip, *part, bounds);
    if (!workbook) {
        return tl::unexpected<Problems>{workbook.error()};
    }
    const auto relations = Relations::read(*zip, *part, bounds);
    if (!relations) {
        return tl::unexpected<Problems>{relations.error()};
    }
    auto parts = read_parts(*zip, *relations, bounds);
    if (!parts) {
        return tl::unexpected<Problems>{std::move(parts.error())};
    }
    const std::string_view base = attribute(child(workbook->root(), "workbookPr"), "date1904");
    parts->from_1904 = base == "1" || base == "true";
    File file{Kind::xlsx, {}};
    CellsLeft left{bounds};
    for (const Element sheet : child(workbook->root(), "sheets").children()) {
        const std::string target = relations->by_id(attribute(sheet, "id"));
        if (target.empty() || target.find("chartsheets/") != std::string::npos) {
            continue;
        }
        if (file.tables.size() == bounds.tables) {
            return refused(
                problem(HENG_LIMIT_EXCEEDED, "office.limit", say::too_many_tables(bounds.tables)));
        }
        const std::string_view state = attribute(sheet, "state");
        Table table{.sheet = std::string{attribute(sheet, "name")},
                    .hidden = state == "hidden" || state == "veryHidden"};
        auto read = read_sheet(*zip, target, std::move(table), *parts, bounds, left);
        if (!read) {
            return tl::unexpected<Problems>{std::move(read.error())};
        }
        file.tables.push_back(*std::move(read));
    }
    return file;
}

} // namespace heng::office
