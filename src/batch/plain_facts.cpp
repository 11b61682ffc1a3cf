// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "base/json/reader.hpp"
#include "batch/plain_facts.hpp"
#include "facts/facts_reader.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::batch {
namespace {

using document::Input;
using document::InputType;
using json::PlainString;

constexpr int deepest = 32; ///< objects and lists inside one another
constexpr std::size_t most_keys =
    64; ///< of an object that are not read: each is compared with each
constexpr std::size_t most_bytes = UINT32_MAX;
constexpr std::size_t least_values = 1'000'000; ///< that a document may have, and as many as a
constexpr std::size_t bytes_a_value = 4;        ///< fourth of the bytes it may have (limit.values)
constexpr int most_exponent = 9;                ///< that PlainJson takes

/// The decimal places that money gets on its way from one unit to another.
int places_between(MoneyUnit from, MoneyUnit to) {
    const auto zeros = [](MoneyUnit unit) {
        return unit == MoneyUnit::yuan ? 0 : unit == MoneyUnit::wan_yuan ? 4 : 8;
    };
    return zeros(to) - zeros(from);
}

/// Nothing is to be done where a list begins.
bool nothing() {
    return true;
}

/// What is said for the first time.
bool first(bool& said) {
    const bool before = said;
    said = true;
    return !before;
}

} // namespace

PlainFacts::PlainFacts(const document::CompiledRubric& rubric, const Limits& limits,
                       UnreadFacts unread)
    : rubric_(rubric),
      limits_(limits),
      unread_(unread),
      layout_(rubric),
      keys_(rubric),
      values_(rubric, layout_, limits) {
    const std::size_t most_values = std::max(least_values, limits.bytes / bytes_a_value);
    limits_.bytes =
        std::min({limits.bytes, most_bytes, 2 * most_values}); // a value has two or more
    limits_.depth = std::min(limits.depth, deepest);
    if (keys_.is_crowded() || limits.digits < json::PlainNumber::most_digits ||
        limits.exponent < most_exponent) {
        limits_.depth = 0; // nothing is plain
    }
    for (std::size_t i = 0; i < layout_.assessed.size(); ++i) {
        assessed_.emplace(layout_.assessed[i]->id, static_cast<std::uint32_t>(layout_.inputs + i));
    }
}

bool PlainFacts::read(std::string_view text, const PlainRow& row) {
    if (text.size() > limits_.bytes) {
        return false;
    }
    values_.begin(row);
    if (shape_.read(text, values_)) {
        misses_ = 0;
        return true;
    }
    values_.begin(row);
    text_ = text;
    json_ = json::PlainJson{text};
    said_ = {};
    depth_ = 0;
    unread_keys_.clear();
    learning_ = is_to_be_learnt();
    if (learning_) {
        shape_.begin(text);
    }
    const bool sure = read_with_care();
    if (sure && learning_) {
        shape_.end();
        ++learnt_;
    }
    return sure;
}

/// Most of the shapes of a file are among the first that come. Later, one document of another shape
/// may stand alone, and where no two are alike, learning is in vain.
bool PlainFacts::is_to_be_learnt() {
    constexpr std::uint64_t at_first = 64;
    constexpr std::uint64_t often = 64;
    ++misses_;
    return learnt_ < at_first ||
           (misses_ > 1 && ((misses_ & (misses_ - 1)) == 0 || misses_ % often == 0));
}

bool PlainFacts::read_with_care() {
    json_.skip_space();
    const bool read =
        members([&](const PlainString& key) { return !key.escaped && top_member(key.text); });
    json_.skip_space();
    return read && said_.heng && said_.data && json_.ended();
}

bool PlainFacts::top_member(std::string_view key) {
    if (key == "heng") {
        return first(said_.heng) && json_.take(R"("facts/1")");
    }
    if (key == "subject") {
        return first(said_.subject) && subject();
    }
    if (key == "unit") {
        return first(said_.unit) && unit();
    }
    if (key == "data") {
        return first(said_.data) && group(FactsKeys::data);
    }
    if (key == "assessed") {
        return first(said_.assessed) && assessed();
    }
    if (key == "published") { // audit reads what is in it
        return first(said_.published) && published();
    }
    return json::is_ignored_key(key) && is_new({key}, 0) && skip_value();
}

bool PlainFacts::published() {
    const std::size_t outer = unread_keys_.size();
    const bool read = members([&](const PlainString& key) {
        const bool known =
            json::is_ignored_key(key.text) || declared::published.find(key.text) != nullptr;
        return known && is_new(key, outer) && skip_value();
    });
    unread_keys_.resize(outer);
    return read;
}

bool PlainFacts::subject() {
    bool name = false;
    bool year = false;
    const std::size_t outer = unread_keys_.size();
    const bool read = members([&](const PlainString& key) {
        if (key.text == "name") {
            return first(name) && json_.sees('"') && quoted_leaf({LeafKind::name});
        }
        if (key.text == "year") {
            return first(year) &&
                   (json_.sees('"') ? quoted_leaf({LeafKind::year}) : leaf({LeafKind::year}));
        }
        return json::is_ignored_key(key.text) && is_new(key, outer) && skip_value();
    });
    unread_keys_.resize(outer);
    return read;
}

bool PlainFacts::unit() {
    PlainString written;
    if (!json_.take('"') || !json_.inside_string(written) || !json_.take('"')) {
        return false;
    }
    decode(written, decoded_);
    said_.money = money_unit_from(decoded_);
    return said_.money.has_value();
}

/// Looks for the unit behind the data, where a database that sorts keys has put it. Once a
/// document; learns nothing, since what is passed over here is read afterwards.
void PlainFacts::find_unit() {
    if (said_.money || !first(said_.sought)) {
        return;
    }
    const json::PlainJson here = std::exchange(json_, json::PlainJson{text_});
    const int depth = std::exchange(depth_, 0);
    const bool learning = std::exchange(learning_, false);
    const std::size_t outer = unread_keys_.size();
    json_.skip_space();
    (void)members([&](const PlainString& key) {
        const bool found = key.text == "unit" && unit();
        return !found && skip_value(); // false ends it
    });
    unread_keys_.resize(outer);
    learning_ = learning;
    depth_ = depth;
    json_ = here;
}

bool PlainFacts::group(std::uint32_t id) {
    const std::size_t outer = unread_keys_.size();
    const std::uint64_t seen = ++seen_;
    std::size_t found = 0;
    bool unread = false;
    const bool read = members([&](const PlainString& key) {
        if (json::is_ignored_key(key.text)) {
            return is_new(key, outer) && skip_value();
        }
        if (FactsKeys::Key* known = find(id, key)) {
            ++found;
            if (std::exchange(known->seen, seen) == seen) {
                return false;
            }
            return known->meaning == FactsKeys::Meaning::group ? group(known->index)
                                                               : input(known->index);
        }
        unread = true;
        const bool is_path = key.text.find('.') != std::string_view::npos;
        return !is_path && is_new(key, outer) && skip_value();
    });
    unread_keys_.resize(outer);
    const bool may_be_misspelt = found < keys_.size_of(id);
    return read && !(unread && (may_be_misspelt || unread_ == UnreadFacts::refuse));
}

FactsKeys::Key* PlainFacts::find(std::uint32_t group, const PlainString& key) {
    if (!key.escaped) {
        return keys_.find(group, key.text);
    }
    decode(key, decoded_);
    return json::is_ignored_key(decoded_) ? nullptr : keys_.find(group, decoded_);
}

bool PlainFacts::input(std::uint32_t slot) {
    const Input& input = rubric_.inputs[slot];
    if (rubric_.unit && document::has_money(input)) {
        find_unit();
    }
    if (input.type == InputType::list) {
        return list(slot);
    }
    const bool quoted = json_.sees('"');
    std::optional<Leaf> found = leaf_of(input, quoted);
    if (!found) {
        return false;
    }
    found->slot = slot;
    return quoted ? quoted_leaf(*found) : leaf(*found);
}

/// Tells the kind of an input's or a field's value, where it is plain.
std::optional<Leaf> PlainFacts::leaf_of(const Input& input, bool quoted) const {
    Leaf leaf{LeafKind::number, false, 0, 0};
    const auto only = [&leaf](LeafKind kind, bool fits) {
        leaf.kind = kind;
        return fits ? std::optional{leaf} : std::nullopt;
    };
    switch (input.type) {
    case InputType::number:
        return leaf;
    case InputType::money:
        if (rubric_.unit && !said_.money) {
            return std::nullopt;
        }
        if (rubric_.unit) {
            leaf.places = static_cast<std::int8_t>(places_between(*said_.money, *rubric_.unit));
        }
        return leaf;
    case InputType::percent:
        return only(quoted ? LeafKind::percent : LeafKind::share, true);
    case InputType::count:
        return only(LeafKind::count, true);
    case InputType::boolean:
        return only(LeafKind::boolean, !quoted);
    case InputType::text:
        return only(LeafKind::text, quoted);
    case InputType::date:
        return only(LeafKind::day, quoted);
    case InputType::list:
        break;
    }
    return std::nullopt;
}

/// Scores that people gave. Those of another rubric may be misspelt ones of this.
bool PlainFacts::assessed() {
    const std::size_t outer = unread_keys_.size();
    const bool read = members([&](const PlainString& key) {
        if (json::is_ignored_key(key.text)) {
            return is_new(key, outer) && skip_value();
        }
        const auto slot = assessed_.find(key.text);
        return slot != assessed_.end() && is_new(key, outer) && assessment(slot->second);
    });
    unread_keys_.resize(outer);
    return read;
}

bool PlainFacts::assessment(std::uint32_t slot) {
    const Leaf score{LeafKind::score, false, 0, slot};
    bool has_score = false;
    bool has_reason = false;
    bool has_evidence = false;
    const std::size_t outer = unread_keys_.size();
    const bool read = members([&](const PlainString& key) {
        if (key.text == "score") {
            return first(has_score) && (json_.sees('"') ? quoted_leaf(score) : leaf(score));
        }
        if (key.text == "reason") {
            return first(has_reason) && json_.sees('"') && quoted_leaf({LeafKind::reason});
        }
        if (key.text == "evidence") {
            return first(has_evidence) && elements(nothing, [&] {
                       return json_.sees('"') && quoted_leaf({LeafKind::unread_string});
                   });
        }
        return json::is_ignored_key(key.text) && is_new(key, outer) && skip_value();
    });
    unread_keys_.resize(outer);
    return read && has_score && has_reason;
}

/// A value, which the shape learns.
bool PlainFacts::leaf(const Leaf& leaf) {
    const char* const begin = json_.at();
    if (!values_.read(json_, leaf)) {
        return false;
    }
    if (learning_) {
        shape_.learn({begin, static_cast<std::size_t>(json_.at() - begin)}, leaf);
    }
    return true;
}

bool PlainFacts::quoted_leaf(const Leaf& inside) {
    return json_.take('"') && leaf(inside) && json_.take('"');
}

/// A value that nobody reads; it is JSON within the limits all the same.
bool PlainFacts::skip_value() {
    if (json_.sees('{')) {
        return skip_object();
    }
    if (json_.sees('[')) {
        return skip_list();
    }
    if (json_.sees('"')) {
        return quoted_leaf({LeafKind::unread_string});
    }
    const bool word = json_.sees('t') || json_.sees('f') || json_.sees('n');
    return leaf({word ? LeafKind::unread_word : LeafKind::unread_number});
}

bool PlainFacts::skip_object() {
    const std::size_t outer = unread_keys_.size();
    const bool read =
        members([&](const PlainString& key) { return is_new(key, outer) && skip_value(); });
    unread_keys_.resize(outer);
    return read;
}

bool PlainFacts::skip_list() {
    return elements(nothing, [this] { return skip_value(); });
}

/// Whether none of the keys from `first` on, which are those of the object that is open, is `key`.
bool PlainFacts::is_new(const PlainString& key, std::size_t first) {
    const auto begin = unread_keys_.begin() + static_cast<std::ptrdiff_t>(first);
    if (key.escaped || unread_keys_.size() - first >= most_keys ||
        std::find(begin, unread_keys_.end(), key.text) != unread_keys_.end()) {
        return false;
    }
    unread_keys_.push_back(key.text);
    return true;
}

} // namespace heng::detail::batch
