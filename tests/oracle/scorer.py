# SPDX-License-Identifier: Apache-2.0
"""The score of a document by a rubric, in fractions.

Order at a node (INTERFACES §1): its own rule, or the sum of its children as rounded; for the rubric,
rescaling; adjustments in the order written, floor 0; rounding, where the rubric rounds. No score
passes the points in play: after the adjustments, and again after rounding, more than they are is they.
Where `extra` and `floor` are written (§8), a score lies from the floor to points in play + extra; what
has left has neither.
"""
from fractions import Fraction

import feel
import rules
from rubrics import Refused, needed


class Item:
    def __init__(self, identity, points, score, places):
        self.id = identity
        self.points = points
        self.score = score
        self.places = places
        self.least = Fraction(0)
        self.most = points

    def text(self):
        return rules.shown(self.score, self.places)


class Sheet:
    def __init__(self):
        self.items = []
        self.total = None
        self.grade = None
        self.adjustments = []  # (id, item's id or None, kind, amount, before, after)
        self.refused = set()


class Scorer:
    def __init__(self, rubric, document):
        self.rubric = rubric
        self.facts = feel.Facts(document.values, rubric.optional())
        self.facts.assessed = document.assessed
        self.sheet = Sheet()

    def run(self):
        points = score = Fraction(0)
        for node in self.rubric.nodes:
            part = self.visit(node, 1, None)
            points += part[0]
            score += part[1]
        self.total(points, score)
        return self.sheet

    def total(self, points, score):
        if points == 0:
            self.sheet.refused.add("score.nothing-in-play")
            return
        rubric = self.rubric
        if points != rubric.points:
            score = score * rubric.points / points
        least, most = rubric.floor, rubric.points + rubric.extra
        score = max(least, min(most, self.adjusted(rubric.adjustments, score, least, None)))
        if "total" in rubric.at:
            score = max(least, min(most, rules.rounded(score, rubric.places, rubric.mode)))
        self.sheet.total = score
        self.sheet.grade = self.grade(score)

    def grade(self, total):
        """The grade of a total, lowered by the adjustments that say so, which learn what they did."""
        grades = self.rubric.grades
        grade = next((place for place, (interval, _) in enumerate(grades)
                      if rules.interval_holds(interval, total)), None)

        def begins(place):
            low, closed, _, _ = grades[place][0]
            return (0, 0, 0) if low is None else (1, low, 0 if closed else 1)

        def name():
            return None if grade is None else grades[grade][1]

        for i, (identity, item, kind, best, _, _) in enumerate(self.sheet.adjustments):
            if kind == "grade_at_most":
                before = name()
                at_most = next(place for place, each in enumerate(grades) if each[1] == best)
                if grade is not None and begins(grade) > begins(at_most):
                    grade = at_most
                self.sheet.adjustments[i] = identity, item, kind, best, before or "", name() or ""
        return name()

    def asked(self, expression):
        """Whether a condition holds; None where it can't be said, which is an error."""
        self.facts.missing = False
        try:
            value = expression(self.facts)
            if self.facts.missing:
                raise Refused("facts.missing")
            return needed(value)
        except Refused as why:
            self.sheet.refused |= why.codes
            return None

    def visit(self, node, level, inherited):
        item = Item(node.id, Fraction(0), Fraction(0), None)
        self.sheet.items.append(item)
        treat_as = inherited
        if treat_as is None and node.not_applicable:
            when, worth = node.not_applicable
            treat_as = worth if self.asked(when) else None
        if node.children:
            parts = [self.visit(child, level + 1, treat_as) for child in node.children]
            points, score = (sum(part[i] for part in parts) for i in (0, 1))
        elif treat_as is None:
            points, score = self.leaf(node, level)
        if treat_as is not None:
            points = Fraction(0) if treat_as == "rescale" else node.points
            score = node.points if treat_as == "full" else Fraction(0)
        elif points != 0 or (node.points == 0 and node.may_pass()):
            score = self.adjusted(node.adjustments, score, node.floor, node.id)
            return self.close(item, "branch" if node.children else "leaf", level, points, score,
                              node.floor, points + node.extra)
        return self.close(item, "branch" if node.children else "leaf", level, points, score)

    def close(self, item, kind, level, points, score, least=Fraction(0), most=None):
        most = points if most is None else most
        at = self.rubric.at
        rounds = (kind == "row" and "row" in at) or (kind == "leaf" and "leaf" in at) or (
            kind != "row" and f"level-{level}" in at)
        score = max(least, min(score, most))
        if rounds:
            score = max(least, min(most, rules.rounded(score, self.rubric.places,
                                                       self.rubric.mode)))
            item.places = self.rubric.places
        item.points, item.score, item.least, item.most = points, score, least, most
        return points, score

    def leaf(self, node, level):
        self.facts.missing = False
        try:
            scored = node.rule(self.facts)
        except Refused as why:
            self.sheet.refused |= why.codes
            return node.points, Fraction(0)
        if not isinstance(scored, list):
            return node.points, scored
        total = Fraction(0)
        for i, (points, score) in enumerate(scored, 1):
            row = Item(f"{node.id}#{i}", points, score, None)
            self.sheet.items.append(row)
            total += self.close(row, "row", level + 1, points, score)[1]
        return node.points, total

    def adjusted(self, adjustments, score, floor, item):
        for each in adjustments:
            if each.when and not self.asked(each.when):
                continue
            amount = self.amount(each)
            if amount is None or (each.when is None and amount == 0):
                continue  # refused; or nothing happened of what it counts
            before = score
            score = self.after(each.kind, score, amount, floor)
            self.sheet.adjustments.append((each.id, item, each.kind, amount, before, score))
        return score

    @staticmethod
    def after(kind, score, amount, floor):
        if kind == "grade_at_most":
            return score
        if kind == "deduct":  # ends at the floor, and lifts nothing that lies below it
            return max(min(floor, score), score - amount)
        return {"at_most": min(score, amount), "set": amount, "add": score + amount}[kind]

    def amount(self, each):
        """What an adjustment comes to: points within its bound, or a grade."""
        if isinstance(each.value, (str, Fraction)):
            value = each.value
        else:
            self.facts.missing = False
            try:
                value = each.value(self.facts)
                if self.facts.missing:
                    raise Refused("facts.missing")
                if needed(value) < 0:
                    raise Refused("score.negative-adjustment")
            except Refused as why:
                self.sheet.refused |= why.codes
                return None
        return value if each.most is None else min(value, each.most)
