#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Inputs that are made to be slow or large end within a bound of time and memory.

    slow_inputs.py HENG [SECONDS [MEBIBYTES [NAME]]]

Those whose name has NAME in it, or all. Each is given to the command, which must end by itself (a score, or an error) within SECONDS (10) of
processor time and MEBIBYTES (1024) of memory; both are printed. Exit status 1 where one does not.
Standard library only.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile


def rubric(inputs, indicators, more=None):
    points = sum(int(each["points"]) for each in indicators)
    return json.dumps({"heng": "rubric/1", "id": "r", "title": "r", "points": str(points),
                       "inputs": inputs, "indicators": indicators, **(more or {})})


def leaf(identity, measure, **more):
    return {"id": identity, "name": identity, "points": "1", "measure": measure,
            "rule": {"kind": "proportional"}, **more}


def facts(data):
    return json.dumps({"heng": "facts/1", "data": data})


NUMBER = {"type": "number"}
ROWS = {"type": "list", "of": {"a": {"type": "number"}}}


def scored(text, document):
    return ["score", "-r", ("r.json", text), ("f.json", document)]


def missed_rows(count):
    """A form of targets, each of which was missed."""
    text = rubric({"t": {"type": "list", "of": "target"}}, [
        {"id": "i", "name": "i", "points": "100",
         "rule": {"kind": "targets", "rows": "t", "weights": "equal"}}])
    return ["explain", "-r", ("r.json", text), ("f.json", facts({"t": [
        {"name": f"n{i}", "direction": ">=", "target": 100, "actual": 50 + i % 40}
        for i in range(count)]}))]


def decided(rules, count):
    """So many projects under a policy with these rules: [when, decision]."""
    progress = {"heng": "progress/1", "unit": "元", "subject": {"name": "n", "year": 2024},
                "as_of": "2024-06-30", "projects": [
                    {"id": f"p{i}", "name": "n", "budget": "10",
                     "entries": [{"date": "2024-06-30", "spent": "1"}]} for i in range(count)]}
    policy = {"heng": "policy/1", "id": "y", "title": "t", "basis": "local", "source": "s",
              "language": "en", "monitoring": {"stale_after": 30}, "decisions": [
                  {"id": f"d{i}", "when": when, "decision": decision, "label": "s"}
                  for i, (when, decision) in enumerate(rules)]}
    return ["decide", "--policy", ("y.json", json.dumps(policy)),
            "--progress", ("g.json", json.dumps(progress))]


def tested(text, count, expected):
    tests = {"heng": "tests/1", "rubric": "r.json", "tests": [
        {"name": f"t{i}", "facts": {"x": 1}, "expect": {"total": expected}} for i in range(count)]}
    return ["test", ("t.json", json.dumps(tests)), ("r.json", text)]


def evaluated_often():
    """What is cheap once, by calls that evaluate again and again."""
    yield "lint: 30 expressions for each of which facts are sought", ["lint", ("r.json", rubric(
        {"x": NUMBER, "y": NUMBER},
        [leaf(f"i{i}", "x / y + count(for i in 1..15000 return i)") for i in range(30)]))]
    yield "lint: 5,000 divisions by 5,000 inputs", ["lint", ("r.json", rubric(
        {f"{name}{i}": NUMBER for i in range(5_000) for name in "xy"},
        [leaf(f"i{i}", f"x{i} / y{i}") for i in range(5_000)]))]
    yield "explain: 300 rows that were missed", missed_rows(300)
    yield "explain: 20,000 rows that were missed", missed_rows(20_000)
    yield "partial: five unknown facts, and 100,000 elements", [
        "score", "--partial", "-r", ("r.json", rubric({f"x{i}": NUMBER for i in range(5)}, [
            leaf(f"i{i}", f"x{i} * x{(i + 1) % 5} / 7 + count(for i in 1..100000 return i)")
            for i in range(5)])), ("f.json", facts({}))]
    yield "partial: 300 unknown facts of 10,000", [
        "score", "--partial", "-r", ("r.json", rubric(
            {f"x{i}": NUMBER for i in range(10_000)},
            [leaf(f"i{i}", f"x{i}") for i in range(10_000)])),
        ("f.json", facts({f"x{i}": "?" if i < 300 else "0.5" for i in range(10_000)}))]
    yield "decide: 100 projects, and 900,000 elements", decided(
        [["count(for i in 1..900000 return i) < month", "stop"]], 100)
    yield "decide: two rules that may conflict", decided(
        [["score > 1 and count(for i in 1..900000 return i) < month", "stop"],
         ["score > 2 and count(for i in 1..900000 return i) < month", "defer"]], 1)
    yield "test: 50 tests, and 900,000 elements", tested(rubric(
        {"x": NUMBER}, [leaf("i", "x + count(for i in 1..900000 return i)")]), 50, "1")
    yield "test: 20,000 tests that fail", tested(
        rubric({"x": NUMBER}, [leaf("i", "x")]), 20_000, "2")
    yield "diff: 20 indicators that read six facts", [
        "diff", "-r", ("r.json", rubric({f"x{i}": NUMBER for i in range(6)}, [
            leaf(f"i{i}", "x0+x1+x2+x3+x4+x5 + count(for i in 1..45000 return i)")
            for i in range(20)])),
        ("f.json", facts({f"x{i}": 1 for i in range(6)})),
        ("g.json", facts({f"x{i}": 2 for i in range(6)}))]
    yield "1,000 indicators without a value, each for want of eight facts", scored(rubric(
        {**{f"o{i}": {**NUMBER, "optional": True} for i in range(9)}},
        [leaf(f"i{i}", "if count(for i in 1..9000 return i) > 1 then "
                       "o0+o1+o2+o3+o4+o5+o6+o7+o8 else 1") for i in range(1_000)]), facts({}))


def cases():
    one = rubric({"x": NUMBER}, [leaf("i", "x")])
    yield "a million brackets", scored(one, "[" * 1_000_000)
    yield "an object in an object, too deep", scored(one, '{"data":' * 100_000 + "1")
    yield "30 MB of one string", scored(one, facts({"y" * 30_000_000: 1}))
    yield "200,000 keys that nobody reads", scored(one, facts(
        {"x": 1, **{f"k{i}": i for i in range(200_000)}}))
    yield "5,000 inputs, each misspelt by one letter", scored(
        rubric({f"input{i:05}a": NUMBER for i in range(5_000)}, [leaf("i", "input00000a")]),
        facts({f"input{i:05}b": 1 for i in range(5_000)}))
    yield "5,000 names of inputs that expressions misspell", ["lint", ("r.json", rubric(
        {f"input{i:05}a": NUMBER for i in range(5_000)},
        [leaf(f"i{i}", f"input{i:05}b") for i in range(2_000)]))]
    yield "150,000 assessed scores that nobody reads", scored(rubric({}, [
        {"id": f"i{i}", "name": "i", "points": "1", "rule": {"kind": "assessed"}}
        for i in range(5_000)]), json.dumps({"heng": "facts/1", "data": {}, "assessed": {
            **{f"i{i}": {"score": "1", "reason": "r"} for i in range(5_000)},
            **{f"other{i}": {"score": "1", "reason": "r"} for i in range(150_000)}}}))
    yield "100,000 rows, summed", scored(
        rubric({"xs": ROWS}, [leaf("i", "sum(xs.a) / count(xs)")]),
        facts({"xs": [{"a": i} for i in range(100_000)]}))
    yield "too many rows", scored(
        rubric({"xs": ROWS}, [leaf("i", "count(xs)")]), facts({"xs": [{"a": 1}] * 1_000_000}))
    fields = [f"f{i}" for i in range(2_000)]
    names = [f"x{i}" for i in range(3_000)]
    yield "8,000 indicators that read 3,000 inputs each", [
        "score", "-f", "json", "-r", ("r.json", rubric(
            {each: NUMBER for each in names}, [leaf(f"i{k}", "v") for k in range(8_000)],
            {"values": {"v": f"sum([{','.join(names)}])"}})),
        ("f.json", facts({each: 1 for each in names}))]
    yield "a text of 2 MB that 1,000 indicators read", [
        "score", "-f", "json", "-r", ("r.json", rubric(
            {"t": {"type": "text"}}, [leaf(f"i{k}", "v") for k in range(1_000)],
            {"values": {"v": 'if t = "y" then 1 else 0'}})),
        ("f.json", facts({"t": "y" * 2_000_000}))]
    yield "1,200 records of 2,000 fields", scored(
        rubric({"xs": {"type": "list", "of": {each: NUMBER for each in fields}}},
               [leaf("i", "count(xs)")]),
        facts({"xs": [{each: 1 for each in fields}] * 1_200}))
    yield "a filter in a filter over 2,000 rows", scored(
        rubric({"xs": ROWS}, [leaf("i", "count(xs[count(xs[a > 5]) > 1])")]),
        facts({"xs": [{"a": i} for i in range(2_000)]}))
    yield "filters over lists, four deep", scored(
        rubric({"xs": ROWS}, [leaf("i", "count(for a in xs, b in xs, c in xs, d in xs return 1)")]),
        facts({"xs": [{"a": i} for i in range(1_000)]}))
    yield "a sum of 3,000 unlike fractions", scored(
        rubric({"xs": ROWS}, [leaf("i", "sum(for x in xs return 1 / x.a)")]),
        facts({"xs": [{"a": 1_000_003 + 2 * i} for i in range(3_000)]}))
    yield "powers of powers", scored(
        rubric({"x": NUMBER}, [leaf("i", "(x ** 1000) ** 1000")]), facts({"x": "1.0000001"}))
    yield "a number of a thousand digits, squared again and again", scored(
        rubric({"x": NUMBER}, [leaf("i", "a9")], {"values": {
            "a0": "x * x", **{f"a{i}": f"a{i - 1} * a{i - 1}" for i in range(1, 10)}}}),
        facts({"x": "9" * 1_000}))
    yield "the greatest exponent", scored(one, '{"heng":"facts/1","data":{"x":1e1000}}')
    yield "an exponent past all limits", scored(one, '{"heng":"facts/1","data":{"x":1e999999999}}')
    yield "an expression of 60,000 characters", ["eval", " + ".join(["1"] * 15_000)]
    yield "200 nested ifs", ["eval", "if true then " * 200 + "1" + " else 0" * 200]
    yield "50,000 combining marks in a name", scored(
        rubric({"x": NUMBER}, [{**leaf("i", "x"), "name": "a" + "\u0301" * 50_000}]),
        facts({"x": 1}))
    yield "3,000 indicators with 20 adjustments each", scored(
        rubric({"x": NUMBER}, [{**leaf(f"i{i}", "x"), "adjustments": [
            {"id": f"a{k}", "when": "x > 2", "deduct": "0.1", "reason": "r"} for k in range(20)]}
            for i in range(3_000)]), facts({"x": 1}))
    yield "10,000 indicators", scored(
        rubric({"x": NUMBER}, [leaf(f"i{i}", "x / 3") for i in range(10_000)]), facts({"x": 1}))
    yield "lint of 300 bands", ["lint", ("r.json", rubric({"x": {**NUMBER, "minimum": "0"}}, [
        {**leaf("i", "x"), "rule": {"kind": "bands", "bands": [
            {"in": f"[{k}..{k + 1}]", "score": "0.5"} for k in range(300)]}}]))]
    yield "a form with 5,000 wrong scores", ["audit", "-r", ("r.json", rubric(
        {"x": NUMBER}, [leaf(f"i{i}", "x") for i in range(5_000)])), ("f.json", json.dumps(
            {"heng": "facts/1", "data": {"x": "0.5"},
             "published": {"scores": {f"i{i}": "0.9" for i in range(5_000)}, "total": "1"}}))]
    yield "a sheet with 100,000 keys too many", ["verify", ("s.json", json.dumps(
        {"heng": "sheet/1", **{f"k{i}": 1 for i in range(100_000)}})),
        ("r.json", one), ("f.json", facts({"x": 1}))]
    yield "a sheet with 100,000 items too many", ["verify", ("s.json", json.dumps(
        {"heng": "sheet/1", "items": [{"id": f"k{i}"} for i in range(100_000)]})),
        ("r.json", one), ("f.json", facts({"x": 1}))]
    yield "100,000 lines, each wrong", ["batch", "-r", ("r.json", one),
                                        ("f.jsonl", '{"heng":"facts/1","data":{"x":"?"}}\n' * 100_000)]
    yield from evaluated_often()
    yield "one line of 60 MB", ["batch", "-r", ("r.json", one), ("f.jsonl", "[" + "1," * 30_000_000)]
    yield from reports()
    yield from forms()
    yield from claims()
    yield from plans()
    yield from monitored()
    yield from large()


def reports():
    half = ("f.json", facts({"x": "0.5"}))
    for count in (10_000, 50_000):
        yield f"{count} lost items, in a report", ["report", "-r", ("r.json", rubric(
            {"x": NUMBER}, [leaf(f"i{i}", "x") for i in range(count)])), half]
    small = ("r.json", rubric({"x": NUMBER}, [leaf(f"i{i}", "x") for i in range(20)]))
    for name, body in (("a letter", "x"), ("a line", "x\n"), ("nothing", "")):
        yield f"a template of lists in one another, eight deep, with {name}", [
            "report", "-r", small, "--template",
            ("t.md", "{{#table}}" * 8 + body + "{{/table}}" * 8), half]
    yield "a template of 60 MB of spaces", [
        "report", "-r", small, "--template", ("t.md", " " * 60_000_000), half]


TARGETS = {"type": "list", "of": "target"}


def target(name, **more):
    return {"name": name, "direction": ">=", "target": 1, "actual": 1, **more}


def by_targets(identity, points, weights="equal"):
    return {"id": identity, "name": identity, "points": points,
            "rule": {"kind": "targets", "rows": "t", "weights": weights}}


def forms():
    def audited(text, data, published=None):
        return ["audit", "-r", ("r.json", text), ("f.json", json.dumps(
            {"heng": "facts/1", "data": data, "published": published or {}}))]

    yield "20,000 rows by a rubric of 10,000 indicators", audited(
        rubric({"x": NUMBER, "t": TARGETS},
               [leaf(f"i{k}", "x") for k in range(10_000)] + [by_targets("j", "1")]),
        {"x": "1", "t": [target(f"n{i}") for i in range(20_000)]})
    rows = 40_000
    yield "40,000 blocks of one row, each with a subtotal", audited(
        rubric({"t": TARGETS}, [by_targets("i", "100", "points")]),
        {"t": [target(f"n{i}", block=f"b{i}", points="0.0025", published="0.0025")
               for i in range(rows)]},
        {"scores": {f"b{i}": "0.1" for i in range(rows)}, "total": "100"})
    long_row = target("执乙率丙" * 120_000, target="0.5", actual="0.6", published="1")
    yield "a row and an indicator with names of 480,000 and 120,000 characters", audited(
        rubric({"x": NUMBER, "t": TARGETS},
               [leaf("i", "x", name="执行率" * 40_000 + "甲"), by_targets("j", "1")]),
        {"x": "0.6", "t": [long_row]}, {"scores": {"i": "0.6", "j": "1"}, "total": "1.6"})


def claims():
    claim = ("c.json", json.dumps({"heng": "claims/1", "claims": [
        {"id": "a", "text": "t", "formula": "1", "printed": "1"}]}))
    yield "100,000 figures under a key of 60,000 characters", ["reconcile", claim, (
        "f.json", facts({"k" * 60_000: {f"a{i}": 1 for i in range(100_000)}}))]
    yield "25 sums of 100,000 parts", ["reconcile", claim, ("f.json", facts(
        {f"g{k}": {"total": "1", "parts": [{"amount": 1}] * 100_000} for k in range(25)}))]


def planned(**more):
    return ("p.json", json.dumps({
        "heng": "plan/1", "id": "p", "title": "t", "language": "en", "source": "s", "unit": "元",
        "subject": {"name": "n", "year": 2024}, "budget": "1", **more}))


def plans():
    many = 12_000
    yield "12,000 announcements of 12,000 indicators", ["plan", "check", planned(
        indicators=[{"id": f"i{k}", "name": f"n{k}", "category": "数量"} for k in range(many)],
        declared=[{"indicators": many}] * many)]
    adjustment = {"date": "2024-01-01", "approved": "2024-01-02", "indicator": "a",
                  "field": "target", "from": "1", "to": "1", "reason": "r"}
    indicator = {"id": "a", "name": "a", "category": "数量", "direction": ">=", "target": "1"}
    by_rows = ("r.json", rubric({"t": TARGETS}, [by_targets("i", "100")]))
    yield "10,000 rows of an indicator with 1,000 adjustments", [
        "score", "-r", by_rows, "--plan", planned(indicators=[indicator], adjustments=[
            {**adjustment, "id": f"d{k}"} for k in range(1_000)]),
        ("f.json", facts({"t": [target("a")] * 10_000}))]
    yield "1,000 rows under a key of 400,000 characters", [
        "score", "-r", ("r.json", rubric({"x": NUMBER}, [leaf("i", "x")])), "--plan",
        planned(indicators=[indicator]),
        ("f.json", facts({"x": 1, "k" * 400_000: [{"name": "a", "target": 1}] * 1_000}))]


def monitored():
    def policy(**more):
        return ("y.json", json.dumps({
            "heng": "policy/1", "id": "y", "title": "t", "basis": "local", "source": "s",
            "language": "en", "monitoring": {"stale_after": 30}, **more}))

    def progress(projects):
        return ("g.json", json.dumps({
            "heng": "progress/1", "unit": "元", "subject": {"name": "n", "year": 2024},
            "as_of": "2024-06-30", "projects": projects}))

    many = 50_000
    yield "50,000 projects with grades, and advice for 50,000 grades", [
        "decide", "--policy", policy(decisions=[], advice=[
            {"grade": f"grade number {k}", "advice": "a"} for k in range(many)]),
        "--scores", ("s.json", json.dumps({"heng": "scores/1", "scores": [
            {"project": f"p{k}", "score": "90", "grade": f"grade number {many - 1}"}
            for k in range(many)]})),
        "--progress", progress([
            {"id": f"p{k}", "name": "n", "budget": "10",
             "entries": [{"date": "2024-06-30", "spent": "1"}]} for k in range(many)])]
    yield "8,000 grades, each above the one before", [
        "lint", ("r.json", rubric({"x": NUMBER}, [leaf("i", "x")], {"grades": [
            {"in": f">= {k}", "grade": f"g{k}"} for k in range(8_000)]}))]
    goals = 80_000
    yield "80,000 goals that fall", ["monitor", "--policy", policy(), progress([{
        "id": "p", "name": "n", "budget": "10",
        "goals": [{"id": f"g{k}", "name": "g", "direction": ">=", "target": "10"}
                  for k in range(goals)],
        "entries": [{"date": date, "spent": "0", "goals": {f"g{k}": value for k in range(goals)}}
                    for date, value in (("2024-03-30", "5"), ("2024-06-30", "4"))]}])]


def nested(count, each=1_000):
    """So many indicators, in branches, for a list has no more than 100,000."""
    branches = [{"id": f"b{start}", "name": "b", "points": str(min(each, count - start)),
                 "indicators": [{"id": f"i{k}", "name": f"i{k}", "points": "1",
                                 "rule": {"kind": "condition", "when": "x > 1"}}
                                for k in range(start, min(start + each, count))]}
                for start in range(0, count, each)]
    return ("r.json", rubric({"x": NUMBER}, branches))


def wide(count, **more):
    return ("r.json", rubric({"x": NUMBER}, [leaf(f"i{k}", "x", **more) for k in range(count)]))


def mutated(indicators, tests):
    suite = {"heng": "tests/1", "rubric": "r.json", "tests": [
        {"name": f"t{i}", "facts": {"x": f"0.{i + 1:02}"},
         "expect": {"total": f"{indicators * (i + 1) / 100:.2f}"}} for i in range(tests)]}
    return ["test", "--mutate", ("t.json", json.dumps(suite)), wide(indicators)]


def sheet(count, score):
    return json.dumps({
        "heng": "sheet/1", "rubric": {"id": "r", "title": "r"}, "total": "1",
        "points": str(count), "items": [
            {"id": f"i{k}", "name": f"i{k}", "parent": None, "level": 1, "kind": "leaf",
             "points": "1", "score": score, "why": "w"} for k in range(count)]})


def goals(count, unknown=0, fractions=False):
    """Targets that are missed; of some the actual value is not known."""
    rows = [target(f"n{i}", target=1_000_003 + 2 * i if fractions else 100, actual=50 + i % 60)
            for i in range(count)]
    for i in range(unknown):
        rows[i * (count // unknown)]["actual"] = "?"
    return rows


def large():
    """Documents within the limits that ask for much: indicators, rows, mutants, threads."""
    half = ("f.json", facts({"x": "0.5"}))
    for command in (["score"], ["explain"], ["audit"], ["report"], ["score", "-f", "md"],
                    ["score", "-f", "json"]):
        name = " ".join(command)
        yield f"{name}: 99,000 indicators", [*command, "-r", nested(99_000), half]
        yield f"{name}: 600,000 indicators", [*command, "-r", nested(600_000), half]
    yield "lint: 99,000 indicators", ["lint", nested(99_000)]
    yield "test --mutate: 800 indicators, 20 tests", mutated(800, 20)
    yield "test --mutate: 2,000 indicators, 20 tests", mutated(2_000, 20)
    yield "test: 100 tests of 5,000 scores each", ["test", ("t.json", json.dumps(
        {"heng": "tests/1", "rubric": "r.json", "tests": [
            {"name": f"t{i}", "facts": {"x": "0.5"},
             "expect": {"scores": {f"i{k}": "0.5" for k in range(5_000)}}} for i in range(100)]})),
        wide(5_000)]
    yield "diff: 40,000 indicators", [
        "diff", "-r", wide(40_000), half, ("g.json", facts({"x": "0.6"}))]
    yield "diff: 5,000 indicators and inputs", ["diff", "-r", ("r.json", rubric(
        {f"x{k}": NUMBER for k in range(5_000)}, [leaf(f"i{k}", f"x{k}") for k in range(5_000)])),
        ("f.json", facts({f"x{k}": "0.5" for k in range(5_000)})),
        ("g.json", facts({f"x{k}": "0.6" for k in range(5_000)}))]
    for count in (20_000, 40_000):
        yield f"diff: {count} indicators and as many changed inputs", read_apart(count)
    yield "diff: 10,000 rates of which both figures changed", read_apart(
        10_000, "{0} / y{1}", "y")
    yield "explain: a product of 200 facts", ["explain", "-r", ("r.json", rubric(
        {f"x{k}": NUMBER for k in range(200)},
        [leaf("i", "*".join(f"x{k}" for k in range(200)))])),
        ("f.json", facts({f"x{k}": "0.9" for k in range(200)}))]
    yield "diff: two sheets of 99,000 items", [
        "diff", ("a.json", sheet(99_000, "0.5")), ("b.json", sheet(99_000, "0.6"))]
    yield "verify: a sheet of 99,000 items", [
        "verify", ("s.json", sheet(99_000, "0.5")), nested(99_000), half]
    yield from large_lists()
    yield from large_partial()
    yield from large_batches()


def read_apart(count, measure="{0}", more=""):
    """Facts that differ in every input, by indicators that read one or two each."""
    inputs = [f"{name}{k}" for name in "x" + more for k in range(count)]
    return ["diff", "-r", ("r.json", rubric({each: NUMBER for each in inputs}, [
        leaf(f"i{k}", measure.format(f"x{k}", k)) for k in range(count)])),
        ("f.json", facts({each: "0.5" if each[0] == "x" else "0.8" for each in inputs})),
        ("g.json", facts({each: "0.6" if each[0] == "x" else "0.9" for each in inputs}))]


def large_lists():
    def by_lists(lists, count, readers):
        return ["score", "-r", ("r.json", rubric(
            {f"t{k}": TARGETS for k in range(lists)}, [
                {"id": f"i{k}", "name": "i", "points": "1",
                 "rule": {"kind": "targets", "rows": f"t{k % lists}", "weights": "equal"}}
                for k in range(readers)])),
            ("f.json", facts({f"t{k}": goals(count) for k in range(lists)}))]

    yield "100,000 targets", by_lists(1, 100_000, 1)
    yield "10 lists of 60,000 targets", by_lists(10, 60_000, 10)
    yield "100,000 targets that 300 indicators score", by_lists(1, 100_000, 300)
    explained = by_lists(1, 100_000, 1)
    yield "explain: 100,000 targets", ["explain", *explained[1:]]
    yield "50 lists of 100,000 records", ["score", "-r", ("r.json", rubric(
        {f"t{k}": ROWS for k in range(50)}, [leaf("i", "count(t0) / count(t1)")])),
        ("f.json", facts({f"t{k}": [{"a": 1}] * 100_000 for k in range(50)}))]
    yield "explain: 50,000 kinds of occurrences", ["explain", "-r", ("r.json", rubric(
        {"x": NUMBER}, [{"id": "i", "name": "i", "points": "1", "rule": {
            "kind": "occurrences", "each": [{"count": "x", "deduct": "0.00001", "label": "l"}
                                            for _ in range(50_000)]}}])),
        ("f.json", facts({"x": 1}))]
    yield "lint: 90,000 knots", ["lint", ("r.json", rubric({"x": NUMBER}, [
        {**leaf("i", "x"), "rule": {"kind": "interpolate", "knots": [
            [k, f"0.{k:06}"] for k in range(90_000)]}}]))]
    yield "lint: 90,000 bands", ["lint", ("r.json", rubric({"x": NUMBER}, [
        {**leaf("i", "x"), "rule": {"kind": "bands", "bands": [
            {"in": f"[{k}..{k + 1})", "score": "0.5"} for k in range(90_000)]}}]))]
    yield "reconcile: 50,000 claims", ["reconcile", ("c.json", json.dumps(
        {"heng": "claims/1", "claims": [
            {"id": f"c{k}", "text": "t", "formula": "x", "printed": "0.6"}
            for k in range(50_000)]})), ("f.json", facts({"x": "0.5"}))]
    yield "audit: 20,000 indicators with names of 300 bytes", ["audit", "-r", ("r.json", rubric(
        {"x": NUMBER}, [leaf(f"i{k}", "x", name="执行率" * 33 + str(k)) for k in range(20_000)])),
        ("f.json", json.dumps({"heng": "facts/1", "data": {"x": "0.5"}, "published": {
            "scores": {f"i{k}": "0.9" for k in range(20_000)}, "total": "1"}}))]
    yield "report: 6,000 reasons of 9,000 bytes", ["report", "-r", ("r.json", rubric({}, [
        {"id": f"i{k}", "name": "i", "points": "1", "rule": {"kind": "assessed"}}
        for k in range(6_000)])), ("f.json", json.dumps({
            "heng": "facts/1", "data": {}, "assessed": {
                f"i{k}": {"score": "0.5", "reason": "r" * 9_000} for k in range(6_000)}}))]
    longest = "*".join(f"x{k}" for k in range(4))
    yield "score: 50,000 indicators of 3,600 digits each", scored(rubric(
        {f"{side}{k}": NUMBER for k in range(4) for side in "xy"},
        [leaf(f"i{k}", "v") for k in range(50_000)],
        {"values": {"v": f"{longest} / ({longest.replace('x', 'y')})"}}),
        facts({f"{side}{k}": f"{digit * 900}{k}" for k in range(4)
               for side, digit in (("x", "7"), ("y", "8"))}))
    primes = [n for n in range(20_000, 60_000) if all(n % k for k in range(2, 250))][:1_200]
    yield "score: 100,000 targets of 1,200 primes", ["score", "-r", ("r.json", rubric(
        {"t": TARGETS}, [by_targets("i", "100")])), ("f.json", facts({"t": [
            target(f"n{i}", target=primes[i % len(primes)], actual=1) for i in range(100_000)]}))]


def large_partial():
    def opened(rows, at="leaf"):
        return ["score", "--partial", "-r", ("r.json", rubric(
            {"t": TARGETS}, [by_targets("i", "100")],
            {"rounding": {"scale": 2, "mode": "half-up", "at": [at]}})),
            ("f.json", facts({"t": rows}))]

    yield "partial: 200 rows, 50 of them unknown", opened(goals(200, 50))
    yield "partial: 20,000 rows, 250 of them unknown", opened(goals(20_000, 250))
    for count, unknown in ((600, 50), (1_000, 100), (3_000, 50)):
        yield f"partial: {count} unlike fractions, {unknown} of them unknown", opened(
            goals(count, unknown, fractions=True))
    yield "partial: 5,000 unlike fractions, each an indicator", [
        "score", "--partial", "-r", ("r.json", rubric(
            {f"x{k}": NUMBER for k in range(5_000)},
            [leaf(f"i{k}", f"1 / x{k}") for k in range(5_000)])),
        ("f.json", facts({f"x{k}": 1_000_003 + 2 * k for k in range(4_990)}))]
    yield "partial: 400 unknown facts that nothing reads", [
        "score", "--partial", "-r", ("r.json", rubric(
            {f"x{k}": NUMBER for k in range(400)}, [leaf("i", "x0")])), ("f.json", facts({}))]


def large_batches():
    def lines(text, document, count, threads=64):
        return ["batch", "-j", str(threads), "-r", text, ("f.jsonl", (document + "\n") * count)]

    for threads in (1, 64):
        yield f"batch -j {threads}: 20,000 indicators", lines(
            wide(20_000), facts({"x": "0.5"}), 500, threads)
    yield "batch -j 64: 99,000 indicators", lines(nested(99_000), facts({"x": "0.5"}), 20)
    yield "batch -j 64: lines of 100,000 records", lines(
        ("r.json", rubric({"xs": ROWS}, [leaf("i", "count(xs)")])),
        facts({"xs": [{"a": 1}] * 100_000}), 60)
    yield "batch -j 64: lines of 20,000 targets", lines(
        ("r.json", rubric({"t": TARGETS}, [by_targets("i", "100")])),
        facts({"t": [target("n")] * 20_000}), 60)


STARTER = """
import json, os, subprocess, sys
with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
    said = process.stderr.read(1_000_000)
    while process.stderr.read(1_000_000):
        pass
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
sys.stderr.buffer.write(said)
print(json.dumps([process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
"""


def run(heng, arguments, folder):
    written = []
    for each in arguments:
        if isinstance(each, tuple):
            name = os.path.join(folder, each[0])
            with open(name, "w", encoding="utf-8") as file:
                file.write(each[1])
            written.append(name)
        else:
            written.append(each)
    command = [heng, *written]
    if arguments[0] == "test":
        command.pop()  # the rubric, which the tests name
    if arguments[0] == "eval":
        command = [heng, "eval", written[1]]
    # started by a small process: a child begins with the memory of what it was forked from
    starter = [sys.executable, "-c", STARTER, *command]
    done = subprocess.run(starter, cwd=folder, capture_output=True, check=False)
    status, seconds, memory = json.loads(done.stdout)
    return status, seconds, memory / 1024, done.stderr.decode("utf-8", "replace")


def main():
    heng = os.path.abspath(sys.argv[1])
    given = [int(each) for each in sys.argv[2:4]]
    wanted = sys.argv[4] if len(sys.argv) > 4 else ""
    seconds_most, mebibytes_most = given + [10, 1024][len(given):]
    last = 6 * seconds_most  # what runs away ends all the same
    resource.setrlimit(resource.RLIMIT_CPU, (last, last))
    bad = 0
    for name, arguments in cases():
        if wanted not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            status, seconds, memory, said = run(heng, arguments, folder)
        fine = status in (0, 1, 3) and seconds <= seconds_most and memory <= mebibytes_most
        bad += not fine
        first = said.strip().splitlines()[0][:90] if said.strip() else ""
        first = first.partition("error: ")[2] or first
        print(f"{'' if fine else 'BAD '}{seconds:6.2f} s {memory:7.1f} MiB  exit {status}  {name}"
              f"{': ' + first if first else ''}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
