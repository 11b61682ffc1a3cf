// SPDX-License-Identifier: Apache-2.0
#include "office/messages.hpp"
#include "office/readers.hpp"
#include "office/table_builder.hpp"
#include "office/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <heng.h>
#include <map>
#include <optional>
#include <utility>

namespace heng::office {
namespace {

constexpr int deepest = 64;
constexpr std::size_t widest = 1'000; ///< columns that a cell spans

/// Stands around others and is read through. Insertions that were not yet accepted count.
bool is_around(Element element) {
    static constexpr std::array<std::string_view, 10> names{
        "sdt",      "sdtContent", "ins",       "moveTo", "customXml",
        "smartTag", "hyperlink",  "fldSimple", "dir",    "bdo"};
    return std::find(names.begin(), names.end(), local(element.name())) != names.end();
}

std::size_t number_in(Element properties, std::string_view name, std::size_t otherwise) {
    const std::string_view text = attribute(child(properties, name), "val");
    std::size_t number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::min(number, widest);
}

/// Runs of a paragraph: deletions and what tells a field how to be made are no text.
void add_text(Element element, std::string& text, int depth) {
    for (const Element each : element.children()) {
        const std::string_view name = local(each.name());
        if (name == "t") {
            text += each.text().get();
        } else if (name == "tab") {
            text += '\t';
        } else if (name == "br" || name == "cr") {
            text += '\n';
        } else if (name == "noBreakHyphen") {
            text += '-';
        } else if ((name == "r" || is_around(each)) && depth < deepest) {
            add_text(each, text, depth + 1);
        }
    }
}

class DocumentReader {
  public:
    DocumentReader(File& file, const Bounds& bounds)
        : file_(file), bounds_(bounds), left_(bounds) {}

    /// Paragraphs and tables in their order.
    [[nodiscard]] std::optional<Problem> run(Element parent, int depth = 0) {
        for (const Element each : parent.children()) {
            if (is(each, "p")) {
                std::string text;
                add_text(each, text, 0);
                if (text = tidy_text(text); !text.empty()) {
                    before_.push_back(std::move(text));
                }
            } else if (is(each, "tbl")) {
                if (auto why = read_table(each, depth)) {
                    return why;
                }
            } else if (is_around(each)) {
                if (auto why = deeper(depth)) {
                    return why;
                }
                if (auto why = run(each, depth + 1)) {
                    return why;
                }
            }
        }
        return std::nullopt;
    }

  private:
    /// One table as it is read.
    struct Reading {
        std::vector<Cell> cells{};
        std::map<std::size_t, std::size_t> open{}; ///< by column: the cell that goes on below
        std::vector<Element> nested{};
        std::size_t row = 0;
    };

    static std::optional<Problem> deeper(int depth) {
        return depth < deepest ? std::nullopt
                               : std::optional{problem(HENG_LIMIT_EXCEEDED, "office.limit",
                                                       say::too_deep(std::size_t{deepest}))};
    }

    std::optional<Problem> read_table(Element element, int depth) {
        if (auto why = deeper(depth)) {
            return why;
        }
        if (file_.tables.size() == bounds_.tables) {
            return problem(HENG_LIMIT_EXCEEDED, "office.limit",
                           say::too_many_tables(bounds_.tables));
        }
        Reading reading;
        read_rows(element, reading, 0);
        TableBuilder builder{
            Table{.number = file_.tables.size() + 1, .before = std::exchange(before_, {})}, bounds_,
            left_};
        for (Cell& cell : reading.cells) {
            if (auto why = builder.add(std::move(cell))) {
                return why;
            }
        }
        auto table = std::move(builder).finish();
        if (!table) {
            return std::move(table.error().front());
        }
        file_.tables.push_back(*std::move(table));
        for (const Element nested : reading.nested) { // each after the table around it
            if (auto why = read_table(nested, depth + 1)) {
                return why;
            }
        }
        return std::nullopt;
    }

    void read_rows(Element element, Reading& reading, int depth) {
        for (const Element each : element.children()) {
            if (is(each, "tr")) {
                const Element properties = child(each, "trPr");
                if (!child(properties, "del")) {
                    ++reading.row;
                    std::size_t column = 1 + number_in(properties, "gridBefore", 0);
                    read_cells(each, reading, column, 0);
                }
            } else if (is_around(each) && depth < deepest) {
                read_rows(each, reading, depth + 1);
            }
        }
    }

    void read_cells(Element row, Reading& reading, std::size_t& column, int depth) {
        for (const Element each : row.children()) {
            if (is(each, "tc")) {
                read_cell(each, reading, column);
            } else if (is_around(each) && depth < deepest) {
                read_cells(each, reading, column, depth + 1);
            }
        }
    }

    void read_cell(Element element, Reading& reading, std::size_t& column) {
        const Element properties = child(element, "tcPr");
        const std::size_t columns = std::max<std::size_t>(number_in(properties, "gridSpan", 1), 1);
        const Element down = child(properties, "vMerge");
        const bool goes_on = down && attribute(down, "val") != "restart";
        const Element across = child(properties, "hMerge");
        const std::size_t from = column;
        column += columns;
        if (const auto above = reading.open.find(from);
            goes_on && above != reading.open.end() &&
            reading.cells[above->second].columns == columns) {
            reading.cells[above->second].rows = reading.row + 1 - reading.cells[above->second].row;
            return;
        }
        reading.open.erase(from);
        if (across && attribute(across, "val") != "restart" && !reading.cells.empty() &&
            reading.cells.back().row == reading.row) {
            reading.cells.back().columns += columns;
            return;
        }
        Cell cell{.row = reading.row, .column = from, .columns = columns};
        add_blocks(element, cell.text, reading.nested, 0);
        cell.text = tidy_text(cell.text);
        if (down) {
            reading.open[from] = reading.cells.size();
        }
        reading.cells.push_back(std::move(cell));
    }

    /// The paragraphs of a cell, each on a line; the tables in it are kept for later.
    void add_blocks(Element element, std::string& text, std::vector<Element>& nested, int depth) {
        for (const Element each : element.children()) {
            if (is(each, "p")) {
                text += text.empty() ? "" : "\n";
                add_text(each, text, 0);
            } else if (is(each, "tbl")) {
                nested.push_back(each);
            } else if (is_around(each) && depth < deepest) {
                add_blocks(each, text, nested, depth + 1);
            }
        }
    }

    File& file_;
    const Bounds& bounds_;
    CellsLeft left_;
    std::vector<std::string> before_{};
};

} // namespace

Expected<File> read_docx(std::string_view bytes, const Bounds& bounds) {
    auto zip = Zip::open(bytes, bounds);
    if (!zip) {
        return tl::unexpected<Problems>{std::move(zip.error())};
    }
    if (zip->has_any("vbaproject.bin")) {
        return refused(
            problem(HENG_SYNTAX_ERROR, "office.active", say::macros, {}, say::without_macros));
    }
    const auto relations = Relations::read(*zip, "", bounds);
    if (!relations) {
        return tl::unexpected<Problems>{relations.error()};
    }
    const std::string main = relations->by_type("/officeDocument");
    const auto xml = read_xml(*zip, main.empty() ? "word/document.xml" : main, bounds);
    if (!xml) {
        return tl::unexpected<Problems>{xml.error()};
    }
    File file{Kind::docx, {}};
    DocumentReader reader{file, bounds};
    if (auto why = reader.run(child(xml->root(), "body"))) {
        return refused(*std::move(why));
    }
    return file;
}

} // namespace heng::office
