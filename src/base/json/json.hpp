// SPDX-License-Identifier: Apache-2.0
//
// A JSON text (RFC 8259) as an immutable tree in which everything has a place.
//
//     Result<JsonDocument> document = JsonDocument::parse(text, Limits{});
//     if (!document) return Failure{document.error()};       // json.* or limit.*, with its place
//     const Json points = *document->root().find("points");
//     points.text();       // "1e2": numbers as they are written, strings decoded
//     points.place();      // {4, 12}
//     points.pointer();    // "/points"
//
// Strict: no comments, trailing commas or other extensions; duplicate keys, lone surrogates and
// NUL (U+0000) in strings are refused. Numbers are text and are never converted here. The tree is
// two blocks of memory beside the document's own copy of the text: 16 bytes a value or key.
// Lines, columns and pointers are worked out when asked for, O(text).
#pragma once

#include "base/text/messages.hpp"

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

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

/// "a number", "a list" …, as messages say it.
[[nodiscard]] text::Words described(JsonKind kind);

/// A value, or a key, in the order of the text: a container before what it holds, a key before its
/// value. Offsets are 32 bits, which bounds a document at 4 GiB.
struct JsonNode {
    std::uint32_t offset = 0; ///< of the first byte in the text
    std::uint32_t size = 0;   ///< bytes of the text, or number of elements or members
    std::uint32_t link = 0;   ///< container: the node after its last; decoded string: its offset
    JsonKind kind = JsonKind::null;
    bool has_key = false; ///< the node before is its key
    bool decoded = false; ///< a string with escapes: its text is in JsonStore::decoded

    [[nodiscard]] bool is_container() const { return kind >= JsonKind::array; }
};

struct JsonStore {
    std::string text;
    std::string decoded;
    std::vector<JsonNode> nodes;

    /// The node after a value and all that it holds.
    [[nodiscard]] std::uint32_t after(std::uint32_t value) const;
    /// A string or key decoded; a number, boolean or null as written; "" for a container.
    [[nodiscard]] std::string_view text_of(std::uint32_t node) const;
};

class JsonChildren;

/// A value in a document; two words, to be passed by value. Lives as long as its document.
class Json {
  public:
    Json(const JsonStore& store, std::uint32_t index) : store_{&store}, index_{index} {}

    [[nodiscard]] JsonKind kind() const { return node().kind; }
    [[nodiscard]] bool is(JsonKind kind) const { return node().kind == kind; }
    [[nodiscard]] bool is_root() const { return index_ == 0; }

    /// Where its first byte stands in the text.
    [[nodiscard]] std::size_t offset() const { return node().offset; }

    /// A string decoded; a number, boolean or null as written; "" for a container.
    [[nodiscard]] std::string_view text() const { return store_->text_of(index_); }

    /// Of a boolean.
    [[nodiscard]] bool boolean() const { return store_->text[node().offset] == 't'; }

    /// The number of elements or members; 0 where it is no container.
    [[nodiscard]] std::size_t size() const;

    /// Elements, or the values of members, in the order of the text; none if it is no container.
    [[nodiscard]] JsonChildren children() const;

    /// The member with this key. O(members).
    [[nodiscard]] std::optional<Json> find(std::string_view key) const;

    /// Whether it is a member of an object, its decoded key, and where the key stands.
    [[nodiscard]] bool has_key() const { return node().has_key; }
    [[nodiscard]] std::string_view key() const;
    [[nodiscard]] std::size_t key_offset() const;

    /// The bytes that a scalar and a key have in the text, with the quotes; 0 of a container.
    /// O(string).
    [[nodiscard]] std::size_t extent() const;
    [[nodiscard]] std::size_t key_extent() const;

    /// A string as it is written, with its quotes; "" where it has escapes, and of what is no
    /// string. The same of the key. O(1).
    [[nodiscard]] std::string_view unescaped() const { return unescaped(index_); }
    [[nodiscard]] std::string_view unescaped_key() const {
        return has_key() ? unescaped(index_ - 1) : std::string_view{};
    }

    /// Where byte `inside` of a decoded string stands in the text, for what a parser of that string
    /// found wrong. O(string).
    [[nodiscard]] std::size_t offset_of(std::size_t inside) const;

    /// JSON Pointer (RFC 6901); "" is the root.
    [[nodiscard]] std::string pointer() const;
    [[nodiscard]] Place place() const;

    /// The outermost object's member with this key. O(members).
    [[nodiscard]] std::optional<Json> in_root(std::string_view key) const {
        return Json{*store_, 0}.find(key);
    }

    /// The text of the whole document.
    [[nodiscard]] std::string_view document_text() const { return store_->text; }

    friend bool operator==(const Json&, const Json&) = default;

  private:
    friend class JsonChildren;
    friend class JsonDocument;

    [[nodiscard]] const JsonNode& node() const { return store_->nodes[index_]; }
    [[nodiscard]] std::string_view unescaped(std::uint32_t index) const {
        const JsonNode& string = store_->nodes[index];
        return string.decoded || string.kind != JsonKind::string
                   ? std::string_view{}
                   : std::string_view{store_->text.data() + string.offset, string.size + 2U};
    }

    const JsonStore* store_;
    std::uint32_t index_;
};

/// The values in a container: `for (const Json child : value.children())`.
class JsonChildren {
  public:
    class Iterator {
      public:
        Iterator() = default;
        Iterator(const JsonStore& store, std::uint32_t index, std::uint32_t step)
            : store_{&store}, index_{index}, step_{step} {}

        [[nodiscard]] Json operator*() const { return {*store_, index_ + step_}; }
        Iterator& operator++();
        friend bool operator==(const Iterator&, const Iterator&) = default;

      private:
        const JsonStore* store_ = nullptr;
        std::uint32_t index_ = 0;
        std::uint32_t step_ = 0; ///< 1 in an object, where each value has its key before it
    };

    explicit JsonChildren(Json container) : container_{container} {}

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

  private:
    Json container_;
};

/// A parsed text. Cheap to copy (copies share); any number of threads may read one at once.
class JsonDocument {
  public:
    /// Errors: json.syntax, json.utf8, json.byte-order-mark, json.nul, json.empty,
    /// json.duplicate-key (syntax_error); limit.bytes, limit.depth, limit.digits, limit.exponent,
    /// limit.rows (limit_exceeded). O(text), but for the keys of one object: O(n log n).
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view text, const Limits& limits);

    [[nodiscard]] Json root() const { return {*store_, 0}; }
    [[nodiscard]] std::string_view text() const { return store_->text; }
    [[nodiscard]] Place place(std::size_t offset) const;

    /// The document with other strings in the place of scalars, which are given in the order of the
    /// text; all else is as it was, byte for byte. O(text).
    struct Replaced {
        Json scalar;
        std::string text;
    };
    [[nodiscard]] JsonDocument with(const std::vector<Replaced>& strings) const;

  private:
    friend class JsonWriter;

    explicit JsonDocument(std::shared_ptr<const JsonStore> store) : store_{std::move(store)} {}
    static Result<JsonDocument> parse_in_english(std::string_view text, const Limits& limits);

    std::shared_ptr<const JsonStore> store_;
};

/// Lines and columns of rising offsets in one pass over a text. A line ends at LF, CR LF or CR.
class PlaceCounter {
  public:
    explicit PlaceCounter(std::string_view text) : text_{text} {}

    /// `offset` is no smaller than the one asked for before; past the end counts as the end.
    [[nodiscard]] Place at(std::size_t offset);

  private:
    std::string_view text_;
    std::size_t reached_ = 0;
    Place place_{1, 1};
};

// Walking the tree, which canonical forms and readers do for every value.

inline std::uint32_t JsonStore::after(std::uint32_t value) const {
    return nodes[value].is_container() ? nodes[value].link : value + 1;
}

inline std::string_view JsonStore::text_of(std::uint32_t node) const {
    const JsonNode& it = nodes[node];
    if (it.decoded) {
        return std::string_view{decoded}.substr(it.link, it.size);
    }
    const std::uint32_t start = it.kind == JsonKind::string ? it.offset + 1 : it.offset;
    return it.is_container() ? std::string_view{} : std::string_view{text}.substr(start, it.size);
}

inline std::size_t Json::size() const {
    return node().is_container() ? node().size : 0;
}

inline JsonChildren Json::children() const {
    return JsonChildren{*this};
}

inline std::string_view Json::key() const {
    return has_key() ? store_->text_of(index_ - 1) : std::string_view{};
}

inline std::size_t Json::key_offset() const {
    return has_key() ? store_->nodes[index_ - 1].offset : offset();
}

inline JsonChildren::Iterator& JsonChildren::Iterator::operator++() {
    index_ = store_->after(index_ + step_);
    return *this;
}

inline JsonChildren::Iterator JsonChildren::begin() const {
    const Json& it = container_;
    return {*it.store_, it.node().is_container() ? it.index_ + 1 : it.store_->after(it.index_),
            it.is(JsonKind::object) ? 1U : 0U};
}

inline JsonChildren::Iterator JsonChildren::end() const {
    const Json& it = container_;
    return {*it.store_, it.store_->after(it.index_), it.is(JsonKind::object) ? 1U : 0U};
}

} // namespace heng::detail::json
