// SPDX-License-Identifier: Apache-2.0
#include "document/declared_input.hpp"
#include "document/input_value.hpp"
#include "document/inputs.hpp"
#include "document/messages.hpp"

#include <algorithm>
#include <string_view>

namespace heng::detail::document {
namespace {

feel::TypeKind scalar_kind(InputType type) {
    switch (type) {
    case InputType::number:
        return feel::TypeKind::number;
    case InputType::money:
        return feel::TypeKind::money;
    case InputType::percent:
        return feel::TypeKind::percent;
    case InputType::count:
        return feel::TypeKind::count;
    case InputType::boolean:
        return feel::TypeKind::boolean;
    case InputType::text:
        return feel::TypeKind::text;
    case InputType::date:
        return feel::TypeKind::date;
    case InputType::list:
        break;
    }
    return feel::TypeKind::list;
}

feel::Type target_type() {
    using feel::Type;
    using feel::TypeKind;
    return Type::record({{"name", Type{TypeKind::text}},
                         {"block", Type{TypeKind::text}},
                         {"points", Type{TypeKind::number}},
                         {"direction", Type{TypeKind::text}},
                         {"target", Type{TypeKind::number}},
                         {"actual", Type{TypeKind::number}},
                         {"unit", Type{TypeKind::text}},
                         {"level", Type{TypeKind::text}},
                         {"rate", Type{TypeKind::percent}},
                         {"reason", Type{TypeKind::text}}});
}

bool is_numeric(InputType type) {
    return type <= InputType::count;
}

void read_list(const json::ObjectReader& object, Input& input) {
    const json::Reader of = object.required("of");
    if (of.is(json::JsonKind::string)) {
        input.of_targets = of.as(declared::target_records).word_place().has_value();
        return;
    }
    for (const json::Reader field : of.members()) {
        if (auto read = read_input(field)) {
            input.of.push_back(std::move(*read));
        }
    }
}

void read_bounds(const json::ObjectReader& object, Input& input) {
    for (const std::string_view key : {"minimum", "maximum"}) {
        const json::Reader bound = object[key];
        if (bound.is_present() && !is_numeric(input.type)) {
            bound.problem_at_key("input", say::only_numbers_bounded);
        } else {
            (key == "minimum" ? input.minimum : input.maximum) =
                input.type == InputType::percent ? bound.percent() : bound.decimal();
        }
    }
    if (input.minimum && input.maximum && *input.maximum < *input.minimum) {
        object["maximum"].problem("input", say::maximum_below);
    }
}

void read_fallback(const json::Reader& fallback, Input& input) {
    if (!fallback.is_present()) {
        return;
    }
    if (!input.optional) {
        fallback.problem_at_key("input", say::only_optional_default, say::add_optional);
    } else if (input.type == InputType::list) {
        fallback.problem_at_key("input", say::list_no_default);
    } else {
        input.fallback = read_scalar(fallback, input);
    }
}

} // namespace

std::optional<Input> read_input(const json::Reader& reader) {
    const json::ObjectReader object =
        reader.as(declared::input).object(); // some are for unit_rules.hpp
    if (!object.is_present()) {
        return std::nullopt;
    }
    Input input;
    input.path = reader.key();
    input.label = object["label"].text().value_or("");
    input.optional = object["optional"].boolean().value_or(false);
    input.fixed = object["fixed"].boolean().value_or(false);
    const auto type = object["type"].word<InputType>();
    if (!type) {
        return input;
    }
    input.type = *type;
    if (input.type == InputType::list) {
        read_list(object, input);
    } else if (object.has("of")) {
        object["of"].problem_at_key("input", say::of_list);
    }
    read_bounds(object, input);
    read_fallback(object["default"], input);
    return input;
}

std::string_view type_name(InputType type) {
    return declared::input_type.words[static_cast<std::size_t>(type)];
}

bool has_money(const Input& input) {
    return input.type == InputType::money ||
           std::any_of(input.of.begin(), input.of.end(), has_money);
}

feel::Type type_of(const Input& input) {
    if (input.type != InputType::list) {
        return feel::Type{scalar_kind(input.type)};
    }
    if (input.of_targets) {
        return feel::Type::list_of(target_type());
    }
    std::vector<feel::TypeField> fields;
    for (const Input& field : input.of) {
        fields.push_back({field.path, type_of(field)});
    }
    return feel::Type::list_of(feel::Type::record(std::move(fields)));
}

} // namespace heng::detail::document
