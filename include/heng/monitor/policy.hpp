// SPDX-License-Identifier: Apache-2.0
//
// A policy: the thresholds of warnings, and the decisions that follow from scores and warnings —
// read from a policy/1 document. No threshold, text or decision is in the code.
//
//     Result<PolicyDocument> policy = builtin_policy("province-thresholds");
//     policy->policy().monitoring.spending[0].at_least;         // 25 %, by the end of April
//
// A document:
//
//     {"heng": "policy/1", "id": "own", "title": "…", "language": "zh", "basis": "local",
//      "source": "…",
//      "monitoring": {
//        "spending": [{"by": "04-30", "at_least": "25%", "basis": "recalled", "source": "…"}],
//        "goals": [{"by": "06-30", "at_least": "40%"}],
//        "behind": {"spending": "10%", "goals": "10%"}, "sequential": "calendar",
//        "gap": "10%", "near": "5%", "stale_after": 92, "daily": "all",
//        "watched": {"gap": "5%", "near": "5%", "stale_after": 31},
//        "execution": {"at": ["03-31", "06-30", "09-30", "12-31"], "cap": "100%"}},
//      "adjustments": {"until": "09-30"},
//      "inputs": {"stage_review.passed": {"type": "boolean", "optional": true}},
//      "decisions": [{"id": "lagging", "when": "warnings.spending = \"red\"", "decision": "defer",
//        "label": "暂缓拨付", "reason": "支出进度滞后", "priority": 2, "basis": "published"}],
//      "advice": [{"grade": "优", "advice": "优先保障", "budget": "110%"}]}
//
// Required: heng, id, title, basis, source; in a rule id, when, decision and label. A key of
// `monitoring` that is absent demands nothing. The keys:
// - spending, goals: from the day `by` of the subject's year on, the progress is at least
//   `at_least` (if several are due, the last counts). Below it the warning is red; at it, it is
//   not.
// - behind: how far progress may be below sequential progress; further is red. Sequential progress
//   is days elapsed ÷ days of the year (calendar), or the project's curve (curve; a project without
//   one goes by the calendar). Goals always go by the calendar.
// - gap: how far goal progress and spending may be apart, either way; further is red.
// - near: less than this from red, the warning is yellow; if absent, there is no yellow.
// - stale_after: days after which a project without a new entry is a finding.
// - daily: the projects that all this applies to, "all" or the "watched". watched: replaces the
//   same keys for projects that are closely monitored.
// - execution: the days at which progress ÷ sequential progress is taken (quarter ends if absent);
//   their mean is the average execution rate, each at most `cap_each`, the mean at most `cap`, if
//   given.
// - adjustments.until: the last day of the year on which targets and money may be changed.
// - priority: a smaller number goes first; a rule without one comes after those that have one.
//
// `when` is FEEL over: budget, spent (money, in the progress document's unit), unspent, spending,
// goals, sequential (shares, 0.25 is 25 %), execution (the average rate), started, watched,
// adjustable (booleans), month (1 … 12), warning and warnings.spending, warnings.goals,
// warnings.gap ("green", "yellow", "red", "no-data"), score, grade; and over the policy's own
// `inputs`, which are declared as in rubric/1, are no lists, and stand in a project's `data`.
// score, grade, goals, execution and (for a budget of 0) spending are null if they are not known.
#pragma once

#include <heng/document/call.hpp>
#include <heng/limits.hpp>
#include <heng/lint/lint.hpp>
#include <heng/number/ratio.hpp>
#include <heng/result.hpp>
#include <heng/rubric/basis.hpp>
#include <heng/rubric/rubric.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng {

/// The least progress from a day of each year on.
struct Checkpoint {
    std::string by{}; ///< "04-30"
    Ratio at_least{}; ///< 0 … 1
    Basis basis = Basis::local;
    std::string source{};
};

/// How far a project may be off; an empty member is not watched.
struct Tolerance {
    std::optional<Ratio> spending_behind{};
    std::optional<Ratio> goals_behind{};
    std::optional<Ratio> gap{};
    std::optional<Ratio> near{};
    std::optional<int> stale_after{}; ///< days, 1 … 366
};

/// The progress that is due: by the calendar, or by the project's curve.
enum class Sequential : std::uint8_t { calendar, curve };

/// The thresholds of monitoring. Shares are 0 … 1.
struct MonitoringRules {
    std::vector<Checkpoint> spending{}; ///< rising
    std::vector<Checkpoint> goals{};    ///< rising
    Tolerance usual{};
    Tolerance closely{}; ///< for watched projects: `usual` with the replacements of "watched"
    Sequential sequential = Sequential::calendar;
    bool daily_all = true; ///< false if only the watched are monitored
    std::vector<std::string> execution_at{"03-31", "06-30", "09-30", "12-31"}; ///< rising
    std::optional<Ratio> cap{};      ///< on the average execution rate
    std::optional<Ratio> cap_each{}; ///< on each rate that goes into it
};

/// The decision about a project (结果应用).
enum class DecisionKind : std::uint8_t {
    proceed,   ///< "continue"
    defer,     ///< its payment is deferred (暂缓拨付)
    give_back, ///< "return": its unspent money is returned (退回)
    adjust,    ///< its targets or money are adjusted
    stop,
};

/// The words of policy/1, in the order of the enumerators.
inline constexpr std::array<std::string_view, 5> decision_names{"continue", "defer", "return",
                                                                "adjust", "stop"};

[[nodiscard]] constexpr std::string_view name(DecisionKind kind) {
    return decision_names[static_cast<std::size_t>(kind)];
}

/// A rule: the decision for a project if its condition holds.
struct DecisionRule {
    std::string id{};
    std::string when{}; ///< FEEL
    DecisionKind decision = DecisionKind::proceed;
    std::string label{};           ///< the words for it: 暂缓拨付
    std::string reason{};          ///< "" if none is given
    std::optional<int> priority{}; ///< 0 … 1,000,000
    Basis basis = Basis::local;
    std::string source{};
};

/// Returns whether `a` goes first if both rules hold.
[[nodiscard]] bool goes_first(const DecisionRule& a, const DecisionRule& b);

/// The advice on next year's budget for a project with this grade.
struct Advice {
    std::string grade{};
    std::string advice{};          ///< 优先保障, 保持, 压减, 取消
    std::optional<Ratio> budget{}; ///< at most this share of this year's budget
};

/// The content of a policy/1 document.
struct Policy {
    std::string id{};
    std::string title{};
    std::string source{};
    Language language = Language::zh;
    Basis basis = Basis::local;
    MonitoringRules monitoring{};
    std::optional<std::string> adjustments_until{}; ///< "09-30"
    std::vector<DecisionRule> decisions{};
    std::vector<Advice> advice{};
};

namespace detail::monitor {
struct LoadedPolicy;
}

/// A policy with compiled rules, and the text that it was read from. Immutable and cheap to copy
/// (copies share); any number of threads may use one at once.
class PolicyDocument {
  public:
    /// Reads policy/1. Errors: json.*, limit.*, policy.* (heng, type, number, percent, word, day,
    /// order, missing-key, unknown-key, empty, duplicate-id, duplicate-grade, input, expression,
    /// conflict), with status invalid_argument; all that are found in one pass.
    ///
    /// policy.conflict: two rules that decide differently, neither of which goes first, both hold
    /// for some facts; they are in the message. Such facts are searched for within bounds; if none
    /// are found and it is not proved that there are none, findings() says so, and decide() refuses
    /// to choose if it happens. Linear in the text, plus the bounded search, which CallOptions may
    /// bound further and cancel.
    [[nodiscard]] static Result<PolicyDocument>
    parse(std::string_view json, const Limits& limits = {}, const CallOptions& call = {});

    [[nodiscard]] const Policy& policy() const;

    /// Returns what may be intended and may be wrong: rule-never, rule-hidden, maybe-conflict,
    /// unused-input.
    [[nodiscard]] const std::vector<Finding>& findings() const;

    /// Returns the document's text as it was read.
    [[nodiscard]] std::string_view text() const;

    /// For the library itself.
    [[nodiscard]] const detail::monitor::LoadedPolicy& loaded() const { return *loaded_; }

  private:
    explicit PolicyDocument(std::shared_ptr<const detail::monitor::LoadedPolicy> loaded)
        : loaded_(std::move(loaded)) {}
    static Result<PolicyDocument> parse_unguarded(std::string_view json, const Limits& limits,
                                                  const CallOptions& call);

    std::shared_ptr<const detail::monitor::LoadedPolicy> loaded_;
};

/// Returns the ids of the policies that come with heng, sorted.
[[nodiscard]] std::vector<std::string_view> builtin_policy_ids();

/// Return one of them, and its text. Error: policy.not-found, which names the nearest id.
[[nodiscard]] Result<PolicyDocument> builtin_policy(std::string_view id);
[[nodiscard]] Result<std::string_view> builtin_policy_text(std::string_view id);

} // namespace heng
