// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "plan/names.hpp"
#include "plan/target_units.hpp"

#include <algorithm>
#include <array>

namespace heng::detail::plan {
namespace {

struct Known {
    std::string_view text; ///< normalised
    std::string_view family;
    std::int64_t worth;
    std::int64_t parts = 1; ///< worth ÷ parts
};

constexpr std::string_view share = "%";

/// 个工作日, 个月 and 个百分点 are found without their 个.
constexpr std::array<Known, 64> known_units{{
    {"元", "元", 1},
    {"圆", "元", 1},
    {"元人民币", "元", 1},
    {"人民币元", "元", 1},
    {"yuan", "元", 1},
    {"天", "天", 1},
    {"日", "天", 1},
    {"日历天", "天", 1},
    {"自然日", "天", 1},
    {"day", "天", 1},
    {"days", "天", 1},
    {"周", "天", 7},
    {"星期", "天", 7},
    {"week", "天", 7},
    {"weeks", "天", 7},
    {"小时", "天", 1, 24},
    {"分钟", "天", 1, 1'440},
    {"秒", "天", 1, 86'400},
    {"月", "月", 1},
    {"季度", "月", 3},
    {"半年", "月", 6},
    {"年", "月", 12},
    {"人", "人", 1},
    {"名", "人", 1},
    {"位", "人", 1},
    {share, share, 1, 100},
    {"百分比", share, 1, 100},
    {"percent", share, 1, 100},
    {"‰", share, 1, 1'000},
    {"千分比", share, 1, 1'000},
    {"成", share, 1, 10},
    {"百分点", "百分点", 1},
    {"克", "克", 1},
    {"g", "克", 1},
    {"千克", "克", 1'000},
    {"公斤", "克", 1'000},
    {"kg", "克", 1'000},
    {"斤", "克", 500},
    {"吨", "克", 1'000'000},
    {"t", "克", 1'000'000},
    {"毫米", "米", 1, 1'000},
    {"厘米", "米", 1, 100},
    {"米", "米", 1},
    {"m", "米", 1},
    {"里", "米", 500},
    {"公里", "米", 1'000},
    {"km", "米", 1'000},
    {"平方米", "平方米", 1},
    {"㎡", "平方米", 1},
    {"m2", "平方米", 1},
    {"m²", "平方米", 1},
    {"亩", "平方米", 2'000, 3},
    {"公顷", "平方米", 10'000},
    {"平方公里", "平方米", 1'000'000},
    {"平方千米", "平方米", 1'000'000},
    {"升", "立方米", 1, 1'000},
    {"立方米", "立方米", 1},
    {"m3", "立方米", 1},
    {"m³", "立方米", 1},
    {"度", "千瓦时", 1},
    {"千瓦时", "千瓦时", 1},
    {"瓦时", "千瓦时", 1, 1'000},
    {"兆瓦时", "千瓦时", 1'000},
    {"kwh", "千瓦时", 1},
}};

struct Factor {
    char32_t text;
    std::int64_t worth;
};

constexpr std::array<Factor, 5> factors{
    {{U'十', 10}, {U'百', 100}, {U'千', 1'000}, {U'万', 10'000}, {U'亿', 100'000'000}}};

std::optional<UnitWorth> worth_of(std::string_view unit) {
    constexpr std::string_view counter = "个";
    const auto find = [&] {
        return std::find_if(known_units.begin(), known_units.end(),
                            [&](const Known& each) { return each.text == unit; });
    };
    auto known = find();
    if (known == known_units.end() && unit.starts_with(counter)) {
        unit.remove_prefix(counter.size());
        known = find();
    }
    if (known == known_units.end()) {
        return std::nullopt;
    }
    return UnitWorth{std::string{known->family}, Ratio{known->worth} / Ratio{known->parts}};
}

/// The unit that a figure is counted in: a text with % is a share, which a unit "%" says once more.
std::optional<UnitWorth> worth_of(const PlannedTarget& target, std::string_view unit) {
    UnitWorth worth = unit_worth(unit);
    if (!target.percent) {
        return worth;
    }
    const bool is_share = worth.family.empty() || worth.family == share;
    return is_share ? std::optional{UnitWorth{std::string{share}, Ratio{1}}} : std::nullopt;
}

} // namespace

UnitWorth unit_worth(std::string_view unit) {
    const std::string text = normalised(unit);
    std::string_view rest = text;
    Ratio factor{1};
    for (std::size_t read = 0; !rest.empty(); ++read) {
        constexpr std::size_t most_factors = 4; // 千万亿 is the longest that is written
        if (auto known = worth_of(rest)) {
            return {std::move(known->family), known->worth * factor};
        }
        const text::CodePoint first = text::decode(rest, 0);
        const auto found = std::find_if(factors.begin(), factors.end(), [&](const Factor& each) {
            return each.text == first.value;
        });
        if (found == factors.end() || read == most_factors) {
            break;
        }
        factor = factor * Ratio{found->worth};
        rest.remove_prefix(first.length);
    }
    // 万 alone counts what the name says
    return rest.empty() && !text.empty() ? UnitWorth{"个", factor}
                                         : UnitWorth{std::string{rest}, factor};
}

Comparability comparability(const PlannedTarget& one, std::string_view its_unit,
                            const PlannedTarget& other, std::string_view other_unit) {
    const auto a = worth_of(one, its_unit);
    const auto b = worth_of(other, other_unit);
    if (!a || !b || !one.value || !other.value) {
        return Comparability::impossible;
    }
    if (a->family == b->family) {
        return a->worth == b->worth ? Comparability::same : Comparability::converted;
    }
    // "98%" is no number of whatever it may be that has no unit
    const bool none = a->family.empty() || b->family.empty();
    return none && !one.percent && !other.percent ? Comparability::unknown
                                                  : Comparability::impossible;
}

std::optional<PlannedTarget> converted(const PlannedTarget& target, std::string_view from,
                                       std::string_view to, bool in_percent) {
    const auto a = worth_of(target, from);
    PlannedTarget there;
    there.percent = in_percent;
    const auto b = worth_of(there, to);
    if (!target.value || !a || !b || a->family != b->family) {
        return std::nullopt;
    }
    const Ratio value = *target.value * a->worth / b->worth;
    const auto written = (in_percent ? value * Ratio{100} : value).exact_decimal();
    if (!written) {
        return std::nullopt;
    }
    there.value = value;
    there.text = written->shortest().to_string() + (in_percent ? "%" : "");
    return there;
}

} // namespace heng::detail::plan
