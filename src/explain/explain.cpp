// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "base/text/nearest.hpp"
#include "explain/adjusted.hpp"
#include "explain/advice.hpp"
#include "explain/lost.hpp"
#include "explain/recovery.hpp"
#include "explain/rule_words.hpp"
#include "explain/total.hpp"
#include "facts/spoken_call.hpp"
#include "scoring/scoring.hpp"
#include "scoring/unbounded.hpp"
#include "whatif/open_bands.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace heng {
namespace {

using namespace heng::detail::base;
using namespace heng::detail::explain;
using namespace heng::detail::whatif;
using detail::document::CompiledRubric;
using detail::facts::LoadedFacts;
using detail::scoring::FactAnswers;

std::int64_t steps_of(const ExplainOptions& options) {
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max() / 2;
    return static_cast<std::int64_t>(std::min<std::uint64_t>(options.most_work, most));
}

class Explainer {
  public:
    Explainer(const CompiledRubric& rubric, const LoadedFacts& facts, const FactAnswers& answers,
              ScoreSheet sheet, const ExplainOptions& options, const CallOptions& call)
        : rubric_(rubric),
          facts_(facts),
          answers_(answers),
          options_(options),
          say_(rubric.rubric.language),
          indicators_(rubric.rubric.indicators),
          budget_(detail::document::budget_of(call, steps_of(options))),
          again_(rubric, facts, budget_) {
        for (const detail::document::Input& input : rubric.inputs) {
            inputs_.emplace(input.path, &input);
        }
        result_.sheet = std::move(sheet);
        result_.subject = facts.subject_name;
    }

    Result<Explanation> run() {
        if (auto error = choose()) {
            return Failure{std::move(*error)};
        }
        adjusted_.emplace(result_.sheet);
        before_ = detail::scoring::unbounded(result_.sheet);
        result_.lost = lost_parts(result_.sheet);
        Recovery recovery{rubric_, facts_, answers_, result_.sheet, again_};
        for (std::size_t i = 0; i < result_.sheet.items.size(); ++i) {
            result_.items.push_back(explained(i));
            if (result_.shown[i]) {
                result_.items[i].recover = recovery.of(i);
                result_.items[i].searched_all = recovery.searched_all();
                proven_ = proven_ && recovery.searched_all();
                seek_bonus(recovery, result_.items[i]);
            }
        }
        explain_total(recovery);
        result_.searched_all = proven_ && !again_.exhausted();
        for (ItemExplanation& item : result_.items) {
            const Item& scored = result_.sheet.items[item.item];
            item.advice = advice(result_, scored, *indicators_[scored.indicator], item, say_);
        }
        return std::move(result_);
    }

  private:
    /// Which items are shown: all, or the one that was asked for and those below it.
    std::optional<Error> choose() {
        const std::vector<Item>& items = result_.sheet.items;
        result_.shown.assign(items.size(), options_.indicator.empty());
        if (options_.indicator.empty()) {
            return std::nullopt;
        }
        bool found = false;
        detail::text::Nearest nearest{options_.indicator};
        for (std::size_t i = 0; i < items.size(); ++i) {
            const bool named = items[i].id == options_.indicator;
            found = found || named;
            nearest.consider(items[i].id);
            result_.shown[i] = named || (items[i].parent && result_.shown[*items[i].parent]);
        }
        if (found) {
            return std::nullopt;
        }
        constexpr detail::text::Sentence no_indicator{"the sheet has no indicator \"{0}\"",
                                                      "评分结果中没有指标“{0}”"};
        return in_language(detail::text::error_of(Status::not_found, "explain.indicator",
                                                  no_indicator(options_.indicator),
                                                  detail::text::question(nearest.found())),
                           result_.sheet.language);
    }

    static Points open_bonus(const Points& points, const Beyond& beyond, const Points& score) {
        return max(Points{}, points + Points{beyond.extra} - max(points, score));
    }

    void seek_bonus(Recovery& recovery, ItemExplanation& words) {
        const Item& item = result_.sheet.items[words.item];
        if (item.beyond.extra.is_zero()) {
            return;
        }
        words.open_bonus = open_bonus(item.points, item.beyond, item.score);
        words.bonus = recovery.bonus_of(words.item);
        words.searched_all = words.searched_all && recovery.searched_all();
        proven_ = proven_ && recovery.searched_all();
    }

    ItemExplanation explained(std::size_t i) {
        const Item& item = result_.sheet.items[i];
        const Indicator& indicator = *indicators_[item.indicator];
        ItemExplanation words;
        words.item = i;
        const auto wording = detail::scoring::wording_of(rubric_, indicator, say_);
        words.rule = rule_words(indicator, item, wording);
        if (indicator.measure && item.kind == ItemKind::leaf) {
            words.measure = rubric_.expression(*indicator.measure).text;
        }
        for (const InputRead& read : item.inputs) {
            words.inputs.push_back(
                {std::string{read.path}, label_of(read.path), std::string{read.value}});
        }
        words.arithmetic =
            sums_up(item) ? sum_of(i) : arithmetic_of(indicator, item, own(i), wording);
        words.adjustments = adjustments_of(i);
        if (item.scale) {
            words.rounding = rounding(item.exact, item.score);
        }
        return words;
    }

    [[nodiscard]] static bool sums_up(const Item& item) {
        return item.status != ItemStatus::not_applicable &&
               (item.kind == ItemKind::branch || std::holds_alternative<ByRows>(item.reason));
    }

    [[nodiscard]] std::string label_of(std::string_view path) const {
        if (const auto input = inputs_.find(path); input != inputs_.end()) {
            return input->second->name();
        }
        return std::string{path == "target"   ? say_("目标值", "target")
                           : path == "actual" ? say_("实际值", "actual")
                           : path == "level"  ? say_("完成情况", "level")
                           : path == "rate"   ? say_("完成率", "rate")
                                              : path};
    }

    /// The score before the first adjustment.
    [[nodiscard]] const Points& own(std::optional<std::size_t> item) const {
        if (const auto& changes = adjusted_->of(item); !changes.empty()) {
            return changes.front()->before;
        }
        return item ? result_.sheet.items[*item].exact : result_.sheet.exact;
    }

    /// The scores of what stands below an item, or of the top, added up. Many alike are shortened.
    [[nodiscard]] std::vector<std::string> sum_of(std::optional<std::size_t> above) const {
        constexpr std::size_t most_shown = 30;
        const bool rows =
            above && std::holds_alternative<ByRows>(result_.sheet.items[*above].reason);
        std::vector<std::pair<Points, std::size_t>> terms; // equal rows that follow are counted
        Points all;
        const std::vector<Item>& items = result_.sheet.items;
        for (std::size_t i = above ? *above + 1 : 0; i < items.size(); ++i) {
            const Item& item = items[i];
            if (above && item.level <= items[*above].level) {
                break; // what is below an item follows it
            }
            if (item.parent != above) {
                continue;
            }
            all += item.score;
            if (rows && !terms.empty() && terms.back().first == item.score) {
                ++terms.back().second;
            } else {
                terms.emplace_back(item.score, 1);
            }
        }
        std::string sum;
        for (std::size_t i = 0; i < terms.size() && i < most_shown; ++i) {
            const auto& [score, times] = terms[i];
            sum += (sum.empty() ? "" : " + ") + (times > 1 ? std::to_string(times) + " × " : "") +
                   number_text(score);
        }
        sum += terms.size() > most_shown ? " + …" : "";
        return {say_("{sum} = {all}分", "{sum} = {all} point{s}",
                     {{"sum", sum}, {"all", number_text(all)}})};
    }

    [[nodiscard]] std::string adjusted_line(const Adjusted& each) const {
        struct Words {
            std::string_view zh;
            std::string_view en;
        };
        constexpr std::array<Words, 5> words{
            {{"{reason}：不超过{value}分，{before} → {after}",
              "{reason}: at most {value}, {before} → {after}"},
             {"{reason}：计为{value}分，{before} → {after}",
              "{reason}: set to {value}, {before} → {after}"},
             {"{reason}：扣{value}分{all}，{before} → {after}",
              "{reason}: less {value}{all}, {before} → {after}"},
             {"{reason}：加{value}分{all}，{before} → {after}",
              "{reason}: plus {value}{all}, {before} → {after}"},
             {"{reason}：等级不高于“{value}”，{before} → {after}",
              "{reason}: grade at most \"{value}\", {before} → {after}"}}};
        const Adjustment& by = each.adjustment;
        const bool grade = by.kind == Adjustment::Kind::grade_at_most;
        const bool all = by.each_at_most && each.amount == Points{*by.each_at_most};
        const Words& said = words[static_cast<std::size_t>(by.kind)];
        return say_(said.zh, said.en,
                    {{"reason", reason_of(by)},
                     {"value", grade ? by.grade : number_text(each.amount)},
                     {"all", all ? say_("（已达上限）", " (the most)") : ""},
                     {"before", grade ? each.grade_before : number_text(each.before)},
                     {"after", grade ? each.grade_after : number_text(each.after)}});
    }

    /// The adjustments in force, and the bound where the score passed it.
    [[nodiscard]] std::vector<std::string> adjustments_of(std::optional<std::size_t> item) const {
        std::vector<std::string> lines;
        for (const Adjusted* const one : adjusted_->of(item)) {
            lines.push_back(adjusted_line(*one));
        }
        const ScoreSheet& sheet = result_.sheet;
        const Points& before = before_[item.value_or(sheet.items.size())].adjusted;
        const Points& after = item ? sheet.items[*item].exact : sheet.exact;
        if (before != after) {
            const Points& points = item ? sheet.items[*item].points : sheet.points;
            const bool extra = after > points;
            lines.push_back(
                say_(before < after ? "不低于{bound}分：{before} → {bound}"
                     : extra        ? "连同加分不超过{bound}分：{before} → {bound}"
                                    : "不超过在计分的{bound}分：{before} → {bound}",
                     before < after ? "no less than {bound} point{s}: {before} → {bound}"
                     : extra        ? "no more than {bound} point{s}, bonus and all: {before} → "
                                      "{bound}"
                                    : "no more than the {bound} point{s} in play: {before} → "
                                      "{bound}",
                     {{"bound", number_text(after)}, {"before", number_text(before)}}));
        }
        return lines;
    }

    /// What the exact value was, what it became, and what that gave or took.
    [[nodiscard]] std::string rounding(const Points& exact, const Points& score) const {
        const auto& places = rubric_.rubric.rounding;
        const Points change = score - exact;
        constexpr std::string_view chinese[] = {"四舍五入", "四舍六入五成双", "五舍六入", "进位",
                                                "舍去",     "向上取整",       "向下取整"};
        const std::string mode{say_.chinese() ? chinese[static_cast<std::size_t>(places.mode)]
                                              : name(places.mode)};
        if (change == Points{} && Points{exact.rounded(places.scale, places.mode)} != exact) {
            return say_("{exact}取整不超过分值，保留原有小数位数",
                        "{exact}, and rounding goes no further than the points",
                        {{"exact", number_text(exact)}});
        }
        if (change == Points{}) {
            return say_("{exact}不超过{scale}位小数，不需取整",
                        "{exact} has no more than {scale} place{s}, and is not rounded",
                        {{"exact", number_text(exact)}, {"scale", std::to_string(places.scale)}});
        }
        return say_("{exact}{mode}到{scale}位小数为{score}，{way}{size}分",
                    "{exact} rounded {mode} to {scale} place{s} is {score}, which {way} {size}",
                    {{"exact", number_text(exact)},
                     {"mode", mode},
                     {"scale", std::to_string(places.scale)},
                     {"score", detail::base::decimal_text(score.rounded(places.scale))},
                     {"way", change > Points{} ? say_("多得", "gives") : say_("少得", "takes")},
                     {"size", number_text(abs(change))}});
    }

    void explain_total(Recovery& recovery) {
        const ScoreSheet& sheet = result_.sheet;
        result_.total = sum_of(std::nullopt);
        Points in_play;
        for (const Item& item : sheet.items) {
            in_play += item.parent ? Points{} : item.points;
        }
        if (in_play != sheet.points) {
            result_.total.push_back(
                say_("在计分的指标共{in}分，折算为{points}分：× {points} ÷ {in} = {scaled}分",
                     "{in} point{s} in play, scaled to {points}: × {points} ÷ {in} = {scaled}",
                     {{"in", number_text(in_play)},
                      {"points", number_text(sheet.points)},
                      {"scaled", number_text(own(std::nullopt))}}));
        }
        for (std::string& line : adjustments_of(std::nullopt)) {
            result_.total.push_back(std::move(line));
        }
        if (rubric_.rubric.rounding.total) {
            result_.total.push_back(rounding(sheet.exact, sheet.total));
        }
        if (!options_.indicator.empty()) {
            return;
        }
        result_.recover = recovery.of(std::nullopt);
        proven_ = proven_ && recovery.searched_all();
        result_.open_bonus = open_bonus(sheet.points, sheet.beyond, sheet.total);
        explain_grade(recovery);
        result_.up = distance(rubric_.rubric, sheet, Way::up);
        result_.down = distance(rubric_.rubric, sheet, Way::down);
        if (result_.up) {
            result_.up->carriers = carriers(rubric_, facts_, sheet, budget_);
        }
        if (!again_.exhausted()) {
            result_.near_edges = near_edges(again_, rubric_, facts_, sheet, recovery.numbers());
        }
    }

    void explain_grade(Recovery& recovery) {
        for (const Adjusted& each : result_.sheet.adjustments) {
            if (each.adjustment.kind == Adjustment::Kind::grade_at_most &&
                each.grade_before != each.grade_after) {
                LoweredGrade lowered{reason_of(each.adjustment), each.grade_before,
                                     each.grade_after, recovery.lifting(each)};
                lowered.searched_all = recovery.searched_all();
                proven_ = proven_ && lowered.searched_all;
                result_.lowered.push_back(std::move(lowered));
            }
        }
    }

    [[nodiscard]] static const std::string& reason_of(const Adjustment& by) {
        return by.reason.empty() ? by.id : by.reason;
    }

    const CompiledRubric& rubric_;
    const LoadedFacts& facts_;
    const FactAnswers& answers_;
    const ExplainOptions& options_;
    Say say_;
    IndicatorTree indicators_;
    detail::feel::CallBudget budget_;
    Rescoring again_;
    Explanation result_;
    std::optional<AdjustedOf> adjusted_; ///< of its sheet
    std::vector<detail::scoring::Unbounded> before_;
    std::unordered_map<std::string_view, const detail::document::Input*> inputs_;
    bool proven_ = true;
};

} // namespace

Result<Explanation> explain(const Facts& facts, const ExplainOptions& options,
                            const CallOptions& call) {
    return detail::facts::spoken(facts, call, [&](const Facts& spoken) -> Result<Explanation> {
        const CompiledRubric& compiled = spoken.rubric().compiled();
        FactAnswers answers{compiled, spoken.loaded()};
        auto sheet = detail::scoring::score_explained(compiled, spoken.loaded(), answers);
        if (!sheet) {
            return Failure{std::move(sheet.error())};
        }
        const auto open = detail::whatif::with_open_bands(compiled, spoken.loaded());
        return Explainer{
            compiled, open ? *open : spoken.loaded(), answers, std::move(*sheet), options, call}
            .run();
    });
}

} // namespace heng
