#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""guides.py --source SOURCE --heng HENG --work WORK --c COMMAND --cpp COMMAND
          [--prefix PREFIX] [--only PAGE]

Runs every block of every guide (blocks.py says how) and checks what else they promise (pages.py).
With a prefix, where heng is installed, it runs the pages that have blocks which need one.

    HENG_WRITE=1 ctest --test-dir build/release -R guides

puts what is printed now in place of what the guides quote, and writes generated pages anew.
"""
import argparse
import dataclasses
import os
import pathlib
import shlex
import sys

sys.dont_write_bytecode = True  # nothing is left beside the sources

import blocks  # noqa: E402
import faults  # noqa: E402
import pages  # noqa: E402

NOT_RUN = 9  # blocks that say why they can't run; more need a reason to raise this


@dataclasses.dataclass
class Tools:
    heng: pathlib.Path
    c: list
    cpp: list
    prefix: pathlib.Path | None
    write: bool
    environment: dict = dataclasses.field(default_factory=dict)


def installed(prefix):
    """How a program finds what is installed there."""
    found = next(prefix.rglob("heng.pc")).parent
    return {"PREFIX": str(prefix), "CMAKE_PREFIX_PATH": str(prefix), "PKG_CONFIG_PATH": str(found),
            "LD_LIBRARY_PATH": str(found.parent)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--source", "--heng", "--work", "--prefix"):
        parser.add_argument(name, type=pathlib.Path, required=name != "--prefix")
    parser.add_argument("--only", help="run this page alone")
    parser.add_argument("--c", type=shlex.split, required=True)
    parser.add_argument("--cpp", type=shlex.split, required=True)
    options = parser.parse_args()
    tools = Tools(options.heng, options.c, options.cpp, options.prefix,
                  os.environ.get("HENG_WRITE") == "1",
                  installed(options.prefix) if options.prefix else {})

    tree = pages.Pages(options.source, str(options.heng), tools.write)
    quiet = dataclasses.replace(tools, write=False)
    wrong, counts, not_run = [] if tools.prefix else faults.check(options.source, quiet), {}, []
    for name in tree.guides:
        page = blocks.Page(options.source, name, tools, options.work)
        if tools.prefix and "<!-- installed -->" not in page.lines or options.only not in (None, name):
            continue
        page.run()
        if tools.write:
            page.rewrite()
        wrong += page.wrong
        not_run += page.not_run
        for kind, count in page.counts.items():
            counts[kind] = counts.get(kind, 0) + count
    if not tools.prefix:
        tree.check()
        if len(not_run) > NOT_RUN:
            wrong.append(f"{len(not_run)} blocks are not run: at most {NOT_RUN}")
    wrong += tree.wrong
    print("\n".join(wrong))
    print(", ".join(f"{kind}: {count}" for kind, count in counts.items()))
    print("not run:", *not_run, sep="\n  ")
    print(f"{len(tree.guides)} guides, {len(wrong)} wrong")
    return 1 if wrong or not counts else 0


if __name__ == "__main__":
    sys.exit(main())
