// SPDX-License-Identifier: Apache-2.0
#include "office/messages.hpp"
#include "office/readers.hpp"
#include "office/table_builder.hpp"

#include <algorithm>
#include <heng.h>
#include <tuple>
#include <utility>

namespace heng::office {
namespace {

auto place(const Cell& cell) {
    return std::tuple{cell.row, cell.column};
}

auto place(const Table::Cover& cover) {
    return std::tuple{cover.row, cover.column};
}

} // namespace

std::optional<Problem> TableBuilder::add(Cell cell) {
    const bool merged = cell.rows > 1 || cell.columns > 1;
    if (cell.text.empty() && cell.formula.empty() && !merged) {
        return std::nullopt;
    }
    const Where where = table_.where(cell.row, cell.column);
    if (cell.text.size() > bounds_.text) {
        return problem(HENG_LIMIT_EXCEEDED, "office.limit", say::too_long_cell(bounds_.text),
                       where);
    }
    if (!is_utf8(cell.text) || cell.text.find('\0') != std::string::npos) {
        return problem(HENG_SYNTAX_ERROR, "office.broken", say::broken_cell, where,
                       say::save_again);
    }
    if (left_.cells == 0) {
        return problem(HENG_LIMIT_EXCEEDED, "office.limit", say::too_many_cells(bounds_.cells),
                       where, say::keep_the_form);
    }
    --left_.cells;
    table_.rows = std::max(table_.rows, cell.row);
    table_.columns = std::max(table_.columns, cell.column);
    table_.cells.push_back(std::move(cell));
    return std::nullopt;
}

/// What a block covers behind the last row and column with content is nothing.
std::optional<Problem> TableBuilder::cover() {
    for (std::size_t i = 0; i < table_.cells.size(); ++i) {
        Cell& cell = table_.cells[i];
        cell.rows = std::min(cell.rows, table_.rows + 1 - cell.row);
        cell.columns = std::min(cell.columns, table_.columns + 1 - cell.column);
        if (cell.rows * cell.columns + table_.covered.size() > bounds_.merged) {
            return problem(HENG_LIMIT_EXCEEDED, "office.limit",
                           say::too_many_merges(bounds_.merged),
                           table_.where(cell.row, cell.column));
        }
        for (std::size_t row = cell.row; row < cell.row + cell.rows; ++row) {
            for (std::size_t column = cell.column; column < cell.column + cell.columns; ++column) {
                if (row != cell.row || column != cell.column) {
                    table_.covered.push_back({row, column, i});
                }
            }
        }
    }
    return std::nullopt;
}

/// Some programs keep what stood in cells before others were merged over them; nobody sees it.
/// False where a merged block lies over the first cell of another.
bool TableBuilder::drop_hidden() {
    if (table_.covered.empty()) {
        return true;
    }
    std::vector<std::size_t> kept_as(table_.cells.size());
    std::vector<Cell> kept;
    for (std::size_t i = 0; i < table_.cells.size(); ++i) {
        Cell& cell = table_.cells[i];
        const bool hidden = std::binary_search(
            table_.covered.begin(), table_.covered.end(), Table::Cover{cell.row, cell.column, 0},
            [](const auto& a, const auto& b) { return place(a) < place(b); });
        if (hidden && (cell.rows > 1 || cell.columns > 1)) {
            return false;
        }
        kept_as[i] = kept.size();
        if (!hidden) {
            kept.push_back(std::move(cell));
        }
    }
    table_.cells = std::move(kept);
    for (Table::Cover& each : table_.covered) {
        each.cell = kept_as[each.cell];
    }
    return true;
}

Expected<Table> TableBuilder::finish() && {
    std::sort(table_.cells.begin(), table_.cells.end(),
              [](const Cell& a, const Cell& b) { return place(a) < place(b); });
    const auto twice =
        std::adjacent_find(table_.cells.begin(), table_.cells.end(),
                           [](const Cell& a, const Cell& b) { return place(a) == place(b); });
    if (twice != table_.cells.end()) {
        return refused(problem(HENG_SYNTAX_ERROR, "office.broken", say::cell_twice,
                               table_.where(twice->row, twice->column), say::save_again));
    }
    if (auto why = cover()) {
        return refused(*std::move(why));
    }
    std::sort(table_.covered.begin(), table_.covered.end(),
              [](const auto& a, const auto& b) { return place(a) < place(b); });
    const auto again =
        std::adjacent_find(table_.covered.begin(), table_.covered.end(),
                           [](const auto& a, const auto& b) { return place(a) == place(b); });
    if (again != table_.covered.end() || !drop_hidden()) {
        const std::size_t row = again != table_.covered.end() ? again->row : 0;
        const std::size_t column = again != table_.covered.end() ? again->column : 0;
        return refused(problem(HENG_SYNTAX_ERROR, "office.broken", say::overlap,
                               table_.where(row, column), say::save_again));
    }
    return std::move(table_);
}

const Cell* Table::at(std::size_t row, std::size_t column) const {
    const auto found =
        std::lower_bound(cells.begin(), cells.end(), std::tuple{row, column},
                         [](const Cell& cell, const auto& wanted) { return place(cell) < wanted; });
    if (found != cells.end() && place(*found) == std::tuple{row, column}) {
        return &*found;
    }
    const auto over = std::lower_bound(
        covered.begin(), covered.end(), std::tuple{row, column},
        [](const Cover& cover, const auto& wanted) { return place(cover) < wanted; });
    return over != covered.end() && place(*over) == std::tuple{row, column} ? &cells[over->cell]
                                                                            : nullptr;
}

std::string_view Table::text_at(std::size_t row, std::size_t column) const {
    const Cell* const cell = at(row, column);
    return cell == nullptr ? std::string_view{} : std::string_view{cell->text};
}

Where Table::where(std::size_t row, std::size_t column) const {
    return {sheet, number, row, column};
}

std::string tidy_text(std::string_view text) {
    std::string tidy;
    for (const char c : text) {
        const bool line = c == '\n';
        const bool space = c == ' ' || c == '\t' || c == '\r';
        if (line) {
            while (tidy.ends_with(' ')) {
                tidy.pop_back();
            }
        }
        const bool at_an_end = tidy.empty() || tidy.back() == '\n';
        if (line ? !tidy.empty() : !(space && (at_an_end || tidy.back() == ' '))) {
            tidy += space ? ' ' : c;
        }
    }
    tidy.erase(tidy.find_last_not_of(" \n") + 1);
    return tidy;
}

} // namespace heng::office
