// SPDX-License-Identifier: Apache-2.0
#include "explain/recovery.hpp"
#include "explain/search.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace heng::what_if {
namespace {

constexpr std::size_t most_words = 100;
constexpr std::size_t most_rows = 1'000; ///< of which what else they may be printed for is asked

void collect(const std::vector<Indicator>& indicators, std::vector<const Indicator*>& all) {
    for (const Indicator& indicator : indicators) {
        all.push_back(&indicator);
        collect(indicator.indicators, all);
    }
}

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

/// Whether the adjustments of an item, or of the total, took points.
bool was_cut(const ScoreSheet& sheet, std::optional<std::size_t> item) {
    return std::any_of(
        sheet.adjustments.begin(), sheet.adjustments.end(),
        [&](const Adjusted& each) { return each.item == item && each.after < each.before; });
}

} // namespace

std::vector<const Indicator*> indicators_of(const Rubric& rubric) {
    std::vector<const Indicator*> all;
    collect(rubric.indicators, all);
    return all;
}

Recovery::Recovery(const document::CompiledRubric& rubric, const document::LoadedFacts& facts,
                   const document::FactAnswers& answers, const ScoreSheet& sheet, Rescoring& again)
    : rubric_(rubric),
      facts_(facts),
      answers_(answers),
      sheet_(sheet),
      again_(again),
      indicators_(indicators_of(rubric.rubric)) {}

std::vector<WhatIf> Recovery::of(std::optional<std::size_t> item) {
    std::vector<WhatIf> found;
    const Points lost = item ? sheet_.items[*item].lost() : sheet_.points - sheet_.total;
    const bool sums_up = !item || sheet_.items[*item].kind == ItemKind::branch;
    if (lost <= Points{} || again_.exhausted() || (sums_up && !was_cut(sheet_, item))) {
        return found; // what a sum lacks its parts lost
    }
    const auto row = item ? row_of(*item) : std::nullopt;
    const Node node = again_.node(sheet_, item, row);
    for (const Lever& lever : levers(item, row)) {
        try_lever(lever, node, item, found);
    }
    std::stable_sort(found.begin(), found.end(), [](const WhatIf& a, const WhatIf& b) {
        return a.goal == b.goal ? b.gained < a.gained : a.goal < b.goal;
    });
    return found;
}

void Recovery::try_lever(const Lever& lever, const Node& node, std::optional<std::size_t> item,
                         std::vector<WhatIf>& found) {
    const Points now = item ? sheet_.items[*item].score : sheet_.total;
    std::vector<Ratio> thresholds;
    if (item && sheet_.items[*item].kind == ItemKind::leaf) {
        thresholds = thresholds_of(indicator_of(*item).rule);
    }
    for (const Found& each : search(again_, node, lever, thresholds, facts_, now)) {
        apply(lever, each.steps, facts_, again_.facts());
        const auto sheet = again_.whole();
        apply(lever, 0, facts_, again_.facts());
        if (!sheet) {
            continue; // another indicator could not be scored then
        }
        WhatIf what;
        what.goal = each.goal;
        what.path = lever.path;
        what.label = lever.label;
        what.from = text_at(lever, facts_, 0);
        what.to = text_at(lever, facts_, each.steps);
        what.change = change_of(lever, each.steps, sheet_.language);
        what.steps = each.steps;
        what.score = each.score;
        what.gained = each.score - now;
        what.total = sheet->total;
        what.total_change = sheet->total - sheet_.total;
        what.grade = sheet->grade;
        found.push_back(std::move(what));
    }
}

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

std::vector<Lever> Recovery::levers(std::optional<std::size_t> item,
                                    std::optional<std::size_t> row) const {
    if (item && sheet_.items[*item].kind == ItemKind::row) {
        return row ? levers_of_row(rubric_, facts_, *row) : std::vector<Lever>{};
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
    std::vector<Lever> levers;
    for (const feel::SlotId slot : slots) {
        for (Lever& lever : levers_of(rubric_, facts_, slot, texts)) {
            levers.push_back(std::move(lever));
        }
    }
    return levers;
}

/// The texts that a fact of the item may be: the categories, and those that its conditions name.
std::vector<std::string> Recovery::words(std::optional<std::size_t> item) const {
    std::vector<std::string> words;
    const auto add = [&](Term term) {
        add_literals(rubric_.expression(term).text, words);
    };
    const auto add_adjustments = [&](const std::vector<Adjustment>& adjustments) {
        for (const Adjustment& each : adjustments) {
            add(each.when);
        }
    };
    if (!item) {
        add_adjustments(rubric_.rubric.adjustments);
    } else {
        const Indicator& indicator = indicator_of(*item);
        if (const auto* rule = std::get_if<Categories>(&indicator.rule)) {
            for (const Category& each : rule->categories) {
                words.push_back(each.name);
            }
        }
        if (indicator.measure) {
            add(*indicator.measure);
        }
        for (const Part& part : indicator.parts) {
            add(part.term);
        }
        if (indicator.not_applicable) {
            add(indicator.not_applicable->when);
        }
        add_adjustments(indicator.adjustments);
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

std::vector<Lever> Recovery::numbers() const {
    std::vector<Lever> levers;
    const auto keep = [&](std::vector<Lever> found) {
        for (Lever& lever : found) {
            if (lever.kind == Lever::Kind::number || lever.kind == Lever::Kind::actual) {
                levers.push_back(std::move(lever));
            }
        }
    };
    for (std::size_t slot = 0; slot < rubric_.inputs.size(); ++slot) {
        if (rubric_.inputs[slot].type != document::InputType::count) {
            keep(levers_of(rubric_, facts_, static_cast<feel::SlotId>(slot), {}));
        }
    }
    for (std::size_t row = 0; row < facts_.rows.size() && row < most_rows; ++row) {
        keep(levers_of_row(rubric_, facts_, row));
    }
    return levers;
}

} // namespace heng::what_if
