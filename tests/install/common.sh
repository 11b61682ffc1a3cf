# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts beside it: their arguments, an empty working directory, one check.
source=$1 prefix=$2 work=${3:-$2}
: "${CC:=cc}" "${CXX:=c++}" "${CFLAGS:=}" "${CXXFLAGS:=}"
rm -rf "$work"
mkdir -p "$work"

# check_total PROGRAM: it scores the Guangzhou facts and prints the report's own total
check_total() {
    local printed
    printed=$("$1" "$source/examples/guangzhou-2023/facts.json")
    grep -q '94\.25' <<<"$printed" || {
        echo "$1 does not print the total 94.25:" >&2
        echo "$printed" >&2
        return 1
    }
}
