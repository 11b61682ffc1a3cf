// SPDX-License-Identifier: Apache-2.0
//
// The kernel against the engine, as kernel_test.cpp has it, on what real forms have: target
// records, lists, texts, dates, assessed scores, and scores that are never rounded.
//
// HENG_KERNEL_RUBRICS sets how many rubrics are tried (default 300, of 150 documents each).
#include "batch/kernel/kernel.hpp"
#include "batch/summary_line.hpp"
#include "batch/summary_text.hpp"
#include "random_forms.hpp"
#include "support/loaded_rows.hpp"
#include "support/told_scores.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace heng;
using detail::kernel::Kernel;
using detail::kernel::Scores;

struct Count {
    int rubrics = 0;
    int sound = 0;
    int covered = 0;
    int rows = 0;
    int sure = 0;
    int fine = 0;
};

struct Block {
    std::vector<std::string> texts;
    std::vector<Result<ScoreSheet>> sheets;
};

void compare_row(const RubricDocument& rubric, const Kernel& kernel, const Scores& scores,
                 std::size_t row, const Result<ScoreSheet>& sheet) {
    REQUIRE_MESSAGE(sheet.has_value(), (sheet ? "" : sheet.error().message));
    const auto said = test::told_scores(kernel, scores, row);
    REQUIRE(sheet->items.size() == said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        REQUIRE(said[i].id == sheet->items[i].id);
        REQUIRE_MESSAGE(said[i].text == sheet->items[i].score_text(), said[i].id);
    }
    REQUIRE(text_of(test::told_total(kernel, scores, row), kernel.total_scale()) ==
            sheet->total_text());
    const std::int32_t grade = scores.grades[row];
    const auto& grades = rubric.rubric().grades;
    REQUIRE((grade < 0 ? "" : grades[static_cast<std::size_t>(grade)].grade) == sheet->grade);
}

/// The line of a batch, but for remarks about figures, in whose documents no reader is sure.
void compare_line(const RubricDocument& rubric, const detail::batch::SummaryText& summary,
                  const Scores& scores, std::size_t row, const std::string& text) {
    constexpr std::uint64_t number = 7;
    const auto wanted = detail::batch::summary_line(rubric, text, number, {});
    if (wanted.json.find("\"diagnostics\"") != std::string::npos) {
        return;
    }
    const detail::batch::PlainSubject nobody;
    std::string line(summary.longest(nobody, scores, row), '\0');
    char* const end = summary.put(line.data(), number, nobody, scores, row);
    REQUIRE(end <= line.data() + line.size());
    line.resize(static_cast<std::size_t>(end - line.data()));
    REQUIRE(line == wanted.json);
}

/// Scores the documents that can be read, by the engine and by the kernel.
template <class Next>
void try_documents(const RubricDocument& rubric, const Kernel& kernel, int documents, Next next,
                   Count& count) {
    Scores scores{kernel};
    const detail::batch::SummaryText summary{rubric.rubric(), kernel};
    detail::kernel::FactRows rows{kernel.layout()};
    Block block;
    for (int i = 0; i < documents; ++i) {
        std::string text = next();
        const Result<Facts> facts = Facts::parse(rubric, text);
        ++count.rows;
        if (!facts) {
            continue;
        }
        test::add_loaded(facts->loaded(), rubric.compiled(), kernel.layout(), rows);
        block.texts.push_back(std::move(text));
        block.sheets.push_back(score(*facts));
        count.fine += block.sheets.back() ? 1 : 0;
    }
    kernel.score(rows.columns(), rows.asks(), scores);
    for (std::size_t row = 0; row < block.texts.size(); ++row) {
        if (rows.asks()[row] == 0) {
            ++count.sure;
            INFO(block.texts[row]);
            compare_row(rubric, kernel, scores, row, block.sheets[row]);
            compare_line(rubric, summary, scores, row, block.texts[row]);
        }
    }
}

int wanted_rubrics() {
    const char* wanted = std::getenv("HENG_KERNEL_RUBRICS");
    return wanted != nullptr ? std::atoi(wanted) : 300;
}

} // namespace

TEST_CASE("where the kernel is sure of a form it says what the engine says") {
    Count count;
    for (int seed = 0; seed < wanted_rubrics(); ++seed) {
        CAPTURE(seed);
        test::RandomForms make{static_cast<std::uint64_t>(seed)};
        const std::string text = make.rubric();
        INFO(text);
        const Result<RubricDocument> rubric = RubricDocument::parse(text);
        ++count.rubrics;
        if (!rubric) {
            MESSAGE(rubric.error().message);
            continue;
        }
        ++count.sound;
        const auto kernel = Kernel::of(rubric->compiled());
        if (!kernel) {
            continue;
        }
        ++count.covered;
        const bool odd = seed % 2 == 0;
        try_documents(
            *rubric, *kernel, 100, [&] { return make.facts(odd); }, count);
        try_documents(
            *rubric, *kernel, 50, [&] { return make.facts(false); }, count);
    }
    MESSAGE(count.rubrics << " rubrics, " << count.sound << " sound, " << count.covered
                          << " covered; " << count.rows << " documents, " << count.fine
                          << " have a score, of which " << count.sure << " by the kernel");
    CHECK(count.sound * 10 > count.rubrics * 9);
    CHECK(count.covered * 10 > count.sound * 9);
    CHECK(count.sure * 2 > count.fine);
}
