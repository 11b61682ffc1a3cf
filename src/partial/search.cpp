// SPDX-License-Identifier: Apache-2.0
#include "partial/search.hpp"
#include "scoring/scoring.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::partial {
namespace {

using facts::LoadedFacts;

constexpr std::size_t most_scorings = 6'000;
constexpr std::size_t least_scorings = 60;      ///< of facts with many records
constexpr std::size_t most_records = 3'000'000; ///< in all scorings together
constexpr std::size_t most_candidates = 200;    ///< of one unknown fact
constexpr std::size_t most_exhaustive = 400;    ///< completions of one leaf
constexpr std::size_t starts = 4;
constexpr std::size_t most_rounds = 4;

void add_terms(const Indicator& indicator, std::vector<Term>& terms) {
    if (indicator.measure) {
        terms.push_back(*indicator.measure);
    }
    for (const Part& part : indicator.parts) {
        terms.push_back(part.term);
    }
    if (indicator.not_applicable) {
        terms.push_back(indicator.not_applicable->when);
    }
    for (const Adjustment& adjustment : indicator.adjustments) {
        terms.push_back(adjustment.when);
        terms.insert(terms.end(), adjustment.amount ? 1 : 0, adjustment.amount.value_or(Term{}));
    }
}

} // namespace

Search::Search(const document::CompiledRubric& rubric, const LoadedFacts& facts,
               const std::vector<Unknown>& unknowns, const whatif::TreeRanges& ranges,
               feel::CallBudget& budget)
    : rubric_(rubric),
      facts_(facts),
      unknowns_(unknowns),
      ranges_(ranges),
      maker_(rubric, facts, unknowns),
      indicators_(rubric.rubric.indicators),
      work_(budget) {
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
        candidates_.push_back(maker_.of(i));
        if (unknowns[i].in_band) {
            in_band_.emplace(unknowns[i].leaf->id, i);
        }
    }
    relate();
    relevant_.emplace_back();
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
        relevant_.back().push_back(i);
    }
    least_.resize(relevant_.size());
    most_.resize(relevant_.size());
    scorings_ = std::clamp(most_records / (records_of(facts) + 500), least_scorings, most_scorings);
    budget_ = scorings_;
}

/// An indicator reads what its own terms read, the conditions under which those above it apply,
/// and what those below it read.
void Search::relate() {
    relevant_.resize(indicators_.size());
    for (std::size_t target = indicators_.size(); target-- > 0;) { // those below come first
        std::vector<Term> terms;
        add_terms(*indicators_[target], terms);
        for (auto above = indicators_[target].parent; above; above = indicators_[*above].parent) {
            if (const auto& leaves = indicators_[*above]->not_applicable) {
                terms.push_back(leaves->when);
            }
        }
        relate(target, terms);
        auto& list = relevant_[target];
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        if (const auto parent = indicators_[target].parent) {
            relevant_[*parent].insert(relevant_[*parent].end(), list.begin(), list.end());
        }
    }
}

void Search::relate(std::size_t target, const std::vector<Term>& terms) {
    std::vector<feel::SlotId> reads;
    for (const Term term : terms) {
        const auto more = rubric_.program.static_reads(rubric_.expression(term).id);
        reads.insert(reads.end(), more.begin(), more.end());
    }
    for (std::size_t i = 0; i < unknowns_.size(); ++i) {
        const Unknown& unknown = unknowns_[i];
        const bool assessed = unknown.kind == Unknown::Kind::assessment;
        if (assessed ? unknown.leaf == indicators_[target].indicator
                     : std::find(reads.begin(), reads.end(), unknown.slot) != reads.end()) {
            relevant_[target].push_back(i);
        }
    }
}

LoadedFacts Search::completed(const Completion& completion) const {
    LoadedFacts facts = facts_;
    std::vector<const Candidate*> values;
    for (std::size_t i = 0; i < unknowns_.size(); ++i) {
        values.push_back(&candidates_[i][completion[i]]);
    }
    complete(facts, unknowns_, values);
    return facts;
}

const std::optional<Search::Scores>& Search::scores(const Completion& completion) {
    static const std::optional<Scores> none;
    const auto found = known_.find(completion);
    if (found != known_.end()) {
        return found->second;
    }
    if (budget_ == 0 || is_spent()) {
        return none;
    }
    --budget_;
    const LoadedFacts facts = completed(completion);
    const auto sheet = scoring::score_unexplained(rubric_, facts, work_);
    work_.spend(steps_of_copy(facts));
    const auto place = known_.emplace(completion, std::nullopt).first;
    std::optional<Scores>& result = place->second;
    if (sheet) {
        result.emplace();
        for (const Item& item : sheet->items) {
            if (item.kind != ItemKind::row) {
                result->push_back(item.score);
                work_.spend(feel::steps_of_bits(2 * item.score.value().big_bits())); // compared
            }
        }
        result->push_back(sheet->total);
        keep(place->first, *result);
        keep_given(completion, *sheet);
    } else if (!refused_ && !work_.is_spent()) { // else it may have been cut short
        refused_ = sheet.error();
    }
    return result;
}

void Search::keep(const Completion& completion, const Scores& scores) {
    for (std::size_t target = 0; target < scores.size(); ++target) {
        if (!least_[target].score || scores[target] < *least_[target].score) {
            least_[target] = {scores[target], &completion};
        }
        if (!most_[target].score || scores[target] > *most_[target].score) {
            most_[target] = {scores[target], &completion};
        }
    }
}

std::size_t Search::next(std::size_t below) {
    state_ ^= state_ << 13U; // xorshift64: G. Marsaglia, 2003
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ % below);
}

Completion Search::random() {
    Completion completion;
    for (const auto& candidates : candidates_) {
        completion.push_back(next(candidates.size()));
    }
    return completion;
}

void Search::find_start() {
    Completion last;
    for (const auto& candidates : candidates_) {
        last.push_back(candidates.size() - 1);
    }
    start_ = Completion(unknowns_.size(), 0);
    if (!scores(start_) && scores(last)) {
        start_ = last;
    }
    for (int i = 0; i < 500 && !least_[total()].score; ++i) {
        if (Completion tried = random(); scores(tried)) {
            start_ = std::move(tried);
        }
    }
}

/// Whether the end is met, or no more can be tried.
bool Search::done(std::size_t target, bool most) const {
    if (is_spent()) {
        return true;
    }
    const feel::Numbers& range = target == total() ? ranges_.total : ranges_.items[target];
    const Found& found = most ? most_[target] : least_[target];
    if (range.empty() || !found.score) {
        return false;
    }
    const Interval hull = range.hull();
    const auto& end = most ? hull.high : hull.low;
    return end && *end == found.score->value();
}

void Search::add_solved(std::size_t unknown, const Completion& completion) {
    std::vector<Candidate>& known = candidates_[unknown];
    if (known.size() >= most_candidates || !maker_.is_number(unknown) || is_spent()) {
        return;
    }
    work_.spend(steps_of_copy(facts_));
    for (Candidate& candidate : maker_.solved(unknown, completed(completion), work_)) {
        const bool is_known = std::any_of(known.begin(), known.end(), [&](const Candidate& each) {
            return each.value.number() == candidate.value.number();
        });
        if (!is_known) {
            known.push_back(std::move(candidate));
        }
    }
}

void Search::climb(std::size_t target, bool most, Completion from) {
    const auto& first = scores(from);
    if (!first) {
        return;
    }
    Points best = (*first)[target];
    for (std::size_t round = 0; round < most_rounds && !done(target, most); ++round) {
        bool better = false;
        for (const std::size_t unknown : relevant_[target]) {
            add_solved(unknown, from);
            const std::size_t count = candidates_[unknown].size();
            for (std::size_t i = 0; i < count && !done(target, most); ++i) {
                Completion tried = from;
                tried[unknown] = i;
                const auto& now = scores(tried);
                if (now && (most ? (*now)[target] > best : (*now)[target] < best)) {
                    best = (*now)[target];
                    from = std::move(tried);
                    better = true;
                }
            }
        }
        if (!better) {
            return;
        }
    }
}

void Search::try_all(std::size_t target) {
    std::size_t count = 1;
    for (const std::size_t unknown : relevant_[target]) {
        count *= candidates_[unknown].size();
        if (count > most_exhaustive) {
            return;
        }
    }
    Completion completion = start_;
    for (std::size_t nth = 0; nth < count; ++nth) {
        std::size_t rest = nth;
        for (const std::size_t unknown : relevant_[target]) {
            completion[unknown] = rest % candidates_[unknown].size();
            rest /= candidates_[unknown].size();
        }
        (void)scores(completion);
    }
}

/// A candidate of an assessment is the least or the most of the bands that can hold: what it comes
/// to in the band that does is in the sheet.
void Search::keep_given(const Completion& completion, const ScoreSheet& sheet) {
    if (in_band_.empty()) {
        return;
    }
    for (const Item& item : sheet.items) {
        const Assessment* const given = assessment_of(item.reason);
        const auto unknown = given != nullptr ? in_band_.find(item.id) : in_band_.end();
        if (unknown != in_band_.end()) {
            given_[completion][unknown->second] = given->score.shortest().to_string();
        }
    }
}

std::string Search::given(std::size_t unknown, const Completion& in) const {
    const auto all = given_.find(in);
    if (all == given_.end()) {
        return "";
    }
    const auto found = all->second.find(unknown);
    return found != all->second.end() ? found->second : "";
}

/// Each leaf at its own best, as far as they do not read the same facts; the last one decides.
Completion Search::composed(bool most) const {
    Completion completion = start_;
    for (std::size_t target = 0; target < indicators_.size(); ++target) {
        const Found& found = most ? most_[target] : least_[target];
        if (!indicators_[target]->is_branch() && found.score) {
            for (const std::size_t unknown : relevant_[target]) {
                completion[unknown] = (*found.completion)[unknown];
            }
        }
    }
    return completion;
}

void Search::look(std::size_t target, bool most) {
    if (done(target, most)) {
        return;
    }
    const Found& found = most ? most_[target] : least_[target];
    climb(target, most, found.score ? *found.completion : start_);
    climb(target, most, composed(most));
    for (std::size_t i = 0; i < starts && !done(target, most); ++i) {
        climb(target, most, random());
    }
}

void Search::run() {
    reserved_ = work_.left() / 3; // the swings are sought after it
    try_targets();
    reserved_ = 0;
}

void Search::try_targets() {
    find_start();
    if (!least_[total()].score) {
        return;
    }
    // every target has its share, and the total a third
    const std::size_t share = scorings_ * 2 / 3 / (2 * indicators_.size() + 1);
    const std::size_t reserved = scorings_ / 3;
    std::size_t left = budget_ > reserved ? budget_ - reserved : 0;
    for (const bool branches : {false, true}) {
        for (std::size_t target = indicators_.size(); target-- > 0;) {
            if (indicators_[target]->is_branch() != branches || relevant_[target].empty()) {
                continue;
            }
            budget_ = std::min(left, 2 * share + most_exhaustive);
            left -= budget_;
            if (!done(target, false) || !done(target, true)) {
                try_all(target);
            }
            look(target, false);
            look(target, true);
            left += budget_;
        }
    }
    budget_ = left + reserved;
    const std::size_t half = budget_ / 2;
    budget_ -= half;
    look(total(), false);
    budget_ += half;
    look(total(), true);
}

Points Search::swing(std::size_t unknown) {
    Points widest;
    for (const bool most : {false, true}) {
        const Completion base = *(most ? most_ : least_)[total()].completion;
        budget_ = std::min(most_candidates + 1, scorings_ / unknowns_.size() + 2);
        add_solved(unknown, base);
        std::optional<Points> low;
        std::optional<Points> high;
        for (std::size_t i = 0; i < candidates_[unknown].size(); ++i) {
            Completion tried = base;
            tried[unknown] = i;
            if (const auto& now = scores(tried)) {
                low = low ? min(*low, now->back()) : now->back();
                high = high ? max(*high, now->back()) : now->back();
            }
        }
        if (low) {
            widest = max(widest, *high - *low);
        }
    }
    return widest;
}

} // namespace heng::detail::partial
