// SPDX-License-Identifier: Apache-2.0
//
// All ways to score come to the same, byte for byte, on forms as they are filed: documents of the
// built-in rubrics and of random rubrics with targets, lists, dates, levels, a department's units
// and assessed scores; ties, hostile and broken ones among them. The engine, a scorer on texts and
// on values, the lines of a batch by one thread and by three, columns where there is no list, and
// the C ABI. Where one refuses, all do: same codes, words and places.
//
//     agreement_forms                                   900 documents, as CTest runs it
//     agreement_forms --documents 1000000 --seed 2
#include "agreement_abi.hpp"
#include "agreement_said.hpp"
#include "benchmark/form_documents.hpp"
#include "document/compiled_rubric.hpp"
#include "random_form.hpp"
#include "support/random_facts.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/document/builtin.hpp>

#include <array>
#include <charconv>
#include <deque>

namespace heng::test {
namespace {

constexpr int places = 9;

struct Counts {
    std::size_t documents = 0;
    std::size_t refused = 0;
    std::size_t rows = 0; ///< of columns
    std::size_t values = 0;
    std::size_t rubrics = 0;
};

// ------------------------------------------------------------------ the library's own ways

void check_lines(const RubricDocument& rubric, const std::vector<Said>& all, unsigned threads) {
    std::string text;
    for (const Said& said : all) {
        text += said.text + '\n';
    }
    std::string_view rest = text;
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min(buffer.size(), rest.size());
        std::memcpy(buffer.data(), rest.data(), size);
        rest.remove_prefix(size);
        return size;
    };
    std::size_t count = 0;
    BatchOptions options;
    options.threads = threads;
    const auto done = score_lines(
        rubric, source,
        [&](const BatchLine& line) {
            const Said& said = all.at(line.number - 1);
            if (line.json != "{\"line\":" + std::to_string(line.number) + said.line ||
                line.failed == said.sheet.has_value()) {
                differ("a batch", said, line.json);
            }
            ++count;
            return true;
        },
        options);
    if (!done || count != all.size()) {
        differ("a batch", all.front(), std::to_string(count) + " lines");
    }
}

void check_scorer(Scorer& scorer, const Said& said) {
    const Result<Total> total = scorer.score(said.text);
    if (total) {
        compare_total("a scorer", said, *total, scorer.items());
    } else if (!said.past_places && (!said.error || told(total.error()) != told(*said.error))) {
        differ("a scorer", said, told(total.error()));
    }
}

/// A value without JSON: its text, or whether it is so. Nothing where JSON alone can say it.
struct Plain {
    std::string text{};
    std::optional<bool> truth{};
};

std::optional<Plain> plain_of(const std::string& json) {
    if (json == "true" || json == "false") {
        return Plain{{}, json == "true"};
    }
    const bool quoted = json.front() == '"';
    std::string text = quoted ? json.substr(1, json.size() - 2) : json;
    const bool scalar = quoted || json.find_first_of("[{n") == std::string::npos;
    const bool escapes = text.find('\\') != std::string::npos;
    return scalar && !escapes ? std::optional{Plain{std::move(text), {}}} : std::nullopt;
}

/// What is wrong, without the places, which follow the order of a document's members.
std::vector<std::string> wrong_of(const Error& error) {
    std::vector<std::string> all{error.code + ' ' + error.message};
    for (const Error& other : error.others) {
        all.push_back(other.code + ' ' + other.message);
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// Inputs by path as cells, lists as JSON, and the document that they stand for.
void check_values(Scorer& scorer, const std::map<std::string, std::string>& data, Counts& counts) {
    const auto& inputs = scorer.rubric().compiled().inputs;
    std::vector<Cell> cells(inputs.size());
    std::deque<std::string> texts;
    std::map<std::string, std::string> members;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto found = data.find(inputs[i].path);
        if (found == data.end()) {
            continue;
        }
        const bool is_list = inputs[i].type == detail::document::InputType::list;
        const bool is_truth = inputs[i].type == detail::document::InputType::boolean;
        const auto plain = plain_of(found->second);
        if (is_list && found->second.front() == '[') {
            cells[i] = {Cell::Kind::list, 0, 0, texts.emplace_back(found->second)};
            members[found->first] = found->second;
        } else if (!is_list && plain && is_truth == plain->truth.has_value()) {
            cells[i] = is_truth ? Cell{Cell::Kind::boolean, 0, *plain->truth ? 1 : 0, {}}
                                : Cell{Cell::Kind::text, 0, 0, texts.emplace_back(plain->text)};
            members[found->first] = is_truth ? found->second : '"' + plain->text + '"';
        }
    }
    const auto unit = scorer.rubric().compiled().unit;
    const Said said =
        asked(scorer.rubric(),
              R"({"heng":"facts/1","unit":")" + std::string{unit ? name(*unit) : "万元"} +
                  R"(","data":)" + object_text(members) + "}",
              places);
    const Result<Total> total = scorer.score(cells);
    ++counts.values;
    if (total) {
        compare_total("a scorer of values", said, *total, scorer.items());
    } else if (!said.past_places &&
               (!said.error || wrong_of(total.error()) != wrong_of(*said.error))) {
        differ("a scorer of values", said, told(total.error()));
    }
}

// ------------------------------------------------------------------ columns

/// Rows of a rubric without lists as columns of text, and each row as its document.
void check_columns(const ColumnScorer& scorer,
                   const std::vector<std::map<std::string, std::string>>& rows, Counts& counts) {
    struct Own {
        std::vector<std::int64_t> values{};
        std::string text{};
        std::vector<std::int32_t> offsets{0};
        std::vector<std::uint8_t> valid{};
    };
    const auto& inputs = scorer.rubric().compiled().inputs;
    std::vector<Own> own(inputs.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const bool is_truth = inputs[i].type == detail::document::InputType::boolean;
            const auto found = rows[row].find(inputs[i].path);
            const auto plain = found == rows[row].end() ? std::nullopt : plain_of(found->second);
            const bool given = plain && plain->truth.has_value() == is_truth;
            own[i].values.push_back(given && plain->truth.value_or(false) ? 1 : 0);
            own[i].text += given ? plain->text : "";
            own[i].offsets.push_back(static_cast<std::int32_t>(own[i].text.size()));
            own[i].valid.resize(row / 8 + 1);
            own[i].valid.back() =
                static_cast<std::uint8_t>(own[i].valid.back() | (given ? 1U : 0U) << row % 8);
        }
    }
    std::vector<Column> columns(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        columns[i].input = inputs[i].path;
        columns[i].valid = own[i].valid.data();
        if (inputs[i].type == detail::document::InputType::boolean) {
            columns[i].values = own[i].values.data();
        } else {
            columns[i].text = own[i].text.data();
            columns[i].offsets = own[i].offsets.data();
        }
    }
    const std::size_t items = count_of(scorer.rubric().rubric().indicators);
    std::vector<std::int64_t> totals(rows.size());
    std::vector<std::int32_t> grades(rows.size());
    std::vector<std::int32_t> statuses(rows.size());
    std::vector<std::int64_t> scores(rows.size() * items);
    ScoreColumns to{totals, grades, statuses, scores, places};
    if (const auto done = scorer.score(columns, rows.size(), to, 2); !done) {
        differ("columns", {}, done.error().message);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto text = scorer.document(columns, row);
        const Said said = asked(scorer.rubric(), text.value(), places);
        ++counts.rows;
        if (statuses[row] != 0) {
            const auto status = said.error         ? static_cast<std::int32_t>(said.error->status)
                                : said.past_places ? HENG_LIMIT_EXCEEDED
                                                   : 0;
            if (status != statuses[row]) {
                differ("columns", said, "status " + std::to_string(statuses[row]));
            }
            continue;
        }
        std::vector<std::int64_t> own_items;
        for (std::size_t i = 0; i < items; ++i) {
            own_items.push_back(scores[i * rows.size() + row]);
        }
        compare_total("columns", said, {totals[row], places, grades[row]}, own_items);
    }
}

// ------------------------------------------------------------------ documents

void check_documents(const RubricDocument& rubric, const std::vector<std::string>& texts,
                     Counts& counts) {
    std::vector<Said> all;
    for (const std::string& text : texts) {
        all.push_back(asked(rubric, text, places));
    }
    Scorer scorer{rubric, {.places = places}};
    AbiDoors abi{rubric.text(), places};
    for (std::size_t i = 0; i < all.size(); ++i) {
        check_scorer(scorer, all[i]);
        abi.check(all[i], i);
        counts.refused += all[i].sheet ? 0U : 1U;
    }
    check_lines(rubric, all, 1);
    check_lines(rubric, all, 3);
    abi.check_lines(all, 2);
    counts.documents += all.size();
    ++counts.rubrics;
}

RubricDocument loaded(const std::string& text) {
    auto rubric = RubricDocument::parse(text);
    if (!rubric) {
        std::cerr << rubric.error() << '\n' << text << '\n';
        std::exit(1); // NOLINT(concurrency-mt-unsafe)
    }
    return *std::move(rubric);
}

/// One in ten with some bytes changed; a line has no end in it.
std::string maybe_broken(Random& random, RandomFacts& breaker, std::string text) {
    if (random.chance(10)) {
        text = breaker.broken(std::move(text));
        std::replace(text.begin(), text.end(), '\n', ' ');
        std::replace(text.begin(), text.end(), '\r', ' ');
    }
    return text.find_first_not_of(" \t") == std::string::npos ? "{}" : text; // else passed over
}

/// Forms of the built-in rubrics, a third of them not plain.
void check_builtin(Random& random, RandomFacts& breaker, std::size_t number, Counts& counts) {
    const std::string_view id =
        benchmarks::form_rubrics.at(number % benchmarks::form_rubrics.size());
    benchmarks::FormDocuments forms{id,
                                    {.odd_percent = 30,
                                     .seed = static_cast<std::uint64_t>(random.whole(0, 1'000'000)),
                                     .least_rows = 4,
                                     .most_rows = 14}};
    std::vector<std::string> texts;
    for (int i = 0; i < 20; ++i) {
        texts.push_back(maybe_broken(random, breaker, forms.next().text));
    }
    check_documents(builtin(id).value(), texts, counts);
}

void check_drawn(Random& random, RandomFacts& breaker, Counts& counts) {
    const DrawnForm form = draw_form(random, true);
    const RubricDocument rubric = loaded(form.rubric);
    std::vector<std::string> texts;
    for (int i = 0; i < 25; ++i) {
        texts.push_back(
            maybe_broken(random, breaker, draw_form_document(random, form, random.chance(30))));
    }
    check_documents(rubric, texts, counts);
    Scorer scorer{rubric, {.places = places}};
    for (int i = 0; i < 5; ++i) {
        check_values(scorer, draw_form_data(random, form, random.chance(30)), counts);
    }
}

/// Rubrics of every kind of rule: their bonuses, floors and adjustments are other ones.
void check_every_kind(Random& random, RandomFacts& breaker, Counts& counts) {
    const DrawnRubric drawn = draw_rubric(random);
    std::vector<std::string> texts;
    for (int i = 0; i < 20; ++i) {
        texts.push_back(maybe_broken(random, breaker, text_of(draw_facts(random, drawn))));
    }
    std::for_each(texts.begin(), texts.end(),
                  [](std::string& text) { std::replace(text.begin(), text.end(), '\n', ' '); });
    check_documents(loaded(drawn.text), texts, counts);
}

void check_flat(Random& random, Counts& counts) {
    const DrawnForm form = draw_form(random, false);
    const ColumnScorer scorer{loaded(form.rubric)};
    std::vector<std::map<std::string, std::string>> rows;
    for (int i = 0; i < 20; ++i) {
        rows.push_back(draw_form_data(random, form, random.chance(30)));
    }
    check_columns(scorer, rows, counts);
}

int run(std::size_t documents, std::uint64_t seed) {
    Random random{seed};
    RandomFacts breaker{seed, {}};
    Counts counts;
    for (std::size_t number = 0; counts.documents < documents; ++number) {
        check_builtin(random, breaker, number, counts);
        check_drawn(random, breaker, counts);
        check_drawn(random, breaker, counts);
        check_every_kind(random, breaker, counts);
        check_flat(random, counts);
    }
    std::cout << counts.documents << " documents by " << counts.rubrics
              << " rubrics, all the same: " << counts.refused << " refused; " << counts.values
              << " as values, " << counts.rows << " rows of columns\n";
    // else hardly anything was compared
    const bool enough = counts.refused > counts.documents / 20 &&
                        counts.refused < counts.documents / 2 && counts.values > documents / 20 &&
                        counts.rows > documents / 10;
    if (!enough) {
        std::cerr << "agreement: too few were compared\n";
    }
    return enough ? 0 : 1;
}

} // namespace
} // namespace heng::test

int main(int argc, char** argv) {
    std::size_t documents = 900;
    std::uint64_t seed = 1;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i];
        const std::string_view text = i + 1 < argc ? argv[i + 1] : "";
        std::uint64_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec != std::errc{} || (name != "--documents" && name != "--seed")) {
            std::cerr << "agreement_forms [--documents N] [--seed N]\n";
            return 2;
        }
        (name == "--seed" ? seed : documents) = value;
    }
    return heng::test::run(documents, seed);
}
