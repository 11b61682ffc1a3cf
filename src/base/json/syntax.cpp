// SPDX-License-Identifier: Apache-2.0
#include "base/json/json.hpp"
#include "base/json/messages.hpp"
#include "base/json/syntax.hpp"
#include "base/json/token.hpp"
#include "base/text/excerpt.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace heng::detail::json {

namespace {

using Fault = JsonTokens::Fault;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Looks at one text from where a parser stopped.
class Examiner : private JsonTokens {
  public:
    explicit Examiner(std::string_view text) : JsonTokens{text} {}

    [[nodiscard]] JsonFault examine(const JsonProgress& progress) const;

  private:
    [[nodiscard]] std::size_t skip_spaces(std::size_t at) const;
    [[nodiscard]] JsonFault ends_inside(const JsonProgress& progress) const;
    [[nodiscard]] Fault key(std::size_t at, bool after_comma) const;
    [[nodiscard]] Fault number_goes_on(std::size_t at) const;
    [[nodiscard]] JsonFault no_separator(std::size_t token_end, std::size_t at, bool array) const;
    [[nodiscard]] Fault behind(const JsonProgress& progress, std::size_t at) const;
};

std::size_t Examiner::skip_spaces(std::size_t at) const {
    while (!ended(at) && is_space(byte(at))) {
        ++at;
    }
    return at;
}

JsonFault Examiner::ends_inside(const JsonProgress& progress) const {
    switch (progress.after) {
    case JsonAfter::nothing:
    case JsonAfter::end:
        return {"json.empty", 0, say::is_empty, say::write_object};
    case JsonAfter::key:
        return fault(text().size(), say::ends_after_key, say::part_missing);
    default:
        break;
    }
    const bool array = byte(progress.container) == '[';
    const Place opened = PlaceCounter{text()}.at(progress.container);
    const text::Sentence& ends = array ? say::ends_in_list : say::ends_in_object;
    return fault(text().size(), ends(std::to_string(opened.line), std::to_string(opened.column)),
                 say::close_or_restore(array ? "]" : "}"));
}

Fault Examiner::key(std::size_t at, bool after_comma) const {
    const char c = byte(at);
    if (c == '"') {
        return string(at);
    }
    if (c == '}') {
        return fault(at, say::after_comma, say::leave_comma);
    }
    if (const Fault seen = foreign(at)) {
        return seen;
    }
    if (c == '\'') {
        return fault(at, say::found_where(say::single_quote, say::a_key), say::quote_keys);
    }
    if (after_comma && is_digit_at(at)) {
        return fault(at, say::found_where(say::a_digit, say::a_key), say::no_thousands);
    }
    if (is_word_at(at)) {
        return fault(at, say::key_unquoted(word(at)), say::quote_key(word(at)));
    }
    return fault(at, say::found_where(found(at), say::a_key), say::key_or_close);
}

/// A number ended at `at`, and something that is no separator stands right behind it.
Fault Examiner::number_goes_on(std::size_t at) const {
    const char c = byte(at);
    if (at == 0 || !is_digit_at(at - 1) || !(is_word_at(at) || c == '.')) {
        return std::nullopt;
    }
    if (byte(at - 1) == '0' && is_digit_at(at)) {
        return fault(at, say::leading_zero, say::leave_zeros);
    }
    if (c == '.') {
        return fault(at, say::two_points, say::quote_text);
    }
    return fault(at, say::inside_number(found(at)), say::decimal_or_text);
}

JsonFault Examiner::no_separator(std::size_t token_end, std::size_t at, bool array) const {
    if (token_end == at) {
        if (const Fault wrong = number_goes_on(at)) {
            return *wrong;
        }
    }
    if (const Fault seen = foreign(at)) {
        return *seen;
    }
    const char c = byte(at);
    const bool begins_value = c == '"' || c == '{' || c == '[' || is_word_at(at) || c == '-';
    const text::Sentence& hint = c == ']' || c == '}' ? array ? say::close_list : say::close_object
                                 : begins_value       ? say::comma_before
                                 : c == ':' && array  ? say::values_only
                                                      : say::leave_out;
    return fault(at, say::found_where(found(at), say::comma_or(array ? "]" : "}")), hint);
}

Fault Examiner::behind(const JsonProgress& progress, std::size_t at) const {
    switch (progress.after) {
    case JsonAfter::nothing:
        return value(at);
    case JsonAfter::open_array:
        return value(at);
    case JsonAfter::open_object:
        return key(at, false);
    case JsonAfter::key:
        if (byte(at) != ':') {
            const Fault seen = foreign(at);
            return seen ? seen : fault(at, say::after_key(found(at)), say::write_colon);
        }
        at = skip_spaces(at + 1);
        return ended(at) ? ends_inside(progress) : value(at);
    case JsonAfter::value_in_array:
    case JsonAfter::value_in_object: {
        const bool array = progress.after == JsonAfter::value_in_array;
        if (byte(at) != ',') {
            return no_separator(progress.offset, at, array);
        }
        at = skip_spaces(at + 1);
        return ended(at) ? ends_inside(progress) : array ? value(at) : key(at, true);
    }
    case JsonAfter::end:
        break;
    }
    if (const Fault wrong = progress.offset == at ? number_goes_on(at) : std::nullopt) {
        return wrong;
    }
    if (const Fault seen = foreign(at)) {
        return seen;
    }
    return fault(at, say::after_document(found(at)), say::one_document);
}

JsonFault Examiner::examine(const JsonProgress& progress) const {
    const std::size_t at = skip_spaces(progress.offset);
    if (ended(at)) {
        return ends_inside(progress);
    }
    if (const Fault wrong = behind(progress, at)) {
        return *wrong;
    }
    return fault(at, say::not_json, {});
}

} // namespace

JsonFault json_fault(std::string_view text, const JsonProgress& progress) {
    return Examiner{text}.examine(progress);
}

std::optional<JsonFault> json_fault_at_start(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        return JsonFault{"json.byte-order-mark", 0, say::byte_order_mark, say::save_without_mark};
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return JsonFault{"json.utf8", 0, say::is_utf16, say::save_utf8};
    }
    if (std::all_of(text.begin(), text.end(), is_space)) {
        return JsonFault{"json.empty", 0, say::is_empty, say::write_object};
    }
    return std::nullopt;
}

JsonFault too_many_rows(std::size_t offset, std::size_t most) {
    return {"limit.rows", offset, say::too_many_rows(std::to_string(most)), say::split_document};
}

JsonFault too_deep(std::size_t offset, int most) {
    return {"limit.depth", offset, say::too_deep(std::to_string(most)), say::write_flatter};
}

JsonFault nul_in_string(std::size_t offset) {
    return {"json.nul", offset, say::nul_in_string, say::leave_out};
}

JsonFault no_utf8(std::size_t offset) {
    return {"json.utf8", offset, say::not_utf8, say::save_not_gbk};
}

std::optional<Error> too_many_bytes(std::size_t bytes, const Limits& limits) {
    constexpr std::size_t offsets_end = std::numeric_limits<std::uint32_t>::max();
    if (bytes <= limits.bytes && bytes < offsets_end) {
        return std::nullopt;
    }
    return text::error_of(
        Status::limit_exceeded, "limit.bytes",
        say::too_many_bytes(std::to_string(bytes),
                            std::to_string(std::min(limits.bytes, offsets_end - 1))),
        say::split_document);
}

Error error_of(const JsonFault& fault, std::string_view text, std::string pointer) {
    const bool limit = fault.code.starts_with("limit.");
    Error error = text::error_of(limit ? Status::limit_exceeded : Status::syntax_error, fault.code,
                                 fault.message, fault.hint);
    error.pointer = std::move(pointer);
    error.place = PlaceCounter{text}.at(fault.offset);
    error.excerpt = text::excerpt(text, fault.offset);
    return error;
}

} // namespace heng::detail::json
