// SPDX-License-Identifier: Apache-2.0
#include "whatif/candidates.hpp"

#include <algorithm>

namespace heng::detail::whatif {
namespace {

constexpr int most_places = 12; ///< of a number as it is
constexpr int near_places = 6;  ///< of the neighbours of another

} // namespace

bool Candidates::can_be_said(const Ratio& number) const {
    const auto exact = number.exact_decimal();
    return domain_.numbers.is_whole() ? number.is_whole() : exact && exact->scale() <= most_places;
}

void Candidates::value(feel::Value value) {
    const bool number = value.is_number();
    if (values_.size() < most_ && domain_.contains(value) &&
        (!number || (can_be_said(value.number()) && numbers_.insert(value.number()).second))) {
        values_.push_back(std::move(value));
    }
}

void Candidates::number(const Ratio& number) {
    if (can_be_said(number)) {
        value(feel::Value::number(number));
        return;
    }
    const int places = domain_.numbers.is_whole() ? 0 : near_places;
    for (const Rounding mode : {Rounding::floor, Rounding::ceiling}) {
        value(feel::Value::number(Ratio{number.rounded(places, mode)}));
    }
}

void Candidates::around(const Ratio& number) {
    for (const Ratio& step : {Ratio{0}, Ratio{1, 100}, Ratio{1}}) {
        value(feel::Value::number(number + step));
        value(feel::Value::number(number - step));
    }
}

void Candidates::others(document::InputType type, std::span<const feel::Value> near) {
    if (type == document::InputType::boolean) {
        value(feel::Value::boolean(false));
        value(feel::Value::boolean(true));
        return;
    }
    for (const feel::Value& each : near) {
        if (type == document::InputType::text && each.is_text()) {
            value(each);
        } else if (type == document::InputType::date && each.is_date()) {
            for (const int by : {0, 1, -1}) {
                value(feel::Value::date(each.date_days() + by));
            }
        }
    }
}

std::vector<feel::Value> Candidates::take_rising() {
    std::sort(values_.begin(), values_.end(),
              [](const feel::Value& a, const feel::Value& b) { return a.number() < b.number(); });
    return take();
}

} // namespace heng::detail::whatif
