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

/// The decimal places that money gets on its way from one unit to another.
int places_between(MoneyUnit from, MoneyUnit to) {
    const auto zeros = [](MoneyUnit unit) {
        return unit == MoneyUnit::yuan ? 0 : unit == MoneyUnit::wan_yuan ? 4 : 8;
    };
    return zeros(to) - zeros(from);
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
    : rubric_(rubric), limits_(limits), unread_(unread), keys_(rubric) {
    limits_.bytes = std::min(limits.bytes, most_bytes);
    limits_.depth = std::min(limits.depth, deepest);
    if (keys_.is_crowded() || limits.digits < json::PlainNumber::most_digits) {
        limits_.depth = 0; // nothing is plain
    }
}

bool PlainFacts::read(std::string_view text, const PlainRow& row) {
    if (text.size() > limits_.bytes) {
        return false;
    }
    row.subject = {};
    if (shape_.read(text, row)) {
        misses_ = 0;
        return true;
    }
    row.subject = {};
    text_ = text;
    json_ = json::PlainJson{text};
    said_ = {};
    depth_ = 0;
    unread_keys_.clear();
    ++document_;
    learning_ = is_to_be_learnt();
    if (learning_) {
        shape_.begin(text);
    }
    const bool sure = read_with_care(row);
    if (sure && learning_) {
        shape_.end();
    }
    return sure;
}

/// One document of another shape may stand alone, and where no two are alike, learning is in vain.
bool PlainFacts::is_to_be_learnt() {
    constexpr std::uint64_t often = 64;
    ++misses_;
    return !shape_.is_known() ||
           (misses_ > 1 && ((misses_ & (misses_ - 1)) == 0 || misses_ % often == 0));
}

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

bool PlainFacts::read_with_care(const PlainRow& row) {
    json_.skip_space();
    const bool read =
        members([&](const PlainString& key) { return !key.escaped && top_member(key.text, row); });
    json_.skip_space();
    return read && said_.heng && said_.data && json_.ended();
}

bool PlainFacts::top_member(std::string_view key, const PlainRow& row) {
    if (key == "heng") {
        return first(said_.heng) && json_.take(R"("facts/1")");
    }
    if (key == "subject") {
        return first(said_.subject) && subject(row);
    }
    if (key == "unit") {
        return first(said_.unit) && unit();
    }
    if (key == "data") {
        return first(said_.data) && group(FactsKeys::data, row);
    }
    if (key == "published") { // audit reads what is in it
        return first(said_.published) && published(row);
    }
    return json::is_ignored_key(key) && is_new({key}, 0) && skip_value(row);
}

bool PlainFacts::published(const PlainRow& row) {
    const std::size_t outer = unread_keys_.size();
    const bool read = members([&](const PlainString& key) {
        const bool known =
            json::is_ignored_key(key.text) || declared::published.find(key.text) != nullptr;
        return known && is_new(key, outer) && skip_value(row);
    });
    unread_keys_.resize(outer);
    return read;
}

bool PlainFacts::subject(const PlainRow& row) {
    bool name = false;
    bool year = false;
    const std::size_t outer = unread_keys_.size();
    const bool read = members([&](const PlainString& key) {
        if (key.text == "name") {
            return first(name) && json_.sees('"') && quoted_leaf({LeafKind::name}, row);
        }
        if (key.text == "year") {
            return first(year) && (json_.sees('"') ? quoted_leaf({LeafKind::year}, row)
                                                   : leaf({LeafKind::year}, row));
        }
        return json::is_ignored_key(key.text) && is_new(key, outer) && skip_value(row);
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
void PlainFacts::find_unit(const PlainRow& row) {
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
        return !found && skip_value(row); // false ends it
    });
    unread_keys_.resize(outer);
    learning_ = learning;
    depth_ = depth;
    json_ = here;
}

bool PlainFacts::group(std::uint32_t id, const PlainRow& row) {
    const std::size_t outer = unread_keys_.size();
    std::size_t found = 0;
    bool unread = false;
    const bool read = members([&](const PlainString& key) {
        if (json::is_ignored_key(key.text)) {
            return is_new(key, outer) && skip_value(row);
        }
        if (FactsKeys::Key* known = find(id, key)) {
            ++found;
            if (std::exchange(known->seen, document_) == document_) {
                return false;
            }
            return known->meaning == FactsKeys::Meaning::group ? group(known->index, row)
                                                               : input(known->index, row);
        }
        unread = true;
        const bool is_path = key.text.find('.') != std::string_view::npos;
        return !is_path && is_new(key, outer) && skip_value(row);
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

bool PlainFacts::input(std::uint32_t slot, const PlainRow& row) {
    const bool quoted = json_.sees('"');
    if (rubric_.unit && rubric_.inputs[slot].type == InputType::money) {
        find_unit(row);
    }
    const std::optional<Leaf> found = leaf_of(slot, quoted);
    return found && (quoted ? quoted_leaf(*found, row) : leaf(*found, row));
}

/// What the value of an input is, where it is plain.
std::optional<Leaf> PlainFacts::leaf_of(std::uint32_t slot, bool quoted) const {
    Leaf leaf{LeafKind::number, 0, slot};
    switch (rubric_.inputs[slot].type) {
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
        leaf.kind = quoted ? LeafKind::percent : LeafKind::share;
        return leaf;
    case InputType::count:
        leaf.kind = LeafKind::count;
        return leaf;
    case InputType::boolean:
        leaf.kind = LeafKind::boolean;
        return quoted ? std::nullopt : std::optional{leaf};
    case InputType::text: // the kernel reads none
        leaf.kind = LeafKind::unread_string;
        return quoted ? std::optional{leaf} : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// A value, which the shape learns.
bool PlainFacts::leaf(const Leaf& leaf, const PlainRow& row) {
    const char* const begin = json_.at();
    if (!read_leaf(json_, leaf, row)) {
        return false;
    }
    if (learning_) {
        shape_.learn({begin, static_cast<std::size_t>(json_.at() - begin)}, leaf);
    }
    return true;
}

bool PlainFacts::quoted_leaf(const Leaf& inside, const PlainRow& row) {
    return json_.take('"') && leaf(inside, row) && json_.take('"');
}

/// A value that nobody reads; it is JSON within the limits all the same.
bool PlainFacts::skip_value(const PlainRow& row) {
    if (json_.sees('{')) {
        return skip_object(row);
    }
    if (json_.sees('[')) {
        return skip_list(row);
    }
    if (json_.sees('"')) {
        return quoted_leaf({LeafKind::unread_string}, row);
    }
    const bool word = json_.sees('t') || json_.sees('f') || json_.sees('n');
    return leaf({word ? LeafKind::unread_word : LeafKind::unread_number}, row);
}

bool PlainFacts::skip_object(const PlainRow& row) {
    const std::size_t outer = unread_keys_.size();
    const bool read =
        members([&](const PlainString& key) { return is_new(key, outer) && skip_value(row); });
    unread_keys_.resize(outer);
    return read;
}

bool PlainFacts::skip_list(const PlainRow& row) {
    if (depth_ >= limits_.depth || !json_.take('[')) {
        return false;
    }
    ++depth_;
    json_.skip_space();
    if (!json_.take(']')) {
        std::size_t rows = 0;
        do {
            json_.skip_space();
            if (++rows > limits_.rows || !skip_value(row)) {
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
