// SPDX-License-Identifier: Apache-2.0
#include "base/page.hpp"
#include "base/text/width.hpp"

#include <algorithm>

namespace heng::detail::base {
namespace {

constexpr std::string_view style = R"css(@page { size: A4; margin: 18mm 16mm 20mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; color: #1d2430; background: #fff;
  font: 15px/1.65 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
    SimHei, "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.4; margin: .5rem 0 1.5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .8rem; padding-bottom: .3rem;
  border-bottom: 2px solid #9b2c2c; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.1rem 0 .3rem; }
ul, ol { margin: .4rem 0; padding-left: 1.8em; }
table { border-collapse: collapse; margin: .8rem 0; font-size: .93rem; line-height: 1.5;
  font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #c8ced8; padding: .3em .6em; text-align: left; vertical-align: top;
  min-width: 5em; }
th { background: #f3f5f8; }
.n { text-align: right; white-space: nowrap; min-width: 3em; }
tfoot td, tfoot th { font-weight: bold; background: #faf6f0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2em; margin: .6rem 0; }
dt { grid-column: 1; font-weight: bold; }
dd { grid-column: 2; margin: 0; }
.note, .hint { color: #5a6473; font-size: .85rem; }
.hint { border-left: 4px solid #b7791f; padding: .2rem .8rem; background: #fffaf0; }
.score { text-align: center; margin: 1rem 0; }
.score b { font-size: 2.4rem; color: #9b2c2c; font-variant-numeric: tabular-nums; }
.lost { color: #9b2c2c; white-space: nowrap; }
figure { margin: 1rem 0; }
svg { width: 100%; max-width: 40rem; height: auto; display: block; }
svg text { font-size: 14px; fill: #1d2430; }
svg .number { text-anchor: end; font-variant-numeric: tabular-nums; }
svg .axis { font-size: 12px; fill: #5a6473; }
svg .track { fill: #eef1f5; }
svg .full { fill: #2f6f5e; }
svg .part { fill: #b7791f; }
svg rect.lost { fill: #c53030; }
svg .won { fill: #4a7ab5; }
@media screen and (max-width: 40rem) {
  body { padding: 1rem .8rem; }
  table, tbody, tfoot, tr, td, tbody th, tfoot th { display: block; width: auto; }
  thead { display: none; }
  tr { border-top: 2px solid #9b2c2c; margin-bottom: .8rem; }
  th, td, .n { border: 0; border-bottom: 1px solid #e4e8ee; padding: .25em .1em; min-width: 0;
    text-align: left; white-space: normal; }
  td[data-label]::before, tbody th[data-label]::before { content: attr(data-label) "\00a0 ";
    color: #5a6473; font-weight: normal; }
  td.n { display: inline-block; border: 0; margin-right: 1.2em; }
  td:empty { display: none; }
  .plain { display: table; width: 100%; }
  .plain tbody { display: table-row-group; }
  .plain tr { display: table-row; border: 0; }
  .plain td, .plain td.n { display: table-cell; border-bottom: 1px solid #e4e8ee; }
  .plain td.n { text-align: right; white-space: nowrap; padding-left: 1em; }
  dl { display: block; }
  dd { margin-left: 1.2em; }
  svg text { font-size: 18px; }
  svg .axis { font-size: 15px; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  h2, h3, h4, dt { break-after: avoid; }
  figure, li, dl { break-inside: avoid; }
  dl { display: block; }
  dt { float: left; clear: left; width: 5.5em; }
  dd { margin-left: 6em; }
  tr:not(:has([rowspan])) { break-inside: avoid; }
  [rowspan] { background: none; }
  svg { max-height: 225mm; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  .hint { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

class HtmlWriter {
  public:
    std::string run(const Page& page) {
        out_ = "<!DOCTYPE html>\n<html lang=\"" + html_escaped(page.language) +
               "\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
               title_of(page) + "</title>\n<style>\n";
        out_.append(style).append("</style>\n</head>\n<body>\n");
        if (!page.title.empty()) {
            element("h1", page.title);
        }
        for (const Block& block : page.blocks) {
            std::visit([this](const auto& each) { write(each); }, block);
        }
        return std::move(out_) + "</body>\n</html>\n";
    }

  private:
    static std::string words(std::string_view text) { return html_escaped(text::printable(text)); }

    static std::string title_of(const Page& page) {
        if (!page.title.empty()) {
            return words(page.title);
        }
        for (const Block& block : page.blocks) {
            if (const auto* const heading = std::get_if<Heading>(&block)) {
                return words(heading->text);
            }
        }
        return "heng";
    }

    void element(std::string_view name, std::string_view text) {
        out_.append("<").append(name).append(">").append(words(text));
        out_.append("</").append(name.substr(0, name.find(' '))).append(">\n");
    }

    /// "9.65 / 10" stays on one line.
    static std::string joined(std::string_view text) {
        constexpr std::string_view of = " / ";
        std::string out;
        for (std::size_t at = text.find(of); at != text.npos; at = text.find(of)) {
            out.append(text.substr(0, at)).append("\u00a0/\u00a0");
            text.remove_prefix(at + of.size());
        }
        return out.append(text);
    }

    void write(const Heading& heading) {
        element(heading.level > 1 ? "h2" : "h1", joined(heading.text));
    }
    void write(const Paragraph& paragraph) { element("p", paragraph.text); }
    void write(const Note& note) { element("p class=\"note\"", note.text); }

    void write(const List& list) {
        std::vector<std::size_t> insets; // of the lists that are open
        for (const Line& each : list.lines) {
            while (!insets.empty() && insets.back() > each.inset) {
                insets.pop_back();
                out_ += "</li></ul>";
            }
            if (insets.empty() || insets.back() < each.inset) {
                out_ += insets.empty() ? "<ul>\n<li>" : "\n<ul>\n<li>";
                insets.push_back(each.inset);
            } else {
                out_ += "</li>\n<li>";
            }
            out_ += words(each.text);
        }
        for (std::size_t i = 0; i < insets.size(); ++i) {
            out_ += "</li></ul>";
        }
        out_ += list.lines.empty() ? "" : "\n";
    }

    void write(const Entries& block) {
        out_ += "<dl>\n";
        for (const Entry& each : block.entries) {
            if (!each.label.empty()) {
                element("dt", each.label);
            }
            element("dd", each.text);
        }
        out_ += "</dl>\n";
    }

    /// Without headings a row says nothing more as a card than it does in a table.
    static bool is_plain(const Table& table) {
        return std::all_of(table.columns.begin(), table.columns.end(),
                           [](const Column& column) { return column.heading.empty(); });
    }

    void write_heading(const std::vector<Column>& columns) {
        out_ += "<thead><tr>";
        for (const Column& column : columns) {
            out_ += column.align == Align::right ? "<th class=\"n\">" : "<th>";
            out_ += words(column.heading) + "</th>";
        }
        out_ += "</tr></thead>\n";
    }

    void write(const Table& table) {
        const bool plain = is_plain(table);
        out_ += plain ? "<table class=\"plain\">\n" : "<table>\n";
        if (!plain) {
            write_heading(table.columns);
        }
        out_ += "<tbody>\n";
        for (const std::vector<Cell>& row : table.rows) {
            out_ += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i) {
                out_ += table.columns[i].align == Align::right ? "<td class=\"n\"" : "<td";
                if (i > 0 && !table.columns[i].heading.empty()) { // the first says what a row is of
                    out_ += " data-label=\"" + words(table.columns[i].heading) + '"';
                }
                write(row[i]);
            }
            out_ += "</tr>\n";
        }
        out_ += "</tbody>\n</table>\n";
    }

    void write(const Cell& cell) {
        const std::string text = words(cell.text);
        if (cell.level > 0) {
            out_ += " style=\"padding-left: " + std::to_string(1 + cell.level) + "em\"";
        }
        out_ += '>' + (cell.strong ? "<b>" + text + "</b>" : text);
        for (const std::string& each : cell.more) {
            out_ += "<br>" + words(each);
        }
        out_ += "</td>";
    }

    std::string out_;
};

} // namespace

std::string_view html_style() {
    return style;
}

std::string to_html(const Page& page) {
    return HtmlWriter{}.run(page);
}

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&apos;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace heng::detail::base
