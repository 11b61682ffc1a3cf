// SPDX-License-Identifier: Apache-2.0
//
// The table of a department's indicators on three levels, and that of a project's targets.
#include "base/number_text.hpp"
#include "base/say.hpp"
#include "base/text/width.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "report/draft.hpp"
#include "report/kept.hpp"
#include "rule/kind.hpp"
#include "scoring/scoring.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/rubric/tree.hpp>
#include <heng/score/reason.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::report {
namespace {

using text::Sentence;

constexpr Sentence of_points{"{0} ({1} of {2} point{s})", "{0}（{2}分，得{1}分）"};
constexpr Sentence missed{"{0}: {1}", "{0}：{1}"};
constexpr Sentence clause{"; {0}", "；{0}"};
constexpr Sentence next_name{", {0}", "、{0}"};

/// A block of a target, such as 产出/数量, as the form of a project has it.
struct BlockName {
    std::string_view written;
    std::string_view level1;
    std::string_view level2;
};

constexpr std::array<BlockName, 9> block_names{{
    {"数量", "产出指标", "数量指标"},
    {"质量", "产出指标", "质量指标"},
    {"时效", "产出指标", "时效指标"},
    {"成本", "产出指标", "成本指标"},
    {"经济", "效益指标", "经济效益指标"},
    {"社会", "效益指标", "社会效益指标"},
    {"生态", "效益指标", "生态效益指标"},
    {"可持续", "效益指标", "可持续影响指标"},
    {"满意度", "满意度指标", "服务对象满意度指标"},
}};

std::pair<std::string, std::string> levels_of(std::string_view block) {
    const std::size_t slash = std::min(block.find('/'), block.size());
    const std::string_view top = block.substr(0, slash);
    const std::string_view below = block.substr(std::min(slash + 1, block.size()));
    for (const BlockName& each : block_names) {
        if (each.written == (below.empty() ? top : below)) {
            return {std::string{each.level1}, std::string{each.level2}};
        }
    }
    return {text::printable(top), text::printable(below)};
}

std::string_view sign_of(const TargetRow& row) {
    constexpr std::array<std::string_view, 4> signs{"≥", "≤", "=", ""};
    const bool day = row.numbers.rule.kind == RowRule::Kind::date; // "≤2023-12-31" is nobody's
    return row.target_text.empty() || day ? ""
                                          : signs[static_cast<std::size_t>(row.numbers.direction)];
}

/// Rows that begin with the same text in a column are one cell there: `key`_first is true of the
/// first of them, and `key`_span says how many they are. `groups` are the texts of the column, and
/// a row belongs to its group only where the column before it goes on, too.
struct Spans {
    std::vector<bool> first;
    std::vector<std::size_t> span;

    explicit Spans(const std::vector<std::string>& groups)
        : first(groups.size()), span(groups.size()) {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            first[i] = i == 0 || groups[i] != groups[i - 1];
            begin = first[i] ? i : begin;
            ++span[begin];
        }
    }

    void put(Object& row, const std::string& key, std::size_t at) const {
        row.set(key + "_first", static_cast<bool>(first[at]))
            .set(key + "_span", std::to_string(span[at]));
    }
};

/// A department's indicators, each leaf a row below the two levels that it stands in.
class IndicatorRows {
  public:
    explicit IndicatorRows(const Sources& sources)
        : sheet_{sources.sheet},
          rubric_{sources.facts.rubric().compiled()},
          tree_{rubric_.rubric.indicators},
          say_{sources.sheet.language} {}

    List rows() {
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) {
            if (sheet_.items[i].kind == ItemKind::leaf) {
                leaves_.push_back(i);
            }
        }
        std::vector<std::string> tops, seconds;
        for (const std::size_t leaf : leaves_) {
            const std::vector<std::size_t> path = path_of(leaf);
            tops.push_back(sheet_.items[path[0]].id);
            seconds.push_back(tops.back() + '\n' +
                              (path.size() > 1 ? sheet_.items[path[1]].id : std::string{}));
        }
        const Spans of_tops{tops}, of_seconds{seconds};
        List rows;
        for (std::size_t at = 0; at < leaves_.size(); ++at) {
            Object row = row_of(leaves_[at]);
            of_tops.put(row, "level1", at);
            of_seconds.put(row, "level2", at);
            rows.push_back(std::move(row));
        }
        return rows;
    }

  private:
    /// From the top down to the item itself.
    [[nodiscard]] std::vector<std::size_t> path_of(std::size_t item) const {
        std::vector<std::size_t> path{item};
        while (sheet_.items[path.back()].parent) {
            path.push_back(*sheet_.items[path.back()].parent);
        }
        std::reverse(path.begin(), path.end());
        return path;
    }

    /// A branch with its points; a leaf has them in its own columns.
    [[nodiscard]] std::string titled(std::size_t index) const {
        const Item& item = sheet_.items[index];
        const std::string name = text::printable(item.name);
        return item.kind == ItemKind::branch
                   ? spoken(of_points(name, base::number_text(item.score, sheet_.scale),
                                      base::number_text(item.points, sheet_.scale)),
                            sheet_.language)
                   : name;
    }

    [[nodiscard]] Object row_of(std::size_t leaf) const {
        const Item& item = sheet_.items[leaf];
        const std::vector<std::size_t> path = path_of(leaf);
        std::string name;
        for (std::size_t i = 2; i < path.size(); ++i) {
            name += (i > 2 ? " — " : "") + text::printable(sheet_.items[path[i]].name);
        }
        const Indicator& indicator = *tree_[item.indicator].indicator;
        return Object{}
            .set("level1", titled(path[0]))
            .set("level2", path.size() > 1 ? titled(path[1]) : std::string{})
            .set("name", name)
            .set("points", base::number_text(item.points, sheet_.scale))
            .set("score", base::number_text(item.score, sheet_.scale))
            .set("standard", text::printable(rule::kind_of(indicator.rule)
                                                 .words(indicator, scoring::wording_of(
                                                                       rubric_, indicator, say_))))
            .set("why", item.lost() > Points{} ? why_of(leaf) : std::string{});
    }

    /// Why it lost points, and the reasons of its targets that were missed.
    [[nodiscard]] std::string why_of(std::size_t leaf) const {
        std::string why = text::printable(sheet_.items[leaf].why);
        for (std::size_t i = leaf + 1;
             i < sheet_.items.size() && sheet_.items[i].kind == ItemKind::row; ++i) {
            const auto* const target = std::get_if<ByTarget>(&sheet_.items[i].reason);
            if (target != nullptr && !target->completion.met && !target->row.reason.empty()) {
                const std::string reason = spoken(missed(text::printable(sheet_.items[i].name),
                                                         text::printable(target->row.reason)),
                                                  sheet_.language);
                why += spoken(clause(reason), sheet_.language);
            }
        }
        return why;
    }

    const ScoreSheet& sheet_;
    const document::CompiledRubric& rubric_;
    IndicatorTree tree_;
    base::Say say_;
    std::vector<std::size_t> leaves_{};
};

/// The indicators whose standard nobody has seen in print: to be looked at before the report is
/// signed.
std::string unconfirmed(const ScoreSheet& sheet) {
    std::string names;
    for (const Item& item : sheet.items) {
        if (item.kind == ItemKind::leaf &&
            (item.basis == Basis::recalled || item.basis == Basis::inferred)) {
            const std::string name = text::printable(item.name);
            names += names.empty() ? name : spoken(next_name(name), sheet.language);
        }
    }
    return names;
}

/// The targets of a project on the levels of its form.
List goals_of(const ScoreSheet& sheet) {
    std::vector<std::string> tops, seconds;
    List rows;
    std::map<std::pair<std::size_t, std::string>, std::size_t> known;
    for (const Item& item : sheet.items) {
        const auto* const by = std::get_if<ByTarget>(&item.reason);
        if (by == nullptr || !item.parent) {
            continue;
        }
        const auto [level1, level2] = levels_of(by->row.block);
        const std::size_t nth = ++known[{*item.parent, item.name}];
        tops.push_back(level1);
        seconds.push_back(level1 + '\n' + level2);
        rows.push_back(Object{}
                           .set("level1", level1)
                           .set("level2", level2)
                           .set("name", text::printable(item.name))
                           .set("target", std::string{sign_of(by->row)} + target_text(by->row))
                           .set("actual", actual_text(by->row, sheet.language))
                           .set("points", base::number_text(item.points, sheet.scale))
                           .set("score", base::number_text(item.score, sheet.scale))
                           .set("reason", text::printable(by->row.reason))
                           .set("keep", target_mark(sheet.items[*item.parent].id, item.name, nth)));
    }
    const Spans of_tops{tops}, of_seconds{seconds};
    for (std::size_t at = 0; at < rows.size(); ++at) {
        of_tops.put(rows[at], "level1", at);
        of_seconds.put(rows[at], "level2", at);
    }
    return rows;
}

} // namespace

bool is_of_project(const ScoreSheet& sheet) {
    bool has_own_points = false;
    for (const Item& item : sheet.items) {
        const auto* const by = std::get_if<ByTarget>(&item.reason);
        has_own_points = has_own_points || (by != nullptr && by->row.points);
        if (item.kind == ItemKind::branch) {
            return false;
        }
    }
    return has_own_points;
}

namespace {

/// A value with the unit that it is counted in, which it may have already: 98%.
std::string with_unit(std::string_view value, const TargetRow& row) {
    const bool bare = !value.empty() && !value.ends_with('%') && !value.ends_with(row.unit);
    return text::printable(value) + (bare ? text::printable(row.unit) : "");
}

} // namespace

std::string target_text(const TargetRow& row) {
    return with_unit(row.target_text, row);
}

std::string actual_text(const TargetRow& row, Language language) {
    if (row.numbers.direction != Direction::level) {
        return with_unit(row.actual_text, row);
    }
    const bool zh = language == Language::zh;
    switch (row.numbers.level) {
    case Level::met:
        return zh ? "达成" : "met";
    case Level::partly:
        return zh ? "部分达成" : "partly met";
    case Level::not_met:
        break;
    }
    return zh ? "未达成" : "not met";
}

void add_indicators(const Sources& sources, Object& draft) {
    const ScoreSheet& sheet = sources.sheet;
    const std::string names = unconfirmed(sheet);
    draft.set("indicators", IndicatorRows{sources}.rows())
        .set("unconfirmed", names)
        .set("has_unconfirmed", !names.empty())
        .set("goals", goals_of(sheet));
    for (std::size_t i = 0; i < sheet.items.size(); ++i) { // the form has one line of money
        const Item& item = sheet.items[i];
        const bool has_rows =
            i + 1 < sheet.items.size() && sheet.items[i + 1].kind == ItemKind::row;
        if (item.kind == ItemKind::leaf && !has_rows) {
            draft.set("execution_points", base::number_text(item.points, sheet.scale))
                .set("execution_score", base::number_text(item.score, sheet.scale));
            break;
        }
    }
}

} // namespace heng::detail::report
