#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""large.py lines|columns|threads: the long runs, each with its result compared and its limits.

  large.py lines [--gigabytes 2] [--threads 1] [--folder DIR]
      JSON lines through `heng batch`: made on the fly and piped, or in a file in DIR. Every total
      is compared. Refuses more than 64 MiB of memory (resident, at the most).
  large.py columns [--evaluations 15000000] [--threads 1]
      A nation's year from columns. Refuses more than a minute.
  large.py threads
      Two threads beside one, by the clock, on lines and on columns. Refuses less than 1.8 times.

Run it where nothing else runs. --bin build/release/bin says where the programs are.
"""
import argparse
import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORKLOAD = HERE.parent / "cases/peer-workload"
MOST_MEMORY = 64 * 1024 * 1024
MOST_SECONDS = 60
LEAST_SPEEDUP = 1.8


def documents():
    """The workload as JSON lines, one string, and its totals."""
    lines = []
    with open(WORKLOAD / "facts.csv", encoding="utf-8") as file:
        rows = csv.reader(file)
        paths = next(rows)[2:]
        for number, cells in enumerate(rows):
            data = {}
            for path, cell in zip(paths, cells[2:]):
                group, key = path.split(".")
                data.setdefault(group, []).append(f'"{key}":{cell}')
            text = ",".join(f'"{group}":{{{",".join(own)}}}' for group, own in data.items())
            lines.append(f'{{"heng":"facts/1","subject":{{"name":"unit {number}","year":2023}},'
                         f'"unit":"万元","data":{{{text}}}}}\n')
    with open(WORKLOAD / "expected.csv", encoding="utf-8") as file:
        totals = [row["total"] for row in csv.DictReader(file)]
    return "".join(lines).encode(), [f'"total":"{total}"'.encode() for total in totals]


def batch(options, threads, facts):
    return [str(options.bin / "heng"), "batch", "-r", str(WORKLOAD / "rubric.json"), "-j",
            str(threads), facts]


def feed(pipe, chunk, times):
    try:
        for _ in range(times):
            pipe.write(chunk)
        pipe.close()
    except BrokenPipeError:
        pass  # it ended early: its exit status says why


def lines(options):
    chunk, totals = documents()
    times = -(-int(options.gigabytes * 10**9) // len(chunk))
    size = times * len(chunk)
    name = None
    if options.folder:
        if shutil.disk_usage(options.folder).free < 2 * size:
            sys.exit(f"{options.folder} has no room for {2 * size} bytes")
        with tempfile.NamedTemporaryFile(dir=options.folder, suffix=".jsonl",
                                         delete=False) as file:
            name = file.name
            feed(file, chunk, times)
    try:
        began = time.monotonic()
        child = subprocess.Popen(batch(options, options.threads, name or "-"),
                                 stdin=None if name else subprocess.PIPE, stdout=subprocess.PIPE)
        if not name:
            threading.Thread(target=feed, args=(child.stdin, chunk, times)).start()
        count = 0
        for line in child.stdout:
            if totals[count % len(totals)] not in line:
                child.kill()
                sys.exit(f"line {count + 1} is {line.decode()}")
            count += 1
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - began
    finally:
        if name:
            os.unlink(name)
    processor = used.ru_utime + used.ru_stime
    memory = used.ru_maxrss * 1024
    print(f"{size / 1e9:.2f} GB, {count:,} documents, {options.threads} thread(s): "
          f"{wall:.1f} s by the clock, {processor:.1f} s of processor time, "
          f"{count / processor:,.0f} documents/s, {memory / 2**20:.1f} MiB at the most")
    if status != 0 or count != times * len(totals):
        sys.exit(f"heng batch ended with {status} after {count} lines")
    if memory >= MOST_MEMORY:
        sys.exit("that is too much memory")


def columns_run(options, evaluations, threads):
    done = subprocess.run([options.bin / "columns_run", "--evaluations", str(evaluations),
                           "--threads", str(threads)], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def columns(options):
    ran = columns_run(options, options.evaluations, options.threads)
    wall = ran["wall_ms"] / 1000
    print(f"{ran['evaluations']:,} evaluations from columns, {ran['threads']} thread(s): "
          f"{wall:.2f} s by the clock, {ran['processor_ms'] / 1000:.2f} s of processor time")
    if wall > MOST_SECONDS:
        sys.exit("that is more than a minute")


def threads(options):
    chunk, _ = documents()
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        for _ in range(100):
            file.write(chunk)
        file.flush()

        def by_lines(count):
            began = time.monotonic()
            subprocess.run(batch(options, count, file.name), stdout=subprocess.DEVNULL, check=True)
            return time.monotonic() - began

        def by_columns(count):
            return columns_run(options, 10_000_000, count)["wall_ms"] / 1000

        slow = []
        for what, way in (("lines", by_lines), ("columns", by_columns)):
            pairs = [(way(1), way(2)) for _ in range(5)]
            one, two = (statistics.median(times) for times in zip(*pairs))
            print(f"{what}: {one:.2f} s with one thread, {two:.2f} s with two: {one / two:.2f} ×")
            slow += [what] if one / two < LEAST_SPEEDUP else []
    if slow:
        sys.exit(f"less than {LEAST_SPEEDUP} ×: {', '.join(slow)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("lines", "columns", "threads"))
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/release/bin")
    parser.add_argument("--gigabytes", type=float, default=2)
    parser.add_argument("--evaluations", type=int, default=15_000_000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--folder", help="where a file of lines is made; none: they are piped")
    options = parser.parse_args()
    {"lines": lines, "columns": columns, "threads": threads}[options.what](options)


main()
