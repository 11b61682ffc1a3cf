// SPDX-License-Identifier: Apache-2.0
//
// Columns give each row what its document gets: totals, grades, statuses and the scores of all
// items, over rubrics that run as flat code and others, plain and hostile values, gaps, and
// threads.
#include "fuzz/kernel_rubrics.hpp"
#include "property/random_pair.hpp"
#include "support/files.hpp"

#include <heng/batch/columns.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace heng;

namespace {

struct Data {
    std::string input;
    std::vector<std::int64_t> values;
    std::string text;
    std::vector<std::int32_t> offsets;
    std::vector<std::uint8_t> valid;
    int scale = 0;
    bool texts = false;
    bool gaps = false;
};

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }

    Data column(const std::string& input, const std::string& type, std::size_t rows) {
        Data data;
        data.input = input;
        data.texts = type == "text" || type == "date" || (type != "boolean" && below(4) == 0);
        data.gaps = below(4) == 0;
        const bool whole = type == "boolean" || type == "count";
        data.scale = data.texts || (whole && below(8) > 0) ? 0 : below(5);
        data.offsets.push_back(0);
        data.valid.resize(rows / 8 + 2);
        for (std::size_t row = 0; row < rows; ++row) {
            if (data.texts) {
                data.text += cell(type);
                data.offsets.push_back(static_cast<std::int32_t>(data.text.size()));
            } else {
                data.values.push_back(value(type));
            }
            if (below(20) != 0) {
                data.valid[row / 8] |= static_cast<std::uint8_t>(1U << row % 8);
            }
        }
        return data;
    }

  private:
    std::int64_t value(const std::string& type) {
        if (type == "boolean") {
            return below(50) == 0 ? 2 : below(2);
        }
        switch (below(40)) {
        case 0:
            return static_cast<std::int64_t>(random_());
        case 1:
            return -below(100);
        case 2:
            return 0;
        default:
            return type == "count" ? below(9) : below(9'000'000) + 1;
        }
    }

    std::string cell(const std::string& type) {
        if (type == "date") {
            return "2024-0" + std::to_string(below(9) + 1) + "-15";
        }
        if (type == "text") {
            return below(2) == 0 ? "none" : "\"quoted\"";
        }
        switch (below(30)) {
        case 0:
            return "1e3";
        case 1:
            return "about 5";
        case 2:
            return "12345678901234567890.5";
        case 3:
            return "";
        default:
            return std::to_string(below(100'000)) + (below(2) == 0 ? ""
                                                     : type == "count"
                                                         ? ".0"
                                                         : '.' + std::to_string(below(90) + 10));
        }
    }

    std::mt19937_64 random_;
};

struct Output {
    explicit Output(std::size_t rows, std::size_t indicators)
        : totals(rows), grades(rows), statuses(rows), items(rows * indicators) {}

    [[nodiscard]] ScoreColumns columns() {
        return {.totals = totals, .grades = grades, .statuses = statuses, .items = items};
    }

    std::vector<std::int64_t> totals;
    std::vector<std::int32_t> grades;
    std::vector<std::int32_t> statuses;
    std::vector<std::int64_t> items;
};

std::int64_t shown(const Points& points, int scale) {
    const auto decimal = points.value().decimal_within(scale);
    return decimal ? decimal->rounded(scale).small_coefficient().value_or(no_score) : no_score;
}

std::vector<std::string> indicators_of(const std::vector<Indicator>& indicators) {
    std::vector<std::string> ids;
    for (const Indicator& each : indicators) {
        ids.push_back(each.id);
        const auto inside = indicators_of(each.indicators);
        ids.insert(ids.end(), inside.begin(), inside.end());
    }
    return ids;
}

void check_row(const ColumnScorer& scorer, std::span<const Column> columns, std::size_t row,
               const Output& out, std::size_t rows) {
    const std::string text = scorer.document(columns, row).value();
    INFO(text);
    const auto facts = Facts::parse(scorer.rubric(), text);
    const auto sheet = facts ? score(*facts) : Result<ScoreSheet>{Failure{facts.error()}};
    const int scale = scorer.rubric().rubric().rounding.scale;
    const std::int64_t total = sheet ? shown(sheet->total, scale) : no_score;
    REQUIRE(out.totals[row] == total);
    REQUIRE(out.statuses[row] == static_cast<std::int32_t>(!sheet ? sheet.error().status
                                                           : total == no_score
                                                               ? Status::limit_exceeded
                                                               : Status::ok));
    const auto& grades = scorer.rubric().rubric().grades;
    const std::int32_t grade = out.grades[row];
    REQUIRE((grade < 0 ? "" : grades[static_cast<std::size_t>(grade)].grade) ==
            (total == no_score ? "" : sheet->grade));
    const auto ids = indicators_of(scorer.rubric().rubric().indicators);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Item* item = sheet ? sheet->find(ids[i]) : nullptr;
        REQUIRE(out.items[i * rows + row] ==
                (item != nullptr ? shown(item->score, scale) : no_score));
    }
}

/// `inputs` are paths and types.
std::size_t try_rubric(const std::string& text,
                       const std::vector<std::pair<std::string, std::string>>& inputs,
                       std::uint64_t seed, std::size_t rows) {
    const auto rubric = RubricDocument::parse(text);
    REQUIRE(rubric.has_value());
    Maker make{seed};
    std::vector<Data> data;
    for (const auto& [path, type] : inputs) {
        if (make.below(30) != 0) {
            data.push_back(make.column(path, type, rows));
        }
    }
    std::vector<Column> columns;
    for (const Data& each : data) {
        columns.push_back({.input = each.input,
                           .values = each.texts ? nullptr : each.values.data(),
                           .scale = each.scale,
                           .text = each.texts ? each.text.data() : nullptr,
                           .offsets = each.texts ? each.offsets.data() : nullptr,
                           .valid = each.gaps ? each.valid.data() : nullptr});
    }
    const ColumnScorer scorer{*rubric};
    const std::size_t indicators = indicators_of(rubric->rubric().indicators).size();
    Output out{rows, indicators};
    const unsigned threads = seed % 3 == 0 ? 3 : 1;
    const auto done = scorer.score(columns, rows, out.columns(), threads);
    REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().message));
    REQUIRE(done->documents == rows);
    std::size_t failed = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        check_row(scorer, columns, row, out, rows);
        failed += static_cast<std::size_t>(out.statuses[row] != 0);
    }
    REQUIRE(done->failed == failed);
    return rows - failed;
}

} // namespace

TEST_CASE("rows of rubrics that run as flat code") {
    const std::vector<std::pair<std::string, std::string>> inputs = {
        {"a", "number"}, {"b", "number"}, {"c", "number"},  {"d", "number"},
        {"m", "count"},  {"n", "count"},  {"s", "boolean"}, {"t", "boolean"}};
    std::size_t scored = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const auto rubrics = fuzz::kernel_rubrics();
        scored += try_rubric(rubrics[seed % rubrics.size()], inputs, seed, 300);
    }
    CHECK(scored > 3000);
}

TEST_CASE("rows of the peer workload") {
    const std::string text = test::file("tests/cases/peer-workload/rubric.json");
    const auto table = test::comma_separated("tests/cases/peer-workload/facts.csv");
    std::vector<std::pair<std::string, std::string>> inputs;
    for (const std::string& path : table[0]) {
        const bool truth = path.starts_with("checks.");
        if (path.find('.') != std::string::npos) {
            inputs.emplace_back(path, truth ? "boolean" : "number");
        }
    }
    CHECK(inputs.size() > 40);
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        (void)try_rubric(text, inputs, 1000 + seed, 200);
    }
}
