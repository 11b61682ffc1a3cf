// SPDX-License-Identifier: Apache-2.0
//
// The formats of heng's documents, each declared once, as tables of fields. A declaration drives
// the reader (which keys there are and are needed, words, ranges), the JSON Schema and the
// reference page of its format.
//
//     constexpr auto goal_fields = std::to_array<Field>(
//         {{"id", &said, required, "Id (编号)", "Of its own among the goals."},
//          {"note", &text, optional, "Note (说明)"}});
//     constexpr Value goal{
//         .form = Form::object, .title = "A goal (目标)", .what = "a goal", .fields = goal_fields};
//
//     const ObjectReader object = root.as(declared::progress).object();
//     object["subject"]        // a problem where it is absent, since it is required
//
// A declaration says the shape. What needs more than one look (ids that differ, days that rise) a
// reader finds, with a message of its own. All tables are constants; nothing here allocates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <span>
#include <string_view>

namespace heng::detail::declared {

/// Words without blanks, parted by one: "zh en". O(length) to walk.
class Words {
  public:
    class Iterator {
      public:
        using difference_type = std::ptrdiff_t;
        using value_type = std::string_view;
        using pointer = const std::string_view*;
        using reference = std::string_view;
        using iterator_category = std::input_iterator_tag;

        constexpr Iterator() = default;
        constexpr explicit Iterator(std::string_view rest) : rest_{rest} {}
        constexpr std::string_view operator*() const { return rest_.substr(0, rest_.find(' ')); }
        constexpr Iterator& operator++() {
            const std::size_t end = rest_.find(' ');
            rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
            return *this;
        }
        constexpr bool operator==(const Iterator& other) const {
            return rest_.size() == other.rest_.size();
        }

      private:
        std::string_view rest_{};
    };

    constexpr Words() = default;
    constexpr Words(const char* text) : text_{text} {} // NOLINT: so that tables stay readable

    [[nodiscard]] constexpr Iterator begin() const { return Iterator{text_}; }
    [[nodiscard]] static constexpr Iterator end() { return {}; }
    /// Precondition: there are more than `place`.
    [[nodiscard]] constexpr std::string_view operator[](std::size_t place) const {
        Iterator at = begin();
        while (place-- > 0) {
            ++at;
        }
        return *at;
    }
    [[nodiscard]] constexpr bool empty() const { return text_.empty(); }
    [[nodiscard]] constexpr bool is_one() const {
        return !empty() && text_.find(' ') == std::string_view::npos;
    }

  private:
    std::string_view text_{};
};

enum class Form : std::uint8_t {
    any,       ///< whatever JSON holds
    never,     ///< the key must not be there
    text,      ///< a string, one of `words` where there are some; `least` bytes or more
    boolean,   ///< true or false
    truth,     ///< true
    number,    ///< a number, or a string that holds one, in `least` … `most`
    whole,     ///< the same, of whole numbers
    unknown,   ///< null or "?"
    object,    ///< the keys of `fields`
    map,       ///< keys of the author's own, spelled as `pattern` says, each with a value like `of`
    list,      ///< elements like `of`
    pair,      ///< two elements, like `choices`
    either,    ///< like one of `choices`
    narrowed,  ///< like `of`, an object, and its keys in `fields` as they are said there
    kinds,     ///< an object, as that of `choices` whose first key has the same word in it
    some_keys, ///< an object by some of its keys, `fields`; only to compare with
};

struct Field;
struct Condition;

/// The end of a range that has none.
inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::min();

/// A kind of value.
struct Value {
    Form form = Form::any;
    std::string_view name{}; ///< of the schema's definition; "" where it is written in place
    std::string_view title{};
    std::string_view meaning{};
    std::string_view what{};                   ///< an object, as messages name it: "a claim"
    std::string_view pattern{};                ///< of strings, or of a map's keys
    Words examples{};                          ///< that match the pattern
    std::span<const std::string_view> codes{}; ///< a long list of words
    Words words{};                  ///< in the order of the enumeration that they are read into
    std::int64_t least = unbounded; ///< of numbers; of bytes, elements or keys
    std::int64_t most = unbounded;
    const Value* of = nullptr;
    std::span<const Value* const> choices{};
    std::span<const Value* const> beside{}; ///< what another document says may stand in a map
    std::span<const Field> fields{};
    Words some_of{};     ///< keys of which one or more must be there
    bool filled = false; ///< with something in it, where such a key holds a map
    Words one_of{};      ///< keys of which one must be there
    Words not_all_of{};  ///< keys that must not be there together
    std::span<const Condition> conditions{};

    /// The field with this key, or null. O(fields).
    [[nodiscard]] constexpr const Field* find(std::string_view key) const noexcept;
};

enum class Need : std::uint8_t { optional, required };
inline constexpr Need optional = Need::optional;
inline constexpr Need required = Need::required;

/// A key of an object.
struct Field {
    std::string_view key;
    const Value* value;
    Need need = optional;
    std::string_view title{}; ///< where it is not that of `value`
    std::string_view meaning{};
};

constexpr const Field* Value::find(std::string_view key) const noexcept {
    for (const Field& field : fields) {
        if (field.key == key) {
            return &field;
        }
    }
    return nullptr;
}

/// Conditions between the keys of an object.
struct Outcome {
    Words needs{};                ///< keys that must be there
    Words without{};              ///< keys that must not be there
    std::span<const Field> are{}; ///< keys as they are said here

    [[nodiscard]] constexpr bool empty() const {
        return needs.empty() && without.empty() && are.empty();
    }
};

/// Where `key` is there, and is like `is` where that is given: `then`; else `otherwise`.
struct Condition {
    std::string_view key;
    const Value* is = nullptr;
    Outcome then{};
    Outcome otherwise{};
};

/// A format of documents, an object with `name`, and its JSON Schema, behind which a zero byte
/// stands.
struct Format {
    const Value* root;
    std::string_view schema;
};

/// The key "published" of facts/1, and a record of its lists of targets.
extern const Value published, target_record;

extern const Value claims, facts, library, plan, policy, progress, rubric, tests;
extern const Format claims_format, facts_format, library_format, plan_format, policy_format,
    progress_format, rubric_format, tests_format;

} // namespace heng::detail::declared
