// SPDX-License-Identifier: Apache-2.0
//
// The sentences of a score sheet, in each language, with {names} for what stands in them.
//
//     fill(phrase(Language::en, Phrase::recover_items), {{"items", "goals"}})
//
// In English "point{s}" is one point, or several: base/text/plural.hpp.
#pragma once

#include <heng/rubric/rubric.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::base {

enum class Phrase {
    proportional,
    proportional_capped,
    proportional_failed,
    proportional_negative,
    zero_denominator,
    band,
    band_point,
    band_assessed,
    band_point_assessed,
    interpolated,
    step_within,
    step_short,
    step_past,
    step_floor,
    step_floor_below,
    formula_capped,
    formula_floored,
    formula,
    steps_failed,
    steps_none,
    steps_past,
    steps_added,
    steps_added_most,
    steps_deducted,
    steps_deducted_most,
    steps_full,
    steps_full_extra,
    steps_floor_below,
    steps_floor,
    tally,
    tally_most,
    tally_none,
    count,
    count_bounded,
    count_free,
    counts,
    counts_floor,
    counts_none,
    items_all,
    items_missing,
    condition_holds,
    condition_fails,
    category,
    rows,
    target_met,
    target_missed,
    target_level,
    target_far_above,
    target_far_floor,
    target_no_divisor,
    target_far,
    target_all_missed,
    target_failed,
    target_points_lost,
    target_points_floor,
    target_on_time,
    target_late,
    target_late_days,
    target_late_floor,
    target_level_met,
    target_level_missed,
    target_least,
    target_most,
    assessed,
    assessed_lost,
    not_applicable_full,
    not_applicable_zero,
    not_applicable_rescale,
    units_weighed,
    units_weighed_left,
    branch,
    beyond_points,
    beyond_zero,
    bounded,
    bounded_extra,
    bounded_floor,
    rounded,
    rounding_bounded,
    adjusted,
    recover_measure,
    recover_knot,
    recover_at_least,
    recover_at_most,
    recover_band,
    recover_band_range,
    recover_in_band,
    recover_fewer,
    recover_fewer_floor,
    recover_none_left,
    recover_none_from,
    recover_items,
    recover_condition,
    recover_category,
    recover_rows,
    recover_lower,
    recover_date,
    recover_assessed,
    diagnostic_zero_divisor,
    diagnostic_unread,
    diagnostic_unread_more,
    diagnostic_unused_assessment,
    diagnostic_units,
    records,
    diagnostic_unlisted,
    diagnostic_large_percent,
    diagnostic_printed_double,
    diagnostic_unlike_percent,
    diagnostic_figures_more,
    diagnostic_left_out,
};

/// The sentence, with its {names}. A name that a sentence does not use may still be given.
[[nodiscard]] std::string_view phrase(Language language, Phrase which);

/// A name of a sentence as a number, for comparing: its last eight bytes.
[[nodiscard]] constexpr std::uint64_t key_of(std::string_view name) {
    std::uint64_t key = 0;
    for (const char c : name) {
        key = key << 8U | static_cast<unsigned char>(c);
    }
    return key;
}

/// A sentence cut at its names, which is done when the program is compiled: a sheet has a hundred
/// sentences, and to look for the names took longer than to write the numbers.
class Pattern {
  public:
    struct Piece {
        std::string_view text;  ///< stands before the name
        std::uint64_t name = 0; ///< key_of() it; 0 at the end of the sentence
    };

    constexpr Pattern() = default;
    explicit constexpr Pattern(std::string_view sentence) {
        for (;;) {
            const std::size_t open = sentence.find('{');
            if (open == std::string_view::npos) {
                pieces_[count_++] = {sentence, 0};
                return;
            }
            const std::size_t close = std::min(sentence.find('}', open), sentence.size());
            pieces_[count_++] = {sentence.substr(0, open),
                                 key_of(sentence.substr(open + 1, close - open - 1))};
            sentence.remove_prefix(std::min(close + 1, sentence.size()));
        }
    }

    [[nodiscard]] constexpr std::span<const Piece> pieces() const {
        return {pieces_.data(), count_};
    }

  private:
    std::array<Piece, 18> pieces_{};
    std::size_t count_ = 0;
};

[[nodiscard]] const Pattern& pattern(Language language, Phrase which);

using Blank = std::pair<std::string_view, std::string>;

/// Whether what begins with a digit would be read as the end of what stands before it: 3 behind
/// the label k1, as "k13".
[[nodiscard]] constexpr bool runs_on(std::string_view before, std::string_view then) {
    const auto is_digit = [](char c) {
        return c >= '0' && c <= '9';
    };
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return !before.empty() && !then.empty() && is_digit(then.front()) &&
           (is_digit(before.back()) || is_letter(before.back()));
}

/// `sentence` with each {name} replaced. O(length).
[[nodiscard]] std::string fill(std::string_view sentence, std::initializer_list<Blank> blanks);

} // namespace heng::detail::base
