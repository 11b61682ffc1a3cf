// SPDX-License-Identifier: Apache-2.0
//
// The score sheet (评分表), the result of scoring. Every number is exact; where the rubric rounds, the
// rounded number is the score, and the next level adds up the scores as shown.
//
//     const ScoreSheet& sheet = *score(facts);
//     std::cout << sheet.total_text() << ' ' << sheet.grade << '\n';      // 94.25 优
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/percent.hpp>
#include <heng/number/points.hpp>
#include <heng/rubric/rubric.hpp>
#include <heng/score/reason.hpp>
#include <heng/score/units.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng {

/// Returns the text of a score or of points: with at least `scale` decimal places if it was rounded
/// (3.00), else the shortest exact decimal, or p/q if the decimal does not end or passes the limits
/// of a Decimal. Never throws NumberError. Precondition: the scale is at most 1,000; below 0 it is
/// ignored.
[[nodiscard]] inline std::string text_of(const Points& points, std::optional<int> scale) {
    const int places = scale.value_or(-1);
    const auto fits = places >= 0 ? points.value().decimal_within(places) : std::nullopt;
    return fits ? fits->rounded(places).to_string() : points.to_string();
}

/// Returns the rate of a score, such as "99.92%": half-up to two places, for display only. "" if
/// the points are 0.
[[nodiscard]] inline std::string rate_text(const Points& score, const Points& points) {
    if (points == Points{}) {
        return {};
    }
    return Percent::of(score / points).to_string();
}

/// How an item came to its score: by its rule, by not applying, or by a person.
enum class ItemStatus : std::uint8_t { scored, not_applicable, assessed };

[[nodiscard]] constexpr std::string_view name(ItemStatus status) {
    switch (status) {
    case ItemStatus::scored:
        return "scored";
    case ItemStatus::not_applicable:
        return "not-applicable";
    case ItemStatus::assessed:
        break;
    }
    return "assessed";
}

[[nodiscard]] constexpr std::string_view name(ItemKind kind) {
    switch (kind) {
    case ItemKind::branch:
        return "branch";
    case ItemKind::leaf:
        return "leaf";
    case ItemKind::row:
        break;
    }
    return "row";
}

/// A fact that a score was computed from. Both members point into the sheet's `texts`.
struct InputRead {
    std::string_view path;
    std::string_view value; ///< with its unit
};

/// One line of the sheet: a branch, a leaf, or a row of a targets leaf.
struct Item {
    std::string id;
    std::string name;
    std::optional<std::size_t> parent{}; ///< index of the item above; empty at the top
    std::size_t indicator = 0;           ///< the indicator's number, counted parents first
    int level = 1;                       ///< 1 is the top
    ItemKind kind = ItemKind::leaf;
    std::string_view rule{}; ///< the rule kind; "" for a branch
    Points points{};         ///< the points in play
    Points score{};
    Points exact{};             ///< the score before it was rounded, within its room
    Beyond beyond{};            ///< the room outside 0 … points; none of what has left
    std::optional<int> scale{}; ///< decimal places, if the rubric rounds this item
    ItemStatus status = ItemStatus::scored;
    Basis basis = Basis::local;
    Reason reason{};

    // These point into the sheet's `texts`: copy what must outlive the sheet and its copies.
    std::string_view why{}; ///< one sentence with the numbers in it
    /// The facts that were read; empty from "unlisted-inputs" on.
    std::span<const InputRead> inputs{};
    std::string_view recover{}; ///< how to win the lost points back, or ""

    /// Returns points − score: below 0 where a bonus brought the score above the points.
    [[nodiscard]] Points lost() const { return points - score; }
    [[nodiscard]] std::string points_text() const { return text_of(points, scale); }
    [[nodiscard]] std::string score_text() const { return text_of(score, scale); }
    [[nodiscard]] std::string lost_text() const { return text_of(lost(), scale); }
    [[nodiscard]] std::string rate() const { return rate_text(score, points); }
};

/// An adjustment whose condition held, and what it changed.
struct Adjusted {
    Adjustment adjustment;
    std::optional<std::size_t> item{}; ///< index of the item; empty for the total
    Points before{};
    Points after{};
    Points amount{};            ///< in points: the adjustment's value, or what the facts gave
    std::string grade_before{}; ///< of `grade_at_most`, whose `after` is `before`
    std::string grade_after{};
};

/// A remark for the reader that is no error.
struct Diagnostic {
    std::string code;  ///< stable, such as "unread-fact"
    std::string where; ///< an item's id or a JSON Pointer into the facts
    std::string message;
};

/// The sheet. All scores are exact and in points.
struct ScoreSheet {
    std::string rubric_id;
    std::string rubric_title;
    Language language = Language::zh;
    Points points{}; ///< full marks
    Beyond beyond{}; ///< the room of the total outside 0 … points
    Points total{};
    Points exact{};            ///< the total before it was rounded
    int scale = 2;             ///< the least number of decimal places that a total is shown with
    std::string grade;         ///< "" if the rubric has none for this total
    std::vector<Item> items{}; ///< in the rubric's order, parents before children
    std::vector<Adjusted> adjustments{};
    std::vector<Diagnostic> diagnostics{};
    std::vector<UnitCost> units{}; ///< for a department with units: what each cost, see units.hpp
    /// The texts that items point to; copies of the sheet share them.
    std::shared_ptr<const void> texts{};

    [[nodiscard]] std::string total_text() const { return text_of(total, scale); }
    [[nodiscard]] std::string points_text() const { return text_of(points, scale); }
    [[nodiscard]] std::string rate() const { return rate_text(total, points); }

    /// Returns the item with this id, or null. O(items).
    [[nodiscard]] const Item* find(std::string_view id) const {
        for (const Item& item : items) {
            if (item.id == id) {
                return &item;
            }
        }
        return nullptr;
    }
};

} // namespace heng
