#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# symbols.sh LIBHENG_SO LIST: what the library exports is the list, each with the version HENG_1.
# (HENG_1 itself is there too: the linker defines every version as an absolute symbol.)
set -euo pipefail
exported=$(nm -D --defined-only --with-symbol-versions "$1" | awk '{ print $3 }' | grep -vx HENG_1 |
    LC_ALL=C sort)
expected=$(grep -v '^#' "$2" | sed 's/$/@@HENG_1/' | LC_ALL=C sort)
diff <(echo "$expected") <(echo "$exported") || {
    echo "$1 exports (>) something else than $2 lists (<)" >&2
    exit 1
}
echo "$(wc -l <<<"$exported") symbols, all of them heng_*@@HENG_1"
! grep -v '^heng_.*@@HENG_1$' <<<"$exported"
