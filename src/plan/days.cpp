// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "feel/calendar.hpp"
#include "plan/days.hpp"
#include "plan/messages.hpp"

namespace heng::detail::plan {

bool is_yearly_day(std::string_view text) {
    return text.size() == 5 && json::is_date("2023-" + std::string{text});
}

std::string day_in(std::string_view month_and_day, int year) {
    const std::string new_year = feel::date_text(feel::days_of({year, 1, 1}).value_or(0));
    return new_year.substr(0, 5).append(month_and_day);
}

std::int64_t days_between(std::string_view from, std::string_view to) {
    return feel::parse_date(to).value_or(0) - feel::parse_date(from).value_or(0);
}

bool is_in(std::string_view date, int year) {
    return date.substr(0, 5) == day_in("", year);
}

int month_of(std::string_view date) {
    return feel::civil_of(feel::parse_date(date).value_or(0)).month;
}

std::optional<std::string> read_yearly_day(const json::Reader& day) {
    const auto written = day.text();
    if (!written) {
        return std::nullopt;
    }
    if (!is_yearly_day(*written)) {
        day.problem("day", say::no_yearly_day(*written), say::write_yearly_day);
        return std::nullopt;
    }
    return std::string{*written};
}

} // namespace heng::detail::plan
