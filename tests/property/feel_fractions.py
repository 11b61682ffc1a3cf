#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""heng's FEEL against Python's fractions, on random arithmetic.

    feel_fractions.py HENG [--count 100000] [--seed 20240101]

Makes expressions with their exact values, has `heng eval --jsonl` evaluate them, and compares the
type, the exact value and the 34 digits. The same seed makes the same expressions. The first
difference is made smaller, as far as it stays one, and printed. Exit status: 0 no difference,
1 differences, 2 something else.

The oracle is this file: operators on fractions.Fraction, null as None, and DMN 1.5's tables for
what a null, a division by zero or a rounding mode comes to. Standard library only.
"""
import argparse
import collections
import concurrent.futures
import gc
import json
import random
import subprocess
import sys
from fractions import Fraction
from math import floor

DIGITS = 34
CHUNK = 10_000
MOST_BITS = 6_000  # of a value: far below heng's limit, and quick in Python
DEPTH = 6

BINDING = {"or": 1, "and": 2, "compare": 3, "+": 4, "-": 4, "*": 5, "/": 5, "**": 6,
           "negate": 7, "one": 8}

# ----------------------------------------------------------------------------- values


def ends(value):
    """The decimal places of a fraction that has a finite number of them, else None."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def half_even(above, below):
    """above / below as a whole number, a tie to the even one."""
    whole, rest = divmod(above, below)
    if rest * 2 == below:
        return whole + whole % 2
    return whole + (rest * 2 > below)


def plain(coefficient, scale):
    """coefficient / 10**scale without an exponent and without zeros at the end."""
    digits = str(abs(coefficient))
    if scale <= 0:
        text = digits + "0" * -scale
    else:
        digits = digits.rjust(scale + 1, "0")
        text = (digits[:-scale] + "." + digits[-scale:]).rstrip("0").rstrip(".")
    return "-" + text if coefficient < 0 and text != "0" else text


def significant(value):
    """34 significant digits, rounded once, half to even."""
    if value == 0:
        return "0"
    above, below = abs(value.numerator), value.denominator
    scale = DIGITS - (len(str(above)) - len(str(below)))
    above, below = (above * 10 ** scale, below) if scale >= 0 else (above, below * 10 ** -scale)
    if above // below >= 10 ** DIGITS:  # the quotient has one digit more than was guessed
        scale, below = scale - 1, below * 10
    coefficient = half_even(above, below)
    return plain(-coefficient if value < 0 else coefficient, scale)


def answer(value):
    """What `heng eval` must write for the value."""
    if value is None:
        return {"type": "null"}
    if isinstance(value, bool):
        return {"type": "boolean", "value": value}
    written = {"type": "number", "value": significant(value)}
    if ends(value) is None:
        written["exact"] = f"{value.numerator}/{value.denominator}"
    return written


# ----------------------------------------------------------------------------- meaning


def rounded(mode, value, scale):
    unit = Fraction(10) ** scale
    scaled = value * unit
    size, sign = abs(scaled), -1 if scaled < 0 else 1
    whole = floor(size)
    rest = size - whole
    if mode == "floor":
        result = floor(scaled)
    elif mode == "ceiling":
        result = -floor(-scaled)
    elif mode == "round up":
        result = sign * (whole + (rest > 0))
    elif mode == "round down":
        result = sign * whole
    elif mode == "round half up":
        result = sign * (whole + (rest * 2 >= 1))
    elif mode == "round half down":
        result = sign * (whole + (rest * 2 > 1))
    else:  # decimal, round half even
        result = half_even(scaled.numerator, scaled.denominator)
    return Fraction(result) / unit


def median(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def product(values):
    result = Fraction(1)
    for value in values:
        result *= value
    return result


AGGREGATES = {"sum": lambda values: sum(values, Fraction(0)), "min": min, "max": max,
              "mean": lambda values: sum(values, Fraction(0)) / len(values), "median": median,
              "product": product}
MODES = ["floor", "ceiling", "round up", "round down", "round half up", "round half down",
         "round half even", "decimal"]


def arithmetic(op, a, b):
    if a is None or b is None:
        return None
    if op == "+":
        return a + b
    if op == "-":
        return a - b
    if op == "*":
        return a * b
    if op == "/":
        return a / b if b else None
    return None if a == 0 and b < 0 else a ** int(b)


def compare(op, a, b):
    if op in ("=", "!="):
        same = a == b if a is not None and b is not None else a is None and b is None
        return same if op == "=" else not same
    if a is None or b is None:
        return None
    return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[op]


def both(a, b):
    if a is False or b is False:
        return False
    return None if a is None or b is None else True


def opposite(a):
    return None if a is None else not a


# ----------------------------------------------------------------------------- expressions


class Node:
    """An expression: how it is written, how tightly it binds, what it is worth, and its parts.

    `make` writes and evaluates it anew from other parts; None for what has no parts.
    """
    __slots__ = ("text", "binding", "value", "parts", "make")

    def __init__(self, text, binding, value, parts=(), make=None):
        self.text, self.binding, self.value = text, binding, value
        self.parts, self.make = parts, make


def inside(node, binding):
    """The text of an operand: in brackets where it binds less tightly."""
    return node.text if node.binding >= binding else "(" + node.text + ")"


def bits(value):
    if value is None or isinstance(value, bool):
        return 0
    return value.numerator.bit_length() + value.denominator.bit_length()


def binary(op, a, b):
    level = BINDING[op]
    text = f"{inside(a, level)} {op} {inside(b, level + 1)}"
    return Node(text, level, arithmetic(op, a.value, b.value), (a, b),
                lambda x, y: binary(op, x, y))


def power(a, exponent):
    level = BINDING["**"]
    shown = str(exponent) if exponent >= 0 else f"({exponent})"
    return Node(f"{inside(a, level)} ** {shown}", level,
                arithmetic("**", a.value, Fraction(exponent)), (a,), lambda x: power(x, exponent))


def negate(a):
    level = BINDING["negate"]
    value = None if a.value is None else -a.value
    return Node("-" + inside(a, level), level, value, (a,), negate)


def bracket(a):
    return Node(f"({a.text})", BINDING["one"], a.value, (a,), bracket)


def aggregate(name, as_list, *parts):
    values = [part.value for part in parts]
    inner = ", ".join(part.text for part in parts)
    value = None if None in values else AGGREGATES[name](values)
    return Node(f"{name}([{inner}])" if as_list else f"{name}({inner})", BINDING["one"], value,
                parts, lambda *kids: aggregate(name, as_list, *kids))


def rounding(mode, scale, a):
    text = f"{mode}({a.text})" if scale is None else f"{mode}({a.text}, {scale})"
    value = None if a.value is None else rounded(mode, a.value, scale or 0)
    return Node(text, BINDING["one"], value, (a,), lambda x: rounding(mode, scale, x))


def absolute(a):
    value = None if a.value is None else abs(a.value)
    return Node(f"abs({a.text})", BINDING["one"], value, (a,), absolute)


def modulo(a, b):
    value = None
    if a.value is not None and b.value:
        value = a.value - b.value * floor(a.value / b.value)
    return Node(f"modulo({a.text}, {b.text})", BINDING["one"], value, (a, b), modulo)


def parity(name, a):
    value = None if a.value is None else a.value % 2 == (0 if name == "even" else 1)
    return Node(f"{name}({a.text})", BINDING["one"], value, (a,), lambda x: parity(name, x))


def series(last, a):
    """sum(for i in 1..last return a / i)"""
    value = None if a.value is None else sum((a.value / i for i in range(1, last + 1)), Fraction(0))
    text = f"sum(for i in 1..{last} return {inside(a, BINDING['/'])} / i)"
    return Node(text, BINDING["one"], value, (a,), lambda x: series(last, x))


def comparison(op, a, b):
    level = BINDING["compare"]
    return Node(f"{inside(a, level + 1)} {op} {inside(b, level + 1)}", level,
                compare(op, a.value, b.value), (a, b), lambda x, y: comparison(op, x, y))


def between(a, low, high):
    level = BINDING["compare"]
    text = " ".join((inside(a, level + 1), "between", inside(low, level + 1), "and",
                     inside(high, level + 1)))
    value = both(compare(">=", a.value, low.value), compare("<=", a.value, high.value))
    return Node(text, level, value, (a, low, high), between)


def within(opening, closing, a, low, high):
    level = BINDING["compare"]
    text = f"{inside(a, level + 1)} in {opening}{low.text}..{inside(high, level + 1)}{closing}"
    value = both(compare(">=" if opening == "[" else ">", a.value, low.value),
                 compare("<=" if closing == "]" else "<", a.value, high.value))
    return Node(text, level, value, (a, low, high),
                lambda *kids: within(opening, closing, *kids))


def logic(op, a, b):
    level = BINDING[op]
    if op == "and":
        value = both(a.value, b.value)
    else:
        value = opposite(both(opposite(a.value), opposite(b.value)))
    return Node(f"{inside(a, level)} {op} {inside(b, level + 1)}", level, value, (a, b),
                lambda x, y: logic(op, x, y))


def negation(a):
    return Node(f"not({a.text})", BINDING["one"], opposite(a.value), (a,), negation)


def choice(when, then, otherwise):
    value = then.value if when.value is True else otherwise.value
    return Node(f"if {when.text} then {then.text} else {otherwise.text}", 0, value,
                (when, then, otherwise), choice)


# ----------------------------------------------------------------------------- chance


class Maker:
    """Random expressions, and the facts that their names stand for."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.facts = ""
        self.values = {}
        self.literals = []
        self.new_literals()
        self.new_facts()

    def decimal(self):
        """The text of a decimal that is not below zero, as FEEL and JSON both take it."""
        pick = self.random.random()
        if pick < 0.25:
            return str(self.random.randrange(0, 13))
        if pick < 0.70:
            places = self.random.randrange(1, 7)
            return f"{self.random.randrange(0, 10 ** self.random.randrange(1, 10))}." + "".join(
                self.random.choice("0123456789") for _ in range(places))
        if pick < 0.80:
            return f"{self.random.randrange(1, 100)}e{self.random.randrange(-12, 13)}"
        if pick < 0.85:
            sign = self.random.choice(["", "+", "-"])
            return f"{self.random.randrange(1, 10)}.{self.random.randrange(0, 1000)}E{sign}7"
        if pick < 0.90:
            return str(self.random.randrange(10 ** 17, 10 ** 40))
        if pick < 0.93:
            return f"{self.random.choice([1, 3, 7])}e{self.random.choice([-60, -35, 35, 60])}"
        return self.random.choice(["0", "0.0", "0.1", "0.5", "2.5", "0.125", "1", "100", "1.00"])

    def new_literals(self):
        """Making them is most of the work, so a batch has a store of them."""
        self.literals = []
        for _ in range(4_000):
            text = self.decimal()
            value = Fraction(text)
            if text.startswith("0.") and self.random.random() < 0.3:
                text = text[1:]
            self.literals.append(Node(text, BINDING["one"], value))

    def new_facts(self):
        def money():
            sign = "-" if self.random.random() < 0.15 else ""
            return sign + self.decimal()

        texts = {name: money() for name in
                 ("budget.annual", "budget.executed", "三公经费.预算", "三公经费.实际",
                  "carry over", "结转", "x", "rate1")}
        texts["zero"] = self.random.choice(["0", "0.00", "-0", "0e5"])
        self.values = {name: Fraction(text) for name, text in texts.items()}
        self.values["missing"] = None
        self.values["months"] = [Fraction(money()) for _ in range(self.random.randrange(1, 7))]
        groups = collections.defaultdict(dict)
        for name, text in texts.items():
            group, _, member = name.rpartition(".")
            groups[group][member] = text
        members = [f'"{name}": {text}' for name, text in groups.pop("").items()]
        for group, inner in groups.items():
            members.append(f'"{group}": {{' + ", ".join(
                f'"{name}": {text}' for name, text in inner.items()) + "}")
        months = ", ".join(plain_decimal(value) for value in self.values["months"])
        members += ['"missing": null', f'"months": [{months}]']
        self.facts = "{" + ", ".join(members) + "}"

    def leaf(self):
        pick = self.random.random()
        if pick < 0.62:
            return self.random.choice(self.literals)
        if pick < 0.66:
            name = self.random.choice(["sum", "min", "max", "mean", "median", "product"])
            value = AGGREGATES[name](self.values["months"])
            return Node(f"{name}(months)", BINDING["one"], value)
        if pick < 0.69:
            name = "missing" if self.random.random() < 0.4 else "zero"
        else:
            name = self.random.choice([name for name in self.values
                                       if name not in ("missing", "zero", "months")])
        return Node(name, BINDING["one"], self.values[name])

    def number(self, depth):
        if depth == 0 or self.random.random() < 0.12:
            return self.leaf()
        pick = self.random.random()
        less = depth - 1
        if pick < 0.58:
            op = self.random.choice("++--**//")
            made = binary(op, self.number(less), self.number(self.random.randrange(depth)))
        elif pick < 0.65:
            base = self.number(less)
            exponent = self.random.choice([0, 1, 2, 2, 3, 4, -1, -2, -3])
            made = power(base, exponent) if bits(base.value) * abs(exponent) < MOST_BITS else base
        elif pick < 0.71:
            made = negate(self.number(less))
        elif pick < 0.75:
            made = bracket(self.number(less))
        elif pick < 0.83:
            made = self.aggregate(less)
        elif pick < 0.91:
            mode = self.random.choice(MODES)
            optional = mode in ("floor", "ceiling") and self.random.random() < 0.6
            scale = None if optional else self.random.randrange(-3, 8)
            made = rounding(mode, scale, self.number(less))
        elif pick < 0.93:
            made = absolute(self.number(less))
        elif pick < 0.95:
            made = modulo(self.number(less), self.number(self.random.randrange(depth)))
        elif pick < 0.96:
            made = series(self.random.randrange(1, 9), self.number(min(less, 2)))
        else:
            made = choice(self.truth(less), self.number(less), self.number(less))
        return made if bits(made.value) < MOST_BITS else made.parts[0]

    def aggregate(self, depth):
        name = self.random.choice(list(AGGREGATES))
        parts = [self.number(self.random.randrange(depth + 1))
                 for _ in range(self.random.choice([1, 2, 2, 3, 3, 4]))]
        return aggregate(name, self.random.random() < 0.5, *parts)

    def truth(self, depth):
        pick = self.random.random()
        less = max(depth - 1, 0)
        if pick < 0.50 or depth == 0:
            op = self.random.choice(["=", "!=", "<", "<=", ">", ">="])
            left = self.number(less)
            # what is equal must be met as well: the same value in another form
            right = (binary("*", binary("/", left, Node("3", 8, Fraction(3))),
                            Node("3", 8, Fraction(3)))
                     if self.random.random() < 0.15 else self.number(less))
            return comparison(op, left, right)
        if pick < 0.62:
            return between(*(self.number(less) for _ in range(3)))
        if pick < 0.74:
            return within(self.random.choice("[("), self.random.choice("])"),
                          *(self.number(less) for _ in range(3)))
        if pick < 0.84:
            return parity(self.random.choice(["even", "odd"]), self.number(less))
        if pick < 0.96:
            return logic(self.random.choice(["and", "or"]), self.truth(less), self.truth(less))
        return negation(self.truth(less))

    def expression(self):
        depth = self.random.choice([1, 2, 2, 3, 3, 3, 4, 4, 5, 6])
        return self.truth(depth) if self.random.random() < 0.12 else self.number(depth)


def plain_decimal(value):
    return plain(int(value * Fraction(10) ** ends(value)), ends(value))


# ----------------------------------------------------------------------------- comparing


def evaluate(heng, expressions):
    """What heng answers to each (Node, facts)."""
    lines = "".join('{"expression": ' + json.dumps(node.text, ensure_ascii=False)
                    + ', "context": ' + facts + "}\n" for node, facts in expressions)
    done = subprocess.run([heng, "eval", "--jsonl"], input=lines.encode(), capture_output=True,
                          check=False)
    answers = done.stdout.decode().splitlines()
    if len(answers) != len(expressions) or done.returncode != 0:
        raise SystemExit(f"heng gave {len(answers)} answers to {len(expressions)} expressions, "
                         f"status {done.returncode}: {done.stderr.decode()}")
    return [json.loads(line) for line in answers]


def evaluated(heng, maker, count):
    """Batches of expressions with heng's answers; the next is made while heng works on one."""
    with concurrent.futures.ThreadPoolExecutor(1) as worker:
        waiting = None
        for start in range(0, count, CHUNK):
            batch = []
            maker.new_literals()
            for i in range(min(CHUNK, count - start)):
                if i % 20 == 0:
                    maker.new_facts()
                batch.append((maker.expression(), maker.facts))
            if waiting:
                yield waiting[0], waiting[1].result()
            waiting = batch, worker.submit(evaluate, heng, batch)
        if waiting:
            yield waiting[0], waiting[1].result()


def variants(node):
    """Smaller expressions: a part in place of the whole, or the same with a smaller part."""
    yield from node.parts
    if node.make is None:
        yield from (Node(str(n), BINDING["one"], Fraction(n)) for n in (0, 1, 2, 3))
        return
    for i, part in enumerate(node.parts):
        for smaller in variants(part):
            try:
                yield node.make(*node.parts[:i], smaller, *node.parts[i + 1:])
            except TypeError:
                continue  # a truth where a number is due, or the reverse


def shrunk(heng, node, facts):
    """The smallest variant of a variant … that heng and the oracle still differ on."""
    while True:
        seen = {each.text: each for each in variants(node) if len(each.text) < len(node.text)}
        smaller = sorted(seen.values(), key=lambda each: len(each.text))[:2_000]
        for each, given in zip(smaller, evaluate(heng, [(each, facts) for each in smaller])):
            if given != answer(each.value) and given["type"] != "error":
                node = each
                break
        else:
            return node


def show(heng, node, facts):
    given = evaluate(heng, [(node, facts)])[0]
    print(f"  expression: {node.text}\n  context:    {facts}\n"
          f"  due:        {json.dumps(answer(node.value), ensure_ascii=False)}\n"
          f"  heng:       {json.dumps(given, ensure_ascii=False)}")


def check_the_check():
    """The oracle's own numbers, from printed examples; and that a wrong answer is one."""
    third = Fraction(1, 3)
    assert answer(third) == {"type": "number", "value": "0." + "3" * 34, "exact": "1/3"}
    assert answer(Fraction(2, 3))["value"] == "0." + "6" * 33 + "7"
    assert answer(Fraction(10 ** 34 + 5, 100))["value"] == "1" + "0" * 32  # ends, but is longer
    assert answer(Fraction("-0.00250"))["value"] == "-0.0025"
    assert answer(Fraction(1200)) == {"type": "number", "value": "1200"}
    assert answer(True) != answer(Fraction(1)) and answer(None) != answer(Fraction(0))
    assert [rounded(mode, Fraction("-2.5"), 0) for mode in MODES] == [-3, -2, -3, -2, -3, -2, -2,
                                                                      -2]
    assert rounded("round half even", Fraction("13.035"), 2) == Fraction("13.04")
    assert modulo(Node("", 8, Fraction(-10)), Node("", 8, Fraction(3))).value == 2


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("heng")
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=20240101)
    options = options.parse_args()
    check_the_check()
    gc.disable()  # expressions are trees, and collecting them takes a third of the time
    maker = Maker(options.seed)
    kinds = collections.Counter()
    differences = 0
    for batch, answers in evaluated(options.heng, maker, options.count):
        for (node, facts), given in zip(batch, answers):
            due = answer(node.value)
            kinds[due["type"] + (" that does not end" if "exact" in due else "")] += 1
            if given == due:
                continue
            differences += 1
            if differences == 1:
                print(f"heng differs from Python's fractions (seed {options.seed}):")
                show(options.heng, node, facts)
                print("and smaller:")
                show(options.heng, shrunk(options.heng, node, facts), facts)
    print(f"{sum(kinds.values())} expressions, {differences} differences:",
          ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()))
    if kinds["null"] * 3 > options.count:
        raise SystemExit("more than a third of the expressions are null: they test little")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
