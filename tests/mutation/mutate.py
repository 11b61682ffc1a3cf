#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Changes the C++ of rules or numbers, one place at a time, and sees whether a test notices.

    mutate.py BUILD [--room rule] [--only step.hpp] [-j 2]

A mutant is one comparison, sign, constant, min/max, and/or or rounding turned around, outside of
comments. It is killed where the room's tests do not compile (many are static_asserts) or fail; they
are compiled anew for each against BUILD's library (BUILD is a folder such as build/release). Prints
the survivors with file, line and change; exit status 1 where one survives that is not in argued.txt.
Standard library only; some seconds a mutant.
"""
import argparse
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ROOMS = {
    "rule": (["include/heng/rule"], ["tests/unit/rule/static_test.cpp",
                                     "tests/unit/rule/examples_test.cpp"]),
    "number": (["include/heng/number"],
               [f"tests/unit/number/{each}_test.cpp" for each in (
                   "ratio", "decimal", "rounding", "checked", "percent", "points", "ratio_text",
                   "decimal_text", "root")]),
}
# what no mutant changes is read once for all
PRECOMPILED = ["doctest/doctest.h", "boost/multiprecision/cpp_int.hpp", "algorithm", "array",
               "functional", "map", "optional", "string", "variant", "vector"]
TURNS = [(r" < ", [" <= ", " > "]), (r" <= ", [" < ", " >= "]), (r" > ", [" >= ", " < "]),
         (r" >= ", [" > ", " <= "]), (r" == ", [" != "]), (r" != ", [" == "]),
         (r" && ", [" || "]), (r" \|\| ", [" && "]), (r" \+ ", [" - "]), (r" - ", [" + "]),
         (r" \* ", [" / "]), (r" / ", [" * "]), (r"\bmin\(", ["max("]), (r"\bmax\(", ["min("]),
         (r"\btrue\b", ["false"]), (r"\bfalse\b", ["true"]), (r"\.floor\(\)", [".ceiling()"]),
         (r"\.ceiling\(\)", [".floor()"]), (r"(?<=[ (\[{])0(?=[;,)\]} ])", ["1"]),
         (r"(?<=[ (\[{])1(?=[;,)\]} ])", ["0", "2"]), (r" !(?=\w)", [" "]), (r"\(!(?=\w)", ["("])]


class Mutant:
    def __init__(self, file, line, start, end, new, text):
        self.file, self.line, self.start, self.end, self.new, self.text = (
            file, line, start, end, new, text)

    def name(self):
        """Of what stands in the line more than once, which: `<` (2)."""
        old = self.text[self.start:self.end]
        before = self.text[:self.start].count(old)
        return (f"{self.file}:{self.line + 1}: `{old.strip()}`{f' ({before + 1})' if before else ''} "
                f"as `{self.new.strip()}`: {self.text.strip()}")


def mutants_of(file):
    made = []
    for number, line in enumerate((ROOT / file).read_text(encoding="utf-8").splitlines()):
        code = line.split("//")[0]
        if code.lstrip().startswith(("#", "static_assert", "template")):
            continue
        for pattern, news in TURNS:
            for found in re.finditer(pattern, code):
                made += [Mutant(file, number, found.start(), found.end(), new, line)
                         for new in news]
    return made


def compiled(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def flags(include):
    return ["g++", "-std=c++20", "-O0", "-w", f"-I{include}", f"-I{ROOT}/src", f"-I{ROOT}/tests",
            f'-DHENG_SOURCE_DIR="{ROOT}"', f'-DHENG_SHARED_DIR="{ROOT}/../shared"']


def fails(test, folder, parts):
    """Whether a test does not compile, or fails, with the headers of the folder."""
    program = folder / pathlib.Path(test).stem
    if not compiled([*flags(folder / "include"), *parts[:-2], str(ROOT / test), *parts[-2:], "-lmd",
                     "-o", str(program)], folder):
        return True
    try:
        return subprocess.run([program], cwd=folder, capture_output=True, check=False,
                              timeout=60).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def killed(mutant, tests, parts):
    """Whether a test notices; the changed header stands before the others."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(ROOT / "include", folder / "include")
        path = folder / mutant.file
        lines = path.read_text(encoding="utf-8").splitlines()
        lines[mutant.line] = (mutant.text[:mutant.start] + mutant.new + mutant.text[mutant.end:])
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        nearest = pathlib.Path(mutant.file).stem + "_test"
        if pathlib.Path(mutant.file).stem.startswith("big"):
            # as heng::core has it: the library has its own, unchanged
            parts = [*parts[:2], "-DHENG_HEADER_ONLY=1", *parts[2:]]
        return any(fails(test, folder, parts)
                   for test in sorted(tests, key=lambda test: nearest not in test))


def all_killed(mutants, tests, build, jobs):
    with tempfile.TemporaryDirectory() as name:
        main_object = pathlib.Path(name) / "main.o"
        subprocess.run([*flags(ROOT / "include"), "-c", str(ROOT / "tests/main.cpp"), "-o",
                        str(main_object)], check=True)
        header = pathlib.Path(name) / "precompiled.hpp"
        header.write_text("".join(f"#include <{each}>\n" for each in PRECOMPILED), encoding="utf-8")
        subprocess.run([*flags(ROOT / "include"), "-x", "c++-header", str(header), "-o",
                        f"{header}.gch"], check=True)
        parts = ["-include", str(header), str(main_object), str(build / "lib/libheng.a")]
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            return list(pool.map(lambda mutant: killed(mutant, tests, parts), mutants))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--room", choices=ROOMS, default="rule")
    parser.add_argument("--only", default="")
    parser.add_argument("-j", type=int, default=1)
    options = parser.parse_args()
    places, tests = ROOMS[options.room]
    files = [str(file.relative_to(ROOT)) for place in places
             for file in ([ROOT / place] if (ROOT / place).is_file()
                          else sorted((ROOT / place).glob("*.hpp")))]
    mutants = [mutant for file in files if options.only in file for mutant in mutants_of(file)]
    build = options.build.resolve()
    argued = {line.split(" # ")[0].strip()
              for line in (HERE / "argued.txt").read_text(encoding="utf-8").splitlines()
              if line and not line.startswith("#")}
    died = all_killed(mutants, tests, build, options.j)
    left = [mutant.name() for mutant, dead in zip(mutants, died) if not dead]
    unargued = [name for name in left if re.sub(r":\d+:", ":", name, count=1) not in argued]
    for name in left:
        print(("survives: " if name in unargued else "argued: ") + name)
    print(f"{len(mutants)} mutants of {options.room}: {len(mutants) - len(left)} killed, "
          f"{len(left) - len(unargued)} argued, {len(unargued)} survive")
    return 1 if unargued else 0


if __name__ == "__main__":
    sys.exit(main())
