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

} // namespace

/// Scores are 0 or more, so that up is ceiling, and down is floor.
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
    for (const std::string_view other : {"half-up", "half-even", "half-down", "up", "down"}) {
        if (other != now && !(up && other == "up") && !(down && other == "down")) {
            (void)mutator.put(mode, std::string{now} + " -> " + std::string{other},
                              Tree::string(other));
        }
    }
    mutate_places(mutator, rounding.member("at"));
}

void mutate_adjustments(Mutator& mutator, const Site& adjustments) {
    const std::vector<Site> all = adjustments.elements();
    for (std::size_t i = 0; i < all.size(); ++i) {
        Site each = all[i];
        const std::string_view id = each.member("id").text();
        if (!id.empty()) {
            each.name = adjustments.name + '/' + std::string{id};
        }
        mutator.condition(each.member("when"));
        for (const std::string kind : {"at_most", "set", "deduct"}) {
            const Site value = each.member(kind);
            mutator.number(value, 0);
            for (const std::string other : {"at_most", "set", "deduct"}) {
                if (value.is_present() && other != kind) {
                    Tree changed = Tree::of(*each.json);
                    changed.place({other}) = Tree::of(*value.json);
                    changed.remove({kind});
                    (void)mutator.put(each, kind + " -> " + other, std::move(changed));
                }
            }
        }
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
    mutate_adjustments(mutator, at("adjustments"));
    return mutator.take();
}

} // namespace heng::detail::rubric_test
