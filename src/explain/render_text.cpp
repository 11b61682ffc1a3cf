// SPDX-License-Identifier: Apache-2.0
#include "document/unit_table.hpp"
#include "explain/report.hpp"
#include "text/width.hpp"

#include <algorithm>

namespace heng {
namespace {

using what_if::Block;
using what_if::Line;
using what_if::Loss;

void write_losses(std::string& out, const what_if::Report& report) {
    if (report.losses.empty()) {
        return;
    }
    std::size_t names = 0;
    std::size_t points = 0;
    for (const Loss& loss : report.losses) {
        names = std::max(names, text::cells(loss.what));
        points = std::max(points, text::cells(loss.points));
    }
    out += '\n' + report.losses_heading + '\n';
    for (const Loss& loss : report.losses) {
        out += "  " + text::pad_right(loss.what, names) + "  " +
               text::pad_left(loss.points, points) + '\n';
    }
}

void write_labelled(std::string& out, const Block& block) {
    std::size_t labels = 0;
    for (const Line& line : block.lines) {
        labels = std::max(labels, text::cells(line.label));
    }
    out += '\n' + block.heading + '\n';
    for (const Line& line : block.lines) {
        out += "  " + text::pad_right(line.label, labels) + "  " + line.text + '\n';
    }
}

} // namespace

std::string to_text(const Explanation& explanation) {
    const what_if::Report report = what_if::report_of(explanation);
    std::string out;
    if (!report.subject.empty()) {
        out += report.subject + '\n';
    }
    out += report.title + '\n' + report.summary + '\n';
    write_losses(out, report);
    if (!report.losses.empty()) {
        document::write_text(out, document::unit_table(explanation.sheet));
    }
    for (const Block& block : report.items) {
        write_labelled(out, block);
    }
    for (const Block& block : report.total) {
        write_labelled(out, block);
    }
    return out;
}

} // namespace heng
