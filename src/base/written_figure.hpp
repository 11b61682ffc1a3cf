// SPDX-License-Identifier: Apache-2.0
//
// The reader of figures as people write them. There is no other: facts, target records, claims,
// printed forms and the advice in errors all ask this one, so that a text has one meaning at every
// door, or none.
//
//     read_figure("(486.2)")->number                  // -486.2
//     read_figure("2,550.82亿元")->value()            // 255082000000, in 元
//     read_figure("≥95%")->relation                   // at_least; the value is 0.95
//     read_figure("98,5%").error().readings           // "985", "98.5": asks, never guesses
//
// Read as certain:
// - digits, full-width digits, a point (. ． 。), an exponent (1.5e3); Chinese numerals with units
//   (三百零五, 十二, 三点五, also 壹佰) where all that follows is a known unit;
// - thousands in right groups of three, separated by , ， ' ’ _ or a space;
// - signs: + ＋ 正, - − – — － ﹣ 负, ▲ △ as negative, a minus behind the digits (9860-), brackets
//   around the figure ((486.2), （5%）) as negative;
// - shares: % ％ ﹪ ‰ ‱, 百分点, 百分之 千分之 万分之, 基点, percent;
// - money: 元 and its multiples up to 万亿元, ¥ ￥ RMB CNY 人民币 in front;
// - other units, with the factor between those of a family (天 周 小时; 月 季度 年; 吨 千克; 公里
// 米;
//   亩 公顷 平方米 …), a multiple (万 亿 …) before any of them; counters (个, 项, 人次 …), each
//   word a family of its own.
// A number in words is for advice alone: printed forms and claims have figures.
// Words beside the figure are told, not dropped: operators (≥ ≤ = ═ 不低于 以上 …) and
// approximation (约 近 左右 余 多 …). A figure with either is no exact measurement.
//
// Unclear, with the reason: wrong groups (12,34; 1.234,5; 98,5), several numbers (1-2, 5/6,
// 2019.12.31), 下降 增长 ↑ ↓ ▼ (whether the sign is in the word is not known), and no number.
#pragma once

#include "base/text/messages.hpp"

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::base {

/// How the value stands to the figure that is written.
enum class Relation : std::uint8_t { equal, above, at_least, below, at_most };

/// Units of one family convert exactly; the base unit is named.
enum class Family : std::uint8_t {
    none,    ///< no unit
    share,   ///< 1: "5%" is 0.05
    money,   ///< 元
    time,    ///< day
    months,  ///< month
    mass,    ///< kilogram
    length,  ///< metre
    area,    ///< square metre
    volume,  ///< cubic metre
    counted, ///< one of what the word says: only the same word is comparable
};

struct WrittenFigure {
    Decimal number; ///< signed, with the places that are shown
    Family family = Family::none;
    int power = 0;               ///< of ten, of multiples, money and %: 8 of 亿元, −2 of %
    Ratio factor{1};             ///< what else one unit is worth: 7 of 周
    std::string unit{};          ///< as it stands behind the number: "%", " 亿元"
    std::string word{};          ///< of a counted figure: "人次"
    std::size_t unit_offset = 0; ///< where the unit begins in the text
    bool known_unit = true;      ///< false: `unit` has words that no table knows
    std::optional<Relation> relation{}; ///< of an operator that is written, = included
    bool approximate = false;           ///< 约, 左右 …
    bool separated = false;             ///< has thousands separators
    bool spelled = false;               ///< the number is in words: 四十五

    /// One of its own units, in the family's base unit.
    [[nodiscard]] Ratio worth() const;
    /// In the family's base unit.
    [[nodiscard]] Ratio value() const { return Ratio{number} * worth(); }
    /// One exact number: no bound, no approximation, no word that is not understood. An equals sign
    /// does not disturb.
    [[nodiscard]] bool is_certain() const {
        return known_unit && !approximate && relation.value_or(Relation::equal) == Relation::equal;
    }
};

enum class Unclear : std::uint8_t {
    no_number,  ///< nothing, or words
    separators, ///< separators that are no thousands: see readings
    several,    ///< several numbers: a range, a fraction, a date
    rise,       ///< 下降, 增长, ↓ …: the sign may be in the word
    limit,      ///< more digits than numbers may have
};

/// Why a text is no figure, in a sentence's second half, and the byte where.
struct UnclearFigure {
    Unclear why = Unclear::no_number;
    text::Words message;
    std::size_t offset = 0;
    std::vector<std::string> readings{}; ///< the numbers that may be meant
};

/// O(text). `limits` are of the number's digits and exponent.
[[nodiscard]] tl::expected<WrittenFigure, UnclearFigure> read_figure(std::string_view text,
                                                                     NumberLimits limits = {});

/// The relation of an operator that stands alone: ">=", "≥", "═", "不低于".
[[nodiscard]] std::optional<Relation> relation_of(std::string_view text);

/// One of `unit` in the base unit of its family ("万元": money, 10000); nullopt where no table
/// knows it. The unit stands alone, as a target record has it.
struct UnitWorth {
    Family family = Family::none;
    int power = 0;
    Ratio factor{1};
    std::string word{};

    [[nodiscard]] Ratio worth() const;
};
[[nodiscard]] std::optional<UnitWorth> unit_named(std::string_view unit);

} // namespace heng::detail::base
