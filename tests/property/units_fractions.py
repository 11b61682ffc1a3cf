#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Departments with units against Python's fractions.

    units_fractions.py HENG [--count 1000] [--seed 20240101]

Makes random rubrics and departments of 1 to 50 units, has `heng score -f json` score them, and
compares the total, every item's score and what each unit cost, part by part, with a computation of
its own, which follows include/heng/score/units.hpp. The same seed makes the same departments. Exit
status: 0 no difference, 1 differences.

The oracle is this file: the rules on fractions.Fraction. Standard library only.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from math import floor

MODES = ["half-up", "half-even", "down", "ceiling"]


def rounded(value, mode):
    """To two places."""
    scaled = value * 100
    whole = floor(scaled)
    rest = scaled - whole
    if mode == "half-up":
        up = rest * 2 >= 1 if scaled >= 0 else rest * 2 > 1
    elif mode == "half-even":
        up = rest * 2 > 1 or (rest * 2 == 1 and whole % 2 == 1)
    elif mode == "ceiling":
        up = rest > 0
    else:  # down, towards zero
        up = rest > 0 and scaled < 0
    return Fraction(whole + up, 100)


class Unscored(Exception):
    """The facts have no score by this rule."""


# ----------------------------------------------------------------------------- leaves
#
# A leaf is what the rubric writes, and what it means: `score(facts)` and `excluded(facts)` on a
# dict of facts, None where an optional one is absent.


def needed(facts, *names):
    values = [facts[name] for name in names]
    if any(value is None for value in values):
        raise Unscored
    return values


def proportional(points, measure):
    return points * min(max(measure, 0), 1)


class Leaves:
    """Makes random leaves."""

    def __init__(self, rng):
        self.rng = rng

    def make(self, points):
        rng = self.rng
        kind = rng.choice([self.spending, self.rate, self.bands, self.in_band, self.late,
                           self.contracts,
                           self.rules, self.honest, self.open, self.listed, self.quality,
                           self.judged, self.goals, self.growth])
        leaf = kind(points)
        leaf.setdefault("excluded", None)
        leaf.setdefault("reads", set())
        if leaf["json"]["rule"]["kind"] != "assessed" and leaf["excluded"] is None \
                and rng.random() < 0.15:
            leaf["json"]["not_applicable"] = {
                "when": "late = 0", "treat_as": rng.choice(["full", "zero", "rescale"])}
            leaf["excluded"] = lambda facts: needed(facts, "late")[0] == 0
        if rng.random() < 0.2 and "units" not in leaf["json"]:
            leaf["json"]["units"] = {"score": "score-then-weight",
                                     "treat_as": rng.choice(["leave", "full", "zero"])}
        if "units" in leaf["json"] and rng.random() < 0.4:
            leaf["json"]["units"]["weight"] = "staff_cost"
        if rng.random() < 0.15:
            leaf["json"]["adjustments"] = [{"when": "late > 3", "deduct": "0.5", "reason": "r"}]
        return leaf

    def spending(self, points):
        def score(facts):
            spent, budget = needed(facts, "spent", "budget")
            return points if budget == 0 else proportional(points, spent / budget)
        return {"json": {"measure": "spent / budget",
                         "rule": {"kind": "proportional", "if_zero_denominator": "full"}},
                "score": score, "reads": {"spent", "budget"}}

    def growth(self, points):
        def score(facts):
            spent, budget = needed(facts, "spent", "budget")
            if budget == 0:
                raise Unscored
            over = max(Fraction(0), Fraction(9, 10) - spent / budget)
            return max(Fraction(0), points - floor(over / Fraction(5, 100)) * Fraction(3, 10))
        return {"json": {"measure": "spent / budget",
                         "rule": {"kind": "step", "norm": "0.9", "side": "below",
                                  "every": "0.05", "deduct": "0.3", "part": "whole"}},
                "score": score, "reads": {"spent", "budget"}}

    def rate(self, points):
        name = self.rng.choice(["in_use", "by_staff"])
        return {"json": {"measure": name, "rule": {"kind": "proportional"}},
                "score": lambda facts: proportional(points, needed(facts, name)[0]),
                "reads": {name}}

    def bands(self, points):
        def score(facts):
            rate = needed(facts, "in_use")[0]
            return points if rate >= Fraction(9, 10) \
                else points / 2 if rate >= Fraction(75, 100) else Fraction(0)
        return {"json": {"measure": "in_use", "rule": {"kind": "bands", "bands": [
                    {"in": ">= 0.9", "rate": "1"}, {"in": "[0.75..0.9)", "rate": "0.5"},
                    {"in": "-", "rate": "0"}]}},
                "score": score, "reads": {"in_use"}}

    def in_band(self, points):
        """A person gives the score in the band in the middle."""
        least, most = points / 4, points * 3 / 4

        def score(facts, given):
            rate = needed(facts, "in_use")[0]
            if Fraction(3, 4) <= rate < Fraction(9, 10):
                return max(least, min(given, most))
            return points if rate >= Fraction(9, 10) else Fraction(0)
        return {"json": {"measure": "in_use", "rule": {"kind": "bands", "bands": [
                    {"in": ">= 0.9", "rate": "1"},
                    {"in": "[0.75..0.9)", "score_range": [decimal(least), decimal(most)]},
                    {"in": "-", "rate": "0"}]}},
                "score": score, "reads": {"in_use"}, "range": (least, most)}

    def occurrences(self, points, count, counted, reads):
        deduct = Fraction(self.rng.randint(1, 20), 10)
        most = Fraction(self.rng.randint(1, 5)) if self.rng.random() < 0.3 else None
        each = {"count": count, "deduct": str(float(deduct)), "label": "l"}
        if most is not None:
            each["at_most"] = str(most)

        def score(facts):
            cost = counted(facts) * deduct
            cost = cost if most is None else min(cost, most)
            return max(Fraction(0), points - cost)
        return {"json": {"rule": {"kind": "occurrences", "each": [each]}}, "score": score,
                "reads": reads}

    def late(self, points):
        return self.occurrences(points, "late", lambda facts: needed(facts, "late")[0], {"late"})

    def contracts(self, points):
        return self.occurrences(
            points, "count(contracts[late = true])",
            lambda facts: Fraction(sum(needed(facts, "contracts")[0])), {"contracts"})

    def condition(self, points, when, truth, reads):
        return {"json": {"rule": {"kind": "condition", "when": when}},
                "score": lambda facts: points if truth(facts) else Fraction(0), "reads": reads}

    def rules(self, points):
        return self.condition(points, "rules", lambda facts: needed(facts, "rules")[0], {"rules"})

    def honest(self, points):
        return self.condition(points, "not(fraud)", lambda facts: not needed(facts, "fraud")[0],
                              {"fraud"})

    def open(self, points):
        return self.condition(points, "open", lambda facts: needed(facts, "open")[0], {"open"})

    def listed(self, points):
        def score(facts):
            truths = needed(facts, "rules", "open")
            return sum((points / 2 for truth in truths if truth), Fraction(0))
        half = str(float(points / 2))
        return {"json": {"rule": {"kind": "checklist", "items": [
                    {"id": "a", "label": "a", "when": "rules", "score": half},
                    {"id": "b", "label": "b", "when": "open", "score": half}]}},
                "score": score, "reads": {"rules", "open"}}

    def quality(self, points):
        treat_as = self.rng.choice(["leave", "full", "zero"])
        return {"json": {"measure": "quality", "rule": {"kind": "proportional"},
                         "not_applicable": {"when": "quality = null",
                                            "treat_as": self.rng.choice(
                                                ["full", "zero", "rescale"])},
                         "units": {"score": "score-then-weight", "treat_as": treat_as}},
                "score": lambda facts: proportional(points, needed(facts, "quality")[0]),
                "excluded": lambda facts: facts["quality"] is None}

    def judged(self, points):
        leaf = {"json": {"rule": {"kind": "assessed"}}, "score": None}
        if self.rng.random() < 0.7:
            leaf["json"]["units"] = {"score": "score-then-weight"}
        return leaf

    def goals(self, points):
        def score(facts):
            rows = needed(facts, "goals")[0]
            if not rows:
                raise Unscored
            return sum((points / len(rows) * min(Fraction(1), done) for done in rows),
                       Fraction(0))
        return {"json": {"rule": {"kind": "targets", "rows": "goals", "weights": "equal"}},
                "score": score, "reads": {"goals"}, "rows": True}


# ----------------------------------------------------------------------------- documents

INPUTS = {
    "budget": {"type": "money", "minimum": "0", "aggregate": "sum"},
    "spent": {"type": "money", "minimum": "0", "aggregate": "sum"},
    "staff_cost": {"type": "money", "minimum": "0", "aggregate": "sum"},
    "in_use": {"type": "percent", "aggregate": "mean", "optional": True},
    "by_staff": {"type": "percent", "aggregate": "mean", "weight": "staff_cost"},
    "late": {"type": "count", "aggregate": "sum", "optional": True, "default": "0"},
    "contracts": {"type": "list", "aggregate": "concatenate", "of": {"late": {"type": "boolean"}}},
    "goals": {"type": "list", "aggregate": "concatenate", "of": "target"},
    "rules": {"type": "boolean", "aggregate": "all"},
    "fraud": {"type": "boolean", "aggregate": "any"},
    "open": {"type": "boolean", "aggregate": "own"},
    "quality": {"type": "percent", "optional": True},
}
AGGREGATED = {name for name, each in INPUTS.items()
              if each.get("aggregate", "own") != "own"}


class Case:
    """A rubric, a department, and what they come to."""

    def __init__(self, rng):
        self.rng = rng
        self.scale = Fraction(1) if rng.random() < 0.7 else Fraction(1, 10000)  # of money: 元
        self.make_rubric()
        self.make_units()

    def make_rubric(self):
        rng = self.rng
        leaves = Leaves(rng)
        self.branches = []
        for b in range(rng.randint(1, 3)):
            made = []
            for k in range(rng.randint(1, 4)):
                points = Fraction(rng.randint(2, 40), 2)
                leaf = leaves.make(points)
                leaf["points"] = points
                leaf["json"] = {"id": f"b{b}.l{k}", "name": f"L{b}{k}",
                                "points": str(float(points)), **leaf["json"]}
                made.append(leaf)
            branch = {"id": f"b{b}", "name": f"B{b}", "leaves": made,
                      "points": sum(leaf["points"] for leaf in made), "adjustments": []}
            if rng.random() < 0.25:
                branch["adjustments"] = [{"when": "fraud", "reason": "r",
                                          "at_most": str(float(branch["points"] / 4))}]
            self.branches.append(branch)
        self.points = sum(branch["points"] for branch in self.branches)
        self.at = [place for place in ["leaf", "row", "level-1", "total"] if rng.random() < 0.4]
        self.mode = rng.choice(MODES)
        self.adjustments = []
        if rng.random() < 0.3:
            self.adjustments = [{"when": "spent < budget / 2",
                                 "at_most": str(float(self.points / 2)), "reason": "r"}]

    def rubric(self):
        return {
            "heng": "rubric/1", "id": "random", "title": "random", "language": "en",
            "unit": "万元", "points": str(float(self.points)), "inputs": INPUTS,
            "units": {"weight": "budget"},
            "rounding": {"scale": 2, "mode": self.mode, "at": self.at},
            "indicators": [{"id": branch["id"], "name": branch["name"],
                            "points": str(float(branch["points"])),
                            "adjustments": branch["adjustments"],
                            "indicators": [leaf["json"] for leaf in branch["leaves"]]}
                           for branch in self.branches],
            "adjustments": self.adjustments}

    def make_units(self):
        rng = self.rng
        self.units = []
        for number in range(rng.choice([2, 3, 5, rng.randint(1, 50) + 1])):
            own = number == 0
            budget = Fraction(rng.randint(1 if own else 0, 10 ** rng.randint(1, 6)), 100)
            if rng.random() < 0.5:
                budget = Fraction(floor(budget) + 1)
            flawless = rng.random() < 0.4
            facts = {
                "budget": budget,
                "spent": budget if flawless else budget * Fraction(rng.randint(0, 110), 100),
                "staff_cost": Fraction(rng.randint(1 if own else 0, 1000), 10),
                "in_use": Fraction(rng.randint(50, 100), 100)
                if own or rng.random() < 0.8 else None,
                "by_staff": Fraction(1) if flawless else Fraction(rng.randint(0, 1000), 1000),
                "late": Fraction(0) if flawless else Fraction(rng.randint(0, 3)),
                "contracts": [not flawless and rng.random() < 0.3
                              for _ in range(rng.randint(0, 3))],
                "goals": [Fraction(1) if flawless else Fraction(rng.randint(0, 120), 100)
                          for _ in range(rng.randint(1 if own else 0, 3))],
                "rules": flawless or rng.random() < 0.8,
                "fraud": not flawless and rng.random() < 0.1,
                "open": rng.random() < 0.6 if own else None,
                "quality": Fraction(rng.randint(0, 100), 100)
                if rng.random() < (0.5 if own else 0.7) else None,
            }
            assessed = {leaf["json"]["id"]: leaf["points"] * Fraction(rng.randint(0, 4), 4)
                        for branch in self.branches for leaf in branch["leaves"]
                        if leaf["score"] is None}
            assessed.update({leaf["json"]["id"]: rng.choice([*leaf["range"], leaf["points"] / 2])
                             for branch in self.branches for leaf in branch["leaves"]
                             if "range" in leaf})
            self.units.append({"facts": facts, "assessed": assessed})
        for unit in self.units[1:]:
            unit["facts"]["open"] = self.units[0]["facts"]["open"]  # own: handed down

    def unit_json(self, number):
        unit = self.units[number]
        data = {}
        for name, value in unit["facts"].items():
            if value is None or (name == "open" and number > 0):
                continue
            if name == "contracts":
                data[name] = [{"late": late} for late in value]
            elif name == "goals":
                data[name] = [{"name": f"g{i}", "direction": ">=", "target": 1,
                               "actual": decimal(done)} for i, done in enumerate(value)]
            elif isinstance(value, bool):
                data[name] = value
            elif INPUTS[name]["type"] == "money":
                data[name] = decimal(value / self.scale)
            else:
                data[name] = decimal(value)
        assessed = {leaf: {"score": decimal(score), "reason": "r"}
                    for leaf, score in unit["assessed"].items()}
        return {"data": data, "assessed": assessed}

    def document(self):
        units = [{"subject": {"name": f"u{i}"}, **self.unit_json(i)}
                 for i in range(1, len(self.units))]
        return {"heng": "facts/1", "subject": {"name": "d"},
                "unit": "万元" if self.scale == 1 else "元", **self.unit_json(0), "units": units}

    # ------------------------------------------------------------------------- meaning

    def department(self):
        facts = {}
        every = [unit["facts"] for unit in self.units]
        for name, each in INPUTS.items():
            values = [unit[name] for unit in every]
            how = each.get("aggregate", "own")
            if how == "own":
                facts[name] = values[0]
            elif how == "sum":
                facts[name] = sum(values)
            elif how == "mean":
                weight = each.get("weight", "budget")
                given = [(unit[weight], unit[name]) for unit in every if unit[name] is not None]
                facts[name] = sum(w * v for w, v in given) / sum(w for w, _ in given)
            elif how == "all":
                facts[name] = all(values)
            elif how == "any":
                facts[name] = any(values)
            else:
                facts[name] = [item for value in values for item in value]
        return facts

    def by_rule(self, leaf, facts, assessed):
        """The leaf's rule; its rows rounded where the rubric rounds rows."""
        if leaf["score"] is None:
            return assessed[leaf["json"]["id"]]
        if "range" in leaf:
            return leaf["score"](facts, assessed[leaf["json"]["id"]])
        if leaf.get("rows") and "row" in self.at:
            rows = needed(facts, "goals")[0]
            if not rows:
                raise Unscored
            share = leaf["points"] / len(rows)
            earned = sum((min(rounded(share * min(Fraction(1), done), self.mode), share)
                          for done in rows), Fraction(0))
            return min(earned, leaf["points"])
        return leaf["score"](facts)

    def weight_of(self, leaf):
        name = leaf["json"].get("units", {}).get("weight", "budget")
        return [unit["facts"][name] for unit in self.units]

    def weighed(self, leaf):
        """(score or None where all left, shortfalls)."""
        treat_as = leaf["json"]["units"].get("treat_as", "leave")
        weights = self.weight_of(leaf)
        total, sum_of_weights, shortfalls = Fraction(0), Fraction(0), []
        some = False
        for unit, weight in zip(self.units, weights):
            if leaf["excluded"] and leaf["excluded"](unit["facts"]):
                if treat_as == "leave":
                    shortfalls.append(Fraction(0))
                    continue
                score = leaf["points"] if treat_as == "full" else Fraction(0)
            else:
                score = self.by_rule(leaf, unit["facts"], unit["assessed"])
            some = True
            total += weight * score
            sum_of_weights += weight
            shortfalls.append(weight * (leaf["points"] - score))
        if some and sum_of_weights == 0:
            raise Unscored
        return (total / sum_of_weights if some else None), shortfalls

    def alone(self, leaf):
        """Shortfalls by the units' own facts."""
        adds_up = leaf["json"]["rule"]["kind"] == "occurrences"
        shortfalls = []
        for unit, weight in zip(self.units, self.weight_of(leaf)):
            try:
                excluded = leaf["excluded"] and leaf["excluded"](unit["facts"])
                given = (self.units[0] if "range" in leaf else unit)["assessed"]
                score = None if excluded else self.by_rule(leaf, unit["facts"], given)
            except Unscored:
                score = None
            short = Fraction(0) if score is None else leaf["points"] - score
            shortfalls.append(short if adds_up else short * weight)
        return shortfalls

    def score_leaf(self, leaf, facts):
        """(points in play, score, shortfalls)."""
        points = leaf["points"]
        nobody = [Fraction(0)] * len(self.units)
        weighs = leaf["json"].get("units", {}).get("score") == "score-then-weight"
        out = False
        if weighs:
            score, shortfalls = self.weighed(leaf)
            out = score is None
        else:
            out = bool(leaf["excluded"] and leaf["excluded"](facts))
            if not out:
                score = self.by_rule(leaf, facts, self.units[0]["assessed"])
                if leaf["reads"] & AGGREGATED:
                    shortfalls = self.alone(leaf)
                else:
                    shortfalls = [Fraction(1)] + nobody[1:]
        if out:
            shortfalls = nobody
            treat_as = leaf["json"]["not_applicable"]["treat_as"]
            if treat_as == "rescale":
                return Fraction(0), Fraction(0), nobody
            score = points if treat_as == "full" else Fraction(0)
        elif leaf["json"].get("adjustments") and facts["late"] > 3:
            score = max(Fraction(0), score - Fraction(1, 2))
        score = min(score, points)
        if "leaf" in self.at:
            score = min(rounded(score, self.mode), points)
        return points, score, shortfalls

    def share(self, what, by, weights):
        if what == 0:
            return [Fraction(0)] * len(by)
        if any(each < 0 for each in by) or sum(by) == 0:
            by = weights
        return [what * each / sum(by) for each in by]

    def run(self):
        """(total, {id: score}, [{id or None: cost}]) or Unscored."""
        facts = self.department()
        budgets = [unit["facts"]["budget"] for unit in self.units]
        parts = [{} for _ in self.units]
        scores = {}

        def charge(name, costs):
            for part, cost in zip(parts, costs):
                if cost != 0:
                    part[name] = cost

        in_play = total = Fraction(0)
        top = [Fraction(0)] * len(self.units)
        for branch in self.branches:
            points = score = lost_below = Fraction(0)
            charged = [Fraction(0)] * len(self.units)
            for leaf in branch["leaves"]:
                name = leaf["json"]["id"]
                leaf_points, leaf_score, shortfalls = self.score_leaf(leaf, facts)
                lost = leaf_points - leaf_score
                costs = self.share(lost, shortfalls, self.weight_of(leaf))
                charge(name, costs)
                charged = [a + b for a, b in zip(charged, costs)]
                scores[name] = leaf_score
                points, score, lost_below = points + leaf_points, score + leaf_score, \
                    lost_below + lost
            if branch["adjustments"] and points and facts["fraud"]:
                score = min(score, branch["points"] / 4)
            score = min(score, points)
            if "level-1" in self.at:
                score = min(rounded(score, self.mode), points)
            costs = self.share(points - score - lost_below, charged, budgets)
            charge(branch["id"], costs)
            top = [a + b + c for a, b, c in zip(top, charged, costs)]
            scores[branch["id"]] = score
            in_play, total = in_play + points, total + score
        if in_play == 0:
            raise Unscored
        lost_below = in_play - total
        total = total * self.points / in_play
        if self.adjustments and facts["spent"] < facts["budget"] / 2:
            total = min(total, self.points / 2)
        total = min(total, self.points)
        if "total" in self.at:
            total = min(rounded(total, self.mode), self.points)
        charge(None, self.share(self.points - total - lost_below, top, budgets))
        return total, scores, parts


def decimal(value):
    """A fraction whose denominator divides a power of ten, as decimal text."""
    places = 0
    while (value * 10 ** places).denominator != 1:
        places += 1
    whole = int(value * 10 ** places)
    digits = str(abs(whole)).rjust(places + 1, "0")
    text = digits[:-places] + "." + digits[-places:] if places else digits
    return "-" + text if whole < 0 else text


# ----------------------------------------------------------------------------- comparing


def differences(case, sheet, due):
    total, scores, parts = due
    found = []
    if Fraction(sheet["total"]) != total:
        found.append(f"total {sheet['total']}, due {total}")
    for item in sheet["items"]:
        if item["kind"] != "row" and Fraction(item["score"]) != scores[item["id"]]:
            found.append(f"{item['id']} {item['score']}, due {scores[item['id']]}")
    if len(sheet["units"]) != len(case.units):
        return found + ["another number of units"]
    sum_of_lost = Fraction(0)
    for number, (unit, mine) in enumerate(zip(sheet["units"], parts)):
        if unit["name"] != (f"u{number}" if number else ""):
            found.append(f"unit {number} is called {unit['name']}")
        theirs = {part["item"]: Fraction(part["lost"]) for part in unit["parts"]
                  if Fraction(part["lost"]) != 0}
        if theirs != mine:
            found.append(f"unit {number} {theirs}, due {mine}")
        if Fraction(unit["lost"]) != sum(mine.values(), Fraction(0)):
            found.append(f"unit {number} lost {unit['lost']}")
        sum_of_lost += Fraction(unit["lost"])
    if sum_of_lost != Fraction(sheet["points"]) - Fraction(sheet["total"]):
        found.append(f"the units' costs add up to {sum_of_lost}")
    return found


def score(heng, folder, number, case):
    rubric, facts = folder / f"r{number}.json", folder / f"f{number}.json"
    rubric.write_text(json.dumps(case.rubric(), ensure_ascii=False), encoding="utf-8")
    facts.write_text(json.dumps(case.document(), ensure_ascii=False), encoding="utf-8")
    done = subprocess.run([heng, "score", "-r", str(rubric), "-f", "json", str(facts)],
                          capture_output=True, check=False)
    rubric.unlink()
    facts.unlink()
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def check_the_check():
    """The oracle's own numbers, by hand."""
    assert [rounded(Fraction("1.005"), mode) for mode in MODES] == \
        [Fraction("1.01"), Fraction("1"), Fraction("1"), Fraction("1.01")]
    assert decimal(Fraction(3, 8)) == "0.375" and decimal(Fraction(-12)) == "-12"
    case = Case(random.Random(1))
    assert case.share(Fraction(3), [Fraction(1), Fraction(2)], None) == [1, 2]
    assert case.share(Fraction(3), [Fraction(0)] * 2, [Fraction(2), Fraction(1)]) == [2, 1]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("heng")
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--seed", type=int, default=20240101)
    options = options.parse_args()
    check_the_check()
    rng = random.Random(options.seed)
    seen = collections.Counter()
    wrong = 0
    with tempfile.TemporaryDirectory() as name, \
            concurrent.futures.ThreadPoolExecutor(2) as workers:
        folder = pathlib.Path(name)
        cases = []
        while len(cases) < options.count:
            case = Case(rng)
            try:
                cases.append((case, case.run()))
            except Unscored:
                seen["not scored, and not asked"] += 1
        answers = workers.map(lambda each: score(options.heng, folder, each[0], each[1][0]),
                              enumerate(cases))
        for (case, due), (status, out, errors) in zip(cases, answers):
            found = [errors] if status else differences(case, json.loads(out), due)
            seen["units"] += len(case.units)
            seen["lost points"] += due[0] < case.points
            seen["costs"] += sum(len(parts) for parts in due[2])
            if found:
                wrong += 1
            if found and wrong == 1:
                print("heng differs from Python's fractions:", *found, sep="\n  ")
                print(json.dumps(case.rubric(), ensure_ascii=False))
                print(json.dumps(case.document(), ensure_ascii=False))
    print(f"{options.count} departments, {wrong} differences;",
          ", ".join(f"{count} {what}" for what, count in seen.items()))
    if seen["lost points"] * 2 < options.count:
        raise SystemExit("most departments lost nothing: they test little")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
