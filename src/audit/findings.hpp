// SPDX-License-Identifier: Apache-2.0
//
// Writing what audit and reconcile found, for people and for machines.
//
//     JsonWriter json{JsonWriter::Style::indented};
//     json.begin_object().key("findings");
//     add_findings(json, findings);                       // […]
//     json.key("recomputed")…
//
//     std::cout << findings_text(findings, "claims.json");
//     // claims.json:12:24: error: … [ratio-mismatch, at /claims/0/printed]
#pragma once

#include "document/json/writer.hpp"

#include <heng/audit/finding.hpp>

#include <span>
#include <string>
#include <string_view>

namespace heng::form {

/// The members of one finding, into an object that is open: code, severity, where, message,
/// expected?, found?, line and column (both only where the place is known).
void add_finding_members(document::JsonWriter& json, const FormFinding& finding);

/// The findings as a list of objects, where a value may stand.
void add_findings(document::JsonWriter& json, std::span<const FormFinding> findings);

/// `DOCUMENT:LINE:COLUMN: severity: message [code, at pointer]` and a line end.
[[nodiscard]] std::string finding_line(const FormFinding& finding, std::string_view document);

/// A finding a line.
[[nodiscard]] std::string findings_text(std::span<const FormFinding> findings,
                                        std::string_view document);

} // namespace heng::form
