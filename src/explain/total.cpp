// SPDX-License-Identifier: Apache-2.0
#include "explain/recovery.hpp"
#include "explain/total.hpp"
#include "rule/kind.hpp"
#include "scoring/grade.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <utility>

namespace heng::detail::explain {
namespace {

/// The edges of the grades on one side of the total, the nearest first, and the total's own.
std::vector<Ratio> edges_of(const Rubric& rubric, const Ratio& total, Way way) {
    std::vector<Ratio> edges{total};
    for (const Grade& grade : rubric.grades) {
        for (const Interval& in : grade.in) {
            for (const auto& edge : {in.low, in.high}) {
                if (edge && (way == Way::up ? *edge > total : *edge < total)) {
                    edges.push_back(*edge);
                }
            }
        }
    }
    std::sort(edges.begin(), edges.end());
    if (way == Way::down) {
        std::reverse(edges.begin(), edges.end());
    }
    return edges;
}

Indicator* find_leaf(std::vector<Indicator>& indicators, std::size_t& left) {
    for (Indicator& indicator : indicators) {
        if (left-- == 0) {
            return &indicator;
        }
        if (Indicator* const found = find_leaf(indicator.indicators, left)) {
            return found;
        }
    }
    return nullptr;
}

/// What about an item's score is one thing or another, rather than more or less.
std::string state_of(const Item& item, const Rule& rule) {
    if (item.status == ItemStatus::not_applicable) {
        return "not-applicable";
    }
    if (const auto* band = std::get_if<ByBand>(&item.reason)) {
        return std::to_string(band->band);
    }
    if (const auto* items = std::get_if<ByItems>(&item.reason)) {
        std::string held;
        for (const bool each : items->held) {
            held += each ? '1' : '0';
        }
        return held;
    }
    if (const auto* counts = std::get_if<ByCounts>(&item.reason)) {
        std::string all;
        for (const Ratio& count : counts->counts) {
            all += count.to_string() + ' ';
        }
        return all;
    }
    const bool branch = std::holds_alternative<std::monostate>(rule);
    const auto state = branch ? nullptr : rule::kind_of(rule).state;
    return state != nullptr ? state(rule, item) : "";
}

/// The adjustments that were made, for comparing.
std::vector<std::pair<std::string, std::optional<std::size_t>>> made(const ScoreSheet& sheet) {
    std::vector<std::pair<std::string, std::optional<std::size_t>>> made;
    for (const Adjusted& each : sheet.adjustments) {
        made.emplace_back(each.adjustment.id, each.item);
    }
    return made;
}

class NearEdges {
  public:
    NearEdges(whatif::Rescoring& again, const document::CompiledRubric& compiled,
              const facts::LoadedFacts& facts, const ScoreSheet& sheet)
        : again_(again),
          compiled_(compiled),
          facts_(facts),
          sheet_(sheet),
          indicators_(compiled.rubric.indicators) {}

    std::vector<NearEdge> run(const std::vector<whatif::Lever>& levers) {
        for (const whatif::Lever& lever : levers) {
            for (const bool up : {false, true}) {
                if (again_.exhausted()) {
                    return std::move(found_);
                }
                look(lever, up);
            }
        }
        return std::move(found_);
    }

  private:
    /// The same fact with more places, up to half of its last printed one away. Half-up rounds the
    /// end that is away from zero to the next.
    [[nodiscard]] static whatif::Lever finer(const whatif::Lever& lever, bool up,
                                             std::int64_t& steps) {
        constexpr int more = 6;
        constexpr std::int64_t half = 500'000;
        whatif::Lever fine = lever;
        fine.written = lever.written.rounded(lever.written.scale() + more);
        const int sign = lever.written.sign();
        const bool outer = sign == 0 || up == (sign > 0);
        steps = (up ? 1 : -1) * (outer ? half - 1 : half);
        return fine;
    }

    void look(const whatif::Lever& lever, bool up) {
        std::int64_t steps = 0;
        const whatif::Lever fine = finer(lever, up, steps);
        const Ratio value = whatif::value_at(fine, steps);
        const document::Input& input = compiled_.inputs[lever.slot];
        if ((input.minimum && value < Ratio{*input.minimum}) ||
            (input.maximum && value > Ratio{*input.maximum})) {
            return;
        }
        whatif::apply(fine, steps, facts_, again_.facts());
        const auto sheet = again_.whole();
        whatif::apply(fine, 0, facts_, again_.facts());
        if (sheet && sheet->items.size() == sheet_.items.size()) {
            compare(lever, whatif::text_at(fine, facts_, steps), *sheet);
        }
    }

    void compare(const whatif::Lever& lever, const std::string& other, const ScoreSheet& then) {
        const bool same_adjustments = made(then) == made(sheet_);
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) {
            const Item& before = sheet_.items[i];
            const Item& after = then.items[i];
            const Rule& rule = indicators_[before.indicator]->rule;
            const bool other_state = state_of(before, rule) != state_of(after, rule);
            const bool cut = !same_adjustments && before.kind == ItemKind::branch;
            if (before.score != after.score && (other_state || cut)) {
                found_.push_back({lever.path, lever.label, whatif::text_at(lever, facts_, 0), other,
                                  i, after.score, then.grade});
            }
        }
        if (then.grade != sheet_.grade) {
            found_.push_back({lever.path, lever.label, whatif::text_at(lever, facts_, 0), other,
                              std::nullopt, then.total, then.grade});
        }
    }

    whatif::Rescoring& again_;
    const document::CompiledRubric& compiled_;
    const facts::LoadedFacts& facts_;
    const ScoreSheet& sheet_;
    IndicatorTree indicators_;
    std::vector<NearEdge> found_;
};

} // namespace

std::optional<GradeDistance> distance(const Rubric& rubric, const ScoreSheet& sheet, Way way) {
    const Ratio total = sheet.total.value();
    const scoring::HeldGrades grades{rubric, sheet};
    const auto grade_of = [&](const Points& of) {
        const auto grade = grades.of(of);
        return grade ? std::string_view{rubric.grades[*grade].grade} : std::string_view{};
    };
    const std::vector<Ratio> edges = edges_of(rubric, total, way);
    const auto found = [&](const Ratio& edge, bool inclusive, std::string_view grade) {
        return GradeDistance{
            std::string{grade}, Points{edge}, inclusive, abs(Points{edge} - sheet.total), {}};
    };
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const std::string_view at = grade_of(Points{edges[i]});
        if (at != sheet.grade) {
            return found(edges[i], true, at);
        }
        // between this edge and the next nothing changes
        const Ratio beyond = i + 1 < edges.size() ? (edges[i] + edges[i + 1]) / Ratio{2}
                             : way == Way::up     ? edges[i] + Ratio{1}
                                                  : edges[i] - Ratio{1};
        const std::string_view past = grade_of(Points{beyond});
        if (past != sheet.grade) {
            return found(edges[i], false, past);
        }
    }
    return std::nullopt;
}

std::vector<std::size_t> carriers(const document::CompiledRubric& rubric,
                                  const facts::LoadedFacts& facts, const ScoreSheet& sheet,
                                  feel::CallBudget& budget) {
    std::vector<std::size_t> found;
    document::CompiledRubric copy = rubric;
    const auto always = copy.program.compile("true", copy.scope, feel::ExpectedType::boolean);
    if (!always) {
        return found;
    }
    copy.expressions.push_back({"true", *always, std::nullopt});
    const Term term{static_cast<std::uint32_t>(copy.expressions.size() - 1)};
    whatif::Rescoring again{copy, facts, budget};
    for (std::size_t i = 0; i < sheet.items.size() && !again.exhausted(); ++i) {
        if (sheet.items[i].kind != ItemKind::leaf || sheet.items[i].lost() <= Points{}) {
            continue;
        }
        std::size_t left = sheet.items[i].indicator;
        Indicator& leaf = *find_leaf(copy.rubric.indicators, left);
        const auto own = std::exchange(leaf.not_applicable, NotApplicable{term, TreatAs::full});
        const auto then = again.whole();
        leaf.not_applicable = own;
        if (then && then->total > sheet.total && then->grade != sheet.grade) {
            found.push_back(i);
        }
    }
    return found;
}

std::vector<NearEdge> near_edges(whatif::Rescoring& again, const document::CompiledRubric& compiled,
                                 const facts::LoadedFacts& facts, const ScoreSheet& sheet,
                                 const std::vector<whatif::Lever>& levers) {
    return NearEdges{again, compiled, facts, sheet}.run(levers);
}

} // namespace heng::detail::explain
