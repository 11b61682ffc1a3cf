// SPDX-License-Identifier: Apache-2.0
//
// Scoring one leaf: asks for the values that its rule needs, applies the rule, and keeps the values
// as the reason of the score.
#pragma once

#include <heng/number/percent.hpp>
#include <heng/result.hpp>
#include <heng/rubric/indicator.hpp>
#include <heng/score/answers.hpp>
#include <heng/score/reason.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace heng::detail {

/// A row of a targets leaf with its share of the points, before any rounding.
struct ScoredRow {
    ByTarget why;
    Points points;
    Points score;
};

struct ScoredLeaf {
    Points score;
    Reason reason;
    std::vector<ScoredRow> rows{}; ///< the rows of a targets leaf, whose score is their sum
};

/// In English, and in Chinese.
struct Said {
    std::string en{};
    std::string zh{};
};

[[nodiscard]] inline tl::unexpected<Unanswered> refuse(Status status, std::string code,
                                                       Said message, Said hint = {}) {
    Error error;
    error.status = status;
    error.code = std::move(code);
    error.message = std::move(message.en);
    error.hint = std::move(hint.en);
    error.other_message = std::move(message.zh);
    error.other_hint = std::move(hint.zh);
    return tl::unexpected{Unanswered{Unanswered::Why::error, std::move(error)}};
}

/// Refuses the floor or the cap of a row that has fewer points.
[[nodiscard]] inline tl::unexpected<Unanswered>
refuse_bound(const TargetRow& row, const Decimal& bound, const Points& points, bool floor) {
    const std::string found = bound.shortest().to_string();
    const std::string most = points.to_string();
    return refuse(Status::invalid_facts, "facts.target",
                  {(floor ? "the floor of \"" : "the cap of \"") + row.name + "\" is " + found +
                       " points, more than the " + most + " points of its row",
                   "“" + row.name + (floor ? "”的最低分" : "”的最高分") + "为 " + found +
                       " 分，超过该行的分值 " + most + " 分"},
                  {"write at most the points of the row", "请写不超过该行分值的分数"});
}

/// Scores one row of a targets leaf that is worth `points`.
[[nodiscard]] inline Answer<ScoredRow> score_row(const Targets& rule, const Points& points,
                                                 TargetRow row) {
    const auto& rate = row.numbers.rate;
    if (rate && !range_of(row.numbers.level, rule.dialect).contains(*rate)) {
        return refuse(Status::invalid_facts, "facts.target",
                      {"the rate " + Percent::of(*rate).to_string() + " of \"" + row.name +
                           "\" is outside what the rubric allows its level",
                       "“" + row.name + "”的完成率 " + Percent::of(*rate).to_string() +
                           " 超出评分标准对其等级的规定"});
    }
    const RowRule& own = row.numbers.rule;
    for (const bool floor : {true, false}) {
        const auto& bound = floor ? own.floor : own.cap;
        if (bound && Points{*bound} > points) {
            return refuse_bound(row, *bound, points, floor);
        }
    }
    const Completion done = completion(row.numbers);
    const bool far = rule.far_above && is_far_above(*rule.far_above, row.numbers);
    const Points earned = score(rule, points, row.numbers);
    return ScoredRow{ByTarget{std::move(row), done, far}, points, earned};
}

// How a rule is applied shows in what its score() takes: rule/KIND.hpp.

/// A rule that scores any one number.
template <class Rule>
concept MeasuredRule = requires(const Rule& rule, const Ratio& measure) {
    { score(rule, measure) } -> std::same_as<Points>;
};
/// A rule that scores a number against its norm.
template <class Rule>
concept NormedRule = requires(const Rule& rule, const Ratio& number) {
    { score(rule, number, number) } -> std::same_as<Points>;
};
/// A rule whose first band that covers a number has its score.
template <class Rule>
concept BandedRule = requires(const Rule& rule, const Ratio& measure) {
    { band_of(rule, measure) } -> std::same_as<std::optional<std::size_t>>;
};
/// A rule that scores the text of a category.
template <class Rule>
concept NamedRule = requires(const Rule& rule, const std::string& name) {
    { score(rule, name) } -> std::same_as<std::optional<Points>>;
};
/// A rule that scores how often each of its parts occurred.
template <class Rule>
concept CountedRule = requires(const Rule& rule, const std::vector<Ratio>& counts) {
    { score(rule, counts) } -> std::same_as<Points>;
};
/// A rule that scores which of its parts hold.
template <class Rule>
concept ItemsRule = requires(const Rule& rule, const std::vector<bool>& held) {
    { score(rule, held) } -> std::same_as<Points>;
};
/// A rule that scores whether something holds.
template <class Rule>
concept TruthRule = !MeasuredRule<Rule> && requires(const Rule& rule, bool holds) {
    { score(rule, holds) } -> std::same_as<Points>;
};

/// Applies a rule that is not a branch to the values that `answers` gives.
template <Answers A>
class LeafScorer {
  public:
    LeafScorer(const Indicator& leaf, A& answers) : leaf_(leaf), answers_(answers) {}

    Answer<ScoredLeaf> run() {
        return std::visit([this](const auto& rule) { return this->apply(rule); }, leaf_.rule);
    }

  private:
    using Scored = Answer<ScoredLeaf>;

    Scored apply(const std::monostate&) {
        return refuse(Status::internal_error, "score.branch",
                      {"a branch has no rule", "有下级指标的指标没有规则"});
    }

    template <BandedRule Rule>
    Scored apply(const Rule& rule) {
        auto measure = answers_.number(*leaf_.measure);
        if (!measure) {
            return tl::unexpected{std::move(measure.error())};
        }
        const auto band = band_of(rule, *measure);
        if (!band) {
            return refuse(Status::invalid_rubric, "score.no-band",
                          {"no band of \"" + leaf_.id + "\" covers " + measure->to_string(),
                           "“" + leaf_.id + "”没有一档包含 " + measure->to_string()},
                          {"add a band for it; {\"in\": \"-\"} covers all the rest",
                           "请补上这一档；{\"in\": \"-\"} 包含其余一切"});
        }
        if (rule.bands[*band].is_assessed()) {
            return within(rule.bands[*band], ByBand{std::move(*measure), *band});
        }
        return ScoredLeaf{rule.bands[*band].score, ByBand{std::move(*measure), *band}};
    }

    /// The score that a person gives within the range of the band that holds.
    Scored within(const Band& band, ByBand by) {
        auto given = [&] {
            if constexpr (requires { answers_.assessment(leaf_, band, by.measure); }) {
                return answers_.assessment(leaf_, band, by.measure);
            } else {
                return answers_.assessment(leaf_);
            }
        }();
        if (!given) {
            return tl::unexpected{std::move(given.error())};
        }
        const Points points{given->score};
        if (!band.allows(points)) {
            const std::string least = band.lowest().to_string();
            const std::string most = band.score.to_string();
            return refuse(Status::invalid_facts, "facts.assessed",
                          {"the assessed score of \"" + leaf_.id + "\" is " + points.to_string() +
                               ", outside " + least + " to " + most + ", the band of " +
                               by.measure.to_string(),
                           "“" + leaf_.id + "”的人工评分为 " + points.to_string() + "，不在 " +
                               least + " 至 " + most + " 之间，即 " + by.measure.to_string() +
                               " 所属的一档"});
        }
        by.assessment = std::move(*given);
        return ScoredLeaf{points, std::move(by)};
    }

    template <NamedRule Rule>
    Scored apply(const Rule& rule) {
        auto category = answers_.text(*leaf_.measure);
        if (!category) {
            return tl::unexpected{std::move(category.error())};
        }
        const auto points = score(rule, *category);
        if (!points) {
            std::string known;
            for (const auto& each : rule.categories) {
                known += (known.empty() ? "" : ", ") + each.name;
            }
            return refuse(Status::invalid_facts, "score.no-category",
                          {'"' + leaf_.id + "\" has no category \"" + *category + '"',
                           "“" + leaf_.id + "”没有“" + *category + "”这一类"},
                          {"one of: " + known, "可选：" + known});
        }
        return ScoredLeaf{*points, ByCategory{std::move(*category)}};
    }

    template <MeasuredRule Rule>
    Scored apply(const Rule& rule) {
        auto measure = answers_.number(*leaf_.measure);
        if (!measure) {
            if constexpr (requires { score_of_zero_denominator(rule); }) {
                const auto instead = score_of_zero_denominator(rule);
                if (instead && measure.error().why == Unanswered::Why::zero_denominator) {
                    return ScoredLeaf{*instead, ByZeroDenominator{}};
                }
            }
            return tl::unexpected{std::move(measure.error())};
        }
        return ScoredLeaf{score(rule, *measure), ByMeasure{*measure}};
    }

    template <NormedRule Rule>
    Scored apply(const Rule& rule) {
        auto measure = answers_.number(*leaf_.measure);
        auto norm = answers_.number(leaf_.parts.front().term);
        if (measure && norm) {
            return ScoredLeaf{score(rule, *measure, *norm), ByNorm{*measure, *norm}};
        }
        std::vector<Ratio> values;
        std::optional<Unanswered> unanswered;
        keep(std::move(measure), values, unanswered);
        keep(std::move(norm), values, unanswered);
        return tl::unexpected{std::move(*unanswered)};
    }

    template <CountedRule Rule>
    Scored apply(const Rule& rule) {
        std::vector<Ratio> counts;
        counts.reserve(leaf_.parts.size());
        std::optional<Unanswered> unanswered;
        for (const Part& part : leaf_.parts) {
            Answer<Ratio> count = answers_.number(part.term);
            if (count && count->sign() < 0) {
                count = refuse(Status::invalid_facts, "score.negative-count",
                               {'"' + leaf_.id + "\" counts " + count->to_string() + " of \"" +
                                    part.label + "\", but a count is 0 or more",
                                "“" + leaf_.id + "”中“" + part.label + "”的个数为 " +
                                    count->to_string() + "，而个数不小于 0"});
            }
            keep(std::move(count), counts, unanswered);
        }
        if (unanswered) {
            return tl::unexpected{std::move(*unanswered)};
        }
        const Points points = score(rule, counts);
        return ScoredLeaf{points, ByCounts{std::move(counts)}};
    }

    template <ItemsRule Rule>
    Scored apply(const Rule& rule) {
        std::vector<bool> held;
        held.reserve(leaf_.parts.size());
        std::optional<Unanswered> unanswered;
        for (const Part& part : leaf_.parts) {
            keep(answers_.holds(part.term), held, unanswered);
        }
        if (unanswered) {
            return tl::unexpected{std::move(*unanswered)};
        }
        const Points points = score(rule, held);
        return ScoredLeaf{points, ByItems{std::move(held)}};
    }

    /// Appends the answer to `values`, or joins its error to the earlier ones.
    template <class T>
    static void keep(Answer<T> answer, std::vector<T>& values,
                     std::optional<Unanswered>& unanswered) {
        if (answer) {
            values.push_back(std::move(*answer));
        } else if (!unanswered) {
            unanswered = std::move(answer.error());
        } else {
            unanswered->error.others.push_back(std::move(answer.error().error));
        }
    }

    template <TruthRule Rule>
    Scored apply(const Rule& rule) {
        auto holds = answers_.holds(*leaf_.measure);
        if (!holds) {
            return tl::unexpected{std::move(holds.error())};
        }
        return ScoredLeaf{score(rule, *holds), ByItems{{*holds}}};
    }

    Scored apply(const Assessed& rule) {
        auto given = answers_.assessment(leaf_);
        if (!given) {
            return tl::unexpected{std::move(given.error())};
        }
        const auto points = score(rule, given->score);
        if (!points) {
            const std::string least = rule.beyond.floor.to_string();
            const std::string most = most_of(rule.points, rule.beyond).to_string();
            return refuse(Status::invalid_facts, "facts.assessed",
                          {"the assessed score of \"" + leaf_.id + "\" is " +
                               given->score.to_string() + ", outside " + least + " to " + most,
                           "“" + leaf_.id + "”的人工评分为 " + given->score.to_string() +
                               "，不在 " + least + " 至 " + most + " 之间"});
        }
        return ScoredLeaf{*points, ByAssessment{std::move(*given)}};
    }

    Scored apply(const Targets& rule) {
        auto rows = answers_.rows(*leaf_.measure);
        if (!rows) {
            return tl::unexpected{std::move(rows.error())};
        }
        if (rows->empty()) {
            return refuse(Status::invalid_facts, "score.no-targets",
                          {'"' + leaf_.id + "\" has no target to score",
                           "“" + leaf_.id + "”没有可评分的绩效目标"},
                          {"give its target records, or a not_applicable in the rubric",
                           "请给出绩效目标记录，或在评分标准中写 not_applicable"});
        }
        ScoredLeaf leaf{Points{}, ByRows{rows->size(), 0}};
        const Points share =
            Points{rule.points} * (Ratio{1} / Ratio{static_cast<std::int64_t>(rows->size())});
        Decimal sum;
        for (TargetRow& row : *rows) {
            if (rule.weights == Weights::points && !row.points) {
                return refuse(
                    Status::invalid_facts, "facts.target",
                    {"the target \"" + row.name + "\" has no points, and \"" + leaf_.id +
                         "\" weighs its rows by their points",
                     "绩效目标“" + row.name + "”没有分值，而“" + leaf_.id + "”按分值给各行加权"});
            }
            sum = sum + row.points.value_or(Decimal{});
            const Points points = rule.weights == Weights::equal ? share : Points{*row.points};
            auto scored = score_row(rule, points, std::move(row));
            if (!scored) {
                return tl::unexpected{std::move(scored.error())};
            }
            std::get<ByRows>(leaf.reason).met += scored->why.completion.met ? 1U : 0U;
            leaf.rows.push_back(*std::move(scored));
        }
        if (rule.weights == Weights::points && sum != rule.points) {
            return refuse(Status::invalid_facts, "facts.points-sum",
                          {"the targets of \"" + leaf_.id + "\" have " + detail::points_text(sum) +
                               " together, but the rubric gives it " + rule.points.to_string(),
                           "“" + leaf_.id + "”各绩效目标的分值合计 " + sum.to_string() +
                               "，而评分标准给它 " + rule.points.to_string() + " 分"});
        }
        return leaf;
    }

    const Indicator& leaf_;
    A& answers_;
};

} // namespace heng::detail
