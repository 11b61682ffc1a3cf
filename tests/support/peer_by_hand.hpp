// SPDX-License-Identifier: Apache-2.0
//
// The rubric of tests/cases/peer-workload written by hand: what scoring costs at the least, and an
// oracle that shares nothing with the library.
//
//     PeerScores scores;
//     const bool sure = score_by_hand(row, scores);    // row[fact]: see PeerFact
//     scores.total;                                    // 8276 is 82.76
//
// Facts are whole numbers: amounts and figures in hundredths, counts as they are, booleans 0 or 1.
// Exact where no fact is negative and none is above most_by_hand.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace heng::test {

__extension__ typedef __int128 WideByHand;
__extension__ typedef unsigned __int128 UnsignedByHand;

/// The facts in the order of the rubric's inputs, which is that of facts.csv.
enum PeerFact : std::size_t {
    budget_executed,
    budget_approved,
    k1_actual,
    k1_target,
    k2_actual,
    k2_target,
    k3_actual,
    k3_target,
    k4_actual,
    k4_target,
    avg_executed,
    avg_planned,
    special_executed,
    special_approved,
    k5_actual,
    k5_target,
    k6_actual,
    k6_target,
    k7_actual,
    k7_target,
    targets_met,
    targets_count,
    new_budget_assessed,
    assessment_filed,
    assessment_public,
    carryover,
    available,
    finance_findings,
    budget_public,
    final_public,
    goals_public,
    selfeval_public,
    days_late,
    rule_goals,
    rule_monitor,
    rule_eval,
    rule_apply,
    task_selfeval,
    task_units,
    task_monitor,
    task_rectify,
    returned,
    sme_spent,
    sme_reserved,
    late_filings,
    late_signings,
    intent_published,
    intent_due,
    upheld_complaints,
    assets_in_use,
    assets_total,
    asset_config,
    asset_mgmt,
    major_violation,
    public_actual,
    public_budget,
    three_actual,
    three_budget,
    peer_facts
};

/// Whether a fact is money or a figure, which are in hundredths.
[[nodiscard]] constexpr bool in_hundredths(std::size_t fact) {
    return fact <= k7_target || fact == carryover || fact == available || fact == sme_spent ||
           fact == sme_reserved || fact == assets_in_use || fact == assets_total ||
           fact >= public_actual;
}

/// Past it a sum or product of score_by_hand() might not fit.
inline constexpr std::int64_t most_by_hand = 4'000'000'000'000'000'000;

/// What comes of a document, in hundredths of a point. Grades: 0 优, 1 良, 2 中, 3 差.
struct PeerScores {
    std::array<std::int64_t, 30> leaves;
    std::array<std::int64_t, 9> groups;
    std::array<std::int64_t, 2> halves;
    std::int64_t total;
    std::int64_t grade;
};

namespace by_hand {

/// How the floor divides: in 128 bits always, or in 64 where the figures fit, which is all of them.
enum class Divide { wide, narrow };

/// points × min(actual ÷ target, 1), rounded half-up; `points` in hundredths, at most 1,000.
template <Divide divide>
std::int64_t proportion(std::int64_t points, std::int64_t actual, std::int64_t target) {
    constexpr std::int64_t most_narrow = 9'000'000'000'000'000; // × 1,000 fits 64 bits
    const auto divisor = static_cast<std::uint64_t>(target);
    const auto part = static_cast<std::uint64_t>(std::min(actual, target));
    const auto full = static_cast<std::uint64_t>(points);
    if (target == 0) {
        return 0;
    }
    if (divide == Divide::narrow && target <= most_narrow) {
        return static_cast<std::int64_t>((part * full + divisor / 2) / divisor);
    }
    return static_cast<std::int64_t>((UnsignedByHand{part} * full + divisor / 2) / divisor);
}

/// The same, and 0 where actual ÷ target is below 0.6.
template <Divide divide>
std::int64_t passing(std::int64_t points, std::int64_t actual, std::int64_t target) {
    const bool passes = WideByHand{actual} * 5 >= WideByHand{target} * 3;
    return passes ? proportion<divide>(points, actual, target) : 0;
}

/// `worth` where actual ÷ target is at least, or at most, so many hundredths; else 0.
inline std::int64_t at_least(std::int64_t actual, std::int64_t target, std::int64_t hundredths,
                             std::int64_t worth) {
    return WideByHand{actual} * 100 >= WideByHand{target} * hundredths ? worth : 0;
}
inline std::int64_t at_most(std::int64_t actual, std::int64_t target, std::int64_t hundredths,
                            std::int64_t worth) {
    return WideByHand{actual} * 100 <= WideByHand{target} * hundredths ? worth : 0;
}

inline std::int64_t less(std::int64_t points, std::int64_t count, std::int64_t each) {
    constexpr std::int64_t enough = 1'000; // times anything takes all points
    return std::max<std::int64_t>(0, points - std::min(count, enough) * each);
}

/// The measures of bands need a denominator: a rubric that divides by zero there has no score.
template <class Facts>
bool has_denominators(const Facts& facts) {
    bool all = true;
    for (const PeerFact fact : {avg_planned, targets_count, available, intent_due, assets_total,
                                public_budget, three_budget}) {
        all = all && facts[fact] != 0;
    }
    return all;
}

template <Divide divide, class Facts>
void score_effect(const Facts& facts, std::array<std::int64_t, 30>& leaf) {
    leaf[0] = proportion<divide>(500, facts[budget_executed], facts[budget_approved]);
    leaf[1] = passing<divide>(300, facts[k1_actual], facts[k1_target]);
    leaf[2] = proportion<divide>(300, facts[k2_actual], facts[k2_target]);
    leaf[3] = passing<divide>(400, facts[k3_actual], facts[k3_target]);
    leaf[4] = proportion<divide>(400, facts[k4_actual], facts[k4_target]);
    const std::int64_t executed = facts[avg_executed];
    const std::int64_t planned = facts[avg_planned];
    leaf[5] = at_least(executed, planned, 100, 100) + at_least(executed, planned, 95, 100) +
              at_least(executed, planned, 90, 150) + at_least(executed, planned, 80, 150) +
              at_least(executed, planned, 60, 100);
    leaf[6] = proportion<divide>(500, facts[special_executed], facts[special_approved]);
    leaf[7] = proportion<divide>(600, facts[k5_actual], facts[k5_target]);
    leaf[8] = passing<divide>(600, facts[k6_actual], facts[k6_target]);
    leaf[9] = proportion<divide>(400, facts[k7_actual], facts[k7_target]);
    const std::int64_t met = facts[targets_met];
    const std::int64_t of = facts[targets_count];
    leaf[10] = at_least(met, of, 95, 80) + at_least(met, of, 85, 80) + at_least(met, of, 75, 120) +
               at_least(met, of, 60, 120);
}

template <Divide divide, class Facts>
void score_management(const Facts& facts, std::array<std::int64_t, 30>& leaf) {
    leaf[11] =
        100 * (facts[new_budget_assessed] + facts[assessment_filed] + facts[assessment_public]);
    const std::int64_t over = facts[carryover];
    const std::int64_t all = facts[available];
    leaf[12] =
        at_most(over, all, 10, 50) + at_most(over, all, 20, 100) + at_most(over, all, 30, 50);
    leaf[13] = less(200, facts[finance_findings], 50);
    leaf[14] = 50 * (facts[budget_public] + facts[final_public] + facts[goals_public] +
                     facts[selfeval_public]);
    const std::int64_t late = facts[days_late];
    leaf[15] = (late <= 0 ? 80 : 0) + (late <= 5 ? 60 : 0) + (late <= 20 ? 60 : 0);
    leaf[16] =
        125 * (facts[rule_goals] + facts[rule_monitor] + facts[rule_eval] + facts[rule_apply]);
    leaf[17] = 150 * (facts[task_selfeval] + facts[task_units] + facts[task_monitor] +
                      facts[task_rectify]);
    leaf[18] = less(400, facts[returned], 75);
    leaf[19] = facts[sme_reserved] == 0
                   ? 300
                   : proportion<divide>(300, facts[sme_spent], facts[sme_reserved]);
    leaf[20] = less(200, facts[late_filings], 15);
    leaf[21] = less(200, facts[late_signings], 10);
    const std::int64_t published = facts[intent_published];
    const std::int64_t due = facts[intent_due];
    leaf[22] = at_least(published, due, 100, 40) + at_least(published, due, 97, 80) +
               at_least(published, due, 90, 80);
    leaf[23] = facts[upheld_complaints] == 0 ? 100 : 0;
}

template <class Facts>
void score_assets(const Facts& facts, std::array<std::int64_t, 30>& leaf) {
    const std::int64_t used = facts[assets_in_use];
    const std::int64_t assets = facts[assets_total];
    leaf[24] = at_least(used, assets, 95, 60) + at_least(used, assets, 90, 140) +
               at_least(used, assets, 75, 120) + at_least(used, assets, 60, 80);
    leaf[25] = less(200, facts[asset_config], 50);
    leaf[26] = less(300, facts[asset_mgmt], 60);
    leaf[27] = facts[major_violation] == 0 ? 100 : 0;
    // (actual − budget) ÷ budget ≤ 0.03 is actual ÷ budget ≤ 1.03
    const std::int64_t spent = facts[public_actual];
    const std::int64_t meant = facts[public_budget];
    leaf[28] = at_most(spent, meant, 100, 60) + at_most(spent, meant, 103, 70) +
               at_most(spent, meant, 110, 70);
    const std::int64_t three = facts[three_actual];
    const std::int64_t budget = facts[three_budget];
    leaf[29] = at_most(three, budget, 95, 50) + at_most(three, budget, 100, 100) +
               at_most(three, budget, 102, 50);
}

/// How many leaves each group has.
inline constexpr std::array<std::size_t, 9> group_sizes{6, 5, 1, 2, 2, 3, 5, 4, 2};

} // namespace by_hand

/// Scores facts[PeerFact]; false where a measure has no value. O(1).
template <by_hand::Divide divide = by_hand::Divide::narrow, class Facts>
bool score_by_hand(const Facts& facts, PeerScores& scores) {
    auto& leaf = scores.leaves;
    by_hand::score_effect<divide>(facts, leaf);
    by_hand::score_management<divide>(facts, leaf);
    by_hand::score_assets(facts, leaf);
    auto& group = scores.groups;
    group[0] = leaf[0] + leaf[1] + leaf[2] + leaf[3] + leaf[4] + leaf[5];
    group[1] = leaf[6] + leaf[7] + leaf[8] + leaf[9] + leaf[10];
    group[2] = leaf[11];
    group[3] = leaf[12] + leaf[13];
    group[4] = leaf[14] + leaf[15];
    group[5] = leaf[16] + leaf[17] + leaf[18];
    group[6] =
        facts[upheld_complaints] > 0 ? 0 : leaf[19] + leaf[20] + leaf[21] + leaf[22] + leaf[23];
    group[7] = leaf[24] + leaf[25] + leaf[26] + leaf[27];
    group[8] = leaf[28] + leaf[29];
    scores.halves[0] = group[0] + group[1];
    scores.halves[1] = group[2] + group[3] + group[4] + group[5] + group[6] + group[7] + group[8];
    const std::int64_t sum = scores.halves[0] + scores.halves[1];
    scores.total = facts[major_violation] > 0 ? std::min<std::int64_t>(sum, 5'999) : sum;
    scores.grade = (scores.total < 9'000) + (scores.total < 8'000) + (scores.total < 6'000);
    return by_hand::has_denominators(facts);
}

/// One row of columns: facts[fact] is columns[fact][row].
struct ColumnsByHand {
    const std::int64_t* const* columns;
    std::size_t row;
    std::int64_t operator[](std::size_t fact) const { return columns[fact][row]; }
};

} // namespace heng::test
