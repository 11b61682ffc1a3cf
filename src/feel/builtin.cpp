// SPDX-License-Identifier: Apache-2.0
#include "feel/builtin.hpp"

#include <algorithm>

namespace heng::detail::feel {

namespace {

constexpr std::uint8_t any_number = 255;

// the names stand for functions here alone: they are common words
constexpr std::array table = [] {
    using enum Function;
    return std::array{
        Builtin{"abs", Function::abs, 1, 1, Gather::nothing, {"n"}},
        Builtin{"floor", Function::floor, 1, 2, Gather::nothing, {"n", "scale"}},
        Builtin{"ceiling", ceiling, 1, 2, Gather::nothing, {"n", "scale"}},
        Builtin{"round up", round_up, 2, 2, Gather::nothing, {"n", "scale"}},
        Builtin{"round down", round_down, 2, 2, Gather::nothing, {"n", "scale"}},
        Builtin{"round half up", round_half_up, 2, 2, Gather::nothing, {"n", "scale"}},
        Builtin{"round half down", round_half_down, 2, 2, Gather::nothing, {"n", "scale"}},
        Builtin{"round half even", round_half_even, 2, 2, Gather::nothing, {"n", "scale"}},
        Builtin{"decimal", round_half_even, 2, 2, Gather::nothing, {"n", "scale"}},
        Builtin{"modulo", modulo, 2, 2, Gather::nothing, {"dividend", "divisor"}},
        Builtin{"even", even, 1, 1, Gather::nothing, {"number"}},
        Builtin{"odd", odd, 1, 1, Gather::nothing, {"number"}},
        Builtin{"number",
                number,
                1,
                3,
                Gather::nothing,
                {"from", "grouping separator", "decimal separator"}},
        Builtin{"not", negation, 1, 1, Gather::nothing, {"negand"}},
        Builtin{"is", is, 2, 2, Gather::nothing, {"value1", "value2"}},
        Builtin{"string", string, 1, 1, Gather::nothing, {"from"}},
        Builtin{"string length", string_length, 1, 1, Gather::nothing, {"string"}},
        Builtin{"contains", contains, 2, 2, Gather::nothing, {"string", "match"}},
        Builtin{"starts with", starts_with, 2, 2, Gather::nothing, {"string", "match"}},
        Builtin{"ends with", ends_with, 2, 2, Gather::nothing, {"string", "match"}},
        Builtin{"upper case", upper_case, 1, 1, Gather::nothing, {"string"}},
        Builtin{"lower case", lower_case, 1, 1, Gather::nothing, {"string"}},
        Builtin{
            "substring", substring, 2, 3, Gather::nothing, {"string", "start position", "length"}},
        Builtin{"substring before", substring_before, 2, 2, Gather::nothing, {"string", "match"}},
        Builtin{"substring after", substring_after, 2, 2, Gather::nothing, {"string", "match"}},
        Builtin{"string join", string_join, 1, 2, Gather::nothing, {"list", "delimiter"}},
        Builtin{"count", count, 1, any_number, Gather::all, {"list"}},
        Builtin{"sum", sum, 1, any_number, Gather::all, {"list"}},
        Builtin{"min", Function::min, 1, any_number, Gather::all, {"list"}},
        Builtin{"max", Function::max, 1, any_number, Gather::all, {"list"}},
        Builtin{"mean", mean, 1, any_number, Gather::all, {"list"}},
        Builtin{"median", median, 1, any_number, Gather::all, {"list"}},
        Builtin{"mode", mode, 1, any_number, Gather::all, {"list"}},
        Builtin{"product", product, 1, any_number, Gather::all, {"list"}},
        Builtin{"all", all, 1, any_number, Gather::all, {"list"}},
        Builtin{"any", any, 1, any_number, Gather::all, {"list"}},
        Builtin{"list contains", list_contains, 2, 2, Gather::nothing, {"list", "element"}},
        Builtin{"sublist", sublist, 2, 3, Gather::nothing, {"list", "start position", "length"}},
        Builtin{"append", append, 1, any_number, Gather::rest, {"list", "item"}},
        Builtin{"concatenate", concatenate, 1, any_number, Gather::always, {"list"}},
        Builtin{
            "insert before", insert_before, 3, 3, Gather::nothing, {"list", "position", "newItem"}},
        Builtin{"remove", Function::remove, 2, 2, Gather::nothing, {"list", "position"}},
        Builtin{"reverse", Function::reverse, 1, 1, Gather::nothing, {"list"}},
        Builtin{"index of", index_of, 2, 2, Gather::nothing, {"list", "match"}},
        Builtin{"union", union_of, 1, any_number, Gather::always, {"list"}},
        Builtin{"distinct values", distinct_values, 1, 1, Gather::nothing, {"list"}},
        Builtin{"sort", sort, 1, 1, Gather::nothing, {"list"}},
        Builtin{"sort", sort_by, 2, 2, Gather::nothing, {"list", "precedes"}},
        Builtin{
            "list replace", list_replace, 3, 3, Gather::nothing, {"list", "position", "newItem"}},
        Builtin{"list replace", list_match, 3, 3, Gather::nothing, {"list", "match", "newItem"}},
        Builtin{"flatten", flatten, 1, 1, Gather::nothing, {"list"}},
        Builtin{"get value", get_value, 2, 2, Gather::nothing, {"m", "key"}},
        Builtin{"get entries", get_entries, 1, 1, Gather::nothing, {"m"}},
        Builtin{"context put", context_put, 3, 3, Gather::nothing, {"context", "keys", "value"}},
        Builtin{"context put", context_put_key, 3, 3, Gather::nothing, {"context", "key", "value"}},
        Builtin{"context merge", context_merge, 1, 1, Gather::nothing, {"contexts"}},
        Builtin{"range", range_from, 1, 1, Gather::nothing, {"from"}},
        Builtin{"context", context, 1, 1, Gather::nothing, {"entries"}},
        Builtin{"date", date_from, 1, 1, Gather::nothing, {"from"}},
        Builtin{"date", date_of, 3, 3, Gather::nothing, {"year", "month", "day"}},
        Builtin{"duration", duration, 1, 1, Gather::nothing, {"from"}},
        Builtin{"day of year", day_of_year, 1, 1, Gather::nothing, {"date"}},
        Builtin{"day of week", day_of_week, 1, 1, Gather::nothing, {"date"}},
        Builtin{"month of year", month_of_year, 1, 1, Gather::nothing, {"date"}},
        Builtin{"week of year", week_of_year, 1, 1, Gather::nothing, {"date"}}};
}();

struct Refused {
    std::string_view name;
    text::Sentence reason;
};

constexpr text::Sentence times{"heng has dates and day durations, no times of day and no zones",
                               "只有日期和按天计的时长，没有时刻和时区"};
constexpr text::Sentence irrational{"its results are irrational, and heng's numbers are exact",
                                    "其结果是无理数，而 heng 的数都是精确的"};
constexpr text::Sentence patterns{"heng has no regular expressions", "没有正则表达式"};
constexpr text::Sentence clock{"heng reads no clock: the same facts always give the same score",
                               "不读时钟：同样的事实总得同样的分"};
constexpr text::Sentence relations{"compare the ends of the ranges instead",
                                   "请改为比较区间的两端"};

constexpr std::array refused = {
    Refused{"time", times},
    Refused{"date and time", times},
    Refused{"years and months duration",
            {"heng has durations of days, not of months", "只有按天计的时长，没有按月计的"}},
    Refused{"now", clock},
    Refused{"today", clock},
    Refused{"sqrt", irrational},
    Refused{"exp", irrational},
    Refused{"log", irrational},
    Refused{"stddev", irrational},
    Refused{"matches", patterns},
    Refused{"replace", patterns},
    Refused{"split", patterns},
    Refused{"before", relations},
    Refused{"after", relations},
    Refused{"meets", relations},
    Refused{"met by", relations},
    Refused{"overlaps", relations},
    Refused{"overlaps before", relations},
    Refused{"overlaps after", relations},
    Refused{"finishes", relations},
    Refused{"finished by", relations},
    Refused{"includes", relations},
    Refused{"during", relations},
    Refused{"starts", relations},
    Refused{"started by", relations},
    Refused{"coincides", relations}};

static_assert(std::all_of(table.begin(), table.end(), [](const Builtin& function) {
    return function.name.size() <= longest_function_name;
}));
static_assert(std::all_of(refused.begin(), refused.end(), [](const Refused& function) {
    return function.name.size() <= longest_function_name;
}));

} // namespace

std::span<const Builtin> builtins() {
    return table;
}

std::span<const Builtin> functions_named(std::string_view name) {
    const auto named = [name](const Builtin& function) {
        return function.name == name;
    };
    const auto first = std::find_if(table.begin(), table.end(), named);
    const auto last = std::find_if_not(first, table.end(), named);
    return {first, last};
}

std::optional<text::Sentence> refusal(std::string_view name) {
    for (const Refused& function : refused) {
        if (function.name == name) {
            return function.reason;
        }
    }
    return std::nullopt;
}

bool is_function(std::string_view name) {
    return !functions_named(name).empty() || refusal(name).has_value();
}

} // namespace heng::detail::feel
