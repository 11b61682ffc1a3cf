// SPDX-License-Identifier: Apache-2.0
#include "base/page.hpp"
#include "base/text/width.hpp"

namespace heng::detail::base {
namespace {

class MarkdownWriter {
  public:
    std::string run(const Page& page) {
        if (!page.title.empty()) {
            write(Heading{1, page.title});
        }
        for (const Block& block : page.blocks) {
            out_ += out_.empty() ? "" : "\n";
            std::visit([this](const auto& each) { write(each); }, block);
        }
        return std::move(out_);
    }

  private:
    static std::string words(std::string_view text) {
        return markdown_escaped(text::printable(text));
    }

    void write(const Heading& heading) {
        out_.append(static_cast<std::size_t>(heading.level), '#').append(" ");
        out_ += words(heading.text) + '\n';
    }
    void write(const Paragraph& paragraph) { out_ += words(paragraph.text) + '\n'; }
    void write(const Note& note) { out_ += words(note.text) + '\n'; }
    void write(const List& list) {
        for (const Line& each : list.lines) {
            out_.append(each.inset, ' ').append("- ").append(words(each.text)).append("\n");
        }
    }
    void write(const Entries& block) {
        for (const Entry& each : block.entries) {
            out_ += each.label.empty() ? "  - " : "- **" + words(each.label) + "** ";
            out_ += words(each.text) + '\n';
        }
    }

    void write(const Table& table) {
        std::string rule;
        for (const Column& column : table.columns) {
            out_ += "| " + words(column.heading) + (column.heading.empty() ? "" : " ");
            rule += column.align == Align::right ? "|--:" : "|---";
        }
        out_ += "|\n" + rule + "|\n";
        for (const std::vector<Cell>& row : table.rows) {
            for (const Cell& cell : row) {
                out_ += "| ";
                write(cell);
                out_ += ' ';
            }
            out_ += "|\n";
        }
    }

    void write(const Cell& cell) {
        for (int i = 0; i < cell.level; ++i) {
            out_ += "&emsp;";
        }
        const std::string_view mark = cell.strong ? "**" : "";
        out_.append(mark).append(words(cell.text)).append(mark);
        for (const std::string& each : cell.more) {
            out_ += "<br>" + words(each);
        }
    }

    std::string out_;
};

} // namespace

std::string to_markdown(const Page& page) {
    return MarkdownWriter{}.run(page);
}

std::string markdown_escaped(std::string_view text) {
    constexpr std::string_view special = "\\`*_[]|#~";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '<') {
            out += "&lt;"; // not \<: what looks for <!-- in the text is not to find it
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\n' || c == '\r') {
            out += ' '; // an end of line would end a table
        } else {
            out += special.find(c) != std::string_view::npos ? "\\" : "";
            out += c;
        }
    }
    return out;
}

} // namespace heng::detail::base
