// SPDX-License-Identifier: Apache-2.0
#include "document/json/unescaped.hpp"
#include "document/json/writer.hpp"
#include "text/utf8.hpp"

#include <gsl/gsl>

#include <utility>

namespace heng::document {

namespace {

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
    if (is_unescaped(value)) {
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

/// What stands before a value or key: a comma, a new line, or nothing.
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
    out_ += bracket;
    counts_.push_back(0);
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    Expects(!counts_.empty() && !after_key_);
    const bool empty = counts_.back() == 0;
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
    append_json_string(out_, name);
    out_ += style_ == Style::indented ? ": " : ":";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    begin_value();
    append_json_string(out_, value);
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
    out_ += value;
    return *this;
}

std::string& JsonWriter::elements() {
    Expects(style_ == Style::indented && !counts_.empty() && !after_key_);
    ++counts_.back();
    return out_;
}

std::string JsonWriter::take() {
    Expects(counts_.empty() && !after_key_);
    return std::exchange(out_, {});
}

} // namespace heng::document
