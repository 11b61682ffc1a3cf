// SPDX-License-Identifier: Apache-2.0
//
// One change of one fact, and the score that it makes: what explain advises (explain.hpp).
#pragma once

#include <heng/number/points.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace heng {

/// A second entry that changes together with a fact, since the document would be refused otherwise.
/// In another band with a range of scores it is the assessed score: a person would give it, and
/// what is said holds for the nearest to the one that was given, or the least.
struct GoesWith {
    std::string path;    ///< such as "targets.department[6].rate" or "assessed.late.score"
    std::string from;    ///< as the document writes it; "" if it has none
    std::string to{};    ///< "" if the entry is left out
    std::string label{}; ///< of an assessed score: the indicator's name
};

/// One fact changed, all others unchanged: the document with the change, read and scored again.
struct WhatIf {
    enum class Goal : std::uint8_t {
        all,  ///< wins back all that this fact can win back
        next, ///< wins the first points: the next band, the next step, one occurrence fewer
    };

    Goal goal = Goal::all;
    /// Such as "budget.executed", "targets.department[6].actual", "contracts[3].days" and, in the
    /// second unit of a department, "units[2].budget.executed"; "contracts[late = true].late" if
    /// the first so many of those records have it changed, without ".late", and "contracts[days >
    /// 30]", if they are left out.
    std::string path;
    std::string label;                 ///< for people
    std::string from;                  ///< as the document writes it
    std::string to;                    ///< as a document would write it
    std::string change;                ///< "+20.34%", "−2"; "" if it is no number
    std::int64_t steps = 0;            ///< in the last printed place; records, days, or 1
    Points score{};                    ///< the indicator's, after the change
    Points gained{};                   ///< points that the indicator gains
    Points total{};                    ///< the whole sheet's, after the change
    Points total_change{};             ///< may be below 0: other indicators read facts too
    std::string grade{};               ///< after the change
    std::vector<GoesWith> goes_with{}; ///< the entries that change with it
    /// No value of this fact wins more, and no smaller change as much; false if that could not be
    /// shown, and a better value may exist.
    bool proven = true;
};

} // namespace heng
