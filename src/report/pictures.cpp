// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "base/page.hpp"
#include "base/text/width.hpp"
#include "report/draft.hpp"
#include "report/pictures.hpp"

#include <algorithm>

namespace heng::detail::report {
namespace {

constexpr int label_width = 250;
constexpr int track_width = 500;
constexpr int number_width = 150;
constexpr int row_height = 26;
constexpr std::size_t most_bars = 20;
constexpr std::size_t label_cells = 26; ///< of a terminal; a Chinese character takes two

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
            return base::html_escaped(label) + "…";
        }
        label = whole.substr(0, next);
        end = next;
    }
    return base::html_escaped(label);
}

/// A length of the track, in whole units, rounded half-up.
int length_of(const Points& part, const Points& whole) {
    if (whole.value().sign() <= 0) {
        return 0;
    }
    const Ratio share = min(max(part.value() / whole.value(), Ratio{}), Ratio{1});
    const auto units = (share * Ratio{track_width}).rounded(0).small_coefficient();
    return units ? static_cast<int>(*units) : 0;
}

class Picture {
  public:
    Picture(std::string_view kind, std::string title, std::size_t rows) {
        const std::string width = std::to_string(label_width + track_width + number_width);
        const std::string height = std::to_string(static_cast<int>(rows) * row_height + 8);
        out_ = "<svg class=\"" + std::string{kind} + "\" role=\"img\" viewBox=\"0 0 " + width +
               ' ' + height + "\" xmlns=\"http://www.w3.org/2000/svg\"><title>" +
               base::html_escaped(title) + "</title>";
    }

    /// A row: its name, a track of which `begin` to `end` is filled, and what stands behind it.
    void row(std::string_view name, int begin, int end, std::string_view css,
             const std::string& number) {
        const int top = y_ + 5;
        const int text = y_ + 18;
        out_ += "<text class=\"label\" x=\"" + std::to_string(label_width - 10) + "\" y=\"" +
                std::to_string(text) + "\">" + label_of(name) + "</text>";
        rectangle("track", label_width, top, track_width);
        rectangle(css, label_width + begin, top, std::max(end - begin, 1));
        out_ += "<text class=\"number\" x=\"" + std::to_string(label_width + track_width + 10) +
                "\" y=\"" + std::to_string(text) + "\">" + base::html_escaped(number) + "</text>";
        y_ += row_height;
    }

    std::string take() && { return std::move(out_) + "</svg>"; }

  private:
    void rectangle(std::string_view css, int x, int y, int width) {
        out_ += "<rect class=\"" + std::string{css} + "\" x=\"" + std::to_string(x) + "\" y=\"" +
                std::to_string(y) + "\" width=\"" + std::to_string(width) + "\" height=\"" +
                std::to_string(row_height - 10) + "\"/>";
    }

    std::string out_;
    int y_ = 4;
};

struct Step {
    std::string name;
    Points change; ///< below 0 where points were lost
};

/// What leads from the full points to the total: lost by rules, and by whatever else (adjustments,
/// rounding, rescaling) in one.
std::vector<Step> steps_of(const ScoreSheet& sheet) {
    const bool zh = sheet.language == Language::zh;
    std::vector<const Item*> lost = lost_items(sheet);
    std::stable_sort(lost.begin(), lost.end(),
                     [](const Item* a, const Item* b) { return a->lost() > b->lost(); });
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
    if (sheet.total != left) {
        steps.push_back({zh ? "取整、调整" : "rounding and adjustments", sheet.total - left});
    }
    return steps;
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
    Picture picture{"waterfall", zh ? "失分构成" : "What the lost points are due to",
                    steps.size() + 2};
    picture.row(zh ? "满分" : "full marks", 0, track_width, "full",
                base::number_text(sheet.points, sheet.scale));
    Points left = sheet.points;
    for (const Step& step : steps) {
        const Points next = left + step.change;
        const bool won = step.change > Points{};
        const int from = length_of(won ? left : next, sheet.points);
        const int to = length_of(won ? next : left, sheet.points);
        picture.row(step.name, from, to, won ? "won" : "lost", base::signed_text(step.change));
        left = next;
    }
    picture.row(zh ? "总分" : "total", 0, length_of(sheet.total, sheet.points), "full",
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
                    items.size()};
    for (const Item* const item : items) {
        const bool full = item->score == item->points;
        picture.row(item->name, 0, length_of(item->score, item->points), full ? "full" : "part",
                    base::number_text(item->score) + " / " + base::number_text(item->points));
    }
    return std::move(picture).take();
}

} // namespace heng::detail::report
