#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every declared limit through the command: what is just inside is taken, one more is refused.

    limits.py HENG

One line a limit: a maker of inputs, the greatest that is taken, and words of the refusal. A limit
that answers with null or with a shorter list, and no refusal, gives those instead. Exit status 1
where one does not hold. Standard library only.
"""
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

NUMBER = {"type": "number"}
ROWS = {"type": "list", "of": {"a": NUMBER}}


class Limit(NamedTuple):
    name: str
    make: object  # of a size: the arguments; a pair is a file of that name and text
    most: int
    refusal: str  # in what is printed of one more, and not of `most`
    more: int = 1


def rubric(inputs=None, measure="x", **more):
    document = {"heng": "rubric/1", "id": "r", "title": "r", "points": "10",
                "inputs": inputs or {"x": NUMBER},
                "indicators": [{"id": "i", "name": "i", "points": "10", "measure": measure,
                                "rule": {"kind": "proportional"}}]}
    return json.dumps({**document, **more})


def scored(text, data, *more):
    document = data if isinstance(data, str) else json.dumps({"heng": "facts/1", "data": data})
    return ["score", *more, "-r", ("r.json", text), ("f.json", document)]


def lint(text):
    return ["lint", ("r.json", text)]


def padded(size):
    text = '{"heng":"facts/1","data":{"x":1}}'
    return scored(rubric(), text + " " * (size - len(text)))


def nested_facts(size):
    return scored(rubric(), '{"heng":"facts/1","data":{"x":1,"y":' + "[" * (size - 2) +
                  "]" * (size - 2) + "}}")


def rows(size):
    return scored(rubric({"xs": ROWS}, "count(xs)"), {"xs": [{"a": 1}] * size})


def evaluated(text):
    return ["eval", "--", text]


def chain(size):
    """Named values that refer to one another: size of them, one after another."""
    return lint(rubric(measure="v0", values={
        **{f"v{i}": f"v{i + 1}" for i in range(size - 1)}, f"v{size - 1}": "x"}))


def trees(size):
    """Chained values, each of a deep tree: so deep in all."""
    each = 200  # of the tree of one value
    whole = size // each
    def sums(name, depth):
        return " + ".join([name] + ["1"] * (depth - 1))
    values = {f"v{i}": sums(f"v{i + 1}", each) for i in range(whole)}
    values[f"v{whole}"] = sums("x", size - whole * each)
    return lint(rubric(measure="v0", values=values))


def rounding(scale=2, at="total"):
    return lint(rubric(rounding={"scale": scale, "mode": "half-up", "at": [at]}))


def accepted(size):
    return lint(rubric(accept=[{"finding": "rounding-idle", "reason": "r"}] * size))


def plan(**more):
    return ["plan", "check", ("p.json", json.dumps(
        {"heng": "plan/1", "id": "p", "title": "t", "subject": {"name": "n", "year": 2024},
         "source": "s", "unit": "元", "budget": "1", **more}))]


def plan_level(level):
    return plan(indicators=[{"id": "i", "name": "i", "level": level, "category": "数量"}])


def declared(count):
    return plan(declared=[{"level": 1, "indicators": count}])


def decide(rules=1, stale=30):
    policy = {"heng": "policy/1", "id": "y", "title": "t", "basis": "local", "source": "s",
              "language": "en", "monitoring": {"stale_after": stale},
              "decisions": [{"id": f"d{i}", "when": f"score = {i}", "decision": "stop",
                             "label": "s", "priority": i + 1} for i in range(rules)]}
    progress = {"heng": "progress/1", "unit": "元", "subject": {"name": "n", "year": 2024},
                "as_of": "2024-06-30", "projects": [
                    {"id": "p", "name": "n", "budget": "1",
                     "entries": [{"date": "2024-06-30", "spent": "0"}]}]}
    scores = {"heng": "scores/1", "scores": [{"project": "p", "score": "90"}]}
    return ["decide", "--policy", ("y.json", json.dumps(policy)), "--scores",
            ("s.json", json.dumps(scores)), "--progress", ("g.json", json.dumps(progress))]


def tested(facts):
    return ["test", ("t.json", json.dumps(
        {"heng": "tests/1", "rubric": "r.json", "tests": [{"name": "t", "facts": facts,
                                                           "expect": {"total": "10"}}]})),
            ("r.json", rubric())]


def unknown(size):
    inputs = {f"x{i}": NUMBER for i in range(size)}
    leaves = [{"id": f"i{i}", "name": "i", "points": "1", "measure": f"x{i}",
               "rule": {"kind": "proportional"}} for i in range(size)]
    return scored(rubric(inputs, points=str(size), indicators=leaves), {}, "--partial")


def report(size):
    text = "{{#scores}}" * size + "{{/scores}}" * size
    return ["report", "-r", ("r.json", rubric()), "--template", ("t.md", text),
            ("f.json", '{"heng":"facts/1","data":{"x":1}}')]


def indicators(size):
    """In branches: a list has no more than 100,000 elements."""
    half = size // 2
    branches = [{"id": f"b{k}", "name": "b", "points": str(count), "indicators": [
        {"id": f"b{k}.{i}", "name": "i", "points": "1",
         "rule": {"kind": "condition", "when": "x > 1"}} for i in range(count)]}
        for k, count in enumerate((half, size - half - 2))]
    return scored(rubric(points=str(size - 2), indicators=branches), {"x": 1})


def of_lists(size, lists, of, row):
    inputs = {f"t{k}": {"type": "list", "of": of} for k in range(lists)}
    each = size // lists
    return scored(rubric(inputs, measure=" + ".join(f"count(t{k})" for k in range(lists))), {
        f"t{k}": [row] * (each + (size - each * lists if k == 0 else 0)) for k in range(lists)})


def items(size):
    """Of a sheet: each indicator scores the same 1,000 targets."""
    rows = {"t": [{"name": "n", "direction": ">=", "target": 1, "actual": 1}] * 1_000}
    count, rest = divmod(size, 1_001)
    leaves = [{"id": f"i{k}", "name": "i", "points": "1", "rule": {
        "kind": "targets", "rows": "t", "weights": "equal"}} for k in range(count)]
    leaves += [{"id": f"x{k}", "name": "i", "points": "1", "rule": {
        "kind": "condition", "when": "count(t) > 1"}} for k in range(rest)]
    return scored(rubric({"t": {"type": "list", "of": "target"}}, points=str(count + rest),
                         indicators=leaves), rows)


def threads(size):
    return ["batch", "-j", str(size), "-r", ("r.json", rubric()),
            ("f.jsonl", '{"heng":"facts/1","data":{"x":1}}')]


def line(size):
    text = '{"heng":"facts/1","data":{"x":1}}'
    return ["batch", "-r", ("r.json", rubric()),
            ("f.jsonl", text + " " * (size - len(text)) + "\n" + text)]


def reconciled(data, formulas):
    claims = [{"id": f"c{i}", "text": "t", "formula": formula, "printed": "1", "source": "s"}
              for i, formula in enumerate(formulas)]
    return ["reconcile", ("c.json", json.dumps({"heng": "claims/1", "source": "s",
                                                "claims": claims})),
            ("f.json", json.dumps({"heng": "facts/1", "data": data}))]


def records_of_units(size):
    inputs = {"xs": {**ROWS, "aggregate": "concatenate"}, "w": {"type": "money", "aggregate": "sum"}}
    parts = [{"subject": {"name": f"u{i}"}, "data": {"xs": [{"a": 1}] * part, "w": 1}}
             for i, part in enumerate((size // 2, size - size // 2))]
    return scored(rubric(inputs, "count(xs)", unit="元", units={"weight": "w"}),
                  json.dumps({"heng": "facts/1", "unit": "元", "data": {"w": 1, "xs": []}, "units": parts}))


def units(size):
    return scored(rubric({"x": {**NUMBER, "aggregate": "sum"}}, unit="元"),
                  json.dumps(
                      {"heng": "facts/1", "unit": "元", "data": {"x": 1},
                       "units": [{"subject": {"name": f"u{i}"}, "data": {"x": 0}}
                                 for i in range(size)]}))


LIMITS = [
    Limit("bytes of a document", padded, 64 * 1024 * 1024, "limit.bytes"),
    Limit("lists in one another", nested_facts, 64, "limit.depth"),
    Limit("digits of a number", lambda n: scored(rubric(), {"x": "1" * n}), 1_000,
          "limit.digits"),
    Limit("exponent of a number", lambda n: scored(
        rubric(), '{"heng":"facts/1","data":{"x":1e%d}}' % n), 1_000, "limit.exponent"),
    Limit("exponent below zero", lambda n: scored(
        rubric(), '{"heng":"facts/1","data":{"x":1e-%d}}' % n), 1_000, "limit.exponent"),
    Limit("rows of a list", rows, 100_000, "limit.rows"),
    Limit("indicators of a rubric", indicators, 100_000, "limit.indicators"),
    Limit("targets of all lists", lambda n: of_lists(n, 2, "target", {
        "name": "n", "direction": ">=", "target": 1, "actual": 1}), 100_000, "limit.rows"),
    Limit("records of all lists", lambda n: of_lists(n, 9, {"a": NUMBER}, {"a": 1}), 800_000,
          "limit.rows"),
    Limit("items of a sheet", items, 200_000, "limit.items"),
    Limit("bits of a number", lambda n: evaluated(f"2 ** 1000 ** 65 * 2 ** ({n} - 65001) > 0"),
          65_536, "limit.exceeded"),
    Limit("bits of a measure that 10 points are multiplied by", lambda n: scored(
        rubric(measure="2 ** 1000 ** 65 * 2 ** (x - 65001)"), {"x": n}), 65_530, "limit.number"),
    Limit("characters of an expression", lambda n: evaluated("1" + " " * (n - 1)), 65_536,
          "limit.exceeded"),
    Limit("brackets in one another", lambda n: evaluated("(" * n + "1" + ")" * n), 63,
          "limit.exceeded"),
    Limit("depth of an expression", lambda n: evaluated(" + ".join(["1"] * n)), 256,
          "limit.exceeded"),
    Limit("variables of one for", lambda n: evaluated(
        "count(for " + ", ".join(f"a{i} in [1]" for i in range(n)) + " return 1)"), 16,
          "limit.exceeded"),
    Limit("values that refer to one another", chain, 64, "连环引用超过 64 层"),
    Limit("depth with the named values", trees, 299, "超过 300 层"),
    Limit("exponent of a power", lambda n: evaluated(f"1 ** {n}"), 1_000, "limit.exceeded"),
    Limit("exponent of a power below zero", lambda n: evaluated(f"1 ** -{n}"), 1_000,
          "limit.exceeded"),
    Limit("degree of a root", lambda n: evaluated(f"1 ** (1 / {n})"), 1_000, "limit.exceeded"),
    Limit("places of a rounding function", lambda n: evaluated(f"round up(1, {n})"), 6_176,
          "null"),
    Limit("places to the left of one", lambda n: evaluated(f"round up(1, -{n})"), 6_111,
          "null"),
    Limit("elements produced", lambda n: evaluated(f"count(for i in 1..{n} return 1)"),
          1_000_000, "limit.exceeded", more=1_000),
    Limit("text produced", lambda n: evaluated(
        f'count(for i in 1..{n} return string join(for k in 1..1024 return "{"a" * 1023}"))'), 15,
          "limit.exceeded", more=2),
    Limit("lists in lists, evaluating", lambda n: evaluated(
        f"count(for i in 1..{n - 1} return if i = 1 then [1] else [partial[-1]])"), 1_000,
          "limit.exceeded"),
    Limit("steps", lambda n: evaluated(
        f"count((for i in 1..1000 return i)[some k in 1..{n} satisfies k < 0])"), 1_200,
          "limit.exceeded", more=9_000),
    Limit("years", lambda n: evaluated(f"date({n}, 1, 1)"), 999_999_999, "null"),
    Limit("decimal places of a rubric", rounding, 100, "100"),
    Limit("level of a rounding", lambda n: rounding(at=f"level-{n}"), 64, "level-65"),
    Limit("findings a rubric accepts", accepted, 1_000, "最多接受 1000 个问题"),
    Limit("level of a goal", plan_level, 9, "level"),
    Limit("indicators a plan declares", declared, 1_000_000_000, "count"),
    Limit("rules of a policy", decide, 200, "at most 200 rules"),
    Limit("days after which progress is stale", lambda n: decide(stale=n), 366, "366"),
    Limit("facts of a test", lambda n: tested({f"x.k{i}": 1 for i in range(n)}), 1_000,
          "at most 1,000 keys"),
    Limit("parts of a path", lambda n: tested({".".join(["x"] * n): 1}), 31,
          "at most 31 parts"),
    Limit("unknown facts", unknown, 300, "limit.unknown"),
    Limit("sections of a template", report, 64, "嵌套超过 64 层"),
    Limit("threads of a batch", threads, 256, "256"),
    Limit("units of a department", units, 66_666, "limit.units"),
    Limit("records of all units", records_of_units, 100_000, "limit.rows"),
    Limit("bytes of a line", line, 64 * 1024 * 1024, "limit.bytes"),
    Limit("figures of a report", lambda n: reconciled(
        {f"k{i}": 1 for i in range(n)}, ["1"]), 100_000, "limit.rows"),
    Limit("steps of all claims", lambda n: reconciled(
        {"x": 1}, ["count(for i in 1..100000 return i) / 100000"] * n), 48, "计算量过大", more=2),
    Limit("bytes of a value", lambda n: evaluated(f'for i in 1..{n} return "{"a" * 1_021}"'),
          15_900, "longer than 16 MiB", more=200),
]


def run(heng, arguments):
    with tempfile.TemporaryDirectory() as folder:
        command = [heng]
        for each in arguments:
            if isinstance(each, tuple):
                name = os.path.join(folder, each[0])
                with open(name, "w", encoding="utf-8") as file:
                    file.write(each[1])
                each = name
            command.append(each)
        if arguments[0] == "test":
            command.pop()  # the rubric is there to be found
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def trial(heng, limit):
    """What is wrong."""
    status, inside = run(heng, limit.make(limit.most))
    if limit.refusal in inside or status not in (0, 1):
        return f"{limit.most} is refused: {inside[:300]}"
    status, outside = run(heng, limit.make(limit.most + limit.more))
    if limit.refusal not in outside or status not in (0, 1, 2, 3):
        return f"{limit.most + limit.more} is taken: exit {status} {outside[:300]}"
    return ""


def main():
    heng = os.path.abspath(sys.argv[1])
    chosen = [limit for limit in LIMITS if not sys.argv[2:] or limit.name in sys.argv[2:]]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda limit: trial(heng, limit), chosen))
    for limit, wrong in zip(chosen, results):
        print(f"{'BAD ' if wrong else 'ok  '}{limit.name}: {wrong or limit.most}")
    return 1 if any(results) else 0


if __name__ == "__main__":
    sys.exit(main())
