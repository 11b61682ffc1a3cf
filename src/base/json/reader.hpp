// SPDX-License-Identifier: Apache-2.0
//
// Reading what a document should hold, so that a loader is a list of what it wants and every
// mistake is told with its place.
//
//     Problems problems{rubric_document};
//     const Reader root{document.root(), problems};
//     if (!root.has_heng()) return Failure{problems.error()};
//     const ObjectReader object = root.as(declared::rubric).object();  // unknown keys: problems
//     const auto id = object["id"].text();            // std::optional<std::string_view>; required
//     const auto points = object["points"].decimal();       // std::optional<Decimal>
//     for (const Reader place : object["at"].elements()) …
//     if (!problems.empty()) return Failure{problems.error()};
//
// A Reader stands for a value that may be absent, and knows how its format declares it: keys, words
// and ranges are read from there. Whatever can't be read is nullopt, after the problem has been
// added; of an absent value nothing is said, since that it is required has said it. Codes
// (KIND.NAME): type, number, percent, count, date, word, heng, missing-key, unknown-key, and
// limit.digits, limit.exponent.
#pragma once

#include "base/json/problems.hpp"

#include <heng/number/decimal.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::declared {
struct Value;
struct Field;
enum class Form : std::uint8_t;
} // namespace heng::detail::declared

namespace heng::detail::json {

/// Keys that every document may have, and that mean nothing to heng: $schema, x-note.
[[nodiscard]] constexpr bool is_ignored_key(std::string_view key) {
    return key.starts_with('$') || key.starts_with("x-");
}

/// A word of a fixed list and what it stands for.
template <class T>
struct Word {
    std::string_view text;
    T value;
};

/// The keys of a declared object. O(keys).
[[nodiscard]] std::vector<std::string_view> keys_of(const declared::Value& object);

/// The keys that many objects may have, such as the records of a list; made once for all of them.
class KnownKeys {
  public:
    explicit KnownKeys(std::vector<std::string_view> keys);

    [[nodiscard]] std::span<const std::string_view> keys() const { return keys_; }
    /// O(log keys).
    [[nodiscard]] bool contains(std::string_view key) const;

  private:
    std::vector<std::string_view> keys_;
    std::vector<std::string_view> sorted_;
};

/// How people know a value, or an object and its members: by labels instead of keys. What it refers
/// to must outlive the readers that have it.
struct Name {
    text::Blank own;                     ///< the label of a fact; of a record, that of its list
    std::optional<std::size_t> record{}; ///< which one of the list, counted from 0
    /// The label of a member of the object, of which `of` knows; null of a fact that has none.
    text::Words (*member)(std::string_view key, const void* of) = nullptr;
    const void* of = nullptr;
    std::string_view title{}; ///< what the record calls itself
};

class ObjectReader;
class ReaderRange;

/// A few words, to be passed by value; lives as long as the document and the problems.
class Reader {
  public:
    Reader(std::optional<Json> value, Problems& problems, const declared::Value* declared = nullptr)
        : value_{value}, problems_{&problems}, declared_{declared} {}

    [[nodiscard]] bool is_present() const { return value_.has_value(); }
    [[nodiscard]] bool is(JsonKind kind) const { return value_ && value_->is(kind); }
    /// Of a value that is present.
    [[nodiscard]] Json json() const { return *value_; }
    /// The key that it stands under, "" in a list.
    [[nodiscard]] std::string_view key() const;

    /// A string, decoded.
    [[nodiscard]] std::optional<std::string_view> text() const;
    [[nodiscard]] std::optional<bool> boolean() const;

    /// A number, or a string that holds one, exactly. Errors: type, number, limit.*.
    [[nodiscard]] std::optional<Decimal> decimal() const;
    /// 0.9660, "0.9660" and "96.60%" are the same value. Errors: type, percent, limit.*.
    [[nodiscard]] std::optional<Decimal> percent() const;
    /// A whole number that is not below zero; 3.0 is one. Errors: type, count, limit.*.
    [[nodiscard]] std::optional<Decimal> count() const;
    /// A whole number in low … high. Error: `name`, type, limit.*.
    [[nodiscard]] std::optional<std::int64_t> whole(std::int64_t low, std::int64_t high,
                                                    std::string_view name = "number") const;
    /// The same in the range that is declared.
    [[nodiscard]] std::optional<std::int64_t> whole(std::string_view name = "number") const;

    /// A day of the Gregorian calendar as "YYYY-MM-DD". Errors: type, date.
    [[nodiscard]] std::optional<std::string_view> date() const;

    /// One of `words`, a range of Word<T>. Errors: type, word.
    template <class Words>
    [[nodiscard]] auto word(const Words& words) const {
        std::vector<std::string_view> known;
        std::optional<decltype(std::begin(words)->value)> result;
        const auto written = text();
        for (const auto& word : words) {
            if (written == word.text) {
                result = word.value;
                return result;
            }
            known.push_back(word.text);
        }
        if (written) {
            unknown_word(known);
        }
        return result;
    }

    /// One of the words that are declared, as the enumerator in its place. Errors: type, word.
    template <class Enum>
    [[nodiscard]] std::optional<Enum> word() const {
        const std::optional<std::size_t> place = word_place();
        return place ? std::optional{static_cast<Enum>(*place)} : std::nullopt;
    }

    /// The place of the text among the words that are declared. Errors: type, word.
    [[nodiscard]] std::optional<std::size_t> word_place() const;

    /// The same value, declared so.
    [[nodiscard]] Reader as(const declared::Value& value) const {
        return {value_, *problems_, &value};
    }

    /// The same value, called so by messages; the members of an object too.
    [[nodiscard]] Reader named(const Name& name) const;
    [[nodiscard]] const Name* name() const { return name_; }
    /// Whether it is a member of an object that has a name.
    [[nodiscard]] bool is_in_named() const { return in_named_; }

    /// The object that is declared.
    [[nodiscard]] ObjectReader object() const;

    /// An object whose keys are `known`: every other key is a problem, which names the nearest of
    /// them. `what` is what it is, for messages: "an indicator".
    [[nodiscard]] ObjectReader object(std::string_view what,
                                      std::initializer_list<std::string_view> known) const;
    [[nodiscard]] ObjectReader object(std::string_view what,
                                      std::span<const std::string_view> known) const;
    [[nodiscard]] ObjectReader object(std::string_view what, const KnownKeys& known) const;

    /// A member, absent where there is none or this is no object; nothing is said. For what decides
    /// how the rest is read, such as `kind`.
    [[nodiscard]] Reader peek(std::string_view key) const;

    /// The members of an object with keys of the author's own, but for those that are ignored.
    [[nodiscard]] ReaderRange members() const;
    [[nodiscard]] ReaderRange elements() const;

    /// Whether the object has "heng": "KIND/1", wherever it stands; KIND is that of the problems.
    /// Else nothing more of it is to be read. Errors: heng, type (no object).
    [[nodiscard]] bool has_heng() const;

    /// A problem of the loader's own, at the value or, where that is absent, nowhere.
    void problem(std::string_view name, text::Words message, text::Words hint = {}) const;
    void problem_at_key(std::string_view name, text::Words message, text::Words hint = {}) const;
    /// At `length` bytes of a string from byte `inside`.
    void problem_inside(std::size_t inside, std::size_t length, std::string_view name,
                        text::Words message, text::Words hint = {}) const;

    /// `"points"`, `this element` or `the document`, as messages name the value; by its label where
    /// it is named: `"days" of record 2 of "contracts"`.
    [[nodiscard]] text::Words subject() const;

    [[nodiscard]] Problems& problems() const { return *problems_; }

  private:
    [[nodiscard]] bool expect(JsonKind kind, const text::Words& wanted) const;
    [[nodiscard]] std::optional<Decimal> number(std::string_view name, bool percent) const;
    void unknown_word(std::span<const std::string_view> known) const;
    template <class Known>
    [[nodiscard]] ObjectReader object_of(std::string_view what, const Known& known) const;
    /// How the value is declared where it has this form; null where it is not.
    [[nodiscard]] const declared::Value* declared_as(declared::Form form) const;

    std::optional<Json> value_;
    friend class ObjectReader;

    Problems* problems_;
    const declared::Value* declared_;
    const Name* name_ = nullptr;
    bool in_named_ = false; ///< a member of what has the name
};

/// An object whose keys have been checked. To look at k of its m members takes O((k + m) log m).
class ObjectReader {
  public:
    /// Absent where there is none, after a problem `name` at the object. Nothing is said where an
    /// unknown key has been taken for a misspelt `key`.
    [[nodiscard]] Reader required(std::string_view key,
                                  std::string_view name = "missing-key") const;
    [[nodiscard]] Reader optional(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return optional(key).is_present(); }
    /// The same as `required` or `optional`, as the key is declared. Requires that it is.
    [[nodiscard]] Reader operator[](std::string_view key) const;

    /// The object itself; absent where it was none.
    [[nodiscard]] const Reader& reader() const { return object_; }
    [[nodiscard]] bool is_present() const { return object_.is_present(); }

  private:
    friend class Reader;

    /// How a key is declared; null where it is not.
    [[nodiscard]] const declared::Field* field(std::string_view key) const;
    [[nodiscard]] Reader at(std::string_view key, const declared::Field* field) const;
    [[nodiscard]] Reader member(std::optional<Json> value, const declared::Value* declared) const;
    [[nodiscard]] Reader required(std::string_view key, std::string_view name,
                                  const declared::Field* field) const;

    ObjectReader(Reader object, std::string_view what) : object_{object}, what_{what} {}

    Reader object_;
    std::string_view what_;
    const declared::Value* declared_ = nullptr;
    std::vector<std::string> misspelt_; ///< the known keys nearest to unknown ones
    std::vector<Json> by_key_; ///< its members in the order of their keys, if they are many
};

/// `for (const Reader element : list.elements())`
class ReaderRange {
  public:
    class Iterator {
      public:
        Iterator(JsonChildren::Iterator at, JsonChildren::Iterator end, Problems& problems,
                 const declared::Value* declared)
            : at_{at}, end_{end}, problems_{&problems}, declared_{declared} {
            skip_ignored();
        }
        [[nodiscard]] Reader operator*() const { return {*at_, *problems_, declared_}; }
        Iterator& operator++() {
            ++at_;
            skip_ignored();
            return *this;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

      private:
        void skip_ignored();

        JsonChildren::Iterator at_;
        JsonChildren::Iterator end_;
        Problems* problems_;
        const declared::Value* declared_;
    };

    /// `declared` is how each value is, or null.
    ReaderRange(std::optional<Json> container, Problems& problems, const declared::Value* declared)
        : container_{container}, problems_{&problems}, declared_{declared} {}

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;
    /// With the keys that are ignored.
    [[nodiscard]] std::size_t size() const { return container_ ? container_->size() : 0; }

  private:
    std::optional<Json> container_;
    Problems* problems_;
    const declared::Value* declared_;
};

} // namespace heng::detail::json
