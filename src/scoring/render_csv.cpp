// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "base/page.hpp"

#include <heng/scoring/render.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace heng {
namespace {

using detail::base::Align;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Where the decimal does not end, `exact` says what it stands for.
std::string decimal_text(const Points& points, std::optional<int> scale) {
    return detail::base::plain_text(points.value(), scale.value_or(0));
}

/// "10 ÷ 9", or "" where the decimal ends.
std::string quotient_text(const Points& points) {
    std::string text = points.value().exact_decimal() ? "" : points.to_string();
    if (const std::size_t slash = text.find('/'); slash != std::string::npos) {
        text.replace(slash, 1, " ÷ ");
    }
    return text;
}

} // namespace

std::string to_csv(const ScoreSheet& sheet, bool mark) {
    detail::base::Table table{{{"id"},
                               {"name"},
                               {"parent"},
                               {"level", Align::right},
                               {"kind"},
                               {"rule"},
                               {"points", Align::right},
                               {"score", Align::right},
                               {"rate", Align::right},
                               {"lost", Align::right},
                               {"status"},
                               {"basis"},
                               {"why"},
                               {"recover"},
                               {"exact", Align::right},
                               {"grade"}}};
    for (const Item& item : sheet.items) {
        table.add(item.id, item.name, item.parent ? sheet.items[*item.parent].id : "",
                  std::to_string(item.level), name(item.kind), item.rule,
                  decimal_text(item.points, item.scale), decimal_text(item.score, item.scale),
                  item.rate(), decimal_text(item.lost(), item.scale), name(item.status),
                  name(item.basis), item.why, item.recover, quotient_text(item.score), "");
    }
    table.add("", "total", "", "0", "total", "", decimal_text(sheet.points, sheet.scale),
              decimal_text(sheet.total, sheet.scale), sheet.rate(),
              decimal_text(sheet.points - sheet.total, sheet.scale), "", "", "", "",
              quotient_text(sheet.total), sheet.grade);
    return (mark ? std::string{byte_order_mark} : std::string{}) + detail::base::to_csv(table);
}

} // namespace heng
