#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The key "heng" wherever it stands: every command says the same of a document whose keys were
sorted by a database.

    any_order.py HENG SOURCE

Each document of a call is given anew with "heng" as the last key, in the middle, and sorted as
PostgreSQL's jsonb sorts: by the length of keys, then by their bytes. What is printed is the same,
byte for byte, but for lines and columns. Then wrong kinds, said first and last. Exit status 1 where
one does not hold. Standard library only.
"""
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile


def load(path):
    """Numbers stay as they are written."""
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=Written, parse_int=Written)


class Written(float):
    def __new__(cls, text):
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __repr__(self):
        return self.text


def dump(value):
    if isinstance(value, Written):
        return value.text
    if isinstance(value, dict):
        members = (f"{json.dumps(key)}:{dump(each)}" for key, each in value.items())
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dump, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def last(document):
    return {**{key: value for key, value in document.items() if key != "heng"},
            "heng": document["heng"]}


def middle(document):
    others = [(key, value) for key, value in document.items() if key != "heng"]
    half = (len(others) + 1) // 2
    return dict(others[:half] + [("heng", document["heng"])] + others[half:])


def as_jsonb(document):
    """The outermost object as jsonb stores it; inner ones too would move what is told in order."""
    return dict(sorted(document.items(), key=lambda each: (len(each[0].encode()), each[0])))


def deep(value):
    if isinstance(value, dict):
        return {key: deep(each) for key, each in as_jsonb(value).items()}
    return [deep(each) for each in value] if isinstance(value, list) else value


PLACES = re.compile(r'(?:"(?:line|column)": ?\d+)|(?:\.jsonl?:\d+(?::\d+)?:)')


class Calls:
    def __init__(self, heng, source):
        self.heng, self.source, self.failed, self.done = heng, source, 0, 0

    def fail(self, *said):
        self.failed += 1
        print("FAILED:", *said)

    def run(self, arguments, documents):
        """Status and output of a call; a number names a document."""
        for index, text in enumerate(documents):
            with open(f"{index}.json", "w", encoding="utf-8") as file:
                file.write(text)
        words = [self.heng] + [f"{each}.json" if isinstance(each, int) else each
                               for each in arguments]
        ran = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
        return ran.returncode, ran.stdout, ran.stderr

    def same(self, *arguments, orders=(last, middle, as_jsonb)):
        """A call of documents (dictionaries) and words."""
        documents = [each for each in arguments if isinstance(each, dict)]
        numbers = itertools.count()
        words = [next(numbers) if isinstance(each, dict) else each for each in arguments]
        status, out, err = self.run(words, [dump(each) for each in documents])
        if status > 1 or not out:
            self.fail(words, "does not work:", err)
        for order in orders:
            changed = self.run(words, [dump(order(each)) for each in documents])
            self.done += 1
            if changed[0] != status or PLACES.sub("", changed[1]) != PLACES.sub("", out):
                self.fail(words, order.__name__, changed[2], changed[1][:300])
        return out

    def refused(self, arguments, document, *words):
        status, _, err = self.run([*arguments, "--language", "en"], [document])
        self.done += 1
        if status != 3 or any(word not in err for word in words):
            self.fail(arguments, document, "is refused otherwise:", err)


def examples(calls):
    at = lambda path: load(os.path.join(calls.source, path))
    rubric = at("src/builtin/rubrics/guangzhou-department-2023.json")
    facts = at("examples/guangzhou-2023/facts.json")
    plan = at("examples/guangzhou-2023/plan.json")
    progress = at("examples/guangzhou-2023/progress.json")
    policy = at("examples/guangzhou-2023/policy.json")
    library = at("src/builtin/libraries/common-indicators.json")
    sheet = json.loads(calls.same("score", "-r", rubric, "-f", "json", facts))
    for form in "text", "md", "csv":
        calls.same("score", "-r", rubric, "-f", form, facts)
    # inner keys too: what lists facts or inputs in the order of a document has another order
    stored = json.loads(calls.run(["score", "-r", 0, "-f", "json", 1],
                                  [dump(deep(rubric)), dump(deep(facts))])[1])
    for each in (same := dict(sheet)), stored:
        each["diagnostics"] = sorted(map(str, each["diagnostics"]))
    if stored != same:
        calls.fail("another sheet of documents that are sorted throughout", stored)
    calls.same("score", "-r", rubric, "-f", "json", "--plan", plan, facts)
    calls.same("score", "-r", rubric, "-f", "json", "--partial", facts)
    calls.same("explain", "-r", rubric, "-f", "json", facts)
    calls.same("lint", "-f", "json", rubric)
    calls.same("audit", "-r", "hunan-unit-2018", "-f", "json",
               at("examples/audit/hunan-unit-2018.json"))
    calls.same("reconcile", "-f", "json", at("examples/guangzhou-2023/claims.json"), facts)
    tests = at("examples/tests/guangzhou-what-if.json")
    for each in tests["tests"][:1]:
        each["facts_file"] = os.path.join(calls.source, "examples/guangzhou-2023/facts.json")
    calls.same("test", "-f", "json", tests)
    calls.same("plan", "check", "-f", "json", plan, orders=(last, middle))
    calls.same("library", "check", "-f", "json", library, plan)
    calls.same("library", "search", "-f", "json", library, "率")
    calls.same("monitor", "-f", "json", "--policy", policy, progress)
    calls.same("decide", "-f", "json", "--policy", policy, "--scores",
               at("examples/cycle/scores.json"), "--progress", at("examples/cycle/progress.json"))
    calls.same("report", "-r", rubric, "--plan", plan, "--claims",
               at("examples/guangzhou-2023/claims.json"), facts)
    calls.same("score", "-r", at("examples/units/rubric.json"), "-f", "json",
               at("examples/units/facts.json"))
    other = {**facts, "subject": {**facts["subject"], "name": "x"}}
    calls.same("diff", "-r", rubric, "-f", "json", facts, other)
    # a sheet that a database has stored is a receipt all the same
    status, out, err = calls.run(["verify", 0, 1, 2],
                                 [dump(deep(sheet)), dump(rubric), dump(last(facts))])
    if status != 0 or "有误0项" not in out:
        calls.fail("verify", out, err)
    stored = calls.run(["diff", "-f", "json", 0, 1], [dump(deep(sheet)), dump(last(sheet))])
    if stored != calls.run(["diff", "-f", "json", 0, 1], [dump(sheet), dump(sheet)]):
        calls.fail("diff of sheets", stored)
    return rubric, facts


def lines(calls, rubric, facts):
    """Batch lines in every order of the outermost keys, plain ones and others."""
    facts = {key: facts[key] for key in ("heng", "subject", "unit", "data", "assessed")}
    plain = {"heng": "rubric/1", "id": "p", "title": "P", "basis": "local", "source": "t",
             "unit": "万元", "points": "10", "rounding": {"scale": 2, "mode": "half-up",
                                                        "at": ["total"]},
             "inputs": {"spent": {"type": "money"}, "budget": {"type": "money"}},
             "indicators": [{"id": "i", "name": "I", "points": "10", "basis": "local",
                             "source": "t", "measure": "spent / budget",
                             "rule": {"kind": "proportional"}}]}
    few = {"heng": "facts/1", "unit": "元", "subject": {"name": "甲", "year": 2024},
           "data": {"spent": 3, "budget": "7"}, "x-note": {"unit": "亿元"}}
    for document, of in (facts, rubric), (few, plain):
        orders = list(itertools.permutations(document.items()))
        with open("lines.jsonl", "w", encoding="utf-8") as file:
            file.writelines(dump(dict(each)) + "\n" for each in orders)
        status, out, err = calls.run(["batch", "-r", 0, "lines.jsonl"], [dump(last(of))])
        told = {re.sub(r'^{"line":\d+,', "", line) for line in out.splitlines()}
        calls.done += len(orders)
        if status != 0 or len(out.splitlines()) != len(orders) or len(told) != 1:
            calls.fail("batch", of["id"], status, sorted(told)[:3], err)


KINDS = {
    "rubric": ["lint", 0],
    "facts": ["score", "-r", "hunan-unit-2018", 0],
    "claims": ["reconcile", 0, "facts.json"],
    "tests": ["test", 0],
    "plan": ["plan", "check", 0],
    "library": ["library", "check", 0],
    "policy": ["monitor", "--policy", 0, "progress.json"],
    "progress": ["monitor", "--policy", "province-thresholds", 0],
}


def wrong_kinds(calls):
    for kind in "progress", "facts":
        with open(f"{kind}.json", "w", encoding="utf-8") as file:
            file.write('{"data":{},"heng":"%s/1"}' % kind)
    for kind, call in KINDS.items():
        for other in KINDS:
            if other == kind or (kind, other) == ("tests", "rubric"):
                continue  # a rubric has tests of its own
            wanted = (f"this is a {other} document, and a {kind} document is wanted",
                      f"{kind}.heng")
            calls.refused(call, '{"heng":"%s/1","nonsense":1,"id":2}' % other, *wanted)
            calls.refused(call, '{"nonsense":1,"id":2,"heng":"%s/1"}' % other, *wanted)
        calls.refused(call, '{"nonsense":1}', f'write "heng": "{kind}/1"', "outermost object")
        calls.refused(call, '{"nonsense":1,"heng":"%s/2"}' % kind,
                      f"this heng reads {kind}/1, and the document is {kind}/2")
        calls.refused(call, '{"heng":"%s/1","heng":"%s/1"}' % (kind, kind), "json.duplicate-key")
        calls.refused(call, '{"row":{"heng":"%s/1"}}' % kind, '"heng" stands inside "row"')


def main():
    calls = Calls(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        rubric, facts = examples(calls)
        lines(calls, rubric, facts)
        wrong_kinds(calls)
        os.chdir("/")
    print(f"{calls.done} calls, {calls.failed} otherwise")
    return 1 if calls.failed else 0


if __name__ == "__main__":
    sys.exit(main())
