// SPDX-License-Identifier: Apache-2.0
//
// What an explanation promises, on random rubrics and facts: the change it names, made in the
// document and scored again, recovers exactly what it says, one step less does not, and no other
// value of the fact is better than what is claimed to be best; the lost points add up. HENG_PAIRS
// in the environment tries another number of them.
#include "feel/calendar.hpp"
#include "random_pair.hpp"

#include <heng/explain/explain.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstdlib>

using namespace heng;
using namespace heng::test;

namespace {

std::uint64_t pairs() {
    const char* const wanted = std::getenv("HENG_PAIRS");
    return wanted != nullptr ? std::stoull(wanted) : 2000;
}

/// `text` moved by so many of its last printed places towards `from`, as it would be printed.
std::string moved(const std::string& text, const std::string& from, std::int64_t by) {
    const bool percent = text.back() == '%';
    const auto digits = [&](std::string number) {
        return *Decimal::parse(percent ? number.substr(0, number.size() - 1) : number);
    };
    const Decimal value = digits(text);
    const Decimal step{value < digits(from) ? by : -by, value.scale()};
    return (value + step).to_string() + (percent ? "%" : "");
}

std::string quoted(const std::string& text) {
    return '"' + text + '"';
}

/// Changes the first so many records of `list` whose field holds, or leaves them out.
void change_records(RandomFacts& facts, const WhatIf& what, std::int64_t steps) {
    const std::size_t open = what.path.find('[');
    auto& list = facts.lists.at(what.path.substr(0, open));
    const bool held = what.path.find("= true]") != std::string::npos;
    const bool flipped = what.path.ends_with("].late");
    std::vector<std::map<std::string, std::string>> records;
    for (auto record : list) {
        const bool meant = record.at("late") == (held ? "true" : "false");
        if (meant && steps > 0) {
            --steps;
            if (!flipped) {
                continue;
            }
            record["late"] = held ? "false" : "true";
        }
        records.push_back(std::move(record));
    }
    list = std::move(records);
}

void change_row(RandomFacts& facts, const WhatIf& what, const std::string& to) {
    const std::size_t open = what.path.find('[');
    const auto nth = std::stoul(what.path.substr(open + 1)) - 1;
    auto& row = facts.lists.at(what.path.substr(0, open))[nth];
    row[what.path.substr(what.path.rfind('.') + 1)] = quoted(to);
    if (what.path.ends_with(".level")) {
        row.erase("rate");
    }
}

enum class By { all_steps, one_step_less, one_step_more };

/// The facts with the change made; none where one step less is no change.
std::optional<RandomFacts> changed(const RandomFacts& facts, const WhatIf& what, By by) {
    RandomFacts then = facts;
    for (const GoesWith& other : what.goes_with) {
        // in another band a person gives another score, short of it the one that was given
        if (by == By::all_steps && other.path.starts_with("assessed.")) {
            const std::string id = other.path.substr(9, other.path.rfind('.') - 9);
            const auto given = facts.assessed.find(id);
            CHECK(other.from == (given != facts.assessed.end() ? given->second : ""));
            then.assessed[id] = other.to;
        }
    }
    const bool less = by == By::one_step_less;
    const std::int64_t towards = less ? 1 : by == By::one_step_more ? -1 : 0;
    if (less && (what.steps == 1 || what.steps == -1)) {
        return std::nullopt;
    }
    if (what.path.find(" = ") != std::string::npos) {
        change_records(then, what, what.steps - towards);
        return then;
    }
    const bool day = what.to.size() == 10 && what.to[4] == '-' && what.to[7] == '-';
    const bool counted = what.change != "" || day;
    if (towards != 0 && !counted) {
        return std::nullopt; // another text
    }
    std::string to = what.to;
    if (towards != 0) {
        to = day ? detail::feel::date_text(*detail::feel::parse_date(to) -
                                           (what.steps > 0 ? towards : -towards))
                 : moved(to, what.from, towards);
    }
    if (what.path.find('[') != std::string::npos) {
        change_row(then, what, to);
    } else {
        then.values.at(what.path) = to == "true" || to == "false" ? to : quoted(to);
    }
    return then;
}

struct Tried {
    std::size_t explained = 0;
    std::size_t changes = 0;
    std::size_t one_less = 0;
    std::size_t one_more = 0;
    std::size_t records = 0;
    std::size_t rows = 0;
    std::size_t totals = 0;
    std::size_t assessed = 0; ///< where a person gives another score
};

Points score_of(const ScoreSheet& sheet, const Item* item) {
    return item != nullptr ? sheet.find(item->id)->score : sheet.total;
}

void check_change(const RubricDocument& rubric, const RandomPair& pair, const ScoreSheet& sheet,
                  const Item* item, const WhatIf& what, Tried& tried) {
    INFO(what.path << ' ' << what.from << " -> " << what.to << ' ' << what.change);
    const auto rescored = [&](const RandomFacts& facts) -> Result<ScoreSheet> {
        const auto loaded = Facts::parse(rubric, facts.text());
        return loaded ? score(*loaded) : Failure{loaded.error()};
    };
    const auto then = rescored(*changed(pair.facts(), what, By::all_steps));
    REQUIRE_MESSAGE(then.has_value(), then.error());
    CHECK(score_of(*then, item) == what.score);
    CHECK(what.score - score_of(sheet, item) == what.gained);
    CHECK(what.gained > Points{});
    CHECK(then->total == what.total);
    CHECK(then->total - sheet.total == what.total_change);
    CHECK(then->grade == what.grade);
    ++tried.changes;
    tried.records += what.path.find(" = ") != std::string::npos ? 1U : 0U;
    tried.rows += what.path.find("].") != std::string::npos ? 1U : 0U;
    tried.totals += item == nullptr ? 1U : 0U;
    tried.assessed += !what.goes_with.empty() && !what.goes_with.front().to.empty() ? 1U : 0U;
    if (const auto facts = changed(pair.facts(), what, By::one_step_less)) {
        ++tried.one_less;
        if (const auto less = rescored(*facts)) {
            const Points score = score_of(*less, item);
            CHECK(score < what.score);
            CHECK((what.goal == WhatIf::Goal::all || score <= score_of(sheet, item)));
        }
    }
    if (what.goal != WhatIf::Goal::all || !what.proven) {
        return;
    }
    if (const auto facts = changed(pair.facts(), what, By::one_step_more)) {
        if (const auto more = rescored(*facts)) {
            ++tried.one_more;
            CHECK(score_of(*more, item) <= what.score);
        }
    }
}

/// Other values of a fact that is written so, or of a quoted one that is a number.
std::vector<std::string> others_of(const std::string& value) {
    if (value == "true" || value == "false") {
        return {value == "true" ? "false" : "true"};
    }
    std::vector<std::string> others;
    if (value.front() != '"') {
        for (int i = 0; i < 12; ++i) {
            others.push_back(std::to_string(i));
        }
        return others;
    }
    const bool percent = value.ends_with("%\"");
    const auto number = Decimal::parse(value.substr(1, value.size() - (percent ? 3 : 2)));
    if (!number) {
        return {};
    }
    const Decimal step{1, number->scale()};
    for (const Decimal& each : {*number + step, *number - step, *number * Decimal{2},
                                *number * Decimal{5, 1}, Decimal{}, Decimal{1}, Decimal{100}}) {
        others.push_back(quoted(each.to_string() + (percent ? "%" : "")));
    }
    return others;
}

/// No other number and no other truth does better than what was found, whatever the rule.
void check_nothing_better(const RubricDocument& rubric, const RandomPair& pair,
                          const Explanation& explanation, const ItemExplanation& words) {
    const Item& item = explanation.sheet.items[words.item];
    if (item.kind != ItemKind::leaf || item.lost() <= Points{}) {
        return;
    }
    for (const auto& fact : pair.facts().values) {
        const std::string& path = fact.first; // clang 14 lets no macro see a structured binding
        Points best = item.score;
        for (const WhatIf& each : words.recover) {
            best = each.path == path ? max(best, each.score) : best;
        }
        for (const std::string& value : others_of(fact.second)) {
            RandomFacts other = pair.facts();
            other.values[path] = value;
            const auto loaded = Facts::parse(rubric, other.text());
            if (!loaded) {
                continue; // outside of what is declared
            }
            const auto then = score(*loaded);
            if (then) {
                INFO(item.id << ' ' << path << ' ' << other.values[path]);
                CHECK(then->find(item.id)->score <= best);
            }
        }
    }
}

void check_pair(std::uint64_t seed, Tried& tried) {
    const RandomPair pair{seed};
    INFO("seed " << seed << "\n" << pair.rubric() << "\n" << pair.facts().text());
    const auto rubric = RubricDocument::parse(pair.rubric());
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, pair.facts().text());
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto explanation = explain(*facts);
    const auto sheet = score(*facts);
    CHECK(explanation.has_value() == sheet.has_value());
    if (!explanation) {
        return; // such as: no indicator is in play
    }
    ++tried.explained;
    CHECK(explanation->searched_all);
    CHECK(explanation->sheet.total == sheet->total);
    Points lost;
    for (const LostPart& part : explanation->lost) {
        lost += part.lost;
    }
    CHECK(lost == sheet->points - sheet->total);
    for (const ItemExplanation& words : explanation->items) {
        for (const WhatIf& what : words.recover) {
            check_change(*rubric, pair, *sheet, &sheet->items[words.item], what, tried);
        }
        if (seed % 8 == 0) {
            check_nothing_better(*rubric, pair, *explanation, words);
        }
    }
    for (const WhatIf& what : explanation->recover) {
        check_change(*rubric, pair, *sheet, nullptr, what, tried);
    }
}

} // namespace

TEST_CASE("explain: each change recovers what it says, one step less does not, losses add up") {
    Tried tried;
    for (std::uint64_t seed = 0; seed < pairs(); ++seed) {
        check_pair(seed, tried);
    }
    MESSAGE("explained " << tried.explained << ", changes " << tried.changes << ", one step less "
                         << tried.one_less << ", one step more " << tried.one_more
                         << ", of records " << tried.records << ", of rows " << tried.rows
                         << ", of the total " << tried.totals << ", with another assessment "
                         << tried.assessed);
    CHECK(tried.explained > pairs() * 8 / 10);
    CHECK(tried.one_less > pairs() / 2);
    CHECK(tried.one_more > pairs() / 4);
    CHECK(tried.records > pairs() / 50);
    CHECK(tried.rows > pairs() / 50);
    CHECK(tried.totals > pairs() / 100);
    CHECK(tried.assessed > pairs() / 1'000);
}
