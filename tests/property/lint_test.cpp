// SPDX-License-Identifier: Apache-2.0
//
// What lint proves holds: for random rubrics and facts inside their domains, where lint says
// "complete" no evaluation fails; and every witness does what its finding says.
#include <heng/lint/lint.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace heng;

namespace {

/// xorshift64: the same numbers everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_{seed * 2 + 1} {}

    std::uint64_t below(std::uint64_t bound) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return (state_ >> 11) % bound;
    }
    std::string one_of(std::initializer_list<const char*> choices) {
        return *(choices.begin() + below(choices.size()));
    }

  private:
    std::uint64_t state_;
};

constexpr const char* inputs = R"--(
    "a": {"type": "money", "minimum": "0"}, "b": {"type": "money", "minimum": "0"},
    "c": {"type": "money", "minimum": "1"}, "n": {"type": "count"},
    "m": {"type": "count", "minimum": "1", "maximum": "9"},
    "rate": {"type": "percent", "minimum": "0", "maximum": "1"}, "x": {"type": "number"},
    "given": {"type": "count", "optional": true, "default": "2"},
    "maybe": {"type": "count", "optional": true}, "flag": {"type": "boolean"},
    "rows": {"type": "list", "of": {"late": {"type": "boolean"},
             "amount": {"type": "money", "minimum": "0"},
             "days": {"type": "number", "optional": true}}})--";

/// A random rubric: guards, bands and measures that are often right and sometimes wrong.
class Rubrics {
  public:
    explicit Rubrics(Random& random) : random_{random} {}

    std::string rubric() {
        std::string leaves;
        const std::uint64_t count = 1 + random_.below(3);
        for (std::uint64_t i = 0; i < count; ++i) {
            leaves += (i == 0 ? "" : ",\n") + leaf(i);
        }
        if (random_.below(3) == 0) { // one branch of all
            leaves = R"--({"id": "all", "name": "all", "points": ")--" +
                     std::to_string(10 * count) + R"--(", )--" + beyond() +
                     R"--("indicators": [)--" + leaves + "]" + exception() + adjustment() + "}";
        }
        std::string text = R"--({"heng": "rubric/1", "id": "r", "title": "r", "basis": "local",
            "unit": "元", "language": "en", )--" +
                           beyond() + R"--("points": ")--" + std::to_string(10 * count) +
                           R"--(", "inputs": {)--" + inputs +
                           R"--(}, "values": {"share": "a / (a + c)"},
            "indicators": [)--" +
                           leaves + "]";
        return text + adjustment() + "}";
    }

  private:
    std::string adjustment() {
        if (random_.below(3) != 0) {
            return "";
        }
        const std::string when = R"--("when": ")--" + condition() + R"--(", )--";
        if (random_.below(2) == 0) {
            return R"--(, "adjustments": [{)--" + when + R"--("at_most": "5"}])--";
        }
        const std::string kind = random_.one_of({"deduct", "add", "set", "at_most"});
        const bool changes = kind == "deduct" || kind == "add";
        return R"--(, "adjustments": [{)--" + (changes && random_.below(2) == 0 ? "" : when) + '"' +
               kind + R"--(": ")--" +
               random_.one_of({"n * 0.5", "x", "abs(x)", "a / b", "maybe", "max(0, x)", "1 - rate",
                               "n - m", "if x > 1 then x - 1 else 0", "count(rows[late])",
                               "5 - min(5, n)"}) +
               '"' + (changes && random_.below(3) == 0 ? R"--(, "each_at_most": "3")--" : "") +
               "}]";
    }

    std::string beyond() {
        return random_.one_of({"", "", R"--("extra": "2", )--", R"--("floor": "-3", )--",
                               R"--("extra": "1", "floor": "-1", )--"});
    }

    std::string exception() {
        return random_.below(2) == 0
                   ? ""
                   : R"--(, "not_applicable": {"when": ")--" + condition() +
                         R"--(", "treat_as": ")--" + random_.one_of({"full", "zero", "rescale"}) +
                         R"--("})--";
    }

    std::string measure() {
        return random_.one_of({"a / b",
                               "a / c",
                               "rate",
                               "x",
                               "share",
                               "n / m",
                               "a / (a + b)",
                               "min(1, n / m)",
                               "count(rows[late]) / count(rows)",
                               "if b = 0 then 0 else a / b",
                               "(a - c) / c",
                               "abs(x)",
                               "given / m",
                               "maybe",
                               "if maybe = null then 0 else maybe",
                               "n / given",
                               "sum(rows.amount) / c",
                               "sum(rows.days)",
                               "if count(rows) = 0 then 0 else count(rows[late]) / count(rows)",
                               "max(0, x)",
                               "round half up(rate * 4, 0)",
                               "a / (b + c)",
                               "x * x",
                               "if x > 1 then 1 / x else if x < -1 then 1 / x else 0"});
    }

    std::string condition() {
        return random_.one_of({"b = 0", "a + b = 0", "count(rows) = 0", "flag", "b > 0", "x = 0",
                               "n = 0 or m = 9", "a / b > 0.5", "b > 0 and a / b > 0.5",
                               "maybe = null", "some r in rows satisfies r.late", "maybe > 2",
                               "not(b > 0)", "b <= 0 or flag", "rate in [0.2..0.4]"});
    }

    std::string bands() {
        return random_.one_of(
            {R"--({"in": ">= 1", "score": "10"}, {"in": "-", "score": "0"})--",
             R"--({"in": ">= 0.5", "score": "10"}, {"in": "[0..0.5)", "score": "2"})--",
             R"--({"in": "0", "score": "10"}, {"in": "(0..1]", "score": "5"},
                  {"in": "> 1", "score": "0"})--",
             R"--({"in": "[0..0.3]", "score": "10"}, {"in": "(0.4..1]", "score": "0"})--",
             R"--({"in": "not(0)", "score": "10"})--",
             R"--({"in": "< 1, > 1", "score": "10"}, {"in": "1", "score": "0"})--",
             R"--({"in": "0, 1, 2, 3, 4", "score": "10"})--",
             R"--({"in": "<= 0.9", "score": "10"}, {"in": "> 0.9", "score": "0"})--"});
    }

    std::string rule() {
        switch (random_.below(9)) {
        case 0:
            return R"--("measure": ")--" + measure() + R"--(", "rule": {"kind": "proportional")--" +
                   random_.one_of({"", R"--(, "if_zero_denominator": "zero")--"}) + "}";
        case 1:
            return R"--("measure": ")--" + measure() +
                   R"--(", "rule": {"kind": "interpolate", "knots": [["0", "0"], ["1", "10"]]})--";
        case 2:
            return R"--("measure": ")--" + measure() +
                   R"--(", "rule": {"kind": "step", "norm": "0", "side": "above", "every": "0.1",
                       "deduct": "1", "part": "started"})--";
        case 3:
            return R"--("rule": {"kind": "occurrences", "each": [{"count": ")--" +
                   random_.one_of({"n", "maybe", "given", "n - m", "count(rows[late])", "x",
                                   "max(0, n - m)", "abs(x)"}) +
                   R"--(", "deduct": "1", "label": "n"}])--" +
                   random_.one_of({"}", R"--(, "none_from": 3})--"});
        case 6:
            return R"--("measure": ")--" + measure() +
                   R"--(", "rule": {"kind": "steps", "base": "6", "norm": ")--" +
                   random_.one_of({"0", "x", "1"}) + R"--(",
                       "above": {"every": "0.1", "add": "1", "part": "started"},
                       "below": {"every": "1", "deduct": "2", "part": "exact", "at_most": "4"})--" +
                   random_.one_of({"}", R"--(, "pass": {"least": "-1"}})--"});
        case 4:
            return R"--("rule": {"kind": "condition", "when": ")--" + condition() + R"--("})--";
        case 5:
            return R"--("measure": "if )--" + condition() +
                   R"--( then \"yes\" else \"no\"",
                       "rule": {"kind": "categories", "scores": {"yes": "10")--" +
                   random_.one_of({"", R"--(, "no": "0")--", R"--(, "no": "5")--"}) + "}}";
        default:
            return R"--("measure": ")--" + measure() +
                   R"--(", "rule": {"kind": "bands", "bands": [)--" + bands() + "]}";
        }
    }

    std::string leaf(std::uint64_t index) {
        const std::string id = "i" + std::to_string(index);
        return R"--({"id": ")--" + id + R"--(", "name": "i", "points": "10", )--" + beyond() +
               rule() + exception() + adjustment() + "}";
    }

    Random& random_;
};

/// Facts inside the domains; zeros, ends and small numbers often.
std::string facts(Random& random) {
    const auto decimal = [&](std::uint64_t tenths) {
        const std::uint64_t number = random.below(3) == 0 ? 0 : random.below(tenths + 1);
        return std::to_string(number / 10) + '.' + std::to_string(number % 10);
    };
    const auto member = [](const char* key, const std::string& value) {
        return '"' + std::string{key} + "\": " + value + ", ";
    };
    std::string text = R"--({"heng": "facts/1", "unit": "元", "data": {)--";
    text += member("a", decimal(30)) + member("b", decimal(30));
    text += member("c", std::to_string(1 + random.below(4)));
    text += member("n", std::to_string(random.below(6)));
    text += member("m", std::to_string(1 + random.below(9)));
    text += member("rate", decimal(10));
    text += member("x", (random.below(2) == 0 ? "-" : "") + decimal(40));
    text += random.below(2) == 0 ? member("given", std::to_string(random.below(4))) : "";
    text += random.below(2) == 0 ? member("maybe", std::to_string(random.below(4))) : "";
    text += member("flag", random.one_of({"true", "false"}));
    std::string rows;
    const std::uint64_t count = random.below(4);
    for (std::uint64_t i = 0; i < count; ++i) {
        rows += std::string{i == 0 ? "" : ","} + R"--({"late": )--" +
                random.one_of({"true", "false"}) + R"--(, "amount": )--" + decimal(20) +
                (random.below(3) == 0 ? "" : R"--(, "days": )--" + decimal(9)) + "}";
    }
    return text + R"--("rows": [)--" + rows + "]}}";
}

/// Whether scoring fails as an error with a witness says, or succeeds as a warning's does.
void check_witness(const RubricDocument& rubric, const Finding& finding) {
    const auto loaded = Facts::parse(rubric, finding.witness);
    REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
    CHECK(score(*loaded).has_value() == !finding.may_fail);
}

/// How many pairs of a rubric and facts; HENG_LINT_PAIRS asks for more.
int pairs() {
    const char* const more = std::getenv("HENG_LINT_PAIRS");
    return more == nullptr ? 3'200 : std::atoi(more);
}

} // namespace

TEST_CASE("where lint says complete, no evaluation fails") {
    Random random{4};
    Rubrics rubrics{random};
    int tried = 0;
    int complete = 0;
    int failed = 0;
    int witnesses = 0;
    while (tried < pairs()) {
        const std::string text = rubrics.rubric();
        INFO(text);
        const auto rubric = RubricDocument::parse(text);
        REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
        const auto report = lint(text);
        REQUIRE(report.has_value());
        INFO(to_text(*report, "rubric"));
        for (const Finding& each : report->findings) {
            if (!each.witness.empty()) {
                check_witness(*rubric, each);
                ++witnesses;
            }
        }
        for (int i = 0; i < 8; ++i, ++tried) {
            const std::string given = facts(random);
            INFO(given);
            const auto loaded = Facts::parse(*rubric, given);
            REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
            const auto sheet = score(*loaded);
            if (report->complete) {
                REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
                ++complete;
            }
            failed += sheet ? 0 : 1;
        }
    }
    CHECK(complete >= tried / 8); // neither side of the property is empty
    CHECK(failed >= tried / 20);
    CHECK(witnesses >= tried / 40);
    MESSAGE(tried << " pairs, " << complete << " of complete rubrics, " << failed
                  << " evaluations failed, " << witnesses << " witnesses replayed");
}
