// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/json/writer.hpp"
#include "base/text/messages.hpp"
#include "base/text/pointer.hpp"
#include "base/text/width.hpp"
#include "document/within_limits.hpp"
#include "plan/common_reader.hpp"
#include "plan/days.hpp"
#include "plan/messages.hpp"
#include "plan/names.hpp"
#include "plan/planned_targets.hpp"
#include "plan/target_units.hpp"

#include <heng/plan/in_force.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace heng {
namespace {

using detail::json::Json;
using detail::json::JsonKind;
using detail::text::Sentence;
using detail::text::Words;

constexpr Sentence in_force{"{0}: the target in force on {1} is {2}", "{0}：{1}生效的目标值为{2}"};
constexpr Sentence replaces{"{0}, in the place of {1}", "{0}，资料中为{1}"};
constexpr Sentence adjusted{"; approved on {0}: from {1} to {2} ({3})",
                            "；{0}批准，由{1}调整为{2}（{3}）"};
constexpr Sentence kept{"{0}: the plan's target {1} is not comparable with {2} of the facts, which "
                        "is kept",
                        "{0}：计划的目标值{1}与资料中的{2}不可比，仍用资料中的目标值"};

constexpr Sentence other_unit{
    "{0}: the plan's target is {1} and that of the facts {2}, in units that can't be compared; the "
    "facts' is kept",
    "{0}：计划的目标值是{1}，资料中是{2}，单位不可比，仍用资料中的目标值"};
constexpr Sentence not_exact{"{0}: the plan's target {1} can't be written exactly in the unit of "
                             "the facts' {2}, which is kept",
                             "{0}：计划的目标值{1}换算成资料中{2}的单位除不尽，仍用资料中的目标值"};
constexpr Sentence unit_unknown{
    "{0}: the plan's target is {1} and that of the facts {2}; it is taken to be in the same unit",
    "{0}：计划的目标值是{1}，资料中是{2}，按同一单位处理"};
constexpr Sentence other_direction{
    "{0}: the direction is {1} in the plan and {2} in the facts, whose target is kept",
    "{0}：计划的方向是“{1}”，资料中是“{2}”，仍用资料中的目标值"};
constexpr Sentence other_sign{"{0}: the direction is {1} in the plan and {2} in the facts",
                              "{0}：计划的方向是“{1}”，资料中是“{2}”"};
constexpr Sentence several_names{
    "{0}: other records of the facts are named so too, but for spaces and punctuation; the plan's "
    "\"{1}\" is taken for none of them",
    "{0}：资料中另有仅空格、标点不同的名称，无法确定哪一项是计划的“{1}”，仍用资料中的目标值"};
constexpr Sentence with_unit{"{0} {1}", "{0}{1}"};
constexpr Sentence without_unit{"{0} (no unit)", "{0}（未写单位）"};
constexpr Sentence counted_in{"{0} ({1})", "{0}（即{1}）"};
constexpr Sentence other_year{"the plan is of {0}, and the facts are of {1}",
                              "计划是{0}年的，资料是{1}年的"};
constexpr Sentence day_of_other_year{"the targets in force on {0} are asked for, and the plan is "
                                     "of {1}",
                                     "要求的是{0}生效的目标值，而计划是{1}年的"};

bool is_met_from_below(Direction direction) {
    return direction == Direction::at_least || direction == Direction::equal;
}

/// A target of the facts as plan/1 would read it.
PlannedTarget written(Json target, const Limits& limits) {
    detail::json::Problems unsaid{detail::json::facts_document, limits};
    return detail::plan::read_planned(detail::json::Reader{target, unsaid});
}

std::string last_day_of(const Plan& plan) {
    const std::string year = std::to_string(plan.subject_year.value_or(9'999));
    return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year + "-12-31";
}

class Rewriter {
  public:
    Rewriter(const PlanDocument& plan, std::string_view date, const Limits& limits)
        : plan_{plan.plan()},
          then_{plan_at(plan_, date)},
          targets_{then_},
          date_{date},
          limits_{limits} {
        for (const PlanAdjustment& each : plan_.adjustments) {
            if (each.field == AdjustedField::target && each.approved && *each.approved <= date) {
                changes_[each.indicator].push_back(&each);
            }
            for (const PlannedTarget* const told : {&each.from, &each.to}) {
                if (each.field == AdjustedField::target && told->value) {
                    planned_[each.indicator].insert(*told->value);
                }
            }
        }
        add_planned(plan_.indicators);
        for (const Project& project : plan_.projects) {
            add_planned(project.indicators);
        }
        for (auto& [indicator, changes] : changes_) {
            std::stable_sort(changes.begin(), changes.end(),
                             [](const PlanAdjustment* a, const PlanAdjustment* b) {
                                 return *a->approved < *b->approved;
                             });
        }
    }

    /// Nothing where a record is ambiguous; then error() says which.
    std::optional<detail::json::JsonDocument> run(const detail::json::JsonDocument& facts) {
        compare_years(facts.root());
        collect(facts.root());
        walk(facts.root());
        return error_ ? std::nullopt : std::optional{facts.with(targets_in_force_)};
    }

    /// The text of such a document, which says for people where its targets are from.
    [[nodiscard]] std::string noted(const detail::json::JsonDocument& document) const {
        constexpr std::string_view key = "x-in-force";
        std::string text{document.text()};
        if (history_.empty() || document.root().find(key)) {
            return text;
        }
        std::string lines;
        for (const Diagnostic& each : history_) {
            lines += lines.empty() ? "" : ",";
            detail::json::append_json_string(lines, each.message);
        }
        text.insert(text.rfind('}'), ",\"" + std::string{key} + "\":[" + lines + "]");
        return text;
    }

    [[nodiscard]] const Error& error() const { return *error_; }
    [[nodiscard]] std::vector<Diagnostic> take_history() { return std::move(history_); }

  private:
    /// As deep as a document may be.
    void walk(Json value) {
        std::size_t index = 0;
        for (const Json child : value.children()) {
            const bool in_list = !child.has_key();
            const std::size_t above = pointer_.size();
            pointer_.append("/").append(in_list ? std::to_string(index++)
                                                : detail::text::pointer_token(child.key()));
            if (in_list || !detail::json::is_ignored_key(child.key())) {
                if (in_list && child.is(JsonKind::object)) {
                    record(child);
                }
                walk(child);
            }
            pointer_.resize(above);
        }
    }

    void add_planned(const std::vector<PlanIndicator>& indicators) {
        for (const PlanIndicator& each : indicators) {
            if (each.target && each.target->value) {
                planned_[each.id].insert(*each.target->value);
            }
        }
    }

    /// The names of the records, as they are written, by what they fold to.
    void collect(Json value) {
        for (const Json child : value.children()) {
            if (child.has_key() && detail::json::is_ignored_key(child.key())) {
                continue;
            }
            if (const auto found = child.is(JsonKind::object) && !child.has_key()
                                       ? detail::plan::record_of(child)
                                       : std::nullopt) {
                given_names_[detail::plan::normalised(found->name.text())].emplace(
                    found->name.text());
            }
            collect(child);
        }
    }

    void compare_years(Json root) {
        const std::optional<int> planned = plan_.subject_year;
        const auto subject = root.find("subject");
        const auto year = subject ? subject->find("year") : std::nullopt;
        if (!planned) {
            return;
        }
        if (year && (year->is(JsonKind::number) || year->is(JsonKind::string))) {
            const auto given = Decimal::parse(year->text());
            if (given && *given != Decimal{*planned}) {
                tell_at("plan-of-another-year", "/subject/year",
                        other_year(std::to_string(*planned), given->shortest().to_string()));
            }
        }
        if (!detail::plan::is_in(date_, *planned)) {
            tell_at("plan-of-another-year", "/subject/year",
                    day_of_other_year(date_, std::to_string(*planned)));
        }
    }

    void record(Json object) {
        const auto given = detail::plan::record_of(object);
        if (!given || error_) {
            return;
        }
        const std::string_view name = given->name.text();
        const detail::plan::PlannedTargets::Found found = targets_.find(name);
        if (found.indicator == nullptr) {
            return;
        }
        if (found.folded && given_names_[detail::plan::normalised(name)].size() > 1) {
            if (may_tell()) {
                tell("target-name-ambiguous",
                     several_names(std::string{name}, found.indicator->name));
            }
        } else if (found.ambiguous) {
            error_ = detail::text::error_of(Status::invalid_argument, "plan.ambiguous-name",
                                            detail::plan::say::two_indicators(name),
                                            detail::plan::say::name_by_id);
            error_->pointer = given->name.pointer();
            error_->place = given->name.place();
        } else if (is_same_direction(*found.indicator, *given) && given->target &&
                   found.indicator->target) {
            put(*found.indicator, *given);
        }
    }

    /// Whether the plan's target may take the place of the record's; says so where the directions
    /// differ. `>=` and `=` are scored alike.
    bool is_same_direction(const PlanIndicator& indicator,
                           const detail::plan::TargetRecord& given) {
        if (!indicator.direction || !given.direction || *indicator.direction == *given.direction) {
            return true;
        }
        const bool alike =
            is_met_from_below(*indicator.direction) && is_met_from_below(*given.direction);
        if (may_tell()) {
            const std::string name{given.name.text()};
            const std::string_view planned = detail::plan::sign_of(*indicator.direction);
            const std::string_view written = detail::plan::sign_of(*given.direction);
            tell_at("target-other-direction", pointer_ + "/direction",
                    alike ? other_sign(name, planned, written)
                          : other_direction(name, planned, written));
        }
        return alike;
    }

    static Words figure(const std::string& text, std::string_view unit, bool percent) {
        return unit.empty() && !percent ? without_unit(text)
               : unit.empty()           ? Words{text, text}
                                        : with_unit(text, unit);
    }

    /// Whether two figures may well be in one unit: units of a kind are a hundred times apart or
    /// more.
    static bool is_near(const Ratio& one, const Ratio& other) {
        constexpr std::int64_t apart = 100;
        return one.sign() == other.sign() && abs(one) < abs(other) * Ratio{apart} &&
               abs(other) < abs(one) * Ratio{apart};
    }

    /// The plan's target counted as the record counts; says why where it can't be.
    std::optional<PlannedTarget> counted(const PlanIndicator& indicator,
                                         const detail::plan::TargetRecord& given,
                                         const PlannedTarget& written) {
        const PlannedTarget& planned = *indicator.target;
        const auto can = detail::plan::comparability(planned, indicator.unit, written, given.unit);
        const std::string name{given.name.text()};
        const bool said_before = // the same figure as the plan has or had it
            written.value && planned_[indicator.id].contains(*written.value);
        if (can == detail::plan::Comparability::same ||
            (can == detail::plan::Comparability::unknown && said_before)) {
            return planned;
        }
        if (can == detail::plan::Comparability::unknown &&
            is_near(*planned.value, *written.value)) {
            say("target-unit-unknown",
                unit_unknown(name, figure(planned.text, indicator.unit, planned.percent),
                             figure(written.text, given.unit, written.percent)));
            return planned;
        }
        const bool no_number = !planned.value || !written.value;
        if (no_number || (indicator.unit.empty() && given.unit.empty())) {
            say("target-kept", kept(name, planned.text, written.text));
            return std::nullopt;
        }
        const Words there = figure(planned.text, indicator.unit, planned.percent);
        const Words here = figure(written.text, given.unit, written.percent);
        if (can != detail::plan::Comparability::converted) {
            say("target-other-unit", other_unit(name, there, here));
            return std::nullopt;
        }
        auto exact = detail::plan::converted(planned, indicator.unit, given.unit, written.percent);
        if (!exact) {
            say("target-other-unit", not_exact(name, there, here));
        }
        return exact;
    }

    void put(const PlanIndicator& indicator, const detail::plan::TargetRecord& given) {
        const Json target = *given.target;
        const PlannedTarget as_given = written(target, limits_);
        const bool days = given.by_date && detail::json::is_date(target.text()) &&
                          detail::json::is_date(indicator.target->text);
        const auto planned = days ? indicator.target : counted(indicator, given, as_given);
        if (!planned) {
            return;
        }
        const bool differs =
            days ? planned->text != as_given.text : *planned->value != *as_given.value;
        if (differs) {
            targets_in_force_.push_back({target, planned->text});
        }
        if (!may_tell()) {
            return;
        }
        const std::string name{given.name.text()};
        const std::string& text = indicator.target->text;
        Words words = in_force(name, date_, text);
        if (planned->text != text) {
            const Words there = figure(text, indicator.unit, indicator.target->percent);
            const Words here = figure(planned->text, given.unit, planned->percent);
            words = in_force(name, date_, counted_in(there, here));
        }
        if (differs) {
            words = replaces(words, as_given.text);
        }
        add_changes(indicator, words);
        tell("target-in-force", words);
    }

    void add_changes(const PlanIndicator& indicator, Words& words) const {
        const auto changes = changes_.find(indicator.id);
        if (changes == changes_.end()) {
            return;
        }
        for (const PlanAdjustment* const each : changes->second) {
            const Words change =
                adjusted(*each->approved, each->from.text, each->to.text, each->reason);
            words.en += change.en;
            words.zh += change.zh;
        }
    }

    /// A history is read by people: it ends with so many records, or so much text.
    [[nodiscard]] bool may_tell() const {
        constexpr std::size_t most_told = 1'000;
        constexpr std::size_t most_text = 4UL * 1024 * 1024;
        return history_.size() < most_told && told_text_ < most_text;
    }

    void say(std::string code, const Words& words) {
        if (may_tell()) {
            tell(std::move(code), words);
        }
    }

    /// Of the target of the record that is looked at.
    void tell(std::string code, const Words& words) {
        tell_at(std::move(code), pointer_ + "/target", words);
    }

    void tell_at(std::string code, std::string pointer, const Words& words) {
        const std::string& message = then_.language == Language::zh ? words.zh : words.en;
        told_text_ += pointer.size() + message.size();
        history_.push_back({std::move(code), std::move(pointer), message});
    }

    const Plan& plan_;
    Plan then_;
    detail::plan::PlannedTargets targets_;
    std::string date_;
    const Limits& limits_;
    std::map<std::string, std::vector<const PlanAdjustment*>, std::less<>> changes_{};
    std::map<std::string, std::set<Ratio>, std::less<>> planned_{}; ///< all targets, by indicator
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> given_names_{};
    std::vector<detail::json::JsonDocument::Replaced> targets_in_force_{};
    std::optional<Error> error_{};
    std::vector<Diagnostic> history_{};
    std::size_t told_text_ = 0; ///< bytes of the history
    std::string pointer_{};     ///< of the value that is looked at
};

Result<FactsInForce> put_in_force(const RubricDocument& rubric, std::string_view json,
                                  const PlanDocument& plan, std::string_view date,
                                  const Limits& limits, UnreadFacts unread) {
    if (!date.empty() && !detail::json::is_date(date)) {
        return Failure{in_language(
            detail::text::error_of(Status::invalid_argument, "plan.at",
                                   detail::plan::say::no_day(detail::text::quoted(date)),
                                   detail::json::date_advice(date)),
            rubric.rubric().language)};
    }
    const auto parsed = detail::json::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{parsed.error()};
    }
    auto as_given = Facts::of(rubric, *parsed, limits, unread); // errors have their places here
    if (!as_given) {
        return Failure{std::move(as_given.error())};
    }
    Rewriter rewriter{plan, date.empty() ? last_day_of(plan.plan()) : date, limits};
    const auto document = rewriter.run(*parsed);
    if (!document) {
        return Failure{in_language(rewriter.error(), rubric.rubric().language)};
    }
    auto facts = Facts::of(rubric, *document, limits, unread);
    if (!facts) {
        return Failure{std::move(facts.error())};
    }
    std::string text = rewriter.noted(*document);
    return FactsInForce{*std::move(facts), std::move(text), rewriter.take_history()};
}

} // namespace

Result<FactsInForce> facts_in_force(const RubricDocument& rubric, std::string_view json,
                                    const PlanDocument& plan, std::string_view date,
                                    const Limits& limits, UnreadFacts unread) {
    return detail::document::within_limits(
        [&] { return put_in_force(rubric, json, plan, date, limits, unread); });
}

void add_history(const FactsInForce& facts, ScoreSheet& sheet) {
    sheet.diagnostics.insert(sheet.diagnostics.end(), facts.history.begin(), facts.history.end());
}

} // namespace heng
