// SPDX-License-Identifier: Apache-2.0
#include "base/json/plain.hpp"
#include "batch/facts_keys.hpp"

#include <algorithm>

namespace heng::detail::batch {
namespace {

constexpr std::size_t most_steps = 1'000; ///< to find a key; a table that is half full has tens

/// Eight bytes at a time; good enough for keys that a rubric's author chose.
std::size_t hash(std::uint32_t group, std::string_view text) {
    constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15U;
    std::uint64_t state = (text.size() + (std::uint64_t{group} << 32U)) * odd;
    constexpr std::size_t step = sizeof(std::uint64_t);
    std::uint64_t rest = 0;
    if (text.size() < step) {
        for (const char c : text) {
            rest = (rest << 8U) | static_cast<unsigned char>(c);
        }
    } else {
        for (std::size_t i = 0; i + step < text.size(); i += step) {
            state = (state ^ json::word_at(text.data() + i)) * odd;
            state ^= state >> 29U;
        }
        rest = json::word_at(text.data() + text.size() - step);
    }
    state = (state ^ rest) * odd;
    return static_cast<std::size_t>(state ^ (state >> 32U));
}

} // namespace

FactsKeys::FactsKeys(const document::CompiledRubric& rubric) : table_(64, nothing), sizes_(1) {
    for (const document::Input& input : rubric.inputs) {
        if (!crowded_) {
            add(rubric, input.path);
        }
        add_fields(input);
    }
}

/// A path's keys mean what Scope says, as the reader of whole documents asks it.
void FactsKeys::add(const document::CompiledRubric& rubric, std::string_view path) {
    std::uint32_t group = data;
    for (std::size_t begin = 0, end = 0; end < path.size(); begin = end + 1) {
        end = std::min(path.find('.', begin), path.size());
        Key* key = add(group, path.substr(begin, end - begin));
        if (key->index == nothing) {
            const feel::Scope::Found found = rubric.scope.find(path.substr(0, end));
            if (found.meaning == feel::Scope::Meaning::slot) {
                key->index = found.index;
            } else {
                key->meaning = Meaning::group;
                key->index = static_cast<std::uint32_t>(sizes_.size());
                sizes_.push_back(0);
            }
        }
        if (key->meaning == Meaning::slot) {
            return; // of a path that goes on below it, no document has a value
        }
        group = key->index;
    }
}

void FactsKeys::add_fields(const document::Input& list) {
    const auto group = static_cast<std::uint32_t>(sizes_.size());
    lists_.push_back(group);
    sizes_.push_back(0);
    for (std::size_t i = 0; i < list.of.size() && !crowded_; ++i) {
        add(group, list.of[i].path)->index = static_cast<std::uint32_t>(i);
    }
}

FactsKeys::Key* FactsKeys::find(std::uint32_t group, std::string_view text) {
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = hash(group, text) & mask; table_[at] != nothing; at = (at + 1) & mask) {
        Key& key = keys_[table_[at]];
        if (key.group == group && key.text.size() == text.size() &&
            json::same_bytes(key.text.data(), text.data(), text.size())) {
            return &key;
        }
    }
    return nullptr;
}

/// The key, which is new where its index is nothing.
FactsKeys::Key* FactsKeys::add(std::uint32_t group, std::string_view text) {
    if (Key* found = find(group, text)) {
        return found;
    }
    ++sizes_[group];
    keys_.push_back(Key{group, text, Meaning::slot, nothing});
    if (2 * keys_.size() > table_.size()) {
        enlarge();
    } else {
        place(static_cast<std::uint32_t>(keys_.size() - 1));
    }
    return &keys_.back();
}

void FactsKeys::place(std::uint32_t key) {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash(keys_[key].group, keys_[key].text) & mask;
    for (std::size_t steps = 0; table_[at] != nothing; ++steps) {
        crowded_ = crowded_ || steps > most_steps;
        at = (at + 1) & mask;
    }
    table_[at] = key;
}

void FactsKeys::enlarge() {
    table_.assign(2 * table_.size(), nothing);
    for (std::uint32_t key = 0; key < keys_.size(); ++key) {
        place(key);
    }
}

} // namespace heng::detail::batch
