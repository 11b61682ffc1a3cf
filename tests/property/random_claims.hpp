// SPDX-License-Identifier: Apache-2.0
//
// A random rubric whose measures divide, guard, take absolute values, compare dates and filter
// lists, with facts for it, of one document or of a department with units; and edits of the facts
// as an explanation words them.
//
//     RandomClaims random{7};             // the same for the same seed, everywhere
//     Facts::parse(rubric, random.facts().text())
//     changed(random, what, what.steps)   // the facts with a promised change made
#pragma once

#include "feel/calendar.hpp"

#include <heng/explain/explain.hpp>
#include <heng/number/decimal.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace heng::test {

using ClaimRecord = std::map<std::string, std::string>; ///< values as JSON

/// What one document, or one unit of it, states.
struct ClaimFacts {
    std::map<std::string, std::string> values;
    std::map<std::string, std::vector<ClaimRecord>> lists;
    std::vector<ClaimFacts> units;

    [[nodiscard]] std::string text() const {
        std::string parts;
        for (std::size_t i = 0; i < units.size(); ++i) {
            parts += (i > 0 ? ", " : "") + std::string{R"({"subject": {"name": "u)"} +
                     std::to_string(i + 1) + R"("}, "data": )" + units[i].data() + '}';
        }
        return R"({"heng": "facts/1", "unit": "元", "data": )" + data() +
               (units.empty() ? "" : R"(, "units": [)" + parts + ']') + '}';
    }

  private:
    static std::string object(const ClaimRecord& members) {
        std::string all;
        for (const auto& [key, value] : members) {
            all += (all.empty() ? "\"" : ", \"") + key + "\": " + value;
        }
        return '{' + all + '}';
    }

    [[nodiscard]] std::string data() const {
        ClaimRecord all = values;
        for (const auto& [path, records] : lists) {
            std::string elements;
            for (const ClaimRecord& record : records) {
                elements += (elements.empty() ? "" : ", ") + object(record);
            }
            all[path] = '[' + elements + ']';
        }
        return object(all);
    }
};

using Picks = std::function<bool(const ClaimRecord&)>;

inline std::string quoted(const std::string& text) {
    return '"' + text + '"';
}
inline std::string bare(const std::string& json) {
    return json.front() == '"' ? json.substr(1, json.size() - 2) : json;
}

class RandomClaims {
  public:
    explicit RandomClaims(std::uint64_t seed) : random_(seed) {
        has_units_ = chance(5);
        declare();
        std::string leaves;
        int points = 0;
        for (int i = below(3) + 1; i > 0; --i) {
            const int own = below(9) + 1;
            leaves += (leaves.empty() ? "" : ", ") + leaf(own);
            points += own;
        }
        const std::string at = pick({"", R"("leaf")", R"("leaf", "row")", R"("total")"});
        rubric_ =
            R"({"heng": "rubric/1", "id": "r", "title": "r", "unit": "万元", "language": "en",)"
            R"( "points": ")" +
            std::to_string(points) + R"(", "rounding": {"scale": )" + std::to_string(below(3)) +
            R"(, "mode": ")" + pick({"half-up", "half-even", "down", "up"}) + R"(", "at": [)" + at +
            "]}, " + (has_units_ ? R"("units": {"weight": "w"}, )" : "") +
            (chance(4) ? adjustments(points) : "") + R"("inputs": {)" + inputs_ +
            R"(}, "indicators": [)" + leaves + "]}";
        fill(facts_);
        if (has_units_) {
            facts_.units.resize(2);
            for (ClaimFacts& unit : facts_.units) {
                fill(unit);
            }
        }
    }

    [[nodiscard]] const std::string& rubric() const { return rubric_; }
    [[nodiscard]] const ClaimFacts& facts() const { return facts_; }
    /// What each condition of a filter picks.
    [[nodiscard]] const std::map<std::string, Picks>& picks() const { return picks_; }
    [[nodiscard]] bool has_units() const { return has_units_; }

    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
    bool chance(int of) { return below(of) == 0; }
    std::string pick(const std::vector<std::string>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }

    /// A value of another size, or near this one, with as many places.
    std::string other(const std::string& text) {
        if (text == "true" || text == "false") {
            return text == "true" ? "false" : "true";
        }
        if (text.size() == 10 && text[4] == '-') {
            return detail::feel::date_text(*detail::feel::parse_date(text) +
                                           below(2) * (below(800) - 400) + below(5) - 2);
        }
        const bool percent = text.back() == '%';
        const Decimal value = *Decimal::parse(percent ? text.substr(0, text.size() - 1) : text);
        constexpr int near = 7;
        const std::int64_t away = chance(2) ? below(near) - near / 2 : below(20'000) - 5'000;
        const Decimal moved = chance(3) ? Decimal{below(20'000), value.scale()}
                                        : value + Decimal{away, value.scale()};
        return moved.to_string() + (percent ? "%" : "");
    }

    /// Other facts for the rubric, of which about half are as they were.
    ClaimFacts others() {
        ClaimFacts fresh;
        fill(fresh);
        ClaimFacts then = facts_;
        for (auto& [path, value] : then.values) {
            value = chance(2) ? fresh.values.at(path) : value;
        }
        for (auto& [path, list] : then.lists) {
            list = chance(2) ? fresh.lists.at(path) : list;
        }
        return then;
    }

  private:
    void declare(const std::string& path, const std::string& type, const std::string& aggregate,
                 const std::string& more = "") {
        inputs_ +=
            (inputs_.empty() ? "" : ", ") + quoted(path) + R"(: {"type": ")" + type + '"' + more +
            (has_units_ && !aggregate.empty() ? R"(, "aggregate": ")" + aggregate + '"' : "") + '}';
    }

    void declare() {
        const std::string least = pick({"", R"(, "minimum": "0")"});
        const std::string type = pick({"number", "money"});
        declare("a", type, "sum", least);
        declare("b", type, "sum", least);
        declare("p", "percent", "mean");
        declare("n", "count", "sum");
        declare("d", "date", "");
        declare("e", "date", "");
        declare("f", "boolean", pick({"all", "any"}));
        declare("o", "number", "", R"(, "optional": true, "default": "5")");
        declare("w", "money", "", R"(, "minimum": "0")");
        declare("l", "list", "concatenate",
                R"(, "of": {"days": {"type": "number"}, "amount": {"type": "number"},)"
                R"( "late": {"type": "boolean"}})");
        declare("t", "list", "concatenate", R"(, "of": "target")");
    }

    std::string number(int most, int places) {
        std::string text = std::to_string(below(most) + 1);
        for (int i = 0; i < places; ++i) {
            text += (i == 0 ? "." : "") + std::to_string(below(10));
        }
        return text;
    }

    std::string day() {
        return quoted("2024-0" + std::to_string(below(9) + 1) + "-1" + std::to_string(below(10)));
    }

    void fill(ClaimFacts& facts) {
        const int most = chance(3) ? 9'000 : 60;
        facts.values["a"] = quoted(number(most, below(3)));
        facts.values["b"] = quoted(number(most, below(3)));
        facts.values["p"] = quoted(number(130, below(3)) + '%');
        facts.values["n"] = quoted(std::to_string(below(12)));
        facts.values["d"] = day();
        facts.values["e"] = day();
        facts.values["f"] = pick({"true", "false"});
        facts.values["w"] = quoted(std::to_string(below(9) + 1));
        auto& list = facts.lists["l"];
        for (int i = below(5); i > 0; --i) {
            list.push_back({{"days", quoted(std::to_string(below(60)))},
                            {"amount", quoted(number(40, below(2)))},
                            {"late", pick({"true", "false"})}});
        }
        auto& rows = facts.lists["t"];
        for (int i = below(3) + 1; i > 0; --i) {
            ClaimRecord row{{"name", quoted("t" + std::to_string(i))}};
            if (chance(3)) {
                row["direction"] = quoted("level");
                row["level"] = quoted(pick({"partly", "not", "met"}));
                row["rate"] = quoted((row["level"] == "\"partly\"" ? "6"
                                      : row["level"] == "\"not\""  ? "3"
                                                                   : "8") +
                                     std::to_string(below(10)) + pick({"", ".5", ".25"}) + '%');
            } else {
                row["direction"] = quoted(pick({">=", "<=", "="}));
                row["target"] = quoted(number(50, below(3)));
                row["actual"] = quoted(number(80, below(3)));
            }
            rows.push_back(std::move(row));
        }
    }

    std::string quotient() {
        return pick({"a / b",
                     "b / a",
                     "if b = 0 then 0 else a / b",
                     "if b <= 0 then 0 else min(a / b, 1.2)",
                     "abs((a - b) / b)",
                     "(a - b) / b",
                     "a / (a + b)",
                     "if a > b then b / a else a / b",
                     "max(0, 1 - abs(a / b - 1))",
                     "if a > 0 then abs(b / a - 1) else 1",
                     "round half up(a / b, 2)",
                     "p",
                     "p / 2 + 0.3",
                     "abs(p - 0.8)",
                     "if o = 0 then 0 else n / o",
                     "1 - n / 10",
                     "if d >= e then 1 else 0.3",
                     "if d >= date(\\\"2024-03-10\\\") and d <= date(\\\"2024-06-20\\\") then 1 "
                     "else 0.4",
                     "if p > 0.4 and p < 0.41 then 1 else 0.2",
                     "sum(l.amount) / 100",
                     "if f then a / b else 0.1",
                     "if count(l) = 0 then 1 else " + count() + " / count(l)"});
    }

    std::string count() {
        const std::string least = std::to_string(below(4) * 10 + 10);
        const auto days = [](const ClaimRecord& record) {
            return std::stoi(bare(record.at("days")));
        };
        const std::string over = "days > " + least;
        const std::string both = "late and days > " + least;
        const int bound = std::stoi(least);
        picks_[over] = [=](const ClaimRecord& record) {
            return days(record) > bound;
        };
        picks_[both] = [=](const ClaimRecord& record) {
            return record.at("late") == "true" && days(record) > bound;
        };
        picks_["late"] = [](const ClaimRecord& record) {
            return record.at("late") == "true";
        };
        return "count(l[" + pick({over, both, "late"}) + "])";
    }

    std::string condition() {
        return pick({"a > b", "a / b >= 0.9 and a / b <= 0.95", "p < 0.5", "n > 3", "f", "d <= e",
                     "o > 4", "n > 1 and f", "abs(a - b) <= b / 50", count() + " > 1",
                     "some r in l satisfies r.days > 50"});
    }

    std::string adjustments(int points) {
        return R"("adjustments": [{"id": "v", "when": ")" + condition() + R"(", ")" +
               pick({"at_most", "deduct"}) + R"(": ")" + std::to_string(below(points)) +
               R"(", "reason": "why"}], )";
    }

    std::string leaf(int points) {
        const std::string id = "i" + std::to_string(leaves_++);
        std::string extra;
        if (chance(5)) {
            extra += R"("not_applicable": {"when": ")" + condition() + R"(", "treat_as": ")" +
                     pick({"full", "zero", "rescale"}) + R"("}, )";
        }
        extra += chance(4) ? adjustments(points) : "";
        return R"({"id": ")" + id + R"(", "name": ")" + id + R"(", "points": ")" +
               std::to_string(points) + R"(", )" + extra + rule(points) + '}';
    }

    std::string measured(const std::string& rule) {
        return R"("measure": ")" + quotient() + R"(", "rule": {)" + rule + '}';
    }

    std::string rule(int points) {
        const std::string all = std::to_string(points);
        switch (below(9)) {
        case 0:
            return measured(R"("kind": "proportional", "if_zero_denominator": "zero", "cap": ")" +
                            pick({"1", "1.2"}) + R"(", "pass": ")" + pick({"0", "0.6"}) + '"');
        case 1:
            return measured(
                R"("kind": "bands", "bands": [{"in": "< 0.1", "score": ")" +
                std::to_string(below(points + 1)) + R"--("}, {"in": "[0.1..0.45)", "score": ")--" +
                std::to_string(below(points + 1)) + R"("}, {"in": "[0.45..0.5]", "score": ")" +
                all + R"("}, {"in": "> 0.5", "score": "0"}])");
        case 2:
            return measured(R"("kind": "interpolate", "knots": [["0.2", "0"], ["0.5", ")" + all +
                            R"("], ["1", "0"]])");
        case 3:
            return measured(R"("kind": "step", "norm": "0.5", "side": ")" +
                            pick({"above", "below"}) + R"(", "every": "0.05", "part": ")" +
                            pick({"whole", "started", "exact"}) + R"(", "deduct": "0.7")");
        case 4:
            return R"("rule": {"kind": "occurrences", "each": [{"count": ")" + count() +
                   R"(", "deduct": "1"}, {"count": "n", "deduct": "0.5", "at_most": "2"}]})";
        case 5:
            return R"("rule": {"kind": "condition", "when": ")" + condition() + R"("})";
        case 6:
            return R"("rule": {"kind": "checklist", "items": [{"id": "a", "when": ")" +
                   condition() + R"(", "score": "0.5"}, {"id": "b", "when": ")" + condition() +
                   R"(", "score": ")" + all + R"("}]})";
        case 7:
            return R"("rule": {"kind": "targets", "rows": "t", "weights": "equal")" +
                   pick({"", R"(, "far_above": {"from": "1.3", "deduct": "0.3"})"}) + '}';
        default:
            return R"("rule": {"kind": "formula", "score": ")" + all + " - 8 * abs(" +
                   pick({"p - 0.4", "p - 0.5"}) + R"--()"})--";
        }
    }

    std::mt19937_64 random_;
    bool has_units_ = false;
    std::string rubric_;
    std::string inputs_;
    std::map<std::string, Picks> picks_{{"late = true",
                                         [](const ClaimRecord& record) {
                                             return record.at("late") == "true";
                                         }},
                                        {"late = false", [](const ClaimRecord& record) {
                                             return record.at("late") == "false";
                                         }}};
    ClaimFacts facts_;
    int leaves_ = 0;
};

/// The facts with the first `steps` of the records, or the value `to`, changed as `path` says.
inline ClaimFacts with_change(const RandomClaims& random, const ClaimFacts& facts, std::string path,
                              const std::string& to, std::int64_t steps) {
    ClaimFacts all = facts;
    ClaimFacts* part = &all;
    if (path.starts_with("units[")) {
        part = &all.units.at(std::stoul(path.substr(6)) - 1);
        path = path.substr(path.find("].") + 2);
    }
    const std::string value = to == "true" || to == "false" ? to : quoted(to);
    const std::size_t open = path.find('[');
    if (open == std::string::npos) {
        part->values[path] = value;
        return all;
    }
    auto& list = part->lists.at(path.substr(0, open));
    const std::size_t close = path.find(']');
    const std::string inside = path.substr(open + 1, close - open - 1);
    const std::string field = close + 1 < path.size() ? path.substr(close + 2) : "";
    if (inside.find_first_not_of("0123456789") == std::string::npos) {
        list.at(std::stoul(inside) - 1)[field] = value;
        return all;
    }
    const Picks& picks = random.picks().at(inside);
    std::vector<ClaimRecord> kept;
    for (ClaimRecord& record : list) {
        const bool meant = picks(record) && steps > 0;
        steps -= meant ? 1 : 0;
        if (meant && !field.empty()) {
            record[field] = record[field] == "true" ? "false" : "true";
        }
        if (!meant || !field.empty()) {
            kept.push_back(record);
        }
    }
    list = std::move(kept);
    return all;
}

} // namespace heng::test
