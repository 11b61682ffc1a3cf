// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"
#include "whatif/open_bands.hpp"

#include <heng/rubric/tree.hpp>

#include <string>
#include <utility>
#include <variant>

namespace heng::detail::whatif {

std::optional<facts::LoadedFacts> with_open_bands(const document::CompiledRubric& rubric,
                                                  const facts::LoadedFacts& facts) {
    std::optional<facts::LoadedFacts> open;
    for (const PlacedIndicator& leaf : IndicatorTree{rubric.rubric.indicators}) {
        const bool in_band = !leaf->is_branch() && rule::kind_of(leaf->rule).assessed != nullptr &&
                             assessed_range(leaf->rule);
        if (in_band) {
            open = open ? std::move(open) : std::optional{facts};
            const auto given =
                open->assessed.try_emplace(leaf->id, facts::GivenAssessment{{}, facts.json.root()});
            given.first->second.follows = true;
        }
    }
    return open;
}

std::vector<GoesWith> following(const facts::LoadedFacts& facts, const ScoreSheet& sheet) {
    std::vector<GoesWith> others;
    for (const Item& item : sheet.items) {
        const auto* const by = std::get_if<ByBand>(&item.reason);
        if (by == nullptr || !by->assessment) {
            continue;
        }
        const auto found = facts.assessed.find(item.id);
        const bool given =
            found != facts.assessed.end() && !found->second.assessment.reason.empty();
        const Decimal& now = by->assessment->score;
        if (!given || found->second.assessment.score != now) {
            others.push_back({"assessed." + item.id + ".score",
                              given ? found->second.assessment.score.to_string() : "",
                              now.shortest().to_string(), item.name.empty() ? item.id : item.name});
        }
    }
    return others;
}

} // namespace heng::detail::whatif
