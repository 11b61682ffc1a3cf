// SPDX-License-Identifier: Apache-2.0
#include "facts/spoken_call.hpp"
#include "report/draft.hpp"
#include "report/given_text.hpp"
#include "report/kept.hpp"
#include "report/messages.hpp"
#include "report/pattern.hpp"

#include <heng/report/report.hpp>
#include <heng/scoring/scoring.hpp>

#include <string>
#include <utility>

namespace heng {
namespace {

/// The plan's and the claims' and the progress's documents, as far as they are given.
struct Read {
    std::optional<PlanDocument> plan{};
    std::optional<Reconciliation> reconciliation{};
    std::optional<DecisionReport> decisions{};
    detail::report::Kept kept{};
};

Error half_given() {
    return detail::report::unfit("report.sources", detail::report::say::half_given,
                                 detail::report::say::give_both);
}

Result<DecisionReport> decided(std::string_view progress, std::string_view policy,
                               const Limits& limits, const CallOptions& call) {
    const auto watched = ProgressDocument::parse(progress, limits);
    if (!watched) {
        return Failure{in_document(watched.error(), "progress")};
    }
    const auto rules = PolicyDocument::parse(policy, limits, call);
    if (!rules) {
        return Failure{in_document(rules.error(), "policy")};
    }
    auto report = decide(*watched, *rules, {}, {}, call);
    return report ? std::move(report) : Failure{in_document(std::move(report.error()), "progress")};
}

/// Puts what was read into `to`; the error where it could not be.
template <class Made, class To>
std::optional<Error> take(Result<Made> made, To& to) {
    if (!made) {
        return std::move(made.error());
    }
    to = *std::move(made);
    return std::nullopt;
}

std::optional<Error> read_all(const ReportSources& sources, const Facts& facts,
                              const Limits& limits, const CallOptions& call, Read& read) {
    std::optional<Error> error;
    if (sources.plan) {
        auto plan = PlanDocument::parse(*sources.plan, limits);
        error = plan ? take(std::move(plan), read.plan)
                     : std::optional{in_document(std::move(plan.error()), "plan")};
    }
    if (!error && sources.claims) {
        error = take(reconcile(*sources.claims, facts, limits, call), read.reconciliation);
    }
    if (!error && sources.progress.has_value() != sources.policy.has_value()) {
        error = half_given();
    }
    if (!error && sources.progress) {
        error = take(decided(*sources.progress, *sources.policy, limits, call), read.decisions);
    }
    if (!error && sources.previous) {
        auto kept = detail::report::kept_blocks(*sources.previous, limits);
        error = kept ? take(std::move(kept), read.kept)
                     : std::optional{in_document(std::move(kept.error()), "previous")};
    }
    return error;
}

/// Every item is explained before a template says what it takes of that: refused before it costs.
constexpr std::size_t most_items = 50'000;

Error too_long(std::size_t items) {
    Error error = detail::report::unfit(
        "limit.draft",
        detail::report::say::too_many_items(std::to_string(items), std::to_string(most_items)),
        detail::report::say::draft_a_part);
    error.status = Status::limit_exceeded;
    return error;
}

Result<std::string> drafted(const Facts& facts, const ReportSources& sources, ReportFormat format,
                            const Limits& limits, const CallOptions& call) {
    const auto sheet = score(facts, call);
    if (!sheet) {
        return Failure{sheet.error()};
    }
    if (sheet->items.size() > most_items) {
        return Failure{in_language(too_long(sheet->items.size()), sheet->language)};
    }
    Read read;
    if (auto error = read_all(sources, facts, limits, call, read)) {
        return Failure{in_language(*std::move(error), sheet->language)};
    }
    auto draft = detail::report::draft_of({facts, *sheet, read.plan ? &read.plan->plan() : nullptr,
                                           read.reconciliation ? &*read.reconciliation : nullptr,
                                           read.decisions ? &*read.decisions : nullptr});
    auto text = detail::report::fill_pattern(
        sources.pattern.value_or(detail::report::built_in_pattern(
            sheet->language, format, detail::report::is_of_project(*sheet))),
        std::move(draft), format, limits);
    if (text) {
        text = detail::report::with_kept(*text, read.kept, {sheet->language, format});
    }
    return text ? std::move(text)
                : Failure{in_document(in_language(std::move(text.error()), sheet->language),
                                      "pattern")};
}

} // namespace

Result<std::string> report(const Facts& facts, const ReportSources& sources, ReportFormat format,
                           const Limits& limits, const CallOptions& call) {
    return detail::facts::spoken(facts, call, [&](const Facts& spoken) {
        Limits told = limits;
        told.language = call.language ? call.language : limits.language;
        return drafted(spoken, sources, format, told, call);
    });
}

} // namespace heng
