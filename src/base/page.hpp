// SPDX-License-Identifier: Apache-2.0
//
// A report for people as one tree of headings, paragraphs, tables, lists and notes, and its
// writers.
//
//     Page page{"zh-CN"};
//     page.add(Heading{1, "某局"});
//     Table table{{{"指标"}, {"得分", Align::right}}};
//     table.add("预算执行", "9.98");
//     page.add(std::move(table));
//     std::cout << to_text(page);          // or to_markdown(page), to_html(page)
//
// A report is built once, in plain words; what would steer a terminal, and what Markdown or HTML
// would read as syntax, is the writers' business. The same page gives the same bytes everywhere.
// Every writer is O(length).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace heng::detail::base {

/// The title of the page (level 1), or of a section (level 2): in text, what stands in a section
/// is set in by two spaces.
struct Heading {
    int level = 1;
    std::string text;
};

/// A line of its own in text, where paragraphs follow one another without an empty line.
struct Paragraph {
    std::string text;
};

/// A paragraph that ends the section before it.
struct Note {
    std::string text;
};

enum class Align : std::uint8_t { left, right };

struct Column {
    std::string heading{};
    Align align = Align::left; ///< right is for numbers
};

struct Cell {
    std::string text;
    int level = 0;                   ///< how deep it is below the rows before it
    bool strong = false;             ///< in bold, where there is such a thing
    std::vector<std::string> more{}; ///< lines below the text

    template <class Text>
    Cell(Text&& words, int depth = 0, bool bold = false) // NOLINT: a cell is a text
        : text(std::forward<Text>(words)), level(depth), strong(bold) {}
};

/// Columns as wide as their widest cell; a Chinese character takes two.
struct Table {
    std::vector<Column> columns;
    bool titled = false; ///< the heading above says what is in it: text has no row of headings
    std::vector<std::vector<Cell>> rows{};

    /// A row; a cell a column.
    template <class... Cells>
    void add(Cells&&... cells) {
        std::vector<Cell>& row = rows.emplace_back();
        row.reserve(sizeof...(cells));
        (row.emplace_back(std::forward<Cells>(cells)), ...);
    }
};

/// A line of a list; one that is set in further than the line before it is a part of that.
struct Line {
    std::string text;
    std::size_t inset = 0; ///< spaces
};

struct List {
    std::vector<Line> lines;
};

/// The text that follows a label. Without a label it goes on with what stands above.
struct Entry {
    std::string label;
    std::string text;
};

/// Labels, and what is to be said of each.
struct Entries {
    std::vector<Entry> entries;
};

using Block = std::variant<Heading, Paragraph, Note, Table, List, Entries>;

struct Page {
    std::string_view language; ///< as HTML names it: "zh-CN", "en"
    std::string title{};       ///< of a page without a heading: text leaves it out
    std::vector<Block> blocks{};

    Page& add(Block block) {
        blocks.push_back(std::move(block));
        return *this;
    }
    /// The lines of a text as a list; what begins with spaces is set in.
    Page& add_lines(std::string_view text);
    /// A section with a list; nothing where the list is empty.
    Page& add_list(std::string_view heading, const std::vector<std::string>& lines);
};

/// For a terminal. What would steer it is U+FFFD.
[[nodiscard]] std::string to_text(const Page& page);

/// GitHub's Markdown. What it would read as syntax is escaped.
[[nodiscard]] std::string to_markdown(const Page& page);

/// A whole document that refers to nothing outside of itself, in UTF-8.
[[nodiscard]] std::string to_html(const Page& page);

/// The style sheet of every HTML that heng writes: no column narrower than some characters, tables
/// as cards on a screen of a hand's width (each cell has the heading of its column as data-label),
/// numbered pages on A4, and what is `hint` on the screen only.
[[nodiscard]] std::string_view html_style();

/// RFC 4180, with CRLF. A text in a left column that begins as a formula of a spreadsheet does
/// (= + - @, also full-width, also behind spaces) gets an apostrophe before it; ends of lines and
/// tabs stay, other control characters are U+FFFD.
[[nodiscard]] std::string to_csv(const Table& table);

/// `text` on one line, with what Markdown, or the HTML in it, would take for more than text
/// escaped.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

/// `text` as HTML and XML have it, also within quotes.
[[nodiscard]] std::string html_escaped(std::string_view text);

} // namespace heng::detail::base
