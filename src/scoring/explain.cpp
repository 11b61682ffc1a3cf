// SPDX-License-Identifier: Apache-2.0
#include "base/digits.hpp"
#include "base/phrases.hpp"
#include "base/words.hpp"
#include "scoring/explain.hpp"
#include "scoring/unbounded.hpp"
#include "scoring/why.hpp"

#include <heng/score/score.hpp>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace heng::detail::scoring {
namespace {

using Adjustments = std::vector<const Adjusted*>;

/// The adjustments in force on each item, in their order; none where no item has any.
std::vector<Adjustments> adjustments_by_item(const ScoreSheet& sheet) {
    std::vector<Adjustments> by_item(sheet.adjustments.empty() ? 0 : sheet.items.size());
    for (const Adjusted& each : sheet.adjustments) {
        if (each.item) {
            by_item[*each.item].push_back(&each);
        }
    }
    return by_item;
}

/// Whether it surely has no more places than these, so that rounding leaves it as it is.
bool ends_within(const Points& points, int places) {
    const auto small = points.value().small();
    return small && places >= 0 && places <= base::most_digit_places &&
           base::units_within(*small, places);
}

/// What full marks would come to: the adjustments that are in force stay.
Points most_of(const Item& item, const Adjustments& in_force, const RoundingPlaces& places) {
    Points most = item.points;
    for (const Adjusted* each : in_force) {
        most = detail::after(*each, most, item.beyond);
    }
    const detail::Room room{item.points, {}};
    most = room.keep(most);
    return item.scale && !ends_within(most, *item.scale)
               ? detail::rounded_within(most, room, places)
               : most;
}

bool changed(const Adjusted* adjusted) {
    return adjusted->before != adjusted->after;
}

/// Of an item that an adjustment changed: what its rule gave before, and full marks without any.
Won won_by_rule(const Item& item, const Adjustments& in_force, const RoundingPlaces& places) {
    const auto first = std::find_if(in_force.begin(), in_force.end(), changed);
    if (first != in_force.end()) {
        return {(*first)->before, item.points - (*first)->before, true};
    }
    if (in_force.empty() && item.exact >= item.points) {
        return {item.exact, Points{}, false}; // nobody asks what full marks would be worth
    }
    return {item.exact, most_of(item, in_force, places) - item.score, !in_force.empty()};
}

/// The indicators in the order of their numbers, parents first.
void add_all(const std::vector<Indicator>& indicators, std::vector<const Indicator*>& all) {
    for (const Indicator& each : indicators) {
        all.push_back(&each);
        add_all(each.indicators, all);
    }
}

/// Adds to the sentence of an item what came after its own rule: adjustments, the bound, rounding.
class Afterwards {
  public:
    Afterwards(Item& item, const RoundingPlaces& places, Language language, base::SheetText& text,
               Scratch& scratch)
        : item_(item), places_(places), language_(language), text_(text), scratch_(scratch) {}

    /// `before` is the score before it was bounded.
    void run(const Adjustments& in_force, const Points& before) {
        for (const Adjusted* each : in_force) {
            if (changed(each)) {
                add(base::Phrase::adjusted, {{"why", item_.why},
                                             {"reason", each->adjustment.reason},
                                             {"before", each->before},
                                             {"after", each->after}});
                item_.recover = {}; // it is the adjustment that must go
            }
        }
        if (&before != &item_.exact) {
            tell_bound(before);
        }
        if (item_.score != item_.exact) {
            add(base::Phrase::rounded, {{"why", item_.why}, {"score", item_.score}});
        } else if (item_.scale && !ends_within(item_.exact, *item_.scale) &&
                   round(item_.exact, *item_.scale, places_.mode) > item_.score) {
            add(base::Phrase::rounding_bounded, {{"why", item_.why}, {"score", item_.score}});
        }
    }

  private:
    void tell_bound(const Points& before) {
        if (before > item_.exact) {
            const bool extra = item_.exact > item_.points;
            add(extra ? base::Phrase::bounded_extra : base::Phrase::bounded,
                {{"why", item_.why}, {"points", item_.exact}});
        } else if (before < item_.exact) {
            add(base::Phrase::bounded_floor, {{"why", item_.why}, {"floor", item_.exact}});
        }
    }

    void add(base::Phrase which, std::initializer_list<base::Filling> words) {
        scratch_.why.clear();
        base::write(scratch_.why, base::pattern(language_, which), words, language_);
        item_.why = text_.keep(scratch_.why.written());
    }

    Item& item_;
    const RoundingPlaces& places_;
    Language language_;
    base::SheetText& text_;
    Scratch& scratch_;
};

} // namespace

void explain(ScoreSheet& sheet, const Rubric& rubric, const base::TermWords& terms,
             base::SheetText& text) {
    const Adjustments none;
    std::vector<const Indicator*> tree;
    tree.reserve(sheet.items.size());
    add_all(rubric.indicators, tree);
    Scratch scratch;
    const std::vector<Adjustments> adjustments = adjustments_by_item(sheet);
    const bool may_pass = !sheet.adjustments.empty() ||
                          std::any_of(sheet.items.begin(), sheet.items.end(),
                                      [](const Item& item) { return !item.beyond.is_none(); });
    const std::vector<Unbounded> before = may_pass ? unbounded(sheet) : std::vector<Unbounded>{};
    for (std::size_t i = 0; i < sheet.items.size(); ++i) {
        Item& item = sheet.items[i];
        const Adjustments& in_force = adjustments.empty() ? none : adjustments[i];
        const Won won = won_by_rule(item, in_force, rubric.rounding);
        explain_item(*tree[item.indicator], item, won, rubric.language, terms, text, scratch);
        Afterwards{item, rubric.rounding, rubric.language, text, scratch}.run(
            in_force, may_pass ? before[i].adjusted : item.exact);
    }
    for (Diagnostic& diagnostic : sheet.diagnostics) {
        if (diagnostic.code == "zero-divisor") {
            diagnostic.message =
                base::phrase(rubric.language, base::Phrase::diagnostic_zero_divisor);
        }
    }
}

} // namespace heng::detail::scoring
