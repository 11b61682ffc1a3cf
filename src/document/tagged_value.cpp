// SPDX-License-Identifier: Apache-2.0
//
// Reading the values of a context: see value_json.hpp.
#include "document/json/messages.hpp"
#include "document/json/reader.hpp"
#include "document/messages.hpp"
#include "document/value_json.hpp"
#include "feel/calendar.hpp"
#include "text/utf8.hpp"

#include <heng/number/decimal.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace heng::document {
namespace {

using feel::Value;

enum class Tag : std::uint8_t {
    null,
    boolean,
    number,
    text,
    date,
    duration,
    time,
    list,
    context,
    range
};

/// heng's own names of types, FEEL's, and XML Schema's. A date and time stays a text, of which FEEL
/// takes the date.
constexpr std::array<Word<Tag>, 19> tags{{{"null", Tag::null},
                                          {"boolean", Tag::boolean},
                                          {"number", Tag::number},
                                          {"decimal", Tag::number},
                                          {"integer", Tag::number},
                                          {"double", Tag::number},
                                          {"string", Tag::text},
                                          {"time", Tag::time},
                                          {"dateTime", Tag::text},
                                          {"date and time", Tag::text},
                                          {"date", Tag::date},
                                          {"duration", Tag::duration},
                                          {"days and time duration", Tag::duration},
                                          {"dayTimeDuration", Tag::duration},
                                          {"years and months duration", Tag::duration},
                                          {"yearMonthDuration", Tag::duration},
                                          {"list", Tag::list},
                                          {"context", Tag::context},
                                          {"range", Tag::range}}};

/// The type that "type" names, whatever else there is.
std::optional<Tag> named_tag(Json json) {
    const auto type = json.find("type");
    if (!type || !type->is(JsonKind::string)) {
        return std::nullopt;
    }
    const auto* const known = std::find_if(
        tags.begin(), tags.end(), [&](const Word<Tag>& tag) { return tag.text == type->text(); });
    return known == tags.end() ? std::nullopt : std::optional{known->value};
}

/// The type of {"type","value"}, or {"type","value","exact"} of a number; {"type":"null"} has no
/// value.
std::optional<Tag> tag_of(Json json) {
    const auto known = named_tag(json);
    if (!known) {
        return std::nullopt;
    }
    const std::size_t value = json.find("value") ? 1 : 0;
    const std::size_t exact = *known == Tag::number && json.find("exact") ? 1 : 0;
    const bool whole = value == (*known == Tag::null ? 0U : 1U);
    return whole && json.size() == 1 + value + exact ? known : std::nullopt;
}

/// Whether it names a type and lacks the value: {"type":"date"}; or is a null with one. What has
/// other keys as well is a context.
bool is_misshapen(Json json) {
    const auto known = named_tag(json);
    return known &&
           (known == Tag::null ? json.size() == 2 && json.find("value") : json.size() == 1);
}

/// The only member of an object, where it has this key and kind.
std::optional<Json> only_member(Json json, std::string_view key, JsonKind kind) {
    const auto member =
        json.is(JsonKind::object) && json.size() == 1 ? json.find(key) : std::nullopt;
    return member && member->is(kind) ? member : std::nullopt;
}

bool is_null_form(Json json) {
    const auto null = only_member(json, "null", JsonKind::boolean);
    return null && null->boolean();
}

/// Whether it has one of the forms, and all that is in it.
bool is_tagged(Json json) {
    if (!json.is(JsonKind::object)) {
        return false;
    }
    auto inside = only_member(json, "list", JsonKind::array);
    if (!inside) {
        inside = only_member(json, "context", JsonKind::object);
    }
    if (!inside) {
        return is_null_form(json) || tag_of(json);
    }
    for (const Json child : inside->children()) {
        if (!is_tagged(child)) {
            return false;
        }
    }
    return true;
}

class ContextReader {
  public:
    explicit ContextReader(Problems& problems) : problems_{problems} {}

    /// The value of a JSON value, which is no deeper than the limit.
    Value value(Json json) {
        switch (json.kind()) {
        case JsonKind::null:
            return Value::null();
        case JsonKind::boolean:
            return Value::boolean(json.boolean());
        case JsonKind::string:
            return Value::text(std::string{json.text()});
        case JsonKind::number:
            return number(json);
        case JsonKind::array:
            return list(json);
        case JsonKind::object:
            break;
        }
        if (const auto tag = tag_of(json)) {
            return tagged(json, *tag);
        }
        if (is_misshapen(json)) {
            problems_.add(*json.find("type"), "type", say::typed_value, say::own_type);
            return Value::null();
        }
        return is_tagged(json) ? kit_form(json) : context(json);
    }

    Value context(Json json) {
        std::vector<feel::Field> fields;
        for (const Json child : json.children()) {
            fields.push_back({std::string{child.key()}, value(child)});
        }
        return Value::context(std::move(fields));
    }

  private:
    Value list(Json json) {
        std::vector<Value> items;
        for (const Json child : json.children()) {
            items.push_back(value(child));
        }
        return Value::list(std::move(items));
    }

    Value kit_form(Json json) {
        if (const auto items = json.find("list")) {
            return list(*items);
        }
        const auto entries = json.find("context");
        return entries ? context(*entries) : Value::null();
    }

    Value number(Json json) {
        const auto decimal = Reader{json, problems_}.decimal();
        return decimal ? Value::number(*decimal) : Value::null();
    }

    /// "171/287", as reduced as it likes.
    Value exact(Json json) {
        const auto text = Reader{json, problems_}.text();
        if (!text) {
            return Value::null();
        }
        const std::size_t slash = std::min(text->find('/'), text->size());
        const auto above = part(text->substr(0, slash));
        const auto below = slash < text->size() ? part(text->substr(slash + 1)) : Decimal{1};
        if (above && below && !below->is_zero()) {
            return Value::number(Ratio{*above} / Ratio{*below});
        }
        return refuse(json, say::fraction);
    }

    std::optional<Decimal> part(std::string_view text) const {
        const Limits& limits = problems_.limits();
        const auto parsed =
            Decimal::parse(text, {.digits = limits.digits, .exponent = limits.exponent});
        return parsed ? std::optional{*parsed} : std::nullopt;
    }

    Value tagged(Json json, Tag tag) {
        if (tag == Tag::null) {
            return Value::null();
        }
        const Json inside = *json.find("value");
        switch (tag) {
        case Tag::number: {
            const auto exactly = json.find("exact");
            Value rounded = number(inside);
            return exactly ? exact(*exactly) : rounded;
        }
        case Tag::boolean:
            return boolean(inside);
        case Tag::list:
            return inside.is(JsonKind::array) ? list(inside) : refuse(inside, say::list);
        case Tag::context:
            return inside.is(JsonKind::object) ? context(inside) : refuse(inside, say::object);
        case Tag::time:
            problems_.add(inside, "type", say::no_times, say::time_as_text);
            return Value::null();
        case Tag::range:
            problems_.add(inside, "type", say::no_range, say::range_in_expression);
            return Value::null();
        default:
            return scalar(inside, tag);
        }
    }

    /// XML Schema's booleans are texts.
    Value boolean(Json json) {
        if (json.is(JsonKind::boolean)) {
            return Value::boolean(json.boolean());
        }
        if (json.is(JsonKind::string) && (json.text() == "true" || json.text() == "false")) {
            return Value::boolean(json.text() == "true");
        }
        return refuse(json, say::true_or_false);
    }

    Value scalar(Json json, Tag tag) {
        const auto text = Reader{json, problems_}.text();
        if (!text) {
            return Value::null();
        }
        if (tag == Tag::text) {
            return Value::text(std::string{*text});
        }
        if (tag == Tag::date) {
            const auto days = feel::parse_date(*text);
            return days ? Value::date(*days) : refuse(json, say::a_day);
        }
        const auto seconds = feel::parse_duration(*text);
        return seconds ? Value::duration(*seconds) : refuse(json, say::a_duration);
    }

    Value refuse(Json json, const text::Words& wanted) {
        const text::Words found = json.is(JsonKind::string)
                                      ? say::in_quotes(text::shortened(json.text()))
                                      : described(json.kind());
        problems_.add(json, "value", say::expected_found(wanted, found));
        return Value::null();
    }

    Problems& problems_;
};

} // namespace

Value read_context(Json object, Problems& problems) {
    return ContextReader{problems}.context(object);
}

} // namespace heng::document
