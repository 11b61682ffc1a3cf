// SPDX-License-Identifier: Apache-2.0
//
// Built-in functions of numbers: rounding, modulo, parity, reading a number from a text.
#include "feel/call.hpp"
#include "feel/limits.hpp"
#include "feel/operate.hpp"

#include <heng/number/rounding.hpp>

#include <algorithm>
#include <string>

namespace heng::detail::feel {

namespace {

/// Rounds to `scale` decimal places, which may be negative. A scale that is no whole number is cut
/// to one; one outside DMN's bounds gives null.
Value rounded(const Ratio& number, const Value& scale, Rounding mode, Budget& budget) {
    if (!scale.is_number()) {
        return null_from(scale);
    }
    const auto places = scale.number().truncated().as_int64();
    if (!places || *places < limits::round_scale_least || *places > limits::round_scale) {
        return Value::null(NullCause::out_of_range);
    }
    if (!budget.steps(*places * *places / 4'096)) {
        return Value::null(NullCause::limit);
    }
    return Value::number(number.rounded(static_cast<int>(*places), mode));
}

Ratio modulo_of(const Ratio& dividend, const Ratio& divisor) {
    return dividend - divisor * (dividend / divisor).floor();
}

/// "1,000,000.01" with the separators "," and "."; either may be null.
Value number_of_text(std::span<const Value> operands) {
    if (!operands[0].is_text()) {
        return null_from(operands[0]);
    }
    std::string text = operands[0].text();
    std::string separators[2];
    for (std::size_t i = 1; i < operands.size(); ++i) {
        if (!operands[i].is_null() && !operands[i].is_text()) {
            return Value::null(NullCause::wrong_type);
        }
        separators[i - 1] = operands[i].is_text() ? operands[i].text() : "";
        const bool known = separators[i - 1].empty() || separators[i - 1] == "," ||
                           separators[i - 1] == "." || (i == 1 && separators[i - 1] == " ");
        if (!known || (operands[i].is_text() && separators[i - 1].empty())) {
            return Value::null(NullCause::out_of_range);
        }
    }
    const auto& [grouping, point] = separators;
    if (!grouping.empty() && grouping == point) {
        return Value::null(NullCause::out_of_range);
    }
    if (!grouping.empty()) {
        std::erase(text, grouping.front());
    }
    if (point == ",") {
        if (text.find('.') != std::string::npos) {
            return Value::null(NullCause::out_of_range);
        }
        std::replace(text.begin(), text.end(), ',', '.');
    }
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    if (text.size() > sign && text[sign] == '.') {
        text.insert(sign, "0"); // a literal may start with its point (DMN 1.5, rule 37)
    }
    const auto number = Decimal::parse(text);
    return number ? Value::number(*number) : Value::null(NullCause::out_of_range);
}

Value parity(Function function, const Ratio& number) {
    const Ratio rest = modulo_of(number, Ratio{2});
    return Value::boolean(function == Function::even ? rest.is_zero() : rest == Ratio{1});
}

Value modulo(const Value& dividend, const Value& divisor) {
    if (!dividend.is_number() || !divisor.is_number()) {
        return null_from(dividend, divisor);
    }
    return divisor.number().is_zero()
               ? Value::null(NullCause::zero_denominator)
               : Value::number(modulo_of(dividend.number(), divisor.number()));
}

} // namespace

Value call_number(Function function, std::span<const Value> operands, Budget& budget) {
    const Value& first = operands.front();
    if (function == Function::number) {
        return number_of_text(operands);
    }
    if (function == Function::abs && first.is_duration()) {
        return first.duration_seconds().sign() < 0 ? negated_number(first, budget) : first;
    }
    if (!first.is_number()) {
        return null_from(first);
    }
    const Ratio& number = first.number();
    const Value scale = operands.size() > 1 ? operands[1] : Value::number(Ratio{0});
    if (!budget.numbers(number, scale.is_number() ? scale.number() : number)) {
        return Value::null(NullCause::limit);
    }
    switch (function) {
    case Function::abs:
        return Value::number(abs(number));
    case Function::floor:
        return rounded(number, scale, Rounding::floor, budget);
    case Function::ceiling:
        return rounded(number, scale, Rounding::ceiling, budget);
    case Function::round_up:
        return rounded(number, scale, Rounding::up, budget);
    case Function::round_down:
        return rounded(number, scale, Rounding::down, budget);
    case Function::round_half_up:
        return rounded(number, scale, Rounding::half_up, budget);
    case Function::round_half_down:
        return rounded(number, scale, Rounding::half_down, budget);
    case Function::round_half_even:
        return rounded(number, scale, Rounding::half_even, budget);
    case Function::modulo:
        return modulo(first, operands[1]);
    default:
        return parity(function, number);
    }
}

} // namespace heng::detail::feel
