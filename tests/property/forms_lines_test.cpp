// SPDX-License-Identifier: Apache-2.0
//
// Random forms through the doors of a batch: lines by one thread and by three, and a scorer, say
// what the engine says of each document alone, byte for byte.
//
// HENG_FORM_RUBRICS sets how many rubrics are tried (default 60, of 60 documents each).
#include "batch/summary_line.hpp"
#include "random_forms.hpp"

#include <heng/batch/columns.hpp>
#include <heng/batch/json_lines.hpp>
#include <heng/batch/scorer.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

using namespace heng;

void check_lines(const RubricDocument& rubric, const std::vector<std::string>& documents,
                 unsigned threads) {
    std::string text;
    for (const std::string& document : documents) {
        text += document + '\n';
    }
    std::string_view rest = text;
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min(buffer.size(), rest.size());
        std::memcpy(buffer.data(), rest.data(), size);
        rest.remove_prefix(size);
        return size;
    };
    BatchOptions options;
    options.threads = threads;
    std::size_t told = 0;
    const auto done = score_lines(
        rubric, source,
        [&](const BatchLine& line) {
            const std::string& document = documents.at(line.number - 1);
            INFO(document);
            const auto wanted = detail::batch::summary_line(rubric, document, line.number, options);
            CHECK(std::string{line.json} == wanted.json);
            CHECK(line.failed == wanted.failed);
            ++told;
            return true;
        },
        options);
    CHECK(done.has_value());
    CHECK(told == documents.size());
}

void check_scorer(const RubricDocument& rubric, Scorer& scorer, const std::string& document) {
    INFO(document);
    const auto facts = Facts::parse(rubric, document);
    const auto sheet = facts ? score(*facts) : Result<ScoreSheet>{Failure{facts.error()}};
    const auto total = scorer.score(document);
    if (!sheet) {
        REQUIRE_FALSE(total.has_value());
        CHECK(total.error().message == sheet.error().message);
        return;
    }
    const auto shown = [&](const Points& points) {
        const auto decimal = points.value().decimal_within(9);
        return decimal ? decimal->rounded(9).small_coefficient().value_or(no_score) : no_score;
    };
    const std::int64_t wanted = shown(sheet->total);
    REQUIRE(total.has_value() == (wanted != no_score));
    if (wanted == no_score) {
        return;
    }
    CHECK(total->total == wanted);
    CHECK((total->grade < 0
               ? ""
               : rubric.rubric().grades[static_cast<std::size_t>(total->grade)].grade) ==
          sheet->grade);
    for (const Item& item : sheet->items) {
        if (item.kind != ItemKind::row) {
            CHECK(scorer.items()[item.indicator] == shown(item.score));
        }
    }
}

} // namespace

TEST_CASE("the doors of a batch say of random forms what the engine says") {
    const char* wanted = std::getenv("HENG_FORM_RUBRICS");
    const int rubrics = wanted != nullptr ? std::atoi(wanted) : 60;
    for (int seed = 0; seed < rubrics; ++seed) {
        CAPTURE(seed);
        test::RandomForms make{static_cast<std::uint64_t>(seed) + 100'000};
        const auto rubric = RubricDocument::parse(make.rubric());
        if (!rubric) {
            continue;
        }
        std::vector<std::string> documents;
        for (int i = 0; i < 60; ++i) {
            documents.push_back(make.facts(i % 3 == 0));
        }
        check_lines(*rubric, documents, 1);
        check_lines(*rubric, documents, 3);
        Scorer scorer{*rubric, {.places = 9}};
        for (const std::string& document : documents) {
            check_scorer(*rubric, scorer, document);
        }
    }
}
