# SPDX-License-Identifier: Apache-2.0
"""Rules and rounding on fractions, from INTERFACES' table and the rules' own headers."""
from fractions import Fraction
from math import ceil, floor

from feel import decimal


def rounded(value, places, mode):
    """Rounded once; ties and directions as the mode says, on magnitudes."""
    unit = 10 ** places
    scaled = abs(value) * unit
    whole = floor(scaled)
    rest = scaled - whole
    half = Fraction(1, 2)
    away = {
        "half-up": rest >= half,
        "half-down": rest > half,
        "half-even": rest > half or (rest == half and whole % 2 == 1),
        "up": rest > 0,
        "down": False,
        "ceiling": rest > 0 and value > 0,
        "floor": rest > 0 and value < 0,
    }[mode]
    magnitude = Fraction(whole + away, unit)
    return -magnitude if value < 0 else magnitude


def shown(value, places):
    """A score's text: with so many places where it fits, else the shortest, or p/q."""
    text = decimal(value)
    if text is None:
        return f"{value.numerator}/{value.denominator}"
    if places is None:
        return text
    own = len(text.partition(".")[2])
    if own > places:
        return text
    return text if places == 0 else text + ("." if own == 0 else "") + "0" * (places - own)


def proportional(points, measure, cap, pass_mark):
    if pass_mark is not None and measure < pass_mark:
        return Fraction(0)
    return points * max(Fraction(0), min(measure, cap)) / cap


def interval_holds(interval, x):
    low, low_closed, high, high_closed = interval
    if low is not None and not (x >= low if low_closed else x > low):
        return False
    return high is None or (x <= high if high_closed else x < high)


def bands(table, measure):
    """The score of the first that holds, or its range; None where there is a gap."""
    return next((score for interval, score in table if interval_holds(interval, measure)), None)


def within(least_and_most, given):
    """What a person gives in a band; None where it is not of the band, or nothing is given."""
    least, most = least_and_most
    return given if given is not None and least <= given <= most else None


def interpolate(knots, measure):
    if measure <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in zip(knots, knots[1:]):
        if measure <= x1:
            return y0 + (y1 - y0) * (measure - x0) / (x1 - x0)
    return knots[-1][1]


def step(points, measure, norm, side, every, deduct, part, least=Fraction(0)):
    excess = measure - norm if side == "above" else norm - measure
    if excess <= 0:
        return points
    steps = excess / every
    steps = floor(steps) if part == "whole" else ceil(steps) if part == "started" else steps
    return max(least, points - steps * deduct)


def steps(points, base, measure, norm, above, below, least, most, floor_score=Fraction(0)):
    """`points`: the most that can be scored. A side: (every, points, adds, part, at most), whose last
    may be None; or None."""
    if (least is not None and measure < least) or (most is not None and measure > most):
        return Fraction(0)
    side = above if measure > norm else below if measure < norm else None
    if side is None:
        return base
    every, worth, adds, part, at_most = side
    count = abs(measure - norm) / every
    count = floor(count) if part == "whole" else ceil(count) if part == "started" else count
    change = count * worth if at_most is None else min(count * worth, at_most)
    return max(floor_score, min(points, base + change if adds else base - change))


def tally(measure, each, most):
    return max(Fraction(0), min(measure * each, most))


def occurrences(points, each, none_from, least=Fraction(0)):
    """`each`: (count, deduct, at most or None)."""
    lost = sum(min(count * deduct, most) if most is not None else count * deduct
               for count, deduct, most in each)
    left = max(least, points - lost)
    if none_from is not None and sum(count for count, _, _ in each) >= none_from:
        return min(Fraction(0), left)
    return left


def formula(value, low, cap):
    return max(low, min(value, cap))


LEVELS = {
    "80-60": {"met": (Fraction(8, 10), True, Fraction(1), True),
              "partly": (Fraction(6, 10), True, Fraction(8, 10), False),
              "not": (Fraction(0), True, Fraction(6, 10), False)},
    "80-50": {"met": (Fraction(8, 10), True, Fraction(1), True),
              "partly": (Fraction(5, 10), True, Fraction(8, 10), False),
              "not": (Fraction(0), True, Fraction(5, 10), False)},
}


def divisor_of(row):
    """What the completion of a missed target is divided by."""
    return row["actual"] if row["direction"] == "<=" else row["target"]


def is_met(row):
    if row["direction"] == "level":
        return row["level"] == "met"
    if row["direction"] == "<=":  # a day, too
        return row["actual"] <= row["target"]
    return row["actual"] >= row["target"]


def completion(row):
    """How far a target row was met, from 0 to 1; not of one by date."""
    direction = row["direction"]
    if direction == "level":
        return row.get("rate", Fraction(1 if row["level"] == "met" else 0))
    if is_met(row):
        return Fraction(1)
    whole = divisor_of(row)
    part = row["target"] if direction == "<=" else row["actual"]
    return max(Fraction(0), part / whole) if whole > 0 else Fraction(0)


def row_earns(points, row):
    """By the rule of the row itself: `rule` is (kind, least, deduct, part)."""
    kind, least, deduct, part = row.get("rule", ("ratio", None, None, None))
    if kind == "all":
        return points if is_met(row) else Fraction(0)
    if kind == "date":
        late = row["actual"] - row["target"]
        if late <= 0:
            return points
        return max(Fraction(0), points - late * deduct) if deduct is not None else Fraction(0)
    rate = completion(row)
    if kind == "pass":
        return points if is_met(row) else Fraction(0) if rate < least else points * rate
    if kind == "per_point":
        if is_met(row):
            return points
        if divisor_of(row) <= 0:
            return Fraction(0)
        lacks = (1 - rate) * 100
        lacks = floor(lacks) if part == "whole" else ceil(lacks) if part == "started" else lacks
        return max(Fraction(0), points - lacks * deduct)
    return points * rate


def far_loss(points, row, far_above):
    """`far_above`: (from, side, what it takes, how much). None: it was not passed by far."""
    start, side, takes, amount = far_above
    kind = row.get("rule", ("ratio",))[0]
    if row["direction"] != side or kind == "date" or row["target"] <= 0:
        return None
    if side == "<=" and row["actual"] <= 0:
        return amount if takes == "deduct" else points * (1 if takes == "proportional" else amount)
    times = row["target"] / row["actual"] if side == "<=" else row["actual"] / row["target"]
    if times < start:
        return None
    return {"deduct": amount, "share": points * (amount or 0),
            "proportional": points * (times - start)}[takes]


def target_row(points, row, far_above):
    earned = row_earns(points, row)
    loss = far_loss(points, row, far_above) if far_above else None
    if loss is not None:
        earned = max(Fraction(0), earned - loss)
    if row.get("cap") is not None:
        earned = min(earned, row["cap"])
    if row.get("floor") is not None:
        earned = max(earned, row["floor"])
    return earned
