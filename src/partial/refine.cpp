// SPDX-License-Identifier: Apache-2.0
#include "partial/refine.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace heng::detail::partial {
namespace {

using feel::Abstract;
using feel::Numbers;

constexpr std::size_t most_tried = 5; ///< unknown facts that a cut is tried on

using Slots = std::vector<Abstract>;

/// A part of all completions.
struct Piece {
    facts::LoadedFacts facts; ///< with what has one value only in this part
    Slots slots;
    whatif::TreeRanges ranges;
    bool whole = false; ///< it can't be cut
};

class Refinement {
  public:
    Refinement(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
               const std::vector<Unknown>& unknowns, const Search& search, feel::CallBudget& budget)
        : rubric_(rubric), facts_(facts), unknowns_(unknowns), search_(search), budget_(budget) {}

    whatif::TreeRanges run(const Slots& slots, whatif::TreeRanges ranges) {
        order();
        pieces_.push_back({facts_, slots, std::move(ranges)});
        for (const bool most : {false, true}) {
            for (int cuts = 0; cuts < most_cuts && cut(most); ++cuts) {
            }
        }
        whatif::TreeRanges joined = std::move(pieces_.front().ranges);
        for (std::size_t i = 1; i < pieces_.size(); ++i) {
            const whatif::TreeRanges& more = pieces_[i].ranges;
            joined.total = joined.total.joined(more.total);
            for (std::size_t item = 0; item < joined.items.size(); ++item) {
                joined.items[item] = joined.items[item].joined(more.items[item]);
            }
            for (std::size_t cap = 0; cap < joined.caps.size(); ++cap) {
                joined.caps[cap].may_hold |= more.caps[cap].may_hold;
                joined.caps[cap].may_fail |= more.caps[cap].may_fail;
            }
        }
        return joined;
    }

  private:
    /// The unknown inputs that most indicators read, first those.
    void order() {
        std::vector<std::pair<std::size_t, std::size_t>> counted;
        for (std::size_t i = 0; i < unknowns_.size(); ++i) {
            std::size_t readers = 0;
            for (std::size_t target = 0; target < search_.total(); ++target) {
                const auto& relevant = search_.relevant(target);
                readers += std::binary_search(relevant.begin(), relevant.end(), i) ? 1U : 0U;
            }
            const bool flag = unknowns_[i].kind == Unknown::Kind::field &&
                              unknowns_[i].declared.type == document::InputType::boolean;
            if (unknowns_[i].kind == Unknown::Kind::input || flag) {
                counted.emplace_back(readers, i);
            }
        }
        std::stable_sort(counted.begin(), counted.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < counted.size() && i < most_tried; ++i) {
            tried_.push_back(counted[i].second);
        }
    }

    static std::optional<Ratio> end(const Numbers& total, bool most) {
        const Interval hull = total.hull();
        return most ? hull.high : hull.low;
    }

    /// Whether `a` is further out than `b`; no end is furthest.
    static bool further(const std::optional<Ratio>& a, const std::optional<Ratio>& b, bool most) {
        if (!a || !b) {
            return !a && b.has_value();
        }
        return most ? *a > *b : *a < *b;
    }

    /// Cuts the piece that has the end. False: there is no more to be won.
    bool cut(bool most) {
        std::size_t outmost = 0;
        for (std::size_t i = 1; i < pieces_.size(); ++i) {
            if (further(end(pieces_[i].ranges.total, most),
                        end(pieces_[outmost].ranges.total, most), most)) {
                outmost = i;
            }
        }
        const Found& found = most ? search_.most(search_.total()) : search_.least(search_.total());
        const auto reached = end(pieces_[outmost].ranges.total, most);
        if (pieces_[outmost].whole || (reached && *reached == found.score->value())) {
            return false;
        }
        std::vector<Piece> best;
        std::optional<Ratio> best_end;
        for (const std::size_t unknown : tried_) {
            if (budget_.is_spent()) {
                break;
            }
            std::vector<Piece> parts = parted(pieces_[outmost], unknown);
            std::optional<Ratio> parts_end;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const auto one = end(parts[i].ranges.total, most);
                parts_end = i == 0 || further(one, parts_end, most) ? one : parts_end;
            }
            if (!parts.empty() && (best.empty() || further(best_end, parts_end, most))) {
                best = std::move(parts);
                best_end = parts_end;
            }
        }
        if (best.empty() || budget_.is_spent()) { // where it is spent the parts may be too wide
            pieces_[outmost].whole = true;
            return false;
        }
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(outmost));
        std::move(best.begin(), best.end(), std::back_inserter(pieces_));
        return true;
    }

    /// The piece cut at one fact; nothing where it can't be cut.
    std::vector<Piece> parted(const Piece& piece, std::size_t unknown) {
        const Unknown& fact = unknowns_[unknown];
        if (fact.kind == Unknown::Kind::field) {
            return flagged(piece, unknown);
        }
        const Abstract& domain = piece.slots[fact.slot];
        std::vector<Abstract> parts;
        if (domain.may_be_true && domain.may_be_false) {
            return flagged(piece, unknown);
        }
        if (!domain.numbers.empty() && !domain.numbers.only()) {
            parts = numbers(domain.numbers, unknown);
        } else if (domain.list && domain.list->length.contains(Ratio{}) &&
                   !domain.list->length.only()) {
            const Interval none{Ratio{}, true, Ratio{}, true};
            parts = {Abstract::list_of(domain.list->element, Numbers::of(none)),
                     Abstract::list_of(domain.list->element, domain.list->length.without(none))};
        }
        std::vector<Piece> pieces;
        for (Abstract& part : parts) {
            Piece one{piece.facts, piece.slots, {}};
            if (const auto only = part.numbers.only()) {
                complete(one.facts, fact, {feel::Value::number(*only), {}});
            }
            one.slots[fact.slot] = std::move(part);
            add(pieces, std::move(one));
        }
        return pieces;
    }

    /// The piece with a flag down, and with it up.
    std::vector<Piece> flagged(const Piece& piece, std::size_t unknown) {
        const Unknown& fact = unknowns_[unknown];
        std::vector<Piece> pieces;
        if (fact.kind == Unknown::Kind::field &&
            !piece.facts.slots[fact.slot].items()[fact.record].find(fact.field)->is_missing()) {
            return pieces;
        }
        for (const bool up : {false, true}) {
            Piece one{piece.facts, piece.slots, {}};
            complete(one.facts, fact, {feel::Value::boolean(up), {}});
            one.slots[fact.slot] = slots_of(rubric_, one.facts, unknowns_)[fact.slot];
            add(pieces, std::move(one));
        }
        return pieces;
    }

    void add(std::vector<Piece>& pieces, Piece one) {
        one.ranges =
            whatif::TreeBounds{rubric_, rubric_.rubric, one.facts, one.slots, budget_}.run();
        if (!one.ranges.total.empty()) {
            pieces.push_back(std::move(one));
        }
    }

    /// Below, at and above the candidate in the middle of those inside, else of the interval.
    [[nodiscard]] std::vector<Abstract> numbers(const Numbers& all, std::size_t unknown) const {
        std::vector<Ratio> inside;
        const Interval hull = all.hull();
        for (const Candidate& candidate : search_.candidates(unknown)) {
            const Ratio& x = candidate.value.number();
            if (all.contains(x) && (!hull.low || *hull.low < x) && (!hull.high || x < *hull.high)) {
                inside.push_back(x);
            }
        }
        std::sort(inside.begin(), inside.end());
        if (inside.empty() && (!hull.low || !hull.high)) {
            return {};
        }
        const Ratio middle =
            inside.empty() ? (*hull.low + *hull.high) * Ratio{1, 2} : inside[inside.size() / 2];
        const Numbers below = all.met(Interval{{}, false, middle, false});
        const Numbers at = all.met(Interval{middle, true, middle, true});
        const Numbers above = all.met(Interval{middle, false, {}, false});
        std::vector<Abstract> parts;
        for (const Numbers& part : {below, at, above}) {
            if (!part.empty() && part != all) {
                parts.push_back(Abstract::number(part));
            }
        }
        return parts;
    }

    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    const std::vector<Unknown>& unknowns_;
    const Search& search_;
    feel::CallBudget& budget_;
    std::vector<std::size_t> tried_;
    std::vector<Piece> pieces_;
};

} // namespace

whatif::TreeRanges refined(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                           const std::vector<Unknown>& unknowns, const std::vector<Abstract>& slots,
                           whatif::TreeRanges ranges, const Search& search,
                           feel::CallBudget& budget) {
    return Refinement{rubric, facts, unknowns, search, budget}.run(slots, std::move(ranges));
}

} // namespace heng::detail::partial
