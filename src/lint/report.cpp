// SPDX-License-Identifier: Apache-2.0
//
// A report of findings for people and for machines.
#include "base/findings.hpp"
#include "document/checked_words.hpp"
#include "document/json/writer.hpp"
#include "document/page_in.hpp"
#include "text/width.hpp"

#include <heng/document/lint.hpp>

#include <algorithm>

namespace heng {

Checked LintReport::checked() const {
    Checked checked;
    checked.compared = indicators;
    for (const Finding& each : findings) {
        if (each.accepted) {
            continue;
        }
        if (each.severity != Severity::note) {
            ++checked.wrong;
        } else if (each.may_fail) {
            ++checked.not_compared;
            if (checked.names.size() < document::most_named) {
                checked.names.push_back(each.pointer);
            }
        }
    }
    return checked;
}

std::string to_text(const LintReport& report, std::string_view document, bool all) {
    base::Page page = document::page_in(report.language);
    page.add_lines(to_text(report.findings, document, all));
    page.add(base::Paragraph{document::linted_text(report.checked(), report.language)});
    return base::to_text(page);
}

std::string to_json(const LintReport& report, bool all) {
    document::JsonWriter json{document::JsonWriter::Style::indented};
    json.begin_object().key("findings").begin_array();
    for (const Finding& each : report.findings) {
        if (!each.accepted || all) {
            json.begin_object();
            base::add_finding_members(json, each, base::PlaceKeys::pointer);
            json.end_object();
        }
    }
    json.end_array().key("complete").boolean(report.complete);
    document::add_checked(json, report.checked());
    return json.end_object().take() + '\n';
}

} // namespace heng
