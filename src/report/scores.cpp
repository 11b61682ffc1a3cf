// SPDX-License-Identifier: Apache-2.0
//
// Parts two to four of a draft: the scores, what they are due to, and what would win points back.
#include "base/number_text.hpp"
#include "base/page.hpp"
#include "base/text/width.hpp"
#include "report/draft.hpp"
#include "report/kept.hpp"
#include "report/pictures.hpp"
#include "scoring/sheet_table.hpp"

#include <heng/score/reason.hpp>

#include <algorithm>

namespace heng::detail::report {
namespace {

using scoring::TableRow;

/// A sheet beside the texts of its rows.
class ScoreWriter {
  public:
    explicit ScoreWriter(const ScoreSheet& sheet)
        : sheet_(sheet), rows_(scoring::table_rows(sheet)) {}

    void run(Object& draft) {
        draft.set("total", base::number_text(sheet_.total, sheet_.scale))
            .set("points", base::number_text(sheet_.points, sheet_.scale))
            .set("rate", sheet_.rate())
            .set("grade", text::printable(sheet_.grade))
            .set("has_grade", !sheet_.grade.empty())
            .set("table", table())
            .set("targets", targets())
            .set("analysis", analysis())
            .set("problems", problems())
            .set("improvements", improvements())
            .set("bonuses", bonuses())
            .set("adjusted", adjusted())
            .set("has_waterfall", !lost_items(sheet_).empty() || !bonus_items(sheet_).empty())
            .set("waterfall", waterfall(sheet_))
            .set("bars", bars(sheet_))
            .set("style", base::html_style());
    }

  private:
    /// Branches and leaves of the second level, or of the first where there is nothing below.
    [[nodiscard]] std::vector<std::size_t> sections() const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) {
            const Item& item = sheet_.items[i];
            const bool leaf_at_top = item.level == 1 && item.kind != ItemKind::branch;
            if ((item.level == 2 && item.kind != ItemKind::row) || leaf_at_top) {
                found.push_back(i);
            }
        }
        return found;
    }

    [[nodiscard]] std::size_t top_of(std::size_t section) const {
        return sheet_.items[section].parent.value_or(section);
    }

    /// Behind the last item that stands below this one.
    [[nodiscard]] std::size_t end_of(std::size_t section) const {
        std::size_t end = section + 1;
        while (end < sheet_.items.size() && sheet_.items[end].level > sheet_.items[section].level) {
            ++end;
        }
        return end;
    }

    Object& fill(Object& row, std::size_t index) const {
        const TableRow& texts = rows_[index];
        return row.set("name", texts.name)
            .set("points", texts.points)
            .set("score", texts.score)
            .set("rate", texts.rate)
            .set("basis", texts.basis);
    }

    [[nodiscard]] List table() const {
        List table;
        const std::vector<std::size_t> found = sections();
        std::size_t rows_left = 0;
        for (std::size_t at = 0; at < found.size(); ++at) {
            const std::size_t index = found[at];
            const std::size_t top = top_of(index);
            const bool first = rows_left == 0;
            while (at + rows_left < found.size() && first && top_of(found[at + rows_left]) == top) {
                ++rows_left; // those of one top stand together
            }
            Object row;
            fill(row, index)
                .set("level1", rows_[top].name)
                .set("level2", index == top ? std::string{} : rows_[index].name)
                .set("first", first)
                .set("span", std::to_string(rows_left));
            --rows_left;
            table.push_back(std::move(row));
        }
        return table;
    }

    [[nodiscard]] List targets() const {
        List rows;
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) {
            const auto* const why = std::get_if<ByTarget>(&sheet_.items[i].reason);
            if (why == nullptr) {
                continue;
            }
            Object row;
            fill(row, i)
                .set("target", target_text(why->row))
                .set("actual", actual_text(why->row, sheet_.language))
                .set("reason", text::printable(why->row.reason))
                .set("met", why->completion.met);
            rows.push_back(std::move(row));
        }
        return rows;
    }

    [[nodiscard]] List analysis() const {
        List sections_of;
        for (const std::size_t section : sections()) {
            List lines;
            const std::size_t end = end_of(section);
            for (std::size_t i = section; i < end; ++i) {
                const Item& item = sheet_.items[i];
                if (item.kind == ItemKind::leaf) {
                    Object line;
                    fill(line, i).set("why", text::printable(item.why));
                    lines.push_back(std::move(line));
                }
            }
            Object row;
            const Item& item = sheet_.items[section];
            fill(row, section)
                .set("lines", std::move(lines))
                .set("keep", indicator_mark(item.id, item.name));
            sections_of.push_back(numbered(std::move(row), sections_of.size()));
        }
        return sections_of;
    }

    [[nodiscard]] List problems() const {
        List rows;
        for (const Item* const item : lost_items(sheet_)) {
            List evidence;
            if (const Assessment* const given = assessment_of(item->reason)) {
                for (const std::string& each : given->evidence) {
                    evidence.push_back(Object{}.set("text", text::printable(each)));
                }
            }
            Object row;
            const bool below = item->score < Points{};
            row.set("name", text::printable(item->name))
                .set("lost", lost_text(*item))
                .set("is_below", below)
                .set("below", below ? base::number_text(-item->score) : std::string{})
                .set("why", text::printable(item->why))
                .set("evidence", std::move(evidence));
            rows.push_back(numbered(std::move(row), rows.size()));
        }
        return rows;
    }

    [[nodiscard]] List improvements() const {
        List rows;
        for (const Item* const item : lost_items(sheet_)) {
            if (!item->recover.empty()) {
                Object row;
                row.set("name", text::printable(item->name))
                    .set("text", text::printable(item->recover));
                rows.push_back(numbered(std::move(row), rows.size()));
            }
        }
        return rows;
    }

    [[nodiscard]] List bonuses() const {
        List rows;
        for (const Item* const item : bonus_items(sheet_)) {
            Object row;
            row.set("name", text::printable(item->name))
                .set("gained", base::number_text(-item->lost()))
                .set("why", text::printable(item->why));
            rows.push_back(numbered(std::move(row), rows.size()));
        }
        return rows;
    }

    /// Ceilings and deductions that are written once stand in the standard itself.
    [[nodiscard]] List adjusted() const {
        const auto& all = sheet_.adjustments;
        const bool counts = std::any_of(all.begin(), all.end(), [](const Adjusted& each) {
            const Adjustment& by = each.adjustment;
            return by.amount || by.each_at_most || by.kind == Adjustment::Kind::add ||
                   by.kind == Adjustment::Kind::grade_at_most;
        });
        List lines;
        for (std::string& line :
             counts ? scoring::adjustment_lines(sheet_) : std::vector<std::string>{}) {
            lines.push_back(Object{}.set("text", std::move(line)));
        }
        return lines;
    }

    static Object numbered(Object row, std::size_t before) {
        row.set("number", std::to_string(before + 1));
        return row;
    }

    const ScoreSheet& sheet_;
    std::vector<TableRow> rows_;
};

} // namespace

std::vector<const Item*> lost_items(const ScoreSheet& sheet) {
    std::vector<bool> has_rows(sheet.items.size());
    for (const Item& item : sheet.items) {
        if (item.kind == ItemKind::row && item.parent) {
            has_rows[*item.parent] = true;
        }
    }
    std::vector<const Item*> lost;
    for (std::size_t i = 0; i < sheet.items.size(); ++i) {
        const Item& item = sheet.items[i];
        if (item.kind != ItemKind::branch && !has_rows[i] && item.lost() > Points{}) {
            lost.push_back(&item);
        }
    }
    std::stable_sort(lost.begin(), lost.end(),
                     [](const Item* a, const Item* b) { return a->lost() > b->lost(); });
    return lost;
}

std::vector<const Item*> bonus_items(const ScoreSheet& sheet) {
    std::vector<const Item*> bonuses;
    for (const Item& item : sheet.items) {
        if (item.kind == ItemKind::leaf && item.lost() < Points{}) {
            bonuses.push_back(&item);
        }
    }
    return bonuses;
}

void add_scores(const Sources& sources, Object& draft) {
    draft.set("rubric", text::printable(sources.sheet.rubric_title));
    ScoreWriter{sources.sheet}.run(draft);
}

Object draft_of(const Sources& sources) {
    Object draft;
    add_basics(sources, draft);
    add_scores(sources, draft);
    add_indicators(sources, draft);
    add_monitoring(sources, draft);
    return draft;
}

} // namespace heng::detail::report
