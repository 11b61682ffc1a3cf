// SPDX-License-Identifier: Apache-2.0
//
// The bound that a search over the steps of a lever asks for, of whatever is scored: a target row,
// a leaf, or what sums up others. Source of the images of rules: rule/kind.hpp; of what
// expressions can be: feel/bounds.hpp.
//
//     CeilingMaker maker{compiled, facts, budget};
//     const Ceiling ceiling = maker.of(node, item, lever);
#pragma once

#include "whatif/search.hpp"
#include "whatif/tree_bounds.hpp"

#include <heng/score/sheet.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace heng::detail::whatif {

class CeilingMaker {
  public:
    CeilingMaker(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                 feel::CallBudget& budget)
        : rubric_(rubric), facts_(facts), budget_(budget) {}

    /// Before another node is asked about.
    void start() { bounds_.reset(); }

    /// `item` is what the node scores, none the total. Empty where there is no bound. Not to be
    /// used once the node, the lever, or the maker is gone.
    [[nodiscard]] Ceiling of(const Node& node, const Item* item, const Lever& lever);

  private:
    [[nodiscard]] Ceiling of_row(const Node& node, const Lever& lever) const;
    [[nodiscard]] bool has_bound(const Node& node, const Item* item) const;
    [[nodiscard]] const std::vector<feel::Abstract>& slots();

    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    feel::CallBudget& budget_;
    std::vector<feel::Abstract> slots_;
    std::shared_ptr<TreeBounds> bounds_; ///< of the node
};

} // namespace heng::detail::whatif
