// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "base/text/utf8.hpp"
#include "base/text/width.hpp"
#include "diff/difference_table.hpp"
#include "diff/parts.hpp"
#include "document/page_in.hpp"

#include <heng/score/sheet.hpp>

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace heng::detail::diff {
namespace {

constexpr std::size_t longest_value = 60; ///< characters of a fact or a rule in a table

constexpr DifferenceWords chinese{"总分",
                                  "等级",
                                  "变动",
                                  "指标",
                                  "分值",
                                  "原得分",
                                  "现得分",
                                  "原因",
                                  "合计",
                                  "有变动而不影响得分",
                                  "单独变动会影响得分，合在一起相互抵消",
                                  "有变动，是否影响得分未能判明",
                                  "没有差异",
                                  "等级受限",
                                  "："};

constexpr DifferenceWords english{"total",
                                  "grade",
                                  "change",
                                  "indicator",
                                  "points",
                                  "before",
                                  "after",
                                  "causes",
                                  "sum",
                                  "differs without effect on a score",
                                  "changes a score alone, but none together with the others",
                                  "differs, and whether it changes a score could not be told",
                                  "no difference",
                                  "grades that were lowered",
                                  ": "};

struct Names {
    std::string_view json, zh;
};

constexpr std::array<Names, 14> names{{{"fact", "数据"},
                                       {"assessment", "评审"},
                                       {"points", "分值"},
                                       {"rule", "标准"},
                                       {"status", "是否适用"},
                                       {"added", "新增指标"},
                                       {"removed", "取消指标"},
                                       {"several", "数项（不能分开）"},
                                       {"unknown", "两表未载"},
                                       {"adjustment", "调整"},
                                       {"rescaling", "折算满分"},
                                       {"rounding", "取整"},
                                       {"unexplained", "得分与下级之和不符"},
                                       {"bound", "以最高分或最低分为限"}}};

std::string value_text(const std::string& value, Language language) {
    const std::string_view none = language == Language::zh ? "无" : "none";
    return value.empty() ? std::string{none}
                         : text::printable(text::shortened(value, longest_value));
}

/// Equal for parts that have one cause, or both are rounding. Empty: there is none like it.
std::string key_of_cause(const ChangePart& part) {
    std::string key;
    if (part.kind == CauseKind::rounding || !part.because.empty()) {
        key = name(part.kind);
    }
    for (const Because& each : part.because) {
        key += part.kind == CauseKind::rounding ? std::string{} : ' ' + key_of(each);
    }
    return key;
}

/// The name of the part's indicator; the total has none.
std::string where(const ChangePart& part, Language language) {
    return text::printable(part.item.empty()   ? std::string{words(language).total}
                           : part.name.empty() ? part.item
                                               : part.name);
}

std::string cause_words(const ChangePart& part, Language language) {
    const auto kind = static_cast<std::size_t>(part.kind);
    std::string text{language == Language::zh ? names[kind].zh : names[kind].json};
    for (std::size_t i = 0; i < part.because.size(); ++i) {
        const bool known = part.because[i].kind == part.kind;
        const auto of = static_cast<std::size_t>(part.because[i].kind);
        text += i == 0 ? (language == Language::zh ? "　" : " ")
                       : (language == Language::zh ? "；" : "; ");
        text += known ? "" : std::string{language == Language::zh ? names[of].zh : names[of].json};
        text += known ? "" : " ";
        text += sentence(part.because[i], language);
    }
    return text;
}

} // namespace

const DifferenceWords& words(Language language) {
    return language == Language::zh ? chinese : english;
}

std::vector<ItemLine> item_lines(const Difference& difference) {
    std::vector<ItemLine> lines;
    for (const ItemChange& item : difference.items) {
        std::string points = item.points_from ? base::number_text(*item.points_from) : "–";
        if (item.points_from != item.points_to) {
            points += " → " + (item.points_to ? base::number_text(*item.points_to) : "–");
        }
        lines.push_back({item.level, text::printable(item.name), std::move(points),
                         item.points_from ? base::number_text(item.score_from) : "–",
                         item.points_to ? base::number_text(item.score_to) : "–",
                         base::signed_text(item.change())});
    }
    return lines;
}

std::string sentence(const Because& because, Language language) {
    const bool zh = language == Language::zh;
    std::string text = because.label.empty() ? because.where : because.label;
    if (!because.label.empty() && because.kind == CauseKind::fact) {
        text += (zh ? "（" : " (") + because.where + (zh ? "）" : ")");
    }
    text = text::printable(text);
    if (because.kind == CauseKind::adjustment) {
        return text;
    }
    return text + std::string{words(language).colon} + value_text(because.from, language) + " → " +
           value_text(because.to, language);
}

namespace {

/// The parts of each cause together, in the order of their first.
std::vector<std::vector<const ChangePart*>> by_cause(const std::vector<ChangePart>& parts) {
    std::vector<std::vector<const ChangePart*>> groups;
    std::unordered_map<std::string, std::size_t> known;
    for (const ChangePart& part : parts) {
        std::string key = key_of_cause(part);
        const bool alone = key.empty();
        const std::size_t group =
            alone ? groups.size() : known.emplace(std::move(key), groups.size()).first->second;
        if (group == groups.size()) {
            groups.emplace_back();
        }
        groups[group].push_back(&part);
    }
    return groups;
}

} // namespace

std::vector<CauseLine> cause_lines(const Difference& difference) {
    const Language language = difference.language;
    std::vector<CauseLine> lines;
    std::optional<CauseLine> rounding;
    for (const auto& group : by_cause(difference.parts)) {
        const ChangePart& first = *group.front();
        CauseLine line{"", cause_words(first, language), {}};
        Points change;
        for (const ChangePart* const part : group) {
            change += part->change;
            line.indicators.push_back(
                {base::signed_text(part->change), where(*part, language), {}});
        }
        line.change = base::signed_text(change);
        if (line.indicators.size() == 1) {
            line.words = line.indicators.front().words + "  " + line.words;
            line.indicators.clear();
        }
        (first.kind == CauseKind::rounding ? rounding.emplace() : lines.emplace_back()) =
            std::move(line);
    }
    if (rounding) {
        lines.push_back(std::move(*rounding));
    }
    return lines;
}

std::vector<std::string> lowered_lines(const Difference& difference) {
    const bool zh = difference.language == Language::zh;
    std::vector<std::string> lines;
    const auto add = [&](std::string_view side, const ComparedSheet& sheet) {
        for (const GradeLimit& each : sheet.lowered) {
            const std::string change = each.before + " → " + each.after;
            lines.push_back(
                text::printable(std::string{side} + each.reason + (zh ? "，" : ", ") + change));
        }
    };
    add(zh ? "原：" : "before: ", difference.from);
    add(zh ? "现：" : "after: ", difference.to);
    return lines;
}

std::vector<std::string> heading(const Difference& difference) {
    // two versions of a standard may have one title
    const bool ids = difference.from.rubric_title == difference.to.rubric_title &&
                     difference.from.rubric_id != difference.to.rubric_id;
    const auto line = [ids](const ComparedSheet& sheet) {
        return text::printable(sheet.subject + (sheet.subject.empty() ? "" : "  ") +
                               document::title_of(sheet.rubric_title, sheet.rubric_id) +
                               (ids ? " (" + sheet.rubric_id + ")" : ""));
    };
    std::vector<std::string> lines{line(difference.from)};
    if (line(difference.to) != lines.front()) {
        lines.push_back(line(difference.to));
    }
    return lines;
}

} // namespace heng::detail::diff

namespace heng {

std::string_view name(CauseKind kind) {
    return detail::diff::names[static_cast<std::size_t>(kind)].json;
}

} // namespace heng
