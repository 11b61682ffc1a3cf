// SPDX-License-Identifier: Apache-2.0
//
// The tables of a file, whatever program wrote it: xlsx, docx, HTML, CSV.
//
//     const auto file = heng::office::read_tables(bytes);
//     for (const heng::office::Table& table : file->tables)
//         if (const auto* cell = table.at(7, 2)) std::cout << cell->text; // B7
//
// The content decides what a file is, not its name. Files are untrusted: each bound of Bounds is
// held, nothing outside of the file is ever opened, and macros and entities are refused.
#pragma once

#include <heng/office/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::office {

/// Tells by its first bytes which kind of file it is.
enum class Kind : std::uint8_t {
    json,
    xlsx,
    docx,
    html,
    csv,
    // these are refused, by name
    old_workbook, ///< .xls, and WPS's .et: OLE
    old_document, ///< .doc, and WPS's .wps: OLE
    encrypted,    ///< an Office file with a password: OLE
    open_document,
    binary_workbook, ///< .xlsb
    xml_workbook,    ///< Excel's XML of 2003
    rich_text,
    pdf,
    picture,
    other,
};

/// Returns what a file is; of a zip it looks at the names inside. Linear in the bytes at worst.
[[nodiscard]] Kind kind_of(std::string_view bytes);

/// Whether read_tables reads it.
[[nodiscard]] constexpr bool has_tables(Kind kind) {
    return kind == Kind::xlsx || kind == Kind::docx || kind == Kind::html || kind == Kind::csv;
}

/// Bounds of what one file may cost; a file past one is refused with `office.limit`.
struct Bounds {
    std::size_t bytes = 64UL << 20;     ///< of the file
    std::size_t unpacked = 128UL << 20; ///< of all parts of a zip that are read, together
    std::size_t ratio = 200;            ///< unpacked ÷ packed, of a part above 1 MiB
    std::size_t parts = 10'000;         ///< in a zip
    std::size_t marks = 4'000'000;      ///< "<" and "=" in a part: its elements and attributes
    std::size_t cells = 500'000;        ///< with content, of all tables together
    std::size_t merged = 2'000'000;     ///< places that merged cells cover, of a table
    std::size_t tables = 2'000;
    std::size_t text = 1UL << 20; ///< bytes in one cell
};

enum class CellKind : std::uint8_t {
    text,
    number,  ///< text is a decimal of at most 15 significant digits: "8.03"
    boolean, ///< text is "true" or "false"
    date,  ///< a number in a date format; text is "2024-01-31", "2024-01-31T08:30:00" or "08:30:00"
    error, ///< text is the program's, such as "#DIV/0!"
};

/// A cell with content, or the first of several that are merged.
struct Cell {
    std::size_t row = 1; ///< from 1
    std::size_t column = 1;
    std::size_t rows = 1; ///< that it spans
    std::size_t columns = 1;
    CellKind kind = CellKind::text;
    std::string text{};     ///< UTF-8; of a formula, its result as the file has it
    std::string formula{};  ///< without the "="; empty where there is none
    bool percent = false;   ///< a number in a format that shows it in hundredths: 0.95 as "95%"
    bool no_result = false; ///< a formula whose result the file does not have

    friend bool operator==(const Cell&, const Cell&) = default;
};

/// A sheet of a workbook, a table of a document or a page, or a CSV file.
struct Table {
    std::string sheet{};               ///< of a workbook, else empty
    std::size_t number = 0;            ///< of a document's or page's tables, from 1; else 0
    bool hidden = false;               ///< a sheet that is not shown
    std::vector<std::string> before{}; ///< the paragraphs between the table before and this one
    std::vector<Cell> cells{};         ///< by row, then column; no two cover a place
    std::size_t rows = 0;              ///< the last row with content
    std::size_t columns = 0;           ///< the last column with content
    /// The places that merged cells cover besides their first, by row, then column.
    struct Cover {
        std::size_t row, column, cell; ///< cell: its index in `cells`
    };
    std::vector<Cover> covered{};

    /// The cell at a place, or the one that is merged over it; nullptr where it is blank.
    /// O(log cells).
    [[nodiscard]] const Cell* at(std::size_t row, std::size_t column) const;
    /// The text of the same, "" where it is blank.
    [[nodiscard]] std::string_view text_at(std::size_t row, std::size_t column) const;
    [[nodiscard]] Where where(std::size_t row, std::size_t column) const;
};

struct File {
    Kind kind = Kind::other;
    std::vector<Table> tables{}; ///< in the order of the file
};

/// Reads all tables. Problems: `office.kind` (another kind of file, with how to convert it),
/// `office.broken`, `office.limit`, `office.active` (macros, entities), `office.missing` (heng was
/// built without what reads it). Linear in what is unpacked.
[[nodiscard]] Expected<File> read_tables(std::string_view bytes, const Bounds& bounds = {});

} // namespace heng::office
