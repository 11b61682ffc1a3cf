// SPDX-License-Identifier: Apache-2.0
#include "base/page.hpp"
#include "base/text/width.hpp"

namespace heng::detail::base {
namespace {

constexpr std::string_view style =
    "body { margin: 2rem auto; padding: 0 1.5rem; max-width: 60rem; color: #1d2430;\n"
    "  font: 15px/1.6 \"Noto Sans CJK SC\", \"PingFang SC\", \"Microsoft YaHei\", Arial, "
    "sans-serif; }\n"
    "table { border-collapse: collapse; font-variant-numeric: tabular-nums; }\n"
    "th, td { border: 1px solid #c8ced8; padding: .3em .6em; text-align: left; "
    "vertical-align: top; }\n"
    "th { background: #f3f5f8; }\n"
    ".n { text-align: right; white-space: nowrap; }\n"
    "dt { font-weight: bold; }\n"
    ".note { color: #5a6473; font-size: .85rem; }\n";

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

    void write(const Heading& heading) { element(heading.level > 1 ? "h2" : "h1", heading.text); }
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

    void write(const Table& table) {
        out_ += "<table>\n<tr>";
        for (const Column& column : table.columns) {
            out_ += column.align == Align::right ? "<th class=\"n\">" : "<th>";
            out_ += words(column.heading) + "</th>";
        }
        out_ += "</tr>\n";
        for (const std::vector<Cell>& row : table.rows) {
            out_ += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i) {
                out_ += table.columns[i].align == Align::right ? "<td class=\"n\"" : "<td";
                write(row[i]);
            }
            out_ += "</tr>\n";
        }
        out_ += "</table>\n";
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
