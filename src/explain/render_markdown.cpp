// SPDX-License-Identifier: Apache-2.0
#include "document/unit_table.hpp"
#include "explain/report.hpp"

namespace heng {
namespace {

using what_if::Block;

/// What Markdown would read as syntax is escaped.
std::string plain(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (std::string_view{"|\\*_`<>[]#&~"}.find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

void write_block(std::string& out, const Block& block) {
    out += "\n## " + plain(block.heading) + "\n\n";
    for (const what_if::Line& line : block.lines) {
        out += line.label.empty() ? "  - " + plain(line.text) + '\n'
                                  : "- **" + plain(line.label) + "** " + plain(line.text) + '\n';
    }
}

} // namespace

std::string to_markdown(const Explanation& explanation) {
    const what_if::Report report = what_if::report_of(explanation);
    std::string out = "# " + plain(report.subject.empty() ? report.title : report.subject) + "\n\n";
    out += plain(report.title) + "\n\n" + plain(report.summary) + '\n';
    if (!report.losses.empty()) {
        out += "\n## " + plain(report.losses_heading) + "\n\n| | |\n|---|--:|\n";
        for (const what_if::Loss& loss : report.losses) {
            out += "| " + plain(loss.what) + " | " + loss.points + " |\n";
        }
        document::write_markdown(out, document::unit_table(explanation.sheet));
    }
    for (const Block& block : report.items) {
        write_block(out, block);
    }
    for (const Block& block : report.total) {
        write_block(out, block);
    }
    return out;
}

} // namespace heng
