// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "base/text/nearest.hpp"
#include "monitor/loaded_progress.hpp"
#include "monitor/shares.hpp"
#include "plan/common_reader.hpp"
#include "plan/days.hpp"
#include "plan/messages.hpp"

#include <functional>
#include <map>
#include <utility>

namespace heng::detail::monitor {
namespace {

using json::JsonKind;
using json::ObjectReader;
using json::Reader;

constexpr std::size_t most_compared = 500; ///< problems, after which nearest names are not sought

class ProgressReader {
  public:
    explicit ProgressReader(LoadedProgress& loaded)
        : progress_{loaded.progress}, places_{loaded.places} {}

    void run(const Reader& root) {
        const ObjectReader object = root.as(declared::progress).object();
        read_subject(object["subject"]);
        unit_ = plan::read_money_unit(object["unit"]);
        progress_.unit = unit_.value_or(progress_.unit);
        progress_.source = plan::text_of(object["source"]);
        (void)object["title"].text();
        read_as_of(object["as_of"]);
        plan::Ids ids{"project"};
        for (const Reader project : object["projects"].elements()) {
            read_project(project, ids);
        }
    }

  private:
    void read_subject(const Reader& subject) {
        const ObjectReader object = subject.object();
        progress_.subject_name = plan::said_text(object["name"]);
        year_ = object["year"].whole();
        progress_.subject_year = static_cast<int>(year_.value_or(1));
    }

    void read_as_of(const Reader& as_of) {
        const auto date = as_of.date();
        if (!date) {
            return;
        }
        progress_.as_of = std::string{*date};
        if (year_ && !plan::is_in(*date, progress_.subject_year)) {
            as_of.problem("day", plan::say::not_of_year(std::to_string(*year_)));
        }
    }

    void read_project(const Reader& reader, plan::Ids& ids) {
        const ObjectReader object = reader.object();
        MonitoredProject project;
        MonitoredPlaces places{reader.json()};
        project.id = ids.read(object["id"]);
        project.name = plan::said_text(object["name"]);
        project.budget = plan::money_of(object["budget"], unit_).value_or(Decimal{});
        project.watched = object["watched"].boolean().value_or(false);
        for (const Reader point : object["curve"].elements()) {
            read_point(point, project.curve);
        }
        read_goals(object["goals"], project.goals);
        for (const Reader entry : object["entries"].elements()) {
            project.entries.push_back(read_entry(entry));
            places.entries.push_back(entry.json());
        }
        if (object.has("data")) {
            (void)object["data"].members(); // an object; read when there is a policy
            places.data = object["data"].json();
        }
        progress_.projects.push_back(std::move(project));
        places_.push_back(std::move(places));
    }

    void read_point(const Reader& reader, std::vector<CurvePoint>& curve) const {
        const ObjectReader object = reader.object();
        const Reader by = object["by"];
        const auto day = read_curve_day(by);
        const auto share = read_share(object["share"]);
        if (!day || !share) {
            return;
        }
        if (!curve.empty() && (*day <= curve.back().by || *share < curve.back().share)) {
            by.problem("curve", plan::say::curve_rises, plan::say::sort_points);
            return;
        }
        curve.push_back({*day, *share});
    }

    [[nodiscard]] std::optional<std::string> read_curve_day(const Reader& by) const {
        if (!by.is(JsonKind::string) || by.json().text().size() != 10) {
            const auto day = plan::read_yearly_day(by);
            return day ? std::optional{plan::day_in(*day, progress_.subject_year)} : std::nullopt;
        }
        const auto date = by.date();
        if (date && year_ && !plan::is_in(*date, progress_.subject_year)) {
            by.problem("day", plan::say::not_of_year(std::to_string(*year_)));
            return std::nullopt;
        }
        return date ? std::optional{std::string{*date}} : std::nullopt;
    }

    /// Leaves their ids, for the entries of the same project.
    void read_goals(const Reader& list, std::vector<ProjectGoal>& goals) {
        goal_ids_.clear();
        plan::Ids ids{"goal"};
        for (const Reader each : list.elements()) {
            const ObjectReader object = each.object();
            ProjectGoal goal;
            goal.id = ids.read(object["id"]);
            goal.name = plan::said_text(object["name"]);
            goal.direction = object["direction"].word<Direction>().value_or(goal.direction);
            goal.target = object["target"].decimal().value_or(Decimal{});
            goal_ids_.insert(goal.id);
            goals.push_back(std::move(goal));
        }
    }

    ProgressEntry read_entry(const Reader& reader) {
        const ObjectReader object = reader.object();
        ProgressEntry entry;
        entry.date = object["date"].date().value_or("");
        (void)object["note"].text();
        if (object.has("spent")) {
            entry.spent = plan::money_of(object["spent"], unit_);
        }
        for (const Reader actual : object["goals"].members()) {
            read_actual(actual, entry);
        }
        if (object.has("goal_progress")) {
            entry.goal_progress = read_share(object["goal_progress"]);
        }
        if (object.has("goals") && object.has("goal_progress")) {
            object["goal_progress"].problem_at_key("goals-twice", plan::say::goals_twice,
                                                   plan::say::leave_one);
        }
        if (object.is_present() && !object.has("spent") && !object.has("goals") &&
            !object.has("goal_progress")) {
            reader.problem("nothing-reported", plan::say::says_nothing, plan::say::add_progress);
        }
        return entry;
    }

    void read_actual(const Reader& member, ProgressEntry& entry) const {
        const std::string goal{member.key()};
        if (!goal_ids_.contains(goal)) {
            const bool compare = member.problems().size() < most_compared;
            const std::string nearest = compare ? text::nearest(goal, goal_ids_) : "";
            member.problem_at_key("unknown-goal", plan::say::no_goal(goal),
                                  text::question(nearest));
            return;
        }
        if (const auto actual = member.decimal()) {
            entry.goals.push_back({goal, *actual});
        }
    }

    Progress& progress_;
    std::vector<MonitoredPlaces>& places_;
    std::optional<MoneyUnit> unit_{};
    std::optional<std::int64_t> year_{};
    std::set<std::string, std::less<>> goal_ids_{};
};

} // namespace

void read_progress(const Reader& root, LoadedProgress& loaded) {
    ProgressReader{loaded}.run(root);
}

} // namespace heng::detail::monitor
