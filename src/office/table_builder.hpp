// SPDX-License-Identifier: Apache-2.0
//
// Puts the cells of a table together, within bounds.
//
//     TableBuilder builder{bounds, cells};
//     if (auto why = builder.add(std::move(cell))) return refused(*why);
//     auto table = builder.finish(std::move(table));
#pragma once

#include <heng/office/problem.hpp>
#include <heng/office/tables.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace heng::office {

/// How many cells the tables of a file may still have.
struct CellsLeft {
    std::size_t cells;
    explicit CellsLeft(const Bounds& bounds) : cells(bounds.cells) {}
};

class TableBuilder {
  public:
    /// `table` has its name; the references outlive the builder.
    TableBuilder(Table table, const Bounds& bounds, CellsLeft& left)
        : table_(std::move(table)), bounds_(bounds), left_(left) {}

    /// A cell without text that spans one place is left out. Problems: `office.limit`,
    /// `office.broken` where it is no UTF-8.
    [[nodiscard]] std::optional<Problem> add(Cell cell);

    /// Sorts the cells and finds what merged ones cover. Problems: `office.broken` where two cells
    /// cover a place, `office.limit`.
    [[nodiscard]] Expected<Table> finish() &&;

    [[nodiscard]] Table& table() { return table_; }

  private:
    [[nodiscard]] std::optional<Problem> cover();
    [[nodiscard]] bool drop_hidden();

    Table table_;
    const Bounds& bounds_;
    CellsLeft& left_;
};

/// Text without spaces at its ends, and with one between words where there are several; line ends
/// stay, as "\n".
[[nodiscard]] std::string tidy_text(std::string_view text);

} // namespace heng::office
