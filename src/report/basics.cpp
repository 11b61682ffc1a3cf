// SPDX-License-Identifier: Apache-2.0
//
// Part one of a draft: the department, its duties, and its income and expenditure.
#include "base/text/thousands.hpp"
#include "base/text/width.hpp"
#include "facts/loaded_facts.hpp"
#include "reconcile/identities.hpp"
#include "report/draft.hpp"

#include <heng/number/percent.hpp>

#include <array>
#include <optional>
#include <string>

namespace heng::detail::report {
namespace {

struct StatementLine {
    std::string_view field; ///< of reconciling::statement_fields
    text::Sentence name;
};

/// In the order in which final accounts print them.
constexpr std::array<StatementLine, 11> statement_lines{{
    {"total_income", {"Total income", "总收入"}},
    {"income", {"Income of the year", "本年收入"}},
    {"opening", {"Carried over from the year before", "年初结转和结余"}},
    {"total_expenditure", {"Total expenditure", "总支出"}},
    {"expenditure", {"Expenditure of the year", "本年支出"}},
    {"basic", {"Basic expenditure", "基本支出"}},
    {"project", {"Project expenditure", "项目支出"}},
    {"closing", {"Carried over at the end of the year", "年末结转和结余"}},
    {"budget", {"Budget of the year", "全年预算数"}},
    {"executed", {"Executed", "全年执行数"}},
    {"transfers", {"of which transfers to districts", "其中：市级转移区支付"}},
}};
constexpr text::Sentence progress{"Spending progress", "支出进度"};

std::optional<reconcile::FactNumber> number_of(json::Json data, std::string_view field) {
    for (const reconcile::StatementField& each : reconcile::statement_fields) {
        if (each.name == field) {
            return reconcile::number_at(data, each.path, {});
        }
    }
    return std::nullopt;
}

/// The unit of the facts' money (万元), as far as they name one.
std::string unit_of(json::Json facts) {
    const auto written = facts.find("unit");
    const auto money = written ? money_unit_from(written->text()) : std::nullopt;
    return std::string{money ? name(*money) : std::string_view{}};
}

/// An amount as the facts write it, without its unit; "" where they have none.
std::string amount_of(json::Json facts, std::string_view path) {
    const auto data = facts.find("data");
    const auto number = data ? reconcile::number_at(*data, path, {}) : std::nullopt;
    return number ? text::with_separators(reconcile::shown_like(*number, number->value)) : "";
}

/// The share of the budget that was spent; "" where that is not known.
std::string progress_of(json::Json facts) {
    const auto data = facts.find("data");
    const auto executed = data ? number_of(*data, "executed") : std::nullopt;
    const auto budget = data ? number_of(*data, "budget") : std::nullopt;
    return executed && budget && budget->value.sign() > 0
               ? Percent::of(executed->value / budget->value).to_string()
               : std::string{};
}

/// What the facts have of the statement, with the money's unit, and the progress of spending.
List statement_of(json::Json facts, Language language) {
    List lines;
    const auto data = facts.find("data");
    if (!data) {
        return lines;
    }
    const auto add = [&](const text::Sentence& name, std::string value) {
        lines.push_back(Object{}
                            .set("name", language == Language::zh ? name.zh : name.en)
                            .set("value", std::move(value)));
    };
    const std::string unit = unit_of(facts);
    for (const StatementLine& line : statement_lines) {
        if (const auto number = number_of(*data, line.field)) {
            add(line.name,
                text::with_separators(reconcile::shown_like(*number, number->value)) + unit);
        }
    }
    if (std::string share = progress_of(facts); !share.empty()) {
        add(progress, std::move(share));
    }
    return lines;
}

template <class Part>
List names_of(const std::vector<Part>& parts) {
    List names;
    for (const Part& part : parts) {
        names.push_back(Object{}.set("name", text::printable(part.name)));
    }
    return names;
}

List printed_of(const Reconciliation* reconciliation) {
    List lines;
    if (reconciliation != nullptr) {
        for (const Mismatch& each : reconciliation->findings) {
            lines.push_back(Object{}.set("text", text::printable(each.finding.message)));
        }
    }
    return lines;
}

} // namespace

void add_basics(const Sources& sources, Object& draft) {
    const facts::LoadedFacts& facts = sources.facts.loaded();
    const Plan none;
    const Plan& plan = sources.plan != nullptr ? *sources.plan : none;
    draft.set("subject", text::printable(facts.subject_name))
        .set("unit", unit_of(facts.json.root()))
        .set("initial", amount_of(facts.json.root(), "budget.initial"))
        .set("annual", amount_of(facts.json.root(), "budget.annual"))
        .set("executed", amount_of(facts.json.root(), "budget.executed"))
        .set("progress", progress_of(facts.json.root()))
        .set("year", facts.subject_year ? std::to_string(*facts.subject_year) : "")
        .set("has_year", facts.subject_year.has_value())
        .set("statement", statement_of(facts.json.root(), sources.sheet.language))
        .set("printed", printed_of(sources.reconciliation))
        .set("duties", names_of(plan.duties))
        .set("tasks", names_of(plan.tasks));
}

} // namespace heng::detail::report
