// SPDX-License-Identifier: Apache-2.0
#include "office/form_messages.hpp"
#include "office/form_plan.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::office {
namespace {

constexpr std::array<std::pair<std::string_view, FieldType>, 7> types{
    {{"number", FieldType::number},
     {"money", FieldType::money},
     {"percent", FieldType::percent},
     {"count", FieldType::count},
     {"boolean", FieldType::boolean},
     {"text", FieldType::text},
     {"date", FieldType::date}}};

FieldType type_named(std::string_view name) {
    const auto* const found = std::find_if(types.begin(), types.end(),
                                           [&](const auto& each) { return each.first == name; });
    return found == types.end() ? FieldType::text : found->second;
}

std::vector<Field> target_fields() {
    const auto field = [](const char* key, FieldType type, const Words& label,
                          bool optional = true) {
        return Field{.path = key, .type = type, .label = label, .optional = optional};
    };
    std::vector<Field> fields{field("name", FieldType::text, say::target_name, false),
                              field("block", FieldType::text, say::target_block),
                              field("points", FieldType::number, say::target_points),
                              field("direction", FieldType::text, say::target_direction, false),
                              field("target", FieldType::figure, say::target_target),
                              field("actual", FieldType::figure, say::target_actual),
                              field("unit", FieldType::text, say::target_unit),
                              field("level", FieldType::text, say::target_level),
                              field("rate", FieldType::percent, say::target_rate),
                              field("reason", FieldType::text, say::target_reason),
                              field("rule", FieldType::text, say::target_rule),
                              field("least", FieldType::percent, say::target_least),
                              field("deduct", FieldType::number, say::target_deduct),
                              field("part", FieldType::text, say::target_part),
                              field("floor", FieldType::number, say::target_floor),
                              field("cap", FieldType::number, say::target_cap)};
    fields[3].choices = {say::at_least, say::at_most, say::equal, say::by_level};
    fields[7].choices = {say::met, say::partly, say::not_met};
    return fields;
}

/// The leaves of the tree of indicators, and what each says in all its expressions.
struct Leaf {
    const Json* indicator;
    std::string reads; ///< texts of its members, with those of the values that they name
};

void add_texts(const Json& json, std::string& to) {
    if (json.kind == Json::Kind::string) {
        to += json.scalar + "\n";
    }
    for (const auto& [key, member] : json.members) {
        if (key != "source" && key != "name" && key != "indicators" && key != "printed") {
            add_texts(member, to);
        }
    }
}

bool is_name_part(char c) {
    return c == '.' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether the name stands in the text as a word of its own, or with a member behind it.
bool names(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || !is_name_part(text[at - 1]);
        const bool ends = end == text.size() || !is_name_part(text[end]) || text[end] == '.';
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

void add_leaves(const Json& indicators, std::vector<Leaf>& leaves) {
    for (const auto& [key, indicator] : indicators.members) {
        if (indicator.has("indicators")) {
            add_leaves(indicator["indicators"], leaves);
        } else {
            leaves.push_back({&indicator, {}});
            add_texts(indicator, leaves.back().reads);
        }
    }
}

std::vector<Leaf> leaves_of(const Json& rubric) {
    std::vector<Leaf> leaves;
    add_leaves(rubric["indicators"], leaves);
    const auto& values = rubric["values"].members;
    for (Leaf& leaf : leaves) { // a value may name another: once through the list for each
        for (std::size_t again = 0; again < values.size(); ++again) {
            const std::size_t before = leaf.reads.size();
            for (const auto& [name, value] : values) {
                if (names(leaf.reads, name) && leaf.reads.find(value.scalar) == std::string::npos) {
                    leaf.reads += value.scalar + "\n";
                }
            }
            if (leaf.reads.size() == before) {
                break;
            }
        }
    }
    return leaves;
}

/// Names and sources of the indicators that read an input.
std::pair<std::string, std::string> uses(const std::vector<Leaf>& leaves, std::string_view path) {
    std::string indicators;
    std::string sources;
    const auto add = [](std::string& to, const std::string& text) {
        if (!text.empty() && to.find(text) == std::string::npos) {
            to += (to.empty() ? "" : "\n") + text;
        }
    };
    for (const Leaf& leaf : leaves) {
        if (names(leaf.reads, path)) {
            add(indicators, (*leaf.indicator)["name"].scalar);
            add(sources, (*leaf.indicator)["source"].scalar);
        }
    }
    return {indicators, sources};
}

/// The texts for which a rule by category of this input has a score.
std::vector<Words> choices_of(const std::vector<Leaf>& leaves, const std::string& path) {
    std::vector<Words> choices;
    for (const Leaf& leaf : leaves) {
        const Json& rule = (*leaf.indicator)["rule"];
        if (rule["kind"].scalar == "categories" && (*leaf.indicator)["measure"].scalar == path) {
            for (const auto& [text, score] : rule["scores"].members) {
                choices.push_back({text, text});
            }
            return choices;
        }
    }
    return choices;
}

Field field_of(const std::string& path, const Json& input, const std::string& money) {
    Field field{.path = path, .type = type_named(input["type"].scalar)};
    const std::string& label = input["label"].scalar;
    field.label = {label.empty() ? path : label, label.empty() ? path : label};
    field.unit = field.type == FieldType::money ? money : "";
    field.optional = input["optional"].is_true();
    field.fallback = input["default"].scalar;
    field.least =
        field.type == FieldType::count && !input.has("minimum") ? "0" : input["minimum"].scalar;
    field.most = input["maximum"].scalar;
    return field;
}

void add_assessed(const Json& indicators, FormPlan& plan) {
    for (const auto& [key, indicator] : indicators.members) {
        const Json& rule = indicator["rule"];
        const auto& bands = rule["bands"].members;
        const bool ranges = std::any_of(bands.begin(), bands.end(), [](const auto& band) {
            return band.second.has("score_range");
        });
        if (rule["kind"].scalar == "assessed" || ranges) {
            plan.assessed.push_back({indicator["id"].scalar, indicator["name"].scalar,
                                     indicator["points"].scalar, indicator["source"].scalar});
        }
        add_assessed(indicator["indicators"], plan);
    }
}

} // namespace

FormPlan plan_of(const heng_rubric* rubric) {
    std::size_t length = 0;
    const char* const text = heng_rubric_json(rubric, &length);
    FormPlan plan;
    plan.rubric = read_json({text, length});
    plan.id = plan.rubric["id"].scalar;
    plan.title = plan.rubric["title"].scalar;
    plan.unit = plan.rubric["unit"].scalar;
    plan.units = plan.rubric.has("units");
    const std::vector<Leaf> leaves = leaves_of(plan.rubric);
    for (const auto& [path, input] : plan.rubric["inputs"].members) {
        if (path.starts_with('$') || path.starts_with("x-")) {
            continue;
        }
        Field field = field_of(path, input, plan.unit);
        const auto [indicators, sources] = uses(leaves, path);
        if (input["type"].scalar != "list") {
            field.used_for = indicators;
            field.basis = sources;
            if (field.type == FieldType::text) {
                field.choices = choices_of(leaves, path);
            }
            plan.fields.push_back(std::move(field));
            continue;
        }
        ListField list{path,           field.label, input["of"].scalar == "target",
                       field.optional, {},          indicators};
        if (list.targets) {
            list.fields = target_fields();
        }
        for (const auto& [key, each] : input["of"].members) {
            if (!key.starts_with('$') && !key.starts_with("x-")) {
                list.fields.push_back(field_of(key, each, plan.unit));
                plan.nested = plan.nested || each["type"].scalar == "list";
            }
        }
        plan.lists.push_back(std::move(list));
    }
    add_assessed(plan.rubric["indicators"], plan);
    return plan;
}

Language language_of(const FormPlan& plan) {
    return plan.rubric["language"].scalar == "en" ? Language::en : Language::zh;
}

} // namespace heng::office
