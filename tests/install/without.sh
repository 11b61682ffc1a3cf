#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# without.sh SOURCE WORK: a build without libmd, threads and the shared library. The parts that would
# need the first two are compiled, and ask for neither; the installed package does not name them.
set -euo pipefail
source=$1
source "$(dirname "$0")/common.sh"
refuse() { echo "$1" >&2; exit 1; }
cmake -S "$source" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DHENG_BUILD_TESTS=OFF \
    -DHENG_LIBMD=OFF -DHENG_THREADS=OFF -DHENG_SHARED=OFF >/dev/null
objects=$(ninja -C "$work" -t targets all | grep -oE '^[^:]*/(digest|sha256|json_lines|columns)\.cpp\.o' |
    grep -v capi)
# shellcheck disable=SC2086
ninja -C "$work" $objects >/dev/null
for object in $objects; do
    if nm "$work/$object" | grep -E ' U .*(SHA256Final|pthread|std.*(thread|mutex|condition))'; then
        refuse "$object needs what is not there"
    fi
done
[ "$(wc -w <<<"$objects")" = 4 ] || refuse "these are not the four: $objects"
! grep -qE 'lmd|pthread' "$work/heng.pc" || refuse 'heng.pc names what was not used'
grep -q 'NOT OFF' "$work/hengConfig.cmake" || refuse 'the package thinks that there is libheng.so'
! grep -rqE 'Libmd::|Threads::' "$work/CMakeFiles/Export" || refuse 'the package links what was not used'
