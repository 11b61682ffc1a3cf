#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the table of codes to the source, and each of its entries to the input that raises it.

usage: codes.py HENG SOURCE_TREE

Fails where a code of the source has no entry, where an entry stands for no code of the source, and
where the input of an entry, put into the document or call of tests/codes/raises.json, does not
raise its code. An entry that needs more than one document says which test asserts it, or why none
can.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

heng, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
wrong = []


def raised_by(output):
    return (set(re.findall(r'"code": ?"([^"]+)"', output)) |
            set(re.findall(r"\[([a-z][a-z0-9._-]*)(?:, at [^\]]*)?\]", output)))


def run(*arguments, folder=None):
    done = subprocess.run([str(heng), *arguments], capture_output=True, text=True,
                          encoding="utf-8", check=False, cwd=folder)
    return done.stdout + done.stderr


table = json.loads(run("lint", "--explain", "all", "-f", "json"))
codes = {entry["code"] for entry in table}
names = {code.split(".", 1)[1] for code in codes if "." in code}
how = json.loads((tree / "tests/codes/raises.json").read_text(encoding="utf-8"))

# --- the source: a literal in the form of a code is one, or a word that is known to be none -------
token = re.compile(r"""//[^\n]*|'(?:\\.|[^'\\])'|"(?:\\.|[^"\\])*\"""")
problem = re.compile(r"\b(?:problem|problem_at_key)\(\s*$")
seen = set()
for folder in ("src", "capi", "include"):
    for path in sorted((tree / folder).rglob("*.[ch]pp")):
        if path.name.startswith("codes"):
            continue
        text = path.read_text(encoding="utf-8")
        for match in token.finditer(text):
            word = match.group()[1:-1]
            before = text[max(0, match.start() - 80):match.start()]
            if match.group()[0] in "/'" or before.endswith("#include "):
                continue
            seen.update({word, word.split(".", 1)[-1]})
            named = bool(problem.search(before))
            if not named and not re.fullmatch(r"[a-z]+(?:[.-][a-z]+)+", word):
                continue
            known = word in codes or word in names or word in how["words"]
            known = known or "." in word and "*." + word.split(".", 1)[1] in codes
            if not known:
                wrong.append(f"{path.relative_to(tree)}: \"{word}\" has no entry in the table")
for code in sorted(codes):
    if code not in seen and code.split(".", 1)[-1] not in seen:
        wrong.append(f"no source has the code {code}")

# --- the entries: each is raised ------------------------------------------------------------------
recipes = {}
for recipe in how["raises"]:
    recipes.setdefault(recipe["entry"], []).append(recipe)
asserted = {each["entry"]: each for each in how["asserted"]}
raised = 0
before = {}  # what a base raises by itself
with tempfile.TemporaryDirectory() as folder:
    for name, text in how["bases"].items():
        pathlib.Path(folder, name + ".json").write_text(text, encoding="utf-8")
    full = tree / "examples/guangzhou-2023/facts.json"
    pathlib.Path(folder, "full.json").write_text(full.read_text(encoding="utf-8"),
                                                 encoding="utf-8")
    for entry in table:
        code, shown = entry["code"], entry["input"]
        mine = [each for each in recipes.get(code, [])
                if shown == ("" if each.get("without") else each["with"].strip())]
        if not mine:
            other = asserted.get(code)
            if shown or not other:
                wrong.append(f"{code}: nothing says how its input raises it: {shown}")
            elif "by" in other:
                stands = (tree / other["by"]).read_text(encoding="utf-8", errors="replace")
                if code.lstrip("*") not in stands:
                    wrong.append(f"{code}: {other['by']} does not assert it")
            elif not other.get("why"):
                wrong.append(f"{code}: is asserted nowhere")
            continue
        recipe = mine[0]
        if recipe["base"] == "command":
            arguments = shown.split(" ")[1:]
            text = ""
        else:
            base = how["bases"].get(recipe["base"])
            text = recipe["with"] if base is None else base.replace(recipe["replace"],
                                                                    recipe["with"])
            if base is not None and base.count(recipe["replace"]) != 1:
                wrong.append(f"{code}: the base has not one {recipe['replace']}")
            pathlib.Path(folder, "input.json").write_text(text, encoding="utf-8")
            command = recipe.get("command") or how["commands"][recipe["base"]]
            arguments = [{"FILE": "./input.json", "@FILE": text.rstrip("\n")}.get(word, word)
                         for word in command.split(" ")]
        output = run(*arguments, folder=folder)
        found = raised_by(output)
        if recipe["base"] in how["bases"] and recipe["replace"] != recipe["with"]:
            key = recipe["base"], command
            if key not in before:
                words = [{"FILE": f"./{key[0]}.json", "@FILE": base.rstrip("\n")}.get(word, word)
                         for word in command.split(" ")]
                before[key] = raised_by(run(*words, folder=folder))
            if recipe["raises"] in before[key]:
                wrong.append(f"{code}: is raised without its input, too")
        raised += 1
        if recipe["raises"] not in found:
            wrong.append(f"{code}: is not raised by {shown!r}: {sorted(found)} {output[:200]}")
        if recipe["raises"] != code and not code.startswith("*."):
            wrong.append(f"{code}: raises another code, {recipe['raises']}")

print(f"{len(table)} entries, {raised} raised")
for each in wrong:
    print(each)
sys.exit(1 if wrong else 0)
