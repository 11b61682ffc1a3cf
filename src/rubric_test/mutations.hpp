// SPDX-License-Identifier: Apache-2.0
//
// The mutants of a rubric: every threshold, edge, points, deduction, operator and choice changed in
// turn, as edits of the document.
//
//     for (const Mutation& each : mutations(root, compiled, 20'000)) …
//     // "carry_over/rule/bands/0/in@4: 0.10 -> 0.11"
//
// Points are moved from one leaf to another, so that all sums still hold.
#pragma once

#include "base/json/json.hpp"
#include "document/compiled_rubric.hpp"
#include "rubric_test/tree.hpp"

#include <heng/number/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::rubric_test {

struct Edit {
    std::vector<std::string> path;
    Tree value;
};

/// What facts would tell a mutant from the rubric.
struct Telling {
    enum class How : std::uint8_t {
        other,
        on_edge, ///< the value at `from`
        between, ///< a value from `from` to `to`
        reach,   ///< facts for which what was changed counts
    };
    How how = How::other;
    std::string from{};
    std::string to{};
    std::vector<Ratio> constants{}; ///< values at which the mutant may score otherwise
};

struct Mutation {
    std::string name;
    std::string pointer; ///< JSON Pointer into the rubric
    /// To be tried in this order, until one gives a rubric that loads.
    std::vector<std::vector<Edit>> edits{};
    std::optional<std::size_t> leaf{}; ///< whose bands it changes, counted parents first
    bool reads_facts_anew = false;     ///< facts may be refused, or accepted, otherwise
    Telling telling{};
};

/// The first `most` + 1 at most, in the order of the document. `root` is the rubric that was
/// compiled.
[[nodiscard]] std::vector<Mutation>
mutations(json::Json root, const document::CompiledRubric& compiled, std::size_t most);

} // namespace heng::detail::rubric_test
