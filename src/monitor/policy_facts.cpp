// SPDX-License-Identifier: Apache-2.0
#include "document/domains.hpp"
#include "document/fact_words.hpp"
#include "monitor/policy_facts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace heng::detail::monitor {
namespace {

using document::Input;
using document::InputType;

struct Declared {
    std::string_view path;
    InputType type;
    text::Sentence label;
    bool optional;
    bool share = false;
    std::optional<std::int64_t> minimum{};
    std::optional<std::int64_t> maximum{};
};

/// Shares are plain numbers to the checker of expressions, so that two may be subtracted.
constexpr std::array<Declared, policy_facts> declared{{
    {"score", InputType::number, {"score", "得分"}, true, false, {}, {}},
    {"grade", InputType::text, {"grade", "等级"}, true, false, {}, {}},
    {"watched", InputType::boolean, {"watched closely", "重点监控"}, false, false, {}, {}},
    {"adjustable", InputType::boolean, {"may be adjusted", "可调整"}, false, false, {}, {}},
    {"month", InputType::count, {"month", "月份"}, false, false, 1, 12},
    {"budget", InputType::money, {"budget", "预算数"}, false, false, 0, {}},
    {"spent", InputType::money, {"spent", "支出数"}, false, false, 0, {}},
    {"goals", InputType::number, {"progress of the goals", "目标进度"}, true, true, 0, 1},
    {"sequential", InputType::number, {"sequential progress", "序时进度"}, false, true, 0, 1},
    {"execution", InputType::number, {"average execution rate", "平均执行率"}, true, true, 0, {}},
    {"warnings.spending",
     InputType::text,
     {"warning about spending", "支出预警"},
     false,
     false,
     {},
     {}},
    {"warnings.goals", InputType::text, {"warning about goals", "目标预警"}, false, false, {}, {}},
    {"warnings.gap", InputType::text, {"warning about the gap", "差距预警"}, false, false, {}, {}},
}};

struct Named {
    std::string_view name;
    std::string_view text;
    text::Sentence label;
    InputType type = InputType::percent;
};

constexpr std::array<Named, 4> values{{
    {"spending",
     "if budget = 0 then null else spent / budget",
     {"progress of spending", "支出进度"}},
    {"unspent", "budget - spent", {"unspent", "未支出数"}, InputType::money},
    {"started", "spent > 0", {"spending has begun", "已开始支出"}},
    {"warning",
     "if list contains([warnings.spending, warnings.goals, warnings.gap], \"red\") "
     "then \"red\" else if list contains([warnings.spending, warnings.goals, "
     "warnings.gap], \"yellow\") then \"yellow\" else if list contains("
     "[warnings.spending, warnings.goals, warnings.gap], \"no-data\") then \"no-data\" "
     "else \"green\"",
     {"warning", "预警"}},
}};

struct LevelWord {
    std::string_view level;
    text::Sentence word;
};
constexpr std::array<LevelWord, 4> levels{{{"green", {"green", "绿"}},
                                           {"yellow", {"yellow", "黄"}},
                                           {"red", {"red", "红"}},
                                           {"no-data", {"no data", "无数据"}}}};

constexpr text::Sentence is_value{"{0} is {1}", "{0}为{1}"};

/// A level of a warning is no text in quotes.
text::Words words_of(const text::Words& name, const Input& input, const feel::Value& value,
                     std::optional<MoneyUnit> unit, bool is_level) {
    const auto* const level =
        is_level && value.is_text()
            ? std::find_if(levels.begin(), levels.end(),
                           [&](const LevelWord& each) { return each.level == value.text(); })
            : levels.end();
    return level != levels.end() ? is_value(name, level->word)
                                 : document::fact_words(name, input, value, unit);
}

std::optional<Decimal> decimal_of(std::optional<std::int64_t> number) {
    return number ? std::optional{Decimal{*number}} : std::nullopt;
}

} // namespace

void declare_facts(document::CompiledRubric& compiled) {
    for (const Declared& each : declared) {
        Input input;
        input.path = each.path;
        input.type = each.type;
        input.label = each.label.zh;
        input.optional = each.optional;
        input.minimum = decimal_of(each.minimum);
        input.maximum = decimal_of(each.maximum);
        compiled.scope.add_input(input.path, document::type_of(input));
        compiled.inputs.push_back(std::move(input));
    }
    for (const Named& each : values) {
        compiled.scope.add_value(std::string{each.name}, std::string{each.text});
    }
}

text::Words fact_name(const document::CompiledRubric& compiled, feel::SlotId slot) {
    return slot < policy_facts ? text::Words(declared[slot].label)
                               : text::same(compiled.inputs[slot].name());
}

text::Words fact_words(const document::CompiledRubric& compiled, feel::SlotId slot,
                       const feel::Value& value, std::optional<MoneyUnit> unit) {
    Input input = compiled.inputs[slot];
    const bool own = slot < policy_facts;
    input.type = own && declared[slot].share ? InputType::percent : input.type;
    return words_of(fact_name(compiled, slot), input, value, unit,
                    own && slot >= slot_of(PolicyFact::warning_spending));
}

text::Words named_words(std::string_view name, const feel::Value& value,
                        std::optional<MoneyUnit> unit) {
    const auto* const found = std::find_if(values.begin(), values.end(),
                                           [&](const Named& each) { return each.name == name; });
    if (found == values.end()) {
        return {};
    }
    Input input;
    input.type = found->type;
    return words_of(found->label, input, value, unit, name == "warning");
}

text::Words kind_words(DecisionKind kind) {
    constexpr std::array<text::Sentence, 5> words{{{"continue", "继续执行"},
                                                   {"defer", "暂缓拨付"},
                                                   {"return", "退回"},
                                                   {"adjust", "调整"},
                                                   {"stop", "停止"}}};
    static_assert(words.size() == decision_names.size());
    return words[static_cast<std::size_t>(kind)];
}

const std::string& title_of(const DecisionRule& rule) {
    return rule.reason.empty() ? rule.id : rule.reason;
}

std::vector<feel::Abstract> policy_domains(const document::CompiledRubric& compiled) {
    std::vector<feel::Abstract> domains = document::domains_of(compiled.inputs);
    feel::Abstract level;
    level.texts.some = {"green", "no-data", "red", "yellow"};
    for (const PolicyFact fact :
         {PolicyFact::warning_spending, PolicyFact::warning_goals, PolicyFact::warning_gap}) {
        domains[slot_of(fact)] = level;
    }
    return domains;
}

} // namespace heng::detail::monitor
