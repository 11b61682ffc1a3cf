// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"
#include "scoring/unit_costs.hpp"
#include "scoring/unit_scores.hpp"

#include <heng/rubric/tree.hpp>

#include <gsl/assert>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

namespace heng::detail::scoring {
namespace {

/// A number for each unit.
using Shares = std::vector<Ratio>;

Ratio total_of(const Shares& shares) {
    Ratio sum;
    for (const Ratio& share : shares) {
        sum = sum + share;
    }
    return sum;
}

void add(Shares& to, const Shares& more) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        to[i] = to[i] + more[i];
    }
}

class Costs {
  public:
    Costs(const document::CompiledRubric& rubric, FactAnswers& answers, const ScoreSheet& sheet)
        : rubric_(rubric),
          units_(answers.units()),
          sheet_(sheet),
          indicators_(rubric.rubric.indicators) {
        for (std::size_t unit = 0; unit < units_.all().size(); ++unit) {
            costs_.push_back({units_.all()[unit].subject_name,
                              units_.weight(unit, rubric.units.weight),
                              Points{},
                              {}});
        }
    }

    std::vector<UnitCost> run() {
        const std::size_t items = sheet_.items.size();
        charged_.resize(items);
        lost_.resize(items);
        Shares top(costs_.size());
        Points top_lost;
        for (std::size_t i = items; i > 0; --i) { // what is below comes first
            const Item& item = sheet_.items[i - 1];
            if (item.kind == ItemKind::row) {
                continue; // a part of its leaf
            }
            settle(i - 1);
            if (item.parent) {
                grow(charged_[*item.parent], charged_[i - 1]);
                lost_[*item.parent] += item.lost();
            } else {
                add(top, charged_[i - 1]);
                top_lost += item.lost();
            }
        }
        const Points lost = sheet_.points - sheet_.total;
        enter(std::nullopt, shared(lost - top_lost, top, rubric_.units.weight));
        finish(lost);
        return std::move(costs_);
    }

  private:
    void grow(Shares& to, const Shares& more) const {
        to.resize(costs_.size());
        add(to, more);
    }

    /// Charges what an item lost itself.
    void settle(std::size_t index) {
        const Item& item = sheet_.items[index];
        Shares& charged = charged_[index];
        charged.resize(costs_.size());
        const Shares own = item.kind == ItemKind::leaf
                               ? shared(item.lost(), shortfalls(item), weight_of(item))
                               : shared(item.lost() - lost_[index], charged, rubric_.units.weight);
        add(charged, own);
        enter(index, own);
    }

    /// `what`, in proportion to `by`; by weight where that is nothing, or below nothing for some.
    [[nodiscard]] Shares shared(const Points& what, const Shares& by,
                                std::optional<feel::SlotId> weight) const {
        if (what == Points{}) {
            return Shares(costs_.size());
        }
        const bool sound =
            std::none_of(by.begin(), by.end(), [](const Ratio& each) { return each.sign() < 0; });
        Shares shares = by;
        Ratio sum = total_of(by);
        if (!sound || sum.is_zero()) {
            for (std::size_t unit = 0; unit < shares.size(); ++unit) {
                shares[unit] = units_.weight(unit, weight);
            }
            sum = total_of(shares); // the weights of all units are no zero together
        }
        for (Ratio& share : shares) {
            share = what.value() * share / sum;
        }
        return shares;
    }

    [[nodiscard]] const document::UnitRule& rule_of(const Item& leaf) const {
        return rubric_.units.leaves.find(leaf.id)->second;
    }
    [[nodiscard]] std::optional<feel::SlotId> weight_of(const Item& leaf) const {
        return rule_of(leaf).weight;
    }

    /// Of each unit at a leaf; zero where nobody has one.
    Shares shortfalls(const Item& leaf) {
        Shares shares(costs_.size());
        if (leaf.lost() == Points{} || leaf.status == ItemStatus::not_applicable) {
            return shares;
        }
        if (const auto* by = std::get_if<ByUnits>(&leaf.reason)) {
            for (std::size_t unit = 0; unit < shares.size(); ++unit) {
                const UnitScore& each = by->units[unit];
                if (each.standing != UnitStanding::left) {
                    shares[unit] = (leaf.points - each.score).value() * each.weight;
                }
            }
            return shares;
        }
        const Indicator& indicator = *indicators_[leaf.indicator];
        if (!names_all(indicator)) {
            shares.front() = Ratio{1};
            return shares;
        }
        const bool adds_up = rule::kind_of(indicator.rule).adds_up;
        for (std::size_t unit = 0; unit < shares.size(); ++unit) {
            const auto alone = units_.alone(indicator, rule_of(leaf), unit, leaf.indicator);
            if (alone && *alone) {
                const Ratio weight = adds_up ? Ratio{1} : units_.weight(unit, weight_of(leaf));
                shares[unit] = (leaf.points - (*alone)->score).value() * weight;
            }
        }
        return shares;
    }

    /// Whether the rule names a fact that is made of all units'.
    [[nodiscard]] bool names_all(const Indicator& leaf) const {
        const auto aggregated = [&](Term term) {
            const auto reads = rubric_.program.static_reads(rubric_.expression(term).id);
            return std::any_of(reads.begin(), reads.end(), [&](feel::SlotId slot) {
                return document::is_aggregated(rubric_.inputs[slot]);
            });
        };
        return (leaf.measure && aggregated(*leaf.measure)) ||
               std::any_of(leaf.parts.begin(), leaf.parts.end(),
                           [&](const Part& part) { return aggregated(part.term); });
    }

    /// The parts come from the last item to the first.
    void enter(std::optional<std::size_t> item, const Shares& shares) {
        const auto* by = item ? std::get_if<ByUnits>(&sheet_.items[*item].reason) : nullptr;
        for (std::size_t unit = 0; unit < shares.size(); ++unit) {
            if (by != nullptr || !shares[unit].is_zero()) {
                UnitPart& part = costs_[unit].parts.emplace_back();
                part.item = item;
                part.lost = Points{shares[unit]};
                if (by != nullptr) {
                    part.scored = by->units[unit];
                }
            }
        }
    }

    /// In the sheet's order, the total last.
    void finish(const Points& lost) {
        Points sum;
        for (UnitCost& unit : costs_) {
            std::sort(unit.parts.begin(), unit.parts.end(),
                      [](const UnitPart& a, const UnitPart& b) {
                          return a.item && (!b.item || *a.item < *b.item);
                      });
            for (const UnitPart& part : unit.parts) {
                unit.lost += part.lost;
            }
            sum += unit.lost;
        }
        Ensures(sum == lost);
    }

    const document::CompiledRubric& rubric_;
    UnitScores& units_;
    const ScoreSheet& sheet_;
    IndicatorTree indicators_;
    std::vector<Shares> charged_; ///< by item
    std::vector<Points> lost_;    ///< by item: what is below it lost
    std::vector<UnitCost> costs_;
};

} // namespace

std::vector<UnitCost> unit_costs(const document::CompiledRubric& rubric, FactAnswers& answers,
                                 const ScoreSheet& sheet) {
    return Costs{rubric, answers, sheet}.run();
}

} // namespace heng::detail::scoring
