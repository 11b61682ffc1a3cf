// SPDX-License-Identifier: Apache-2.0
//
// The C ABI against the C++ engine and the scorer, byte for byte: sheets in every format and
// language, items, totals, explanations, and errors at the same call and place. Rubrics are those
// of the kernel and those that it does not take; documents are plain, odd and broken.
#include "support/files.hpp"
#include "support/peer_random.hpp"
#include "support/random_facts.hpp"
#include "support/random_rubric.hpp"

#include <heng/batch/columns.hpp>
#include <heng/batch/scorer.hpp>
#include <heng/document/builtin.hpp>
#include <heng/document/rubric_inputs.hpp>
#include <heng/explain/explain.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <array>
#include <heng.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace heng;

/// All that heng_error tells of an error and of those found with it.
std::string told(const heng_error* error) {
    std::string text;
    const auto add = [&text](const char* each) {
        text += each == nullptr ? "-" : each;
        text += '|';
    };
    for (std::size_t i = 0; i < heng_error_count(error); ++i) {
        const heng_error* each = heng_error_at(error, i);
        text += std::to_string(heng_error_status(each)) + '|';
        add(heng_error_code(each));
        add(heng_error_message(each));
        add(heng_error_pointer(each));
        add(heng_error_excerpt(each));
        text += std::to_string(heng_error_line(each)) + ':' +
                std::to_string(heng_error_column(each)) + '\n';
    }
    return text;
}

std::string told(const Error& error, std::optional<Language> language) {
    const Error spoken = language ? in_language(error, *language) : error;
    std::string message = spoken.message;
    if (!spoken.hint.empty()) {
        message += (spoken.language == Language::zh ? "（" : " (") + spoken.hint +
                   (spoken.language == Language::zh ? "）" : ")");
    }
    std::string text =
        std::to_string(static_cast<int>(spoken.status)) + '|' + spoken.code + '|' + message + '|' +
        spoken.pointer.value_or("-") + '|' + (spoken.excerpt.empty() ? "-" : spoken.excerpt) + '|' +
        std::to_string(spoken.place.line) + ':' + std::to_string(spoken.place.column) + '\n';
    for (const Error& other : spoken.others) {
        text += told(other, language);
    }
    return text;
}

/// What a call came to: `text`, or its error.
std::string came_of(heng_status status, heng_error* error, const std::string& text) {
    std::string said = status == HENG_OK ? text : told(error);
    heng_error_free(error);
    return said;
}

struct FreeFacts {
    void operator()(heng_facts* facts) const { heng_facts_free(facts); }
};
struct FreeSheet {
    void operator()(heng_sheet* sheet) const { heng_sheet_free(sheet); }
};

/// The options of a call: the language, or none.
struct Spoken {
    explicit Spoken(std::optional<Language> language) {
        options.struct_size = sizeof options;
        options.language = !language ? nullptr : *language == Language::zh ? "zh" : "en";
    }
    heng_options options{};
};

std::string items_of(const heng_sheet* sheet) {
    std::string text;
    for (std::size_t i = 0; i < heng_sheet_count(sheet); ++i) {
        heng_item item{};
        item.struct_size = sizeof item;
        REQUIRE(heng_sheet_item(sheet, i, &item) == HENG_OK);
        for (const char* each : {item.id, item.name, item.rule, item.points, item.score, item.rate,
                                 item.lost, item.status, item.basis, item.why}) {
            text += std::string{each} + '|';
        }
        text += item.parent == nullptr ? "-" : item.parent;
        text += '|' + std::to_string(item.level) + '|' + std::to_string(item.kind) + '\n';
    }
    return text;
}

std::string items_of(const ScoreSheet& sheet) {
    std::string text;
    for (const Item& item : sheet.items) {
        text += item.id + '|' + item.name + '|' + std::string{item.rule} + '|' +
                item.points_text() + '|' + item.score_text() + '|' + item.rate() + '|' +
                item.lost_text() + '|' + std::string{name(item.status)} + '|' +
                std::string{name(item.basis)} + '|' + std::string{item.why} + '|' +
                (item.parent ? sheet.items[*item.parent].id : "-") + '|' +
                std::to_string(item.level) + '|' + std::to_string(static_cast<int>(item.kind) + 1) +
                '\n';
    }
    return text;
}

std::string rendered(const heng_sheet* sheet, std::int32_t format, const heng_options* options) {
    heng_text* text = nullptr;
    heng_error* error = nullptr;
    const heng_status status = heng_sheet_render(sheet, format, options, &text, &error);
    const char* const data = heng_text_data(text, nullptr);
    std::string made = came_of(status, error, data == nullptr ? "" : data);
    heng_text_free(text);
    return made;
}

/// One rubric, through both doors.
class Doors {
  public:
    explicit Doors(RubricDocument rubric)
        : rubric_(std::move(rubric)), scorer_(rubric_, {.places = 9}) {
        heng_error* error = nullptr;
        const std::string text{rubric_.text()};
        REQUIRE(heng_rubric_load(text.data(), text.size(), &same_, &error) == HENG_OK);
    }
    Doors(const Doors&) = delete;
    Doors& operator=(const Doors&) = delete;
    ~Doors() { heng_rubric_free(same_); }

    /// How a document is loaded and scored; languages are those of the calls.
    struct Way {
        std::optional<Language> load{};
        std::optional<Language> score{};
        std::uint64_t most_steps = 0;
        bool freed = false;   ///< the facts, before anything is asked of the sheet
        bool explain = false; ///< the facts, which is slow
    };

    /// Whether it was scored.
    bool check(const std::string& text, const Way& way) {
        INFO(text);
        const Limits limits{.language = way.load};
        const auto facts =
            Facts::parse(way.load ? rubric_.spoken_in(*way.load) : rubric_, text, limits);
        heng_facts* loaded = nullptr;
        heng_error* error = nullptr;
        const Spoken load{way.load};
        const heng_status status =
            heng_facts_load_with(same_, text.data(), text.size(), &load.options, &loaded, &error);
        std::unique_ptr<heng_facts, FreeFacts> own{loaded};
        CHECK(came_of(status, error, "read") == (facts ? "read" : told(facts.error(), way.load)));
        const auto total = scorer_.score(text);
        if (!facts || own == nullptr) {
            CHECK(!total);
            return false;
        }
        return check(*facts, std::move(own), way, total);
    }

  private:
    bool check(const Facts& facts, std::unique_ptr<heng_facts, FreeFacts> own, const Way& way,
               const Result<Total>& total) {
        const CallOptions call{way.score, {}, static_cast<std::int64_t>(way.most_steps)};
        const auto sheet = score(facts, call);
        heng_sheet* made = nullptr;
        heng_error* error = nullptr;
        Spoken scoring{way.score};
        scoring.options.max_steps = way.most_steps;
        const heng_status status =
            heng_score_with(same_, own.get(), &scoring.options, &made, &error);
        const std::unique_ptr<heng_sheet, FreeSheet> scored{made};
        CHECK(came_of(status, error, "scored") ==
              (sheet ? "scored" : told(sheet.error(), way.score)));
        if (way.most_steps == 0) {
            check_total(total, sheet);
        }
        if (way.explain) {
            check_explanation(facts, own.get());
        }
        if (!sheet || scored == nullptr) {
            return false;
        }
        if (way.freed) {
            own.reset();
        }
        CHECK(sheet->total_text() == heng_sheet_total(made));
        CHECK(sheet->rate() == heng_sheet_rate(made));
        CHECK(sheet->grade == heng_sheet_grade(made));
        CHECK(sheet->items.size() == heng_sheet_count(made));
        const Facts spoken = way.score ? facts.spoken_in(*way.score).value() : facts;
        check_texts(*sheet, spoken, made);
        return true;
    }

    void check_texts(const ScoreSheet& sheet, const Facts& facts, const heng_sheet* made) {
        std::size_t length = 0;
        const char* const json = heng_sheet_json(made, &length);
        CHECK(to_json(sheet, facts) == std::string_view{json, length});
        CHECK(to_text(sheet, facts) == heng_sheet_text(made, nullptr));
        CHECK(items_of(sheet) == items_of(made));
        CHECK(rendered(made, HENG_CSV, nullptr) == to_csv(sheet));
        CHECK(rendered(made, HENG_HTML, nullptr) == to_html(sheet, facts));
        const Language other = sheet.language == Language::zh ? Language::en : Language::zh;
        const Facts turned = facts.spoken_in(other).value();
        const Spoken in_other{other};
        CHECK(rendered(made, HENG_MARKDOWN, &in_other.options) ==
              to_markdown(score(turned).value(), turned));
    }

    void check_total(const Result<Total>& total, const Result<ScoreSheet>& sheet) {
        if (!total) {
            const bool many_places = total.error().code == "score.places";
            CHECK(sheet.has_value() == many_places);
            return;
        }
        REQUIRE(sheet);
        CHECK(Points{Decimal{total->total, total->places}} == sheet->total);
        const auto& grades = rubric_.rubric().grades;
        CHECK(sheet->grade ==
              (total->grade < 0 ? "" : grades[static_cast<std::size_t>(total->grade)].grade));
        for (const Item& item : sheet->items) {
            const std::int64_t units = scorer_.items()[item.indicator];
            if (item.kind != ItemKind::row && units != no_score) {
                CHECK(Points{Decimal{units, total->places}} == item.score);
            }
        }
    }

    void check_explanation(const Facts& facts, const heng_facts* own) {
        heng_text* text = nullptr;
        heng_error* error = nullptr;
        const heng_status status = heng_explain(same_, own, &text, &error);
        const auto wanted = explain(facts);
        const char* const data = heng_text_data(text, nullptr);
        CHECK(came_of(status, error, data == nullptr ? "" : data) ==
              (wanted ? to_json(*wanted) : told(wanted.error(), {})));
        heng_text_free(text);
    }

    RubricDocument rubric_;
    Scorer scorer_;
    heng_rubric* same_ = nullptr;
};

/// Every way in turn.
Doors::Way way_of(int number) {
    constexpr std::array<std::optional<Language>, 3> languages{std::nullopt, Language::en,
                                                               Language::zh};
    Doors::Way way;
    way.load = languages.at(static_cast<std::size_t>(number % 3));
    way.score = languages.at(static_cast<std::size_t>(number / 3 % 3));
    way.freed = number % 2 == 1;
    way.explain = number % 7 == 3;
    way.most_steps = number % 5 == 4 ? static_cast<std::uint64_t>(40 * (number % 50)) : 0;
    return way;
}

} // namespace

TEST_CASE(
    "plain, odd and broken documents of the kernel's rubrics score alike through every door") {
    for (const char* id : {"hunan-unit-2018", "yueyang-department-2018"}) {
        const auto rubric = builtin(id).value();
        std::vector<test::RandomInput> inputs;
        for (const RubricInput& each : inputs_of(rubric)) {
            inputs.push_back({each.path, each.type == "boolean" ? 'b' : each.type[0]});
        }
        test::RandomFacts random{11, inputs};
        Doors doors{rubric};
        int scored = 0;
        int refused = 0;
        for (int i = 0; i < 18; ++i) {
            const std::string plain = random.plain();
            for (const std::string& text : {plain, random.odd(), random.broken(plain)}) {
                (doors.check(text, way_of(i)) ? scored : refused) += 1;
            }
        }
        CHECK(scored > 9);
        CHECK(refused > 9);
    }
}

TEST_CASE("the peer workload scores alike through every door") {
    const test::PeerWorkload work;
    test::PeerRandom random{work, 3};
    Doors doors{work.rubric};
    int scored = 0;
    for (int i = 0; i < 30; ++i) {
        scored += doors.check(random.draw(static_cast<std::size_t>(i)).text, way_of(i)) ? 1 : 0;
    }
    CHECK(scored > 15);
    CHECK(scored < 30);
}

TEST_CASE("rubrics with lists, targets, texts and assessed scores score alike through every door") {
    test::Random random{5};
    test::RandomFacts breaking{5, {}};
    int scored = 0;
    int tried = 0;
    for (int i = 0; i < 30; ++i) {
        const test::DrawnRubric drawn = test::draw_rubric(random);
        auto rubric = RubricDocument::parse(drawn.text);
        if (!rubric) {
            continue;
        }
        Doors doors{*std::move(rubric)};
        for (int k = 0; k < 3; ++k, ++tried) {
            const std::string text = test::text_of(test::draw_facts(random, drawn));
            scored += doors.check(text, way_of(3 * i + k)) ? 1 : 0;
            doors.check(breaking.broken(text), way_of(3 * i + k));
        }
    }
    CHECK(scored > tried / 4);
}
