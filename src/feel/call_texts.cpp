// SPDX-License-Identifier: Apache-2.0
//
// Built-in functions of texts. Positions and lengths count characters (code points), from 1.
#include "base/text/utf8.hpp"
#include "feel/call.hpp"
#include "feel/operate.hpp"
#include "feel/text.hpp"
#include "feel/unicode.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::feel {

namespace {

/// The part of a text from character `start` on, at most `length` characters.
std::string_view characters(std::string_view text, std::int64_t start, std::int64_t length) {
    const auto skip = [](std::string_view rest, std::int64_t count) {
        std::size_t at = 0;
        for (; count > 0 && at < rest.size(); --count) {
            at += text::decode(rest, at).length;
        }
        return at;
    };
    text.remove_prefix(skip(text, start));
    return text.substr(0, skip(text, length));
}

Value substring(std::span<const Value> operands, Budget& budget) {
    const Value& from = operands[1];
    const bool to_end = operands.size() < 3 || operands[2].is_null();
    if (!from.is_number() || (!to_end && !operands[2].is_number())) {
        return null_from(from, to_end ? from : operands[2]);
    }
    const std::string& text = operands[0].text();
    const auto size = static_cast<std::int64_t>(text::count(text));
    const auto start = from.number().truncated().as_int64().value_or(0);
    const auto length = to_end ? size : operands[2].number().truncated().as_int64().value_or(0);
    if (start == 0 || start > size || start < -size || (!to_end && length < 1)) {
        return Value::null(NullCause::out_of_range);
    }
    return text_of(std::string{characters(text, start > 0 ? start - 1 : size + start, length)},
                   budget);
}

/// Letters whose other case is not known here would give a wrong text, so they give null: only
/// ASCII letters change, and only scripts without case stay as they are.
Value other_case(const std::string& text, bool upper, Budget& budget) {
    constexpr char32_t first_without_case = 0x2E80; // CJK and what follows, up to the full-width
    constexpr char32_t last_without_case = 0xA63F;  // forms, has no case before Cyrillic Extended-B
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::decode(text, at);
        const bool ascii = c.value < 0x80;
        const bool no_case = (c.value >= first_without_case && c.value <= last_without_case) ||
                             (c.value >= 0x2000 && c.value <= 0x20FF) ||
                             (c.value >= 0x3000 && c.value <= 0x303F) || is_space(c.value) ||
                             (c.value >= 0x1F000 && c.value <= 0x3FFFF);
        if (!ascii && !no_case) {
            return unsupported(budget);
        }
        const char letter = text[at];
        const bool change =
            ascii && (upper ? 'a' <= letter && letter <= 'z' : 'A' <= letter && letter <= 'Z');
        if (change) {
            result += static_cast<char>(letter ^ 0x20);
        } else {
            result.append(text, at, c.length);
        }
        at += c.length;
    }
    return text_of(std::move(result), budget);
}

Value string_join(std::span<const Value> operands, Budget& budget) {
    const Value list = operands[0].is_text() ? Value::list({operands[0]}) : operands[0];
    const bool delimited = operands.size() > 1 && !operands[1].is_null();
    if (!list.is_list() || (delimited && !operands[1].is_text())) {
        return null_from(list, delimited ? operands[1] : list);
    }
    const std::string delimiter = delimited ? operands[1].text() : "";
    std::string joined;
    bool first = true;
    for (const Value& item : list.items()) {
        if (item.is_null()) {
            continue;
        }
        if (!item.is_text()) {
            return Value::null(NullCause::wrong_type);
        }
        if (!budget.text(delimiter.size() + item.text().size())) {
            return Value::null(NullCause::limit);
        }
        joined += (std::exchange(first, false) ? "" : delimiter) + item.text();
    }
    return Value::text(std::move(joined));
}

/// Pays for the numbers that a text of the value holds: a long one is slow to write.
bool pay_for_numbers(const Value& value, Budget& budget) {
    if (value.is_number()) {
        return budget.steps() && budget.numbers(value.number(), value.number(), 8);
    }
    if (value.is_list()) {
        return std::all_of(value.items().begin(), value.items().end(), [&](const Value& item) {
            return budget.steps() && pay_for_numbers(item, budget);
        });
    }
    if (value.is_context()) {
        return std::all_of(value.fields().begin(), value.fields().end(), [&](const Field& field) {
            return budget.steps() && pay_for_numbers(field.value, budget);
        });
    }
    return true;
}

Value string_of(const Value& value, Budget& budget) {
    if (value.is_null() || value.is_text()) {
        return value;
    }
    return pay_for_numbers(value, budget) ? text_of(value_text(value), budget)
                                          : Value::null(NullCause::limit);
}

Value call_pair(Function function, const std::string& text, const std::string& match,
                Budget& budget) {
    if (!budget.compared(text.size() * (1 + match.size() / 8))) {
        return Value::null(NullCause::limit);
    }
    const std::size_t found = text.find(match);
    switch (function) {
    case Function::contains:
        return Value::boolean(found != std::string::npos);
    case Function::starts_with:
        return Value::boolean(text.starts_with(match));
    case Function::ends_with:
        return Value::boolean(text.ends_with(match));
    case Function::substring_before:
        return text_of(found == std::string::npos ? "" : text.substr(0, found), budget);
    default:
        return text_of(found == std::string::npos ? "" : text.substr(found + match.size()), budget);
    }
}

} // namespace

Value call_text(Function function, std::span<const Value> operands, Budget& budget) {
    const Value& first = operands.front();
    if (function == Function::string) {
        return string_of(first, budget);
    }
    if (function == Function::string_join) {
        return string_join(operands, budget);
    }
    if (!first.is_text()) {
        return null_from(first);
    }
    const std::string& text = first.text();
    if (!budget.compared(text.size())) {
        return Value::null(NullCause::limit);
    }
    switch (function) {
    case Function::string_length:
        return Value::number(Ratio{static_cast<std::int64_t>(text::count(text))});
    case Function::upper_case:
        return other_case(text, true, budget);
    case Function::lower_case:
        return other_case(text, false, budget);
    case Function::substring:
        return substring(operands, budget);
    default:
        break;
    }
    return operands[1].is_text() ? call_pair(function, text, operands[1].text(), budget)
                                 : null_from(operands[1]);
}

} // namespace heng::detail::feel
