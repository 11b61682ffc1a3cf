// SPDX-License-Identifier: Apache-2.0
//
// Days as the documents of the cycle write them: "2023-06-30", and "06-30" for that of any year.
//
//     day_in("06-30", 2023)            // "2023-06-30"
//     days_between("2023-06-30", "2023-07-01")   // 1
#pragma once

#include "base/json/reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::plan {

/// "06-30"; no February 29th, which most years have not.
[[nodiscard]] bool is_yearly_day(std::string_view text);

/// The day of the year 1 … 9999; of a yearly day.
[[nodiscard]] std::string day_in(std::string_view month_and_day, int year);

/// Of two days.
[[nodiscard]] std::int64_t days_between(std::string_view from, std::string_view to);

/// Whether a day is one of the year.
[[nodiscard]] bool is_in(std::string_view date, int year);

/// The number of the month, 1 … 12, of a day.
[[nodiscard]] int month_of(std::string_view date);

/// "06-30". Problems: type, day.
[[nodiscard]] std::optional<std::string> read_yearly_day(const json::Reader& day);

} // namespace heng::detail::plan
