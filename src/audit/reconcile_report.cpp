// SPDX-License-Identifier: Apache-2.0
//
// What reconcile found, for people and for machines.
#include "audit/findings.hpp"
#include "audit/reconcile_words.hpp"
#include "document/json/writer.hpp"
#include "text/width.hpp"

#include <heng/audit/reconcile.hpp>

#include <algorithm>

namespace heng {
namespace {

void add_remedies(document::JsonWriter& json, const std::vector<Remedy>& remedies) {
    json.key("remedies").begin_array();
    for (const Remedy& each : remedies) {
        json.begin_object().member("figure", each.figure).member("where", each.where);
        json.member("printed", each.printed).member("needed", each.needed);
        json.member("lowest", each.lowest).member("highest", each.highest);
        json.key("agrees").boolean(each.agrees).end_object();
    }
    json.end_array();
}

} // namespace

std::string_view name(ReconciledDocument document) {
    return document == ReconciledDocument::claims ? "claims" : "facts";
}

bool Reconciliation::is_clean() const {
    return std::all_of(findings.begin(), findings.end(), [](const Mismatch& each) {
        return each.finding.severity == Severity::note;
    });
}

std::string to_text(const Reconciliation& found, std::string_view claims, std::string_view facts,
                    bool all) {
    const reconciling::Words words{found.language};
    std::string lines;
    for (const Mismatch& each : found.findings) {
        lines += form::finding_line(each.finding,
                                     each.document == ReconciledDocument::claims ? claims : facts);
    }
    for (std::size_t i = 0; all && i < found.confirmed.size(); ++i) {
        const Confirmed& each = found.confirmed[i];
        lines += text::printable(
            words(reconciling::say::confirmed(each.id, each.printed, each.formula, each.value)));
        lines += '\n';
    }
    lines += words(reconciling::say::summary(std::to_string(found.confirmed.size()),
                                       std::to_string(found.findings.size())));
    return lines + '\n';
}

std::string to_json(const Reconciliation& found) {
    document::JsonWriter json{document::JsonWriter::Style::indented};
    json.begin_object().key("findings").begin_array();
    for (const Mismatch& each : found.findings) {
        json.begin_object();
        form::add_finding_members(json, each.finding);
        json.member("document", name(each.document)).member("id", each.id);
        add_remedies(json, each.remedies);
        json.end_object();
    }
    json.end_array().key("confirmed").begin_array();
    for (const Confirmed& each : found.confirmed) {
        json.begin_object().member("id", each.id).member("text", each.text);
        json.member("formula", each.formula).member("printed", each.printed);
        json.member("value", each.value).end_object();
    }
    return json.end_array().end_object().take() + '\n';
}

} // namespace heng
