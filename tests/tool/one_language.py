#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every command in every format over the examples, and every mistake of tests/codes, with
--language en and --language zh.

usage: one_language.py HENG SOURCE_TREE

Fails where English output has a Chinese letter, or Chinese output a Latin word of three letters,
outside of what stands in the documents: their names and texts, their keys and paths, and what a
machine reads (codes, pointers, the keys of JSON). Fails too where English counts one of a thing as
several ("1 points"), and where a sentence of the sources could.
"""
import csv
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

heng, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
how = json.loads((tree / "tests/codes/raises.json").read_text(encoding="utf-8"))
han = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")
latin = re.compile(r"[A-Za-z]{3,}")
# names of things that have no other: programs, formats, encodings, and severities for machines
plain = set("heng json csv utf nul html feel bom true false null error warning note stdin "
            "excel word pdf xls xlsx doc docx".split())
nouns = ("points|percentage points|indicators|targets|rows|records|units|projects|places|facts|steps"
         "|tests|mutants|days|arguments|bytes|digits|levels|grades|items|rules|elements|documents"
         "|differences|problems|goals|tasks|duties|columns|findings|values|keys")
one_of_several = re.compile(rf"(?<![\d.,/])1 (?:more |different )?(?:{nouns})\b")
never_one = re.compile(rf"\{{[a-z0-9_]+\}} (?:more |different )?(?:{nouns})\b(?!\{{)")
examples = tree / "examples"
city = examples / "guangzhou-2023"
breaches = {}
wholes = []  # texts of the documents with a Latin letter, the longest first
runs = 0


def run(*arguments, folder):
    global runs
    runs += 1
    done = subprocess.run([str(heng), *map(str, arguments)], capture_output=True, text=True,
                          encoding="utf-8", check=False, cwd=folder)
    return done.stdout, done.stderr


def strings(value):
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


def sentences(value, key=""):
    """The texts of a JSON result that are for people: those with a space or a Chinese letter."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from sentences(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from sentences(each, key)
    elif isinstance(value, str) and key not in ("witness", "expression", "pointer", "where"):
        if " " in value or han.search(value):
            yield value


def words_of(texts):
    found = set()
    for text in texts:
        found.update(latin.findall(text))
        found.update(re.findall(r"[A-Za-z_][A-Za-z0-9_.-]{2,}", text))
    return {word.lower() for word in found}


def runs_of_han(texts):
    found = set()
    for text in texts:
        found.update(re.findall("[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+", text))
    return sorted(found, key=len, reverse=True)


def of_machine(text):
    text = re.sub(r"\[[a-z][a-z0-9._-]*(, at [^\]]*)?\]", " ", text)  # a code and its pointer
    text = re.sub(r"(?m)^\s*\{.*\}$", " ", text)  # a witness
    text = re.sub(r"<style>.*?</style>", " ", text, flags=re.S)
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    text = re.sub(r"(?m)^[^\s:]+:\d+:\d+:", " ", text)  # a place
    text = re.sub(r"(?m)^(## )?(\\)?(\*\.)?[a-z]+([.-][a-z0-9_-]+)*$", " ", text)  # a code
    text = re.sub(r"\\([_*\[\]])", r"\1", text)  # Markdown's escapes
    text = re.sub(r"\bheng [a-z]+[ -~]*|--[a-z-]+|\\u[0-9a-f]{4}", " ", text)  # what is typed
    text = re.sub(r"sha256:[0-9a-f]+|\bHENG_[A-Z]+\b", " ", text)
    return re.sub(r"(?m)^ *\ufeff?[…\{\[\"].*\n *\^~*$", " ", text)  # an excerpt of a document


def look(language, name, texts, words, han_runs):
    for text in texts:
        for line in of_machine(text).split("\n"):
            if language == "en" and (one_of_several.search(line) or "{s}" in line):
                breaches.setdefault((language, "one of several"), (name, line.strip()[:150]))
            if language == "en" and han.search(line):
                rest = line
                for each in han_runs:
                    rest = rest.replace(each, " ")
                if han.search(rest):
                    breaches.setdefault((language, rest.strip()[:70]), (name, line.strip()[:150]))
            elif language == "zh" and latin.search(line):
                for whole in wholes:
                    if whole in line:
                        line = line.replace(whole, " ")
                for word in re.findall(r"[A-Za-z_][A-Za-z0-9_.-]*", line):
                    bare = [each for each in latin.findall(word)
                            if each.lower() not in plain and each.lower() not in words]
                    if bare and word.lower() not in words:
                        breaches.setdefault((language, bare[0]), (name, line.strip()[:150]))


with tempfile.TemporaryDirectory() as folder:
    at = pathlib.Path(folder)
    documents = []
    for path in sorted(examples.rglob("*.json")):
        documents.append(json.loads(path.read_text(encoding="utf-8")))
    for listing, printing in (("rubrics", "rubric"), ("policies", "policy")):
        for line in run(listing, folder=folder)[0].split("\n"):
            if line.strip():
                documents.append(json.loads(run(printing, line.split()[0], folder=folder)[0]))
    rubrics = [line.split()[0] for line in run("rubrics", folder=folder)[0].split("\n") if line]
    for name, text in how["bases"].items():
        (at / (name + ".json")).write_text(text, encoding="utf-8")
        try:
            documents.append(json.loads(text))
        except ValueError:
            documents.append(text)
    for path in sorted((tree / "src/builtin").rglob("*.json")):
        documents.append(json.loads(path.read_text(encoding="utf-8")))
    facts = json.loads((city / "facts.json").read_text(encoding="utf-8"))
    (at / "full.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    less = json.loads(json.dumps(facts))
    key = sorted(less["data"]["budget"])[0]
    del less["data"]["budget"][key]
    (at / "less.json").write_text(json.dumps(less, ensure_ascii=False), encoding="utf-8")
    (at / "lines.jsonl").write_text("\n".join(json.dumps(each, ensure_ascii=False)
                                              for each in (facts, less)) + "\n{\n",
                                    encoding="utf-8")
    texts = list(strings(documents))
    id_ = "guangzhou-department-2023"
    (at / "sheet.json").write_text(run("score", "-r", id_, "-f", "json", "full.json",
                                       folder=folder)[0], encoding="utf-8")
    texts += (entry["input"] for entry in json.loads(run("lint", "--explain", "all", "-f", "json",
                                                         folder=folder)[0]))
    calls = []
    for form in ("text", "json", "md", "html", "csv"):
        calls.append(["score", "-r", id_, "-f", form, "full.json"])
        calls.append(["score", "-r", examples / "units/rubric.json", "-f", form,
                      examples / "units/facts.json"])
    for form in ("text", "json", "md", "html"):
        calls.append(["score", "--partial", "-r", id_, "-f", form, "less.json"])
        calls.append(["explain", "-r", id_, "-f", form, "full.json"])
        calls.append(["diff", "-r", id_, "-f", form, "full.json", city / "facts.json"])
        calls.append(["diff", "-r", "./small.json", "-f", form, "facts.json", "other.json"])
    (at / "other.json").write_text(how["bases"]["facts"].replace("90", "80"), encoding="utf-8")
    for form in ("text", "json"):
        for rubric in rubrics:
            calls.append(["lint", "--all", "-f", form, rubric])
            calls.append(["test", "-f", form, rubric])
        calls += [["reconcile", "-f", form, city / "claims.json", "full.json"],
                  ["plan", "check", "-f", form, city / "plan.json"],
                  ["plan", "check", "--library", "common-indicators", "-f", form,
                   city / "plan.json"],
                  ["library", "check", "-f", form, "common-indicators", city / "plan.json"],
                  ["library", "search", "-f", form, "common-indicators", "率"],
                  ["verify", "-f", form, "sheet.json", id_, "full.json"],
                  ["verify", "-f", form, "sheet.json", id_, "less.json"],
                  ["verify", "-f", form, "sheet.json", "project-2020", "full.json"]]
        for progress in (city / "progress.json", examples / "cycle/progress.json"):
            calls.append(["monitor", "--policy", "province-thresholds", "-f", form, progress])
            calls.append(["decide", "--policy", "guangzhou-2023", "--progress", progress,
                          "--scores", examples / "cycle/scores.json", "-f", form])
    for form in ("text", "json", "html"):
        for path in sorted((examples / "audit").glob("*.json")):
            calls.append(["audit", "-r", "project-2020", "-f", form, path])
        calls.append(["audit", "-r", id_, "-f", form, "full.json"])
    for form in ("md", "html"):
        calls.append(["report", "-r", id_, "-f", form, "--plan", city / "plan.json", "--claims",
                      city / "claims.json", "--progress", city / "progress.json", "--policy",
                      "guangzhou-2023", "full.json"])
    calls += [["batch", "-r", id_, "lines.jsonl"], ["rubrics"], ["policies"],
              ["lint", "--explain", "all"], ["lint", "--explain", "all", "-f", "md"]]
    for recipe in how["raises"]:
        command = recipe.get("command") or how["commands"].get(recipe["base"], "")
        base = how["bases"].get(recipe["base"])
        if recipe["base"] == "command":
            calls.append(recipe["with"].split(" ")[1:])
            continue
        text = recipe["with"] if base is None else base.replace(recipe["replace"], recipe["with"])
        name = f"input{len(calls)}.json"
        (at / name).write_text(text, encoding="utf-8")
        texts.append(text)
        calls.append([{"FILE": "./" + name, "@FILE": text.rstrip("\n")}.get(word, word)
                      for word in command.replace("-f json ", "").split(" ")])
    for kind in run("schema", folder=folder)[0].split():
        schema = json.loads(run("schema", kind.split("/")[0], folder=folder)[0])
        texts += (text for text in strings(schema) if " " not in text)
    wholes += sorted({text for text in texts if " " in text and latin.search(text)}, key=len,
                     reverse=True)
    words = words_of(text for text in texts if " " not in text)
    words |= {"offsets", "sizeof", "values"}  # of heng.h
    words |= {"derived"}  # where a rule comes from, as documents write it
    words |= words_of(recipe["with"] for recipe in how["raises"])
    han_runs = runs_of_han(texts)
    for call in calls:
        for language in ("en", "zh"):
            if call[0] in ("plan", "library"):
                arguments = [*call[:2], "--language", language, *call[2:]]
            else:
                arguments = [call[0], "--language", language, *call[1:]]
            out, err = run(*arguments, folder=folder)
            name = " ".join(str(each).replace(str(tree) + "/", "") for each in arguments)
            extra = words | words_of(map(str, arguments))
            if "json" in map(str, call) and out.startswith(("{", "[")):
                look(language, name, sentences(json.loads(out)), extra, han_runs)
            elif "csv" in map(str, call):
                cells = [cell for row in csv.reader(out.splitlines()) for cell in row]
                look(language, name, sentences(cells), extra, han_runs)
            elif call[0] == "batch":
                for line in out.splitlines():
                    look(language, name, sentences(json.loads(line)), extra, han_runs)
            else:
                look(language, name, [out], extra, han_runs)
            look(language, name, [err], extra, han_runs)

for path in sorted((*tree.glob("src/**/*.[ch]pp"), *tree.glob("capi/*.[ch]pp"))):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if never_one.search(line) and not line.lstrip().startswith("//"):
            breaches[("en", f"{path.name}:{number}")] = ("a sentence without {s}", line.strip())
for path in sorted(tree.glob("src/builtin/templates/*.en.*")):
    found = re.search(rf"\}}\}} (?:{nouns})\b", path.read_text(encoding="utf-8"))
    if found:
        breaches[("en", path.name)] = ("a template that can't say one", found.group(0))

print(f"{runs} runs, {len(breaches)} breaches")
for (language, found), (name, line) in sorted(breaches.items()):
    print(f"{language}: {found!r} in: {line}\n    heng {name[:150]}")
sys.exit(1 if breaches else 0)
