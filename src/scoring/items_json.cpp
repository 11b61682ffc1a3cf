// SPDX-License-Identifier: Apache-2.0
#include "base/digits.hpp"
#include "base/json/writer.hpp"
#include "scoring/items_json.hpp"

#include <limits>

namespace heng::detail::scoring {
namespace {

/// score ÷ points in hundredths of a percent, rounded half-up; none where the parts are long.
std::optional<std::int64_t> rate_units(const Points& score, const Points& points) {
    constexpr std::int64_t whole = 10'000;
    const auto of = score.value().small();
    const auto by = points.value().small();
    std::int64_t num = 0;
    std::int64_t den = 0;
    if (!of || !by || by->num <= 0) {
        return std::nullopt;
    }
    if (of->den == by->den) {
        num = of->num;
        den = by->num;
    } else if (__builtin_mul_overflow(of->num, by->den, &num) ||
               __builtin_mul_overflow(of->den, by->num, &den)) {
        return std::nullopt;
    }
    if (__builtin_mul_overflow(num, whole, &num) ||
        num == std::numeric_limits<std::int64_t>::min()) {
        return std::nullopt;
    }
    const std::int64_t size = num < 0 ? -num : num;
    const std::int64_t rest = size % den;
    const std::int64_t units = size / den + (rest >= den - rest ? 1 : 0);
    return num < 0 ? -units : units;
}

} // namespace

void ItemsJson::write(const Item& item) {
    if (&item != sheet_.items.data()) {
        out_.add(',');
    }
    const std::string_view parent =
        item.parent ? std::string_view{sheet_.items[*item.parent].id} : std::string_view{};
    const bool laid_out = layout_.fits(item, parent);
    laid_out ? out_.add(layout_.head(item.indicator)) : head(item, parent);
    points(item.points, item.scale);
    beyond(item.beyond);
    out_.add("\",\n      \"score\": \"");
    points(item.score, item.scale);
    out_.add("\",\n      \"rate\": ");
    rate(item);
    out_.add(",\n      \"lost\": \"");
    points(item.lost(), item.scale);
    out_.add("\",\n      \"status\": \"");
    out_.add(name(item.status));
    if (laid_out) {
        out_.add(layout_.middle(item.indicator));
    } else {
        out_.add("\",\n      \"basis\": \"");
        out_.add(name(item.basis));
        out_.add("\",\n      \"why\": \"");
    }
    json::append_json_characters(out_, item.why);
    out_.add("\",\n      \"inputs\": {");
    inputs(item);
    member("},\n      \"recover\": \"", item.recover);
    out_.add("\"\n    }");
}

void ItemsJson::head(const Item& item, std::string_view parent) {
    member("\n    {\n      \"id\": \"", item.id);
    member("\",\n      \"name\": \"", item.name);
    out_.add("\",\n      \"parent\": ");
    or_null(parent);
    out_.add(",\n      \"level\": ");
    base::write_units(out_, item.level, 0, 0, "-");
    out_.add(",\n      \"kind\": \"");
    out_.add(name(item.kind));
    out_.add("\",\n      \"rule\": ");
    or_null(item.rule);
    out_.add(",\n      \"points\": \"");
}

template <std::size_t size>
void ItemsJson::member(const char (&before)[size], std::string_view value) {
    out_.add(before);
    json::append_json_characters(out_, value);
}

void ItemsJson::or_null(std::string_view text) {
    if (text.empty()) {
        out_.add("null");
        return;
    }
    member("\"", text);
    out_.add('"');
}

/// Only where a score may leave 0 … points.
void ItemsJson::beyond(const Beyond& beyond) {
    if (!beyond.extra.is_zero()) {
        out_.add("\",\n      \"extra\": \"");
        out_.add(beyond.extra.to_string());
    }
    if (!beyond.floor.is_zero()) {
        out_.add("\",\n      \"floor\": \"");
        out_.add(beyond.floor.to_string());
    }
}

/// text_of(points, scale): most are short decimals, for which no divisor need be found.
void ItemsJson::points(const Points& points, std::optional<int> scale) {
    constexpr int shown = 6;
    constexpr int usual = 2;
    const int places = scale.value_or(usual);
    const auto small = points.value().small();
    if (small && places >= 0 && places <= base::most_digit_places) {
        if (const auto units = base::units_within(*small, places)) {
            base::write_units(out_, *units, places, scale ? places : 0, "-");
            return;
        }
        if (const auto units = base::units_within(*small, shown)) {
            base::write_units(out_, *units, shown, 0, "-");
            return;
        }
    }
    out_.add(text_of(points, scale));
}

/// rate_text(score, points)
void ItemsJson::rate(const Item& item) {
    constexpr int places = 2;
    if (item.points == Points{}) {
        out_.add("null");
        return;
    }
    out_.add('"');
    if (const auto units = rate_units(item.score, item.points)) {
        base::write_units(out_, *units, places, places, "-");
        out_.add('%');
    } else {
        out_.add(rate_text(item.score, item.points));
    }
    out_.add('"');
}

void ItemsJson::inputs(const Item& item) {
    for (const InputRead& input : item.inputs) {
        if (&input != item.inputs.data()) {
            out_.add(',');
        }
        member("\n        \"", input.path);
        member("\": \"", input.value);
        out_.add('"');
    }
    if (!item.inputs.empty()) {
        out_.add("\n      ");
    }
}

} // namespace heng::detail::scoring
