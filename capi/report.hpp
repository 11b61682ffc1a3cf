// SPDX-License-Identifier: Apache-2.0
//
// heng_report: findings and the same as JSON, every text made when the report is.
//
//     return report_of(report->findings, heng::to_json(*report, plan), report->clean);
#pragma once

#include "error.hpp"
#include "heng.h"
#include "texts.hpp"

#include <heng/lint/lint.hpp>

#include <memory>
#include <string>
#include <vector>

struct heng_report {
    heng::capi::Texts texts;
    std::vector<heng_finding> findings;
    std::string json;
    int32_t complete = 0;
};

namespace heng::capi {

/// HENG_ERROR, HENG_WARNING or HENG_NOTE.
[[nodiscard]] std::int32_t number_of(Severity severity);

/// Appends findings to a report.
void add(heng_report& report, const std::vector<Finding>& findings);

[[nodiscard]] std::unique_ptr<heng_report> report_of(const std::vector<Finding>& findings,
                                                     std::string json, bool complete);

} // namespace heng::capi
