// SPDX-License-Identifier: Apache-2.0
//
// The search for facts that show a finding: small values first, inside the declared domains, held
// against the real scoring.
//
//     const auto witness = find_witness(lints, {measure, "facts.zero-denominator", is_zero, {}});
//     witness->shown.facts   // {"heng":"facts/1","unit":"万元","data":{"budget":{"annual":"0"}}}
#pragma once

#include "feel/value.hpp"
#include "lint/lints.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::detail::lint {

struct Sought {
    Term term{};
    std::string_view error; ///< the code with which scoring fails; "": it need not fail
    std::function<bool(const feel::Value&)> shows; ///< whether a value of the term does
    std::vector<Ratio> aims{};                     ///< measures that would
};

struct Witness {
    feel::Value value; ///< of the term
    Shown shown{};
};

/// The smallest found under what is assumed. A bounded number of facts is tried, and of all
/// searches of a rubric together a bounded number of steps; none where the findings are full.
[[nodiscard]] std::optional<Witness> find_witness(Lints& lints, const Sought& sought);

/// The same of several terms at once: the facts for which all of these hold.
[[nodiscard]] std::optional<Shown> find_facts(Lints& lints, const std::vector<Term>& all_hold,
                                              std::string_view error);

} // namespace heng::detail::lint
