// SPDX-License-Identifier: Apache-2.0
//
// A report of findings for people and for machines.
#include "base/findings.hpp"
#include "base/json/writer.hpp"
#include "base/text/width.hpp"
#include "document/checked_words.hpp"
#include "document/page_in.hpp"

#include <heng/lint/lint.hpp>

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
            if (checked.names.size() < detail::document::most_named) {
                checked.names.push_back(each.pointer);
            }
        }
    }
    return checked;
}

std::string to_text(const LintReport& report, std::string_view document, bool all) {
    detail::base::Page page = detail::document::page_in(report.language);
    page.add_lines(detail::base::findings_text(report.findings, document, all, report.language));
    page.add(
        detail::base::Paragraph{detail::document::linted_text(report.checked(), report.language)});
    return detail::base::to_text(page);
}

std::string to_json(const LintReport& report, bool all) {
    detail::json::JsonWriter json{detail::json::JsonWriter::Style::indented};
    json.begin_object().key("findings").begin_array();
    for (const Finding& each : report.findings) {
        if (!each.accepted || all) {
            json.begin_object();
            detail::base::add_finding_members(json, each, detail::base::PlaceKeys::pointer);
            json.end_object();
        }
    }
    json.end_array().key("complete").boolean(report.complete);
    detail::document::add_checked(json, report.checked());
    return json.end_object().take() + '\n';
}

} // namespace heng
