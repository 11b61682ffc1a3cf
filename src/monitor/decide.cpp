// SPDX-License-Identifier: Apache-2.0
#include "base/json/problems.hpp"
#include "base/text/messages.hpp"
#include "document/input_value.hpp"
#include "document/within_limits.hpp"
#include "feel/call_budget.hpp"
#include "feel/session.hpp"
#include "monitor/loaded_policy.hpp"
#include "monitor/loaded_progress.hpp"
#include "monitor/policy_facts.hpp"
#include "monitor/value_texts.hpp"
#include "plan/days.hpp"
#include "plan/findings.hpp"

#include <heng/monitor/decision.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace heng {
namespace detail::monitor {
namespace {

using feel::SlotId;
using feel::Value;
using json::Json;
using json::Reader;
using text::Sentence;

constexpr Sentence held{"the rule \"{0}\" holds: {1}", "规则“{0}”成立：{1}"};
constexpr Sentence held_always{"the rule \"{0}\" always holds", "规则“{0}”总是成立"};
constexpr Sentence quoted{"\"{0}\"", "“{0}”"};
constexpr Sentence wants{"\"{0}\" ({1})", "“{0}”（缺{1}）"};
constexpr Sentence none_holds{"no rule holds", "没有规则成立"};
constexpr Sentence no_data{"too little is reported until {0} to tell whether these rules hold: {1}",
                           "截至{0}进度数据不足，无法判断规则{1}是否成立，不能认定继续执行"};
constexpr Sentence no_data_at_all{"nothing is reported until {0}",
                                  "截至{0}没有进度数据，不能认定继续执行"};
constexpr Sentence undecided{"; not known for want of facts: {0}", "；因缺少事实而无法判断：{0}"};
constexpr Sentence in_conflict{"the rules {0} hold, decide differently, and none goes first",
                               "规则{0}同时成立而结论不同，且未分先后"};
constexpr Sentence conflict{"{0}: the rules {1} hold, decide differently, and none goes first",
                            "{0}：规则{1}同时成立而结论不同，且未分先后"};
constexpr Sentence unread{"the policy declares no \"{0}\"", "办法没有声明“{0}”"};
constexpr Sentence no_advice{"{0}: the policy has no advice for the grade \"{1}\"",
                             "{0}：办法没有等级“{1}”的建议"};
constexpr Sentence unknown_project{"there is a score of \"{0}\", and no such project",
                                   "“{0}”有得分，但没有这个项目"};

Value value_of(const std::optional<Ratio>& number) {
    return number ? Value::number(*number) : Value::null();
}

/// With 、 between them in Chinese.
text::Words joined(const std::vector<text::Words>& words) {
    text::Words list;
    for (const text::Words& each : words) {
        list += list.empty() ? text::Words{} : text::Words{", ", "、"};
        list += each;
    }
    return list;
}

WarningLevel level_of_kind(const ProjectStatus& status, WarningKind kind) {
    for (const Warning& warning : status.warnings) {
        if (warning.kind == kind) {
            return warning.level;
        }
    }
    const bool known =
        std::find(status.unknown.begin(), status.unknown.end(), kind) == status.unknown.end();
    return known ? WarningLevel::green : WarningLevel::no_data;
}

/// The facts of monitoring that are not known of a project.
std::set<SlotId> unknown_facts(const ProjectStatus& status) {
    std::set<SlotId> slots;
    const auto add = [&](PolicyFact fact) {
        slots.insert(slot_of(fact));
    };
    for (const WarningKind kind : status.unknown) {
        switch (kind) {
        case WarningKind::spending:
            add(PolicyFact::warning_spending);
            add(PolicyFact::spent);
            break;
        case WarningKind::goals:
            add(PolicyFact::warning_goals);
            add(PolicyFact::goals);
            break;
        case WarningKind::gap:
            add(PolicyFact::warning_gap);
            break;
        }
    }
    if (!status.entry_date) { // of a project that is not monitored, too
        add(PolicyFact::spent);
        add(PolicyFact::goals);
        add(PolicyFact::execution);
    }
    return slots;
}

/// The facts in `data` that the policy declares, by their slots; the rest are findings.
class DataReader {
  public:
    DataReader(const document::CompiledRubric& compiled, plan::Findings& findings)
        : compiled_{compiled}, findings_{findings} {}

    void read(const Reader& group, const std::string& prefix, std::vector<Value>& slots) {
        for (const Reader member : group.members()) {
            const std::string path = prefix + std::string{member.key()};
            const auto found = compiled_.scope.find(path);
            const bool own = found.index >= policy_facts;
            if (found.meaning == feel::Scope::Meaning::slot && own) {
                const document::Input& input = compiled_.inputs[found.index];
                const json::Name label{input.name()};
                if (auto value = document::read_scalar(member.named(label), input)) {
                    slots[found.index] = *std::move(value);
                }
            } else if (found.meaning == feel::Scope::Meaning::group && path != "warnings") {
                read(member, path + '.', slots);
            } else {
                findings_.add({"unread-fact", Severity::note}, member.json(), unread(path));
            }
        }
    }

  private:
    const document::CompiledRubric& compiled_;
    plan::Findings& findings_;
};

class Decider {
  public:
    Decider(const ProgressDocument& progress, const PolicyDocument& policy,
            std::span<const ProjectScore> scores, feel::CallBudget budget)
        : loaded_{progress.loaded()},
          policy_{policy.loaded()},
          findings_{policy.policy().language},
          problems_{json::progress_document, loaded_.limits},
          slots_(policy_.compiled.inputs.size()),
          session_{policy_.compiled.program, slots_},
          budget_{std::move(budget)} {
        for (const ProjectScore& score : scores) {
            scores_.emplace(score.project, &score);
        }
        for (const Advice& each : policy_.policy.advice) {
            advice_.emplace(each.grade, &each); // the first of a grade
        }
    }

    Result<DecisionReport> run(MonitoringReport monitoring) {
        DecisionReport report;
        for (std::size_t i = 0; i < monitoring.projects.size(); ++i) {
            report.decisions.push_back(decide(monitoring.projects[i], i, monitoring.as_of));
            if (fault_) {
                return Failure{*fault_};
            }
        }
        if (!problems_.empty()) {
            return Failure{problems_.error()};
        }
        for (const auto& [project, score] : scores_) {
            findings_.add({"unknown-project"}, loaded_.json.root(), unknown_project(project));
        }
        report.clean = findings_.is_clean();
        for (const Decision& each : report.decisions) {
            report.clean = report.clean && each.decision == DecisionKind::proceed;
        }
        report.findings = monitoring.findings;
        for (const Finding& finding : monitoring.findings) {
            report.clean = report.clean && finding.severity == Severity::note;
        }
        std::vector<Finding> own = findings_.take(loaded_.json);
        std::move(own.begin(), own.end(), std::back_inserter(report.findings));
        std::stable_sort(report.findings.begin(), report.findings.end(),
                         [](const Finding& a, const Finding& b) {
                             return std::pair{a.place.line, a.place.column} <
                                    std::pair{b.place.line, b.place.column};
                         });
        report.monitoring = std::move(monitoring);
        return report;
    }

  private:
    [[nodiscard]] const DecisionRule& rule(std::size_t i) const {
        return policy_.policy.decisions[i];
    }
    [[nodiscard]] feel::ExpressionId id_of(std::size_t i) const {
        return policy_.compiled.expression(*policy_.whens[i]).id;
    }
    [[nodiscard]] const std::string& said(const text::Words& words) const {
        return text::spoken(words, policy_.policy.language);
    }

    Decision decide(const ProjectStatus& status, std::size_t i, const std::string& as_of) {
        Decision decision;
        decision.project = status.id;
        decision.project_name = status.name;
        if (const auto score = scores_.find(status.id); score != scores_.end()) {
            decision.score = score->second->score;
            decision.grade = score->second->grade;
            scores_.erase(score);
        }
        slots_ = facts_of(status, decision, as_of);
        if (const auto& data = loaded_.places[i].data) {
            DataReader{policy_.compiled, findings_}.read(Reader{*data, problems_}, "", slots_);
        }
        session_.reset(slots_, budget_.limits());
        const std::vector<std::size_t> rules = holding(decision);
        if (!rules.empty() || is_decidable(status, as_of, decision)) {
            choose(rules, decision, loaded_.places[i].at);
        }
        budget_.spend(session_.steps_taken() + static_cast<std::int64_t>(slots_.size()));
        if (budget_.is_spent()) {
            fail(feel::call_fault());
        }
        add_money(status, decision);
        add_advice(status, decision, loaded_.places[i].at);
        return decision;
    }

    std::vector<Value> facts_of(const ProjectStatus& status, const Decision& decision,
                                const std::string& as_of) const {
        std::vector<Value> slots;
        for (std::size_t i = 0; i < policy_.compiled.inputs.size(); ++i) {
            const document::Input& input = policy_.compiled.inputs[i];
            slots.push_back(input.optional ? input.fallback.value_or(Value::null())
                                           : Value::missing(static_cast<SlotId>(i)));
        }
        const auto set = [&](PolicyFact fact, Value value) {
            slots[slot_of(fact)] = std::move(value);
        };
        const auto& until = policy_.policy.adjustments_until;
        set(PolicyFact::score,
            decision.score ? Value::number(Ratio{*decision.score}) : Value::null());
        set(PolicyFact::grade, decision.grade ? Value::text(*decision.grade) : Value::null());
        set(PolicyFact::watched, Value::boolean(status.watched));
        set(PolicyFact::adjustable, Value::boolean(!until || as_of.substr(5) <= *until));
        set(PolicyFact::month, Value::number(Ratio{plan::month_of(as_of)}));
        set(PolicyFact::budget, Value::number(Ratio{status.budget}));
        if (status.spent) {
            set(PolicyFact::spent, Value::number(Ratio{*status.spent}));
        }
        set(PolicyFact::goals, value_of(status.goals));
        set(PolicyFact::sequential, Value::number(status.sequential));
        set(PolicyFact::execution, value_of(status.execution.mean));
        const auto level = [&](WarningKind kind) {
            return Value::text(std::string{name(level_of_kind(status, kind))});
        };
        set(PolicyFact::warning_spending, level(WarningKind::spending));
        set(PolicyFact::warning_goals, level(WarningKind::goals));
        set(PolicyFact::warning_gap, level(WarningKind::gap));
        return slots;
    }

    /// The rules that hold; those that want a fact are noted. FEEL has it that what is not there
    /// equals nothing, so that a rule may be false for want of it.
    std::vector<std::size_t> holding(Decision& decision) {
        std::vector<std::size_t> rules;
        for (std::size_t i = 0; i < policy_.policy.decisions.size(); ++i) {
            const Value truth = session_.evaluate(id_of(i));
            if (const auto fault = session_.fault()) {
                fail(*fault);
                return {};
            }
            if (truth.is_true()) {
                rules.push_back(i);
            } else if (!truth.is_false() || !session_.missing().empty()) {
                UndecidedRule none{rule(i).id, {}};
                for (const SlotId slot : session_.reads()) {
                    if (slots_[slot].is_null()) {
                        none.missing.push_back(policy_.compiled.scope.slot_path(slot));
                    }
                }
                decision.undecided.push_back(std::move(none));
            }
        }
        return rules;
    }

    /// Whether it may be said that no rule holds. Where one reads what is not known of the project,
    /// or nothing is known and there are no rules, it is not known.
    bool is_decidable(const ProjectStatus& status, const std::string& as_of,
                      Decision& decision) const {
        const std::set<SlotId> unknown = unknown_facts(status);
        std::vector<text::Words> rules;
        for (std::size_t i = 0; !unknown.empty() && i < policy_.policy.decisions.size(); ++i) {
            const std::vector<SlotId> reads = policy_.compiled.program.static_reads(id_of(i));
            if (std::any_of(reads.begin(), reads.end(),
                            [&](SlotId slot) { return unknown.contains(slot); })) {
                rules.push_back(quoted(title_of(rule(i))));
            }
        }
        const bool nothing = !status.entry_date && policy_.policy.decisions.empty();
        if (rules.empty() && !nothing) {
            return true;
        }
        decision.why = said(nothing ? no_data_at_all(as_of) : no_data(as_of, joined(rules)));
        add_undecided(decision);
        return false;
    }

    void fail(const feel::Fault& fault) {
        fault_ = in_language(text::error_of(Status::limit_exceeded, fault.code, fault.message),
                             findings_.language());
    }

    void choose(const std::vector<std::size_t>& rules, Decision& decision, Json at) {
        if (rules.empty()) {
            decision.decision = DecisionKind::proceed;
            decision.why = said(none_holds);
            add_undecided(decision);
            return;
        }
        std::size_t first = rules.front();
        for (const std::size_t each : rules) {
            first = goes_first(rule(each), rule(first)) ? each : first;
        }
        bool agree = true;
        for (const std::size_t each : rules) {
            const bool equal = !goes_first(rule(first), rule(each));
            agree = agree && (!equal || rule(each).decision == rule(first).decision);
            (equal ? decision.conflicts : decision.others).push_back(rule(each).id);
        }
        if (!agree) {
            std::vector<text::Words> titles;
            for (const std::size_t each : rules) {
                if (!goes_first(rule(first), rule(each))) {
                    titles.push_back(quoted(title_of(rule(each))));
                }
            }
            const text::Words names = joined(titles);
            decision.why = said(in_conflict(names));
            findings_.add({"conflict", Severity::error}, at,
                          conflict(decision.project_name, names));
            return;
        }
        for (const std::string& same : decision.conflicts) {
            if (same != rule(first).id) {
                decision.others.insert(decision.others.begin(), same);
            }
        }
        decision.conflicts.clear();
        explain(first, decision);
    }

    void explain(std::size_t i, Decision& decision) {
        const DecisionRule& chosen = rule(i);
        decision.decision = chosen.decision;
        decision.label = chosen.label;
        decision.rule = chosen.id;
        decision.reason = chosen.reason;
        decision.basis = chosen.basis;
        const MoneyUnit unit = loaded_.progress.unit;
        std::vector<text::Words> facts;
        for (const feel::ValueId value : policy_.compiled.program.static_values(id_of(i))) {
            const std::string& name = policy_.compiled.scope.value_name(value);
            const Value result = session_.evaluate_value(value);
            decision.inputs.push_back({name, value_text(result)});
            if (text::Words words = named_words(name, result, unit); !words.empty()) {
                facts.push_back(std::move(words));
            }
        }
        (void)session_.evaluate(id_of(i));
        for (const SlotId slot : session_.reads()) {
            decision.inputs.push_back(
                {policy_.compiled.scope.slot_path(slot), value_text(slots_[slot])});
            facts.push_back(fact_words(policy_.compiled, slot, slots_[slot], unit));
        }
        decision.why = said(facts.empty() ? held_always(title_of(chosen))
                                          : held(title_of(chosen), joined(facts)));
        add_undecided(decision);
    }

    void add_undecided(Decision& decision) const {
        std::vector<text::Words> rules;
        for (const UndecidedRule& each : decision.undecided) {
            const auto found =
                std::find_if(policy_.policy.decisions.begin(), policy_.policy.decisions.end(),
                             [&](const DecisionRule& one) { return one.id == each.rule; });
            std::vector<text::Words> missing;
            for (const std::string& path : each.missing) {
                const auto fact = policy_.compiled.scope.find(path);
                missing.push_back(fact_name(policy_.compiled, fact.index));
            }
            rules.push_back(missing.empty() ? quoted(title_of(*found))
                                            : wants(title_of(*found), joined(missing)));
        }
        if (!rules.empty()) {
            decision.why += said(undecided(joined(rules)));
        }
    }

    static void add_money(const ProjectStatus& status, Decision& decision) {
        const bool keeps = decision.decision == DecisionKind::defer ||
                           decision.decision == DecisionKind::give_back ||
                           decision.decision == DecisionKind::stop;
        if (keeps && status.spent && *status.spent < status.budget) {
            decision.money = Ratio{status.budget} - Ratio{*status.spent};
        }
    }

    void add_advice(const ProjectStatus& status, Decision& decision, Json at) {
        if (!decision.grade || advice_.empty()) {
            return;
        }
        const auto found = advice_.find(*decision.grade);
        if (found == advice_.end()) {
            findings_.add({"no-advice"}, at, no_advice(status.name, *decision.grade));
            return;
        }
        decision.advice = found->second->advice;
        if (found->second->budget) {
            decision.next_budget = *found->second->budget * Ratio{status.budget};
        }
    }

    const LoadedProgress& loaded_;
    const LoadedPolicy& policy_;
    plan::Findings findings_;
    json::Problems problems_;
    std::vector<Value> slots_; ///< of the project that is decided
    feel::Session session_;
    feel::CallBudget budget_;                                  ///< of all projects together
    std::map<std::string_view, const ProjectScore*> scores_{}; ///< of projects not met yet
    std::map<std::string_view, const Advice*> advice_{};       ///< by the grade
    std::optional<Error> fault_{};
};

} // namespace
} // namespace detail::monitor

Result<DecisionReport> decide(const ProgressDocument& progress, const PolicyDocument& policy,
                              std::span<const ProjectScore> scores, const MonitorOptions& options,
                              const CallOptions& call) {
    return detail::document::as_call(call, [&]() -> Result<DecisionReport> {
        auto monitoring = monitor(progress, policy, options, call);
        if (!monitoring) {
            return Failure{std::move(monitoring.error())};
        }
        return detail::monitor::Decider{progress, policy, scores, detail::document::budget_of(call)}
            .run(*std::move(monitoring));
    });
}

} // namespace heng
