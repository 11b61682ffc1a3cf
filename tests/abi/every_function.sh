#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# every_function.sh SOURCE: each exported symbol stands in the tests that freeze it.
set -euo pipefail
missing=0
while read -r symbol; do
    for test in tests/capi/layout.c tests/capi/out_of_memory.cpp; do
        grep -qw "$symbol" "$1/$test" || { echo "$test does not know $symbol"; missing=1; }
    done
done < <(grep -v '^#' "$1/capi/heng.symbols")
exit "$missing"
