// SPDX-License-Identifier: Apache-2.0
//
// The facts by which an item, or the total, can be changed.
#include "explain/recovery.hpp"
#include "rule/kind.hpp"

#include <heng/score/leaf_scorer.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace heng::detail::explain {
namespace {

constexpr std::size_t most_words = 100;
constexpr std::size_t most_rows = 1'000; ///< of which what else they may be printed for is asked

/// The texts in quotes in an expression: what another text may be compared with.
void add_literals(std::string_view expression, std::vector<std::string>& words) {
    for (std::size_t open = expression.find('"'); open != std::string_view::npos;
         open = expression.find('"', open + 1)) {
        const std::size_t close = expression.find('"', open + 1);
        if (close == std::string_view::npos || words.size() >= most_words) {
            return;
        }
        words.emplace_back(expression.substr(open + 1, close - open - 1));
        open = close;
    }
}

/// Whether those whose fact it is can't change it.
bool is_fixed(const document::CompiledRubric& rubric, const whatif::Lever& lever) {
    const document::Input& input = rubric.inputs[lever.weighs ? lever.weighs->stated : lever.slot];
    return input.fixed || std::any_of(input.of.begin(), input.of.end(), [&](const auto& field) {
               return field.fixed && field.path == lever.field;
           });
}

/// Whether the same records of a list are left out by an earlier one.
bool has_same(const std::vector<whatif::Lever>& levers, const whatif::Lever& lever) {
    return std::any_of(levers.begin(), levers.end(), [&](const whatif::Lever& each) {
        return each.kind == lever.kind && each.slot == lever.slot && each.part == lever.part &&
               each.members == lever.members;
    });
}

/// Whether its part is what its measure is held against.
bool has_norm(const Indicator& indicator) {
    return std::visit([]<class R>(const R& /*rule*/) { return NormedRule<R>; }, indicator.rule);
}

} // namespace

/// Where the record of a row item stands: the leaf's rows come in the order of its list.
std::optional<std::size_t> Recovery::row_of(std::size_t item) const {
    const auto* reason = std::get_if<ByTarget>(&sheet_.items[item].reason);
    if (reason == nullptr) {
        return std::nullopt;
    }
    const std::size_t nth = item - *sheet_.items[item].parent - 1;
    const auto rows = answers_.row_numbers(sheet_.items[item].indicator);
    return nth < rows.size() ? std::optional{rows[nth]} : std::nullopt;
}

std::vector<whatif::Lever> Recovery::levers(std::optional<std::size_t> item,
                                            std::optional<std::size_t> row) {
    turns_.clear();
    if (item && sheet_.items[*item].kind == ItemKind::row) {
        return row ? whatif::levers_of_row(rubric_, facts_, *row) : std::vector<whatif::Lever>{};
    }
    std::set<feel::SlotId> slots;
    const auto add = [&](std::optional<std::size_t> indicator) {
        const auto read = answers_.reads_of(indicator);
        slots.insert(read.begin(), read.end());
    };
    add(item ? std::optional{sheet_.items[*item].indicator} : std::nullopt);
    // a branch above may say that the item does not apply
    for (auto at = item; at && sheet_.items[*at].status == ItemStatus::not_applicable;) {
        at = sheet_.items[*at].parent;
        if (at) {
            add(sheet_.items[*at].indicator);
        }
    }
    const std::vector<std::string> texts = words(item);
    const std::vector<AskedTerm> asked = terms(item);
    std::vector<Term> all;
    std::transform(asked.begin(), asked.end(), std::back_inserter(all),
                   [](const AskedTerm& each) { return each.term; });
    std::map<feel::SlotId, Turn> turns = turns_of(rubric_, asked);
    std::vector<whatif::Lever> levers;
    for (const feel::SlotId slot : slots) {
        const std::vector<whatif::Picked> picked = picker_.of(slot, all);
        searched_all_ = searched_all_ && whatif::levers_cover(rubric_, facts_, slot);
        for (whatif::Lever& lever : whatif::levers_of(rubric_, facts_, slot, texts, picked)) {
            const bool left_out = lever.kind == whatif::Lever::Kind::records_removed;
            if (is_fixed(rubric_, lever) || (left_out && has_same(levers, lever))) {
                continue;
            }
            turns_[lever.path] = left_out ? Turn::measure : turns[slot];
            levers.push_back(std::move(lever));
        }
        for (whatif::Lever& lever : weights(slot, slots)) {
            if (!is_fixed(rubric_, lever)) {
                turns_[lever.path] = Turn::measure;
                levers.push_back(std::move(lever));
            }
        }
    }
    return levers;
}

/// What weighs units in the mean that the slot is, where no other fact that is read depends on it.
std::vector<whatif::Lever> Recovery::weights(feel::SlotId slot,
                                             const std::set<feel::SlotId>& read) {
    const document::Input& mean = rubric_.inputs[slot];
    if (!facts_.units || mean.aggregate != document::Aggregate::mean) {
        return {};
    }
    const auto depends = std::count_if(read.begin(), read.end(), [&](feel::SlotId each) {
        return each == *mean.weight ||
               (rubric_.inputs[each].aggregate == document::Aggregate::mean &&
                rubric_.inputs[each].weight == mean.weight);
    });
    if (depends > 1) {
        searched_all_ = false;
        return {};
    }
    return whatif::weights_of(rubric_, facts_, slot);
}

/// The terms by which an item, or the total, is scored.
std::vector<AskedTerm> Recovery::terms(std::optional<std::size_t> item) const {
    std::vector<AskedTerm> terms;
    const std::vector<Adjustment>* adjustments = &rubric_.rubric.adjustments;
    if (item) {
        const Indicator& indicator = indicator_of(*item);
        adjustments = &indicator.adjustments;
        if (indicator.measure) {
            terms.push_back({*indicator.measure});
        }
        for (const Part& part : indicator.parts) {
            terms.push_back({part.term, has_norm(indicator)});
        }
        if (indicator.not_applicable) {
            terms.push_back({indicator.not_applicable->when});
        }
    }
    for (const Adjustment& each : *adjustments) {
        terms.push_back({each.when});
        if (each.amount) {
            terms.push_back({*each.amount});
        }
    }
    return terms;
}

/// The texts that a fact of the item may be: the categories, and those that its conditions name.
std::vector<std::string> Recovery::words(std::optional<std::size_t> item) const {
    std::vector<std::string> words;
    if (item) {
        const Rule& rule = indicator_of(*item).rule;
        if (const auto texts = rule::kind_named(name(rule)).texts) {
            words = texts(rule);
        }
    }
    for (const AskedTerm& asked : terms(item)) {
        add_literals(rubric_.expression(asked.term).text, words);
    }
    for (std::size_t i = 0; i < rubric_.scope.value_count(); ++i) {
        add_literals(rubric_.scope.value_text(static_cast<feel::ValueId>(i)), words);
    }
    std::vector<std::string> once;
    for (std::string& word : words) {
        if (std::find(once.begin(), once.end(), word) == once.end()) {
            once.push_back(std::move(word));
        }
    }
    return once;
}

std::vector<whatif::Lever> Recovery::numbers() const {
    std::vector<whatif::Lever> levers;
    const auto keep = [&](std::vector<whatif::Lever> found) {
        for (whatif::Lever& lever : found) {
            // a whole number of things in a row of targets hides no digits
            if (lever.kind == whatif::Lever::Kind::number ||
                (lever.kind == whatif::Lever::Kind::actual &&
                 (lever.in_percent || lever.written.scale() > 0))) {
                levers.push_back(std::move(lever));
            }
        }
    };
    for (std::size_t slot = 0; slot < rubric_.inputs.size(); ++slot) {
        if (rubric_.inputs[slot].type != document::InputType::count) {
            keep(whatif::levers_of(rubric_, facts_, static_cast<feel::SlotId>(slot), {}));
        }
    }
    for (std::size_t row = 0; row < facts_.rows.size() && row < most_rows; ++row) {
        keep(whatif::levers_of_row(rubric_, facts_, row));
    }
    return levers;
}

} // namespace heng::detail::explain
