#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# find_package.sh SOURCE PREFIX WORK: examples/ as a project of its own, found through CMake.
set -euo pipefail
source "$(dirname "$0")/common.sh"
cmake -S "$source/examples" -B "$work" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$work" -j2 >/dev/null
check_total "$work/score_c"
check_total "$work/score_cpp"
check_eval "$work/eval_c"
"$work/own_rule"
