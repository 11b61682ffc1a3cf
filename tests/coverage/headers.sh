#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# headers.sh BUILD: lines and branches of the header-only rooms that their tests reach, as clang counts
# them in the source (gcov counts what the compiler made of it, exceptions among it). BUILD is a folder
# such as build/release, whose library is linked; clang-14 and llvm-cov-14 are needed.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
compile() {
    clang++-14 -std=c++20 -O0 -w -fprofile-instr-generate -fcoverage-mapping -Iinclude -Isrc -Itests \
        "-DHENG_SOURCE_DIR=\"$PWD\"" "-DHENG_SHARED_DIR=\"$PWD/../shared\"" -c "$1" \
        -o "$2/${1//\//_}.o"
}
export -f compile
ls tests/main.cpp tests/unit/{number,rule,rubric,score,budget}/*.cpp tests/property/number_*_test.cpp |
    xargs -P 2 -I{} bash -c 'compile {} "$0"' "$work"
clang++-14 -fprofile-instr-generate "$work"/*.o "$build/lib/libheng.a" -lmd -lrapidcheck \
    -o "$work/tests"
(cd "$work" && LLVM_PROFILE_FILE=$work/raw ./tests >"$work/log") || { tail -20 "$work/log"; exit 1; }
llvm-profdata-14 merge -sparse "$work/raw" -o "$work/profile"
llvm-cov-14 report "$work/tests" -instr-profile="$work/profile" -show-branch-summary \
    include/heng/number include/heng/rule include/heng/rubric include/heng/score include/heng/budget |
    sed "s,$root/,,"
if [ "${2:-}" = --missed ]; then
    llvm-cov-14 show "$work/tests" -instr-profile="$work/profile" -show-branches=count \
        -show-instantiations=false include/heng/number include/heng/rule include/heng/rubric \
        include/heng/score | grep -B3 -E 'True: 0|False: 0|\| +0\|' || true
fi
