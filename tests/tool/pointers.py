#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Follows the pointer of every finding of the examples into the document that it is about.

usage: pointers.py HENG SOURCE_TREE

A JSON Pointer (RFC 6901) that leads nowhere, a finding without one, or an audit or reconcile
finding whose "where" is not its pointer is told on a line. Exit status 1 where there is one.
"""
import json
import pathlib
import subprocess
import sys

heng, tree = sys.argv[1], pathlib.Path(sys.argv[2])
examples = tree / "examples"
wrong = []
followed = 0


def run(*arguments):
    done = subprocess.run([heng, *map(str, arguments)], capture_output=True, text=True,
                          encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        wrong.append(f"{arguments}: status {done.returncode}: {done.stderr}")
        return {}
    return json.loads(done.stdout)


def text_of(*arguments):
    return json.loads(subprocess.run([heng, *arguments], capture_output=True, text=True,
                                     encoding="utf-8", check=True).stdout)


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def leads_somewhere(document, pointer):
    if pointer and not pointer.startswith("/"):
        return False
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if isinstance(document, list) and key.isdecimal() and int(key) < len(document):
            document = document[int(key)]
        elif isinstance(document, dict) and key in document:
            document = document[key]
        else:
            return False
    return True


def follow(name, findings, document, where_too=False):
    global followed
    for each in findings:
        followed += 1
        if "pointer" not in each or not leads_somewhere(document, each["pointer"]):
            wrong.append(f"{name}: {each.get('code')}: leads nowhere: {each.get('pointer')}")
        if where_too and each["where"] != each["pointer"]:
            wrong.append(f"{name}: where is {each['where']}, pointer {each['pointer']}")


def first_words(*arguments):
    done = subprocess.run([heng, *arguments], capture_output=True, text=True, encoding="utf-8",
                          check=True)
    return [line.split()[0] for line in done.stdout.splitlines() if line.strip()]


facts = [path for path in sorted(examples.rglob("*.json"))
         if '"facts/1"' in path.read_text(encoding="utf-8")]
for rubric in first_words("rubrics"):
    document = text_of("rubric", rubric)
    follow(f"lint {rubric}", run("lint", "--all", "-f", "json", rubric)["findings"], document)
    for path in facts:
        report = subprocess.run([heng, "audit", "-r", rubric, "-f", "json", path],
                                capture_output=True, text=True, encoding="utf-8", check=False)
        if report.returncode in (0, 1):
            follow(f"audit -r {rubric} {path.name}", json.loads(report.stdout)["findings"],
                   load(path), True)
broken = {"heng": "rubric/1", "id": "a", "title": "t", "points": "9", "indicators": [
    {"id": "x", "name": "x", "points": "10", "measure": "nothing", "rule": {"kind": "bands"}}]}
done = subprocess.run([heng, "lint", "-f", "json", "-"], input=json.dumps(broken),
                      capture_output=True, text=True, encoding="utf-8", check=False)
follow("lint of a broken rubric", json.loads(done.stdout)["findings"], broken)

guangzhou = examples / "guangzhou-2023"
claims, given = guangzhou / "claims.json", guangzhou / "facts.json"
for each in run("reconcile", "-f", "json", claims, given)["findings"]:
    follow("reconcile", [each], load(claims if each["document"] == "claims" else given), True)
plan = guangzhou / "plan.json"
follow("plan check", run("plan", "check", "-f", "json", plan)["findings"], load(plan))
for library in first_words("library", "list"):
    report = run("library", "check", "-f", "json", library, plan)
    for each in report["plans"]:
        follow("library check", each["findings"], load(plan))
for policy in first_words("policies"):
    rules = text_of("policy", policy)
    for path in (guangzhou / "progress.json", examples / "cycle/progress.json"):
        progress = load(path)
        report = run("monitor", "--policy", policy, "-f", "json", path)
        follow(f"monitor {path.name}", report["findings"], progress)
        follow(f"monitor {policy}", report["policy"]["findings"], rules)
        for project in report["projects"]:
            follow(f"monitor {path.name}", project["warnings"], progress)
        report = run("decide", "--policy", policy, "--progress", path, "-f", "json")
        follow(f"decide {path.name}", report["findings"] + report["decisions"], progress)

if followed < 50:
    wrong.append(f"only {followed} pointers were followed")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
