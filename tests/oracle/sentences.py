# SPDX-License-Identifier: Apache-2.0
"""Whether what a sentence says of its numbers is true of them as they are printed.

    wrong = untrue(item)     # of a sheet/1: "15 × 0.5 = 8", or None

Products, steps and counts that are deducted, bands, percentages beside a number, and what the score
was rounded or adjusted to. A number behind ≈ is near; every other is what it says.
"""
import re
from fractions import Fraction

NUMBER = r"(≈?)(-?\d+(?:\.\d+)?|-?\d+/\d+)"
POINTS = r"(?: 分| points?)?"


def number(text):
    return Fraction(text)


def near(a, b):
    return abs(a - b) <= Fraction(1, 100) + abs(b) / 50


def holds(exact, a, b):
    return a == b if exact else near(a, b)


def products(why):
    for a, x, b, y, sign, c, z in re.findall(
            NUMBER + POINTS + r" × " + NUMBER + r" ([=≈]) " + NUMBER, why):
        exact = sign == "=" and not (a or b or c)
        if sign == "=" and (a or b or c):
            yield f"{x} × {y} = {z} although one of them is near"
        if not holds(exact, number(x) * number(y), number(z)):
            yield f"{x} × {y} {sign} {z}"


def steps(why, points):
    """points − steps × deduct = score"""
    for pattern in (r"计 " + NUMBER + r" 个幅度（每 [^）]*(?:（[^）]*）)?）?，每个扣 " + NUMBER
                    + r" 分，(.*?)得 " + NUMBER + " 分",
                    r"by " + NUMBER + r" steps of .*?, " + NUMBER + r" points each(.*?): " + NUMBER
                    + " points"):
        for a, n, b, deduct, between, c, score in re.findall(pattern, why):
            left = points - number(n) * number(deduct)
            floor = "扣完" in between or "more than" in between
            if floor != (left < 0) and not (a and near(left, 0)):
                yield f"{n} steps of {deduct} off {points}: {score}"
            if not floor and not holds(not (a or b or c), left, number(score)):
                yield f"{points} − {n} × {deduct} = {score}"


def counts(why):
    for pattern in (NUMBER + r" 次，每次扣 " + NUMBER + r" 分，(最多扣.*?)?应扣 " + NUMBER + " 分",
                    r": " + NUMBER + r" at " + NUMBER
                    + r" points each(, and no more than [^,]*)?, −" + NUMBER):
        for a, n, b, each, bounded, c, lost in re.findall(pattern, why):
            all_of_it = number(n) * number(each)
            if bounded and all_of_it <= number(lost):
                yield f"{n} × {each} is not bounded by {lost}"
            if not bounded and not holds(not (a or b or c), all_of_it, number(lost)):
                yield f"{n} × {each} = {lost}"


def bands(why):
    found = re.search(NUMBER + r"(%?)(?:（.*?）| \(.*?\))?(?:，属于“| is in the band )(.*?)(?:”一档|: )",
                      why)
    if not found or found.group(4) in ("其余", "all the rest"):
        return
    value = number(found.group(2)) / (100 if found.group(3) else 1)
    band = found.group(4)
    simple = re.fullmatch(r"(>=|<=|>|<|=) (\S+)", band)
    if simple:
        edge = number(simple.group(2))
        inside = {">=": value >= edge, "<=": value <= edge, ">": value > edge, "<": value < edge,
                  "=": value == edge}[simple.group(1)]
    else:
        low_sign, low, high, high_sign = re.fullmatch(r"([\[(])(.*?)\.\.(.*?)([\])])", band).groups()
        low, high = number(low), number(high)
        inside = ((value >= low if low_sign == "[" else value > low)
                  and (value <= high if high_sign == "]" else value < high))
    if not inside:
        yield f"{value} in {band}"


def percentages(why):
    for a, value, b, percent in re.findall(NUMBER + r"(?:（| \()(≈?)(-?\d+(?:\.\d+)?)%[）)]", why):
        exact = not (a or b)
        if not (number(percent) == number(value) * 100 if exact
                else abs(number(percent) - number(value) * 100) <= Fraction(1, 100)
                + abs(number(value)) / 1000):
            yield f"{value} is {percent}%"


def last_score(why, score):
    found = re.search(r"(?:取整为 |, rounded to )" + NUMBER + r"(?: 分)?$", why)
    if found and not holds(not found.group(1), number(found.group(2)), score):
        yield f"rounded to {found.group(2)}, and the score is {score}"


def untrue(item):
    why, score = item["why"] or "", Fraction(item["score"])
    points = Fraction(item["points"])
    wrong = [*products(why), *steps(why, points), *counts(why), *bands(why), *percentages(why),
             *last_score(why, score)]
    return f"{item['id']}: {wrong[0]} in: {why}" if wrong else None
