// SPDX-License-Identifier: Apache-2.0
#include "office/formulas.hpp"
#include "office/numbers.hpp"

#include <algorithm>
#include <utility>

namespace heng::office {
namespace {

constexpr int deepest = 64;
constexpr std::size_t longest = 4'000; ///< of Excel's 8,192 characters

std::string call(std::string_view function, const std::vector<std::string>& arguments) {
    std::string text{function};
    text += "(";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        text += (i == 0 ? "" : ",") + arguments[i];
    }
    return text + ")";
}

std::string times(const std::string& a, const std::string& b) {
    return b.empty() ? a : a.empty() ? b : a + "*" + b;
}

std::string in_brackets(const std::string& text) {
    return "(" + text + ")";
}

const Field* field_named(const FormPlan& plan, std::string_view path) {
    const auto found = std::find_if(plan.fields.begin(), plan.fields.end(),
                                    [&](const Field& each) { return each.path == path; });
    return found == plan.fields.end() ? nullptr : &*found;
}

bool is_condition(const Expression& expression) {
    static const std::set<std::string_view> signs{"<",  "<=",  ">",  ">=", "=",
                                                  "!=", "and", "or", "not"};
    return signs.contains(expression.sign);
}

} // namespace

Formulas::Formulas(const FormPlan& plan, std::map<std::string, std::string> cells)
    : plan_(plan), cells_(std::move(cells)) {}

std::optional<Formulas::Fraction> Formulas::named(const std::string& name, int depth) {
    const Json& value = plan_.rubric["values"][name];
    if (value.kind == Json::Kind::string) {
        const auto inside = parse_expression(value.scalar);
        return inside ? fraction(*inside, depth + 1) : std::nullopt;
    }
    const Field* const field = field_named(plan_, name);
    const auto cell = cells_.find(name);
    const bool number = field != nullptr && field->type != FieldType::boolean &&
                        field->type != FieldType::text && field->type != FieldType::date;
    if (!number || cell == cells_.end()) {
        return std::nullopt;
    }
    if (!field->optional) {
        read_.insert(cell->second);
        return Fraction{cell->second, {}};
    }
    const auto otherwise = rounded_number(field->fallback);
    return otherwise ? std::optional{Fraction{
                           call("IF", {cell->second + "=\"\"", *otherwise, cell->second}), {}}}
                     : std::nullopt;
}

std::optional<Formulas::Fraction> Formulas::fraction(const Expression& expression, int depth) {
    if (depth > deepest) {
        return std::nullopt;
    }
    if (expression.sign == "number") {
        return Fraction{expression.text, {}};
    }
    if (expression.sign == "name") {
        return named(expression.text, depth);
    }
    const std::string& sign = expression.sign;
    if (sign == "+" || sign == "-" || sign == "*" || sign == "/") {
        const auto left = fraction(expression.parts[0], depth + 1);
        const auto right = fraction(expression.parts[1], depth + 1);
        if (!left || !right || left->top.size() + right->top.size() > longest) {
            return std::nullopt;
        }
        if (sign == "*") {
            return Fraction{times(left->top, right->top), times(left->bottom, right->bottom)};
        }
        if (sign == "/") {
            return Fraction{times(left->top, right->bottom), times(left->bottom, right->top)};
        }
        if (left->bottom == right->bottom) {
            return Fraction{in_brackets(left->top + sign + right->top), left->bottom};
        }
        return Fraction{
            in_brackets(times(left->top, right->bottom) + sign + times(right->top, left->bottom)),
            times(left->bottom, right->bottom)};
    }
    const auto text = whole(expression, depth);
    return text ? std::optional{Fraction{*text, {}}} : std::nullopt;
}

/// An expression of which no part divides.
std::optional<std::string> Formulas::whole(const Expression& expression, int depth) {
    static const std::map<std::string_view, std::string_view> functions{
        {"min", "MIN"}, {"max", "MAX"}, {"sum", "SUM"}, {"abs", "ABS"}};
    std::vector<std::string> arguments;
    const auto add = [&](const Expression& part) {
        const auto value = fraction(part, depth + 1);
        const bool plain = value && value->bottom.empty();
        if (plain) {
            arguments.push_back(value->top);
        }
        return plain;
    };
    if (expression.sign == "if") {
        const auto when = holds(expression.parts[0], depth + 1);
        if (!when) {
            return std::nullopt;
        }
        arguments.push_back(*when);
        return add(expression.parts[1]) && add(expression.parts[2])
                   ? std::optional{call("IF", arguments)}
                   : std::nullopt;
    }
    const auto function = functions.find(expression.sign);
    const bool known = function != functions.end() &&
                       std::all_of(expression.parts.begin(), expression.parts.end(), add);
    return known ? std::optional{call(function->second, arguments)} : std::nullopt;
}

std::string Formulas::compared(const Fraction& left, std::string_view sign, const Fraction& right) {
    const std::string bottom = times(left.bottom, right.bottom);
    std::string difference = times(left.top, right.bottom) + "-" + times(right.top, left.bottom);
    if (!bottom.empty()) {
        difference = in_brackets(difference) + "*SIGN(" + bottom + ")";
    }
    return "ROUND(" + difference + ",6)" + std::string{sign == "!=" ? "<>" : sign} + "0";
}

std::optional<std::string> Formulas::holds(const Expression& expression, int depth) {
    const std::string& sign = expression.sign;
    if (depth > deepest) {
        return std::nullopt;
    }
    if (sign == "and" || sign == "or" || sign == "not") {
        std::vector<std::string> parts;
        for (const Expression& each : expression.parts) {
            const auto part = holds(each, depth + 1);
            if (!part) {
                return std::nullopt;
            }
            parts.push_back(*part);
        }
        return call(sign == "and" ? "AND" : sign == "or" ? "OR" : "NOT", parts);
    }
    if (sign == "name") {
        const Field* const field = field_named(plan_, expression.text);
        const auto cell = cells_.find(expression.text);
        if (field == nullptr || field->type != FieldType::boolean || field->optional ||
            cell == cells_.end()) {
            return std::nullopt;
        }
        read_.insert(cell->second);
        return "OR(" + cell->second + "=\"是\"," + cell->second + "=\"yes\")";
    }
    if (!is_condition(expression)) {
        return std::nullopt;
    }
    const auto left = fraction(expression.parts[0], depth + 1);
    const auto right = fraction(expression.parts[1], depth + 1);
    return left && right ? std::optional{compared(*left, sign, *right)} : std::nullopt;
}

std::optional<std::string> Formulas::holds(std::string_view text) {
    const auto expression = parse_expression(text);
    return expression ? holds(*expression, 0) : std::nullopt;
}

std::optional<Formulas::Fraction> Formulas::measure(const Json& text) {
    const auto expression = parse_expression(text.scalar);
    return expression ? fraction(*expression, 0) : std::nullopt;
}

std::optional<std::string> Formulas::within(const Fraction& value, std::string_view test) {
    const auto trimmed = [](std::string_view text) {
        const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
        return text.substr(first, text.find_last_not_of(' ') + 1 - first);
    };
    test = trimmed(test);
    if (test == "-") {
        return "TRUE";
    }
    const std::size_t dots = test.find("..");
    if (dots != std::string_view::npos && test.size() >= 2) {
        const auto from = rounded_number(trimmed(test.substr(1, dots - 1)));
        const auto to = rounded_number(trimmed(test.substr(dots + 2, test.size() - dots - 3)));
        if (!from || !to) {
            return std::nullopt;
        }
        return call("AND", {compared(value, test.front() == '[' ? ">=" : ">", {*from, {}}),
                            compared(value, test.back() == ']' ? "<=" : "<", {*to, {}})});
    }
    for (const std::string_view sign : {"<=", ">=", "<", ">"}) {
        if (test.starts_with(sign)) {
            const auto edge = rounded_number(trimmed(test.substr(sign.size())));
            return edge ? std::optional{compared(value, sign, {*edge, {}})} : std::nullopt;
        }
    }
    const auto exact = rounded_number(test);
    return exact ? std::optional{compared(value, "=", {*exact, {}})} : std::nullopt;
}

} // namespace heng::office
