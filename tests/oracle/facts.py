# SPDX-License-Identifier: Apache-2.0
"""Random facts for a rubric: plain values, values at and around every edge, and wrong ones.

A document is its JSON beside what it says: values by path (money in the rubric's unit), assessed
scores, and the codes with which heng must refuse to read it.
"""
import json
import re
from datetime import date
from fractions import Fraction
from math import floor

import feel
import rules
from rubrics import Refused

WORTH = {"元": Fraction(1), "万元": Fraction(10 ** 4), "亿元": Fraction(10 ** 8)}
BARE = "§"  # before a number that is to stand there without quotes, as it is spelt
KINDS = ("number", "money", "percent", "count")


class Document:
    def __init__(self):
        self.values = {}
        self.assessed = {}
        self.refused = set()
        self.json = {"heng": "facts/1", "subject": {"name": "单位", "year": 2023}}

    def text(self):
        written = json.dumps(self.json, ensure_ascii=False)
        return re.sub(f'"{BARE}([^"]*)"', r"\1", written)


def places_of(text):
    return len(text.partition(".")[2])


class FactsMaker:
    def __init__(self, rng, rubric, leaves):
        self.rng = rng
        self.rubric = rubric
        self.assessed_leaves = [leaf for leaf in leaves if getattr(leaf, "is_assessed", False)]

    def make(self):
        rng, rubric = self.rng, self.rubric
        document = self.document = Document()
        self.odd = rng.random() < 0.25
        unit = rubric.unit if not self.odd else rng.choice(list(WORTH))
        self.worth = (WORTH[unit] / WORTH[rubric.unit]) if rubric.unit else Fraction(1)
        has_money = any(known.kind == "money" for known in rubric.inputs.values())
        if unit and (has_money or rng.random() < 0.5):
            document.json["unit"] = unit
        self.data = document.json["data"] = {}
        self.numbers = {}
        for path, declared in rubric.inputs.items():
            self.fill(document, path, declared)
        for leaf in self.assessed_leaves:
            self.assess(document, leaf)
        if rng.random() < 0.05:
            self.data["nobody reads this"] = rng.choice([1, "x", [1, {"a": None}], None, {}])
        return document

    # ------------------------------------------------------------------ values

    def fill(self, document, path, declared):
        rng = self.rng
        if self.odd and rng.random() < 0.08:
            return  # absent
        if declared.kind in KINDS:
            self.number(document, path, declared)
        elif declared.kind == "records":
            self.records(document, path)
        elif declared.kind == "targets":
            self.targets(document, path, declared)
        else:
            value = (rng.random() < 0.5 if declared.kind == "boolean"
                     else rng.choice(["none", "some", "all"] + ["few"] * self.odd))
            document.values[path] = value
            self.put(path, value)

    def put(self, path, value):
        group = self.data
        *outer, last = path.split(".")
        for key in outer:
            group = group.setdefault(key, {})
        group[last] = value

    def number(self, document, path, declared):
        value = self.pick(declared)
        text = feel.decimal(value)
        written = value
        if declared.kind == "money":
            written = value / self.worth
            text = feel.decimal(written)
        self.numbers[path] = value
        document.values[path] = value
        if declared.minimum is not None and value < declared.minimum:
            document.refused.add("facts.out-of-range")
        if declared.maximum is not None and value > declared.maximum:
            document.refused.add("facts.out-of-range")
        if declared.kind == "count" and (value < 0 or value.denominator != 1):
            document.refused.add("facts.count")
        self.put(path, self.spelt(declared.kind, written, text))

    def spelt(self, kind, value, text):
        """A number as JSON number, as string, as percentage, with zeros behind."""
        rng = self.rng
        if kind == "percent" and rng.random() < 0.5:
            return feel.decimal(value * 100) + "%"
        if rng.random() < 0.2 and kind != "count":
            text += ("0" if "." in text else ".0") * 1
        return text if rng.random() < 0.5 else BARE + text

    def pick(self, declared):
        """Plain, or at an edge, or beside one."""
        rng = self.rng
        if declared.kind == "count":
            if self.odd and rng.random() < 0.1:
                return rng.choice([Fraction(-1), Fraction(5, 2), Fraction(10 ** 12)])
            return Fraction(rng.choice([0, 0, 1, 2, 3, 5, 8, 40]))
        if declared.beside and declared.beside[0] in self.numbers and rng.random() < 0.7:
            below, edges = declared.beside
            base = self.numbers[below]
            edge = rng.choice(edges) if edges else Fraction(1)
            near = rng.choice([Fraction(0), Fraction(0), Fraction(1, 100), Fraction(-1, 100)])
            value = base * edge + near
            return value if feel.decimal(value) is not None else Fraction(round(value * 100), 100)
        roll = rng.random()
        if roll < 0.25:
            edge = rng.choice(declared.edges)
            return edge + rng.choice([Fraction(0), Fraction(1, 1000), Fraction(-1, 1000)])
        if self.odd and roll < 0.4:
            return rng.choice([
                Fraction(0), Fraction(rng.randint(-10 ** 6, 10 ** 6), 1000),
                Fraction(rng.randint(1, 10 ** 30)), Fraction(rng.randint(1, 10 ** 18), 10 ** 12),
                Fraction(2 ** 63 - rng.randint(0, 2)), Fraction(1, 10 ** 9)])
        if roll < 0.6:
            return Fraction(rng.choice([100, 200, 400, 300, 3000, 160, 287, 1000]))
        return Fraction(rng.randint(1, 10 ** 8), 100)

    def records(self, document, path):
        rng = self.rng
        rows = [{"late": rng.random() < 0.5, "amount": Fraction(rng.randint(0, 600), 100)}
                for _ in range(rng.randint(0, 4))]
        document.values[path] = rows
        self.put(path, [{"late": row["late"], "amount": feel.decimal(row["amount"])}
                        for row in rows])

    def targets(self, document, path, declared):
        rng = self.rng
        rows, written = [], []
        count = rng.randint(0 if self.odd else 1, 4)
        left = declared.weighed
        for i in range(count):
            row, text = self.target(declared, f"t{i}")
            if declared.weighed is not None:
                share = left if i == count - 1 else Fraction(int(left * 4) // 2, 4)
                if self.odd and rng.random() < 0.05:
                    share += 1
                left -= share
                if share < 0:
                    document.refused.add("facts.target")
                row["points"] = share
                text["points"] = feel.decimal(share)
            rows.append(row)
            written.append(text)
        document.values[path] = rows
        self.put(path, written)

    def target(self, declared, name):
        rng = self.rng
        direction = rng.choice([">=", ">=", "<=", "=", "level"])
        text = {"name": name, "direction": direction}
        if direction == "level":
            level = rng.choice(["met", "partly", "not"])
            low, _, high, _ = rules.LEVELS[declared.dialect][level]
            row = {"direction": direction, "level": level}
            if rng.random() < 0.2:
                text["rule"] = "all"
                row["rule"] = ("all", None, None, None)
            self.bounds(row, text)
            needs_rate = level != "met" and "rule" not in row
            if needs_rate or rng.random() < 0.5:
                row["rate"] = rng.choice([low, high - Fraction(1, 100), (low + high) / 2]
                                         + [high, low - Fraction(1, 100)] * (self.odd * 1))
                row["rate"] = max(row["rate"], Fraction(0))
                text["rate"] = feel.decimal(row["rate"])
                if not any(rules.interval_holds(levels[level], row["rate"])
                           for levels in rules.LEVELS.values()):
                    self.document.refused.add("facts.target")
            text["level"] = level
            return row, text
        if direction == "<=" and rng.random() < 0.25:
            return self.by_date(text)
        target = Fraction(rng.choice([100, 90, 3, 287, 40] + [0, -5] * self.odd))
        actual = rng.choice([target, target * Fraction(13, 10), Fraction(rng.randint(0, 400)),
                             target - 1, target * Fraction(6, 10), target * Fraction(10, 13)]
                            + [Fraction(-5), Fraction(0)] * self.odd)
        if feel.decimal(actual) is None:
            actual = Fraction(floor(actual))
        text.update(target=feel.decimal(target), actual=feel.decimal(actual))
        row = {"direction": direction, "target": target, "actual": actual}
        self.row_rule(row, text)
        self.bounds(row, text)
        return row, text

    def by_date(self, text):
        """A day and another near it, or far from it."""
        rng = self.rng
        due = date(2023, 12, 31).toordinal() + rng.choice([0, -306, 60])
        done = due + rng.choice([0, -1, 1, 12, -400, 100, rng.randint(0, 40)])
        text.update(rule="date", target=date.fromordinal(due).isoformat(),
                    actual=date.fromordinal(done).isoformat())
        deduct = rng.choice([None, Fraction(1, 10), Fraction(1, 100), Fraction(0)])
        if deduct is not None:
            text["deduct"] = feel.decimal(deduct)
        row = {"direction": "<=", "target": Fraction(due), "actual": Fraction(done),
               "rule": ("date", None, deduct, None)}
        self.bounds(row, text)
        return row, text

    def row_rule(self, row, text):
        """A rule of the row's own, for half of them."""
        rng = self.rng
        kind = rng.choice([None, None, None, "ratio", "all", "pass", "per_point"])
        least = deduct = part = None
        if kind == "pass":
            least = rng.choice([Fraction(6, 10), Fraction(1), Fraction(0), Fraction(77, 100)])
            text["least"] = rng.choice([feel.decimal(least), feel.decimal(least * 100) + "%"])
        if kind == "per_point":
            deduct = rng.choice([Fraction(1, 2), Fraction(1, 20), Fraction(0), Fraction(1, 100)])
            text["deduct"] = feel.decimal(deduct)
            part = rng.choice([None, "whole", "started", "exact"])
            if part:
                text["part"] = part
        if kind:
            text["rule"] = kind
            row["rule"] = (kind, least, deduct, part)
        if self.odd and rng.random() < 0.05:
            wrong = rng.choice([{"rule": "half"}, {"least": "2", "rule": "pass"},
                                {"floor": "-1"}, {"floor": "2", "cap": "1"}])
            text.update(wrong)
            self.document.refused.add("facts.target")

    def bounds(self, row, text):
        """The least and the most that the row scores."""
        rng = self.rng
        for key in ("floor", "cap"):
            if key not in text and rng.random() < 0.15:
                low = row.get("floor", Fraction(0))
                row[key] = low + Fraction(rng.randint(0, 6), 8)
                text[key] = feel.decimal(row[key])

    def assess(self, document, leaf):
        rng = self.rng
        if self.odd and rng.random() < 0.05:
            return
        if hasattr(leaf, "held"):
            self.assess_in_band(document, leaf)
            return
        score = Fraction(rng.randint(int(leaf.floor * 4), int(leaf.most * 4)), 4)
        if self.odd and rng.random() < 0.05:
            score = rng.choice([leaf.most + Fraction(1, 100), leaf.floor - 1])
            document.refused.add("facts.assessed")
        self.write_assessed(document, leaf, score)

    def assess_in_band(self, document, leaf):
        """At the ends of the range of the band that holds, between them, or beside them."""
        rng = self.rng
        known = feel.Facts(document.values, self.rubric.optional())
        try:
            ends = leaf.held(known)
        except Refused:
            ends = Fraction(1)
        if not isinstance(ends, tuple):
            if rng.random() < 0.8:
                return
            ends = (leaf.floor, leaf.most)
        least, most = ends
        near = Fraction(1, 1000)
        score = rng.choice([least, most, (least + most) / 2]
                           + [least - near, most + near] * (rng.random() < 0.1))
        self.write_assessed(document, leaf, score)

    @staticmethod
    def write_assessed(document, leaf, score):
        document.assessed[leaf.id] = score
        document.json.setdefault("assessed", {})[leaf.id] = {
            "score": feel.decimal(score), "reason": "r"}
