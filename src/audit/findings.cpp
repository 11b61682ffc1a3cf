// SPDX-License-Identifier: Apache-2.0
#include "audit/findings.hpp"
#include "text/width.hpp"

#include <cstdint>

namespace heng::form {

void add_finding_members(document::JsonWriter& json, const FormFinding& finding) {
    json.member("code", finding.code).member("severity", name(finding.severity));
    json.member("where", finding.where).member("message", finding.message);
    if (finding.expected) {
        json.member("expected", *finding.expected);
    }
    if (finding.found) {
        json.member("found", *finding.found);
    }
    if (finding.place.line != 0) {
        json.key("line").whole(static_cast<std::int64_t>(finding.place.line));
        json.key("column").whole(static_cast<std::int64_t>(finding.place.column));
    }
}

void add_findings(document::JsonWriter& json, std::span<const FormFinding> findings) {
    json.begin_array();
    for (const FormFinding& each : findings) {
        json.begin_object();
        add_finding_members(json, each);
        json.end_object();
    }
    json.end_array();
}

std::string finding_line(const FormFinding& finding, std::string_view document) {
    std::string line{document};
    line += ':';
    if (finding.place.line != 0) {
        line += std::to_string(finding.place.line) + ':' + std::to_string(finding.place.column);
        line += ':';
    }
    line.append(" ").append(name(finding.severity)).append(": ");
    line += text::printable(finding.message) + " [" + finding.code;
    line += finding.where.empty() ? "]\n" : ", at " + text::printable(finding.where) + "]\n";
    return line;
}

std::string findings_text(std::span<const FormFinding> findings, std::string_view document) {
    std::string lines;
    for (const FormFinding& each : findings) {
        lines += finding_line(each, document);
    }
    return lines;
}

} // namespace heng::form
