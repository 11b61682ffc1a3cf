# SPDX-License-Identifier: Apache-2.0
"""Whether what a sentence says of its numbers is true of them as they are printed.

    wrong = untrue(item)     # of a sheet/1: "15 × 0.5 = 8", or None

Products, steps and counts that are deducted, bands, percentages beside a number, and what the score
was rounded or adjusted to. A number behind ≈ is near; every other is what it says.
"""
import re
from fractions import Fraction

NUMBER = r"(≈?)(-?\d+(?:\.\d+)?%?|-?\d+/\d+)"
POINTS = r"(?: ?分| points?)?"


def number(text):
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


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


def named(name):
    return rf"(?P<{name}>≈?-?\d+(?:\.\d+)?%?(?:/\d+)?)"


POINT = r"(?:个百分点| percentage points?)?"
STEPS = (r"）" + named("excess") + POINT + "，每[超低]" + named("every") + POINT + "扣"
         + named("deduct") + r"分(?P<part>，不足[^，]*)?，(?:共扣" + named("lost")
         + "分|[^，]*分扣完为止)，得" + named("score") + "分",
         named("excess") + POINT + " (?:above|below) the norm of [^;]*; each " + named("every")
         + POINT + " costs " + named("deduct")
         + " points(?P<part>, whole steps only|, a step begun counts whole)?, (?:"
         + named("lost") + " together|more than the [^:]*): " + named("score") + " points?")


def steps(why, points):
    """points − steps × deduct = score, where the steps are how far the measure is from the norm."""
    for pattern in STEPS:
        for found in re.finditer(pattern, why):
            exact = "≈" not in found.group(0)
            excess, every, deduct, score = (number(found[name].lstrip("≈"))
                                            for name in ("excess", "every", "deduct", "score"))
            taken = excess / every
            if found["part"]:
                begun = "计" in found["part"] or "begun" in found["part"]
                taken = -(-taken // 1) if begun else taken // 1
            taken *= deduct
            if found["lost"] is None:
                if exact and taken <= points:
                    yield f"{excess} at {deduct} for each {every} does not use up {points}"
                continue
            lost = number(found["lost"].lstrip("≈"))
            if exact and taken != lost or not holds(exact, points - lost, score):
                yield f"{excess} at {deduct} for each {every}: {lost} off {points} leaves {score}"


def counts(why):
    for pattern in (NUMBER + r"次，每次扣" + NUMBER + r"分，(最多扣.*?)?应扣" + NUMBER + "分",
                    r": " + NUMBER + r" at " + NUMBER
                    + r" points? each(, and no more than [^,]*)?, −" + NUMBER):
        for a, n, b, each, bounded, c, lost in re.findall(pattern, why):
            all_of_it = number(n) * number(each)
            if bounded and all_of_it <= number(lost):
                yield f"{n} × {each} is not bounded by {lost}"
            if not bounded and not holds(not (a or b or c), all_of_it, number(lost)):
                yield f"{n} × {each} = {lost}"


BANDS = {
    r"不低于{n}|at least {n}": lambda x, a: x >= a, r"高于{n}|above {n}": lambda x, a: x > a,
    r"不高于{n}|at most {n}": lambda x, a: x <= a, r"低于{n}|below {n}": lambda x, a: x < a,
    r"在{n}（含）～{n}（含）之间|from {n} to {n}": lambda x, a, b: a <= x <= b,
    r"在{n}（含）～{n}之间|from {n} to below {n}": lambda x, a, b: a <= x < b,
    r"在{n}～{n}（含）之间|above {n} and at most {n}": lambda x, a, b: a < x <= b,
    r"在{n}～{n}之间（不含两端）|above {n} and below {n}": lambda x, a, b: a < x < b,
}


def bands(why):
    found = re.search(r"(?:为| is )" + NUMBER + r"(?:，|, )([^，:]*?)(?:，计|，该档|, which is worth|: )", why)
    if not found:
        return
    value = number(found.group(2))
    for pattern, inside in BANDS.items():
        ends = re.fullmatch(pattern.replace("{n}", r"(-?\d+(?:\.\d+)?%?|-?\d+/\d+)"),
                            found.group(3))
        if ends and not inside(value, *(number(end) for end in ends.groups() if end)):
            yield f"{found.group(2)} in {found.group(3)}"


def ranges(why):
    for found in re.finditer("该档" + NUMBER + "至" + NUMBER + "分，评定" + NUMBER + "分：|worth " + NUMBER
                             + " to " + NUMBER + " points: assessed at " + NUMBER + ":", why):
        least, most, given = (number(each) for each in found.groups()[1::2] if each)
        if not least <= given <= most:
            yield f"{given} in {least} to {most}"


def last_score(why, score):
    found = re.search(r"(?:取整为|, rounded to )" + NUMBER + r"分?$", why)
    if found and not holds(not found.group(1), number(found.group(2)), score):
        yield f"rounded to {found.group(2)}, and the score is {score}"


def untrue(item):
    why, score = item["why"] or "", Fraction(item["score"])
    points = Fraction(item["points"])
    wrong = [*products(why), *steps(why, points), *counts(why), *bands(why), *ranges(why),
             *last_score(why, score)]
    return f"{item['id']}: {wrong[0]} in: {why}" if wrong else None
