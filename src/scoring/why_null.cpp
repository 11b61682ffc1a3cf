// SPDX-License-Identifier: Apache-2.0
//
// Why an expression has no value, for people: which fact, or which element of a list, is missing.
#include "document/fact_words.hpp"
#include "scoring/fact_answers.hpp"
#include "scoring/messages.hpp"
#include "scoring/null_element.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <utility>

namespace heng::detail::scoring {

using feel::NullCause;
using feel::Value;

namespace {

constexpr std::size_t most_tried = 8; // each is an evaluation

Unanswered without_value(std::string_view code, text::Words message, text::Words hint) {
    return {Unanswered::Why::error,
            text::error_of(Status::invalid_facts, code, std::move(message), std::move(hint))};
}

} // namespace

/// The indicator that asks, or the total.
text::Words FactAnswers::asking_name() const {
    const IndicatorTree tree{rubric_.rubric.indicators};
    return asking_ ? say::quoted(tree[*asking_]->name) : text::Words(say::the_total);
}

Unanswered FactAnswers::why_null(Term term, const Value& null, const text::Sentence& wanted) {
    if (null.cause() == NullCause::zero_denominator) {
        return divided_by_zero(term);
    }
    if (const auto absent = absent_cause(term)) {
        return {Unanswered::Why::error, missing_input(*absent)};
    }
    if (null.is_null()) {
        if (auto element = null_element(term)) {
            return *std::move(element);
        }
    }
    return without_value("facts.no-value", say::no_value(asking_name(), wanted),
                         say::expression_is(rubric_.expression(term).text));
}

/// Often the rubric says what that is worth, so that nothing is said before it is an error.
Unanswered FactAnswers::divided_by_zero(Term term) {
    zero_ = term;
    Unanswered zero{Unanswered::Why::zero_denominator, {}};
    zero.error.status = Status::invalid_facts;
    zero.error.code = zero_denominator;
    return zero;
}

/// Names the fact without which the denominator would not be zero.
void FactAnswers::tell_zero(Error& error) {
    text::Words cause;
    std::size_t tried = 0;
    for (const feel::SlotId slot : session_.reads()) {
        const Value& value = facts_.slots[slot];
        const bool zero = value.is_number() && value.number().is_zero();
        if (zero && ++tried <= most_tried && has_value_with(*zero_, {slot})) {
            cause =
                say::in_brackets(document::fact_words(rubric_.inputs[slot], value, rubric_.unit));
            break;
        }
    }
    error = text::error_of(error.status, error.code, say::divides_by_zero(asking_name(), cause),
                           say::if_zero_denominator(rubric_.expression(*zero_).text));
}

/// The record that lacks what the term needs, or the list that has none.
std::optional<Unanswered> FactAnswers::null_element(Term term) {
    const std::vector<feel::SlotId> reads = session_.reads();
    std::vector<Value> slots = facts_.slots;
    const auto element =
        find_null_element(rubric_, facts_, reads, [&](feel::SlotId slot, const Value& value) {
            slots[slot] = value;
            const bool has_value = has_value_of(term, slots);
            slots[slot] = facts_.slots[slot];
            return has_value;
        });
    if (!element) {
        return std::nullopt;
    }
    Unanswered none =
        without_value("facts.no-value",
                      say::no_value_for(asking_name(), element_words(rubric_, facts_, *element)),
                      say::expression_is(rubric_.expression(term).text));
    if (const auto& list = facts_.places[element->slot]) {
        json::Json where = *list;
        std::size_t left = element->record.value_or(0);
        for (const json::Json record : list->children()) {
            if (element->record && left-- == 0) {
                where = record;
                break;
            }
        }
        place_at(none.error, where, where.offset());
    }
    return none;
}

/// The optional fact whose absence leaves the term without a value: with one in its place there is
/// a value. Of several that only help together it is the first.
std::optional<feel::SlotId> FactAnswers::absent_cause(Term term) {
    std::vector<feel::SlotId> absent = session_.reads();
    std::erase_if(absent, [&](feel::SlotId slot) { return !facts_.slots[slot].is_null(); });
    for (std::size_t i = 0; i < absent.size() && i < most_tried; ++i) {
        if (has_value_with(term, {absent[i]})) {
            return absent[i];
        }
    }
    return absent.size() > 1 && has_value_with(term, absent) ? std::optional{absent.front()}
                                                             : std::nullopt;
}

bool FactAnswers::has_value_with(Term term, const std::vector<feel::SlotId>& given) {
    std::vector<Value> slots = facts_.slots;
    for (const feel::SlotId slot : given) {
        slots[slot] = sample_of(rubric_.inputs[slot]);
    }
    return has_value_of(term, slots);
}

bool FactAnswers::has_value_of(Term term, const std::vector<Value>& slots) {
    feel::SessionLimits limits;
    limits.steps = std::max<std::int64_t>(0, session_.steps_left());
    feel::Session session{rubric_.program, slots, limits};
    const bool has_value = !session.evaluate(rubric_.expression(term).id).is_null();
    session_.charge(session.steps_taken() + static_cast<std::int64_t>(slots.size() / 8));
    return has_value;
}

} // namespace heng::detail::scoring
