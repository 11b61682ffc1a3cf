# SPDX-License-Identifier: Apache-2.0
"""Expressions as trees: printed as FEEL, and evaluated here with fractions.

A value is a Fraction, a bool, a str, a list of records, or a Null with its cause. Evaluation follows
DMN's three-valued logic: null goes through arithmetic and comparisons; `and` and `or` decide where
one side is enough, and read the second side only where the first does not decide.
"""
from fractions import Fraction


class Null:
    """null, and why: "zero" (a division by zero), "missing" (an absent fact),
    "optional" (one that may be absent), or "other"."""

    def __init__(self, cause="other"):
        self.cause = cause


class Missing(Exception):
    """A fact that is absent and not optional was read."""


class Facts:
    """Values by path; what is absent is not in it."""

    def __init__(self, values, optional):
        self.values = values
        self.optional = optional
        self.missing = False

    def read(self, path):
        if path in self.values:
            return self.values[path]
        if path in self.optional:
            default = self.optional[path]
            return Null("optional") if default is None else default
        self.missing = True
        return Null("missing")


class Expression:
    def __init__(self, text, evaluate):
        self.text = text
        self.evaluate = evaluate

    def __call__(self, facts):
        return self.evaluate(facts)


def plain(number):
    """A decimal as FEEL writes it; a fraction that does not end as a quotient."""
    text = decimal(number)
    if text is None:
        return f"({number.numerator} / {number.denominator})"
    return text if number >= 0 else f"({text})"


def decimal(number):
    """The shortest decimal, or None where it does not end."""
    den = number.denominator
    twos = fives = 0
    while den % 2 == 0:
        den //= 2
        twos += 1
    while den % 5 == 0:
        den //= 5
        fives += 1
    if den != 1:
        return None
    places = max(twos, fives)
    units = abs(number.numerator) * 10 ** places // number.denominator
    digits = str(units).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (digits if places == 0 else digits[:-places] + "." + digits[-places:])


def constant(number):
    number = Fraction(number)
    return Expression(plain(number), lambda facts: number)


def fact(path):
    return Expression(path, lambda facts: facts.read(path))


def is_null(value):
    return isinstance(value, Null)


def first_null(*values):
    return next((value for value in values if is_null(value)), None)


def null_of_two(left, right):
    """The first that says more than that an optional fact is absent; else the first."""
    nulls = [value for value in (left, right) if is_null(value)]
    return first_null(*(null for null in nulls if null.cause != "optional"), *nulls)


def arithmetic(sign, a, b):
    def evaluate(facts):
        left, right = a(facts), b(facts)
        null = null_of_two(left, right)
        if null is not None:
            return null
        if sign == "+":
            return left + right
        if sign == "-":
            return left - right
        if sign == "*":
            return left * right
        return left / right if right != 0 else Null("zero")

    return Expression(f"({a.text} {sign} {b.text})", evaluate)


COMPARE = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def comparison(sign, a, b):
    def evaluate(facts):
        left, right = a(facts), b(facts)
        if is_null(left) or is_null(right):
            if sign == "=":
                return is_null(left) and is_null(right)
            if sign == "!=":
                return not (is_null(left) and is_null(right))
            return null_of_two(left, right)
        return COMPARE[sign](left, right)

    return Expression(f"({a.text} {sign} {b.text})", evaluate)


def between(a, low, high):
    return Expression(
        f"({a.text} between {low.text} and {high.text})",
        lambda facts: both(comparison(">=", a, low), comparison("<=", a, high), read_all=True)(facts))


def both(a, b, read_all=False):
    def evaluate(facts):
        left = a(facts)
        if left is False and not read_all:
            return False
        right = b(facts)
        if left is False or right is False:
            return False
        return null_of_two(left, right) or True

    return Expression(f"({a.text} and {b.text})", evaluate)


def either(a, b):
    def evaluate(facts):
        left = a(facts)
        if left is True:
            return True
        right = b(facts)
        if right is True:
            return True
        return null_of_two(left, right) or False

    return Expression(f"({a.text} or {b.text})", evaluate)


def negation(a):
    def evaluate(facts):
        value = a(facts)
        return value if is_null(value) else not value

    return Expression(f"not({a.text})", evaluate)


def condition(when, a, b):
    return Expression(f"(if {when.text} then {a.text} else {b.text})",
                      lambda facts: a(facts) if when(facts) is True else b(facts))


def aggregate(name, items):
    function = {"min": min, "max": max, "sum": sum}[name]

    def evaluate(facts):
        values = [item(facts) for item in items]
        null = first_null(*values)
        return null if null is not None else function(values)

    return Expression(f"{name}({', '.join(item.text for item in items)})", evaluate)


def absolute(a):
    def evaluate(facts):
        value = a(facts)
        return value if is_null(value) else abs(value)

    return Expression(f"abs({a.text})", evaluate)


def counted(path, field, sign, limit):
    """How many records of a list have a field on that side of a limit."""
    def evaluate(facts):
        records = facts.read(path)
        if is_null(records):
            return records
        return Fraction(sum(COMPARE[sign](record[field], limit) for record in records))

    return Expression(f"count({path}[{field} {sign} {plain(limit)}])", evaluate)


def summed(path, field):
    """The sum of a field of a list's records; null where there is none."""
    def evaluate(facts):
        records = facts.read(path)
        if is_null(records):
            return records
        return sum(record[field] for record in records) if records else Null()

    return Expression(f"sum({path}.{field})", evaluate)
