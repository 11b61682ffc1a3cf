// SPDX-License-Identifier: Apache-2.0
#include "partial/tree_bounds.hpp"
#include "whatif/ceiling.hpp"

#include <heng/rule/targets.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/score.hpp>

#include <functional>
#include <utility>

namespace heng::what_if {
namespace {

using feel::Abstract;
using feel::Numbers;
using Kind = Lever::Kind;

/// The values of the slot of a lever while it is moved by a number of steps in a range; empty where
/// that can't be said.
using Values = std::function<Abstract(std::int64_t low, std::int64_t high)>;

Abstract days(std::int64_t low, std::int64_t high) {
    Abstract all;
    all.dates = Numbers::of({Ratio{low}, true, Ratio{high}, true}, true);
    return all;
}

/// A list of which one record has one field that can be several values.
Values values_in_record(const Lever& lever, const Abstract& list) {
    if (!list.list || lever.record >= list.list->each.size()) {
        return {}; // too long for each to be known
    }
    return [&lever, each = list.list->each](std::int64_t low, std::int64_t high) {
        std::vector<Abstract> records = each;
        std::vector<std::pair<std::string, Abstract>> fields =
            records[lever.record].context->fields;
        for (auto& [name, value] : fields) {
            if (name == lever.field) {
                value = lever.kind == Kind::record_date
                            ? days(lever.day + low, lever.day + high)
                            : Abstract::number(Numbers::of({value_at(lever, low), true,
                                                            value_at(lever, high), true},
                                                           lever.whole));
            }
        }
        records[lever.record] = Abstract::record(std::move(fields));
        return Abstract::list_of_each(std::move(records));
    };
}

Values values_of(const Lever& lever, const document::LoadedFacts& facts,
                 const std::vector<Abstract>& slots) {
    switch (lever.kind) {
    case Kind::number:
        return [&lever, &facts](std::int64_t low, std::int64_t high) {
            const Ratio a = slot_at(lever, facts, low);
            const Ratio b = slot_at(lever, facts, high);
            return Abstract::number( // which rises or falls all along
                Numbers::of({min(a, b), true, max(a, b), true}, lever.whole));
        };
    case Kind::date:
        return [&lever](std::int64_t low, std::int64_t high) {
            return days(lever.day + low, lever.day + high);
        };
    case Kind::record_number:
    case Kind::record_date:
        return values_in_record(lever, slots[lever.slot]);
    default:
        return {};
    }
}

} // namespace

std::vector<Abstract> CeilingMaker::slots() {
    if (slots_.empty()) {
        slots_ = abstract_slots(facts_);
        std::size_t records = 0;
        for (const feel::Value& value : facts_.slots) {
            records += value.is_list() ? value.items().size() : 1;
        }
        budget_.spend(static_cast<std::int64_t>(records));
    }
    return slots_;
}

Ceiling CeilingMaker::of(const Node& node, const Item* item, const Lever& lever) {
    if (node.row) {
        return of_row(node, lever);
    }
    if (item == nullptr || item->kind == ItemKind::branch) {
        return of_tree(item, lever);
    }
    return item->kind == ItemKind::leaf ? of_leaf(node, lever) : Ceiling{};
}

Ceiling CeilingMaker::of_row(const Node& node, const Lever& lever) const {
    if (lever.kind != Kind::actual && lever.kind != Kind::rate) {
        return {};
    }
    return [this, &row = *node.row, &lever](std::int64_t low, std::int64_t high) {
        budget_.spend(16);
        Most most = most_of_row(*row.rule, row.points, facts_.rows[row.row].numbers,
                                value_at(lever, low), value_at(lever, high));
        if (most.score && row.scale) {
            most.score = detail::rounded_within(Points{*most.score}, row.points,
                                                rubric_.rubric.rounding)
                             .value();
        }
        return most;
    };
}

Ceiling CeilingMaker::of_leaf(const Node& node, const Lever& lever) {
    const Indicator* leaf = &node.rubric.indicators.front();
    while (leaf->is_branch()) {
        leaf = &leaf->indicators.front();
    }
    const auto rule = rubric_.units.leaves.find(leaf->id);
    if (facts_.units && rule != rubric_.units.leaves.end() && rule->second.weighed) {
        return {};
    }
    Values values = values_of(lever, facts_, slots());
    if (!values) {
        return {};
    }
    if (!leaf_) {
        leaf_ = std::make_shared<LeafBounds>(rubric_, facts_, slots(), node.rubric, budget_);
    }
    return [bounds = leaf_, values = std::move(values), slot = lever.slot](std::int64_t low,
                                                                          std::int64_t high) {
        return bounds->most(slot, values(low, high));
    };
}

Ceiling CeilingMaker::of_tree(const Item* item, const Lever& lever) {
    if (facts_.units) {
        return {};
    }
    Values values = values_of(lever, facts_, slots());
    if (!values) {
        return {};
    }
    auto facts = std::make_shared<document::LoadedFacts>(facts_);
    facts->slots[lever.slot] = feel::Value::missing(lever.slot);
    auto all = std::make_shared<std::vector<Abstract>>(slots());
    return [this, facts, all, values = std::move(values), slot = lever.slot,
            item](std::int64_t low, std::int64_t high) {
        (*all)[slot] = values(low, high);
        const partial::TreeRanges ranges = partial::bounds_of(rubric_, *facts, *all, budget_);
        const Numbers& scores = item != nullptr ? ranges.items[item->indicator] : ranges.total;
        Most most;
        most.known = !budget_.is_spent();
        most.none = most.known && scores.empty();
        if (most.known && !most.none) {
            most.score = scores.hull().high;
            most.known = most.score.has_value();
        }
        return most;
    };
}

} // namespace heng::what_if
