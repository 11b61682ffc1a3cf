# SPDX-License-Identifier: Apache-2.0
"""The score of a document by a rubric, in fractions.

Order at a node (INTERFACES §1): its own rule, or the sum of its children as rounded; for the rubric,
rescaling; adjustments in the order written, floor 0; rounding, where the rubric rounds. No score
passes the points in play: after the adjustments, and again after rounding, more than they are is they.
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

    def text(self):
        return rules.shown(self.score, self.places)


class Sheet:
    def __init__(self):
        self.items = []
        self.total = None
        self.grade = None
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
        score = min(self.adjusted(rubric.adjustments, score), rubric.points)
        if "total" in rubric.at:
            score = min(rules.rounded(score, rubric.places, rubric.mode), rubric.points)
        self.sheet.total = score
        self.sheet.grade = next((name for interval, name in rubric.grades
                                 if rules.interval_holds(interval, score)), None)

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
        elif points != 0:
            score = self.adjusted(node.adjustments, score)
        return self.close(item, "branch" if node.children else "leaf", level, points, score)

    def close(self, item, kind, level, points, score):
        at = self.rubric.at
        rounds = (kind == "row" and "row" in at) or (kind == "leaf" and "leaf" in at) or (
            kind != "row" and f"level-{level}" in at)
        score = min(score, points)
        if rounds:
            score = min(rules.rounded(score, self.rubric.places, self.rubric.mode), points)
            item.places = self.rubric.places
        item.points, item.score = points, score
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

    def adjusted(self, adjustments, score):
        for when, kind, value in adjustments:
            if self.asked(when):
                score = {"at_most": min(score, value), "set": value,
                         "deduct": max(Fraction(0), score - value)}[kind]
        return score
