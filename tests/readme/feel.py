#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""feel.py README HENG: each example of README.md's page on expressions is what the command gives.

The facts are the block of JSON in the section; each line of a block of ```feel is
"EXPRESSION => RESULT", in the notation of tests/cases/feel-budget.txt; a block of ```text after
<!-- explain: EXPRESSION --> is what `heng eval --explain` prints.
"""
import json
import re
import subprocess
import sys

SECTION = "## The expression language\n"
EXAMPLES = 120  # there are more; fewer mean that this test no longer finds them


def plain(value):
    """A value that heng wrote, as FEEL writes it."""
    kind, inner = value["type"], value.get("value")
    if kind == "null":
        return "null"
    if kind == "error":
        return "error " + value["code"]
    if kind == "list":
        return "[" + ", ".join(map(plain, inner)) + "]"
    if kind == "context":
        return "{" + ", ".join(f"{plain_text(k)}: {plain(v)}" for k, v in inner.items()) + "}"
    if kind == "string":
        return plain_text(inner)
    if kind in ("date", "duration"):
        return "@" + plain_text(inner)
    return value.get("exact", json.dumps(inner).strip('"'))


def plain_text(text):
    return json.dumps(text, ensure_ascii=False)


def run(heng, arguments, text=None):
    return subprocess.run([heng, "eval", *arguments], input=text, capture_output=True, text=True,
                          encoding="utf-8", check=False)


def main(readme, heng):
    with open(readme, encoding="utf-8") as file:
        section = file.read().split(SECTION)[1].split("\n## ")[0]
    facts = re.search(r"^```json\n(.*?)^```$", section, re.M | re.S).group(1)
    blocks = re.findall(r"^```feel\n(.*?)^```$", section, re.M | re.S)
    cases = [line.rsplit(" => ", 1) for block in blocks for line in block.splitlines()]
    lines = "".join('{"expression": ' + plain_text(expression) + ', "context": '
                    + facts.replace("\n", " ") + "}\n" for expression, _ in cases)
    answers = run(heng, ["--jsonl"], lines).stdout.splitlines()
    wrong = 0
    if len(answers) != len(cases) or len(cases) < EXAMPLES:
        wrong += 1
        print(f"README.md: {len(cases)} examples, {len(answers)} answers")
    for (expression, due), answer in zip(cases, answers):
        given = plain(json.loads(answer))
        if given != due:
            wrong += 1
            print(f"README.md: {expression}\n  says {due}\n  is   {given}")
    explained = re.findall(r"^<!-- explain: (.*?) -->\n```text\n(.*?)^```$", section, re.M | re.S)
    for expression, due in explained:
        given = run(heng, ["--explain", expression, facts]).stdout
        if given != due:
            wrong += 1
            print(f"README.md: {expression} explained\n  says\n{due}  is\n{given}")
    print(f"{len(cases)} examples, {len(explained)} explained, {wrong} wrong")
    return 1 if wrong or not explained else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
