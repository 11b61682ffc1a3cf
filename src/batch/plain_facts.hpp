// SPDX-License-Identifier: Apache-2.0
//
// Plain facts/1 texts, straight to what the kernel scores: no tree, and nothing is allocated for a
// document.
//
//     PlainFacts plain{rubric.compiled(), options.limits, options.unread};
//     const std::size_t row = rows.add();
//     if (!plain.read(text, {rows, row, subject})) {
//         rows.ask(row);                                  // Facts::parse is to say what it is
//     }
//
// It is sure or it asks. Where it is sure, Facts::parse reads the text without a mistake, to the
// same values and the same subject; but for inputs out of their range, in which rows the kernel
// asks. It asks where there are a department's units, null for an input, a list in a record, an
// exponent of two digits, more than 15 digits in an input, a percentage without its sign that is 2
// or more, an escape in a key that is not read, an unread key where one that is read is absent (it
// may be misspelt), an assessment of what is not assessed, and in all that is noted or wrong.
#pragma once

#include "base/json/plain.hpp"
#include "batch/facts_keys.hpp"
#include "batch/facts_shape.hpp"
#include "batch/kernel/layout.hpp"
#include "batch/row_reader.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/budget/money.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

struct TargetKey;

/// For one thread; the rubric outlives it.
class PlainFacts {
  public:
    PlainFacts(const document::CompiledRubric& rubric, const Limits& limits, UnreadFacts unread);
    PlainFacts(const PlainFacts&) = delete; // values_ refers to layout_
    PlainFacts& operator=(const PlainFacts&) = delete;

    /// Whether it is sure. If not, what is set of the row is not to be used. O(text).
    [[nodiscard]] bool read(std::string_view text, const PlainRow& row);

  private:
    /// What the document has said so far.
    struct Said {
        bool heng = false;
        bool subject = false;
        bool unit = false;
        bool sought = false; ///< the unit, behind the data
        bool data = false;
        bool assessed = false;
        bool published = false;
        std::optional<MoneyUnit> money{};
    };

    bool is_to_be_learnt();
    bool read_with_care();
    bool top_member(std::string_view key);
    bool published();
    bool subject();
    bool unit();
    void find_unit();
    bool group(std::uint32_t id);
    bool input(std::uint32_t slot);
    std::optional<Leaf> leaf_of(const document::Input& input, bool quoted) const;
    bool assessed();
    bool assessment(std::uint32_t slot);

    bool list(std::uint32_t slot);
    template <class Begin, class Element>
    bool elements(Begin begin, Element element);
    bool record(const document::Input& list, std::uint32_t slot);
    bool field(const document::Input& field, std::uint32_t index);
    bool target_record();
    bool target_member(const TargetKey& key, TargetWords& words);
    bool target_word(TargetWord word, TargetWords& words);

    bool leaf(const Leaf& leaf);
    bool quoted_leaf(const Leaf& leaf);
    bool skip_value();
    bool skip_object();
    bool skip_list();
    bool is_new(const json::PlainString& key, std::size_t first);
    FactsKeys::Key* find(std::uint32_t group, const json::PlainString& key);

    template <class Member>
    bool members(Member member);

    const document::CompiledRubric& rubric_;
    Limits limits_;
    UnreadFacts unread_;
    kernel::FactsLayout layout_;
    FactsKeys keys_;
    std::map<std::string_view, std::uint32_t> assessed_; ///< slots by id
    RowReader values_;
    FactsShape shape_;
    std::uint64_t misses_ = 0; ///< documents in a row that had another shape
    std::uint64_t learnt_ = 0;
    bool learning_ = false; ///< the shape of the document that is read
    std::string_view text_{};
    json::PlainJson json_{{}};
    Said said_{};
    int depth_ = 0;
    std::uint64_t seen_ = 0; ///< documents, records and others whose keys may stand once
    std::vector<std::string_view> unread_keys_; ///< of the objects that are open
    std::string decoded_;                       ///< the last key or word that had escapes
};

/// The members of an object, from its beginning on; `member` reads the value of one.
template <class Member>
bool PlainFacts::members(Member member) {
    if (depth_ >= limits_.depth || !json_.take('{')) {
        return false;
    }
    ++depth_;
    json_.skip_space();
    if (!json_.take('}')) {
        do {
            json::PlainString key;
            if (!json_.key(key) || !member(key)) {
                return false;
            }
            json_.skip_space();
        } while (json_.take(','));
        if (!json_.take('}')) {
            return false;
        }
    }
    --depth_;
    return true;
}

/// The elements of a list; `begin` is asked behind its bracket, and `element` reads one.
template <class Begin, class Element>
bool PlainFacts::elements(Begin begin, Element element) {
    if (depth_ >= limits_.depth || !json_.take('[') || !begin()) {
        return false;
    }
    ++depth_;
    json_.skip_space();
    if (!json_.take(']')) {
        std::size_t rows = 0;
        do {
            json_.skip_space();
            if (++rows > limits_.rows || !element()) {
                return false;
            }
            json_.skip_space();
        } while (json_.take(','));
        if (!json_.take(']')) {
            return false;
        }
    }
    --depth_;
    return true;
}

} // namespace heng::detail::batch
