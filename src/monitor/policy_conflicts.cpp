// SPDX-License-Identifier: Apache-2.0
//
// Whether two rules of a policy can both hold and decide differently, with none that goes first:
// disproved on all facts at once, or shown by the smallest facts for which it is so.
#include "base/json/problems.hpp"
#include "base/text/messages.hpp"
#include "feel/bounds.hpp"
#include "feel/call_budget.hpp"
#include "feel/session.hpp"
#include "lint/sample_facts.hpp"
#include "monitor/loaded_policy.hpp"
#include "monitor/policy_facts.hpp"
#include "plan/findings.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace heng::detail::monitor {
namespace {

using feel::SlotId;
using feel::Value;
using text::Sentence;

constexpr std::size_t most_tries = 20'000;      ///< of facts, for two rules
constexpr std::size_t most_tries_all = 400'000; ///< for all pairs of rules

constexpr Sentence both_hold{
    "the rules \"{0}\" and \"{1}\" both hold where {2}, and decide {3} and {4}",
    "规则“{0}”与“{1}”在{2}时同时成立，结论分别为{3}和{4}"};
constexpr Sentence both_always{"the rules \"{0}\" and \"{1}\" both always hold, and decide {2} and "
                               "{3}",
                               "规则“{0}”与“{1}”总是同时成立，结论分别为{2}和{3}"};
constexpr Sentence hint_priority{"give one of them a \"priority\"; the smaller goes first",
                                 "请为其中之一注明 \"priority\"，小者优先"};
constexpr Sentence may_conflict{
    "the rules \"{0}\" and \"{1}\" decide differently, and whether both can hold is not known",
    "规则“{0}”与“{1}”结论不同，能否同时成立无法判定"};
constexpr Sentence never_holds{"the rule \"{0}\" never holds", "规则“{0}”永远不会成立"};
constexpr Sentence hidden{"wherever the rule \"{0}\" holds, \"{1}\" does, which goes first",
                          "规则“{0}”成立时“{1}”总已成立且优先"};
constexpr Sentence unused{"no rule reads the input \"{0}\"", "没有规则用到输入“{0}”"};

enum class Search : std::uint8_t { found, gave_up };

class Conflicts {
  public:
    Conflicts(LoadedPolicy& loaded, json::Problems& problems, feel::CallBudget budget)
        : loaded_{loaded},
          problems_{problems},
          findings_{loaded.policy.language},
          domains_{policy_domains(loaded.compiled)},
          bounds_{loaded.compiled.program, domains_},
          samples_{loaded.compiled, loaded.json},
          session_{loaded.compiled.program, samples_.ordinary()},
          budget_{std::move(budget)} {}

    void run() {
        const std::size_t rules = loaded_.policy.decisions.size();
        for (std::size_t i = 0; i < rules; ++i) {
            if (!may_hold(i)) {
                findings_.add({"rule-never"}, at_when(i), never_holds(title_of(rule(i))));
                continue;
            }
            check_hidden(i);
            for (std::size_t j = 0; j < i; ++j) {
                check_pair(j, i);
            }
        }
        check_inputs();
        loaded_.findings = findings_.take(loaded_.json);
    }

  private:
    [[nodiscard]] const DecisionRule& rule(std::size_t i) const {
        return loaded_.policy.decisions[i];
    }
    [[nodiscard]] feel::ExpressionId id_of(std::size_t i) const {
        return loaded_.compiled.expression(*loaded_.whens[i]).id;
    }
    [[nodiscard]] json::Json at_when(std::size_t i) const {
        return plan::member_of(loaded_.rules[i], "when");
    }

    [[nodiscard]] bool may_hold(std::size_t i) {
        bounds_.open();
        const bool may = bounds_.assume(id_of(i), true);
        bounds_.close();
        return may;
    }

    void check_hidden(std::size_t i) {
        for (std::size_t j = 0; j < loaded_.policy.decisions.size(); ++j) {
            if (i == j || !goes_first(rule(j), rule(i))) {
                continue;
            }
            bounds_.open();
            bool always = false;
            if (bounds_.assume(id_of(i), true)) {
                const feel::Abstract other = bounds_.evaluate(id_of(j));
                always =
                    other.may_be_true && !other.may_be_false && !other.may_be_null() && !other.open;
            }
            bounds_.close();
            if (always) {
                findings_.add({"rule-hidden"}, at_when(i),
                              hidden(title_of(rule(i)), title_of(rule(j))));
                return;
            }
        }
    }

    void check_pair(std::size_t i, std::size_t j) {
        const DecisionRule& a = rule(i);
        const DecisionRule& b = rule(j);
        if (a.decision == b.decision || goes_first(a, b) || goes_first(b, a)) {
            return;
        }
        bounds_.open();
        const bool both = bounds_.assume(id_of(i), true) && bounds_.assume(id_of(j), true);
        bounds_.close();
        if (!both) {
            return;
        }
        text::Words facts;
        switch (search(i, j, facts)) {
        case Search::found: {
            const text::Words words =
                facts.empty() ? both_always(title_of(a), title_of(b), kind_words(a.decision),
                                            kind_words(b.decision))
                              : both_hold(title_of(a), title_of(b), facts, kind_words(a.decision),
                                          kind_words(b.decision));
            problems_.add(at_when(j), "conflict", words, hint_priority);
            break;
        }
        case Search::gave_up:
            findings_.add({"maybe-conflict"}, at_when(j), may_conflict(title_of(a), title_of(b)));
            break;
        }
    }

    /// Tries small values of what the two rules read, the simplest first.
    Search search(std::size_t i, std::size_t j, text::Words& facts) {
        const feel::Program& program = loaded_.compiled.program;
        std::vector<SlotId> slots = program.static_reads(id_of(i));
        const std::vector<SlotId> more = program.static_reads(id_of(j));
        slots.insert(slots.end(), more.begin(), more.end());
        std::sort(slots.begin(), slots.end());
        slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
        std::vector<Value> near = program.static_constants(id_of(i));
        const std::vector<Value> constants = program.static_constants(id_of(j));
        near.insert(near.end(), constants.begin(), constants.end());
        std::vector<std::vector<Value>> choices;
        for (const SlotId slot : slots) {
            choices.push_back(candidates(slot, near));
        }
        std::vector<std::size_t> chosen(slots.size(), 0);
        for (std::size_t tried = 0;
             tried < most_tries && tries_ < most_tries_all && !budget_.is_spent(); ++tried) {
            ++tries_;
            std::vector<Value> values = samples_.ordinary();
            for (std::size_t k = 0; k < slots.size(); ++k) {
                values[slots[k]] = choices[k][chosen[k]];
            }
            session_.reset(values, budget_.limits());
            const bool both =
                session_.evaluate(id_of(i)).is_true() && session_.evaluate(id_of(j)).is_true();
            budget_.spend(session_.steps_taken() + static_cast<std::int64_t>(values.size() / 8));
            if (both) {
                facts = described(slots, values);
                return Search::found;
            }
            if (!advance(chosen, choices)) {
                break;
            }
        }
        return Search::gave_up;
    }

    [[nodiscard]] std::vector<Value> candidates(SlotId slot, const std::vector<Value>& near) const {
        std::vector<Value> values;
        for (const std::string& text : domains_[slot].texts.some) {
            values.push_back(Value::text(text));
        }
        if (values.empty()) {
            values = samples_.candidates(slot, domains_[slot], near);
        }
        if (values.empty()) {
            values.push_back(samples_.ordinary()[slot]);
        }
        return values;
    }

    /// The next choice, the first slot's changing fastest; false after the last.
    static bool advance(std::vector<std::size_t>& chosen,
                        const std::vector<std::vector<Value>>& choices) {
        for (std::size_t k = 0; k < chosen.size(); ++k) {
            if (++chosen[k] < choices[k].size()) {
                return true;
            }
            chosen[k] = 0;
        }
        return false;
    }

    /// 预算数为1、支出数为0
    [[nodiscard]] text::Words described(const std::vector<SlotId>& slots,
                                        const std::vector<Value>& values) const {
        text::Words facts;
        for (const SlotId slot : slots) {
            facts += facts.empty() ? text::Words{} : text::Words{", ", "、"};
            facts += fact_words(loaded_.compiled, slot, values[slot], std::nullopt);
        }
        return facts;
    }

    void check_inputs() {
        std::vector<bool> read(loaded_.compiled.inputs.size(), false);
        for (std::size_t i = 0; i < loaded_.policy.decisions.size(); ++i) {
            for (const SlotId slot : loaded_.compiled.program.static_reads(id_of(i))) {
                read[slot] = true;
            }
        }
        for (std::size_t i = 0; i < loaded_.own_inputs.size(); ++i) {
            if (!read[policy_facts + i]) {
                findings_.add({"unused-input", Severity::note}, loaded_.own_inputs[i],
                              unused(loaded_.compiled.inputs[policy_facts + i].name()));
            }
        }
    }

    LoadedPolicy& loaded_;
    json::Problems& problems_;
    plan::Findings findings_;
    std::vector<feel::Abstract> domains_;
    feel::Bounds bounds_;
    lint::SampleFacts samples_;
    feel::Session session_;
    std::size_t tries_ = 0;
    feel::CallBudget budget_; ///< of all tries together
};

} // namespace

void check_decisions(LoadedPolicy& loaded, json::Problems& problems, feel::CallBudget budget) {
    if (!loaded.policy.decisions.empty() || !loaded.own_inputs.empty()) {
        Conflicts{loaded, problems, std::move(budget)}.run();
    }
}

} // namespace heng::detail::monitor
