// SPDX-License-Identifier: Apache-2.0
#include "base/page.hpp"
#include "base/text/width.hpp"

#include <algorithm>

namespace heng::detail::base {
namespace {

constexpr std::size_t gap = 2; ///< between columns, and of what is set in

class TextWriter {
  public:
    std::string run(const Page& page) {
        for (const Block& block : page.blocks) {
            std::visit([this](const auto& each) { write(each); }, block);
        }
        return std::move(out_);
    }

  private:
    void line(std::size_t inset, std::string_view text) {
        out_.append(inset, ' ').append(text::printable(text)).append("\n");
    }

    void empty_line() { out_ += out_.empty() ? "" : "\n"; }

    void write(const Heading& heading) {
        if (heading.level > 1) {
            empty_line();
            inset_ = gap;
            below_heading_ = true;
        }
        line(0, heading.text);
    }
    void write(const Paragraph& paragraph) { line(0, paragraph.text); }
    void write(const Note& note) {
        empty_line();
        inset_ = 0;
        line(0, note.text);
    }
    void write(const List& list) {
        for (const Line& each : list.lines) {
            line(inset_ + each.inset, each.text);
        }
    }

    void write(const Entries& block) {
        std::size_t width = 0;
        for (const Entry& each : block.entries) {
            width = std::max(width, text::cells(each.label));
        }
        for (const Entry& each : block.entries) {
            line(inset_, text::pad_right(each.label, width) + std::string(gap, ' ') + each.text);
        }
    }

    void write(const Table& table) {
        if (!std::exchange(below_heading_, false)) {
            empty_line();
        }
        std::vector<std::vector<std::string>> rows;
        if (!table.titled) {
            rows.emplace_back();
            for (const Column& column : table.columns) {
                rows.back().push_back(text::printable(column.heading));
            }
        }
        for (const std::vector<Cell>& row : table.rows) {
            std::vector<std::string>& texts = rows.emplace_back();
            for (const Cell& cell : row) {
                texts.push_back(std::string(gap * static_cast<std::size_t>(cell.level), ' ') +
                                text::printable(cell.text));
            }
        }
        std::vector<std::size_t> widths(table.columns.size());
        for (const auto& texts : rows) {
            for (std::size_t i = 0; i < texts.size(); ++i) {
                widths[i] = std::max(widths[i], text::cells(texts[i]));
            }
        }
        const std::size_t headings = rows.size() - table.rows.size();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            write_row(table, rows[i], widths);
            if (i >= headings) {
                write_more(table.rows[i - headings], widths);
            }
        }
    }

    void write_row(const Table& table, const std::vector<std::string>& texts,
                   const std::vector<std::size_t>& widths) {
        const std::size_t begin = out_.size();
        out_.append(inset_, ' ');
        for (std::size_t i = 0; i < texts.size(); ++i) {
            out_.append(i == 0 ? 0 : gap, ' ');
            out_ += table.columns[i].align == Align::right ? text::pad_left(texts[i], widths[i])
                                                           : text::pad_right(texts[i], widths[i]);
        }
        while (out_.size() > begin && out_.back() == ' ') {
            out_.pop_back();
        }
        out_ += '\n';
    }

    /// Below the text of their cell, set in.
    void write_more(const std::vector<Cell>& row, const std::vector<std::size_t>& widths) {
        std::size_t column = inset_ + gap;
        for (std::size_t i = 0; i < row.size(); column += gap + widths[i], ++i) {
            for (const std::string& each : row[i].more) {
                line(column, each);
            }
        }
    }

    std::string out_;
    std::size_t inset_ = 0;
    bool below_heading_ = false;
};

} // namespace

std::string to_text(const Page& page) {
    return TextWriter{}.run(page);
}

} // namespace heng::detail::base
