// SPDX-License-Identifier: Apache-2.0
//
// The shape of a facts document: all of its text that is no value, and what each value is.
//
//     {"heng": "facts/1", "unit": "万元", "data": {"spent": 50, "budget": 100}}
//     |------------------ literal ----------------------|  |-literal--|   |-|
//
// The documents of a file mostly come from one program, so they differ in their values only. Where
// the text between the values is that of a document which was read with care, what was found out
// about that one holds for this one too: it is JSON, no key stands twice, the unit is known, and
// which value is which input. Then reading is comparing bytes and converting digits.
#pragma once

#include "base/json/plain.hpp"
#include "batch/kernel/facts.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

/// Who the facts are about. `name` stands in the text that was read.
struct PlainSubject {
    json::PlainString name{};
    std::int64_t year = 0; ///< 0: the document gives none
};

enum class LeafKind : std::uint8_t {
    number,        ///< of a slot; money too
    count,         ///< of a slot: whole and not below zero
    percent,       ///< of a slot, in a string, where "%" may follow
    share,         ///< of a slot: a percentage as a JSON number
    boolean,       ///< of a slot
    name,          ///< what the string holds
    year,          ///< 1 … 9999
    unread_string, ///< what the string holds
    unread_number,
    unread_word, ///< true, false or null
};

/// A value: what it is, and where it goes.
struct Leaf {
    LeafKind kind = LeafKind::unread_word;
    std::int8_t places = 0; ///< to be added to a number's: those that its unit of money makes
    std::uint32_t slot = 0;
};

/// Where the values of a document go.
struct PlainRow {
    kernel::FactRows& rows;
    std::size_t row;
    PlainSubject& subject;
};

/// Reads the value that comes next; false: it is none, or not plain.
[[nodiscard]] bool read_leaf(json::PlainJson& json, const Leaf& leaf, const PlainRow& row);

class FactsShape {
  public:
    /// Forgets what it knew, to learn the shape of `text` from its beginning on; of a long one it
    /// learns nothing.
    void begin(std::string_view text);
    /// A value of that text.
    void learn(std::string_view value, Leaf leaf);
    /// All of its values are learnt: it is known from now on.
    void end() { known_ = learning_ != nullptr; }

    [[nodiscard]] bool is_known() const { return known_; }

    /// Whether `text` has the shape that is known; then the row is filled. Else something of the
    /// row may be filled: what reading the same text with care fills too, as far as that gets.
    [[nodiscard]] bool read(std::string_view text, const PlainRow& row) const;

  private:
    struct Part {
        std::uint32_t begin; ///< of the text before the value, in text_
        std::uint32_t size;
        Leaf leaf;
    };

    std::string text_;
    const char* learning_ = nullptr; ///< the text that is learnt, of which text_ is the copy
    std::size_t reached_ = 0;        ///< behind the last value
    std::vector<Part> parts_;
    bool known_ = false;
};

} // namespace heng::detail::batch
