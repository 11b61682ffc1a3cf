// SPDX-License-Identifier: Apache-2.0
//
// The units that figures are written with, and the words that stand before and behind them.
#pragma once

#include "base/written_figure.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace heng::detail::base {

/// One unit is numerator ÷ denominator × 10^power base units; the power is of multiples, %, and
/// money.
struct KnownUnit {
    std::string_view text;
    Family family;
    int power = 0;
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
};

inline constexpr auto units = std::to_array<KnownUnit>({
    {"%", Family::share, -2},
    {"％", Family::share, -2},
    {"﹪", Family::share, -2},
    {"‰", Family::share, -3},
    {"‱", Family::share, -4},
    {"百分点", Family::share, -2},
    {"个百分点", Family::share, -2},
    {"基点", Family::share, -4},
    {"个基点", Family::share, -4},
    {"倍", Family::share},
    {"bp", Family::share, -4},
    {"BP", Family::share, -4},
    {"percentage points", Family::share, -2},
    {"percent", Family::share, -2},
    {"per cent", Family::share, -2},
    {"元", Family::money},
    {"圆", Family::money},
    {"元人民币", Family::money},
    {"元整", Family::money},
    {"yuan", Family::money},
    {"million yuan", Family::money, 6},
    {"billion yuan", Family::money, 9},
    {"million", Family::none, 6},
    {"billion", Family::none, 9},
    {"天", Family::time},
    {"日", Family::time},
    {"周", Family::time, 0, 7},
    {"星期", Family::time, 0, 7},
    {"个星期", Family::time, 0, 7},
    {"小时", Family::time, 0, 1, 24},
    {"个小时", Family::time, 0, 1, 24},
    {"分钟", Family::time, 0, 1, 1440},
    {"days", Family::time},
    {"weeks", Family::time, 0, 7},
    {"hours", Family::time, 0, 1, 24},
    {"月", Family::months},
    {"个月", Family::months},
    {"季度", Family::months, 0, 3},
    {"个季度", Family::months, 0, 3},
    {"年", Family::months, 0, 12},
    {"months", Family::months},
    {"years", Family::months, 0, 12},
    {"克", Family::mass, 0, 1, 1000},
    {"千克", Family::mass},
    {"公斤", Family::mass},
    {"kg", Family::mass},
    {"吨", Family::mass, 0, 1000},
    {"t", Family::mass, 0, 1000},
    {"毫米", Family::length, 0, 1, 1000},
    {"厘米", Family::length, 0, 1, 100},
    {"米", Family::length},
    {"m", Family::length},
    {"千米", Family::length, 0, 1000},
    {"公里", Family::length, 0, 1000},
    {"km", Family::length, 0, 1000},
    {"平方米", Family::area},
    {"㎡", Family::area},
    {"m²", Family::area},
    {"m2", Family::area},
    {"平米", Family::area},
    {"亩", Family::area, 0, 2000, 3},
    {"公顷", Family::area, 0, 10'000},
    {"平方公里", Family::area, 0, 1'000'000},
    {"平方千米", Family::area, 0, 1'000'000},
    {"升", Family::volume, 0, 1, 1000},
    {"立方米", Family::volume},
    {"m³", Family::volume},
    {"m3", Family::volume},
    {"方", Family::volume},
});

/// Words of things that are counted. Each is comparable with itself alone.
inline constexpr auto counters = std::to_array<std::string_view>(
    {"个",     "家",   "项",   "分",   "人",     "人次",     "名",   "位",   "次",    "件",
     "户",     "台",   "套",   "辆",   "张",     "只",       "所",   "座",   "处",    "条",
     "篇",     "份",   "期",   "场",   "户次",   "班次",     "车次", "架次", "场次",  "批",
     "批次",   "种",   "类",   "间",   "栋",     "幢",       "部",   "本",   "册",    "支",
     "株",     "棵",   "头",   "匹",   "盏",     "块",       "片",   "双",   "对",    "组",
     "队",     "门",   "课时", "学时", "工作日", "个工作日", "工时", "人天", "人日",  "床",
     "张床位", "床位", "例",   "宗",   "起",     "版",       "轮",   "届",   "节",    "段",
     "口",     "根",   "盒",   "袋",   "瓶",     "箱",       "车",   "艘",   "架",    "千瓦",
     "千瓦时", "度",   "村",   "个村", "所学校", "美元",     "港元", "欧元", "元/人", "points",
     "分/人",  "届次", "点",   "站",   "路",     "线"});

struct Multiple {
    std::string_view text;
    int power;
};

/// Longer ones before those they begin with.
inline constexpr auto multiples = std::to_array<Multiple>({
    {"万亿", 12},
    {"千亿", 11},
    {"百亿", 10},
    {"十亿", 9},
    {"千万", 7},
    {"百万", 6},
    {"十万", 5},
    {"亿", 8},
    {"万", 4},
    {"萬", 4},
    {"千", 3},
    {"百", 2},
});

struct Operator {
    std::string_view text;
    Relation relation;
};

/// In front of a figure; longer ones before those they begin with.
inline constexpr auto operators = std::to_array<Operator>({
    {">=", Relation::at_least},
    {"<=", Relation::at_most},
    {">＝", Relation::at_least},
    {"<＝", Relation::at_most},
    {"＞＝", Relation::at_least},
    {"＜＝", Relation::at_most},
    {"＞=", Relation::at_least},
    {"＜=", Relation::at_most},
    {"=>", Relation::at_least},
    {"=<", Relation::at_most},
    {"≥", Relation::at_least},
    {"≤", Relation::at_most},
    {"⩾", Relation::at_least},
    {"⩽", Relation::at_most},
    {"≧", Relation::at_least},
    {"≦", Relation::at_most},
    {"≮", Relation::at_least},
    {"≯", Relation::at_most},
    {"大于等于", Relation::at_least},
    {"小于等于", Relation::at_most},
    {"大于或等于", Relation::at_least},
    {"小于或等于", Relation::at_most},
    {"不得低于", Relation::at_least},
    {"不得超过", Relation::at_most},
    {"不低于", Relation::at_least},
    {"不高于", Relation::at_most},
    {"不少于", Relation::at_least},
    {"不超过", Relation::at_most},
    {"不小于", Relation::at_least},
    {"不大于", Relation::at_most},
    {"不多于", Relation::at_most},
    {"至少", Relation::at_least},
    {"最少", Relation::at_least},
    {"至多", Relation::at_most},
    {"最多", Relation::at_most},
    {"超过", Relation::above},
    {"超", Relation::above},
    {"逾", Relation::above},
    {"突破", Relation::above},
    {"高于", Relation::above},
    {"多于", Relation::above},
    {"大于", Relation::above},
    {">", Relation::above},
    {"＞", Relation::above},
    {"﹥", Relation::above},
    {"不足", Relation::below},
    {"不到", Relation::below},
    {"低于", Relation::below},
    {"少于", Relation::below},
    {"小于", Relation::below},
    {"<", Relation::below},
    {"＜", Relation::below},
    {"﹤", Relation::below},
    {"==", Relation::equal},
    {"＝＝", Relation::equal},
    {"=", Relation::equal},
    {"＝", Relation::equal},
    {"═", Relation::equal},
    {"﹦", Relation::equal},
    {"等于", Relation::equal},
});

/// Behind a figure.
inline constexpr auto bounds_behind = std::to_array<Operator>({
    {"及以上", Relation::at_least},
    {"或以上", Relation::at_least},
    {"以上", Relation::at_least},
    {"及以下", Relation::at_most},
    {"或以下", Relation::at_most},
    {"以下", Relation::at_most},
    {"以内", Relation::at_most},
    {"之内", Relation::at_most},
});

inline constexpr auto about_before = std::to_array<std::string_view>(
    {"大约为", "大约", "约为", "约", "将近", "接近", "近", "大概", "≈", "~", "～", "about"});
inline constexpr auto about_behind =
    std::to_array<std::string_view>({"左右", "上下", "有余", "余", "多", "…", "..."});
/// Between the digits and the unit: 100余人.
inline constexpr auto about_inside = std::to_array<std::string_view>({"余", "多", "来", "几"});

/// Words and marks of a rise or a fall: whether the sign is in them is not known.
inline constexpr auto rises = std::to_array<std::string_view>(
    {"同比", "环比", "下降", "减少", "降低", "下浮", "节约", "增长", "增加", "提高", "上升", "提升",
     "上浮", "↑", "↓", "▼", "▽", "±"});

inline constexpr auto currencies =
    std::to_array<std::string_view>({"¥", "￥", "RMB", "CNY", "人民币"});

inline constexpr auto fractions = std::to_array<Multiple>({
    {"百分之", -2},
    {"千分之", -3},
    {"万分之", -4},
});

} // namespace heng::detail::base
