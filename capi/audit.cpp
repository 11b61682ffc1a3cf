// SPDX-License-Identifier: Apache-2.0
//
// heng_audit and heng_reconcile: what is wrong in a printed form or report, as a heng_report.
#include "heng.h"
#include "objects.hpp"
#include "options.hpp"
#include "report.hpp"

#include <heng/audit/audit.hpp>
#include <heng/reconcile/reconcile.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace heng::capi {
namespace {

std::unique_ptr<heng_report> audited(const AuditReport& from) {
    return report_of(from.findings, to_json(from), from.is_clean());
}

std::unique_ptr<heng_report> reconciled(const Reconciliation& from) {
    std::vector<Finding> findings;
    findings.reserve(from.findings.size());
    for (const Mismatch& each : from.findings) {
        findings.push_back(each.finding);
    }
    return report_of(findings, to_json(from), from.is_clean());
}

/// Which of two documents an error is about stands in front of what it says.
Error with_document_said(Error error) {
    if (!error.document.empty()) {
        error.message = error.document + ": " + error.message;
        if (!error.other_message.empty()) {
            error.other_message = error.document + ": " + error.other_message;
        }
    }
    for (Error& other : error.others) {
        other = with_document_said(std::move(other));
    }
    return error;
}

} // namespace
} // namespace heng::capi

heng_status heng_reconcile(const char* claims, size_t claims_length, const char* facts,
                           size_t facts_length, heng_report** out, heng_error** error) {
    return heng_reconcile_with(claims, claims_length, facts, facts_length, nullptr, out, error);
}

heng_status heng_reconcile_with(const char* claims, size_t claims_length, const char* facts,
                                size_t facts_length, const heng_options* options, heng_report** out,
                                heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_report> {
        const auto claims_text = text_argument(claims, claims_length, "claims");
        if (!claims_text) {
            return heng::Failure{claims_text.error()};
        }
        const auto facts_text = text_argument(facts, facts_length, "facts");
        if (!facts_text) {
            return heng::Failure{facts_text.error()};
        }
        const auto found = heng::reconcile(*claims_text, *facts_text, call.limits, call.call);
        if (!found) {
            return heng::Failure{with_document_said(found.error())};
        }
        return reconciled(*found);
    });
}

heng_status heng_audit(const heng_rubric* rubric, const char* json, size_t length,
                       heng_report** out, heng_error** error) {
    return heng_audit_with(rubric, json, length, nullptr, out, error);
}

heng_status heng_audit_with(const heng_rubric* rubric, const char* json, size_t length,
                            const heng_options* options, heng_report** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_report> {
        if (rubric == nullptr) {
            return heng::Failure{null_argument("rubric")};
        }
        const auto text = text_argument(json, length, "json");
        if (!text) {
            return heng::Failure{text.error()};
        }
        const auto report = heng::audit(rubric->document, *text, call.limits, call.call);
        if (!report) {
            return heng::Failure{report.error()};
        }
        return audited(*report);
    });
}
