// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "plan/common_reader.hpp"
#include "plan/loaded_plan.hpp"
#include "plan/messages.hpp"

#include <string>
#include <utility>

namespace heng::detail::plan {
namespace {

using json::Json;
using json::ObjectReader;
using json::Reader;

std::vector<std::string> ids_of(const Reader& list) {
    std::vector<std::string> ids;
    for (const Reader id : list.elements()) {
        ids.push_back(said_text(id));
    }
    return ids;
}

std::optional<int> level_of(const Reader& level) {
    const auto number = level.whole("level");
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

class PlanReader {
  public:
    explicit PlanReader(LoadedPlan& loaded) : plan_{loaded.plan}, places_{loaded.places} {}

    void run(const Reader& root) {
        const ObjectReader object = root.as(declared::plan).object();
        plan_.id = said_text(object["id"]);
        plan_.title = said_text(object["title"]);
        read_subject(object["subject"]);
        plan_.source = text_of(object["source"]);
        plan_.language = read_language(object["language"]);
        unit_ = read_money_unit(object["unit"]);
        plan_.unit = unit_.value_or(plan_.unit);
        plan_.budget = money_of(object["budget"], unit_);
        read_duties(object["duties"]);
        read_tasks(object["tasks"]);
        Ids ids{"project"};
        for (const Reader project : object["projects"].elements()) {
            read_project(project, ids);
        }
        read_indicators(object["indicators"], plan_.indicators, places_.indicators);
        read_declared(object["declared"], plan_.declared, places_.declared);
        Ids adjustments{"adjustment"};
        for (const Reader adjustment : object["adjustments"].elements()) {
            read_adjustment(adjustment, adjustments);
        }
    }

  private:
    void read_subject(const Reader& subject) {
        const ObjectReader object = subject.object();
        plan_.subject_name = said_text(object["name"]);
        if (const auto year = object["year"].whole()) {
            plan_.subject_year = static_cast<int>(*year);
        }
    }

    void read_duties(const Reader& list) {
        Ids ids{"duty"};
        for (const Reader each : list.elements()) {
            const ObjectReader object = each.object();
            plan_.duties.push_back(
                {ids.read(object["id"]), said_text(object["name"]), text_of(object["source"])});
            places_.duties.push_back(each.json());
        }
    }

    void read_tasks(const Reader& list) {
        Ids ids{"task"};
        for (const Reader each : list.elements()) {
            const ObjectReader object = each.object();
            plan_.tasks.push_back(
                {ids.read(object["id"]), said_text(object["name"]), ids_of(object["duties"])});
            places_.tasks.push_back(each.json());
        }
    }

    void read_project(const Reader& reader, Ids& ids) {
        const ObjectReader object = reader.object();
        Project project;
        ProjectPlaces places{reader.json()};
        project.id = ids.read(object["id"]);
        project.name = said_text(object["name"]);
        project.tasks = ids_of(object["tasks"]);
        project.money = money_of(object["money"], unit_);
        Ids objectives{"objective"};
        for (const Reader each : object["objectives"].elements()) {
            const ObjectReader objective = each.object();
            project.objectives.push_back(
                {objectives.read(objective["id"]), said_text(objective["text"])});
            places.objectives.push_back(each.json());
        }
        read_indicators(object["indicators"], project.indicators, places.indicators);
        read_declared(object["declared"], project.declared, places.declared);
        plan_.projects.push_back(std::move(project));
        places_.projects.push_back(std::move(places));
    }

    void read_indicators(const Reader& list, std::vector<PlanIndicator>& indicators,
                         std::vector<Json>& places) {
        for (const Reader each : list.elements()) {
            indicators.push_back(read_indicator(each));
            places.push_back(each.json());
        }
    }

    PlanIndicator read_indicator(const Reader& reader) {
        const ObjectReader object = reader.object();
        PlanIndicator indicator;
        indicator.id = indicator_ids_.read(object["id"]);
        indicator.name = said_text(object["name"]);
        indicator.category =
            object["category"].word<IndicatorCategory>().value_or(indicator.category);
        indicator.quantified = object["quantified"].boolean();
        indicator.direction = object["direction"].word<Direction>();
        if (object.has("target")) {
            indicator.target = read_planned(object["target"]);
        }
        indicator.unit = text_of(object["unit"]);
        indicator.level = level_of(object["level"]);
        indicator.code = text_of(object["code"]);
        indicator.objective = text_of(object["objective"]);
        indicator.points = amount_of(object["points"]);
        indicator.money = money_of(object["money"], unit_);
        return indicator;
    }

    static void read_declared(const Reader& list, std::vector<DeclaredCount>& declared,
                              std::vector<Json>& places) {
        for (const Reader each : list.elements()) {
            const ObjectReader object = each.object();
            DeclaredCount count;
            count.level = level_of(object["level"]);
            count.category = object["category"].word<IndicatorCategory>();
            count.indicators = object["indicators"].whole("count").value_or(0);
            const Reader quantified = object["quantified"];
            count.quantified = quantified.percent();
            if (count.quantified) {
                count.printed = quantified.json().text();
                if (count.quantified->sign() < 0 || *count.quantified > Decimal{1}) {
                    quantified.problem("percent", say::share_in_percent);
                }
            }
            declared.push_back(std::move(count));
            places.push_back(each.json());
        }
    }

    void read_adjustment(const Reader& reader, Ids& ids) {
        const ObjectReader object = reader.object();
        PlanAdjustment adjustment;
        adjustment.id = ids.read(object["id"]);
        adjustment.date = object["date"].date().value_or("");
        if (const auto approved = object["approved"].date()) {
            adjustment.approved = *approved;
        }
        adjustment.project = text_of(object["project"]);
        adjustment.indicator = text_of(object["indicator"]);
        const auto field = object["field"].word<AdjustedField>();
        adjustment.field = field.value_or(AdjustedField::target);
        adjustment.from = read_change(object["from"], field);
        adjustment.to = read_change(object["to"], field);
        adjustment.reason = said_text(object["reason"]);
        if (field == AdjustedField::target && !object.has("indicator")) {
            object["field"].problem("adjustment", say::target_of_indicator, say::add_indicator);
        }
        plan_.adjustments.push_back(std::move(adjustment));
        places_.adjustments.push_back(reader.json());
    }

    [[nodiscard]] PlannedTarget read_change(const Reader& value,
                                            std::optional<AdjustedField> field) const {
        if (field != AdjustedField::money) {
            return read_planned(value);
        }
        const auto amount = money_of(value, unit_);
        return amount ? PlannedTarget{amount->to_string(), Ratio{*amount}, false} : PlannedTarget{};
    }

    Plan& plan_;
    PlanPlaces& places_;
    std::optional<MoneyUnit> unit_{};
    Ids indicator_ids_{"indicator"};
};

} // namespace

void read_plan(const Reader& root, LoadedPlan& loaded) {
    PlanReader{loaded}.run(root);
}

} // namespace heng::detail::plan
