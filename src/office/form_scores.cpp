// SPDX-License-Identifier: Apache-2.0
//
// The sheet of scores: formulas, where a rule can be said in them.
#include "office/form_layout.hpp"
#include "office/form_messages.hpp"
#include "office/formulas.hpp"
#include "office/numbers.hpp"

#include <algorithm>
#include <array>

namespace heng::office {
namespace {

std::string listed(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& cell : cells) {
        text += (text.empty() ? "" : ",") + cell;
    }
    return text;
}

/// The sum of scores once each of them is a number.
std::string sum_of(const std::vector<std::string>& cells, const std::string& places) {
    const std::string sum = "SUM(" + listed(cells) + ")";
    return "IF(COUNT(" + listed(cells) + ")=" + std::to_string(cells.size()) + "," +
           (places.empty() ? sum : "ROUND(" + sum + "," + places + ")") + ",\"\")";
}

} // namespace

std::string FormLayout::score_of(const std::string& id) const {
    heng_item item{};
    item.struct_size = sizeof item;
    if (sheet_ == nullptr || heng_sheet_find(sheet_, id.c_str(), &item) != HENG_OK) {
        return {};
    }
    return rounded_number(item.score).value_or("");
}

std::string FormLayout::places_of(const std::string& level, bool leaf) const {
    const Json& rounding = plan_.rubric["rounding"];
    bool rounds = false;
    for (const auto& [key, at] : rounding["at"].members) {
        rounds = rounds || at.scalar == level || (leaf && at.scalar == "leaf");
    }
    if (!rounds) {
        return {};
    }
    const std::string& mode = rounding["mode"].scalar;
    return mode.empty() || mode == "half-up" ? rounding["scale"].scalar : "?";
}

void FormLayout::write_scores() {
    constexpr std::array<unsigned, 4> widths{50, 10, 14, 26};
    book_.sheet(scores_);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        book_.column(i + 1, widths[i], Look::plain);
    }
    book_.merge({1, 1}, {1, widths.size()}, plan_.title, Look::title);
    book_.merge({2, 1}, {2, widths.size()}, in(say::scores_note(plan_.id)), Look::note);
    book_.height(2, 32);
    heading(
        3, {in(say::head_indicator), in(say::head_points), in(say::head_score), in(say::head_how)});
    book_.freeze({4, 1});
    row_ = 4;
    std::vector<std::string> cells;
    write_indicators(plan_.rubric["indicators"], 1, cells);
    const std::string places = places_of("total", false);
    const bool live = places != "?" && !plan_.rubric.has("adjustments") &&
                      !plan_.rubric.has("extra") && !plan_.rubric.has("floor");
    book_.text({row_, 1}, in(say::total), Look::head);
    book_.number({row_, 2}, plan_.rubric["points"].scalar, Look::total);
    if (live) {
        const char* const total = sheet_ == nullptr ? "" : heng_sheet_total(sheet_);
        const auto known = rounded_number(total);
        book_.formula({row_, 3}, sum_of(cells, places), known.value_or(""), known.has_value(),
                      Look::total);
    } else {
        book_.text({row_, 3}, in(say::by_heng), Look::total);
    }
    book_.text({row_, 4}, in(live ? say::sum_of_parts : say::by_heng), Look::total);
    book_.protect(false);
}

void FormLayout::write_indicators(const Json& indicators, int level,
                                  std::vector<std::string>& cells) {
    Formulas formulas{plan_, cells_};
    for (const auto& [key, indicator] : indicators.members) {
        const std::size_t row = row_++;
        const bool leaf = !indicator.has("indicators");
        const std::string places = places_of("level-" + std::to_string(level), leaf);
        std::optional<std::string> formula;
        if (!leaf) {
            std::vector<std::string> below;
            write_indicators(indicator["indicators"], level + 1, below);
            const bool plain = !indicator.has("adjustments") && !indicator.has("extra") &&
                               !indicator.has("floor") && !indicator.has("not_applicable");
            if (plain && places != "?") {
                formula = sum_of(below, places);
            }
        } else if (places != "?") {
            formula = formulas.leaf(indicator, places, in(say::by_heng));
        }
        const std::string indent(static_cast<std::size_t>(level - 1) * 4, ' ');
        book_.text({row, 1}, indent + indicator["name"].scalar, leaf ? Look::label : Look::head);
        book_.number({row, 2}, indicator["points"].scalar, Look::score);
        const std::string known = score_of(indicator["id"].scalar);
        if (formula) {
            book_.formula({row, 3}, *formula, known, !known.empty(), Look::score);
        } else {
            book_.text({row, 3}, in(say::by_heng), Look::score);
        }
        book_.text({row, 4},
                   in(!formula ? say::by_heng
                      : leaf   ? say::live
                               : say::sum_of_parts),
                   Look::label);
        cells.push_back(cell_name(row, 3));
    }
}

} // namespace heng::office
