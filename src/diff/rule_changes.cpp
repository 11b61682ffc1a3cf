// SPDX-License-Identifier: Apache-2.0
#include "base/json/canonical.hpp"
#include "diff/rule_changes.hpp"

#include <heng/number/decimal.hpp>

#include <set>
#include <string_view>

namespace heng::detail::diff {
namespace {

using json::Json;
using json::JsonKind;

std::string text_of(Json value) {
    return value.is(JsonKind::string) ? std::string{value.text()} : json::canonical_of(value);
}

/// The members of the object under `key`, each a place of its own.
void add_members(Json object, const std::string& key, RuleText& text) {
    const auto found = object.find(key);
    if (!found) {
        return;
    }
    if (!found->is(JsonKind::object)) {
        text[key] = text_of(*found);
        return;
    }
    for (const Json member : found->children()) {
        if (!json::is_ignored_key(member.key())) {
            text[key + '.' + std::string{member.key()}] = text_of(member);
        }
    }
}

/// Of a declared input what decides its value: not its label.
std::string declaration_of(Json root, const std::string& path) {
    const auto inputs = root.find("inputs");
    const auto declared = inputs ? inputs->find(path) : std::nullopt;
    std::string text;
    for (const std::string_view key : {"type", "optional", "default", "of"}) {
        if (const auto member = declared ? declared->find(key) : std::nullopt) {
            text += (text.empty() ? "" : ", ") + std::string{key} + ' ' + text_of(*member);
        }
    }
    return text;
}

/// Whether an adjustment does more than set, bound or deduct points that are written.
bool computes(Json adjustment) {
    if (adjustment.find("add") || adjustment.find("each_at_most") ||
        adjustment.find("grade_at_most")) {
        return true;
    }
    for (const std::string_view key : {"at_most", "set", "deduct"}) {
        const auto points = adjustment.find(key);
        if (points && !Decimal::parse(points->text())) {
            return true;
        }
    }
    return false;
}

} // namespace

RuleTexts::RuleTexts(const document::CompiledRubric& rubric) : json_(*rubric.json) {
    collect(*json_.root().find("indicators"));
}

void RuleTexts::collect(Json indicators) {
    for (const Json indicator : indicators.children()) {
        indicators_.emplace(std::string{indicator.find("id")->text()}, indicator);
        if (const auto below = indicator.find("indicators")) {
            collect(*below);
        }
    }
}

void RuleTexts::add_indicator(const Indicator& indicator, bool leaf, RuleText& text) const {
    const auto found = indicators_.find(indicator.id);
    if (found == indicators_.end()) {
        return;
    }
    RuleText own;
    add_members(found->second, "not_applicable", own);
    if (leaf) {
        add_members(found->second, "extra", own);
        add_members(found->second, "floor", own);
        add_members(found->second, "rule", own);
        add_members(found->second, "measure", own);
    }
    for (auto& [place, words] : own) {
        text[leaf ? place : indicator.id + ' ' + place] = std::move(words);
    }
}

RuleText RuleTexts::of(const LeafProbe& probe) const {
    const document::CompiledRubric& rubric = probe.compiled();
    RuleText text;
    for (const Indicator* const each : probe.path()) {
        add_indicator(*each, each == &probe.leaf(), text);
    }
    std::set<feel::ValueId> values;
    for (const Term term : probe.terms()) {
        const auto read = rubric.program.static_values(rubric.expression(term).id);
        values.insert(read.begin(), read.end());
    }
    for (const feel::ValueId value : values) {
        text["values." + rubric.scope.value_name(value)] = rubric.scope.value_text(value);
    }
    for (const feel::SlotId slot : probe.reads()) {
        const document::Input& input = rubric.inputs[slot];
        text["inputs." + input.path] = declaration_of(json_.root(), input.path);
        if (document::has_money(input) && rubric.unit) {
            text["unit"] = name(*rubric.unit);
        }
    }
    return text;
}

std::optional<Json> RuleTexts::node(const std::string& item) const {
    if (item.empty()) {
        return json_.root();
    }
    const auto found = indicators_.find(item);
    return found != indicators_.end() ? std::optional{found->second} : std::nullopt;
}

RuleText RuleTexts::adjustment(const std::string& item, std::string_view id) const {
    const auto above = node(item);
    const auto all = above ? above->find("adjustments") : std::nullopt;
    RuleText text;
    if (!all) {
        return text;
    }
    for (const Json each : all->children()) {
        const auto own = each.find("id");
        if (!own || own->text() != id || !computes(each)) {
            continue;
        }
        for (const Json member : each.children()) {
            if (!json::is_ignored_key(member.key())) {
                text["adjustments." + std::string{id} + '.' + std::string{member.key()}] =
                    text_of(member);
            }
        }
    }
    return text;
}

RuleText RuleTexts::room(const std::string& item) const {
    RuleText text;
    const auto found = node(item);
    for (const std::string_view key : {"extra", "floor"}) {
        if (const auto member = found ? found->find(key) : std::nullopt) {
            text[(item.empty() ? "" : item + ' ') + std::string{key}] = text_of(*member);
        }
    }
    return text;
}

std::vector<Because> rule_changes(const RuleText& from, const RuleText& to) {
    std::vector<Because> changes;
    for (const auto& [place, old] : from) {
        const auto now = to.find(place);
        const std::string text = now != to.end() ? now->second : "";
        if (text != old) {
            changes.push_back({CauseKind::rule, place, "", old, text});
        }
    }
    for (const auto& [place, now] : to) {
        if (!from.contains(place)) {
            changes.push_back({CauseKind::rule, place, "", "", now});
        }
    }
    return changes;
}

} // namespace heng::detail::diff
