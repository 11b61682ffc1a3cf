# SPDX-License-Identifier: Apache-2.0
"""Random rubrics: each part is the JSON that the rubric writes beside what it means.

    rubric = Rubrics(random.Random(7)).make()
    rubric.json      # rubric/1
    rubric.nodes     # the same, with expressions to evaluate
"""
import json
from fractions import Fraction

import feel
import rules

MODES = ["half-up", "half-up", "half-even", "half-down", "up", "down", "ceiling", "floor"]
UNITS = ["元", "万元", "亿元"]


class Node:
    """An indicator: a branch has children, a leaf has a rule."""

    def __init__(self, identity, points):
        self.id = identity
        self.points = Fraction(points)
        self.children = []
        self.rule = None          # (facts) → Fraction, list of rows, or raises Refused
        self.not_applicable = None  # (expression, treat_as)
        self.adjustments = []     # of Adjustment
        self.extra = Fraction(0)  # above the points
        self.floor = Fraction(0)  # 0 or less
        self.json = {"id": identity, "name": identity, "points": feel.decimal(self.points)}

    @property
    def most(self):
        return self.points + self.extra

    def may_pass(self):
        """Whether its score may lie outside 0 … points."""
        return self.extra != 0 or self.floor != 0


class Adjustment:
    """`when` is None where none is written; `value` is a Fraction, an Expression or a grade."""

    def __init__(self, identity, when, kind, value, most=None):
        self.id = identity
        self.when = when
        self.kind = kind
        self.value = value
        self.most = most

    def json(self):
        value = (self.value if isinstance(self.value, str)
                 else feel.decimal(self.value) if isinstance(self.value, Fraction)
                 else self.value.text)
        return {"id": self.id, **({"when": self.when.text} if self.when else {}),
                self.kind: value,
                **({"each_at_most": feel.decimal(self.most)} if self.most is not None else {}),
                "reason": "r"}


class Refused(Exception):
    """The facts have no score by this rule; the codes that heng may give."""

    def __init__(self, *codes):
        super().__init__(codes)
        self.codes = set(codes)


def needed(value):
    """A value that a score needs, or why there is none."""
    if feel.is_null(value):
        raise Refused(*{"zero": ["facts.zero-denominator"], "missing": ["facts.missing"],
                        "optional": ["facts.missing", "facts.no-value"]}
                      .get(value.cause, ["facts.no-value"]))
    return value


class Rubric:
    def __init__(self):
        self.nodes = []
        self.points = Fraction(0)
        self.extra = Fraction(0)
        self.floor = Fraction(0)
        self.places = 2
        self.mode = "half-up"
        self.at = []
        self.unit = None
        self.grades = []       # (interval, name)
        self.adjustments = []
        self.inputs = {}       # path → declaration
        self.json = {}

    def optional(self):
        """What an absent input is worth, by path, of those that may be absent."""
        return {path: declared.default for path, declared in self.inputs.items()
                if declared.optional}


class Input:
    def __init__(self, kind):
        self.kind = kind
        self.optional = False
        self.default = None
        self.minimum = None
        self.maximum = None
        self.edges = [Fraction(0), Fraction(1)]  # values that a rule looks at
        self.beside = None                       # (path, edges): a quotient's other side
        self.dialect = "80-60"
        self.weighed = None                      # points of a targets list, by row count

    def json(self):
        if self.kind == "records":
            return {"type": "list", "of": {"late": {"type": "boolean"},
                                           "amount": {"type": "number"}}}
        if self.kind == "targets":
            return {"type": "list", "of": "target"}
        made = {"type": self.kind}
        if self.optional:
            made["optional"] = True
            if self.default is not None:
                made["default"] = (self.default if isinstance(self.default, (bool, str))
                                   else feel.decimal(self.default))
        for name, bound in (("minimum", self.minimum), ("maximum", self.maximum)):
            if bound is not None:
                made[name] = feel.decimal(bound)
        return made


class Rubrics:
    """With `beyond`, scores above the points and below 0, and every form of an adjustment."""

    def __init__(self, rng, beyond=False):
        self.rng = rng
        self.beyond = beyond

    def make(self):
        rng = self.rng
        rubric = self.rubric = Rubric()
        rubric.places = rng.choice([0, 1, 2, 2, 2, 3, 4])
        rubric.mode = rng.choice(MODES)
        rubric.at = rng.choice([["leaf"], ["leaf", "total"], ["level-1"], ["level-2", "total"], [],
                                ["total"], ["row"], ["row", "leaf"], ["leaf", "level-1"],
                                ["row", "leaf", "level-2"]])
        rubric.unit = rng.choice([None] + UNITS)
        self.leaf_count = 0
        self.values = {}
        rubric.nodes = [self.node(1) for _ in range(rng.randint(1, 4))]
        rubric.points = sum(node.points for node in rubric.nodes)
        self.pass_points(rubric)
        rubric.adjustments = self.adjustments(rubric.points + rubric.extra, rubric.json)
        self.make_grades(rubric)
        if self.beyond:
            self.lower_grades(rubric)
        if any(declared.kind == "money" for declared in rubric.inputs.values()):
            rubric.unit = rubric.unit or "万元"
        rubric.json = {
            "heng": "rubric/1", "id": "random", "title": "random", "basis": "local",
            "language": rng.choice(["zh", "en"]),
            **({"unit": rubric.unit} if rubric.unit else {}),
            "points": feel.decimal(rubric.points),
            "rounding": {"scale": rubric.places, "mode": rubric.mode, "at": rubric.at},
            "grades": rubric.json.pop("grades"),
            "inputs": {path: declared.json() for path, declared in rubric.inputs.items()},
            **({"values": {name: value.text for name, value in self.values.items()}}
               if self.values else {}),
            "indicators": [node.json for node in rubric.nodes],
            **rubric.json}
        return rubric

    def make_grades(self, rubric):
        half = rubric.points / 2
        most = feel.decimal(half)
        rubric.grades = [((half, True, None, False), "A"),
                         ((half / 2, False, half, False), "B"), ((None, False, Fraction(1), False), "C")]
        rubric.json["grades"] = [{"in": f">= {most}", "grade": "A"},
                                 {"in": f"({feel.decimal(half / 2)}..{most})", "grade": "B"},
                                 {"in": "< 1", "grade": "C"}]

    # ------------------------------------------------------------------ the tree

    def node(self, level):
        rng = self.rng
        if level < 3 and rng.random() < 0.45:
            children = [self.node(level + 1) for _ in range(rng.randint(1, 3))]
            node = Node(f"b{self.leaf_count}.{level}.{len(children)}",
                        sum(child.points for child in children))
            node.children = children
            self.pass_points(node)
            node.json["indicators"] = [child.json for child in children]
        else:
            points = rng.choice([Fraction(rng.randint(1, 12)), Fraction(rng.randint(1, 50), 4),
                                 Fraction(rng.randint(1, 99), 10),
                                 Fraction(rng.randint(1, 9999), 1000)])
            if self.beyond and self.leaf_count and rng.random() < 0.15:
                points = Fraction(0)  # nothing but a bonus, or a deduction below 0
            self.leaf_count += 1
            node = Node(f"l{self.leaf_count}", points)
            self.pass_points(node)
            self.make_rule(node)
        if rng.random() < 0.15:
            when = self.truth(1)
            treat_as = rng.choice(["full", "zero", "rescale"])
            node.not_applicable = (when, treat_as)
            node.json["not_applicable"] = {"when": when.text, "treat_as": treat_as}
        if rng.random() < (0.4 if self.beyond else 0.15):
            node.adjustments = self.adjustments(node.most, node.json, always=True)
        return node

    def pass_points(self, scored):
        """Gives a rubric or an indicator room above its points and below 0."""
        rng = self.rng
        if self.beyond and rng.random() < 0.6:
            scored.extra = rng.choice([Fraction(0), Fraction(rng.randint(1, 12), 4), scored.points])
            scored.floor = -rng.choice([Fraction(0), Fraction(0), Fraction(rng.randint(1, 20), 4),
                                        Fraction(1, 1000)])
            scored.json.update({"extra": feel.decimal(scored.extra)} if scored.extra else {})
            scored.json.update({"floor": feel.decimal(scored.floor)} if scored.floor else {})

    def adjustments(self, most, into, always=False):
        rng = self.rng
        if not always and rng.random() < 0.6:
            return []
        made = []
        for i in range(rng.randint(1, 2)):
            if self.beyond:
                made.append(self.adjustment(f"a{i}", most))
                continue
            when = self.truth(1)
            kind = rng.choice(["at_most", "set", "deduct"])
            made.append(Adjustment(f"a{i}", when, kind, Fraction(rng.randint(0, int(most * 4)), 4)))
        into["adjustments"] = [each.json() for each in made]
        return made

    def adjustment(self, identity, most):
        """One of any kind: literal or computed, bounded or not, with a condition or without."""
        rng = self.rng
        kind = rng.choice(["at_most", "set", "deduct", "deduct", "add", "add"])
        changes = kind in ("deduct", "add")
        literal = rng.random() < 0.4
        value = Fraction(rng.randint(0, int(most * 4)), 4) if literal else self.amount()
        needs_when = literal or not changes
        when = self.truth(1) if needs_when or rng.random() < 0.3 else None
        bound = Fraction(rng.randint(0, 16), 4) if changes and rng.random() < 0.4 else None
        return Adjustment(identity, when, kind, value, bound)

    def amount(self):
        """Points from the facts; now and then below 0, which is refused."""
        rng = self.rng
        roll = rng.random()
        if roll < 0.6:
            each = feel.constant(rng.choice([Fraction(2), Fraction(1, 2), Fraction(1, 3)]))
            return feel.arithmetic("*", each, feel.fact(self.input("count")))
        if roll < 0.75:
            return feel.absolute(self.number(1))
        if roll < 0.9:
            return feel.aggregate("max", [feel.constant(0), self.number(1)])
        return feel.arithmetic("+", self.number(1), feel.constant(0))

    def lower_grades(self, rubric):
        """Adds to the rubric's adjustments some that leave a grade at most."""
        rng = self.rng
        names = [name for _, name in rubric.grades]
        for i in range(rng.choice([0, 0, 1, 1, 2])):
            rubric.adjustments.insert(
                rng.randint(0, len(rubric.adjustments)),
                Adjustment(f"g{i}", self.truth(1), "grade_at_most", rng.choice(names)))
        if rubric.adjustments:
            rubric.json["adjustments"] = [each.json() for each in rubric.adjustments]

    def score_within(self, node, parts):
        """A score that a rule may give, in so many parts of a point."""
        return Fraction(self.rng.randint(int(node.floor * parts), int(node.most * parts)), parts)

    # ------------------------------------------------------------------ inputs and expressions

    def input(self, kind):
        rng = self.rng
        same = [path for path, known in self.rubric.inputs.items() if known.kind == kind]
        if same and rng.random() < 0.35:
            return rng.choice(same)
        path = rng.choice(["a", "b.c", "预算.数", "x"]) + str(len(self.rubric.inputs))
        made = Input(kind)
        if kind in ("number", "money", "percent") and rng.random() < 0.3:
            made.minimum = Fraction(0) if rng.random() < 0.7 else Fraction(-25, 10)
            made.maximum = Fraction(10 ** 7) if rng.random() < 0.3 else None
        if kind not in ("records", "targets") and rng.random() < 0.15:
            made.optional = True
            if rng.random() < 0.7:
                made.default = {"boolean": True, "text": "none", "date": "2024-05-01"}.get(
                    kind, Fraction(3) if kind == "count" else Fraction(125, 100))
        self.rubric.inputs[path] = made
        return path

    def number(self, depth):
        rng = self.rng
        roll = rng.random()
        if depth == 0 or roll < 0.4:
            if rng.random() < 0.2:
                return feel.constant(Fraction(rng.randint(-50, 200), rng.choice([1, 2, 4, 10, 100])))
            return feel.fact(self.input(rng.choice(["number", "percent", "count"])))
        if roll < 0.5:
            return feel.arithmetic("/", self.money(), self.money())
        if roll < 0.75:
            return feel.arithmetic(rng.choice("+-*/"), self.number(depth - 1), self.number(depth - 1))
        if roll < 0.82:
            return feel.aggregate(rng.choice(["min", "max", "sum"]),
                                  [self.number(depth - 1) for _ in range(rng.randint(2, 3))])
        if roll < 0.86:
            return feel.absolute(self.number(depth - 1))
        if roll < 0.93:
            return feel.condition(self.truth(depth - 1), self.number(depth - 1),
                                  self.number(depth - 1))
        if roll < 0.97:
            return self.of_records()
        return self.value(self.number(depth - 1))

    def money(self):
        """Money is added to money only."""
        one = feel.fact(self.input("money"))
        if self.rng.random() < 0.6:
            return one
        return feel.arithmetic(self.rng.choice("+-"), one, feel.fact(self.input("money")))

    def of_records(self):
        rng = self.rng
        path = self.input("records")
        return rng.choice([feel.counted(path, "amount", rng.choice(["<", ">="]), Fraction(3)),
                           feel.summed(path, "amount")])

    def value(self, expression):
        """A named value of the rubric."""
        name = f"v{len(self.values)}"
        self.values[name] = expression
        return feel.Expression(name, expression.evaluate)

    def truth(self, depth):
        rng = self.rng
        roll = rng.random()
        if depth == 0 or roll < 0.35:
            return feel.fact(self.input("boolean"))
        if roll < 0.45:
            return feel.comparison(rng.choice(["<", ">=", "="]), self.money(), self.money())
        if roll < 0.7:
            left = self.number(depth - 1)
            return feel.comparison(rng.choice(["<", "<=", ">", ">=", "=", "!="]), left,
                                   self.number(0))
        if roll < 0.8:
            return feel.both(self.truth(depth - 1), self.truth(depth - 1))
        if roll < 0.9:
            return feel.either(self.truth(depth - 1), self.truth(depth - 1))
        if roll < 0.95:
            return feel.negation(self.truth(depth - 1))
        return feel.between(self.number(depth - 1), feel.constant(0), feel.constant(1))

    def quotient(self, *edges):
        """actual ÷ target, whose facts will stand at and around these edges."""
        kind = self.rng.choice(["number", "money", "count"])
        above, below = self.input(kind), self.input(kind)
        self.rubric.inputs[above].beside = (below, [Fraction(edge) for edge in edges])
        return feel.arithmetic("/", feel.fact(above), feel.fact(below))

    def measure(self, *edges):
        roll = self.rng.random()
        if roll < 0.6:
            return self.quotient(*edges)
        if roll < 0.8:
            path = self.input(self.rng.choice(["number", "percent"]))
            self.rubric.inputs[path].edges += [Fraction(edge) for edge in edges]
            return feel.fact(path)
        return self.number(3)

    # ------------------------------------------------------------------ rules

    def make_rule(self, node):
        make = self.rng.choice([
            self.proportional, self.proportional, self.bands, self.interpolate, self.step,
            self.steps, self.tally,
            self.occurrences, self.checklist, self.condition, self.categories, self.targets,
            self.assessed, self.formula])
        node.json["rule"] = {"kind": make.__name__}
        make(node, node.json["rule"])

    def proportional(self, node, rule):
        rng = self.rng
        cap = rng.choice([Fraction(1), Fraction(1), Fraction(95, 100), Fraction(12, 10)])
        mark = rng.choice([None, None, Fraction(6, 10)])
        zero = rng.choice([None, "full", "zero", "error"])
        measure = self.measure(cap, *([mark] if mark else []))
        rule.update({"cap": feel.decimal(cap)} if cap != 1 else {})
        rule.update({"pass": feel.decimal(mark)} if mark else {})
        rule.update({"if_zero_denominator": zero} if zero else {})
        node.json["measure"] = measure.text

        def score(facts):
            value = measure(facts)
            if facts.missing:
                raise Refused("facts.missing")
            if feel.is_null(value) and value.cause == "zero" and zero in ("full", "zero"):
                return node.points if zero == "full" else Fraction(0)
            return rules.proportional(node.points, needed(value), cap, mark)

        node.rule = score

    def bands(self, node, rule):
        rng = self.rng
        edges = sorted(rng.sample([0, 1, 3, 5, 6, 8, 9, 10, 12], rng.randint(1, 4)), reverse=True)
        closed = rng.random() < 0.5
        table, written = [], []
        for edge in edges:
            edge = Fraction(edge, 10)
            score, said = self.band_score(node)
            table.append(((edge, closed, None, False), score))
            written.append({"in": f"{'>=' if closed else '>'} {feel.decimal(edge)}", **said})
        if rng.random() < 0.8:
            score, said = (self.band_score(node) if rng.random() < 0.3
                           else (Fraction(0), {"rate": "0"}))
            table.append(((None, False, None, False), score))
            written.append({"in": "-", **said})
        rule["bands"] = written
        measure = self.measure(*(interval[0] for interval, _ in table[:len(edges)]))
        node.json["measure"] = measure.text

        def held(facts):
            found = rules.bands(table, needed(self.known(measure, facts)))
            if found is None:
                raise Refused("score.no-band")
            return found

        def score(facts):
            found = held(facts)
            if isinstance(found, tuple):
                found = rules.within(found, facts.assessed.get(node.id))
                if found is None:
                    raise Refused("facts.assessed")
            return found

        node.rule = score
        if any(isinstance(score, tuple) for _, score in table):
            node.is_assessed = True
            node.held = held

    def band_score(self, node):
        """A score, or a range in which a person gives it, and how the rubric writes it."""
        rng = self.rng
        first, second = self.score_within(node, 8), self.score_within(node, 8)
        if rng.random() < 0.6:
            return first, {"score": feel.decimal(first)}
        ends = min(first, second), max(first, second)
        return ends, {"score_range": [feel.decimal(end) for end in ends]}

    @staticmethod
    def known(expression, facts):
        value = expression(facts)
        if facts.missing:
            raise Refused("facts.missing")
        return value

    @classmethod
    def all_known(cls, expressions, facts, below_zero=None):
        """Their values; or the codes of all of them that have none."""
        values, codes = [], set()
        for expression in expressions:
            facts.missing = False
            try:
                values.append(needed(cls.known(expression, facts)))
                if below_zero and values[-1] < 0:
                    raise Refused(below_zero)
            except Refused as why:
                codes |= why.codes
        if codes:
            raise Refused(*codes)
        return values

    def interpolate(self, node, rule):
        rng = self.rng
        xs = sorted(rng.sample([Fraction(i, 10) for i in range(0, 15)], rng.randint(1, 4)))
        knots = [(x, self.score_within(node, 4)) for x in xs]
        rule["knots"] = [[feel.decimal(x), feel.decimal(y)] for x, y in knots]
        measure = self.measure(*xs)
        node.json["measure"] = measure.text
        node.rule = lambda facts: rules.interpolate(knots, needed(self.known(measure, facts)))

    def step(self, node, rule):
        rng = self.rng
        norm = rng.choice([Fraction(1), Fraction(0), Fraction(9, 10)])
        side = rng.choice(["above", "below"])
        every = rng.choice([Fraction(1, 100), Fraction(5, 100), Fraction(1, 4)])
        deduct = rng.choice([Fraction(1, 2), Fraction(2), Fraction(8, 10), Fraction(1, 8)])
        part = rng.choice(["whole", "started", "exact"])
        rule.update({"norm": feel.decimal(norm), "side": side, "every": feel.decimal(every),
                     "deduct": feel.decimal(deduct), "part": part})
        sign = 1 if side == "above" else -1
        measure = self.measure(norm, norm + sign * every, norm + sign * 2 * every)
        node.json["measure"] = measure.text
        node.rule = lambda facts: rules.step(node.points, needed(self.known(measure, facts)), norm,
                                             side, every, deduct, part, node.floor)

    def steps(self, node, rule):
        rng = self.rng
        quarter = node.points / 4
        base = rng.choice([node.points, quarter * 2, quarter * 3])
        edge = rng.choice([Fraction(1), Fraction(0), Fraction(9, 10)])
        norm = rng.choice([feel.constant(edge), feel.constant(edge), self.number(1)])

        def side():
            every = rng.choice([Fraction(1, 100), Fraction(5, 100), Fraction(1, 4)])
            worth = rng.choice([Fraction(1, 2), Fraction(8, 10), Fraction(1, 8)])
            adds = rng.random() < 0.5
            part = rng.choice(["whole", "started", "exact"])
            most = rng.choice([None, None, Fraction(rng.randint(0, 12), 4)])
            json_side = {"every": feel.decimal(every), "add" if adds else "deduct": feel.decimal(worth),
                         "part": part, **({"at_most": feel.decimal(most)} if most is not None else {})}
            return (every, worth, adds, part, most), json_side

        sides = {name: side() for name in rng.choice([["above"], ["below"], ["above", "below"],
                                                      ["above", "below"]])}
        least = rng.choice([None, None, edge - Fraction(1, 2)])
        most = rng.choice([None, None, edge + Fraction(1, 2)])
        rule.update({"norm": norm.text, **{name: json_side for name, (_, json_side) in sides.items()}})
        rule.update({"base": feel.decimal(base)} if base != node.points else {})
        if least is not None or most is not None:
            rule["pass"] = {**({"least": feel.decimal(least)} if least is not None else {}),
                            **({"most": feel.decimal(most)} if most is not None else {})}
        measure = self.measure(edge, *(edge + (1 if name == "above" else -1) * each[0]
                                       for name, (each, _) in sides.items()))
        node.json["measure"] = measure.text

        def score(facts):
            value, against = self.all_known([measure, norm], facts)
            above, below = (sides[name][0] if name in sides else None for name in ("above", "below"))
            return rules.steps(node.most, base, value, against, above, below, least, most,
                               node.floor)

        node.rule = score

    def tally(self, node, rule):
        rng = self.rng
        each = Fraction(rng.randint(0, 12), 8)
        most = rng.choice([None, node.points / 2])
        bound = node.most if most is None else most
        full = [bound / each] if each and feel.decimal(bound / each) else []
        measure = self.measure(0, 1, *full)
        rule.update({"each": feel.decimal(each),
                     **({"at_most": feel.decimal(most)} if most is not None else {})})
        node.json["measure"] = measure.text
        node.rule = lambda facts: rules.tally(needed(self.known(measure, facts)), each, bound)

    def occurrences(self, node, rule):
        rng = self.rng
        each, written = [], []
        for i in range(rng.randint(1, 3)):
            count = rng.choice([feel.fact(self.input("count")), feel.fact(self.input("count")),
                                self.of_records()])
            deduct = Fraction(rng.randint(1, 12), 8)
            most = rng.choice([None, Fraction(rng.randint(0, 12), 4)])
            each.append((count, deduct, most))
            written.append({"count": count.text, "deduct": feel.decimal(deduct), "label": f"k{i}",
                            **({"at_most": feel.decimal(most)} if most is not None else {})})
        rule["each"] = written
        none_from = rng.choice([None, None, Fraction(rng.randint(1, 5)), Fraction(5, 2)])
        rule.update({"none_from": feel.decimal(none_from)} if none_from else {})

        def score(facts):
            counts = self.all_known([count for count, _, _ in each], facts, "score.negative-count")
            return rules.occurrences(node.points, [(count, deduct, most) for count, (_, deduct, most)
                                                   in zip(counts, each)], none_from, node.floor)

        node.rule = score

    def checklist(self, node, rule):
        rng = self.rng
        items = []
        written = []
        for i in range(rng.randint(1, 4)):
            when = self.truth(1)
            worth = Fraction(rng.randint(0, int(node.points * 4)), 4)
            items.append((when, worth))
            written.append({"id": f"i{i}", "label": f"i{i}", "when": when.text,
                            "score": feel.decimal(worth)})
        rule["items"] = written
        def score(facts):
            held = self.all_known([when for when, _ in items], facts)
            earned = sum([worth for (_, worth), holds in zip(items, held) if holds], Fraction(0))
            return min(node.most, earned)

        node.rule = score

    def condition(self, node, rule):
        when = self.truth(2)
        rule["when"] = when.text
        node.rule = lambda facts: (node.points if needed(self.known(when, facts))
                                   else Fraction(0))

    def categories(self, node, rule):
        path = self.input("text")
        scores = {"none": node.most, "some": node.points / 2, "all": node.floor}
        rule["scores"] = {name: feel.decimal(score) for name, score in scores.items()}
        node.json["measure"] = path
        measure = feel.fact(path)

        def score(facts):
            name = needed(self.known(measure, facts))
            if name not in scores:
                raise Refused("score.no-category")
            return scores[name]

        node.rule = score

    @staticmethod
    def far_above(rng):
        """(from, side, what it takes, how much); none as often as not."""
        if rng.random() < 0.5:
            return None
        takes, amount = rng.choice([("deduct", Fraction(1, 2)), ("deduct", Fraction(2)),
                                    ("share", Fraction(1, 5)), ("share", Fraction(1)),
                                    ("proportional", None)])
        return (rng.choice([Fraction(13, 10), Fraction(13, 10), Fraction(1), Fraction(9, 10)]),
                rng.choice([">=", ">=", "<=", "="]), takes, amount)

    def targets(self, node, rule):
        rng = self.rng
        path = self.input("targets")
        declared = self.rubric.inputs[path]
        by_points = rng.random() < 0.4 and declared.weighed is None
        if by_points:
            declared.weighed = node.points
        dialect = rng.choice(["80-60", "80-50"])
        declared.dialect = dialect
        far = self.far_above(rng)
        rule.update({"rows": path, "weights": "points" if by_points else "equal",
                     "dialect": dialect})
        if far:
            start, side, takes, amount = far
            rule["far_above"] = {"from": feel.decimal(start),
                                 takes: True if amount is None else feel.decimal(amount)}
            if side != ">=" or rng.random() < 0.3:
                rule["far_above"]["side"] = side

        def score(facts):
            rows = needed(self.known(feel.fact(path), facts))
            if not rows:
                raise Refused("score.no-targets")
            for row in rows:
                if "rate" in row and row["direction"] == "level" and not rules.interval_holds(
                        rules.LEVELS[dialect][row["level"]], row["rate"]):
                    raise Refused("facts.target")
                if by_points and "points" not in row:
                    raise Refused("facts.target")
            shares = [row["points"] if by_points else node.points / len(rows) for row in rows]
            for share, row in zip(shares, rows):
                if any(row.get(bound, Fraction(0)) > share for bound in ("floor", "cap")):
                    raise Refused("facts.target")
            if by_points and sum(shares) != node.points:
                raise Refused("facts.points-sum")
            return [(share, rules.target_row(share, row, far)) for share, row in zip(shares, rows)]

        node.rule = score

    def assessed(self, node, rule):
        def score(facts):
            if node.id not in facts.assessed:
                raise Refused("facts.assessed")
            return facts.assessed[node.id]

        node.rule = score
        node.is_assessed = True

    def formula(self, node, rule):
        rng = self.rng
        value = self.number(3)
        low = rng.choice([Fraction(0), node.points / 4])
        cap = rng.choice([None, node.points / 2])
        rule["score"] = value.text
        rule.update({"floor": feel.decimal(low)} if low else {})
        rule.update({"cap": feel.decimal(cap)} if cap is not None else {})
        node.rule = lambda facts: rules.formula(needed(self.known(value, facts)),
                                                low or node.floor,
                                                node.most if cap is None else cap)


def leaves(nodes):
    for node in nodes:
        if node.children:
            yield from leaves(node.children)
        else:
            yield node


def text(rubric):
    return json.dumps(rubric.json, ensure_ascii=False)
