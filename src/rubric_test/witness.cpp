// SPDX-License-Identifier: Apache-2.0
#include "document/domains.hpp"
#include "document/within_limits.hpp"
#include "feel/value.hpp"
#include "rubric_test/witness.hpp"
#include "rule/kind.hpp"
#include "whatif/candidates.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

namespace heng::detail::rubric_test {
namespace {

using document::InputType;
using facts::LoadedFacts;
using feel::Value;

constexpr std::size_t most_tests = 8;      ///< whose facts are changed
constexpr std::size_t most_of_one = 5'000; ///< scorings
constexpr std::size_t most_of_all = 100'000;

bool differ(const Outcome& a, const Outcome& b) {
    if (!a || !b) {
        return a.has_value() != b.has_value();
    }
    if (a->total != b->total || a->grade != b->grade || a->items.size() != b->items.size()) {
        return true;
    }
    for (std::size_t i = 0; i < a->items.size(); ++i) {
        const Item& left = a->items[i];
        const Item& right = b->items[i];
        if (left.score != right.score || left.points != right.points ||
            left.status != right.status) {
            return true;
        }
    }
    return false;
}

} // namespace

/// The constants, shares of the other facts by them, and what is near to the value that is there.
std::vector<Value> WitnessSearch::candidates(const LoadedFacts& facts, std::size_t slot,
                                             const std::vector<Ratio>& constants) const {
    const Value& now = facts.slots[slot];
    if (now.is_boolean()) {
        return {Value::boolean(!now.is_true())};
    }
    if (!now.is_number()) {
        return {};
    }
    const Ratio& value = now.number();
    whatif::Candidates found{document::domain_of(compiled_.inputs[slot]),
                             std::numeric_limits<std::size_t>::max()};
    const auto add = [&](const Ratio& number) {
        if (number != value) {
            found.value(Value::number(number));
        }
    };
    for (const Ratio& constant : constants) {
        add(constant);
    }
    for (const Ratio& near : {Ratio{}, Ratio{1}, Ratio{1, 1000}, value + Ratio{1}, value - Ratio{1},
                              value / Ratio{2}, value * Ratio{1001, 1000}}) {
        add(near);
    }
    for (std::size_t other = 0; other < facts.slots.size(); ++other) {
        if (other != slot && facts.slots[other].is_number()) {
            add(facts.slots[other].number());
            for (const Ratio& constant : constants) {
                add(constant * facts.slots[other].number());
            }
        }
    }
    return found.take();
}

std::string WitnessSearch::shown(const Value& value, std::size_t slot) const {
    if (value.is_boolean()) {
        return value.is_true() ? "true" : "false";
    }
    const bool money = compiled_.inputs[slot].type == InputType::money && compiled_.unit;
    return value.number().to_string() + (money ? ' ' + std::string{name(*compiled_.unit)} : "");
}

std::optional<Witness> WitnessSearch::find_in(std::size_t test,
                                              const document::CompiledRubric& mutant,
                                              const std::vector<Ratio>& constants) {
    auto changed = std::make_shared<LoadedFacts>(**facts_[test]);
    for (std::size_t slot = 0; slot < changed->slots.size(); ++slot) {
        const Value now = changed->slots[slot];
        for (const Value& value : candidates(*changed, slot, constants)) {
            if (spent_ >= most_ || work_.is_spent()) {
                return std::nullopt;
            }
            spent_ += 2;
            changed->slots[slot] = value;
            const Outcome scores = scored(compiled_, Loaded{changed}, work_);
            if (scores && differ(scores, scored(mutant, Loaded{changed}, work_)) &&
                !work_.is_spent()) {
                return Witness{tests_.trials[test].name, compiled_.inputs[slot].path,
                               shown(value, slot)};
            }
        }
        changed->slots[slot] = now;
    }
    return find_assessed(test, *changed, mutant, constants);
}

/// Scores that people give within bands, at the ends of the ranges; one that the rubric refuses
/// tells as well.
std::optional<Witness> WitnessSearch::find_assessed(std::size_t test, const LoadedFacts& facts,
                                                    const document::CompiledRubric& mutant,
                                                    const std::vector<Ratio>& constants) {
    auto changed = std::make_shared<LoadedFacts>(facts);
    for (const PlacedIndicator& placed : IndicatorTree{compiled_.rubric.indicators}) {
        const auto found = changed->assessed.find(placed->id);
        if (found == changed->assessed.end() || !rule::kind_of(placed->rule).assessed) {
            continue;
        }
        auto& [leaf, given] = *found;
        const Decimal now = given.assessment.score;
        for (const Ratio& constant : constants) {
            const auto score = constant.exact_decimal();
            if (!score || spent_ >= most_ || work_.is_spent()) {
                break;
            }
            spent_ += 2;
            given.assessment.score = *score;
            if (differ(scored(compiled_, Loaded{changed}, work_),
                       scored(mutant, Loaded{changed}, work_)) &&
                !work_.is_spent()) {
                return Witness{tests_.trials[test].name, "assessed." + leaf + ".score",
                               score->to_string()};
            }
        }
        given.assessment.score = now;
    }
    return std::nullopt;
}

std::optional<Witness> WitnessSearch::find(const document::CompiledRubric& mutant,
                                           const std::vector<Ratio>& constants) {
    most_ = std::min(spent_ + most_of_one, most_of_all);
    std::size_t tried = 0;
    for (std::size_t test = 0; test < facts_.size() && tried < most_tests; ++test) {
        if (facts_[test]) {
            ++tried;
            // a fact that is multiplied may grow past what numbers may be
            const auto found = document::within_limits([&]() -> Result<std::optional<Witness>> {
                return find_in(test, mutant, constants);
            });
            if (found && *found) {
                return *found;
            }
        }
    }
    return std::nullopt;
}

} // namespace heng::detail::rubric_test
