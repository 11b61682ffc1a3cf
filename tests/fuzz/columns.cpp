// SPDX-License-Identifier: Apache-2.0
//
// Columns of numbers and texts for a rubric of kernel_rubrics.hpp: what comes of each row is what
// comes of its document.
#include "fuzz.hpp"
#include "kernel_rubrics.hpp"

#include <heng/batch/columns.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <array>
#include <vector>

namespace {

using namespace heng;
using fuzz::Input;

constexpr std::size_t most_rows = 12;

const std::vector<ColumnScorer>& scorers() {
    static const std::vector<ColumnScorer> all = [] {
        std::vector<ColumnScorer> made;
        for (const std::string& text : fuzz::kernel_rubrics()) {
            made.emplace_back(RubricDocument::parse(text).value());
        }
        return made;
    }();
    return all;
}

/// What a column points to.
struct Data {
    std::array<std::int64_t, most_rows> values{};
    std::string text;
    std::array<std::int32_t, most_rows + 1> ends{};
    std::array<std::uint8_t, 2> valid{};
};

Column filled(Input& input, std::string_view path, Data& data) {
    const std::uint8_t shape = input.byte();
    Column column{.input = path};
    if (shape % 4 == 0) {
        for (std::size_t row = 0; row < most_rows; ++row) {
            data.text += input.text(input.byte() % 12U);
            data.ends[row + 1] = static_cast<std::int32_t>(data.text.size());
        }
        column.text = data.text.data();
        column.offsets = data.ends.data();
    } else {
        for (std::int64_t& value : data.values) {
            value = shape % 4 == 1 ? input.byte() : input.number();
        }
        column.values = data.values.data();
        column.scale = shape / 4 % 20; // 19 is refused
    }
    if (shape >= 0xC0) {
        data.valid = {input.byte(), input.byte()};
        column.valid = data.valid.data();
    }
    return column;
}

/// Few: each is scored alone, too, which is what takes the time. Sometimes past a byte of marks.
std::size_t rows_of(std::uint8_t choice) {
    return choice % 8 == 0 ? choice / 8 % (most_rows + 1) : choice % 4;
}

void compare(const ColumnScorer& scorer, const std::vector<Column>& columns, std::size_t row,
             std::int64_t total, std::int32_t status) {
    const auto facts = Facts::parse(scorer.rubric(), scorer.document(columns, row).value());
    const auto sheet = facts ? score(*facts) : Result<ScoreSheet>{Failure{facts.error()}};
    if (!sheet) {
        REQUIRE_SO(total == no_score && status == static_cast<std::int32_t>(sheet.error().status));
        return;
    }
    const int scale = scorer.rubric().rubric().rounding.scale;
    const auto exact = sheet->total.value().decimal_within(scale);
    const bool fits = exact && exact->rounded(scale).small_coefficient();
    REQUIRE_SO((status == 0) == fits);
    REQUIRE_SO(!fits || total == *exact->rounded(scale).small_coefficient());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    const ColumnScorer& scorer = scorers()[input.byte() % scorers().size()];
    const std::size_t rows = rows_of(input.byte());
    constexpr std::array<std::string_view, 9> paths{"a", "b", "c", "d", "m", "n", "s", "t", "x"};
    std::array<Data, paths.size()> kept;
    std::vector<Column> columns;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (input.byte() % 16 != 0 && (i + 1 < paths.size() || input.byte() == 7)) {
            columns.push_back(filled(input, paths[i], kept[i]));
        }
    }
    std::array<std::int64_t, most_rows> totals{};
    std::array<std::int32_t, most_rows> statuses{};
    const auto done = scorer.score(
        columns, rows,
        {.totals = std::span{totals}.first(rows), .statuses = std::span{statuses}.first(rows)});
    if (!done) {
        REQUIRE_SO(done.error().code.starts_with("batch."));
        return 0;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        compare(scorer, columns, row, totals[row], statuses[row]);
    }
    return 0;
}
