// SPDX-License-Identifier: Apache-2.0
//
// Adjustments that never bite, amounts that are no points, and what is left of a node's extra and
// floor.
#include "document/scales.hpp"
#include "lint/adjustable.hpp"
#include "lint/messages.hpp"
#include "lint/witness.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::lint {
namespace {

using Action = Adjustment::Kind;

/// What an adjustment can come to, in points, at most its `each_at_most`; no `most`: any number.
struct Amount {
    Ratio least{};
    std::optional<Ratio> most{};
};

Ratio most_or(const std::optional<Ratio>& most, const Ratio& otherwise) {
    return most ? *most : otherwise;
}

class AdjustmentCheck {
  public:
    AdjustmentCheck(Lints& lints, const Adjustable& node, const ScoreRange& range)
        : lints_{lints}, node_{node}, least_{range.least}, most_{range.most} {}

    void run(const std::vector<Adjustment>& adjustments) {
        for (std::size_t i = 0; i < adjustments.size(); ++i) {
            const Adjustment& each = adjustments[i];
            place_ = node_.at + '/' + std::to_string(i);
            check_value(each);
            if (!each.always) {
                check_when(each);
            }
            if (each.kind == Action::grade_at_most) {
                continue; // grades.cpp
            }
            const Amount amount = amount_of(each);
            const bool last = std::none_of(
                adjustments.begin() + static_cast<std::ptrdiff_t>(i), adjustments.end(),
                [](const Adjustment& later) { return later.kind == Action::deduct; });
            check_idle(each, amount, last);
            narrow(each, amount);
        }
    }

    [[nodiscard]] ScoreRange reach() const { return {least_, most_or(most_, node_.room.most)}; }

  private:
    /// A ceiling or a score that is set, as a number.
    void check_value(const Adjustment& adjustment) {
        if (adjustment.amount ||
            (adjustment.kind != Action::at_most && adjustment.kind != Action::set)) {
            return;
        }
        const bool set = adjustment.kind == Action::set;
        if (node_.rounded) {
            check_ceiling(lints_, adjustment.value, place_ + (set ? "/set" : "/at_most"),
                          node_.total);
        }
        if (set && Ratio{adjustment.value} > node_.in_play) {
            const std::string value = adjustment.value.to_string();
            const std::string points = node_.in_play.to_string();
            lints_.add({"set-above-points"}, place_ + "/set", say::set_above_points(points, value));
        }
    }

    void check_when(const Adjustment& adjustment) {
        const std::string when = place_ + "/when";
        const Truths truths = check_condition(lints_, adjustment.when, when);
        const bool explained = lints_.is_explained(when);
        if (!truths.may_hold && !explained) {
            lints_.add({"adjustment-never"}, when, say::adjustment_never);
        } else if (!truths.may_fail && !explained) {
            lints_.add({"adjustment-always"}, when, say::adjustment_always);
        }
    }

    Amount amount_of(const Adjustment& adjustment) {
        Amount amount{Ratio{adjustment.value}, Ratio{adjustment.value}};
        if (adjustment.amount) {
            // it is evaluated where the condition holds
            const bool assumed = !adjustment.always;
            const bool holds = !assumed || lints_.assume(adjustment.when, true);
            amount = holds ? expression(adjustment) : Amount{Ratio{}, std::nullopt};
            if (assumed) {
                lints_.release();
            }
        }
        if (adjustment.each_at_most) {
            const Ratio bound{*adjustment.each_at_most};
            if (bound.sign() > 0 && amount.most && *amount.most <= bound) {
                lints_.add({"bound-idle"}, place_ + "/each_at_most",
                           say::bound_idle(amount.most->to_string()));
            }
            amount = {min(amount.least, bound), min(most_or(amount.most, bound), bound)};
        }
        return amount;
    }

    Amount expression(const Adjustment& adjustment) {
        const Term term = *adjustment.amount;
        const std::string at = place_ + '/' + std::string{name(adjustment.kind)};
        const feel::Abstract value = check_term(lints_, term, at, Wanted::number);
        check_unit(term, at);
        if (value.numbers.empty()) {
            return {Ratio{}, std::nullopt};
        }
        if (!value.numbers.none_below_zero()) {
            negative(term, at);
        }
        const Interval hull = value.numbers.hull();
        return {hull.low ? max(*hull.low, Ratio{}) : Ratio{},
                hull.high ? std::optional{max(*hull.high, Ratio{})} : std::nullopt};
    }

    /// An amount is in points: a sum of money or a share is none.
    void check_unit(Term term, const std::string& at) {
        document::Scales scales{lints_.compiled()};
        const auto& entry = lints_.compiled().program.code().expressions[lints_.id_of(term)];
        const document::Scale scale = scales.of(entry.root);
        if (lints_.is_explained(at)) {
            return;
        }
        if (scale.kind == document::Scale::Kind::money && scale.times == Ratio{1}) {
            lints_.add({"amount-no-points"}, at, say::amount_is_money(lints_.text_of(term)));
        } else if (scale.is_share()) {
            lints_.add({"amount-no-points"}, at, say::amount_is_share(lints_.text_of(term)));
        }
    }

    void negative(Term term, const std::string& at) {
        const auto witness =
            find_witness(lints_, {term, "score.negative-adjustment", [](const feel::Value& value) {
                                      return value.is_number() && value.number().sign() < 0;
                                  }});
        const std::string& text = lints_.text_of(term);
        if (witness) {
            lints_.add({"negative-amount", Severity::error, true}, at,
                       say::negative_amount(text, witness->value.number().to_string()),
                       witness->shown);
        } else {
            lints_.add({"negative-amount", Severity::note, true}, at, say::negative_open(text));
        }
    }

    /// `last`: nothing is deducted after it, so that what passes the room is lost.
    void check_idle(const Adjustment& adjustment, const Amount& amount, bool last) {
        const bool nothing = amount.most && amount.most->sign() == 0;
        const Ratio most = most_or(most_, node_.room.most);
        const Ratio reached = last ? min(most, node_.room.most) : most;
        switch (adjustment.kind) {
        case Action::add:
            if (!nothing && last && least_ >= node_.room.most) {
                lints_.add({"adjustment-idle"}, place_,
                           say::addition_idle(node_.room.most.to_string()));
                return;
            }
            break;
        case Action::deduct:
            if (!nothing && node_.room.least.sign() < 0 && most_ && *most_ <= node_.room.least) {
                lints_.add({"adjustment-idle"}, place_,
                           say::deduction_idle(node_.room.least.to_string()));
                return;
            }
            break;
        case Action::at_most:
            if ((most_ || last) && amount.least >= reached) {
                lints_.add({"adjustment-idle"}, place_, say::adjustment_idle(reached.to_string()));
            }
            return;
        default:
            if (most_ && least_ == *most_ && amount.least == most && amount.most == most) {
                lints_.add({"adjustment-idle"}, place_, say::adjustment_idle(most.to_string()));
            }
            return;
        }
        if (nothing) {
            const Ratio shown = min(most, node_.room.most);
            lints_.add({"adjustment-idle"}, place_, say::adjustment_idle(shown.to_string()));
        }
    }

    void narrow(const Adjustment& adjustment, const Amount& amount) {
        const Ratio floor = min(node_.room.least, least_);
        switch (adjustment.kind) {
        case Action::deduct:
            least_ = amount.most ? max(floor, least_ - *amount.most) : floor;
            if (adjustment.always && most_) {
                most_ = max(min(node_.room.least, *most_), *most_ - amount.least);
            }
            break;
        case Action::add:
            most_ = most_ && amount.most ? std::optional{*most_ + *amount.most} : std::nullopt;
            least_ = adjustment.always ? least_ + amount.least : least_;
            break;
        case Action::set:
            most_ = most_ && amount.most ? std::optional{max(*most_, *amount.most)} : std::nullopt;
            [[fallthrough]];
        default:
            least_ = min(least_, amount.least);
            break;
        }
    }

    Lints& lints_;
    const Adjustable& node_;
    std::string place_{};
    Ratio least_;
    std::optional<Ratio> most_; ///< none: any number, which the room cuts
};

/// Says that no score comes to what extra or floor allow. `reach`: before it is cut.
void check_room(Lints& lints, const Adjustable& node, ScoreRange reach) {
    if (lints.is_explained(node.of)) {
        return;
    }
    if (node.rounded) {
        const RoundingPlaces& places = lints.rubric().rounding;
        reach = {Ratio{reach.least.rounded(places.scale, places.mode)},
                 Ratio{reach.most.rounded(places.scale, places.mode)}};
    }
    if (node.beyond.extra.sign() > 0 && reach.most >= Ratio{node.points} &&
        reach.most < node.room.most) {
        lints.add({"extra-unreachable"}, node.of + "/extra",
                  say::extra_unreachable(reach.most.to_string(), node.room.most.to_string()));
    }
    if (node.beyond.floor.sign() < 0 && reach.least > node.room.least) {
        lints.add(
            {"floor-unreachable"}, node.of + "/floor",
            say::negative_floor_unreachable(reach.least.to_string(), node.room.least.to_string()));
    }
}

} // namespace

Ratio within(const ScoreRange& room, const Ratio& score) {
    return max(room.least, min(score, room.most));
}

ScoreRange check_adjusted(Lints& lints, const std::vector<Adjustment>& adjustments,
                          const Adjustable& node, const ScoreRange& range) {
    AdjustmentCheck check{lints, node, range};
    check.run(adjustments);
    const ScoreRange reach = check.reach();
    check_room(lints, node, reach);
    return {within(node.room, reach.least), within(node.room, reach.most)};
}

} // namespace heng::detail::lint
