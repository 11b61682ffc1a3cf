// SPDX-License-Identifier: Apache-2.0
//
// Filling a Mustache template. The template library is seen in pattern.cpp alone.
//
//     Result<std::string> text = fill_pattern("# {{subject}}", draft, ReportFormat::markdown);
#pragma once

#include "report/tree.hpp"

#include <heng/limits.hpp>
#include <heng/report/report.hpp>
#include <heng/result.hpp>

#include <string>
#include <string_view>

namespace heng::detail::report {

/// Errors: report.template (the template is not UTF-8 or has a NUL, can't be read, or nests its
/// sections too deep), limit.bytes (it is longer than a document may be), limit.draft (it has too
/// many parts, or the draft would be more than 64 MiB: lists in one another multiply).
[[nodiscard]] Result<std::string> fill_pattern(std::string_view pattern, Object draft,
                                               ReportFormat format, const Limits& limits);

/// The built-in template: of a department's report, or of a project's form.
[[nodiscard]] std::string_view built_in_pattern(Language language, ReportFormat format,
                                                bool project);

} // namespace heng::detail::report
