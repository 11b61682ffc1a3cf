#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# install.sh BUILD PREFIX: installs the build afresh; the installed command scores and says its rubrics.
set -euo pipefail
rm -rf "$2"
cmake --install "$1" --prefix "$2" >/dev/null
for file in bin/heng include/heng.h include/heng/heng.hpp include/heng/number/big.hpp; do
    [ -f "$2/$file" ] || { echo "not installed: $file" >&2; exit 1; }
done
find "$2" -name libheng.so.0 | grep -q . && find "$2" -name libheng.a | grep -q . &&
    find "$2" -name LICENSE | grep -q .
"$2/bin/heng" rubrics | grep guangzhou-department-2023
