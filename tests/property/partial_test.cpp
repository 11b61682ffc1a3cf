// SPDX-License-Identifier: Apache-2.0
//
// Facts are taken from random facts, and put back at random: every completion scores inside the
// intervals, and each end that is marked as attained is reached by its witness.
#include "support/random_rubric.hpp"

#include <heng/partial/partial.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

using namespace heng;
using namespace heng::test;

namespace {

/// How many, or as many as the environment says, for a longer run by hand.
int rounds(int usual) {
    const char* const asked = std::getenv("HENG_ROUNDS");
    return asked != nullptr ? std::atoi(asked) : usual;
}

struct Ends {
    int all = 0;
    int attained = 0;
    int intervals = 0; ///< of totals, whose ends are apart
    int total_ends = 0;
    int total_attained = 0;
    int completions = 0;
};

bool is_known(const std::string& value) {
    return value != "null" && value.find("\"?\"") == std::string::npos;
}

/// Makes fields of records unknown: the value of `field` in some of the records.
int forget_fields(Random& random, std::string& records, const std::string& field) {
    int forgotten = 0;
    const std::string key = '"' + field + "\": ";
    for (std::size_t at = records.find(key); at != std::string::npos;
         at = records.find(key, at + 1)) {
        if (random.chance(50)) {
            const std::size_t from = at + key.size();
            records.replace(from, records.find_first_of(",}", from) - from, "\"?\"");
            ++forgotten;
        }
    }
    return forgotten;
}

/// The records with a value for each field that is unknown.
std::string filled(Random& random, std::string records) {
    for (std::size_t at = records.find("\"?\""); at != std::string::npos;
         at = records.find("\"?\"")) {
        const bool flag = at >= 7 && records.compare(at - 7, 7, "\"bad\": ") == 0;
        const std::size_t record = records.rfind('{', at);
        const bool by_date = records.substr(record, at - record).find("\"date\"") != records.npos;
        records.replace(at, 3,
                        flag      ? random.of({"true", "false"})
                        : by_date ? draw_day(random)
                                  : draw_number(random, 0, 2));
    }
    return records;
}

/// Sets the field of one record, such as rows[2].bad.
void set_field(std::string& records, const std::string& where, const std::string& value) {
    int nth = std::stoi(where.substr(where.find('[') + 1));
    std::size_t at = 0;
    for (std::size_t brace = records.find('{'); nth > 0; --nth) {
        at = brace;
        brace = records.find('{', brace + 1);
    }
    at = records.find('"' + where.substr(where.find("].") + 2) + '"', at);
    const std::size_t from = records.find(':', at) + 2;
    const bool day = value.size() == 10 && value[4] == '-';
    records.replace(from, records.find_first_of(",}", from) - from,
                    day ? '"' + value + '"' : value);
}

/// Removes some facts; how many.
/// How many facts are unknown then: at least, and at most, since a score that a person gives in
/// some bands is unknown where one of those may hold.
struct Removed {
    std::size_t least = 0;
    std::size_t most = 0;
};

Removed remove_some(Random& random, const DrawnRubric& drawn, DrawnFacts& facts) {
    std::size_t removed = 0;
    std::size_t in_bands = 0;
    for (auto& [path, value] : facts.data) {
        if ((path == "rows" || path == "goals") && random.chance(40)) {
            removed += static_cast<std::size_t>(forget_fields(
                random, value, path == "goals" ? "actual" : random.of({"bad", "size"})));
        } else if (path != "extra" && random.chance(25)) {
            value = random.of({"null", "\"?\""});
            ++removed;
        }
    }
    for (auto each = facts.assessed.begin(); each != facts.assessed.end();) {
        if (random.chance(40)) {
            const auto& some = drawn.in_bands;
            (std::find(some.begin(), some.end(), each->first) != some.end() ? in_bands : removed)++;
            each = facts.assessed.erase(each);
        } else {
            ++each;
        }
    }
    return {removed, removed + in_bands};
}

std::string shown(const PartialEnd& least, const PartialEnd& most) {
    return '[' + text_of(least.score, {}) + ", " + text_of(most.score, {}) + ']';
}

void check_inside(const PartialSheet& partial, const ScoreSheet& sheet) {
    for (const PartialItem& item : partial.items) {
        const Points score = sheet.find(item.id)->score;
        INFO(item.id << ' ' << text_of(score, {}) << " in " << shown(item.least, item.most));
        CHECK((item.least.score <= score && score <= item.most.score));
    }
    INFO("total " << text_of(sheet.total, {}) << " in " << shown(partial.least, partial.most));
    CHECK((partial.least.score <= sheet.total && sheet.total <= partial.most.score));
    if (!sheet.grade.empty()) {
        CHECK(std::find(partial.grades.begin(), partial.grades.end(), sheet.grade) !=
              partial.grades.end());
    }
}

/// A witness as facts: texts and lists as they are in JSON.
DrawnFacts witnessed(const DrawnFacts& facts, const DrawnFacts& full, const PartialEnd& end) {
    DrawnFacts completed = full; // what an item can't read may be anything
    for (const auto& [path, value] : facts.data) {
        if (is_known(value)) {
            completed.data[path] = value;
        }
    }
    for (const CompletedFact& fact : end.witness) {
        const std::string& path = fact.path;
        if (path.starts_with("assessed.")) {
            completed.assessed[path.substr(9)] = fact.value;
        } else if (path.find('[') != std::string::npos) {
            set_field(completed.data[path.substr(0, path.find('['))], path, fact.value);
        } else if (path == "kind") {
            completed.data[path] = '"' + fact.value + '"';
        } else {
            completed.data[path] = fact.value;
        }
    }
    return completed;
}

std::optional<ScoreSheet> scored(const RubricDocument& rubric, const DrawnFacts& facts) {
    const auto read = Facts::parse(rubric, text_of(facts));
    REQUIRE_MESSAGE(read.has_value(), text_of(facts) << '\n' << read.error().message);
    auto sheet = score(*read);
    return sheet ? std::optional{std::move(*sheet)} : std::nullopt;
}

void check_end(const RubricDocument& rubric, const DrawnFacts& facts, const DrawnFacts& full,
               const PartialEnd& end, const std::string& item, Ends& ends) {
    ++ends.all;
    ends.total_ends += item.empty() ? 1 : 0;
    if (!end.attained) {
        return;
    }
    ++ends.attained;
    ends.total_attained += item.empty() ? 1 : 0;
    const DrawnFacts completed = witnessed(facts, full, end);
    const auto sheet = scored(rubric, completed);
    if (sheet) {
        INFO(item << ": witness " << text_of(completed));
        CHECK((item.empty() ? sheet->total : sheet->find(item)->score) == end.score);
    } else {
        CHECK(!item.empty()); // another item's fact, that was drawn at random, can't be scored
    }
}

void check(Random& random, const DrawnRubric& drawn, Ends& ends) {
    const auto rubric = RubricDocument::parse(drawn.text);
    REQUIRE(rubric.has_value());
    const DrawnFacts full = draw_facts(random, drawn);
    DrawnFacts facts = full;
    const Removed removed = remove_some(random, drawn, facts);
    const auto partial = score_partial(*rubric, text_of(facts));
    INFO(drawn.text << '\n' << text_of(facts));
    if (!partial) {
        CHECK_MESSAGE(!scored(*rubric, full), partial.error().message);
        return;
    }
    CHECK(partial->unknown.size() >= removed.least);
    CHECK(partial->unknown.size() <= removed.most);
    ends.intervals += partial->least.score < partial->most.score ? 1 : 0;
    for (int i = 0; i < 6; ++i) {
        DrawnFacts completed = i == 0 ? full : draw_facts(random, drawn);
        for (const auto& [path, value] : facts.data) {
            if (is_known(value)) {
                completed.data[path] = value;
            } else if (value.starts_with('[')) {
                completed.data[path] = i == 0 ? full.data.at(path) : filled(random, value);
            }
        }
        for (const auto& [leaf, value] : facts.assessed) {
            completed.assessed[leaf] = value;
        }
        if (const auto sheet = scored(*rubric, completed)) {
            INFO("completed: " << text_of(completed));
            check_inside(*partial, *sheet);
            ++ends.completions;
        }
    }
    for (const bool most : {false, true}) {
        check_end(*rubric, facts, full, most ? partial->most : partial->least, "", ends);
        for (const PartialItem& item : partial->items) {
            check_end(*rubric, facts, full, most ? item.most : item.least, item.id, ends);
        }
    }
}

/// A target of a form, its values as in JSON; "?" is not known, "" is absent.
struct DrawnTarget {
    int points = 0;
    std::string direction;
    std::string target;
    std::string actual;
    std::string level;
    std::string rate;
};

void draw_values(Random& random, DrawnTarget& row) {
    if (row.direction != "\"level\"") {
        row.target = std::to_string(random.whole(0, 7));
        row.actual = draw_number(random, 0, 9);
        return;
    }
    const int rate = random.whole(0, 100);
    row.level = rate >= 80 ? "\"met\"" : rate >= 60 ? "\"partly\"" : "\"not\"";
    row.rate = '"' + std::to_string(rate) + "%\"";
}

std::vector<DrawnTarget> draw_form(Random& random, int points) {
    std::vector<DrawnTarget> rows;
    for (int left = points; left > 0; left -= rows.back().points) {
        DrawnTarget& row = rows.emplace_back();
        row.points = std::min(left, random.whole(1, 5));
        row.direction = random.of({"\">=\"", "\"<=\"", "\"=\"", "\"level\"", "\"level\""});
        draw_values(random, row);
    }
    return rows;
}

std::string form_text(const std::vector<DrawnTarget>& rows) {
    std::string text;
    for (const DrawnTarget& row : rows) {
        text += text.empty() ? "" : ", ";
        text += R"({"name": "n", "points": )" + std::to_string(row.points);
        text += R"(, "direction": )" + row.direction;
        for (const auto& [key, value] :
             {std::pair{"target", row.target}, std::pair{"actual", row.actual},
              std::pair{"level", row.level}, std::pair{"rate", row.rate}}) {
            text += value.empty() ? "" : ", \"" + std::string{key} + "\": " + value;
        }
        text += '}';
    }
    return R"({"heng": "facts/1", "data": {"t": [)" + text + "]}}";
}

/// The form with what it is like when some of it is not known.
std::vector<DrawnTarget> forgotten(Random& random, std::vector<DrawnTarget> rows) {
    const auto forget = [&](std::string& value, int chance) {
        if (!value.empty() && random.chance(chance)) {
            value = random.of({"\"?\"", "null", ""});
        }
    };
    for (DrawnTarget& row : rows) {
        forget(row.target, 15);
        forget(row.actual, 25);
        forget(row.level, 30);
        if (row.level != "\"met\"") { // without a rate it is 100 %
            forget(row.rate, 40);
        }
    }
    rows.resize(rows.size() - static_cast<std::size_t>(random.whole(0, 1)) * rows.size() / 2);
    if (rows.empty()) {
        rows.emplace_back().points = 1;
        rows.back().direction = "\">=\"";
    }
    return rows;
}

/// Other values for what is not known, and other rows for those that the form does not show.
std::vector<DrawnTarget> completed(Random& random, const std::vector<DrawnTarget>& open,
                                   int points) {
    std::vector<DrawnTarget> rows = open;
    const auto is_open = [](const std::string& value) {
        return value.empty() || value == "null" || value == "\"?\"";
    };
    for (DrawnTarget& row : rows) {
        DrawnTarget drawn = row;
        const auto fits = [&] {
            return (is_open(row.level) || row.level == drawn.level) &&
                   (is_open(row.rate) || row.rate == drawn.rate);
        };
        do {
            draw_values(random, drawn);
        } while (row.direction == "\"level\"" && !fits());
        row.target = is_open(row.target) ? drawn.target : row.target;
        row.actual = is_open(row.actual) ? drawn.actual : row.actual;
        row.level = drawn.level;
        row.rate = drawn.rate;
        points -= row.points;
    }
    const auto more = draw_form(random, points);
    rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

} // namespace

TEST_CASE("completions of forms with open targets and levels, or cut short, are inside") {
    Random random{20260713};
    const int drawn = rounds(300);
    int apart = 0;
    int cut = 0;
    for (int i = 0; i < drawn; ++i) {
        const int points = random.whole(3, 14);
        const auto rubric = RubricDocument::parse(
            R"({"heng": "rubric/1", "id": "r", "title": "r", "points": )" + std::to_string(points) +
            R"(, "inputs": {"t": {"type": "list", "of": "target"}},
            "rounding": {"scale": 1, "mode": "half-up", "at": [")" +
            random.of({"row", "leaf", "total"}) + R"("]}, "indicators": [{"id": "i",
            "name": "i", "points": )" +
            std::to_string(points) + R"(, "rule": {"kind": "targets",
            "rows": "t", "weights": "points"}}]})");
        REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
        const std::vector<DrawnTarget> full = draw_form(random, points);
        const std::vector<DrawnTarget> open = forgotten(random, full);
        const auto partial = score_partial(*rubric, form_text(open));
        INFO(form_text(open));
        REQUIRE_MESSAGE(partial.has_value(), partial.error());
        apart += partial->least.score < partial->most.score ? 1 : 0;
        cut += open.size() < full.size() ? 1 : 0;
        for (int k = 0; k < 6; ++k) {
            const std::string text = form_text(completed(random, open, points));
            const auto facts = Facts::parse(*rubric, text);
            REQUIRE_MESSAGE(facts.has_value(), facts.error());
            const auto sheet = score(*facts);
            REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
            INFO(text);
            check_inside(*partial, *sheet);
        }
    }
    CHECK(apart >= drawn / 2);
    CHECK(cut >= drawn / 4);
}

TEST_CASE("every completion is inside, and attained ends are reached") {
    Random random{20250401};
    Ends ends;
    const int drawn = rounds(450);
    for (int i = 0; i < drawn; ++i) {
        check(random, draw_rubric(random), ends);
    }
    CHECK(ends.completions >= 4 * drawn);
    CHECK(ends.intervals >= drawn / 2);
    MESSAGE("ends attained: " << ends.attained << " of " << ends.all << "; of totals "
                              << ends.total_attained << " of " << ends.total_ends
                              << "; completions " << ends.completions);
    CHECK(ends.attained * 100 >= ends.all * 80);
}

namespace {

/// The least and the most of each item and, last, of the total; and the grades.
struct Enumerated {
    std::vector<std::pair<Points, Points>> ends{};
    std::vector<std::string> grades{};
};

void widen(Enumerated& all, const ScoreSheet& sheet) {
    std::vector<Points> scores;
    for (const Item& item : sheet.items) {
        if (item.kind != ItemKind::row) {
            scores.push_back(item.score);
        }
    }
    scores.push_back(sheet.total);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (all.ends.size() <= i) {
            all.ends.emplace_back(scores[i], scores[i]);
        }
        all.ends[i] = {min(all.ends[i].first, scores[i]), max(all.ends[i].second, scores[i])};
    }
    if (std::find(all.grades.begin(), all.grades.end(), sheet.grade) == all.grades.end()) {
        all.grades.push_back(sheet.grade);
    }
}

/// Every completion of a count up to 6 and of two flags.
Enumerated enumerated(const RubricDocument& rubric, const DrawnFacts& facts) {
    Enumerated all;
    for (int late = 0; late <= 6; ++late) {
        for (int flags = 0; flags < 4; ++flags) {
            DrawnFacts one = facts;
            one.data["late"] = std::to_string(late);
            one.data["ok"] = (flags & 1) != 0 ? "true" : "false";
            one.data["fine"] = (flags & 2) != 0 ? "true" : "false";
            if (const auto sheet = scored(rubric, one)) {
                widen(all, *sheet);
            }
        }
    }
    return all;
}

} // namespace

TEST_CASE("of few unknown facts the ends are those of all completions") {
    Random random{20261201};
    const int drawn = rounds(200);
    int ends = 0;
    int exact = 0;
    int grades = 0;
    int possible = 0;
    for (int i = 0; i < drawn; ++i) {
        const DrawnRubric rubric_text = draw_rubric(random);
        const auto rubric = RubricDocument::parse(rubric_text.text);
        REQUIRE(rubric.has_value());
        DrawnFacts facts = draw_facts(random, rubric_text);
        const Enumerated all = enumerated(*rubric, facts);
        for (const char* path : {"late", "ok", "fine"}) {
            facts.data[path] = "\"?\"";
        }
        INFO(rubric_text.text << '\n' << text_of(facts));
        const auto partial = score_partial(*rubric, text_of(facts));
        REQUIRE(partial.has_value() == !all.ends.empty());
        if (!partial) {
            continue;
        }
        const auto compare = [&](const PartialEnd& end, const Points& known, bool least) {
            ++ends;
            exact += end.score == known ? 1 : 0;
            CHECK((least ? end.score <= known : end.score >= known));
            CHECK((!end.attained || end.score == known));
        };
        for (std::size_t item = 0; item < partial->items.size(); ++item) {
            compare(partial->items[item].least, all.ends[item].first, true);
            compare(partial->items[item].most, all.ends[item].second, false);
        }
        compare(partial->least, all.ends.back().first, true);
        compare(partial->most, all.ends.back().second, false);
        for (const std::string& grade : all.grades) {
            CHECK(std::find(partial->grades.begin(), partial->grades.end(), grade) !=
                  partial->grades.end());
        }
        grades += static_cast<int>(partial->grades.size());
        possible += static_cast<int>(all.grades.size());
    }
    MESSAGE("ends exact: " << exact << " of " << ends << "; grades " << grades << ", of which "
                           << possible << " are reached");
    CHECK(exact * 100 >= ends * 97);
    CHECK(grades * 100 <= possible * 110);
}
