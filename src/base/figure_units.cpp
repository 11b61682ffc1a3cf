// SPDX-License-Identifier: Apache-2.0
#include "base/figure_text.hpp"
#include "base/figure_units.hpp"

#include <algorithm>

namespace heng::detail::base {
namespace {

std::optional<UnitWorth> plain_unit(std::string_view text) {
    for (const KnownUnit& each : units) {
        if (each.text == text) {
            return UnitWorth{each.family, each.power, Ratio{each.numerator, each.denominator},
                             each.family == Family::counted ? std::string{text} : std::string{}};
        }
    }
    if (std::find(counters.begin(), counters.end(), text) != counters.end()) {
        return UnitWorth{Family::counted, 0, Ratio{1}, std::string{text}};
    }
    return std::nullopt;
}

} // namespace

Ratio UnitWorth::worth() const {
    return heng::power(Ratio{10}, power) * factor;
}

Ratio WrittenFigure::worth() const {
    return heng::power(Ratio{10}, power) * factor;
}

std::optional<UnitWorth> unit_named(std::string_view unit) {
    unit = without_spaces_before(without_spaces_behind(unit));
    if (unit.empty()) {
        return UnitWorth{};
    }
    if (auto plain = plain_unit(unit)) {
        return plain;
    }
    for (const Multiple& multiple : multiples) {
        if (!unit.starts_with(multiple.text)) {
            continue;
        }
        const std::string_view rest = unit.substr(multiple.text.size());
        auto counted = rest.empty() ? UnitWorth{} : plain_unit(rest);
        if (counted && counted->family != Family::share) {
            counted->power += multiple.power;
            return counted;
        }
    }
    return std::nullopt;
}

std::optional<Relation> relation_of(std::string_view text) {
    text = without_spaces_before(without_spaces_behind(text));
    for (const Operator& each : operators) {
        if (each.text == text) {
            return each.relation;
        }
    }
    return std::nullopt;
}

} // namespace heng::detail::base
