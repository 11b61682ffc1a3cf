// SPDX-License-Identifier: Apache-2.0
#include "document/loaded_facts.hpp"
#include "report/draft.hpp"
#include "report/kept.hpp"
#include "report/pattern.hpp"

#include <heng/document/scoring.hpp>
#include <heng/report/report.hpp>

#include <utility>

namespace heng {

Result<std::string> report(const RubricDocument& rubric, const Facts& facts,
                           const ReportSources& sources, ReportFormat format,
                           const Limits& limits) {
    const auto sheet = score(rubric, facts);
    if (!sheet) {
        return Failure{sheet.error()};
    }
    std::optional<PlanDocument> plan;
    if (sources.plan) {
        auto read = PlanDocument::parse(*sources.plan, limits);
        if (!read) {
            return Failure{std::move(read.error())};
        }
        plan = *std::move(read);
    }
    std::optional<Reconciliation> reconciliation;
    if (sources.claims) {
        auto read = reconcile(*sources.claims, facts.loaded().json.text(), limits);
        if (!read) {
            return Failure{std::move(read.error())};
        }
        reconciliation = *std::move(read);
    }
    drafting::Kept kept;
    if (sources.previous) {
        auto blocks = drafting::kept_blocks(*sources.previous);
        if (!blocks) {
            return Failure{in_document(std::move(blocks.error()), "previous")};
        }
        kept = *std::move(blocks);
    }
    const auto draft = drafting::draft_of({rubric, facts, *sheet, plan ? &plan->plan() : nullptr,
                                           reconciliation ? &*reconciliation : nullptr});
    const auto text = drafting::fill_pattern(
        sources.pattern.value_or(drafting::built_in_pattern(sheet->language, format)), draft,
        format, limits);
    return text ? drafting::with_kept(*text, kept) : text;
}

} // namespace heng
