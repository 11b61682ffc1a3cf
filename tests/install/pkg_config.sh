#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# pkg_config.sh SOURCE PREFIX WORK: the C example, C99, against libheng.so through pkg-config.
set -euo pipefail
source "$(dirname "$0")/common.sh"
pc=$(dirname "$(find "$prefix" -name heng.pc)")
export PKG_CONFIG_PATH=$pc
# shellcheck disable=SC2046,SC2086
$CC -std=c99 -Wall -Wextra -Wpedantic -Werror $CFLAGS "$source/examples/c/score.c" -o "$work/score" \
    $(pkg-config --cflags --libs heng)
LD_LIBRARY_PATH=$(pkg-config --variable=libdir heng) check_total "$work/score"
readelf -d "$work/score" | grep -q 'NEEDED.*\[libheng.so.0\]'
