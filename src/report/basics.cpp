// SPDX-License-Identifier: Apache-2.0
//
// Part one of a draft: the department, its duties, and its income and expenditure.
#include "audit/identities.hpp"
#include "document/loaded_facts.hpp"
#include "report/draft.hpp"
#include "text/thousands.hpp"

#include <heng/number/percent.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace heng::drafting {
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

const reconciling::Figure* figure_of(const reconciling::Figures& figures, std::string_view field) {
    for (const reconciling::StatementField& each : reconciling::statement_fields) {
        if (each.name == field) {
            return figures.find_number(each.path);
        }
    }
    return nullptr;
}

/// What the facts have of the statement, with the money's unit, and the progress of spending.
List statement_of(const reconciling::Figures& figures, Language language) {
    List lines;
    const auto add = [&](const text::Sentence& name, std::string value) {
        lines.push_back(Object{}
                            .set("name", language == Language::zh ? name.zh : name.en)
                            .set("value", std::move(value)));
    };
    const std::string unit{figures.unit ? name(*figures.unit) : std::string_view{}};
    for (const StatementLine& line : statement_lines) {
        if (const reconciling::Figure* const figure = figure_of(figures, line.field)) {
            add(line.name, text::with_separators(
                               reconciling::shown_like(*figure->number, figure->number->value)) +
                               unit);
        }
    }
    const reconciling::Figure* const executed = figure_of(figures, "executed");
    const reconciling::Figure* const budget = figure_of(figures, "budget");
    if (executed != nullptr && budget != nullptr && budget->number->value.sign() > 0) {
        add(progress, Percent::of(executed->number->value / budget->number->value).to_string());
    }
    return lines;
}

template <class Part>
List names_of(const std::vector<Part>& parts) {
    List names;
    for (const Part& part : parts) {
        names.push_back(Object{}.set("name", part.name));
    }
    return names;
}

List printed_of(const Reconciliation* reconciliation) {
    List lines;
    if (reconciliation != nullptr) {
        for (const Mismatch& each : reconciliation->findings) {
            lines.push_back(Object{}.set("text", each.finding.message));
        }
    }
    return lines;
}

} // namespace

void add_basics(const Sources& sources, Object& draft) {
    const document::LoadedFacts& facts = sources.facts.loaded();
    document::Problems unheard{document::facts_document}; // the facts were read: they are sound
    const reconciling::Figures figures =
        reconciling::read_figures(document::Reader{facts.json.root(), unheard});
    const Plan none;
    const Plan& plan = sources.plan != nullptr ? *sources.plan : none;
    draft.set("subject", facts.subject_name)
        .set("year", facts.subject_year ? std::to_string(*facts.subject_year) : "")
        .set("has_year", facts.subject_year.has_value())
        .set("statement", statement_of(figures, sources.sheet.language))
        .set("printed", printed_of(sources.reconciliation))
        .set("duties", names_of(plan.duties))
        .set("tasks", names_of(plan.tasks));
}

} // namespace heng::drafting
