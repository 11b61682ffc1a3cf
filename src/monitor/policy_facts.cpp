// SPDX-License-Identifier: Apache-2.0
#include "document/domains.hpp"
#include "monitor/policy_facts.hpp"

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
    std::string_view label;
    bool optional;
    std::optional<std::int64_t> minimum{};
    std::optional<std::int64_t> maximum{};
};

/// Shares are plain numbers to the checker of expressions, so that two may be subtracted.
constexpr std::array<Declared, policy_facts> declared{{
    {"score", InputType::number, "得分", true, {}, {}},
    {"grade", InputType::text, "等级", true, {}, {}},
    {"watched", InputType::boolean, "重点监控", false, {}, {}},
    {"adjustable", InputType::boolean, "可调整", false, {}, {}},
    {"month", InputType::count, "月份", false, 1, 12},
    {"budget", InputType::money, "预算数", false, 0, {}},
    {"spent", InputType::money, "支出数", false, 0, {}},
    {"goals", InputType::number, "目标进度", true, 0, 1},
    {"sequential", InputType::number, "序时进度", false, 0, 1},
    {"execution", InputType::number, "平均执行率", true, 0, {}},
    {"warnings.spending", InputType::text, "支出预警", false, {}, {}},
    {"warnings.goals", InputType::text, "目标预警", false, {}, {}},
    {"warnings.gap", InputType::text, "差距预警", false, {}, {}},
}};

struct Named {
    std::string_view name;
    std::string_view text;
};

constexpr std::array<Named, 4> values{{
    {"spending", "if budget = 0 then null else spent / budget"},
    {"unspent", "budget - spent"},
    {"started", "spent > 0"},
    {"warning", "if list contains([warnings.spending, warnings.goals, warnings.gap], \"red\") "
                "then \"red\" else if list contains([warnings.spending, warnings.goals, "
                "warnings.gap], \"yellow\") then \"yellow\" else if list contains("
                "[warnings.spending, warnings.goals, warnings.gap], \"no-data\") then \"no-data\" "
                "else \"green\""},
}};

std::optional<Decimal> decimal_of(std::optional<std::int64_t> number) {
    return number ? std::optional{Decimal{*number}} : std::nullopt;
}

} // namespace

void declare_facts(document::CompiledRubric& compiled) {
    for (const Declared& each : declared) {
        Input input;
        input.path = each.path;
        input.type = each.type;
        input.label = each.label;
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
