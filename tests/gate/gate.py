#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every command in every format over all examples, and keeps what each writes.

usage: gate.py HENG FOLDER            writes one file a call: exit status, output, errors
       gate.py HENG OTHER_HENG        runs both, and prints the calls whose bytes differ

A change that is to keep behaviour is one for which the second form prints nothing; the first
form keeps a state to compare with later. Exit status: 1 where something differs.

HENG_GATE_RUNNER is the command that runs OTHER_HENG where it was built for another platform, as
"qemu-s390x" or "node"; line ends of standard error are then that platform's own affair.
"""
import itertools
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
RUNNER = shlex.split(os.environ.get("HENG_GATE_RUNNER", ""))


def output(heng, *arguments):
    return subprocess.run([heng, *arguments], capture_output=True, text=True, check=True).stdout


def first_words(text):
    return [line.split()[0] for line in text.splitlines() if line.strip()]


def calls(heng):
    """Every call, as arguments relative to the examples."""
    rubrics = first_words(output(heng, "rubrics"))
    policies = first_words(output(heng, "policies"))
    facts = sorted(str(p.relative_to(EXAMPLES)) for p in EXAMPLES.rglob("*.json")
                   if '"facts/1"' in p.read_text(encoding="utf-8"))
    own = ["./units/rubric.json"]
    for command in ("rubrics", "policies"):
        yield (command,)
    for policy in policies:
        yield ("policy", policy)
    for rubric in rubrics + own:
        if rubric in rubrics:
            yield ("rubric", rubric)
        for form in ("text", "json"):
            yield ("lint", "-f", form, rubric)
            yield ("lint", "--all", "-f", form, rubric)
    for rubric, document in itertools.product(rubrics + own, facts):
        for form in ("text", "json", "md", "csv"):
            yield ("score", "-r", rubric, "-f", form, document)
            yield ("score", "--partial", "-r", rubric, "-f", form, document)
        for form in ("text", "json", "md"):
            yield ("explain", "-r", rubric, "-f", form, document)
        for form in ("text", "json"):
            yield ("audit", "-r", rubric, "-f", form, document)
        for form in ("md", "html"):
            yield ("report", "-r", rubric, "-f", form, document)
        yield ("batch", "-r", rubric, document)
    for rubric in rubrics:
        for first, second in zip(facts, facts[1:]):
            for form in ("text", "json", "md"):
                yield ("diff", "-r", rubric, "-f", form, first, second)
    guangzhou = "guangzhou-2023"
    for form in ("text", "json"):
        yield ("reconcile", "-f", form, f"{guangzhou}/claims.json", f"{guangzhou}/facts.json")
        yield ("reconcile", "--all", "-f", form, f"{guangzhou}/claims.json",
               f"{guangzhou}/facts.json")
        yield ("test", "-f", form, "tests/guangzhou-what-if.json")
        yield ("plan", "check", "-f", form, f"{guangzhou}/plan.json")
        for policy in policies + [f"./{guangzhou}/policy.json"]:
            for progress in (f"{guangzhou}/progress.json", "cycle/progress.json"):
                yield ("monitor", "--policy", policy, "-f", form, progress)
                yield ("decide", "--policy", policy, "--progress", progress, "-f", form)
                yield ("decide", "--policy", policy, "--progress", progress,
                       "--scores", "cycle/scores.json", "-f", form)
    for rubric in rubrics:
        yield ("test", "--mutate", "-f", "json", rubric)
    yield ("plan", "facts", f"{guangzhou}/plan.json", f"{guangzhou}/facts.json")
    for kind in first_words(output(heng, "schema")):
        yield ("schema", kind.split("/")[0])
    for expression in ("1/3", "[1..3]", "{a: 0.1 + 0.2}", "date(\"2024-02-29\") + duration(\"P1Y\")",
                       "sum([1, null])", "1 +"):
        yield ("eval", expression)
        yield ("eval", "--explain", expression)
        yield ("eval", "--explain", "-f", "json", expression)
    yield ("library", "list")
    for form in ("text", "json"):
        yield ("library", "search", "-f", form, "预算")
        yield ("library", "check", "-f", form, "common-indicators")
    with tempfile.TemporaryDirectory() as folder:
        sheet = os.path.join(folder, "sheet.json")
        for rubric, document in itertools.product(rubrics, facts):
            scored = run(heng, ("score", "-r", rubric, "-f", "json", document))
            if scored.startswith(b"status 0\n"):
                with open(sheet, "wb") as file:
                    file.write(scored.removeprefix(b"status 0\n").rpartition(b"--- errors")[0])
                for form in ("text", "json"):
                    yield ("verify", "-f", form, sheet, rubric, document)
    yield from in_languages(heng, rubrics + own, facts)
    yield from refusals()


def in_languages(heng, rubrics, facts):
    """The same in each language, where the command can be asked for one."""
    if "--language" not in output(heng, "score", "--help"):
        return
    for language, rubric in itertools.product(("zh", "en"), rubrics):
        yield ("lint", "--language", language, rubric)
        for document in facts:
            for command in ("score", "explain", "audit"):
                yield (command, "--language", language, "-r", rubric, document)


def refusals():
    """What cannot be used, so that the bytes of errors are compared as well."""
    yield ("score", "-r", "no-such-rubric", "guangzhou-2023/facts.json")
    yield ("score", "-r", "guangzhou-department-2023", "tests/guangzhou-what-if.json")
    yield ("lint", "guangzhou-2023/facts.json")
    yield ("score", "-r", "guangzhou-department-2023", "no-such-file.json")
    yield ("reconcile", "guangzhou-2023/facts.json", "guangzhou-2023/claims.json")
    yield ("plan", "check", "cycle/scores.json")


def run(heng, arguments, runner=()):
    done = subprocess.run([*runner, heng, *arguments], capture_output=True, cwd=EXAMPLES,
                          stdin=subprocess.DEVNULL, check=False)
    errors = done.stderr.replace(b"\r\n", b"\n") if runner else done.stderr
    return (f"status {done.returncode}\n".encode() + done.stdout
            + b"--- errors\n" + errors)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    heng, other = (os.path.abspath(path) for path in sys.argv[1:])
    if os.path.isfile(other):
        differ = 0
        count = 0
        for arguments in calls(heng):
            count += 1
            before, after = run(heng, arguments), run(other, arguments, RUNNER)
            if before != after:
                differ += 1
                print("differs: heng " + " ".join(arguments))
        print(f"{count} calls, {differ} differ")
        sys.exit(1 if differ else 0)
    os.makedirs(other, exist_ok=True)
    for number, arguments in enumerate(calls(heng)):
        name = f"{number:04} " + " ".join(arguments).replace("/", "_")
        with open(os.path.join(other, name[:200]), "wb") as file:
            file.write(run(heng, arguments))


if __name__ == "__main__":
    main()
