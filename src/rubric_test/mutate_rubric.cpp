// SPDX-License-Identifier: Apache-2.0
//
// What is mutated of a rubric beside its indicators: rounding, grades, inputs, values, adjustments.
#include "rubric_test/mutator.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <string>

namespace heng::detail::rubric_test {
namespace {

/// The bounds of an input and what it is worth where it is absent; of a list those of its fields.
void mutate_input(Mutator& mutator, const Site& input) {
    const int scale = input.member("type").text() == "percent" ? 2 : 0;
    mutator.number(input.member("minimum"), scale, true);
    mutator.number(input.member("maximum"), scale, true);
    mutator.number(input.member("default"), scale, true);
    for (const Site& field : input.member("of").members()) {
        mutate_input(mutator, field);
    }
}

void mutate_grades(Mutator& mutator, const Site& grades) {
    int scale = 0;
    for (const Site& grade : grades.elements()) {
        scale = std::max(scale, finest_scale(grade.member("in").text(), {}, TextKind::tests));
    }
    for (const Site& grade : grades.elements()) {
        mutator.tests(grade.member("in"), scale, std::nullopt);
    }
}

/// The places where rounding can be, from the finest.
std::vector<std::string> places_of(const Rubric& rubric) {
    int depth = 0;
    bool rows = false;
    for (const PlacedIndicator& each : IndicatorTree{rubric.indicators}) {
        depth = std::max(depth, each.level);
        rows = rows || std::holds_alternative<Targets>(each->rule);
    }
    std::vector<std::string> places;
    if (rows) {
        places.emplace_back("row");
    }
    places.emplace_back("leaf");
    for (int level = depth; level > 0; --level) {
        places.push_back("level-" + std::to_string(level));
    }
    places.emplace_back("total");
    return places;
}

Tree list_of(const std::vector<std::string>& words) {
    Tree list{json::JsonKind::array, {}, {}, {}};
    for (const std::string& word : words) {
        list.children.push_back(Tree::string(word));
    }
    return list;
}

/// Each place left out, or moved to the next one that is not there; the next finer one added, for
/// what has been rounded below is not changed by rounding it again.
void mutate_places(Mutator& mutator, const Site& at) {
    const std::vector<std::string> all = places_of(mutator.compiled().rubric);
    std::vector<std::string> now;
    for (const Site& place : at.elements()) {
        now.emplace_back(place.text());
    }
    const auto is_there = [&](const std::string& place) {
        return std::find(now.begin(), now.end(), place) != now.end();
    };
    for (std::size_t i = 0; i < now.size(); ++i) {
        std::vector<std::string> changed = now;
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
        (void)mutator.put(at, "without " + now[i], list_of(changed));
        const auto found = std::find(all.begin(), all.end(), now[i]);
        const auto coarser =
            std::find_if(found, all.end(), [&](auto& each) { return !is_there(each); });
        if (found != all.end() && coarser != all.end()) {
            changed = now;
            changed[i] = *coarser;
            (void)mutator.put(at, now[i] + " -> " + *coarser, list_of(changed));
        }
    }
    const auto first = std::find_if(all.begin(), all.end(), is_there);
    for (auto each = all.begin(); first != all.end() && each != first; ++each) {
        std::vector<std::string> changed = now;
        changed.push_back(*each);
        (void)mutator.put(at, "with " + *each, list_of(changed));
    }
}

/// Whether some score may lie below 0, which modes round otherwise than one above it.
bool may_be_below_zero(const Rubric& rubric) {
    const IndicatorTree tree{rubric.indicators};
    return !rubric.beyond.floor.is_zero() ||
           std::any_of(tree.begin(), tree.end(),
                       [](const PlacedIndicator& each) { return !each->beyond.floor.is_zero(); });
}

} // namespace

/// Of scores that are 0 or more up is ceiling, and down is floor.
void mutate_rounding(Mutator& mutator, const Site& rounding) {
    const Site scale = rounding.member("scale");
    if (!rounding.is_present()) {
        return;
    }
    mutator.number(scale, 0);
    const Site mode = rounding.member("mode");
    const std::string_view now = mode.text();
    const bool up = now == "up" || now == "ceiling";
    const bool down = now == "down" || now == "floor";
    const bool below = may_be_below_zero(mutator.compiled().rubric);
    for (const std::string_view other : {"half-up", "half-even", "half-down", "up", "down"}) {
        const bool same = !below && ((up && other == "up") || (down && other == "down"));
        if (other != now && !same) {
            (void)mutator.put(mode, std::string{now} + " -> " + std::string{other},
                              Tree::string(other));
        }
    }
    if (below) {
        for (const std::string_view other : {"ceiling", "floor"}) {
            if (other != now) {
                (void)mutator.put(mode, std::string{now} + " -> " + std::string{other},
                                  Tree::string(other));
            }
        }
    }
    mutate_places(mutator, rounding.member("at"));
}

namespace {

/// One kind of adjustment as another: a ceiling or a score that is set needs a condition and has no
/// bound of its own. To add is a slip for "deduct" where extra or the new amounts are in use.
void mutate_kind(Mutator& mutator, const Site& each, const std::string& kind, bool may_add) {
    const Site value = each.member(kind);
    const bool changes_alone =
        each.member("each_at_most").is_present() || !each.member("when").is_present();
    for (const std::string other : {"at_most", "set", "deduct", "add"}) {
        const bool changes = other == "deduct" || other == "add";
        if (other == kind || (changes_alone && !changes) || (other == "add" && !may_add)) {
            continue;
        }
        Tree changed = Tree::of(*each.json);
        changed.place({other}) = Tree::of(*value.json);
        changed.remove({kind});
        (void)mutator.put(each, kind + " -> " + other, std::move(changed));
    }
}

void mutate_amount(Mutator& mutator, const Site& each, bool has_extra) {
    for (const std::string kind : {"at_most", "set", "deduct", "add"}) {
        const Site value = each.member(kind);
        if (!value.is_present()) {
            continue;
        }
        const bool computed = !value.number();
        computed ? mutator.expression(value) : mutator.number(value, 0);
        const bool bounded = each.member("each_at_most").is_present();
        mutate_kind(mutator, each, kind, has_extra || computed || bounded || kind == "add");
    }
    const Site bound = each.member("each_at_most");
    if (bound.is_present()) {
        mutator.number(bound, 0);
        Tree unbounded = Tree::of(*each.json);
        unbounded.remove({"each_at_most"});
        (void)mutator.put(each, "without each_at_most", std::move(unbounded));
    }
}

void mutate_grade(Mutator& mutator, const Site& grade) {
    for (const Grade& other : mutator.compiled().rubric.grades) {
        if (grade.is_present() && other.grade != grade.text()) {
            (void)mutator.put(grade, std::string{grade.text()} + " -> " + other.grade,
                              Tree::string(other.grade));
        }
    }
}

} // namespace

void mutate_adjustments(Mutator& mutator, const Site& adjustments, bool has_extra) {
    const std::vector<Site> all = adjustments.elements();
    for (std::size_t i = 0; i < all.size(); ++i) {
        Site each = all[i];
        const std::string_view id = each.member("id").text();
        if (!id.empty()) {
            each.name = adjustments.name + '/' + std::string{id};
        }
        mutator.condition(each.member("when"));
        mutate_amount(mutator, each, has_extra);
        mutate_grade(mutator, each.member("grade_at_most"));
        if (i + 1 < all.size()) {
            Mutation& swapped = mutator.put(each, "after the next", Tree::of(*all[i + 1].json));
            swapped.edits.front().push_back({all[i + 1].path, Tree::of(*each.json)});
        }
    }
}

std::vector<Mutation> mutations(json::Json root, const document::CompiledRubric& compiled,
                                std::size_t most) {
    Mutator mutator{compiled, most};
    const auto at = [&](const std::string& key) {
        return Site{key, {key}, root.find(key)};
    };
    mutate_rounding(mutator, at("rounding"));
    mutate_grades(mutator, at("grades"));
    for (const Site& input : at("inputs").members()) {
        mutate_input(mutator, input);
    }
    for (const Site& value : at("values").members()) {
        mutator.expression(value);
    }
    mutate_indicators(mutator, at("indicators"));
    mutate_adjustments(mutator, at("adjustments"), at("extra").is_present());
    mutator.number(at("extra"), 0);
    mutator.number(at("floor"), 0);
    return mutator.take();
}

} // namespace heng::detail::rubric_test
