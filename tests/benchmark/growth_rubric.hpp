// SPDX-License-Identifier: Apache-2.0
//
// Rubrics of any size, with a mix of rule kinds, and documents for them.
//
//     growth_rubric(1'000);                // the text of a rubric of 1,000 indicators
//     Chance chance;
//     growth_facts(1'000, chance, extra);  // a line of facts/1 for it
#pragma once

#include "chance.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace heng::benchmarks {

/// An indicator's inputs, and the rest of it. "#" is its number.
struct GrowthKind {
    std::string_view inputs;
    std::string_view rule;
};

inline constexpr std::array<GrowthKind, 7> growth_kinds{
    {{R"("p#.actual": {"type": "money", "minimum": 0}, "p#.target": {"type": "money",
      "minimum": "0.01"})",
      R"("measure": "p#.actual / p#.target", "rule": {"kind": "proportional", "cap": 1})"},
     {R"("b#.done": {"type": "count"}, "b#.planned": {"type": "count", "minimum": 1})",
      R"--("measure": "b#.done / b#.planned", "rule": {"kind": "bands", "bands": [
      {"in": ">= 0.95", "score": 10}, {"in": "[0.8..0.95)", "score": 7.5},
      {"in": "[0.6..0.8)", "score": 4}, {"in": "< 0.6", "score": 0}]})--"},
     {R"("o#.late": {"type": "count"})",
      R"("rule": {"kind": "occurrences", "each": [{"count": "o#.late", "deduct": "1.25"}]})"},
     {R"("c#.a": {"type": "boolean"}, "c#.b": {"type": "boolean"}, "c#.c": {"type": "boolean"})",
      R"("rule": {"kind": "checklist", "items": [{"id": "c#a", "when": "c#.a", "score": 4},
      {"id": "c#b", "when": "c#.b", "score": 3}, {"id": "c#c", "when": "c#.c", "score": 3}]})"},
     {R"("v#.found": {"type": "count"})",
      R"("rule": {"kind": "condition", "when": "v#.found = 0"})"},
     {R"("i#.rate": {"type": "number", "minimum": 0})",
      R"("measure": "i#.rate", "rule": {"kind": "interpolate",
      "knots": [[0, 0], [0.5, 4], [0.9, 8.5], [1, 10]]})"},
     {R"("s#.before": {"type": "money"}, "s#.after": {"type": "money"})",
      R"("measure": "s#.after - s#.before", "rule": {"kind": "step", "norm": 0, "side": "above",
      "every": "0.5", "deduct": "0.2", "part": "whole"})"}}};

inline std::string numbered(std::string_view text, std::size_t number) {
    std::string made;
    for (const char c : text) {
        c == '#' ? made += std::to_string(number) : made += c;
    }
    return made;
}

inline constexpr std::size_t growth_group = 10; ///< indicators under a branch

inline std::string growth_rubric(std::size_t indicators) {
    const std::string points = std::to_string(10 * indicators);
    std::string inputs;
    std::string tree;
    for (std::size_t i = 0; i < indicators; ++i) {
        const GrowthKind& kind = growth_kinds.at(i % growth_kinds.size());
        const std::string id = std::to_string(i);
        inputs += (i == 0 ? "" : ", ") + numbered(kind.inputs, i);
        if (i % growth_group == 0) {
            tree += std::string{i == 0 ? "" : "]}, "} + R"({"id": "g)" + id +
                    R"(", "name": "group )" + id + R"(", "points": ")" +
                    std::to_string(10 * growth_group) + R"(", "indicators": [)";
        } else {
            tree += ", ";
        }
        tree += R"({"id": "i)" + id + R"(", "name": "indicator )" + id + R"(", "points": "10", )" +
                numbered(kind.rule, i) + '}';
    }
    const std::string most = std::to_string(9 * indicators);
    return R"({"heng": "rubric/1", "id": "growth", "title": "growth", "basis": "local",
        "source": "made", "language": "en", "unit": "万元", "points": ")" +
           points + R"(", "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf", "total"]},
        "grades": [{"in": ">= )" +
           most + R"(", "grade": "A"}, {"in": "< )" + most + R"(", "grade": "B"}], "inputs": {)" +
           inputs + R"(}, "indicators": [)" + tree + "]}]}";
}

/// A fact's JSON by the letter of its input.
inline std::string growth_value(char kind, Chance& chance) {
    const auto cents = [](std::int64_t value) {
        const std::string rest = std::to_string(100 + value % 100);
        return std::to_string(value / 100) + '.' + rest.substr(1);
    };
    switch (kind) {
    case 'p':
        return cents(chance.between(100, 99'999'999));
    case 'b':
        return std::to_string(chance.between(1, 60));
    case 'c':
        return chance.up_to(3) == 0 ? "false" : "true";
    case 'i':
        return cents(chance.between(1, 120));
    case 's':
        return cents(chance.between(1'000, 2'000));
    default: // o, v
        return std::to_string(chance.up_to(4));
    }
}

/// `more` is put behind the last fact of "data".
inline std::string growth_facts(std::size_t indicators, Chance& chance,
                                std::string_view more = "") {
    std::string data;
    for (std::size_t i = 0; i < indicators; ++i) {
        const std::string_view inputs = growth_kinds.at(i % growth_kinds.size()).inputs;
        const char kind = inputs[1];
        std::string group;
        for (std::size_t dot = inputs.find("#."); dot != std::string_view::npos;
             dot = inputs.find("#.", dot + 1)) {
            const std::size_t end = inputs.find('"', dot);
            group += (group.empty() ? "\"" : ",\"");
            group += inputs.substr(dot + 2, end - dot - 2);
            group += "\":" + growth_value(kind, chance);
        }
        data += (data.empty() ? "\"" : ",\"");
        data += kind + std::to_string(i) + "\":{" + group + '}';
    }
    return R"({"heng":"facts/1","subject":{"name":"unit","year":2023},"unit":"万元","data":{)" +
           data + std::string{more} + "}}";
}

/// One indicator of the share of contracts that are late and long.
inline constexpr std::string_view list_rubric =
    R"--({"heng": "rubric/1", "id": "rows", "title": "rows",
    "basis": "local", "source": "made", "points": "10",
    "inputs": {"contracts": {"type": "list", "of": {"late": {"type": "boolean"},
        "days": {"type": "count"}}}},
    "indicators": [{"id": "late", "name": "late", "points": "10",
        "measure": "count(contracts[late and days > 30]) / count(contracts)",
        "rule": {"kind": "proportional", "if_zero_denominator": "full"}}]})--";

/// A document for it with so many contracts.
inline std::string growth_list(std::size_t elements, Chance& chance) {
    std::string list;
    for (std::size_t i = 0; i < elements; ++i) {
        list += std::string{i == 0 ? "" : ","} + R"({"late":)" +
                (chance.up_to(1) == 0 ? "true" : "false") +
                ",\"days\":" + std::to_string(chance.up_to(60)) + '}';
    }
    return R"({"heng":"facts/1","data":{"contracts":[)" + list + "]}}";
}

/// One indicator of target rows that weigh the same.
inline constexpr std::string_view targets_rubric = R"({"heng": "rubric/1", "id": "targets",
    "title": "targets", "basis": "local", "source": "made", "points": "90",
    "rounding": {"scale": 2, "mode": "half-up", "at": ["row", "leaf"]},
    "inputs": {"targets": {"type": "list", "of": "target"}},
    "indicators": [{"id": "targets", "name": "targets", "points": "90",
        "rule": {"kind": "targets", "rows": "targets", "weights": "equal", "dialect": "80-60"}}]})";

/// A document for it with so many rows, a fifth of them by level.
inline std::string growth_targets(std::size_t rows, Chance& chance) {
    std::string list;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::int64_t target = chance.between(100, 9'999);
        const std::int64_t actual = target * chance.between(50, 130) / 100;
        list += std::string{i == 0 ? "" : ","} + R"({"name":"target )" + std::to_string(i) + "\"," +
                (chance.up_to(4) == 0
                     ? R"("direction":"level","level":"partly","rate":")" +
                           std::to_string(chance.between(60, 79)) + "%\"}"
                     : R"("direction":">=","target":")" + std::to_string(target) +
                           R"(","actual":")" + std::to_string(actual) + R"(","unit":"km"})");
    }
    return R"({"heng":"facts/1","data":{"targets":[)" + list + "]}}";
}

} // namespace heng::benchmarks
