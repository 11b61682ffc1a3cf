// SPDX-License-Identifier: Apache-2.0
//
// The sentences of a score sheet, in each language, with {names} for what stands in them.
//
//     fill(phrase(Language::en, Phrase::recover_items), {{"items", "goals"}})
#pragma once

#include <heng/rubric/rubric.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace heng::document {

enum class Phrase {
    proportional,
    proportional_capped,
    proportional_failed,
    zero_denominator,
    band,
    interpolated,
    step_within,
    step_past,
    formula,
    count,
    count_free,
    counts,
    counts_floor,
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
    target_no_divisor,
    assessed,
    assessed_lost,
    not_applicable_full,
    not_applicable_zero,
    not_applicable_rescale,
    units_weighed,
    units_weighed_left,
    branch,
    adjusted,
    recover_measure,
    recover_knot,
    recover_at_least,
    recover_at_most,
    recover_band,
    recover_fewer,
    recover_fewer_floor,
    recover_none_left,
    recover_items,
    recover_condition,
    recover_category,
    recover_rows,
    recover_lower,
    recover_assessed,
    diagnostic_zero_divisor,
    diagnostic_unread,
    diagnostic_unread_more,
    diagnostic_units,
    records,
};

/// The sentence, with its {names}. A name that a sentence does not use may still be given.
[[nodiscard]] std::string_view phrase(Language language, Phrase which);

using Blank = std::pair<std::string_view, std::string>;

/// `sentence` with each {name} replaced. O(length).
[[nodiscard]] std::string fill(std::string_view sentence, std::initializer_list<Blank> blanks);

} // namespace heng::document
