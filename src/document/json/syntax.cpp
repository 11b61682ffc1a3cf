// SPDX-License-Identifier: Apache-2.0
#include "document/json/json.hpp"
#include "document/json/syntax.hpp"
#include "document/json/token.hpp"

#include <algorithm>
#include <utility>

namespace heng::document {

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
        return {"json.empty", 0, "the document is empty", "write a JSON object: {…}"};
    case JsonAfter::key:
        return fault(text().size(), "the text ends after a key, before its value",
                     "part of the document is missing");
    default:
        break;
    }
    const bool array = byte(progress.container) == '[';
    const Place opened = PlaceCounter{text()}.at(progress.container);
    return fault(text().size(),
                 std::string{"the text ends inside the "} + (array ? "list" : "object") +
                     " that begins at line " + std::to_string(opened.line) + ", column " +
                     std::to_string(opened.column),
                 std::string{"close it with \""} + (array ? "]" : "}") +
                     "\", or restore the part that is missing");
}

Fault Examiner::key(std::size_t at, bool after_comma) const {
    const char c = byte(at);
    if (c == '"') {
        return string(at);
    }
    if (c == '}') {
        return fault(at, "found \"}\" after a comma", "leave out the comma before it");
    }
    if (const Fault seen = foreign(at)) {
        return seen;
    }
    if (c == '\'') {
        return fault(at, "found a single quote where a key is expected",
                     "put keys in double quotes");
    }
    if (after_comma && is_digit_at(at)) {
        return fault(at, "found a digit where a key is expected",
                     "write numbers without separators: 1000, not 1,000");
    }
    if (is_word_at(at)) {
        return fault(at, "the key " + word(at) + " has no quotes",
                     "put keys in double quotes: \"" + word(at) + "\"");
    }
    return fault(at, "found " + found(at) + " where a key is expected",
                 "write a key in double quotes, or close the object with \"}\"");
}

/// A number ended at `at`, and something that is no separator stands right behind it.
Fault Examiner::number_goes_on(std::size_t at) const {
    const char c = byte(at);
    if (at == 0 || !is_digit_at(at - 1) || !(is_word_at(at) || c == '.')) {
        return std::nullopt;
    }
    if (byte(at - 1) == '0' && is_digit_at(at)) {
        return fault(at, "a number does not begin with 0, except 0 itself and 0.…",
                     "leave out the zeros before it, or put it in double quotes");
    }
    if (c == '.') {
        return fault(at, "a number has only one decimal point", "put text in double quotes");
    }
    return fault(at, "found " + found(at) + " inside a number",
                 "write a decimal number such as 12.5 or 1.5e3, or put text in double quotes");
}

JsonFault Examiner::no_separator(std::size_t token_end, std::size_t at, bool array) const {
    const std::string expected = array ? "\",\" or \"]\"" : "\",\" or \"}\"";
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
    std::string hint;
    if (c == ']' || c == '}') {
        hint = std::string{"close the "} + (array ? "list with \"]\"" : "object with \"}\"");
    } else if (begins_value) {
        hint = "write a comma before it";
    } else if (c == ':' && array) {
        hint = "a list has values only; an object with keys stands in {…}";
    } else {
        hint = "leave it out";
    }
    return fault(at, "found " + found(at) + " where " + expected + " is expected", hint);
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
            return seen ? seen
                        : fault(at, "found " + found(at) + " after a key",
                                "write a colon between a key and its value");
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
    return fault(at, "found " + found(at) + " after the end of the document",
                 "one text holds one document");
}

JsonFault Examiner::examine(const JsonProgress& progress) const {
    const std::size_t at = skip_spaces(progress.offset);
    if (ended(at)) {
        return ends_inside(progress);
    }
    if (const Fault wrong = behind(progress, at)) {
        return *wrong;
    }
    return fault(at, "the text is not JSON here", "");
}

} // namespace

JsonFault json_fault(std::string_view text, const JsonProgress& progress) {
    return Examiner{text}.examine(progress);
}

std::optional<JsonFault> json_fault_at_start(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        return JsonFault{"json.byte-order-mark", 0, "the text begins with a byte order mark",
                         "save the document as UTF-8 without a byte order mark"};
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return JsonFault{"json.utf8", 0, "the text is UTF-16", "save the document as UTF-8"};
    }
    if (std::all_of(text.begin(), text.end(), is_space)) {
        return JsonFault{"json.empty", 0, "the document is empty", "write a JSON object: {…}"};
    }
    return std::nullopt;
}

} // namespace heng::document
