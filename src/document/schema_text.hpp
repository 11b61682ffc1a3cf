// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schema (draft-07) of a declared format, written by the compiler: a constant like any
// other, which costs nothing to have and cannot fail.
//
//     constexpr Format claims_format = format_of<claims>();     // {&claims, "{\n \"$schema\": …"}
//
// A kind of value with a name stands in "definitions", once; a field with a title of its own
// refers to it through "allOf", since draft-07 ignores what stands beside "$ref".
#pragma once

#include "base/json/declared.hpp"
#include "base/json/declared_common.hpp"
#include "document/definitions.hpp"
#include "document/json_text.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace heng::detail::declared {

class SchemaWriter : private document::JsonText {
  public:
    using document::JsonText::JsonText;

    /// The bytes of the text.
    constexpr std::size_t write(const Value& root) {
        definitions_.add_below(root);
        begin('{');
        member("$schema", "http://json-schema.org/draft-07/schema#");
        key("$id");
        put('"');
        raw("urn:heng:schema:");
        raw(root.name);
        raw(":1\"");
        member("$comment", "SPDX-License-Identifier: Apache-2.0");
        said(root.title, root.meaning);
        body(root);
        key("definitions");
        begin('{');
        for (const Value* each : definitions_.all()) {
            key(each->name);
            begin('{');
            said(each->title, each->meaning);
            body(*each);
            end('}');
        }
        end('}');
        end('}');
        put('\n');
        return size();
    }

  private:
    // ---- kinds of values

    constexpr void said(std::string_view title, std::string_view meaning) {
        if (!title.empty()) {
            member("title", title);
        }
        if (!meaning.empty()) {
            member("description", meaning);
        }
    }

    static constexpr bool is_short(const Value& value) {
        return !value.name.empty() || value.form < Form::object;
    }

    constexpr void reference(const Value& value) {
        key("$ref");
        put('"');
        raw("#/definitions/");
        raw(value.name);
        put('"');
    }

    /// A value as an element, or as a field that has nothing to say of its own.
    constexpr void part(const Value& value, std::string_view title = {},
                        std::string_view meaning = {}) {
        const bool flat = is_short(value);
        flat_ += flat ? 1 : 0;
        begin('{');
        if (value.name.empty()) {
            said(title.empty() ? value.title : title, meaning.empty() ? value.meaning : meaning);
            body(value);
        } else if (title.empty()) {
            reference(value);
        } else {
            said(title, meaning);
            key("allOf");
            begin('[');
            next();
            begin('{');
            reference(value);
            end('}');
            end(']');
        }
        end('}');
        flat_ -= flat ? 1 : 0;
    }

    constexpr void body(const Value& value) {
        switch (value.form) {
        case Form::any:
            return;
        case Form::never:
            return none("not");
        case Form::text:
            return text(value);
        case Form::boolean:
            return member("type", "boolean");
        case Form::truth:
            key("const");
            return raw("true");
        case Form::number:
            return number(value, "[\"number\", \"string\"]", value.pattern);
        case Form::whole:
            return number(value, "[\"integer\", \"string\"]", decimal_pattern);
        case Form::unknown:
            key("enum");
            return raw("[null, \"?\"]");
        case Form::object:
            return object(value);
        case Form::map:
            return map(value);
        case Form::list:
            member("type", "array");
            key("items");
            part(*value.of);
            return bounds(value, "minItems", "maxItems");
        case Form::pair:
            member("type", "array");
            choices("items", value.choices);
            key("minItems");
            raw("2");
            key("maxItems");
            return raw("2");
        case Form::either:
            return choices("anyOf", value.choices);
        case Form::narrowed:
            return narrowed(value);
        case Form::kinds:
            return kinds(value);
        case Form::some_keys:
            needed(value.fields);
            return fields("properties", value.fields, {});
        }
    }

    constexpr void text(const Value& value) {
        if (value.words.is_one()) {
            return member("const", *value.words.begin());
        }
        if (!value.words.empty()) {
            return words("enum", value.words);
        }
        if (!value.codes.empty()) {
            return codes(value.codes);
        }
        member("type", "string");
        bounds(value, "minLength", "maxLength");
        if (!value.pattern.empty()) {
            member("pattern", value.pattern);
        }
        if (!value.examples.empty()) {
            words("examples", value.examples);
        }
    }

    constexpr void codes(std::span<const std::string_view> list) {
        key("enum");
        begin('[');
        for (const std::string_view each : list) {
            next();
            string(each);
        }
        end(']');
    }

    constexpr void number(const Value& value, std::string_view types, std::string_view pattern) {
        key("type");
        raw(types);
        bounds(value, "minimum", "maximum");
        if (!pattern.empty()) {
            member("pattern", pattern);
        }
    }

    constexpr void map(const Value& value) {
        member("type", "object");
        if (value.of != nullptr) {
            ignored();
            key("additionalProperties");
            part(*value.of);
        }
        if (!value.pattern.empty()) {
            key("propertyNames");
            flat_ += 1;
            begin('{');
            member("pattern", value.pattern);
            end('}');
            flat_ -= 1;
        }
        bounds(value, "minProperties", "maxProperties");
    }

    constexpr void narrowed(const Value& value) {
        key("allOf");
        begin('[');
        next();
        part(*value.of);
        next();
        begin('{');
        fields("properties", value.fields, {});
        end('}');
        end(']');
    }

    constexpr void kinds(const Value& value) {
        member("type", "object");
        needed(value.fields);
        fields("properties", value.fields, {});
        key("allOf");
        begin('[');
        for (const Value* choice : value.choices) {
            const Field& kind = choice->fields.front();
            next();
            flat_ += 1;
            begin('{');
            condition({.key = kind.key, .is = kind.value});
            key("then");
            part(*choice);
            end('}');
            flat_ -= 1;
        }
        end(']');
    }

    constexpr void choices(std::string_view name, std::span<const Value* const> list) {
        key(name);
        begin('[');
        for (const Value* choice : list) {
            next();
            part(*choice);
        }
        end(']');
    }

    // ---- objects

    constexpr void object(const Value& value) {
        member("type", "object");
        needed(value.fields);
        fields("properties", value.fields, {});
        ignored();
        key("additionalProperties");
        raw("false");
        alternatives("anyOf", value.some_of, value);
        alternatives("oneOf", value.one_of, value);
        if (!value.not_all_of.empty()) {
            key("not");
            flat_ += 1;
            begin('{');
            words("required", value.not_all_of);
            end('}');
            flat_ -= 1;
        }
        conditions(value.conditions);
    }

    constexpr void needed(std::span<const Field> list) {
        bool some = false;
        for (const Field& field : list) {
            some = some || field.need == required;
        }
        if (!some) {
            return;
        }
        key("required");
        flat_ += 1;
        begin('[');
        for (const Field& field : list) {
            if (field.need == required) {
                next();
                string(field.key);
            }
        }
        end(']');
        flat_ -= 1;
    }

    /// The fields, and keys that must not be there.
    constexpr void fields(std::string_view name, std::span<const Field> list, Words without) {
        key(name);
        begin('{');
        for (const Field& field : list) {
            key(field.key);
            if (field.value->form == Form::never && field.title.empty()) {
                raw("false");
            } else {
                part(*field.value, field.title, field.meaning);
            }
        }
        for (const std::string_view each : without) {
            key(each);
            raw("false");
        }
        end('}');
    }

    constexpr void ignored() {
        key("patternProperties");
        flat_ += 1;
        begin('{');
        key("^(\\$|x-)");
        begin('{');
        member("description", "Ignored: a note, or a reference to a schema. 备注，不参与计算。");
        end('}');
        end('}');
        flat_ -= 1;
    }

    constexpr void alternatives(std::string_view name, Words keys, const Value& object) {
        if (keys.empty()) {
            return;
        }
        key(name);
        begin('[');
        flat_ += 1;
        for (const std::string_view each : keys) {
            flat_ -= 1;
            next();
            flat_ += 1;
            begin('{');
            one("required", each);
            for (const Field& field : object.fields) {
                if (object.filled && field.key == each && field.value->form == Form::map) {
                    key("properties");
                    begin('{');
                    key(each);
                    begin('{');
                    key("minProperties");
                    raw("1");
                    end('}');
                    end('}');
                }
            }
            end('}');
        }
        flat_ -= 1;
        end(']');
    }

    constexpr void conditions(std::span<const Condition> list) {
        if (list.size() == 1) {
            return condition(list.front());
        }
        if (list.empty()) {
            return;
        }
        key("allOf");
        begin('[');
        for (const Condition& each : list) {
            next();
            begin('{');
            condition(each);
            end('}');
        }
        end(']');
    }

    constexpr void condition(const Condition& condition) {
        key("if");
        flat_ += 1;
        begin('{');
        one("required", condition.key);
        if (condition.is != nullptr) {
            key("properties");
            begin('{');
            key(condition.key);
            part(*condition.is);
            end('}');
        }
        end('}');
        flat_ -= 1;
        outcome("then", condition.then);
        outcome("else", condition.otherwise);
    }

    constexpr void outcome(std::string_view name, const Outcome& outcome) {
        if (outcome.empty()) {
            return;
        }
        key(name);
        begin('{');
        if (!outcome.needs.empty()) {
            words("required", outcome.needs);
        }
        if (!outcome.are.empty() || !outcome.without.empty()) {
            fields("properties", outcome.are, outcome.without);
        }
        end('}');
    }

    constexpr void words(std::string_view name, Words list) {
        key(name);
        flat_ += 1;
        begin('[');
        for (const std::string_view each : list) {
            next();
            string(each);
        }
        end(']');
        flat_ -= 1;
    }

    constexpr void bounds(const Value& value, std::string_view least, std::string_view most) {
        if (value.least != unbounded) {
            key(least);
            natural(value.least);
        }
        if (value.most != unbounded) {
            key(most);
            natural(value.most);
        }
    }

    Definitions definitions_{};
};

/// The schema of a format, with a zero byte behind it.
template <const Value& root>
inline constexpr auto schema_of = [] {
    std::array<char, SchemaWriter{nullptr}.write(root) + 1> out{};
    SchemaWriter{out.data()}.write(root);
    return out;
}();

template <const Value& root>
constexpr Format format_of() {
    return {&root, {schema_of<root>.data(), schema_of<root>.size() - 1}};
}

} // namespace heng::detail::declared
