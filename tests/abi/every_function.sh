#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# every_function.sh SOURCE: each exported symbol stands in the tests that freeze it.
set -euo pipefail
missing=0
while read -r symbol; do
    grep -qw "$symbol" "$1/tests/capi/layout.c" || { echo "layout.c: no $symbol"; missing=1; }
    cat "$1"/tests/capi/{out_of_memory.cpp,options_memory.hpp,failing_memory.hpp,abi_objects.hpp} | grep -w "$symbol" >/dev/null ||
        { echo "out_of_memory.cpp: no $symbol"; missing=1; }
done < <(grep -v '^#' "$1/capi/heng.symbols")
exit "$missing"
