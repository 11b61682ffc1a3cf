// SPDX-License-Identifier: Apache-2.0
#include "base/json/syntax.hpp"
#include "base/json/unescaped.hpp"
#include "base/json/writer.hpp"
#include "base/text/utf8.hpp"

#include <gsl/gsl>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace heng::detail::json {

namespace {

/// Whether it is a few words of ASCII without a quote, a backslash or a control character: a
/// number, or a path.
bool is_plain_ascii(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t tops = ones << 7U;
    constexpr std::size_t step = sizeof(std::uint64_t);
    constexpr std::size_t longest = 4 * step;
    if (text.size() < step || text.size() > longest) {
        return false;
    }
    std::uint64_t found = 0;
    const auto look = [&](const char* at) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, step);
        const std::uint64_t quote = word ^ (ones * '"');
        const std::uint64_t backslash = word ^ (ones * '\\');
        found |= word | (word - ones * 0x20) | (quote - ones) | (backslash - ones);
    };
    for (std::size_t at = 0; at + step < text.size(); at += step) {
        look(text.data() + at);
    }
    look(text.data() + text.size() - step);
    return (found & tops) == 0;
}

/// A character below U+0020, the quote or the backslash.
void append_escape(std::string& out, char c) {
    constexpr std::string_view named = "\"\\\b\f\n\r\t";
    constexpr std::string_view names = "\"\\bfnrt";
    constexpr std::string_view digits = "0123456789abcdef";
    out += '\\';
    if (const std::size_t i = named.find(c); i != std::string_view::npos) {
        out += names[i];
        return;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "u00";
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
}

/// Character by character; a run that needs nothing is copied as it is.
void append_escaped(std::string& out, std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
        const char c = value[at];
        const text::CodePoint point = text::decode(value, at);
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') {
            append_escape(out, c);
        } else if (point.valid) {
            out += value.substr(at, point.length);
        } else {
            text::append(out, point.value);
        }
        at += point.length;
    }
}

} // namespace

void append_json_string(std::string& out, std::string_view value) {
    out += '"';
    if (is_unescaped(value)) {
        out += value;
    } else {
        append_escaped(out, value);
    }
    out += '"';
}

void append_json_characters(text::Appender& out, std::string_view value) {
    if (is_plain_ascii(value) || is_unescaped(value)) {
        out.add(value);
        return;
    }
    std::string escaped;
    append_escaped(escaped, value);
    out.add(escaped);
}

void JsonWriter::new_line() {
    if (style_ == Style::indented) {
        out_ += '\n';
        out_.append(2 * counts_.size(), ' ');
    }
}

/// Writes what stands before a value or key: a comma, a new line, or nothing.
void JsonWriter::begin_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!counts_.empty()) {
        if (counts_.back()++ > 0) {
            out_ += ',';
        }
        new_line();
    }
}

JsonWriter& JsonWriter::open(char bracket) {
    begin_value();
    if (store_) {
        note(bracket == '{' ? JsonKind::object : JsonKind::array, out_.size(), 0);
        open_.push_back(static_cast<std::uint32_t>(store_->nodes.size() - 1));
    }
    out_ += bracket;
    counts_.push_back(0);
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    Expects(!counts_.empty() && !after_key_);
    const bool empty = counts_.back() == 0;
    if (store_) {
        JsonNode& container = store_->nodes[open_.back()];
        container.size = static_cast<std::uint32_t>(counts_.back());
        container.link = static_cast<std::uint32_t>(store_->nodes.size());
        open_.pop_back();
    }
    counts_.pop_back();
    if (!empty) {
        new_line();
    }
    out_ += bracket;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    Expects(!after_key_);
    begin_value();
    const std::size_t at = out_.size();
    append_json_string(out_, name);
    if (store_) {
        note_string(at, name);
        keyed_ = true;
    }
    out_ += style_ == Style::indented ? ": " : ":";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    begin_value();
    const std::size_t at = out_.size();
    append_json_string(out_, value);
    if (store_) {
        note_string(at, value);
    }
    return *this;
}

JsonWriter& JsonWriter::whole(std::int64_t value) {
    return json(std::to_string(value));
}

JsonWriter& JsonWriter::boolean(bool value) {
    return json(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
    return json("null");
}

JsonWriter& JsonWriter::json(std::string_view value) {
    begin_value();
    if (store_) {
        const char first = value.front();
        note(first == 't' || first == 'f' ? JsonKind::boolean
             : first == 'n'               ? JsonKind::null
                                          : JsonKind::number,
             out_.size(), value.size());
    }
    out_ += value;
    return *this;
}

JsonWriter& JsonWriter::copy(Json value) {
    switch (value.kind()) {
    case JsonKind::string:
        return text(value.text());
    case JsonKind::array:
        begin_array();
        for (const Json element : value.children()) {
            copy(element);
        }
        return end_array();
    case JsonKind::object:
        begin_object();
        for (const Json member : value.children()) {
            key(member.key()).copy(member);
        }
        return end_object();
    default:
        return json(value.text());
    }
}

std::string& JsonWriter::elements() {
    Expects(!store_ && style_ == Style::indented && !counts_.empty() && !after_key_);
    ++counts_.back();
    return out_;
}

std::string JsonWriter::take() {
    Expects(counts_.empty() && !after_key_);
    return std::exchange(out_, {});
}

JsonNode& JsonWriter::note(JsonKind kind, std::size_t offset, std::size_t size) {
    JsonNode node;
    node.offset = static_cast<std::uint32_t>(offset); // document() refuses longer texts
    node.size = static_cast<std::uint32_t>(size);
    node.kind = kind;
    node.has_key = std::exchange(keyed_, false);
    return store_->nodes.emplace_back(node);
}

/// A string that was written from `offset` on: with escapes, where it is longer than the value.
void JsonWriter::note_string(std::size_t offset, std::string_view value) {
    JsonNode& node = note(JsonKind::string, offset, value.size());
    if (out_.size() - offset == value.size() + 2) {
        return;
    }
    node.decoded = true;
    node.link = static_cast<std::uint32_t>(store_->decoded.size());
    store_->decoded += value;
    const bool unfit = text::first_invalid(value) != std::string_view::npos ||
                       value.find('\0') != std::string_view::npos;
    if (unfit && !unfit_) {
        unfit_ = static_cast<std::uint32_t>(store_->nodes.size() - 1);
    }
}

namespace {

/// Something past the limits in a tree, and the container that it stands in, or is.
std::optional<std::pair<JsonFault, std::uint32_t>> past_limits(const JsonStore& store,
                                                               const Limits& limits) {
    const auto deepest = static_cast<std::size_t>(std::max(limits.depth, 0));
    std::vector<std::uint32_t> open; // containers, the outermost first
    for (std::uint32_t i = 0; i < store.nodes.size(); ++i) {
        const JsonNode& node = store.nodes[i];
        while (!open.empty() && store.nodes[open.back()].link <= i) {
            open.pop_back();
        }
        if (!node.is_container()) {
            continue;
        }
        if (open.size() >= deepest) {
            return std::pair{too_deep(node.offset, limits.depth), open.empty() ? 0 : open.back()};
        }
        if (node.kind == JsonKind::array && node.size > limits.rows) {
            return std::pair{too_many_rows(node.offset, limits.rows), i};
        }
        open.push_back(i);
    }
    return std::nullopt;
}

} // namespace

Result<JsonDocument> JsonWriter::document(const Limits& limits) {
    Expects(store_ != nullptr);
    const std::shared_ptr<JsonStore> store = std::exchange(store_, nullptr);
    store->text = take();
    if (auto error = too_many_bytes(store->text.size(), limits)) {
        return Failure{*std::move(error)};
    }
    const auto failure = [&](const JsonFault& fault, std::uint32_t node) {
        return Failure{error_of(fault, store->text, Json{*store, node}.pointer())};
    };
    if (unfit_) {
        const JsonNode& node = store->nodes[*unfit_];
        const bool nul = store->text_of(*unfit_).find('\0') != std::string_view::npos;
        return failure(nul ? nul_in_string(node.offset) : no_utf8(node.offset), *unfit_);
    }
    if (const auto past = past_limits(*store, limits)) {
        return failure(past->first, past->second);
    }
    return JsonDocument{store};
}

} // namespace heng::detail::json
