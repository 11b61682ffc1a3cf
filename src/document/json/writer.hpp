// SPDX-License-Identifier: Apache-2.0
//
// Writing JSON: the same calls give the same bytes, on every platform.
//
//     JsonWriter json{JsonWriter::Style::compact};
//     json.begin_object().key("total").text("94.25").key("items").begin_array().end_array();
//     std::string text = json.end_object().take();     // {"total":"94.25","items":[]}
//
// Decimals are written as text by the caller. UTF-8 is kept as it is; control characters, the
// double quote and the backslash are escaped; a byte that is no UTF-8 becomes U+FFFD. Indented
// style is two spaces a level, a value a line, no newline at the end.
#pragma once

#include "text/appender.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::document {

class JsonWriter {
  public:
    enum class Style : std::uint8_t { compact, indented };

    explicit JsonWriter(Style style) : style_{style} {}
    /// For a text of about so many bytes.
    JsonWriter(Style style, std::size_t bytes) : style_{style} {
        constexpr std::size_t usual_depth = 8;
        out_.reserve(bytes);
        counts_.reserve(usual_depth);
    }

    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }

    JsonWriter& key(std::string_view name);
    JsonWriter& text(std::string_view value);
    JsonWriter& whole(std::int64_t value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    /// A value that is JSON already; it is not indented anew.
    JsonWriter& json(std::string_view value);

    /// key(name).text(value)
    JsonWriter& member(std::string_view name, std::string_view value) {
        return key(name).text(value);
    }

    /// For who writes the elements of the list that is open, at least one, indented and with their
    /// commas, straight into the text.
    [[nodiscard]] std::string& elements();

    /// What was written, after as many ends as begins.
    [[nodiscard]] std::string take();

  private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void begin_value();
    void new_line();

    Style style_;
    std::string out_;
    std::vector<std::size_t> counts_; ///< members or elements of each open container
    bool after_key_ = false;
};

/// `value` in double quotes, escaped.
void append_json_string(std::string& out, std::string_view value);

/// What stands between the quotes.
void append_json_characters(text::Appender& out, std::string_view value);

} // namespace heng::document
