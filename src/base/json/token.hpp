// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with one token of a text that is nearly JSON: a value, a string, or a character
// that has no place in JSON at all.
//
//     JsonTokens{R"([tru])"}.value(1)      // json.syntax at 4: found the word tru …, write true
//
// A part of syntax.hpp. Offsets are in bytes, and are in the text or just behind it.
#pragma once

#include "base/json/syntax.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::json {

class JsonTokens {
  public:
    /// What is wrong, or nothing.
    using Fault = std::optional<JsonFault>;

    explicit JsonTokens(std::string_view text) : text_{text} {}

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] bool ended(std::size_t at) const { return at >= text_.size(); }
    /// The byte at `at`; NUL past the end.
    [[nodiscard]] char byte(std::size_t at) const { return ended(at) ? '\0' : text_[at]; }
    [[nodiscard]] bool is_digit_at(std::size_t at) const;
    /// A letter of ASCII, a digit, _ or $.
    [[nodiscard]] bool is_word_at(std::size_t at) const;

    /// The word at `at`, cut after 40 characters.
    [[nodiscard]] std::string word(std::size_t at) const;
    /// The character at `at` as a message names it.
    [[nodiscard]] text::Words found(std::size_t at) const;

    /// A json.syntax fault.
    [[nodiscard]] static JsonFault fault(std::size_t at, text::Words message, text::Words hint);

    /// A character that may stand nowhere between tokens, whatever was expected.
    [[nodiscard]] Fault foreign(std::size_t at) const;
    /// A value should begin at `at`. What stands inside a list or object is not looked at.
    [[nodiscard]] Fault value(std::size_t at) const;
    /// A string begins at `at`.
    [[nodiscard]] Fault string(std::size_t at) const;

  private:
    [[nodiscard]] std::size_t skip_digits(std::size_t at) const;
    [[nodiscard]] JsonFault no_value(std::size_t at) const;
    [[nodiscard]] JsonFault bad_word(std::size_t at) const;
    [[nodiscard]] Fault literal(std::size_t at, std::string_view name) const;
    [[nodiscard]] Fault number(std::size_t at) const;
    [[nodiscard]] JsonFault digit_needed(std::size_t at, const text::Words& after) const;
    [[nodiscard]] JsonFault control(std::size_t at) const;
    [[nodiscard]] Fault escape(std::size_t at, std::size_t& next) const;
    [[nodiscard]] std::optional<unsigned> hex_value(std::size_t at) const;

    std::string_view text_;
};

} // namespace heng::detail::json
