// SPDX-License-Identifier: Apache-2.0
//
// The tree that parse.cpp builds: walking it, and saying where something stands.
#include "base/json/json.hpp"
#include "base/json/messages.hpp"
#include "base/json/writer.hpp"
#include "base/text/pointer.hpp"

#include <algorithm>

namespace heng::detail::json {

namespace {

void append_step(std::string& pointer, std::string_view key) {
    pointer += '/';
    text::append_token(pointer, key);
}

/// The bytes of the escape at `at`, and how many bytes it decodes to.
struct Escape {
    std::size_t written;
    std::size_t decoded;
};

Escape escape_at(std::string_view text, std::size_t at) {
    if (text[at + 1] != 'u') {
        return {2, 1};
    }
    const std::string_view hex = text.substr(at + 2, 4);
    const bool first_zero = hex[0] == '0';
    if ((hex[0] == 'd' || hex[0] == 'D') && hex[1] > '7') {
        return {12, 4}; // a surrogate pair
    }
    if (first_zero && hex[1] == '0' && hex[2] < '8') {
        return {6, 1};
    }
    return {6, first_zero && hex[1] < '8' ? std::size_t{2} : std::size_t{3}};
}

} // namespace

text::Words described(JsonKind kind) {
    switch (kind) {
    case JsonKind::null:
        return say::null;
    case JsonKind::boolean:
        return say::boolean;
    case JsonKind::number:
        return say::number;
    case JsonKind::string:
        return say::string;
    case JsonKind::array:
        return say::list;
    case JsonKind::object:
        return say::object;
    }
    return {};
}

std::optional<Json> Json::find(std::string_view key) const {
    if (is(JsonKind::object)) {
        for (const Json child : children()) {
            if (child.key() == key) {
                return child;
            }
        }
    }
    return std::nullopt;
}

std::size_t Json::extent() const {
    if (node().is_container()) {
        return 0;
    }
    const bool quoted = node().kind == JsonKind::string;
    return node().decoded ? offset_of(std::string::npos) + 1 - offset()
                          : node().size + (quoted ? std::size_t{2} : std::size_t{0});
}

std::size_t Json::key_extent() const {
    return has_key() ? Json{*store_, index_ - 1}.extent() : 0;
}

std::size_t Json::offset_of(std::size_t inside) const {
    std::size_t at = offset() + 1;
    if (!node().decoded) {
        return at + inside;
    }
    const std::string_view text = store_->text;
    for (std::size_t passed = 0; passed < inside && text[at] != '"';) {
        const Escape step = text[at] == '\\' ? escape_at(text, at) : Escape{1, 1};
        at += step.written;
        passed += step.decoded;
    }
    return at;
}

std::string Json::pointer() const {
    std::string pointer;
    std::uint32_t container = 0;
    while (container != index_) {
        const bool keyed = store_->nodes[container].kind == JsonKind::object;
        std::uint32_t child = container + (keyed ? 2U : 1U);
        std::size_t position = 0;
        while (store_->after(child) <= index_) {
            child = store_->after(child) + (keyed ? 1U : 0U);
            ++position;
        }
        append_step(pointer, keyed ? store_->text_of(child - 1)
                                   : std::string_view{std::to_string(position)});
        container = child;
    }
    return pointer;
}

Place Json::place() const {
    return PlaceCounter{store_->text}.at(offset());
}

Place JsonDocument::place(std::size_t offset) const {
    return PlaceCounter{store_->text}.at(offset);
}

JsonDocument JsonDocument::with(const std::vector<Replaced>& strings) const {
    const auto store = std::make_shared<JsonStore>();
    store->nodes = store_->nodes;
    store->decoded = store_->decoded;
    std::size_t copied = 0; // bytes of our text
    std::uint32_t next = 0; // node
    const auto shift = [&](std::uint32_t end) {
        const auto by = static_cast<std::uint32_t>(store->text.size() - copied); // modulo 2^32
        for (; next < end; ++next) {
            store->nodes[next].offset += by;
        }
    };
    for (const Replaced& each : strings) {
        shift(each.scalar.index_);
        store->text.append(text().substr(copied, each.scalar.offset() - copied));
        copied = each.scalar.offset() + each.scalar.extent();
        JsonNode& node = store->nodes[next++];
        node.offset = static_cast<std::uint32_t>(store->text.size());
        node.size = static_cast<std::uint32_t>(each.text.size());
        node.kind = JsonKind::string;
        append_json_string(store->text, each.text);
        node.decoded = store->text.size() - node.offset != each.text.size() + 2;
        if (node.decoded) {
            node.link = static_cast<std::uint32_t>(store->decoded.size());
            store->decoded += each.text;
        }
    }
    shift(static_cast<std::uint32_t>(store->nodes.size()));
    store->text.append(text().substr(copied));
    return JsonDocument{store};
}

Place PlaceCounter::at(std::size_t offset) {
    const std::size_t end = std::min(offset, text_.size());
    for (; reached_ < end; ++reached_) {
        const char c = text_[reached_];
        const bool pair = c == '\r' && reached_ + 1 < text_.size() && text_[reached_ + 1] == '\n';
        if (c == '\n' || (c == '\r' && !pair)) {
            ++place_.line;
            place_.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++place_.column;
        }
    }
    return place_;
}

} // namespace heng::detail::json
