// SPDX-License-Identifier: Apache-2.0
//
// heng_report: what heng_lint found, and what every report's findings are read by.
#include "messages.hpp"
#include "options.hpp"
#include "report.hpp"
#include "structs.hpp"

#include <heng/lint/lint.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace heng::capi {

std::int32_t number_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return HENG_ERROR;
    case Severity::warning:
        return HENG_WARNING;
    case Severity::note:
        break;
    }
    return HENG_NOTE;
}

namespace {

heng_finding finding_of(const Finding& from, Texts& texts) {
    heng_finding finding{};
    finding.struct_size = sizeof finding;
    finding.code = texts.keep(from.code);
    finding.message = texts.keep(from.message);
    finding.pointer = texts.keep(from.pointer);
    finding.witness = from.witness.empty() ? nullptr : texts.keep(from.witness);
    finding.accepted = from.accepted ? texts.keep(*from.accepted) : nullptr;
    finding.line = from.place.line;
    finding.column = from.place.column;
    finding.severity = number_of(from.severity);
    finding.expected = from.expected ? texts.keep(*from.expected) : nullptr;
    finding.found = from.found ? texts.keep(*from.found) : nullptr;
    return finding;
}

} // namespace

void add(heng_report& report, const std::vector<Finding>& findings) {
    for (const Finding& each : findings) {
        report.findings.push_back(finding_of(each, report.texts));
    }
}

std::unique_ptr<heng_report> report_of(const std::vector<Finding>& findings, std::string json,
                                       bool complete) {
    auto report = std::make_unique<heng_report>();
    add(*report, findings);
    report->json = std::move(json);
    report->complete = complete ? 1 : 0;
    return report;
}

} // namespace heng::capi

heng_status heng_lint(const char* json, size_t length, heng_report** out, heng_error** error) {
    return heng_lint_with(json, length, nullptr, out, error);
}

heng_status heng_lint_with(const char* json, size_t length, const heng_options* options,
                           heng_report** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_report> {
        const auto text = text_argument(json, length, "json");
        if (!text) {
            return heng::Failure{text.error()};
        }
        const auto report = heng::lint(*text, call.limits, call.call);
        if (!report) {
            return heng::Failure{report.error()};
        }
        return report_of(report->findings, heng::to_json(*report, true), report->complete);
    });
}

int32_t heng_report_complete(const heng_report* report) {
    return report == nullptr ? 0 : report->complete;
}

size_t heng_report_count(const heng_report* report) {
    return report == nullptr ? 0 : report->findings.size();
}

heng_status heng_report_finding(const heng_report* report, size_t index, heng_finding* finding) {
    using namespace heng::capi;
    return guarded(nullptr, [&]() -> heng::Result<void> {
        if (auto cleared = clear(finding, "finding"); !cleared) {
            return cleared;
        }
        if (report == nullptr) {
            return heng::Failure{null_argument("report")};
        }
        if (index >= report->findings.size()) {
            return heng::Failure{
                heng::detail::text::error_of(heng::Status::not_found, "report.no-such-finding",
                                             say::no_finding(std::to_string(index)))};
        }
        fill(finding, report->findings[index]);
        return {};
    });
}

const char* heng_report_json(const heng_report* report, size_t* length) {
    if (length != nullptr) {
        *length = report == nullptr ? 0 : report->json.size();
    }
    return report == nullptr ? nullptr : report->json.c_str();
}

void heng_report_free(heng_report* report) {
    delete report;
}
