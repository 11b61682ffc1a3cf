// SPDX-License-Identifier: Apache-2.0
//
// The lists that a rubric reads, of target records and of others.
#include "base/json/reader.hpp"
#include "batch/plain_facts.hpp"
#include "batch/target_keys.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::batch {

using document::Input;
using json::PlainString;

bool PlainFacts::list(std::uint32_t slot) {
    const Input& input = rubric_.inputs[slot];
    const bool money = rubric_.unit && document::has_money(input);
    if (money && !said_.money) {
        return false;
    }
    // lists of one place are of one unit, whatever stands behind them
    const auto unit = static_cast<std::int8_t>(money ? static_cast<int>(*said_.money) + 1 : 0);
    const Leaf begin{LeafKind::list, false, unit, slot};
    return elements([&] { return leaf(begin); },
                    [&] {
                        if (learning_) {
                            shape_.open_record();
                        }
                        return values_.open_record() &&
                               (input.of_targets ? target_record() : record(input, slot));
                    });
}

/// A record of declared fields.
bool PlainFacts::record(const Input& list, std::uint32_t slot) {
    const std::uint32_t group = keys_.group_of_list(slot);
    const std::uint64_t seen = ++seen_;
    const std::size_t outer = unread_keys_.size();
    std::uint32_t found = 0;
    std::size_t required = 0;
    const bool read = members([&](const PlainString& key) {
        FactsKeys::Key* const known = find(group, key);
        if (known == nullptr) {
            return json::is_ignored_key(key.text) && is_new(key, outer) && skip_value();
        }
        ++found;
        required += list.of[known->index].optional ? 0U : 1U;
        return std::exchange(known->seen, seen) != seen &&
               field(list.of[known->index], known->index);
    });
    unread_keys_.resize(outer);
    const auto is_required = [](const Input& field) {
        return !field.optional;
    };
    return read &&
           required == static_cast<std::size_t>(
                           std::count_if(list.of.begin(), list.of.end(), is_required)) &&
           leaf({LeafKind::record, false, 0, found});
}

bool PlainFacts::field(const Input& field, std::uint32_t index) {
    const bool quoted = json_.sees('"');
    std::optional<Leaf> found = leaf_of(field, quoted);
    if (!found) {
        return false;
    }
    found->of_record = true;
    found->slot = index;
    return quoted ? quoted_leaf(*found) : leaf(*found);
}

bool PlainFacts::target_record() {
    TargetWords words;
    std::uint32_t seen = 0;
    const std::size_t outer = unread_keys_.size();
    const bool read = members([&](const PlainString& key) {
        const TargetKey* const known = target_key(key.text);
        if (known == nullptr) {
            return json::is_ignored_key(key.text) && is_new(key, outer) && skip_value();
        }
        const std::uint32_t bit = 1U << (known - target_keys.begin());
        return (std::exchange(seen, seen | bit) & bit) == 0 && target_member(*known, words);
    });
    unread_keys_.resize(outer);
    return read && leaf({LeafKind::record, false, 0, words.packed()});
}

/// A figure that is neither a number nor a text is sound where the direction is level, and then
/// nobody reads it.
bool PlainFacts::target_member(const TargetKey& key, TargetWords& words) {
    const bool quoted = json_.sees('"');
    const auto here = [&key](LeafKind kind) {
        return Leaf{kind, true, 0, key.which};
    };
    const bool number = !quoted && (json_.sees('-') || json_.sees_digit());
    switch (key.holds) {
    case TargetKey::Holds::text:
        return quoted && quoted_leaf(here(LeafKind::target_text));
    case TargetKey::Holds::number:
        return quoted ? quoted_leaf(here(LeafKind::target_number))
                      : leaf(here(LeafKind::target_number));
    case TargetKey::Holds::percent:
        return quoted ? quoted_leaf(here(LeafKind::target_percent))
                      : leaf(here(LeafKind::target_number));
    case TargetKey::Holds::figure:
        return quoted   ? quoted_leaf(here(LeafKind::target_figure))
               : number ? leaf(here(LeafKind::target_number))
                        : skip_value();
    case TargetKey::Holds::word:
        return target_word(static_cast<TargetWord>(key.which), words);
    case TargetKey::Holds::other:
        break;
    }
    return skip_value();
}

/// A word, which belongs to the shape of its record.
bool PlainFacts::target_word(TargetWord word, TargetWords& words) {
    PlainString written;
    if (!json_.take('"') || !json_.inside_string(written) || !json_.take('"')) {
        return false;
    }
    decode(written, decoded_);
    return words.set(word, decoded_);
}

} // namespace heng::detail::batch
