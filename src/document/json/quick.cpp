// SPDX-License-Identifier: Apache-2.0
#include "document/json/plain.hpp"
#include "document/json/quick.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace heng::document {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

class QuickReader {
  public:
    QuickReader(JsonStore& store, const Limits& limits)
        : store_{store},
          rows_{limits.rows},
          digits_{static_cast<std::size_t>(std::max(limits.digits, 0))},
          depth_{static_cast<std::size_t>(std::clamp(limits.depth, 0, deepest_json))},
          begin_{store.text.c_str()},
          at_{begin_} {
        constexpr std::size_t usual = 8;
        levels_.reserve(usual);
    }

    bool run() {
        skip_space();
        if (!value(false)) {
            return false;
        }
        while (!levels_.empty()) {
            if (!step()) {
                return false;
            }
        }
        skip_space();
        return at_ == begin_ + store_.text.size();
    }

  private:
    // Reading needs no look at where the text ends: a NUL stands there, which nothing here takes.

    struct Level {
        std::uint32_t node;
        bool empty = true;     ///< no member or element was read yet
        bool ascending = true; ///< each key comes after the one before, so that none is there twice
        std::uint32_t last_key = 0;
    };

    void skip_space() {
        while (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t') {
            ++at_;
        }
    }

    [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(at_ - begin_); }
    [[nodiscard]] std::uint32_t next_node() const {
        return static_cast<std::uint32_t>(store_.nodes.size());
    }

    JsonNode& add(JsonKind kind, std::size_t size, bool has_key) {
        JsonNode node;
        node.offset = offset();
        node.size = static_cast<std::uint32_t>(size);
        node.kind = kind;
        node.has_key = has_key;
        return store_.nodes.emplace_back(node);
    }

    bool value(bool has_key) {
        switch (*at_) {
        case '"':
            return string(has_key);
        case '{':
            return open(JsonKind::object, has_key);
        case '[':
            return open(JsonKind::array, has_key);
        case 't':
            return literal("true", JsonKind::boolean, has_key);
        case 'f':
            return literal("false", JsonKind::boolean, has_key);
        case 'n':
            return literal("null", JsonKind::null, has_key);
        default:
            return number(has_key);
        }
    }

    bool literal(std::string_view word, JsonKind kind, bool has_key) {
        if (!std::string_view{store_.text}.substr(offset()).starts_with(word)) {
            return false;
        }
        add(kind, word.size(), has_key);
        at_ += word.size();
        return true;
    }

    bool number(bool has_key) {
        const char* to = at_ + (*at_ == '-' ? 1 : 0);
        const char* const whole = to;
        while (is_digit(*to)) {
            ++to;
        }
        if (to == whole || (*whole == '0' && to - whole > 1)) {
            return false;
        }
        if (*to == '.') {
            const char* const fraction = ++to;
            while (is_digit(*to)) {
                ++to;
            }
            if (to == fraction) {
                return false;
            }
        }
        const auto size = static_cast<std::size_t>(to - at_);
        if (*to == 'e' || *to == 'E' || size > digits_) {
            return false;
        }
        add(JsonKind::number, size, has_key);
        at_ = to;
        return true;
    }

    bool string(bool has_key) {
        const char* to = at_ + 1;
        unsigned char all = 0;
        for (; *to != '"'; ++to) {
            const auto byte = static_cast<unsigned char>(*to);
            if (byte < 0x20 || byte == '\\') {
                return false;
            }
            all |= byte;
        }
        const auto size = static_cast<std::size_t>(to - at_ - 1);
        if (all >= 0x80 && !is_plain({at_ + 1, size})) {
            return false;
        }
        add(JsonKind::string, size, has_key);
        at_ = to + 1;
        return true;
    }

    bool open(JsonKind kind, bool has_key) {
        if (levels_.size() >= depth_) {
            return false;
        }
        levels_.push_back({next_node()});
        add(kind, 0, has_key).link = open_end;
        ++at_;
        return true;
    }

    /// The next member or element of the innermost container, or its end.
    bool step() {
        Level& level = levels_.back();
        const std::uint32_t container = level.node;
        const bool object = store_.nodes[container].kind == JsonKind::object;
        skip_space();
        if (*at_ == (object ? '}' : ']')) {
            return close(level, object);
        }
        if (!level.empty) {
            if (*at_ != ',') {
                return false;
            }
            ++at_;
            skip_space();
        }
        level.empty = false;
        if (++store_.nodes[container].size > rows_ && !object) {
            return false;
        }
        return (!object || key(level)) && value(object);
    }

    bool key(Level& level) {
        const std::uint32_t node = next_node();
        if (*at_ != '"' || !string(false)) {
            return false;
        }
        if (level.ascending && level.last_key != 0) {
            level.ascending = store_.text_of(level.last_key) < store_.text_of(node);
        }
        level.last_key = node;
        skip_space();
        if (*at_ != ':') {
            return false;
        }
        ++at_;
        skip_space();
        return true;
    }

    bool close(const Level& level, bool object) {
        if (object && !level.ascending && has_duplicates(level.node)) {
            return false;
        }
        ++at_;
        store_.nodes[level.node].link = next_node();
        levels_.pop_back();
        return true;
    }

    bool has_duplicates(std::uint32_t object) {
        keys_.clear();
        for (std::uint32_t key = object + 1; key < next_node(); key = store_.after(key + 1)) {
            keys_.push_back(store_.text_of(key));
        }
        if (keys_.size() <= few_members) {
            for (std::size_t i = 1; i < keys_.size(); ++i) {
                const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(i);
                if (std::find(keys_.begin(), end, keys_[i]) != end) {
                    return true;
                }
            }
            return false;
        }
        std::sort(keys_.begin(), keys_.end());
        return std::adjacent_find(keys_.begin(), keys_.end()) != keys_.end();
    }

    JsonStore& store_;
    std::size_t rows_;
    std::size_t digits_;
    std::size_t depth_;
    const char* begin_;
    const char* at_;
    std::vector<Level> levels_;          ///< the open containers, the outermost first
    std::vector<std::string_view> keys_; ///< of one object; kept for its memory
};

} // namespace

bool read_quickly(JsonStore& store, const Limits& limits) {
    const bool done = QuickReader{store, limits}.run();
    if (!done) {
        store.nodes.clear();
    }
    return done;
}

} // namespace heng::document
