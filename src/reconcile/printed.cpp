// SPDX-License-Identifier: Apache-2.0
#include "base/text/thousands.hpp"
#include "base/text/utf8.hpp"
#include "reconcile/printed.hpp"

#include <utility>

namespace heng::detail::reconcile {
namespace {

using Fault = tl::unexpected<PrintedFault>;

constexpr text::Sentence in_words{"the number is in words, and should be in digits",
                                  "数是用文字写的，应写数字"};
constexpr text::Sentence no_unit{"\"{0}\" is no unit that is known", "不认识单位“{0}”"};

Fault fault(text::Words message, std::size_t offset) {
    return Fault{PrintedFault{std::move(message), offset}};
}

Scale scale_of(base::Family family) {
    return family == base::Family::share   ? Scale::percent
           : family == base::Family::money ? Scale::money
                                           : Scale::plain;
}

} // namespace

/// A formula has no units but shares and money: 5天 is 5, and 1.4万张 is 14000.
tl::expected<Printed, PrintedFault> read_printed(std::string_view text, NumberLimits limits) {
    auto figure = base::read_figure(text, limits);
    if (!figure) {
        return fault(std::move(figure.error().message), figure.error().offset);
    }
    if (figure->spelled) {
        return fault(in_words, 0);
    }
    if (!figure->known_unit) {
        return fault(no_unit(text::shortened(text.substr(figure->unit_offset))),
                     figure->unit_offset);
    }
    Printed printed;
    printed.number = std::move(figure->number);
    printed.scale = scale_of(figure->family);
    printed.power = figure->power;
    printed.relation = figure->relation.value_or(Relation::equal);
    printed.approximate = figure->approximate;
    printed.separated = figure->separated;
    printed.unit = std::move(figure->unit);
    if (printed.scale == Scale::percent && printed.unit.empty()) { // 百分之五
        printed.unit = printed.power == -2 ? "%" : printed.power == -3 ? "‰" : "‱";
    }
    return printed;
}

std::optional<Ratio> Printed::worth(std::optional<MoneyUnit> of_facts) const {
    const Ratio own = heng::power(Ratio{10}, power);
    if (scale != Scale::money) {
        return own;
    }
    if (!of_facts) {
        return std::nullopt;
    }
    return convert(own, MoneyUnit::yuan, *of_facts);
}

std::string Printed::shown(const Ratio& value) const {
    const std::string plain = value.rounded(number.scale()).to_string();
    return (separated ? text::with_separators(plain) : plain) + unit;
}

bool Printed::says(const Ratio& value) const {
    const Ratio figure{number};
    switch (relation) {
    case Relation::above:
        return value > figure;
    case Relation::at_least:
        return value >= figure;
    case Relation::below:
        return value < figure;
    case Relation::at_most:
        return value <= figure;
    case Relation::equal:
        break;
    }
    return Ratio{value.rounded(number.scale())} == figure;
}

} // namespace heng::detail::reconcile
