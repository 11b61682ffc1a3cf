// SPDX-License-Identifier: Apache-2.0
//
// Random rubrics of what real forms have, and facts for them.
//
//     RandomForms make{seed};
//     make.rubric()                    // rubric/1
//     make.facts(false)                // plain facts/1 of it
//     make.facts(true)                 // odd ones too: ties, absent, out of range, hostile
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace heng::test {

class RandomForms {
  public:
    explicit RandomForms(std::uint64_t seed) : random_(seed) {}

    std::string rubric();
    std::string facts(bool odd);

  private:
    struct Leaf {
        std::string id;
        int points = 0;
        std::string list{};  ///< of targets, by points
        std::string least{}; ///< of an assessed score
        std::string most{};
    };

    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
    bool chance(int of) { return below(of) == 0; }
    std::string pick(const std::vector<std::string>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }
    static std::string quoted(const std::string& text) { return '"' + text + '"'; }

    std::string rounding();
    std::string leaf(int points);
    std::string rule(const Leaf& leaf, const std::string& points);
    std::string targets(Leaf leaf);
    std::string condition(int depth);
    std::string number(int depth);
    std::string not_applicable();
    std::string adjustments();

    std::string amount(bool odd);
    std::string target(bool odd, const std::string& points);
    std::string own_rule(const std::string& points, bool level);
    std::string target_list(bool odd, int points);
    std::string record(bool odd);
    std::string date();

    std::mt19937_64 random_;
    std::vector<Leaf> leaves_;
    std::vector<Leaf> assessed_;
    int lists_ = 0;
    std::vector<int> list_points_{};
};

inline std::string RandomForms::rounding() {
    std::string at;
    for (const char* place : {"row", "leaf", "level-1", "total"}) {
        if (chance(2)) {
            at += (at.empty() ? "" : ", ") + quoted(place);
        }
    }
    return R"("rounding": {"scale": )" + std::to_string(below(3)) + R"(, "mode": )" +
           quoted(pick({"half-up", "half-up", "half-even", "up", "down"})) + R"(, "at": [)" + at +
           "]}, ";
}

inline std::string RandomForms::condition(int depth) {
    if (depth > 0 && chance(3)) {
        return "(" + condition(depth - 1) + pick({" and ", " or "}) + condition(depth - 1) + ")";
    }
    return pick({"b0", "b1", "n0 > n1", "s = \\\"甲\\\"", "s != \\\"乙\\\"", "d0 <= d1",
                 "d0 > date(\\\"2023-06-30\\\")", "(d1 - d0).days > 10", "k0 >= 2",
                 "count(c[late]) > 1", "(some x in c satisfies x.amount > n0)",
                 "(every x in c satisfies x.late)", "s in (\\\"甲\\\", \\\"丙\\\")"});
}

inline std::string RandomForms::number(int depth) {
    if (depth > 0 && chance(3)) {
        return "(" + number(depth - 1) + pick({" + ", " - ", " * ", " / "}) + number(depth - 1) +
               ")";
    }
    return pick({"n0", "n1", "n2", "k0", "1/3", "2.5", "sum(c.amount)", "count(c)",
                 "count(c[late])", "count(c[amount > 5])", "sum(c[late].amount)", "(d1 - d0).days",
                 "count(c[kind = \\\"甲\\\"])"});
}

inline std::string RandomForms::not_applicable() {
    return chance(6) ? R"("not_applicable": {"when": ")" + condition(1) + R"(", "treat_as": )" +
                           quoted(pick({"full", "zero", "rescale"})) + "}, "
                     : "";
}

inline std::string RandomForms::adjustments() {
    return chance(8) ? R"("adjustments": [{"id": "a)" + std::to_string(below(1'000'000)) +
                           R"(", "when": ")" + condition(0) + R"(", )" +
                           quoted(pick({"at_most", "set", "deduct"})) + ": " +
                           pick({R"("0.5")", R"("1")", R"("k0 * 0.25")", R"("k0 / 3")"}) +
                           R"(, "reason": "why"}], )"
                     : "";
}

inline std::string RandomForms::targets(Leaf leaf) {
    leaf.list = "t" + std::to_string(lists_++);
    const bool by_points = chance(2);
    list_points_.push_back(by_points ? leaf.points : 0);
    const std::string far = R"(, "far_above": {"from": )" +
                            pick({R"("1.3")", R"("130%")", R"("0.9")", R"("2")"}) +
                            R"(, "side": )" + quoted(pick({">=", "<=", "="})) + ", " +
                            pick({R"("deduct": "2")", R"("deduct": "0.5")", R"("share": "0.2")",
                                  R"("proportional": true)"}) +
                            "}";
    return R"("rule": {"kind": "targets", "rows": )" + quoted(leaf.list) + R"(, "weights": )" +
           quoted(by_points ? "points" : "equal") + R"(, "dialect": )" +
           quoted(pick({"80-60", "80-50"})) + (chance(3) ? far : "") + "}";
}

inline std::string RandomForms::rule(const Leaf& leaf, const std::string& points) {
    switch (below(10)) {
    case 0:
    case 1:
    case 2:
        return targets(leaf);
    case 3:
        return R"("measure": "s", "rule": {"kind": "categories", "scores": {"甲": )" +
               quoted(points) + R"(, "乙": "0.5", "丙": "0"}})";
    case 4:
        assessed_.push_back({leaf.id, leaf.points, "", "0", points});
        return R"("rule": {"kind": "assessed"})";
    case 5:
        assessed_.push_back({leaf.id, leaf.points, "", "0.25", "0.75"});
        return R"--("measure": "n0 / n1", "rule": {"kind": "bands", "bands": [)--"
               R"--({"in": ">= 1", "score": ")--" +
               points +
               R"--("}, {"in": "[0.4..1)", "score_range": ["0.25", "0.75"]}, )--"
               R"--({"in": "-", "score": "0.125"}]})--";
    case 6:
        return R"("measure": )" + quoted(chance(2) ? "n0 / n1" : number(2)) +
               R"(, "rule": {"kind": "proportional")" +
               pick({"", R"(, "cap": "0.95")", R"(, "pass": "0.6")"}) +
               pick({"", R"(, "if_zero_denominator": "full")"}) + "}";
    case 7:
        return R"("measure": )" + quoted(number(1)) +
               R"(, "rule": {"kind": "step", "norm": "0", )"
               R"("side": "above", "every": "0.07", )"
               R"("deduct": "0.1", "part": )" +
               quoted(pick({"whole", "started", "exact"})) + "}";
    case 8:
        return R"("rule": {"kind": "occurrences", "each": [{"count": ")" +
               pick({"k0", "count(c[late])", "count(c)"}) +
               R"(", "deduct": "0.15", "label": "x"}]})";
    default:
        return R"("rule": {"kind": "condition", "when": )" + quoted(condition(2)) + "}";
    }
}

inline std::string RandomForms::leaf(int points) {
    Leaf one{"l" + std::to_string(leaves_.size()), points};
    leaves_.push_back(one);
    return R"({"id": )" + quoted(one.id) + R"(, "name": )" + quoted(one.id) + R"(, "points": )" +
           quoted(std::to_string(points)) + ", " + adjustments() + not_applicable() +
           rule(one, std::to_string(points)) + "}";
}

inline std::string RandomForms::rubric() {
    std::string tree;
    int total = 0;
    for (int branch = below(3) + 1; branch > 0; --branch) {
        std::string below_it;
        int sum = 0;
        for (int i = below(3) + 1; i > 0; --i) {
            const int points = below(9) + 1;
            below_it += (below_it.empty() ? "" : ", ") + leaf(points);
            sum += points;
        }
        const std::string id = "b" + std::to_string(branch) + "_";
        tree += (tree.empty() ? "" : ", ") + (R"({"id": )" + quoted(id)) + R"(, "name": )" +
                quoted(id) + R"(, "points": )" + quoted(std::to_string(sum)) + ", " +
                adjustments() + not_applicable() + R"("indicators": [)" + below_it + "]}";
        total += sum;
    }
    std::string lists;
    for (int i = 0; i < lists_; ++i) {
        lists += R"(, "t)" + std::to_string(i) + R"(": {"type": "list", "of": "target"})";
    }
    const std::string half = std::to_string(total / 2);
    return R"({"heng": "rubric/1", "id": "r", "title": "r", "points": )" +
           quoted(std::to_string(total)) + ", " + rounding() + R"("grades": [{"in": ">= )" + half +
           R"(", "grade": "A"}, {"in": "< )" + half +
           R"(", "grade": "B"}], "inputs": {"n0": {"type": "number"}, "n1": {"type": "number"}, )"
           R"("n2": {"type": "percent"}, "k0": {"type": "count"}, "b0": {"type": "boolean"}, )"
           R"("b1": {"type": "boolean", "optional": true, "default": true}, )"
           R"("s": {"type": "text"}, "d0": {"type": "date"}, "d1": {"type": "date"}, )"
           R"("c": {"type": "list", "of": {"late": {"type": "boolean"}, )"
           R"("amount": {"type": "number"}, "kind": {"type": "text"}, )"
           R"("signed": {"type": "date", "optional": true}}})" +
           lists + R"(}, )" + adjustments() + R"("indicators": [)" + tree + "]}";
}

inline std::string RandomForms::date() {
    const int month = below(12) + 1;
    const int day = below(28) + 1;
    return "\"2023-" + std::string{month < 10 ? "0" : ""} + std::to_string(month) + '-' +
           (day < 10 ? "0" : "") + std::to_string(day) + '"';
}

inline std::string RandomForms::amount(bool odd) {
    switch (below(odd ? 12 : 8)) {
    case 0:
    case 1:
        return std::to_string(below(100) + 1);
    case 2:
    case 3:
        return quoted(std::to_string(below(5) * 25) + '.' + std::to_string(below(10)));
    case 4:
        return "100";
    case 5:
        return std::to_string(below(1'000'000) + 1) + ".25";
    case 6:
        return pick({"1", "2", "3", "7"});
    case 7:
        return std::to_string(below(3000));
    case 8:
        return "0";
    case 9:
        return "-" + std::to_string(below(100));
    case 10:
        return quoted(std::to_string(random_()));
    default:
        return "0.000000000000000001";
    }
}

inline std::string RandomForms::own_rule(const std::string& points, bool level) {
    if (!chance(4)) {
        return "";
    }
    if (level) {
        return R"(, "rule": "all")";
    }
    return pick({R"(, "rule": "all")", R"(, "rule": "pass", "least": "60%")",
                 R"(, "rule": "per_point", "deduct": "0.05")",
                 R"(, "rule": "per_point", "deduct": "0.05", "part": "started")",
                 R"(, "floor": "0.25")", R"(, "cap": )" + quoted(points.empty() ? "1" : points),
                 R"(, "rule": "ratio", "cap": "0.5", "floor": "0.125")"});
}

inline std::string RandomForms::target(bool odd, const std::string& points) {
    std::string row = R"({"name": "x")" +
                      (points.empty() ? "" : R"(, "points": )" + quoted(points)) +
                      (chance(3) ? R"(, "block": )" + quoted(pick({"产出", "效益", "其他"})) : "");
    const int which = below(10);
    if (which < 2) {
        const std::string level = pick({"met", "partly", "not"});
        const std::string rate = level == "met"      ? pick({"", "80%", "100%", "0.9", "87.5%"})
                                 : level == "partly" ? pick({"79.99%", "60%", "0.7", "55%"})
                                                     : pick({"0%", "0.1", "49.9%"});
        const std::string own = own_rule(points, true);
        return row + R"(, "direction": "level", "level": )" + quoted(level) +
               (rate.empty() ? "" : R"(, "rate": )" + quoted(rate)) + own + "}";
    }
    if (which == 2) {
        return row + R"(, "direction": "<=", "rule": "date", "target": )" + date() +
               R"(, "actual": )" + date() + pick({"", R"(, "deduct": "0.01")"}) + "}";
    }
    std::string target = amount(odd);
    std::string actual = chance(3) ? target : amount(odd);
    if (chance(4)) {
        target = quoted(std::to_string(below(100) + 1) + '%');
        actual = quoted(std::to_string(below(130)) + pick({"%", ".5%", ".25%"}));
    }
    row += R"(, "direction": )" + quoted(pick({">=", ">=", "<=", "="})) + R"(, "target": )" +
           target + R"(, "actual": )" + actual;
    return row + own_rule(points, false) + "}";
}

inline std::string RandomForms::target_list(bool odd, int points) {
    std::string rows;
    const int count = odd && chance(10) ? 0 : below(chance(10) ? 40 : 9) + 1;
    int left = points * 4; // in quarters of a point
    for (int i = 0; i < count; ++i) {
        std::string own;
        if (points > 0) {
            const int here = i + 1 == count ? left : below(left + 1);
            left -= here;
            own = std::to_string(here / 4) + pick({".", "."}) +
                  std::to_string(here % 4 * 25 + (odd && chance(20) ? 1 : 0));
            own = here % 4 == 0 ? std::to_string(here / 4) : own;
        }
        rows += (rows.empty() ? "" : ", ") + target(odd, own);
    }
    return "[" + rows + "]";
}

inline std::string RandomForms::record(bool odd) {
    return std::string{R"({"late": )"} + (chance(3) ? "true" : "false") + R"(, "amount": )" +
           amount(odd) + R"(, "kind": )" + quoted(pick({"甲", "乙", "丁", "戊"})) +
           (chance(3) ? R"(, "signed": )" + date() : "") + "}";
}

inline std::string RandomForms::facts(bool odd) {
    std::string records;
    for (int i = below(6); i > 0; --i) {
        records += (records.empty() ? "" : ", ") + record(odd);
    }
    std::string data = R"("n0": )" + amount(odd) + R"(, "n1": )" + amount(odd) + R"(, "n2": )" +
                       quoted(std::to_string(below(150)) + '%') + R"(, "k0": )" +
                       std::to_string(below(6)) + R"(, "b0": )" + pick({"true", "false"}) +
                       (chance(2) ? R"(, "b1": )" + pick({"true", "false"}) : "") + R"(, "s": )" +
                       quoted(pick({"甲", "乙", "丙", odd ? "丁" : "甲"})) + R"(, "d0": )" +
                       date() + R"(, "d1": )" + date() + R"(, "c": [)" + records + "]";
    for (std::size_t i = 0; i < list_points_.size(); ++i) {
        data += R"(, "t)" + std::to_string(i) + R"(": )" + target_list(odd, list_points_[i]);
    }
    std::string given;
    for (const Leaf& each : assessed_) {
        if (odd && chance(5)) {
            continue;
        }
        const std::string score =
            pick({each.least, each.most, "0.5", "0.25", odd ? "0.333" : "0.5"});
        given += (given.empty() ? "" : ", ") + quoted(each.id) + R"(: {"score": )" + quoted(score) +
                 R"(, "reason": "理由"})";
    }
    return R"({"heng": "facts/1", "data": {)" + data + R"(}, "assessed": {)" + given + "}}";
}

} // namespace heng::test
