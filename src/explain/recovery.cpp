// SPDX-License-Identifier: Apache-2.0
#include "explain/recovery.hpp"
#include "feel/walk.hpp"
#include "rule/kind.hpp"
#include "scoring/scoring.hpp"
#include "whatif/changed.hpp"
#include "whatif/open_bands.hpp"
#include "whatif/search.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <tuple>
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

/// Whether the adjustments of an item, or of the total, took points.
bool was_cut(const ScoreSheet& sheet, std::optional<std::size_t> item) {
    return std::any_of(
        sheet.adjustments.begin(), sheet.adjustments.end(),
        [&](const Adjusted& each) { return each.item == item && each.after < each.before; });
}

/// Whether they are the same field of two records.
bool are_alike(const whatif::Lever& a, const whatif::Lever& b) {
    return a.is_of_record() && b.is_of_record() && a.slot == b.slot && a.field == b.field &&
           a.part == b.part;
}

/// The fields of records one by one would say the same many times: of those that are alike to the
/// first the one that wins the most by the least change.
std::size_t best_of_alike(const std::vector<Candidate>& candidates, std::size_t first) {
    std::size_t best = first;
    const bool of_record = candidates[first].lever.is_of_record();
    for (std::size_t i = first + 1; of_record && i < candidates.size(); ++i) {
        if (candidates[i].searched.found.empty() ||
            !are_alike(candidates[i].lever, candidates[first].lever)) {
            continue;
        }
        const whatif::Found& now = candidates[i].searched.found.front();
        const whatif::Found& before = candidates[best].searched.found.front();
        if (now.score > before.score ||
            (now.score == before.score && std::abs(now.steps) < std::abs(before.steps))) {
            best = i;
        }
    }
    return best;
}

/// Drops what was found for those that are alike to the one at `best`.
void drop_alike(std::vector<Candidate>& candidates, std::size_t best) {
    const whatif::Lever& kept = candidates[best].lever;
    for (std::size_t i = 0; kept.is_of_record() && i < candidates.size(); ++i) {
        if (are_alike(candidates[i].lever, kept)) {
            candidates[i].searched.found.clear();
        }
    }
    candidates[best].searched.found.clear();
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

/// The facts that are nothing but divisors: a rate is raised by what is done, not by a smaller
/// whole.
std::set<feel::SlotId> only_divide(const document::CompiledRubric& rubric,
                                   const std::vector<Term>& terms) {
    const feel::Code& code = rubric.program.code();
    std::set<std::pair<feel::NodeId, bool>> seen;
    std::vector<std::pair<feel::NodeId, bool>> pending;
    for (const Term term : terms) {
        pending.emplace_back(code.expressions[rubric.expression(term).id].root, false);
    }
    std::set<feel::SlotId> divisors;
    std::set<feel::SlotId> others;
    while (!pending.empty()) {
        const auto [id, divides] = pending.back();
        pending.pop_back();
        if (!seen.emplace(id, divides).second) {
            continue;
        }
        const feel::Node& node = code.nodes[id];
        if (node.op == feel::Op::slot) {
            (divides ? divisors : others).insert(static_cast<feel::SlotId>(node.a));
        } else if (node.op == feel::Op::value) {
            pending.emplace_back(code.values[node.a], divides);
        }
        feel::for_each_operand(code, node, [&, divides = divides](feel::NodeId operand) {
            const bool by = node.op == feel::Op::divide && operand == node.b;
            pending.emplace_back(operand, divides || by);
        });
    }
    std::erase_if(divisors, [&](feel::SlotId slot) { return others.contains(slot); });
    return divisors;
}

} // namespace

Recovery::Recovery(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                   const scoring::FactAnswers& answers, const ScoreSheet& sheet,
                   whatif::Rescoring& again)
    : rubric_(rubric),
      facts_(facts),
      answers_(answers),
      sheet_(sheet),
      again_(again),
      ceilings_(rubric, facts, again.budget()),
      picker_(rubric, facts, again.budget()),
      indicators_(rubric.rubric.indicators) {}

std::vector<WhatIf> Recovery::of(std::optional<std::size_t> item) {
    std::vector<WhatIf> found;
    searched_all_ = true;
    const Points lost = item ? sheet_.items[*item].lost() : sheet_.points - sheet_.total;
    const bool sums_up = !item || sheet_.items[*item].kind == ItemKind::branch;
    if (lost <= Points{} || again_.exhausted() || (sums_up && !was_cut(sheet_, item))) {
        searched_all_ = !again_.exhausted();
        return found; // what a sum lacks its parts lost
    }
    const auto row = item ? row_of(*item) : std::nullopt;
    const whatif::Node node = again_.node(sheet_, item, row);
    ceilings_.start();
    std::vector<Candidate> candidates;
    for (whatif::Lever& lever : levers(item, row)) {
        whatif::Searched searched = try_lever(lever, node, item, {});
        searched_all_ = searched_all_ && searched.proven;
        if (!searched.found.empty()) {
            candidates.push_back({std::move(lever), std::move(searched)});
        }
    }
    promise_all(std::move(candidates), node, item, found);
    searched_all_ = searched_all_ && !again_.exhausted();
    const auto order = [&](const WhatIf& each) {
        const bool worse = each.total_change < Points{};
        return std::tuple{each.goal, worse, last_.contains(each.path)};
    };
    std::stable_sort(found.begin(), found.end(), [&](const WhatIf& a, const WhatIf& b) {
        return order(a) == order(b) ? b.gained < a.gained : order(a) < order(b);
    });
    return found;
}

whatif::Searched Recovery::try_lever(const whatif::Lever& lever, const whatif::Node& node,
                                     std::optional<std::size_t> item,
                                     const whatif::Accepts& accepts) {
    const Points now = item ? sheet_.items[*item].score : sheet_.total;
    std::vector<Ratio> thresholds;
    if (item && sheet_.items[*item].kind == ItemKind::leaf) {
        thresholds = whatif::thresholds_of(indicator_of(*item).rule);
    }
    const whatif::Ceiling ceiling =
        ceilings_.of(node, item ? &sheet_.items[*item] : nullptr, lever);
    return whatif::search(again_, node, lever, ceiling, thresholds, facts_, now, accepts);
}

/// A change may win points here where another indicator can't be scored any more.
whatif::Accepts Recovery::accepted_by_all(const whatif::Lever& lever,
                                          std::optional<std::size_t> item) {
    return [this, &lever, item](std::int64_t steps, const Points& score) {
        const auto sheet = rescored(lever, steps);
        return sheet && score_in(*sheet, item) == score;
    };
}

/// Where a promise can't be kept by the whole document, the lever is searched once more for what
/// can.
void Recovery::promise_all(std::vector<Candidate> candidates, const whatif::Node& node,
                           std::optional<std::size_t> item, std::vector<WhatIf>& found) {
    for (std::size_t first = 0; first < candidates.size();) {
        if (candidates[first].searched.found.empty()) {
            ++first; // told, or there is nothing to tell
            continue;
        }
        const std::size_t best = best_of_alike(candidates, first);
        Candidate& candidate = candidates[best];
        if (promise(candidate, item, found)) {
            drop_alike(candidates, best);
            continue;
        }
        candidate.whole = true;
        candidate.searched.proven = false; // what is left of it, where nothing else is found
        whatif::Searched other =
            try_lever(candidate.lever, node, item, accepted_by_all(candidate.lever, item));
        searched_all_ = searched_all_ && other.proven;
        if (!other.found.empty()) {
            candidate.searched = std::move(other);
        }
    }
}

/// The sheet of the document with the change made; none where it is refused or can't be scored.
std::optional<ScoreSheet> Recovery::rescored(const whatif::Lever& lever, std::int64_t steps) {
    constexpr std::size_t bytes_a_step = 8;
    again_.charge(facts_.json.text().size() / bytes_a_step);
    const auto then = whatif::changed(rubric_, lever, steps, facts_);
    if (!then || again_.exhausted()) {
        return std::nullopt;
    }
    auto sheet = scoring::score_unexplained(rubric_.rubric, rubric_, *then, again_.budget());
    return sheet ? std::optional{std::move(*sheet)} : std::nullopt;
}

/// The score of the item of our sheet in another, which may have rows that ours has not; none where
/// it is no longer there.
std::optional<Points> Recovery::score_in(const ScoreSheet& other,
                                         std::optional<std::size_t> item) const {
    if (!item) {
        return other.total;
    }
    const bool is_row = sheet_.items[*item].kind == ItemKind::row;
    const std::size_t ours = is_row ? *sheet_.items[*item].parent : *item;
    const Item* const found = other.find(sheet_.items[ours].id);
    if (found == nullptr || !is_row) {
        return found != nullptr ? std::optional{found->score} : std::nullopt;
    }
    const auto at = static_cast<std::size_t>(found - other.items.data()) + (*item - ours);
    const bool is_there = at < other.items.size() && other.items[at].kind == ItemKind::row;
    return is_there ? std::optional{other.items[at].score} : std::nullopt;
}

/// What was found is promised where the document with the change made scores so. False: it does
/// not, nothing is promised, and there may be others.
bool Recovery::promise(const Candidate& candidate, std::optional<std::size_t> item,
                       std::vector<WhatIf>& found) {
    const whatif::Lever& lever = candidate.lever;
    const Points now = item ? sheet_.items[*item].score : sheet_.total;
    std::vector<WhatIf> promised;
    for (const whatif::Found& each : candidate.searched.found) {
        const auto sheet = rescored(lever, each.steps);
        if (!sheet || score_in(*sheet, item) != each.score) {
            if (!candidate.whole) {
                return false; // another indicator can't be scored then, or it is refused
            }
            continue;
        }
        WhatIf what;
        what.goal = each.goal;
        what.path = lever.path;
        what.label = lever.label;
        what.from = whatif::text_at(lever, facts_, 0);
        what.to = whatif::text_at(lever, facts_, each.steps);
        what.change = whatif::change_of(lever, each.steps, sheet_.language);
        what.steps = each.steps;
        what.score = each.score;
        what.gained = each.score - now;
        what.total = sheet->total;
        what.total_change = sheet->total - sheet_.total;
        what.grade = sheet->grade;
        what.proven = candidate.searched.proven;
        if (std::string rate = whatif::rate_left_out(lever, facts_); !rate.empty()) {
            const std::string path = lever.path.substr(0, lever.path.rfind('.')) + ".rate";
            what.goes_with.push_back({path, std::move(rate)});
        }
        for (GoesWith& other : whatif::following(facts_, *sheet)) {
            what.goes_with.push_back(std::move(other));
        }
        promised.push_back(std::move(what));
    }
    std::move(promised.begin(), promised.end(), std::back_inserter(found));
    return true;
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

std::vector<whatif::Lever> Recovery::levers(std::optional<std::size_t> item,
                                            std::optional<std::size_t> row) {
    last_.clear();
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
    const std::vector<Term> asked = terms(item);
    const std::set<feel::SlotId> divisors = only_divide(rubric_, asked);
    std::vector<whatif::Lever> levers;
    for (const feel::SlotId slot : slots) {
        const std::vector<whatif::Picked> picked = picker_.of(slot, asked);
        searched_all_ = searched_all_ && whatif::levers_cover(rubric_, facts_, slot);
        for (whatif::Lever& lever : whatif::levers_of(rubric_, facts_, slot, texts, picked)) {
            const bool left_out = lever.kind == whatif::Lever::Kind::records_removed;
            if (is_fixed(rubric_, lever) || (left_out && has_same(levers, lever))) {
                continue;
            }
            if (left_out || divisors.contains(slot)) {
                last_.insert(lever.path);
            }
            levers.push_back(std::move(lever));
        }
        for (whatif::Lever& lever : weights(slot, slots)) {
            if (!is_fixed(rubric_, lever)) {
                last_.insert(lever.path);
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
std::vector<Term> Recovery::terms(std::optional<std::size_t> item) const {
    std::vector<Term> terms;
    const std::vector<Adjustment>* adjustments = &rubric_.rubric.adjustments;
    if (item) {
        const Indicator& indicator = indicator_of(*item);
        adjustments = &indicator.adjustments;
        if (indicator.measure) {
            terms.push_back(*indicator.measure);
        }
        for (const Part& part : indicator.parts) {
            terms.push_back(part.term);
        }
        if (indicator.not_applicable) {
            terms.push_back(indicator.not_applicable->when);
        }
    }
    for (const Adjustment& each : *adjustments) {
        terms.push_back(each.when);
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
    for (const Term term : terms(item)) {
        add_literals(rubric_.expression(term).text, words);
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
