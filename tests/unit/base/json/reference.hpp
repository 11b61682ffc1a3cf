// SPDX-License-Identifier: Apache-2.0
//
// RFC 8259 once more, as plainly as it can be written: what JsonDocument must accept, and where
// every value and key stands.
#pragma once

#include "base/json/json.hpp"
#include "base/text/utf8.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::json {

/// A value or key in the order of the text. `size` is the number of elements or members.
struct SeenNode {
    JsonKind kind;
    std::size_t offset;
    std::string text;
    std::size_t size;
    bool is_key;

    friend bool operator==(const SeenNode&, const SeenNode&) = default;
};

/// A recursive reader of a text without deep nesting. `nodes` is nothing where the text is no JSON,
/// has a key twice in an object or a NUL in a string.
class Reference {
  public:
    explicit Reference(std::string_view text) : text_{text} {
        spaces();
        accepted_ = value();
        spaces();
        accepted_ = accepted_ && at_ == text_.size();
    }

    [[nodiscard]] std::optional<std::vector<SeenNode>> nodes() const {
        return accepted_ ? std::optional{nodes_} : std::nullopt;
    }

  private:
    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\x01'; }
    [[nodiscard]] bool digit() const { return here() >= '0' && here() <= '9'; }

    bool take(std::string_view token) {
        const bool found = text_.substr(at_).starts_with(token);
        at_ += found ? token.size() : 0;
        return found;
    }

    void spaces() {
        while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r') {
            ++at_;
        }
    }

    bool value() {
        const std::size_t start = at_;
        if (here() == '{' || here() == '[') {
            return container(here() == '{');
        }
        if (here() == '"') {
            return string(false);
        }
        const bool null = take("null");
        const bool boolean = !null && (take("true") || take("false"));
        if (!null && !boolean && !number()) {
            return false;
        }
        nodes_.push_back({null      ? JsonKind::null
                          : boolean ? JsonKind::boolean
                                    : JsonKind::number,
                          start, std::string{text_.substr(start, at_ - start)}, 0, false});
        return true;
    }

    bool digits() {
        const std::size_t start = at_;
        while (digit()) {
            ++at_;
        }
        return at_ > start;
    }

    bool number() {
        take("-");
        if (!take("0") && !digits()) {
            return false;
        }
        if (take(".") && !digits()) {
            return false;
        }
        if (take("e") || take("E")) {
            if (!take("+")) {
                take("-");
            }
            return digits();
        }
        return true;
    }

    bool container(bool object) {
        const std::size_t index = nodes_.size();
        nodes_.push_back({object ? JsonKind::object : JsonKind::array, at_++, "", 0, false});
        const std::string_view closing = object ? "}" : "]";
        std::set<std::string> keys;
        spaces();
        if (take(closing)) {
            return true;
        }
        for (;;) {
            ++nodes_[index].size;
            spaces();
            if (object) {
                if (!string(true) || !keys.insert(nodes_.back().text).second) {
                    return false;
                }
                spaces();
                if (!take(":")) {
                    return false;
                }
                spaces();
            }
            if (!value()) {
                return false;
            }
            spaces();
            if (take(closing)) {
                return true;
            }
            if (!take(",")) {
                return false;
            }
        }
    }

    std::optional<unsigned> hex() {
        unsigned value = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const std::string_view lower = "0123456789abcdef";
            const std::string_view upper = "0123456789ABCDEF";
            const std::size_t place =
                lower.find(here()) != lower.npos ? lower.find(here()) : upper.find(here());
            if (place == lower.npos) {
                return std::nullopt;
            }
            value = value * 16 + static_cast<unsigned>(place);
        }
        return value;
    }

    bool escape(std::string& decoded) {
        const std::string_view names = "\"\\/bfnrt";
        const std::string_view meant = "\"\\/\b\f\n\r\t";
        if (const std::size_t i = names.find(here()); i != names.npos) {
            decoded += meant[i];
            ++at_;
            return true;
        }
        if (!take("u")) {
            return false;
        }
        const auto high = hex();
        if (!high || *high == 0 || (*high >= 0xDC00 && *high < 0xE000)) {
            return false;
        }
        if (*high < 0xD800 || *high >= 0xE000) {
            text::append(decoded, *high);
            return true;
        }
        const auto low = take("\\u") ? hex() : std::nullopt;
        if (!low || *low < 0xDC00 || *low > 0xDFFF) {
            return false;
        }
        text::append(decoded, 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00));
        return true;
    }

    bool string(bool is_key) {
        const std::size_t start = at_;
        if (!take("\"")) {
            return false;
        }
        std::string decoded;
        while (!take("\"")) {
            if (at_ == text_.size() || static_cast<unsigned char>(here()) < 0x20) {
                return false;
            }
            if (take("\\")) {
                if (!escape(decoded)) {
                    return false;
                }
                continue;
            }
            const text::CodePoint point = text::decode(text_, at_);
            if (!point.valid) {
                return false;
            }
            decoded += text_.substr(at_, point.length);
            at_ += point.length;
        }
        nodes_.push_back({JsonKind::string, start, decoded, 0, is_key});
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool accepted_ = false;
    std::vector<SeenNode> nodes_;
};

/// The same list, from a tree.
inline void append_nodes(Json value, std::vector<SeenNode>& into) {
    if (value.has_key()) {
        into.push_back({JsonKind::string, value.key_offset(), std::string{value.key()}, 0, true});
    }
    into.push_back({value.kind(), value.offset(), std::string{value.text()}, value.size(), false});
    for (const Json child : value.children()) {
        append_nodes(child, into);
    }
}

} // namespace heng::detail::json
