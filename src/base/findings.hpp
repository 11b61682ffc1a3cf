// SPDX-License-Identifier: Apache-2.0
//
// Writing findings for machines; to_text of heng/finding.hpp writes them for people.
//
//     JsonWriter json{JsonWriter::Style::indented};
//     json.begin_object().key("findings");
//     add_findings(json, report.findings, PlaceKeys::pointer);            // […]
#pragma once

#include "base/json/writer.hpp"

#include <heng/finding.hpp>
#include <heng/language.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace heng::detail::base {

/// The keys that hold the place: audit and reconcile write "where" too, for readers of old.
enum class PlaceKeys : std::uint8_t { pointer, pointer_and_where };

/// The members of one finding, into an object that is open: code, severity, where?, message,
/// pointer, expected?, found?, line and column (both only where the place is known), witness?,
/// example?, accepted?.
void add_finding_members(json::JsonWriter& json, const Finding& finding, PlaceKeys keys);

/// The findings as a list of objects, where a value may stand.
void add_findings(json::JsonWriter& json, std::span<const Finding> findings, PlaceKeys keys);

/// As to_text of heng/finding.hpp, with its words in this language.
[[nodiscard]] std::string findings_text(std::span<const Finding> findings,
                                        std::string_view document, bool all, Language language);

} // namespace heng::detail::base
