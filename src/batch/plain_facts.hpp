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
// asks, and for texts, which the kernel does not read. It asks where there is an assessment, a
// department's units, null for an input, a list or a date that the rubric reads, an exponent, more
// than 15 digits in an input, a percentage without its sign that is 2 or more, an escape in a key
// that is not read, an unread key where one that is read is absent (it may be misspelt), and in all
// that is wrong.
#pragma once

#include "base/json/plain.hpp"
#include "batch/facts_keys.hpp"
#include "batch/facts_shape.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/budget/money.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

/// For one thread; the rubric outlives it.
class PlainFacts {
  public:
    PlainFacts(const document::CompiledRubric& rubric, const Limits& limits, UnreadFacts unread);

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
        bool published = false;
        std::optional<MoneyUnit> money{};
    };

    bool is_to_be_learnt();
    bool read_with_care(const PlainRow& row);
    bool top_member(std::string_view key, const PlainRow& row);
    bool published(const PlainRow& row);
    bool subject(const PlainRow& row);
    bool unit();
    void find_unit(const PlainRow& row);
    bool group(std::uint32_t id, const PlainRow& row);
    bool input(std::uint32_t slot, const PlainRow& row);
    std::optional<Leaf> leaf_of(std::uint32_t slot, bool quoted) const;
    bool leaf(const Leaf& leaf, const PlainRow& row);
    bool quoted_leaf(const Leaf& leaf, const PlainRow& row);
    bool skip_value(const PlainRow& row);
    bool skip_object(const PlainRow& row);
    bool skip_list(const PlainRow& row);
    bool is_new(const json::PlainString& key, std::size_t first);
    FactsKeys::Key* find(std::uint32_t group, const json::PlainString& key);

    template <class Member>
    bool members(Member member);

    const document::CompiledRubric& rubric_;
    Limits limits_;
    UnreadFacts unread_;
    FactsKeys keys_;
    FactsShape shape_;
    std::uint64_t misses_ = 0; ///< documents in a row that had another shape
    bool learning_ = false;    ///< the shape of the document that is read
    std::string_view text_{};
    json::PlainJson json_{{}};
    Said said_{};
    int depth_ = 0;
    std::uint64_t document_ = 0;                ///< how many were read with care
    std::vector<std::string_view> unread_keys_; ///< of the objects that are open
    std::string decoded_;                       ///< the last key that had escapes
};

} // namespace heng::detail::batch
