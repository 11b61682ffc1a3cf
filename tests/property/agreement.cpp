// SPDX-License-Identifier: Apache-2.0
//
// All ways to score come to the same, to the last place, on random documents of the peer workload:
// the engine; the sheet's JSON; the rubric written by hand; the kernel, on slots and on columns;
// columns of whole numbers and of text; the lines of a batch, by one thread and by three; a scorer,
// on texts and on values. Where one refuses, all do, in the same words.
//
//     agreement                                     5,000 documents, as CTest runs it
//     agreement --documents 1000000 --seed 2
#include "agreement_columns.hpp"
#include "agreement_outcome.hpp"
#include "base/json/json.hpp"
#include "base/json/writer.hpp"
#include "batch/kernel/kernel.hpp"
#include "facts/loaded_facts.hpp"
#include "support/peer_random.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/batch/scorer.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>

namespace heng::test {
namespace {

// ------------------------------------------------------------------ the engine, and JSON lines

std::string error_line(const Error& error) {
    detail::json::JsonWriter json{detail::json::JsonWriter::Style::compact};
    json.begin_object().member("code", error.code).member("message", error.message);
    if (!error.hint.empty()) {
        json.member("hint", error.hint);
    }
    if (error.pointer) {
        json.member("pointer", *error.pointer);
    }
    if (error.place.line != 0) {
        json.key("column").whole(static_cast<std::int64_t>(error.place.column));
    }
    return "\"error\":" + json.end_object().take() + '}';
}

std::string score_line(const ScoreSheet& sheet, const Facts& facts) {
    detail::json::JsonWriter json{detail::json::JsonWriter::Style::compact};
    json.begin_object().key("subject").begin_object().member("name", facts.subject_name());
    json.key("year").whole(*facts.loaded().subject_year).end_object();
    json.member("total", sheet.total_text()).key("grade");
    sheet.grade.empty() ? json.null() : json.text(sheet.grade);
    json.key("scores").begin_object();
    for (const Item& item : sheet.items) {
        json.member(item.id, item.score_text());
    }
    return json.end_object().end_object().take().substr(1);
}

Outcome scored(const PeerWorkload& work, PeerDocument document) {
    Outcome outcome;
    outcome.document = std::move(document);
    auto facts = Facts::parse(work.rubric, outcome.document.text);
    if (!facts) {
        outcome.line = error_line(facts.error());
        return outcome;
    }
    outcome.facts = *facts;
    auto sheet = score(*facts);
    outcome.line = sheet ? score_line(*sheet, *facts) : error_line(sheet.error());
    if (sheet) {
        outcome.sheet = *std::move(sheet);
    }
    return outcome;
}

void check_lines(const PeerWorkload& work, const std::vector<Outcome>& outcomes, unsigned threads) {
    std::string text;
    for (const Outcome& outcome : outcomes) {
        text += outcome.document.text + '\n';
    }
    std::string_view rest = text;
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min(buffer.size(), rest.size());
        std::memcpy(buffer.data(), rest.data(), size);
        rest.remove_prefix(size);
        return size;
    };
    std::size_t told = 0;
    BatchOptions options;
    options.threads = threads;
    const auto done = score_lines(
        work.rubric, source,
        [&](const BatchLine& line) {
            const Outcome& outcome = outcomes.at(line.number - 1);
            const std::string wanted =
                "{\"line\":" + std::to_string(line.number) + ',' + outcome.line;
            if (line.json != wanted || line.failed != !outcome.sheet) {
                differ("a batch", outcome, std::string{line.json});
            }
            ++told;
            return true;
        },
        options);
    if (!done || told != outcomes.size()) {
        std::cerr << "agreement: a batch told " << told << " lines\n";
        std::exit(1); // NOLINT(concurrency-mt-unsafe)
    }
}

// ------------------------------------------------------------------ the sheet's JSON

void check_sheet(const Outcome& outcome) {
    const std::string text = to_json(*outcome.sheet, *outcome.facts);
    const auto parsed = detail::json::JsonDocument::parse(text, Limits{});
    if (!parsed) {
        differ("the sheet's JSON", outcome, text);
    }
    const detail::json::Json root = parsed->root();
    bool same = root.find("total")->text() == outcome.sheet->total_text() &&
                root.find("grade")->text() == outcome.sheet->grade &&
                root.find("items")->size() == outcome.sheet->items.size();
    std::size_t next = 0;
    for (const detail::json::Json json : root.find("items")->children()) {
        const Item& item = outcome.sheet->items.at(next++);
        same = same && json.find("id")->text() == item.id &&
               json.find("score")->text() == item.score_text() &&
               json.find("rate")->text() == item.rate();
    }
    if (!same) {
        differ("the sheet's JSON", outcome, text);
    }
}

// ------------------------------------------------------------------ the rubric by hand

/// The facts as the rubric by hand reads them; none where they are not plain.
std::optional<PeerRow> row_of(const Facts& facts) {
    PeerRow row{};
    for (std::size_t fact = 0; fact < peer_facts; ++fact) {
        const detail::feel::Value& value = facts.loaded().slots[fact];
        if (value.is_boolean()) {
            row[fact] = value.is_true() ? 1 : 0;
            continue;
        }
        if (!value.is_number()) {
            return std::nullopt;
        }
        const Ratio shown = in_hundredths(fact) ? value.number() * Ratio{100} : value.number();
        const auto whole = shown.exact_decimal();
        const auto units = whole ? whole->rounded(0).small_coefficient() : std::nullopt;
        if (!units || whole->rounded(0) != *whole || *units < 0 || *units > most_by_hand) {
            return std::nullopt;
        }
        row[fact] = *units;
    }
    return row;
}

std::string line_by_hand(const PeerScores& scores) {
    std::string line;
    std::size_t leaf = 0;
    const auto add = [&](const std::string& id, std::int64_t score) {
        line += (line.empty() ? "\"" : ",\"") + id + "\":\"" + hundredths_text(score) + '"';
    };
    for (std::size_t group = 0; group < scores.groups.size(); ++group) {
        if (group == 0 || group == 2) {
            add(group == 0 ? "L1" : "L2", 0);
            line.resize(line.size() - 6);
            line += "\"-\"";
        }
        add('G' + std::to_string(group + 1), scores.groups[group]);
        for (std::size_t i = 0; i < by_hand::group_sizes[group]; ++i, ++leaf) {
            add((leaf < 9 ? "I0" : "I") + std::to_string(leaf + 1), scores.leaves[leaf]);
        }
    }
    return line;
}

void check_by_hand(const Outcome& outcome, Counts& counts) {
    const auto row = outcome.facts ? row_of(*outcome.facts) : std::nullopt;
    if (!row) {
        return;
    }
    PeerScores scores;
    const bool sure = score_by_hand(*row, scores);
    ++counts.by_hand;
    if (sure != outcome.sheet.has_value()) {
        differ("the rubric by hand", outcome, sure ? "a score" : "no score");
    }
    if (!sure) {
        return;
    }
    std::string said = line_by_hand(scores);
    std::string wanted;
    for (const Item& item : outcome.sheet->items) {
        // halves are not rounded, and so shown with the fewest places: compared as numbers, below
        wanted += (wanted.empty() ? "\"" : ",\"") + item.id + "\":\"" +
                  (item.level == 1 ? "-" : item.score_text()) + '"';
    }
    const auto points = [](std::int64_t hundredths) {
        return Points{Decimal{hundredths, 2}};
    };
    if (said != wanted || outcome.sheet->total != points(scores.total) ||
        outcome.sheet->grade != peer_grades.at(static_cast<std::size_t>(scores.grade)) ||
        outcome.sheet->find("L1")->score != points(scores.halves[0]) ||
        outcome.sheet->find("L2")->score != points(scores.halves[1])) {
        differ("the rubric by hand", outcome, said + ' ' + hundredths_text(scores.total));
    }
}

// ------------------------------------------------------------------ the kernel

/// A fact as the kernel takes it; none where it is absent, or no number of 64 bits.
std::optional<PeerCell> cell_of(const detail::feel::Value& value) {
    if (value.is_boolean()) {
        return PeerCell{value.is_true() ? 1 : 0, 0};
    }
    const auto decimal = value.is_number() ? value.number().exact_decimal() : std::nullopt;
    const auto units = decimal ? decimal->small_coefficient() : std::nullopt;
    if (!units || decimal->scale() > detail::kernel::most_places) {
        return std::nullopt;
    }
    return PeerCell{*units, decimal->scale()};
}

/// Whether all facts that the document gives are in the row.
bool fill(const Facts& facts, detail::kernel::FactRows& rows) {
    const std::size_t row = rows.add();
    bool all = true;
    for (std::size_t fact = 0; fact < peer_facts; ++fact) {
        const detail::feel::Value& value = facts.loaded().slots[fact];
        if (const auto cell = cell_of(value)) {
            rows.set(fact, row, cell->coefficient, cell->scale);
        } else if (!value.is_null()) {
            all = false;
        }
    }
    return all;
}

/// The same from arrays, whose places are fixed.
struct FixedColumns {
    std::vector<std::array<std::int64_t, detail::kernel::most_rows>> values{peer_facts};
    std::vector<std::array<std::uint8_t, detail::kernel::most_rows>> given{peer_facts};
    std::vector<detail::kernel::Column> columns{peer_facts};

    /// Whether all facts of the document fit.
    bool fill(const Facts& facts, std::size_t row, int places) {
        bool all = true;
        for (std::size_t fact = 0; fact < peer_facts; ++fact) {
            const detail::feel::Value& value = facts.loaded().slots[fact];
            const int scale = in_hundredths(fact) ? places : 0;
            columns[fact] = {values[fact].data(), given[fact].data(), scale};
            values[fact][row] = 0;
            given[fact][row] = 0;
            const auto cell = cell_of(value);
            if (!cell) {
                all = all && value.is_null();
                continue;
            }
            const Decimal decimal{cell->coefficient, cell->scale};
            const auto units = decimal.rounded(scale).small_coefficient();
            if (!units || decimal.rounded(scale) != decimal) {
                all = false;
                continue;
            }
            values[fact][row] = *units;
            given[fact][row] = 1;
        }
        return all;
    }
};

void check_row(const detail::kernel::Kernel& kernel, const detail::kernel::Scores& scores,
               std::size_t row, const Outcome& outcome, const char* way) {
    if (!outcome.sheet) {
        differ(way, outcome, "a score");
    }
    const auto points = [&](std::int64_t units) {
        return Points{Decimal{units, kernel.scale()}};
    };
    const ScoreSheet& sheet = *outcome.sheet;
    bool same = kernel.items().size() == sheet.items.size();
    for (std::size_t i = 0; same && i < sheet.items.size(); ++i) {
        const Points score = points(scores.items[i * detail::kernel::most_rows + row]);
        same = kernel.items()[i].indicator->id == sheet.items[i].id &&
               score == sheet.items[i].score &&
               text_of(score, kernel.items()[i].scale) == sheet.items[i].score_text();
    }
    const std::string total = text_of(points(scores.totals[row]), kernel.total_scale());
    const std::int32_t grade = scores.grades[row];
    const std::string name =
        grade < 0 ? "" : std::string{peer_grades.at(static_cast<std::size_t>(grade))};
    if (!same || total != sheet.total_text() || name != sheet.grade) {
        differ(way, outcome, total + ' ' + name);
    }
}

enum class Which { all, plain };

/// Documents whose facts could be read, in blocks. What is odd in one row of a block may make the
/// kernel ask for others, so the plain ones are scored by themselves too.
void check_kernel(const detail::kernel::Kernel& kernel, const std::vector<Outcome>& outcomes,
                  int places, Which which, Counts& counts) {
    detail::kernel::Scores scores{kernel};
    detail::kernel::FactRows rows{peer_facts};
    FixedColumns fixed;
    std::vector<std::uint8_t> fixed_asks;
    std::vector<const Outcome*> block;
    const auto end_block = [&] {
        kernel.score(rows.columns(), rows.asks(), scores);
        for (std::size_t row = 0; row < block.size(); ++row) {
            const bool sure = rows.asks()[row] == 0;
            counts.by_kernel += sure && which == Which::all ? 1U : 0U;
            counts.plain_asked += !sure && which == Which::plain ? 1U : 0U;
            if (sure) {
                check_row(kernel, scores, row, *block[row], "the kernel on slots");
            }
        }
        kernel.score(fixed.columns, fixed_asks, scores);
        for (std::size_t row = 0; row < block.size(); ++row) {
            if (fixed_asks[row] == 0) {
                counts.by_columns += which == Which::all ? 1U : 0U;
                check_row(kernel, scores, row, *block[row], "the kernel on columns");
            }
        }
        rows.clear();
        block.clear();
        fixed_asks.clear();
    };
    for (const Outcome& outcome : outcomes) {
        if (!outcome.facts || (which == Which::plain && outcome.document.hostile)) {
            continue;
        }
        if (!fill(*outcome.facts, rows)) {
            rows.ask(block.size());
        }
        fixed_asks.push_back(fixed.fill(*outcome.facts, block.size(), places) ? 0 : 1);
        block.push_back(&outcome);
        if (rows.full()) {
            end_block();
        }
    }
    if (!block.empty()) {
        end_block();
    }
}

// ------------------------------------------------------------------ a scorer

std::string words_of(const Error& error) {
    return error_line(error);
}

/// What the scorer says is what the engine says, and so are its items.
void check_scored(const Scorer& scorer, const Result<Total>& said, const Outcome& outcome,
                  const char* way) {
    if (!said) {
        if (outcome.sheet || words_of(said.error()) != outcome.line) {
            differ(way, outcome, words_of(said.error()));
        }
        return;
    }
    const auto points = [&](std::int64_t units) {
        return Points{Decimal{units, said->places}};
    };
    bool same = outcome.sheet && points(said->total) == outcome.sheet->total &&
                scorer.items().size() == outcome.sheet->items.size();
    for (std::size_t i = 0; same && i < scorer.items().size(); ++i) {
        same = points(scorer.items()[i]) == outcome.sheet->items[i].score;
    }
    const std::string grade =
        said->grade < 0 ? "" : std::string{peer_grades.at(static_cast<std::size_t>(said->grade))};
    if (!same || grade != outcome.sheet->grade) {
        differ(way, outcome, points(said->total).to_string() + ' ' + grade);
    }
}

/// The facts as cells; none where one is no number of 64 bits.
std::optional<std::vector<Cell>> cells_of(const Facts& facts) {
    std::vector<Cell> cells(peer_facts);
    for (std::size_t fact = 0; fact < peer_facts; ++fact) {
        const detail::feel::Value& value = facts.loaded().slots[fact];
        if (const auto cell = cell_of(value)) {
            cells[fact] = {value.is_boolean() ? Cell::Kind::boolean : Cell::Kind::number,
                           cell->scale,
                           cell->coefficient,
                           {}};
        } else if (!value.is_null()) {
            return std::nullopt;
        }
    }
    return cells;
}

void check_scorer(Scorer& scorer, const std::vector<Outcome>& outcomes, Counts& counts) {
    for (const Outcome& outcome : outcomes) {
        check_scored(scorer, scorer.score(outcome.document.text), outcome, "a scorer");
        const auto cells = outcome.sheet ? cells_of(*outcome.facts) : std::nullopt;
        if (cells) {
            check_scored(scorer, scorer.score(*cells), outcome, "a scorer of values");
            ++counts.by_values;
        }
    }
}

// ------------------------------------------------------------------ all of them

void check_block(const PeerWorkload& work, const detail::kernel::Kernel& kernel,
                 const ColumnScorer& scorer, Scorer& one, const std::vector<Outcome>& outcomes,
                 Counts& counts) {
    constexpr std::array<int, 4> column_places{2, 9, 4, 12};
    for (const Outcome& outcome : outcomes) {
        ++counts.documents;
        counts.refused += outcome.sheet ? 0U : 1U;
        check_by_hand(outcome, counts);
        if (outcome.sheet) {
            check_sheet(outcome);
        }
    }
    check_scorer(one, outcomes, counts);
    check_lines(work, outcomes, 1);
    check_lines(work, outcomes, 3);
    const std::size_t turn = counts.documents / outcomes.size() % column_places.size();
    check_kernel(kernel, outcomes, column_places.at(turn), Which::all, counts);
    check_kernel(kernel, outcomes, column_places.at(turn), Which::plain, counts);
    check_columns(scorer, work, outcomes, ColumnsOf::Form::whole, column_places.at(turn), counts);
    check_columns(scorer, work, outcomes, ColumnsOf::Form::text, 0, counts);
    check_columns(scorer, work, outcomes, ColumnsOf::Form::all_text, 0, counts);
}

int run(std::size_t documents, std::uint64_t seed) {
    constexpr std::size_t block = 1'000;
    const PeerWorkload work;
    const auto kernel = detail::kernel::Kernel::of(work.rubric.compiled());
    if (!kernel) {
        std::cerr << "agreement: the rubric is not for the kernel\n";
        return 1;
    }
    const ColumnScorer scorer{work.rubric};
    Scorer one{work.rubric, {.places = 9}};
    PeerRandom random{work, seed};
    Counts counts;
    while (counts.documents < documents) {
        std::vector<Outcome> outcomes;
        for (std::size_t i = 0; i < std::min(block, documents - counts.documents); ++i) {
            outcomes.push_back(scored(work, random.draw(i)));
        }
        check_block(work, *kernel, scorer, one, outcomes, counts);
    }
    std::cout << counts.documents << " documents, all the same: " << counts.refused << " refused, "
              << counts.by_hand << " by hand, " << counts.by_kernel << " by the kernel on slots, "
              << counts.by_columns << " on columns, " << counts.by_scorer
              << " rows by ColumnScorer, " << counts.by_values << " by a scorer of values; "
              << counts.plain_asked << " plain ones were asked back\n";
    // else hardly anything was compared
    const bool enough = counts.refused > documents / 50 && counts.by_hand > documents / 2 &&
                        counts.by_kernel > documents / 2 && counts.by_columns > documents / 3 &&
                        counts.by_scorer > documents && counts.by_values > documents / 2;
    if (!enough || counts.plain_asked > 0) {
        std::cerr << "agreement: too few were compared, or plain documents asked back\n";
        return 1;
    }
    return 0;
}

} // namespace
} // namespace heng::test

int main(int argc, char** argv) {
    std::size_t documents = 5'000;
    std::uint64_t seed = 1;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const std::string_view text = argv[i + 1];
        std::uint64_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec != std::errc{} || (name != "--documents" && name != "--seed")) {
            std::cerr << "agreement [--documents N] [--seed N]\n";
            return 2;
        }
        (name == "--seed" ? seed : documents) = value;
    }
    return heng::test::run(documents, seed);
}
