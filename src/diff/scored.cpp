// SPDX-License-Identifier: Apache-2.0
//
// Facts against facts: what changed, put down to its causes by scoring leaves again.
#include "base/digest.hpp"
#include "base/json/canonical.hpp"
#include "base/text/messages.hpp"
#include "diff/attribution.hpp"
#include "diff/effects.hpp"
#include "diff/mixture.hpp"
#include "diff/parts.hpp"
#include "diff/rule_changes.hpp"
#include "facts/spoken_call.hpp"
#include "scoring/scoring.hpp"

#include <heng/diff/diff.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace heng {
namespace {

using detail::diff::Amount;
using detail::diff::FactChanges;
using detail::diff::FlatSheet;
using detail::diff::LeafProbe;
using detail::facts::LoadedFacts;

/// One side: a rubric, its facts, and what they score.
struct Side {
    const Facts& facts;
    const RubricDocument& rubric;
    FlatSheet sheet{};
    std::vector<LeafProbe> probes{};
    std::map<std::string, Points> scores{}; ///< of each leaf, before adjustments and rounding
    std::map<std::string_view, std::size_t> by_id{}; ///< of the probes

    [[nodiscard]] const LeafProbe* find(const std::string& id) const {
        const auto found = by_id.find(id);
        return found != by_id.end() ? &probes[found->second] : nullptr;
    }
};

Result<Side> scored(const Facts& facts, detail::feel::CallBudget& budget) {
    const RubricDocument& rubric = facts.rubric();
    const auto sheet = detail::scoring::score_within(facts, budget);
    if (!sheet) {
        return Failure{sheet.error()};
    }
    Side side{facts, rubric};
    side.sheet = detail::diff::flat_sheet(*sheet);
    side.sheet.about.subject = facts.subject_name();
    side.sheet.about.rubric_digest = rubric.digest();
    side.sheet.about.facts_digest =
        detail::base::digest_of(detail::json::canonical_of(facts.loaded().json.root()));
    side.probes = detail::whatif::probes_of(rubric.compiled());
    detail::whatif::ProbedFacts probed{rubric.compiled(), facts.loaded()};
    for (const LeafProbe& probe : side.probes) {
        side.by_id.emplace(probe.leaf().id, side.by_id.size());
        side.scores[probe.leaf().id] = probe.score(probed, budget).value_or(Points{});
    }
    return side;
}

/// The addends of the total besides what leaves score by their rules: of a leaf its rounding is
/// what its score is more than that and its adjustments.
std::vector<Amount> others(const Side& side) {
    std::vector<Amount> amounts;
    std::map<std::string, Points> left; // of a leaf's score
    for (const detail::diff::FlatItem& item : side.sheet.items) {
        if (item.kind == ItemKind::leaf) {
            left[item.id] = item.score - side.scores.at(item.id);
        }
    }
    std::set<std::string> rows;
    for (const detail::diff::FlatItem& item : side.sheet.items) {
        if (item.kind == ItemKind::row) {
            rows.insert(item.id);
        }
    }
    for (Amount& each : taken_apart(side.sheet)) {
        const auto leaf = left.find(each.item);
        const bool after = each.kind == CauseKind::adjustment || each.kind == CauseKind::bound;
        if (leaf != left.end() && after) {
            leaf->second -= each.amount;
            amounts.push_back(std::move(each));
        } else if (leaf == left.end() && !rows.contains(each.item)) {
            amounts.push_back(std::move(each));
        }
    }
    for (const detail::diff::FlatItem& item : side.sheet.items) {
        if (item.kind == ItemKind::leaf && left.at(item.id) != Points{}) {
            amounts.push_back({CauseKind::rounding, item.id, item.name, {}, {}, left.at(item.id)});
        }
    }
    return amounts;
}

/// Which fact, assessment or unit it is, whatever it changed to.
using Cause = std::pair<CauseKind, std::string_view>;

Cause cause_of(const Because& because) {
    return {because.kind, because.where};
}

class Comparison {
  public:
    Comparison(const Side& from, const Side& to, detail::feel::CallBudget& budget)
        : from_(from),
          to_(to),
          budget_(budget),
          same_rubric_(from.rubric.digest() == to.rubric.digest()) {
        if (same_rubric_) {
            by_old_.emplace(from.rubric.compiled(), from.facts.loaded(), to.facts.loaded());
            mixed_old_.emplace(from.rubric.compiled(), *by_old_, budget);
            return;
        }
        old_texts_.emplace(from.rubric.compiled());
        new_texts_.emplace(to.rubric.compiled());
        new_facts_ = to.facts.read_for(from.rubric);
        old_facts_ = from.facts.read_for(to.rubric);
        if (new_facts_) {
            by_old_.emplace(from.rubric.compiled(), from.facts.loaded(), new_facts_->loaded());
            mixed_old_.emplace(from.rubric.compiled(), *by_old_, budget);
            probed_new_.emplace(from.rubric.compiled(), new_facts_->loaded());
        }
        if (old_facts_) {
            by_new_.emplace(to.rubric.compiled(), old_facts_->loaded(), to.facts.loaded());
            mixed_new_.emplace(to.rubric.compiled(), *by_new_, budget);
            probed_old_.emplace(to.rubric.compiled(), old_facts_->loaded());
        }
    }

    Difference run() {
        Difference difference;
        difference.language = to_.rubric.rubric().language;
        difference.from = from_.sheet.about;
        difference.to = to_.sheet.about;
        difference.items = detail::diff::changed_items(from_.sheet, to_.sheet);
        for (const LeafProbe& probe : from_.probes) {
            compare(probe, to_.find(probe.leaf().id));
        }
        for (const LeafProbe& probe : to_.probes) {
            if (from_.find(probe.leaf().id) == nullptr) {
                add(CauseKind::added, probe, {}, to_.scores.at(probe.leaf().id));
            }
        }
        for (ChangePart& part : detail::diff::changes(others(from_), others(to_))) {
            parts_.push_back(std::move(part));
        }
        difference.parts = std::move(parts_);
        try_others(difference);
        return difference;
    }

  private:
    void add(CauseKind kind, const LeafProbe& probe, std::vector<Because> because,
             const Points& change) {
        if (change != Points{}) {
            parts_.push_back(
                {kind, probe.leaf().id, probe.leaf().name, std::move(because), change});
        }
    }

    void add_all(std::vector<ChangePart> parts) {
        for (ChangePart& part : parts) {
            parts_.push_back(std::move(part));
        }
    }

    void compare(const LeafProbe& old, const LeafProbe* now) {
        const Points before = from_.scores.at(old.leaf().id);
        if (now == nullptr) {
            add(CauseKind::removed, old, {}, -before);
            return;
        }
        const Points after = to_.scores.at(old.leaf().id);
        if (same_rubric_) {
            add_all(attributed(old, *by_old_, *mixed_old_, {before, after}, budget_));
            return;
        }
        if (const auto middle = probed_new_ ? old.score(*probed_new_, budget_) : std::nullopt) {
            add_all(attributed(old, *by_old_, *mixed_old_, {before, *middle}, budget_));
            rule_or_points(old, *now, *middle, after);
        } else if (const auto other =
                       probed_old_ ? now->score(*probed_old_, budget_) : std::nullopt) {
            rule_or_points(old, *now, before, *other);
            add_all(attributed(*now, *by_new_, *mixed_new_, {*other, after}, budget_));
        } else {
            std::vector<Because> because =
                detail::diff::rule_changes(old_texts_->of(old), new_texts_->of(*now));
            add(CauseKind::several, old, std::move(because), after - before);
        }
    }

    /// On the same facts, by the old rule and by the new.
    void rule_or_points(const LeafProbe& old, const LeafProbe& now, const Points& before,
                        const Points& after) {
        std::vector<Because> rule =
            detail::diff::rule_changes(old_texts_->of(old), new_texts_->of(now));
        const Points old_points{old.leaf().points};
        const Points new_points{now.leaf().points};
        Points by_points;
        if (old_points != new_points) {
            by_points = rule.empty()             ? after - before
                        : old_points == Points{} ? Points{}
                                                 : before * (new_points / old_points) - before;
            add(CauseKind::points, old,
                {{CauseKind::points, old.leaf().id, old.leaf().name, text_of(old_points, {}),
                  text_of(new_points, {})}},
                by_points);
        }
        add(CauseKind::rule, old, std::move(rule), after - before - by_points);
    }

    /// Puts the facts that conditions depend on to what they changed, and tells of those that are
    /// in no part whether they have an effect.
    void try_others(Difference& difference) {
        std::optional<detail::diff::Effects> old;
        std::optional<detail::diff::Effects> now;
        if (by_old_) {
            old.emplace(from_.rubric.compiled(), *by_old_, from_.probes, budget_);
        }
        if (by_new_) {
            now.emplace(to_.rubric.compiled(), *by_new_, to_.probes, budget_);
        }
        for (ChangePart& part : difference.parts) {
            add_conditions(part, old, by_old_);
            add_conditions(part, now, by_new_);
            add_texts(part);
        }
        std::set<Cause> told;
        for (const ChangePart& part : difference.parts) {
            for (const Because& each : part.because) {
                told.insert(cause_of(each));
            }
        }
        std::multimap<Cause, std::size_t> by_cause; // of by_new_
        for (std::size_t i = 0; now && i < by_new_->all().size(); ++i) {
            by_cause.emplace(cause_of(by_new_->all()[i].because), i);
        }
        const auto& changes = by_old_ ? by_old_ : by_new_;
        for (std::size_t i = 0; changes && i < changes->all().size(); ++i) {
            const Because& because = changes->all()[i].because;
            if (!told.contains(cause_of(because))) {
                const detail::diff::Effect effect = effect_of(i, by_cause, old, now);
                auto& list = effect == detail::diff::Effect::none   ? difference.without_effect
                             : effect == detail::diff::Effect::some ? difference.offset
                                                                    : difference.untried;
                list.push_back(because);
            }
        }
    }

    static void add_conditions(ChangePart& part, std::optional<detail::diff::Effects>& effects,
                               const std::optional<FactChanges>& changes) {
        std::vector<Term> conditions;
        if (effects && part.kind == CauseKind::adjustment && !part.because.empty()) {
            conditions = effects->adjustment(part.item, part.because.front().where);
        } else if (effects && part.kind == CauseKind::rescaling) {
            conditions = effects->rescaling();
        }
        if (!conditions.empty()) {
            std::set<std::string> told;
            for (const Because& each : part.because) {
                told.insert(detail::diff::key_of(each));
            }
            for (const std::size_t index : effects->causes(conditions)) {
                const Because& because = changes->all()[index].because;
                if (told.insert(detail::diff::key_of(because)).second) {
                    part.because.push_back(because);
                }
            }
        }
    }

    /// Adds what two rubrics say otherwise of an adjustment, or of a bound.
    void add_texts(ChangePart& part) const {
        std::vector<Because> texts;
        if (!same_rubric_ && part.kind == CauseKind::adjustment && !part.because.empty()) {
            const std::string id = part.because.front().where;
            texts = detail::diff::rule_changes(old_texts_->adjustment(part.item, id),
                                               new_texts_->adjustment(part.item, id));
        } else if (!same_rubric_ && part.kind == CauseKind::bound) {
            texts = detail::diff::rule_changes(old_texts_->room(part.item),
                                               new_texts_->room(part.item));
        }
        part.because.insert(part.because.end(), texts.begin(), texts.end());
    }

    /// `index` is of by_old_, or of by_new_ where there is no other; `by_cause` is of by_new_.
    detail::diff::Effect effect_of(std::size_t index,
                                   const std::multimap<Cause, std::size_t>& by_cause,
                                   std::optional<detail::diff::Effects>& old,
                                   std::optional<detail::diff::Effects>& now) {
        using Of = detail::diff::Effects::Side;
        std::vector<detail::diff::Effect> effects;
        if (old) {
            effects.push_back(old->of(index, Of::old));
        }
        if (same_rubric_) {
            effects.push_back(old->of(index, Of::now));
        }
        const auto& changes = by_old_ ? by_old_ : by_new_;
        const auto [first, last] = by_cause.equal_range(cause_of(changes->all()[index].because));
        for (auto each = first; each != last; ++each) {
            effects.push_back(now->of(each->second, Of::now));
        }
        const auto has = [&](detail::diff::Effect effect) {
            return std::find(effects.begin(), effects.end(), effect) != effects.end();
        };
        return has(detail::diff::Effect::some)      ? detail::diff::Effect::some
               : has(detail::diff::Effect::untried) ? detail::diff::Effect::untried
                                                    : detail::diff::Effect::none;
    }

    const Side& from_;
    const Side& to_;
    detail::feel::CallBudget& budget_;
    bool same_rubric_;
    std::optional<detail::diff::RuleTexts> old_texts_, new_texts_;
    Result<Facts> new_facts_ =
        Failure{Error{}}; ///< the second facts as the first rubric reads them
    Result<Facts> old_facts_ = Failure{Error{}};                         ///< and the other way
    std::optional<detail::whatif::ProbedFacts> probed_new_, probed_old_; ///< those
    std::optional<FactChanges> by_old_, by_new_;
    std::optional<detail::diff::Mixture> mixed_old_,
        mixed_new_; ///< the old facts, with some of the changes
    std::vector<ChangePart> parts_;
};

Result<Difference> compared(const Facts& first, const Facts& second, const CallOptions& call) {
    detail::feel::CallBudget budget =
        detail::document::budget_of(call, detail::feel::long_call_steps);
    const auto from = scored(first, budget);
    if (!from) {
        return Failure{in_document(from.error(), "first")};
    }
    const auto to = scored(second, budget);
    if (!to) {
        return Failure{in_document(to.error(), "second")};
    }
    Difference difference = Comparison{*from, *to, budget}.run();
    if (budget.is_spent()) {
        return Failure{detail::scoring::budget_spent(difference.language)};
    }
    if (detail::diff::sum(difference.parts) != difference.change()) {
        constexpr detail::text::Sentence unlike{"the parts do not sum to the change of the total",
                                                "各部分之和不等于总分的变化"};
        return Failure{
            in_language(detail::text::error_of(Status::internal_error, "diff.sum", unlike),
                        difference.language)};
    }
    return difference;
}

} // namespace

Result<Difference> difference(const Facts& first, const Facts& second, const CallOptions& call) {
    return detail::facts::spoken(second, call, [&](const Facts& then) {
        return detail::facts::spoken(
            first, call, [&](const Facts& before) { return compared(before, then, call); });
    });
}

} // namespace heng
