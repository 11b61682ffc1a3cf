// SPDX-License-Identifier: Apache-2.0
#include "explain/recovery.hpp"
#include "rule/kind.hpp"
#include "scoring/scoring.hpp"
#include "whatif/changed.hpp"
#include "whatif/open_bands.hpp"
#include "whatif/search.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

namespace heng::detail::explain {
namespace {

Points points_of(const ScoreSheet& sheet, std::optional<std::size_t> item) {
    return item ? sheet.items[*item].points : sheet.points;
}

/// Takes the extra from the indicator with this id: then its score ends at its points.
void drop_extra(std::vector<Indicator>& indicators, std::string_view id) {
    for (Indicator& each : indicators) {
        if (each.id == id) {
            each.beyond.extra = Decimal{};
            return;
        }
        drop_extra(each.indicators, id);
    }
}

/// A rubric whose total is 1 where a condition does not hold, and 0 where it does.
Rubric unless(const Rubric& rubric, const Adjustment& adjustment) {
    constexpr Decimal one{1};
    Indicator always;
    always.points = one;
    always.rule = rule::always_full(one);
    Rubric alone;
    alone.id = rubric.id;
    alone.language = rubric.language;
    alone.points = one;
    alone.indicators.push_back(std::move(always));
    alone.adjustments.push_back(
        {.id = adjustment.id, .when = adjustment.when, .kind = Adjustment::Kind::set});
    return alone;
}

/// Whether the adjustment of the total is in force in a sheet.
bool is_in_force(const ScoreSheet& sheet, const Adjusted& adjusted) {
    return std::any_of(sheet.adjustments.begin(), sheet.adjustments.end(),
                       [&](const Adjusted& each) {
                           return !each.item && each.adjustment.id == adjusted.adjustment.id;
                       });
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
    searched_all_ = true;
    const Points full = points_of(sheet_, item);
    const Points now = item ? sheet_.items[*item].score : sheet_.total;
    const bool sums_up = !item || sheet_.items[*item].kind == ItemKind::branch;
    const bool cut = was_cut(sheet_, item);
    const Beyond& beyond = item ? sheet_.items[*item].beyond : sheet_.beyond;
    // what a sum lacks its parts lost
    const bool lost = sums_up ? cut && now < full + Points{beyond.extra} : now < full;
    if (!lost || again_.exhausted()) {
        searched_all_ = !again_.exhausted();
        return {};
    }
    const auto row = item ? row_of(*item) : std::nullopt;
    whatif::Node node = again_.node(sheet_, item, row);
    most_.reset();
    if (!sums_up && !beyond.extra.is_zero()) {
        drop_extra(node.rubric.indicators, sheet_.items[*item].id);
        most_ = full; // a bonus is told apart
    }
    std::vector<WhatIf> found = changes(node, item, row);
    most_.reset();
    return found;
}

std::vector<WhatIf> Recovery::bonus_of(std::size_t item) {
    searched_all_ = true;
    const Item& asked = sheet_.items[item];
    if (asked.kind != ItemKind::leaf || asked.beyond.extra.is_zero() ||
        asked.score >= asked.points + Points{asked.beyond.extra} || again_.exhausted()) {
        searched_all_ = !again_.exhausted();
        return {};
    }
    std::vector<WhatIf> found = changes(again_.node(sheet_, item, std::nullopt), item, {});
    std::erase_if(found, [&](const WhatIf& each) { return each.score <= asked.points; });
    return found;
}

std::vector<WhatIf> Recovery::changes(const whatif::Node& node, std::optional<std::size_t> item,
                                      std::optional<std::size_t> row) {
    std::vector<WhatIf> found;
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
        const auto turn = turns_.find(each.path); // rows have none: their target is no lever
        return std::tuple{each.goal, worse, turn != turns_.end() ? turn->second : Turn::first};
    };
    std::stable_sort(found.begin(), found.end(), [&](const WhatIf& a, const WhatIf& b) {
        return order(a) == order(b) ? b.gained < a.gained : order(a) < order(b);
    });
    return found;
}

std::vector<WhatIf> Recovery::lifting(const Adjusted& lowered) {
    std::vector<WhatIf> found;
    searched_all_ = true;
    const whatif::Node node{unless(rubric_.rubric, lowered.adjustment), {}, {}};
    ceilings_.start();
    for (whatif::Lever& lever : levers(std::nullopt, std::nullopt)) {
        const whatif::Ceiling ceiling = ceilings_.of(node, nullptr, lever);
        Candidate candidate{std::move(lever), {}, true};
        const auto lifts = [&](std::int64_t steps, const Points& score) {
            const auto then = score > Points{} ? rescored(candidate.lever, steps) : std::nullopt;
            return then && !is_in_force(*then, lowered);
        };
        candidate.searched =
            whatif::search(again_, node, candidate.lever, ceiling, {}, facts_, Points{}, lifts);
        searched_all_ = searched_all_ && candidate.searched.proven;
        for (const whatif::Found& each : candidate.searched.found) {
            const auto then = each.goal == WhatIf::Goal::all ? rescored(candidate.lever, each.steps)
                                                             : std::nullopt;
            if (then && !is_in_force(*then, lowered)) {
                found.push_back(what_if(candidate, each, *then));
                found.back().score = then->total;
                found.back().gained = Points{};
            }
        }
    }
    searched_all_ = searched_all_ && !again_.exhausted();
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
        return sheet && counted_in(*sheet, item) == score;
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
        if (!sheet || counted_in(*sheet, item) != each.score) {
            if (!candidate.whole) {
                return false; // another indicator can't be scored then, or it is refused
            }
            continue;
        }
        WhatIf what = what_if(candidate, each, *sheet);
        what.score = *score_in(*sheet, item);
        what.gained = what.score - now;
        promised.push_back(std::move(what));
    }
    std::move(promised.begin(), promised.end(), std::back_inserter(found));
    return true;
}

/// The same, as far as it counts where only lost points are won back.
std::optional<Points> Recovery::counted_in(const ScoreSheet& other,
                                           std::optional<std::size_t> item) const {
    const auto score = score_in(other, item);
    return score && most_ ? std::optional{min(*score, *most_)} : score;
}

/// A change that was found, and the document with it.
WhatIf Recovery::what_if(const Candidate& candidate, const whatif::Found& made,
                         const ScoreSheet& then) const {
    const whatif::Lever& lever = candidate.lever;
    WhatIf what;
    what.goal = made.goal;
    what.path = lever.path;
    what.label = lever.label;
    what.from = whatif::text_at(lever, facts_, 0);
    what.to = whatif::text_at(lever, facts_, made.steps);
    what.change = whatif::change_of(lever, made.steps, sheet_.language);
    what.steps = made.steps;
    what.total = then.total;
    what.total_change = then.total - sheet_.total;
    what.grade = then.grade;
    what.proven = candidate.searched.proven;
    if (std::string rate = whatif::rate_left_out(lever, facts_); !rate.empty()) {
        const std::string path = lever.path.substr(0, lever.path.rfind('.')) + ".rate";
        what.goes_with.push_back({path, std::move(rate)});
    }
    for (GoesWith& other : whatif::following(facts_, then)) {
        what.goes_with.push_back(std::move(other));
    }
    return what;
}

} // namespace heng::detail::explain
