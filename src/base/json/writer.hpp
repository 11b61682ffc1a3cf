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
//
// A writer that keeps the tree gives a document in memory, which nobody has to parse:
//
//     JsonWriter json{JsonWriter::Style::compact, JsonWriter::Keep::tree};
//     json.begin_object().member("heng", "facts/1").key("data").begin_object().end_object();
//     Result<JsonDocument> facts = json.end_object().document(Limits{});
#pragma once

#include "base/json/json.hpp"
#include "base/text/appender.hpp"

#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::json {

class JsonWriter {
  public:
    enum class Style : std::uint8_t { compact, indented };
    enum class Keep : std::uint8_t { text, tree };

    explicit JsonWriter(Style style, Keep keep = Keep::text)
        : style_{style}, store_{keep == Keep::tree ? std::make_shared<JsonStore>() : nullptr} {}
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
    /// A value that is JSON already; it is not indented anew. Where the tree is kept it is a
    /// number, true, false or null.
    JsonWriter& json(std::string_view value);
    /// A value of another document, with all that is in it.
    JsonWriter& copy(Json value);
    [[nodiscard]] bool keeps_tree() const { return store_ != nullptr; }

    /// key(name).text(value)
    JsonWriter& member(std::string_view name, std::string_view value) {
        return key(name).text(value);
    }

    /// For who writes the elements of the list that is open, at least one, indented and with their
    /// commas, straight into the text. The tree is not kept.
    [[nodiscard]] std::string& elements();

    /// What was written, after as many ends as begins.
    [[nodiscard]] std::string take();

    /// The same as a document, where the tree is kept. Errors, as of JsonDocument::parse: json.utf8
    /// and json.nul of a text, limit.bytes, limit.rows, limit.depth. Linear.
    [[nodiscard]] Result<JsonDocument> document(const Limits& limits);

  private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void begin_value();
    void new_line();
    JsonNode& note(JsonKind kind, std::size_t offset, std::size_t size);
    void note_string(std::size_t offset, std::string_view value);

    Style style_;
    std::shared_ptr<JsonStore> store_;     ///< where the tree is kept
    std::vector<std::uint32_t> open_;      ///< its containers, the outermost first
    std::optional<std::uint32_t> unfit_{}; ///< the first text that no document may have
    bool keyed_ = false;                   ///< the last node is a key
    std::string out_;
    std::vector<std::size_t> counts_; ///< members or elements of each open container
    bool after_key_ = false;
};

/// `value` in double quotes, escaped.
void append_json_string(std::string& out, std::string_view value);

/// What stands between the quotes.
void append_json_characters(text::Appender& out, std::string_view value);

} // namespace heng::detail::json
