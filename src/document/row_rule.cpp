// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "base/text/utf8.hpp"
#include "document/messages.hpp"
#include "document/row_rule.hpp"

#include <heng/number/decimal.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace heng::detail::document {
namespace {

using Kind = RowRule::Kind;

/// In the order of the kinds.
constexpr std::array<std::string_view, 5> kind_words{"ratio", "all", "pass", "per_point", "date"};
/// In the order of StepPart.
constexpr std::array<std::string_view, 3> part_words{"whole", "started", "exact"};

/// The enumerator in the place of the word among `words`.
template <class Enum, class Words>
std::optional<Enum> value_of_word(std::string_view text, const Words& words) {
    const auto found = std::find(words.begin(), words.end(), text);
    return found == words.end() ? std::nullopt
                                : std::optional{static_cast<Enum>(found - words.begin())};
}

/// The same of a value. Problem: target.
template <class Enum, class Words>
std::optional<Enum> read_word(const json::Reader& value, const Words& words) {
    const auto text = value.text();
    const auto found = text ? value_of_word<Enum>(*text, words) : std::nullopt;
    if (text && !found) {
        value.problem("target", say::no_word_of(text::shortened(*text), value.key()),
                      say::one_of_these(text::listed(words)));
    }
    return found;
}

bool takes_deduct(Kind kind) {
    return kind == Kind::per_point || kind == Kind::date;
}

/// Says that a key belongs to other rules than that of the record.
void refuse_key(const json::ObjectReader& record, std::string_view key, std::string_view rules,
                std::string_view write) {
    if (record.has(key)) {
        record.optional(key).problem_at_key("target", say::key_of_row_rule(key, rules),
                                            say::write_row_rule(write));
    }
}

std::optional<Decimal> points_at(const json::ObjectReader& record, std::string_view key) {
    const json::Reader value = record.optional(key);
    const auto points = value.decimal();
    if (points && points->sign() < 0) {
        value.problem("target", say::row_points_negative(key, points->shortest().to_string()));
        return std::nullopt;
    }
    return points;
}

void need(const json::ObjectReader& record, std::string_view key, Kind kind,
          std::string_view write) {
    if (!record.has(key)) {
        record.optional("rule").problem("target", say::row_rule_needs(word_of(kind), key),
                                        say::add_key(key, write));
    }
}

void read_least(const json::ObjectReader& record, RowRule& rule) {
    const json::Reader value = record.optional("least");
    const auto least = value.percent();
    if (least && (least->sign() < 0 || *least > Decimal{1})) {
        value.problem("target", say::least_is_share(value.json().text()), say::write_share);
    }
    rule.least = least.value_or(Decimal{});
}

void read_bounds(const json::ObjectReader& record, RowRule& rule) {
    rule.floor = points_at(record, "floor");
    rule.cap = points_at(record, "cap");
    if (rule.floor && rule.cap && *rule.floor > *rule.cap) {
        record.optional("cap").problem("target",
                                       say::cap_below_floor(rule.cap->shortest().to_string(),
                                                            rule.floor->shortest().to_string()));
    }
}

} // namespace

std::string_view word_of(Kind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_from(std::string_view text) {
    return value_of_word<Kind>(text, kind_words);
}

std::optional<StepPart> part_from(std::string_view text) {
    return value_of_word<StepPart>(text, part_words);
}

std::optional<Kind> read_row_kind(const json::ObjectReader& record) {
    if (!record.has("rule")) {
        return Kind::ratio;
    }
    return read_word<Kind>(record.optional("rule"), kind_words);
}

RowRule read_row_rule(const json::ObjectReader& record, Direction direction, Kind kind) {
    RowRule rule;
    rule.kind = kind;
    if (direction == Direction::level && kind != Kind::ratio && kind != Kind::all) {
        record.optional("rule").problem("target", say::level_takes_no_rule(word_of(kind)),
                                        say::level_takes_rules);
    } else if (kind == Kind::date && direction != Direction::at_most) {
        record.optional("direction").problem("target", say::date_is_at_most, say::write_sign("<="));
    }
    if (kind == Kind::pass) {
        need(record, "least", kind, "60%");
        read_least(record, rule);
    } else {
        refuse_key(record, "least", "\"pass\"", "pass");
    }
    if (takes_deduct(kind)) {
        rule.deduct = points_at(record, "deduct");
    } else {
        refuse_key(record, "deduct", "\"per_point\", \"date\"", "per_point");
    }
    if (kind == Kind::per_point) {
        need(record, "deduct", kind, "0.5");
        rule.part = read_word<StepPart>(record.optional("part"), part_words).value_or(rule.part);
    } else {
        refuse_key(record, "part", "\"per_point\"", "per_point");
    }
    read_bounds(record, rule);
    return rule;
}

std::string text_of(const RowRule& rule) {
    if (rule == RowRule{}) {
        return {};
    }
    std::string text{word_of(rule.kind)};
    const auto add = [&text](std::string_view key, std::string_view value) {
        text.append(", ").append(key).append(" ").append(value);
    };
    if (rule.kind == Kind::pass) {
        add("least", rule.least.shortest().to_string());
    }
    if (rule.deduct) {
        add("deduct", rule.deduct->shortest().to_string());
    }
    if (rule.part != StepPart::exact) {
        add("part", part_words[static_cast<std::size_t>(rule.part)]);
    }
    if (rule.floor) {
        add("floor", rule.floor->shortest().to_string());
    }
    if (rule.cap) {
        add("cap", rule.cap->shortest().to_string());
    }
    return text;
}

} // namespace heng::detail::document
