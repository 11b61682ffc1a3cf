#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""heng monitor against Python's fractions: random progress and policies, computed twice.

    monitor_fractions.py HENG --count 200 --seed 20240101

Every project's progress, sequential progress, level, warnings and clearing amounts, and the whole's
average execution rate, are worked out here from the definitions in include/heng/monitor/policy.hpp
and compared exactly. Then each warning's amount is spent or reached, and the warning must be gone;
a ten-thousandth less must leave it.
"""
import argparse
import datetime
import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction as F
from pathlib import Path


def exact(value):
    """As heng writes a number: a decimal where it ends, else p/q."""
    den = value.denominator
    for prime in (2, 5):
        while den % prime == 0:
            den //= prime
    if den != 1:
        return f"{value.numerator}/{value.denominator}"
    scale = 0
    while (value * 10**scale).denominator != 1:
        scale += 1
    digits = str(abs(value.numerator) * 10**scale // value.denominator).rjust(scale + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits[:-scale] + "." + digits[-scale:] if scale else digits)


def share(rng, low=0, high=100):
    return F(rng.randint(low * 10, high * 10), 1000)


def made(rng):
    """A progress and a policy document, and what they hold."""
    year = rng.choice([1900, 2000, 2023, 2024])
    first = datetime.date(year, 1, 1)
    days = (datetime.date(year + 1, 1, 1) - first).days
    as_of = first + datetime.timedelta(rng.randrange(days))
    projects = []
    for number in range(rng.randint(1, 4)):
        entries = []
        for _ in range(rng.randint(0, 8)):
            day = first + datetime.timedelta(rng.randrange(days))
            entries.append((day, F(rng.randint(0, 100000), 100), share(rng)))
        projects.append({"id": f"p{number}", "budget": F(rng.choice([0, 1, 3, 700, 1000])),
                         "watched": rng.random() < 0.3, "entries": entries})
    steps = sorted(rng.sample(range(1, 12), rng.randint(0, 4)))
    rates = sorted(share(rng) for _ in steps)
    policy = {"spending": list(zip(steps, rates)), "behind": maybe(rng), "goals_behind": maybe(rng),
              "gap": maybe(rng), "near": maybe(rng), "watched_gap": maybe(rng)}
    return year, days, as_of, projects, policy


def maybe(rng):
    return share(rng, 0, 30) if rng.random() < 0.6 else None


def percent(value):
    return exact(value * 100) + "%"


def documents(year, as_of, projects, policy):
    progress = {"heng": "progress/1", "subject": {"name": "A", "year": year}, "unit": "元",
                "as_of": as_of.isoformat(), "projects": []}
    for each in projects:
        progress["projects"].append({
            "id": each["id"], "name": each["id"], "budget": exact(each["budget"]),
            "watched": each["watched"],
            "entries": [{"date": day.isoformat(), "spent": exact(spent),
                         "goal_progress": exact(goal)} for day, spent, goal in each["entries"]]})
    rules = {"spending": [{"by": f"{month:02}-28", "at_least": percent(rate)}
                          for month, rate in policy["spending"]], "behind": {}, "watched": {}}
    for key, where, name in (("behind", rules["behind"], "spending"),
                             ("goals_behind", rules["behind"], "goals"), ("gap", rules, "gap"),
                             ("near", rules, "near"), ("watched_gap", rules["watched"], "gap")):
        if policy[key] is not None:
            where[name] = percent(policy[key])
    return progress, {"heng": "policy/1", "id": "r", "title": "R", "basis": "local",
                      "source": "random", "language": "en", "monitoring": rules}


def level(progress, due, near):
    if progress < due:
        return "red"
    return "yellow" if near is not None and progress < due + near and progress < 1 else "green"


def last(entries, day):
    by_day = {}
    for entry in entries:
        by_day[entry[0]] = entry
    known = [each for each in sorted(by_day) if each <= day]
    return by_day[known[-1]] if known else None


def expected(year, days, as_of, projects, policy):
    first = datetime.date(year, 1, 1)
    over = F((as_of - first).days + 1, days)
    result = []
    for each in projects:
        entry = last(each["entries"], as_of)
        spent = entry[1] / each["budget"] if entry and each["budget"] else None
        goals = entry[2] if entry else None
        near = policy["near"]
        warnings = []
        due = F(0)
        for month, rate in policy["spending"]:
            if datetime.date(year, month, 28) <= as_of:
                due = rate
        if policy["behind"] is not None:
            due = max(due, over - policy["behind"])
        for kind, value, asked in (("spending", spent, due),
                                   ("goals", goals, F(0) if policy["goals_behind"] is None
                                    else over - policy["goals_behind"])):
            if value is None or asked <= 0:
                continue
            found = level(value, asked, near)
            if found != "green":
                more = min(asked + near, F(1)) - value if near is not None else asked - value
                warnings.append((kind, found, more * (each["budget"] if kind == "spending" else 1)))
        gap = policy["watched_gap"] if each["watched"] and policy["watched_gap"] is not None \
            else policy["gap"]
        if gap is not None and spent is not None and goals is not None:
            apart = abs(goals - spent)
            clear = gap if near is None else max(F(0), gap - near)
            found = "red" if apart > gap else "yellow" if apart > clear else "green"
            if found != "green":
                more = apart - clear
                amount = more * each["budget"] if goals > spent else \
                    more if goals + more <= 1 else None
                warnings.append(("gap", found, amount))
        result.append((spent, goals, warnings))
    quarters = [datetime.date(year, month, day) for month, day in ((3, 31), (6, 30), (9, 30),
                                                                   (12, 31))]
    rates = []
    budget = sum(each["budget"] for each in projects)
    for day in quarters:
        if day <= as_of:
            known = [last(each["entries"], day) for each in projects]
            sequential = F((day - first).days + 1, days)
            rates.append(None if not budget or None in known else
                         sum(entry[1] for entry in known) / budget / sequential)
    mean = sum(rates) / len(rates) if rates and None not in rates else None
    return over, result, mean


def monitored(heng, folder, progress, policy):
    Path(folder, "progress.json").write_text(json.dumps(progress), encoding="utf-8")
    Path(folder, "policy.json").write_text(json.dumps(policy), encoding="utf-8")
    run = subprocess.run([heng, "monitor", "--policy", f"{folder}/policy.json", "-f", "json",
                          f"{folder}/progress.json"], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"heng failed: {run.stderr.decode()}")
    return json.loads(run.stdout)


def check(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: heng says {found}, fractions say {wanted}")


def compare(report, over, result, mean):
    check("sequential", report["whole"]["sequential"], exact(over))
    check("mean", report["whole"]["execution"].get("mean"), None if mean is None else exact(mean))
    for project, (spent, goals, warnings) in zip(report["projects"], result):
        check("spending", project.get("spending"), None if spent is None else exact(spent))
        check("goals", project.get("goals"), None if goals is None else exact(goals))
        found = [(each["kind"], each["level"], each.get("money", each.get("goal_share")))
                 for each in project["warnings"]]
        check("warnings", found, [(kind, level_, None if amount is None else exact(amount))
                                  for kind, level_, amount in warnings])


def cleared(heng, folder, case, index, warning):
    """With the amount of a warning it is gone; with a ten-thousandth of it less it is not."""
    year, _, as_of, projects, policy = case
    for part, gone in ((F(1), True), (F(9999, 10000), False)):
        changed = [dict(each) for each in projects]
        entry = last(changed[index]["entries"], as_of)
        spent, goals = entry[1], entry[2]
        if warning.get("money") is not None:
            spent += F(warning["money"]) * part
        else:
            goals += F(warning["goal_share"]) * part
        if len(exact(spent)) > 60 or "/" in exact(spent) or "/" in exact(goals):
            return False  # an amount that no decimal says
        changed[index]["entries"] = changed[index]["entries"] + [(as_of, spent, goals)]
        report = monitored(heng, folder, *documents(year, as_of, changed, policy))
        kinds = [each["kind"] for each in report["projects"][index]["warnings"]]
        check(f"{warning['kind']} cleared", warning["kind"] not in kinds, gone)
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("heng")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20240101)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    warnings = clearings = 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.count):
            case = made(rng)
            year, days, as_of, projects, policy = case
            report = monitored(options.heng, folder, *documents(year, as_of, projects, policy))
            compare(report, *expected(year, days, as_of, projects, policy))
            for index, project in enumerate(report["projects"]):
                for warning in project["warnings"]:
                    warnings += 1
                    if "money" in warning or "goal_share" in warning:
                        clearings += cleared(options.heng, folder, case, index, warning)
    if warnings < options.count // 4 or clearings < options.count // 8:
        sys.exit(f"too little was tried: {warnings} warnings, {clearings} cleared")
    print(f"{options.count} documents, {warnings} warnings, {clearings} cleared and not cleared")


if __name__ == "__main__":
    main()
