// SPDX-License-Identifier: Apache-2.0
#include "explain/advice.hpp"
#include "rule/kind.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace heng::detail::explain {
namespace {

/// Whether all that an item lost was lost where it was rounded.
bool lost_to_rounding(const Item& item) {
    return item.exact >= item.points && item.score < item.points;
}

/// The next goal of the same fact.
const WhatIf* next_of(const ItemExplanation& words, const WhatIf& all) {
    const auto next =
        std::find_if(words.recover.begin(), words.recover.end(), [&](const WhatIf& each) {
            return each.goal == WhatIf::Goal::next && each.path == all.path &&
                   each.label == all.label;
        });
    return next != words.recover.end() ? &*next : nullptr;
}

/// Whether the first step towards more is worth saying: where points come in steps, not where
/// every 0.01 of a fact is a little more.
bool in_steps(const Item& item, const WhatIf& next) {
    const bool by_steps = !rule::kind_named(item.rule).is_smooth;
    return item.score <= Points{} || (by_steps && next.gained >= item.lost() * Ratio{1, 50});
}

/// Whether its points are the sum of those of the items below, which have their own advice.
bool sums_up(const Item& item) {
    return item.status != ItemStatus::not_applicable &&
           (item.kind == ItemKind::branch || std::holds_alternative<ByRows>(item.reason));
}

/// What can keep a total as it is although an item gets more.
std::string held_by(const ScoreSheet& sheet, const base::Say& say) {
    if (!sheet.beyond.is_none() ||
        std::any_of(sheet.items.begin(), sheet.items.end(),
                    [](const Item& item) { return !item.beyond.is_none(); })) {
        return say("受分值上下限、调整或取整限制", "held by a bound, an adjustment or rounding");
    }
    const bool rounds = sheet.exact != sheet.total ||
                        std::any_of(sheet.items.begin(), sheet.items.end(),
                                    [](const Item& item) { return item.scale.has_value(); });
    if (sheet.adjustments.empty()) {
        return say("取整后不变", "by rounding");
    }
    return rounds ? say("因调整或取整", "by an adjustment or rounding")
                  : say("受调整限制", "held by an adjustment");
}

/// Names what goes with a change: of a level the rate that stood for the old one, of a band the
/// score that a person would have to give.
std::string goes_with(const WhatIf& each, const base::Say& say) {
    std::string words;
    for (const GoesWith& other : each.goes_with) {
        if (other.to.empty()) {
            words += say("（并删去完成率{from}）", " (and the rate {from} left out)",
                         {{"from", other.from}});
        } else {
            words += say("（“{label}”届时由评审给分，按{to}分计）",
                         " (“{label}” is a matter of assessment then, counted at {to})",
                         {{"label", other.label}, {"to", other.to}});
        }
    }
    return words;
}

/// What a person could still give within the band that holds: no promise.
std::string within_band(const Item& item, const Indicator& indicator, const base::Say& say) {
    const auto* const by = std::get_if<ByBand>(&item.reason);
    const auto range =
        by != nullptr && by->assessment
            ? rule::kind_of(indicator.rule).assessed(indicator.rule, feel::Numbers::at(by->measure))
            : std::nullopt;
    const Points room = range ? range->most - Points{by->assessment->score} : Points{};
    return room <= Points{}
               ? ""
               : (say.chinese() ? "；" : "; ") +
                     base::fill(base::phrase(say.language(), base::Phrase::recover_in_band),
                                {{"lost", base::number_text(room)}});
}

/// "得回5分、加2分": of what a change gains, what was lost and what is a bonus.
std::string gains_words(const WhatIf& each, const Points& points, const base::Say& say) {
    const Points lost = max(Points{}, points - (each.score - each.gained));
    const Points back = min(each.gained, lost);
    const Points bonus = each.gained - back;
    std::string words;
    if (bonus == Points{} || back != Points{}) {
        words = say("得回{back}分", "wins back {back}", {{"back", base::number_text(back)}});
    }
    if (bonus != Points{}) {
        words +=
            words.empty()
                ? say("加{bonus}分", "adds {bonus}", {{"bonus", base::number_text(bonus)}})
                : say("、加{bonus}分", " and adds {bonus}", {{"bonus", base::number_text(bonus)}});
    }
    return words;
}

/// What total and grade are after a change.
std::string then_words(const WhatIf& each, const ScoreSheet& sheet, const base::Say& say) {
    std::string words;
    if (each.total_change == Points{}) {
        words +=
            each.gained == Points{}
                ? say("，总分仍为{total}", ", the total stays {total}",
                      {{"total", base::number_text(sheet.total)}})
                : say("，总分仍为{total}（{why}）", ", the total stays {total} ({why})",
                      {{"total", base::number_text(sheet.total)}, {"why", held_by(sheet, say)}});
    } else {
        words += say("，总分{total}（{change}）", ", total {total} ({change})",
                     {{"total", base::number_text(each.total)},
                      {"change", base::signed_text(each.total_change)}});
    }
    if (each.grade != sheet.grade) {
        words += say("，等级{grade}", ", grade {grade}", {{"grade", each.grade}});
    }
    if (!each.proven) {
        words += say("；可能还有更好的取值", "; a better value may exist");
    }
    if (each.total_change < Points{}) {
        words += say("；注意：总分反而降低", "; note that the total falls");
    }
    return words;
}

/// Whether a better assessment could win something.
bool is_assessed_below(const Item& item) {
    const auto* const given = std::get_if<ByAssessment>(&item.reason);
    return given != nullptr && Points{given->assessment.score} < item.points;
}

} // namespace

std::string value_words(const std::string& value, const base::Say& say) {
    constexpr std::pair<std::string_view, std::string_view> words[] = {{"true", "是"},
                                                                       {"false", "否"},
                                                                       {"met", "达成"},
                                                                       {"partly", "部分达成"},
                                                                       {"not", "未达成"}};
    const auto* const word = std::find_if(std::begin(words), std::end(words),
                                          [&](const auto& each) { return each.first == value; });
    return say.chinese() && word != std::end(words) ? std::string{word->second} : value;
}

std::string change_words(const WhatIf& each, const base::Say& say) {
    const bool unsigned_change = each.change.empty();
    return say("{label} {from} → {to}", "{label} {from} → {to}",
               {{"label", each.label},
                {"from", value_words(each.from, say)},
                {"to", value_words(each.to, say)}}) +
           (unsigned_change ? "" : say("（{change}）", " ({change})", {{"change", each.change}})) +
           goes_with(each, say);
}

std::string what_if_words(const WhatIf& each, const Points& points, const ScoreSheet& sheet,
                          const base::Say& say) {
    return change_words(each, say) + say("：", ": ") + gains_words(each, points, say) +
           then_words(each, sheet, say);
}

std::string lifting_words(const WhatIf& each, const ScoreSheet& sheet, const base::Say& say) {
    return change_words(each, say) + say("：等级不再受限", ": the grade is not held down") +
           then_words(each, sheet, say);
}

namespace {

/// The best of what was found.
std::string what_helps(const ScoreSheet& sheet, const Item& item, const ItemExplanation& words,
                       const base::Say& say) {
    const WhatIf& all = words.recover.front();
    const WhatIf* const next = next_of(words, all);
    const std::string whole = what_if_words(all, item.points, sheet, say);
    const bool gone = item.score <= least_of(item.beyond);
    if (next == nullptr || !in_steps(item, *next)) {
        const bool used_up = gone && rule::kind_named(item.rule).deducts;
        return used_up ? say("已扣完：{whole}", "all points are gone: {whole}", {{"whole", whole}})
                       : whole;
    }
    if (!gone) {
        return say("{next}即可{gains}；{whole}", "{next} {gains}; {whole}",
                   {{"next", change_words(*next, say)},
                    {"gains", gains_words(*next, item.points, say)},
                    {"whole", whole}});
    }
    const bool below = item.score < Points{};
    return say(below ? "已扣到下限：{next}才开始回升（{gained}分）；{whole}"
                     : "已扣完：{next}才开始得分（{gained}分）；{whole}",
               below ? "at the floor: {next} is where it begins to rise ({gained}); {whole}"
                     : "all points are gone: {next} is where scoring begins ({gained}); {whole}",
               {{"next", change_words(*next, say)},
                {"gained", base::number_text(next->gained)},
                {"whole", whole}});
}

} // namespace

std::string advice(const Explanation& explanation, const Item& item, const Indicator& indicator,
                   const ItemExplanation& words, const base::Say& say) {
    const std::string lost = base::number_text(item.lost());
    if (item.lost() <= Points{}) {
        return {};
    }
    if (lost_to_rounding(item)) {
        return say("只差{lost}分：因四舍五入损失", "only {lost} short: lost to rounding",
                   {{"lost", lost}});
    }
    if (words.recover.empty() && std::holds_alternative<ByUnits>(item.reason)) {
        return say("由各单位各自计分，须由失分的单位得回",
                   "scored unit by unit: it is won back where a unit lost it");
    }
    if (is_assessed_below(item) && (!item.recover.empty() || words.recover.empty())) {
        return item.recover.empty() ? say("由评审决定", "a matter of assessment")
                                    : std::string{item.recover};
    }
    if (words.recover.empty() && assessment_of(item.reason) != nullptr && !item.recover.empty()) {
        return std::string{item.recover};
    }
    if (words.recover.empty() && sums_up(item) && words.adjustments.empty()) {
        return {};
    }
    if (words.recover.empty()) {
        return words.searched_all
                   ? say("未找到能单独得回分值的数据变动",
                         "no change of a single fact was found that wins it back")
                   : say("未找到能单独得回分值的数据变动，但未能逐一排除",
                         "no change of a single fact was found that wins it back, but not all "
                         "could be ruled out");
    }
    return what_helps(explanation.sheet, item, words, say) + within_band(item, indicator, say);
}

} // namespace heng::detail::explain
