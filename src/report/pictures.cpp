// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "base/page.hpp"
#include "base/text/messages.hpp"
#include "base/text/width.hpp"
#include "report/draft.hpp"
#include "report/pictures.hpp"

#include <algorithm>

namespace heng::detail::report {
namespace {

constexpr int width = 480; ///< of the picture, and of a bar that is full
constexpr int row_height = 40;
constexpr int bar_height = 14;
constexpr int least_bar = 4; ///< what is there can be seen
constexpr std::size_t most_bars = 20;
constexpr std::size_t label_cells = 40; ///< of a terminal; a Chinese character takes two

/// The name, cut where it would run into its bar.
std::string label_of(std::string_view name) {
    const std::string whole = text::printable(name);
    std::string label;
    std::size_t end = 0;
    while (end < whole.size()) {
        std::size_t next = end + 1;
        while (next < whole.size() && (static_cast<unsigned char>(whole[next]) & 0xC0U) == 0x80U) {
            ++next;
        }
        if (text::cells(std::string_view{whole}.substr(0, next)) > label_cells) {
            return label + "…";
        }
        label = whole.substr(0, next);
        end = next;
    }
    return label;
}

/// How far along a bar `points` stands, whose axis goes from `from` to `to`: in whole units,
/// rounded half-up.
int length_of(const Points& points, const Points& from, const Points& to) {
    const Points range = to - from;
    if (range.value().sign() <= 0) {
        return 0;
    }
    const Ratio share = min(max((points - from).value() / range.value(), Ratio{}), Ratio{1});
    const auto units = (share * Ratio{width}).rounded(0).small_coefficient();
    return units ? static_cast<int>(*units) : 0;
}

class Picture {
  public:
    /// `axis`: what stands below the rows; "" is nothing.
    Picture(std::string_view kind, std::string title, std::size_t rows, const std::string& axis) {
        const int below = axis.empty() ? 0 : row_height / 2;
        const int height = static_cast<int>(rows) * row_height + below;
        out_ = "<svg class=\"" + std::string{kind} + "\" role=\"img\" viewBox=\"0 0 " +
               std::to_string(width) + ' ' + std::to_string(height) +
               "\" xmlns=\"http://www.w3.org/2000/svg\"><title>" + base::html_escaped(title) +
               "</title>";
        if (!axis.empty()) {
            text("axis", 0, height - 4, axis);
        }
    }

    /// A row: its name, what it comes to, and below them a bar of which `begin` to `end` is filled.
    void row(std::string_view name, int begin, int end, std::string_view css,
             const std::string& number) {
        text("label", 0, y_ + 16, label_of(name));
        text("number", width, y_ + 16, number);
        const int filled = std::max(end - begin, least_bar);
        rectangle("track", 0, width);
        rectangle(css, std::min(begin, width - filled), filled);
        y_ += row_height;
    }

    std::string take() && { return std::move(out_) + "</svg>"; }

  private:
    void text(std::string_view css, int x, int y, const std::string& words) {
        out_ += "<text class=\"" + std::string{css} + "\" x=\"" + std::to_string(x) + "\" y=\"" +
                std::to_string(y) + "\">" + base::html_escaped(words) + "</text>";
    }

    void rectangle(std::string_view css, int x, int filled) {
        out_ += "<rect class=\"" + std::string{css} + "\" x=\"" + std::to_string(x) + "\" y=\"" +
                std::to_string(y_ + 22) + "\" width=\"" + std::to_string(filled) + "\" height=\"" +
                std::to_string(bar_height) + "\"/>";
    }

    std::string out_;
    int y_ = 0;
};

struct Step {
    std::string name;
    Points change; ///< below 0 where points were lost
};

/// What leads from the full points to the total: lost by rules, and by whatever else (adjustments,
/// rounding, rescaling) in one.
std::vector<Step> steps_of(const ScoreSheet& sheet) {
    const bool zh = sheet.language == Language::zh;
    const std::vector<const Item*> lost = lost_items(sheet);
    std::vector<Step> steps;
    Points left = sheet.points;
    Points rest{};
    for (const Item* const item : lost) {
        if (steps.size() + 1 < most_bars) {
            steps.push_back({item->name, Points{} - item->lost()});
        } else {
            rest = rest - item->lost();
        }
        left = left - item->lost();
    }
    if (rest != Points{}) {
        steps.push_back({zh ? "其余指标" : "other indicators", rest});
    }
    Points bonus{};
    for (const Item* const item : bonus_items(sheet)) {
        if (steps.size() + 2 < most_bars) {
            steps.push_back({item->name, -item->lost()});
        } else {
            bonus = bonus - item->lost();
        }
        left = left - item->lost();
    }
    if (bonus != Points{}) {
        steps.push_back({zh ? "其余加分" : "other bonuses", bonus});
    }
    if (sheet.total != left) {
        steps.push_back({zh ? "取整、调整" : "rounding and adjustments", sheet.total - left});
    }
    return steps;
}

/// From where to where the axis of a waterfall goes.
struct Axis {
    Points from;
    Points to;

    [[nodiscard]] int at(const Points& points) const { return length_of(points, from, to); }
};

/// Begins at a whole point below the lowest that it comes down to, so that what was lost takes up
/// most of it; at 0 where that is near. Ends at the full points, or where a bonus leads.
Axis axis_of(const ScoreSheet& sheet, const std::vector<Step>& steps) {
    Points lowest = min(sheet.points, sheet.total);
    Points highest = max(sheet.points, sheet.total);
    Points left = sheet.points;
    for (const Step& step : steps) {
        left = left + step.change;
        lowest = min(lowest, left);
        highest = max(highest, left);
    }
    if (lowest < Points{}) {
        return {Points{lowest.rounded(0, Rounding::up)}, highest};
    }
    constexpr int part = 4; // of the axis, for what is left below the losses
    const Ratio below = lowest.value() - (sheet.points - lowest).value() / Ratio{part - 1};
    if (below * Ratio{part} < sheet.points.value()) {
        return {Points{}, highest};
    }
    return {Points{below.rounded(0, Rounding::down)}, highest};
}

/// What stands below the bars where they do not begin at 0.
std::string axis_words(const Points& from, bool zh) {
    if (from == Points{}) {
        return {};
    }
    constexpr text::Sentence below_0{"The axis begins at {0} point{s}", "横轴自{0}分起"};
    constexpr text::Sentence above_0{"The bars begin at {0} point{s}, not at 0",
                                     "横轴自{0}分起，{0}分以下未画出"};
    const auto words = (from < Points{} ? below_0 : above_0)(base::number_text(from));
    return text::spoken(words, zh ? Language::zh : Language::en);
}

} // namespace

std::string lost_text(const Item& item) {
    return base::number_text(item.lost());
}

std::string waterfall(const ScoreSheet& sheet) {
    const std::vector<Step> steps = steps_of(sheet);
    if (steps.empty()) {
        return {};
    }
    const bool zh = sheet.language == Language::zh;
    const Axis axis = axis_of(sheet, steps);
    Picture picture{"waterfall", zh ? "失分构成" : "What the lost points are due to",
                    steps.size() + 2, axis_words(axis.from, zh)};
    const int zero = axis.at(Points{});
    picture.row(zh ? "满分" : "full marks", zero, axis.at(sheet.points), "full",
                base::number_text(sheet.points, sheet.scale));
    Points left = sheet.points;
    for (const Step& step : steps) {
        const Points next = left + step.change;
        const bool won = step.change > Points{};
        picture.row(step.name, axis.at(won ? left : next), axis.at(won ? next : left),
                    won ? "won" : "lost", base::signed_text(step.change));
        left = next;
    }
    const int end = axis.at(sheet.total);
    picture.row(zh ? "总分" : "total", std::min(zero, end), std::max(zero, end),
                sheet.total < Points{} ? "lost" : "full",
                base::number_text(sheet.total, sheet.scale));
    return std::move(picture).take();
}

std::string bars(const ScoreSheet& sheet) {
    std::vector<const Item*> items;
    for (const Item& item : sheet.items) {
        const bool leaf_at_top = item.level == 1 && item.kind != ItemKind::branch;
        if ((item.level == 2 && item.kind != ItemKind::row) || leaf_at_top) {
            items.push_back(&item);
        }
    }
    Picture picture{"bars",
                    sheet.language == Language::zh ? "各项得分率" : "What share each scored",
                    items.size(),
                    {}};
    for (const Item* const item : items) {
        const bool bonus = item->points == Points{} && !item->beyond.extra.is_zero();
        const Points most = bonus ? Points{item->beyond.extra} : item->points;
        const auto shown = [bonus](const Points& points) {
            return bonus ? base::signed_text(points) : base::number_text(points);
        };
        picture.row(item->name, 0, length_of(item->score, Points{}, most),
                    item->score < Points{} ? "lost"
                    : item->score >= most  ? "full"
                                           : "part",
                    shown(item->score) + " / " + shown(most));
    }
    return std::move(picture).take();
}

} // namespace heng::detail::report
