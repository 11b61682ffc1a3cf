// SPDX-License-Identifier: Apache-2.0
//
// What is mutated of the indicators: their rules, what they are applied to, and their points.
#include "rubric_test/mutator.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <string>

namespace heng::detail::rubric_test {
namespace {

constexpr int least_scale_of_a_rate = 2;
constexpr std::size_t most_partners =
    6; ///< leaves that a leaf's points are moved to, till one fits

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
        mutate_adjustments(mutator_, indicator.member("adjustments"));
    }

    void mutate_rule(const Site& indicator, const Site& rule, std::size_t index) {
        const std::string_view kind = rule.member("kind").text();
        if (kind == "bands") {
            bands(rule, index);
        } else if (kind == "interpolate") {
            knots(rule);
        } else if (kind == "step") {
            step(rule);
        } else if (kind == "tally") {
            mutator_.number(rule.member("each"), 0);
            mutator_.number(rule.member("at_most"), 0);
        } else if (kind == "steps") {
            steps(rule);
        } else if (kind == "proportional") {
            proportional(indicator, rule, index);
        } else if (kind == "targets") {
            targets(rule);
        } else {
            parts(rule, kind);
        }
    }

    void bands(const Site& rule, std::size_t index) {
        const std::vector<Site> all = rule.member("bands").elements();
        int scale = 0;
        for (const Site& band : all) {
            scale = std::max(scale, finest_scale(band.member("in").text(), {}, TextKind::tests));
        }
        for (const Site& band : all) {
            mutator_.tests(band.member("in"), scale, index);
            mutator_.number(band.member("score"), 0);
            mutator_.number(band.member("rate"), least_scale_of_a_rate);
        }
    }

    void knots(const Site& rule) {
        int scale = least_scale_of_a_rate;
        const std::vector<Site> all = rule.member("knots").elements();
        for (const Site& knot : all) {
            const std::vector<Site> pair = knot.elements();
            const auto x = pair.empty() ? std::nullopt : pair[0].number();
            scale = std::max(scale, x ? x->scale() : 0);
        }
        for (const Site& knot : all) {
            const std::vector<Site> pair = knot.elements();
            for (std::size_t i = 0; i < pair.size(); ++i) {
                mutator_.number(pair[i], i == 0 ? scale : 0);
            }
        }
    }

    void step(const Site& rule) {
        int scale = 0;
        for (const std::string_view key : {"norm", "every"}) {
            const auto number = rule.member(key).number();
            scale = std::max(scale, number ? number->scale() : 0);
        }
        mutator_.number(rule.member("norm"), scale);
        mutator_.words(rule.member("side"), {"above", "below"});
        // one in the last place would often be no width at all: 0.01 - 0.01
        mutator_.number(rule.member("every"), scale + 1);
        mutator_.number(rule.member("deduct"), 0);
        mutator_.words(rule.member("part"), {"whole", "started", "exact"});
    }

    void steps(const Site& rule) {
        const Site norm = rule.member("norm");
        const auto number = norm.number();
        if (number) {
            mutator_.number(norm, least_scale_of_a_rate);
        } else {
            mutator_.expression(norm);
        }
        mutator_.number(rule.member("base"), 0);
        for (const std::string_view key : {"above", "below"}) {
            const Site side = rule.member(key);
            const auto every = side.member("every").number();
            mutator_.number(side.member("every"), every ? every->scale() + 1 : 0);
            mutator_.number(side.member("add"), 0);
            mutator_.number(side.member("deduct"), 0);
            mutator_.words(side.member("part"), {"whole", "started", "exact"});
            mutator_.number(side.member("at_most"), 0);
        }
        const Site pass = rule.member("pass");
        mutator_.number(pass.member("least"), least_scale_of_a_rate);
        mutator_.number(pass.member("most"), least_scale_of_a_rate);
    }

    void proportional(const Site& indicator, const Site& rule, std::size_t index) {
        const Site cap = rule.member("cap");
        if (cap.is_present()) {
            mutator_.number(cap, least_scale_of_a_rate);
        } else {
            (void)mutator_.put(cap, "1 -> 1.01", Tree::string("1.01"));
            (void)mutator_.put(cap, "1 -> 0.99", Tree::string("0.99"));
        }
        mutator_.number(rule.member("pass"), least_scale_of_a_rate);
        const Site zero = rule.member("if_zero_denominator");
        mutator_.words(zero, {"full", "zero", "error"},
                       has_denominator(indicator.member("measure"), index) ? "error" : "");
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

    void targets(const Site& rule) {
        mutator_.expression(rule.member("rows"));
        mutator_.words(rule.member("weights"), {"equal", "points"});
        mutator_.words(rule.member("dialect"), {"80-60", "80-50"}, "80-60");
        const Site far = rule.member("far_above");
        mutator_.number(far.member("from"), least_scale_of_a_rate);
        mutator_.number(far.member("deduct"), 0);
    }

    void parts(const Site& rule, std::string_view kind) {
        if (kind == "formula") {
            mutator_.expression(rule.member("score"));
            mutator_.number(rule.member("floor"), 0);
            mutator_.number(rule.member("cap"), 0);
        }
        for (const Site& each : rule.member("each").elements()) {
            mutator_.expression(each.member("count"));
            mutator_.number(each.member("deduct"), 0);
            mutator_.number(each.member("at_most"), 0);
        }
        mutator_.number(rule.member("none_from"), 0);
        for (const Site& item : rule.member("items").elements()) {
            mutator_.condition(item.member("when"));
            mutator_.number(item.member("score"), 0);
        }
        if (kind == "condition") {
            mutator_.condition(rule.member("when"));
        }
        for (const Site& category : rule.member("scores").members()) {
            mutator_.number(category, 0);
        }
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
