// SPDX-License-Identifier: Apache-2.0
//
// A sheet as its numbers, from a sheet/1 document or from scoring, and its total taken apart.
//
//     const auto sheet = read_sheet(root_reader);       // whole == false: its problems are noted
//     for (const Amount& each : taken_apart(sheet)) …   // Σ amounts is the total, exactly
#pragma once

#include "base/json/reader.hpp"

#include <heng/diff/diff.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::diff {

/// A fact that an item read, as its sheet says it.
struct FlatInput {
    std::string path, value;
};

struct FlatItem {
    std::string id, name, rule, status, why;
    std::optional<std::size_t> parent{};
    int level = 1;
    ItemKind kind = ItemKind::leaf;
    Points points{};
    Points score{};
    Points extra{}; ///< that it may score above its points
    Points floor{}; ///< the least that it may score
    /// Decimal places that its score is written with; none where it is p/q, which is not rounded.
    std::optional<int> places{};
    std::vector<FlatInput> inputs{};
    bool has_children = false;
};

struct FlatAdjustment {
    std::string id, reason;
    std::optional<std::size_t> item{}; ///< none: the total
    Points change{};
};

struct FlatSheet {
    ComparedSheet about;
    Points extra{}; ///< of the total
    Points floor{};
    std::optional<int> places{}; ///< of the total
    std::vector<FlatItem> items{};
    std::vector<FlatAdjustment> adjustments{};
    /// What the bound of each item changed besides its adjustments; the last is the total's.
    std::vector<Points> bounds{};
};

/// An addend of the total.
struct Amount {
    CauseKind kind = CauseKind::unknown; ///< unknown: what a leaf or row scored
    std::string item;                    ///< its id; "" is the total
    std::string name;
    std::string adjustment; ///< the id of an adjustment, or where it stands
    std::string reason;
    Points amount{};
};

/// Reads sheet/1. Problems: those of readers, and `sheet.parent`, `sheet.number`.
[[nodiscard]] FlatSheet read_sheet(const json::Reader& root);

[[nodiscard]] FlatSheet flat_sheet(const ScoreSheet& sheet);

/// The addends of the total, none twice: leaves and rows, then what each node adds to those.
[[nodiscard]] std::vector<Amount> taken_apart(const FlatSheet& sheet);

/// The items that differ in points or score.
[[nodiscard]] std::vector<ItemChange> changed_items(const FlatSheet& from, const FlatSheet& to);

} // namespace heng::detail::diff
