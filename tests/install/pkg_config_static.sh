#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# pkg_config_static.sh SOURCE PREFIX WORK: the C example with libheng.a in it, linked by a C compiler.
set -euo pipefail
source "$(dirname "$0")/common.sh"
pc=$(dirname "$(find "$prefix" -name heng.pc)")
export PKG_CONFIG_PATH=$pc
# the archive by its name: beside a shared library the linker would take that one for -lheng
libs=$(pkg-config --libs --static heng)
# shellcheck disable=SC2046,SC2086
$CC -std=c99 -Wall -Wextra -Wpedantic -Werror $CFLAGS "$source/examples/c/score.c" -o "$work/score" \
    $(pkg-config --cflags heng) ${libs/-lheng/-l:libheng.a}
check_total "$work/score"
! readelf -d "$work/score" | grep -q 'NEEDED.*libheng'
