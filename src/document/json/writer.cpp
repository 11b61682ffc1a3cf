// SPDX-License-Identifier: Apache-2.0
#include "document/json/writer.hpp"
#include "text/utf8.hpp"

#include <gsl/gsl>

#include <algorithm>
#include <utility>

namespace heng::document {

namespace {

/// Whether it stands in a string as it is: ASCII but for controls, the quote and the backslash.
bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
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

} // namespace

void append_json_string(std::string& out, std::string_view value) {
    out += '"';
    for (std::size_t at = 0; at < value.size();) {
        const auto run = std::find_if_not(value.begin() + static_cast<std::ptrdiff_t>(at),
                                          value.end(), is_plain);
        const auto end = static_cast<std::size_t>(run - value.begin());
        out += value.substr(at, end - at);
        at = end;
        if (at < value.size() && static_cast<unsigned char>(value[at]) < 0x80) {
            append_escape(out, value[at++]);
        } else if (at < value.size()) {
            const text::CodePoint point = text::decode(value, at);
            text::append(out, point.value);
            at += point.length;
        }
    }
    out += '"';
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

std::string JsonWriter::take() {
    Expects(counts_.empty() && !after_key_);
    return std::exchange(out_, {});
}

} // namespace heng::document
