#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Printed sentences as indicators of rubric/1, without a formula.

    shapes.py HENG SENTENCES

Each sentence of sentences.json becomes a rubric of one indicator. It must load, have no formula and
no `if` in it, pass `heng lint` without an error or a warning but those that the sentence itself has,
and score every probe as expected, by itself and in the total.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction


def rubric_of(sentence):
    """A rubric of this indicator; one without points stands beside another that has them."""
    indicator = {"id": "it", "name": sentence["text"], "points": sentence["points"],
                 **sentence["indicator"]}
    beyond = {key: indicator[key] for key in ("extra", "floor") if key in indicator}
    inputs = {name: {**({"type": declared} if isinstance(declared, str) else declared),
                     "label": name}
              for name, declared in sentence["inputs"].items()}
    indicators = [indicator]
    if indicator["points"] == "0":
        inputs["达标"] = {"type": "boolean", "label": "达标"}
        indicators.append({"id": "other", "name": "其他", "points": "10",
                           "rule": {"kind": "condition", "when": "达标"}})
    return {"heng": "rubric/1", "id": sentence["id"], "title": sentence["text"], "basis": "local",
            "source": sentence["text"], "language": "zh",
            "points": "10" if len(indicators) == 2 else sentence["points"], **beyond,
            "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf", "total"]},
            "inputs": inputs, "indicators": indicators, **sentence.get("rubric", {})}


def words_of(value):
    if isinstance(value, dict):
        yield from (word for each in value.values() for word in words_of(each))
    elif isinstance(value, list):
        yield from (word for each in value for word in words_of(each))
    elif isinstance(value, str):
        yield value


def facts_of(probe, other):
    """A line of facts: what the probe gives, and what a person gives the score."""
    facts = {"heng": "facts/1", "data": {**probe["facts"], **({"达标": True} if other else {})}}
    if "assessed" in probe:
        facts["assessed"] = {"it": {"score": probe["assessed"], "reason": "r"}}
    return json.dumps(facts, ensure_ascii=False)


def unlike(said, probe, other):
    """What a batch line says differently from the probe, or None."""
    code = said.get("error", {}).get("code")
    if code or "error" in probe:
        return None if code == probe.get("error") else f"{code}, expected {probe.get('error')}"
    score = Fraction(probe["expect"])
    if Fraction(said["scores"]["it"]) != score:
        return f"{said['scores']['it']}, expected {probe['expect']}"
    total = Fraction(probe.get("total", score + (10 if other else 0)))
    if Fraction(said["total"]) != total:
        return f"total {said['total']}, expected {total}"
    if "grade" in probe and said["grade"] != probe["grade"]:
        return f"grade {said['grade']}, expected {probe['grade']}"
    return None


def check(heng, sentence, folder):
    """The differences of one sentence."""
    rubric = rubric_of(sentence)
    other = len(rubric["indicators"]) == 2
    words = list(words_of(sentence["indicator"]))
    wrong = []
    if "formula" in words or any(word.startswith("if ") or "(if " in word for word in words):
        wrong.append("is a formula")
    path = folder / "rubric.json"
    path.write_text(json.dumps(rubric, ensure_ascii=False), encoding="utf-8")
    linted = subprocess.run([heng, "lint", "-f", "json", path], capture_output=True, text=True,
                            check=False)
    found = (json.loads(linted.stdout)["findings"] if linted.stdout
             else [{"severity": "error", "code": "", "message": linted.stderr}])
    wrong += [f"lint: {each['message']}" for each in found
              if each["severity"] != "note" and each["code"] not in sentence.get("lint", [])]
    lines = "".join(facts_of(probe, other) + "\n" for probe in sentence["probes"])
    scored = subprocess.run([heng, "batch", "-r", path, "-"], input=lines, capture_output=True,
                            text=True, check=False)
    said = [json.loads(line) for line in scored.stdout.splitlines()]
    if len(said) != len(sentence["probes"]):
        return wrong + [scored.stderr]
    for line, probe in zip(said, sentence["probes"]):
        why = unlike(line, probe, other)
        if why:
            wrong.append(f"{json.dumps(probe['facts'], ensure_ascii=False)}: {why}")
    return wrong


def main():
    heng = pathlib.Path(sys.argv[1]).resolve()
    sentences = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))["sentences"]
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        for sentence in sentences:
            for why in check(heng, sentence, pathlib.Path(name)):
                print(f"{sentence['id']}: {why}")
                failed += 1
    before = sum(sentence.get("before") == "formula" for sentence in sentences)
    probes = sum(len(sentence["probes"]) for sentence in sentences)
    print(f"{len(sentences)} sentences, {before} of which needed a formula; {probes} probes, "
          f"{failed} differences")
    return 1 if failed or probes < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
