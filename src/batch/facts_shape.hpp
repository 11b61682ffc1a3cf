// SPDX-License-Identifier: Apache-2.0
//
// The shapes of facts documents: all of their text that is no value, and what each value is.
//
//     {"heng": "facts/1", "unit": "万元", "data": {"spent": 50, "budget": 100}}
//     |------------------ literal ----------------------|  |-literal--|   |-|
//
// The documents of a file mostly come from one program, so they differ in their values only. Where
// the text between the values is that of documents which were read with care, what was found out
// about those holds for this one too: it is JSON, no key stands twice, the unit is known, and which
// value is which input. Then reading is comparing bytes and converting digits.
//
// Shapes are kept as a tree: documents that begin alike part where they differ. The records of a
// list have a tree of their own, gone through once a record, so that lists of any length have one
// shape; a word that decides what a record must have (its direction) belongs to the text.
#pragma once

#include "base/json/plain.hpp"
#include "batch/row_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

class FactsShape {
  public:
    FactsShape();

    /// Begins to learn `text`. Where too much is known, all of it is forgotten first; of a long
    /// text nothing is learnt.
    void begin(std::string_view text);
    /// A value of that text; one of LeafKind::list or LeafKind::record is empty.
    void learn(std::string_view value, Leaf leaf);
    /// The next value is the first of a record.
    void open_record() { opens_ = true; }
    /// All of its values are learnt: its shape is known from now on.
    void end();

    /// Whether `document` has a shape that is known; then the row is filled. Else something of the
    /// row may be filled: what reading the same text with care fills too, as far as that gets.
    [[nodiscard]] bool read(std::string_view document, RowReader& values) const;

  private:
    using State = std::uint32_t;
    static constexpr std::uint32_t none = UINT32_MAX;

    /// A piece of text and the value behind it.
    struct Part {
        std::uint32_t begin; ///< of the text, in text_
        std::uint32_t size;
        std::uint32_t mask; ///< of its size, for PlainJson::Literal
        Leaf leaf;
        State next;          ///< behind the value; none: the document ends with the text
        std::uint32_t other; ///< what may stand there instead
        bool opens;          ///< it begins a record
    };

    void forget();
    State new_states(std::size_t count);
    [[nodiscard]] const Part* find(State state, std::string_view literal, const Leaf& leaf,
                                   bool opens) const;
    void add(State state, std::string_view literal, const Leaf& leaf, bool opens, State next);
    State next_of(std::string_view literal, const Leaf& leaf);

    std::string text_; ///< of all parts, and padding
    std::vector<Part> parts_;
    std::vector<std::uint32_t> states_; ///< the first part that may come; none: nothing may
    bool known_ = false;                ///< some document to its end
    bool has_lists_ = false;            ///< whose texts are not looked at one by one

    std::string_view learning_{}; ///< the text that is learnt
    bool learns_ = false;
    std::size_t reached_ = 0; ///< behind its last value
    State at_ = 0;
    State list_ = none; ///< that is open: its records begin there; behind one it is the next
    bool opens_ = false;
};

} // namespace heng::detail::batch
