// SPDX-License-Identifier: Apache-2.0
#include "whatif/ceiling.hpp"
#include "whatif/row_bounds.hpp"

#include <heng/rubric/tree.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/score.hpp>

#include <algorithm>
#include <functional>
#include <utility>

namespace heng::detail::whatif {
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
                            : Abstract::number(Numbers::of(
                                  {value_at(lever, low), true, value_at(lever, high), true},
                                  lever.whole));
            }
        }
        records[lever.record] = Abstract::record(std::move(fields));
        return Abstract::list_of_each(std::move(records));
    };
}

Values values_of(const Lever& lever, const facts::LoadedFacts& facts,
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

const std::vector<Abstract>& CeilingMaker::slots() {
    if (slots_.empty()) {
        std::size_t records = 0;
        for (const feel::Value& value : facts_.slots) {
            slots_.push_back(Abstract::of(value));
            records += value.is_list() ? value.items().size() : 1;
        }
        budget_.spend(static_cast<std::int64_t>(records));
    }
    return slots_;
}

/// Whether the interval scorer scores the node: not the means of units, and no rows alone.
bool CeilingMaker::has_bound(const Node& node, const Item* item) const {
    if (item == nullptr || item->kind == ItemKind::branch) {
        return !facts_.units;
    }
    if (item->kind == ItemKind::row || !facts_.units) {
        return item->kind == ItemKind::leaf;
    }
    const auto leaf = IndicatorTree{node.rubric.indicators}[*node.position];
    const auto rule = rubric_.units.leaves.find(leaf->id);
    return rule == rubric_.units.leaves.end() || !rule->second.weighed;
}

Ceiling CeilingMaker::of(const Node& node, const Item* item, const Lever& lever) {
    if (node.row) {
        return of_row(node, lever);
    }
    Values values = has_bound(node, item) ? values_of(lever, facts_, slots()) : Values{};
    if (!values) {
        return {};
    }
    if (!bounds_) {
        bounds_ = std::make_shared<TreeBounds>(rubric_, node.rubric, facts_, slots(), budget_);
    }
    const bool leaf = item != nullptr && item->kind == ItemKind::leaf;
    const auto position = leaf              ? node.position
                          : item != nullptr ? std::optional{item->indicator}
                                            : std::nullopt;
    return [this, bounds = bounds_, values = std::move(values), slot = lever.slot,
            position](std::int64_t low, std::int64_t high) {
        bounds->set(slot, values(low, high));
        const TreeRanges ranges = bounds->run();
        const Numbers& scores = position ? ranges.items[*position] : ranges.total;
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

Ceiling CeilingMaker::of_row(const Node& node, const Lever& lever) const {
    if (lever.kind == Kind::level) {
        return {};
    }
    return [this, &row = *node.row, &lever](std::int64_t low, std::int64_t high) {
        budget_.spend(16);
        const bool date = lever.kind == Kind::actual_day;
        const auto at = [&](std::int64_t steps) {
            return date ? Ratio{lever.day + steps} : value_at(lever, steps);
        };
        const auto score =
            most_of_row(*row.rule, row.points, facts_.rows[row.row].numbers, at(low), at(high));
        Most most;
        most.none = !score;
        if (score) {
            most.score = score->value();
        }
        if (most.score && row.scale) {
            most.score = detail::rounded_within(Points{*most.score}, {row.points, {}},
                                                rubric_.rubric.rounding)
                             .value();
        }
        return most;
    };
}

} // namespace heng::detail::whatif
