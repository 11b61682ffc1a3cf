// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/text/width.hpp"
#include "document/within_limits.hpp"
#include "plan/messages.hpp"
#include "plan/plan_checks.hpp"

#include <heng/plan/plan_check.hpp>

#include <algorithm>
#include <utility>

namespace heng {
namespace {

constexpr int last_year = 9'999;

std::string year_text(int year) {
    const std::string digits = std::to_string(year);
    return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

/// A date, or a day of the plan's year; of a plan without a year no day of it is known.
Result<std::string> day_of(const std::string& option, std::string_view code,
                           std::optional<int> year) {
    if (option.empty() || detail::json::is_date(option)) {
        return option;
    }
    const bool is_day = detail::json::is_date("2024-" + option); // a leap year has them all
    if (!is_day) {
        return Failure{detail::text::error_of(
            Status::invalid_argument, "plan." + std::string{code},
            detail::plan::say::no_day(detail::text::quoted(option)), detail::plan::say::write_day)};
    }
    return year ? year_text(*year) + "-" + option : std::string{};
}

Result<PlanReport> check_unguarded(const PlanDocument& document, const PlanCheckOptions& options,
                                   std::span<const LibraryDocument> libraries,
                                   const CallOptions& call) {
    const detail::plan::LoadedPlan& loaded = document.loaded();
    const std::optional<int> year = loaded.plan.subject_year;
    detail::plan::PlanChecks checks{loaded};
    auto latest = day_of(options.latest, "latest", year);
    auto known = day_of(options.outcome_known, "outcome-known", year);
    if (!latest || !known) {
        return Failure{latest ? known.error() : latest.error()};
    }
    if (known->empty() && year && *year < last_year) {
        *known = year_text(*year + 1) + "-01-01";
    }
    checks.days = {*std::move(latest), *std::move(known)};
    for (const auto check : {detail::plan::check_chain, detail::plan::check_money,
                             detail::plan::check_objectives, detail::plan::check_indicators,
                             detail::plan::check_shares, detail::plan::check_adjustments}) {
        detail::document::ask(call);
        check(checks);
    }
    PlanReport report;
    report.clean = checks.findings.is_clean();
    report.findings = checks.findings.take(loaded.json);
    report.quantified = std::move(checks.quantified);
    report.money = std::move(checks.money);
    for (const LibraryDocument& library : libraries) {
        detail::document::ask(call);
        auto matched = match_plan(document, library);
        if (!matched) {
            return Failure{std::move(matched.error())};
        }
        report.clean = report.clean && matched->clean;
        std::move(matched->findings.begin(), matched->findings.end(),
                  std::back_inserter(report.findings));
    }
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const Finding& a, const Finding& b) {
                         return std::pair{a.place.line, a.place.column} <
                                std::pair{b.place.line, b.place.column};
                     });
    return report;
}

} // namespace

Result<PlanReport> check_plan(const PlanDocument& plan, const PlanCheckOptions& options,
                              std::span<const LibraryDocument> libraries, const CallOptions& call) {
    return detail::document::as_call(
        call, [&] { return check_unguarded(plan, options, libraries, call); });
}

} // namespace heng
