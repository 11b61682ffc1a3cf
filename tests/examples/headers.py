#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""headers.py INCLUDE OUTPUT COMPILER FLAGS...: the example of each public header compiles.

The example is the block of lines "//     code" in the comment at the head of a header. Each becomes
the body of a function, all in one source, so that checking them costs one compilation. Names that
an example does not declare stand in prelude.txt, by the header's file name.
"""
import pathlib
import re
import subprocess
import sys

# Headers that have no example in C++: internal ones, and those whose example is JSON or text.
WITHOUT = {"big.hpp", "big_ratio.hpp", "checked.hpp", "leaf_scorer.hpp",
           "lint_codes.hpp", "ratio_parts.hpp", "reason.hpp", "what_if.hpp"}

# Blocks that are no C++, by the header's file name and their first words. Blocks of JSON are
# recognised by their first character.
TEXT = {("checked.hpp", "核对"), ("diff.hpp", "total ="), ("report.hpp", "subject, year")}

START = """#include <cstdio>
#include <iostream>
#include <string>
#include <vector>
"""


def blocks(lines):
    """Yields (number of the first line, lines) for each indented block of the head comment."""
    block, first, before = [], 0, ""
    for number, line in enumerate(lines, 1):
        if line.startswith("//     ") and (block or before == "//"):
            first = first or number
            block.append(line[7:])
        elif block:
            yield first, block
            block, first = [], 0
        if not line.startswith("//"):
            return
        before = line


def is_code(name, block):
    return not block[0].startswith(("{", '"')) and not any(
        name == header and block[0].startswith(start) for header, start in TEXT)


def preludes(path):
    """The declarations of prelude.txt, by file name."""
    found, names = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        section = re.fullmatch(r"\[(.+)\]", line)
        if section:
            names = section.group(1).split()
        elif line and not line.startswith("#"):
            for name in names:
                found[name] = found.get(name, "") + line + "\n"
    return found


def main(include, output, *compiler):
    include = pathlib.Path(include)
    prelude = preludes(pathlib.Path(__file__).with_name("prelude.txt"))
    wrong, includes, bodies, bare, names, count = [], "", "", set(), set(), 0
    for path in sorted(include.glob("heng/**/*.hpp")):
        lines = path.read_text(encoding="utf-8").splitlines()
        code = [(first, block) for first, block in blocks(lines) if is_code(path.name, block)]
        names.add(path.name)
        if not code:
            bare.add(path.name)
            if path.name not in WITHOUT:
                wrong.append(f"{path}: no example, and {path.name} is not in WITHOUT")
            continue
        includes += f"#include <{path.relative_to(include)}>\n"
        for first, block in code:
            count += 1
            bodies += (f"namespace example_{count} {{\nusing namespace heng;\n"
                       "using namespace heng::literals;\n" + prelude.get(path.name, "")
                       + f'auto example() {{\n#line {first} "{path}"\n' + "\n".join(block)
                       + "\n}\n}\n")
    wrong += [f"{name} is in WITHOUT, and there is no such header" for name in WITHOUT - bare]
    wrong += [f"{name} is in prelude.txt, and there is no such header"
              for name in prelude.keys() - names]
    pathlib.Path(output).write_text(START + includes + bodies, encoding="utf-8")
    print("\n".join([*wrong, f"{count} examples"]))
    compiled = subprocess.run([*compiler, output], check=False).returncode
    return 1 if wrong or compiled else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
