// SPDX-License-Identifier: Apache-2.0
#include "audit/printed_figures.hpp"
#include "base/written_figure.hpp"
#include "reconcile/blank.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace heng::detail::audit {
namespace {

struct DirectionWord {
    std::string_view text;
    Direction direction;
};

constexpr std::array<DirectionWord, 8> words{{
    {"level", Direction::level},
    {"qualitative", Direction::level},
    {"定性", Direction::level},
    {"定性指标", Direction::level},
    {"正向", Direction::at_least},
    {"正向指标", Direction::at_least},
    {"反向", Direction::at_most},
    {"反向指标", Direction::at_most},
}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

Direction direction_of(base::Relation relation) {
    switch (relation) {
    case base::Relation::above:
    case base::Relation::at_least:
        return Direction::at_least;
    case base::Relation::below:
    case base::Relation::at_most:
        return Direction::at_most;
    case base::Relation::equal:
        break;
    }
    return Direction::equal;
}

/// Whether what stands behind the number has a letter or a sign that is no unit's; words in
/// Chinese, and what stands in brackets, explain the figure.
bool has_ascii_word(const base::WrittenFigure& figure) {
    std::string_view rest = reconcile::trimmed(figure.unit);
    rest.remove_prefix(figure.family == base::Family::share && rest.starts_with('%') ? 1 : 0);
    return !rest.empty() && static_cast<unsigned char>(rest.front()) < 0x80U &&
           rest.front() != '(' && rest.front() != ' ';
}

/// 个 and 项 count anything; 人, 名 and 位 count people.
bool same_counter(std::string_view a, std::string_view b) {
    constexpr std::array<std::string_view, 2> general{"个", "项"};
    constexpr std::array<std::string_view, 3> people{"人", "名", "位"};
    const auto in = [](const auto& list, std::string_view word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    return a == b || in(general, a) || in(general, b) || (in(people, a) && in(people, b));
}

/// A unit, and what it is counted by.
struct UnitPer {
    base::UnitWorth unit;
    std::string per;
};

/// 万元/公里 is so many 万元 by 公里. What is counted by itself, as 台/套 and 次/年, is one word.
std::optional<UnitPer> unit_per(std::string_view text) {
    constexpr std::array<std::string_view, 2> slashes{"/", "／"};
    text = reconcile::trimmed(text);
    for (const std::string_view slash : slashes) {
        const std::size_t at = text.find(slash);
        const auto head =
            at == std::string_view::npos ? std::nullopt : base::unit_named(text.substr(0, at));
        if (head && head->family != base::Family::none && head->family != base::Family::counted) {
            return UnitPer{*head, std::string{reconcile::trimmed(text.substr(at + slash.size()))}};
        }
    }
    auto whole = base::unit_named(text);
    return whole ? std::optional{UnitPer{*std::move(whole), {}}} : std::nullopt;
}

/// Units that nothing converts into one another. Points and percentages are both used for 满意度.
bool clash(base::Family a, base::Family b) {
    using base::Family;
    const auto is = [a, b](Family one, Family other) {
        return (a == one && b == other) || (a == other && b == one);
    };
    return a != b && a != Family::none && b != Family::none && !is(Family::share, Family::counted);
}

} // namespace

std::optional<Direction> direction_of(std::string_view word) {
    word = reconcile::trimmed(word);
    for (const DirectionWord& each : words) {
        if (word == each.text) {
            return each.direction;
        }
    }
    const auto relation = base::relation_of(word);
    return relation ? std::optional{direction_of(*relation)} : std::nullopt;
}

std::optional<Figure> figure_of(std::string_view text, const Limits& limits) {
    const auto read = base::read_figure(reconcile::trimmed(text), {limits.digits, limits.exponent});
    if (!read || read->spelled) {
        return std::nullopt; // no number, several, or one that may be two
    }
    const auto by = unit_per(read->unit);
    const bool by_something = by && !by->per.empty();
    if (!read->known_unit && !by_something && has_ascii_word(*read)) {
        return std::nullopt; // 1OO, 99%%
    }
    Figure figure;
    figure.in_percent = read->family == base::Family::share;
    const int own = by_something ? by->unit.power : read->power;
    const int power = own + (figure.in_percent ? 2 : 0);
    const Decimal ten = power < 0 ? Decimal{1, -power} : heng::power(Ratio{10}, power).rounded(0);
    figure.value = power == 0 ? read->number : read->number * ten;
    figure.approximate = read->approximate;
    if (read->relation) {
        figure.direction = direction_of(*read->relation);
    }
    figure.multiple = read->family == base::Family::none && read->power > 0;
    if (by_something) {
        figure.family = by->unit.family;
        figure.factor = by->unit.factor;
        figure.worth = by->unit.worth();
        figure.per = by->per;
    } else if (read->known_unit || read->family != base::Family::counted) {
        figure.family = read->family;
        figure.counter = read->word;
        figure.factor = read->factor;
        figure.worth = read->worth();
    }
    return figure;
}

namespace {

/// A figure without a unit counts in the record's, where that is of the other's family, else in the
/// other's own. One that has a multiple, as 18万, has that of its unit with it.
Ratio in_base_unit(const Figure& figure, const Figure& other, const std::optional<UnitPer>& row) {
    const Ratio number{figure.value};
    if (figure.family != base::Family::none) {
        return number * figure.factor;
    }
    const bool by_row = row && (row->unit.family == other.family || other.family == figure.family);
    if (figure.multiple) {
        return number * (by_row ? row->unit.factor : other.factor);
    }
    return number * (by_row ? row->unit.worth() : other.worth);
}

} // namespace

std::optional<Compared> in_one_unit(const Figure& target, const Figure& actual,
                                    std::string_view row_unit) {
    const auto bare = [](const Figure& each) {
        return each.family == base::Family::none;
    };
    const auto row = unit_per(row_unit);
    const bool both = !bare(target) && !bare(actual);
    const bool unlike =
        both && (target.family != actual.family || !same_counter(target.counter, actual.counter));
    const bool by_unlike = !target.per.empty() && !actual.per.empty() && target.per != actual.per;
    const base::Family written = bare(target) ? actual.family : target.family;
    if (unlike || by_unlike || (!both && row && clash(row->unit.family, written))) {
        return std::nullopt;
    }
    const bool one_multiple = target.multiple != actual.multiple && row && row->unit.power > 0;
    if (target.in_percent || actual.in_percent || (bare(target) && bare(actual) && !one_multiple)) {
        return Compared{Ratio{target.value}, Ratio{actual.value}};
    }
    return Compared{in_base_unit(target, actual, row), in_base_unit(actual, target, row)};
}

std::optional<Printed> printed_at(json::Json json, const Limits& limits) {
    if (!json.is(json::JsonKind::number) && !json.is(json::JsonKind::string)) {
        return std::nullopt;
    }
    const auto figure = figure_of(json.text(), limits);
    if (!figure || figure->direction.value_or(Direction::equal) != Direction::equal ||
        figure->approximate) {
        return std::nullopt;
    }
    return Printed{figure->value, figure->in_percent, json,
                   std::string{reconcile::trimmed(json.text())}};
}

std::optional<Printed> printed_score_at(json::Json json, const Limits& limits) {
    auto printed = printed_at(json, limits);
    const auto figure = printed ? figure_of(json.text(), limits) : std::nullopt;
    if (!figure) {
        return std::nullopt;
    }
    const bool of_points = figure->family == base::Family::none ||
                           (figure->family == base::Family::counted &&
                            (figure->counter == "分" || figure->counter == "points"));
    return of_points ? std::move(printed) : std::nullopt;
}

std::optional<Printed> printed_of_hundred_at(json::Json json, const Limits& limits) {
    auto printed = printed_at(json, limits);
    return printed && printed->in_percent ? std::move(printed) : printed_score_at(json, limits);
}

bool prints_so(const Ratio& exact, const Decimal& value, int scale) {
    if (Ratio{exact.rounded(scale)} == Ratio{value}) {
        return true;
    }
    const int places = value.scale();
    return places > 0 && Ratio{exact.rounded(places)} == Ratio{value};
}

bool is_swapped(const Ratio& exact, const Decimal& value, int scale) {
    std::string digits = value.to_string();
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        const std::size_t next = digits[i + 1] == '.' ? i + 2 : i + 1;
        if (next >= digits.size() || !is_digit(digits[i]) || !is_digit(digits[next]) ||
            digits[i] == digits[next]) {
            continue;
        }
        std::swap(digits[i], digits[next]);
        const auto other = Decimal::parse(digits);
        if (other && prints_so(exact, *other, scale)) {
            return true;
        }
        std::swap(digits[i], digits[next]);
    }
    return false;
}

std::string as_printed(const Ratio& exact, int scale) {
    return exact.rounded(scale).shortest().to_string();
}

} // namespace heng::detail::audit
