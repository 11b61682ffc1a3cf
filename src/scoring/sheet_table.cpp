// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "base/text/messages.hpp"
#include "base/text/width.hpp"
#include "scoring/sheet_table.hpp"
#include "scoring/unbounded.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace heng::detail::scoring {
namespace {

std::string points_words(const std::string& points, bool zh) {
    constexpr text::Sentence words{"{0} point{s}", "{0}分"};
    return text::spoken(words(points), zh ? Language::zh : Language::en);
}

constexpr SheetWords chinese{"指标",
                             "分值",
                             "得分",
                             "得分率",
                             "依据",
                             "总分",
                             "等级",
                             "调整",
                             "说明",
                             "数据",
                             "依据：公布 = 见于公布文件；推算 = "
                             "由公布数字推算；回忆 = 业内回忆，"
                             "未见印本；推断 = 由公布内容推断；"
                             "自定 = 使用者自定"};

constexpr SheetWords english{"indicator",
                             "points",
                             "score",
                             "rate",
                             "basis",
                             "total",
                             "grade",
                             "adjustments",
                             "remarks",
                             "facts",
                             "basis: published = printed in a published "
                             "document; arithmetic = follows from printed "
                             "figures; recalled = recalled, not found in "
                             "print; inferred = inferred from print; "
                             "local = the owner's own"};

std::string shown(const Points& points, std::optional<int> scale) {
    return base::number_text(points, scale.value_or(0));
}

std::string_view kind_word(Adjustment::Kind kind, bool zh) {
    switch (kind) {
    case Adjustment::Kind::at_most:
        return zh ? "不超过" : "at most";
    case Adjustment::Kind::set:
        return zh ? "计为" : "set to";
    case Adjustment::Kind::add:
        return zh ? "加" : "plus";
    case Adjustment::Kind::grade_at_most:
        return zh ? "等级不高于" : "grade at most";
    case Adjustment::Kind::deduct:
        break;
    }
    return zh ? "扣" : "less";
}

/// "扣2分，93 → 91"
std::string changed(const Adjusted& each, bool zh) {
    std::string line{kind_word(each.adjustment.kind, zh)};
    if (each.adjustment.kind == Adjustment::Kind::grade_at_most) {
        return line + (zh ? "“" : " \"") + each.adjustment.grade + (zh ? "”，" : "\", ") +
               each.grade_before + " → " + each.grade_after;
    }
    const auto& most = each.adjustment.each_at_most;
    const bool all = most && each.amount == Points{*most};
    line += (zh ? "" : " ") + points_words(shown(each.amount, {}), zh);
    line += all ? (zh ? "（已达上限）" : " (the most)") : "";
    line += zh ? "，" : ", ";
    return line + shown(each.before, {}) + " → " + shown(each.after, {});
}

/// The name of an item, or of the total behind the last.
std::string name_at(const ScoreSheet& sheet, std::size_t at) {
    return at < sheet.items.size() ? sheet.items[at].name
                                   : std::string{words(sheet.language).total};
}

/// How a score that passed its bound ends there, "" for one that did not.
std::string bound_words(const ScoreSheet& sheet, std::size_t at, const Unbounded& before) {
    const bool zh = sheet.language == Language::zh;
    const bool total = at == sheet.items.size();
    const Points& after = total ? sheet.exact : sheet.items[at].exact;
    const std::string bound = shown(after, {});
    if (before.adjusted < after) {
        return (zh ? "，不低于" : ", no less than ") + points_words(bound, zh);
    }
    if (before.adjusted == after) {
        return {};
    }
    if (after > (total ? sheet.points : sheet.items[at].points)) {
        return zh ? "，连同加分不超过" + bound + "分"
                  : ", no more than " + points_words(bound, zh) + ", bonus and all";
    }
    return zh ? "，不超过在计分的" + bound + "分"
              : ", no more than the " + points_words(bound, zh) + " in play";
}

} // namespace

const SheetWords& words(Language language) {
    return language == Language::zh ? chinese : english;
}

std::string_view basis_word(Basis basis, Language language) {
    constexpr std::array<std::string_view, 5> zh{"公布", "推算", "回忆", "推断", "自定"};
    return language == Language::zh ? zh[static_cast<std::size_t>(basis)] : name(basis);
}

std::vector<TableRow> table_rows(const ScoreSheet& sheet) {
    std::vector<TableRow> rows;
    rows.reserve(sheet.items.size());
    for (const Item& item : sheet.items) {
        TableRow row{item.level,
                     item.kind,
                     text::printable(item.name),
                     shown(item.points, sheet.scale),
                     shown(item.score, sheet.scale),
                     base::with_minus(item.rate()),
                     std::string{basis_word(item.basis, sheet.language)},
                     {},
                     {}};
        const bool notable = item.lost() > Points{} || item.status != ItemStatus::scored;
        if (item.kind != ItemKind::branch && notable) {
            row.why = text::printable(item.why);
            row.recover = text::printable(item.recover);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> adjustment_lines(const ScoreSheet& sheet) {
    const bool zh = sheet.language == Language::zh;
    const std::vector<Unbounded> before = unbounded(sheet);
    std::vector<bool> told(before.size());
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < sheet.adjustments.size(); ++i) {
        const Adjusted& each = sheet.adjustments[i];
        const std::size_t at = each.item.value_or(sheet.items.size());
        std::string line = name_at(sheet, at) + (zh ? "：" : ": ") + changed(each, zh);
        const bool last =
            i + 1 == sheet.adjustments.size() || sheet.adjustments[i + 1].item != each.item;
        line += last ? bound_words(sheet, at, before[at]) : "";
        line += (zh ? "（" : " (") + each.adjustment.reason + (zh ? "）" : ")");
        lines.push_back(text::printable(line));
        told[at] = true;
    }
    for (std::size_t at = 0; at < before.size(); ++at) {
        const std::string bound = told[at] ? "" : bound_words(sheet, at, before[at]);
        if (!bound.empty()) {
            const std::string sum = shown(before[at].own, {});
            lines.push_back(text::printable(
                name_at(sheet, at) +
                (zh ? "：下级得分合计" + sum + "分" : ": its parts have " + points_words(sum, zh)) +
                bound));
        }
    }
    return lines;
}

std::vector<std::string> remark_lines(const ScoreSheet& sheet) {
    const bool zh = sheet.language == Language::zh;
    std::vector<std::string> lines;
    std::size_t unread = 0;
    for (const Diagnostic& diagnostic : sheet.diagnostics) {
        if (diagnostic.code == "unread-fact") {
            ++unread;
            continue;
        }
        // a message about a fact names it; one about an item stands behind the item's name
        const auto item =
            std::find_if(sheet.items.begin(), sheet.items.end(),
                         [&](const Item& each) { return each.id == diagnostic.where; });
        const std::string about = item == sheet.items.end() ? "" : item->name + (zh ? "：" : ": ");
        lines.push_back(text::printable(about + diagnostic.message));
    }
    if (unread > 0) {
        constexpr text::Sentence not_read{"the rubric does not read {0} fact{s} of the document",
                                          "有{0}项数据，本标准没有读取"};
        lines.push_back(text::spoken(not_read(std::to_string(unread)), sheet.language));
    }
    return lines;
}

} // namespace heng::detail::scoring
