// SPDX-License-Identifier: Apache-2.0
#include "base/json/plain.hpp"
#include "base/json/plain_tree.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace heng::detail::json {
namespace {

constexpr std::size_t deepest_plain = 32;
constexpr std::size_t most_nodes = 1'000'000; ///< that any limit of bytes allows
constexpr std::size_t most_bytes = UINT32_MAX;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A number that tells most keys apart; equal keys have the same.
std::uint32_t mark_of(std::string_view key) {
    constexpr std::uint64_t mix = 0x9E3779B97F4A7C15U;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (key.size() >= sizeof first) {
        first = word_at(key.data());
        last = word_at(key.data() + key.size() - sizeof last);
    } else {
        for (const char c : key) {
            first = first << 8U | static_cast<unsigned char>(c);
        }
    }
    std::uint64_t mixed = (first ^ key.size()) * mix;
    mixed = (mixed ^ mixed >> 32U ^ last) * mix;
    return static_cast<std::uint32_t>(mixed >> 32U);
}

class PlainTree {
  public:
    PlainTree(JsonStore& store, const Limits& limits)
        : nodes_(store.nodes),
          store_(store),
          begin_(store.text.data()),
          end_(begin_ + store.text.size()),
          at_(begin_),
          digits_(static_cast<std::size_t>(std::max(limits.digits, 0))),
          rows_(limits.rows),
          depth_(std::min(deepest_plain, static_cast<std::size_t>(std::max(limits.depth, 0)))) {}

    bool run() {
        skip_space();
        if (!value(false)) {
            return false;
        }
        while (depth() > 0) {
            if (!(open_[depth() - 1].is_object ? member() : element())) {
                return false;
            }
        }
        skip_space();
        return at_ == end_;
    }

  private:
    struct Open {
        std::uint32_t node;
        bool is_object;
        std::uint32_t count;
    };

    [[nodiscard]] std::size_t depth() const { return open_count_; }
    [[nodiscard]] bool sees(char c) const { return at_ != end_ && *at_ == c; }
    bool take(char c) {
        const bool found = sees(c);
        at_ += found ? 1 : 0;
        return found;
    }
    void skip_space() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) {
            ++at_;
        }
    }

    JsonNode& add(JsonKind kind, const char* begin, std::size_t size, bool has_key) {
        JsonNode& node = nodes_.emplace_back();
        node.offset = static_cast<std::uint32_t>(begin - begin_);
        node.size = static_cast<std::uint32_t>(size);
        node.kind = kind;
        node.has_key = has_key;
        return node;
    }

    /// The next member of the object that is open, or its end.
    bool member() {
        Open& object = open_[depth() - 1];
        skip_space();
        if (take('}')) {
            return close();
        }
        if (object.count > 0) {
            if (!take(',')) {
                return false;
            }
            skip_space();
        }
        if (!string(false)) {
            return false;
        }
        skip_space();
        if (!take(':')) {
            return false;
        }
        skip_space();
        ++object.count;
        return value(true);
    }

    bool element() {
        Open& list = open_[depth() - 1];
        skip_space();
        if (take(']')) {
            return close();
        }
        if (list.count > 0) {
            if (!take(',')) {
                return false;
            }
            skip_space();
        }
        return ++list.count <= rows_ && value(false);
    }

    bool value(bool has_key) {
        if (at_ == end_ || nodes_.size() > most_nodes) {
            return false;
        }
        switch (*at_) {
        case '{':
            return open(JsonKind::object, has_key);
        case '[':
            return open(JsonKind::array, has_key);
        case '"':
            return string(has_key);
        case 't':
            return word("true", JsonKind::boolean, has_key);
        case 'f':
            return word("false", JsonKind::boolean, has_key);
        case 'n':
            return word("null", JsonKind::null, has_key);
        default:
            return number(has_key);
        }
    }

    bool open(JsonKind kind, bool has_key) {
        if (depth() >= depth_) {
            return false;
        }
        add(kind, at_++, 0, has_key);
        open_[open_count_++] = {static_cast<std::uint32_t>(nodes_.size() - 1),
                                kind == JsonKind::object, 0};
        return true;
    }

    bool close() {
        const Open& closed = open_[--open_count_];
        JsonNode& node = nodes_[closed.node];
        node.size = closed.count;
        node.link = static_cast<std::uint32_t>(nodes_.size());
        return !closed.is_object || has_no_duplicates(closed.node, closed.count);
    }

    bool word(std::string_view text, JsonKind kind, bool has_key) {
        if (static_cast<std::size_t>(end_ - at_) < text.size() ||
            !same_bytes(at_, text.data(), text.size())) {
            return false;
        }
        add(kind, at_, text.size(), has_key);
        at_ += text.size();
        return true;
    }

    bool number(bool has_key) {
        const char* const begin = at_;
        const char* at = at_ + (*at_ == '-' ? 1 : 0);
        const char* const first = at;
        while (at != end_ && is_digit(*at)) {
            ++at;
        }
        if (at == first || (at - first > 1 && *first == '0')) {
            return false;
        }
        if (at != end_ && *at == '.') {
            const char* const point = ++at;
            while (at != end_ && is_digit(*at)) {
                ++at;
            }
            if (at == point) {
                return false;
            }
        }
        const auto size = static_cast<std::size_t>(at - begin);
        if ((at != end_ && (*at == 'e' || *at == 'E')) || size > digits_) {
            return false;
        }
        add(JsonKind::number, begin, size, has_key);
        at_ = at;
        return true;
    }

    /// Behind the bytes from `at` on that a string may have and that are nothing but themselves, as
    /// far as they are found eight at a time.
    [[nodiscard]] const char* skip_plain(const char* at) const {
        constexpr std::uint64_t ones = 0x0101010101010101U;
        constexpr std::uint64_t tops = ones << 7U;
        constexpr std::ptrdiff_t step = sizeof(std::uint64_t);
        while (std::endian::native == std::endian::little && end_ - at >= step) {
            const std::uint64_t word = word_at(at);
            const std::uint64_t quote = word ^ (ones * '"');
            const std::uint64_t backslash = word ^ (ones * '\\');
            const std::uint64_t found =
                (word | (word - ones * 0x20) | (quote - ones) | (backslash - ones)) & tops;
            if (found != 0) { // the lowest is what is looked for, or a byte past U+007F
                return at + std::countr_zero(found) / 8;
            }
            at += step;
        }
        return at;
    }

    bool string(bool has_key) {
        if (sees('"')) {
            const char* const end = skip_plain(at_ + 1);
            if (end != end_ && *end == '"') {
                add(JsonKind::string, at_, static_cast<std::size_t>(end - at_ - 1), has_key);
                at_ = end + 1;
                return true;
            }
        }
        PlainJson json{{at_, static_cast<std::size_t>(end_ - at_)}};
        PlainString inside;
        if (!json.take('"') || !json.inside_string(inside) || inside.escaped) {
            return false;
        }
        add(JsonKind::string, at_, inside.text.size(), has_key);
        at_ = json.at() + 1;
        return true;
    }

    /// Keys are compared where their marks are the same.
    [[nodiscard]] bool has_no_duplicates(std::uint32_t object, std::size_t count) const {
        constexpr std::size_t few = 48;
        if (count < 2) {
            return true;
        }
        if (count > few) {
            return has_no_duplicates_of_many(object, count);
        }
        std::array<std::uint32_t, few> marks; // NOLINT: filled as far as it is read
        std::size_t known = 0;
        for (std::uint32_t key = object + 1; known < count; key = store_.after(key + 1)) {
            const std::uint32_t mark = mark_of(store_.text_of(key));
            unsigned same = 0;
            for (std::size_t i = 0; i < known; ++i) {
                same |= static_cast<unsigned>(marks[i] == mark);
            }
            if (same != 0) { // Boost.JSON's tree tells the places of both, if they are the same
                return false;
            }
            marks[known++] = mark;
        }
        return true;
    }

    [[nodiscard]] bool has_no_duplicates_of_many(std::uint32_t object, std::size_t count) const {
        std::vector<std::string_view> keys;
        keys.reserve(count);
        for (std::uint32_t key = object + 1; keys.size() < count; key = store_.after(key + 1)) {
            keys.push_back(store_.text_of(key));
        }
        std::sort(keys.begin(), keys.end());
        return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
    }

    std::vector<JsonNode>& nodes_;
    const JsonStore& store_;
    const char* begin_;
    const char* end_;
    const char* at_;
    std::size_t digits_;
    std::size_t rows_;
    std::size_t depth_;
    std::size_t open_count_ = 0;
    std::array<Open, deepest_plain> open_{};
};

} // namespace

bool read_plain_tree(JsonStore& store, const Limits& limits) {
    return store.text.size() <= most_bytes && PlainTree{store, limits}.run();
}

} // namespace heng::detail::json
