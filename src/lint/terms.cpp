// SPDX-License-Identifier: Apache-2.0
//
// Whether an expression has a value for all facts: no zero denominator without a rule for it, no
// optional input that is needed, nothing else that is null.
#include "lint/lints.hpp"
#include "lint/messages.hpp"
#include "lint/witness.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace heng::detail::lint {
namespace {

using feel::Abstract;
using feel::NullCause;
using feel::Value;

bool is_wanted(const Value& value, Wanted wanted) {
    switch (wanted) {
    case Wanted::number:
        return value.is_number();
    case Wanted::boolean:
        return value.is_boolean();
    case Wanted::text:
        return value.is_text();
    case Wanted::rows:
        break;
    }
    return value.is_list();
}

bool may_be_something_else(const Abstract& value, Wanted wanted) {
    switch (wanted) {
    case Wanted::number:
        return value.may_be_other_than_number();
    case Wanted::boolean:
        return value.may_be_other_than_boolean();
    case Wanted::text:
        return value.may_be_other_than_text();
    case Wanted::rows:
        break;
    }
    return value.may_be_other_than_list();
}

struct Problem {
    std::string_view code;
    std::string_view error; ///< of scoring
    Words proven;
    Words open;
};

/// An error with its witness, or a note that there may be one.
void report(Lints& lints, Term term, const std::string& at, const Problem& problem,
            const std::function<bool(const Value&)>& shows) {
    const auto witness = find_witness(lints, {term, problem.error, shows});
    if (witness) {
        lints.add({problem.code, Severity::error, true}, at, problem.proven, witness->shown);
    } else {
        lints.add({problem.code, Severity::note, true}, at, problem.open);
    }
}

void report_zero(Lints& lints, Term term, const std::string& at) {
    const std::string& text = lints.text_of(term);
    report(lints, term, at,
           {"zero-denominator", "facts.zero-denominator", say::zero_denominator(text),
            say::zero_open(text)},
           [](const Value& value) { return value.cause() == NullCause::zero_denominator; });
}

void report_optional(Lints& lints, Term term, const std::string& at) {
    const std::string& text = lints.text_of(term);
    report(lints, term, at,
           {"optional-null", "facts.missing", say::missing_input(text), say::missing_open(text)},
           [](const Value& value) { return value.is_null() && value.cause() == NullCause::none; });
}

/// Whatever else has no value; `told` are the nulls that have been reported. Where a fact is
/// missing scoring says so, whatever the cause.
void report_other(Lints& lints, Term term, const std::string& at, Wanted wanted,
                  std::uint8_t told) {
    const std::string& text = lints.text_of(term);
    const auto shows = [wanted, told](const Value& value) {
        const bool zero = value.cause() == NullCause::zero_denominator;
        const bool plain = value.is_null() && value.cause() == NullCause::none;
        return !is_wanted(value, wanted) && !(zero && (told & feel::nulls::zero) != 0) &&
               !(plain && (told & feel::nulls::plain) != 0);
    };
    const Words proven = say::no_value(text);
    for (const std::string_view error :
         {"facts.no-value", "facts.missing", "facts.zero-denominator"}) {
        if (const auto witness = find_witness(lints, {term, error, shows})) {
            lints.add({"no-value", Severity::error, true}, at, proven, witness->shown);
            return;
        }
    }
    lints.add({"no-value", Severity::note, true}, at, say::no_value_open(text));
}

bool reads_optional(Lints& lints, Term term) {
    const document::CompiledRubric& compiled = lints.compiled();
    const auto read = compiled.program.static_reads(lints.id_of(term));
    return std::any_of(read.begin(), read.end(), [&](feel::SlotId slot) {
        return compiled.inputs[slot].optional && !compiled.inputs[slot].fallback;
    });
}

} // namespace

Abstract check_term(Lints& lints, Term term, const std::string& at, Wanted wanted,
                    bool zero_is_scored) {
    Abstract value = lints.evaluate(term);
    const bool zero = (value.nulls & feel::nulls::zero) != 0 && !zero_is_scored;
    const bool plain = (value.nulls & feel::nulls::plain) != 0;
    const bool optional = plain && reads_optional(lints, term);
    if (value.open || may_be_something_else(value, wanted)) {
        report_other(lints, term, at, wanted, feel::nulls::when(zero_is_scored, feel::nulls::zero));
    } else {
        if (zero) {
            report_zero(lints, term, at);
        }
        if (optional) {
            report_optional(lints, term, at);
        }
        if ((value.nulls & feel::nulls::other) != 0 || (plain && !optional)) {
            const auto told = static_cast<std::uint8_t>(
                feel::nulls::zero | feel::nulls::when(optional, feel::nulls::plain));
            report_other(lints, term, at, wanted, told);
        }
    }
    value.nulls = 0;
    return value;
}

Truths check_condition(Lints& lints, Term term, const std::string& at) {
    const Abstract value = check_term(lints, term, at, Wanted::boolean);
    return {value.open || value.may_be_true, value.open || value.may_be_false};
}

} // namespace heng::detail::lint
