// SPDX-License-Identifier: Apache-2.0
#include "cycle/common_reader.hpp"
#include "cycle/names.hpp"
#include "document/json/advice.hpp"
#include "document/json/writer.hpp"
#include "document/within_limits.hpp"
#include "text/pointer.hpp"
#include "text/width.hpp"
#include "text/words.hpp"

#include <heng/cycle/in_force.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace heng {
namespace {

using document::Json;
using document::JsonKind;
using text::Sentence;
using text::Words;

constexpr Sentence in_force{"{0}: the target in force on {1} is {2}", "{0}：{1}生效的目标值为{2}"};
constexpr Sentence replaces{"{0}, in the place of {1}", "{0}，资料中为{1}"};
constexpr Sentence adjusted{"; approved on {0}: from {1} to {2} ({3})",
                            "；{0}批准，由{1}调整为{2}（{3}）"};
constexpr Sentence kept{"{0}: the plan's target {1} is not comparable with {2} of the facts, which "
                        "is kept",
                        "{0}：计划的目标值{1}与资料中的{2}不可比，仍用资料中的目标值"};

/// The indicators that a record of the facts may name.
class Targets {
  public:
    explicit Targets(const Plan& plan) {
        add(plan.indicators);
        for (const Project& project : plan.projects) {
            add(project.indicators);
        }
    }

    struct Found {
        const PlanIndicator* indicator = nullptr;
        bool ambiguous = false;
    };

    [[nodiscard]] Found find(std::string_view name) const {
        const auto by_id = ids_.find(name);
        if (by_id != ids_.end()) {
            return {by_id->second, false};
        }
        const auto by_name = names_.find(cycle::normalised(name));
        return by_name == names_.end() ? Found{} : by_name->second;
    }

  private:
    void add(const std::vector<PlanIndicator>& indicators) {
        for (const PlanIndicator& each : indicators) {
            if (!each.target) {
                continue;
            }
            ids_.emplace(each.id, &each);
            const auto [found, is_new] =
                names_.emplace(cycle::normalised(each.name), Found{&each, false});
            if (!is_new && found->second.indicator->target->text != each.target->text) {
                found->second.ambiguous = true;
            }
        }
    }

    std::map<std::string, const PlanIndicator*, std::less<>> ids_{};
    std::map<std::string, Found, std::less<>> names_{};
};

/// A target of the facts as plan/1 would read it.
PlannedTarget written(Json target, const Limits& limits) {
    document::Problems unsaid{document::facts_document, limits};
    return cycle::read_planned(document::Reader{target, unsaid});
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
        }
        for (auto& [indicator, changes] : changes_) {
            std::stable_sort(changes.begin(), changes.end(),
                             [](const PlanAdjustment* a, const PlanAdjustment* b) {
                                 return *a->approved < *b->approved;
                             });
        }
    }

    /// Nothing where a record is ambiguous; then error() says which.
    std::optional<std::string> run(const document::JsonDocument& facts) {
        text_ = facts.text();
        walk(facts.root());
        out_.append(text_.substr(copied_));
        note(facts.root());
        return error_ ? std::nullopt : std::optional{std::move(out_)};
    }

    [[nodiscard]] const Error& error() const { return *error_; }
    [[nodiscard]] std::vector<Diagnostic> take_history() { return std::move(history_); }

  private:
    /// Says in the document itself, for people, where its targets are from.
    void note(Json root) {
        constexpr std::string_view key = "x-in-force";
        if (history_.empty() || root.find(key)) {
            return;
        }
        std::string lines;
        for (const Diagnostic& each : history_) {
            lines += lines.empty() ? "" : ",";
            document::append_json_string(lines, each.message);
        }
        out_.insert(out_.rfind('}'), ",\"" + std::string{key} + "\":[" + lines + "]");
    }

    /// As deep as a document may be.
    void walk(Json value) {
        std::size_t index = 0;
        for (const Json child : value.children()) {
            const bool in_list = !child.has_key();
            const std::size_t above = pointer_.size();
            pointer_.append("/").append(in_list ? std::to_string(index++)
                                                : text::pointer_token(child.key()));
            if (in_list || !document::is_ignored_key(child.key())) {
                if (in_list && child.is(JsonKind::object)) {
                    record(child);
                }
                walk(child);
            }
            pointer_.resize(above);
        }
    }

    void record(Json object) {
        const auto name = object.find("name");
        const auto target = object.find("target");
        const bool is_record = name && name->is(JsonKind::string) && target &&
                               (target->is(JsonKind::string) || target->is(JsonKind::number));
        if (!is_record || error_) {
            return;
        }
        const Targets::Found found = targets_.find(name->text());
        if (found.ambiguous) {
            error_ = Error{.status = Status::invalid_argument,
                           .code = "plan.ambiguous-name",
                           .message = "the plan has two indicators named \"" +
                                      std::string{name->text()} + "\" with different targets",
                           .hint = "name the record by the indicator's id",
                           .pointer = name->pointer(),
                           .place = name->place()};
        } else if (found.indicator != nullptr) {
            put(*found.indicator, *target, std::string{name->text()});
        }
    }

    void put(const PlanIndicator& indicator, Json target, const std::string& name) {
        const PlannedTarget& planned = *indicator.target;
        const PlannedTarget given = written(target, limits_);
        const bool comparable = planned.value && given.value && planned.percent == given.percent;
        const bool differs = comparable && *planned.value != *given.value;
        if (differs) {
            const std::size_t at = target.offset();
            out_.append(text_.substr(copied_, at - copied_));
            document::append_json_string(out_, planned.text);
            copied_ = at + target.extent();
        }
        if (!may_tell()) {
            return;
        }
        if (!comparable) {
            tell("target-kept", kept(name, planned.text, given.text));
            return;
        }
        Words words = in_force(name, date_, planned.text);
        if (differs) {
            words = replaces(words, given.text);
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

    /// Of the target of the record that is looked at.
    void tell(std::string code, const Words& words) {
        std::string pointer = pointer_ + "/target";
        const std::string& message = then_.language == Language::zh ? words.zh : words.en;
        told_text_ += pointer.size() + message.size();
        history_.push_back({std::move(code), std::move(pointer), message});
    }

    const Plan& plan_;
    Plan then_;
    Targets targets_;
    std::string date_;
    const Limits& limits_;
    std::map<std::string, std::vector<const PlanAdjustment*>, std::less<>> changes_{};
    std::string_view text_{};
    std::string out_{};
    std::size_t copied_ = 0;
    std::optional<Error> error_{};
    std::vector<Diagnostic> history_{};
    std::size_t told_text_ = 0; ///< bytes of the history
    std::string pointer_{};     ///< of the value that is looked at
};

std::string last_day_of(const Plan& plan) {
    const std::string year = std::to_string(plan.subject_year.value_or(9'999));
    return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year + "-12-31";
}

Result<FactsInForce> put_in_force(const RubricDocument& rubric, std::string_view json,
                                  const PlanDocument& plan, std::string_view date,
                                  const Limits& limits, UnreadFacts unread) {
    if (!date.empty() && !document::is_date(date)) {
        return Failure{Error{.status = Status::invalid_argument,
                             .code = "plan.at",
                             .message = text::quoted(date) + " is no day",
                             .hint = document::date_advice(date)}};
    }
    auto as_given = Facts::parse(rubric, json, limits, unread); // errors have their places here
    if (!as_given) {
        return Failure{std::move(as_given.error())};
    }
    const auto parsed = document::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{parsed.error()};
    }
    Rewriter rewriter{plan, date.empty() ? last_day_of(plan.plan()) : date, limits};
    auto text = rewriter.run(*parsed);
    if (!text) {
        return Failure{rewriter.error()};
    }
    auto facts = Facts::parse(rubric, *text, limits, unread);
    if (!facts) {
        return Failure{std::move(facts.error())};
    }
    return FactsInForce{*std::move(facts), *std::move(text), rewriter.take_history()};
}

} // namespace

Result<FactsInForce> facts_in_force(const RubricDocument& rubric, std::string_view json,
                                    const PlanDocument& plan, std::string_view date,
                                    const Limits& limits, UnreadFacts unread) {
    return document::within_limits(
        [&] { return put_in_force(rubric, json, plan, date, limits, unread); });
}

void add_history(const FactsInForce& facts, ScoreSheet& sheet) {
    sheet.diagnostics.insert(sheet.diagnostics.end(), facts.history.begin(), facts.history.end());
}

} // namespace heng
