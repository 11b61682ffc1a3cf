// SPDX-License-Identifier: Apache-2.0
//
// A printed form, read as it stands: the facts that can be used, the rows of its targets, and the
// figures that it prints. What can't be used is a finding or is absent; nothing is refused.
//
//     Form form{*parsed, compiled, limits};
//     form.findings        // "约99%" is no number, …
//     form.rows[3].judged  // how far the fourth target was met can be told
#pragma once

#include "audit/printed_figures.hpp"
#include "base/json/json.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"

#include <heng/finding.hpp>
#include <heng/limits.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::audit {

/// At a value of the document. Its place is counted later, of all findings in one pass: until then
/// place.line is an offset.
[[nodiscard]] inline Finding finding(std::string_view code, Severity severity, json::Json where,
                                     std::string message) {
    Finding found;
    found.code = code;
    found.severity = severity;
    found.pointer = where.pointer();
    found.message = std::move(message);
    found.place = {where.offset(), 0};
    return found;
}

/// How a row can be judged.
enum class Judged : std::uint8_t {
    not_at_all, ///< a number is missing or a text
    by_numbers, ///< target and actual are numbers
    by_level,   ///< a range: the evaluator picks inside it
    by_rate,    ///< a level with the rate that was picked
};

/// A target record as it was printed; its TargetRow is LoadedFacts::rows with the same index.
struct FormRow {
    json::Json place;
    std::string name{};
    Judged judged = Judged::not_at_all;
    bool has_points = false;
    bool has_reason = false;
    bool told = false; ///< a finding says why it can't be judged
    std::optional<Printed> published{};
    std::optional<json::Json> target{};
    std::optional<json::Json> actual{};
};

struct Form {
    Form(const json::JsonDocument& json, const document::CompiledRubric& rubric,
         const Limits& limits);

    facts::LoadedFacts facts;
    std::vector<FormRow> rows; ///< by LoadedFacts::rows
    std::vector<Finding> findings;

    bool has_data = false;                                ///< without it nothing can be recomputed
    std::map<std::string, Printed, std::less<>> scores{}; ///< by what the form calls it
    std::map<std::string, Printed, std::less<>> points{};
    std::map<std::string, Printed, std::less<>> rates{};
    std::optional<Printed> total{};
    std::optional<Printed> full{};
    std::optional<json::Json> grade{}; ///< a text
    std::string reasons{};             ///< one paragraph for the whole form, or ""
    std::optional<bool> complete{};
};

} // namespace heng::detail::audit
