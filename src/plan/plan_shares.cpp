// SPDX-License-Identifier: Apache-2.0
#include "plan/names.hpp"
#include "plan/plan_checks.hpp"

#include <heng/number/percent.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace heng::detail::plan {
namespace {

using json::Json;
using text::Sentence;

constexpr Sentence other_number{"announced: {0} indicator{s}; listed: {1} different",
                                "声明{0}项指标，实际列出不同的指标{1}项"};
constexpr Sentence unlisted{"announced: {0} indicator{s}; listed: {1} of them",
                            "声明{0}项指标，只列出{1}项"};
constexpr Sentence impossible{"no number of {0} indicator{s} is {1} of them",
                              "{0}项指标中无论几项量化，占比都不会是{1}"};
constexpr Sentence other_share{"{0} are printed as quantified, and of the listed {1} it is {2}",
                               "印出的量化占比为{0}，按列出的{1}项计算为{2}"};

/// A list of indicators, what is announced of it, and whose it is.
struct Group {
    std::string project;
    std::string name;
    const std::vector<PlanIndicator>& indicators;
    const std::vector<DeclaredCount>& declared;
    const std::vector<Json>& declared_at;
};

struct Counted {
    std::int64_t listed = 0;
    std::int64_t different = 0;
    std::int64_t quantified = 0;
    bool known = true; ///< of each whether it is quantified
};

/// The indicators counted by level and category at once: there may be as many announcements as
/// indicators.
class Counts {
  public:
    explicit Counts(const std::vector<PlanIndicator>& indicators) {
        for (const PlanIndicator& each : indicators) {
            const std::string name = normalised(each.name);
            const std::optional<bool> quantified = is_quantified(each);
            const auto add = [&](const Key& key) {
                Tally& tally = tallies_[key];
                ++tally.counted.listed;
                tally.counted.different += tally.names.insert(name).second ? 1 : 0;
                tally.counted.known = tally.counted.known && quantified.has_value();
                tally.counted.quantified += quantified.value_or(false) ? 1 : 0;
            };
            add({true, {}, {}});
            add({true, {}, each.category});
            add({false, each.level, {}});
            add({false, each.level, each.category});
        }
    }

    /// Those that an announcement is of; without a level it is of all levels.
    [[nodiscard]] Counted of(const DeclaredCount& told) const {
        return at({!told.level, told.level, told.category});
    }
    /// Those of one level, or of none.
    [[nodiscard]] Counted of_level(const std::optional<int>& level) const {
        return at({false, level, {}});
    }

  private:
    /// Whether all levels, which level, which category.
    using Key = std::tuple<bool, std::optional<int>, std::optional<IndicatorCategory>>;
    struct Tally {
        Counted counted{};
        std::set<std::string> names{};
    };

    [[nodiscard]] Counted at(const Key& key) const {
        const auto found = tallies_.find(key);
        return found == tallies_.end() ? Counted{} : found->second.counted;
    }

    std::map<Key, Tally> tallies_{};
};

/// The only whole number of `all` that rounds to the printed share; nothing where there is none or
/// more than one, which `possible` tells apart.
std::optional<std::int64_t> number_of(const Decimal& printed, std::int64_t all, bool& possible) {
    possible = false;
    std::optional<std::int64_t> found;
    const auto low = (Ratio{printed} * Ratio{all}).floor().as_int64();
    for (std::int64_t k = std::max<std::int64_t>(0, low.value_or(0) - 1);
         low && all > 0 && k <= all && k <= *low + 2; ++k) {
        if ((Ratio{k} / Ratio{all}).rounded(printed.scale()) == printed) {
            found = possible ? std::nullopt : std::optional{k};
            possible = true;
        }
    }
    return found;
}

class Shares {
  public:
    Shares(PlanChecks& checks, Group group)
        : checks_{checks}, group_{std::move(group)}, counts_{group_.indicators} {}

    void run() {
        std::map<std::optional<int>, std::int64_t> highest;
        for (std::size_t i = 0; i < group_.declared.size(); ++i) {
            const DeclaredCount& each = group_.declared[i];
            announced(each, group_.declared_at[i]);
            if (!each.category) {
                std::int64_t& most = highest[each.level];
                most = std::max(most, each.indicators);
            }
        }
        std::set<std::optional<int>> levels;
        for (const PlanIndicator& each : group_.indicators) {
            levels.insert(each.level);
        }
        for (const std::optional<int>& level : levels) {
            const Counted counted = counts_.of_level(level);
            const auto declared = highest.find(level);
            if (declared != highest.end() && declared->second > counted.listed) {
                continue; // a share of the few that a report names would pass for that of all
            }
            add({level, {}, counted.listed, {}, {}},
                counted.known ? std::optional{counted.quantified} : std::nullopt, false);
        }
    }

  private:
    void add(const DeclaredCount& of, std::optional<std::int64_t> quantified, bool declared) {
        QuantifiedShare share;
        share.project = group_.project;
        share.name = group_.name;
        share.level = of.level;
        share.category = of.category;
        share.indicators = of.indicators;
        share.quantified = quantified;
        if (quantified && of.indicators > 0) {
            share.share = Ratio{*quantified} / Ratio{of.indicators};
        }
        share.declared = declared;
        checks_.quantified.push_back(std::move(share));
    }

    void announced(const DeclaredCount& told, Json at) {
        const Counted listed = counts_.of(told);
        const std::string number = std::to_string(told.indicators);
        const Json where = member_of(at, "indicators");
        if (listed.different > told.indicators ||
            (listed.listed >= told.indicators && listed.different < told.indicators)) {
            checks_.findings.add({"declared-mismatch"}, where,
                                 other_number(number, std::to_string(listed.different)));
        } else if (listed.listed < told.indicators) {
            checks_.findings.add({"declared-unlisted", Severity::note}, where,
                                 unlisted(number, std::to_string(listed.listed)));
        }
        add(told, quantified_of(told, listed, at), true);
    }

    std::optional<std::int64_t> quantified_of(const DeclaredCount& told, const Counted& listed,
                                              Json at) {
        if (!told.quantified) {
            return std::nullopt;
        }
        const Json where = member_of(at, "quantified");
        bool possible = false;
        const auto number = number_of(*told.quantified, told.indicators, possible);
        if (!possible) {
            checks_.findings.add({"declared-impossible", Severity::error}, where,
                                 impossible(std::to_string(told.indicators), told.printed));
        } else if (listed.known && listed.listed == told.indicators) {
            const Ratio share = Ratio{listed.quantified} / Ratio{listed.listed};
            if (share.rounded(told.quantified->scale()) != *told.quantified) {
                checks_.findings.add({"quantified-mismatch", Severity::error}, where,
                                     other_share(told.printed, std::to_string(listed.listed),
                                                 Percent::of(share).to_string()));
            }
        }
        return number;
    }

    PlanChecks& checks_;
    Group group_;
    Counts counts_;
};

} // namespace

void check_shares(PlanChecks& checks) {
    const Plan& plan = checks.plan;
    Shares{checks, {"", plan.subject_name, plan.indicators, plan.declared, checks.places.declared}}
        .run();
    for (std::size_t i = 0; i < plan.projects.size(); ++i) {
        const Project& project = plan.projects[i];
        Shares{checks,
               {project.id, project.name, project.indicators, project.declared,
                checks.places.projects[i].declared}}
            .run();
    }
}

} // namespace heng::detail::plan
