// SPDX-License-Identifier: Apache-2.0
#include "document/canonical.hpp"
#include "document/json/reader.hpp"
#include "document/json/writer.hpp"

#include <heng/number/decimal.hpp>

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace heng::document {
namespace {

/// The document's own limits held when it was read.
constexpr NumberLimits no_limits{.digits = std::numeric_limits<int>::max(),
                                 .exponent = std::numeric_limits<int>::max()};

/// As it is written, where it is past what a Decimal can be; then nothing has read it.
std::string number_of(std::string_view text) {
    const auto number = Decimal::parse(text, no_limits);
    return number ? number->shortest().to_string() : std::string{text};
}

void write(JsonWriter& out, Json value);

using Keys = std::span<const std::string_view>;

void write_members(JsonWriter& out, Json object, Keys without) {
    std::vector<Json> members;
    for (const Json member : object.children()) {
        const bool left_out =
            std::find(without.begin(), without.end(), member.key()) != without.end();
        if (!is_ignored_key(member.key()) && !left_out) {
            members.push_back(member);
        }
    }
    std::sort(members.begin(), members.end(), [](Json a, Json b) { return a.key() < b.key(); });
    out.begin_object();
    for (const Json member : members) {
        out.key(member.key());
        write(out, member);
    }
    out.end_object();
}

void write(JsonWriter& out, Json value) {
    switch (value.kind()) {
    case JsonKind::null:
        out.null();
        break;
    case JsonKind::boolean:
        out.boolean(value.boolean());
        break;
    case JsonKind::number:
        out.json(number_of(value.text()));
        break;
    case JsonKind::string:
        out.text(value.text());
        break;
    case JsonKind::array:
        out.begin_array();
        for (const Json element : value.children()) {
            write(out, element);
        }
        out.end_array();
        break;
    case JsonKind::object:
        write_members(out, value, {});
        break;
    }
}

} // namespace

std::string canonical_of(Json value, Keys without) {
    JsonWriter out{JsonWriter::Style::compact};
    if (value.is(JsonKind::object)) {
        write_members(out, value, without);
    } else {
        write(out, value);
    }
    return out.take();
}

} // namespace heng::document
