// SPDX-License-Identifier: Apache-2.0
#include "cycle/common_reader.hpp"
#include "cycle/loaded_plan.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace heng::cycle {
namespace {

using document::Json;
using document::ObjectReader;
using document::Reader;
using document::Word;

constexpr std::int64_t deepest_level = 9;
constexpr std::int64_t latest_year = 9'999;
constexpr std::int64_t most_declared = 1'000'000'000;

std::vector<std::string> ids_of(const Reader& list) {
    std::vector<std::string> ids;
    for (const Reader id : list.elements()) {
        ids.push_back(said_text(id));
    }
    return ids;
}

std::optional<int> level_of(const Reader& level) {
    const auto number = level.whole(1, deepest_level, "level");
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

class PlanReader {
  public:
    explicit PlanReader(LoadedPlan& loaded) : plan_{loaded.plan}, places_{loaded.places} {}

    void run(const Reader& root) {
        const ObjectReader object = root.object(
            "a plan", {"heng", "id", "title", "subject", "source", "language", "unit", "budget",
                       "duties", "tasks", "projects", "indicators", "declared", "adjustments"});
        plan_.id = said_text(object.required("id"));
        plan_.title = said_text(object.required("title"));
        read_subject(object.required("subject"));
        plan_.source = text_of(object.optional("source"));
        plan_.language = object.optional("language").word(language_words).value_or(Language::zh);
        unit_ = read_money_unit(object.required("unit"));
        plan_.unit = unit_.value_or(plan_.unit);
        plan_.budget = money_of(object.optional("budget"), unit_);
        read_duties(object.optional("duties"));
        read_tasks(object.optional("tasks"));
        Ids ids{"project"};
        for (const Reader project : object.optional("projects").elements()) {
            read_project(project, ids);
        }
        read_indicators(object.optional("indicators"), plan_.indicators, places_.indicators);
        read_declared(object.optional("declared"), plan_.declared, places_.declared);
        Ids adjustments{"adjustment"};
        for (const Reader adjustment : object.optional("adjustments").elements()) {
            read_adjustment(adjustment, adjustments);
        }
    }

  private:
    void read_subject(const Reader& subject) {
        const ObjectReader object = subject.object("a subject", {"name", "year"});
        plan_.subject_name = said_text(object.required("name"));
        if (const auto year = object.optional("year").whole(1, latest_year)) {
            plan_.subject_year = static_cast<int>(*year);
        }
    }

    void read_duties(const Reader& list) {
        Ids ids{"duty"};
        for (const Reader each : list.elements()) {
            const ObjectReader object = each.object("a duty", {"id", "name", "source"});
            plan_.duties.push_back({ids.read(object.required("id")),
                                    said_text(object.required("name")),
                                    text_of(object.optional("source"))});
            places_.duties.push_back(each.json());
        }
    }

    void read_tasks(const Reader& list) {
        Ids ids{"task"};
        for (const Reader each : list.elements()) {
            const ObjectReader object = each.object("a task", {"id", "name", "duties"});
            plan_.tasks.push_back({ids.read(object.required("id")),
                                   said_text(object.required("name")),
                                   ids_of(object.optional("duties"))});
            places_.tasks.push_back(each.json());
        }
    }

    void read_project(const Reader& reader, Ids& ids) {
        const ObjectReader object = reader.object(
            "a project", {"id", "name", "tasks", "money", "objectives", "indicators", "declared"});
        Project project;
        ProjectPlaces places{reader.json()};
        project.id = ids.read(object.required("id"));
        project.name = said_text(object.required("name"));
        project.tasks = ids_of(object.optional("tasks"));
        project.money = money_of(object.optional("money"), unit_);
        Ids objectives{"objective"};
        for (const Reader each : object.optional("objectives").elements()) {
            const ObjectReader objective = each.object("an objective", {"id", "text"});
            project.objectives.push_back(
                {objectives.read(objective.required("id")), said_text(objective.required("text"))});
            places.objectives.push_back(each.json());
        }
        read_indicators(object.optional("indicators"), project.indicators, places.indicators);
        read_declared(object.optional("declared"), project.declared, places.declared);
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
        const ObjectReader object = reader.object(
            "an indicator", {"id", "name", "category", "quantified", "direction", "target", "unit",
                             "level", "code", "objective", "points", "money"});
        PlanIndicator indicator;
        indicator.id = indicator_ids_.read(object.required("id"));
        indicator.name = said_text(object.required("name"));
        indicator.category =
            read_category(object.required("category")).value_or(indicator.category);
        indicator.quantified = object.optional("quantified").boolean();
        indicator.direction = object.optional("direction").word(direction_words);
        if (object.has("target")) {
            indicator.target = read_planned(object.optional("target"));
        }
        indicator.unit = text_of(object.optional("unit"));
        indicator.level = level_of(object.optional("level"));
        indicator.code = text_of(object.optional("code"));
        indicator.objective = text_of(object.optional("objective"));
        indicator.points = amount_of(object.optional("points"));
        indicator.money = money_of(object.optional("money"), unit_);
        return indicator;
    }

    static void read_declared(const Reader& list, std::vector<DeclaredCount>& declared,
                              std::vector<Json>& places) {
        for (const Reader each : list.elements()) {
            const ObjectReader object =
                each.object("a declared count", {"level", "category", "indicators", "quantified"});
            DeclaredCount count;
            count.level = level_of(object.optional("level"));
            count.category = read_category(object.optional("category"));
            count.indicators =
                object.required("indicators").whole(0, most_declared, "count").value_or(0);
            const Reader quantified = object.optional("quantified");
            count.quantified = quantified.percent();
            if (count.quantified) {
                count.printed = quantified.json().text();
                if (count.quantified->sign() < 0 || *count.quantified > Decimal{1}) {
                    quantified.problem("percent", "a share is between 0% and 100%");
                }
            }
            declared.push_back(std::move(count));
            places.push_back(each.json());
        }
    }

    void read_adjustment(const Reader& reader, Ids& ids) {
        constexpr std::array<Word<AdjustedField>, 2> fields{
            {{"target", AdjustedField::target}, {"money", AdjustedField::money}}};
        const ObjectReader object =
            reader.object("an adjustment", {"id", "date", "approved", "project", "indicator",
                                            "field", "from", "to", "reason"});
        PlanAdjustment adjustment;
        adjustment.id = ids.read(object.required("id"));
        adjustment.date = object.required("date").date().value_or("");
        if (const auto approved = object.optional("approved").date()) {
            adjustment.approved = *approved;
        }
        adjustment.project = text_of(object.optional("project"));
        adjustment.indicator = text_of(object.optional("indicator"));
        const auto field = object.required("field").word(fields);
        adjustment.field = field.value_or(AdjustedField::target);
        adjustment.from = read_change(object.required("from"), field);
        adjustment.to = read_change(object.required("to"), field);
        adjustment.reason = said_text(object.required("reason"));
        if (field == AdjustedField::target && !object.has("indicator")) {
            object.optional("field").problem("adjustment",
                                             "a target is adjusted of an \"indicator\"",
                                             "add \"indicator\": its id");
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

} // namespace heng::cycle
