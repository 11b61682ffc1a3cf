// SPDX-License-Identifier: Apache-2.0
#include "document/domains.hpp"
#include "document/target_record.hpp"
#include "feel/calendar.hpp"

#include <string>
#include <utility>

namespace heng::detail::document {
namespace {

using feel::Abstract;
using feel::Numbers;

Abstract or_null(Abstract value) {
    value.nulls |= feel::nulls::plain;
    return value;
}

Abstract some_text(std::vector<std::string> texts) {
    Abstract result;
    result.texts.some = std::move(texts);
    return result;
}

/// As document/target_record.cpp makes them.
Abstract target_record() {
    const Abstract number = Abstract::number(Numbers::all());
    const Numbers from_zero = Numbers::of({Ratio{0}, true, {}, false});
    const Numbers share = Numbers::of({Ratio{0}, true, Ratio{1}, true});
    return Abstract::record({
        {"name", Abstract::any_text()},
        {"block", Abstract::any_text()},
        {"points", or_null(Abstract::number(from_zero))},
        {"direction", some_text({"<=", "=", ">=", "level"})},
        {"target", or_null(number)},
        {"actual", or_null(number)},
        {"unit", Abstract::any_text()},
        {"level", or_null(some_text({"met", "not", "partly"}))},
        {"rate", or_null(Abstract::number(share))},
        {"reason", Abstract::any_text()},
        {std::string{row_entry}, Abstract::number(Numbers::counts())},
    });
}

Abstract list_domain(const Input& input) {
    if (input.of_targets) {
        return Abstract::list_of(target_record());
    }
    std::vector<std::pair<std::string, Abstract>> fields;
    for (const Input& field : input.of) {
        fields.emplace_back(field.path, domain_of(field));
    }
    return Abstract::list_of(Abstract::record(std::move(fields)));
}

Abstract number_domain(const Input& input) {
    Interval bounds;
    if (input.minimum) {
        bounds.low = Ratio{*input.minimum};
        bounds.low_closed = true;
    }
    if (input.maximum) {
        bounds.high = Ratio{*input.maximum};
        bounds.high_closed = true;
    }
    const Numbers numbers = Numbers::of(bounds);
    return Abstract::number(input.type == InputType::count ? numbers.met(Numbers::counts())
                                                           : numbers);
}

Abstract given_domain(const Input& input) {
    switch (input.type) {
    case InputType::boolean:
        return Abstract::boolean(true, true);
    case InputType::text:
        return Abstract::any_text();
    case InputType::date: {
        Abstract day;
        day.dates = Numbers::of({Ratio{first_day()}, true, Ratio{last_day()}, true}, true);
        return day;
    }
    case InputType::list:
        return list_domain(input);
    default:
        return number_domain(input);
    }
}

} // namespace

std::int64_t first_day() {
    return *feel::days_of({1, 1, 1});
}

std::int64_t last_day() {
    return *feel::days_of({9999, 12, 31});
}

Abstract domain_of(const Input& input) {
    Abstract given = given_domain(input);
    if (input.optional) {
        given = given.joined(input.fallback ? Abstract::of(*input.fallback)
                                            : Abstract::null(feel::nulls::plain));
    }
    return given;
}

std::vector<Abstract> domains_of(const std::vector<Input>& inputs) {
    std::vector<Abstract> domains;
    for (const Input& input : inputs) {
        domains.push_back(domain_of(input));
    }
    return domains;
}

bool allows(const Input& input, const Ratio& number) {
    const bool whole = input.type != InputType::count || (number.is_whole() && number.sign() >= 0);
    return whole && (!input.minimum || number >= Ratio{*input.minimum}) &&
           (!input.maximum || number <= Ratio{*input.maximum});
}

} // namespace heng::detail::document
