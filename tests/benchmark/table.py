#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""table.py [--bin build/release/bin] [--write] [--quick]: runs the benchmarks, prints the tables.

In one run, on one core: each way to score the peer workload beside the same rubric by hand, the C
ABI call by call; forms as departments file them; what an explained sheet is made of; how cost grows
with rubrics and documents; numbers and expressions. Times are medians of processor time. npm's
engines are run where node finds them (peers.js). With --write the tables also replace those in
tests/benchmark/README.md, and the few of README.zh.md, between <!-- benchmarks: … --> and
<!-- end -->. README.md quotes some of their rows: HENG_WRITE=1 ctest -R guides puts the new ones
there.
"""
import argparse
import datetime
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# Of the peer workload: what a reader calls it, and the benchmark. The last of a part is its floor.
PARTS = [
    ("Facts in slots → total (a)", [
        ("heng, the kernel", "slots/kernel"),
        ("heng, the engine", "slots/engine"),
        ("by hand in `double`: {wrong}", "slots/double"),
        ("by hand, exact, dividing in 128 bits", "slots/floor, 128 bits"),
        ("by hand, exact, in 64 bits where they suffice: the floor", "slots/floor"),
    ]),
    ("Columns → totals (b)", [
        ("heng, `ColumnScorer`, int64", "columns/int64"),
        ("heng, `ColumnScorer`, money and figures as text", "columns/text"),
        ("heng, the kernel", "columns/kernel"),
        ("by hand, exact, dividing in 128 bits", "columns/floor, 128 bits"),
        ("by hand, exact: the floor", "columns/floor"),
    ]),
    ("JSON text, 1.3 kB → …", [
        ("total (c)", "json/total"),
        ("total, documents of any shape", "json/total, mixed"),
        ("batch line with every score (d)", "json/summary line"),
        ("batch line, documents of any shape", "json/summary line, mixed"),
        ("sheet/1 with explanations (e)", "json/sheet"),
        ("`Facts`", "json/facts"),
        ("nothing: Boost.JSON scans it: the floor", "json/scan"),
    ]),
]
# The same documents through the C ABI, one after the other; the floor is that of JSON text.
CALLS = [
    ("`heng_facts_load`, freed", "c abi/load"),
    ("`heng_score` of loaded facts, freed", "c abi/score"),
    ("text → `heng_sheet_total`, all freed", "c abi/total"),
    ("text → `heng_sheet_json`, all freed", "c abi/json"),
    ("`heng_scorer_score`, documents that look alike", "c abi/scorer"),
    ("`heng_scorer_score`, documents of any shape", "c abi/scorer, mixed"),
]
# Of a form: what a reader calls it, and the benchmark.
FORMS = [
    ("batch line, a tenth not plain: {mixed} to the engine", "batch line"),
    ("batch line, all plain: {plain} to the engine", "plain"),
    ("batch line by the engine alone", "engine"),
    ("sheet/1 with explanations", "sheet"),
]
# Each way of the explained sheet goes further than the one before.
SHEET = [
    ("JSON text to a tree", "sheet/tree"),
    ("the rubric's facts in it", "sheet/facts"),
    ("scores", "sheet/scores"),
    ("sentences, and what each item read", "sheet/sentences"),
    ("SHA-256 of the facts", "sheet/digest"),
    ("written as sheet/1", "sheet/written"),
]
LOADS = [("Loading the rubric, with all checks", "load/rubric"),
         ("`heng lint` of it", "load/lint"),
         ("Compiling it for the kernel", "load/kernel")]


def run(program, arguments, core):
    """Medians of processor time by benchmark, in ns, and what it wrote on standard error."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [str(program), f"--benchmark_out={out.name}", "--benchmark_out_format=json",
                   *arguments]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              preexec_fn=lambda: os.sched_setaffinity(0, {core}))
        if done.returncode != 0:
            sys.exit(f"{program}: {done.stderr}")
        times = {}
        runs = json.load(open(out.name))["benchmarks"]
        for each in sorted(runs, key=lambda each: each["family_index"]):
            if each["run_type"] == "iteration":
                unit = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}[each["time_unit"]]
                name = re.sub(r"/(repeats:\d+|process_time)", "", each["run_name"])
                times.setdefault(name, []).append(each["cpu_time"] * unit)
        return {name: statistics.median(all) for name, all in times.items()}, done.stderr


def short(ns):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= 0.9995 * size:  # which three digits round up to
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.3g} ns"


def rate(ns):
    each = 1e9 / ns
    for unit, size in (("M", 1e6), ("k", 1e3)):
        if each >= size:
            return f"{each / size:.3g} {unit}"
    return f"{each:.3g}"


def peer_table(times, calls, wrong, npm):
    lines = ["| a document: 30 indicators, 9 groups, 57 facts | time | documents/s | × floor |",
             "|---|--:|--:|--:|"]
    for title, ways in PARTS:
        floor = times[ways[-1][1]]
        lines.append(f"| **{title}** | | | |")
        for words, name in ways:
            if name in times:
                ns = times[name]
                lines.append(f"| {words.format(wrong=wrong)} | {short(ns)} | {rate(ns)} "
                             f"| {ns / floor:.2f} |")
    lines.append("| **The C ABI, one document after the other** | | | |")
    for words, name in CALLS:
        lines.append(f"| {words} | {short(calls[name])} | {rate(calls[name])} "
                     f"| {calls[name] / times['json/scan']:.2f} |")
    lines.append("| **Other engines, facts as objects → total** | | | |")
    floor = times["slots/floor"]
    for each in npm:
        if "ns" in each:
            lines.append(f"| {each['name']}: {each['wrong']} | {short(each['ns'])} "
                         f"| {rate(each['ns'])} | {each['ns'] / floor:,.0f} |")
        else:
            lines.append(f"| {each['name']}: {each['why']} | | | |")
    lines.append("")
    lines += [f"{words}: {short(times[name])}.  " for words, name in LOADS]
    lines += [f"Beside {each['name']}, text → total through the C ABI is "
              f"{each['ns'] / calls['c abi/total']:,.0f} × as fast, `heng_scorer_score` "
              f"{each['ns'] / calls['c abi/scorer']:,.0f} ×, of any shape "
              f"{each['ns'] / calls['c abi/scorer, mixed']:,.0f} ×.  "
              for each in npm if "ns" in each]
    return "\n".join(lines)


def forms_table(times, told):
    """`told` has the shares that went to the engine, a line each rubric."""
    lines = ["| a document | time | documents/s |", "|---|--:|--:|"]
    for rubric in dict.fromkeys(name.rsplit("/", 1)[0] for name in times):
        shares = re.search(rf"^{rubric}: (\S+ %) of .*?, (\S+ %) of the plain", told, re.M)
        for words, way in FORMS:
            ns = times[f"{rubric}/{way}"]
            words = words.format(mixed=shares[1], plain=shares[2])
            lines.append(f"| {rubric}, {words} | {short(ns)} | {rate(ns)} |")
    return "\n".join(lines)


def sheet_table(times):
    lines = ["| of an explained sheet of the peer workload | time | share |", "|---|--:|--:|"]
    whole = times[SHEET[-1][1]]
    before = 0
    for words, name in SHEET:
        part = times[name] - before
        before = times[name]
        lines.append(f"| {words} | {short(part)} | {100 * part / whole:.0f} % |")
    return "\n".join(lines + [f"| all of it | {short(whole)} | |"])


def growth_table(times):
    tasks = {}
    for name, ns in times.items():
        task, size = name.rsplit("/", 1)
        tasks.setdefault(task, {})[int(size)] = ns
    sizes = sorted({size for each in tasks.values() for size in each})
    lines = ["| time of each, at | " + " | ".join(f"{size:,}" for size in sizes) + " |",
             "|---|" + "--:|" * len(sizes)]
    for task, by_size in tasks.items():
        cells = [short(by_size[size] / size) if size in by_size else "" for size in sizes]
        lines.append(f"| {task} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


# What one more costs: its name, and the benchmarks of a batch line, of reading and of scoring it by
# the engine, and of a sheet.
MODEL = [
    ("an indicator with its facts", "indicators"),
    ("a target row", "target rows"),
    ("an element of a list, two fields, filtered", "elements of a list"),
    ("a fact that the rubric does not read", "unread facts"),
]


def model_table(times):
    """From the times of 1,000 of each, in which what a document costs is shared by many."""
    lines = ["| one more | batch line | read as `Facts` | scored by the engine "
             "| explained sheet/1 |",
             "|---|--:|--:|--:|--:|"]
    for words, task in MODEL:
        cells = [times.get(f"{task}: {way}/1000")
                 for way in ("batch line", "facts", "engine", "sheet")]
        lines.append(f"| {words} | "
                     + " | ".join(short(ns / 1000) if ns else "" for ns in cells) + " |")
    return "\n".join(lines)


def ways_table(times):
    tasks = {}
    for name, ns in times.items():
        task, way = name.rsplit("/", 1)
        tasks.setdefault(task, {})[way] = ns
    ways = list(dict.fromkeys(way for each in tasks.values() for way in each))
    lines = ["| expression | " + " | ".join(ways) + " |", "|---|" + "--:|" * len(ways)]
    for task, by_way in tasks.items():
        cells = [short(by_way[way]) if way in by_way else "" for way in ways]
        lines.append(f"| {task} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def npm_engines(core):
    if shutil.which("node") is None:
        return [{"name": "npm's engines", "why": "node is not here"}]
    done = subprocess.run(["node", str(HERE / "peers.js")], stdout=subprocess.PIPE, text=True,
                          preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    if done.returncode != 0:
        return [{"name": "npm's engines", "why": "peers.js failed"}]
    return [json.loads(line) for line in done.stdout.splitlines()]


# README.zh.md shows these, and the fastest of the other engines: words, and which figure.
SCREEN = [
    ("30个指标：`heng batch` 一行，含全部得分", "json/summary line"),
    ("30个指标：C 接口，从文本到总分", "c abi/total"),
    ("项目支出自评表，9～40个绩效指标：`heng batch` 一行", "project-2020/plain"),
]


def screen_table(times, npm):
    rows = [(words, times[name]) for words, name in SCREEN]
    others = sorted((each for each in npm if "ns" in each), key=lambda each: each["ns"])[:1]
    for each in others:
        name = each["name"].replace(", plain content", "").replace(", compiled once", "（预先编译）")
        rows.append((f"30个指标：{name}", each["ns"]))
    return "\n".join(["| 一份数据（一个核，随机金额） | 用时 | 每秒份数 |", "|---|--:|--:|"]
                     + [f"| {words} | {short(ns)} | {rate(ns)} |" for words, ns in rows])


def machine():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "a machine"


def output_of(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT,
                          check=True).stdout.strip()


def replace(path, name, text):
    """Replaces what stands between <!-- benchmarks: name --> and <!-- end -->."""
    old = path.read_text()
    marks = re.compile(rf"(<!-- benchmarks: {name} -->\n).*?(<!-- end -->)", re.S)
    if not marks.search(old):
        sys.exit(f"{path}: there is no <!-- benchmarks: {name} -->")
    path.write_text(marks.sub(lambda mark: mark[1] + text + "\n" + mark[2], old))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/release/bin")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--machine", default=machine())
    parser.add_argument("--compiler", default=None)
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    parser.add_argument("--commit", default=None)
    parser.add_argument("--quick", action="store_true", help="few repetitions: to try the script")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md beside it")
    options = parser.parse_args()

    compiler = options.compiler or output_of("c++", "--version").splitlines()[0]
    commit = options.commit or output_of("git", "rev-parse", "--short=10", "HEAD")
    often = ["--benchmark_repetitions=3", "--benchmark_min_time=0.02"] if options.quick else []
    peer, told = run(options.bin / "peer_benchmark", often, options.core)
    wrong = re.search(r"double gets (\d+) of 1000 random totals wrong, and (\d+) of 1000", told)
    wrong = f"{wrong[1]} of 1,000 plausible totals wrong, {wrong[2]} of 1,000 with ties"
    growth, _ = run(options.bin / "growth_benchmark",
                    often or ["--benchmark_repetitions=5", "--benchmark_min_time=0.05"],
                    options.core)
    feel, _ = run(options.bin / "feel_benchmark", often, options.core)

    memory = output_of(options.bin / "memory_run")
    where = (f"{options.machine}, one core; {compiler}; {options.date}, commit `{commit}`. "
             "Medians of processor time.")
    calls, _ = run(options.bin / "doors_benchmark", often, options.core)
    forms, shares = run(options.bin / "forms_benchmark", often, options.core)
    sheet, _ = run(options.bin / "sheet_benchmark", often, options.core)
    npm = npm_engines(options.core)
    tables = {"peer": peer_table(peer, calls, wrong, npm) + "\n\n" + where,
              "forms": forms_table(forms, shares) + "\n\n" + where,
              "sheet": sheet_table(sheet) + "\n\n" + where,
              "model": model_table(growth) + "\n\n" + where,
              "growth": growth_table(growth) + "\n\n" + where,
              "memory": memory,
              "feel": ways_table(feel) + "\n\n" + where}
    for name, text in tables.items():
        print(f"## {name}\n\n{text}\n")
    screen = screen_table({**peer, **calls, **forms}, npm)
    print(f"## README.zh.md\n\n{screen}\n")
    if options.write:
        for name in tables:
            replace(HERE / "README.md", name, tables[name])
        replace(ROOT / "README.zh.md", "screen", screen)


main()
