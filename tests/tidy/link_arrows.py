#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds what objects call to arrows.txt: an #include says what a file may use, an undefined symbol
what it does use, through whichever header it came.

usage: link_arrows.py NM ARROWS FOLDER...      folders of objects, each with src/'s folders below it

Symbols that several folders define (templates and inline functions, which the compiler copies) say
nothing and are left out. Objects of several folders (unity builds that mix them) cannot be judged:
exit status 77, which CTest shows as skipped. Exit status 1: a breach, one a line.
"""
import collections
import pathlib
import re
import subprocess
import sys


def read_arrows(path):
    allowed = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        entry = re.fullmatch(r"(\w+) ?([:=])(.*)", line)
        if entry:
            folder, mark, uses = entry.groups()
            allowed[folder] = {folder}.union(uses.split())
            if mark == ":":
                allowed[folder].update(*(allowed[used] for used in uses.split()))
    return allowed


def folder_of(path, folders):
    """src/batch/kernel/run.cpp.o is of "batch", Unity/unity_TARGET_batch_kernel_0_cxx.cxx.o too."""
    if not path.name.startswith("unity_"):
        return "kinds" if path.parts[0] == "rule" else path.parts[0]
    group = re.fullmatch(r"unity_heng_(?:hot|objects)_([a-z_]+)_\d+_cxx\.cxx\.o", path.name)
    of = group and max((folder for folder in folders
                        if (group.group(1) + "_").startswith(folder + "_")), key=len, default=None)
    return "kinds" if of == "rule" else of


def symbols(nm, path):
    """What an object needs, and what it alone can have: strong definitions."""
    needs, has = set(), set()
    listed = subprocess.run([nm, "-P", str(path)], capture_output=True, text=True, check=True)
    for line in listed.stdout.splitlines():
        name, kind, *_ = line.split()
        if kind == "U":
            needs.add(name)
        elif kind in "TDBR":
            has.add(name)
    return needs, has


def main():
    nm, arrows, *roots = sys.argv[1:]
    allowed = read_arrows(arrows)
    needs, owner = collections.defaultdict(dict), {}
    for root in map(pathlib.Path, roots):
        for path in sorted(root.rglob("*.o")):
            relative = path.relative_to(root)
            of = folder_of(relative, allowed)
            if of is None:
                print(f"{relative}: several folders in one object")
                return 77
            if of not in allowed:
                continue
            wanted, has = symbols(nm, path)
            owner.update((name, of) for name in has)
            for name in wanted:
                needs[of].setdefault(name, relative)
    if len(owner) < 500:
        print(f"only {len(owner)} symbols found in {roots}")
        return 1
    breaches = [f"{relative}: {of} may not use {owner[name]}: {name}"
                for of, names in sorted(needs.items()) for name, relative in sorted(names.items())
                if name in owner and owner[name] not in allowed[of]]
    print("\n".join(breaches) or f"{len(owner)} symbols, none used against the arrows")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
