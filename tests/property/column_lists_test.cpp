// SPDX-License-Identifier: Apache-2.0
//
// Columns of records against the documents that their rows stand for: same total, grade, status and
// scores, for records as programs have them and for odd ones.
#include <heng/batch/columns.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace heng;

namespace {

constexpr const char* rubric_text = R"--({"heng": "rubric/1", "id": "c", "title": "C",
    "basis": "local", "source": "a test", "language": "en", "unit": "万元", "points": "30",
    "rounding": {"scale": 2, "mode": "half-up", "at": ["row", "leaf"]},
    "grades": [{"in": ">= 20", "grade": "good"}, {"in": "< 20", "grade": "bad"}],
    "inputs": {"share": {"type": "percent"}, "state": {"type": "text", "optional": true},
               "on": {"type": "date", "optional": true},
               "goals": {"type": "list", "of": "target"},
               "deals": {"type": "list", "of": {
                   "sum": {"type": "money", "minimum": "0"}, "late": {"type": "boolean"},
                   "kind": {"type": "text", "optional": true, "default": "货物"},
                   "days": {"type": "count", "optional": true, "default": "3"}}}},
    "indicators": [
        {"id": "goals", "name": "G", "points": "10", "basis": "local", "source": "t",
         "rule": {"kind": "targets", "rows": "goals", "weights": "equal"}},
        {"id": "late", "name": "L", "points": "10", "basis": "local", "source": "t",
         "rule": {"kind": "occurrences", "each": [
             {"count": "count(deals[late])", "deduct": "1", "label": "late"}]}},
        {"id": "share", "name": "S", "points": "10", "basis": "local", "source": "t",
         "measure": "share", "rule": {"kind": "proportional"}}]})--";

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed * 2 + 1) {}

    std::uint64_t below(std::uint64_t bound) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return (state_ >> 11U) % bound;
    }
    std::string one_of(std::initializer_list<const char*> choices) {
        return *(choices.begin() + below(choices.size()));
    }

  private:
    std::uint64_t state_;
};

/// One column's memory, which stays where it is.
struct Made {
    std::vector<std::int64_t> values{};
    std::string text{};
    std::vector<std::int32_t> ends{0};
    std::vector<std::uint8_t> valid{};
    std::size_t count = 0;

    void mark(bool given) {
        if (count % 8 == 0) {
            valid.push_back(0);
        }
        valid.back() = static_cast<std::uint8_t>(valid.back() | (given ? 1U : 0U) << count % 8);
        ++count;
    }
    void add(std::int64_t value) {
        values.push_back(value);
        mark(true);
    }
    void add(const std::string& value) {
        text += value;
        ends.push_back(static_cast<std::int32_t>(text.size()));
        mark(true);
    }
    void lack() {
        values.push_back(7);
        ends.push_back(static_cast<std::int32_t>(text.size()));
        mark(false);
    }
};

/// Random columns of a number of rows; all memory begins with some of nobody's.
class Columns {
  public:
    Columns(std::uint64_t seed, std::size_t rows) : random_(seed) {
        Made& shares = memory_.emplace_back();
        Made& states = memory_.emplace_back();
        Made& days = memory_.emplace_back();
        for (std::size_t row = 0; row < rows; ++row) {
            maybe(shares, std::to_string(random_.below(120)) + random_.one_of({"%", "%", "%", ""}));
            maybe(states, random_.below(20) == 0 ? "a\xFF" : random_.one_of({"好", "差", "\""}));
            maybe(days, random_.below(20) == 0 ? "2023-02-29"
                                               : random_.one_of({"2024-02-29", "2024-01-01"}));
        }
        add_goals(rows);
        add_deals(rows);
        const auto texts = [](std::string_view input, const Made& made) {
            return Column{.input = input,
                          .text = made.text.data(),
                          .offsets = made.ends.data(),
                          .valid = made.valid.data()};
        };
        all_ = {texts("share", shares), texts("state", states), texts("on", days),
                list("goals", goal_ends_, goals_), list("deals", deal_ends_, deals_)};
    }

    [[nodiscard]] std::vector<Column> all() const { return all_; }

  private:
    static Column list(std::string_view input, const Made& ends,
                       const std::vector<Column>& fields) {
        return {.input = input,
                .offsets = ends.ends.data(),
                .valid = ends.valid.data(),
                .offset = 1,
                .fields = fields.data(),
                .field_count = fields.size()};
    }

    template <class Value>
    void maybe(Made& made, const Value& value, std::uint64_t lacks_once_in = 40) {
        if (random_.below(lacks_once_in) == 0) {
            made.lack();
        } else {
            made.add(value);
        }
    }

    /// Ends of rows, of which the first is of nobody.
    std::vector<std::size_t> draw_ends(Made& ends, std::size_t rows) {
        std::vector<std::size_t> counts{random_.below(3)};
        ends.ends = {0, static_cast<std::int32_t>(counts[0])};
        ends.mark(true);
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t count = random_.below(10) == 0 ? 0 : random_.below(6) + 1;
            counts.push_back(count);
            ends.ends.push_back(ends.ends.back() + static_cast<std::int32_t>(count));
            ends.mark(random_.below(30) != 0);
        }
        return counts;
    }

    void add_goals(std::size_t rows) {
        std::vector<Made*> made;
        for (int i = 0; i < 7; ++i) {
            made.push_back(&memory_.emplace_back());
        }
        for (const std::size_t count : draw_ends(goal_ends_, rows)) {
            for (std::size_t i = 0; i < count; ++i) {
                add_goal(made);
            }
        }
        constexpr const char* keys[] = {"name",  "direction", "target", "actual",
                                        "level", "rate",      "points"};
        for (std::size_t i = 0; i < made.size(); ++i) {
            goals_.push_back({.input = keys[i],
                              .text = made[i]->text.data(),
                              .offsets = made[i]->ends.data(),
                              .valid = made[i]->valid.data()});
        }
        goals_.back() = {.input = "points",
                         .values = made.back()->values.data(),
                         .scale = 1,
                         .valid = made.back()->valid.data()};
    }

    void add_goal(const std::vector<Made*>& made) {
        const bool level = random_.below(5) == 0;
        const bool percent = random_.below(2) == 0;
        const auto amount = [&] {
            return std::to_string(random_.below(200)) + random_.one_of({"", ".5", ".25"}) +
                   (percent != (random_.below(60) == 0) ? "%" : "");
        };
        maybe(*made[0], random_.one_of({"产出", "效益", ""}), 400);
        made[1]->add(level ? "level" : random_.one_of({">=", "<=", "=", "≥"}));
        for (const std::size_t at : {2U, 3U}) {
            if (level) {
                made[at]->lack();
            } else {
                made[at]->add(random_.below(100) == 0 ? "完成" : amount());
            }
        }
        const bool met = random_.below(2) == 0;
        if (level) {
            made[4]->add(std::string{met ? "met" : "partly"});
            made[5]->add(random_.one_of({"85%", "0.9", "70%", "0.6"}));
        } else {
            made[4]->lack();
            made[5]->lack();
        }
        maybe(*made[6], static_cast<std::int64_t>(random_.below(50)), 3);
    }

    void add_deals(std::size_t rows) {
        std::vector<Made*> made;
        for (int i = 0; i < 4; ++i) {
            made.push_back(&memory_.emplace_back());
        }
        for (const std::size_t count : draw_ends(deal_ends_, rows)) {
            for (std::size_t i = 0; i < count; ++i) {
                maybe(*made[0],
                      static_cast<std::int64_t>(random_.below(9'000)) -
                          (random_.below(200) == 0 ? 9'000 : 0),
                      200);
                made[1]->add(
                    static_cast<std::int64_t>(random_.below(100) == 0 ? 2 : random_.below(2)));
                maybe(*made[2], random_.one_of({"货物", "工程", "n\\o"}), 3);
                maybe(*made[3], std::to_string(random_.below(50)), 3);
            }
        }
        deals_ = {{.input = "sum",
                   .values = made[0]->values.data(),
                   .scale = 2,
                   .valid = made[0]->valid.data()},
                  {.input = "late", .values = made[1]->values.data()},
                  {.input = "kind",
                   .text = made[2]->text.data(),
                   .offsets = made[2]->ends.data(),
                   .valid = made[2]->valid.data()},
                  {.input = "days",
                   .text = made[3]->text.data(),
                   .offsets = made[3]->ends.data(),
                   .valid = made[3]->valid.data()}};
    }

    Random random_;
    std::deque<Made> memory_;
    Made goal_ends_;
    Made deal_ends_;
    std::vector<Column> goals_;
    std::vector<Column> deals_;
    std::vector<Column> all_;
};

} // namespace

TEST_CASE("a row of records is scored as its document") {
    const ColumnScorer scorer{RubricDocument::parse(rubric_text).value()};
    constexpr std::size_t rows = 1'500;
    const Columns made{3, rows};
    const std::vector<Column> columns = made.all();
    std::vector<std::int64_t> totals(rows);
    std::vector<std::int32_t> grades(rows);
    std::vector<std::int32_t> statuses(rows);
    std::vector<std::int64_t> items(rows * 3);
    const auto done =
        scorer.score(columns, rows,
                     {.totals = totals, .grades = grades, .statuses = statuses, .items = items}, 2);
    REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().message));
    std::size_t fine = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string text = scorer.document(columns, row).value();
        INFO(text);
        const auto facts = Facts::parse(scorer.rubric(), text);
        const auto sheet = facts ? score(*facts) : Result<ScoreSheet>{Failure{facts.error()}};
        REQUIRE(statuses[row] ==
                static_cast<std::int32_t>(sheet ? Status::ok : sheet.error().status));
        if (!sheet) {
            REQUIRE(totals[row] == no_score);
            continue;
        }
        ++fine;
        REQUIRE(Points{Decimal{totals[row], 2}} == sheet->total);
        REQUIRE((grades[row] == 0 ? "good" : "bad") == sheet->grade);
        for (const Item& item : sheet->items) {
            if (item.kind != ItemKind::row) {
                REQUIRE(Points{Decimal{items[item.indicator * rows + row], 2}} == item.score);
            }
        }
    }
    CHECK(fine > rows / 4);
    CHECK(fine < rows);
    CHECK(done->failed == rows - fine);
}
