#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# compare.sh LIBRARY RELEASED: what is in the ABI that was released is in LIBRARY (layout.c with debug
# information) as it was; more may be there. 77: there is no abidiff here.
#
# Where something was added:
#     abidw --no-corpus-path --no-comp-dir-path --no-show-locs build/release/lib/libheng_abi.so \
#         >tests/abi/heng_1.abi
set -euo pipefail
command -v abidiff >/dev/null || {
    echo "skipped: there is no abidiff (Debian: abigail-tools)"
    exit 77
}
changes=$(abidiff --no-added-syms --suppressions "$(dirname "$0")/additions.suppr" "$2" "$1") || {
    echo "$changes"
    echo "abidiff: the ABI has changed" >&2
    exit 1
}
