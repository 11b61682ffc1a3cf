// SPDX-License-Identifier: Apache-2.0
//
// What is mutated of the indicators: their rules, what they are applied to, and their points.
#include "rubric_test/mutator.hpp"
#include "rule/kind.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace heng::detail::rubric_test {
namespace {

constexpr std::size_t most_partners =
    6; ///< leaves that a leaf's points are moved to, till one fits

/// A rule's document, or an element of it, as the places where its kind makes slips.
class RuleSlips final : public rule::Slips {
  public:
    RuleSlips(Mutator& mutator, Site site, std::size_t leaf, std::function<bool()> divides)
        : mutator_{mutator}, site_{std::move(site)}, leaf_{leaf}, divides_{std::move(divides)} {}

    void number(std::string_view at, int places, std::string_view otherwise) override {
        const Site site = site_at(at);
        if (site.is_present() || otherwise.empty()) {
            return mutator_.number(site, places);
        }
        const auto now = Decimal::parse(otherwise);
        for (const Decimal& step : {Decimal{1, places}, Decimal{-1, places}}) {
            const std::string to = (now.value_or(Decimal{}) + step).to_string();
            (void)mutator_.put(site, std::string{otherwise} + " -> " + to, Tree::string(to));
        }
    }
    void words(std::string_view at, std::initializer_list<std::string_view> all,
               std::string_view otherwise) override {
        mutator_.words(site_at(at), all, otherwise);
    }
    void expression(std::string_view at) override { mutator_.expression(site_at(at)); }
    void condition(std::string_view at) override { mutator_.condition(site_at(at)); }
    void tests(std::string_view at, int places) override {
        mutator_.tests(site_at(at), places, leaf_);
    }
    void each(std::string_view at, const std::function<void(rule::Slips&)>& element) override {
        const Site list = site_at(at);
        const bool named = list.json && list.json->is(json::JsonKind::object);
        for (Site& each : named ? list.members() : list.elements()) {
            RuleSlips made{mutator_, std::move(each), leaf_, divides_};
            element(made);
        }
    }
    [[nodiscard]] int places_of(std::string_view at) const override {
        const Site site = site_at(at);
        const auto number = site.number();
        return number ? number->scale() : finest_scale(site.text(), {}, TextKind::tests);
    }
    [[nodiscard]] bool is_number(std::string_view at) const override {
        return site_at(at).number().has_value();
    }
    [[nodiscard]] bool divides() const override { return divides_(); }

  private:
    [[nodiscard]] Site site_at(std::string_view at) const {
        Site site = site_;
        while (!at.empty()) {
            const std::string_view key = at.substr(0, at.find('/'));
            at.remove_prefix(std::min(at.size(), key.size() + 1));
            const std::vector<Site> elements = site.elements();
            const auto of_list =
                std::find_if(elements.begin(), elements.end(),
                             [&](const Site& element) { return element.path.back() == key; });
            site = of_list == elements.end() ? site.member(key) : *of_list;
        }
        return site;
    }

    Mutator& mutator_;
    Site site_;
    std::size_t leaf_;
    std::function<bool()> divides_;
};

class IndicatorMutator {
  public:
    explicit IndicatorMutator(Mutator& mutator)
        : mutator_(mutator), indicators_(mutator.compiled().rubric.indicators) {}

    void run(const Site& indicators) {
        visit_all(indicators, {});
        for (std::size_t i = 0; i < leaves_.size(); ++i) {
            move_points(i);
        }
    }

  private:
    /// A leaf, and where the points of it and of all above it stand.
    struct Leaf {
        std::vector<Site> points;
    };

    void visit_all(const Site& list, const std::vector<Site>& above) {
        for (const Site& each : list.elements()) {
            visit(each, above);
        }
    }

    void visit(Site indicator, std::vector<Site> points) {
        const std::size_t index = seen_++;
        indicator.name = indicator.member("id").text();
        points.push_back(indicator.member("points"));
        mutator_.expression(indicator.member("measure"));
        if (const Site rule = indicator.member("rule"); rule.is_present()) {
            mutate_rule(indicator, rule, index);
            leaves_.push_back({points});
        }
        const Site not_applicable = indicator.member("not_applicable");
        mutator_.condition(not_applicable.member("when"));
        mutator_.words(not_applicable.member("treat_as"), {"full", "zero", "rescale"});
        visit_all(indicator.member("indicators"), points);
        const Site extra = indicator.member("extra");
        mutate_adjustments(mutator_, indicator.member("adjustments"), extra.is_present());
        mutator_.number(extra, 0);
        mutator_.number(indicator.member("floor"), 0);
    }

    void mutate_rule(const Site& indicator, const Site& rule, std::size_t index) {
        const auto slips = rule::kind_named(rule.member("kind").text()).slips;
        if (slips != nullptr) {
            RuleSlips made{mutator_, rule, index, [&] {
                               return has_denominator(indicator.member("measure"), index);
                           }};
            slips(made);
        }
    }

    /// Whether the measure divides, itself or through a named value.
    [[nodiscard]] bool has_denominator(const Site& measure, std::size_t index) const {
        const document::CompiledRubric& rubric = mutator_.compiled();
        if (divides(measure.text(), rubric.scope)) {
            return true;
        }
        const auto term = indicators_[index]->measure;
        const auto values = term ? rubric.program.static_values(rubric.expression(*term).id)
                                 : std::vector<feel::ValueId>{};
        return std::any_of(values.begin(), values.end(), [&](feel::ValueId value) {
            return divides(rubric.scope.value_text(value), rubric.scope);
        });
    }

    /// Points are taken from, or given to, the nearest other leaf with which the rubric loads.
    void move_points(std::size_t index) {
        const Site& own = leaves_[index].points.back();
        const auto now = own.number();
        if (!now) {
            return;
        }
        const Decimal step{1, std::max(now->scale(), 0)};
        for (const Decimal& by : {step, -step}) {
            Mutation mutation;
            const std::string to = (*now + by).to_string();
            mutation.name = own.name + ": " + now->to_string() + " -> " + to;
            mutation.pointer = pointer_of(own.path);
            mutation.reads_facts_anew = true;
            mutation.telling.how = Telling::How::reach;
            const std::size_t leaves = leaves_.size();
            for (std::size_t away = 1; away < leaves && mutation.edits.size() < most_partners;
                 ++away) {
                if (index + away < leaves) {
                    mutation.edits.push_back(moved(leaves_[index], leaves_[index + away], by));
                }
                if (index >= away) {
                    mutation.edits.push_back(moved(leaves_[index], leaves_[index - away], by));
                }
            }
            mutator_.add(std::move(mutation));
        }
    }

    static std::vector<Edit> moved(const Leaf& to, const Leaf& from, const Decimal& by) {
        std::size_t shared = 0; // what is above both keeps its points
        while (to.points[shared].path == from.points[shared].path) {
            ++shared;
        }
        std::vector<Edit> edits;
        const auto change = [&](const Leaf& leaf, const Decimal& amount) {
            for (std::size_t i = shared; i < leaf.points.size(); ++i) {
                const Decimal points = leaf.points[i].number().value_or(Decimal{}) + amount;
                edits.push_back({leaf.points[i].path, Tree::string(points.to_string())});
            }
        };
        change(to, by);
        change(from, -by);
        return edits;
    }

    Mutator& mutator_;
    IndicatorTree indicators_;
    std::vector<Leaf> leaves_;
    std::size_t seen_ = 0;
};

} // namespace

void mutate_indicators(Mutator& mutator, const Site& indicators) {
    IndicatorMutator{mutator}.run(indicators);
}

} // namespace heng::detail::rubric_test
