// SPDX-License-Identifier: Apache-2.0
#include "base/json/canonical.hpp"
#include "base/json/reader.hpp"
#include "base/json/writer.hpp"
#include "base/text/appender.hpp"

#include <heng/number/decimal.hpp>

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::json {
namespace {

/// The document's own limits held when it was read.
constexpr NumberLimits no_limits{.digits = std::numeric_limits<int>::max(),
                                 .exponent = std::numeric_limits<int>::max()};

/// Digits without an exponent, and without zeros at the end of a fraction, are shortest already.
bool is_shortest(std::string_view number) {
    const bool fraction = number.find('.') != std::string_view::npos;
    return number.front() != '-' && number.find_first_of("eE") == std::string_view::npos &&
           !(fraction && number.back() == '0');
}

/// As it is written, where it is past what a Decimal can be; then nothing has read it.
void write_number(text::Appender& out, std::string_view text) {
    constexpr std::size_t short_number = 18;
    if (text.size() <= short_number && is_shortest(text)) {
        out.add(text);
        return;
    }
    const auto number = Decimal::parse(text, no_limits);
    out.add(number ? number->shortest().to_string() : std::string{text});
}

void write_string(text::Appender& out, std::string_view text) {
    out.add('"');
    append_json_characters(out, text);
    out.add('"');
}

void write(text::Appender& out, Json value);

using Keys = std::span<const std::string_view>;

bool is_left_out(std::string_view key, Keys without) {
    return is_ignored_key(key) || std::find(without.begin(), without.end(), key) != without.end();
}

/// Whether the members stand as they should: then there is no list of them to be made.
bool is_sorted(Json object) {
    std::string_view before;
    for (const Json member : object.children()) {
        if (member.key() < before) {
            return false;
        }
        before = member.key();
    }
    return true;
}

/// What stands before and in a member; false is for the first.
void write_member(text::Appender& out, Json member, bool comma) {
    if (comma) {
        out.add(',');
    }
    write_string(out, member.key());
    out.add(':');
    write(out, member);
}

void write_members(text::Appender& out, Json object, Keys without) {
    out.add('{');
    bool comma = false;
    if (is_sorted(object)) {
        for (const Json member : object.children()) {
            if (!is_left_out(member.key(), without)) {
                write_member(out, member, std::exchange(comma, true));
            }
        }
    } else {
        std::vector<Json> members;
        for (const Json member : object.children()) {
            if (!is_left_out(member.key(), without)) {
                members.push_back(member);
            }
        }
        std::sort(members.begin(), members.end(), [](Json a, Json b) { return a.key() < b.key(); });
        for (const Json member : members) {
            write_member(out, member, std::exchange(comma, true));
        }
    }
    out.add('}');
}

void write(text::Appender& out, Json value) {
    bool comma = false;
    switch (value.kind()) {
    case JsonKind::null:
        out.add("null");
        break;
    case JsonKind::boolean:
        value.boolean() ? out.add("true") : out.add("false");
        break;
    case JsonKind::number:
        write_number(out, value.text());
        break;
    case JsonKind::string:
        write_string(out, value.text());
        break;
    case JsonKind::array:
        out.add('[');
        for (const Json element : value.children()) {
            if (std::exchange(comma, true)) {
                out.add(',');
            }
            write(out, element);
        }
        out.add(']');
        break;
    case JsonKind::object:
        write_members(out, value, {});
        break;
    }
}

} // namespace

std::string canonical_of(Json value, Keys without) {
    std::string text;
    {
        text::Appender out{text, value.document_text().size()};
        if (value.is(JsonKind::object)) {
            write_members(out, value, without);
        } else {
            write(out, value);
        }
    }
    return text;
}

} // namespace heng::detail::json
