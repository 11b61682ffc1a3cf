# SPDX-License-Identifier: Apache-2.0
"""hot.py NM AR HOT COLD ARCHIVE LINKED...: what hot sources call is compiled as they are.

HOT and COLD list objects. An inline function that both have is in each of them, and the linker keeps
one: it has to be the hot one's, in each LINKED program. The two are told apart by their sizes, so
only functions whose sizes differ are looked at. In the archive all hot objects come first.
"""
import os
import subprocess
import sys


def sizes(nm, path):
    """Weak functions and, in what is linked, those that became local: name -> size."""
    out = subprocess.run([nm, "-S", "--defined-only", path], check=True, capture_output=True, text=True)
    found = {}
    for line in out.stdout.splitlines():
        fields = line.split()
        if len(fields) == 4 and fields[2] in "WwtT":
            found[fields[3]] = int(fields[1], 16), fields[2]
    return found


def weak(nm, paths):
    found = {}
    for path in paths:
        for name, (size, kind) in sizes(nm, path).items():
            if kind in "Ww":
                found.setdefault(name, set()).add(size)
    return found


def main():
    nm, ar, hot_list, cold_list, archive, *linked = sys.argv[1:]
    hot_objects, cold_objects = (
        [path for path in open(name).read().split() if path.endswith(".o")]
        for name in (hot_list, cold_list))
    hot, cold = weak(nm, hot_objects), weak(nm, cold_objects)
    told_apart = {name for name in hot if name in cold and not hot[name] & cold[name]}
    wrong = []
    for path in linked:
        for name, (size, _) in sizes(nm, path).items():
            if name in told_apart and size not in hot[name]:
                wrong.append(f"{path}: {name} is compiled cold")
    hot_names = {os.path.basename(path) for path in hot_objects}
    members = subprocess.run([ar, "t", archive], check=True, capture_output=True,
                             text=True).stdout.split()
    if set(members[: len(hot_objects)]) != hot_names:
        wrong.append(f"{archive}: the hot objects are not the first")
    print(f"{len(hot)} inline functions of hot sources, {len(told_apart)} compiled in two ways")
    if len(told_apart) < 50:
        wrong.append("too few to have looked at anything")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


sys.exit(main())
