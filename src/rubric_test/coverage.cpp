// SPDX-License-Identifier: Apache-2.0
#include "base/text/speech.hpp"
#include "rubric_test/coverage.hpp"
#include "rubric_test/messages.hpp"
#include "rule/kind.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace heng::detail::rubric_test {
namespace {

std::vector<std::string> rule_points(const Indicator& indicator, Language language) {
    return indicator.is_branch()
               ? std::vector<std::string>{}
               : rule::kind_of(indicator.rule).points(indicator, rule::Say{language});
}

/// Indexes of rule_points; of an item that a rule scored.
std::vector<std::size_t> reached(const Indicator& indicator, const ScoreSheet& sheet,
                                 std::size_t item) {
    if (indicator.is_branch()) {
        return {};
    }
    if (std::holds_alternative<ByUnits>(sheet.items[item].reason)) {
        const bool assessed = std::holds_alternative<Assessed>(indicator.rule);
        return assessed ? std::vector<std::size_t>{0} // each unit came its own way
                        : std::vector<std::size_t>{};
    }
    return rule::kind_of(indicator.rule).reached(indicator, {sheet, item});
}

/// What tests reach of an adjustment, in the order of its points.
namespace reaches {
enum Point : std::size_t {
    failed,
    held_once,
    changed,
    came_to_none,
    came_to_some,
    bounded,
    of_adjustment, ///< so many
};
} // namespace reaches

} // namespace

CoverageCounter::CoverageCounter(const document::CompiledRubric& compiled) : compiled_(compiled) {
    const Rubric& rubric = compiled.rubric;
    Coverage whole{{}, rubric.title, {}};
    Place place;
    for (const Grade& grade : rubric.grades) {
        whole.points.push_back({grade.grade, 0});
    }
    place.adjustments = whole.points.size();
    declare(rubric.adjustments, whole);
    place.beyond = whole.points.size();
    declare(rubric.points, rubric.beyond, whole);
    all_.push_back(std::move(whole));
    places_.push_back(place);
    for (const PlacedIndicator& each : IndicatorTree{rubric.indicators}) {
        declare(*each);
    }
}

void CoverageCounter::declare(const Indicator& indicator) {
    const text::Speech words{compiled_.rubric.language};
    Coverage coverage{indicator.id, indicator.name, {}};
    Place place{&indicator};
    for (std::string& label : rule_points(indicator, compiled_.rubric.language)) {
        coverage.points.push_back({std::move(label), 0});
    }
    place.not_applicable = coverage.points.size();
    if (indicator.not_applicable) {
        coverage.points.push_back({words(say::not_applicable), 0});
        coverage.points.push_back({words(say::applicable), 0});
    }
    place.adjustments = coverage.points.size();
    declare(indicator.adjustments, coverage);
    place.beyond = coverage.points.size();
    declare(indicator.points, indicator.beyond, coverage);
    all_.push_back(std::move(coverage));
    places_.push_back(place);
}

void CoverageCounter::declare(const std::vector<Adjustment>& adjustments,
                              Coverage& coverage) const {
    for (std::size_t i = 0; i < adjustments.size(); ++i) {
        const std::string& id = adjustments[i].id;
        declare(adjustments[i], id.empty() ? std::to_string(i + 1) : id, coverage);
    }
}

/// As many for each, in the order of reaches::Point; those that it can't reach are "", and left
/// out.
void CoverageCounter::declare(const Adjustment& adjustment, const std::string& name,
                              Coverage& coverage) const {
    const text::Speech words{compiled_.rubric.language};
    const auto add = [&](bool can, const text::Words& label) {
        coverage.points.push_back({can ? words(label) : std::string{}, 0});
    };
    const bool grade = adjustment.kind == Adjustment::Kind::grade_at_most;
    const auto& bound = adjustment.each_at_most;
    add(!adjustment.always, say::adjustment_fails(name));
    add(!adjustment.always, say::adjustment_holds(name));
    add(true, grade ? say::adjustment_lowers(name) : say::adjustment_changes(name));
    add(adjustment.amount.has_value(), say::adjustment_none(name));
    add(adjustment.amount.has_value(), say::adjustment_some(name));
    add(adjustment.amount && bound,
        say::adjustment_bounded(name, bound.value_or(Decimal{}).to_string()));
}

void CoverageCounter::declare(const Decimal& points, const Beyond& beyond,
                              Coverage& coverage) const {
    const text::Speech words{compiled_.rubric.language};
    const std::string above = words(say::above_points(points.to_string()));
    coverage.points.push_back({beyond.extra.is_zero() ? std::string{} : above, 0});
    const std::string below = words(say::below_zero);
    coverage.points.push_back({beyond.floor.is_zero() ? std::string{} : below, 0});
}

void CoverageCounter::count(const ScoreSheet& sheet) {
    const std::vector<Grade>& grades = compiled_.rubric.grades;
    for (std::size_t i = 0; i < grades.size(); ++i) {
        if (grades[i].grade == sheet.grade) {
            hit(0, i);
            break;
        }
    }
    count_adjustments(sheet, 0, std::nullopt, compiled_.rubric.adjustments);
    count_beyond(0, sheet.total, sheet.points);
    for (std::size_t index = 0; index < sheet.items.size(); ++index) {
        if (sheet.items[index].kind != ItemKind::row) {
            count_item(sheet, index);
        }
    }
}

void CoverageCounter::count_item(const ScoreSheet& sheet, std::size_t index) {
    const Item& item = sheet.items[index];
    const std::size_t at = item.indicator + 1;
    const Place& place = places_[at];
    const Indicator& indicator = *place.indicator;
    const bool applies = item.status != ItemStatus::not_applicable;
    if (indicator.not_applicable) {
        hit(at, place.not_applicable + (applies ? 1 : 0));
    }
    if (!applies) {
        return;
    }
    if (!indicator.is_branch()) {
        std::vector<std::size_t> points = reached(indicator, sheet, index);
        for (const std::size_t point : std::set<std::size_t>{points.begin(), points.end()}) {
            hit(at, place.rule + point);
        }
    }
    count_adjustments(sheet, at, index, indicator.adjustments);
    count_beyond(at, item.score, item.points);
}

void CoverageCounter::count_beyond(std::size_t place, const Points& score, const Points& points) {
    if (score > points) {
        hit(place, places_[place].beyond);
    } else if (score < Points{}) {
        hit(place, places_[place].beyond + 1);
    }
}

void CoverageCounter::count_held(std::size_t place, std::size_t point, const Adjusted& held) {
    const bool lowered = held.grade_before != held.grade_after;
    if (held.before != held.after || lowered) {
        hit(place, point + reaches::changed);
    }
    hit(place, point + (held.amount == Points{} ? reaches::came_to_none : reaches::came_to_some));
    const auto& bound = held.adjustment.each_at_most;
    if (bound && held.amount == Points{*bound}) {
        hit(place, point + reaches::bounded);
    }
}

/// Those that held stand in the sheet in the rubric's order.
void CoverageCounter::count_adjustments(const ScoreSheet& sheet, std::size_t place,
                                        std::optional<std::size_t> item,
                                        const std::vector<Adjustment>& list) {
    std::vector<const Adjusted*> held;
    for (const Adjusted& each : sheet.adjustments) {
        if (each.item == item) {
            held.push_back(&each);
        }
    }
    auto next = held.begin();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::size_t point = places_[place].adjustments + reaches::of_adjustment * i;
        const bool holds = next != held.end() && (*next)->adjustment.when == list[i].when;
        hit(place, point + (holds ? reaches::held_once : reaches::failed));
        if (holds) {
            count_held(place, point, **next);
            ++next;
        } else if (list[i].always) { // it stands in no sheet where it comes to nothing
            hit(place, point + reaches::came_to_none);
        }
    }
}

std::vector<Coverage> CoverageCounter::take() {
    for (Coverage& each : all_) {
        std::erase_if(each.points, [](const CoveragePoint& point) { return point.what.empty(); });
    }
    std::erase_if(all_, [](const Coverage& each) { return each.points.empty(); });
    return std::move(all_);
}

} // namespace heng::detail::rubric_test
