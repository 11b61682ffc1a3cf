// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "plan/names.hpp"
#include "plan/plan_checks.hpp"

namespace heng::detail::plan {
namespace {

using json::Json;
using text::Sentence;

constexpr std::size_t most_pairs = 300'000; ///< of an objective and a duty
constexpr std::size_t shortest = 18;        ///< bytes, six Chinese characters
constexpr std::size_t longest = 900;        ///< bytes that are compared

constexpr Sentence restates{"the objective restates the duty \"{0}\": it says what is to be done, "
                            "and not what is to be reached",
                            "绩效目标照抄职责“{0}”：写的是做什么，没有写要达到什么结果"};
constexpr Sentence unmeasured{"no indicator measures the objective \"{0}\"",
                              "没有指标衡量绩效目标“{0}”"};
constexpr Sentence an_objective{"objective", "绩效目标"};

std::string compared(std::string_view text) {
    return normalised(text.substr(0, longest));
}

/// One contains the other, and what is contained says something.
bool is_same(const std::string& one, const std::string& other) {
    const std::string& inner = one.size() < other.size() ? one : other;
    const std::string& outer = one.size() < other.size() ? other : one;
    return inner.size() >= shortest && outer.find(inner) != std::string::npos;
}

struct NamedDuty {
    std::string compared;
    const Duty* duty;
};

class Objectives {
  public:
    explicit Objectives(PlanChecks& checks) : checks_{checks} {
        for (const Duty& duty : checks.plan.duties) {
            duties_.push_back({compared(duty.name), &duty});
        }
    }

    void check(const Project& project, const ProjectPlaces& places) {
        IdSet known;
        for (std::size_t i = 0; i < project.objectives.size(); ++i) {
            known.insert(project.objectives[i].id);
            compare(project.objectives[i], places.objectives[i]);
        }
        IdSet measured;
        for (std::size_t i = 0; i < project.indicators.size(); ++i) {
            const std::string& id = project.indicators[i].objective;
            if (known.contains(id)) {
                measured.insert(id);
            } else if (!id.empty()) {
                unknown_reference(checks_, member_of(places.indicators[i], "objective"),
                                  an_objective, id, known);
            }
        }
        // with one objective, all indicators measure it, and need not say so
        const bool implied = measured.empty() && known.size() == 1 && !project.indicators.empty();
        for (std::size_t i = 0; !implied && i < project.objectives.size(); ++i) {
            if (!measured.contains(project.objectives[i].id)) {
                checks_.findings.add({"objective-idle"}, places.objectives[i],
                                     unmeasured(text::shortened(project.objectives[i].text)));
            }
        }
    }

  private:
    void compare(const Objective& objective, Json at) {
        const std::string text = compared(objective.text);
        for (const NamedDuty& each : duties_) {
            if (++pairs_ > most_pairs) {
                return;
            }
            if (is_same(text, each.compared)) {
                checks_.findings.add({"objective-is-duty"}, member_of(at, "text"),
                                     restates(text::shortened(each.duty->name)));
                return;
            }
        }
    }

    PlanChecks& checks_;
    std::vector<NamedDuty> duties_{};
    std::size_t pairs_ = 0;
};

} // namespace

void check_objectives(PlanChecks& checks) {
    Objectives objectives{checks};
    for (std::size_t i = 0; i < checks.plan.projects.size(); ++i) {
        objectives.check(checks.plan.projects[i], checks.places.projects[i]);
    }
    for (std::size_t i = 0; i < checks.plan.indicators.size(); ++i) {
        const std::string& id = checks.plan.indicators[i].objective;
        if (!id.empty()) { // the department itself has no objectives
            unknown_reference(checks, member_of(checks.places.indicators[i], "objective"),
                              an_objective, id, {});
        }
    }
}

} // namespace heng::detail::plan
