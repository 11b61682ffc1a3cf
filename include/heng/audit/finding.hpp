// SPDX-License-Identifier: Apache-2.0
//
// A finding of audit or reconcile about a printed form.
//
//     {"code":"ratio-mismatch","severity":"error","where":"/claims/0/printed",
//      "message":"支出进度印 99.81%，按印出的数字应为 99.09%","expected":"99.09%","found":"99.81%"}
#pragma once

#include <heng/document/severity.hpp>
#include <heng/result.hpp>

#include <optional>
#include <string>

namespace heng {

struct FormFinding {
    std::string code; ///< one of audit_codes; stable
    Severity severity = Severity::error;
    std::string where{};                   ///< JSON Pointer into the document; "" is all of it
    std::string message{};                 ///< one sentence, in the rubric's or claims' language
    std::optional<std::string> expected{}; ///< the exact value, as it would print
    std::optional<std::string> found{};    ///< the printed value, as it stands there
    Place place{};                         ///< place of `where`: line and column from 1
};

} // namespace heng
