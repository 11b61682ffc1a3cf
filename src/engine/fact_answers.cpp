// SPDX-License-Identifier: Apache-2.0
#include "document/spoken.hpp"
#include "document/target_record.hpp"
#include "engine/fact_answers.hpp"
#include "engine/fact_text.hpp"
#include "text/excerpt.hpp"

#include <gsl/assert>

#include <utility>

namespace heng::document {
namespace {

using feel::NullCause;
using feel::Value;

Unanswered unanswered(Status status, std::string code, std::string message, std::string hint = {}) {
    return {Unanswered::Why::error, Error{.status = status,
                                          .code = std::move(code),
                                          .message = std::move(message),
                                          .hint = std::move(hint)}};
}

} // namespace

void FactAnswers::enter(std::optional<std::size_t> indicator) {
    current_ = indicator;
    if (indicator && *indicator >= reads_.size()) {
        reads_.resize(*indicator + 1);
    }
}

Answer<Value> FactAnswers::evaluate(Term term, std::string_view wanted) {
    Value value = session_.evaluate(rubric_.expression(term).id);
    if (current_) {
        const auto read = session_.reads();
        reads_[*current_].insert(read.begin(), read.end());
    }
    if (const auto absent = session_.missing(); !absent.empty()) {
        return tl::unexpected{missing(absent)};
    }
    if (const auto fault = session_.fault()) {
        return tl::unexpected{unanswered(Status::limit_exceeded, fault->code,
                                         spoken(fault->message, rubric_.rubric.language),
                                         spoken(fault->hint, rubric_.rubric.language))};
    }
    if (value.is_null()) {
        return tl::unexpected{why_null(term, value, wanted)};
    }
    return value;
}

Unanswered FactAnswers::why_null(Term term, const Value& null, std::string_view wanted) const {
    const std::string text = "\"" + rubric_.expression(term).text + "\"";
    if (null.cause() == NullCause::zero_denominator) {
        Unanswered zero =
            unanswered(Status::invalid_facts, "facts.zero-denominator",
                       text + " divides by zero, and the rubric does not say what that is worth",
                       "a rubric says it with if_zero_denominator or not_applicable");
        zero.why = Unanswered::Why::zero_denominator;
        return zero;
    }
    // an optional fact that is absent is null without being missing
    for (const feel::SlotId slot : session_.reads()) {
        if (facts_.slots[slot].is_null()) {
            return {Unanswered::Why::error, missing_input(slot)};
        }
    }
    return unanswered(Status::invalid_facts, "facts.no-value",
                      text + " has no value for these facts, where " + std::string{wanted} +
                          " is needed");
}

Error FactAnswers::missing_input(feel::SlotId slot) const {
    const Input& input = rubric_.inputs[slot];
    Error error{.status = Status::invalid_facts,
                .code = "facts.missing",
                .message = "the fact \"" + input.path + "\"" +
                           (input.label.empty() ? "" : " (" + input.label + ")") + " is missing",
                .hint = "add it to \"data\""};
    // the innermost group that is there is where it should stand
    Json group = *facts_.json.root().find("data");
    std::string_view rest = input.path;
    for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
        const auto inner = group.find(rest.substr(0, dot));
        if (!inner) {
            break;
        }
        group = *inner;
        rest.remove_prefix(dot + 1);
    }
    place_at(error, group, group.offset());
    return error;
}

Unanswered FactAnswers::missing(const std::vector<feel::SlotId>& slots) const {
    Error first = missing_input(slots.front());
    for (std::size_t i = 1; i < slots.size(); ++i) {
        first.others.push_back(missing_input(slots[i]));
    }
    return {Unanswered::Why::error, std::move(first)};
}

void FactAnswers::place_at(Error& error, Json where, std::size_t offset) const {
    error.pointer = where.pointer();
    error.place = facts_.json.place(offset);
    error.excerpt = text::excerpt(facts_.json.text(), offset, where.extent());
}

Answer<Ratio> FactAnswers::number(Term term) {
    auto value = evaluate(term, "a number");
    if (!value) {
        return tl::unexpected{std::move(value.error())};
    }
    if (!value->is_number()) {
        return tl::unexpected{why_null(term, *value, "a number")};
    }
    return value->number();
}

Answer<bool> FactAnswers::holds(Term term) {
    auto value = evaluate(term, "true or false");
    if (!value) {
        return tl::unexpected{std::move(value.error())};
    }
    if (!value->is_boolean()) {
        return tl::unexpected{why_null(term, *value, "true or false")};
    }
    return value->is_true();
}

Answer<std::string> FactAnswers::text(Term term) {
    auto value = evaluate(term, "a text");
    if (!value) {
        return tl::unexpected{std::move(value.error())};
    }
    if (!value->is_text()) {
        return tl::unexpected{why_null(term, *value, "a text")};
    }
    return value->text();
}

Answer<std::vector<TargetRow>> FactAnswers::rows(Term term) {
    auto value = evaluate(term, "a list of target records");
    if (!value) {
        return tl::unexpected{std::move(value.error())};
    }
    std::vector<TargetRow> rows;
    if (value->is_list()) {
        for (const Value& record : value->items()) {
            const Value* row = record.is_context() ? record.find(row_entry) : nullptr;
            if (row == nullptr) {
                return tl::unexpected{why_null(term, Value{}, "a list of target records")};
            }
            rows.push_back(facts_.rows[static_cast<std::size_t>(*row->number().as_int64())]);
        }
        return rows;
    }
    return tl::unexpected{why_null(term, *value, "a list of target records")};
}

Answer<Assessment> FactAnswers::assessment(const Indicator& indicator) {
    const auto given = facts_.assessed.find(indicator.id);
    if (given != facts_.assessed.end()) {
        return given->second.assessment;
    }
    Unanswered none = unanswered(Status::invalid_facts, "facts.assessed",
                                 '"' + indicator.id + "\" (" + indicator.name +
                                     ") is scored by assessment, and has none",
                                 "add it to \"assessed\" with a score and a reason");
    const Json root = facts_.json.root();
    const Json where = root.find("assessed").value_or(root);
    place_at(none.error, where, where.offset());
    return tl::unexpected{std::move(none)};
}

void FactAnswers::locate(Error& error) const {
    if (error.pointer) {
        return;
    }
    const Json root = facts_.json.root();
    Json where = root.find("data").value_or(root);
    const bool zero = error.code == "facts.zero-denominator";
    if (current_) {
        for (const feel::SlotId slot : reads_[*current_]) {
            const Value& value = facts_.slots[slot];
            const bool guilty = !zero || (value.is_number() && value.number().is_zero());
            if (facts_.places[slot] && guilty) {
                where = *facts_.places[slot];
                break;
            }
        }
    }
    place_at(error, where, where.offset());
}

std::vector<InputRead> FactAnswers::inputs_of(std::size_t indicator) const {
    std::vector<InputRead> inputs;
    if (indicator < reads_.size()) {
        for (const feel::SlotId slot : reads_[indicator]) {
            const Input& input = rubric_.inputs[slot];
            inputs.push_back({input.path, fact_text(facts_.slots[slot], input, rubric_.unit,
                                                    rubric_.rubric.language)});
        }
    }
    return inputs;
}

} // namespace heng::document
