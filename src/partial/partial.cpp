// SPDX-License-Identifier: Apache-2.0
#include "base/json/problems.hpp"
#include "base/text/messages.hpp"
#include "document/within_limits.hpp"
#include "facts/facts_reader.hpp"
#include "partial/refine.hpp"
#include "partial/search.hpp"
#include "scoring/scoring.hpp"

#include <heng/partial/partial.hpp>
#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace heng {
namespace {

using detail::document::CompiledRubric;
using detail::facts::LoadedFacts;
using detail::partial::Found;
using detail::partial::Search;
using detail::partial::Unknown;

constexpr detail::text::Sentence bounds_too_long{
    "the bounds of a score have more digits than numbers may have", "得分上下限的位数超过上限"};
constexpr detail::text::Sentence shorten{"shorten the numbers that go into it",
                                         "请减少参与计算的数的位数"};
constexpr detail::text::Sentence outside_bounds{"a completion scores outside of the bounds",
                                                "某种补全的得分超出了上下限"};
constexpr detail::text::Sentence none_scored{"no completion that was tried can be scored: {0}",
                                             "试过的补全都不能评分：{0}"};
constexpr detail::text::Sentence too_many_unknown{
    "{0} unknown fact{s} read by the rubric, and at most {1} may be",
    "标准所读的数据有 {0} 项未知，最多 {1} 项"};
constexpr detail::text::Sentence give_some{"give some of them first", "请先补上一部分"};

Result<LoadedFacts> read(const RubricDocument& rubric, std::string_view text, const Limits& limits,
                         UnreadFacts unread) {
    const auto parsed = detail::json::JsonDocument::parse(text, limits);
    if (!parsed) {
        return Failure{in_language(parsed.error(), rubric.rubric().language)};
    }
    detail::json::Problems problems{detail::json::facts_document, limits};
    const detail::json::Reader root{parsed->root(), problems};
    LoadedFacts facts{*parsed};
    if (root.has_heng()) {
        detail::facts::read_partial_facts(root, rubric.compiled(), unread, facts);
    }
    if (problems.empty()) {
        detail::partial::complete_cut_forms(rubric.compiled(), facts);
    }
    if (!problems.empty()) {
        return Failure{in_language(problems.error(), rubric.rubric().language)};
    }
    return facts;
}

Error too_long() {
    return detail::text::error_of(Status::limit_exceeded, "limit.number", bounds_too_long, shorten);
}

/// A completion that scores outside of the bounds is a defect, and never shown as a score.
Error defect() {
    return detail::text::error_of(Status::internal_error, "partial.bounds", outside_bounds);
}

/// More than these would be a list of questions, not of answers.
constexpr std::size_t most_unknown = 300;
constexpr std::size_t most_refined_records = 5'000;

class PartialScoring {
  public:
    /// `unread` are those that nothing reads: they are listed, and move nothing.
    PartialScoring(const CompiledRubric& rubric, const LoadedFacts& facts,
                   std::vector<Unknown> unknowns, std::vector<Unknown> unread,
                   detail::feel::CallBudget budget)
        : rubric_(rubric),
          facts_(facts),
          unknowns_(std::move(unknowns)),
          unread_(std::move(unread)),
          slots_(detail::partial::slots_of(rubric, facts, unknowns_)),
          budget_(std::move(budget)),
          ranges_(detail::whatif::TreeBounds{rubric, rubric.rubric, facts, slots_, budget_}.run()),
          search_(rubric, facts, unknowns_, ranges_, budget_) {}

    Result<PartialSheet> run() {
        search_.run();
        if (!search_.least(search_.total()).score) {
            return Failure{none()};
        }
        PartialSheet sheet;
        sheet.rubric_id = rubric_.rubric.id;
        sheet.rubric_title = rubric_.rubric.title;
        sheet.language = rubric_.rubric.language;
        sheet.subject = facts_.subject_name;
        sheet.points = Points{rubric_.rubric.points};
        sheet.scale = rubric_.rubric.rounding.scale;
        add_unknown(sheet); // which may find better ends
        if (detail::partial::records_of(facts_) <= most_refined_records) {
            ranges_ = detail::partial::refined(rubric_, facts_, unknowns_, slots_,
                                               std::move(ranges_), search_, budget_);
        }
        add_items(sheet);
        set_ends(search_.total(), ranges_.total, sheet.least, sheet.most);
        add_grades(sheet);
        sheet.not_scorable = search_.refused();
        if (outside_ || unbounded_) {
            return Failure{outside_             ? defect()
                           : budget_.is_spent() ? detail::scoring::budget_spent(sheet.language)
                                                : too_long()};
        }
        return sheet;
    }

  private:
    [[nodiscard]] Error none() const {
        if (!search_.refused()) {
            return detail::scoring::budget_spent(rubric_.rubric.language);
        }
        Error error = *search_.refused();
        if (unknowns_.empty()) {
            return error;
        }
        detail::text::set_message(error, none_scored(detail::text::message_of(error)));
        error.code = "partial.none";
        return error;
    }

    /// Completes a level that is unknown together with its rate.
    void add_witness(std::size_t index, const detail::partial::Completion& completion,
                     std::vector<CompletedFact>& witness) const {
        const Unknown& unknown = unknowns_[index];
        const detail::partial::Candidate& candidate = search_.candidate(index, completion);
        if (unknown.in_band) {
            const std::string given = search_.given(index, completion);
            if (!given.empty()) {
                witness.push_back({unknown.where, given});
            }
            return;
        }
        if (unknown.kind != Unknown::Kind::level) {
            witness.push_back({unknown.where, text_of(candidate)});
            return;
        }
        witness.push_back({unknown.where, candidate.value.text()});
        if (!unknown.alone) {
            const std::string record = unknown.where.substr(0, unknown.where.rfind('.'));
            witness.push_back({record + ".rate", candidate.rows.front().numbers.rate->to_string()});
        }
    }

    PartialEnd end_of(std::size_t target, const std::optional<Ratio>& bound, const Found& found) {
        PartialEnd end;
        if (!bound) {
            unbounded_ = true;
            return end;
        }
        end.score = Points{*bound};
        end.attained = found.score == end.score;
        if (end.attained) {
            for (const std::size_t unknown : search_.relevant(target)) {
                add_witness(unknown, *found.completion, end.witness);
            }
        }
        return end;
    }

    void set_ends(std::size_t target, const detail::feel::Numbers& range, PartialEnd& least,
                  PartialEnd& most) {
        const Found& low = search_.least(target);
        const Found& high = search_.most(target);
        if (range.empty() || !range.contains(low.score->value()) ||
            !range.contains(high.score->value())) {
            outside_ = true;
            return;
        }
        const Interval hull = range.hull();
        least = end_of(target, hull.low, low);
        most = end_of(target, hull.high, high);
    }

    void add_items(PartialSheet& sheet) {
        for (const PlacedIndicator& indicator : IndicatorTree{rubric_.rubric.indicators}) {
            const std::size_t index = sheet.items.size();
            PartialItem item;
            item.id = indicator->id;
            item.name = indicator->name;
            item.parent = indicator.parent;
            item.level = indicator.level;
            item.kind = indicator->is_branch() ? ItemKind::branch : ItemKind::leaf;
            item.points = Points{indicator->points};
            set_ends(index, ranges_.items[index], item.least, item.most);
            sheet.items.push_back(std::move(item));
        }
    }

    void add_grades(PartialSheet& sheet) const {
        detail::feel::Numbers left = ranges_.total;
        std::vector<bool> possible;
        for (const Grade& grade : rubric_.rubric.grades) {
            possible.push_back(false);
            for (const Interval& in : grade.in) {
                possible.back() = possible.back() || !left.met(in).empty();
                left = left.without(in);
            }
        }
        lower(possible);
        for (std::size_t i = 0; i < possible.size(); ++i) {
            if (possible[i]) {
                sheet.grades.push_back(rubric_.rubric.grades[i].grade);
            }
        }
    }

    /// What ceilings of the grade that hold, or may, make of the grades that a total can have.
    void lower(std::vector<bool>& possible) const {
        const Rubric& rubric = rubric_.rubric;
        for (std::size_t i = 0; i < ranges_.caps.size(); ++i) {
            const auto best = rubric.grade_named(rubric.adjustments[i].grade);
            if (!ranges_.caps[i].may_hold || !best) {
                continue;
            }
            for (std::size_t grade = 0; grade < possible.size(); ++grade) {
                if (possible[grade] && rubric.is_better(grade, *best)) {
                    possible[*best] = true;
                    possible[grade] = ranges_.caps[i].may_fail;
                }
            }
        }
    }

    void add_unknown(PartialSheet& sheet) {
        for (std::size_t i = 0; i < unknowns_.size(); ++i) {
            sheet.unknown.push_back({unknowns_[i].where, unknowns_[i].label, search_.swing(i)});
        }
        std::stable_sort(
            sheet.unknown.begin(), sheet.unknown.end(),
            [](const UnknownFact& a, const UnknownFact& b) { return a.swing > b.swing; });
        for (const Unknown& each : unread_) {
            sheet.unknown.push_back({each.where, each.label, Points{}});
        }
    }

    const CompiledRubric& rubric_;
    const LoadedFacts& facts_;
    std::vector<Unknown> unknowns_;
    std::vector<Unknown> unread_;
    std::vector<detail::feel::Abstract> slots_;
    detail::feel::CallBudget budget_;
    detail::whatif::TreeRanges ranges_;
    Search search_;
    bool outside_ = false;   ///< some completion scores outside of the bounds
    bool unbounded_ = false; ///< some bound is not known
};

Result<PartialSheet> scored(const RubricDocument& rubric, std::string_view text,
                            const Limits& limits, UnreadFacts unread, const CallOptions& call) {
    const auto facts = read(rubric, text, limits, unread);
    if (!facts) {
        return Failure{facts.error()};
    }
    std::vector<Unknown> unknowns = detail::partial::unknowns_of(rubric.compiled(), *facts);
    const auto unread_begin = std::stable_partition(
        unknowns.begin(), unknowns.end(), detail::partial::ReadByRubric{rubric.compiled()});
    const auto read_by_rubric = static_cast<std::size_t>(unread_begin - unknowns.begin());
    if (read_by_rubric > most_unknown) {
        return Failure{
            in_language(detail::text::error_of(Status::limit_exceeded, "limit.unknown",
                                               too_many_unknown(std::to_string(read_by_rubric),
                                                                std::to_string(most_unknown)),
                                               give_some),
                        rubric.rubric().language)};
    }
    std::vector<Unknown> others(std::make_move_iterator(unread_begin),
                                std::make_move_iterator(unknowns.end()));
    unknowns.erase(unread_begin, unknowns.end());
    return PartialScoring{rubric.compiled(), *facts, std::move(unknowns), std::move(others),
                          detail::document::budget_of(call)}
        .run();
}

} // namespace

Result<PartialSheet> score_partial(const RubricDocument& rubric, std::string_view facts,
                                   const Limits& limits, UnreadFacts unread,
                                   const CallOptions& call) {
    return detail::document::as_call(call, [&] {
        const RubricDocument spoken = call.language ? rubric.spoken_in(*call.language) : rubric;
        return scored(spoken, facts, limits, unread, call);
    });
}

} // namespace heng
