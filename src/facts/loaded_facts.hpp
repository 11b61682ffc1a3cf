// SPDX-License-Identifier: Apache-2.0
//
// What a facts document is read into: a value for every input of the rubric, and where each stands.
#pragma once

#include "base/json/json.hpp"
#include "feel/value.hpp"

#include <heng/limits.hpp>
#include <heng/score/answers.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::facts {

struct GivenAssessment {
    Assessment assessment;
    json::Json place;
    /// Where a band has a range of scores: what is outside counts as the nearest score in it, since
    /// a person would give another where the facts are others.
    bool follows = false;
};

/// The code of the diagnostic of facts of a year in which the rubric is not in force.
inline constexpr std::string_view outside_effective = "outside-effective";

struct LoadedFacts {
    explicit LoadedFacts(json::JsonDocument document) : json(std::move(document)) {}

    json::JsonDocument json; ///< kept for the places of errors
    std::string subject_name;
    std::optional<std::int64_t> subject_year{};
    std::vector<feel::Value> slots;                ///< by input
    std::vector<std::optional<json::Json>> places; ///< by input; none where it is absent
    std::vector<TargetRow> rows;                   ///< of all lists of target records
    std::map<std::string, GivenAssessment, std::less<>> assessed;
    std::vector<Diagnostic> diagnostics; ///< unread facts, and a year of no rubric

    std::optional<json::Json>
        part{}; ///< of a unit: its object; none: the document is about the subject
    /// Of a department whose facts are made of its units': the facts of each, its own first.
    std::shared_ptr<const std::vector<LoadedFacts>> units{};

    /// The most items of a sheet: as many indicators and rows as the limits of the document allow.
    std::size_t most_items = 2 * Limits{}.rows;

    /// The object that "data" stands in.
    [[nodiscard]] json::Json about() const { return part.value_or(json.root()); }
};

} // namespace heng::detail::facts
