// SPDX-License-Identifier: Apache-2.0
//
// What reconcile found, for people and for machines.
#include "base/findings.hpp"
#include "base/json/writer.hpp"
#include "base/number_text.hpp"
#include "base/text/speech.hpp"
#include "document/checked_words.hpp"
#include "document/page_in.hpp"
#include "reconcile/figure_names.hpp"
#include "reconcile/messages.hpp"

#include <heng/reconcile/reconcile.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace heng {
namespace {

void add_remedies(detail::json::JsonWriter& json, const std::vector<Remedy>& remedies) {
    json.key("remedies").begin_array();
    for (const Remedy& each : remedies) {
        json.begin_object().member("figure", each.figure).member("where", each.where);
        json.member("printed", each.printed).member("needed", each.needed);
        json.member("lowest", each.lowest).member("highest", each.highest);
        json.key("agrees").boolean(each.agrees).end_object();
    }
    json.end_array();
}

/// "= 9", or "≈ 24.9778" of p/q: exactly 1124/45.
std::string equals(const std::string& value) {
    const std::size_t bar = value.find('/');
    const auto numerator = Decimal::parse(value.substr(0, bar));
    const auto denominator =
        bar == value.npos ? std::nullopt : std::optional{Decimal::parse(value.substr(bar + 1))};
    if (!denominator || !numerator || !*denominator) {
        return "= " + value;
    }
    constexpr std::string_view mark = "≈";
    const std::string shown = detail::base::number_text(*numerator / **denominator);
    return shown.starts_with(mark) ? "≈ " + shown.substr(mark.size()) : "= " + shown;
}

} // namespace

std::string_view name(ReconciledDocument document) {
    return document == ReconciledDocument::claims ? "claims" : "facts";
}

Checked Reconciliation::checked() const {
    Checked checked;
    const auto leave = [&checked](const std::string& name) {
        ++checked.not_compared;
        if (checked.names.size() < detail::document::most_named) {
            checked.names.push_back(name);
        }
    };
    checked.compared = confirmed.size();
    for (const Mismatch& each : findings) {
        if (each.finding.code == "claim-not-computable") {
            leave(each.id);
            continue;
        }
        ++checked.compared;
        checked.wrong += each.finding.severity == Severity::note ? 0U : 1U;
    }
    for (const std::string& path : left) {
        leave(path);
    }
    return checked;
}

bool Reconciliation::is_clean() const {
    return checked().compared > 0 &&
           std::all_of(findings.begin(), findings.end(), [](const Mismatch& each) {
               return each.finding.severity == Severity::note;
           });
}

std::string to_text(const Reconciliation& found, std::string_view claims, std::string_view facts,
                    bool all) {
    const detail::text::Speech words{found.language};
    detail::base::Page page = detail::document::page_in(found.language);
    for (const Mismatch& each : found.findings) {
        page.add_lines(to_text({&each.finding, 1},
                               each.document == ReconciledDocument::claims ? claims : facts));
    }
    for (std::size_t i = 0; all && i < found.confirmed.size(); ++i) {
        const Confirmed& each = found.confirmed[i];
        page.add(detail::base::Paragraph{words(detail::reconcile::say::confirmed(
            each.text.empty() ? each.id : each.text, each.printed,
            each.by.empty() ? each.formula : each.by, equals(each.value)))});
    }
    page.add(
        detail::base::Paragraph{detail::document::checked_text(found.checked(), found.language)});
    return detail::base::to_text(page);
}

std::string to_json(const Reconciliation& found) {
    detail::json::JsonWriter json{detail::json::JsonWriter::Style::indented};
    json.begin_object().key("findings").begin_array();
    for (const Mismatch& each : found.findings) {
        json.begin_object();
        detail::base::add_finding_members(json, each.finding,
                                          detail::base::PlaceKeys::pointer_and_where);
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
    json.end_array();
    detail::document::add_checked(json, found.checked());
    return json.end_object().take() + '\n';
}

} // namespace heng
