// SPDX-License-Identifier: Apache-2.0
//
// policy/1
#include "document/declared_input.hpp"
#include "document/schema_text.hpp"

namespace heng::detail::declared {
namespace {

constexpr Value policy_heng = words_of("policy/1");

// ---- monitoring

constexpr auto checkpoint_fields =
    std::to_array<Field>({{"by", &yearly, required, "By (截止日)"},
                          {"at_least", &share, required, "At least (不低于)"},
                          {"basis", &basis},
                          {"source", &text, optional, "Source (出处)"}});
constexpr Value checkpoint{.form = Form::object,
                           .name = "checkpoint",
                           .title = "A checkpoint (时点要求)",
                           .what = "a checkpoint",
                           .fields = checkpoint_fields};
constexpr Value checkpoints = list_of(checkpoint);

constexpr auto behind_fields =
    std::to_array<Field>({{"spending", &share, optional, "Spending (支出)"},
                          {"goals", &share, optional, "Goals (目标)"}});
constexpr Value behind{.form = Form::object,
                       .name = "behind",
                       .title = "Behind (落后容许)",
                       .what = "\"behind\"",
                       .fields = behind_fields};
constexpr Field gap{"gap", &share, optional, "Gap (偏差容许)",
                    "How far spending and goals may be apart."};
constexpr Field near_limit{"near", &share, optional, "Near (临近)",
                           "How near to a limit is yellow."};
constexpr Value some_days = whole_in(1, 366);
constexpr Field stale_after{"stale_after", &some_days, optional, "Stale after (数据时限)", "Days."};
constexpr auto tolerance_fields =
    std::to_array<Field>({{"behind", &behind}, gap, near_limit, stale_after});
constexpr Value watched{.form = Form::object, .what = "\"watched\"", .fields = tolerance_fields};

constexpr Value execution_days = list_of(yearly);
constexpr auto execution_fields =
    std::to_array<Field>({{"at", &execution_days, optional, "At (时点)"},
                          {"cap", &factor, optional, "Cap (封顶)"},
                          {"cap_each", &factor, optional, "Cap of each (各时点封顶)"}});
constexpr Value execution{
    .form = Form::object, .what = "\"execution\"", .fields = execution_fields};

constexpr Value sequential = words_of("calendar curve");
constexpr Value daily = words_of("all watched");
constexpr auto monitoring_fields =
    std::to_array<Field>({{"spending", &checkpoints, optional, "Spending (支出时点)"},
                          {"goals", &checkpoints, optional, "Goals (目标时点)"},
                          {"behind", &behind},
                          {"sequential", &sequential, optional, "Sequential progress (序时进度)"},
                          gap,
                          near_limit,
                          stale_after,
                          {"daily", &daily, optional, "Daily (日常监控)"},
                          {"watched", &watched, optional, "Watched (重点监控)",
                           "Replaces what is usual, for projects that are watched."},
                          {"execution", &execution, optional, "Execution (执行率)"}});
constexpr Value monitoring{.form = Form::object,
                           .name = "monitoring",
                           .title = "Monitoring (监控规则)",
                           .what = "\"monitoring\"",
                           .fields = monitoring_fields};

// ---- decisions and advice

constexpr auto until_fields =
    std::to_array<Field>({{"until", &yearly, required, "Until (截止日)"}});
constexpr Value until{.form = Form::object, .what = "\"adjustments\"", .fields = until_fields};

constexpr Value not_list = words_of("number money percent count boolean text date");
constexpr auto not_list_fields = std::to_array<Field>({{"type", &not_list}});
constexpr Value policy_input{.form = Form::narrowed, .of = &input, .fields = not_list_fields};
constexpr Value policy_inputs{.form = Form::map, .pattern = path_pattern, .of = &policy_input};

constexpr Value decision_kind = words_of("continue defer return adjust stop");
constexpr Value priority = whole_in(0, 1'000'000);
constexpr auto decision_fields =
    std::to_array<Field>({{"id", &said, required, "Id (编号)", "Of its own among the rules."},
                          {"when", &expression, required, "When (条件)"},
                          {"decision", &decision_kind, required, "Decision (决定)"},
                          {"label", &said, required, "Label (名称)"},
                          {"reason", &text, optional, "Reason (理由)"},
                          {"priority", &priority, optional, "Priority (优先级)"},
                          {"basis", &basis},
                          {"source", &text, optional, "Source (出处)"}});
constexpr Value decision{.form = Form::object,
                         .name = "decision",
                         .title = "A rule (规则)",
                         .what = "a rule",
                         .fields = decision_fields};
/// Each is held against each of the others.
constexpr Value decisions{.form = Form::list, .most = 200, .of = &decision};

constexpr auto advice_fields = std::to_array<Field>(
    {{"grade", &said, required, "Grade (等级)"},
     {"advice", &said, required, "Advice (建议)"},
     {"budget", &factor, optional, "Budget (预算系数)", "Of next year's budget."}});
constexpr Value advice{.form = Form::object,
                       .title = "An advice (建议)",
                       .what = "an advice",
                       .fields = advice_fields};
constexpr Value advice_list = list_of(advice);

constexpr auto policy_fields =
    std::to_array<Field>({{"heng", &policy_heng, required, heng_title, heng_meaning},
                          {"id", &said, required, "Id (编号)"},
                          {"title", &said, required, "Title (标题)"},
                          {"source", &said, required, "Source (出处)"},
                          {"language", &language, optional, language_title, language_meaning},
                          {"basis", &basis, required},
                          {"monitoring", &monitoring},
                          {"adjustments", &until, optional, "Adjustments (目标调整)"},
                          {"inputs", &policy_inputs, optional, "Inputs (数据项)",
                           "What the decisions read of a project's data; no lists."},
                          {"decisions", &decisions, optional, "Decisions (决定)"},
                          {"advice", &advice_list, optional, "Advice (预算建议)"}});

} // namespace

constexpr Value policy{
    .form = Form::object,
    .name = "policy",
    .title = "A policy (监控与结果应用办法)",
    .meaning = "policy/1: what monitoring warns of, and what follows from results. Used with: "
               "heng monitor, heng decide",
    .what = "a policy",
    .fields = policy_fields};

constexpr Format policy_format = format_of<policy>();

} // namespace heng::detail::declared
