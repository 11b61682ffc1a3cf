#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# headers.sh HEADER: heng.h compiles without a warning, alone and twice, in every language and by
# every compiler that a user may have here.
set -euo pipefail
warnings=(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -Werror -fsyntax-only)
source=$'#include "'"$1"$'"\n#include "'"$1"$'"\nint unused_but_declared;\n'
tried=0
for compiler in gcc clang clang-14; do
    command -v "$compiler" >/dev/null || continue
    for standard in c99 c11 c17; do
        "$compiler" -x c "-std=$standard" "${warnings[@]}" -Wstrict-prototypes - <<<"$source"
        tried=$((tried + 1))
    done
    for standard in c++11 c++14 c++17 c++20; do
        "$compiler" -x c++ "-std=$standard" "${warnings[@]}" - <<<"$source"
        tried=$((tried + 1))
    done
done
echo "$tried ways"
[ "$tried" -gt 0 ]
