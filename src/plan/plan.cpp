// SPDX-License-Identifier: Apache-2.0
#include "base/json/problems.hpp"
#include "document/within_limits.hpp"
#include "plan/loaded_plan.hpp"

#include <heng/plan/plan.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace heng {
namespace {

template <class List>
auto* find_id(List& list, std::string_view id) {
    const auto found =
        std::find_if(list.begin(), list.end(), [id](const auto& each) { return each.id == id; });
    return found == list.end() ? nullptr : &*found;
}

/// What adjustments may name, found by id.
class Adjustable {
  public:
    explicit Adjustable(Plan& plan) : plan_{plan} {
        add(plan.indicators);
        for (Project& project : plan.projects) {
            projects_.emplace(project.id, &project);
            add(project.indicators);
        }
    }

    void apply(const PlanAdjustment& change) {
        if (change.field == AdjustedField::target) {
            const auto indicator = indicators_.find(change.indicator);
            if (indicator != indicators_.end()) {
                indicator->second->target = change.to;
            }
        } else if (std::optional<Decimal>* money = money_of(change)) {
            const auto amount = change.to.value ? change.to.value->exact_decimal() : std::nullopt;
            *money = amount ? amount : *money;
        }
    }

  private:
    void add(std::vector<PlanIndicator>& indicators) {
        for (PlanIndicator& indicator : indicators) {
            indicators_.emplace(indicator.id, &indicator);
        }
    }

    std::optional<Decimal>* money_of(const PlanAdjustment& change) {
        if (!change.indicator.empty()) {
            const auto indicator = indicators_.find(change.indicator);
            return indicator == indicators_.end() ? nullptr : &indicator->second->money;
        }
        if (!change.project.empty()) {
            const auto project = projects_.find(change.project);
            return project == projects_.end() ? nullptr : &project->second->money;
        }
        return &plan_.budget;
    }

    Plan& plan_;
    std::map<std::string, PlanIndicator*, std::less<>> indicators_{};
    std::map<std::string, Project*, std::less<>> projects_{};
};

} // namespace

std::optional<bool> is_quantified(const PlanIndicator& indicator) {
    if (indicator.quantified) {
        return indicator.quantified;
    }
    if (indicator.direction == Direction::level) {
        return false;
    }
    return indicator.target && indicator.target->value ? std::optional{true} : std::nullopt;
}

const Project* find_project(const Plan& plan, std::string_view id) {
    return find_id(plan.projects, id);
}

const PlanIndicator* find_indicator(const Plan& plan, std::string_view id) {
    const PlanIndicator* found = find_id(plan.indicators, id);
    for (auto project = plan.projects.begin(); found == nullptr && project != plan.projects.end();
         ++project) {
        found = find_id(project->indicators, id);
    }
    return found;
}

Plan plan_at(const Plan& plan, std::string_view date) {
    Plan then = plan;
    std::vector<const PlanAdjustment*> changes;
    for (const PlanAdjustment& each : plan.adjustments) {
        if (each.approved && *each.approved <= date) {
            changes.push_back(&each);
        }
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const PlanAdjustment* a, const PlanAdjustment* b) {
                         return *a->approved < *b->approved;
                     });
    Adjustable adjustable{then};
    for (const PlanAdjustment* change : changes) {
        adjustable.apply(*change);
    }
    return then;
}

Result<PlanDocument> PlanDocument::parse(std::string_view json, const Limits& limits) {
    return detail::document::within_limits([&] { return parse_unguarded(json, limits); });
}

Result<PlanDocument> PlanDocument::parse_unguarded(std::string_view json, const Limits& limits) {
    auto parsed = detail::json::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    detail::json::Problems problems{detail::json::plan_document, limits};
    auto loaded = std::make_shared<detail::plan::LoadedPlan>(*std::move(parsed));
    const detail::json::Reader root{loaded->json.root(), problems};
    if (root.has_heng()) {
        detail::plan::read_plan(root, *loaded);
    }
    if (!problems.empty()) {
        return Failure{problems.error()};
    }
    return PlanDocument{std::move(loaded)};
}

const Plan& PlanDocument::plan() const {
    return loaded_->plan;
}

std::string_view PlanDocument::text() const {
    return loaded_->json.text();
}

} // namespace heng
