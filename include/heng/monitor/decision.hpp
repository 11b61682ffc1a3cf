// SPDX-License-Identifier: Apache-2.0
//
// Use of results (结果应用): the decisions of a policy for each project — continue, defer payment
// (暂缓拨付), return funds (退回), adjust, stop — and its advice for next year's budget.
//
//     Result<DecisionReport> report = decide(*progress, *policy, scores);
//     report->decisions[0].label;     // 暂缓拨付
//     report->decisions[0].why;       // 规则 lagging 成立：warnings.spending = "red"，其中 …
//
// Every rule is evaluated for every project, on the results of monitor() and the given scores;
// among the rules that hold, the one that goes first decides. A decision names its rule, the facts
// that the rule read, and the other rules that held.
#pragma once

#include <heng/document/call.hpp>
#include <heng/monitor/monitor.hpp>
#include <heng/monitor/policy.hpp>
#include <heng/monitor/progress.hpp>
#include <heng/number/decimal.hpp>
#include <heng/result.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// The score of a project, from a scores/1 document:
///  {"heng": "scores/1", "scores": [{"project": "p1", "score": "92.5", "grade": "优"}]}
struct ProjectScore {
    std::string project{};
    std::optional<Decimal> score{};
    std::optional<std::string> grade{};
};

/// Reads scores/1; each project once, with a score, a grade or both. Errors: json.*, limit.*,
/// scores.* (heng, type, number, missing-key, unknown-key, empty, duplicate-id), with status
/// invalid_argument. Linear in the text.
[[nodiscard]] Result<std::vector<ProjectScore>> read_scores(std::string_view json,
                                                            const Limits& limits = {});

/// A fact that a rule read, as it is written: "0.35", "red", "null".
struct DecisionInput {
    std::string name{};
    std::string value{};
};

/// A rule that could not be evaluated because a fact is missing.
struct UndecidedRule {
    std::string rule{};
    std::vector<std::string> missing{}; ///< the names of the facts that it read and that are null
};

/// The decision for one project, and its reasons.
struct Decision {
    std::string project{};
    std::string project_name{};
    /// Empty if rules conflict, see `conflicts`, or if too little is known of the project, see
    /// `why`.
    std::optional<DecisionKind> decision{};
    std::string label{};                 ///< the policy's words; "" if no rule holds
    std::string rule{};                  ///< the id of the rule; "" if none holds
    std::string reason{};                ///< the rule's
    std::string why{};                   ///< a sentence in the policy's language
    Basis basis = Basis::local;          ///< the rule's
    std::vector<DecisionInput> inputs{}; ///< the facts that the rule read
    std::vector<std::string> others{};   ///< other rules that held, and go after it
    /// Rules that held and decide differently, none of which goes first.
    std::vector<std::string> conflicts{};
    std::vector<UndecidedRule> undecided{};
    std::optional<Ratio> money{}; ///< unspent money, for defer, give_back and stop
    std::optional<Decimal> score{};
    std::optional<std::string> grade{};
    std::string advice{};               ///< for next year, by the grade; "" if there is none
    std::optional<Ratio> next_budget{}; ///< the most, in the progress document's unit
};

/// The decisions for all projects. The codes of `findings`: those of monitor() about the progress
/// document, conflict (rules that the policy could not order), unread-fact (data that the policy
/// does not declare), no-advice (a grade that the policy has no advice for), unknown-project (a
/// score of no project).
struct DecisionReport {
    MonitoringReport monitoring{};
    std::vector<Decision> decisions{}; ///< in the order of the progress document
    std::vector<Finding> findings{};
    bool clean = true; ///< every project continues, and there are only notes
};

/// Decides for all projects. Errors: those of monitor(); progress.* for facts in `data` whose type
/// is not the one that the policy declares; `limit.exceeded` if evaluating the rules for all
/// projects takes more than two or three seconds (or CallOptions::most_steps).
/// O(projects × rules), plus the cost of monitor().
[[nodiscard]] Result<DecisionReport> decide(const ProgressDocument& progress,
                                            const PolicyDocument& policy,
                                            std::span<const ProjectScore> scores = {},
                                            const MonitorOptions& options = {},
                                            const CallOptions& call = {});

/// Returns a line or more a project: the decision, the reason, and the advice; before them the
/// findings of the policy, at its id, then those of `findings`, in `document`.
[[nodiscard]] std::string to_text(const DecisionReport& report, const ProgressDocument& progress,
                                  const PolicyDocument& policy, std::string_view document);

/// Returns {"policy":{…},"subject":{…},"unit","as_of","decisions":[…],"findings":[…],"clean":…},
/// indented, with a newline at the end.
[[nodiscard]] std::string to_json(const DecisionReport& report, const ProgressDocument& progress,
                                  const PolicyDocument& policy);

} // namespace heng
