// SPDX-License-Identifier: Apache-2.0
#include "audit/checks.hpp"
#include "audit/form.hpp"
#include "audit/messages.hpp"
#include "audit/recompute.hpp"
#include "base/findings.hpp"
#include "base/json/problems.hpp"
#include "base/json/reader.hpp"
#include "base/json/writer.hpp"
#include "base/text/speech.hpp"
#include "base/text/width.hpp"
#include "document/checked_words.hpp"
#include "document/page_in.hpp"
#include "document/within_limits.hpp"
#include "scoring/scoring.hpp"

#include <heng/audit/audit.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <tuple>
#include <utility>

namespace heng {
namespace {

void sort(std::vector<Finding>& findings) {
    const auto key = [](const Finding& each) {
        return std::tie(each.place.line, each.place.column);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

/// "某局2023年度自评表核对".
std::string title_of(const detail::facts::LoadedFacts& facts, const Rubric& rubric) {
    using namespace detail::audit;
    const std::string subject =
        facts.subject_name.empty() ? rubric.title : detail::text::printable(facts.subject_name);
    const auto words = facts.subject_year && !facts.subject_name.empty()
                           ? say::title_of_year(subject, std::to_string(*facts.subject_year))
                           : say::title_of_form(subject);
    return spoken(words, rubric.language);
}

Result<AuditReport> audit_unguarded(const detail::document::CompiledRubric& rubric,
                                    std::string_view facts, const Limits& limits,
                                    const CallOptions& call) {
    auto parsed = detail::json::JsonDocument::parse(facts, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    detail::json::Problems problems{detail::json::facts_document, limits};
    if (!detail::json::Reader{parsed->root(), problems}.has_heng()) {
        return Failure{problems.error()};
    }
    detail::audit::Form form{*parsed, rubric, limits};
    detail::document::ask(call);
    detail::feel::CallBudget budget =
        detail::document::budget_of(call, std::numeric_limits<std::int64_t>::max());
    detail::audit::Recomputed exact{rubric, form, budget.limits()};
    detail::document::ask(call);
    detail::audit::Checks checks{rubric, form, exact, limits};
    checks.run();
    budget.spend(exact.steps());
    if (budget.is_spent()) {
        return Failure{detail::scoring::budget_spent(rubric.rubric.language)};
    }
    AuditReport report;
    report.language = rubric.rubric.language;
    report.title = title_of(form.facts, rubric.rubric);
    report.rubric_title = rubric.rubric.title;
    for (const Finding& each : form.findings) {
        if (each.severity != Severity::note) {
            checks.ledger.wrong(each.place.line);
        }
    }
    report.checked = checks.ledger.counted();
    report.findings = std::move(form.findings);
    std::move(checks.findings.begin(), checks.findings.end(), std::back_inserter(report.findings));
    sort(report.findings);
    detail::json::PlaceCounter places{parsed->text()};
    for (Finding& each : report.findings) {
        each.place = places.at(each.place.line);
    }
    if (!exact.sheet) {
        return report;
    }
    for (std::size_t i = 0; i < exact.sheet->items.size(); ++i) {
        const Item& item = exact.sheet->items[i];
        if (exact.known[i]) {
            report.scores.emplace_back(item.id, item.score_text());
        }
    }
    if (exact.total_known) {
        report.total = exact.sheet->total_text();
    }
    return report;
}

} // namespace

bool AuditReport::is_clean() const {
    return checked.compared > 0 &&
           std::all_of(findings.begin(), findings.end(),
                       [](const Finding& each) { return each.severity == Severity::note; });
}

Result<AuditReport> audit(const RubricDocument& rubric, std::string_view facts,
                          const Limits& limits, const CallOptions& call) {
    return detail::document::as_call(call, [&] {
        const RubricDocument spoken = call.language ? rubric.spoken_in(*call.language) : rubric;
        return audit_unguarded(spoken.compiled(), facts, limits, call);
    });
}

namespace {

detail::base::Paragraph counts_of(const AuditReport& report) {
    return {detail::document::checked_text(report.checked, report.language)};
}

/// The findings as a table: what is wrong, how much it weighs, and the line.
detail::base::Table table_of(const AuditReport& report) {
    using namespace detail::audit;
    const detail::text::Speech words{report.language};
    detail::base::Table table{{{words(say::column_finding)},
                               {words(say::column_weight)},
                               {words(say::column_line), detail::base::Align::right}}};
    for (const Finding& each : report.findings) {
        const auto& weight = say::severity_words.at(static_cast<std::size_t>(each.severity));
        table.add(detail::text::printable(each.message), words(weight),
                  std::to_string(each.place.line));
    }
    return table;
}

} // namespace

std::string to_text(const AuditReport& report, std::string_view name) {
    detail::base::Page page = detail::document::page_in(report.language);
    page.add_lines(to_text(report.findings, name));
    return detail::base::to_text(page.add(counts_of(report)));
}

std::string to_html(const AuditReport& report, std::string_view name) {
    detail::base::Page page = detail::document::page_in(report.language);
    page.add(detail::base::Heading{1, report.title.empty() ? std::string{name} : report.title});
    if (!report.rubric_title.empty()) {
        page.add(detail::base::Paragraph{
            spoken(detail::audit::say::by_rubric(detail::text::printable(report.rubric_title)),
                   report.language)});
    }
    page.add(counts_of(report)); // a reader of many pages wants it first
    if (!report.findings.empty()) {
        page.add(table_of(report));
    }
    return detail::base::to_html(page);
}

std::string to_json(const AuditReport& report) {
    detail::json::JsonWriter json{detail::json::JsonWriter::Style::indented};
    json.begin_object().key("findings");
    detail::base::add_findings(json, report.findings, detail::base::PlaceKeys::pointer_and_where);
    json.key("recomputed").begin_object().key("total");
    if (report.total) {
        json.text(*report.total);
    } else {
        json.null();
    }
    json.key("scores").begin_object();
    for (const auto& [id, score] : report.scores) {
        json.member(id, score);
    }
    json.end_object().end_object();
    detail::document::add_checked(json, report.checked);
    return json.end_object().take() + '\n';
}

} // namespace heng
