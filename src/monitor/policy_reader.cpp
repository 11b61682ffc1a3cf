// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "document/expression_reader.hpp"
#include "monitor/loaded_policy.hpp"
#include "monitor/policy_facts.hpp"
#include "monitor/shares.hpp"
#include "plan/common_reader.hpp"
#include "plan/days.hpp"
#include "plan/messages.hpp"

#include <utility>

namespace heng::detail::monitor {
namespace {

using json::ObjectReader;
using json::Reader;

constexpr std::size_t most_rules = 200; ///< each is held against each of the others

class PolicyReader {
  public:
    explicit PolicyReader(LoadedPolicy& loaded)
        : loaded_{loaded}, policy_{loaded.policy}, expressions_{loaded.compiled} {}

    void run(const Reader& root) {
        const ObjectReader object = root.as(declared::policy).object();
        policy_.id = plan::said_text(object["id"]);
        policy_.title = plan::said_text(object["title"]);
        policy_.source = plan::said_text(object["source"]);
        policy_.language = plan::read_language(object["language"]);
        loaded_.compiled.rubric.language = policy_.language;
        policy_.basis = object["basis"].word<Basis>().value_or(Basis::local);
        policy_.monitoring = read_monitoring(object["monitoring"], policy_.basis);
        read_adjustments(object["adjustments"]);
        read_inputs(object["inputs"]);
        read_decisions(object["decisions"]);
        read_advice(object["advice"]);
    }

  private:
    void read_adjustments(const Reader& reader) {
        if (!reader.is_present()) {
            return;
        }
        const ObjectReader object = reader.object();
        policy_.adjustments_until = plan::read_yearly_day(object["until"]);
    }

    void read_inputs(const Reader& inputs) {
        declare_facts(loaded_.compiled);
        expressions_.declare(inputs, Reader{std::nullopt, inputs.problems()});
        for (const Reader member : inputs.members()) {
            const auto found = loaded_.compiled.scope.find(member.key());
            if (found.meaning != feel::Scope::Meaning::slot || found.index < policy_facts) {
                continue; // refused already
            }
            loaded_.own_inputs.push_back(member.json());
            if (loaded_.compiled.inputs[found.index].type == document::InputType::list) {
                member.problem("input", plan::say::no_lists, plan::say::declare_scalar);
            }
        }
    }

    void read_decisions(const Reader& list) {
        plan::Ids ids{"rule"};
        for (const Reader each : list.elements()) {
            if (policy_.decisions.size() == most_rules) {
                each.problem("rules", plan::say::most_rules(std::to_string(most_rules)));
                return;
            }
            read_rule(each, ids);
        }
    }

    void read_rule(const Reader& reader, plan::Ids& ids) {
        const ObjectReader object = reader.object();
        DecisionRule rule;
        rule.id = ids.read(object["id"]);
        const Reader when = object["when"];
        rule.when = plan::text_of(when);
        loaded_.whens.push_back(expressions_.term(when, feel::ExpectedType::boolean));
        rule.decision = object["decision"].word<DecisionKind>().value_or(rule.decision);
        rule.label = plan::said_text(object["label"]);
        rule.reason = plan::text_of(object["reason"]);
        const auto priority = object["priority"].whole();
        if (priority) {
            rule.priority = static_cast<int>(*priority);
        }
        rule.basis = object["basis"].word<Basis>().value_or(policy_.basis);
        rule.source = plan::text_of(object["source"]);
        policy_.decisions.push_back(std::move(rule));
        loaded_.rules.push_back(reader.json());
    }

    void read_advice(const Reader& list) {
        std::set<std::string, std::less<>> grades;
        for (const Reader each : list.elements()) {
            const ObjectReader object = each.object();
            Advice advice;
            const Reader grade = object["grade"];
            advice.grade = plan::said_text(grade);
            advice.advice = plan::said_text(object["advice"]);
            advice.budget = read_factor(object["budget"]);
            if (grade.is(json::JsonKind::string) && !grades.insert(advice.grade).second) {
                grade.problem("duplicate-grade", plan::say::grade_twice(advice.grade));
            }
            policy_.advice.push_back(std::move(advice));
        }
    }

    LoadedPolicy& loaded_;
    Policy& policy_;
    document::ExpressionReader expressions_;
};

} // namespace

void read_policy(const Reader& root, LoadedPolicy& loaded) {
    PolicyReader{loaded}.run(root);
}

} // namespace heng::detail::monitor
