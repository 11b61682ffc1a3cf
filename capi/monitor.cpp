// SPDX-License-Identifier: Apache-2.0
//
// The entries of heng.h about monitoring and the use of results: documents in, a report out, whose
// findings are the warnings and decisions as well as what is wrong with the documents.
#include "error.hpp"
#include "heng.h"
#include "objects.hpp"
#include "options.hpp"
#include "report.hpp"

#include <heng/monitor/decision.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace heng::capi {
namespace {

struct Document {
    const char* json;
    std::size_t length;
    const char* parameter;
};

template <class Parsed, class Parse>
Result<Parsed> parsed(const Document& given, Parse parse) {
    const auto text = text_argument(given.json, given.length, given.parameter);
    if (!text) {
        return Failure{text.error()};
    }
    Result<Parsed> document = parse(*text);
    return document ? std::move(document)
                    : Result<Parsed>{Failure{in_document(document.error(), given.parameter)}};
}

/// The two documents that both entries take.
struct Given {
    ProgressDocument progress;
    PolicyDocument policy;
};

Result<Given> given(const Document& progress, const Document& policy, const Options& call) {
    auto of_progress = parsed<ProgressDocument>(progress, [&](std::string_view text) {
        return ProgressDocument::parse(text, call.limits);
    });
    if (!of_progress) {
        return Failure{std::move(of_progress.error())};
    }
    auto of_policy = parsed<PolicyDocument>(policy, [&](std::string_view text) {
        return PolicyDocument::parse(text, call.limits, call.call);
    });
    if (!of_policy) {
        return Failure{std::move(of_policy.error())};
    }
    return Given{*std::move(of_progress), *std::move(of_policy)};
}

std::string project_pointer(std::size_t index) {
    return "/projects/" + std::to_string(index);
}

std::vector<Finding> warnings_of(const MonitoringReport& report) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < report.projects.size(); ++i) {
        for (const Warning& warning : report.projects[i].warnings) {
            Finding finding;
            finding.code = "warning-" + std::string{name(warning.kind)};
            finding.severity =
                warning.level == WarningLevel::red ? Severity::error : Severity::warning;
            finding.message = warning.reason;
            finding.pointer = project_pointer(i);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

std::vector<Finding> decisions_of(const DecisionReport& report) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < report.decisions.size(); ++i) {
        const Decision& decision = report.decisions[i];
        const bool goes_on = decision.decision == DecisionKind::proceed;
        Finding finding;
        finding.code =
            "decision-" + std::string{decision.decision ? name(*decision.decision) : "none"};
        finding.severity = goes_on ? Severity::note : Severity::warning;
        finding.message =
            decision.label.empty() ? decision.why : decision.label + ": " + decision.why;
        finding.pointer = project_pointer(i);
        findings.push_back(std::move(finding));
    }
    return findings;
}

MonitorOptions as_of_day(const char* as_of) {
    return {day_argument(as_of)};
}

} // namespace
} // namespace heng::capi

heng_status heng_monitor(const char* progress, size_t progress_length, const char* policy,
                         size_t policy_length, const char* as_of, heng_report** out,
                         heng_error** error) {
    return heng_monitor_with(progress, progress_length, policy, policy_length, as_of, nullptr, out,
                             error);
}

heng_status heng_monitor_with(const char* progress, size_t progress_length, const char* policy,
                              size_t policy_length, const char* as_of, const heng_options* options,
                              heng_report** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_report> {
        const auto documents =
            given({progress, progress_length, "progress"}, {policy, policy_length, "policy"}, call);
        if (!documents) {
            return heng::Failure{documents.error()};
        }
        const auto report =
            heng::monitor(documents->progress, documents->policy, as_of_day(as_of), call.call);
        if (!report) {
            return heng::Failure{report.error()};
        }
        auto made = report_of(warnings_of(*report),
                              heng::to_json(*report, documents->progress, documents->policy),
                              report->clean);
        add(*made, report->findings);
        return made;
    });
}

heng_status heng_decide(const char* progress, size_t progress_length, const char* policy,
                        size_t policy_length, const char* scores, size_t scores_length,
                        const char* as_of, heng_report** out, heng_error** error) {
    return heng_decide_with(progress, progress_length, policy, policy_length, scores, scores_length,
                            as_of, nullptr, out, error);
}

heng_status heng_decide_with(const char* progress, size_t progress_length, const char* policy,
                             size_t policy_length, const char* scores, size_t scores_length,
                             const char* as_of, const heng_options* options, heng_report** out,
                             heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_report> {
        const auto documents =
            given({progress, progress_length, "progress"}, {policy, policy_length, "policy"}, call);
        if (!documents) {
            return heng::Failure{documents.error()};
        }
        std::vector<heng::ProjectScore> scored;
        if (scores != nullptr || scores_length != 0) {
            auto read = parsed<std::vector<heng::ProjectScore>>(
                {scores, scores_length, "scores"},
                [&](std::string_view text) { return heng::read_scores(text, call.limits); });
            if (!read) {
                return heng::Failure{std::move(read.error())};
            }
            scored = *std::move(read);
        }
        const auto report = heng::decide(documents->progress, documents->policy, scored,
                                         as_of_day(as_of), call.call);
        if (!report) {
            return heng::Failure{report.error()};
        }
        auto made = report_of(decisions_of(*report),
                              heng::to_json(*report, documents->progress, documents->policy),
                              report->clean);
        add(*made, report->findings);
        return made;
    });
}

heng_status heng_policy_builtin(const char* id, heng_report** out, heng_error** error) {
    using namespace heng::capi;
    return make(out, error, [&]() -> Made<heng_report> {
        if (id == nullptr) {
            return heng::Failure{null_argument("id")};
        }
        const auto text = heng::builtin_policy_text(id);
        if (!text) {
            return heng::Failure{text.error()};
        }
        return report_of({}, std::string{*text}, true);
    });
}
