// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8_scan.hpp"
#include "batch/facts_shape.hpp"

#include <algorithm>

namespace heng::detail::batch {
namespace {

using json::PlainJson;

constexpr std::size_t longest = 1024UL * 1024; ///< of longer texts, no shape is kept
constexpr std::size_t most_text = longest;
constexpr std::size_t most_parts = 4'096;
constexpr int most_others = 32; ///< in one place

} // namespace

FactsShape::FactsShape() {
    forget();
}

void FactsShape::forget() {
    text_.assign(PlainJson::padding, ' ');
    parts_.clear();
    states_.assign(1, none);
    known_ = false;
    has_lists_ = false;
}

void FactsShape::begin(std::string_view text) {
    if (parts_.size() >= most_parts || text_.size() >= most_text) {
        forget();
    }
    learning_ = text;
    learns_ = text.size() <= longest;
    reached_ = 0;
    at_ = 0;
    list_ = none;
    opens_ = false;
}

void FactsShape::learn(std::string_view value, Leaf leaf) {
    if (!learns_) {
        return;
    }
    const auto begin = static_cast<std::size_t>(value.data() - learning_.data());
    const std::string_view literal = learning_.substr(reached_, begin - reached_);
    if (const Part* known = find(at_, literal, leaf, opens_)) {
        at_ = known->next;
    } else {
        const State next = next_of(literal, leaf);
        add(at_, literal, leaf, opens_, next);
        at_ = next;
    }
    if (leaf.kind == LeafKind::list) {
        list_ = at_;
        has_lists_ = true;
    }
    reached_ = begin + value.size();
    opens_ = false;
}

void FactsShape::end() {
    const std::string_view literal = learning_.substr(reached_);
    const Leaf end{LeafKind::end};
    if (learns_ && find(at_, literal, end, false) == nullptr) {
        add(at_, literal, end, false, none);
    }
    known_ = known_ || learns_;
}

/// The state behind a value that is new there. Every record goes on as the others do: the third
/// state of a list, in which no text is read, has what they begin with.
FactsShape::State FactsShape::next_of(std::string_view literal, const Leaf& leaf) {
    if (leaf.kind == LeafKind::list) {
        return new_states(3);
    }
    if (leaf.kind == LeafKind::record) {
        return list_ + 1;
    }
    if (!opens_) {
        return new_states(1);
    }
    const State begun = list_ + 2;
    const std::string_view inside = literal.substr(literal.find('{'));
    if (const Part* known = find(begun, inside, leaf, true)) {
        return known->next;
    }
    const State next = new_states(1);
    add(begun, inside, leaf, true, next);
    return next;
}

FactsShape::State FactsShape::new_states(std::size_t count) {
    const auto first = static_cast<State>(states_.size());
    states_.resize(states_.size() + count, none);
    return first;
}

const FactsShape::Part* FactsShape::find(State state, std::string_view literal, const Leaf& leaf,
                                         bool opens) const {
    for (std::uint32_t at = states_[state]; at != none; at = parts_[at].other) {
        const Part& part = parts_[at];
        if (part.leaf == leaf && part.opens == opens &&
            std::string_view{text_}.substr(part.begin, part.size) == literal) {
            return &part;
        }
    }
    return nullptr;
}

/// Behind what may already come there; where that is much, nothing more is learnt.
void FactsShape::add(State state, std::string_view literal, const Leaf& leaf, bool opens,
                     State next) {
    std::uint32_t* last = &states_[state];
    int others = 0;
    for (; *last != none; last = &parts_[*last].other) {
        ++others;
    }
    if (others >= most_others || parts_.size() >= most_parts) {
        learns_ = false;
        return;
    }
    *last = static_cast<std::uint32_t>(parts_.size());
    const std::size_t begin = text_.size() - PlainJson::padding;
    text_.insert(begin, literal);
    parts_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(literal.size()),
                      PlainJson::mask_of(literal.size()), leaf, next, none, opens});
}

bool FactsShape::read(std::string_view document, RowReader& values) const {
    if (!known_ || (has_lists_ && !text::is_surely_valid(document))) {
        return false;
    }
    PlainJson json{document};
    const char* const text = text_.data();
    for (std::uint32_t at = states_[0]; at != none;) {
        const Part& part = parts_[at];
        const char* const begin = json.at();
        if (!json.take({text + part.begin, part.size, part.mask}) ||
            (part.opens && !values.open_record()) || !values.read_known(json, part.leaf)) {
            json.go_to(begin);
            at = part.other;
            continue;
        }
        if (part.next == none) {
            return true;
        }
        at = states_[part.next];
    }
    return false;
}

} // namespace heng::detail::batch
