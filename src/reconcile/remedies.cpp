// SPDX-License-Identifier: Apache-2.0
#include "number/curve.hpp"
#include "reconcile/figure_names.hpp"
#include "reconcile/messages.hpp"
#include "reconcile/remedies.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::detail::reconcile {
namespace {

/// Five points of the function near the figure, of five different values; else none.
std::vector<Curve::Point> sampled(const Ratio& figure, const OneFigure& formula) {
    const std::array<Ratio, 8> tried{
        figure,
        figure + Ratio{1},
        figure - Ratio{1},
        figure * Ratio{2} + Ratio{3},
        figure / Ratio{2} + Ratio{5},
        figure + Ratio{7},
        figure * Ratio{3} - Ratio{11},
        figure * Ratio{5} + Ratio{13},
    };
    std::vector<Curve::Point> points;
    for (const Ratio& x : tried) {
        const bool known = std::any_of(points.begin(), points.end(),
                                       [&x](const Curve::Point& each) { return each.x == x; });
        auto y = known ? std::nullopt : formula(x);
        if (y) {
            const bool repeated =
                std::any_of(points.begin(), points.end(),
                            [&y](const Curve::Point& each) { return each.y == *y; });
            if (repeated) {
                return {};
            }
            points.push_back({x, std::move(*y)});
        }
        if (points.size() == 5) {
            return points;
        }
    }
    return {};
}

} // namespace

Wanted Wanted::exactly(const Ratio& value) {
    return {value, value, value, [value](const Ratio& given) {
                return given == value;
            }};
}

bool Solution::is_rounding_of(const FactNumber& figure) const {
    const Ratio half = half_unit(figure);
    return lowest < figure.value + half && highest > figure.value - half;
}

std::optional<Solution> solve(const FactNumber& figure, const OneFigure& formula,
                              const Wanted& wanted) {
    const std::vector<Curve::Point> points = sampled(figure.value, formula);
    if (points.empty()) {
        return std::nullopt;
    }
    const auto curve = Curve::through(points[0], points[1], points[2]);
    for (std::size_t i = 3; i < points.size(); ++i) {
        if (!curve || curve->x_at(points[i].y) != points[i].x) {
            return std::nullopt;
        }
    }
    const auto a = curve->x_at(wanted.lowest);
    const auto middle = curve->x_at(wanted.middle);
    const auto b = curve->x_at(wanted.highest);
    if (!a || !middle || !b) {
        return std::nullopt;
    }
    Solution solution{min(*a, *b), max(*a, *b)};
    if (*middle < solution.lowest || *middle > solution.highest) {
        return std::nullopt; // the function has its pole between
    }
    const std::array<Ratio, 3> candidates{
        to_places(figure, *middle, Rounding::half_up),
        to_places(figure, solution.lowest, Rounding::ceiling),
        to_places(figure, solution.highest, Rounding::floor),
    };
    for (const Ratio& candidate : candidates) {
        const auto value = formula(candidate);
        if (value && wanted.holds(*value)) {
            solution.needed = candidate;
            break;
        }
    }
    return solution;
}

RankedRemedy remedy_of(const Figure& figure, const Solution& solution, bool agrees) {
    constexpr int shown_digits = 12;
    const FactNumber& number = *figure.number;
    Remedy remedy;
    remedy.figure = figure.path;
    remedy.where = figure.pointer;
    remedy.printed = std::string{figure.json.text()};
    remedy.needed = shown_like(number, *solution.needed);
    remedy.lowest = solution.lowest.significant(shown_digits);
    remedy.highest = solution.highest.significant(shown_digits);
    remedy.agrees = agrees;
    return {std::move(remedy), change_of(number, *solution.needed)};
}

Ratio change_of(const FactNumber& figure, const Ratio& needed) {
    const Ratio by = abs(needed - figure.value);
    return figure.value.is_zero() ? by : by / abs(figure.value);
}

std::vector<Remedy> ranked(std::vector<RankedRemedy> remedies) {
    std::stable_sort(
        remedies.begin(), remedies.end(), [](const RankedRemedy& a, const RankedRemedy& b) {
            return a.remedy.agrees != b.remedy.agrees ? a.remedy.agrees : a.change < b.change;
        });
    std::vector<Remedy> result;
    for (RankedRemedy& each : remedies) {
        if (result.size() < most_remedies) {
            result.push_back(std::move(each.remedy));
        }
    }
    return result;
}

text::Words said_of(const std::vector<Remedy>& remedies, const FigureNames& names) {
    constexpr std::size_t most = 3;
    text::Words said;
    for (std::size_t i = 0; i < remedies.size() && i < most; ++i) {
        const Remedy& each = remedies[i];
        const text::Sentence& sentence = i == 0 ? say::first_remedy : say::next_remedy;
        said += sentence(names.of_figure(each.figure), each.needed, each.printed);
    }
    return said;
}

Ratio half_unit(const FactNumber& figure) {
    if (figure.places == 0 && !figure.percent) {
        return Ratio{};
    }
    return unit_of(figure) / Ratio{2};
}

Ratio unit_of(const FactNumber& figure) {
    return heng::power(Ratio{10}, -figure.places - (figure.percent ? 2 : 0));
}

Ratio to_places(const FactNumber& like, const Ratio& value, Rounding mode) {
    const Ratio hundred{like.percent ? 100 : 1};
    return Ratio{(value * hundred).rounded(like.places, mode)} / hundred;
}

} // namespace heng::detail::reconcile
