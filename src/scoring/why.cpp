// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"
#include "scoring/why.hpp"

#include <algorithm>
#include <variant>

namespace heng::detail::scoring {
namespace {

/// What the rule itself did not decide; false where it did.
class WhyOtherwise {
  public:
    explicit WhyOtherwise(rule::Sentence& sentence) : s(sentence) {}

    template <class ByRule>
    bool operator()(const ByRule& /*reason*/) {
        return false;
    }

    bool operator()(const std::monostate& /*branch*/) {
        s.why(base::Phrase::branch, {{"score", s.score}, {"points", s.item.points}});
        return true;
    }

    bool operator()(const ByNotApplicable& reason) {
        const base::Phrase which =
            reason.treat_as == TreatAs::full   ? base::Phrase::not_applicable_full
            : reason.treat_as == TreatAs::zero ? base::Phrase::not_applicable_zero
                                               : base::Phrase::not_applicable_rescale;
        s.why(which, {{"points", s.item.points}});
        return true;
    }

    bool operator()(const ByUnits& reason) {
        const auto left = static_cast<std::size_t>(
            std::count_if(reason.units.begin(), reason.units.end(), [](const UnitScore& each) {
                return each.standing == UnitStanding::left;
            }));
        const base::Phrase which =
            left == 0 ? base::Phrase::units_weighed : base::Phrase::units_weighed_left;
        s.why(which, {{"units", reason.units.size() - left}, {"left", left}, {"score", s.score}});
        return true;
    }

  private:
    rule::Sentence& s;
};

} // namespace

void explain_item(const Indicator& indicator, Item& item, const Won& won, Language language,
                  const base::TermWords& terms, base::SheetText& text, Scratch& scratch) {
    scratch.why.clear();
    scratch.recover.clear();
    rule::Sentence sentence{.indicator = indicator,
                            .item = item,
                            .score = won.exact,
                            .lost = won.lost,
                            .adjusted = won.adjusted,
                            .language = language,
                            .word =
                                indicator.measure ? terms(*indicator.measure) : base::TermWord{},
                            .text = text,
                            .why_text = scratch.why,
                            .recover_text = scratch.recover,
                            .spare = scratch.spare,
                            .edges = scratch.edges};
    if (!std::visit(WhyOtherwise{sentence}, item.reason)) {
        rule::kind_of(indicator.rule).why(sentence);
    }
    if (!item.beyond.extra.is_zero() && won.exact > item.points) {
        const Points extra = won.exact - item.points;
        sentence.why(base::Phrase::beyond_points, {{"extra", extra}});
    } else if (!item.beyond.floor.is_zero() && won.exact < Points{}) {
        const Points below = Points{} - won.exact;
        sentence.why(base::Phrase::beyond_zero, {{"below", below}});
    }
    item.why = text.keep(scratch.why.written());
    item.recover = text.keep(scratch.recover.written());
}

} // namespace heng::detail::scoring
