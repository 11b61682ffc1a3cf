// SPDX-License-Identifier: Apache-2.0
//
// Rules that printed standards have and a rubric can't: they compare several rows, units or ranks,
// and a score is made of one document. Each is refused by its name, with how the same is done.
#pragma once

#include "base/text/messages.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace heng::detail::document {

/// A word that is written for a rule of several documents, and how the same is done instead.
struct RuleOfMany {
    std::string_view kind;
    text::Sentence instead;
};

namespace say {

inline constexpr text::Sentence rule_of_many{
    "a rubric scores one document at a time, and \"{0}\" compares several rows or units",
    "评分标准一次只评一份材料，而“{0}”要比较多行或多个单位"};
inline constexpr text::Sentence rank_as_fact{
    "rank the units beforehand, give the rank as a count, and score it by \"bands\" or \"step\"",
    "请先排出名次，把名次作为输入项（count），再用 bands 或 step 计分"};
inline constexpr text::Sentence quota_after{
    "score every unit with heng batch, and apply the quota to the list of totals",
    "请先用 heng batch 给各单位评分，再按总分排序分配名额"};
inline constexpr text::Sentence best_as_fact{
    "find the best bid beforehand, give it as an input, and measure own bid ÷ best bid",
    "请先找出最优报价，作为输入项给出，计量值写两者之比"};
inline constexpr text::Sentence mean_as_fact{
    "compute the mean of the others beforehand, and give it as an input",
    "请先算出其他单位的平均值，作为输入项给出"};
inline constexpr text::Sentence letters_as_fact{
    "give each dimension's letter as a text and score it by \"categories\"; combine the letters "
    "by the table of PEFA outside of heng",
    "各维度的字母可作为文字输入项用 categories 计分；字母的合成请在 heng 之外按 PEFA 的表进行"};

} // namespace say

inline constexpr std::array<RuleOfMany, 11> rules_of_many{{
    {"rank", say::rank_as_fact},
    {"ranking", say::rank_as_fact},
    {"quota", say::quota_after},
    {"grade-quota", say::quota_after},
    {"best-bid", say::best_as_fact},
    {"lowest-bid", say::best_as_fact},
    {"best-of-all", say::best_as_fact},
    {"peers-mean", say::mean_as_fact},
    {"mean-of-others", say::mean_as_fact},
    {"average-bid", say::mean_as_fact},
    {"pefa", say::letters_as_fact},
}};

/// Returns the entry of a kind; null if it is none of them. O(entries).
[[nodiscard]] constexpr const RuleOfMany* rule_of_many(std::string_view kind) {
    const auto* const found =
        std::find_if(rules_of_many.begin(), rules_of_many.end(),
                     [&](const RuleOfMany& each) { return each.kind == kind; });
    return found == rules_of_many.end() ? nullptr : found;
}

} // namespace heng::detail::document
