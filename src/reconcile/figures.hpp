// SPDX-License-Identifier: Apache-2.0
//
// The figures of a facts/1 document, without a rubric: every path of its `data`, each with its
// value and its place.
//
//     Figures figures = read_figures(root);            // problems: facts.*
//     const Figure* spent = figures.find("budget.executed");
//     spent->number, spent->places, spent->pointer     // 522688.65, 2, /data/budget/executed
//
// Objects are groups, all else is a figure. A text that reads as a number or a percentage is that
// number; lists are lists of such values, and their records contexts. Money stays in the document's
// unit. Keys that are no names ("", with a point) are passed over, since no formula can name them.
#pragma once

#include "base/json/reader.hpp"
#include "base/text/messages.hpp"
#include "feel/scope.hpp"
#include "feel/value.hpp"
#include "reconcile/figure_names.hpp"

#include <heng/budget/money.hpp>
#include <heng/number/ratio.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::reconcile {

/// A number as it is printed in a facts document.
struct FactNumber {
    Ratio value;
    int places = 0;       ///< that it shows; of a percentage: of the hundredths
    bool percent = false; ///< "99.09%"
};

/// The number of a JSON number, or of a text that reads as a number or percentage, also as people
/// write them ("5,000", "96.6 ％", "(486.2)"). Money is one where `unit` is given, to whole units
/// or less of it: "57,622万元" in 万元, not "1.2亿元", whose places it does not show.
[[nodiscard]] std::optional<FactNumber> fact_number(json::Json json, const Limits& limits,
                                                    std::optional<MoneyUnit> unit = {});

/// The number at a path of names in `data`, without reading all of it. O(members) of each object.
[[nodiscard]] std::optional<FactNumber> number_at(json::Json data, std::string_view path,
                                                  const Limits& limits);

/// `value` with as many places as `like` shows, and as a percentage where it is one.
[[nodiscard]] std::string shown_like(const FactNumber& like, const Ratio& value);

struct Figure {
    std::string path;
    json::Json json;
    std::optional<FactNumber> number{}; ///< where it is one
    std::string pointer{};              ///< JSON Pointer, kept: to find it is linear
};

struct Figures {
    std::optional<MoneyUnit> unit{};
    std::vector<Figure> list{};       ///< by slot
    std::vector<feel::Value> slots{}; ///< by slot
    feel::Scope scope{};
    std::optional<json::Json> data{};
    FigureNames names{};

    /// A figure that is a number; nullptr where there is none.
    [[nodiscard]] const Figure* find_number(std::string_view path) const;
};

/// Reads the document as far as formulas do. Problems: facts.heng, facts.type, facts.missing,
/// facts.unit, facts.unknown-key; limit.rows past `limits.rows` figures; limit.bytes where their
/// paths repeat more than 8 MiB of the keys that they are under.
[[nodiscard]] Figures read_figures(const json::Reader& root);

/// Facts that look like figures and are texts to a formula ("约5", "1.2亿元" in 万元): where a
/// formula that reads one can't be computed, the reason is that text, with what to write instead.
class TextFigures {
  public:
    /// O(document).
    explicit TextFigures(const Figures& figures);

    /// O(size() × formula).
    [[nodiscard]] std::optional<text::Words> first_in(std::string_view formula) const;

    [[nodiscard]] std::size_t size() const { return list_.size(); }

  private:
    struct TextFigure {
        std::string_view path;
        std::string shown; ///< the path, of an item of a list with its place
        std::string_view text;
    };

    std::optional<MoneyUnit> unit_{};
    std::vector<TextFigure> list_{};
};

} // namespace heng::detail::reconcile
