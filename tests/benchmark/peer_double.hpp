// SPDX-License-Identifier: Apache-2.0
//
// The rubric of tests/cases/peer-workload as it is mostly written: in double. It gets wrong what
// falls on a tie or on the edge of a band, which is why it is only here, to be counted and timed.
//
//     const double total = score_in_double(row);      // row[fact], amounts as they are: 522688.65
#pragma once

#include "support/peer_by_hand.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace heng::benchmarks {

using DoubleRow = std::array<double, test::peer_facts>;

struct DoubleScores {
    std::array<double, 30> leaves;
    std::array<double, 9> groups;
    double total;
};

namespace in_double {

inline double rounded(double points) {
    return std::floor(points * 100 + 0.5) / 100;
}
inline double proportion(double points, double actual, double target) {
    return target == 0 ? 0 : rounded(points * std::min(actual / target, 1.0));
}
inline double passing(double points, double actual, double target) {
    return target == 0 || actual / target < 0.6 ? 0 : proportion(points, actual, target);
}
inline double less(double points, double count, double each) {
    return rounded(std::max(0.0, points - count * each));
}

inline void score_effect(const DoubleRow& facts, std::array<double, 30>& leaf) {
    using namespace test;
    leaf[0] = proportion(5, facts[budget_executed], facts[budget_approved]);
    leaf[1] = passing(3, facts[k1_actual], facts[k1_target]);
    leaf[2] = proportion(3, facts[k2_actual], facts[k2_target]);
    leaf[3] = passing(4, facts[k3_actual], facts[k3_target]);
    leaf[4] = proportion(4, facts[k4_actual], facts[k4_target]);
    const double mean = facts[avg_executed] / facts[avg_planned];
    leaf[5] = mean >= 1      ? 6
              : mean >= 0.95 ? 5
              : mean >= 0.9  ? 4
              : mean >= 0.8  ? 2.5
              : mean >= 0.6  ? 1
                             : 0;
    leaf[6] = proportion(5, facts[special_executed], facts[special_approved]);
    leaf[7] = proportion(6, facts[k5_actual], facts[k5_target]);
    leaf[8] = passing(6, facts[k6_actual], facts[k6_target]);
    leaf[9] = proportion(4, facts[k7_actual], facts[k7_target]);
    const double met = facts[targets_met] / facts[targets_count];
    leaf[10] = met >= 0.95 ? 4 : met >= 0.85 ? 3.2 : met >= 0.75 ? 2.4 : met >= 0.6 ? 1.2 : 0;
}

inline void score_management(const DoubleRow& facts, std::array<double, 30>& leaf) {
    using namespace test;
    leaf[11] = facts[new_budget_assessed] + facts[assessment_filed] + facts[assessment_public];
    const double over = facts[carryover] / facts[available];
    leaf[12] = over <= 0.1 ? 2 : over <= 0.2 ? 1.5 : over <= 0.3 ? 0.5 : 0;
    leaf[13] = less(2, facts[finance_findings], 0.5);
    leaf[14] = 0.5 * (facts[budget_public] + facts[final_public] + facts[goals_public] +
                      facts[selfeval_public]);
    const double late = facts[days_late];
    leaf[15] = late <= 0 ? 2 : late <= 5 ? 1.2 : late <= 20 ? 0.6 : 0;
    leaf[16] = rounded(
        1.25 * (facts[rule_goals] + facts[rule_monitor] + facts[rule_eval] + facts[rule_apply]));
    leaf[17] = 1.5 * (facts[task_selfeval] + facts[task_units] + facts[task_monitor] +
                      facts[task_rectify]);
    leaf[18] = less(4, facts[returned], 0.75);
    leaf[19] = facts[sme_reserved] == 0 ? 3 : proportion(3, facts[sme_spent], facts[sme_reserved]);
    leaf[20] = less(2, facts[late_filings], 0.15);
    leaf[21] = less(2, facts[late_signings], 0.1);
    const double published = facts[intent_published] / facts[intent_due];
    leaf[22] = published >= 1 ? 2 : published >= 0.97 ? 1.6 : published >= 0.9 ? 0.8 : 0;
    leaf[23] = facts[upheld_complaints] == 0 ? 1 : 0;
    const double used = facts[assets_in_use] / facts[assets_total];
    leaf[24] = used >= 0.95 ? 4 : used >= 0.9 ? 3.4 : used >= 0.75 ? 2 : used >= 0.6 ? 0.8 : 0;
    leaf[25] = less(2, facts[asset_config], 0.5);
    leaf[26] = less(3, facts[asset_mgmt], 0.6);
    leaf[27] = facts[major_violation] == 0 ? 1 : 0;
    const double change = (facts[public_actual] - facts[public_budget]) / facts[public_budget];
    leaf[28] = change <= 0 ? 2 : change <= 0.03 ? 1.4 : change <= 0.1 ? 0.7 : 0;
    const double three = (facts[three_actual] - facts[three_budget]) / facts[three_budget];
    leaf[29] = three <= -0.05 ? 2 : three <= 0 ? 1.5 : three <= 0.02 ? 0.5 : 0;
}

} // namespace in_double

inline void score_in_double(const DoubleRow& facts, DoubleScores& scores) {
    auto& leaf = scores.leaves;
    in_double::score_effect(facts, leaf);
    in_double::score_management(facts, leaf);
    std::size_t next = 0;
    double sum = 0;
    for (std::size_t group = 0; group < scores.groups.size(); ++group) {
        double points = 0;
        for (std::size_t i = 0; i < test::by_hand::group_sizes[group]; ++i) {
            points += leaf[next++];
        }
        constexpr std::size_t procurement = 6;
        const bool vetoed = group == procurement && facts[test::upheld_complaints] > 0;
        scores.groups[group] = vetoed ? 0 : in_double::rounded(points);
        sum += scores.groups[group];
    }
    const double most = facts[test::major_violation] > 0 ? 59.99 : 100;
    scores.total = in_double::rounded(std::min(sum, most));
}

} // namespace heng::benchmarks
