// SPDX-License-Identifier: Apache-2.0
//
// Reading the values of a context: see value_json.hpp.
#include "base/json/messages.hpp"
#include "base/json/reader.hpp"
#include "base/text/utf8.hpp"
#include "document/messages.hpp"
#include "eval/value_json.hpp"
#include "feel/calendar.hpp"

#include <heng/number/decimal.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace heng::detail::eval {
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
constexpr std::array<json::Word<Tag>, 19> tags{{{"null", Tag::null},
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
std::optional<Tag> named_tag(json::Json json) {
    const auto type = json.find("type");
    if (!type || !type->is(json::JsonKind::string)) {
        return std::nullopt;
    }
    const auto* const known =
        std::find_if(tags.begin(), tags.end(),
                     [&](const json::Word<Tag>& tag) { return tag.text == type->text(); });
    return known == tags.end() ? std::nullopt : std::optional{known->value};
}

/// The type of {"type","value"}, or {"type","value","exact"} of a number; {"type":"null"} has no
/// value.
std::optional<Tag> tag_of(json::Json json) {
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
bool is_misshapen(json::Json json) {
    const auto known = named_tag(json);
    return known &&
           (known == Tag::null ? json.size() == 2 && json.find("value") : json.size() == 1);
}

/// The only member of an object, where it has this key and kind.
std::optional<json::Json> only_member(json::Json json, std::string_view key, json::JsonKind kind) {
    const auto member =
        json.is(json::JsonKind::object) && json.size() == 1 ? json.find(key) : std::nullopt;
    return member && member->is(kind) ? member : std::nullopt;
}

bool is_null_form(json::Json json) {
    const auto null = only_member(json, "null", json::JsonKind::boolean);
    return null && null->boolean();
}

/// Whether it has one of the forms, and all that is in it.
bool is_tagged(json::Json json) {
    if (!json.is(json::JsonKind::object)) {
        return false;
    }
    auto inside = only_member(json, "list", json::JsonKind::array);
    if (!inside) {
        inside = only_member(json, "context", json::JsonKind::object);
    }
    if (!inside) {
        return is_null_form(json) || tag_of(json);
    }
    for (const json::Json child : inside->children()) {
        if (!is_tagged(child)) {
            return false;
        }
    }
    return true;
}

class ContextReader {
  public:
    explicit ContextReader(json::Problems& problems) : problems_{problems} {}

    /// The value of a JSON value, which is no deeper than the limit.
    Value value(json::Json json) {
        switch (json.kind()) {
        case json::JsonKind::null:
            return Value::null();
        case json::JsonKind::boolean:
            return Value::boolean(json.boolean());
        case json::JsonKind::string:
            return Value::text(std::string{json.text()});
        case json::JsonKind::number:
            return number(json);
        case json::JsonKind::array:
            return list(json);
        case json::JsonKind::object:
            break;
        }
        if (const auto tag = tag_of(json)) {
            return tagged(json, *tag);
        }
        if (is_misshapen(json)) {
            problems_.add(*json.find("type"), "type", document::say::typed_value,
                          document::say::own_type);
            return Value::null();
        }
        return is_tagged(json) ? kit_form(json) : context(json);
    }

    Value context(json::Json json) {
        std::vector<feel::Field> fields;
        for (const json::Json child : json.children()) {
            fields.push_back({std::string{child.key()}, value(child)});
        }
        return Value::context(std::move(fields));
    }

  private:
    Value list(json::Json json) {
        std::vector<Value> items;
        for (const json::Json child : json.children()) {
            items.push_back(value(child));
        }
        return Value::list(std::move(items));
    }

    Value kit_form(json::Json json) {
        if (const auto items = json.find("list")) {
            return list(*items);
        }
        const auto entries = json.find("context");
        return entries ? context(*entries) : Value::null();
    }

    Value number(json::Json json) {
        const auto decimal = json::Reader{json, problems_}.decimal();
        return decimal ? Value::number(*decimal) : Value::null();
    }

    /// "171/287", as reduced as it likes.
    Value exact(json::Json json) {
        const auto text = json::Reader{json, problems_}.text();
        if (!text) {
            return Value::null();
        }
        const std::size_t slash = std::min(text->find('/'), text->size());
        const auto above = part(text->substr(0, slash));
        const auto below = slash < text->size() ? part(text->substr(slash + 1)) : Decimal{1};
        if (above && below && !below->is_zero()) {
            return Value::number(Ratio{*above} / Ratio{*below});
        }
        return refuse(json, document::say::fraction);
    }

    std::optional<Decimal> part(std::string_view text) const {
        const Limits& limits = problems_.limits();
        const auto parsed =
            Decimal::parse(text, {.digits = limits.digits, .exponent = limits.exponent});
        return parsed ? std::optional{*parsed} : std::nullopt;
    }

    Value tagged(json::Json json, Tag tag) {
        if (tag == Tag::null) {
            return Value::null();
        }
        const json::Json inside = *json.find("value");
        switch (tag) {
        case Tag::number: {
            const auto exactly = json.find("exact");
            Value rounded = number(inside);
            return exactly ? exact(*exactly) : rounded;
        }
        case Tag::boolean:
            return boolean(inside);
        case Tag::list:
            return inside.is(json::JsonKind::array) ? list(inside)
                                                    : refuse(inside, json::say::list);
        case Tag::context:
            return inside.is(json::JsonKind::object) ? context(inside)
                                                     : refuse(inside, json::say::object);
        case Tag::time:
            problems_.add(inside, "type", document::say::no_times, document::say::time_as_text);
            return Value::null();
        case Tag::range:
            problems_.add(inside, "type", document::say::no_range,
                          document::say::range_in_expression);
            return Value::null();
        default:
            return scalar(inside, tag);
        }
    }

    /// XML Schema's booleans are texts.
    Value boolean(json::Json json) {
        if (json.is(json::JsonKind::boolean)) {
            return Value::boolean(json.boolean());
        }
        if (json.is(json::JsonKind::string) && (json.text() == "true" || json.text() == "false")) {
            return Value::boolean(json.text() == "true");
        }
        return refuse(json, json::say::true_or_false);
    }

    Value scalar(json::Json json, Tag tag) {
        const auto text = json::Reader{json, problems_}.text();
        if (!text) {
            return Value::null();
        }
        if (tag == Tag::text) {
            return Value::text(std::string{*text});
        }
        if (tag == Tag::date) {
            const auto days = feel::parse_date(*text);
            return days ? Value::date(*days) : refuse(json, document::say::a_day);
        }
        const auto seconds = feel::parse_duration(*text);
        return seconds ? Value::duration(*seconds) : refuse(json, document::say::a_duration);
    }

    Value refuse(json::Json json, const text::Words& wanted) {
        const text::Words found = json.is(json::JsonKind::string)
                                      ? json::say::in_quotes(text::shortened(json.text()))
                                      : json::described(json.kind());
        problems_.add(json, "value", document::say::expected_found(wanted, found));
        return Value::null();
    }

    json::Problems& problems_;
};

} // namespace

Value read_context(json::Json object, json::Problems& problems) {
    return ContextReader{problems}.context(object);
}

} // namespace heng::detail::eval
