// SPDX-License-Identifier: Apache-2.0
//
// The facts of documents as columns, for property.agreement: whole numbers of fixed places, or
// decimal text, with a bitmap of what is there.
//
//     ColumnsOf columns{paths, ColumnsOf::Form::whole, 2};
//     if (columns.add(facts)) rows.push_back(…);
//     scorer.score(columns.columns(), columns.rows(), to);
#pragma once

#include "agreement_outcome.hpp"
#include "facts/loaded_facts.hpp"
#include "support/peer_workload.hpp"

#include <heng/batch/columns.hpp>
#include <heng/facts/facts.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace heng::test {

class ColumnsOf {
  public:
    enum class Form {
        whole,
        text,     ///< money and figures are text, counts whole numbers
        all_text, ///< counts are text too
    };

    /// `places` of money and figures, where they are whole numbers.
    ColumnsOf(const std::vector<std::string>& paths, Form form, int places)
        : paths_{paths}, form_{form}, places_{places}, own_(peer_facts) {}

    /// One row more; false, and none, where a fact does not fit.
    bool add(const Facts& facts) {
        std::array<Cell, peer_facts> cells;
        for (std::size_t fact = 0; fact < peer_facts; ++fact) {
            const detail::feel::Value& value = facts.loaded().slots[fact];
            if (value.is_null()) {
                continue;
            }
            const auto cell = value.is_boolean() ? Cell{true, value.is_true() ? 1 : 0, ""}
                                                 : number(value.number(), fact);
            if (!cell.given) {
                return false;
            }
            cells[fact] = cell;
        }
        for (std::size_t fact = 0; fact < peer_facts; ++fact) {
            push(own_[fact], cells[fact]);
        }
        ++rows_;
        return true;
    }

    [[nodiscard]] std::size_t rows() const { return rows_; }

    /// They point into this object, which must stay as it is.
    [[nodiscard]] std::vector<Column> columns() const {
        std::vector<Column> made;
        for (std::size_t fact = 0; fact < peer_facts; ++fact) {
            const Own& own = own_[fact];
            Column& column = made.emplace_back();
            column.input = paths_[fact];
            column.valid = own.valid.data();
            if (is_text(fact)) {
                column.text = own.text.data();
                column.offsets = own.offsets.data();
            } else {
                column.values = own.values.data();
                column.scale = scale_of(fact);
            }
        }
        return made;
    }

  private:
    struct Cell {
        bool given = false;
        std::int64_t whole = 0;
        std::string text{};
    };
    struct Own {
        std::vector<std::int64_t> values{};
        std::string text{};
        std::vector<std::int32_t> offsets{0};
        std::vector<std::uint8_t> valid{};
    };

    static bool is_truth(std::size_t fact) {
        return (fact >= new_budget_assessed && fact <= assessment_public) ||
               (fact >= budget_public && fact <= selfeval_public) ||
               (fact >= rule_goals && fact <= task_rectify);
    }
    [[nodiscard]] bool is_text(std::size_t fact) const {
        return in_hundredths(fact) ? form_ != Form::whole
                                   : form_ == Form::all_text && !is_truth(fact);
    }
    [[nodiscard]] int scale_of(std::size_t fact) const { return in_hundredths(fact) ? places_ : 0; }

    [[nodiscard]] Cell number(const Ratio& value, std::size_t fact) const {
        const Decimal decimal = value.exact_decimal().value();
        if (is_text(fact)) {
            return {true, 0, decimal.to_string()};
        }
        const Decimal fitted = decimal.rounded(scale_of(fact));
        const auto whole = fitted.small_coefficient();
        return whole && fitted == decimal ? Cell{true, *whole, ""} : Cell{};
    }

    void push(Own& own, const Cell& cell) const {
        own.values.push_back(cell.whole);
        own.text += cell.text;
        own.offsets.push_back(static_cast<std::int32_t>(own.text.size()));
        if (rows_ % 8 == 0) {
            own.valid.push_back(0);
        }
        if (cell.given) {
            own.valid.back() =
                static_cast<std::uint8_t>(own.valid.back() | std::uint8_t{1} << rows_ % 8);
        }
    }

    const std::vector<std::string>& paths_;
    Form form_;
    int places_;
    std::vector<Own> own_;
    std::size_t rows_ = 0;
};

/// The score as ColumnScorer writes it.
inline std::int64_t in_hundredths_of(const Points& score) {
    const auto decimal = score.value().exact_decimal();
    const Decimal shown = decimal ? decimal->rounded(2) : Decimal{};
    return decimal && shown == *decimal ? shown.small_coefficient().value_or(no_score) : no_score;
}

inline void check_columns(const ColumnScorer& scorer, const PeerWorkload& work,
                          const std::vector<Outcome>& outcomes, ColumnsOf::Form form, int places,
                          Counts& counts) {
    ColumnsOf columns{work.paths, form, places};
    std::vector<const Outcome*> rows;
    for (const Outcome& outcome : outcomes) {
        if (outcome.facts && columns.add(*outcome.facts)) {
            rows.push_back(&outcome);
        }
    }
    constexpr std::size_t items = 41; // 30 indicators, 9 groups, 2 halves
    std::vector<std::int64_t> totals(rows.size());
    std::vector<std::int32_t> grades(rows.size());
    std::vector<std::int32_t> statuses(rows.size());
    std::vector<std::int64_t> scores(rows.size() * items);
    ScoreColumns to;
    to.totals = totals;
    to.grades = grades;
    to.statuses = statuses;
    to.items = scores;
    const unsigned threads = form == ColumnsOf::Form::all_text ? 2 : 1;
    const auto done = scorer.score(columns.columns(), columns.rows(), to, threads);
    if (!done) {
        std::cerr << done.error() << '\n';
        std::exit(1); // NOLINT(concurrency-mt-unsafe)
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const Outcome& outcome = *rows[row];
        bool same = (statuses[row] == 0) == outcome.sheet.has_value();
        if (same && outcome.sheet) {
            const ScoreSheet& sheet = *outcome.sheet;
            const std::string_view grade =
                grades[row] < 0 ? "" : peer_grades.at(static_cast<std::size_t>(grades[row]));
            same = totals[row] == in_hundredths_of(sheet.total) && grade == sheet.grade &&
                   sheet.items.size() == items;
            for (std::size_t i = 0; same && i < items; ++i) {
                same = scores[i * rows.size() + row] == in_hundredths_of(sheet.items[i].score);
            }
        } else if (same) {
            same = totals[row] == no_score && grades[row] == -1;
        }
        if (!same) {
            differ("score_columns", outcome, std::to_string(totals[row]));
        }
        counts.by_scorer += 1;
    }
}

} // namespace heng::test
