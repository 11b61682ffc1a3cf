#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# pkg_config.sh SOURCE PREFIX WORK: the C examples, C99, against libheng.so through pkg-config.
set -euo pipefail
source "$(dirname "$0")/common.sh"
pc=$(dirname "$(find "$prefix" -name heng.pc)")
export PKG_CONFIG_PATH=$pc
for example in score eval columns; do
    # shellcheck disable=SC2046,SC2086
    $CC -std=c99 -Wall -Wextra -Wpedantic -Werror $CFLAGS "$source/examples/c/$example.c" \
        -o "$work/$example" $(pkg-config --cflags --libs heng)
done
LD_LIBRARY_PATH=$(pkg-config --variable=libdir heng)
export LD_LIBRARY_PATH
check_total "$work/score"
check_eval "$work/eval"
diff - <("$work/columns") <<'END'
row 0: 5.96
row 1: 10.00
row 2: "Rate" can't be scored: its denominator is zero (annual is 0万元), and the rubric does not say what that is worth (a rubric says it with if_zero_denominator or not_applicable; the expression is executed / annual)
row 3: 4.00
END
readelf -d "$work/score" | grep -q 'NEEDED.*\[libheng.so.0\]'

# and without a memory error or a leak, where valgrind can look (not at a build with sanitizers)
if command -v valgrind >/dev/null && [[ $CFLAGS != *-fsanitize* ]]; then
    checked() { valgrind --quiet --error-exitcode=99 --leak-check=full "$@"; }
    checked "$work/score" "$source/examples/guangzhou-2023/facts.json" | grep -q '94\.25'
    checked "$work/columns" >/dev/null
    checked "$work/eval" 'spent / budget' '{"spent": 171, "budget": 287}' >/dev/null
fi
